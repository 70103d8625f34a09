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
  /// The text of each page as it is drawn, without white space and what is never seen.
  package var pages: [String] = []
  /// Title and creation date of the document information, the date as it stands there: `D:YYYYMMDDHHMMSS…`.
  package var title: String?
  package var date: String?
  /// All that the file is, part by part, where it was asked for.
  package var parts: [DigestedPart] = []
  /// Whether no byte is another than when the file was written by us.
  package var isByteForByte = false
}

/// Reads a PDF back.
///
/// - Parameter numbering: asked when all else is read, whether to digest the parts, and which sheet each page was when the file was written;
///   nil for a page that was put in.
/// - Throws: `pdf.qpdf` when it cannot be read, `pdf.encrypted`, and `pdf.attachment` for one that cannot be decoded.
package func readPDF(
  _ bytes: [UInt8], document: String, numbering: (PDFContents) -> [Int?]? = { _ in nil }
) throws(Diagnostic) -> PDFContents {
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
  let pages = file.pages
  for page in pages { contents.pages.append(reader.text(ofPage: page, in: file)) }
  contents.isByteForByte = FileIdentifier.fits(bytes)
  if let numbering = numbering(contents) {
    let entries = zip(contents.attachments, files).map { attachment, entry in
      (
        attachment.name,
        file.isIndirect(entry.specification) ? .reference(file.objectNumber(entry.specification)) : file.syntax(of: entry.specification)
      )
    }
    contents.parts = PartDigests.of(
      file, trailer: file.syntax(of: file.trailer).dictionary ?? PDFDictionary(), pages: pages.map { file.objectNumber($0) },
      numbering: numbering, files: entries)
  }
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
