import StructuredData

/// Words that are times by themselves or make one of a number, as `language/times.yaml` lists them.
package final class SaidTimes: Sendable {
  package static let shared = SharedWords.read("times.yaml", shape)

  package let thisYear, lastYear, twoYearsBefore, nextYear, sameOfLastYear, periodBefore, now, samePeriod, reportingPeriod, vague,
    wholeYear, yearThatHolds, periodEnd, yearEnd, threeMonthsBefore, lastMonth, thisMonth, quarterEnding, recent, jointYears, halfYears,
    halfYearReports, endsOfYears, yearsTold: [String]
  /// Festivals and holidays with their keys, the longer first; `standingOccasions` need no word behind them, `englishOccasions` are lowercase.
  package let occasions, standingOccasions, englishOccasions: [(phrase: String, value: String)]
  package let occasionEnds, beyondOccasions, englishOccasionEnds: [String]
  package let reportedMonths, congresses, halves: [(phrase: String, value: Int)]

  private init(_ fields: inout Fields) {
    thisYear = fields.words("this-year")
    lastYear = fields.words("last-year")
    twoYearsBefore = fields.words("two-years-before")
    nextYear = fields.words("next-year")
    sameOfLastYear = fields.words("same-of-last-year")
    periodBefore = fields.words("period-before")
    now = fields.words("now")
    samePeriod = fields.words("same-period")
    reportingPeriod = fields.words("reporting-period")
    vague = fields.words("vague")
    wholeYear = fields.words("whole-year")
    yearThatHolds = fields.words("year-that-holds")
    periodEnd = fields.words("period-end")
    yearEnd = fields.words("year-end")
    threeMonthsBefore = fields.words("three-months-before")
    lastMonth = fields.words("last-month")
    thisMonth = fields.words("this-month")
    quarterEnding = fields.words("quarter-ending")
    recent = fields.words("recent")
    jointYears = fields.words("joint-years")
    halfYears = fields.words("half-years")
    halfYearReports = fields.words("half-year-reports")
    endsOfYears = fields.words("ends-of-years")
    yearsTold = fields.words("years-told")
    occasions = fields.named("occasions")
    standingOccasions = fields.named("standing-occasions")
    englishOccasions = fields.namedByLastWord("english-occasions")
    occasionEnds = fields.words("occasion-ends")
    beyondOccasions = fields.words("beyond-occasions")
    englishOccasionEnds = fields.words("english-occasion-ends")
    reportedMonths = fields.numbered("reported-months")
    congresses = fields.numbered("congresses")
    halves = fields.numbered("halves")
  }

  private static let shape = NodeShape<SaidTimes>.record("SaidTimes") { SaidTimes(&$0) }
}
