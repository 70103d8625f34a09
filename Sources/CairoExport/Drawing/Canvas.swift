import CCairo
import Diagnostics
import Geometry
import Scene

/// Which way round the channels of a pixel lie.
enum ChannelOrder {
  /// 0xAARRGGBB in a number of the machine.
  case cairo
  /// 0xAABBGGRR: red, green, blue, alpha as bytes of a little-endian machine, as PNG has them. Red and blue are exchanged before they
  /// are drawn, so that the pixels need not be turned afterwards.
  case png
}

/// Sole owner of a `cairo_t`. Calls that would set what is set already are left out: cairo allocates for each.
@safe struct Canvas: ~Copyable {
  let raw: OpaquePointer
  private let order: ChannelOrder
  private var state = State()
  private var saved: [State] = []

  private struct State {
    var color: Color?
    var font: FontID?
    var size: Double = -1
    var lineWidth: Double = -1
    var dash: [Length] = []
    var dashOffset = Length.zero
    var cap = Stroke.Cap.butt
    var join = Stroke.Join.miter
  }

  /// - Parameters:
  ///   - surface: kept alive by cairo.
  ///   - order: of what is drawn.
  init(on surface: OpaquePointer, order: ChannelOrder = .cairo) {
    unsafe raw = cairo_create(surface)
    self.order = order
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe cairo_set_font_options(raw, options)
    unsafe cairo_font_options_destroy(options)
  }
  deinit { unsafe cairo_destroy(raw) }

  /// - Throws: `cairo.failed`, also for a failure of an earlier call.
  func check(_ what: String) throws(Diagnostic) {
    try unsafe checkCairo(cairo_status(raw), what)
  }

  mutating func save() {
    unsafe cairo_save(raw)
    saved.append(state)
  }

  mutating func restore() {
    unsafe cairo_restore(raw)
    if let last = saved.popLast() { state = last }
  }

  mutating func transform(_ t: Transform) {
    var matrix = cairo_matrix_t(xx: t.a, yx: t.b, xy: t.c, yy: t.d, x0: t.tx, y0: t.ty)
    unsafe cairo_transform(raw, &matrix)
  }

  mutating func clip(_ rect: Rect) {
    unsafe cairo_rectangle(
      raw, rect.minX.points, rect.minY.points, rect.size.width.points, rect.size.height.points)
    unsafe cairo_clip(raw)
  }

  mutating func setColor(_ color: Color) {
    guard color != state.color else { return }
    state.color = color
    let (first, last) = order == .cairo ? (color.red, color.blue) : (color.blue, color.red)
    let (r, g, b) = (Double(first) / 255, Double(color.green) / 255, Double(last) / 255)
    if color.alpha == 255 {
      unsafe cairo_set_source_rgb(raw, r, g, b)
    } else {
      unsafe cairo_set_source_rgba(raw, r, g, b, Double(color.alpha) / 255)
    }
  }

  /// At the end of a page.
  func checkBalance() { precondition(saved.isEmpty, "each save has its restore") }

  mutating func setFont(_ id: FontID, size: Double, from faces: inout FontFaces) throws(Diagnostic) {
    if id != state.font {
      unsafe cairo_set_font_face(raw, try faces.fontFace(id))
      state.font = id
    }
    if size != state.size {
      unsafe cairo_set_font_size(raw, size)
      state.size = size
    }
  }

  mutating func setStroke(_ stroke: Stroke) {
    setColor(stroke.color)
    if stroke.width.points != state.lineWidth {
      unsafe cairo_set_line_width(raw, stroke.width.points)
      state.lineWidth = stroke.width.points
    }
    if stroke.dash != state.dash || stroke.dashOffset != state.dashOffset {
      // cairo refuses negative lengths and a sum of zero.
      let lengths = stroke.dash.map { max(0, $0.points) }
      let usable = lengths.contains { $0 > 0 } ? lengths : []
      unsafe cairo_set_dash(raw, usable, Int32(usable.count), stroke.dashOffset.points)
      (state.dash, state.dashOffset) = (stroke.dash, stroke.dashOffset)
    }
    if stroke.cap != state.cap {
      let cap =
        switch stroke.cap {
        case .butt: CAIRO_LINE_CAP_BUTT
        case .round: CAIRO_LINE_CAP_ROUND
        case .square: CAIRO_LINE_CAP_SQUARE
        }
      unsafe cairo_set_line_cap(raw, cap)
      state.cap = stroke.cap
    }
    if stroke.join != state.join {
      let join =
        switch stroke.join {
        case .miter: CAIRO_LINE_JOIN_MITER
        case .round: CAIRO_LINE_JOIN_ROUND
        case .bevel: CAIRO_LINE_JOIN_BEVEL
        }
      unsafe cairo_set_line_join(raw, join)
      state.join = stroke.join
    }
  }
}

/// - Throws: `cairo.failed` with cairo's own words.
func checkCairo(_ status: cairo_status_t, _ what: String) throws(Diagnostic) {
  guard status != CAIRO_STATUS_SUCCESS else { return }
  throw .error("cairo.failed", "cannot \(what): \(unsafe String(cString: cairo_status_to_string(status)))")
}
