import Diagnostics
import PDFFile
import Scene

/// Puts into the structure tree what cairo leaves out: descriptions, boxes, scopes, spans, languages, what links say.
///
/// - Throws: `pdf.structure` when the tree has not the elements that were begun, in their order.
func describeStructure(_ rows: [StructureRow], in file: borrowing QPDFFile) throws(Diagnostic) {
  var tree = StructureTree(of: file)
  guard tree.nodes.count == rows.count, zip(tree.nodes, rows).allSatisfy({ $0.name == "/" + $1.name.rawValue }) else {
    throw .error(
      "pdf.structure", "the file has \(tree.nodes.count) structure elements, but \(rows.count) were begun")
  }
  tree.join(rows.map(\.id), in: file)
  tree.write(to: file)
  for (node, row) in zip(tree.nodes, rows) {
    describe(node, row, in: file)
  }
  file.releaseAll()
}

private func describe(_ node: StructureTree.Node, _ row: StructureRow, in file: borrowing QPDFFile) {
  if let alt = row.alt, !alt.isEmpty { file.set(node.object, "/Alt", file.text(alt)) }
  if let language = row.language { file.set(node.object, "/Lang", file.ascii(language.tag)) }
  if row.name == .note, let id = row.id { file.set(node.object, "/ID", file.ascii("note-\(id)")) }
  if let attributes = attributes(of: row) { file.set(node.object, "/A", file.parse(attributes)) }
  guard row.name == .link, let contents = row.contents else { return }
  for case .content(let kid) in node.kids {
    let annotation = file.get(kid, "/Obj")
    if file.isDictionary(annotation) { file.set(annotation, "/Contents", file.text(contents)) }
  }
}

/// The attribute dictionary (PDF 32000-1, 14.8.5); nil when the element needs none.
private func attributes(of row: StructureRow) -> String? {
  switch row.element {
  case .figure:
    guard let box = row.box else { return nil }
    return "<< /O /Layout /Placement /Block /BBox [\(box.map { rounded($0) }.joined(separator: " "))] >>"
  case .headerCell(let scope, let columns, let rows):
    return "<< /O /Table /Scope /\(scope.rawValue)\(spans(columns, rows)) >>"
  case .dataCell(let columns, let rows):
    let spans = spans(columns, rows)
    return spans.isEmpty ? nil : "<< /O /Table\(spans) >>"
  case .list(let isOrdered): return "<< /O /List /ListNumbering /\(isOrdered ? "Decimal" : "Disc") >>"
  default: return nil
  }
}

private func spans(_ columns: Int, _ rows: Int) -> String {
  (columns > 1 ? " /ColSpan \(columns)" : "") + (rows > 1 ? " /RowSpan \(rows)" : "")
}

/// A coordinate with two decimals; pages end at 14,400 points.
private func rounded(_ value: Double) -> String {
  let hundredths = Int((max(-100_000, min(100_000, value)) * 100).rounded())
  let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  return "\(hundredths < 0 ? "-" : "")\(whole).\(padded(Int(part), 2))"
}
