import Extraction
import Indicators
import Testing

@testable import Tables

/// What heads say that figures are compared with: a time that is none of the figure's own.
@Suite("Heads of comparisons")
struct ComparedHeadTests {
  private func reading(_ head: String) -> HeadReading {
    HeadReading(head, tableWords, TimeHabits([head], isOfTheRepublic: false, year: 2024, tableWords))
  }

  @Test(
    "a year behind a word of growth is what it is counted from",
    arguments: [
      ("Percent Change\nSince 2006", 2006), ("% change since 2019", 2019), ("Change since 2011 (%)", 2011), ("Growth over 2019 (%)", 2019),
      ("Change vs 2015", 2015), ("Percent change from 2014", 2014),
    ])
  func sinceYear(head: String, year: Int) {
    let reading = reading(head)
    #expect(reading.kind == .change && reading.against == .time(year, nil) && reading.time == nil && reading.name.isEmpty, "\(reading)")
  }

  @Test(
    "a time counted back behind 比, 较 or 与 is none of the figure's",
    arguments: [
      ("經季節性調整與上一季比較的變動百分率", HeadReading.Against.quarterBefore), ("与上一季度相比增长（%）", .quarterBefore), ("较上季变动（%）", .quarterBefore),
      ("比上月增长（%）", .monthBefore), ("與上年度比較", .yearBefore), ("较上一年同期增减", .yearBefore),
    ])
  func countedBack(head: String, against: HeadReading.Against) {
    let reading = reading(head)
    #expect(reading.kind == .change && reading.against == against && reading.time == nil, "\(reading)")
  }

  @Test(
    "change on quarter, over the year",
    arguments: [
      ("Change on quarter (thousands)", HeadReading.Against.quarterBefore), ("Change on year (percentage points)", .yearBefore),
      ("% change over the month", .monthBefore), ("Change on the year", .yearBefore), ("Increase over the quarter", .quarterBefore),
    ])
  func periodBehind(head: String, against: HeadReading.Against) {
    let reading = reading(head)
    #expect(reading.kind == .change && reading.against == against && reading.name.isEmpty, "\(reading)")
  }

  @Test(
    "a difference is a change where it says from when, and else the name of a figure",
    arguments: [
      ("Difference compared with last week", true), ("Difference from previous year", true), ("Variation over", true),
      ("Variation over 2023-24", true), ("Movement on previous month", true), ("Difference between men and women", false),
      ("Gender difference", false), ("Seasonal variation", false),
    ])
  func differences(head: String, isChange: Bool) { #expect((reading(head).kind == .change) == isChange, "\(reading(head))") }

  @Test(
    "quarters and halves of years of two digits",
    arguments: [
      ("3Q24", 2024, 7...9), ("1Q25", 2025, 1...3), ("Q3'24", 2024, 7...9), ("24Q3", 2024, 7...9), ("2H24", 2024, 7...12),
      ("4Q 2023", 2023, 10...12), ("Q1/24", 2024, 1...3),
    ])
  func shortQuarters(head: String, year: Int, months: ClosedRange<Int>) {
    let time = reading(head).time
    #expect(time?.year == .absolute(year) && time?.months == months, "\(reading(head))")
  }

  @Test("codes with q and digits that are no quarters stay names", arguments: ["7Q24", "Q9'24", "3Q1", "Q24", "3H24"])
  func noQuarters(head: String) { #expect(reading(head).time == nil, "\(reading(head))") }

  @Test(
    "what lasts may be counted in days, months and years",
    arguments: [
      ("平均輪候時間（日）", "日"), ("平均审理期限（月）", "月"), ("平均结案天数（日）", "日"), ("平均授权周期（月）", "月"), ("平均预期寿命（年）", "年"), ("平均授权周期（年）", "年"),
    ])
  func durations(head: String, unit: String) { #expect(reading(head).unit == unit, "\(reading(head))") }

  @Test("and times are not", arguments: ["统计时间（月）", "报告期（月）", "时间（年）"])
  func times(head: String) { #expect(reading(head).unit == nil, "\(reading(head))") }

  @Test("dots of abbreviations belong to them", arguments: ["D.W.I.", "U.S.", "Patents issued in the U.S."])
  func abbreviations(head: String) { #expect(reading(head).name == head) }

  @Test(
    "a change on a span of months is counted from it, a change from one month to another is between them",
    arguments: [
      ("Change on May to July 2020", HeadReading.Against.time(2020, 5...7)), ("Change on Oct to Dec 2023 (%)", .time(2023, 10...12)),
      ("% change compared with July to September 2023", .time(2023, 7...9)), ("Change against January to March 2024", .time(2024, 1...3)),
      ("Growth relative to Apr to Jun 2022 (%)", .time(2022, 4...6)), ("Percentage change quarter on previous quarter", .quarterBefore),
      ("Percentage change, month on previous month", .monthBefore), ("% change, quarter on same quarter a year ago", .yearBefore),
    ])
  func spansComparedWith(head: String, against: HeadReading.Against) {
    let reading = reading(head)
    #expect(reading.kind == .change && reading.against == against && reading.time == nil && reading.name.isEmpty, "\(reading)")
  }
}
