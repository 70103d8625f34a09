/// What breaks cost that are better avoided: a break of cost c is preferred to a line stretched by more than ∛(c/100).
///
/// The costs of parting a number are so far above all badness that the fewest such breaks are taken, and the mildest.
struct BreakCosts {
  var hyphen: Float = 50
  var shortLastLine: Float = 20_000
  var stubLastLine: Float = 150
  /// Between the parts of a date, at the dash of a range.
  var reluctant: Float = 100_000
  var numberUnit: Float = 300_000
  var withinUnit: Float = 1_000_000
  /// For a mark beside the right edge instead of before it.
  var hanging: Float = 0

  /// The dearest break that parts no number.
  static let keepingNumbers: Float = 50_000
}

/// The attempts to break a paragraph, from the strictest to the one that cannot fail.
///
/// In a column of 26 em or more no place between ideographs is stretched beyond ``SpacingRules/widestCharacterGap`` while there
/// is another way: first all places of a line come together by ``SpacingRules/tightening``, then a number leaves its unit. In a
/// narrower one a line may be stretched further or come together, whichever looks better, and a number leaves its unit only
/// where the two do not fit on a line of their own.
func breakPasses(justified: Bool, ems: Double, em: Double) -> [BreakParameters] {
  func pass(_ tolerance: Double, parting: Bool, tight: Bool = true, isFinal: Bool = false) -> BreakParameters {
    BreakParameters(
      tolerance: tolerance, linePenalty: justified ? 1 : 10, flaggedDemerits: 15_000, finalFlaggedDemerits: 5000,
      extraStretch: justified ? 0 : 4 * em, tightening: justified && tight ? SpacingRules.tightening * em : 0,
      dearestPenalty: parting ? .greatestFiniteMagnitude : BreakCosts.keepingNumbers,
      allowsShortLines: tolerance == .infinity, isFinal: isFinal)
  }
  let even = justified ? badness(ratio: SpacingRules.widestRatio) : 100
  let loose = 40_000.0
  var passes = [pass(even, parting: false, tight: false)]
  if justified, ems >= 26 {
    passes += [pass(even, parting: false), pass(even, parting: true)]
  } else {
    passes += [pass(loose, parting: false), pass(.infinity, parting: false)]
  }
  return passes + [pass(loose, parting: true), pass(.infinity, parting: true), pass(.infinity, parting: true, isFinal: true)]
}
