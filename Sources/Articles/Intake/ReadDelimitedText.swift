package import Diagnostics
import StructuredData

/// Reads a file of comma- or tab-separated values as an article that is one table; every record is a row.
///
/// - Throws: as ``readArticle(bytes:path:_:)``, and `csv.quote`, `csv.cell`.
package func readDelimitedText(bytes: [UInt8], path: String, _ knowledge: ArticleKnowledge) throws(Diagnostics) -> Warned<Article> {
  let decoded = try Diagnostics.several { () throws(Diagnostic) in try decodeText(bytes, path: path) }
  let scalars = decoded.value.scalars
  var builder = SourceTableBuilder(number: 1)
  var lines: [SourceLine] = []
  for row in try csvRows(String(scalars: scalars), document: path) {
    builder.beginRow()
    for cell in row {
      var low = cell.range.lowerBound
      while low > 0, scalars[low - 1].isBlank, scalars[low - 1] != "\t" { low -= 1 }
      if low == cell.range.lowerBound, cell.text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
        builder.add(trimmed: cell.text, range: cell.range)
      } else {
        builder.add(Array(scalars[low..<cell.range.lowerBound]) + cell.text.unicodeScalars, range: cell.range)
      }
    }
    if let first = row.first, let last = row.last, row.contains(where: { !$0.text.isEmpty }) {
      let range = first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
      lines.append(SourceLine(range: range, kind: .tableRow, table: 1))
    }
  }
  let article = Article(id: path, scalars: scalars, encoding: decoded.value.encoding)
  return Warned(try sortedArticle(article, lines: lines, tables: [builder.table], knowledge), decoded.diagnostics)
}
