import StructuredData

/// What a change is counted from. What each list holds, the file of the language says with an example.
package struct BasisWords: Sendable {
  package let averageAnnual, periodOnPeriod, sameOfYearBefore, byYear, byQuarter, byMonth, monthBefore, threeMonths, recovering: [String]
  package let yearOnYear, monthOnMonth, quarterOnQuarter: Set<String>
  package let yearStarts: [String]

  init(_ fields: inout Fields) {
    yearOnYear = fields.set("year-on-year")
    monthOnMonth = fields.set("month-on-month")
    quarterOnQuarter = fields.set("quarter-on-quarter")
    averageAnnual = fields.words("average-annual")
    periodOnPeriod = fields.words("period-on-period")
    sameOfYearBefore = fields.words("same-of-year-before")
    byYear = fields.words("by-year")
    byQuarter = fields.words("by-quarter")
    byMonth = fields.words("by-month")
    monthBefore = fields.words("month-before")
    threeMonths = fields.words("three-months")
    recovering = fields.words("recovering")
    yearStarts = fields.words("year-starts")
  }
}
