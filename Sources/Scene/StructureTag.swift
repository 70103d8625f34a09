/// An element of the logical structure (PDF 32000-1, 14.8). Groups that carry the same `id` are parts of one element, also
/// on different pages. What stands in no tagged group is an artifact: furniture that is not read out.
public struct StructureTag: Hashable, Sendable {
  /// The standard structure types of PDF (32000-1, 14.8.4) that are used.
  public enum Element: Hashable, Sendable {
    /// Parts of running text, by the type that PDF has for each.
    case document, section, paragraph, caption, blockQuote, note, span, code
    /// Level 1 to 6.
    case heading(Int)
    /// A list; one with numbers is ordered.
    case list(ordered: Bool)
    /// An item of a list: its number or bullet, and its text.
    case listItem, label, listBody
    /// A table and its groups of rows.
    case table, tableHead, tableBody, tableRow
    /// A head: what it heads, and how many columns and rows it spans.
    case headerCell(HeaderScope, columns: Int, rows: Int)
    /// A cell and how many columns and rows it spans.
    case dataCell(columns: Int, rows: Int)
    /// A picture; the contents and their entries; what leads elsewhere.
    case figure, contents, contentsItem, link, reference
  }
  /// What a head of a table heads.
  public enum HeaderScope: String, Hashable, Sendable {
    /// The cells beside it.
    case row = "Row"
    /// The cells below it.
    case column = "Column"
    /// Those beside and below it.
    case both = "Both"
  }

  /// Unique in the document; given by the layout in reading order.
  public var id: Int
  /// What it is.
  public var element: Element
  /// The language, where it differs from the surroundings.
  public var language: Language?

  /// A part of an element.
  public init(id: Int, _ element: Element, language: Language? = nil) {
    self.id = id
    self.element = element
    self.language = language
  }
}
