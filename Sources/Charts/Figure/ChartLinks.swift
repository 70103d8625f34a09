import Scene

/// What of a chart leads to the addresses of its `href` channel: the texts of a row or, where it has none, its mark. What goes through many
/// rows leads nowhere.
struct ChartLinks: Sendable {
  private struct Row: Hashable {
    var datum: String?
    var href: String
  }
  /// Rows that have a text.
  private var said: Set<Row> = []
  /// Names of places of the document, and addresses that no file may lead to; each once.
  private(set) var places: [String] = []
  private(set) var refused: [String] = []

  init(_ root: SceneGroup) {
    var seen: Set<String> = []
    read(root, &seen)
  }

  private mutating func read(_ group: SceneGroup, _ seen: inout Set<String>) {
    for items in [group.back, group.marks, group.front] {
      for item in items {
        guard let row = ChartLinks.row(item) else { continue }
        if case .text = item.content { said.insert(row) }
        guard seen.insert(row.href).inserted else { continue }
        switch ChartLinks.destination(row.href) {
        case .anchor(let name): places.append(name)
        case let other where other.refusedScheme != nil: refused.append(row.href)
        default: continue
        }
      }
    }
    for child in group.children { read(child, &seen) }
  }

  private static func row(_ item: SceneItem) -> Row? {
    guard let datum = item.datum, let href = datum.href, !href.isEmpty, datum.places.isEmpty else { return nil }
    return Row(datum: datum.datum, href: href)
  }

  /// `#name` is a place of the document.
  private static func destination(_ href: String) -> Destination {
    href.hasPrefix("#") ? .anchor(String(href.dropFirst())) : .uri(href)
  }

  func destination(of item: SceneItem) -> Destination? {
    guard let row = ChartLinks.row(item) else { return nil }
    if case .text = item.content {} else if said.contains(row) { return nil }
    let destination = ChartLinks.destination(row.href)
    return destination.refusedScheme == nil ? destination : nil
  }
}
