import Diagnostics
import Indicators
import Markdown
import Scene
import StructuredData

/// Tables as Markdown writes them.
extension ReportReader {
  // MARK: Tables

  /// `Note: …` or a line of the source below a table.
  mutating func tableNote(_ inlines: [MarkdownInline]) -> [Inline]? {
    let text = plain(inlines)
    if text.hasPrefix("Note: ") {
      var note = self.inlines(inlines)
      if case .text(let first)? = note.first { note[0] = .text(String(first.dropFirst(6))) }
      return note
    }
    let heads = ["注：", "注:", "来源：", "數據來源：", "数据来源：", "资料来源：", "資料來源：", "Source: ", "Sources: "]
    return heads.contains { text.hasPrefix($0) } ? self.inlines(inlines) : nil
  }

  /// `Table: Title {#anchor}` above a table.
  mutating func caption(_ inlines: [MarkdownInline]) -> (title: String, anchor: String?)? {
    let text = plain(inlines)
    guard let prefix = ["Table: ", "表：", "表: "].first(where: { text.hasPrefix($0) }) else { return nil }
    var title = String(plainText(inlines, of: "a table’s title").dropFirst(prefix.count)).trimmed
    let attributes = attributes(&title, at: inlines.first?.span ?? SourceSpan(document: ""))
    return (title, attributes?.anchor)
  }

  mutating func table(
    _ table: Markdown.Table, caption: (title: String, anchor: String?)?, at span: SourceSpan
  ) -> ReportTable {
    var columns: [ReportTable.Column] = []
    for (i, cell) in table.header.enumerated() {
      let alignment: ReportTable.Alignment =
        switch i < table.alignments.count ? table.alignments[i] : nil {
        case .right?: table.rows.allSatisfy { $0.count > i && isNumeral(plain($0[i].inlines)) } ? .decimal : .end
        case .center?: .center
        default: .start
        }
      columns.append(.init(head: inlines(cell.inlines), alignment: alignment))
    }
    var rows: [ReportTable.Row] = []
    for row in table.rows { rows.append(.init(row.map { inlines($0.inlines) })) }
    var out = ReportTable(title: caption?.title, columns: columns, rows: rows)
    if let caption { out.anchor = caption.anchor ?? "table-\(span.start?.line ?? 0)" }
    checkSize(of: out, at: span)
    return out
  }

  func isNumeral(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ".,%+-−—… ".unicodeScalars.contains($0) }
  }
}
