package import Diagnostics
import StructuredData

/// A form in which indicator sets are written and read.
package enum IndicatorFormat: String, Hashable, Sendable, CaseIterable {
  case yaml, json, jsonl, csv
  /// CSV whose texts stand as they are, also where a spreadsheet program would take one for a formula.
  case rawCSV = "csv-raw"
  /// SDMX-CSV 2.0 and 1.0.
  case sdmx = "sdmx-csv"
  case oldSDMX = "sdmx-csv-1"

  /// The format of a path by its suffix; nil where the suffix is none of theirs.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "csv", "tsv": self = .csv
    default: return nil
    }
  }

  /// The format of that name.
  ///
  /// - Throws: `format.unknown`, with the nearest name.
  package init(named name: String) throws(Diagnostic) {
    if let format = IndicatorFormat(rawValue: name.lowercased()) {
      self = format
      return
    }
    let names = IndicatorFormat.allCases.map(\.rawValue)
    let near = nearestName(to: name, among: names).map { "did you mean “\($0)”?" }
    throw .error("format.unknown", "unknown format “\(name)”", hint: near ?? "one of \(names.joined(separator: ", "))")
  }
}

/// The set as text. YAML, JSON and CSV hold all of it; JSON Lines hold the stated figures with the fields of the
/// extraction guidelines.
package func encode(_ set: IndicatorSet, as format: IndicatorFormat) -> String {
  var out = ""
  encode(set, as: format) { out += $0 }
  return out
}

/// The same, handed on piece by piece, so that a long text is never held as a whole.
package func encode<Failure: Error>(
  _ set: IndicatorSet, as format: IndicatorFormat, to write: (String) throws(Failure) -> Void
) throws(Failure) {
  switch format {
  case .yaml: try yaml(set.head, "observations", set.observations.lazy.map(\.node), to: write)
  case .json: try json(set.head, "observations", set.observations.lazy.map(\.node), to: write)
  case .jsonl: try jsonLines(set, to: write)
  case .csv: try csv(set, guardsFormulas: true, to: write)
  case .rawCSV: try csv(set, guardsFormulas: false, to: write)
  case .sdmx: try write(sdmxCSV(set, version: 2))
  case .oldSDMX: try write(sdmxCSV(set, version: 1))
  }
}

/// Reads a set.
///
/// - Parameters:
///   - document: the name of the text for messages; also the document of JSON Lines that name none.
///   - codes: what columns and codes of SDMX data mean.
/// - Throws: all errors of the text at once.
package func decodeIndicators(
  _ text: String, document: String, as format: IndicatorFormat, codes: CodeLists = CodeLists()
) throws(Diagnostics) -> Warned<IndicatorSet> {
  switch format {
  case .yaml: try IndicatorSet.shape.read(try parseYAML(text, document: document))
  case .json: try IndicatorSet.shape.read(try parseJSON(text, document: document))
  case .jsonl: try readJSONLines(text, document: document)
  case .csv, .rawCSV, .sdmx, .oldSDMX:
    if SDMXColumns.areThere(in: try heads(text, document: document), codes) {
      try readSDMX(text, document: document, codes: codes)
    } else {
      try readCSV(text, document: document, isGuarded: format != .rawCSV)
    }
  }
}

/// The cells of the first row.
private func heads(_ text: String, document: String) throws(Diagnostics) -> [String] {
  let line = text.unicodeScalars.drop { $0 == "\u{FEFF}" || $0 == "\n" || $0 == "\r" }.prefix { $0 != "\n" && $0 != "\r" }
  return try csvRows(String(line), document: document).first?.map(\.text) ?? []
}

/// The JSON Schema (draft 2020-12) of a set in YAML or JSON.
package func indicatorSchema() -> String {
  IndicatorSet.shape.jsonSchema(title: "Indicator set").json(pretty: true)
}
