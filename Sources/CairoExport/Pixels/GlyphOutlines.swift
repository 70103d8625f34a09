import CCairo
import Diagnostics
import Scene

/// Outlines of glyphs in fractions of the font size, y down.
///
/// Text in pictures is filled as outlines: cairo 1.16 moves glyph images to whole pixels, which spaces small text unevenly.
struct GlyphOutlines: Sendable {
  /// One step of an outline; a line uses the last point only.
  struct Segment: Sendable {
    enum Kind: Sendable { case move, line, cubic, close }
    var kind: Kind
    var x1: Float = 0
    var y1: Float = 0
    var x2: Float = 0
    var y2: Float = 0
    var x: Float = 0
    var y: Float = 0
  }

  fileprivate var segments: [UInt32: [Segment]] = [:]

  fileprivate static func key(_ glyph: UInt16, _ font: FontID) -> UInt32 { UInt32(font.index) << 16 | UInt32(glyph) }

  /// Empty for a space, for a glyph number the font does not have, and for what was not read.
  subscript(glyph: UInt16, font: FontID) -> [Segment] { segments[Self.key(glyph, font)] ?? [] }
}

/// Reads outlines out of font files and keeps them from page to page.
struct OutlineReader: ~Copyable {
  private var faces: FaceCache
  private(set) var outlines = GlyphOutlines()

  init(_ resources: [FontResource]) { faces = FaceCache(resources) }

  /// Reads the outlines of all glyphs that are seen in the frame.
  mutating func read(_ frame: Frame) throws(Diagnostic) {
    for placed in frame.items {
      switch placed.item {
      case .text(let run):
        guard run.isVisible else { continue }
        for glyph in run.glyphs {
          let key = GlyphOutlines.key(glyph.id, run.font)
          if outlines.segments[key] == nil { outlines.segments[key] = try faces.face(run.font).outline(of: glyph.id) }
        }
      case .group(let group): try read(group.frame)
      case .shape, .image, .link, .anchor: continue
      }
    }
  }
}

/// What FreeType's callbacks write into.
private final class OutlineBuilder {
  var segments: [GlyphOutlines.Segment] = []
  var unit: Float
  var isOpen = false
  var x: Float = 0
  var y: Float = 0

  init(unitsPerEm: Double) { unit = Float(1 / unitsPerEm) }

  func close() {
    if isOpen { segments.append(.init(kind: .close)) }
    isOpen = false
  }

  func append(_ kind: GlyphOutlines.Segment.Kind, _ a: FT_Vector, _ b: FT_Vector, _ end: FT_Vector) {
    segments.append(
      .init(
        kind: kind, x1: Float(a.x) * unit, y1: -Float(a.y) * unit, x2: Float(b.x) * unit, y2: -Float(b.y) * unit,
        x: Float(end.x) * unit, y: -Float(end.y) * unit))
    x = Float(end.x)
    y = Float(end.y)
  }

  /// A quadratic curve as a cubic one: the control points lie two thirds of the way.
  func appendQuadratic(_ control: FT_Vector, _ end: FT_Vector) {
    let (cx, cy, ex, ey) = (Float(control.x), Float(control.y), Float(end.x), Float(end.y))
    segments.append(
      .init(
        kind: .cubic, x1: (x + (cx - x) * 2 / 3) * unit, y1: -(y + (cy - y) * 2 / 3) * unit,
        x2: (ex + (cx - ex) * 2 / 3) * unit, y2: -(ey + (cy - ey) * 2 / 3) * unit, x: ex * unit, y: -ey * unit))
    x = ex
    y = ey
  }

  static func from(_ pointer: UnsafeMutableRawPointer?) -> OutlineBuilder? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe Unmanaged<OutlineBuilder>.fromOpaque(pointer).takeUnretainedValue()
  }
}

extension LoadedFace {
  fileprivate func outline(of glyph: UInt16) -> [GlyphOutlines.Segment] {
    guard unsafe FT_Load_Glyph(raw, FT_UInt(glyph), FT_Int32(FT_LOAD_NO_SCALE)) == 0,
      unsafe raw.pointee.glyph.pointee.format == FT_GLYPH_FORMAT_OUTLINE
    else { return [] }
    let builder = OutlineBuilder(unitsPerEm: unitsPerEm)
    var functions = unsafe FT_Outline_Funcs(
      move_to: { to, user in
        guard let to = unsafe to?.pointee, let builder = unsafe OutlineBuilder.from(user) else { return 1 }
        builder.close()
        builder.append(.move, to, to, to)
        builder.isOpen = true
        return 0
      },
      line_to: { to, user in
        guard let to = unsafe to?.pointee, let builder = unsafe OutlineBuilder.from(user) else { return 1 }
        builder.append(.line, to, to, to)
        return 0
      },
      conic_to: { control, to, user in
        guard let control = unsafe control?.pointee, let to = unsafe to?.pointee,
          let builder = unsafe OutlineBuilder.from(user)
        else { return 1 }
        builder.appendQuadratic(control, to)
        return 0
      },
      cubic_to: { a, b, to, user in
        guard let a = unsafe a?.pointee, let b = unsafe b?.pointee, let to = unsafe to?.pointee,
          let builder = unsafe OutlineBuilder.from(user)
        else { return 1 }
        builder.append(.cubic, a, b, to)
        return 0
      },
      shift: 0, delta: 0)
    let status = unsafe FT_Outline_Decompose(
      &raw.pointee.glyph.pointee.outline, &functions, Unmanaged.passUnretained(builder).toOpaque())
    builder.close()
    return status == 0 ? builder.segments : []
  }
}
