/// An element of the logical structure (PDF 32000-1, 14.8). Groups that carry the same `id` are parts of one element, also
/// on different pages. What stands in no tagged group is an artifact: furniture that is not read out.
public struct StructureTag: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case document, section, paragraph, caption, blockQuote, note, span, code
    /// Level 1 to 6.
    case heading(Int)
    case list(ordered: Bool)
    case listItem, label, listBody
    case table, tableHead, tableBody, tableRow
    case headerCell(HeaderScope, columns: Int, rows: Int)
    case dataCell(columns: Int, rows: Int)
    case figure, contents, contentsItem, link, reference
  }
  public enum HeaderScope: String, Hashable, Sendable {
    case row = "Row"
    case column = "Column"
    case both = "Both"
  }

  /// Unique in the document; given by the layout in reading order.
  public var id: Int
  public var element: Element
  /// The language, where it differs from the surroundings.
  public var language: Language?

  public init(id: Int, _ element: Element, language: Language? = nil) {
    self.id = id
    self.element = element
    self.language = language
  }
}
