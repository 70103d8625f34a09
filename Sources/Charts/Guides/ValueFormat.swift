import Dataflow
import Grammar
import Scales
import StructuredData

/// Values as text, by Vega-Lite's rules of formats.
struct ValueFormat: Sendable {
  let config: Config
  let locale: TimeLocale
  init(_ config: Config, locale: TimeLocale = .english) { (self.config, self.locale) = (config, locale) }

  /// A value of a text mark, a header or a discrete guide.
  ///
  /// - Parameter format: a specifier that counts before the channel's own.
  func text(_ value: DataValue, _ definition: ChannelDefinition, format given: Node? = nil, formatType: String? = nil) -> String {
    let format = (given ?? definition.format)?.string
    let kind = formatType ?? definition.formatType
    if kind == "time" || (kind == nil && (definition.type == .temporal || definition.timeUnit != nil)) {
      guard let time = moment(value) else { return value.asText }
      if let format { return TimeFormat(format)?(time) ?? format }
      if let timeUnit = definition.timeUnit { return unitText(time, timeUnit) }
      return TimeFormat(config.plain.text("timeFormat") ?? "%b %d, %Y")?(time) ?? value.asText
    }
    if kind == "number" || (kind == nil && definition.type == .quantitative) || (format != nil && kind == nil) {
      guard let number = number(value) else { return value.asText }
      if let format { return NumberFormat(format)?(number) ?? format }
      if let format = config.plain.text("numberFormat") { return NumberFormat(format)?(number) ?? format }
      return NumberFormat("")?(number) ?? numberText(number)
    }
    if value.isNull { return value == .null ? "null" : "undefined" }
    return value.asText
  }

  /// A bin: `10 – 20`.
  func range(_ low: DataValue, _ high: DataValue, _ definition: ChannelDefinition, format given: Node? = nil) -> String {
    guard low.isValid, high.isValid else { return low.isNull ? "null" : low.asText }
    let format = given?.string ?? definition.format?.string ?? config.plain.text("numberFormat") ?? ""
    let number = NumberFormat(format)
    func text(_ value: DataValue) -> String { number?(value.scaled) ?? value.asText }
    return text(low) + " – " + text(high)
  }

  /// A moment as its unit shows it.
  func unitText(_ time: Double, _ timeUnit: TimeUnit) -> String {
    TimeFormat(timeUnit.formatSpecifier(locale.units), locale: locale)?(time).trimmingBlanks ?? numberText(time)
  }

  private func moment(_ value: DataValue) -> Double? {
    switch value {
    case .time(let time), .number(let time): time.isFinite ? time : nil
    case .text: value.asNumber.isFinite ? value.asNumber : nil
    default: nil
    }
  }
  private func number(_ value: DataValue) -> Double? {
    switch value {
    case .number(let number), .time(let number): number
    case .text(let text): Double(text)
    case .boolean(let value): value ? 1 : 0
    default: nil
    }
  }
}

extension ScaleFunction {
  /// How the ticks of the scale are written where nothing else is said (d3's `tickFormat`).
  ///
  /// - Parameter format: a specifier whose precision the ticks choose.
  func tickFormat(
    count: TickCount?, format: String? = nil, isWritten: Bool = false, locale: TimeLocale = .english
  ) -> @Sendable (DataValue) -> String {
    if type.isTime {
      if let format, let time = TimeFormat(format, locale: locale) { return { time($0.scaled).trimmingBlanks } }
      return { TimeFormat.multi($0.scaled, locale: locale) }
    }
    if type.hasCategories {
      return { value in
        if let format, case .number(let number) = value { return NumberFormat(format)?(number) ?? value.asText }
        return value.asText
      }
    }
    var number = 10.0
    if case .number(let given)? = count { number = given }
    // As precise as the bounds of bins are (Vega's `tickCount`).
    if let bins { number = max(number, Double(bins.count)) }
    if case .log(let base) = kind {
      let plain: @Sendable (Double) -> String =
        format.flatMap { NumberFormat($0) }.map { specifier in { @Sendable in specifier($0) } } ?? { variablePrecision($0) }
      if isWritten || bins != nil { return { plain($0.scaled) } }
      let k = max(1, base * number / Double(max(1, ticks(count).count)))
      return { value in
        let x = value.scaled
        guard x > 0 else { return plain(x) }
        let steps = (naturalLogarithm(x) / naturalLogarithm(base)).rounded()
        var i = x / power(base, steps)
        if i * base < base - 0.5 { i *= base }
        return i <= k + 1e-9 ? plain(x) : ""
      }
    }
    // With a precision of its own each number has the prefix that suits it (Vega's `formatSpan`; d3 has one for all).
    if let format = format.flatMap({ NumberFormat($0) }), format.type == "s", format.isPrecisionGiven {
      return { format($0.scaled) }
    }
    guard let low = stops.first, let high = stops.last, low != high else { return { variablePrecision($0.scaled) } }
    let written = TickFormat(from: low, to: high, count: number, specifier: format)
    return { value in written.map { $0(value.scaled) } ?? value.asText }
  }
}

/// Up to twelve digits, trailing zeros dropped (Vega's `formatVariablePrecision`).
func variablePrecision(_ value: Double) -> String { NumberFormat(",.12~g")?(value) ?? numberText(value) }
