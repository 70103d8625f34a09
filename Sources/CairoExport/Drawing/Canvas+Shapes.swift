import CCairo
import Geometry
import Scene

extension Canvas {
  /// Fills, then strokes; what is fully transparent is left out.
  mutating func draw(_ shape: Shape, x: Double, y: Double) {
    let fill = shape.fill.flatMap { $0.alpha > 0 ? $0 : nil }
    let stroke = shape.stroke.flatMap { $0.color.alpha > 0 && $0.width > .zero ? $0 : nil }
    guard fill != nil || stroke != nil else { return }
    if case .rect(let size, let radius) = shape.kind, radius <= .zero {
      unsafe cairo_rectangle(raw, x, y, size.width.points, size.height.points)
    } else if case .symbol(.circle, let diameter) = shape.kind {
      unsafe cairo_new_sub_path(raw)
      unsafe cairo_arc(raw, x, y, diameter.points / 2, 0, 2 * Double.pi)
      unsafe cairo_close_path(raw)
    } else if case .path(let path) = shape.kind {
      trace(path, x: x, y: y)
    } else {
      trace(shape.outline, x: x, y: y)
    }
    if let fill {
      setColor(fill)
      if stroke == nil { unsafe cairo_fill(raw) } else { unsafe cairo_fill_preserve(raw) }
    }
    if let stroke {
      setStroke(stroke)
      unsafe cairo_stroke(raw)
    }
  }

  private func trace(_ path: Path, x: Double, y: Double) {
    for segment in path.segments {
      switch segment {
      case .move(let p): unsafe cairo_move_to(raw, x + p.x.points, y + p.y.points)
      case .line(let p): unsafe cairo_line_to(raw, x + p.x.points, y + p.y.points)
      case .cubic(let a, let b, let p):
        unsafe cairo_curve_to(
          raw, x + a.x.points, y + a.y.points, x + b.x.points, y + b.y.points, x + p.x.points, y + p.y.points)
      case .close: unsafe cairo_close_path(raw)
      }
    }
  }
}
