import Geometry
import OpenPackaging
import Report

/// A cell of a table that parts a page: a card, a panel, a figure beside others.
struct WordCell {
  var width: Length
  /// Block elements.
  var content = ""
  /// A colour of the theme.
  var fill: String?
  var borders = ""
  var padding = Length.zero
  /// `top`, `center` or `bottom`.
  var alignment = "top"
  /// Between others, without content.
  var isGap = false

  init(width: Length) { self.width = width }

  static func gap(_ width: Length) -> WordCell {
    var cell = WordCell(width: width)
    cell.isGap = true
    return cell
  }
}

extension WordWriter {
  /// Cells side by side as a table without rules, and the space below it.
  mutating func write(rows: [[WordCell]], description: String? = nil) {
    guard let first = rows.first, !first.isEmpty else { return }
    body += table(rows, description: description)
    body += space(manuscript.layout.baseline / 2)
  }

  /// A paragraph that is nothing but space; it also keeps two tables apart.
  func space(_ height: Length) -> String {
    paragraph("Break", "", "<w:spacing w:before=\"0\" w:after=\"\(height.twips)\" w:line=\"20\" w:lineRule=\"exact\"/>")
  }

  func table(_ rows: [[WordCell]], description: String? = nil) -> String {
    let widths = rows.first.map { $0.map(\.width) } ?? []
    let total = widths.reduce(.zero, +)
    var out =
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableNormal\"/><w:tblW w:w=\"\(total.twips)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
    if let description { out += "<w:tblDescription w:val=\"\(escaped(description))\"/>" }
    out += "</w:tblPr><w:tblGrid>" + widths.map { "<w:gridCol w:w=\"\($0.twips)\"/>" }.joined() + "</w:tblGrid>"
    for row in rows {
      out += "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + row.map(xml).joined() + "</w:tr>"
    }
    return out + "</w:tbl>"
  }

  private func xml(_ cell: WordCell) -> String {
    var out = "<w:tc><w:tcPr><w:tcW w:w=\"\(cell.width.twips)\" w:type=\"dxa\"/>\(cell.borders)"
    if let fill = cell.fill { out += shading(fill) }
    if cell.padding > .zero {
      let side = cell.padding.twips
      out +=
        "<w:tcMar><w:top w:w=\"\(side)\" w:type=\"dxa\"/><w:left w:w=\"\(side)\" w:type=\"dxa\"/><w:bottom w:w=\"\(side)\" w:type=\"dxa\"/><w:right w:w=\"\(side)\" w:type=\"dxa\"/></w:tcMar>"
    }
    out += "<w:vAlign w:val=\"\(cell.alignment)\"/></w:tcPr>\(cell.content)"
    // A cell ends in a paragraph.
    if cell.content.isEmpty || cell.content.hasSuffix("</w:tbl>") { out += paragraph("Break", "") }
    return out + "</w:tc>"
  }

  /// A ground in a colour of the theme.
  func shading(_ name: String) -> String {
    let slot = ["brand": "accent1", "tint": "background2"][name].map { " w:themeFill=\"\($0)\"" } ?? ""
    return "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(manuscript.color(name).digits)\"\(slot)/>"
  }
}
