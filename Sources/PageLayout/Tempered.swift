package import Geometry

/// Breaks stretches into pages so that the last one is not nearly empty: where it would end on less than a third, the heights that
/// figures would like are moved towards their least, then towards their greatest, until it does not. Where nothing helps, the pages
/// are those of the figures as they would like to be.
///
/// - Returns: the stretches with the heights that were chosen, by which they are to be drawn, and where their parts stand.
package func arranged(_ stretches: [Stretch], height: Length) -> (stretches: [Stretch], spans: [PlacedSpan]) {
  let plain = placed(stretches, height: height)
  guard endsShort(plain, of: stretches, height: height) else { return (stretches, plain) }
  for step in [-0.5, -1, 0.35, 0.7, 1] {
    let tempered = stretches.map { $0.tempered(step) }
    let spans = placed(tempered, height: height)
    if !endsShort(spans, of: tempered, height: height) { return (tempered, spans) }
  }
  return (stretches, plain)
}

/// Whether the last of several pages is filled to less than a third.
private func endsShort(_ spans: [PlacedSpan], of stretches: [Stretch], height: Length) -> Bool {
  guard let last = spans.last?.page, last > 0 else { return false }
  let foot = spans.filter { $0.page == last }.map { $0.top + stretches[$0.stretch].flow.height(of: $0.span) }.max() ?? .zero
  return foot / height < PageCost.leastEnd
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
