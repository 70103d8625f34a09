/// A decimal number as digits and a place of the point; arithmetic fails instead of overflowing.
struct ScaledInteger: Hashable {
  var significand: Int128
  /// Digits after the point.
  var scale: Int

  static let zero = ScaledInteger(significand: 0, scale: 0)

  init(significand: Int128, scale: Int = 0) {
    self.significand = significand
    self.scale = scale
  }

  /// `self × 10^power`; nil past 36 digits.
  func timesPower(_ power: Int) -> ScaledInteger? {
    var result = self
    var rest = power
    while rest > 0, result.scale > 0 {
      result.scale -= 1
      rest -= 1
    }
    guard rest <= 36 else { return nil }
    for _ in 0..<rest {
      let (product, overflow) = result.significand.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result.significand = product
    }
    return result
  }

  func adding(_ other: ScaledInteger) -> ScaledInteger? {
    var (a, b) = (self, other)
    if a.scale > b.scale { (a, b) = (b, a) }
    let lift = b.scale - a.scale
    guard let raised = ScaledInteger(significand: a.significand).timesPower(lift) else { return nil }
    let (sum, overflow) = raised.significand.addingReportingOverflow(b.significand)
    return overflow ? nil : ScaledInteger(significand: sum, scale: b.scale)
  }

  /// `self ÷ 10^power`, exact, without zeros at the end of the fraction that the division made.
  ///
  /// - Parameter decimals: so many digits after the point are written, and stay: 7.0 of 7.0亿.
  func dividedByPower(_ power: Int, decimals: Int = 0) -> ScaledInteger {
    var result = ScaledInteger(significand: significand, scale: scale + power)
    while result.scale > max(scale, decimals), result.significand % 10 == 0 {
      result.significand /= 10
      result.scale -= 1
    }
    return result
  }
}
