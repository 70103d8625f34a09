package import Articles
package import Diagnostics
package import Extraction
package import Indicators
package import Lingua

/// A document with what its tables state taken out of its text.
package struct DocumentParts: Sendable {
  /// The article without the rows of tables of figures; those of any other table are text.
  package var prose: Article
  /// The figures of the tables, in order, their ids unique among them.
  package var cells: [Observation] = []
  package var findings: [Diagnostic] = []

  /// - Parameter words: of tables; nil where the article has none.
  package init(_ article: Article, _ language: LanguageKnowledge, _ words: TableWords?) {
    prose = article
    guard !article.tables.isEmpty, let words else { return }
    let lines = LineTable(article.scalars)
    var read: Set<Int> = []
    // The lines above tables that are read.
    var labels: Set<String> = []
    // Places that only rows name are whose those rows are, not whose the document is.
    let hasProse = article.title != nil || article.blocks.contains { $0.table == nil }
    var subject = hasProse ? placeToldOf(in: article, language) : nil
    let titles = TitlesAbove(article, words)
    let notes = NotesOnFigures(
      article.blocks.lazy.filter { $0.table == nil && $0.range.count <= 600 }.map { String(scalars: article.text(of: $0).scalars) }, words)
    for table in article.tables {
      var figures = readTable(
        table, titles: titles.lines(above: table).all, notes: notes, subject: subject, in: article, language.places, words, lines: lines)
      findings += figures.findings
      if !hasProse, subject == nil { subject = figures.place }
      guard figures.isRead else {
        // Rows of figures that their heads do not tell apart say no more as sentences.
        if figures.findings.contains(where: { $0.rule == "table.head" }) { read.insert(table.number) }
        continue
      }
      read.insert(table.number)
      let first = cells.count
      let made = figures.observations
      figures.observations = []
      labels.formUnion(titles.lines(above: table).titles)
      if cells.isEmpty { cells = made } else { cells += made }
      for index in first..<cells.count { cells[index].number(from: first) }
    }
    prose.blocks.removeAll { $0.table.map(read.contains) ?? false }
    if !read.isEmpty {
      let marks = Set(article.tables.filter { read.contains($0.number) }.flatMap { $0.cells.flatMap { raisedMarks(in: $0.text) } })
      prose.blocks.removeAll {
        article.isUnitLine($0, words) || article.isLabelled($0, as: labels, words)
          || !marks.isEmpty && article.isNote($0, under: marks, words)
      }
    }
  }
}

/// All stated figures of a document, those of its sentences and those of its tables, in text order.
///
/// - Parameter words: of tables; nil where the article has none.
package func statedFigures(in article: Article, _ language: LanguageKnowledge, _ words: TableWords?) -> Warned<[Observation]> {
  var parts = DocumentParts(article, language, words)
  guard !parts.cells.isEmpty else {
    let said = observations(in: parts.prose, language)
    return Warned(said.value, parts.findings + said.diagnostics)
  }
  let said = parts.prose.blocks.isEmpty ? Warned([]) : observations(in: parts.prose, language)
  return Warned(merged(said.value, parts.takeCells()), parts.findings + said.diagnostics.filter { $0.rule != "extract.none" })
}

extension DocumentParts {
  /// Its cells, which it no longer holds: they are changed in place.
  fileprivate mutating func takeCells() -> [Observation] {
    defer { cells = [] }
    return cells
  }
}

extension Observation {
  /// With the ids of a table, which count from 0, as those of the document's cells.
  fileprivate mutating func number(from first: Int) {
    func renumbered(_ number: String) -> String { "cell \((Int(number) ?? 0) + first)" }
    id = renumbered(id)
    of = of.map(renumbered)
    partOf = partOf.map(renumbered)
  }
}

/// Both in text order, under ids of their content.
private func merged(_ said: [Observation], _ cells: consuming [Observation]) -> [Observation] {
  var all = cells
  if !said.isEmpty { all = said + all }
  let starts = all.map { $0.source?.range.lowerBound ?? 0 }
  if zip(starts, starts.dropFirst()).contains(where: >) {
    let order = all.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    all = order.map { all[$0] }
  }
  var given = ContentIDs(for: all.count)
  // Most figures of a table are those that no other refers to.
  var ids: [Observation.ID: Observation.ID?] = [:]
  for observation in all {
    if let of = observation.of { ids[of] = .some(nil) }
    if let whole = observation.partOf { ids[whole] = .some(nil) }
  }
  for index in all.indices {
    let id = given.next(for: all[index])
    if ids[all[index].id] != nil { ids[all[index].id] = id }
    all[index].id = id
  }
  for index in all.indices where all[index].of != nil || all[index].partOf != nil {
    all[index].of = all[index].of.flatMap { ids[$0] ?? nil }
    all[index].partOf = all[index].partOf.flatMap { ids[$0] ?? nil }
  }
  return all
}

extension Article {
  /// Table A.8, 1980=100: a title whose number is none of a figure, and which states none.
  fileprivate func isLabelled(_ block: Block, as titles: Set<String>, _ words: TableWords) -> Bool {
    guard block.table == nil, block.range.count <= 200, case let text = String(scalars: text(of: block).scalars), titles.contains(text)
    else {
      return false
    }
    if countsPlacesOnly(Array(withoutLabel(text, words).unicodeScalars), words) { return true }
    func isDate(_ number: Substring) -> Bool { Int(number).map { (1900...2100).contains($0) || $0 < 32 } ?? false }
    // Selected indicators, 2022–25: a heading that says of which years, and no other number.
    if block.kind == .heading, Self.endsWithYears(text), text.split(whereSeparator: { !$0.isNumber }).allSatisfy(isDate) { return true }
    let key = HeadReading.key(text)
    if let base = key.firstRange(of: "=100") {
      return key[..<base.lowerBound].split { !$0.isNumber }.allSatisfy(isDate)
        && key[base.upperBound...].drop { $0 == "." || $0 == "0" }.split { !$0.isNumber }.allSatisfy(isDate)
    }
    guard
      let label = words.phrases(.tableLabels).first(where: { text.lowercased().hasPrefix($0.text + " ") && $0.scalars[0].isLatinLetter })
    else { return false }
    // A.8, B-2, 12: after these no number but years.
    let behind = text.dropFirst(label.text.count + 1).split(separator: " ", maxSplits: 1)
    guard let number = behind.first, number.utf8.count <= 8, number.contains(where: \.isNumber) else { return false }
    let rest = behind.count > 1 ? behind[1] : ""
    return rest.split { !$0.isNumber }.allSatisfy(isDate)
  }

  /// Whether a text ends with years from one to another.
  private static func endsWithYears(_ text: String) -> Bool {
    let tail = text.reversed().prefix { $0.isNumber || "-–—/".contains($0) }.reversed()
    let parts = tail.split { !$0.isNumber }
    return parts.count == 2 && parts[0].count == 4 && (parts[1].count == 2 || parts[1].count == 4)
  }

  /// 1 Number of persons of working age, 15 years and over: a note that a raised mark of a table leads to tells what its figures are, and
  /// states none.
  fileprivate func isNote(_ block: Block, under marks: Set<String>, _ words: TableWords) -> Bool {
    guard block.table == nil, block.range.count <= 600 else { return false }
    var text = Array(text(of: block).scalars)
    // Notes: 1. Calculated from …
    if let colon = text.prefix(12).firstIndex(where: { $0.halfWidth == ":" }),
      case let lead = HeadReading.key(String(scalars: text[..<colon])),
      words.phrases(.noteStarts).contains(where: { lead == $0.key || lead == $0.key + "s" })
    {
      text = Array(text[(colon + 1)...].drop(while: \.isBlank))
    }
    let digits = text.prefix { $0.isDigit || $0.isRaised }
    guard (1...2).contains(digits.count), digits.count < text.count else { return false }
    let mark = digits.map { $0.raisedDigit.map(String.init) ?? String(scalars: [$0]) }.joined()
    let next = text[digits.count]
    return marks.contains(mark)
      && (next.isBlank || next == "." && digits.count + 1 < text.count && text[digits.count + 1].isBlank || next.isLatinLetter
        || next.isHan && digits.allSatisfy(\.isRaised))
  }

  /// 单位：新台币百万元 above a table: its 百万 is no figure.
  fileprivate func isUnitLine(_ block: Block, _ words: TableWords) -> Bool {
    guard block.table == nil, block.range.count <= 120 else { return false }
    // Three months ended (RMB million, unless otherwise stated)
    let written = String(scalars: text(of: block).scalars)
    if !written.hasSuffix("。"), words.phrases(.unitExceptions).contains(where: { written.lowercased().contains($0.text) }) {
      var scan = HeadScan(Array(written.unicodeScalars), words)
      if scan.takeUnit().0 != nil { return true }
    }
    guard block.range.count <= 60 else { return false }
    // 70个大中城市住宅销售价格指数: how many places a table is of.
    if block.kind == .heading, countsPlacesOnly(Array(written.unicodeScalars), words) { return true }
    let key = HeadReading.key(String(scalars: text(of: block).scalars)).drop { $0 == "(" || $0 == "[" }
    if words.phrases(.unitLabels).contains(where: { key.hasPrefix($0.key + ":") }) { return true }
    // 2024年9月进出口　　单位：百万美元
    if !written.hasSuffix("。"), let blank = written.lastIndex(where: { $0.isWhitespace }),
      case let tail = HeadReading.key(String(written[written.index(after: blank)...])).drop(while: { $0 == "(" }),
      words.phrases(.unitLabels).contains(where: { tail.hasPrefix($0.key + ":") })
    {
      return true
    }
    // Base: January 2005 = 100.
    if key.contains("=100"), words.phrases(.baseLabels).contains(where: { key.hasPrefix($0.key) }) { return true }
    // 百万港元 on a line of its own.
    if block.range.count <= 24 {
      let line = HeadReading(written, words)
      if line.isBare, line.time == nil, line.unit != nil { return true }
    }
    // (100 million yuan) below 单位：亿元.
    let line = String(scalars: text(of: block).scalars)
    guard line.first == "(" || line.first == "（", line.last == ")" || line.last == "）" else { return false }
    let parts = line.dropFirst().dropLast().split { $0 == " " || $0.isNumber || $0 == "," }
    return (1...4).contains(parts.count) && words.isLatinUnit(parts.joined(separator: " "))
  }
}

/// The numbers, in plain digits, of marks of notes in a cell: 12.3¹, Employment rate¹ (%). The power of km² is none.
private func raisedMarks(in text: String) -> [String] {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
  let scalars = Array(text.unicodeScalars)
  guard !scalars.allSatisfy(\.isRaised) else { return [] }
  var marks: [String] = []
  var index = 0
  while index < scalars.count {
    let run = scalars[index...].prefix(while: \.isRaised)
    guard !run.isEmpty else {
      index += 1
      continue
    }
    let isAtEnd = run.endIndex == scalars.count
    let word = scalars[..<index].reversed().prefix(while: \.isLatinLetter)
    let digits = run.compactMap(\.raisedDigit)
    if digits.count == run.count, digits.count <= 2, isAtEnd || word.count > 2 { marks.append(digits.map(String.init).joined()) }
    index = run.endIndex
  }
  return marks
}

/// Whether the only number of a heading, times aside, says how many places its table is of.
private func countsPlacesOnly(_ text: [Unicode.Scalar], _ words: TableWords) -> Bool {
  let rest = withoutCountOfPlaces(text, words)
  guard rest.count < text.count else { return false }
  return rest.indices.allSatisfy { index in
    !rest[index].isDigit || rest[index...].first { !$0.isDigit }.map { "年月日季".unicodeScalars.contains($0) } ?? false
  }
}
