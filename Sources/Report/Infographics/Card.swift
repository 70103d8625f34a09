import Diagnostics
import StructuredData

/// A key figure as it stands on a page: what is printed, and the pictogram and the part of a whole that are drawn with it.
package struct Card: Hashable, Sendable {
  package var figure: KPI
  /// A name of `icons/`.
  package var pictogram: String?
  /// The figure's share of its whole, in percent, drawn as a bar; 0 to 100.
  package var share: Double?
  /// The figure's values up to now, drawn as columns; fewer than three are none.
  package var trend: [Double]
  /// What the figure means, printed where the card leads a page.
  package var sentence: String?

  package init(_ figure: KPI, pictogram: String? = nil, share: Double? = nil, trend: [Double] = [], sentence: String? = nil) {
    self.figure = figure
    self.pictogram = pictogram
    self.share = share
    self.trend = trend
    self.sentence = sentence
  }

  /// Whether anything stands below its figure.
  var isQualified: Bool { figure.change != nil || figure.base != nil || !figure.chips.isEmpty || share != nil }

  /// The card in one line, for readers who do not see it.
  package var spoken: String {
    ([figure.label + " " + figure.before + figure.number + figure.unit] + [figure.change].compactMap { $0 } + figure.chips)
      .joined(separator: " ") + (trend.isEmpty ? "" : " " + trend.map { Card.plain($0) }.joined(separator: ", "))
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

extension Card {
  /// As it is written in a report source: the figure's entries, then the card's own.
  var node: Node {
    var entries = figure.node.mapping?.entries.map { ($0.key, $0.value) } ?? []
    if let pictogram { entries.append(("pictogram", .string(pictogram))) }
    if let share { entries.append(("share", .number(share))) }
    if !trend.isEmpty { entries.append(("trend", .sequence(trend.map { .number($0) }))) }
    if let sentence { entries.append(("sentence", .string(sentence))) }
    return .mapping(entries)
  }

  static let shape = NodeShape<Card>.record("Card") { fields in
    let label = fields.required("label", .text, "What is measured.")
    let before = fields.optional("before", .text, default: "", "What stands before the number, such as 超.")
    let value = fields.required("value", .text, "The number as printed.")
    let unit = fields.optional("unit", .text, default: "", "The unit as printed.")
    let change = fields.optional("change", .text, "The growth; its sign or its words turn the arrow.")
    let base = fields.optional("base", .text, "What the growth is measured against.")
    let chips = fields.optional("note", .oneOrMore(of: .text), default: [], "Shares, ranks, remarks.")
    let reference = fields.optional("reference", .text, "The number of the source.")
    let pictogram = fields.optional("pictogram", .text, "A name of `icons/`.")
    let share = fields.optional("share", .number(in: 0...100), "The figure's share of its whole in percent, drawn as a bar.")
    let trend = fields.optional(
      "trend", .list(of: .number(in: 0...), count: 3...12), default: [], "The figure's values up to now, drawn as columns.")
    let sentence = fields.optional("sentence", .text, "What the figure means; printed where the card leads a page.")
    guard let label, let value else { return nil }
    let figure = KPI(
      label: label, before: before, number: value, unit: unit, change: change, base: base, chips: chips, reference: reference)
    return Card(figure, pictogram: pictogram, share: share, trend: trend, sentence: sentence)
  }

  /// Reads what ``node`` writes.
  ///
  /// - Parameters:
  ///   - pictograms: the names of `icons/`.
  ///   - leads: whether it is a hero, which prints a sentence.
  static func read(_ node: Node, pictograms: [String], leads: Bool) throws(Diagnostics) -> Warned<Card> {
    var card = try shape.read(node)
    if let pictogram = card.value.pictogram, !pictograms.contains(pictogram) {
      throw Diagnostics(
        .error(
          "pictogram.unknown", "there is no pictogram “\(pictogram)”", at: node["pictogram"]?.span ?? node.span,
          hint: nearestName(to: pictogram, among: pictograms).map { "did you mean “\($0)”?" } ?? "a name of icons/ without .svg"))
    }
    if card.value.sentence != nil, !leads {
      card.diagnostics.append(
        .warning(
          "card.sentence", "only a hero prints its sentence", at: node["sentence"]?.span ?? node.span,
          hint: "write it under note, or make the card a hero of a row"))
    }
    return card
  }
}
