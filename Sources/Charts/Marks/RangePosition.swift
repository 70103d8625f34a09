import Dataflow
import Geometry
import Grammar
import Scales
import StructuredData

/// From and to on one axis.
struct Span: Hashable, Sendable {
  var start: Double
  var end: Double

  init(start: Double, end: Double) {
    self.start = farPlace(start)
    self.end = farPlace(end)
  }
}

extension UnitEncoder {
  /// From where to where a bar, rect, tick or image reaches on a channel (Vega-Lite's `rectPosition`).
  func rectSpan(_ channel: Channel) -> (Int) -> Span? {
    let definition = unit.encoding[channel]
    let second = channel.second.flatMap { unit.encoding[$0] }
    let scale = scales[channel]
    let hasCategories = scale?.type.hasCategories == true
    if let definition, definition.isField, let scale, !hasCategories, sizeAcross(channel) == nil,
      channel.offset.flatMap({ unit.encoding[$0] }) == nil
    {
      if definition.hasBinParameters || (definition.timeUnit != nil && second == nil) {
        return binSpan(channel, definition, scale, end: definition.timeUnitEnd)
      }
      if case .binned(let step)? = definition.bin, second?.isField == true || step != nil {
        return binSpan(channel, definition, scale, end: second?.path(), step: step)
      }
    }
    let isBand = isAcross(channel) || ((unit.mark == .image || unit.mark == .rect) && sizeAcross(channel) != nil)
    if second == nil, (definition?.isFieldOrDatum == true && hasCategories) || isBand { return bandSpan(channel) }
    return rangeSpan(channel)
  }

  /// Whether the channel is the one across bars and ticks.
  func isAcross(_ channel: Channel) -> Bool {
    switch unit.mark {
    case .bar: unit.orient == (channel == .x ? .vertical : .horizontal)
    case .tick: unit.orient == (channel == .y ? .vertical : .horizontal)
    default: false
    }
  }

  func wholeSpan(_ channel: Channel) -> Span {
    channel == .x ? Span(start: 0, end: size.width) : Span(start: size.height, end: 0)
  }

  /// A bin's box, with the gap between bins taken off.
  private func binSpan(
    _ channel: Channel, _ definition: ChannelDefinition, _ scale: ScaleFunction, end: FieldPath?, step: Double? = nil
  ) -> (Int) -> Span? {
    let spacing = number("binSpacing") ?? 0
    let smallest = number("minBandSize") ?? 0
    let (starts, ends) = (column(definition.path()), column(end))
    // The lower end of a bin is its second position: `x2Offset` moves it.
    let (offset, lowerOffset) = (offsets(channel), offsets(channel.second ?? channel))
    let shift = unit.unitShift(definition)
    let timeUnit = definition.timeUnit
    let relative = relativeBand(channel) ?? 1
    return { row in
      let upper = end == nil ? step.map { DataValue.number(starts[row].scaled + $0) } ?? .undefined : ends[row]
      guard var a = scale.number(starts[row]), var b = scale.number(upper) else { return nil }
      if shift != 0, let timeUnit {
        // The box lies between the middles of its unit and the one before.
        let (start, end) = (starts[row].scaled, ends[row].scaled)
        let before = timeUnit.offset(start, by: -timeUnit.step)
        guard let low = scale.number(start * (1 - shift) + before * shift), let high = scale.number(end * (1 - shift) + start * shift)
        else { return nil }
        (a, b) = (low, high)
      }
      if relative != 1 {
        let (middle, width) = ((a + b) / 2, (b - a) * relative)
        (a, b) = (middle - width / 2, middle + width / 2)
      }
      let rising = a <= b
      let half = spacing / 2
      if abs(b - a) > spacing {
        a += rising ? half : -half
        b -= rising ? half : -half
      }
      if abs(b - a) < smallest {
        let middle = (a + b) / 2
        (a, b) = rising ? (middle - smallest / 2, middle + smallest / 2) : (middle + smallest / 2, middle - smallest / 2)
      }
      return Span(start: a + lowerOffset(row), end: b + offset(row))
    }
  }

  /// From the channel to its second end, or to zero (Vega-Lite's `rangePosition`).
  func rangeSpan(_ channel: Channel) -> (Int) -> Span? {
    let second = channel.second ?? channel
    let first = point(channel, fallback: .zeroOrHigh)
    if let stack = unit.stack, stack.fieldChannel == channel, let definition = unit.encoding[channel], let scale = scales[channel] {
      let (start, end) = (column(definition.path(suffix: "start")), column(definition.path(suffix: "end")))
      let offset = offsets(channel)
      return { row in
        guard let a = scale.number(start[row]), let b = scale.number(end[row]) else { return nil }
        let shift = offset(row)
        return Span(start: a + shift, end: b + shift)
      }
    }
    let hasSecond = unit.encoding[second] != nil || unit.properties[second.rawValue] != nil
    if hasSecond {
      let end = point(second, fallback: .zeroOrLow)
      return { row in
        guard let a = first(row), let b = end(row) else { return nil }
        return Span(start: b, end: a)
      }
    }
    let base = fallback(channel, .zeroOrLow)
    return { row in
      guard let a = first(row) else { return nil }
      return Span(start: base, end: a)
    }
  }

  /// Around the point of a row, as wide as the band or the size.
  private func bandSpan(_ channel: Channel) -> (Int) -> Span? {
    let definition = unit.encoding[channel]
    let scale = scales[channel]
    let offsetScale = channel.offset.flatMap { scales[$0] }
    let own = sizeAcross(channel) ?? (scale?.type.hasCategories == true ? number("discreteBandSize").map { size in { _ in size } } : nil)
    if let scale, scale.type == .band, let definition, definition.isFieldOrDatum {
      let column: (Int) -> DataValue
      if definition.isField {
        let values = self.column(definition.path())
        column = { values[$0] }
      } else {
        let value = definition.datum.map { resolver.value($0, of: definition) } ?? .undefined
        column = { _ in value }
      }
      // The mark's own is of bins, as in Vega-Lite: bars on bands would lie over one another.
      let smallest = unit.mark == .bar ? unit.config["bar"].number("minBandSize") ?? 0 : 0
      let fixedOffset = numbers(channel.rawValue + "Offset")
      if let offsetChannel = channel.offset, let offsetDefinition = unit.encoding[offsetChannel], offsetDefinition.isFieldOrDatum,
        let offsetScale
      {
        let inner = self.column(offsetDefinition.path())
        let datum = offsetDefinition.datum.map { resolver.value($0) }
        let relative = relativeBand(channel) ?? 1
        return { row in
          guard let start = scale.bandStart(column(row)), let shift = offsetScale.number(datum ?? inner[row]) else { return nil }
          let band = offsetScale.type == .band ? offsetScale.bandwidth : scale.bandwidth
          if offsetScale.type == .band, own == nil {
            let width = band * relative
            let a = start + shift + (band - width) / 2 + (fixedOffset(row) ?? 0)
            return Span(start: a, end: a + width)
          }
          let width = own?(row) ?? (offsetScale.type == .band ? band : number("continuousBandSize") ?? 5)
          let middle = start + shift + (offsetScale.type == .band ? band / 2 : 0)
          return Span(start: middle - width / 2, end: middle + width / 2)
        }
      }
      let relative = relativeBand(channel) ?? 1
      // Few columns are no walls.
      let most = unit.mark == .bar && channel == .x ? unit.config["figure"].number("maxBarThickness") ?? .infinity : .infinity
      let offset = offsets(channel)
      let bandPosition = definition.bandPosition ?? 0.5
      return { row in
        guard let start = scale.bandStart(column(row)) else { return nil }
        let width = own?(row) ?? max(smallest, min(most, scale.bandwidth * relative))
        let a = start + scale.bandwidth * bandPosition - width / 2 + offset(row)
        return Span(start: a, end: a + width)
      }
    }
    let middle = point(channel)
    let fallback = defaultWidth(channel, scale)
    let relative = relativeBand(channel)
    return { row in
      guard let middle = middle(row) else { return nil }
      // A share of a band needs a band.
      if own == nil, let offsetScale, offsetScale.type == .band {
        return around(middle, max(0.25, offsetScale.bandwidth * (relative ?? 1)))
      }
      let share = relative.map { scale?.type.isContinuous == true ? viewStep(channel) - 2 : $0 * (scale?.step ?? fallback) }
      let width = own?(row) ?? share ?? fallback
      return Span(start: middle - width / 2, end: middle + width / 2)
    }
  }

  private func around(_ middle: Double, _ width: Double) -> Span { Span(start: middle - width / 2, end: middle + width / 2) }

  /// The width of a mark without a band (Vega-Lite's `defaultSizeRef`).
  private func defaultWidth(_ channel: Channel, _ scale: ScaleFunction?) -> Double {
    let step = viewStep(channel)
    if let scale {
      if !scale.type.hasCategories { return number("continuousBandSize") ?? 5 }
      return (isStepped(channel) ? scale.step : step) - 2
    }
    let config = unit.config["scale"]
    let padding =
      config.number("bandPaddingInner")
      ?? config.number(unit.mark == .bar ? "barBandPaddingInner" : unit.mark == .tick ? "tickBandPaddingInner" : "rectBandPaddingInner")
    if unit.encoding[channel] == nil, let padding {
      return (1 - padding) * (channel == .x ? size.width : size.height)
    }
    return step - 2
  }

  private func viewStep(_ channel: Channel) -> Double {
    let view = unit.config["view"]
    return view[channel == .x ? "discreteWidth" : "discreteHeight"]?["step"]?.double ?? view.number("step") ?? 20
  }

  private func isStepped(_ channel: Channel) -> Bool {
    switch channel == .x ? unit.width : unit.height {
    case .step: true
    case .pixels, .container: false
    case nil: true
    }
  }

  /// `width: {band: 0.5}`: the share of a band that a mark takes.
  func relativeBand(_ channel: Channel) -> Double? {
    for key in [channel == .x ? "width" : "height", "discreteBandSize"] {
      if let band = unit.properties[key]?["band"]?.double { return band }
    }
    // A unit of time may have marks of a width of their own.
    guard unit.encoding[channel]?.timeUnit != nil, unit.encoding[channel.second ?? channel] == nil else { return nil }
    return unit.properties.number("timeUnitBandSize")
  }

  /// The width across a mark in pixels where the spec gives one: a `size` channel, or `width`, `height`, `size`.
  func sizeAcross(_ channel: Channel) -> ((Int) -> Double?)? {
    let isMain = unit.mark == .bar || unit.mark == .tick ? isAcross(channel) : false
    if isMain, let sizes = numbers(Channel.size) { return sizes }
    let key = channel == .x ? "width" : "height"
    if let node = unit.properties[key], node.double != nil || node["expr"] != nil { return numbers(of: node) }
    if isMain, let node = unit.properties["size"], node.double != nil || node["expr"] != nil {
      return numbers(of: node)
    }
    return nil
  }
}
