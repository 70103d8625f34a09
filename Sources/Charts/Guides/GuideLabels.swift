import Dataflow
import Grammar
import Scales
import StructuredData

/// The texts of an axis's or legend's values.
struct GuideLabels {
  let config: Config
  let resolver: Resolver
  var isLegend = false
  var locale = TimeLocale.english
  /// Whether the first of several moments says its year, where the moments are months or days.
  var beginsWithYear = false

  /// - Parameters:
  ///   - count: of ticks, which chooses the precision.
  ///   - isWritten: whether the values stand in the spec, so that a logarithmic scale labels all of them.
  func texts(
    _ values: [DataValue], _ definition: ChannelDefinition, _ scale: ScaleFunction, properties: Properties, count: TickCount?,
    isWritten: Bool
  ) -> [String] {
    let plain = plainTexts(values, definition, scale, properties, count, isWritten)
    guard let formula = properties["labelExpr"], let text = formula.text else { return plain }
    let last = Double(max(1, values.count - 1))
    let table = Table(
      [
        "value": Column(values), "label": Column(plain.map { .text($0) }),
        "index": Column(numbers: values.indices.map { Double($0) / last }),
      ], rowCount: values.count)
    guard let column = resolver.values(of: text, on: table, at: formula.span) else { return plain }
    return column.values.map { value in
      if case .list(let items) = value { return items.map(\.asText).joined(separator: "\n") }
      return value.isNull ? "" : value.asText
    }
  }

  /// The year below the first of 7月, 10月, 2022年, 4月: without it none knows what the others follow.
  private func beginningWithYear(_ texts: [String], _ values: [DataValue]) -> [String] {
    guard let first = values.first?.scaled, let date = CivilDate(time: first), date.milliseconds == 0, (date.month, date.day) != (1, 1)
    else { return texts }
    return [texts[0] + "\n" + ValueFormat(config, locale: locale).unitText(first, TimeUnit([.year]))] + texts.dropFirst()
  }

  private func plainTexts(
    _ values: [DataValue], _ definition: ChannelDefinition, _ scale: ScaleFunction, _ properties: Properties, _ count: TickCount?,
    _ isWritten: Bool
  ) -> [String] {
    let format = properties.text("format") ?? definition.format?.string
    let kind = properties.text("formatType") ?? definition.formatType
    let formatter = ValueFormat(config, locale: locale)
    if kind == "time" || (kind == nil && (definition.type == .temporal || definition.timeUnit != nil)) {
      if let format, let time = TimeFormat(format, locale: locale) {
        return values.map { $0.scaled.isFinite && $0.isValid ? time($0.scaled).trimmingBlanks : $0.asText }
      }
      // A format for each unit that a moment may begin.
      if let formats = (properties["format"] ?? definition.format)?.mapping {
        var own = locale
        own.ticks = locale.ticks.with(
          Dictionary(formats.entries.compactMap { entry in entry.value.string.map { (entry.key, $0) } }) { $1 })
        return values.map { $0.scaled.isFinite && $0.isValid ? TimeFormat.multi($0.scaled, locale: own).trimmingBlanks : $0.asText }
      }
      if let unit = definition.timeUnit {
        return values.map { $0.scaled.isFinite && $0.isValid ? formatter.unitText($0.scaled, unit) : $0.asText }
      }
      // Moments in a row are labelled by the largest unit that each begins.
      if scale.type.hasCategories, !isLegend, definition.type != .temporal {
        return values.map { $0.scaled.isFinite && $0.isValid ? TimeFormat.multi($0.scaled, locale: locale) : $0.asText }
      }
      if scale.type.hasCategories {
        let time = TimeFormat(config.plain.text("timeFormat") ?? "%b %d, %Y")
        return values.map { $0.scaled.isFinite && $0.isValid ? time?($0.scaled) ?? $0.asText : $0.asText }
      }
      // Legends write moments as texts do; axes by their neighbours.
      if isLegend, let time = TimeFormat(config.plain.text("timeFormat") ?? "%b %d, %Y") { return values.map { time($0.scaled) } }
      // Numbers that are moments are written as such.
      let texts =
        scale.type.isTime
        ? values.map(scale.tickFormat(count: count, locale: locale)) : values.map { TimeFormat.multi($0.scaled, locale: locale) }
      return beginsWithYear ? beginningWithYear(texts, values) : texts
    }
    if definition.hasBinParameters, scale.type.hasCategories, let bins = scale.bins {
      return values.map { value in
        let end = bins.first { $0 > value.scaled + 1e-9 * max(1, abs(value.scaled)) }
        return formatter.range(value, end.map { .number($0) } ?? .null, definition, format: format.map { .string($0) })
      }
    }
    if scale.type.hasCategories {
      if format != nil { return values.map { formatter.text($0, definition, format: format.map { .string($0) }, formatType: kind) } }
      return values.map { value in
        if definition.type == .quantitative, case .number(let number) = value { return variablePrecision(number) }
        return value.asText
      }
    }
    var specifier = format ?? config.plain.text("numberFormat")
    if format == nil, kind == nil, definition.isNormalized { specifier = config.plain.text("normalizedNumberFormat") ?? ".0%" }
    return values.map(scale.tickFormat(count: count, format: specifier, isWritten: isWritten))
  }
}

extension ChannelDefinition {
  /// Whether the channel shows shares of a stack.
  var isNormalized: Bool { stack == .normalize }
}
