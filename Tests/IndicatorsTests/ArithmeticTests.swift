import Indicators
import Testing

@Suite struct ArithmeticTests {
  @Test func sumsKeepTheirDecimals() {
    #expect(number("970.24").subtracting(number("897.25"))?.description == "72.99")
    #expect(number("0.10").adding(number("0.9"))?.description == "1.00")
    #expect(number("-3.2").adding(number("3.2"))?.description == "0.0")
    #expect(number("1/3").adding(number("1/6"))?.description == "0.5")
  }

  @Test func productsAndQuotientsAreExact() {
    #expect(number("1.5").multiplied(by: number("-2.4"))?.description == "-3.6")
    #expect(number("1").divided(by: number("3"))?.description == "1/3")
    #expect(number("42").divided(by: number("0.8"))?.description == "52.5")
    #expect(number("1").divided(by: number("0")) == nil)
  }

  @Test func valueAndSpellingDiffer() {
    #expect(number("12.50") != number("12.5"))
    #expect(number("12.50").hasSameValue(as: number("12.5")))
    #expect(number("1/3").isLess(than: number("0.3334")))
    #expect(number("0.3333").isLess(than: number("1/3")))
  }

  @Test(
    "rounding is half away from zero",
    arguments: [
      ("2.345", 2, "2.35"), ("-2.345", 2, "-2.35"), ("4868.24", 0, "4868"), ("4868.24", -1, "4870"), ("49", -2, "0"),
      ("50", -2, "100"), ("2/3", 3, "0.667"), ("1", 2, "1.00"),
    ])
  func rounding(text: String, decimals: Int, expected: String) {
    #expect(number(text).rounded(decimals: decimals)?.description == expected)
  }

  @Test func extremesGiveNilAndNeverTrap() throws {
    let huge = try #require(ExactNumber(String(repeating: "9", count: 36)))
    #expect(huge.multiplied(by: huge) == nil)
    #expect(huge.shifted(byPowerOfTen: 12) == nil)
    #expect(huge.shifted(byPowerOfTen: 99) == nil)
    #expect(huge.rounded(decimals: 30) == nil)
    #expect(huge.adding(huge) != nil)
    #expect(!huge.isLess(than: huge))
    let tiny = try #require(ExactNumber("0." + String(repeating: "0", count: 29) + "1"))
    #expect(tiny.isLess(than: huge))
    #expect(huge.divided(by: tiny) == nil)
    #expect(Quantity(huge, Unit("万亿元")).inBase == nil)
    #expect(Quantity(huge, Unit("万亿元")).compare(Quantity(tiny, Unit("元"))) == nil)
    #expect(ExactNumber(significand: .min) == nil)
    #expect(ExactNumber(significand: 1, scale: 2, denominator: 3) == nil)
    #expect(ExactNumber("1/+3") == nil)
    #expect(ExactNumber(String(repeating: "9", count: 37)) == nil)
    #expect(Rational(.max)?.adding(.one) == nil)
  }

  @Test func comparisonIsExactBeyondOneWord() throws {
    let a = try #require(Rational(.max, over: .max - 1))
    let b = try #require(Rational(.max - 1, over: .max - 2))
    #expect(a < b)
    #expect(!(b < a))
  }
}

@Suite struct MeasureTests {
  @Test(
    "figures compare across multipliers and spellings",
    arguments: [
      ("1", "亿元", "10000", "万元", Quantity.Order.same), ("970.24", "亿元", "9702.4", "万元", .more),
      ("5318", "件", "0.6", "万件", .less), ("5", "萬件", "50000", "件", .same), ("1", "公里", "1000", "米", .same),
      ("1", "亩", "667", "平方米", .less), ("3", "成", "30", "%", .same), ("1", "倍", "100", "%", .same),
      ("6", "$ billion", "60", "亿美元", .same),
    ])
  func comparison(a: String, unitA: String, b: String, unitB: String, expected: Quantity.Order) {
    #expect(Quantity(number(a), Unit(unitA)).compare(Quantity(number(b), Unit(unitB))) == expected)
  }

  @Test func differentMeasuresDoNotCompare() {
    #expect(Quantity(number("1"), Unit("元")).compare(Quantity(number("1"), Unit("件"))) == nil)
    #expect(Quantity(number("1"), Unit("元")).compare(Quantity(number("1"), Unit("美元"))) == nil)
    #expect(!Unit("%").isComparable(with: Unit("个百分点")))
  }

  @Test func conversionKeepsDigits() {
    #expect(Quantity(number("970.24"), Unit("亿元")).converted(to: Unit("万元"))?.value.description == "9702400")
    #expect(Quantity(number("1000"), Unit("万元")).converted(to: Unit("亿元"))?.value.description == "0.1000")
    #expect(Quantity(number("1.5"), Unit("小时")).converted(to: Unit("分钟"))?.value.description == "90")
  }
}

@Suite struct IntervalTests {
  func bounds(_ figure: Observation) -> [String] {
    [figure.interval?.lower, figure.interval?.upper].map { $0.flatMap { ExactNumber($0) }?.description ?? "open" }
  }

  @Test func writtenDigitsGiveTheInterval() {
    #expect(bounds(level("a", "x", "970.24", "亿元")) == ["970.235", "970.245"])
    #expect(bounds(level("a", "x", "1000", "万元")) == ["999.5", "1000.5"])
    #expect(bounds(level("a", "x", "12.50", "%")) == ["12.495", "12.505"])
  }

  @Test func countsAndFractionsAreExact() {
    #expect(bounds(level("a", "x", "5318", "次")) == ["5318", "5318"])
    #expect(bounds(level("a", "x", "1/3", "")) == ["1/3", "1/3"])
    #expect(bounds(level("a", "x", "26.07", "万件")) == ["26.065", "26.075"])
  }

  @Test func qualifiersOpenOrWiden() {
    #expect(bounds(level("a", "x", "42", "亿元", ">")) == ["42", "open"])
    #expect(bounds(level("a", "x", "300", "家", "<")) == ["open", "300"])
    #expect(bounds(level("a", "x", "42", "亿元", "~")) == ["41", "43"])
    #expect(bounds(level("a", "x", "500", "家", "~")) == ["450", "550"])
  }
}
