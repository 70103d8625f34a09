public import Diagnostics
import Extraction
import Foundation
public import Indicators
public import Scene
import Tables
import WorkbookExport

extension Workshop {
  /// The figures of articles and indicator sets, every statement in the order of the files and of their text, with
  /// the editor's correction files applied.
  ///
  /// - Throws: all that is wrong with the files, and `figures.none` for an article that states no figure.
  public func extract(_ paths: [String], corrections: [String] = []) throws(Diagnostics) -> Warned<IndicatorSet> {
    let reading = try read(paths, corrections: corrections)
    return Warned(reading.value.set, located(reading.diagnostics, in: reading.value.articles))
  }

  /// The set with a figure that is stated several times, in one document or in several, once and with all its places.
  public func joiningRepeats(_ set: IndicatorSet) throws(Diagnostics) -> IndicatorSet {
    IndicatorSet(documents: set.documents, observations: mergingRepeats(set, concepts: try concepts).observations)
  }

  /// The figures of a set over time, by kind, concept, area and measure: as text in a format named `yaml`, `json`, `jsonl` or
  /// `csv`. Each stated figure stands in one series, if alone; derived levels stand where nothing is stated; a value that a
  /// later document restates is flagged, and is a warning.
  public func writeSeries(_ set: IndicatorSet, format: String) throws(Diagnostics) -> Warned<String> {
    let format = try Diagnostics.several { () throws(Diagnostic) in
      let found = try IndicatorFormat(named: format)
      guard found != .sdmx, found != .oldSDMX else {
        throw .error(
          "format.series", "series have no form in SDMX-CSV", at: nil, hint: "“csv” for a row a point; SDMX-CSV without --series")
      }
      return found
    }
    let concepts = try concepts
    let found = series(of: set, derived: derive(set, concepts: concepts).value, concepts: concepts)
    let none: [Diagnostic] = found.value.isEmpty ? [.warning("series.none", "there is no figure")] : []
    return Warned(encode(found.value, as: format), found.diagnostics + none)
  }

  /// The figures as text in a format named `yaml`, `json`, `jsonl` or `csv`.
  public func write(_ set: IndicatorSet, format: String) throws(Diagnostic) -> String {
    encode(set, as: try IndicatorFormat(named: format))
  }

  /// Writes the figures in a format named `yaml`, `json`, `jsonl` or `csv`, whole or not at all; `-` is standard output.
  ///
  /// It may not replace a file of `inputs`.
  public func write(_ set: IndicatorSet, format: String, to path: String, over inputs: [String] = []) throws(Diagnostic) {
    let format = try IndicatorFormat(named: format)
    try writeFile(path, over: inputs + filesRead) { write throws(Diagnostic) in
      // Lines are handed on many at a time.
      var bytes: [UInt8] = []
      try encode(set, as: format) { text throws(Diagnostic) in
        bytes += text.utf8
        guard bytes.count >= 1 << 16 else { return }
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      try write(bytes)
    }
  }

  /// The figures in columns of text, for a person who checks what was read.
  public func table(of set: IndicatorSet) -> String { figureTable(set) }

  /// Writes the figures as an Excel workbook, whole or not at all.
  ///
  /// It may not replace a file of `inputs`.
  public func writeWorkbook(_ set: IndicatorSet, to path: String, over inputs: [String] = []) throws(Diagnostic) {
    try writeFiles([(path, try workbook(of: set))], over: inputs + filesRead)
  }

  /// The figures as an Excel workbook.
  public func workbook(of set: IndicatorSet) throws(Diagnostic) -> [UInt8] {
    let temporary = FileManager.default.temporaryDirectory.appending(path: "whitepaper-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try WorkbookExport.writeWorkbook(set, to: temporary)
    return try readFile(temporary)
  }

  /// Whether the output is an Excel workbook, by the format's name or the suffix.
  public static func isWorkbook(_ path: String, named name: String?) -> Bool {
    name.map { $0.lowercased() == "xlsx" } ?? path.lowercased().hasSuffix(".xlsx")
  }

  /// Contradictions and gaps in the figures of the inputs, told in a language.
  public func check(
    _ paths: [String], corrections: [String] = [], language: Language = .english
  ) throws(Diagnostics) -> [Diagnostic] {
    conceptFiles.readAhead()
    let reading = try read(paths, corrections: corrections)
    let findings = Indicators.check(
      reading.value.set, concepts: try concepts, language: FigureLanguage(tag: language.rawValue))
    return located(reading.diagnostics + findings, in: reading.value.articles)
  }

  /// The format of an indicator set: the name given, else the path's suffix, else YAML.
  public static func indicatorFormat(_ path: String, named name: String?) throws(Diagnostic) -> String {
    if let name { return try IndicatorFormat(named: name).rawValue }
    if path == "-" { return IndicatorFormat.yaml.rawValue }
    if let format = IndicatorFormat(path: path) { return format.rawValue }
    throw .error(
      "format.unknown", "the suffix of “\(path)” names no format",
      hint: "end the name in .yaml, .json, .jsonl, .csv or .xlsx, or use --format")
  }

  /// For each figure the construction that read it, and the words and frames that gave name, area, period and basis.
  public func explain(_ paths: [String]) throws(Diagnostics) -> String {
    var out = ""
    for path in paths {
      let article = try article(path).value
      let language = try languageFiles.knowledge(for: article)
      let parts = DocumentParts(article, language, try languageFiles.tableWords(for: article))
      for found in explainedObservations(in: parts.prose, language).value { out += explanation(of: found) }
      for figure in parts.cells {
        let heads = [figure.cell?.rowHead, figure.cell?.columnHead].compactMap { $0 }.joined(separator: " | ")
        out += explanation(
          of: ExplainedObservation(observation: figure, explanation: Explanation(rule: "table-cell", nameWords: heads, nameFrame: "heads")))
      }
    }
    return out
  }

  private func explanation(of found: ExplainedObservation) -> String {
    let figure = found.observation
    let why = found.explanation
    let fields: [(name: String, value: String?, words: String?, frame: String?)] = [
      ("name", figure.name, why.nameWords, why.nameFrame), ("area", figure.area, why.areaWords, why.areaFrame),
      ("period", figure.period?.description, why.periodWords, why.periodFrame), ("scope", figure.scope, nil, nil),
      ("basis", figure.basis?.description, nil, why.basisWords), ("of", figure.of, nil, nil),
      ("status", figure.status == .fact ? nil : figure.status.rawValue, nil, nil),
      ("confidence", figure.confidence?.description, nil, nil),
    ]
    var out =
      "\(figure.id) \(figure.source?.text ?? "") = \(figure.kind.rawValue) \(figure.qualifier.rawValue) \(figure.value) \(figure.unit.written)"
    out += " [\(why.rule)]\n"
    for field in fields {
      guard let value = field.value else { continue }
      let words = field.words.map { $0 == value ? "" : "  ← \($0)" } ?? ""
      out += "   \(field.name): \(value)\(words)" + (field.frame.map { "  (\($0))" } ?? "") + "\n"
    }
    return out
  }
}
