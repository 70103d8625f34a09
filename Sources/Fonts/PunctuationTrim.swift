package import Scene
import Synchronization

/// The blank in the box of a full-width mark that may be taken away, in em; `left + ink + right` is the mark's advance.
package struct PunctuationTrim: Hashable, Sendable {
  package var left: Float
  package var right: Float
  package init(left: Float, right: Float) {
    self.left = left
    self.right = right
  }
}

struct TrimKey: Hashable {
  var mark: Unicode.Scalar
  var language: Language
}

extension Typeface {
  /// What the font's `halt` feature takes from a mark that is a full em wide, split into its two sides; nil for a mark that is
  /// not full-width or that the font does not narrow.
  ///
  /// Noto CJK keeps 。，、 at the left in zh-Hans and in the middle in zh-Hant, so the language counts.
  package func trim(of mark: Unicode.Scalar, language: Language) -> PunctuationTrim? {
    let key = TrimKey(mark: mark, language: language)
    if let known = trims.withLock({ $0[key] }) { return known }
    let measured = measuredTrim(of: mark, language: language)
    trims.withLock { $0[key] = .some(measured) }
    return measured
  }

  private func measuredTrim(of mark: Unicode.Scalar, language: Language) -> PunctuationTrim? {
    var shaper = Shaper()
    var glyphs: [ShapedGlyph] = []
    var style = ShapingStyle(script: .han, language: language)
    shaper.shape([mark], 0..<1, in: self, style, into: &glyphs)
    style.halfWidth = true
    shaper.shape([mark], 0..<1, in: self, style, into: &glyphs)
    guard glyphs.count == 2, glyphs[0].id != 0, abs(glyphs[0].advance - 1) < 0.01 else { return nil }
    let taken = glyphs[0].advance - glyphs[1].advance
    let left = glyphs[0].dx - glyphs[1].dx
    guard taken > 0.01, left >= -0.01, left <= taken + 0.01 else { return nil }
    return PunctuationTrim(left: max(0, left), right: max(0, taken - left))
  }
}
