import Geometry
import Grammar
import Scene

extension UnitEncoder {
  /// Rules: straight lines between two points.
  func rules() -> [SceneItem] {
    let paint = MarkPaint(self)
    if unit.map != nil { return rulesOnMap(paint) }
    if unit.encoding[.x] == nil, unit.encoding[.y] == nil, unit.encoding[.x2] == nil, unit.encoding[.y2] == nil { return [] }
    let xs = ends(.x, isRange: unit.orient != .vertical)
    let ys = ends(.y, isRange: unit.orient != .horizontal)
    return drawnRows.compactMap { row in
      guard let x = xs(row), let y = ys(row), x.start.isFinite, y.start.isFinite, x.end.isFinite, y.end.isFinite else { return nil }
      // A rule without length has no ink unless its caps have.
      let stroke = paint.stroke(row)
      if x.start == x.end, y.start == y.end, stroke?.cap ?? .butt == .butt { return nil }
      var path = Path()
      path.move(to: Point(x.end, y.end))
      path.line(to: Point(x.start, y.start))
      return pathItem(path, fill: nil, stroke: stroke, row: row)
    }
  }

  private func ends(_ channel: Channel, isRange: Bool) -> (Int) -> Span? {
    let definition = unit.encoding[channel]
    let hasOwn = definition != nil || unit.properties[channel.rawValue] != nil
    let hasSecond = channel.second.map { unit.encoding[$0] != nil || unit.properties[$0.rawValue] != nil } ?? false
    if isRange {
      if !hasOwn, !hasSecond { return { _ in wholeSpan(channel) } }
      return rangeSpan(channel)
    }
    let place = point(channel)
    return { row in place(row).map { Span(start: $0, end: $0) } }
  }
}
