import Diagnostics

/// The anchors of a document, and how much their aliases add: a few lines can expand to billions of nodes.
struct YAMLAliases {
  static let maximumExpansion = 100_000

  /// An anchored node, the nodes in it and the levels below it, its own aliases expanded.
  private struct Anchored {
    var node: Node
    var size: Int
    var height: Int
  }

  private var anchors: [String: Anchored] = [:]
  /// Nodes made so far, those of aliases counted each time.
  private var made = 0
  private var expanded = 0
  /// The deepest level met within the node that is being read.
  private var deepest = 0

  var names: [String] { anchors.keys.sorted() }

  /// Before a node is read.
  mutating func enter(depth: Int) -> (made: Int, deepest: Int) {
    defer {
      made += 1
      deepest = depth
    }
    return (made, deepest)
  }

  /// After a node was read; `outer` is what ``enter(depth:)`` gave.
  mutating func leave(_ outer: (made: Int, deepest: Int), _ node: Node, anchor: String?, depth: Int) {
    if let anchor { anchors[anchor] = Anchored(node: node, size: made - outer.made, height: deepest - depth) }
    deepest = max(outer.deepest, deepest)
  }

  enum Expansion {
    case node(Node)
    case unknown, tooMany, tooDeep
  }

  /// The node of an anchor, to stand at `depth`.
  mutating func expand(_ name: String, depth: Int) -> Expansion {
    guard let anchored = anchors[name] else { return .unknown }
    if expanded + anchored.size > Self.maximumExpansion { return .tooMany }
    if depth + anchored.height > YAMLParser.maximumDepth { return .tooDeep }
    expanded += anchored.size
    made += anchored.size
    deepest = max(deepest, depth + anchored.height)
    return .node(anchored.node)
  }
}

extension YAMLParser {
  /// `*name`.
  mutating func alias(depth: Int) throws(Diagnostic) -> Node {
    let start = cursor.mark
    let first = cursor.at + 1
    while !cursor.isAtEnd, !isBlankOrEnd(after: 0), !isFlowMark(cursor.byte) { cursor.step() }
    end = cursor.offset
    let name = cursor.text(first..<cursor.at)
    let span = cursor.span(from: start)
    if name.isEmpty { throw .error("yaml.syntax", "expected the name of an anchor behind “*”", at: span) }
    switch aliases.expand(name, depth: depth) {
    case .node(let node):
      plainText = node.text ?? ""
      return node
    case .unknown:
      let near = nearestName(to: name, among: aliases.names).map { "did you mean “*\($0)”?" }
      report(.error("yaml.alias", "unknown anchor “\(name)”", at: span, hint: near))
    case .tooMany:
      throw .error(
        "yaml.alias", "aliases expand to more than \(YAMLAliases.maximumExpansion) values", at: span)
    case .tooDeep: throw .error("yaml.depth", "nested deeper than \(Self.maximumDepth)", at: span)
    }
    return Node(.null, at: span)
  }
}
