/// The space between two units that is not part of either: blanks of marks, the Han–Latin gap, what justification may add.
struct Spacing {
  /// In points.
  var width: Double
  var stretch: Double
  var shrink: Double

  static let none = Spacing(width: 0, stretch: 0, shrink: 0)
}

/// Sizes of spaces in em (CLREQ, "Line adjustment").
enum SpacingRules {
  /// Between Han and Latin or figures; between 1/8 and 1/3 em when lines are justified.
  static let hanLatinGap = 0.25
  static let hanLatinStretch = 1.0 / 3 - 0.25
  static let hanLatinShrink = 0.125
  /// What one place between two characters may take at ratio 1.
  static let betweenCharacters = 0.05
  /// Two marks beside each other share so much less blank: 1.5 em together.
  static let adjacentMarks = 0.5
}

extension ShapedText {
  /// The space between units `i` and `i + 1`; for word spaces see ``wordSpacing(_:em:)``.
  func spacing(after i: Int, style: ParagraphStyle.PunctuationStyle, em: Double) -> Spacing {
    let (a, b) = (units[i], units[i + 1])
    switch (a.kind, b.kind) {
    case (.latin, .latin), (.invisible, _), (_, .invisible), (.combining, _), (_, .combining), (.space, _), (_, .space):
      return .none
    case (.han, .latin), (.latin, .han):
      return Spacing(
        width: SpacingRules.hanLatinGap * em, stretch: SpacingRules.hanLatinStretch * em,
        shrink: SpacingRules.hanLatinShrink * em)
    case (.dash, .dash), (.latin, _), (_, .latin), (.connector, _), (_, .connector), (.solidus, _), (_, .solidus),
      (.interpunct, _), (_, .interpunct):
      if !(a.kind.isFullWidthMark || b.kind.isFullWidthMark) { return .none }
    default: break
    }
    var blank = Double(a.blankAfter) + Double(b.blankBefore)
    if style == .banjiao || style == .kaiming && a.kind != .stop { blank = 0 }
    if a.kind.isFullWidthMark && b.kind.isFullWidthMark { blank = max(0, blank - SpacingRules.adjacentMarks * em) }
    let rigid = a.kind == .latin || b.kind == .latin
    return Spacing(width: blank, stretch: rigid ? 0 : SpacingRules.betweenCharacters * em, shrink: blank)
  }

  /// A typed space: the font's own width in alphabetic text, a Han–Latin gap where it stands between the two.
  func wordSpacing(_ i: Int, em: Double) -> Spacing {
    let before = i > 0 ? units[i - 1].kind : .invisible
    let after = i + 2 < units.count ? units[i + 1].kind : .invisible
    if (before == .han) != (after == .han), before != .space, after != .space {
      return Spacing(
        width: SpacingRules.hanLatinGap * em, stretch: SpacingRules.hanLatinStretch * em,
        shrink: SpacingRules.hanLatinShrink * em)
    }
    let width = units[i].width
    return Spacing(width: width, stretch: max(0, 0.5 * em - width), shrink: max(0, min(width / 2, width - 0.2 * em)))
  }
}
