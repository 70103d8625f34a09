import CHarfBuzz
import Synchronization

/// One face of one font file, ready for shaping by HarfBuzz's own OpenType functions.
///
/// Shaping only reads it: the `hb_font_t` is made immutable before the value is published, and the HarfBuzz manual
/// ("Object lifecycle management") allows immutable objects to be used from several threads.
@safe package final class Typeface: @unchecked Sendable {
  let font: OpaquePointer
  package let metrics: FontMetrics
  /// What ``trim(of:language:)`` found; nil for marks without blank.
  let trims = Mutex<[TrimKey: PunctuationTrim?]>([:])
  /// Design units in one em; the font's scale, so that positions come out in units, without rounding.
  let unitsPerEm: Float

  /// - Returns: nil when the file cannot be read or is no OpenType font.
  package init?(contentsOf path: String, faceIndex: Int) {
    guard let blob = unsafe hb_blob_create_from_file_or_fail(path) else { return nil }
    defer { unsafe hb_blob_destroy(blob) }
    guard unsafe UInt32(clamping: faceIndex) < hb_face_count(blob),
      let face = unsafe hb_face_create(blob, UInt32(clamping: faceIndex))
    else { return nil }
    defer { unsafe hb_face_destroy(face) }
    guard unsafe hb_face_get_glyph_count(face) > 0, let created = unsafe hb_font_create(face) else { return nil }
    let units = unsafe hb_face_get_upem(face)
    unsafe hb_font_set_scale(created, Int32(units), Int32(units))
    unsafe hb_font_make_immutable(created)
    unsafe font = created
    unitsPerEm = Float(units)
    metrics = unsafe Typeface.metrics(of: unsafe FaceTables(face: face), font: created, unitsPerEm: Double(units))
  }

  deinit { unsafe hb_font_destroy(font) }

  /// The glyph for a character by the font's character map alone, without shaping; nil when the font has none.
  package func glyph(for scalar: Unicode.Scalar) -> UInt16? {
    var glyph: hb_codepoint_t = 0
    guard unsafe hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0, glyph != 0 else { return nil }
    return UInt16(truncatingIfNeeded: glyph)
  }

  package func covers(_ scalar: Unicode.Scalar) -> Bool { glyph(for: scalar) != nil }

  /// Advance of a glyph in em.
  package func advance(of glyph: UInt16) -> Float {
    unsafe Float(hb_font_get_glyph_h_advance(font, hb_codepoint_t(glyph))) / unitsPerEm
  }

  private static func metrics(of tables: FaceTables, font: OpaquePointer, unitsPerEm em: Double) -> FontMetrics {
    func metric(_ tag: hb_ot_metrics_tag_t, or standard: Double) -> Double {
      var value: hb_position_t = 0
      guard unsafe hb_ot_metrics_get_position(font, tag, &value) != 0 else { return standard }
      return Double(value) / em
    }
    var (ascent, descent) = (0.88, 0.12)
    if let typo = tables.typographicExtent, typo.ascender > 0, typo.descender < typo.ascender {
      let sum = Double(typo.ascender - typo.descender)
      ascent = Double(typo.ascender) / sum
      descent = 1 - ascent
    }
    return FontMetrics(
      ascent: ascent, descent: descent,
      capHeight: metric(HB_OT_METRICS_TAG_CAP_HEIGHT, or: 0.73), xHeight: metric(HB_OT_METRICS_TAG_X_HEIGHT, or: 0.53),
      underlinePosition: metric(HB_OT_METRICS_TAG_UNDERLINE_OFFSET, or: -0.125),
      underlineThickness: metric(HB_OT_METRICS_TAG_UNDERLINE_SIZE, or: 0.05))
  }
}
