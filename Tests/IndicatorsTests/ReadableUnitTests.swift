import Testing

@testable import Indicators

/// What is derived stands in a unit in which it does not begin with zeros.
@Suite struct ReadableUnitTests {
  @Test(arguments: [
    ("0.00255", "万亿元", "25.5", "亿元"), ("0.021", "亿元", "210", "万元"), ("0.0013", "万元", "13", "元"), ("0.02", "兆元", "200", "億元"),
    ("0.0004", "$ trillion", "0.4", "$ billion"), ("0.00004", "$ trillion", "40", "$ million"),
    ("0.05", "billion kWh", "50", "million kWh"),
    // Large enough, and units that only look like multiples.
    ("0.5", "亿元", "0.5", "亿元"), ("0.002", "兆瓦", "0.002", "兆瓦"), ("0.002", "千米", "0.002", "千米"), ("0.01", "million", "0.01", "million"),
  ])
  func smallNumbersTakeASmallerUnit(value: String, unit: String, expected: String, smaller: String) throws {
    let number = try #require(ExactNumber(value)).rational
    let result = Estimate(nominal: number, interval: Interval(number, number), unit: Unit(unit)).inReadableUnit
    #expect(result.unit == Unit(smaller))
    #expect(result.nominal == (try #require(ExactNumber(expected)).rational))
  }
}
