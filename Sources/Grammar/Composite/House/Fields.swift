import Dataflow
import Diagnostics
import StructuredData

/// Squares: sizes by area, for numbers too far apart for bars.
let squares = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the categories")
  let size = try parts.need(.size, "the sizes")
  let color = parts.take(.color)
  let place = x.sorted(ChannelDefinition.Sort.none).ruled(["domain": false, "ticks": false]).level
  parts.isFrameless = true
  if parts.isFigure {
    // On one ground, the value over each, as large as the width and the height let the largest be.
    parts.add(
      .joinAggregate(
        .init([.init(.max, of: size.fieldPath, as: "_most"), .init(.distinct, of: x.fieldPath, as: "_columns")])))
    try parts.calculate("max(0, \(size.datumText)) / datum._most", as: "_share")
    let side = "min(width / datum._columns * 0.86, height - 40)"
    func ground(_ above: String) -> ChannelDefinition { .constant(expression("height - sqrt(datum._share) * \(side) \(above)")) }
    parts.layer(
      .square, ["opacity": 1, "size": expression("datum._share * pow(\(side), 2)")],
      [.x: place, .y: ground("/ 2"), .text: size, .color: color?.withoutLegend], isMain: true)
    parts.layer(
      .text, ["style": "house-value", "placement": "here", "says": "value", "baseline": "bottom", "dy": -6],
      [.x: place, .y: ground(""), .text: size])
    return
  }
  parts.width = parts.width ?? .step(110, forOffset: false)
  parts.height = parts.height ?? .pixels(130)
  let area = size.scaled(["range": [0, 8100], "zero": true, "nice": false]).withoutLegend
  parts.layer(
    .square, ["opacity": 1], [.x: place, .y: .constant(60), .size: area, .color: color?.withoutLegend], isMain: true)
  parts.layer(.text, ["baseline": "bottom", "dy": -4], [.x: place, .y: .constant("height"), .text: size.of(size.field?.name ?? "")])
}

/// Quadrant: two measures of each place, the plane cut at their means.
let quadrant = house { parts throws(Diagnostic) in
  let x = try parts.measure(.x, "the first measure")
  let y = try parts.measure(.y, "the second measure")
  let color = parts.take(.color)
  let name = parts.take(.text) ?? parts.take(.detail)
  let (across, up) = (x.scaled(["zero": false]), y.scaled(["zero": false]))
  for (channel, measure) in [(Channel.x, across), (.y, up)] {
    parts.layer(
      .rule, ["style": "house-mean", "strokeDash": [4, 3]], [channel: measure.of("_mean")],
      transforms: [.aggregate(.init([.init(.mean, of: measure.fieldPath, as: "_mean")]))])
  }
  parts.layer(.point, ["filled": true, "style": "house-place", "opacity": 0.9], [.x: across, .y: up, .color: color], isMain: true)
  if let name {
    parts.layer(
      .text,
      [
        "style": "house-name", "placement": "beside", "says": "name", "align": "left", "baseline": "middle",
        "dx": parts.gap(by: 1, of: "house-place"),
      ],
      [.x: across, .y: up, .text: name.of(name.field?.name ?? "")])
  }
}
