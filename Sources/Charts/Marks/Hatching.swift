import Geometry
import Grammar
import Scene
import StructuredData

extension UnitEncoder {
  /// A bar that is no stated figure: the mark in a pale ground, outlined and hatched in its colour.
  func hatched(_ mark: SceneItem, _ color: Color) -> [SceneItem] {
    guard case .shape(let shape, let at) = mark.content else { return [mark] }
    let box = mark.bounds
    let width = hatchSpacing / 6
    var ground = mark
    // The outline runs inside the bar, so that its length still shows its value.
    ground.content = .shape(Shape(shape.kind, fill: color.mixed(with: .white, 0.92), stroke: nil), at: at)
    let inner = Rect(box.x1 + width / 2, box.y1 + width / 2, max(0, box.width - width), max(0, box.height - width))
    var outline = Path()
    outline.move(to: Point(inner.minX.points, inner.minY.points))
    outline.line(to: Point(inner.maxX.points, inner.minY.points))
    outline.line(to: Point(inner.maxX.points, inner.maxY.points))
    outline.line(to: Point(inner.minX.points, inner.maxY.points))
    outline.close()
    return [ground]
      + [(hatching(inner, spacing: hatchSpacing), width * 0.7), (outline, width)].map { path, width in
        SceneItem(
          content: .shape(Shape(.path(path), stroke: Stroke(color, width: .pt(width))), at: .zero), bounds: box, role: .decoration)
      }
  }

  /// Stripes beyond a bar's end: the value is more than the bar shows.
  func openEnd(_ x: Span, _ y: Span, _ color: Color) -> [SceneItem] {
    let stripe = openEndLength / 5
    let isFlat = unit.orient == .horizontal
    let (end, start) = isFlat ? (x.end, x.start) : (y.end, y.start)
    let way: Double = end < start ? -1 : 1
    return (0..<2).map { place in
      let near = end + way * stripe * (1 + 2 * Double(place))
      let box = isFlat ? Box(near, y.start, near + way * stripe, y.end) : Box(x.start, near, x.end, near + way * stripe)
      return SceneItem(
        content: .shape(
          Shape(.rect(Size(box.width, box.height), radius: .zero), fill: color.mixed(with: .white, 0.25 * Double(place + 1))),
          at: Point(box.x1, box.y1)), bounds: box, role: .annotation)
    }
  }
}

/// Lines rising at 45° across a box, `spacing` apart, cut at its edges.
private func hatching(_ box: Rect, spacing: Double) -> Path {
  var path = Path()
  let (x0, y0) = (box.minX.points, box.minY.points)
  let (w, h) = (box.size.width.points, box.size.height.points)
  guard w > 0, h > 0, spacing > 0, w < 1e5, h < 1e5 else { return path }
  let step = max(spacing, (w + h) / 2000) * 2.0.squareRoot()
  // Each line is x + y = c in the box's own coordinates.
  var c = step / 2
  while c < w + h {
    path.move(to: Point(x0 + max(0, c - h), y0 + min(c, h)))
    path.line(to: Point(x0 + min(c, w), y0 + max(0, c - w)))
    c += step
  }
  return path
}
