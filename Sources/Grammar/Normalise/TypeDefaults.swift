import Dataflow
import Diagnostics
import StructuredData

/// The type of a field where the spec gives none: by what is done with it, never by its values (Vega-Lite's `defaultType`).
extension Encoding {
  package func withTypes() -> (encoding: Encoding, untyped: [(Channel, ChannelDefinition)]) {
    var result = self
    var untyped: [(Channel, ChannelDefinition)] = []
    for channel in keys {
      result.set(
        channel,
        to: all(channel).map { definition in
          let typed = definition.typed(for: channel, main: channel.main == channel ? nil : self[channel.main])
          if definition.field != nil, definition.type == nil, definition.isUntyped { untyped.append((channel, definition)) }
          return typed
        })
    }
    return (result, untyped)
  }
}

extension ChannelDefinition {
  /// Whether nothing but a default speaks for the type.
  fileprivate var isUntyped: Bool {
    if case .values? = sort { return false }
    return aggregate == nil && timeUnit == nil && !isBinned && scale.value?["type"] == nil
  }

  fileprivate func typed(for channel: Channel, main: ChannelDefinition?) -> ChannelDefinition {
    var result = self
    result.conditions = conditions.map { condition in
      var condition = condition
      condition.channel = Indirect(condition.channel.value.typed(for: channel, main: nil))
      return condition
    }
    if case .op(let op)? = aggregate, [.count, .distinct, .valid, .missing].contains(op) { result.type = .quantitative }
    guard result.type == nil, isFieldOrDatum else { return result }
    result.type = main?.type ?? defaultType(for: channel)
    return result
  }

  private func defaultType(for channel: Channel) -> FieldType {
    if let datum, field == nil {
      switch datum.value {
      case .number: return .quantitative
      case .mapping(let mapping) where mapping["expr"] == nil && mapping["signal"] == nil && mapping["repeat"] == nil: return .temporal
      case .mapping: return .quantitative
      default: return .nominal
      }
    }
    switch channel {
    case .latitude, .longitude, .latitude2, .longitude2: return .quantitative
    case .row, .column, .facet, .shape, .strokeDash: return .nominal
    case .order: return .ordinal
    default: break
    }
    if case .values? = sort { return .ordinal }
    if timeUnit != nil { return .temporal }
    if isBinned { return .quantitative }
    if case .op? = aggregate { return .quantitative }
    switch scale.value?.text("type") {
    case "linear", "log", "pow", "sqrt", "symlog", "identity", "sequential", "quantile", "quantize", "threshold", "bin-ordinal":
      return .quantitative
    case "time", "utc": return .temporal
    default: return .nominal
    }
  }

  /// A continuous measure: a quantitative field that is not binned, or a moment (Vega-Lite's `isContinuousFieldOrDatumDef`).
  package var isContinuous: Bool {
    guard isFieldOrDatum else { return false }
    switch type {
    case .temporal: return true
    case .quantitative: return !isBinned
    default: return false
    }
  }

  package var isUnbinnedQuantitative: Bool { isField && type == .quantitative && (bin == nil || bin == ChannelDefinition.Bin.none) }

  /// Whether marks reach along the channel: a quantitative field or datum that this view does not bin (Vega-Lite's
  /// `isUnbinnedQuantitativeFieldOrDatumDef`).
  package var isMeasure: Bool { isFieldOrDatum && type == .quantitative && !hasBinParameters }
}
