import Geometry
import OpenPackaging
import Report
import Scene

/// What stands before the chapters: cover or masthead, and the contents.
extension WordWriter {
  // MARK: Cover

  /// A page that is wider than high has no room for white above the field.
  private var isWide: Bool { page.size.width > page.size.height }
  private var fieldTop: Length { isWide || manuscript.theme.furniture.cover == .full ? .zero : page.size.height * 0.2 }

  /// The field reaches from edge to edge, so the page has no margins at its sides.
  var coverMargins: Insets {
    if manuscript.theme.furniture.cover == .plain {
      return Insets(top: fieldTop, right: page.margins.right, bottom: page.margins.bottom, left: page.margins.left)
    }
    return Insets(top: fieldTop, right: .zero, bottom: .zero, left: .zero)
  }

  mutating func writeCover() {
    read = manuscript.reader(ofChapter: 0)
    let source = manuscript.source
    let form = manuscript.theme.furniture.cover
    let texts = paragraph("Title", run(printed(source.title))) + (source.subtitle.map { paragraph("Subtitle", run(printed($0))) } ?? "")
    let motif =
      manuscript.motif.map { paragraph("Figure", picture($0.picture, size: $0.size, within: page.measure, alternative: nil)) } ?? ""
    let imprint = [source.issuer, source.date].compactMap { $0 }
    guard form != .plain else {
      body += paragraph(
        "Break", "",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"36\" w:space=\"1\" w:color=\"\(manuscript.color("brand").digits)\"/></w:pBdr><w:spacing w:after=\"600\" w:line=\"20\" w:lineRule=\"exact\"/>"
      )
      body += texts + space(page.size.height * 0.14) + motif + space(page.size.height * 0.18)
      for line in imprint { body += paragraph("CoverImprint", run(printed(line))) }
      return
    }
    let left = page.margins.left
    func row(_ height: Length, _ content: String, _ alignment: String) -> String {
      "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"\(height.twips)\" w:hRule=\"exact\"/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"\(page.size.width.twips)\" w:type=\"dxa\"/>\(shading("brand"))"
        + "<w:tcMar><w:left w:w=\"\(left.twips)\" w:type=\"dxa\"/><w:right w:w=\"\(page.margins.right.twips)\" w:type=\"dxa\"/></w:tcMar><w:vAlign w:val=\"\(alignment)\"/></w:tcPr>\(content.isEmpty ? paragraph("Break", "") : content)</w:tc></w:tr>"
    }
    let field = isWide ? page.size.height * 0.72 : page.size.height * 0.44
    let motifHeight = motif.isEmpty ? Length.pt(18) : .pt(72)
    let foot = imprint.map {
      paragraph("CoverImprint", run(printed($0)), form == .full ? "" : "<w:ind w:left=\"\(left.twips)\" w:firstLine=\"0\"/>")
    }.joined()
    body +=
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableNormal\"/><w:tblW w:w=\"\(page.size.width.twips)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"\(page.size.width.twips)\"/></w:tblGrid>"
    if form == .full {
      let top = isWide ? Length.pt(45) : page.size.height * 0.2
      body += row(top, "", "top") + row(field - motifHeight, texts, "top") + row(motifHeight, motif, "bottom")
      body += row(page.size.height - top - field - .pt(60), foot, "bottom") + row(.pt(50), "", "top") + "</w:tbl>"
    } else {
      body +=
        row(.pt(isWide ? 45 : 63), "", "top") + row(field - .pt(isWide ? 45 : 63) - motifHeight, texts, "top")
        + row(motifHeight, motif, "bottom") + "</w:tbl>"
      body += space(isWide ? .pt(18) : page.size.height * 0.36 - page.margins.bottom - .pt(60)) + foot
    }
  }

  /// Title, subtitle, issuer and date on a ground of the brand colour.
  mutating func writeMasthead() {
    read = manuscript.reader(ofChapter: 0)
    let source = manuscript.source
    var cell = WordCell(width: page.measure)
    cell.fill = "brand"
    cell.padding = .pt(16)
    let white = styles.color("white")
    cell.content = paragraph("Title", run(printed(source.title), styles.letters(.chapter, color: "white")))
    for (index, text) in [source.subtitle, source.issuer, source.date].compactMap({ $0 }).enumerated() {
      cell.content +=
        index == 0
        ? paragraph("Subtitle", run(printed(text), styles.letters(.subsection, color: "white")))
        : paragraph("CardNote", run(printed(text), white))
    }
    write(rows: [[cell]])
  }

  // MARK: Contents

  /// Fields with their lines filled in, each a link. Page numbers come when Word reckons the fields, which it does when it opens the
  /// file: no other number would be right.
  mutating func writeContents() {
    var lines: [(level: Int, text: String, anchor: String)] = []
    for (index, chapter) in manuscript.source.chapters.enumerated() where !chapter.title.isEmpty {
      let head = manuscript.heads[index]
      lines.append((1, (head.number.isEmpty ? "" : head.number + "\u{2002}") + chapter.title, head.anchor))
      for block in chapter.blocks {
        if case .heading(2, let text, let anchor?) = block { lines.append((2, text.text, anchor)) }
      }
    }
    if manuscript.figures.contains(where: { !$0.tables.isEmpty }) { lines.append((1, manuscript.vocabulary.figureData, Self.dataAnchor)) }
    body += paragraph("TOCHeading", run(manuscript.vocabulary.contents))
    write(lines.map { ("TOC\($0.level)", $0.text, $0.anchor) }, field: "TOC \\o \"1-2\" \\h \\z \\u")
    guard !manuscript.figureList.isEmpty else { return }
    body += paragraph(
      "TOCHeading", run(manuscript.vocabulary.figuresAndTables, styles.letters(.section)),
      "<w:keepNext/><w:spacing w:before=\"480\" w:after=\"120\"/>")
    write(manuscript.figureList.map { ("TableofFigures", $0.label + "　" + $0.title, $0.anchor) }, field: "TOC \\h \\z \\t \"caption,1\"")
  }

  private mutating func write(_ lines: [(style: String, text: String, anchor: String)], field instruction: String) {
    for (index, line) in lines.enumerated() {
      var content = ""
      if index == 0 {
        content +=
          "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> \(escaped(instruction)) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
      }
      let name = bookmark(line.anchor)
      content += "<w:hyperlink w:anchor=\"\(name)\" w:history=\"1\">" + run(printed(line.text)) + "</w:hyperlink>"
      if index + 1 == lines.count { content += "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" }
      body += paragraph(line.style, content)
    }
  }
}
