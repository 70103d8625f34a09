import Diagnostics
import PDFFile

/// The structure tree of a file in pre-order, which is the order of cairo's `tag_begin` calls.
struct StructureTree {
  enum Kid {
    case element(Int)
    /// Marked content or an annotation.
    case content(PDFObject)
  }
  struct Node {
    var object: PDFObject
    var name: String
    var parent: Int?
    var kids: [Kid] = []
    /// Its kids or its parent are not those in the file any more.
    var isChanged = false
  }
  private(set) var nodes: [Node] = []
  private let root: PDFObject
  private var rootKids: [Kid] = []
  private var isRootChanged = false

  init(of file: borrowing QPDFFile) {
    root = file.get(file.root, "/StructTreeRoot")
    if file.isDictionary(root) { rootKids = read(kidsOf: root, parent: nil, in: file) }
  }

  private mutating func read(kidsOf object: PDFObject, parent: Int?, in file: borrowing QPDFFile) -> [Kid] {
    let value = file.get(object, "/K")
    let items = file.isArray(value) ? file.items(value) : [value]
    var kids: [Kid] = []
    for item in items {
      if file.isDictionary(item), let name = file.name(file.get(item, "/S")) {
        let index = nodes.count
        nodes.append(Node(object: item, name: name, parent: parent))
        kids.append(.element(index))
        let inner = read(kidsOf: item, parent: index, in: file)
        nodes[index].kids = inner
      } else if file.isDictionary(item) || file.int(item) != nil {
        kids.append(.content(item))
      }
    }
    return kids
  }

  /// Joins elements that have the same identity: a paragraph that was interrupted by a note goes on in its first part.
  ///
  /// - Parameter identities: one for each node; nil for those that stand alone.
  mutating func join(_ identities: [Int?], in file: borrowing QPDFFile) {
    var first: [Int: Int] = [:]
    let parentTree = ParentTree(of: file)
    for index in nodes.indices {
      guard let identity = identities[index] else { continue }
      guard let target = first[identity], nodes[target].name == nodes[index].name else {
        first[identity] = index
        continue
      }
      for kid in nodes[index].kids {
        switch kid {
        case .element(let child):
          nodes[child].parent = target
          nodes[child].isChanged = true
          nodes[target].kids.append(kid)
        case .content(let content):
          let moved = parentTree.move(content, from: nodes[index].object, to: nodes[target].object, in: file)
          nodes[target].kids.append(.content(moved))
        }
      }
      nodes[target].isChanged = true
      nodes[index].kids = []
      func isPart(_ kid: Kid) -> Bool { if case .element(index) = kid { true } else { false } }
      if let parent = nodes[index].parent {
        nodes[parent].kids.removeAll(where: isPart)
        nodes[parent].isChanged = true
        nodes[index].parent = nil
      } else {
        rootKids.removeAll(where: isPart)
        isRootChanged = true
      }
    }
  }

  /// Writes the kids and parents that changed.
  func write(to file: borrowing QPDFFile) {
    func array(_ kids: [Kid]) -> PDFObject {
      file.makeArray(
        kids.map { kid in
          switch kid {
          case .element(let child): nodes[child].object
          case .content(let content): content
          }
        })
    }
    if isRootChanged { file.set(root, "/K", array(rootKids)) }
    for node in nodes where node.isChanged {
      file.set(node.object, "/K", array(node.kids))
      if let parent = node.parent { file.set(node.object, "/P", nodes[parent].object) }
    }
  }
}

/// From marked content back to its element, by page (PDF 32000-1, 14.7.4.4).
private struct ParentTree {
  private var arrays: [Int: PDFObject] = [:]

  init(of file: borrowing QPDFFile) {
    let numbers = file.get(file.get(file.get(file.root, "/StructTreeRoot"), "/ParentTree"), "/Nums")
    guard file.isArray(numbers) else { return }
    let items = file.items(numbers)
    for at in stride(from: 0, to: items.count - 1, by: 2) {
      if let key = file.int(items[at]) { arrays[key] = items[at + 1] }
    }
  }

  /// - Returns: the kid as the new element has to name it: with its page, which need not be that element's.
  func move(_ content: PDFObject, from old: PDFObject, to new: PDFObject, in file: borrowing QPDFFile) -> PDFObject {
    guard let number = file.int(content) else {
      if let mark = file.int(file.get(content, "/MCID")) { point(file.get(content, "/Pg"), mark, to: new, in: file) }
      return content
    }
    let page = file.get(old, "/Pg")
    point(page, number, to: new, in: file)
    let reference = file.parse("<< /Type /MCR /MCID \(number) >>")
    file.set(reference, "/Pg", page)
    return reference
  }

  private func point(_ page: PDFObject, _ mark: Int, to element: PDFObject, in file: borrowing QPDFFile) {
    guard let key = file.int(file.get(page, "/StructParents")), let array = arrays[key], file.isArray(array),
      mark >= 0, mark < file.count(array)
    else { return }
    file.setItem(array, mark, element)
  }
}
