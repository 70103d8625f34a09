/// Whether a text without a telling suffix is HTML: its first tag says so.
func looksLikeHTML(_ scalars: [Unicode.Scalar]) -> Bool {
  var start = 0
  while start < scalars.count, scalars[start].isBlank || scalars[start].isLineEnd { start += 1 }
  let head = String(scalars: scalars[start..<min(scalars.count, start + 15)].map(\.lowercasedHalfWidth))
  guard head.hasPrefix("<") else { return false }
  if head.hasPrefix("<!doctype html") || head.hasPrefix("<!--") { return true }
  return HTMLElement(String(head.dropFirst().prefix { $0.isLetter || $0.isNumber })) != nil
}

/// The lines of an HTML page: each block element is one, its tags are edited out and offsets stay those of the file.
///
/// A tolerant scanner, no parser of HTML5: what opens like a tag and closes is one, what does not is text. Work is linear: no
/// search is made twice for a closing tag that is not there.
///
/// - Parameter tablesBefore: how many tables of the document precede the range.
func htmlLines(_ scalars: [Unicode.Scalar], in range: Range<Int>, tablesBefore: Int) -> (lines: [SourceLine], tables: [SourceTable]) {
  var scanner = HTMLScanner(scalars: scalars, range: range, tablesBefore: tablesBefore)
  scanner.run()
  return (scanner.finished, scanner.tables)
}

private struct HTMLScanner {
  let scalars: [Unicode.Scalar]
  let limit: Int
  private var lines: [SourceLine] = []
  private var start: Int
  private var edits: [SourceEdit] = []
  private var kind: Article.Block.Kind?
  private var level = 0
  /// Tables around the place, each with whether a row was open when it began.
  private var openTables: [Bool] = []
  private var hasCell = false
  private var cells: HTMLTableCells
  /// Within an element that raises its text.
  private var isRaised = false
  private var hiddenClasses = HiddenClasses()
  /// Words that are not found any more.
  private var missing: Set<String> = []
  /// Elements that are opened more often than closed: for them the next closing tag counts.
  private var unbalanced: Set<String> = []

  private static let longestTag = 4_000
  private static let deepestTable = 100

  init(scalars: [Unicode.Scalar], range: Range<Int>, tablesBefore: Int) {
    self.scalars = scalars
    cells = HTMLTableCells(count: tablesBefore)
    limit = range.upperBound
    start = range.lowerBound
  }

  /// The tables, in the order in which they begin.
  var tables: [SourceTable] { cells.tables }

  /// The lines, the page's title left out where the article has a headline of its own.
  var finished: [SourceLine] {
    var lines = lines
    let hasHeadline = lines.contains { $0.kind == .heading && $0.level == 1 }
    for index in lines.indices where lines[index].kind == .heading && lines[index].level == 0 {
      if hasHeadline { lines[index].reason = .metadata } else { lines[index].level = 1 }
    }
    return lines
  }

  mutating func run() {
    var index = start
    while index < limit {
      switch scalars[index] {
      case "<": index = tag(at: index)
      case "&":
        if let reference = characterReference(in: scalars, at: index, limit: limit) {
          edits.append(SourceEdit(reference.range, reference.text))
          index = reference.range.upperBound
        } else {
          index += 1
        }
      case let scalar where scalar.isLineEnd:
        let joint = scalars.joint(at: index, limit: limit)
        edits.append(joint)
        index = joint.range.upperBound
      case let scalar where isRaised && scalar.raised != scalar:
        edits.append(SourceEdit(index..<(index + 1), [scalar.raised]))
        index += 1
      default: index += 1
      }
    }
    endCell(at: limit)
    close(at: limit)
    while !openTables.isEmpty {
      openTables.removeLast()
      cells.endTable()
    }
  }

  /// Reads a tag or comment and returns the offset after it.
  private mutating func tag(at index: Int) -> Int {
    if matches("<!--", at: index), let end = find("-->", from: index + 4) {
      edits.append(SourceEdit(index..<end))
      return end
    }
    var cursor = index + 1
    let closes = cursor < limit && scalars[cursor] == "/"
    if closes { cursor += 1 }
    let nameStart = cursor
    while cursor < limit, scalars[cursor].isASCII, scalars[cursor].isLatinLetter || scalars[cursor].isDigit, cursor - nameStart < 16 {
      cursor += 1
    }
    let isDeclaration = cursor < limit && (scalars[cursor] == "!" || scalars[cursor] == "?") && cursor == index + 1
    guard cursor > nameStart || isDeclaration, let end = tagEnd(from: cursor) else { return index + 1 }
    if isDeclaration {
      edits.append(SourceEdit(index..<end))
      return end
    }
    let name = String(scalars: scalars[nameStart..<cursor].map(\.lowercasedHalfWidth))
    if !closes, isHidden(index..<end), !HTMLElement.areVoid.contains(name), let close = endOfElement(name, from: end) {
      edits.append(SourceEdit(index..<close))
      return close
    }
    if name == "sup" { isRaised = !closes }
    guard let element = HTMLElement(name) else {
      edits.append(SourceEdit(index..<end))
      return end
    }
    return closes ? closing(element, index..<end) : opening(element, name, index..<end)
  }

  private mutating func opening(_ element: HTMLElement, _ name: String, _ tag: Range<Int>) -> Int {
    switch element {
    case .block(let kind, let level):
      // A paragraph inside a cell belongs to its row.
      if self.kind == .tableRow, kind == nil { return blank(tag) }
      begin(tag, kind, level)
    case .row:
      isRaised = false
      endCell(at: tag.lowerBound)
      begin(tag, .tableRow, 0)
      hasCell = false
      cells.beginRow()
    case .cell:
      isRaised = false
      endCell(at: tag.lowerBound)
      cells.beginCell(at: tag.upperBound, HTMLCellForm(scalars[tag]), edits: edits.count + 1, lines: lines.count)
      edits.append(SourceEdit(tag, hasCell ? ["|"] : []))
      hasCell = true
    case .table:
      if name == "table", openTables.count < Self.deepestTable {
        openTables.append(kind == .tableRow)
        cells.beginTable()
      }
      begin(tag, nil, 0)
    case .lineBreak:
      if kind == .tableRow { return blank(tag) }
      begin(tag, kind, level)
    case .dropped(let reason):
      guard let end = endOfElement(name, from: tag.upperBound) else {
        begin(tag, nil, 0)
        break
      }
      return drop(tag.lowerBound..<end, reason)
    case .raw(let reason):
      guard let close = find("</" + name, from: tag.upperBound), let end = tagEnd(from: close) else {
        edits.append(SourceEdit(tag))
        break
      }
      if name == "style", !isOfPrint(tag) { hiddenClasses.add(scalars[tag.upperBound..<close]) }
      if reason == .code, kind == .tableRow || name == "button" {
        edits.append(SourceEdit(tag.lowerBound..<end))
        return end
      }
      return drop(tag.lowerBound..<end, reason)
    }
    return tag.upperBound
  }

  private mutating func closing(_ element: HTMLElement, _ tag: Range<Int>) -> Int {
    switch element {
    case .block(let kind, _):
      if self.kind == .tableRow, kind == nil { return blank(tag) }
      begin(tag, nil, 0)
    case .row:
      endCell(at: tag.lowerBound)
      begin(tag, nil, 0)
    case .cell:
      endCell(at: tag.lowerBound)
      edits.append(SourceEdit(tag))
    case .raw: edits.append(SourceEdit(tag))
    case .table:
      endCell(at: tag.lowerBound)
      begin(tag, nil, 0)
      if matches("</table", at: tag.lowerBound), let wasInRow = openTables.popLast() {
        cells.endTable()
        if wasInRow { kind = .tableRow }
      }
    case .lineBreak, .dropped: begin(tag, nil, 0)
    }
    return tag.upperBound
  }

  /// Hands the open cell over, if there is one.
  private mutating func endCell(at end: Int) {
    guard let open = cells.open else { return }
    let isWhole = open.lines == lines.count && open.edits <= edits.count
    var read: (scalars: [Unicode.Scalar], offsets: [Int]) = ([], [])
    if isWhole { read = scalars.reading(open.start..<max(open.start, end), Array(edits[open.edits...])) }
    while read.offsets.count > 1, let last = read.scalars.last, last.isBlank || last.isLineEnd {
      read.scalars.removeLast()
      read.offsets.removeLast()
    }
    let first = zip(read.scalars, read.offsets).first { !$0.0.isBlank && !$0.0.isLineEnd }?.1 ?? open.start
    cells.endCell(read.scalars, range: first..<max(first, (read.offsets.last ?? first - 1) + 1), isWhole: isWhole)
  }

  /// `hidden`, `display:none`, `visibility:hidden` in a tag.
  private func isHidden(_ tag: Range<Int>) -> Bool {
    guard tag.count > 8, tag.count < 1_000 else { return false }
    let text = String(scalars: scalars[tag].lazy.map(\.lowercasedHalfWidth).filter { !$0.isBlank || $0 == " " })
    if text.contains(" hidden>") || text.contains(" hidden ") || text.contains(" hidden=") { return !text.contains("type=") }
    if !hiddenClasses.isEmpty, let names = classNames(tag), names.contains(where: { hiddenClasses.hides($0) }) { return true }
    guard text.contains("style") else { return false }
    return keepsFromDisplay(text.filter { $0 != " " }.replacing("style=", with: ";"))
  }

  /// A style sheet for print only.
  private func isOfPrint(_ tag: Range<Int>) -> Bool {
    let text = String(scalars: scalars[tag].lazy.map(\.lowercasedHalfWidth).filter { !$0.isBlank && $0 != "\"" && $0 != "'" })
    return text.contains("media=print")
  }

  /// The words of the attribute `class`, as written.
  private func classNames(_ tag: Range<Int>) -> [String]? {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.isBlank || scalar.isLineEnd }
    guard
      let start = tag.first(where: { isBlank(scalars[$0]) && $0 + 1 < tag.upperBound && matches("class=", at: $0 + 1) }).map({ $0 + 7 }),
      start < tag.upperBound
    else { return nil }
    let quote = scalars[start]
    let value =
      quote == "\"" || quote == "'"
      ? scalars[(start + 1)..<tag.upperBound].prefix { $0 != quote } : scalars[start..<tag.upperBound].prefix { !isBlank($0) && $0 != ">" }
    return value.split(whereSeparator: isBlank).map { String(scalars: $0) }
  }

  private mutating func blank(_ tag: Range<Int>) -> Int {
    edits.append(SourceEdit(tag, [" "]))
    return tag.upperBound
  }

  private mutating func begin(_ tag: Range<Int>, _ kind: Article.Block.Kind?, _ level: Int) {
    close(at: tag.lowerBound)
    start = tag.upperBound
    self.kind = kind
    self.level = level
  }

  private mutating func drop(_ range: Range<Int>, _ reason: BoilerplateReason) -> Int {
    let (kind, level) = (kind, level)
    close(at: range.lowerBound)
    lines.append(SourceLine(range: range, reason: reason))
    start = range.upperBound
    (self.kind, self.level) = (kind, level)
    return range.upperBound
  }

  /// Ends the line, outer blanks and edits that read as blanks or nothing cut off.
  private mutating func close(at end: Int) {
    var low = start
    var high = max(start, end)
    var inner = edits[...]
    while low < high {
      if let first = inner.first, first.range.lowerBound <= low {
        guard first.text.allSatisfy(\.isBlank) else { break }
        low = max(low, first.range.upperBound)
        inner.removeFirst()
      } else if scalars[low].isBlank || scalars[low].isLineEnd {
        low += 1
      } else {
        break
      }
    }
    while high > low {
      if let last = inner.last, last.range.upperBound >= high {
        guard last.text.allSatisfy(\.isBlank) else { break }
        high = last.range.lowerBound
        inner.removeLast()
      } else if scalars[high - 1].isBlank || scalars[high - 1].isLineEnd {
        high -= 1
      } else {
        break
      }
    }
    if low < high {
      if kind == .caption { cells.setCaption(String(scalars: scalars.reading(low..<high, Array(inner)).scalars)) }
      lines.append(
        SourceLine(range: low..<high, edits: Array(inner), kind: kind, level: level, table: kind == .tableRow ? cells.number : nil))
    }
    edits = []
    start = end
  }

  // MARK: Searching

  /// The offset after the > that ends a tag, quoted values passed over; nil when another tag opens before or it is too long.
  private func tagEnd(from start: Int) -> Int? {
    var quote: Unicode.Scalar?
    var index = start
    while index < min(limit, start + Self.longestTag) {
      let scalar = scalars[index]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == ">" {
        return index + 1
      } else if scalar == "<" {
        return nil
      } else if scalar == "\"" || scalar == "'", scalars[index - 1] == "=" {
        quote = scalar
      }
      index += 1
    }
    return nil
  }

  /// The offset after the closing tag of an element whose opening tag ends at `start`, elements of its name inside passed over.
  private mutating func endOfElement(_ name: String, from start: Int) -> Int? {
    var depth = 1
    var index = start
    while let close = find("</" + name, from: index) {
      var open = index
      while !unbalanced.contains(name), open + name.utf8.count < close - name.utf8.count - 2 {
        if scalars[open] == "<", matches("<" + name, at: open) { depth += 1 }
        open += 1
      }
      depth -= 1
      guard let end = tagEnd(from: close) else { return nil }
      if depth == 0 { return end }
      index = end
    }
    unbalanced.insert(name)
    return nil
  }

  private func matches(_ word: String, at index: Int) -> Bool {
    var offset = index
    for scalar in word.unicodeScalars {
      guard offset < limit, scalars[offset].lowercasedHalfWidth == scalar else { return false }
      offset += 1
    }
    return true
  }

  /// The offset after the next `word`.
  private mutating func find(_ word: String, from start: Int) -> Int? {
    guard !missing.contains(word), let first = word.unicodeScalars.first else { return nil }
    var index = start
    while index < limit {
      if scalars[index] == first, matches(word, at: index) { return index + word.unicodeScalars.count }
      index += 1
    }
    missing.insert(word)
    return nil
  }
}
