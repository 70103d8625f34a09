import Scene

/// What a group is for readers that listen (WAI-ARIA 1.2, Graphics Module).
enum AriaRole {
  static func attributes(of group: Group) -> String {
    guard let tag = group.tag else { return group.alt.map(figure) ?? "" }
    switch tag.element {
    case .figure: return figure(group.alt ?? "")
    case .heading(let level): return " role=\"heading\" aria-level=\"\(level)\""
    case .paragraph: return " role=\"paragraph\""
    case .list, .contents: return " role=\"list\""
    case .listItem, .contentsItem: return " role=\"listitem\""
    case .table: return " role=\"table\""
    case .tableHead, .tableBody: return " role=\"rowgroup\""
    case .tableRow: return " role=\"row\""
    case .headerCell(let scope, let columns, let rows):
      return " role=\"\(scope == .row ? "rowheader" : "columnheader")\"" + spans(columns, rows)
    case .dataCell(let columns, let rows): return " role=\"cell\"" + spans(columns, rows)
    case .blockQuote: return " role=\"blockquote\""
    case .note: return " role=\"note\""
    case .code: return " role=\"code\""
    case .document, .section, .caption, .span, .label, .listBody, .link, .reference: return ""
    }
  }

  private static func figure(_ alt: String) -> String {
    alt.isEmpty ? " role=\"img\"" : " role=\"img\" aria-label=\"\(xmlText(alt))\""
  }

  private static func spans(_ columns: Int, _ rows: Int) -> String {
    (columns > 1 ? " aria-colspan=\"\(columns)\"" : "") + (rows > 1 ? " aria-rowspan=\"\(rows)\"" : "")
  }
}
