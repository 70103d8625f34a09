/// What a breaker tries to avoid, as numbers.
package struct BreakParameters: Hashable, Sendable {
  /// How badness and demerits are computed.
  package enum Formula: UInt8, Hashable, Sendable {
    /// Knuth & Plass 1981: badness 100·|r|³ without rounding, (linePenalty + badness + cost)².
    case exact
    /// TeX: integer badness up to 10,000, (linePenalty + badness)² + cost²; see TeX: The Program, §108 and §859. Lengths are
    /// whole numbers of scaled points; glue before the first box stays.
    case tex
  }
  package var formula: Formula
  /// Badness a line may have.
  package var tolerance: Double
  package var linePenalty: Double
  /// For two lines running that end with flagged penalties, and for such a line before the last one.
  package var flaggedDemerits: Double
  package var finalFlaggedDemerits: Double
  /// For neighbours of which one is tight and the other loose.
  package var fitnessDemerits: Double
  /// Added to the stretch of every line while breaking: ragged edges, emergencies.
  package var extraStretch: Double
  /// What each glue that stretches gives up, when all shrink of the line is used; far worse than any stretch within bounds.
  package var tightening: Double
  /// Penalties that cost more are no places to break, as if they were infinite.
  package var dearestPenalty: Float
  /// Whether a line with nothing to stretch may stay short; very bad.
  package var allowsShortLines: Bool
  /// Whether a line that no choice can set is set too wide or too loose; else there is no result.
  package var isFinal: Bool

  package init(
    formula: Formula = .exact, tolerance: Double, linePenalty: Double = 1, flaggedDemerits: Double = 3000,
    finalFlaggedDemerits: Double = 0, fitnessDemerits: Double = 3000, extraStretch: Double = 0, tightening: Double = 0,
    dearestPenalty: Float = .greatestFiniteMagnitude, allowsShortLines: Bool = false, isFinal: Bool = false
  ) {
    self.formula = formula
    self.tolerance = tolerance
    self.linePenalty = linePenalty
    self.flaggedDemerits = flaggedDemerits
    self.finalFlaggedDemerits = finalFlaggedDemerits
    self.fitnessDemerits = fitnessDemerits
    self.extraStretch = extraStretch
    self.tightening = tightening
    self.dearestPenalty = dearestPenalty
    self.allowsShortLines = allowsShortLines
    self.isFinal = isFinal
  }
}

/// The end of one line.
package struct ParagraphBreak: Hashable, Sendable {
  /// The item at which the line ends.
  package var item: Int
  /// Share of the line's stretch (positive) or shrink (negative) that is used; below −1 the line is too wide, infinite where
  /// it is too short and nothing stretches.
  package var ratio: Double
}

package struct BrokenParagraph: Hashable, Sendable {
  package var breaks: [ParagraphBreak]
  package var demerits: Double
}

/// How badly a line fits when its glue is stretched or shrunk by `ratio`: 100·|r|³.
///
/// Knuth & Plass 1981, "Desirability criteria". Not rounded to an integer as there: lines of ideographs have many small ratios,
/// which rounding would make equal.
@inline(__always) func badness(ratio: Double) -> Double { 100 * abs(ratio * ratio * ratio) }

/// TeX's badness of stretching or shrinking by `t` where `s` is offered: about 100·(t/s)³ in integers, at most 10,000 (TeX: The
/// Program, §108; both in scaled points, 1/65536 of a unit).
func texBadness(_ t: Int, _ s: Int) -> Double {
  if t == 0 { return 0 }
  if s <= 0 { return 10_000 }
  let r: Int
  if t <= 7_230_584 {
    r = t * 297 / s
  } else if s >= 1_663_497 {
    r = t / (s / 297)
  } else {
    r = t
  }
  return r > 1290 ? 10_000 : Double((r * r * r + 131_072) / 262_144)
}
