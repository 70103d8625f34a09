/// Break items by first fit: each line takes what fits with its spaces at their natural width, or squeezed as far as they go
/// for one more box. Ends with the last item; stands for the greedy breaker that the optimum is measured against.
func firstFit(_ items: [ParagraphItem], width: Double, first: Double) -> [Int] {
  var breaks: [Int] = []
  var lineWidth = first
  var used = 0.0
  var shrink = 0.0
  var candidate = -1
  var lineStart = 0
  var i = 0
  while i < items.count {
    let item = items[i]
    switch item.kind {
    case .box: used += item.width
    case .glue:
      if i > lineStart, items[i - 1].kind == .box, used - shrink <= lineWidth + 1e-6 { candidate = i }
      if used > 0 {
        used += item.width
        shrink += item.shrink
      }
    case .penalty:
      if item.cost < .infinity, used + item.width - shrink <= lineWidth + 1e-6 { candidate = i }
      if item.cost == -.infinity, used - shrink <= lineWidth + 1e-6 || candidate < 0 { candidate = i }
    }
    let isForced = item.kind == .penalty && item.cost == -.infinity
    if isForced || used - shrink > lineWidth + 1e-6 && candidate >= 0 {
      breaks.append(candidate)
      i = candidate
      lineWidth = width
      (used, shrink, candidate) = (0, 0, -1)
      lineStart = i + 1
      while lineStart < items.count, items[lineStart].kind != .box { lineStart += 1 }
      i = lineStart
      continue
    }
    i += 1
  }
  return breaks
}
