import Dataflow
package import Grammar
import Scales
import StructuredData

/// The rows that a chart draws as a table, for readers who want the numbers: a column for each field that a channel shows.
package struct FigureTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// The field.
    package var name: String
    /// As the spec words it; nil where it says nothing.
    package var title: String?
    /// What the field drives first.
    package var channel: Channel
    /// Whether its numbers are amounts, and no names as years are.
    package var isMeasure = false
  }

  package enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    /// - Parameter digits: as the source wrote them.
    case number(Double, digits: String)

    package var text: String {
      switch self {
      case .empty: ""
      case .text(let text), .number(_, let text): text
      }
    }
  }

  /// Of the view in a chart of several.
  package var title: String?
  package var columns: [Column]
  package var rows: [[Cell]]

  package init(title: String? = nil, columns: [Column], rows: [[Cell]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// Whether a column holds numbers, and nothing else but gaps.
  package func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows {
      switch row[column] {
      case .empty: continue
      case .text: return false
      case .number: hasNumber = true
      }
    }
    return hasNumber
  }
}

/// The tables of a chart: one for each set of fields. Layers that show other fields of the same rows add columns; cells of a
/// facet add rows.
func figureTables(of model: ViewModel) -> [FigureTable] {
  var gathering = TableGathering()
  gathering.read(model, title: nil, facets: [])
  return gathering.tables
}

private struct TableGathering {
  var tables: [FigureTable] = []

  mutating func read(_ model: ViewModel, title: String?, facets: [(column: FigureTable.Column, cell: FigureTable.Cell)]) {
    switch model.content {
    case .unit(let unit): add(unit, title: title, facets: facets)
    case .layer(let views):
      // Names and lines of reference repeat what other layers show, unless there are no others.
      let others = views.filter { $0.units.contains { ![.text, .rule].contains($0.mark) } }
      for view in others.isEmpty ? views : others { read(view, title: title, facets: facets) }
    case .concat(let views):
      for view in views {
        let own = view.spec.title?.lines.joined(separator: " ")
        read(view, title: own.flatMap { $0.isEmpty ? nil : $0 } ?? title, facets: facets)
      }
    case .facet(let facet):
      for (place, cell) in facet.cells.enumerated() {
        read(cell, title: title, facets: facets + values(of: facet, cell: place))
      }
    }
  }

  /// What the headers of a cell say.
  private func values(of facet: FacetModel, cell: Int) -> [(column: FigureTable.Column, cell: FigureTable.Cell)] {
    func header(_ definition: ChannelDefinition?, _ values: [DataValue], _ place: Int, _ channel: Channel) -> (
      FigureTable.Column, FigureTable.Cell
    )? {
      guard let definition, let name = definition.fieldName(), values.indices.contains(place) else { return nil }
      return (FigureTable.Column(name: name, title: definition.writtenTitle, channel: channel), Self.cell(values[place], digits: nil))
    }
    if let wrapped = header(facet.fields.wrapped, facet.wrapped, cell, .facet) { return [wrapped] }
    let columns = max(1, facet.columns.count)
    return [
      header(facet.fields.row, facet.rows, cell / columns, .row), header(facet.fields.column, facet.columns, cell % columns, .column),
    ].compactMap { $0 }
  }

  private mutating func add(_ unit: UnitModel, title: String?, facets: [(column: FigureTable.Column, cell: FigureTable.Cell)]) {
    var columns = facets.map(\.column)
    var fields: [Column] = []
    let shown = Self.order.flatMap { channel in unit.encoding.all(channel).filter(\.isField).map { (channel: channel, definition: $0) } }
    func isMeasure(_ shown: (channel: Channel, definition: ChannelDefinition)) -> Bool {
      shown.definition.type == .quantitative && !shown.definition.isBinned
    }
    let names = shown.filter { !isMeasure($0) && (!$0.channel.isRemark || $0.channel == .label) }
    let measures = shown.filter(isMeasure)
    for (channel, definition) in names + measures + shown.filter({ !isMeasure($0) && $0.channel.isRemark && $0.channel != .label }) {
      guard let path = definition.path(), let name = definition.fieldName(), !columns.contains(where: { $0.name == name }) else { continue }
      columns.append(
        FigureTable.Column(name: name, title: definition.writtenTitle, channel: channel, isMeasure: isMeasure((channel, definition))))
      fields.append(unit.table.values(at: path))
    }
    guard !fields.isEmpty else { return }
    let drawn: [Int] =
      switch unit.invalidMode {
      case .filter, .filterShowingDomains: unit.validRows
      default: Array(0..<unit.table.rowCount)
      }
    let rows = drawn.map { row in
      facets.map(\.cell) + fields.map { Self.cell($0[row], digits: $0.digits(at: row)) }
    }
    guard !rows.isEmpty else { return }
    merge(FigureTable(title: title, columns: columns, rows: rows), isCell: !facets.isEmpty)
  }

  private mutating func merge(_ next: FigureTable, isCell: Bool) {
    if let place = tables.firstIndex(where: { $0.title == next.title && $0.columns.map(\.name) == next.columns.map(\.name) }) {
      if isCell {
        tables[place].rows += next.rows
      } else {
        let known = Set(tables[place].rows)
        tables[place].rows += next.rows.filter { !known.contains($0) }
      }
      return
    }
    // Other fields of the same rows.
    if !isCell, let place = tables.firstIndex(where: { $0.title == next.title && $0.names == next.names && !$0.names.isEmpty }) {
      for (index, column) in next.columns.enumerated() where !tables[place].columns.contains(where: { $0.name == column.name }) {
        tables[place].columns.append(column)
        for row in next.rows.indices { tables[place].rows[row].append(next.rows[row][index]) }
      }
      return
    }
    tables.append(next)
  }

  /// Names first, then measures, then what is remarked of them.
  private static let order: [Channel] = [
    .label, .y, .x, .detail, .color, .fill, .stroke, .shape, .strokeDash, .xOffset, .yOffset, .longitude, .latitude, .y2, .x2, .theta,
    .theta2, .radius,
    .radius2, .size, .opacity, .text, .xError, .xError2, .yError, .yError2, .qualifier, .unit, .rank, .growth, .badge, .status,
  ]

  static func cell(_ value: DataValue, digits: String?) -> FigureTable.Cell {
    switch value {
    case .null, .undefined: return .empty
    case .number(let number): return number.isFinite ? .number(number, digits: digits ?? numberText(number)) : .empty
    case .time(let moment): return moment.isFinite ? .text(date(moment)) : .empty
    default:
      let text = value.asText
      return text.isEmpty ? .empty : .text(text)
    }
  }

  /// `2023-04-01`, with the time of day where it is not midnight (ISO 8601).
  private static func date(_ moment: Double) -> String {
    let isMidnight = moment.truncatingRemainder(dividingBy: 86_400_000) == 0
    return (isMidnight ? day : instant)?(moment) ?? ""
  }
  private static let day = TimeFormat("%Y-%m-%d")
  private static let instant = TimeFormat("%Y-%m-%dT%H:%M:%SZ")
}

extension FigureTable {
  /// The cells that name each row.
  fileprivate var names: [[Cell]] {
    let places = columns.indices.filter { !isNumeric($0) }
    guard !places.isEmpty else { return [] }
    return rows.map { row in places.map { row[$0] } }
  }
}

extension ChannelDefinition {
  /// The title that the spec gives the channel, or its guide.
  fileprivate var writtenTitle: String? {
    let guide = [axis.value, legend.value, header.value].compactMap { $0 }.first { $0["title"] != nil }
    if let title = guide?["title"] {
      if title.isNull { return nil }
      return title.sequence.map { $0.compactMap(\.text).joined(separator: " ") } ?? title.text
    }
    if case .lines(let lines) = title { return lines.joined(separator: " ") }
    return nil
  }
}
