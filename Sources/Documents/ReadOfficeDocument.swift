package import Articles
package import Diagnostics

/// Whether a file is an office document by its first bytes: a zip archive, or the container of older ones.
package func isOfficeDocument(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) || bytes.starts(with: oldContainer)
}

private let oldContainer: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

/// Reads a Word document (DOCX) or an Excel workbook (XLSX) as an article: its text and tables as they are displayed.
///
/// Nothing of it is run: formulas count by the value that was saved with them, macros are left alone.
/// - Throws: `document.old-format`, `document.encrypted`, `document.damaged`, `document.limit`, `document.doctype`,
///   `document.unknown`, `input.blank`.
package func readOfficeDocument(bytes: [UInt8], path: String, _ knowledge: ArticleKnowledge) throws(Diagnostics) -> Warned<Article> {
  let span = SourceSpan(document: path)
  if bytes.starts(with: oldContainer) {
    // The directory of an encrypted document names its stream in UTF-16.
    if bytes.contains(Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) {
      throw Diagnostics(.error("document.encrypted", "the document is encrypted", at: span, hint: "save it without a password"))
    }
    throw Diagnostics(
      .error("document.old-format", "this is a document of Office 97 to 2003 (.xls, .doc)", at: span, hint: "save it as .xlsx or .docx"))
  }
  var findings: [Diagnostic] = []
  let text = try Diagnostics.several { () throws(Diagnostic) -> ComposedText in
    let archive = try ZipArchive(bytes, document: path)
    if archive.names.contains(where: { $0.hasSuffix("vbaProject.bin") }) {
      findings.append(.note("document.macros", "the macros of the document are not run", at: span))
    }
    if archive.names.contains("xl/workbook.xml") {
      var workbook = try WorkbookReader(archive, document: path)
      let text = try workbook.read()
      findings += workbook.findings
      return text
    }
    if archive.names.contains("word/document.xml") {
      let reader = try WordReader(archive, document: path)
      return try reader.read()
    }
    throw .error(
      "document.unknown", "this archive is neither a Word document nor an Excel workbook", at: span,
      hint: "give .docx, .xlsx, or the text itself")
  }
  return Warned(try text.article(id: path, knowledge), findings)
}
