/// A file inside a document's file, such as an article that its figures come from; only PDF/A-3 holds them.
public struct Attachment: Hashable, Sendable {
  /// What it is to the document (PDF/A-3, 6.8).
  public enum Relationship: String, Hashable, Sendable {
    /// What the document was made from.
    case source = "Source"
    /// What its figures show.
    case data = "Data"
    /// What tells about it.
    case supplement = "Supplement"
  }
  /// A file name, unique in the document.
  public var name: String
  /// The content of the file.
  public var bytes: [UInt8]
  /// Such as `text/csv`.
  public var mediaType: String
  /// What it holds, in the language of the document.
  public var description: String
  /// What it is to the document.
  public var relationship: Relationship

  /// A file by its name and content.
  public init(
    name: String, bytes: [UInt8], mediaType: String, description: String, relationship: Relationship = .data
  ) {
    self.name = name
    self.bytes = bytes
    self.mediaType = mediaType
    self.description = description
    self.relationship = relationship
  }
}
