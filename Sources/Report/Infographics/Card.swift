import Diagnostics
import StructuredData

/// A key figure as it stands on a page: what is printed, and the pictogram and the part of a whole that are drawn with it.
package struct Card: Hashable, Sendable {
  package var figure: KPI
  /// A name of `icons/`.
  package var pictogram: String?
  /// The figure's share of its whole, in percent, drawn as a bar; 0 to 100.
  package var share: Double?
  /// What the figure means, printed where the card leads a page.
  package var sentence: String?

  package init(_ figure: KPI, pictogram: String? = nil, share: Double? = nil, sentence: String? = nil) {
    self.figure = figure
    self.pictogram = pictogram
    self.share = share
    self.sentence = sentence
  }

  /// The card in one line, for readers who do not see it.
  package var spoken: String {
    ([figure.label + " " + figure.before + figure.number + figure.unit] + [figure.change].compactMap { $0 } + figure.chips)
      .joined(separator: " ")
  }
}

extension Card {
  /// As it is written in a report source: the figure's entries, then the card's own.
  var node: Node {
    var entries = figure.node.mapping?.entries.map { ($0.key, $0.value) } ?? []
    if let pictogram { entries.append(("pictogram", .string(pictogram))) }
    if let share { entries.append(("share", .number(share))) }
    if let sentence { entries.append(("sentence", .string(sentence))) }
    return .mapping(entries)
  }

  private static let own = StructuredData.Shape<Card>.record("CardForm") { fields in
    let pictogram = fields.optional("pictogram", .text, "A name of `icons/`.")
    let share = fields.optional("share", .number(in: 0...100), "The figure's share of its whole in percent, drawn as a bar.")
    let sentence = fields.optional("sentence", .text, "What the figure means, where the card leads a page.")
    return Card(KPI(label: "", number: ""), pictogram: pictogram, share: share, sentence: sentence)
  }

  /// Reads what ``node`` writes.
  ///
  /// - Parameter pictograms: the names of `icons/`.
  static func read(_ node: Node, pictograms: [String]) throws(Diagnostics) -> Warned<Card> {
    let names: Set<String> = ["pictogram", "share", "sentence"]
    let entries = node.mapping?.entries ?? []
    let figure = try KPI.shape.read(Node(node.mapping == nil ? node.value : .mapping(Mapping(entries.filter { !names.contains($0.key) })), at: node.span))
    let form = try own.read(Node(.mapping(Mapping(entries.filter { names.contains($0.key) })), at: node.span))
    var card = form.value
    card.figure = figure.value
    if let pictogram = card.pictogram, !pictograms.contains(pictogram) {
      throw Diagnostics(
        .error(
          "pictogram.unknown", "there is no pictogram “\(pictogram)”", at: node["pictogram"]?.span ?? node.span,
          hint: nearestName(to: pictogram, among: pictograms).map { "did you mean “\($0)”?" } ?? "a name of icons/ without .svg"))
    }
    return Warned(card, figure.diagnostics + form.diagnostics)
  }
}
