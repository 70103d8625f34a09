package import Grammar
import Indicators
package import StructuredData

/// A chart of facts as the planner makes it: what is written in the words of a chart spec.
package struct FigureSpec: Hashable, Sendable {
  /// The headline, and what is measured where and when.
  package struct Title: Hashable, Sendable {
    package var text: String
    package var subtitle: String?
    package init(_ text: String, subtitle: String? = nil) {
      self.text = text
      self.subtitle = subtitle
    }
  }

  /// A row's values by column.
  package typealias Row = [String: Node]

  /// What a channel shows: a column, in the order of the rows.
  package struct Field: Hashable, Sendable {
    package var channel: Channel
    package var name: String
    package var type: FieldType?

    package static func category(_ channel: Channel, _ name: String) -> Field {
      Field(channel: channel, name: name, type: channel == .x || channel == .y || channel == .color ? .nominal : nil)
    }
    package static func measure(_ channel: Channel, _ name: String = "value") -> Field {
      Field(channel: channel, name: name, type: .quantitative)
    }
    /// A remark, in the column of the channel's name.
    package static func remark(_ channel: Channel) -> Field { Field(channel: channel, name: channel.rawValue) }
  }

  package var mark: String
  /// Whether bars are rows.
  package var isHorizontal: Bool
  package var title: Title?
  package var rows: [Row]
  package var channels: [Field]
  package var unit: String?
  /// Categories in the strong colour.
  package var highlight: [String] = []
  package var note: String?
  /// Who says so.
  package var source: String?

  package init(_ mark: String, isHorizontal: Bool = false, title: Title? = nil, rows: [Row], channels: [Field]) {
    self.mark = mark
    self.isHorizontal = isHorizontal
    self.title = title
    self.rows = rows
    self.channels = channels
  }

  /// Each row leads to the sentence that states its figure.
  ///
  /// - Parameter facts: a row each.
  mutating func lead(to facts: [Observation?], in context: HeadlineContext) {
    var leads = false
    for (place, fact) in zip(rows.indices, facts) {
      guard let address = fact.flatMap(context.address) else { continue }
      rows[place]["source"] = .string(address)
      leads = true
    }
    if leads { channels.append(Field(channel: .href, name: "source")) }
  }

  /// The spec as it is written in a report source.
  package var node: Node {
    var entries: [(key: String, value: Node)] = []
    if let title {
      entries.append(
        ("title", .mapping([("text", .string(title.text))] + (title.subtitle.map { [("subtitle", .string($0))] } ?? []))))
    }
    entries.append(("data", .mapping([("values", .sequence(rows.map(row)))])))
    entries.append(("mark", isHorizontal ? .mapping([("type", .string(mark)), ("orient", .string("horizontal"))]) : .string(mark)))
    entries.append(("encoding", .mapping(channels.map { ($0.channel.rawValue, $0.node) })))
    if !highlight.isEmpty { entries.append(("highlight", .sequence(highlight.map { .string($0) }))) }
    if let unit { entries.append(("unit", .string(unit))) }
    if let note { entries.append(("note", .string(note))) }
    if let source { entries.append(("source", .string(source))) }
    return .mapping(entries)
  }

  /// Columns in the order of the channels that use them, others by name.
  private func row(_ row: Row) -> Node {
    var names: [String] = []
    for name in channels.map(\.name) + row.keys.sorted() where row[name] != nil && !names.contains(name) { names.append(name) }
    return .mapping(names.map { ($0, row[$0] ?? .null) })
  }
}

extension FigureSpec.Field {
  fileprivate var node: Node {
    var entries: [(key: String, value: Node)] = [("field", .string(name))]
    if let type { entries.append(("type", .string(type.rawValue))) }
    // Rows come in the order in which they are to be read.
    if type == .nominal, channel == .x || channel == .y { entries.append(("sort", .null)) }
    return .mapping(entries)
  }
}
