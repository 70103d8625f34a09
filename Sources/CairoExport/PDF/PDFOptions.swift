/// What a PDF promises about itself.
package enum PDFStandard: String, Hashable, Sendable, CaseIterable {
  /// As cairo writes it: tags, outline and links, without the pass for archives and readers.
  case none
  /// PDF/A-2a and PDF/UA-1.
  case a2a = "a-2a"
  /// PDF/A-3a and PDF/UA-1, with the document's attachments; the others have no place for them.
  case a3a = "a-3a"
}

package struct PDFOptions: Hashable, Sendable {
  package var standard: PDFStandard
  /// The program that made the document.
  package var creator = "WhitePaper"

  package init(standard: PDFStandard = .a3a) { self.standard = standard }
}
