import Diagnostics
import PDFFile
import Scene

/// Puts into the structure tree what cairo leaves out: descriptions, boxes, scopes, spans, languages, what links say.
///
/// - Throws: `pdf.structure` when the tree has not the elements that were begun, in their order.
func describeStructure(_ rows: [StructureRow], in file: inout CairoFile) throws(Diagnostic) {
  var tree = StructureTree(of: file)
  guard tree.nodes.count == rows.count,
    zip(tree.nodes, rows).allSatisfy({ node, row in
      node.dictionary["S"]?.bytes.dropFirst().elementsEqual(row.name.rawValue.utf8) == true
    })
  else {
    throw .error(
      "pdf.structure", "the file has \(tree.nodes.count) structure elements, but \(rows.count) were begun")
  }
  tree.join(rows.map(\.id), in: &file)
  for (node, row) in rows.enumerated() { describe(node, row, of: &tree, in: &file) }
  tree.write(to: &file)
}

private func describe(_ node: Int, _ row: StructureRow, of tree: inout StructureTree, in file: inout CairoFile) {
  if let alt = row.alt, !alt.isEmpty { tree.set("Alt", .text(alt), of: node) }
  if let language = row.language { tree.set("Lang", .text(language.tag), of: node) }
  if row.name == .note, let id = row.id { tree.set("ID", .text("note-\(id)"), of: node) }
  if let attributes = attributes(of: row) { tree.set("A", PDFValue(syntax: attributes), of: node) }
  guard row.name == .link, let contents = row.contents else { return }
  for case .content(let kid) in tree.nodes[node].kids {
    let reference = kid.dictionary ?? kid.reference.map { file[$0] }
    if let annotation = reference?["Obj"]?.reference { file[annotation]["Contents"] = .text(contents) }
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
