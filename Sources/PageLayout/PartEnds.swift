package import Geometry

/// Breaks stretches into pages so that the last one is not nearly empty: where it would end on less than a third, the heights that
/// figures would like are moved towards their least, or the last chapter begins a page, or the heights are moved towards their
/// greatest, until it does not. Where nothing helps, the pages are those of the figures as they would like to be.
///
/// - Returns: the stretches with the heights that were chosen, by which they are to be drawn, and where their parts stand.
package func arranged(_ stretches: [Stretch], height: Length) -> (stretches: [Stretch], spans: [PlacedSpan]) {
  let plain = placed(stretches, height: height)
  guard let last = plain.last?.page, last > 0, fill(of: last, plain, stretches, height: height) < leastFill else {
    return (stretches, plain)
  }
  let candidates =
    [-0.5, -1].map { step in stretches.map { $0.tempered(step) } } + [stretches.breakingBeforeLastChapter].compactMap { $0 }
    + [0.35, 0.7, 1].map { step in stretches.map { $0.tempered(step) } }
  for candidate in candidates {
    let spans = placed(candidate, height: height)
    guard let last = spans.last?.page else { continue }
    // The page before may end a chapter now.
    if (max(0, last - 1)...last).allSatisfy({ fill(of: $0, spans, candidate, height: height) >= leastFill }) {
      return (candidate, spans)
    }
  }
  return (stretches, plain)
}

/// A little more than a third: the last line's foot counts, and not its leading.
private let leastFill = PageCost.leastEnd + 0.01

/// How far down a page its material reaches, as a part of its height.
private func fill(of page: Int, _ spans: [PlacedSpan], _ stretches: [Stretch], height: Length) -> Double {
  (spans.filter { $0.page == page }.map { $0.top + stretches[$0.stretch].flow.height(of: $0.span) }.max() ?? .zero) / height
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
