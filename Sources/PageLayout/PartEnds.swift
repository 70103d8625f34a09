package import Geometry

/// Breaks stretches into pages of which each within a part is full, and none at a part's end nearly empty. Where the pages of least cost
/// are not, the heights that figures would like are moved towards their least or their greatest, or the last chapter begins a page, then
/// those near a page at fault alone; the first pages with the fewest faults are taken, those of the figures as they would like to be
/// before all others.
///
/// Time: that of ``placed(_:height:)`` for each attempt, of which there are some dozens at most.
///
/// - Returns: the stretches with the heights that were chosen, by which they are to be drawn, and where their parts stand.
package func arranged(_ stretches: [Stretch], height: Length) -> (stretches: [Stretch], spans: [PlacedSpan]) {
  func attempt(_ stretches: [Stretch]) -> (stretches: [Stretch], spans: [PlacedSpan], pages: [Int], faults: Int) {
    let spans = placed(stretches, height: height)
    let faults = faults(of: spans, stretches, height: height)
    return (stretches, spans, faults.map(\.page), faults.reduce(0) { $0 + $1.weight })
  }
  var best = attempt(stretches)
  guard best.faults > 0, best.spans.last.map({ $0.page > 0 }) == true else { return (best.stretches, best.spans) }
  let steps = [-0.5, -1, 0.35, 0.7, 1]
  let tries = steps.map { (stretches, $0) } + (stretches.breakingBeforeLastChapter.map { late in ([0] + steps).map { (late, $0) } } ?? [])
  for (candidate, step) in tries {
    let next = attempt(step == 0 ? candidate : candidate.map { $0.tempered(step) })
    if next.faults < best.faults { best = next }
    if best.faults == 0 { break }
  }
  var tried: Set<Int> = []
  while tried.count < mostPagesMended, let page = best.pages.first(where: { !tried.contains($0) }) {
    tried.insert(page)
    for pages in [page...page, page...page + 1, page - 1...page, page - 1...page + 1] {
      for step in steps {
        let next = attempt(best.stretches.tempered(step, on: pages, of: best.spans))
        if next.faults < best.faults { best = next }
      }
      if !best.pages.contains(page) { break }
    }
  }
  return (best.stretches, best.spans)
}

/// Pages at fault that are looked at one by one.
private let mostPagesMended = 6

/// A little more than a third: the last line's foot counts, and not its leading.
private let leastFill = PageCost.leastEnd + 0.02

/// Pages within a part that are not full, and ends of parts on less than a third of a page, which weigh twice as much.
private func faults(of spans: [PlacedSpan], _ stretches: [Stretch], height: Length) -> [(page: Int, weight: Int)] {
  guard let last = spans.last?.page else { return [] }
  var fills = Array(repeating: 0.0, count: last + 1)
  var ends = Array(repeating: false, count: last + 1)
  ends[last] = true
  let measures = stretches.map { FlowMeasure($0.flow) }
  for span in spans where span.page <= last {
    let need = measures[span.stretch].extent(span.span.boxes, floats: span.span.floats)
    let own = span.isFull ? max(need.natural, min(need.greatest, span.height)) : need.natural
    fills[span.page] = max(fills[span.page], (span.top + own) / height)
    // A chapter at a page's top ends the part before it.
    if span.page > 0, span.top == .zero, span.span.floats.isEmpty, let first = span.span.boxes.first,
      stretches[span.stretch].flow.boxes[first].opensChapter
    {
      ends[span.page - 1] = true
    }
  }
  return zip(fills, ends).enumerated().compactMap { page, end in
    let weight = end.1 ? (end.0 < leastFill ? 2 : 0) : end.0 < PageCost.full ? 1 : 0
    return weight > 0 ? (page, weight) : nil
  }
}

extension [Stretch] {
  /// Figures that stand on some pages towards their least or their greatest.
  fileprivate func tempered(_ step: Double, on pages: ClosedRange<Int>, of spans: [PlacedSpan]) -> [Stretch] {
    var copy = self
    for span in spans where pages.contains(span.page) {
      for i in span.span.boxes { copy[span.stretch].flow.boxes[i] = self[span.stretch].flow.boxes[i].tempered(step) }
      for i in span.span.floats { copy[span.stretch].flow.floats[i].box = self[span.stretch].flow.floats[i].box.tempered(step) }
    }
    return copy
  }

  /// The last chapter on a page of its own; nil where there is no other before it.
  fileprivate var breakingBeforeLastChapter: [Stretch]? {
    for (i, stretch) in enumerated().reversed() {
      guard let box = stretch.flow.boxes.lastIndex(where: \.opensChapter) else { continue }
      guard i > 0 || box > 0 else { return nil }
      var copy = self
      if box == 0 { copy[i].startsPage = true } else { copy[i].flow.boxes[box].breakBefore = -.infinity }
      return copy
    }
    return nil
  }
}

extension Stretch {
  /// - Parameter step: -1: figures are as low as they may be; 1: as high; 0: as they would like to be.
  fileprivate func tempered(_ step: Double) -> Stretch {
    var copy = self
    copy.flow.boxes = flow.boxes.map { $0.tempered(step) }
    for i in copy.flow.floats.indices { copy.flow.floats[i].box = flow.floats[i].box.tempered(step) }
    return copy
  }
}

extension FlowBox {
  fileprivate func tempered(_ step: Double) -> FlowBox {
    var copy = self
    copy.height.natural =
      step < 0 ? height.natural - (height.natural - height.least) * -step : height.natural + (height.greatest - height.natural) * step
    return copy
  }
}
