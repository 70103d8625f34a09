import Articles
import Diagnostics

/// Reads a workbook (ECMA-376 Part 1, 18): each visible sheet is a table with the texts of its cells as they are displayed.
struct WorkbookReader {
  private let archive: ZipArchive
  private let document: String
  private(set) var findings: [Diagnostic] = []
  private var strings: [String] = []
  private var styles = WorkbookStyles()
  private var since1904 = false
  private var cellCount = 0

  /// Over all sheets.
  static let mostCells = 2_000_000

  private struct Sheet {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  init(_ archive: ZipArchive, document: String) throws(Diagnostic) {
    self.archive = archive
    self.document = document
  }

  private func xml(_ part: String) throws(Diagnostic) -> XMLReader? {
    guard let bytes = try archive.part(part) else { return nil }
    return try XMLReader(bytes, document: document, part: part)
  }

  mutating func read() throws(Diagnostic) -> ComposedText {
    let sheets = try readSheetList()
    let targets = try readTargets()
    try readStrings()
    if let reader = try xml("xl/styles.xml") { styles = try WorkbookStyles(reader) }
    var text = ComposedText()
    for sheet in sheets {
      if sheet.isHidden {
        note("sheet.hidden", "the sheet “\(sheet.name)” is hidden and not read", hint: "unhide it if its figures count")
        continue
      }
      guard let target = targets[sheet.relation], target.contains("worksheets/"), let reader = try xml(target) else { continue }
      var cells = SheetReader(reader, sheet: sheet.name)
      try cells.read(strings: strings, styles: styles, since1904: since1904, room: Self.mostCells - cellCount)
      cellCount += cells.count
      if cells.isCut { throw limit(sheet.name) }
      for finding in cells.findings { note(finding.rule, finding.message, hint: finding.hint) }
      let shown = cells.displayed
      if !shown.isEmpty { text.addTable(shown, sheet: sheet.name) }
    }
    return text
  }

  private func limit(_ sheet: String) -> Diagnostic {
    .error(
      "document.limit", "with the sheet “\(sheet)” the workbook has more than \(Self.mostCells) cells", at: SourceSpan(document: document),
      hint: "split the workbook")
  }

  private mutating func note(_ rule: String, _ message: String, hint: String?) {
    guard findings.count < 100 else { return }
    findings.append(.warning(rule, message, at: SourceSpan(document: document), hint: hint))
  }

  private mutating func readSheetList() throws(Diagnostic) -> [Sheet] {
    guard let reader = try xml("xl/workbook.xml") else { return [] }
    var sheets: [Sheet] = []
    while let event = try reader.next() {
      guard case .start(let name, _) = event else { continue }
      if name == "workbookPr" {
        since1904 = ["1", "true"].contains(reader.attribute("date1904") ?? "0")
      } else if name == "sheet", let title = reader.attribute("name"), let relation = reader.attribute("id"), sheets.count < 1000 {
        sheets.append(Sheet(name: title, relation: relation, isHidden: (reader.attribute("state") ?? "visible") != "visible"))
      }
    }
    return sheets
  }

  /// The parts that relations name, from the archive's root.
  private func readTargets() throws(Diagnostic) -> [String: String] {
    guard let reader = try xml("xl/_rels/workbook.xml.rels") else { return [:] }
    var targets: [String: String] = [:]
    while let event = try reader.next() {
      guard case .start("Relationship", _) = event, let id = reader.attribute("Id"), let target = reader.attribute("Target") else {
        continue
      }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  private mutating func readStrings() throws(Diagnostic) {
    guard let reader = try xml("xl/sharedStrings.xml") else { return }
    var current = ""
    var inText = false
    var isRaised = false
    while let event = try reader.next() {
      switch event {
      case .start("rPh", let isEmpty): try reader.skip("rPh", isEmpty: isEmpty)
      case .start("si", let isEmpty):
        (current, isRaised) = ("", false)
        if isEmpty { strings.append("") }
      case .start("r", _): isRaised = false
      case .start("vertAlign", _): isRaised = reader.attribute("val") == "superscript"
      case .start("t", let isEmpty): inText = !isEmpty
      case .text(let text): if inText { current += isRaised ? text.raised : text }
      case .end("t"): inText = false
      case .end("si"): strings.append(current)
      default: continue
      }
    }
  }
}

/// The formats of the cells of a workbook.
struct WorkbookStyles {
  /// For each cell format the number format (nil for General) and the indent in steps.
  private(set) var formats: [(number: CellFormat?, indent: Int)] = []

  init() {}

  init(_ reader: XMLReader) throws(Diagnostic) {
    var codes: [Int: String] = [:]
    var known: [String: CellFormat] = [:]
    var inCells = false
    while let event = try reader.next() {
      switch event {
      case .start("numFmt", _):
        if let id = reader.number("numFmtId"), let code = reader.attribute("formatCode") { codes[id] = code }
      case .start("cellXfs", let isEmpty): inCells = !isEmpty
      case .end("cellXfs"): inCells = false
      case .start("xf", _):
        guard inCells else { continue }
        let code = (reader.number("numFmtId") ?? 0).formatCode(codes)
        var format: CellFormat?
        if let code, code.lowercased() != "general", code != "@" {
          format = known[code] ?? CellFormat(code)
          known[code] = format
        }
        formats.append((format, 0))
      case .start("alignment", _):
        guard inCells, let last = formats.indices.last else { continue }
        formats[last].indent = min(max(reader.number("indent") ?? 0, 0), 250)
      default: continue
      }
    }
  }
}

extension Int {
  fileprivate func formatCode(_ codes: [Int: String]) -> String? { codes[self] ?? CellFormat.builtIn[self] }
}
