/// Vertical measures of a face as fractions of the font size; y grows upwards.
package struct FontMetrics: Hashable, Sendable {
  /// Extent of the line box above and below the baseline, both positive, together 1.
  ///
  /// From OS/2 sTypoAscender and sTypoDescender, brought to a sum of 1: the em box of an ideograph (0.88 and 0.12 in Noto CJK), so
  /// that a box of text is as high as its type size, whatever `hhea` says (1.448 em there).
  package var ascent: Double
  package var descent: Double
  package var capHeight: Double
  package var xHeight: Double
  /// The middle of the underline below the baseline (negative), and its thickness.
  package var underlinePosition: Double
  package var underlineThickness: Double
}
