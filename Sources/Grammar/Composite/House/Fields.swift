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
  parts.width = parts.width ?? .step(110, forOffset: false)
  parts.height = parts.height ?? .pixels(130)
  let area = size.scaled(["range": [0, 8100], "zero": true, "nice": false]).withoutLegend
  parts.layer(
    .square, ["opacity": 1], [.x: place, .y: .constant(60), .size: area, .color: color?.withoutLegend], isMain: true)
  parts.layer(.text, ["baseline": "bottom", "dy": -4], [.x: place, .y: .constant("height"), .text: size.of(size.field?.name ?? "")])
}

/// Quadrant: two measures of each place, the plane cut at their means.
let quadrant = house { parts throws(Diagnostic) in
  let x = try parts.need(.x, "the first measure")
  let y = try parts.need(.y, "the second measure")
  let color = parts.take(.color)
  let name = parts.take(.text) ?? parts.take(.detail)
  let (across, up) = (x.scaled(["zero": false]), y.scaled(["zero": false]))
  for (channel, measure) in [(Channel.x, across), (.y, up)] {
    parts.layer(
      .rule, ["color": "#697586", "strokeDash": [4, 3]], [channel: measure.of("_mean")],
      transforms: [.aggregate(.init([.init(.mean, of: measure.fieldPath, as: "_mean")]))])
  }
  parts.layer(.point, ["filled": true, "size": 60, "opacity": 0.9], [.x: across, .y: up, .color: color], isMain: true)
  if let name {
    parts.layer(
      .text, ["align": "left", "baseline": "middle", "dx": 8], [.x: across, .y: up, .text: name.of(name.field?.name ?? "")])
  }
}
