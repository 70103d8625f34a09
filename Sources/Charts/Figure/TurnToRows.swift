import Grammar
import StructuredData

/// A spec whose columns are rows, for names that do not fit under columns; nil where it is no plain chart of bars.
func turned(_ source: ChartSource) -> ChartSource? {
  guard case .unit(var mark, let encoding) = source.view.content,
    ["bar", "ranking", "lollipop", "waterfall", "bullet", "dumbbell", "share"].contains(mark.type), encoding[.x]?.axis == .unset,
    encoding[.y]?.axis == .unset, source.view.width == nil, source.view.height == nil
  else { return nil }
  var annotations: [Annotation] = []
  for annotation in source.view.annotations {
    guard let turned = annotation.turned else { return nil }
    annotations.append(turned)
  }
  let pairs: [Channel: Channel] = [
    .x: .y, .y: .x, .x2: .y2, .y2: .x2, .xOffset: .yOffset, .yOffset: .xOffset,
  ]
  var crossed = encoding
  for channel in pairs.keys { crossed[channel] = nil }
  for (from, to) in pairs { if let definition = encoding[from] { crossed[to] = definition } }
  mark.properties["orient"] = nil
  var result = source
  result.view.content = .unit(mark, crossed)
  result.view.annotations = annotations
  return result
}

extension Annotation {
  /// The same with x and y exchanged; nil for what stands over columns only.
  fileprivate var turned: Annotation? {
    var result = self
    switch kind {
    case .line(let channel, let level): result.kind = .line(channel == .x ? .y : .x, level)
    case .band(let channel, let from, let to): result.kind = .band(channel == .x ? .y : .x, from, to)
    case .callout(let x, let y, let dx, let dy): result.kind = .callout(x: y, y: x, dx: dx, dy: dy)
    case .totals, .change: break
    case .bracket: return nil
    }
    return result
  }
}
