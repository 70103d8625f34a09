import CCairo
import Geometry
import Scene

/// A run in cairo's form; the memory is used again for the next run.
struct GlyphBuffer {
  private(set) var glyphs: [cairo_glyph_t] = []
  private(set) var clusters: [cairo_text_cluster_t] = []

  /// Places the run's glyphs from (x, y), the left end of its baseline.
  ///
  /// - Parameter glyphCount: of the font; a number outside becomes glyph 0, where cairo's subsetting would stop the process.
  mutating func place(_ run: TextRun, x: Double, y: Double, glyphCount: Int) {
    glyphs.removeAll(keepingCapacity: true)
    let size = run.size.points
    var pen = x
    for glyph in run.glyphs {
      glyphs.append(
        cairo_glyph_t(
          index: Int(glyph.id) < glyphCount ? UInt(glyph.id) : 0, x: pen + Double(glyph.dx) * size,
          y: y + Double(glyph.dy) * size))
      pen += Double(glyph.advance) * size
    }
  }

  /// Says which bytes of the text which glyphs stand for. Every byte and every glyph is in one cluster, as cairo asks: text
  /// before the first cluster joins it, and a cluster that goes back or lies outside the text joins the one before.
  mutating func cluster(_ run: TextRun, bytes: UnsafeBufferPointer<UInt8>) {
    clusters.removeAll(keepingCapacity: true)
    guard let first = run.glyphs.first else { return }
    var byte = 0  // where the code point number `point` starts
    var point: UInt32 = 0
    var start = 0
    var count: Int32 = 0
    var current = first.cluster
    for glyph in run.glyphs {
      if glyph.cluster > current {
        while point < glyph.cluster && byte < bytes.count {
          unsafe byte += utf8Length(bytes[byte])
          point += 1
        }
        if byte < bytes.count {
          clusters.append(cairo_text_cluster_t(num_bytes: Int32(byte - start), num_glyphs: count))
          start = byte
          count = 0
          current = glyph.cluster
        }
      }
      count += 1
    }
    clusters.append(cairo_text_cluster_t(num_bytes: Int32(bytes.count - start), num_glyphs: count))
  }
}

/// The length of the UTF-8 sequence that a leading byte opens.
private func utf8Length(_ lead: UInt8) -> Int {
  switch lead {
  case ..<0x80: 1
  case ..<0xE0: 2
  case ..<0xF0: 3
  default: 4
  }
}
