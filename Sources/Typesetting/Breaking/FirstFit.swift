/// The breaks that a greedy breaker finds: each line takes boxes as long as they fit with all spaces at their natural width
/// (Knuth & Plass 1981, "first fit"). What the optimum is measured against.
package func firstFit(
  _ items: [ParagraphItem], width: Double, firstWidth: Double? = nil,
  dearestPenalty: Float = .greatestFiniteMagnitude
) -> [ParagraphBreak] {
  var breaks: [ParagraphBreak] = []
  var start = 0
  while start < items.count {
    while start < items.count, items[start].kind != .box { start += 1 }
    guard start < items.count else { break }
    let measure = breaks.isEmpty ? firstWidth ?? width : width
    var (used, stretch, shrink) = (0.0, 0.0, 0.0)
    var best: ParagraphBreak?
    var i = start
    scan: while i < items.count {
      let item = items[i]
      let isLegal = item.kind == .glue ? items[i - 1].kind == .box : item.kind == .penalty && item.cost <= dearestPenalty
      if isLegal {
        let slack = measure - used - (item.kind == .penalty ? item.width : 0)
        let offered = slack < 0 ? shrink : stretch
        if slack >= -1e-9 || best == nil {
          best = ParagraphBreak(item: i, ratio: abs(slack) < 1e-9 ? 0 : offered > 0 ? slack / offered : 0)
        }
        if slack < -1e-9 || item.cost == -.infinity && item.kind == .penalty { break scan }
      }
      if item.kind != .penalty { used += item.width }
      if item.kind == .glue {
        stretch += item.stretch
        shrink += item.shrink
      }
      i += 1
    }
    guard let end = best else { break }
    breaks.append(end)
    start = end.item
    if items[start].kind == .penalty, items[start].cost == -.infinity { start += 1 }
  }
  return breaks
}
