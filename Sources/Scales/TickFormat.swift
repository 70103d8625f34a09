/// How the numbers of one axis are written, so that neighbouring ticks differ: d3-scale's `tickFormat`.
package struct TickFormat: Hashable, Sendable {
  private var format: NumberFormat
  /// A power of a thousand that all numbers are divided by, with its SI prefix.
  private var prefix: SIPrefix?

  /// - Parameter specifier: a d3-format; the step between ticks gives the precision that it leaves out. Nil is `,f`.
  /// - Returns: nil when `specifier` is no format.
  package init?(from start: Double, to stop: Double, count: Double = 10, specifier: String? = nil) {
    guard var format = NumberFormat(specifier ?? ",f") else { return nil }
    let step = start.isNaN || stop.isNaN ? .nan : tickStep(from: start, to: stop, count: count)
    let largest = max(abs(start), abs(stop))
    if format.isTypeLeftOut || format.type.map({ "egpr".contains($0) }) == true {
      if !format.isPrecisionGiven, let digits = precisionRound(step: step, largest: largest) {
        format.precision = digits - (format.type == "e" ? 1 : 0)
      }
    } else if format.type == "s" {
      if !format.isPrecisionGiven, let digits = precisionPrefix(step: step, value: largest) { format.precision = digits }
      prefix = SIPrefix(of: largest)
      format.type = "f"
    } else if format.type == "f" || format.type == "%", !format.isPrecisionGiven, let places = precisionFixed(step: step) {
      format.precision = max(0, places - (format.type == "%" ? 2 : 0))
    }
    self.format = format
  }

  package func callAsFunction(_ value: Double) -> String { prefix.map { $0.text(value, format) } ?? format(value) }
}

/// The SI prefix that suits a value: d3-format's `formatPrefix`.
package struct SIPrefix: Hashable, Sendable {
  package var thousands: Int
  package var symbol: String

  package init(of value: Double) {
    thousands = max(-8, min(8, Int((Double(decimalPlace(value) ?? 0) / 3).rounded(.down))))
    symbol = NumberFormat.prefixes[8 + thousands]
  }

  /// A number in this prefix, by a format of type `f`.
  package func text(_ value: Double, _ format: NumberFormat) -> String {
    var format = format
    format.type = "f"
    return format(value * tenTo(-3 * thousands), unit: symbol)
  }
}

/// Decimals that tell numbers a step apart (d3-format's `precisionFixed`); nil for a step that is no number.
package func precisionFixed(step: Double) -> Int? { decimalPlace(step).map { max(0, -$0) } }

/// As ``precisionFixed(step:)`` once `value`'s SI prefix is taken off.
package func precisionPrefix(step: Double, value: Double) -> Int? {
  guard let step = decimalPlace(step), let place = decimalPlace(value) else { return nil }
  return max(0, max(-8, min(8, Int((Double(place) / 3).rounded(.down)))) * 3 - step)
}

/// Significant digits that tell numbers a step apart, up to `largest`.
package func precisionRound(step: Double, largest: Double) -> Int? {
  guard let place = decimalPlace(abs(largest) - abs(step)), let step = decimalPlace(step) else { return nil }
  return max(0, place - step) + 1
}

/// ⌊log₁₀|x|⌋; nil for zero, NaN and infinity.
private func decimalPlace(_ x: Double) -> Int? { x.isFinite && x != 0 ? DecimalDigits(written: x).exponent : nil }
