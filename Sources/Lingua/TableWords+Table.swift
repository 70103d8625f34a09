extension TableWords {
  /// Lists of words and phrases with a value each.
  package enum Table: Int, CaseIterable, Hashable, Sendable {
    /// Ends of heads: indicator, category, area.
    case headEndings
    /// Totals that name their place.
    case wholePlaces
    /// Totals that say of what kind their place is: 全市, of a 市.
    case wholeKinds
    /// yoy, mom, qoq, since-year-start.
    case comparedWith
    /// The same, and before: the period before.
    case standingComparisons
    case growthPhrases
    /// Words for lengths of time, in months: quarter 3; 0 for a period, -1 for what is shorter than a month.
    case comparedPeriods
    /// Signs of money and the month in which all years of business where it is paid begin.
    case yearsOfMoney
    /// Scales and the powers of ten that they stand for: million 6.
    case powers
    /// One, two, twelve.
    case smallNumbers
    /// Beside a word of growth that does not tell since when: annual, y/y.
    case growthMarkers
    /// All of what a head of changes says: annual rate.
    case growthHeads
    /// First quarter: the months, 1-3.
    case yearParts
    /// Three months ended: how many, up to the month that follows.
    case monthsEnded
    /// 上季度, previous month: a unit and how many of it from the one that holds: quarter-1.
    case relativeTimes
    /// + or -.
    case directions
    /// Whole names with their numbers.
    case months
    /// Names of eras with the year before their first: 令和.
    case eras
    /// Codes of units and what they stand for, with _ between the words.
    case unitCodes
    /// Words for differences of percentages in traditional characters.
    case traditionalUnits
    /// Heads of figures that are none yet: budget, with their status.
    case intendedHeads
  }
}
