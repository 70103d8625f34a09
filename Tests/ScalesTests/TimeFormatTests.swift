import Scales
import Testing

@Suite struct TimeFormatTests {
  private let moment = CivilDate.time(year: 2021, month: 1, day: 3, hours: 15, minutes: 4, seconds: 5, milliseconds: 60)

  @Test(arguments: [
    ("%Y-%m-%dT%H:%M:%S.%L", "2021-01-03T15:04:05.060"), ("%a %e %b %y", "Sun  3 Jan 21"), ("%-I %p", "3 PM"),
    ("%U %W %V %G", "01 00 53 2020"), ("%j %q %u %w", "003 1 7 0"), ("%_m|%-m|%m", " 1|1|01"), ("100%%", "100%"),
    ("%Y年%-m月%-d日", "2021年1月3日"),
  ])
  func momentsAreWritten(format: String, text: String) {
    #expect(TimeFormat(format)?(moment) == text)
  }

  @Test func chineseHasItsWords() {
    #expect(TimeFormat("%B %A %p", locale: .simplifiedChinese)?(moment) == "一月 星期日 下午")
  }

  @Test(arguments: [
    ("%Y-%m-%d", "2021-01-03", 1_609_632_000_000.0), ("%d %B %Y", "3 january 2021", 1_609_632_000_000),
    ("%I:%M %p", "03:04 PM", -2_208_934_560_000), ("%Y %U %a", "2021 01 Sun", 1_609_632_000_000),
    ("%G-W%V", "2020-W53", 1_609_113_600_000), ("%Q", "12", 12), ("%Y%Z", "2021+0800", 1_609_430_400_000),
    ("%y", "69", -31_536_000_000),
  ])
  func momentsAreRead(format: String, text: String, time: Double) {
    #expect(TimeFormat(format)?.time(of: text) == time)
  }

  @Test func whatDoesNotFitIsNoMoment() {
    #expect(TimeFormat("%Y-%m-%d")?.time(of: "2021-01") == nil)
    #expect(TimeFormat("%Y-%m-%d")?.time(of: "2021-02-30") != nil)
    #expect(TimeFormat("%Y-%m-%d")?.time(of: "2021-02-30", isStrict: true) == nil)
    #expect(TimeFormat("%K") == nil && TimeFormat("%") == nil)
  }

  @Test func ticksSayTheLargestUnitTheyBegin() {
    let texts = [
      CivilDate.time(year: 2021), CivilDate.time(year: 2021, month: 4), CivilDate.time(year: 2021, month: 4, day: 4),
      CivilDate.time(year: 2021, month: 4, day: 6), CivilDate.time(year: 2021, hours: 5),
    ].map { TimeFormat.multi($0) }
    #expect(texts == ["2021", "April", "Apr 04", "Tue 06", "05 AM"])
  }
}
