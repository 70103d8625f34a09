import Diagnostics
import Indicators
import Testing

/// What is derived from rounded figures says nothing that the exact ones deny: over thousands of random truths, each
/// rounded as an article would, the true value lies in the derived interval, and no digit is finer than it.
@Suite struct DerivePropertyTests {
  /// A random amount as an exact decimal, and as an article prints it.
  struct Truth {
    var exact: Rational
    var written: ExactNumber
  }

  /// - Parameter decimals: of the written number; the exact one has six more.
  func truth(_ dice: inout Dice, below limit: Int, decimals: Int) throws -> Truth {
    let digits = Int128(1 + dice.roll(limit)) * 1_000_000 + Int128(dice.roll(1_000_000))
    let exact = try #require(ExactNumber(significand: digits, scale: decimals + 6)).rational
    return Truth(exact: exact, written: try #require(exact.rounded(decimals: decimals)))
  }

  func observed(_ kind: Observation.Kind, _ id: String, _ name: String, _ value: ExactNumber, _ unit: String) -> Observation {
    var observation = figure(kind, id, name, "1", unit, of: kind == .level ? nil : "a")
    observation.value = value
    return observation
  }

  /// The truth lies within the printed bounds, which are rounded to their last digit, and in half a digit of a value
  /// that stands for it; no digit of the value is below a thirtieth of the interval.
  func holds(_ derived: Observation, truth: Rational) throws {
    let derivation = try #require(derived.derivation)
    let bounds = [derivation.lower, derivation.upper].compactMap { $0 }
    #expect(bounds.count == 2)
    guard let low = bounds.first, let high = bounds.last else { return }
    let slack = try #require(Rational(powerOfTen: -low.scale)?.divided(by: Rational(2)))
    let least = try #require(low.rational.subtracting(slack))
    let most = try #require(high.rational.adding(slack))
    #expect(least <= truth && truth <= most, "\(derived.value) \(derivation)")
    let width = try #require(high.rational.subtracting(low.rational))
    let thirty = try #require(Rational(powerOfTen: -derived.value.scale)?.multiplied(by: Rational(30)))
    #expect(derived.value.scale <= 0 || width <= thirty, "\(derived.value) has digits that \(derivation) does not give")
  }

  func derived(_ observations: [Observation], _ formula: Derivation.Formula) -> Observation? {
    let set = IndicatorSet(observations: observations)
    let found = derive(set).value.first { $0.derivation?.formula == formula }
    let all = IndicatorSet(observations: observations + (found.map { [$0] } ?? []))
    #expect(check(all).filter { $0.rule == "check.c15-digits" }.isEmpty)
    return found
  }

  @Test func bases() throws {
    var dice = Dice(state: 3)
    var made = 0
    for _ in 0..<1500 {
      let base = try truth(&dice, below: 100_000, decimals: dice.roll(3))
      let rate = try truth(&dice, below: 3_000, decimals: 1 + dice.roll(2))
      let factor = try #require(rate.exact.divided(by: Rational(100))?.adding(.one))
      let exact = try #require(base.exact.multiplied(by: factor))
      let level = try #require(exact.rounded(decimals: dice.roll(4)))
      let figures = [
        observed(.level, "a", "质押金额", level, "亿元"), observed(.change, "b", "质押金额", rate.written, "%"),
      ]
      guard let found = derived(figures, .base) else { continue }
      made += 1
      try holds(found, truth: base.exact)
    }
    #expect(made > 1300)
  }

  @Test func totals() throws {
    var dice = Dice(state: 5)
    var made = 0
    for _ in 0..<1500 {
      let whole = try truth(&dice, below: 100_000, decimals: 1)
      let share = try truth(&dice, below: 9_900, decimals: 2)
      let exact = try #require(whole.exact.multiplied(by: share.exact)?.divided(by: Rational(100)))
      let level = try #require(exact.rounded(decimals: 2))
      guard !level.rational.isZero else { continue }
      var part = observed(.share, "b", "质押金额", share.written, "%")
      part.scope = "全国"
      guard let found = derived([observed(.level, "a", "质押金额", level, "亿元"), part], .total) else { continue }
      made += 1
      try holds(found, truth: whole.exact)
    }
    #expect(made > 1000)
  }

  @Test func remainders() throws {
    var dice = Dice(state: 7)
    for _ in 0..<1500 {
      let (first, second) = (try truth(&dice, below: 50_000, decimals: 2), try truth(&dice, below: 50_000, decimals: 2))
      let exact = try #require(first.exact.adding(second.exact))
      let whole = try #require(exact.rounded(decimals: 1 + dice.roll(2)))
      var part = observed(.level, "p", "专利质押金额", first.written, "亿元")
      part.partOf = "a"
      guard let found = derived([observed(.level, "a", "质押金额", whole, "亿元"), part], .remainder) else { continue }
      try holds(found, truth: second.exact)
    }
  }

  @Test func ratiosOfAreas() throws {
    var dice = Dice(state: 9)
    for _ in 0..<1500 {
      let (one, other) = (try truth(&dice, below: 90_000, decimals: 2), try truth(&dice, below: 90_000, decimals: 2))
      var second = observed(.level, "b", "专利质押金额", other.written, "亿元")
      second.area = "广西"
      guard let found = derived([observed(.level, "a", "专利质押金额", one.written, "亿元"), second], .ratio) else { continue }
      let ratio = try #require(max(one.exact, other.exact).divided(by: min(one.exact, other.exact)))
      try holds(found, truth: ratio)
    }
  }

  /// Whole things: where one number fits, it is the true one.
  @Test func countsAreExact() throws {
    var dice = Dice(state: 13)
    var settled = 0
    for _ in 0..<1500 {
      let whole = 3 + dice.roll(600)
      let part = 1 + dice.roll(whole)
      let percent = try #require(Rational(Int128(part) * 100, over: Int128(whole))?.rounded(decimals: 1))
      var share = observed(.share, "b", "证券化产品", percent, "%")
      share.scope = "全国"
      guard let found = derived([observed(.level, "a", "证券化产品", ExactNumber(part), "单"), share], .total) else { continue }
      guard found.derivation?.lower == found.derivation?.upper else { continue }
      settled += 1
      #expect(found.value.hasSameValue(as: ExactNumber(whole)), "\(part) ÷ \(percent)%")
    }
    #expect(settled > 300)
  }

  @Test func yearlyGrowth() throws {
    var dice = Dice(state: 17)
    for _ in 0..<400 {
      let years = 2 + dice.roll(9)
      let factor = try #require(ExactNumber(significand: Int128(800 + dice.roll(700)), scale: 3)).rational
      let start = try truth(&dice, below: 9_000, decimals: 2)
      var end: Rational? = start.exact
      for _ in 0..<years { end = end?.multiplied(by: factor) }
      guard let last = end?.rounded(decimals: 2), !last.rational.isZero else { continue }
      var first = observed(.level, "a", "授权量", start.written, "万件")
      first.period = Period(year: 2010)
      var final = observed(.level, "b", "授权量", last, "万件")
      final.period = Period(year: 2010 + years)
      guard let found = derived([first, final], .cagr) else { continue }
      let rate = try #require(factor.subtracting(.one)?.multiplied(by: Rational(100)))
      try holds(found, truth: rate)
    }
  }
}
