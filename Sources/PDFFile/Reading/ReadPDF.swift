package import Diagnostics

/// What a PDF of ours says, read back: the files in it and the text of its pages.
package struct PDFContents: Hashable, Sendable {
  /// A file inside the PDF.
  package struct Attachment: Hashable, Sendable {
    package var name: String
    package var bytes: [UInt8]
    /// Such as `Source`, without the slash (PDF/A-3, 6.8).
    package var relationship: String?
  }
  /// In the order of the file's name tree.
  package var attachments: [Attachment] = []
  /// The text of each page as it is drawn, without white space.
  package var pages: [String] = []
  /// Title and creation date of the document information, the date as it stands there: `D:YYYYMMDDHHMMSS…`.
  package var title: String?
  package var date: String?
}

/// Reads a PDF back.
///
/// - Throws: `pdf.qpdf` when it cannot be read, `pdf.encrypted`, and `pdf.attachment` for one that cannot be decoded.
package func readPDF(_ bytes: [UInt8], document: String) throws(Diagnostic) -> PDFContents {
  let file = try QPDFFile.reading(bytes)
  guard !file.has(file.trailer, "/Encrypt") else {
    throw .error("pdf.encrypted", "the file is encrypted", at: SourceSpan(document: document))
  }
  var contents = PDFContents()
  let info = file.get(file.trailer, "/Info")
  contents.title = file.string(file.get(info, "/Title"))
  contents.date = file.string(file.get(info, "/CreationDate"))
  var files: [(name: String, specification: PDFObject)] = []
  collectNames(of: file.get(file.get(file.root, "/Names"), "/EmbeddedFiles"), in: file, into: &files, depth: 0)
  for (key, specification) in files {
    let name = file.string(file.get(specification, "/UF")) ?? file.string(file.get(specification, "/F")) ?? key
    let embedded = file.get(specification, "/EF")
    let stream = file.has(embedded, "/UF") ? file.get(embedded, "/UF") : file.get(embedded, "/F")
    guard let data = file.data(of: stream) else {
      throw .error("pdf.attachment", "“\(name)” in the PDF cannot be decoded", at: SourceSpan(document: document))
    }
    let relationship = file.name(file.get(specification, "/AFRelationship")).map { String($0.dropFirst()) }
    contents.attachments.append(.init(name: name, bytes: data, relationship: relationship))
  }
  var reader = PageTextReader()
  for page in file.pages { contents.pages.append(reader.text(ofPage: page, in: file)) }
  return contents
}

/// The leaves of a name tree (PDF 32000-1, 7.9.6) in their order.
private func collectNames(
  of node: PDFObject, in file: borrowing QPDFFile, into files: inout [(name: String, specification: PDFObject)],
  depth: Int
) {
  guard depth < 32, file.isDictionary(node) else { return }
  let names = file.get(node, "/Names")
  if file.isArray(names) {
    let items = file.items(names)
    for index in stride(from: 0, to: items.count - 1, by: 2) {
      files.append((file.string(items[index]) ?? "", items[index + 1]))
    }
  }
  let kids = file.get(node, "/Kids")
  if file.isArray(kids) {
    for kid in file.items(kids) { collectNames(of: kid, in: file, into: &files, depth: depth + 1) }
  }
}
