import Geometry
import OpenPackaging
import Report
import Scene

/// Chapters and their blocks, but for figures, cards and tables.
extension WordWriter {
  /// What surrounds a block.
  struct Surroundings {
    /// Nil: running text of the page.
    var style: String?
    /// Nil: no list.
    var listLevel: Int?
    /// What there is from margin to margin.
    var width: Length
  }

  var pageSurroundings: Surroundings { Surroundings(width: page.textMeasure) }

  mutating func writeChapter(_ chapter: ReportSource.Chapter, head: Manuscript.ChapterHead) {
    if page.columns > 1 { setColumns(1) }
    if !chapter.title.isEmpty {
      let pictogram = chapterPictogram(chapter.pictogram)
      let number = (head.number.isEmpty ? "" : WordNumbering.chapterNumber) + (pictogram.isEmpty ? "" : "<w:ind w:right=\"960\"/>")
      body += paragraph("Heading1", marked(head.anchor, run(printed(chapter.title))) + pictogram, number)
    }
    if !chapter.lead.isEmpty { body += paragraph("Lead", runs(chapter.lead)) }
    var blocks = chapter.blocks[...]
    while let block = blocks.popFirst() {
      // A heading stands in the columns of what follows it.
      var next: ReportBlock? = block
      if case .heading = block { next = blocks.first }
      if page.columns > 1 { setColumns(next?.spansColumns ?? false ? 1 : page.columns) }
      write(block, in: pageSurroundings)
    }
  }

  func printed(_ text: String) -> String { read([.text(text)]).map(\.text).joined() }

  mutating func write(_ blocks: [ReportBlock], in place: Surroundings) { for block in blocks { write(block, in: place) } }

  mutating func write(_ block: ReportBlock, in place: Surroundings) {
    switch block {
    case .heading(let level, let text, let anchor):
      body += paragraph("Heading\(max(2, min(6, level)))", marked(anchor, runs(text)))
    case .paragraph(let text): body += paragraph(place.textStyle, runs(text), place.indent)
    case .quote(let inner, let attribution):
      for block in inner {
        if case .paragraph(let text) = block { body += paragraph("Quote", runs(text)) } else { write(block, in: place) }
      }
      if let attribution { body += paragraph("QuoteSource", run(printed("—— " + attribution))) }
    case .list(let list): write(list, in: place)
    case .chart(let figure): write(figure, width: place.width)
    case .beside(let text, let figure):
      write(text, in: place)
      write(figure, width: place.width)
    case .marginal(let text, let cards):
      write(text, in: place)
      write(cards)
    case .chartRow(let figures): write(figures)
    case .cards(let cards): write(cards)
    case .row(let row): write(row)
    case .table(let table): write(table, width: place.width)
    case .picture(let picture): write(picture, width: place.width)
    case .callout(let title, let inner): write(callout: title, inner, width: place.width)
    case .sourceEntry(let entry): write(entry)
    case .code(let code, _): write(code: code)
    case .rule: body += paragraph("SubjectRule", "")
    // Written out when the manuscript was made.
    case .generated: return
    }
  }

  // MARK: Lists

  private mutating func write(_ list: ReportList, in place: Surroundings) {
    let level = (place.listLevel ?? -1) + 1
    let id = list.start.map { numbering.ordered(from: $0) } ?? WordNumbering.bullets
    var inside = place
    inside.listLevel = level
    inside.width = place.width - .pt(21)
    for (index, item) in list.items.enumerated() {
      let box =
        item.isChecked.map {
          run($0 ? "☑ " : "☐ ", "<w:rFonts w:ascii=\"Segoe UI Symbol\" w:eastAsia=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\"/>")
        } ?? ""
      let space = index > 0 && !list.isTight ? "<w:spacing w:before=\"\((manuscript.layout.baseline / 2).twips)\"/>" : ""
      var rest = item.blocks[...]
      var text = ""
      if case .paragraph(let inlines)? = rest.first {
        text = runs(inlines)
        rest = rest.dropFirst()
      }
      // A box stands for the bullet.
      let isBoxed = !box.isEmpty && list.start == nil
      let indent = "<w:ind w:left=\"\(WordNumbering.indent(level: level))\" w:hanging=\"420\"/>"
      body += paragraph(place.style ?? "ListParagraph", box + text, isBoxed ? space + indent : WordNumbering.item(id, level: level) + space)
      for block in rest { write(block, in: inside) }
    }
  }

  // MARK: Panels

  private mutating func write(callout title: String?, _ inner: [ReportBlock], width: Length) {
    var cell = WordCell(width: width)
    cell.fill = "tint"
    cell.borders = "<w:tcBorders>\(styles.tableBorder("left", "brand", 2.25))</w:tcBorders>"
    cell.padding = .pt(10)
    cell.content = content { writer in
      if let title { writer.body += writer.paragraph("CalloutTitle", writer.run(writer.printed(title))) }
      writer.write(inner, in: Surroundings(style: "Callout", width: width - .pt(24)))
    }
    write(rows: [[cell]])
  }

  /// What `make` writes, apart from the body.
  mutating func content(_ make: (inout WordWriter) -> Void) -> String {
    let outer = body
    body = ""
    make(&self)
    let inner = body
    body = outer
    return inner
  }

  // MARK: Others

  private mutating func write(_ entry: SourceEntry) {
    var content = run(entry.number, styles.letters(.sourceNumber)) + "<w:r><w:tab/></w:r>" + runs(entry.sentence)
    for anchor in entry.anchors { content = marked(anchor, content) }
    body += paragraph("SourceText", content)
  }

  private mutating func write(code: String) {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).dropLast(code.hasSuffix("\n") ? 1 : 0)
    for line in lines { body += paragraph("Code", run(String(line).replacing("\t", with: "    "))) }
  }
}

extension WordWriter.Surroundings {
  var textStyle: String { style ?? (listLevel == nil ? "BodyText" : "ListParagraph") }
  /// Of a paragraph that goes on in an item of a list.
  var indent: String { listLevel.map { "<w:ind w:left=\"\(WordNumbering.indent(level: $0))\" w:firstLine=\"0\"/>" } ?? "" }
}
