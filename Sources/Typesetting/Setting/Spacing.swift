/// In which order the spaces of a line give way and grow (CLREQ, "Line adjustment"): lower ones first.
enum SpacingTier: UInt8, CaseIterable {
  case wordSpace
  /// Before opening and after closing brackets.
  case bracket
  /// After ， 、 ； ：
  case pause
  case hanLatinGap
  /// After 。 ？ ！
  case stop
  /// Between any two other characters; only grows.
  case characters
  /// Between a number and its unit, and within them: grows like the others, but takes no part in what a line is stretched beyond
  /// ``SpacingRules/widestRatio``.
  case number
}

/// The space between two units that is not part of either: blanks of marks, the Han–Latin gap, what justification may add.
struct Spacing {
  /// In points.
  var width: Double
  var stretch: Double
  var shrink: Double
  var tier: SpacingTier

  /// The same space within a number with its unit; it grows to no more than a third of an em.
  var withinNumber: Spacing {
    var space = self
    if tier == .hanLatinGap { space.stretch /= SpacingRules.widestRatio }
    space.tier = .number
    return space
  }

  static let none = Spacing(width: 0, stretch: 0, shrink: 0, tier: .characters)
  var isRigid: Bool { width == 0 && stretch == 0 && shrink == 0 }
}

/// Sizes of spaces in em (CLREQ, "Line adjustment").
enum SpacingRules {
  /// Between Han and Latin or figures; between 1/8 and 1/3 em when lines are justified.
  static let hanLatinGap = 0.25
  static let hanLatinStretch = 1.0 / 3 - 0.25
  static let hanLatinShrink = 0.125
  /// What one place between two characters may take at ratio 1.
  static let betweenCharacters = 0.05
  /// What one place between two characters takes at most in a column of 26 em or more, where the text allows it.
  static let widestCharacterGap = 0.12
  /// At this ratio places between characters are ``widestCharacterGap``; a little less, for rounding.
  static let widestRatio = widestCharacterGap / betweenCharacters * (1 - 1e-6)
  /// What all places of a line give up where it could not be set evenly otherwise; not in CLREQ, and too little to be seen
  /// (0.5 pt in text of 10.5 pt at most).
  static let tightening = 0.045
  /// Two marks beside each other share so much less blank: 1.5 em together.
  static let adjacentMarks = 0.5
  /// A word space grows to half an em.
  static let widestWordSpace = 0.5
  /// A word space gives up a fifth: CLREQ's least width of 1/4 em would leave most faces nothing to give, more closes words up.
  static let wordSpaceShrink = 0.2
}

extension ShapedText {
  /// The space between units `i` and `i + 1`, neither of which is a typed space.
  func spacing(after i: Int, style: ParagraphStyle.PunctuationStyle, em: Double) -> Spacing {
    let (a, b) = (units[i], units[i + 1])
    if b.isRaised { return .none }
    if a.isRaised { return spacing(afterRaised: i, em: em) }
    let isJoined = a.kind == b.kind && (a.kind == .dash || a.kind == .latin)
    if isJoined || a.kind == .invisible || b.kind == .invisible || b.kind == .combining { return .none }
    if a.kind == .han && b.kind == .latin || a.kind == .latin && b.kind == .han {
      return Spacing(
        width: SpacingRules.hanLatinGap * em, stretch: SpacingRules.hanLatinStretch * em,
        shrink: SpacingRules.hanLatinShrink * em, tier: .hanLatinGap)
    }
    let isMarked = a.kind.isFullWidthMark || b.kind.isFullWidthMark
    if !isMarked, a.kind.isRigid || b.kind.isRigid { return .none }
    var blank = Double(a.blankAfter) + (isCentredBeforeMark(i + 1) ? 0 : Double(b.blankBefore))
    if style == .banjiao || style == .kaiming && a.kind != .stop { blank = 0 }
    if a.kind.isFullWidthMark && b.kind.isFullWidthMark { blank = max(0, blank - SpacingRules.adjacentMarks * em) }
    if isClosedPair(i) { blank = 0 }
    let tier: SpacingTier =
      switch a.kind {
      case .pause: .pause
      case .stop: .stop
      default: blank > 0 ? .bracket : .characters
      }
    let isTight = a.kind.isRigid || b.kind.isRigid || a.kind.isFullWidthMark && b.kind.isFullWidthMark
    return Spacing(
      width: blank, stretch: isTight ? 0 : SpacingRules.betweenCharacters * em, shrink: blank, tier: tier)
  }

  /// The space behind a note mark: the blank of the mark before it, and room for justification, but no Han–Latin gap.
  private func spacing(afterRaised i: Int, em: Double) -> Spacing {
    var k = i
    while k > 0, units[k].isRaised { k -= 1 }
    let blank = units[k].isRaised ? 0 : Double(units[k].blankAfter)
    let isTight = units[i + 1].kind.isFullWidthMark || units[i + 1].kind.isRigid
    return Spacing(
      width: units[i + 1].kind.isFullWidthMark ? Double(units[i + 1].blankBefore) : blank,
      stretch: isTight ? 0 : SpacingRules.betweenCharacters * em,
      shrink: 0, tier: .characters)
  }

  /// Whether unit `i` is a mark in the middle of its box, as in zh-Hant, that another mark follows: the pair then takes 1.5 em
  /// only when the blank before the first one goes too.
  private func isCentredBeforeMark(_ i: Int) -> Bool {
    i + 2 < units.count && units[i].blankBefore > 0 && units[i].blankAfter > 0 && units[i + 1].kind.isFullWidthMark
  }

  /// What a mark in the middle of its box keeps at a line's end, as in Taiwan and Hong Kong: its whole box. That a mark is half an
  /// em wide there is a rule of the mainland (GB/T 15834-2011, 5.1.10; CLREQ, "Punctuation width adjustment") for marks at the
  /// left of their box.
  func blankAtLineEnd(_ i: Int) -> Double {
    units[i].blankBefore > 0 && units[i].blankAfter > 0 ? Double(units[i].blankAfter) : 0
  }

  /// Whether unit `i` is the second of exactly two marks ？！ or ！？, which together take one em (GB/T 15834-2011, 4.2).
  private func isClosedPair(_ i: Int) -> Bool {
    func mark(_ i: Int) -> Unicode.Scalar? {
      guard i >= 0, i + 1 < units.count, units[i].kind == .stop else { return nil }
      let scalar = scalars[Int(units[i].scalar)]
      return scalar == "？" || scalar == "！" ? scalar : nil
    }
    guard let last = mark(i), let first = mark(i - 1), first != last else { return false }
    return mark(i - 2) == nil && mark(i + 1) == nil
  }

  /// A typed space: the font's own width in alphabetic text, the Han–Latin gap where it stands between the two, the mark's
  /// blank beside a full-width mark.
  func wordSpacing(_ i: Int, em: Double) -> Spacing {
    let before = i > 0 ? units[i - 1].kind : .invisible
    let after = i + 2 < units.count ? units[i + 1].kind : .invisible
    if before.isFullWidthMark || after.isFullWidthMark {
      let blank = Double(i > 0 ? units[i - 1].blankAfter : 0) + Double(units[i + 1].blankBefore)
      return Spacing(width: blank, stretch: SpacingRules.betweenCharacters * em, shrink: blank, tier: .bracket)
    }
    if before == .han && after == .latin || before == .latin && after == .han {
      return Spacing(
        width: SpacingRules.hanLatinGap * em, stretch: SpacingRules.hanLatinStretch * em,
        shrink: SpacingRules.hanLatinShrink * em, tier: .hanLatinGap)
    }
    let width = units[i].width
    return Spacing(
      width: width, stretch: max(0.1 * em, SpacingRules.widestWordSpace * em - width),
      shrink: width * SpacingRules.wordSpaceShrink, tier: .wordSpace)
  }
}

extension CharacterClass {
  /// What keeps close to its neighbours: nothing is added beside it but the blank of a mark.
  fileprivate var isRigid: Bool {
    switch self {
    case .latin, .connector, .solidus, .interpunct, .combining: true
    default: false
    }
  }
}
