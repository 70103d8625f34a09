import Diagnostics
import Scales

/// One mark with its own rows: data read, transformed and aggregated.
struct Layer {
  var mark: MarkSpec
  var encoding: Encoding
  var table: DataTable

  /// The column that a channel reads; nil for a constant or an unused channel.
  func column(_ channel: Encoding.Channel) -> String? {
    guard let spec = encoding[channel] else { return nil }
    return spec.aggregate.map { "\($0.rawValue)_\(spec.field ?? "")" } ?? spec.field
  }

  func value(_ channel: Encoding.Channel, _ row: DataTable.Row) -> DataValue {
    guard let spec = encoding[channel] else { return .null }
    if let value = spec.value ?? spec.datum { return value }
    return column(channel).flatMap { row[$0] } ?? .null
  }

  func type(of channel: Encoding.Channel) -> ChannelSpec.FieldType? {
    guard let spec = encoding[channel] else { return nil }
    if let type = spec.type { return type }
    if spec.aggregate != nil { return .quantitative }
    if let datum = spec.datum { return datum.number == nil ? .nominal : .quantitative }
    guard let column = column(channel) else { return spec.value?.number == nil ? nil : .quantitative }
    let values = table.values(of: column).filter { $0 != .null }
    return !values.isEmpty && values.allSatisfy { if case .number = $0 { true } else { false } }
      ? .quantitative : .nominal
  }

  func isDiscrete(_ channel: Encoding.Channel) -> Bool {
    let type = type(of: channel)
    return type == .nominal || type == .ordinal
  }

  /// Whether lengths run along x.
  var isHorizontal: Bool {
    if let orient = mark.orient { return orient == .horizontal }
    if mark.kind == .dumbbell { return true }
    let (x, y) = (type(of: .x), type(of: .y))
    if x == .quantitative, y != .quantitative { return true }
    return encoding[.y] == nil && encoding[.x] != nil && x == .quantitative
  }
  /// The channel of lengths, and that of categories or time.
  var measure: Encoding.Channel { isHorizontal ? .x : .y }
  var dimension: Encoding.Channel { isHorizontal ? .y : .x }
  var offset: Encoding.Channel { isHorizontal ? .yOffset : .xOffset }

  /// Bars and areas of several colours stand on each other.
  var isStacked: Bool {
    guard mark.kind == .bar || mark.kind == .area, encoding[measure]?.stack != ChannelSpec.Stack.none else {
      return false
    }
    return encoding[.color]?.field != nil && encoding[offset] == nil
      && table.rows.count > Set(table.rows.map { value(dimension, $0) }).count
  }

  /// Series of stacked columns are named beside the last column instead of in a legend.
  var namesSeriesBeside: Bool {
    mark.kind == .bar && isStacked && !isHorizontal && isDiscrete(.x) && encoding[.color]?.legend != true
  }

  /// The columns that ``stackedRows()`` adds.
  static let low = "$low"
  static let high = "$high"

  /// The rows with lower and upper bounds of each piece, stacked in order of appearance of the colours.
  func stackedRows() -> [DataTable.Row] {
    guard let color = column(.color) else { return table.rows }
    let series = table.categories(of: color)
    let piles = table.rows.reduce(into: [String]()) { keys, row in
      let key = value(dimension, row).text
      if !keys.contains(key) { keys.append(key) }
    }
    var places: [[Int?]] = series.map { _ in piles.map { _ in nil } }
    for (index, row) in table.rows.enumerated() {
      guard let s = series.firstIndex(of: row[color]?.text ?? ""),
        let p = piles.firstIndex(of: value(dimension, row).text)
      else { continue }
      places[s][p] = index
    }
    let values = places.map { $0.map { $0.flatMap { value(measure, table.rows[$0]).number } ?? 0 } }
    let offset: StackOffset =
      switch encoding[measure]?.stack {
      case .normalize?: .expand
      case .center?: .center
      default: .diverging
      }
    let bounds = stacked(values, offset: offset)
    var rows = table.rows
    for s in series.indices {
      for p in piles.indices {
        guard let index = places[s][p] else { continue }
        rows[index][Layer.low] = .number(bounds[s][p].0)
        rows[index][Layer.high] = .number(bounds[s][p].1)
      }
    }
    return rows
  }
}

extension ChartSpec {
  /// The chart's layers in paint order, each with its data.
  func layers(in context: ChartContext, diagnostics: inout [Diagnostic]) -> [Layer] {
    layers(in: context, inherited: DataTable(), outer: Encoding(), diagnostics: &diagnostics)
  }

  private func layers(in context: ChartContext, inherited: DataTable, outer: Encoding, diagnostics: inout [Diagnostic])
    -> [Layer]
  {
    var table = inherited
    if let data {
      do throws(Diagnostic) {
        table = try data.table(in: context)
      } catch {
        diagnostics.append(error)
      }
    }
    table = table.applying(transform)
    let encoding = encoding.inheriting(outer)
    if !layer.isEmpty {
      return layer.flatMap { $0.layers(in: context, inherited: table, outer: encoding, diagnostics: &diagnostics) }
    }
    guard let mark else { return [] }
    return [Layer(mark: mark, encoding: encoding, table: table).aggregated()]
  }
}

extension Layer {
  /// Where a channel aggregates, one row for each combination of the other channels' fields.
  func aggregated() -> Layer {
    let operations = encoding.used.compactMap { channel -> ChartTransform.Aggregation? in
      guard let spec = encoding[channel], let function = spec.aggregate, let name = column(channel) else { return nil }
      return .init(function, of: spec.field, as: name)
    }
    guard !operations.isEmpty else { return self }
    var keys: [String] = []
    for channel in encoding.used {
      guard let spec = encoding[channel], spec.aggregate == nil, let field = spec.field, !keys.contains(field) else {
        continue
      }
      keys.append(field)
    }
    var copy = self
    copy.table = table.aggregated(operations, by: keys)
    return copy
  }
}
