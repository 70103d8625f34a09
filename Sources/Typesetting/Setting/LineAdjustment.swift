/// How far each tier of a line's spaces is stretched or shrunk: 0 for natural width, ±1 for all a tier offers, more than 1 in
/// stretched lines that nothing else can fill.
struct LineAdjustment {
  private var factors: [6 of Double] = .init(repeating: 0)
  private var isShrunk = false

  static let natural = LineAdjustment()

  private init() {}

  /// Distributes `slack` (positive: to be filled, negative: to be saved) over the glue of `range`.
  ///
  /// Tiers give way one after the other. When a line grows, word spaces and then Han–Latin gaps take what they may; what
  /// is left is shared by all spaces in proportion, so that no gap between ideographs stands out.
  init(slack: Double, items: ParagraphItems, range: Range<Int>) {
    var offered: [6 of Double] = .init(repeating: 0)
    isShrunk = slack < 0
    for i in range where items.items[i].kind == .glue {
      offered[Int(items.tiers[i].rawValue)] += isShrunk ? items.items[i].shrink : items.items[i].stretch
    }
    var rest = abs(slack)
    if isShrunk {
      for tier in 0..<6 where offered[tier] > 0 {
        let taken = min(rest, offered[tier])
        factors[tier] = taken / offered[tier]
        rest -= taken
      }
      return
    }
    var others = 0.0
    for tier in SpacingTier.allCases where tier != .wordSpace && tier != .hanLatinGap { others += offered[Int(tier.rawValue)] }
    for tier in [SpacingTier.wordSpace, .hanLatinGap] {
      let index = Int(tier.rawValue)
      guard offered[index] > 0 else { continue }
      let taken = min(rest, offered[index])
      factors[index] = taken / offered[index]
      rest -= taken
    }
    guard rest > 0 else { return }
    let isLastResort = others <= 0
    let sum = isLastResort ? offered[Int(SpacingTier.wordSpace.rawValue)] + offered[Int(SpacingTier.hanLatinGap.rawValue)] : others
    guard sum > 0 else { return }
    for tier in SpacingTier.allCases where (tier == .wordSpace || tier == .hanLatinGap) == isLastResort {
      factors[Int(tier.rawValue)] += rest / sum
    }
  }

  /// The set width of a glue.
  func width(of item: ParagraphItem, tier: SpacingTier) -> Double {
    let factor = factors[Int(tier.rawValue)]
    return item.width + (isShrunk ? -item.shrink * factor : item.stretch * factor)
  }
}
