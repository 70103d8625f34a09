package import Articles
public import Diagnostics
import Extraction
public import Indicators
package import Report

extension Workshop {
  /// What was read from the inputs.
  package struct Reading: Sendable {
    package var articles: [Article] = []
    package var set = IndicatorSet()
  }

  /// Reads articles (`.txt`, `.md`, `.html`) and indicator sets (`.yaml`, `.json`, `.jsonl`, `.csv`).
  ///
  /// - Throws: all that is wrong with the files, and `figures.none` for an article that states no figure.
  /// - Returns: the figures in the order of the files and of their text.
  public func extract(_ paths: [String]) throws(Diagnostics) -> Warned<IndicatorSet> {
    let reading = try read(paths)
    return Warned(reading.value.set, reading.diagnostics)
  }

  package func read(_ paths: [String]) throws(Diagnostics) -> Warned<Reading> {
    var reading = Reading()
    var notes: [Diagnostic] = []
    var problems: [Diagnostic] = []
    var prefix = 0
    for path in paths {
      prefix += 1
      do throws(Diagnostics) {
        let bytes: [UInt8]
        do { bytes = try readFile(path) } catch { throw Diagnostics(error) }
        if let format = IndicatorFormat(path: path) {
          let set = try decode(bytes, path: path, format: format)
          notes += set.diagnostics
          reading.set.documents += set.value.documents
          reading.set.observations += renamed(set.value.observations, prefix: prefix, of: paths.count)
        } else {
          let article = try readArticle(bytes: bytes, path: path)
          notes += article.diagnostics
          let found = observations(in: article.value)
          notes += found.diagnostics
          guard !found.value.isEmpty else {
            throw Diagnostics(
              .error("figures.none", "no figures were found in this text", at: SourceSpan(document: path)))
          }
          reading.articles.append(article.value)
          reading.set.documents.append(
            SourceDocument(
              id: path, title: article.value.title, date: article.value.date?.description, area: article.value.area,
              publisher: article.value.publisher))
          reading.set.observations += renamed(found.value, prefix: prefix, of: paths.count)
        }
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return Warned(reading, notes)
  }

  private func decode(_ bytes: [UInt8], path: String, format: IndicatorFormat) throws(Diagnostics) -> Warned<IndicatorSet> {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostics(.error("input.encoding", "the file is not UTF-8", at: SourceSpan(document: path)))
    }
    return try decodeIndicators(text, document: path, as: format)
  }

  /// Ids are unique in one document; those of several get the document's number in front: `2.g5`.
  private func renamed(_ observations: [Observation], prefix: Int, of count: Int) -> [Observation] {
    guard count > 1 else { return observations }
    return observations.map { observation in
      var copy = observation
      copy.id = "\(prefix).\(observation.id)"
      copy.qualifies = observation.qualifies.map { "\(prefix).\($0)" }
      copy.partOf = observation.partOf.map { "\(prefix).\($0)" }
      return copy
    }
  }

  /// The figures as text in a format named `yaml`, `json`, `jsonl` or `csv`.
  public func write(_ set: IndicatorSet, format: String) throws(Diagnostic) -> String {
    encode(set, as: try IndicatorFormat(named: format))
  }

  /// Contradictions and gaps in the figures of the inputs.
  public func check(_ paths: [String]) throws(Diagnostics) -> [Diagnostic] {
    let reading = try read(paths)
    return located(reading.diagnostics + Indicators.check(reading.value.set, concepts: concepts), in: reading.value.articles)
  }

  /// Diagnostics with lines and columns, where their documents are at hand.
  func located(_ diagnostics: [Diagnostic], in articles: [Article]) -> [Diagnostic] {
    var tables: [String: LineTable] = [:]
    func place(_ span: SourceSpan) -> SourceSpan {
      guard span.start == nil, let article = articles.first(where: { $0.id == span.document }) else { return span }
      let table = tables[span.document] ?? LineTable(article.scalars)
      tables[span.document] = table
      var copy = span
      copy.start = table.position(of: span.range.lowerBound)
      return copy
    }
    return diagnostics.map { diagnostic in
      var copy = diagnostic
      copy.span = diagnostic.span.map(place)
      copy.related = diagnostic.related.map(place)
      return copy
    }
  }
}

extension Workshop {
  /// The format of an indicator set: the name given, else the path's suffix, else YAML.
  public static func indicatorFormat(_ path: String, named name: String?) throws(Diagnostic) -> String {
    if let name { return try IndicatorFormat(named: name).rawValue }
    if path == "-" { return IndicatorFormat.yaml.rawValue }
    if let format = IndicatorFormat(path: path) { return format.rawValue }
    throw .error(
      "format.unknown", "the suffix of “\(path)” names no format",
      hint: "end the name in .yaml, .json, .jsonl or .csv, or use --format")
  }

  /// For each figure the rule that read it and the words that gave name, area and period.
  public func explain(_ paths: [String]) throws(Diagnostics) -> String {
    var out = ""
    for path in paths {
      let bytes: [UInt8]
      do { bytes = try readFile(path) } catch { throw Diagnostics(error) }
      let article = try readArticle(bytes: bytes, path: path).value
      for found in explainedObservations(in: article).value { out += explanation(of: found) }
    }
    return out
  }

  private func explanation(of found: ExplainedObservation) -> String {
    let figure = found.observation
    let why = found.explanation
    let fields: [(String, String?, String?)] = [
      ("name", figure.name, why.nameWords), ("area", figure.area, why.areaWords),
      ("period", figure.period?.description, why.periodWords), ("scope", figure.scope, nil),
    ]
    var out = "\(figure.id) \(figure.source?.text ?? "") = \(figure.kind.rawValue) \(figure.qualifier.rawValue) \(figure.value) \(figure.unit.written)"
    out += " [\(why.rule)]\n"
    for (field, value, words) in fields {
      guard let value else { continue }
      out += "   \(field): \(value)" + (words.map { $0 == value ? "" : "  ← \($0)" } ?? "") + "\n"
    }
    return out
  }
}
