import Geometry
import Scene

extension CartesianPlot {
  /// A bar that is no stated figure: outlined and hatched in its series' colour.
  func drawHatched(_ box: Rect, _ color: Color, owner: Int, into picture: inout Picture) {
    let width = theme.hairline * 2
    // The outline runs inside the bar, so that its height still shows its value.
    let inner = box.inset(by: Insets(all: .pt(width / 2)))
    picture.marks.place(
      .shape(Shape(.rect(box.size, radius: .zero), fill: theme.palette.tint)), at: box.origin, role: .mark)
    picture.obstruct(box, owner: owner)
    picture.marks.place(
      .shape(
        Shape(
          .path(hatching(inner, spacing: theme.unit * 1.1)), stroke: Stroke(color, width: .pt(theme.hairline * 1.5)))),
      at: .zero, role: .background)
    picture.marks.place(
      .shape(Shape(.rect(inner.size, radius: .zero), stroke: Stroke(color, width: .pt(width)))), at: inner.origin,
      role: .background)
  }

  /// Stripes beyond a bar's end: the value is more than the bar shows.
  func drawOpenEnd(_ box: Rect, _ color: Color, horizontal: Bool, into picture: inout Picture) {
    let stripe = openEndLength / 5
    for i in 0..<2 {
      let offset = stripe * (1 + 2 * Double(i))
      let rect =
        horizontal
        ? Rect(box.maxX.points + offset, box.minY.points, stripe, box.size.height.points)
        : Rect(box.minX.points, box.minY.points - offset - stripe, box.size.width.points, stripe)
      picture.marks.place(
        .shape(Shape(.rect(rect.size, radius: .zero), fill: color.mixed(with: .white, 0.25 * Double(i + 1)))),
        at: rect.origin, role: .annotation)
      picture.obstruct(rect)
    }
  }
}

/// Lines rising at 45° across a box, `spacing` apart, cut at its edges.
func hatching(_ box: Rect, spacing: Double) -> Path {
  var path = Path()
  let (x0, y0) = (box.minX.points, box.minY.points)
  let (w, h) = (box.size.width.points, box.size.height.points)
  guard w > 0, h > 0, spacing > 0 else { return path }
  let step = spacing * 2.0.squareRoot()
  // Each line is x + y = c in the box's own coordinates.
  var c = step / 2
  while c < w + h {
    let start = Point(x0 + max(0, c - h), y0 + min(c, h))
    let end = Point(x0 + min(c, w), y0 + max(0, c - w))
    path.move(to: start)
    path.line(to: end)
    c += step
  }
  return path
}
