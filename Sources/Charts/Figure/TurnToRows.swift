import Grammar
import StructuredData

/// A spec whose columns are rows, for names that do not fit under columns; nil where it is no plain chart of bars.
func turned(_ source: ChartSource) -> ChartSource? {
  guard case .unit(var mark, let encoding) = source.view.content,
    ["bar", "ranking", "lollipop", "waterfall", "bullet", "dumbbell", "share"].contains(mark.type), encoding[.x]?.axis == .unset,
    encoding[.y]?.axis == .unset, source.view.width == nil, source.view.height == nil
  else { return nil }
  let pairs: [Channel: Channel] = [
    .x: .y, .y: .x, .x2: .y2, .y2: .x2, .xOffset: .yOffset, .yOffset: .xOffset,
  ]
  var crossed = encoding
  for channel in pairs.keys { crossed[channel] = nil }
  for (from, to) in pairs { if let definition = encoding[from] { crossed[to] = definition } }
  mark.properties["orient"] = nil
  var result = source
  result.view.content = .unit(mark, crossed)
  return result
}
