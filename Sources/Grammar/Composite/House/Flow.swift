import Dataflow
import Diagnostics
import StructuredData

/// Waterfall: amounts that add up step by step; `text` names a last column with their sum.
let waterfall = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the steps")
  let y = try parts.need(.y, "the amounts")
  let value = y.datumText
  parts.add(
    .window(
      .init(
        [.init(.aggregate(.sum), of: y.fieldPath, as: "_end"), .init(.lead, of: x.fieldPath, as: "_next")])))
  try parts.calculate("datum._end - \(value)", as: "_start")
  try parts.calculate("\(value) < 0 ? 'falls' : 'rises'", as: "_way")
  try parts.calculate("max(datum._start, datum._end)", as: "_top")
  try parts.calculate("format(\(value), datum._start == 0 ? '' : '+')", as: "_label")
  let place = x.sorted(ChannelDefinition.Sort.none).level
  var colors = ChannelDefinition.field("_way", .nominal).withoutLegend
  colors = colors.scaled(["domain": ["rises", "falls"], "range": ["#2f6db5", "#c8553d"]])
  parts.layer(
    .rule, ["color": "#9aa5b1", "strokeWidth": 1], [.x: place, .x2: .end("_next", x.type ?? .nominal), .y: y.of("_end")],
    transforms: [try parts.filter("isValid(datum._next)")])
  parts.layer(.bar, [:], [.x: place, .y: y.of("_start"), .y2: .end("_end"), .color: colors], isMain: true, without: ["text"])
  parts.layer(
    .text, ["baseline": "bottom", "dy": -4], [.x: place, .y: y.of("_top"), .text: .field("_label", .nominal)])
  guard let total = parts.mark.properties.text("text") else { return }
  let name = x.field?.name ?? ""
  let sum: [Transform] = [
    .aggregate(.init([.init(.sum, of: y.fieldPath, as: "_sum")])),
    try parts.calculation(quotedText(total), as: name),
  ]
  parts.layer(.bar, ["color": "#1f2933"], [.x: place, .y: y.of("_sum")], transforms: sum)
  parts.layer(
    .text, ["baseline": "bottom", "dy": -4, "fontWeight": "bold"],
    [.x: place, .y: y.of("_sum"), .text: .field("_sum", .quantitative)], transforms: sum)
}

/// Pyramid: two groups back to back, such as the sexes by age.
let pyramid = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the sizes")
  let y = try parts.need(.y, "the classes")
  let color = try parts.need(.color, "the two groups")
  parts.add(
    .joinAggregate(.init([.init(.min, of: color.fieldPath, as: "_left"), .init(.max, of: x.fieldPath, as: "_reach")])))
  try parts.calculate("\(color.datumText) == datum._left ? -\(x.datumText) : \(x.datumText)", as: "_side")
  let length = x.of("_side").unstacked.ruled(["labelExpr": "format(abs(datum.value), ',')", "grid": true])
  parts.layer(
    .bar, [:], [.x: length, .y: y.sorted(.descending), .color: color], isMain: true)
}

/// Span: periods as bars from their start to their end.
let span = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the starts")
  let end = try parts.need(.x2, "the ends")
  let y = try parts.need(.y, "what lasts")
  let (color, text) = (parts.take(.color), parts.take(.text))
  let place = y.sorted(ChannelDefinition.Sort.none)
  parts.layer(.bar, ["cornerRadius": 3], [.x: x, .x2: end, .y: place, .color: color], isMain: true)
  if let text {
    parts.layer(
      .text, ["align": "left", "baseline": "middle", "dx": 6],
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
  parts.add(.window(.init([.init(.rowNumber, as: "_number")], sort: [SortField(x.fieldPath)])))
  try parts.calculate("[20, -20, 44, -44][datum._number % 4]", as: "_level")
  let level = ChannelDefinition.field("_level", .quantitative).scaled(["domain": [-60, 60], "nice": false]).withoutAxis
  let line = ChannelDefinition.datum(0).withoutAxis
  parts.isFrameless = true
  parts.height = parts.height ?? .pixels(170)
  parts.layer(.rule, ["color": "#9aa5b1"], [.x: x, .y: level, .y2: line])
  parts.layer(.rule, ["color": "#1f2933", "strokeWidth": 1.5], [.y: line])
  parts.layer(.point, ["filled": true, "size": 70, "opacity": 1], [.x: x, .y: line, .color: color], isMain: true)
  for (test, side, dy) in [("datum._level > 0", Node("bottom"), Node(-4)), ("datum._level < 0", "top", 4)] {
    parts.layer(
      .text, ["baseline": side, "dy": dy], [.x: x, .y: level, .text: text], transforms: [try parts.filter(test)])
  }
}
