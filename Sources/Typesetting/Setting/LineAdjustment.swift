/// How far the spaces of one line are stretched or shrunk.
struct LineAdjustment {
  /// Share of what each tier offers that is used, 0 to 1 but for the widest places of a loose line.
  private var factors: [7 of Double] = .init(repeating: 0)
  /// Added to every space that can grow, in points, when the tiers have given what they should; negative when the line shrinks.
  private var extra = 0.0
  private var isShrunk = false
  /// Whether numbers take part in ``extra``: where a line has no other space, and where it shrinks.
  private var partsNumbers = true

  static let natural = LineAdjustment()

  /// Places between ideographs take so much of their stretch before all spaces of the line share: 0.11 em.
  private static let evenLimit = 2.2

  private init() {}

  /// Distributes `slack` (positive: to be filled, negative: to be saved) over the glue of `range`.
  ///
  /// The order is that of CLREQ, "Line adjustment": when a line shrinks, tier after tier gives half of what it offers, then the
  /// other half; when it grows, word spaces, Han–Latin gaps, then the places between characters up to 0.11 em, then all in
  /// proportion up to ``SpacingRules/widestRatio``, then all but those of numbers equally.
  ///
  /// - Parameter tightening: what each place gives up at most when all shrink is used, in points.
  init(slack: Double, items: ParagraphItems, range: Range<Int>, tightening: Double) {
    var offered: [7 of Double] = .init(repeating: 0)
    var (places, numberPlaces) = (0, 0)
    isShrunk = slack < 0
    for i in range where items.items[i].kind == .glue {
      let item = items.items[i]
      offered[slot(items.tiers[i])] += isShrunk ? item.shrink : item.stretch
      if item.stretch > 0 {
        places += 1
        if items.tiers[i] == .number { numberPlaces += 1 }
      }
    }
    var rest = abs(slack)
    func take(_ tier: SpacingTier, limit: Double, _ factors: inout [7 of Double]) {
      let index = Int(tier.rawValue)
      guard offered[index] > 0, rest > 0 else { return }
      let share = min(rest / offered[index], limit - factors[index])
      factors[index] += share
      rest -= share * offered[index]
    }
    if isShrunk {
      // Twice through the order: two marks squeezed by half look calmer than one that is left without blank.
      for limit in [0.5, 1] {
        for tier in SpacingTier.allCases { take(tier, limit: limit, &factors) }
      }
      if places > 0, rest > 1e-9 { extra = -min(tightening, rest / Double(places)) }
      return
    }
    take(.wordSpace, limit: 1, &factors)
    take(.hanLatinGap, limit: 1, &factors)
    var others = 0.0
    for tier in SpacingTier.allCases where tier != .wordSpace && tier != .hanLatinGap {
      others += offered[Int(tier.rawValue)]
    }
    if others > 0, rest > 0 {
      let factor = min(rest / others, LineAdjustment.evenLimit)
      for tier in SpacingTier.allCases where tier != .wordSpace && tier != .hanLatinGap {
        factors[Int(tier.rawValue)] = factor
      }
      rest -= factor * others
    }
    // What each tier can still give up to the widest ratio; a line within it keeps the widest gap between ideographs.
    var reserve = 0.0
    for i in 0..<7 where offered[i] > 0 { reserve += max(0, SpacingRules.widestRatio - factors[i]) * offered[i] }
    if reserve > 0, rest > 0 {
      let share = min(1, rest / reserve)
      for i in 0..<7 where offered[i] > 0 { factors[i] += max(0, SpacingRules.widestRatio - factors[i]) * share }
      rest -= reserve * share
    }
    partsNumbers = places == numberPlaces
    if !partsNumbers { places -= numberPlaces }
    if places > 0, rest > 1e-9 { extra = rest / Double(places) }
  }

  /// A gap within a number shrinks like the gaps around it.
  private func slot(_ tier: SpacingTier) -> Int {
    Int((isShrunk && tier == .number ? .hanLatinGap : tier).rawValue)
  }

  /// The set width of a glue.
  func width(of item: ParagraphItem, tier: SpacingTier) -> Double {
    let factor = factors[slot(tier)]
    let shared = item.stretch > 0 && (partsNumbers || tier != .number) ? extra : 0
    return item.width + shared + (isShrunk ? -item.shrink : item.stretch) * factor
  }
}
