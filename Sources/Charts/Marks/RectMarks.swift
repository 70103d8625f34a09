import Geometry
import Grammar
import Scene
import StructuredData

extension UnitEncoder {
  /// Bars and rects: one box a row.
  func rects() -> [SceneItem] {
    let paint = MarkPaint(self)
    let (xs, ys) = (rectSpan(.x), rectSpan(.y))
    let corners = Corners(self)
    let least = unit.mark == .bar ? unit.config["figure"].number("minBarLength") ?? 0 : 0
    let (isProvisional, isOpen) = (provisional, openEnded)
    let reference = references()
    // Of a whole each part is as sure as the others.
    let isPart = unit.properties.bool("partLabels") == true
    return drawnRows.flatMap { row -> [SceneItem] in
      guard var x = xs(row), var y = ys(row) else { return [] }
      if least > 0 {
        // A bar that is not zero is seen.
        if unit.orient == .horizontal { x = lengthened(x, to: least) } else { y = lengthened(y, to: least) }
      }
      let box = Box(x.start, y.start, x.end, y.end)
      let fill = paint.fill(row)
      guard let bar = item(box, corners, x, y, fill: fill, stroke: paint.stroke(row), datum: reference(row)) else { return [] }
      guard let color = fill else { return [bar] }
      return (!isPart && isProvisional(row) ? hatched(bar, color) : [bar]) + (isOpen(row) ? openEnd(x, y, color) : [])
    }
  }

  /// A span of some length with at least `least`, from its start on.
  private func lengthened(_ span: Span, to least: Double) -> Span {
    let length = abs(span.end - span.start)
    guard length > 0, length < least else { return span }
    return Span(start: span.start, end: span.start + (span.end > span.start ? least : -least))
  }

  /// Ticks: thin boxes across the axis.
  func ticks() -> [SceneItem] {
    let paint = MarkPaint(self)
    let isVertical = unit.orient != .horizontal
    let (along, across): (Channel, Channel) = isVertical ? (.x, .y) : (.y, .x)
    let places = point(along)
    let thickness = numbers("thickness")
    let spans = rectSpan(across)
    let corners = Corners(self)
    let reference = references()
    return drawnRows.compactMap { row in
      guard let place = places(row), let span = spans(row) else { return nil }
      let half = (thickness(row) ?? 1) / 2
      let box =
        isVertical
        ? Box(place - half, min(span.start, span.end), place + half, max(span.start, span.end))
        : Box(min(span.start, span.end), place - half, max(span.start, span.end), place + half)
      return item(
        box, corners, Span(start: box.x1, end: box.x2), Span(start: box.y2, end: box.y1), fill: paint.fill(row),
        stroke: paint.stroke(row), datum: reference(row))
    }
  }

  private func item(
    _ box: Box, _ corners: Corners, _ x: Span, _ y: Span, fill: Color?, stroke: Stroke?, datum: DatumReference
  ) -> SceneItem? {
    guard box.x1.isFinite, box.y1.isFinite, box.x2.isFinite, box.y2.isFinite else { return nil }
    let rect = Rect(box.x1, box.y1, box.width, box.height)
    let radii = corners.radii(x: x, y: y, orient: unit.orient, isBar: unit.mark == .bar)
    let shape: Shape
    var origin = rect.origin
    if radii.allSatisfy({ $0 == radii[0] }) {
      let radius = max(0, min(radii[0], box.width / 2, box.height / 2))
      shape = Shape(.rect(rect.size, radius: .pt(radius)), fill: fill, stroke: stroke)
    } else {
      shape = Shape(.path(roundedBox(rect, radii)), fill: fill, stroke: stroke)
      origin = .zero
    }
    let half = stroke.map { $0.width.points / 2 } ?? 0
    return SceneItem(
      content: .shape(shape, at: origin), bounds: box.expanded(by: half), role: .mark, datum: datum)
  }
}

/// Radii of a box's corners by Vega's properties.
private struct Corners {
  let all: Double
  let end: Double?
  let topLeft, topRight, bottomRight, bottomLeft: Double?

  init(_ encoder: UnitEncoder) {
    all = encoder.number("cornerRadius") ?? 0
    end = encoder.number("cornerRadiusEnd")
    topLeft = encoder.number("cornerRadiusTopLeft")
    topRight = encoder.number("cornerRadiusTopRight")
    bottomRight = encoder.number("cornerRadiusBottomRight")
    bottomLeft = encoder.number("cornerRadiusBottomLeft")
  }

  /// Top left, top right, bottom right, bottom left.
  func radii(x: Span, y: Span, orient: Orientation?, isBar: Bool) -> [Double] {
    var radii = [all, all, all, all]
    if let end, isBar {
      let ends =
        orient == .horizontal ? (x.end >= x.start ? [1, 2] : [0, 3]) : (y.end <= y.start ? [0, 1] : [2, 3])
      for index in ends { radii[index] = end }
    }
    for (index, radius) in [topLeft, topRight, bottomRight, bottomLeft].enumerated() { if let radius { radii[index] = radius } }
    return radii.map { max(0, $0) }
  }
}

private func roundedBox(_ r: Rect, _ radii: [Double]) -> Path {
  let most = min(r.size.width.points, r.size.height.points) / 2
  let q = radii.map { min($0, most) }
  let (x0, y0, x1, y1) = (r.minX.points, r.minY.points, r.maxX.points, r.maxY.points)
  let k = 1 - 0.552_284_749_830_793_4
  var path = Path()
  path.move(to: Point(x0 + q[0], y0))
  path.line(to: Point(x1 - q[1], y0))
  if q[1] > 0 { path.cubic(Point(x1 - q[1] * k, y0), Point(x1, y0 + q[1] * k), to: Point(x1, y0 + q[1])) }
  path.line(to: Point(x1, y1 - q[2]))
  if q[2] > 0 { path.cubic(Point(x1, y1 - q[2] * k), Point(x1 - q[2] * k, y1), to: Point(x1 - q[2], y1)) }
  path.line(to: Point(x0 + q[3], y1))
  if q[3] > 0 { path.cubic(Point(x0 + q[3] * k, y1), Point(x0, y1 - q[3] * k), to: Point(x0, y1 - q[3])) }
  path.line(to: Point(x0, y0 + q[0]))
  if q[0] > 0 { path.cubic(Point(x0, y0 + q[0] * k), Point(x0 + q[0] * k, y0), to: Point(x0 + q[0], y0)) }
  path.close()
  return path
}
