package import Geometry

/// Breaks stretches into pages of which each within a part is full, and none at a part's end nearly empty. Where the pages of least cost
/// are not, the heights that figures would like are moved towards their least or their greatest, the last chapter begins a page, or all pages
/// end a line or two early; the first pages with the fewest faults are taken, those of the figures as they would like to be before all
/// others.
///
/// Time: that of ``placed(_:height:)`` for each attempt.
///
/// - Returns: the stretches with the heights that were chosen, by which they are to be drawn, and where their parts stand.
package func arranged(_ stretches: [Stretch], height: Length) -> (stretches: [Stretch], spans: [PlacedSpan]) {
  func attempt(_ stretches: [Stretch], within room: Length? = nil) -> (stretches: [Stretch], spans: [PlacedSpan], faults: Int) {
    let spans = placed(stretches, height: room ?? height)
    return (stretches, spans, faults(of: spans, stretches, height: height))
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
  // Pages a line or two short leave more for the last one.
  for share in [0.97, 0.94, 0.91] {
    for step in [0, -0.5, 0.35] where best.faults > 0 {
      let next = attempt(step == 0 ? stretches : stretches.map { $0.tempered(step) }, within: height * share)
      if next.faults < best.faults { best = next }
    }
  }
  return (best.stretches, best.spans)
}

/// A little more than a third: the last line's foot counts, and not its leading.
private let leastFill = PageCost.leastEnd + 0.02

/// Pages within a part that are not full, and ends of parts on less than a third of a page, which weigh twice as much.
private func faults(of spans: [PlacedSpan], _ stretches: [Stretch], height: Length) -> Int {
  guard let last = spans.last?.page else { return 0 }
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
  return zip(fills, ends).reduce(0) { sum, page in
    page.1 ? sum + (page.0 < leastFill ? 2 : 0) : sum + (page.0 < PageCost.full ? 1 : 0)
  }
}

extension [Stretch] {
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
    func tempered(_ box: FlowBox) -> FlowBox {
      var copy = box
      let extent = box.height
      copy.height.natural =
        step < 0
        ? extent.natural - (extent.natural - extent.least) * -step : extent.natural + (extent.greatest - extent.natural) * step
      return copy
    }
    var copy = self
    copy.flow.boxes = flow.boxes.map(tempered)
    for i in copy.flow.floats.indices { copy.flow.floats[i].box = tempered(flow.floats[i].box) }
    return copy
  }
}
