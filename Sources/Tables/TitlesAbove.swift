import Articles
import Lingua

/// What stands above a table and may say what it is of.
struct LinesAbove {
  /// The clauses of a sentence that points to the table.
  var clauses: [String] = []
  /// Short lines right before it, headings, the title of the document; the nearest first.
  var titles: [String] = []
  /// The items of a list such as Unit: EUR billion, which say how it was made and not of what.
  var items: [String] = []
  /// 单位：件 right below it.
  var unitBelow: String?

  /// What rules first stands first.
  var all: [String] { clauses + titles + items + (unitBelow.map { [$0] } ?? []) }
}

/// The lines above the tables of a document that may say what these are of.
struct TitlesAbove {
  private let article: Article
  private let words: TableWords
  /// For each block the nearest heading before it; -1 for none.
  private let headings: [Int]
  /// The title of the document; a short first line of plain text is one too.
  private let title: String?

  init(_ article: Article, _ words: TableWords) {
    self.article = article
    self.words = words
    title = article.title ?? Self.firstLine(of: article, words)
    var last = -1
    headings = article.blocks.indices.map { index in
      defer { if article.blocks[index].kind == .heading { last = index } }
      return last
    }
  }

  private static func firstLine(of article: Article, _ words: TableWords) -> String? {
    guard let first = article.blocks.first, first.table == nil, first.kind == .paragraph, first.range.count <= 60 else { return nil }
    let text = String(scalars: article.text(of: first).scalars)
    // 表1 is that of a table.
    guard let last = text.last, !"。.;；:：".contains(last), withoutLabel(text, words) == text else { return nil }
    return text
  }

  func lines(above table: SourceTable) -> LinesAbove {
    guard let start = table.range?.lowerBound else { return LinesAbove(titles: title.map { [$0] } ?? []) }
    var found = LinesAbove()
    found.unitBelow = unitBelow(table)
    var isNear = true
    // The last heading taken.
    var heading: Int?
    var index = blocks(before: start) - 1
    while index >= 0, found.titles.count <= 8 {
      let block = article.blocks[index]
      let text = String(scalars: article.text(of: block).scalars)
      switch block.kind {
      case .heading:
        // One of the same rank with something between is that of another table; a line of units holds on.
        let isOfTheirRank = heading.map { article.blocks[$0].level == block.level && $0 > index + 1 } ?? false
        let isOther = isOfTheirRank && HeadReading(text, words).units.isEmpty
        if !isOther {
          found.titles.append(text)
          heading = index
          if let body = bodyLine(before: index) { found.titles.append(body) }
        }
        isNear = false
        if block.level == 1 {
          if let title, !found.titles.contains(title) { found.titles.append(title) }
          return found
        }
      case .listItem where isNear && isLabelled(text) && found.items.count < 8: found.items.append(text)
      case .paragraph, .caption, .listItem:
        let isHan = text.unicodeScalars.contains(where: \.isHan)
        let isShort =
          text.lengthOfTitle <= 60 ? !text.hasSuffix("。") : !isHan && text.unicodeScalars.count <= 140 && !text.hasSuffix(".")
        if isNear, found.titles.isEmpty, found.clauses.isEmpty, let clauses = pointingClauses(of: text) {
          // A short line right above the sentence is a title too.
          found.clauses = clauses
        } else if isNear, isShort, found.titles.count < 4 {
          found.titles.append(text)
        } else {
          isNear = false
        }
      // A table of lines above it, laid out so.
      case .tableRow where isNear && block.table.map(isOfLines) ?? false && found.titles.count < 4: found.titles.append(text)
      case .tableRow: isNear = false
      }
      index = isNear ? index - 1 : headings[index]
    }
    if let title, !found.titles.contains(title) { found.titles.append(title) }
    return found
  }

  /// Tamarack Instruments, Inc.: a line of a company right before a heading, which the full stop makes no heading itself.
  private func bodyLine(before heading: Int) -> String? {
    guard heading > 0, case let block = article.blocks[heading - 1], block.kind == .paragraph, block.range.count <= 60 else { return nil }
    let text = String(scalars: article.text(of: block).scalars)
    guard text.hasSuffix("."), let last = text.split(separator: " ").last, words.holds(.bodyEndings, last.lowercased()) else { return nil }
    return text
  }

  /// The line right below a table that names a unit and nothing else; before another table it is of that.
  private func unitBelow(_ table: SourceTable) -> String? {
    guard let last = table.range?.upperBound else { return nil }
    var index = blocks(before: last)
    while index < article.blocks.count, article.blocks[index].table == table.number { index += 1 }
    guard index < article.blocks.count, article.blocks[index].kind == .paragraph,
      index + 1 == article.blocks.count || article.blocks[index + 1].table == nil
    else { return nil }
    let text = String(scalars: article.text(of: article.blocks[index]).scalars)
    guard text.unicodeScalars.count <= 40 else { return nil }
    let reading = HeadReading(text, words)
    // Neither a sentence nor a title of its own.
    if reading.isTimeOnly { return text }
    let isNamed = text.first.map { "(（".contains($0) } ?? false || words.names(.unitLabels, in: text)
    return isNamed && reading.isBare && reading.time == nil && (reading.unit != nil || !reading.units.isEmpty) ? text : nil
  }

  /// Whether a table holds a few lines, one cell each, or two: a title, and the unit at its right.
  private func isOfLines(_ number: Int) -> Bool {
    guard let table = article.tables.first(where: { $0.number == number }) else { return false }
    let cells = table.cells.filter { !$0.text.isEmpty }
    let rows = Set(cells.map(\.row))
    return rows.count <= 4 && cells.count <= rows.count + 1
      && cells.allSatisfy { !CellContent($0.text, words).isValue && $0.text.unicodeScalars.count <= 120 }
  }

  /// Time frequency: Annual.
  private func isLabelled(_ text: String) -> Bool {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    return colon != text.startIndex && text[text.index(after: colon)...].contains { $0.isLetter }
  }

  /// 2025年上半年，全省预审业务办理情况如下表所示，单位：件。: the clauses of the last sentence of a paragraph, where it points to what follows.
  private func pointingClauses(of text: String) -> [String]? {
    var sentence = text[...]
    while let last = sentence.last, "。.:：".contains(last) || last.isWhitespace { sentence.removeLast() }
    if let stop = sentence.lastIndex(where: { "。；;".contains($0) }) { sentence = sentence[sentence.index(after: stop)...] }
    let key = HeadReading.key(String(sentence))
    guard key.utf8.count <= 600, words.phrases(.pointers).contains(where: { key.contains($0.key) }) else { return nil }
    return sentence.split { "，,（）()".contains($0) }.map(String.init)
  }

  /// How many blocks end before an offset; they stand in the order of the text.
  private func blocks(before offset: Int) -> Int {
    var (low, high) = (0, article.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if article.blocks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
