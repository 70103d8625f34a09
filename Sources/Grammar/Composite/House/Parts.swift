import Dataflow
import Diagnostics
import StructuredData

/// Ring: the parts of a whole in the order of the data, about the share of the subject or their sum.
let ring = house { parts throws(Diagnostic) in
  let size = try parts.parts("the sizes of the parts")
  var color = try parts.need(.color, "the parts")
  parts.isFrameless = true
  try parts.expectParts(size, color)
  if parts.labelsValues {
    let remarks = parts.remarks(.qualifier, .status, .text)
    parts.mergeParts(size, color, most: "ringParts")
    let radius = "min(width, height) / 2"
    parts.layer(
      .arc,
      ["partLabels": true, "outerRadius": expression(radius), "innerRadius": expression("0.64 * " + radius)],
      [.theta: size, .color: parts.partColors(color), .x: .constant(expression(radius))].adding(remarks),
      isMain: true)
    return
  }
  color = color.sorted(ChannelDefinition.Sort.none)
  let path = size.fieldPath
  parts.add(.joinAggregate(.init([.init(.sum, of: path, as: "_total")])))
  parts.add(.stack(.init(path, as: "_start", end: "_end")))
  try parts.calculate("(datum._start + datum._end) / 2", as: "_middle")
  try parts.calculate("format(\(size.datumText) / datum._total, '.0%')", as: "_share")
  let angle = size.of("_start").unstacked
  parts.layer(
    .arc, ["innerRadius": 55, "outerRadius": 90, "padAngle": 0.015],
    [.theta: angle, .theta2: .end("_end"), .color: color], isMain: true)
  parts.layer(.text, ["radius": 108], [.theta: angle.of("_middle"), .text: .field("_share", .nominal)])
  parts.layer(
    .text, ["fontSize": 20, "fontWeight": "bold"], [.text: .field("_sum", .quantitative)],
    transforms: [.aggregate(.init([.init(.sum, of: path, as: "_sum")]))])
}

/// Share: the parts of each whole, in the order of the data, as one bar of 100 %, each part with its share.
let share = house { parts throws(Diagnostic) in
  let (axis, measure, across, category) = try parts.measureAndCategory()
  var color = try parts.need(.color, "the parts")
  try parts.expectParts(measure, color, of: category)
  if parts.labelsValues, category == nil {
    let remarks = parts.remarks(.qualifier, .status, .text)
    parts.isFrameless = true
    parts.mergeParts(measure, color, most: "shareParts")
    let length = measure.stackedAs(.normalize).scaled(["nice": false]).withoutAxis
    // With its labels above it the bar stands in the middle.
    let figure = parts.normaliser.config["figure"]
    let middle = expression(
      "(\(across == .y ? "height" : "width") + \(numberText(partLabelHeight(figure, hasDetails: remarks[.text] != nil)))) / 2")
    parts.layer(
      .bar, ["partLabels": true, "style": "house-share", "orient": axis == .x ? "horizontal" : "vertical"],
      [axis: length, across: .constant(middle), .color: parts.partColors(color)].adding(remarks), isMain: true)
    return
  }
  color = color.sorted(ChannelDefinition.Sort.none)
  let group = category.map { [$0.fieldPath] } ?? []
  parts.add(.stack(.init(measure.fieldPath, groupBy: group, offset: .normalize, as: "_start", end: "_end")))
  try parts.calculate("(datum._start + datum._end) / 2", as: "_middle")
  // A part too narrow for its figure goes without.
  try parts.calculate(
    "datum._end - datum._start >= 0.04 ? format(datum._end - datum._start, '.1~%') : ''", as: "_label")
  var length = measure.stackedAs(.normalize).ruled(["format": "%", "grid": false])
  if measure.title == .automatic { length.title = .none }
  // From where its label is reckoned: a look may stack the parts in another order.
  let place: [Channel: ChannelDefinition?] =
    parts.isFigure ? [axis: length] : [axis: length.of("_start").unstacked, axis.second ?? axis: .end("_end")]
  parts.layer(
    .bar, ["orient": axis == .x ? "horizontal" : "vertical"], place.merging([across: category, .color: color]) { $1 }, isMain: true)
  parts.layer(
    .text,
    parts.isFigure ? ["style": "house-value", "placement": "inside", "says": "value", "align": "center"] : ["color": "white"],
    [axis: length.of("_middle").unstacked, across: category, .text: .field("_label", .nominal)])
}

/// The height of the labels above a bar of shares, their distance from it included.
package func partLabelHeight(_ figure: Properties, hasDetails: Bool) -> Double {
  (figure.number("partLineHeight") ?? 20) + (hasDetails ? 2 : 1) * (figure.number("partNameLineHeight") ?? 14)
    + (figure.number("valueFontSize") ?? 10) * 0.6
}

extension HouseMark {
  /// The smallest parts as one, beyond the number that the look can tell apart.
  fileprivate mutating func mergeParts(_ size: ChannelDefinition, _ name: ChannelDefinition, most key: String) {
    guard let most = normaliser.config["figure"].number(key), most >= 2 else { return }
    add(
      .mergeParts(
        .init(size.fieldPath, named: name.fieldPath, most: most.whole, rest: normaliser.surroundings.words.others)))
  }

  /// The first part strong and the others grey, unless the spec says which.
  fileprivate func partColors(_ color: ChannelDefinition) -> ChannelDefinition {
    guard let range = normaliser.config.ranges["parts"], normaliser.surroundings.highlight.isEmpty else { return color.withoutLegend }
    return color.scaled(["range": range]).withoutLegend
  }
}

func expression(_ text: String) -> Node { .mapping([("expr", .string(text))]) }

/// Waffle: a whole as a hundred cells, of which each part takes its share, rounded so that all are a hundred.
let waffle = house { parts throws(Diagnostic) in
  let theta = try parts.need(.theta, "the sizes of the parts")
  let color = try parts.need(.color, "the parts")
  try parts.expectParts(theta, color)
  parts.add(.joinAggregate(.init([.init(.sum, of: theta.fieldPath, as: "_total")])))
  parts.add(.window(.init([.init(.aggregate(.sum), of: theta.fieldPath, as: "_sum")])))
  try parts.calculate("round(100 * (datum._sum - \(theta.datumText)) / datum._total)", as: "_from")
  try parts.calculate("sequence(datum._from, round(100 * datum._sum / datum._total))", as: "_cell")
  parts.add(.flatten(.init(["_cell"])))
  try parts.calculate("datum._cell % 10", as: "_column")
  try parts.calculate("floor(datum._cell / 10)", as: "_row")
  parts.isFrameless = true
  if parts.isFigure {
    parts.aspect = 1...1
    // Percentages are written as they are stated, all else as its share.
    let isStated = parts.normaliser.surroundings.unit == "%"
    try parts.calculate(
      isStated ? "\(theta.datumText) + '%'" : "format(\(theta.datumText) / datum._total, '.1%')", as: "_share")
  } else {
    parts.width = parts.width ?? .step(22, forOffset: false)
    parts.height = parts.height ?? .step(22, forOffset: false)
  }
  let part = color.sorted(ChannelDefinition.Sort.none)
  parts.layer(
    .rect, ["stroke": "white", "strokeWidth": 2],
    [
      .text: parts.isFigure ? .field("_share", .nominal) : nil,
      .x: .field("_column", .ordinal).withoutAxis, .y: .field("_row", .ordinal).sorted(.descending).withoutAxis,
      // Beside the square of a wide picture is room for the names.
      .color: parts.isFigure && (parts.normaliser.surroundings.aspect ?? 1) > 1.4
        ? part.named(["orient": "right", "direction": "vertical", "columns": 1]) : part,
    ], isMain: true)
}

/// Isotype: whole pictograms, each for a round number that stands above them (Neurath: more things, not bigger ones).
let isotype = house { parts throws(Diagnostic) in
  let x = try parts.measure(.x, "the number of things")
  let y = try parts.need(.y, "the categories")
  let color = parts.take(.color)
  try parts.expect(
    "!(\(x.datumText) < 0)", naming: x, rule: "chart.negative-part", "there are no %@ things to count", hint: "draw bars from zero")
  try parts.expectOneRow(each: y)
  // One pictogram is the 1, 2 or 5 times a power of ten that draws at most ten of the largest.
  parts.add(.joinAggregate(.init([.init(.max, of: x.fieldPath, as: "_largest")])))
  try parts.calculate("pow(10, floor(log(datum._largest / 10) / LN10 + 1e-9))", as: "_power")
  try parts.calculate("datum._largest / 10 / datum._power", as: "_factor")
  try parts.calculate(
    "max(1, datum._power * (datum._factor <= 1 ? 1 : datum._factor <= 2 ? 2 : datum._factor <= 5 ? 5 : 10))", as: "_unit")
  let place = y.sorted(ChannelDefinition.Sort.none).ruled(["domain": false, "ticks": false])
  parts.isFrameless = true
  let counted: [Transform] = [
    try parts.calculation("sequence(0, round(\(x.datumText) / datum._unit))", as: "_thing"),
    .flatten(.init(["_thing"])),
  ]
  if parts.isFigure { parts.add(.joinAggregate(.init([.init(.distinct, of: y.fieldPath, as: "_rows")]))) }
  let along = ChannelDefinition.field("_thing", .quantitative).scaled(["domain": [-0.6, 10], "nice": false]).withoutAxis
  parts.layer(
    .point,
    [
      "filled": true, "opacity": 1, "shape": .string(person),
      // As large as the rows and the width let them be.
      "size": parts.isFigure ? expression("pow(min(height / datum._rows * 0.84, width / 11.5), 2)") : 900,
    ],
    [.x: along, .y: place, .color: color?.withoutLegend], isMain: true, transforms: counted)
  let end = [try parts.calculation("round(\(x.datumText) / datum._unit) - 0.4", as: "_end")]
  parts.layer(
    .text,
    ["align": "left", "baseline": "middle"].merging(parts.isFigure ? ["style": "house-value", "placement": "here", "says": "value"] : [:]) {
      $1
    },
    [.x: .field("_end", .quantitative).withoutAxis, .y: place, .text: x.of(x.field?.name ?? "")], transforms: end)
  let legend: [Transform] = [
    .aggregate(.init([.init(.max, of: "_unit", as: "_unit")])),
    try parts.calculation("'= ' + format(datum._unit, ',')", as: "_text"),
  ]
  parts.layer(
    .point, ["filled": true, "style": "house-sample", "opacity": 1, "shape": parts.mark.properties["shape"] ?? .string(person)],
    [.x: .constant(6), .y: .constant(-14)], transforms: legend)
  parts.layer(
    .text, ["align": "left", "baseline": "middle", "style": "house-sample-text"],
    [.x: .constant(16), .y: .constant(-14), .text: .field("_text", .nominal)], transforms: legend)
}

/// A standing person in the square from −1 to 1.
private let person =
  "M-0.25,-0.75A0.25,0.25,0,1,1,0.25,-0.75A0.25,0.25,0,1,1,-0.25,-0.75ZM-0.35,-0.42H0.35V0.2H0.2V1H0.04V0.3H-0.04V1H-0.2V0.2H-0.35Z"
