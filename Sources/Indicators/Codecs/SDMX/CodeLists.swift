package import Diagnostics
package import StructuredData

/// What the columns and codes of SDMX data of an agency mean: a mapping file.
///
/// ```yaml
/// columns: {geo: area, nace_r2: name, obs_flag: status, source: ignore}
/// codes:
///   geo: {AT: Austria}
/// ```
package struct CodeLists: Hashable, Sendable {
  /// What a column of SDMX data is for.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// A part of what is measured.
    case name
    case area, period, value, unit, multiplier, decimals, status, frequency
    /// level, change, share or rank; what a change is counted from; the whole of a share.
    case kind, basis, scope
    /// The festival or holiday within the period.
    case occasion
    case ignore
  }

  package var columns: [String: Role] = [:]
  /// For each column, by its ``key(_:)``, the texts of its codes.
  package var codes: [String: [String: String]] = [:]

  package init() {}

  func text(_ code: String, of column: String) -> String? { codes[Self.key(column)]?[code] }

  /// How a column is found: `Ref area`, `REF_AREA` and `ref_area: Reference area` name their columns without blanks and in capitals.
  static func key(_ column: String) -> String { column.prefix { $0 != ":" }.filter { $0 != " " && $0 != "[" && $0 != "]" }.uppercased() }

  /// With another file, whose entries rule.
  package mutating func add(_ other: CodeLists) {
    columns.merge(other.columns) { _, new in new }
    for (column, texts) in other.codes { codes[column, default: [:]].merge(texts) { _, new in new } }
  }

  package static let shape = NodeShape<CodeLists>.record("CodeLists") { fields in
    var lists = CodeLists()
    for (column, role) in fields.optional("columns", .dictionary(of: .choice(Role.self)), default: [], "What columns are for, by name.") {
      lists.columns[key(column.value)] = role
    }
    for (column, texts) in fields.optional(
      "codes", .dictionary(of: .dictionary(of: .text)), default: [], "For each column the texts of its codes.")
    {
      for (code, text) in texts { lists.codes[key(column.value), default: [:]][code.value] = text }
    }
    return lists
  }
}

/// Reads a mapping file in YAML or JSON.
///
/// - Throws: all that is wrong with it.
package func readCodeLists(_ text: String, document: String) throws(Diagnostics) -> Warned<CodeLists> {
  try CodeLists.shape.read(
    document.lowercased().hasSuffix(".json") ? parseJSON(text, document: document) : parseYAML(text, document: document))
}
