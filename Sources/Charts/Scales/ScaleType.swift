import Dataflow
import Grammar
import StructuredData

/// The kinds of scales, by Vega's names.
enum ScaleType: String, Hashable, Sendable, CaseIterable {
  case linear, log, pow, sqrt, symlog, identity, sequential, time, utc
  case quantile, quantize, threshold
  case binOrdinal = "bin-ordinal"
  case ordinal, point, band

  var isDiscrete: Bool { self == .ordinal || self == .point || self == .band || self == .binOrdinal }
  /// Whether categories are the domain.
  var hasCategories: Bool { self == .ordinal || self == .point || self == .band }
  var isTime: Bool { self == .time || self == .utc }
  /// Numbers to numbers or colours.
  var isContinuous: Bool {
    switch self {
    case .linear, .log, .pow, .sqrt, .symlog, .identity, .sequential, .time, .utc: true
    default: false
    }
  }
  var isDiscretizing: Bool { self == .quantile || self == .quantize || self == .threshold }

  /// Which type serves when layers differ (Vega-Lite's precedence); higher wins.
  var precedence: Int {
    switch self {
    case .point: 0
    case .band: 1
    case .linear: 0
    case .log, .pow, .sqrt, .symlog, .identity, .sequential, .quantile, .quantize, .threshold, .binOrdinal: 1
    case .time, .utc: 0
    case .ordinal: 0
    }
  }

  /// Whether two views may share a scale of these types.
  func isCompatible(with other: ScaleType) -> Bool {
    if self == other { return true }
    func family(_ type: ScaleType) -> Int {
      switch type {
      case .linear, .log, .pow, .sqrt, .symlog, .identity, .sequential: 0
      case .ordinal: 1
      case .time, .utc: 2
      case .point, .band: 3
      case .quantile, .quantize, .threshold: 4
      case .binOrdinal: 5
      }
    }
    let (a, b) = (family(self), family(other))
    // Ordinal scales of positions are points or bands.
    return a == b || (a == 1 && b == 3) || (a == 3 && b == 1)
  }
}

extension UnitModel {
  /// The type of a channel's scale: the given one where it suits the channel, else by the field's type and the mark.
  func scaleType(_ channel: Channel, _ definition: ChannelDefinition) -> ScaleType {
    let given = definition.scale.value?.text("type").flatMap(ScaleType.init)
    if let given, suits(given, channel, definition) { return given }
    return defaultScaleType(channel, definition)
  }

  private func suits(_ type: ScaleType, _ channel: Channel, _ definition: ChannelDefinition) -> Bool {
    switch channel {
    case .shape, .strokeDash: return type == .ordinal || type.isDiscretizing || type == .binOrdinal
    case .x, .y, .xOffset, .yOffset, .theta, .radius:
      if type == .ordinal || type == .binOrdinal || type.isDiscretizing { return false }
    case .color, .fill, .stroke: if type == .band { return false }
    default: break
    }
    switch definition.type {
    case .quantitative: return !type.isTime && !(type.hasCategories && !definition.isBinned && channel.isColor)
    case .temporal: return type.isTime || type.hasCategories || type == .linear
    case .nominal, .ordinal: return type.hasCategories
    default: return true
    }
  }

  private func defaultScaleType(_ channel: Channel, _ definition: ChannelDefinition) -> ScaleType {
    let isDiscreteRange = channel == .shape || channel == .strokeDash
    switch definition.type {
    case .temporal:
      if isDiscreteRange { return .ordinal }
      return definition.timeUnit?.isUTC == true && !channel.isColor ? .utc : .time
    case .quantitative:
      if channel.isColor { return definition.hasBinParameters ? .binOrdinal : .linear }
      return isDiscreteRange ? .ordinal : .linear
    default:
      if channel.isColor || isDiscreteRange { return .ordinal }
      switch channel {
      case .x, .y, .xOffset, .yOffset:
        if [.rect, .bar, .image, .rule, .tick].contains(mark) { return .band }
      case .theta, .radius: if mark == .arc { return .band }
      default: break
      }
      let extent = properties[channel == .y || channel == .yOffset ? "height" : "width"]
      if channel == .x || channel == .y, extent?["band"] != nil { return .band }
      // Offsets run within a band.
      if let offset = channel.offset.flatMap({ field($0) }), offset.isFieldOrDatum { return .band }
      if definition.axis.value?["tickBand"] != nil { return .band }
      return .point
    }
  }
}

extension Channel {
  var isColor: Bool { self == .color || self == .fill || self == .stroke }
  var isOffset: Bool { self == .xOffset || self == .yOffset }
  /// x for horizontal channels, y for vertical ones.
  var offset: Channel? { self == .x ? .xOffset : self == .y ? .yOffset : nil }
}
