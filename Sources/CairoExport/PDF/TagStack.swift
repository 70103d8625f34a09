import CCairo
import Geometry
import Scene

/// Begins and ends cairo's structure tags. The elements around a drawing are told by ``enter(_:)`` and ``leave()``; nothing
/// is begun before something is drawn, and only what the next leaf does not share is ended, so that an element can go on
/// on a later page, with furniture drawn in between.
struct TagStack {
  /// A tagged group of the scene.
  struct Element {
    var row: StructureRow
    var id: Int
    /// Its own drawing stands in leaves inside it.
    var isContainer: Bool
    /// For a link: cairo's attributes.
    var attributes = ""
  }
  /// A link that is to be drawn through.
  struct Link {
    /// Tells one link from the next.
    var serial: Int
    var attributes: String
    var contents: String
  }
  enum Content { case text, graphics }

  private enum Identity: Hashable {
    case container(Int)
    case leaf(Int)
    case added(StructureName)
    case link(Int)
  }
  private struct Open {
    var identity: Identity
    var row: StructureRow
    var attributes = ""
    var isLeaf: Bool
  }

  private var path: [Element] = []
  private var open: [Open] = []
  private(set) var rows: [StructureRow] = []
  /// The leaf of the last drawing still is the right one for the same kind of content.
  private var settled: (content: Content, link: Int)?

  /// Everything inside belongs to one leaf, whose tags and links cairo must not see.
  var isInLeafElement: Bool { path.last.map { $0.row.name == .figure || $0.row.name == .link } ?? false }

  var isInLink: Bool { path.last?.row.name == .link }

  mutating func enter(_ element: Element) {
    path.append(element)
    settled = nil
  }

  /// A cell is begun even when nothing was drawn: rows have to have as many as their neighbours.
  mutating func leave(on canvas: borrowing Canvas) {
    if let last = path.last, last.row.name == .dataCell || last.row.name == .headerCell {
      let place = path.count - 1
      let identity: Identity = last.isContainer ? .container(last.id) : .leaf(last.id)
      if open.count <= place || open[place].identity != identity {
        var wanted = containers()
        wanted[place].isLeaf = true
        sync(wanted, on: canvas)
        endLeaf(on: canvas)
      }
    }
    path.removeLast()
    settled = nil
  }

  /// Call before each drawing.
  mutating func prepare(_ content: Content, link: Link?, on canvas: borrowing Canvas) {
    if let settled, settled.content == content, settled.link == link?.serial ?? -1 { return }
    defer { settled = (content, link?.serial ?? -1) }
    guard let last = path.last else {
      if let link { syncAfterGrouping(link, on: canvas) } else { endLeaf(on: canvas) }
      return
    }
    if isInLeafElement {
      sync(containers(), on: canvas)
    } else if let link {
      sync(containers() + [leaf(link)], on: canvas)
    } else if last.row.name.isGrouping {
      if content == .text {
        sync(containers() + [added(last.row.name.textLeaf)], on: canvas)
      } else {
        endLeaf(on: canvas)
      }
    } else if last.isContainer {
      // A rule under linked words belongs to them: it stays in the leaf that is open.
      if content == .graphics, open.count == path.count + 1, open[path.count - 1].identity == .container(last.id) {
        return
      }
      sync(containers() + [added(.span)], on: canvas)
    } else {
      sync(containers(), on: canvas)
    }
  }

  /// A link that nothing is seen through, in the element at hand.
  mutating func addBareLink(_ link: Link, on canvas: borrowing Canvas) {
    settled = nil
    if path.isEmpty {
      syncAfterGrouping(link, on: canvas)
    } else {
      sync(containers() + [leaf(link)], on: canvas)
    }
    endLeaf(on: canvas)
  }

  mutating func endAll(on canvas: borrowing Canvas) {
    while !open.isEmpty { end(on: canvas) }
    settled = nil
  }

  /// The elements around, as they have to be open.
  private func containers() -> [Open] {
    path.enumerated().map { index, element in
      let isLast = index == path.count - 1
      let holds = element.isContainer || element.row.name.isGrouping || !isLast
      return Open(
        identity: holds ? .container(element.id) : .leaf(element.id), row: element.row, attributes: element.attributes,
        isLeaf: !holds)
    }
  }

  private func added(_ name: StructureName) -> Open {
    Open(identity: .added(name), row: StructureRow(name), isLeaf: true)
  }

  private func leaf(_ link: Link) -> Open {
    var row = StructureRow(.link)
    row.contents = link.contents
    return Open(identity: .link(link.serial), row: row, attributes: link.attributes, isLeaf: true)
  }

  /// For a link outside the structure: in the document or section that is open.
  private mutating func syncAfterGrouping(_ link: Link, on canvas: borrowing Canvas) {
    let around = open.prefix { $0.row.name == .document || $0.row.name == .section }
    sync(Array(around) + [leaf(link)], on: canvas)
  }

  private mutating func sync(_ wanted: [Open], on canvas: borrowing Canvas) {
    var shared = 0
    while shared < open.count, shared < wanted.count, open[shared].identity == wanted[shared].identity { shared += 1 }
    while open.count > shared { end(on: canvas) }
    for next in wanted[shared...] {
      canvas.beginTag(next.row.name.rawValue, next.attributes)
      rows.append(next.row)
      open.append(next)
    }
  }

  /// Also at the end of a page: else cairo goes on with it under the next page's furniture.
  mutating func endLeaf(on canvas: borrowing Canvas) {
    settled = nil
    if open.last?.isLeaf == true { end(on: canvas) }
  }

  private mutating func end(on canvas: borrowing Canvas) {
    if let last = open.popLast() { canvas.endTag(last.row.name.rawValue) }
  }
}

extension Canvas {
  func beginTag(_ name: String, _ attributes: String) { unsafe cairo_tag_begin(raw, name, attributes) }
  func endTag(_ name: String) { unsafe cairo_tag_end(raw, name) }
}
