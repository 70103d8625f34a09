import Lingua

/// Sorts the lines of a source into blocks of the article and boilerplate, and reads title, date and publisher.
struct BlockSorter {
  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]
  private(set) var blocks: [Article.Block] = []
  private(set) var dropped: [Article.Dropped] = []
  private(set) var title: [Unicode.Scalar]?
  private(set) var date: PublicationDate?
  private(set) var publisher: String?
  /// A county that a metadata line starts with: 秭归县融媒体中心.
  private(set) var county: String?
  /// The office that issued the text, as a metadata line names it.
  private(set) var issuer: [Unicode.Scalar]?

  init(scalars: [Unicode.Scalar], lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
  }

  /// Code points up to which a line without final punctuation may be a heading.
  private static let longestHeading = 60
  private static let longestTitle = 100

  mutating func run() {
    var inNotice = false
    for index in lines.indices {
      let line = withoutAttribution(lines[index])
      let text = text(of: line)
      guard let first = text.first else { continue }
      if let reason = line.reason ?? Boilerplate.reason(of: text) {
        drop(line, reason, text)
        inNotice = inNotice || reason == .copyright
        continue
      }
      if inNotice, blocks.count > 1 {
        // What follows a copyright notice belongs to it, or to the page around the article, until amounts are stated again.
        guard statesAmounts(text) else {
          dropped.append(.init(line.range, .copyright))
          continue
        }
        inNotice = false
      }
      if let kind = line.kind {
        add(kind, line, level: kind == .heading ? max(1, min(line.level, 6)) : 0, text)
        continue
      }
      if title != nil, blocks.count <= 2, Boilerplate.isDateline(text) {
        drop(line, .metadata, text)
        continue
      }
      if isIssuerAboveTitle(text, at: index) {
        issuer = text
        dropped.append(.init(line.range, .metadata))
        continue
      }
      if title != nil, isTitleOfPicture(text) {
        dropped.append(.init(line.range, .metadata))
        continue
      }
      if first == "|" || text.contains("\t") {
        add(.tableRow, line, level: 0, text)
      } else if isHeading(text, at: index) {
        add(.heading, line, level: title == nil || repeatsTitle(text) ? 1 : 2, text)
      } else {
        add(.paragraph, line, level: 0, text)
      }
    }
    if date == nil { readDateline() }
  }

  /// 图1 2019—2023年常住人口, Figure 2: Exports by partner: what stands under or over a picture, which the text does not hold.
  private func isTitleOfPicture(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= Self.longestHeading * 3 / 2, let last = text.last, !"。.；;".unicodeScalars.contains(last) else { return false }
    let plain = text.map { $0.simplified.lowercasedHalfWidth }
    for word in BoilerplateWords.shared.pictures where plain.starts(with: word.unicodeScalars) {
      var at = word.unicodeScalars.count
      while at < plain.count, plain[at].isBlank { at += 1 }
      let number = plain[at...].prefix { $0.isDigit || "一二三四五六七八九十-.".unicodeScalars.contains($0) }
      guard !number.isEmpty, number.count <= 5 else { continue }
      at += number.count
      return at == plain.count || plain[at].isBlank || ":、)".unicodeScalars.contains(plain[at]) || plain[at].isHan && plain[at - 1].isDigit
    }
    return false
  }

  /// A line without the bracket that names its source or writer at the end, as in …创历史新高。（来源：广西新闻网）.
  private mutating func withoutAttribution(_ line: SourceLine) -> SourceLine {
    var high = line.range.upperBound
    while high > line.range.lowerBound, scalars[high - 1].isBlank { high -= 1 }
    guard high > line.range.lowerBound, scalars[high - 1] == "）" || scalars[high - 1] == ")" else { return line }
    let earliest = max(line.range.lowerBound, high - 40)
    guard let open = (earliest..<high).last(where: { scalars[$0] == "（" || scalars[$0] == "(" }), open > line.range.lowerBound
    else { return line }
    let inner = scalars[(open + 1)..<(high - 1)].map(\.lowercasedHalfWidth)
    guard BoilerplateWords.shared.attributions.contains(where: { inner.starts(with: $0.unicodeScalars) }),
      !inner.contains(where: { "。,;".unicodeScalars.contains($0) })
    else { return line }
    let written = Array(scalars[(open + 1)..<(high - 1)])
    if publisher == nil { publisher = labelled(anyOf: BoilerplateWords.shared.sources, in: written) }
    dropped.append(.init(open..<high, .byline))
    var rest = line
    rest.range = line.range.lowerBound..<open
    rest.edits = line.edits.filter { $0.range.upperBound <= open }
    return rest
  }

  private func text(of line: SourceLine) -> [Unicode.Scalar] { scalars.reading(line.range, line.edits).scalars }

  /// A sentence with a number in 万, 亿 or per cent: no notice and no link has one.
  private func statesAmounts(_ text: [Unicode.Scalar]) -> Bool {
    guard let last = text.last, "。；;.".unicodeScalars.contains(last) else { return false }
    return text.indices.dropFirst().contains { "万亿%％".unicodeScalars.contains(text[$0]) && text[$0 - 1].isDigit }
  }

  private mutating func add(_ kind: Article.Block.Kind, _ line: SourceLine, level: Int, _ text: [Unicode.Scalar]) {
    if kind == .heading, title == nil { title = withoutTrailingNoteMark(text) }
    blocks.append(Article.Block(kind, line.range, level: level, edits: line.edits, table: line.table))
  }

  private mutating func drop(_ line: SourceLine, _ reason: BoilerplateReason, _ text: [Unicode.Scalar]) {
    dropped.append(.init(line.range, reason))
    guard reason == .metadata || reason == .byline || reason == .counter || reason == .share else { return }
    if date == nil || date?.day == nil, let found = PublicationDate.first(in: text) { date = found.date }
    if issuer == nil { issuer = office(in: text) ?? officeAtStart(of: text) }
    if county == nil { county = countyAtStart(of: text) }
    if publisher == nil { publisher = labelled(anyOf: BoilerplateWords.shared.sources, in: text) }
  }

  private func countyAtStart(of text: [Unicode.Scalar]) -> String? {
    guard let end = text.prefix(6).firstIndex(of: "县"), end >= 2, text[..<end].allSatisfy(\.isHan) else { return nil }
    return String(scalars: text[...end])
  }

  /// 发文单位：某省市场监管局, 来源：某市统计局: a labelled name that ends like that of an office; a newspaper is none.
  private func office(in text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    for label in BoilerplateWords.shared.issuers {
      guard let name = labelled(label, in: text).map({ Array($0.unicodeScalars) }), let last = name.last else { continue }
      if "局厅委署府院关部办".unicodeScalars.contains(last) { return name }
    }
    return nil
  }

  /// 国家统计局 2022-10-18: an office that opens the line.
  private func officeAtStart(of text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let name = text.prefix { $0.isHan }
    guard (4...20).contains(name.count), let last = name.last, "局厅委署院部办".unicodeScalars.contains(last) else { return nil }
    return Array(name)
  }

  private func labelled(anyOf labels: [String], in text: [Unicode.Scalar]) -> String? {
    for label in labels {
      if let found = labelled(label, in: text) { return found }
    }
    return nil
  }

  /// What stands after `label` and a colon, up to the next blank or label.
  private func labelled(_ label: String, in text: [Unicode.Scalar]) -> String? {
    let folded = text.map(\.lowercasedHalfWidth)
    let key = Array(label.unicodeScalars)
    guard folded.count > key.count else { return nil }
    for start in 0..<(folded.count - key.count) where folded[start..<(start + key.count)].elementsEqual(key) {
      var low = start + key.count
      while low < folded.count, folded[low] == ":" || folded[low].isBlank { low += 1 }
      var high = low
      while high < folded.count, !folded[high].isBlank, !"|()【[".unicodeScalars.contains(folded[high]) { high += 1 }
      if high > low { return String(scalars: text[low..<high]) }
    }
    return nil
  }

  private func repeatsTitle(_ text: [Unicode.Scalar]) -> Bool { title.map { $0 == withoutTrailingNoteMark(text) } ?? false }

  /// 經濟部智慧財產局 as the first line, with the title below it: who issued the text.
  private func isIssuerAboveTitle(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard title == nil, blocks.isEmpty, (4...20).contains(text.count), text.allSatisfy({ $0.isHan || $0.isBlank }),
      let last = text.last, "局厅廳委署部办處会會".unicodeScalars.contains(last)
    else { return false }
    let below = lines.indices[(index + 1)...].prefix(4).first { Boilerplate.reason(of: self.text(of: lines[$0])) == nil }
    guard let below, lines[below].kind == nil || lines[below].kind == .heading else { return false }
    let next = self.text(of: lines[below])
    return next.count > text.count && isHeading(next, at: below)
  }

  /// A short line without final punctuation that a longer line follows; the first such line is the title.
  private func isHeading(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard let last = text.last, text.contains(where: { $0.isHan || $0.isLatinLetter }) else { return false }
    // What stands above the heading that the source marks as the first is a column, a number or a month, and no title.
    if title == nil, lines[(index + 1)...].prefix(8).contains(where: { $0.kind == .heading && $0.level == 1 }) { return false }
    let closing = "。！？；：，、.!?;:,”」』）)…"
    let limit = title == nil ? Self.longestTitle : Self.longestHeading
    let latin = text.count { $0.isLatinLetter } * 2 > text.count
    guard text.count <= (latin ? limit * 3 / 2 : limit) else { return false }
    let ends = closing.unicodeScalars.contains(last)
    if ends, title == nil, blocks.isEmpty, last == "？" || last == "！" || last == "”" || last == "）" || last == ")" { return true }
    // Exports (exhibits 3, 6 and 7), apart from other lines.
    if ends, last == ")", latin, !blocks.isEmpty, title != nil, text.first.map({ ("A"..."Z").contains($0) }) ?? false, !text.contains("."),
      isApart(index)
    {
      return followed(index, by: text.count)
    }
    if ends { return false }
    if text.contains("。") { return false }
    return headsItems(text, at: index) || followed(index, by: text.count)
  }

  /// 维护稳定促发展 right above the items of a list, without a figure.
  private func headsItems(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard title != nil, text.count <= Self.longestHeading / 2, index + 1 < lines.count, lines[index + 1].kind == .listItem else {
      return false
    }
    return !text.contains { $0.isDigit || "，,；;".unicodeScalars.contains($0) }
  }

  /// Whether body follows: a line that ends like a sentence and is no shorter than such lines are or the heading is, past at
  /// most four further short lines.
  private func followed(_ index: Int, by length: Int) -> Bool {
    if title == nil, blocks.isEmpty, standsApart(index) { return true }
    for next in lines[(index + 1)...].prefix(6) {
      let text = text(of: next)
      if let last = text.last, "。！？；.!?;”）)".unicodeScalars.contains(last), text.count > min(12, length) { return true }
      if text.count > 2 * Self.longestHeading { return true }
    }
    return false
  }

  /// Empty lines stand before and behind.
  private func isApart(_ index: Int) -> Bool {
    guard index > 0, index + 1 < lines.count else { return false }
    func gap(_ before: Int) -> Int {
      scalars[lines[before].range.upperBound..<max(lines[before].range.upperBound, lines[before + 1].range.lowerBound)].count { $0 == "\n" }
    }
    return gap(index - 1) > 1 && gap(index) > 1
  }

  /// An empty line follows the first line, which has no comma: a title, whatever the lines below are.
  private func standsApart(_ index: Int) -> Bool {
    guard index + 1 < lines.count, !scalars[lines[index].range].contains(where: { "，,；;".unicodeScalars.contains($0) }) else {
      return false
    }
    let gap = scalars[lines[index].range.upperBound..<max(lines[index].range.upperBound, lines[index + 1].range.lowerBound)]
    return gap.count { $0 == "\n" } > 1
  }

  /// `新华社北京1月17日电` and a full date in the first or last blocks.
  private mutating func readDateline() {
    let candidates = blocks.prefix(3) + blocks.suffix(2)
    for block in candidates {
      let text = Array(scalars[block.range].prefix(400))
      guard let found = PublicationDate.first(in: text), found.date.day != nil else { continue }
      date = found.date
      return
    }
  }
}
