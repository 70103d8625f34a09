import AllCores
package import Articles
package import Diagnostics
import Digest
import Documents
import Extraction
package import Indicators
import Report
import Tables

extension Workshop {
  /// What was read from the inputs.
  package struct Reading: Sendable {
    package var articles: [Article] = []
    /// The figures of all inputs in their order, corrected; equal ones are not joined.
    package var set = IndicatorSet()
    /// The inputs and corrections in their order.
    package var files: [SourceFile] = []
  }

  /// Reads articles (`.txt`, `.md`, `.html`), documents (`.docx`), tables (`.xlsx`, `.csv`, `.tsv`) and indicator sets (`.yaml`, `.json`, `.jsonl`, `.csv`).
  ///
  /// - Parameter corrections: correction files, applied one after the other.
  /// - Throws: all that is wrong with the files, and `figures.none` for an article that states no figure.
  package func read(_ paths: [String], corrections: [String] = []) throws(Diagnostics) -> Warned<Reading> {
    var reading = Reading()
    var sets: [IndicatorSet] = []
    let lists = try codeLists()
    reading.files = lists.value.files
    var notes: [Diagnostic] = lists.diagnostics
    var problems: [Diagnostic] = []
    for input in inputs(paths, codes: lists.value.codes) {
      do throws(Diagnostics) {
        let input = try input.get()
        reading.files.append(input.file)
        if let article = input.article { reading.articles.append(article) }
        sets.append(input.set)
        notes += input.notes
      } catch {
        problems += error.all
      }
    }
    let merged = merge(sets)
    reading.set = merged.value
    notes += merged.diagnostics
    for path in corrections {
      do throws(Diagnostics) {
        let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(path) }
        reading.files.append(SourceFile(.corrections, path: path, bytes: Array(text.utf8)))
        let file = try readCorrections(text, document: path)
        let corrected = apply(file.value, to: reading.set)
        notes += file.diagnostics + (problems.isEmpty ? corrected.diagnostics : [])
        reading.set = corrected.value
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return Warned(reading, notes)
  }

  /// The mapping files of the run, and what they say together.
  private func codeLists() throws(Diagnostics) -> Warned<(files: [SourceFile], codes: CodeLists)> {
    var sources: [SourceFile] = []
    var codes = CodeLists()
    var notes: [Diagnostic] = []
    for path in codeFiles {
      let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(path) }
      let read = try readCodeLists(text, document: path)
      sources.append(SourceFile(.codes, path: path, bytes: Array(text.utf8)))
      codes.add(read.value)
      notes += read.diagnostics
    }
    return Warned((sources, codes), notes)
  }

  /// What one path gives.
  struct Input: Sendable {
    var file: SourceFile
    var article: Article?
    var set: IndicatorSet
    var notes: [Diagnostic]
  }

  /// The inputs in the order of their paths, read side by side on all cores.
  private func inputs(_ paths: [String], codes: CodeLists) -> [Result<Input, Diagnostics>] {
    let read: @Sendable (Int) -> Result<Input, Diagnostics> = { place in
      Result { () throws(Diagnostics) in try self.input(paths[place], codes: codes) }
    }
    // Standard input can be read by one only.
    guard paths.count(where: { $0 == "-" }) < 2 else { return paths.indices.map(read) }
    return onAllCores(paths.count, read)
  }

  private func input(_ path: String, codes: CodeLists) throws(Diagnostics) -> Input {
    if let format = try setFormat(path) {
      let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(path) }
      let set = try decodeIndicators(text, document: path, as: format, codes: codes)
      return Input(
        file: SourceFile(.indicators, path: path, bytes: Array(text.utf8)), set: set.value, notes: set.diagnostics)
    }
    let bytes = try Diagnostics.several { () throws(Diagnostic) in try files.bytes(path) }
    guard let memory else { return try input(bytes, path: path) }
    return try memory.input(.init(path: path, digest: sha256(bytes))) { () throws(Diagnostics) in try input(bytes, path: path) }
  }

  /// An article or a document with the figures that it states.
  private func input(_ bytes: [UInt8], path: String) throws(Diagnostics) -> Input {
    let article = try article(bytes, path: path)
    let found = statedFigures(
      in: article.value, try languageFiles.knowledge(for: article.value), try languageFiles.tableWords(for: article.value))
    guard !found.value.isEmpty else {
      // What was seen and not read says why.
      throw Diagnostics(
        (article.diagnostics + found.diagnostics).filter { $0.rule != "extract.none" }
          + [.error("figures.none", "no figures were found in this text", at: SourceSpan(document: path))])
    }
    return Input(
      file: SourceFile(.article, path: path, bytes: bytes), article: article.value,
      set: IndicatorSet(documents: [SourceDocument(article.value)], observations: found.value),
      notes: article.diagnostics + found.diagnostics)
  }

  /// The figures that one file states.
  func indicators(of file: SourceFile, codes: CodeLists) throws(Diagnostics) -> IndicatorSet {
    if file.kind == .indicators {
      guard let format = IndicatorFormat(path: file.path) else { return IndicatorSet() }
      return try decodeIndicators(String(decoding: file.bytes, as: UTF8.self), document: file.path, as: format, codes: codes).value
    }
    let article = try article(file.bytes, path: file.path).value
    return IndicatorSet(
      documents: [SourceDocument(article)],
      observations: statedFigures(in: article, try languageFiles.knowledge(for: article), try languageFiles.tableWords(for: article)).value)
  }

  /// The format of an indicator set by its suffix; nil for an article or a document. Of tables in CSV and TSV those with the
  /// columns of SDMX are sets.
  private func setFormat(_ path: String) throws(Diagnostics) -> IndicatorFormat? {
    guard let format = IndicatorFormat(path: path) else { return nil }
    guard format == .csv else { return format }
    let bytes = try Diagnostics.several { () throws(Diagnostic) in try files.bytes(path) }
    let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    // Reference area, Measure, OBS_VALUE: heads in words are those of a table.
    let isInWords = head.prefix { $0 != UInt8(ascii: ",") }.contains(0x20)
    let isSet = head.allSatisfy { $0 == 0x20 } || !isInWords && ["OBS_VALUE", "INDICATOR"].contains { head.contains(Array($0.utf8)) }
    return isSet ? .csv : nil
  }

  func article(_ path: String) throws(Diagnostics) -> Warned<Article> {
    try article(try Diagnostics.several { () throws(Diagnostic) in try files.bytes(path) }, path: path)
  }

  func article(_ bytes: [UInt8], path: String) throws(Diagnostics) -> Warned<Article> {
    let knowledge = ArticleKnowledge(places: try languageFiles.places(), subjects: try languageFiles.subjects())
    if isOfficeDocument(bytes) { return try readOfficeDocument(bytes: bytes, path: path, knowledge) }
    if IndicatorFormat(path: path) == .csv { return try readDelimitedText(bytes: bytes, path: path, knowledge) }
    var article = try readArticle(bytes: bytes, path: path, knowledge)
    article.diagnostics += strayCharacters(in: article.value.scalars, document: path)
    return article
  }

  /// Diagnostics with lines and columns, where their documents are at hand.
  func located(_ diagnostics: [Diagnostic], in articles: [Article]) -> [Diagnostic] {
    let scalars = Dictionary(articles.map { ($0.id, $0.scalars) }, uniquingKeysWith: { first, _ in first })
    var tables: [String: LineTable] = [:]
    func place(_ span: SourceSpan) -> SourceSpan {
      guard span.start == nil, let scalars = scalars[span.document] else { return span }
      let table = tables[span.document] ?? LineTable(scalars)
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

extension SourceDocument {
  fileprivate init(_ article: Article) {
    self.init(
      id: article.id, title: article.title, date: article.date?.description, area: article.area,
      publisher: article.publisher)
  }
}
