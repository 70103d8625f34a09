import Dataflow
import Diagnostics
import StructuredData

/// Waterfall: amounts that add up step by step; `text` names a last column with their sum.
let waterfall = house { parts throws(Diagnostic) in
  // Steps lie along x, or down y where the amounts are given along x.
  let (axis, y, across, found) = try parts.measureAndCategory()
  let x: ChannelDefinition
  if let found { x = found } else { x = try parts.need(across, "the steps") }
  try parts.expectOneRow(each: x)
  let value = y.datumText
  parts.add(
    .window(
      .init(
        [.init(.aggregate(.sum), of: y.fieldPath, as: "_end"), .init(.lead, of: x.fieldPath, as: "_next")])))
  try parts.calculate("datum._end - \(value)", as: "_start")
  try parts.calculate("\(value) < 0 ? 'falls' : 'rises'", as: "_way")
  try parts.calculate("max(datum._start, datum._end)", as: "_top")
  try parts.calculate("format(\(value), datum._start == 0 ? ',' : '+,')", as: "_label")
  let place = x.sorted(ChannelDefinition.Sort.none).level.scaled(parts.isFigure ? ["paddingInner": 0.3] : [:])
  var colors = ChannelDefinition.field("_way", .nominal).withoutLegend
  colors = colors.scaled(["domain": ["rises", "falls"], "range": parts.normaliser.config.ranges["steps"] ?? ["#2f6db5", "#c8553d"]])
  let (second, secondAcross) = (axis.second ?? axis, across.second ?? across)
  parts.layer(
    .rule, ["style": "house-connector"], [across: place, secondAcross: .end("_next", x.type ?? .nominal), axis: y.of("_end")],
    transforms: [try parts.filter("isValid(datum._next)")])
  parts.layer(
    .bar, [:], [across: place, axis: y.of("_start"), second: .end("_end"), .color: colors], isMain: true, without: ["text"])
  let label = outside(axis).merging(parts.isFigure ? ["style": "house-value", "placement": "here", "says": "value"] : [:]) { $1 }
  parts.layer(.text, label, [across: place, axis: y.of("_top"), .text: .field("_label", .nominal)])
  guard let total = parts.mark.properties.text("text") else { return }
  let name = x.field?.name ?? ""
  let sum: [Transform] = [
    .aggregate(.init([.init(.sum, of: y.fieldPath, as: "_sum")])),
    try parts.calculation("max(0, datum._sum)", as: "_top"),
    try parts.calculation(quotedText(total), as: name),
  ]
  parts.layer(.bar, ["style": "house-total"], [across: place, axis: y.of("_sum")], transforms: sum)
  parts.layer(
    .text, label.merging(["fontWeight": "bold"]) { $1 },
    [across: place, axis: y.of("_top"), .text: .field("_sum", .quantitative)], transforms: sum)
}

/// Pyramid: two groups back to back, such as the sexes by age.
let pyramid = house { parts throws(Diagnostic) in
  let x = try parts.measure(.x, "the sizes")
  let y = try parts.need(.y, "the classes")
  let color = try parts.need(.color, "the two groups")
  try parts.expect(
    "!(\(x.datumText) < 0)", naming: x, rule: "chart.negative-part", "%@ is no size of a class", hint: "draw bars from zero")
  parts.add(.joinAggregate(.init([.init(.distinct, of: color.fieldPath, as: "_groups")])))
  try parts.expect(
    "datum._groups <= 2", naming: .field("_groups", .quantitative), rule: "chart.groups", "a pyramid has two groups, and these are %@",
    hint: "draw small multiples of bars")
  try parts.expectOneRow(each: y, color)
  // The first group of the data lies to the left, its first class below.
  parts.add(.window(.init([.init(.firstValue, of: color.fieldPath, as: "_left")], before: nil, after: nil)))
  try parts.calculate("\(color.datumText) == datum._left ? -\(x.datumText) : \(x.datumText)", as: "_side")
  // Where every value stands at its bar the axis goes.
  var length = x.of("_side").unstacked
  if !parts.isFigure { length = length.ruled(["labelExpr": "format(abs(datum.value), ',')", "grid": true]) }
  let rows = y.sorted(ChannelDefinition.Sort.none).scaled(["reverse": true])
  parts.layer(.bar, [:], [.x: length, .y: rows, .color: color.sorted(ChannelDefinition.Sort.none)], isMain: true)
  guard parts.isFigure else { return }
  for (side, align, dx) in [("<", Node("right"), -8), ("> ", "left", 8)] {
    parts.layer(
      .text,
      ["style": "house-value", "placement": "here", "says": "value", "align": align, "baseline": "middle", "dx": .number(dx)],
      [.x: length.of("_side"), .y: rows, .text: x],
      transforms: [try parts.filter("datum._side \(side) 0" + (side == "<" ? "" : " || datum._side == 0"))])
  }
}

/// Span: periods as bars from their start to their end.
let span = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the starts")
  let end = try parts.need(.x2, "the ends")
  let y = try parts.need(.y, "what lasts")
  let (color, text) = (parts.take(.color), parts.take(.text))
  let (from, to) = x.type == .temporal ? ("toDate(\(x.datumText))", "toDate(\(end.datumText))") : (x.datumText, end.datumText)
  try parts.expect(
    "isValid(\(x.datumText)) && isValid(\(end.datumText)) && \(from) <= \(to)", naming: y, rule: "chart.span-order",
    "“%@” has no start before its end", hint: "give both, the earlier one on x")
  let place = y.sorted(ChannelDefinition.Sort.none)
  parts.layer(.bar, ["cornerRadius": 3], [.x: x, .x2: end, .y: place, .color: color], isMain: true)
  if let text {
    parts.layer(
      .text, ["align": "left", "baseline": "middle", "dx": 6, "placement": "here", "says": "name"],
      [.x: x.of(end.field?.name ?? ""), .y: place, .text: text])
  }
}

/// Timeline: events to scale along a line of time, their names above and below by turns; where x holds words, such as 2022年底,
/// dated entries one below the other.
let timeline = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the dates")
  guard x.type == .temporal else {
    let entry: [Channel: ChannelDefinition?] = [
      .x: x.sorted(ChannelDefinition.Sort.none).withoutAxis, .label: parts.take(.label), .text: parts.take(.text),
      .status: parts.take(.status),
    ]
    guard entry[.label] != nil || entry[.text] != nil else {
      _ = try parts.need(.text, "what happened")
      return
    }
    parts.isFrameless = true
    parts.layer(.entry, [:], entry, isMain: true)
    return
  }
  let text = try parts.need(.text, "what happened")
  let color = parts.take(.color)
  parts.isFrameless = true
  if parts.isFigure {
    let line: [Channel: ChannelDefinition?] = [.x: x, .y: .constant(expression("height / 2"))]
    parts.layer(.rule, ["style": "house-axis"], [.y: .constant(expression("height / 2"))])
    parts.layer(.point, ["filled": true, "style": "house-place", "opacity": 1], line.merging([.color: color]) { $1 }, isMain: true)
    parts.layer(
      .text, ["style": "house-name", "placement": "levels", "says": "name"], line.merging([.text: text]) { $1 })
    return
  }
  parts.add(.window(.init([.init(.rowNumber, as: "_number")], sort: [SortField(x.fieldPath)])))
  try parts.calculate("[20, -20, 44, -44][datum._number % 4]", as: "_level")
  let level = ChannelDefinition.field("_level", .quantitative).scaled(["domain": [-60, 60], "nice": false]).withoutAxis
  let line = ChannelDefinition.datum(0).withoutAxis
  parts.height = parts.height ?? .pixels(170)
  parts.layer(.rule, ["color": "#9aa5b1"], [.x: x, .y: level, .y2: line])
  parts.layer(.rule, ["color": "#1f2933", "strokeWidth": 1.5], [.y: line])
  parts.layer(.point, ["filled": true, "size": 70, "opacity": 1], [.x: x, .y: line, .color: color], isMain: true)
  for (test, side, dy) in [("datum._level > 0", Node("bottom"), Node(-4)), ("datum._level < 0", "top", 4)] {
    parts.layer(
      .text, ["baseline": side, "dy": dy], [.x: x, .y: level, .text: text], transforms: [try parts.filter(test)])
  }
}
