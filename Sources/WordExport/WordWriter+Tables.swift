import Charts
import Diagnostics
import Geometry
import OpenPackaging
import Report
import Scene

/// Three-line tables: the report's own, and the data of its figures.
extension WordWriter {
  mutating func write(_ table: ReportTable, width: Length) {
    let label = table.anchor.flatMap { manuscript.labels[$0] }
    if let title = table.title {
      body += caption(label: label, title: title, anchor: table.anchor)
    }
    var grid = TableText(
      head: table.columns.map { runs($0.head) }, alignments: table.columns.map { $0.alignment },
      extents: table.columns.indices.map { place in
        ([table.columns[place].head.text] + table.rows.prefix(200).map { $0.cells.indices.contains(place) ? $0.cells[place].text : "" })
          .map(ems)
      })
    if table.title == nil, let anchor = table.anchor, !grid.head.isEmpty { grid.head[0] = marked(anchor, grid.head[0]) }
    for row in table.rows {
      var cells = row.cells.map { runs($0) }
      if let anchor = row.anchor, !cells.isEmpty { cells[0] = marked(anchor, cells[0]) }
      grid.rows.append(cells)
    }
    body += xml(grid, width: width, title: table.title)
    if let note = table.note { body += paragraph("FigureNote", runs(note)) }
    body += space(manuscript.layout.baseline / 2)
  }

  /// The data of all figures, each a table with a way back to its figure.
  mutating func writeFigureData() {
    let figures = manuscript.figures.filter { !$0.tables.isEmpty }
    guard !figures.isEmpty else { return }
    let title = manuscript.vocabulary.figureData
    chapter = manuscript.source.chapters.count
    read = manuscript.reader(ofChapter: chapter)
    if page.columns > 1 { setColumns(1) }
    if breaksPages {
      var next = bodySection(first: false)
      next.head?.right = title
      begin(next)
    }
    body += paragraph("Heading1", marked(Self.dataAnchor, run(title)))
    for (number, figure) in manuscript.figures.enumerated() where !figure.tables.isEmpty {
      let name = [figure.label, figure.title].compactMap { $0 }.joined(separator: "　")
      let back = figure.anchor.map {
        "<w:hyperlink w:anchor=\"\(bookmark($0))\">\(run(printed(name), "<w:rStyle w:val=\"Hyperlink\"/>"))</w:hyperlink>"
      }
      body += paragraph("FigureTitle", marked(Self.dataAnchor(number), back ?? run(printed(name))))
      if let subtitle = figure.subtitle { body += paragraph("FigureSubtitle", run(printed(subtitle))) }
      for table in figure.tables { write(table, of: name) }
    }
  }

  static let dataAnchor = "figure data"
  static func dataAnchor(_ figure: Int) -> String { "figure data \(figure)" }
  /// More would be a book of numbers; the workbook has them all.
  private static let mostRows = 200

  private mutating func write(_ table: FigureTable, of name: String) {
    let table = table.crossed() ?? table
    if let title = table.title { body += paragraph("FigureSubtitle", run(printed(title))) }
    let rows = table.rows.prefix(Self.mostRows)
    let columns = table.columns.indices
    let grid = TableText(
      head: columns.map { run(printed(table.columns[$0].title ?? table.columns[$0].name)) },
      alignments: columns.map { table.isNumeric($0) ? .end : .start },
      extents: columns.map { place in [ems(table.columns[place].title ?? "")] + rows.map { ems($0[place].text) } },
      rows: rows.map { row in row.map { run(printed($0.text)) } })
    body += xml(grid, width: page.measure, title: name)
    if table.rows.count > rows.count {
      body += paragraph("FigureNote", run(manuscript.vocabulary.rows(rows.count, of: table.rows.count)))
      findings.append(
        .note(
          "word.data-cut", "“\(name)” has \(table.rows.count) rows; the document lists \(rows.count)", at: nil,
          hint: "write an .xlsx for all of them"))
    }
    body += space(manuscript.layout.baseline / 2)
  }

  // MARK: Tables as XML

  private struct TableText {
    var head: [String]
    var alignments: [ReportTable.Alignment]
    /// How wide the texts of each column are, in ems.
    var extents: [[Double]]
    var rows: [[String]] = []
  }

  private func xml(_ table: TableText, width: Length, title: String?) -> String {
    let widths = columnWidths(table.extents, total: width)
    var out =
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"ThreeLines\"/><w:tblW w:w=\"\(width.twips)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
    out +=
      "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
    if let title { out += "<w:tblCaption w:val=\"\(escaped(title))\"/>" }
    out += "</w:tblPr><w:tblGrid>" + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    func row(_ cells: [String], _ style: String, properties: String, fill: Bool) -> String {
      var out = "<w:tr><w:trPr><w:cantSplit/>\(properties)</w:trPr>"
      for place in widths.indices {
        let alignment =
          switch table.alignments[place] {
          case .start: ""
          case .center: "<w:jc w:val=\"center\"/>"
          case .end, .decimal: "<w:jc w:val=\"right\"/>"
          }
        out += "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[place])\" w:type=\"dxa\"/>"
        // Some programs do not heed what a style says of the first row.
        if style == "TableHead" { out += "<w:tcBorders>\(styles.tableBorder("bottom", "ink", 0.6))</w:tcBorders>" }
        if fill { out += shading("tint") }
        out +=
          "<w:vAlign w:val=\"center\"/></w:tcPr>" + paragraph(style, cells.indices.contains(place) ? cells[place] : "", alignment)
          + "</w:tc>"
      }
      return out + "</w:tr>"
    }
    out += row(table.head, "TableHead", properties: "<w:tblHeader/>", fill: false)
    for (index, cells) in table.rows.enumerated() {
      out += row(cells, "TableText", properties: "", fill: table.rows.count > 12 && index % 2 == 1)
    }
    return out + "</w:tbl>"
  }

  /// Columns as wide as their texts ask for, no narrower than their longest number or four characters, together as wide as the
  /// table.
  private func columnWidths(_ extents: [[Double]], total: Length) -> [Int] {
    let wanted = extents.map { texts -> Double in
      let longest = texts.max() ?? 1
      let mean = texts.reduce(0, +) / Double(max(1, texts.count))
      return min(max(longest, 4), max(6, mean * 1.6)) + 1.8
    }
    let sum = wanted.reduce(0, +)
    guard sum > 0 else { return [] }
    var widths = wanted.map { Int(Double(total.twips) * $0 / sum) }
    widths[widths.count - 1] += total.twips - widths.reduce(0, +)
    return widths
  }
}
