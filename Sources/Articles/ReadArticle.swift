package import Diagnostics

/// Reads a press article: plain text, Markdown (by the suffix .md) or HTML (by suffix or its first tag).
///
/// - Parameter bytes: the file as stored.
/// - Throws: `input.empty`, `input.binary`, `input.encoding`; `input.blank` when there is nothing but boilerplate.
package func readArticle(bytes: [UInt8], path: String, _ knowledge: ArticleKnowledge) throws(Diagnostics) -> Warned<Article> {
  let decoded: Warned<(scalars: [Unicode.Scalar], encoding: TextEncoding)>
  do {
    decoded = try decodeText(bytes, path: path)
  } catch {
    throw Diagnostics(error)
  }
  let (lines, tables) = sourceLines(of: decoded.value.scalars, path: path)
  let article = try sortedArticle(
    Article(id: path, scalars: decoded.value.scalars, encoding: decoded.value.encoding), lines: lines, tables: tables, knowledge)
  return Warned(article, decoded.diagnostics)
}

/// The article with its lines sorted, its tables, and title, date and subject read.
///
/// - Throws: `input.blank` when there is nothing but boilerplate.
func sortedArticle(
  _ bare: Article, lines: [SourceLine], tables: [SourceTable], _ knowledge: ArticleKnowledge
) throws(Diagnostics) -> Article {
  let places = knowledge.places
  var article = bare
  article.tables = tables
  var sorter = BlockSorter(scalars: article.scalars, lines: lines)
  sorter.run()
  article.blocks = sorter.blocks
  article.dropped = sorter.dropped
  article.title = sorter.title.map { String(scalars: $0) }
  article.date = sorter.date
  article.publisher = sorter.publisher
  // Germany in a row is whose that row is, not whose the document is.
  let texts = article.blocks.filter { $0.kind != .heading && $0.table == nil }
  let opening = (texts.isEmpty ? article.blocks.filter { $0.kind != .heading } : texts).prefix(4).map { article.openingText(of: $0) }
  let headings = article.subtitles
  let issuer = sorter.issuer ?? sorter.publisher.flatMap { office($0, of: places) }
  let notes = article.linesOfIssue
  let speaksOfCounty = opening.contains { text in zip(text, text.dropFirst()).contains { ($0 == "全" || $0 == "我") && $1 == "县" } }
  if speaksOfCounty, let county = sorter.county {
    article.areaPlace = places[county] ?? NamedPlace(county, .county)
  } else {
    let subject = ArticleSubject(
      title: sorter.title, issuer: issuer, headings: headings, notes: notes, opening: Array(opening), names: places,
      words: knowledge.subjects)
    article.areaPlace = subject.place
    article.body = subject.body
  }
  if let place = article.areaPlace, let title = sorter.title {
    article.areaPlace = ArticleSubject.asCalled(place, in: title, names: places)
  }
  if let county = article.areaPlace, county.level == .county, county.city == nil {
    article.areaPlace?.city = ArticleSubject.city(of: county, in: [issuer ?? []] + notes + opening, names: places)
  }
  guard !article.blocks.isEmpty else {
    throw Diagnostics(
      .error(
        "input.blank", "there is no text in the file besides boilerplate", at: SourceSpan(document: article.id),
        hint: "give an article with at least one sentence"))
  }
  return article
}

/// 来源：中国人民银行: an office whose figures are the country's; a newspaper of the country is none.
private func office(_ publisher: String, of places: PlaceNames) -> [Unicode.Scalar]? {
  let name = Array(publisher.unicodeScalars)
  guard let match = places.longestMatch(in: name.map(\.halfWidth.simplified), at: 0, limit: name.count), match.value.level == .nation,
    match.length > 3 || match.length == name.count && name.count > 2
  else { return nil }
  return name
}

extension Article {
  /// Who issued the text, and when: 中華民國115年11月5日, in lines at its top that are no part of it.
  package var linesOfIssue: [[Unicode.Scalar]] {
    dropped.prefix(4).filter { $0.reason == .metadata }.map { Array(scalars[$0.range]) }
  }

  /// Headings right below the title that a dash opens: ——某某大学专利转化的一本账.
  fileprivate var subtitles: [[Unicode.Scalar]] {
    var found: [[Unicode.Scalar]] = []
    for block in blocks.prefix(3) where block.kind == .heading {
      let text = openingText(of: block)
      if let first = text.first, first == "—" || first == "―" || first == "-" { found.append(text) }
    }
    return found
  }

  /// As much of a block's text as tells what the article is about.
  fileprivate func openingText(of block: Block) -> [Unicode.Scalar] {
    let range = block.range.prefix(2_000)
    return scalars.reading(range, block.edits.filter { range.contains($0.range.lowerBound) }).scalars
  }
}

/// A line, paragraph or element of the source with what its form says of it.
struct SourceLine: Hashable {
  var range: Range<Int>
  /// Ascending.
  var edits: [SourceEdit] = []
  /// nil when the form says nothing: plain text.
  var kind: Article.Block.Kind?
  /// Of a heading: 1 to 6.
  var level = 0
  /// Why the form alone says that it is no part of the article.
  var reason: BoilerplateReason?
  /// Of a row: the number of its table.
  var table: Int?
}

private func sourceLines(of scalars: [Unicode.Scalar], path: String) -> (lines: [SourceLine], tables: [SourceTable]) {
  let name = path.lowercased()
  if name.hasSuffix(".html") || name.hasSuffix(".htm") || looksLikeHTML(scalars) {
    return htmlLines(scalars, in: 0..<scalars.count, tablesBefore: 0)
  }
  if name.hasSuffix(".md") || name.hasSuffix(".markdown") || hasFrontMatter(scalars) { return markdownLines(scalars, path: path) }
  return (plainLines(scalars), [])
}

/// `---`, lines of `key: value` and `---` at the start of a file mark Markdown, whatever its suffix.
private func hasFrontMatter(_ scalars: [Unicode.Scalar]) -> Bool {
  let lines = textLines(Array(scalars.prefix(4_000)))
  func isRule(_ line: TextLine) -> Bool { line.range.count == 3 && scalars[line.range].allSatisfy { $0 == "-" } }
  guard let first = lines.first, isRule(first), let end = lines.dropFirst().prefix(40).firstIndex(where: isRule) else { return false }
  return lines[1..<end].contains { scalars[$0.range].contains(":") }
}

/// Signs in a line of hard-wrapped text, at most.
private let longestWrappedLine = 132

/// Each line is a line, but hard-wrapped Latin text is joined up to the next empty line, and Chinese text where a line ends
/// inside a figure or right before one.
func plainLines(_ scalars: [Unicode.Scalar]) -> [SourceLine] {
  var lines: [SourceLine] = []
  var joins = false
  var follows = false
  let written = textLines(scalars)
  // Where a line is longer than any measure, lines are paragraphs, and a long title is no beginning of the next.
  let isWrapped = written.allSatisfy { $0.range.count <= longestWrappedLine }
  for line in written {
    if line.range.isEmpty {
      joins = false
      follows = false
      continue
    }
    let han = scalars[line.range].contains { $0.isHan }
    let isLong = line.range.count >= 55
    if let item = listItem(scalars, line.range) {
      lines.append(item)
    } else if joins || follows && lines.last.map({ goesOn(scalars, $0.range, line.range) }) ?? false, !han, let last = lines.indices.last {
      lines[last].range = lines[last].range.lowerBound..<line.range.upperBound
    } else if follows, let last = lines.indices.last, isCut(scalars, lines[last].range, line.range) {
      lines[last].edits.append(SourceEdit(lines[last].range.upperBound..<line.range.lowerBound))
      lines[last].range = lines[last].range.lowerBound..<line.range.upperBound
    } else {
      lines.append(SourceLine(range: line.range))
    }
    joins = !han && isLong && isWrapped
    follows = true
  }
  return lines
}

/// The energy index fell 2.5⏎percent: a sentence in Latin letters goes on in a small letter, as no heading and no item does.
private func goesOn(_ scalars: [Unicode.Scalar], _ line: Range<Int>, _ next: Range<Int>) -> Bool {
  guard line.count >= 30, let first = next.first.map({ scalars[$0] }), first.isLatinLetter, !first.properties.isUppercase,
    let last = line.last.map({ scalars[$0] }), !".:;!?".unicodeScalars.contains(last)
  else { return false }
  return !scalars[line].contains { $0.isHan }
}

/// What stands before items. ▲ and △ stand before figures too, ◎ before who wrote, ○ is a zero.
private let itemMarks = Set("-–*•▪‣◦·●■□◆◇▶►➤➢❖✓✔".unicodeScalars)

/// - Exports rose, • 出口增长, ●起诉2593人: an item, without its mark; nil for other lines, as −3.6% and —— are.
private func listItem(_ scalars: [Unicode.Scalar], _ line: Range<Int>) -> SourceLine? {
  let start = line.first { !scalars[$0].isBlank } ?? line.lowerBound
  if isNumberedItem(scalars[start..<line.upperBound]) {
    var item = SourceLine(range: line)
    item.kind = .listItem
    return item
  }
  guard start + 2 < line.upperBound, itemMarks.contains(scalars[start]) else { return nil }
  let isDash = scalars[start] == "-" || scalars[start] == "–" || scalars[start] == "*" || scalars[start] == "·"
  guard !isDash || scalars[start + 1].isBlank, let text = (start + 1..<line.upperBound).first(where: { !scalars[$0].isBlank }),
    scalars[text].isHan || scalars[text].isLatinLetter || scalars[text].isDigit
  else { return nil }
  var item = SourceLine(range: text..<line.upperBound)
  item.kind = .listItem
  return item
}

/// 1. 上海市：3.62万次，增长12.1%；: a number of one or two digits, the words of a label up to a colon, and a figure to the end of the
/// sentence.
private func isNumberedItem(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
  let number = line.prefix(2).prefix(while: \.isDigit)
  guard !number.isEmpty, let mark = line.dropFirst(number.count).first, ".．、)）".unicodeScalars.contains(mark),
    let last = line.last, "；;。".unicodeScalars.contains(last),
    let colon = line.dropFirst(number.count + 1).prefix(20).firstIndex(where: { $0.halfWidth == ":" })
  else { return false }
  let label = line[(line.startIndex + number.count + 1)..<colon]
  return label.contains(where: \.isHan) && !label.contains(where: \.isDigit) && line[colon...].contains(where: \.isDigit)
}

/// …专利授权量达⏎12.3万件, …970.24亿⏎元: a sentence goes on over the line end, since neither a heading ends so nor a
/// paragraph begins so.
private func isCut(_ scalars: [Unicode.Scalar], _ line: Range<Int>, _ next: Range<Int>) -> Bool {
  guard let last = line.last.map({ scalars[$0].halfWidth }), let first = next.first.map({ scalars[$0].halfWidth }),
    scalars[line].contains(where: { "，。；,".unicodeScalars.contains($0) })
  else { return false }
  if "，、,".unicodeScalars.contains(last) { return true }
  let isAmount = last.isDigit || "万亿萬億百千".unicodeScalars.contains(last)
  if isAmount, "元件家户个项人次吨%万亿千百成倍台所".unicodeScalars.contains(first) { return true }
  return "达至到为占超近约比增长长降少高于逾".unicodeScalars.contains(last) && (first.isDigit || "第首".unicodeScalars.contains(first))
}
