import Scene

/// The structure types of PDF 1.7 that are written; cairo knows them all. A closed list, because cairo 1.16 finds a wrong
/// name out only when the file is finished, and then cuts it short or crashes.
enum StructureName: String, Hashable, Sendable {
  case document = "Document"
  case section = "Sect"
  case paragraph = "P"
  case caption = "Caption"
  case blockQuote = "BlockQuote"
  case note = "Note"
  case span = "Span"
  case code = "Code"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case heading5 = "H5"
  case heading6 = "H6"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case table = "Table"
  case tableHead = "THead"
  case tableBody = "TBody"
  case tableRow = "TR"
  case headerCell = "TH"
  case dataCell = "TD"
  case figure = "Figure"
  case contents = "TOC"
  case contentsItem = "TOCI"
  case link = "Link"
  case reference = "Reference"

  init(_ element: StructureTag.Element) {
    self =
      switch element {
      case .document: .document
      case .section: .section
      case .paragraph: .paragraph
      case .caption: .caption
      case .blockQuote: .blockQuote
      case .note: .note
      case .span: .span
      case .code: .code
      case .heading(let level): StructureName.headings[max(1, min(6, level)) - 1]
      case .list: .list
      case .listItem: .listItem
      case .label: .label
      case .listBody: .listBody
      case .table: .table
      case .tableHead: .tableHead
      case .tableBody: .tableBody
      case .tableRow: .tableRow
      case .headerCell: .headerCell
      case .dataCell: .dataCell
      case .figure: .figure
      case .contents: .contents
      case .contentsItem: .contentsItem
      case .link: .link
      case .reference: .reference
      }
  }

  private static let headings: [StructureName] = [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6]

  /// Whether it only groups other elements: what is drawn straight into it is decoration, but for text, which becomes the
  /// leaf of ``textLeaf``.
  var isGrouping: Bool {
    switch self {
    case .document, .section, .list, .listItem, .table, .tableHead, .tableBody, .tableRow, .contents, .contentsItem,
      .blockQuote:
      true
    default: false
    }
  }

  /// The leaf for text that stands directly in a grouping element.
  var textLeaf: StructureName {
    switch self {
    case .document, .section, .blockQuote: .paragraph
    case .listItem: .listBody
    case .tableRow: .dataCell
    default: .span
    }
  }
}
