package import Diagnostics
import StructuredData

/// One entry of a correction file: which figures, and what about them.
package struct Correction: Sendable {
  /// The figure's id; in merged sets also the part before `@`.
  package var id: String?
  package var document: String?
  /// The figure as written, such as 970.24亿元.
  package var text: String?
  /// The figure's name as extracted.
  package var name: String?
  /// Words of its sentence.
  package var sentence: String?
  package var actions: [Action] = []
  package var span: SourceSpan

  package enum Action: Hashable, Sendable {
    /// Reviewed and right.
    case accept
    case reject
    case rename(String)
    /// A repeat of another figure.
    case merge(into: Observation.ID)
    case area(String?)
    case period(Period?)
    case scope(String?)
    case status(Observation.Status)
    case value(ExactNumber)
    case unit(Unit)
    case qualifier(Observation.Qualifier)
    case of(Observation.ID?)
    case basis(Basis?)
    case form(MultipleForm?)
    case partOf(Observation.ID?)
  }
}

/// A correction file, which outlives re-extraction: entries find their figures by id, by text, or by both.
package struct Corrections: Sendable {
  package var entries: [Correction]
  /// Drop every figure that no entry accepts.
  package var onlyAccepted: Bool

  package init(entries: [Correction] = [], onlyAccepted: Bool = false) {
    self.entries = entries
    self.onlyAccepted = onlyAccepted
  }
}

/// Reads a correction file in YAML or JSON.
///
/// ```yaml
/// corrections:
///   - {id: guangdong-2022/genq/970.24亿元, text: 970.24亿元, accept: true}
///   - {text: 705次, reject: true}
///   - {id: guangdong-2022/gew2/148.66亿元, rename: 知识产权证券化产品发行金额}
///   - {id: guangdong-2022/ym1m/970.24亿元, merge-into: guangdong-2022/genq/970.24亿元}
///   - {id: guangxi-2022/zhry/4700万元, set: {area: 广西, period: 2022, status: plan}}
/// ```
package func readCorrections(_ text: String, document: String) throws(Diagnostics) -> Warned<Corrections> {
  let node =
    document.hasSuffix(".json") ? try parseJSON(text, document: document) : try parseYAML(text, document: document)
  return try Corrections.shape.read(node)
}

/// The JSON Schema of a correction file.
package func correctionSchema() -> String {
  Corrections.shape.jsonSchema(title: "Corrections of an indicator set").json(pretty: true)
}

extension Corrections {
  static let shape = NodeShape<Corrections>.record("Corrections") { fields in
    let entries = fields.required("corrections", .list(of: Correction.shape), "One entry a figure.")
    let only = fields.optional("only-accepted", .bool, default: false, "Drop every figure that no entry accepts.")
    return entries.map { Corrections(entries: $0, onlyAccepted: only) }
  }
}

extension Correction {
  static let shape = NodeShape<Correction>.record("Correction") { fields in
    var entry = Correction(span: fields.node.span)
    entry.id = fields.optional("id", .text, "The figure's id.")
    entry.document = fields.optional("document", .text, "The document it stands in.")
    entry.text = fields.optional("text", .text, "The figure as written: 970.24亿元.")
    entry.name = fields.optional("name", .text, "Its name as extracted.")
    entry.sentence = fields.optional("sentence", .text, "Words of its sentence.")
    if fields.optional("accept", .bool, default: false, "Reviewed and right.") { entry.actions.append(.accept) }
    if fields.optional("reject", .bool, default: false, "No figure; it is dropped.") { entry.actions.append(.reject) }
    if let name = fields.optional("rename", .text, "Its right name.") { entry.actions.append(.rename(name)) }
    if let id = fields.optional("merge-into", .text, "Id of the figure that it repeats.") {
      entry.actions.append(.merge(into: id))
    }
    entry.actions += fields.optional("set", settings, default: [], "Fields with their right values; null for none.")
    _ = fields.optional("note", .text, "Why, for other readers of the file.")
    if entry.id == nil, entry.text == nil, entry.name == nil, entry.sentence == nil {
      fields.findings.add(
        .error(
          "correction.target", "the entry names no figure", at: fields.node.span,
          hint: "give id, text, name or sentence"))
    }
    if entry.actions.isEmpty {
      fields.findings.add(.warning("correction.empty", "the entry changes nothing", at: fields.node.span))
    }
    return entry
  }

  private static let settings = NodeShape<[Action]>.record("CorrectionSettings") { fields in
    var actions: [Action] = []
    if let area = fields.optional("area", .nullable(.text)) { actions.append(.area(area)) }
    if let period = fields.optional("period", .nullable(Period.shape)) { actions.append(.period(period)) }
    if let scope = fields.optional("scope", .nullable(.text)) { actions.append(.scope(scope)) }
    if let status = fields.optional("status", Observation.Status.shape) { actions.append(.status(status)) }
    if let value = fields.optional("value", ExactNumber.shape) { actions.append(.value(value)) }
    if let unit = fields.optional("unit", Unit.shape) { actions.append(.unit(unit)) }
    if let qualifier = fields.optional("qualifier", .choice(Observation.Qualifier.self)) {
      actions.append(.qualifier(qualifier))
    }
    if let id = fields.optional("of", formerly: "qualifies", .nullable(.text)) { actions.append(.of(id)) }
    if let id = fields.optional("part_of", formerly: "part-of", .nullable(.text)) { actions.append(.partOf(id)) }
    if let basis = fields.optional("basis", .nullable(Basis.shape)) { actions.append(.basis(basis)) }
    if let form = fields.optional("form", .nullable(.choice(MultipleForm.self))) { actions.append(.form(form)) }
    return actions
  }
}
