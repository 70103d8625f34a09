import Diagnostics
import Geometry
import OpenPackaging
import Report
import Scene

/// Writes the body of a document, and gathers what its other parts hold.
struct WordWriter {
  let manuscript: Manuscript
  let page: WordPage
  let styles: WordStyles
  var package = OfficePackage()
  var body = ""
  var numbering = WordNumbering()
  var findings: [Diagnostic] = []
  /// `w:footnote` elements, in the order of their marks.
  var notes: [String] = []
  /// Places in ``Manuscript/pictures`` that are shown.
  var shown: Set<Int> = []
  /// Of the chapter being written.
  var chapter = 0
  var read: ([Inline]) -> [TextPiece] = { _ in [] }
  /// Anchors of the chapter's notes that have a mark: a further mark repeats its number.
  var markedNotes: Set<String> = []
  /// Numbers of bookmarks by anchor.
  private var bookmarks: [String: Int] = [:]
  private var placed: Set<String> = []
  private var drawings = 0
  private var headers = 0

  static let main = "word/document.xml"

  init(_ manuscript: Manuscript) {
    self.manuscript = manuscript
    page = WordPage(manuscript.layout)
    styles = WordStyles(manuscript)
  }

  // MARK: Sections

  /// Pages of one kind: the properties of a section are written where it ends.
  struct Section {
    var startsPage = true
    var columns = 1
    var margins: Insets
    /// Of the running head; nil: neither head nor page number.
    var head: (left: String, right: String)?
    var pageNumbers: (format: String, start: Int?) = ("decimal", nil)
  }
  var section = Section(margins: Insets(all: .zero))

  mutating func writeDocument() {
    let layout = manuscript.layout
    if layout.sections.contains(.cover) {
      section = Section(margins: coverMargins)
      writeCover()
      begin(Section(margins: page.margins, head: (manuscript.source.title, manuscript.vocabulary.contents), pageNumbers: ("lowerRoman", 1)))
      if layout.sections.contains(.contents), manuscript.source.chapters.count > 1 {
        writeContents()
        beginBody(first: true)
      } else {
        section = bodySection(first: true)
      }
    } else {
      section = bodySection(first: true)
      writeMasthead()
      if layout.sections.contains(.contents), manuscript.source.chapters.count > 1 { writeContents() }
    }
    for index in manuscript.source.chapters.indices {
      chapter = index
      read = manuscript.reader(ofChapter: index)
      markedNotes = []
      if index > 0, breaksPages { begin(bodySection(first: false)) }
      writeChapter(manuscript.source.chapters[index], head: manuscript.heads[index])
    }
    writeFigureData()
    body += sectionProperties(section)
  }

  /// Whether each chapter has pages of its own, with its title above them.
  var breaksPages: Bool { page.columns == 1 && manuscript.layout.sections.contains(.cover) }

  func bodySection(first: Bool) -> Section {
    let title = manuscript.source.chapters.indices.contains(chapter) && breaksPages ? manuscript.source.chapters[chapter].title : ""
    return Section(
      startsPage: true, columns: 1, margins: page.margins, head: (manuscript.source.title, title), pageNumbers: ("decimal", first ? 1 : nil)
    )
  }

  private mutating func beginBody(first: Bool) {
    chapter = 0
    begin(bodySection(first: first))
  }

  /// Ends the section and begins another one.
  mutating func begin(_ next: Section) {
    body += "<w:p><w:pPr><w:pStyle w:val=\"Break\"/>\(sectionProperties(section))</w:pPr></w:p>"
    section = next
  }

  /// Goes on in so many columns, on the same page.
  mutating func setColumns(_ count: Int) {
    guard section.columns != count else { return }
    var next = section
    next.columns = count
    next.startsPage = false
    next.pageNumbers.start = nil
    begin(next)
  }

  private mutating func sectionProperties(_ section: Section) -> String {
    var out = "<w:sectPr>"
    // The cover comes first, so that it takes no head over from a section before.
    if let head = section.head { out += furniture(head) }
    if !manuscript.source.footnotes.isEmpty {
      out += "<w:footnotePr><w:numFmt w:val=\"\(manuscript.language.isChinese ? "decimalEnclosedCircleChinese" : "decimal")\"/>"
      if breaksPages { out += "<w:numRestart w:val=\"eachSect\"/>" }
      out += "</w:footnotePr>"
    }
    out += "<w:type w:val=\"\(section.startsPage ? "nextPage" : "continuous")\"/>"
    out += "<w:pgSz w:w=\"\(page.size.width.twips)\" w:h=\"\(page.size.height.twips)\""
    out += page.size.width > page.size.height ? " w:orient=\"landscape\"/>" : "/>"
    let margins = section.margins
    let head = max(manuscript.layout.head - .pt(10), .pt(14))
    out +=
      "<w:pgMar w:top=\"\(margins.top.twips)\" w:right=\"\(margins.right.twips)\" w:bottom=\"\(margins.bottom.twips)\" w:left=\"\(margins.left.twips)\""
    out +=
      " w:header=\"\(section.head == nil ? 0 : head.twips)\" w:footer=\"\(section.head == nil ? 0 : max(manuscript.layout.folio, .pt(14)).twips)\" w:gutter=\"0\"/>"
    out += "<w:pgNumType w:fmt=\"\(section.pageNumbers.format)\"" + (section.pageNumbers.start.map { " w:start=\"\($0)\"" } ?? "") + "/>"
    out += "<w:cols w:num=\"\(section.columns)\" w:space=\"\((page.gutter * 2).twips)\"/></w:sectPr>"
    return out
  }

  /// The running head and the page number.
  private mutating func furniture(_ head: (left: String, right: String)) -> String {
    let header = paragraph("Header", run(head.left) + "<w:r><w:tab/></w:r>" + run(head.right))
    let footer = paragraph("Footer", field("PAGE", result: "1"))
    return reference("header", "<w:hdr \(wordNamespaces)>\(header)</w:hdr>")
      + reference("footer", "<w:ftr \(wordNamespaces)>\(footer)</w:ftr>")
  }

  private var furnitureParts: [String: String] = [:]

  /// Ties a head or foot to the section; the same part for the same content.
  private mutating func reference(_ kind: String, _ xml: String) -> String {
    let id: String
    if let known = furnitureParts[xml] {
      id = known
    } else {
      headers += 1
      let name = "word/\(kind)\(headers).xml"
      package.add(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml", xml)
      id = package.relate(Self.main, to: name, kind)
      furnitureParts[xml] = id
    }
    return "<w:\(kind)Reference w:type=\"default\" r:id=\"\(id)\"/>"
  }

  // MARK: Paragraphs

  func paragraph(_ style: String, _ content: String, _ properties: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(content)</w:p>"
  }

  /// Text in the paragraph's own look, or in one of its own.
  func run(_ text: String, _ look: String = "") -> String {
    guard !text.isEmpty else { return "" }
    return "<w:r>" + (look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>") + textElements(text) + "</w:r>"
  }

  func textElements(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : "<w:t xml:space=\"preserve\">\(escaped(String($0)))</w:t>"
    }.joined(separator: "<w:br/>")
  }

  /// A field with what it shows until it is reckoned anew.
  func field(_ instruction: String, result: String, look: String = "", isDirty: Bool = false) -> String {
    let properties = look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>"
    return "<w:r>\(properties)<w:fldChar w:fldCharType=\"begin\"\(isDirty ? " w:dirty=\"true\"" : "")/></w:r>"
      + "<w:r>\(properties)<w:instrText xml:space=\"preserve\"> \(escaped(instruction)) </w:instrText></w:r>"
      + "<w:r>\(properties)<w:fldChar w:fldCharType=\"separate\"/></w:r>" + run(result, look)
      + "<w:r>\(properties)<w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  // MARK: Anchors

  private mutating func number(of anchor: String) -> Int {
    if let known = bookmarks[anchor] { return known }
    bookmarks[anchor] = bookmarks.count + 1
    return bookmarks.count
  }

  /// The name of an anchor's bookmark: Word takes letters, digits and `_`, 40 at most.
  mutating func bookmark(_ anchor: String) -> String { "_Ref\(100_000 + number(of: anchor))" }

  /// Marks where an anchor leads, round some content; an anchor stands once.
  mutating func marked(_ anchor: String?, _ content: String) -> String {
    guard let anchor, placed.insert(anchor).inserted else { return content }
    let number = number(of: anchor)
    return "<w:bookmarkStart w:id=\"\(number)\" w:name=\"\(bookmark(anchor))\"/>\(content)<w:bookmarkEnd w:id=\"\(number)\"/>"
  }

  /// The number of a drawing, unique in the document.
  mutating func nextDrawing() -> Int {
    drawings += 1
    return drawings
  }
}
