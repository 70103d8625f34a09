import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// A plot's width and height in pixels.
struct PlotSize: Hashable, Sendable {
  var width: Double
  var height: Double
}

/// Turns the rows of a unit into visual values, channel by channel: Vega-Lite's rules of `compile/mark/encode`.
struct UnitEncoder {
  let unit: UnitModel
  let scales: [Channel: ScaleFunction]
  let size: PlotSize
  let text: TextSetter
  let resolver: Resolver
  var table: Table { unit.table }
  var rowCount: Int { unit.table.rowCount }
  var findings: [Diagnostic] = []

  init(unit: UnitModel, scales: [Channel: ScaleFunction], size: PlotSize, text: TextSetter, resolver: Resolver) {
    self.unit = unit
    self.scales = scales
    self.size = size
    self.text = text
    var resolver = resolver
    resolver.params["width"] = .number(size.width)
    resolver.params["height"] = .number(size.height)
    self.resolver = resolver
  }

  /// Rows that are drawn, in drawing order.
  var drawnRows: [Int] {
    let rows: [Int] =
      switch unit.invalidMode {
      case .filter, .filterShowingDomains: unit.validRows
      default: Array(0..<rowCount)
      }
    // An order channel sorts marks that are not stacked.
    let order = unit.encoding.all(.order).filter(\.isField)
    guard !unit.mark.isPath, !order.isEmpty, unit.stack == nil else { return rows }
    let fields = order.compactMap { definition in
      definition.path().map { SortField($0, descending: definition.sort?.isDescending == true) }
    }
    let places = table.order(by: fields)
    let wanted = Set(rows)
    return places.filter(wanted.contains)
  }

  // MARK: Properties

  /// A property that may be a formula of the row.
  func numbers(_ key: String) -> (Int) -> Double? {
    guard let node = unit.properties[key] else { return { _ in nil } }
    return numbers(of: node)
  }

  func numbers(of node: Node) -> (Int) -> Double? {
    if let number = node.double { return { _ in number } }
    if let column = resolver.values(ofFormulaIn: node, on: table) { return { row in column[row].finiteNumber } }
    return { _ in nil }
  }

  func number(_ key: String) -> Double? { unit.properties.number(key) }

  // MARK: Values of channels

  func column(_ path: FieldPath?) -> Column {
    path.map { table.values(at: $0) } ?? Column(repeating: .undefined, count: rowCount)
  }

  /// The rows for which each condition of a channel holds.
  private func tests(_ definition: ChannelDefinition) -> [(rows: [Bool], definition: ChannelDefinition)] {
    definition.conditions.map { condition in
      let rows: [Bool]
      switch condition.test {
      case .predicate(let predicate):
        rows = resolver.tests(predicate, on: table)
      case .parameter(let name, let empty):
        // A param that is no selection is a switch.
        let holds: Bool =
          switch resolver.params[name] {
          case .boolean(let value)?: value
          case .object?, nil: empty
          case .some(let value): value.isTruthy
          }
        rows = Array(repeating: holds, count: rowCount)
      }
      return (rows, condition.channel.value)
    }
  }

  /// A channel's visual value by row, with its conditions: `scaled` reads a field or datum through the scale, `plain` a value.
  ///
  /// - Parameter otherwise: what a row has for which no condition holds, where the channel says nothing else.
  func values<Value>(
    _ channel: Channel, otherwise: Value? = nil, scaled: @escaping (ScaleFunction, DataValue) -> Value?,
    plain: @escaping (Node) -> Value?
  ) -> ((Int) -> Value?)? {
    guard let definition = unit.encoding[channel] else { return nil }
    func reader(_ definition: ChannelDefinition) -> ((Int) -> Value?)? {
      if let value = definition.value {
        if let column = resolver.values(ofFormulaIn: value, on: table) {
          return { row in plain(Resolver.node(column[row], at: value.span)) }
        }
        let fixed = plain(value)
        return { _ in fixed }
      }
      if definition.isField {
        let column = self.column(definition.path())
        guard let scale = scales[channel] else {
          // `scale: null`: the field holds visual values.
          return { row in plain(Resolver.node(column[row], at: definition.span)) }
        }
        return { row in scaled(scale, column[row]) }
      }
      if let datum = definition.datum {
        let value = resolver.value(datum, of: definition)
        guard let scale = scales[channel] else { return { _ in plain(Resolver.node(value, at: datum.span)) } }
        let fixed = scaled(scale, value)
        return { _ in fixed }
      }
      return nil
    }
    let base = reader(definition)
    let cases = tests(definition).compactMap { test in reader(test.definition).map { (test.rows, $0) } }
    if base == nil, cases.isEmpty { return nil }
    return { row in
      for (rows, value) in cases where rows[row] { return value(row) }
      return base.map { $0(row) } ?? otherwise
    }
  }

  func numbers(_ channel: Channel) -> ((Int) -> Double?)? {
    values(channel, scaled: { $0.number($1, band: 0.5) }, plain: { $0.double })
  }
  func colors(_ channel: Channel, otherwise: Color? = nil) -> ((Int) -> Color?)? {
    values(channel, otherwise: otherwise, scaled: { $0.color($1) }, plain: { $0.string.flatMap { Color(css: $0) } ?? gradientColor($0) })
  }
  func texts(_ channel: Channel) -> ((Int) -> String?)? {
    values(channel, scaled: { $0.text($1) }, plain: { $0.string })
  }
  func dashes(_ channel: Channel) -> ((Int) -> [Double]?)? {
    values(channel, scaled: { $0.dash($1) }, plain: { $0.sequence?.compactMap(\.double) })
  }

  // MARK: Positions

  private func extent(_ channel: Channel) -> Double { channel == .x || channel == .xOffset ? size.width : size.height }

  /// The shift that an offset channel, or an offset property of the mark, gives each row.
  func offsets(_ channel: Channel) -> (Int) -> Double {
    let key = channel.rawValue + "Offset"
    let fixed = numbers(key)
    guard let offset = channel.main.offset, unit.encoding[offset] != nil else { return { fixed($0) ?? 0 } }
    let scaled = values(offset, scaled: { $0.number($1, band: 0.5) }, plain: { $0.double })
    return { row in (fixed(row) ?? 0) + (scaled?(row) ?? 0) }
  }

  enum Fallback { case middle, zeroOrLow, zeroOrHigh }

  /// Where a row stands on a position channel (Vega-Lite's `pointPosition`).
  func point(_ channel: Channel, fallback: Fallback = .middle) -> (Int) -> Double? {
    let offset = offsets(channel)
    let place = rawPoint(channel, fallback: fallback)
    return { row in place(row).map { farPlace($0 + offset(row)) } }
  }

  private func rawPoint(_ channel: Channel, fallback: Fallback) -> (Int) -> Double? {
    if let place = placeOnMap(channel) { return place }
    let main = channel.main
    let scale = scales[main]
    guard let definition = unit.encoding[channel] else {
      if let node = unit.properties[channel.rawValue], let fixed = position(of: node, channel) { return fixed }
      let value = self.fallback(main, fallback)
      return { _ in value }
    }
    if let value = definition.value {
      return position(of: value, main) ?? { _ in nil }
    }
    // An offset channel runs from the band's start.
    let middle = main.offset.flatMap { unit.encoding[$0] } == nil ? 0.5 : 0
    if let datum = definition.datum {
      let value = resolver.value(datum, of: definition)
      let place = scale.map { $0.number(value, band: definition.bandPosition ?? middle) } ?? value.finiteNumber
      return { _ in place }
    }
    guard definition.isField else {
      let value = self.fallback(main, fallback)
      return { _ in value }
    }
    guard let scale else {
      let column = self.column(definition.path())
      return { row in column[row].finiteNumber }
    }
    let isOffset = middle == 0
    // A second end stands at the start of its unit of time.
    let second = channel == main ? main.second.flatMap { unit.encoding[$0] } : definition
    let band =
      isOffset && definition.timeUnit != nil && definition.type == .temporal ? 0 : unit.bandPosition(definition, second: second)
    if let stack = unit.stack, stack.fieldChannel == channel {
      let end = column(definition.path(suffix: "end"))
      if let share = definition.bandPosition {
        let start = column(definition.path(suffix: "start"))
        return { row in scale.number(between: start[row], end[row], share) }
      }
      return { row in scale.number(end[row]) }
    }
    let start = column(definition.path())
    if definition.hasBinParameters || ((band ?? 0) != 0 && definition.timeUnit != nil && definition.type == .temporal) {
      if let band, band != 0, !scale.type.hasCategories {
        let end = column(definition.fieldName().map { FieldPath(verbatim: $0 + "_end") })
        return { row in scale.number(between: start[row], end[row], band) }
      }
      return { row in scale.number(start[row], band: band ?? 0.5) }
    }
    if case .binned? = definition.bin, let second = main.second.flatMap({ unit.encoding[$0] }), second.isField, channel == main {
      let end = column(second.path())
      return { row in scale.number(between: start[row], end[row], definition.bandPosition ?? 0.5) }
    }
    let share =
      scale.type == .band ? band.map { $0 == 0 && definition.bandPosition == nil ? middle : $0 } ?? definition.bandPosition ?? middle : 0
    return { row in scale.number(start[row], band: share) }
  }

  /// A pixel position, or `width` and `height`.
  func position(of node: Node, _ channel: Channel) -> ((Int) -> Double?)? {
    if node.string == "width" { return { _ in size.width } }
    if node.string == "height" { return { _ in size.height } }
    if node.double != nil || node["expr"] != nil || node["signal"] != nil { return numbers(of: node) }
    return nil
  }

  /// Where a mark stands that says nothing of a channel.
  func fallback(_ channel: Channel, _ fallback: Fallback) -> Double {
    switch fallback {
    case .middle: return extent(channel) / 2
    case .zeroOrLow, .zeroOrHigh:
      if let scale = scales[channel], !scale.type.hasCategories, let zero = zeroOrEdge(scale) { return zero }
      if fallback == .zeroOrHigh { return channel == .x ? size.width : channel == .y ? 0 : 0 }
      return channel == .x ? 0 : channel == .y ? size.height : 0
    }
  }

  /// The place of zero, or of the end of the domain that is nearest to it.
  func zeroOrEdge(_ scale: ScaleFunction) -> Double? {
    if scale.type == .log || scale.type.isTime { return scale.stops.first.flatMap { scale.number($0) } }
    guard let low = scale.stops.min(), let high = scale.stops.max() else { return scale.number(0.0) }
    if low <= 0, high >= 0 { return scale.number(0.0) }
    return scale.stops.first.flatMap { scale.number($0) }
  }
}

extension ScaleFunction {
  /// The place of the value that lies `share` of the way from one to another (Vega-Lite's `interpolatedSignalRef`).
  func number(between start: DataValue, _ end: DataValue, _ share: Double) -> Double? {
    if share == 0 { return number(start) }
    if share == 1 { return number(end) }
    guard start.isValid, end.isValid else { return nil }
    let value = start.scaled * (1 - share) + end.scaled * share
    return value.isFinite ? number(value) : nil
  }
}

/// A gradient where only one colour can be drawn: its first stop.
func gradientColor(_ node: Node) -> Color? {
  node["stops"]?.sequence?.first?["color"]?.string.flatMap { Color(css: $0) }
}
