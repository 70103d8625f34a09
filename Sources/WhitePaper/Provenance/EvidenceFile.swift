import Diagnostics
import Digest
import PDFFile
import PNG

/// What a document of ours says when it is read back.
struct EvidenceFile {
  struct File {
    var name: String
    var bytes: [UInt8]
  }
  /// The files inside it, in their order.
  var files: [File]
  /// The text of each page without white space; none of a picture.
  var pages: [String]
  var title: String?
  /// As in PDF: `D:YYYYMMDDHHMMSS…`.
  var date: String?
  /// SHA-256 of a PNG file without the files that it carries.
  var picture: String?
  /// Which pages these are by the manifest; nil where there is none that can be read.
  var matching: PageMatching?
  var parts: [DigestedPart] = []
  /// Whether every byte is as it was written.
  var isByteForByte = true

  /// - Throws: what `readPDF`, `openPNG` and `decodePNG` throw.
  init(_ bytes: [UInt8], document: String) throws(Diagnostic) {
    if isPNG(bytes) {
      let opened = try openPNG(bytes, document: document)
      files = opened.files.map { File(name: $0.name, bytes: $0.bytes) }
      pages = []
      title = try decodePNG(opened.picture, document: document).texts.first { $0.keyword == "Title" }?.text
      picture = sha256(opened.picture)
    } else {
      var matching: PageMatching?
      let contents = try readPDF(bytes, document: document) { contents in
        let manifest = contents.attachments.first { $0.name == manifestName }
        guard let written = manifest.flatMap({ try? Manifest(read: $0.bytes) })?.pages else { return nil }
        matching = PageMatching(written: written, found: contents.pages.map { sha256(Array($0.utf8)) })
        return matching?.sheets
      }
      self.matching = matching
      (parts, isByteForByte) = (contents.parts, contents.isByteForByte)
      files = contents.attachments.map { File(name: $0.name, bytes: $0.bytes) }
      pages = contents.pages
      (title, date) = (contents.title, contents.date)
    }
  }
}
