import Geometry
import OpenPackaging
import Report
import Scene

/// The styles of a document: each type role of the theme under the name by which Word knows its like.
struct WordStyles {
  let manuscript: Manuscript
  private let headings: String
  private let body: String

  init(_ manuscript: Manuscript) {
    self.manuscript = manuscript
    headings = manuscript.family(of: .chapter)
    body = manuscript.family(of: .body)
  }

  var theme: OfficeTheme {
    OfficeTheme(name: manuscript.theme.name, headings: headings, body: body, last: "c0", color: manuscript.color)
  }

  /// `w:color` of a colour of the theme, tied to the scheme where it has a place there.
  func color(_ name: String) -> String {
    let slots = [
      "ink": "text1", "white": "background1", "ink-2": "text2", "tint": "background2", "brand": "accent1", "c2": "accent2", "c3": "accent3",
      "c4": "accent4", "c5": "accent5", "c0": "accent6",
    ]
    return "<w:color w:val=\"\(manuscript.color(name).digits)\"" + (slots[name].map { " w:themeColor=\"\($0)\"" } ?? "") + "/>"
  }

  func fonts(_ role: TypeRole) -> String {
    let family = manuscript.family(of: role)
    if family == headings {
      return "<w:rFonts w:asciiTheme=\"majorHAnsi\" w:eastAsiaTheme=\"majorEastAsia\" w:hAnsiTheme=\"majorHAnsi\"/>"
    }
    if family == body {
      return "<w:rFonts w:asciiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\" w:hAnsiTheme=\"minorHAnsi\"/>"
    }
    let face = escaped(family)
    return "<w:rFonts w:ascii=\"\(face)\" w:eastAsia=\"\(face)\" w:hAnsi=\"\(face)\"/>"
  }

  /// What a role says of its letters, in the order of the schema.
  func letters(_ role: TypeRole, color name: String? = nil, size: Length? = nil) -> String {
    guard let style = manuscript.theme.styles[role] else { return "" }
    let half = Int(((size ?? style.size).points * 2).rounded())
    // The negative is written too: a style may stand on one that is bold.
    return fonts(role) + (style.weight >= 600 ? "<w:b/>" : "<w:b w:val=\"0\"/>") + color(name ?? style.color) + "<w:sz w:val=\"\(half)\"/>"
  }

  private struct Paragraph {
    var before = Length.zero
    var after = Length.zero
    /// Nil: as high as what stands in it.
    var leading: Length?
    var indent = ""
    var justification = ""
    /// What stands before the spacing in the schema's order.
    var keeping = ""
    var borders = ""
    var tabs = ""
    var rest = ""

    var xml: String {
      var spacing = "<w:spacing w:before=\"\(before.twips)\" w:after=\"\(after.twips)\""
      if let leading {
        spacing += " w:line=\"\(leading.twips)\" w:lineRule=\"exact\""
      } else {
        spacing += " w:line=\"240\" w:lineRule=\"auto\""
      }
      return "<w:pPr>\(keeping)\(borders)\(tabs)\(spacing)/>\(indent)\(justification)\(rest)</w:pPr>"
    }
  }

  private func style(
    _ id: String, _ name: String, _ role: TypeRole, on base: String? = "Normal", next: String? = nil, letters: String? = nil,
    _ change: (inout Paragraph) -> Void = { _ in }
  ) -> String {
    var paragraph = Paragraph()
    paragraph.leading = manuscript.theme.styles[role]?.leading
    paragraph.indent = "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>"
    change(&paragraph)
    var out =
      "<w:style w:type=\"paragraph\"" + (id == "Normal" ? " w:default=\"1\"" : "") + " w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
    if let base { out += "<w:basedOn w:val=\"\(base)\"/>" }
    if let next { out += "<w:next w:val=\"\(next)\"/>" }
    return out + "<w:qFormat/>\(paragraph.xml)<w:rPr>\(letters ?? self.letters(role))</w:rPr></w:style>"
  }

  private func border(_ side: String, _ color: String, width: Double, space: Int = 4) -> String {
    "<w:\(side) w:val=\"single\" w:sz=\"\(Int((width * 8).rounded()))\" w:space=\"\(space)\" w:color=\"\(manuscript.color(color).digits)\"/>"
  }

  var xml: String {
    let grid = manuscript.layout.baseline
    let language = manuscript.language
    let keepNext = "<w:keepNext/><w:keepLines/>"
    var out = "<w:styles \(wordNamespaces)><w:docDefaults><w:rPrDefault><w:rPr>"
    out += "<w:rFonts w:asciiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\" w:hAnsiTheme=\"minorHAnsi\" w:cstheme=\"minorBidi\"/>"
    out += "<w:sz w:val=\"21\"/><w:lang w:val=\"en-US\" w:eastAsia=\"\(language.isChinese ? language.tag : "zh-CN")\"/>"
    out += "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    let indent = manuscript.theme.styles[.body]?.indent.value ?? 0
    out += style("Normal", "Normal", .body, on: nil) {
      $0.indent = ""
      $0.justification = "<w:jc w:val=\"both\"/>"
    }
    out += style("BodyText", "Body Text", .body) {
      $0.indent =
        indent > 0
        ? "<w:ind w:firstLineChars=\"\(Int(indent * 100))\" w:firstLine=\"\((manuscript.size(of: .body) * indent).twips)\"/>" : ""
    }
    let chapter = manuscript.theme.furniture.number
    out += style("Heading1", "heading 1", .chapter, next: "BodyText", letters: letters(.chapter, color: chapter == .band ? "white" : nil)) {
      $0.keeping = keepNext
      $0.before = grid
      $0.after = grid
      $0.justification = "<w:jc w:val=\"left\"/>"
      $0.rest = "<w:outlineLvl w:val=\"0\"/>"
      switch chapter {
      case .large: $0.borders = "<w:pBdr>\(border("bottom", "brand", width: 2.25, space: 6))</w:pBdr>"
      case .line: $0.borders = "<w:pBdr>\(border("top", "brand", width: 0.75, space: 6))</w:pBdr>"
      case .band:
        // Rules of the same colour round the band, for its text to stand clear of its edges.
        let edges = ["top", "left", "bottom", "right"].map { border($0, "brand", width: 4, space: 2) }.joined()
        $0.indent = "<w:ind w:left=\"120\" w:right=\"120\" w:firstLine=\"0\"/>"
        $0.borders =
          "<w:pBdr>\(edges)</w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(manuscript.color("brand").digits)\" w:themeFill=\"accent1\"/>"
      }
    }
    for level in 2...6 {
      let role: TypeRole = level == 2 ? .section : .subsection
      out += style("Heading\(level)", "heading \(level)", role, next: "BodyText") {
        $0.keeping = keepNext
        $0.before = grid
        $0.after = level == 2 ? grid / 2 : grid / 4
        $0.justification = "<w:jc w:val=\"left\"/>"
        $0.rest = "<w:outlineLvl w:val=\"\(level - 1)\"/>"
      }
    }
    let onField = manuscript.theme.furniture.cover != .plain
    out += style("Title", "Title", .coverTitle, letters: letters(.coverTitle, color: onField ? "white" : nil)) {
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("Subtitle", "Subtitle", .coverSubtitle, letters: letters(.coverSubtitle, color: onField ? "white" : nil)) {
      $0.before = .pt(9)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style(
      "CoverImprint", "Cover Imprint", .coverImprint,
      letters: letters(.coverImprint, color: manuscript.theme.furniture.cover == .full ? "white" : nil)
    ) {
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("Lead", "Lead", .lead, next: "BodyText") { $0.after = grid }
    out += style("Quote", "Quote", .pullQuote) {
      $0.before = grid / 2
      $0.indent = "<w:ind w:left=\"360\" w:firstLine=\"0\"/>"
      $0.borders = "<w:pBdr>\(border("left", "brand", width: 2.25, space: 10))</w:pBdr>"
    }
    out += style("QuoteSource", "Quote Source", .attribution) {
      $0.after = grid
      $0.indent = "<w:ind w:left=\"360\" w:firstLine=\"0\"/>"
      $0.borders = "<w:pBdr>\(border("left", "brand", width: 2.25, space: 10))</w:pBdr>"
    }
    out += style("ListParagraph", "List Paragraph", .body)
    out += style("CalloutTitle", "Callout Title", .calloutTitle) { $0.keeping = keepNext }
    out += style("Callout", "Callout", .callout)
    out += style("Caption", "caption", .tableTitle) {
      $0.keeping = keepNext
      $0.before = grid
      $0.after = .pt(2)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("FigureTitle", "Figure Title", .figureTitle) {
      $0.keeping = keepNext
      $0.before = grid
      $0.after = .pt(2)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("FigureSubtitle", "Figure Subtitle", .figureSubtitle) {
      $0.keeping = keepNext
      $0.after = .pt(4)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("Figure", "Figure", .note) {
      $0.leading = nil
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("FigureNote", "Figure Note", .note) {
      $0.before = .pt(2)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("TableHead", "Table Head", .tableHead) {
      $0.keeping = "<w:keepNext/>"
      $0.before = .pt(2)
      $0.after = .pt(2)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("TableText", "Table Text", .tableBody) {
      $0.before = .pt(2)
      $0.after = .pt(2)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("CardLabel", "Card Label", .cardLabel) {
      $0.before = .pt(4)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("CardFigure", "Card Figure", .cardFigure) { $0.justification = "<w:jc w:val=\"left\"/>" }
    out += style("HeroFigure", "Hero Figure", .heroFigure, letters: letters(.heroFigure, color: "white")) {
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("CardNote", "Card Note", .note) { $0.justification = "<w:jc w:val=\"left\"/>" }
    out += style("SourceText", "Source Text", .sourceText) {
      $0.after = .pt(4.5)
      $0.indent = "<w:ind w:left=\"540\" w:hanging=\"540\"/>"
    }
    out += style("Code", "Code", .tableBody) {
      $0.indent = "<w:ind w:left=\"360\" w:firstLine=\"0\"/>"
      $0.borders = "<w:pBdr>\(border("left", "rule", width: 2.25, space: 10))</w:pBdr>"
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("SubjectRule", "Subject Rule", .note) {
      $0.after = grid
      $0.indent = "<w:ind w:left=\"4000\" w:right=\"4000\" w:firstLine=\"0\"/>"
      $0.borders = "<w:pBdr>\(border("bottom", "rule", width: 0.75))</w:pBdr>"
    }
    out += style("FootnoteText", "footnote text", .note) { $0.indent = "<w:ind w:left=\"240\" w:hanging=\"240\"/>" }
    out += style("TOCHeading", "TOC Heading", .chapter, next: "BodyText") {
      $0.after = grid
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    let tab = "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(WordPage(manuscript.layout).measure.twips)\"/></w:tabs>"
    out += style("TOC1", "toc 1", .contents1) {
      $0.tabs = tab
      $0.before = .pt(4)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("TOC2", "toc 2", .contents2) {
      $0.tabs = tab
      $0.indent = "<w:ind w:left=\"420\" w:firstLine=\"0\"/>"
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += style("TableofFigures", "table of figures", .contents2) {
      $0.tabs = tab
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    let headTab = "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(WordPage(manuscript.layout).measure.twips)\"/></w:tabs>"
    out += style("Header", "header", .runningHead) {
      $0.tabs = headTab
      $0.justification = "<w:jc w:val=\"left\"/>"
      if manuscript.theme.furniture.hasHeadRule { $0.borders = "<w:pBdr>\(border("bottom", "rule", width: 0.4, space: 4))</w:pBdr>" }
    }
    // All footers of a document are one: what is outer of facing pages stands right.
    let place =
      switch manuscript.layout.folioPlace {
      case .left: "left"
      case .center: "center"
      case .right, .outer: "right"
      }
    out += style("Footer", "footer", .folio) { $0.justification = "<w:jc w:val=\"\(place)\"/>" }
    out += style("Break", "Section Break", .note) {
      $0.leading = .pt(1)
      $0.justification = "<w:jc w:val=\"left\"/>"
    }
    out += characterStyle("Hyperlink", "Hyperlink", color("brand"))
    out += characterStyle("FootnoteReference", "footnote reference", color("brand") + "<w:vertAlign w:val=\"superscript\"/>")
    out += characterStyle("Strong", "Strong", "<w:b/>")
    out += characterStyle("Emphasis", "Emphasis", language.isChinese ? "<w:b/>" : "<w:i/>")
    out +=
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
    out +=
      "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    out +=
      "<w:style w:type=\"table\" w:styleId=\"ThreeLines\"><w:name w:val=\"Three Lines\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
    out += tableBorder("top", "ink", 1.2) + tableBorder("bottom", "ink", 1.2)
    out += "</w:tblBorders><w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
    out +=
      "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders>\(tableBorder("bottom", "ink", 0.6))</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    return out + "</w:styles>"
  }

  private func characterStyle(_ id: String, _ name: String, _ look: String) -> String {
    "<w:style w:type=\"character\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:rPr>\(look)</w:rPr></w:style>"
  }

  func tableBorder(_ side: String, _ color: String, _ width: Double) -> String {
    "<w:\(side) w:val=\"single\" w:sz=\"\(Int((width * 8).rounded()))\" w:space=\"0\" w:color=\"\(manuscript.color(color).digits)\"/>"
  }

  /// The families with those that stand in for them where they are not installed.
  var fontTable: String {
    var out = "<w:fonts \(wordNamespaces)>"
    var seen: Set<String> = []
    for role in TypeRole.allCases {
      let family = manuscript.family(of: role)
      guard seen.insert(family).inserted else { continue }
      let isSerif = family.contains("Serif") || family.contains("Song")
      out += "<w:font w:name=\"\(escaped(family))\"><w:altName w:val=\"\(isSerif ? "SimSun" : "Microsoft YaHei")\"/>"
      out += "<w:charset w:val=\"86\"/><w:family w:val=\"\(isSerif ? "roman" : "swiss")\"/><w:pitch w:val=\"variable\"/></w:font>"
    }
    return out + "</w:fonts>"
  }
}

extension Manuscript {
  func size(of role: TypeRole) -> Length { theme.styles[role]?.size ?? .pt(10) }
}

/// Of WordprocessingML and what stands in it.
let wordNamespaces =
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
  + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
  + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
  + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
