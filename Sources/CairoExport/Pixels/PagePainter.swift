import CCairo
import Diagnostics
import Geometry
import PNG
import Scene

/// Paints a page, or a band of its rows, as pixels.
struct PagePainter: Sendable {
  let page: Page
  /// Pixels per point.
  let scale: Double
  /// Nil leaves transparent what nothing is drawn on.
  let background: Color?
  /// Of all glyphs of the page.
  let outlines: GlyphOutlines
  /// In pixels.
  let width: Int
  let height: Int

  /// Whether all pixels are.
  var isOpaque: Bool { background?.alpha == 255 }

  /// Each row has the same pixels whatever other rows are painted with it: cairo's coordinates are moved by whole pixels.
  ///
  /// - Throws: `image.too-large`, `image.…`, `cairo.failed`.
  func surface(of rows: Range<Int>, _ images: inout ImageSurfaces) throws(Diagnostic) -> PixelSurface {
    let surface = try PixelSurface(width: width, height: rows.count, background: background)
    unsafe cairo_surface_set_device_offset(surface.raw, 0, -Double(rows.lowerBound))
    var canvas = unsafe Canvas(on: surface.raw, order: .png)
    if let background, background.alpha > 0 {
      canvas.setColor(background)
      unsafe cairo_paint(canvas.raw)
    }
    canvas.transform(.scaling(scale, scale))
    try paint(page.frame, at: .zero, within: canvas.visible, on: &canvas, &images)
    try canvas.check("draw page \(page.number)")
    return surface
  }

  /// - Parameter visible: what of the canvas can be seen, in its present coordinates.
  private func paint(
    _ frame: Frame, at origin: Point, within visible: Rect, on canvas: inout Canvas, _ images: inout ImageSurfaces
  ) throws(Diagnostic) {
    for placed in frame.items {
      let at = origin + placed.origin
      switch placed.item {
      case .text(let run):
        if run.isVisible, run.mayReach(visible, from: at) { fill(run, at: at, on: &canvas) }
      case .shape(let shape):
        if shape.reach.offset(by: at).meets(visible) { canvas.draw(shape, x: at.x.points, y: at.y.points) }
      case .image(let id, let size): try images.draw(id, size: size, x: at.x.points, y: at.y.points, on: &canvas)
      case .group(let group):
        if group.transform == .identity && group.clip == nil {
          try paint(group.frame, at: at, within: visible, on: &canvas, &images)
        } else if group.transform.isInvertible {
          canvas.save()
          canvas.transform(group.transform.then(.translation(at)))
          if let clip = group.clip { canvas.clip(clip) }
          try paint(group.frame, at: .zero, within: canvas.visible, on: &canvas, &images)
          canvas.restore()
        }
      case .link, .anchor: continue
      }
    }
  }

  private func fill(_ run: TextRun, at origin: Point, on canvas: inout Canvas) {
    let size = run.size.points
    var pen = origin.x.points
    for glyph in run.glyphs {
      canvas.trace(
        outlines[glyph.id, run.font], x: pen + Double(glyph.dx) * size, y: origin.y.points + Double(glyph.dy) * size, size: size)
      pen += Double(glyph.advance) * size
    }
    canvas.setColor(run.fill)
    unsafe cairo_fill(canvas.raw)
  }
}

extension Rect {
  /// Whether two boxes have a point in common; unlike `intersects`, flat boxes may too.
  fileprivate func meets(_ other: Rect) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}

extension TextRun {
  /// False only where no ink of the text can be in the box; ink leaves the line's box by less than its size.
  fileprivate func mayReach(_ box: Rect, from origin: Point) -> Bool {
    if origin.y - size * 2 <= box.maxY, origin.y + size * 2 >= box.minY { return true }
    return glyphs.contains { abs($0.dy) > 0.5 }
  }
}

extension Shape {
  /// The box of all that is painted; a mitre is ten times as long as its line is wide at most (cairo's default limit).
  fileprivate var reach: Rect {
    guard let stroke else { return bounds }
    return bounds.inset(by: Insets(all: -(stroke.width * (stroke.join == .miter ? 10 : 1))))
  }
}

extension Canvas {
  /// The box of what can be seen, in present coordinates.
  fileprivate var visible: Rect {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    unsafe cairo_clip_extents(raw, &left, &top, &right, &bottom)
    return Rect(left, top, right - left, bottom - top)
  }

  fileprivate func trace(_ outline: [GlyphOutlines.Segment], x: Double, y: Double, size: Double) {
    for segment in outline {
      let endX = x + Double(segment.x) * size
      let endY = y + Double(segment.y) * size
      switch segment.kind {
      case .move: unsafe cairo_move_to(raw, endX, endY)
      case .line: unsafe cairo_line_to(raw, endX, endY)
      case .cubic:
        unsafe cairo_curve_to(
          raw, x + Double(segment.x1) * size, y + Double(segment.y1) * size, x + Double(segment.x2) * size,
          y + Double(segment.y2) * size, endX, endY)
      case .close: unsafe cairo_close_path(raw)
      }
    }
  }
}
