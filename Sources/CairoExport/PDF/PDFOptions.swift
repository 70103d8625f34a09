/// What a PDF promises about itself.
package enum PDFStandard: String, Hashable, Sendable, CaseIterable {
  /// As cairo writes it: tags, outline and links, without the pass for archives and readers.
  case none
  /// PDF/A-2a and PDF/UA-1.
  case a2a = "a-2a"
  /// PDF/A-3a and PDF/UA-1; may hold attachments.
  case a3a = "a-3a"
}

/// A file inside the PDF, such as the data behind its figures.
package struct PDFAttachment: Hashable, Sendable {
  package var name: String
  package var bytes: [UInt8]
  /// Such as `text/csv`.
  package var mimeType: String
  package var description: String

  package init(name: String, bytes: [UInt8], mimeType: String, description: String) {
    self.name = name
    self.bytes = bytes
    self.mimeType = mimeType
    self.description = description
  }
}

package struct PDFOptions: Hashable, Sendable {
  package var standard: PDFStandard
  /// Only in PDF/A-3.
  package var attachments: [PDFAttachment]
  /// The program that made the document.
  package var creator = "WhitePaper"

  package init(standard: PDFStandard = .a3a, attachments: [PDFAttachment] = []) {
    self.standard = standard
    self.attachments = attachments
  }
}
