import Articles
import Diagnostics

/// Reads a Word document (ECMA-376 Part 1, 17): headings, paragraphs, list items and tables in order, tracked changes as accepted,
/// hidden text left out, notes at the end.
struct WordReader {
  private let archive: ZipArchive
  private let document: String
  private var levels: [String: Int] = [:]

  init(_ archive: ZipArchive, document: String) throws(Diagnostic) {
    self.archive = archive
    self.document = document
    levels = try headingLevels()
  }

  private func xml(_ part: String) throws(Diagnostic) -> XMLReader? {
    guard let bytes = try archive.part(part) else { return nil }
    return try XMLReader(bytes, document: document, part: part)
  }

  func read() throws(Diagnostic) -> ComposedText {
    var text = ComposedText()
    for part in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
      guard let reader = try xml(part) else { continue }
      var story = WordStory(reader, levels: levels)
      for block in try story.read() { block.add(to: &text) }
    }
    return text
  }

  /// For each style of headings the level: 1 for a title, 1 to 9 as the style says.
  private func headingLevels() throws(Diagnostic) -> [String: Int] {
    guard let reader = try xml("word/styles.xml") else { return [:] }
    var levels: [String: Int] = [:]
    var style: String?
    while let event = try reader.next() {
      guard case .start(let name, _) = event else { continue }
      switch name {
      case "style": style = reader.attribute("styleId")
      case "name":
        guard let style, let title = reader.attribute("val")?.lowercased() else { continue }
        if title == "title" || title == "标题" { levels[style] = 1 }
        if title.hasPrefix("heading "), let level = Int(title.dropFirst(8)) { levels[style] = level }
      case "outlineLvl":
        if let style, let level = reader.number("val"), (0...8).contains(level), levels[style] == nil { levels[style] = level + 1 }
      default: continue
      }
    }
    return levels
  }
}

/// What stands on lines of its own in a Word document.
enum WordBlock {
  case heading(String, level: Int)
  case paragraph(String, indent: Int)
  case listItem(String)
  case table([ComposedText.Cell])

  func add(to text: inout ComposedText) {
    switch self {
    case .heading(let words, let level): text.addHeading(words, level: level)
    case .paragraph(let words, _): text.addParagraph(words)
    case .listItem(let words): text.addListItem(words)
    case .table(let cells): text.addTable(cells)
    }
  }

  var words: String {
    switch self {
    case .heading(let words, _), .paragraph(let words, _), .listItem(let words): words
    case .table(let cells): cells.map(\.text).joined(separator: " ")
    }
  }
}

/// The reading of one part of a Word document.
struct WordStory {
  private let reader: XMLReader
  private let levels: [String: Int]
  /// Text boxes of the paragraph being read; they follow it.
  private var floating: [WordBlock] = []

  init(_ reader: XMLReader, levels: [String: Int]) {
    self.reader = reader
    self.levels = levels
  }

  /// Content that is not displayed once changes are accepted, or a second time.
  private static let skipped: Set<String> = ["del", "moveFrom", "Fallback", "sectPr", "tblPr", "tblGrid", "instrText", "delText", "pict"]

  mutating func read() throws(Diagnostic) -> [WordBlock] {
    var blocks: [WordBlock] = []
    while let event = try reader.next() {
      guard case .start(let name, let isEmpty) = event else { continue }
      switch name {
      case "document", "body", "footnotes", "endnotes": continue
      case "footnote", "endnote":
        // The lines that part notes from the text are notes of a type of their own.
        if reader.attribute("type") != nil { try reader.skip(name, isEmpty: isEmpty) } else { blocks += try blocksInside(name, isEmpty) }
      default: blocks += try block(name, isEmpty)
      }
    }
    return blocks
  }

  private mutating func blocksInside(_ element: String, _ isEmpty: Bool) throws(Diagnostic) -> [WordBlock] {
    if isEmpty { return [] }
    var blocks: [WordBlock] = []
    while let event = try reader.next() {
      switch event {
      case .start(let name, let isEmpty): blocks += try block(name, isEmpty)
      case .end(element): return blocks
      default: continue
      }
    }
    return blocks
  }

  private mutating func block(_ name: String, _ isEmpty: Bool) throws(Diagnostic) -> [WordBlock] {
    switch name {
    case "p": return try paragraph(isEmpty)
    case "tbl": return isEmpty ? [] : [try table()]
    case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag": return try blocksInside(name, isEmpty)
    default:
      try reader.skip(name, isEmpty: isEmpty)
      return []
    }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ isEmpty: Bool) throws(Diagnostic) -> [WordBlock] {
    if isEmpty { return [] }
    let outer = floating
    floating = []
    defer { floating = outer }
    var words = ""
    var level: Int?
    var isListItem = false
    var indent = 0
    var isHidden = false
    var isRaised = false
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start(let name, let isEmpty):
        switch name {
        case _ where Self.skipped.contains(name):
          try reader.skip(name, isEmpty: isEmpty)
          continue
        case "txbxContent":
          floating += try blocksInside(name, isEmpty)
          continue
        case "pStyle": level = reader.attribute("val").flatMap { levels[$0] } ?? level
        case "outlineLvl": if let own = reader.number("val"), (0...8).contains(own) { level = own + 1 }
        case "numPr": isListItem = true
        case "ind":
          // Twentieths of a point; an em is about 12 points. Chars are hundredths of a character.
          let chars = max(0, reader.number("leftChars") ?? 0) + max(0, reader.number("firstLineChars") ?? 0)
          let twips = max(0, reader.number("left") ?? reader.number("start") ?? 0) + max(0, reader.number("firstLine") ?? 0)
          indent = min(100, chars > 0 ? chars / 100 : (twips + 100) / 220)
        case "r": (isHidden, isRaised) = (false, false)
        case "vertAlign": isRaised = reader.attribute("val") == "superscript"
        case "vanish": isHidden = reader.isOn
        case "tab": if !isHidden, depth > 1 { words += " " }
        case "br", "cr": if !isHidden { words += "\n" }
        case "noBreakHyphen": words += "-"
        case "t":
          if isEmpty { continue }
          depth += 1
          if !isHidden, case .text(let text)? = try nextText(&depth) { words += isRaised ? text.raised : text }
          continue
        default: break
        }
        if !isEmpty { depth += 1 }
      case .end: depth -= 1
      case .text: continue
      }
    }
    var blocks: [WordBlock] = []
    if let level {
      blocks.append(.heading(words, level: level))
    } else if isListItem {
      blocks.append(.listItem(words))
    } else {
      blocks.append(.paragraph(words, indent: indent))
    }
    return blocks + floating
  }

  /// What follows the start of a text element; its end is counted off.
  private func nextText(_ depth: inout Int) throws(Diagnostic) -> XMLReader.Event? {
    guard let event = try reader.next() else { return nil }
    if case .end = event { depth -= 1 }
    return event
  }

  // MARK: Tables

  private mutating func table() throws(Diagnostic) -> WordBlock {
    var rows = WordTableRows()
    while let event = try reader.next() {
      switch event {
      case .start("tr", let isEmpty): if !isEmpty { try row(&rows) }
      case .start(let name, let isEmpty): if Self.skipped.contains(name) { try reader.skip(name, isEmpty: isEmpty) }
      case .end("tbl"): return .table(rows.cells)
      default: continue
      }
    }
    return .table(rows.cells)
  }

  private mutating func row(_ rows: inout WordTableRows) throws(Diagnostic) {
    rows.begin()
    var isDeleted = false
    while let event = try reader.next() {
      switch event {
      case .start("del", let isEmpty):
        isDeleted = true
        try reader.skip("del", isEmpty: isEmpty)
      case .start("gridBefore", _): rows.skip(reader.number("val") ?? 0)
      case .start("tc", let isEmpty): if !isEmpty { try cell(&rows) }
      case .start("tblPrEx", let isEmpty): try reader.skip("tblPrEx", isEmpty: isEmpty)
      case .end("tr"):
        rows.end(isDeleted: isDeleted)
        return
      default: continue
      }
    }
  }

  private mutating func cell(_ rows: inout WordTableRows) throws(Diagnostic) {
    var span = 1
    var merge: WordTableRows.Merge?
    var texts: [String] = []
    var indent = 0
    while let event = try reader.next() {
      switch event {
      case .start("gridSpan", _): span = min(max(reader.number("val") ?? 1, 1), 1000)
      case .start("vMerge", _): merge = reader.attribute("val") == "restart" ? .begins : .goesOn
      case .start("tcPr", _): continue
      case .start(let name, let isEmpty):
        for block in try block(name, isEmpty) {
          if case .paragraph(let words, let own) = block, texts.isEmpty, !words.isEmpty { indent = own }
          if !block.words.isEmpty { texts.append(block.words) }
        }
      case .end("tc"):
        rows.add(texts.joined(separator: "\n"), span: span, merge: merge, indent: indent)
        return
      default: continue
      }
    }
  }
}

/// The cells of a Word table as they come, merged ones joined.
struct WordTableRows {
  enum Merge { case begins, goesOn }
  private(set) var cells: [ComposedText.Cell] = []
  private var row = -1
  private var column = 0
  private var first = 0
  /// For each column the cell that is merged downwards there.
  private var open: [Int: Int] = [:]

  mutating func begin() {
    row += 1
    column = 0
    first = cells.count
  }

  mutating func skip(_ columns: Int) { column += min(max(columns, 0), 1000) }

  mutating func add(_ text: String, span: Int, merge: Merge?, indent: Int) {
    defer { column += span }
    if merge == .goesOn, let above = open[column] {
      cells[above].rowSpan = row - cells[above].row + 1
      return
    }
    var cell = ComposedText.Cell(row: row, column: column, text: text, indent: indent)
    cell.columnSpan = span
    open[column] = merge == .begins ? cells.count : nil
    cells.append(cell)
  }

  /// - Parameter isDeleted: the row is a tracked deletion.
  mutating func end(isDeleted: Bool) {
    guard isDeleted else { return }
    cells.removeLast(cells.count - first)
    open = open.filter { $0.value < first }
    row -= 1
  }
}
