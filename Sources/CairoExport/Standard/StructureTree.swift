import Diagnostics
import PDFFile

/// The structure tree of a file in pre-order, which is the order of cairo's `tag_begin` calls.
struct StructureTree {
  enum Kid {
    case element(Int)
    /// Marked content or an annotation.
    case content(PDFValue)
  }
  struct Node {
    /// Of its object.
    var number: Int
    var dictionary: PDFDictionary
    var parent: Int?
    var kids: [Kid] = []
    /// What its dictionary says of itself, of its kids or of its parent is not what the file says any more.
    var isDescribed = false
    /// Is part of another node now.
    var isJoined = false
    var hasOtherKids = false
    var hasOtherParent = false
  }
  private(set) var nodes: [Node] = []
  private let root: Int
  private var rootKids: [Kid] = []
  private var hasOtherRootKids = false

  init(of file: CairoFile) {
    root = file[file.rootNumber]["StructTreeRoot"]?.reference ?? 0
    if root > 0 { rootKids = read(kidsOf: file[root], parent: nil, in: file) }
  }

  private mutating func read(kidsOf dictionary: PDFDictionary, parent: Int?, in file: CairoFile) -> [Kid] {
    guard let value = dictionary["K"] else { return [] }
    return (value.items ?? [value]).map { item in
      guard let number = item.reference else { return .content(item) }
      let kid = file[number]
      guard kid["S"] != nil else { return .content(item) }
      let index = nodes.count
      nodes.append(Node(number: number, dictionary: kid, parent: parent))
      let kids = read(kidsOf: kid, parent: index, in: file)
      nodes[index].kids = kids
      return .element(index)
    }
  }

  /// Joins elements that have the same identity: a paragraph that was interrupted by a note goes on in its first part.
  ///
  /// - Parameter identities: one for each node; nil for those that stand alone.
  mutating func join(_ identities: [Int?], in file: inout CairoFile) {
    var first: [Int: Int] = [:]
    var parentTree = ParentTree(of: file)
    for index in nodes.indices {
      guard let identity = identities[index] else { continue }
      guard let target = first[identity], nodes[target].dictionary["S"]?.bytes == nodes[index].dictionary["S"]?.bytes else {
        first[identity] = index
        continue
      }
      for kid in nodes[index].kids {
        switch kid {
        case .element(let child):
          nodes[child].parent = target
          nodes[child].hasOtherParent = true
          nodes[target].kids.append(kid)
        case .content(let content):
          let moved = parentTree.move(content, from: nodes[index], to: nodes[target].number, in: &file)
          nodes[target].kids.append(.content(moved))
        }
      }
      nodes[target].hasOtherKids = true
      nodes[index].kids = []
      nodes[index].isJoined = true
      if let parent = nodes[index].parent { nodes[parent].hasOtherKids = true } else { hasOtherRootKids = true }
    }
    parentTree.write(to: &file)
  }

  /// Sets an entry of a node's dictionary.
  mutating func set(_ key: StaticString, _ value: PDFValue, of node: Int) {
    nodes[node].dictionary[key] = value
    nodes[node].isDescribed = true
  }

  /// Writes the nodes that changed.
  func write(to file: inout CairoFile) {
    func array(_ kids: [Kid]) -> PDFValue {
      .array(
        kids.compactMap { kid in
          switch kid {
          case .element(let child): nodes[child].isJoined ? nil : .reference(nodes[child].number)
          case .content(let content): content
          }
        })
    }
    if hasOtherRootKids { file[root]["K"] = array(rootKids) }
    for node in nodes {
      guard !node.isJoined else {
        file.remove(node.number)
        continue
      }
      guard node.isDescribed || node.hasOtherKids || node.hasOtherParent else { continue }
      var dictionary = node.dictionary
      if node.hasOtherKids { dictionary["K"] = array(node.kids) }
      if node.hasOtherParent, let parent = node.parent { dictionary["P"] = .reference(nodes[parent].number) }
      file[node.number] = dictionary
    }
  }
}

/// From marked content and annotations back to their elements, by the keys of pages and annotations (PDF 32000-1, 14.7.4.4).
private struct ParentTree {
  private let number: Int
  /// Keys and what they stand for in turn: a page's array, an annotation's element.
  private var items: [PDFValue] = []
  private var places: [Int: Int] = [:]
  private var isChanged = false

  init(of file: CairoFile) {
    let root = file.resolved(file[file.rootNumber]["StructTreeRoot"])?.dictionary
    number = root?["ParentTree"]?.reference ?? 0
    items = file[number]["Nums"]?.items ?? []
    for at in stride(from: 0, to: items.count - 1, by: 2) {
      if let key = items[at].integer { places[key] = at + 1 }
    }
  }

  /// - Returns: the kid as the new element has to name it: with its page, which need not be that element's.
  mutating func move(_ content: PDFValue, from old: StructureTree.Node, to new: Int, in file: inout CairoFile) -> PDFValue {
    guard let mark = content.integer else {
      let kid = content.dictionary ?? content.reference.map { file[$0] }
      if let mark = kid?["MCID"]?.integer { point(kid?["Pg"], mark, to: new, in: &file) }
      if let annotation = kid?["Obj"]?.reference, let key = file[annotation]["StructParent"]?.integer, let place = places[key] {
        items[place] = .reference(new)
        isChanged = true
      }
      return content
    }
    let page = old.dictionary["Pg"]
    point(page, mark, to: new, in: &file)
    var reference: PDFDictionary = ["Type": .name("MCR"), "MCID": .integer(mark)]
    reference["Pg"] = page
    return .dictionary(reference)
  }

  func write(to file: inout CairoFile) {
    if isChanged { file[number]["Nums"] = .array(items) }
  }

  private func point(_ page: PDFValue?, _ mark: Int, to element: Int, in file: inout CairoFile) {
    guard let page = page?.reference, let key = file[page]["StructParents"]?.integer, let place = places[key],
      let array = items[place].reference, var marks = file.value(array)?.items, marks.indices.contains(mark)
    else { return }
    marks[mark] = .reference(element)
    file.set(array, .array(marks))
  }
}
