import Dataflow
import Diagnostics
import StructuredData

/// Slope: the values of each series at a few dates, joined by lines, named and figured at both ends.
let slope = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the dates")
  let y = try parts.measure(.y, "the values")
  let color = parts.take(.color)
  let series = parts.take(.detail) ?? color
  parts.add(try parts.filter("isValid(\(y.datumText))"))
  try parts.expectOneRow(each: x, series)
  try lineEnds(&parts, x, of: series)
  let name = series?.datumText
  parts.isFrameless = true
  let across = x.scaled(["padding": 0.5]).level
  if parts.isFigure {
    // Where all values have room the axis goes.
    let height = y.scaled(["zero": false])
    let shared: [Channel: ChannelDefinition?] = [.x: across, .y: height, .color: color?.withoutLegend]
    parts.layer(
      .line, ["point": .bool(true), "style": "house-line"], shared.merging([.detail: series]) { $1 }, isMain: true)
    let label = [try parts.calculation(name.map { "[\($0), '']" } ?? "['']", as: "_label")]
    let says: Node = name == nil ? "value" : ["name", "value"]
    for (end, align, sign) in [("_first", Node("right"), -1), ("_last", "left", 1)] {
      parts.layer(
        .text,
        ["style": "house-name", "placement": "apart", "says": says, "align": align, "baseline": "middle", "dx": parts.gap(by: sign)],
        shared.merging([.text: .field("_label", .nominal)]) { $1 },
        transforms: [try parts.filter("\(x.datumText) == datum.\(end)")] + label)
    }
    parts.layer(
      .text, ["style": "house-value", "placement": "beside", "says": "value"], shared.merging([.text: y]) { $1 },
      transforms: [try parts.filter("\(x.datumText) != datum._first && \(x.datumText) != datum._last")])
    return
  }
  let value = "format(\(y.datumText), '')"
  let first = [try parts.calculation(name.map { "\($0) + '  ' + \(value)" } ?? value, as: "_label")]
  let last = [try parts.calculation(name.map { "\(value) + '  ' + \($0)" } ?? value, as: "_label")]
  let height = y.scaled(["zero": false]).withoutAxis
  parts.layer(
    .line, ["point": .bool(true), "style": "house-line"], [.x: across, .y: height, .color: color?.withoutLegend, .detail: series],
    isMain: true)
  // Names that would touch stand apart: a line of type is about thirteen pixels.
  var pixels = 200.0
  if case .pixels(let height)? = parts.height { pixels = max(40, height) }
  parts.add(.spread(.init(y.fieldPath, groupBy: [x.fieldPath], gap: 13 / pixels, as: "_place")))
  let place = height.of("_place")
  for (end, side, label) in [("_first", -1, first), ("_last", 1, last)] {
    parts.layer(
      .text, ["align": side < 0 ? "right" : "left", "baseline": "middle", "dx": .number(8 * side)],
      [.x: across, .y: place, .text: .field("_label", .nominal), .color: color?.withoutLegend],
      transforms: [try parts.filter("\(x.datumText) == datum.\(end)")] + label)
  }
}

/// Bump: the ranks of each series from date to date, the first on top, named at both ends.
let bump = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the dates")
  let y = try parts.need(.y, "the values that rank")
  let color = parts.take(.color)
  guard let series = parts.take(.detail) ?? color else {
    throw .error("spec.composite", "the mark “bump” needs a field on “color” or “detail”: the series", at: parts.mark.span)
  }
  // Whoever has no value at a date has no place there.
  parts.add(try parts.filter("isValid(\(y.datumText))"))
  try parts.expectOneRow(each: x, series)
  parts.add(
    .window(
      .init(
        [.init(.rank, as: "_rank")], groupBy: [x.fieldPath], sort: [SortField(y.fieldPath, descending: true)])))
  try lineEnds(&parts, x, of: series)
  let across = x.scaled(["padding": 0.5]).level
  parts.isFrameless = true
  // The names say the places at both ends.
  let rank = y.of("_rank", type: .ordinal).sorted(.ascending).withoutAxis
  let shared: [Channel: ChannelDefinition?] = [.x: across, .y: rank, .color: color?.withoutLegend]
  parts.layer(
    .line, ["interpolate": "monotone", "style": "house-line"], shared.merging([.detail: series]) { $1 }, isMain: true)
  parts.layer(.point, ["filled": true, "style": "house-place", "opacity": 1], shared)
  for (end, align, sign) in [("_first", Node("right"), -1), ("_last", "left", 1)] {
    parts.layer(
      .text,
      [
        "style": "house-name", "placement": "apart", "says": ["name", "annotation"], "align": align, "baseline": "middle",
        "dx": parts.gap(by: sign),
      ], shared.merging([.text: .field("_label", .nominal)]) { $1 },
      transforms: [
        try parts.filter("\(x.datumText) == datum.\(end)"),
        try parts.calculation("[\(series.datumText), datum._rank + '']", as: "_label"),
      ])
  }
}

/// The first and last place of each series along `x`, in the order of its values, as `_first` and `_last`.
private func lineEnds(_ parts: inout HouseMark, _ x: ChannelDefinition, of series: ChannelDefinition? = nil) throws(Diagnostic) {
  parts.add(
    .joinAggregate(
      .init(
        [.init(.min, of: x.fieldPath, as: "_first"), .init(.max, of: x.fieldPath, as: "_last")],
        groupBy: series.map { [$0.fieldPath] } ?? [])))
}

/// Dumbbell: two values of each category joined by a bar, each figured on its outer side.
let dumbbell = house { parts throws(Diagnostic) in
  let (axis, measure, across, found) = try parts.measureAndCategory()
  guard let category = found else {
    throw .error("spec.composite", "the mark “dumbbell” needs a field on “\(across.rawValue)”: the categories", at: parts.mark.span)
  }
  var color = parts.take(.color)
  if color != nil { try parts.expectOneRow(each: category, color) }
  let remarks = parts.remarks(.qualifier, .status)
  if let pair = parts.normaliser.config.ranges["pair"], color?.scale == .unset, parts.normaliser.surroundings.highlight.isEmpty {
    color = color?.scaled(["range": pair])
  }
  parts.add(
    .joinAggregate(
      .init(
        [.init(.min, of: measure.fieldPath, as: "_low"), .init(.max, of: measure.fieldPath, as: "_high")],
        groupBy: [category.fieldPath])))
  let place = measure.unstacked
  let rows = category.sorted(ChannelDefinition.Sort.none).ruled(["domain": false, "ticks": false])
  parts.layer(
    .rule, ["style": "house-tie"],
    [axis: place.of("_low"), axis.second ?? axis: .end("_high"), across: rows])
  parts.layer(
    .point, ["filled": true, "style": "house-dot", "opacity": 1],
    [axis: place, across: rows, .color: color].adding(remarks), isMain: true)
  let isFlat = axis == .x
  for (end, sign) in [("_low", -1), ("_high", 1)] {
    parts.layer(
      .text,
      isFlat
        ? [
          "style": "house-value", "placement": "here", "says": "value", "align": sign < 0 ? "right" : "left", "baseline": "middle",
          "dx": parts.gap(by: sign),
        ]
        : [
          "style": "house-value", "placement": "here", "says": "value", "baseline": sign < 0 ? "top" : "bottom", "dy": parts.gap(by: -sign),
        ],
      [axis: place, across: rows, .text: measure].adding(remarks),
      // Of two equal values one is enough.
      transforms: [
        try parts.filter("\(measure.datumText) == datum.\(end)" + (sign < 0 ? " && datum._low != datum._high" : ""))
      ])
  }
}

/// Change: a measure from period to period with its values, and the growth that is said of them as an arrow.
///
/// Columns, or rows where there is more room beside than above them. Without a channel for the growth it is reckoned from the
/// first period to the last.
let change = house { parts throws(Diagnostic) in
  var x = try parts.need(.x, "the periods")
  let y = try parts.measure(.y, "the values")
  if parts.isUntyped(.x) || x.type == .quantitative { x.type = .nominal }
  let color = parts.take(.color)
  let remarks = parts.remarks(.qualifier, .status, .growth)
  guard parts.labelsValues else {
    try columnsWithGrowth(&parts, x, y, color, remarks)
    return
  }
  let isFlat = parts.normaliser.surroundings.isFlat
  let place = x.sorted(ChannelDefinition.Sort.none).level
  var all: [Channel: ChannelDefinition?] = remarks.mapValues { $0 }
  all[isFlat ? .y : .x] = place
  all[isFlat ? .x : .y] = y.unstacked
  if let color {
    all[.color] = color.withoutLegend
  } else if parts.normaliser.surroundings.highlight.isEmpty {
    // The latest is the subject.
    parts.add(.window(.init([.init(.rowNumber, as: "_number")])))
    parts.add(.joinAggregate(.init([.init(.max, of: "_number", as: "_count")])))
    all[.color] = parts.normaliser.strong(
      where: .expression(try Expression("datum._number == datum._count", at: parts.mark.span)))
  }
  parts.layer(.bar, ["orient": isFlat ? "horizontal" : "vertical"], all, isMain: true)
}

private func columnsWithGrowth(
  _ parts: inout HouseMark, _ x: ChannelDefinition, _ y: ChannelDefinition, _ color: ChannelDefinition?,
  _ remarks: [Channel: ChannelDefinition]
) throws(Diagnostic) {
  try lineEnds(&parts, x)
  let place = x.level
  parts.layer(
    .bar, [:], [.x: place, .y: y, .color: color?.withoutLegend].adding(remarks), isMain: true)
  let words = remarks.filter { $0.key != .growth }
  parts.layer(.text, ["baseline": "bottom", "dy": -4], [.x: place, .y: y, .text: y].adding(words))
  if remarks[.growth] != nil { return }
  let growth: [Transform] = [
    .window(
      .init(
        [.init(.firstValue, of: y.fieldPath, as: "_from"), .init(.lastValue, of: y.fieldPath, as: "_to")],
        sort: [SortField(x.fieldPath)], before: nil, after: nil)),
    try parts.filter("\(x.datumText) == datum._last && datum._first != datum._last && datum._from > 0"),
    try parts.calculation("format(100 * (datum._to - datum._from) / datum._from, '+.1f') + '%'", as: "_growth"),
  ]
  parts.layer(
    .text, ["baseline": "bottom", "dy": -22, "fontWeight": "bold"],
    [.x: place, .y: y, .text: .field("_growth", .nominal)], transforms: growth)
}
