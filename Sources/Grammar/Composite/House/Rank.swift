import Dataflow
import Diagnostics
import StructuredData

/// Ranking: bars from the largest to the smallest, each with its value; with the channel `rank` places among others.
let ranking = house { parts throws(Diagnostic) in
  if let rank = parts.take(.rank) {
    try places(&parts, rank)
    return
  }
  let (axis, measure, across, found) = try parts.measureAndCategory()
  guard let category = found else {
    throw .error("spec.composite", "the mark “ranking” needs a field on “\(across.rawValue)”: the categories", at: parts.mark.span)
  }
  let color = parts.take(.color)
  if measure.aggregate == nil { try parts.expectOneRow(each: category, color) }
  let remarks = parts.remarks(.qualifier, .status, .badge)
  let place = category.sorted(.encoding(axis, descending: true))
  let length = measure.ruled(["grid": false, "labels": false, "ticks": false, "domain": false])
  parts.layer(
    .bar, [:], [axis: parts.labelsValues ? measure : length, across: place, .color: color?.withoutLegend].adding(remarks),
    isMain: true)
  if parts.labelsValues { return }
  parts.layer(
    .text, outside(axis),
    [axis: length, across: place, .text: measure].adding(remarks.filter { $0.key != .badge }))
}

/// Places in a ranking: a row for each measure, its place as a numbered disc on a scale from the first to as far as is needed.
private func places(_ parts: inout HouseMark, _ rank: ChannelDefinition) throws(Diagnostic) {
  let name = try parts.need(.y, "the measures")
  let badge = parts.take(.badge)
  var rank = rank
  rank.type = .quantitative
  let words = parts.normaliser.surroundings.words.placeParts
  let value = rank.datumText
  try parts.calculate("1", as: "_one")
  parts.add(.joinAggregate(.init([.init(.max, of: rank.fieldPath, as: "_worst")])))
  // A scale as far as it is needed: five, ten, the provinces, or the place itself.
  try parts.calculate(
    "datum._worst <= 5 ? 5 : datum._worst <= 10 ? 10 : datum._worst <= 15 ? 15 : datum._worst <= 31 ? 31 : datum._worst", as: "_end")
  let scale: [String: Node] = ["zero": false, "nice": false]
  func along(_ field: String) -> ChannelDefinition { ChannelDefinition.field(field, .quantitative).scaled(scale).withoutAxis }
  let place = name.sorted(.field(.name(rank.field?.name ?? ""), op: .min, descending: false)).ruled([
    "domain": false, "ticks": false, "title": .null,
  ])
  parts.layer(.rule, ["style": "house-track"], [.x: along("_one"), .x2: .end("_end"), .y: place])
  let at = rank.scaled(scale).withoutAxis
  // The discs carry a text in white.
  let other = parts.normaliser.config.styles["house-disc"]?["color"]
  var strong = parts.normaliser.strong(where: .expression(try Expression("\(value) == 1", at: parts.mark.span)), else: other)
  let named = parts.normaliser.surroundings.highlight
  if !named.isEmpty { strong = parts.normaliser.strong(where: .oneOf(.init(name.fieldPath), named.map { .text($0) }), else: other) }
  parts.layer(.point, ["filled": true, "style": "house-disc", "opacity": 1], [.x: at, .y: place, .color: strong], isMain: true)
  parts.layer(.text, ["style": "house-disc-number"], [.x: at, .y: place, .text: rank])
  if let badge {
    // Above the rail, which would run through the words.
    parts.layer(
      .text, ["style": "house-badge", "align": "left", "baseline": "bottom"], [.x: at, .y: place, .text: badge],
      transforms: [try parts.filter("isValid(\(badge.datumText))")])
  }
  // Where the scale begins and ends.
  for end in ["_one", "_end"] {
    parts.layer(
      .text, ["style": "house-track-end", "baseline": "top"],
      [.x: along(end), .y: .constant("height"), .text: .field("_word", .nominal)],
      transforms: [
        .aggregate(.init([.init(.max, of: FieldPath(end), as: end)])),
        try parts.calculation("\(quotedText(words.before)) + datum.\(end) + \(quotedText(words.after))", as: "_word"),
      ])
  }
}

/// Lollipop: as a ranking, with a thin line and a point for many categories.
let lollipop = house { parts throws(Diagnostic) in
  let (axis, measure, across, found) = try parts.measureAndCategory()
  guard let category = found else {
    throw .error("spec.composite", "the mark “lollipop” needs a field on “\(across.rawValue)”: the categories", at: parts.mark.span)
  }
  let color = parts.take(.color)
  if measure.aggregate == nil { try parts.expectOneRow(each: category, color) }
  let place = category.sorted(.encoding(axis, descending: true))
  let length = measure.scaled(["zero": true])
  parts.layer(
    .rule, ["style": "house-stem"], [axis: length, axis.second ?? axis: .datum(0), across: place, .color: color?.withoutLegend])
  parts.layer(
    .point, ["filled": true, "style": "house-end", "opacity": 1], [axis: length, across: place, .color: color?.withoutLegend],
    isMain: true)
  if parts.labelsValues { return }
  parts.layer(.text, outside(axis, by: 9), [axis: length, across: place, .text: measure])
}

/// Beyond the end of what grows along `axis`.
func outside(_ axis: Channel, by gap: Int = 4) -> [String: Node] {
  axis == .x
    ? ["align": "left", "baseline": "middle", "dx": .number(gap)] : ["baseline": "bottom", "dy": .number(-gap)]
}

/// Bullet: a fact as a bar, its target (on the second channel) as a mark across it.
let bullet = house { parts throws(Diagnostic) in
  let (axis, measure, across, category) = try parts.measureAndCategory()
  let target = try parts.need(axis.second ?? axis, "the target")
  let color = parts.take(.color)
  if measure.aggregate == nil { try parts.expectOneRow(each: category) }
  // The axis stays, and reaches beyond the target, which is read on it.
  let length = measure.scaled(["zero": true, "nice": true]).ruled(["grid": true])
  // The target stands out on both sides of the bar.
  let side = axis == .x ? "height" : "width"
  func share(_ band: Double) -> [String: Node] { parts.isFigure ? [side: .mapping([("band", .number(band))])] : [:] }
  parts.layer(.bar, share(0.62), [axis: length, across: category, .color: color], isMain: true)
  parts.layer(
    .tick, share(0.94).merging(["style": "house-target", "opacity": 1, "orient": axis == .x ? "vertical" : "horizontal"]) { $1 },
    [axis: measure.of(target.field?.name ?? ""), across: category])
  if parts.isFigure {
    // What the mark across says stands above the plot, of a single one with its value.
    let aim = quotedText(parts.normaliser.surroundings.words.aim)
    let one: [Transform] = [
      .aggregate(.init([.init(.count, as: "_rows"), .init(.max, of: target.fieldPath, as: "_target")])),
      try parts.calculation("datum._rows == 1 ? \(aim) + ' ' + format(datum._target, '') : \(aim)", as: "_aim"),
    ]
    parts.layer(
      .tick, ["style": ["house-target", "house-target-sample"], "opacity": 1, "orient": "vertical"],
      [.x: .constant(6), .y: .constant(-14)], transforms: one)
    parts.layer(
      .text,
      ["align": "left", "baseline": "middle", "style": "house-sample-text"],
      [.x: .constant(6), .y: .constant(-14), .text: .field("_aim", .nominal)], transforms: one)
  }
  let label: [String: Node] = parts.isFigure ? ["style": "house-value", "placement": "here", "says": "value"] : [:]
  parts.layer(
    .text, outside(axis, by: 8).merging(label) { $1 },
    // In a figure it stands at the bar's end, beyond the target only where that is in its way.
    [axis: parts.isFigure ? length : .field("_end", .quantitative), across: category, .text: measure],
    transforms: [try parts.calculation("max(\(measure.datumText), \(target.datumText))", as: "_end")])
}

/// Strip plot: every place as a stroke along one measure; the one that `text` names is marked.
let stripPlot = house { parts throws(Diagnostic) in
  let (axis, measure, across, category) = try parts.measureAndCategory()
  let color = parts.take(.color)
  let name = parts.take(.detail)
  let stroke: [String: Node] = ["orient": axis == .x ? "vertical" : "horizontal", "style": "house-stroke"]
  parts.layer(
    .tick, stroke.merging(["opacity": 0.45]) { $1 }, [axis: measure.scaled(["zero": false]), across: category, .color: color],
    isMain: true, without: ["text"])
  guard let marked = parts.mark.properties.text("text") else { return }
  guard let name else {
    throw .error("spec.composite", "“text: \(marked)” needs a field on “detail”: the names", at: parts.mark.span)
  }
  let own = [try parts.filter("\(name.datumText) == \(quotedText(marked))")]
  parts.layer(.tick, stroke.merging(["style": "house-stroke-marked"]) { $1 }, [axis: measure, across: category], transforms: own)
  parts.layer(
    .text,
    (axis == .x ? ["baseline": "bottom"] : ["align": "left"]).merging(["style": "house-stroke-name", "says": "name"]) { $1 },
    [axis: measure, across: category, .text: name.of(name.field?.name ?? "")], transforms: own)
}
