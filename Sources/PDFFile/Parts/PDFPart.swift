/// A part of a file that is compared on its own, so that a change is told by what it is and where.
package struct PDFPart: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What a page draws, its boxes and resources.
    case content
    /// Links and whatever else lies over a page.
    case annotations
    /// Tags, alternative texts and the order of reading; of a page, or what belongs to none.
    case structure
    case picture, font, outline
    /// Named places, to which links lead.
    case places
    case labels
    /// A file's entry: relationship, type, description, date; its bytes are compared apart.
    case file
    /// Of XMP: a property, or without name what stands around them.
    case metadata
    /// An entry of the document information.
    case information
    /// An entry of the catalog: what a reader does when it opens the file, language, output intent, whatever was put in.
    case catalog
    case trailer
  }
  package var kind: Kind
  /// Sheets count from 1; nil for what is of the whole document. Where pages were put in, those keep the number that they had, and
  /// the new ones have none of these.
  package var page: Int?
  package var name: String?

  package init(_ kind: Kind, page: Int? = nil, name: String? = nil) {
    self.kind = kind
    self.page = page
    self.name = name
  }
}

/// A part with the SHA-256 of what it is.
package struct DigestedPart: Hashable, Sendable {
  package var part: PDFPart
  package var digest: String

  package init(_ part: PDFPart, _ digest: String) {
    self.part = part
    self.digest = digest
  }
}
