import Diagnostics

/// Block lists and mappings (YAML 1.2 §8.2).
extension YAMLParser {
  /// The node that follows; null when nothing is indented far enough.
  mutating func blockNode(_ context: BlockContext, depth: Int) throws(Diagnostic) -> Node {
    let before = cursor.mark
    let line = cursor.line
    try skipToToken()
    var context = context
    if cursor.line != line || depth == 0 && cursor.at == 0 { context.allowsCollection = true }
    if cursor.isAtEnd || isAtAnyMarker { return empty(at: before) }
    if cursor.line != line, column <= context.indent {
      let isIndentless = context.allowsIndentlessSequence && column == context.indent && isAt(UInt8(ascii: "-"))
      if !isIndentless { return empty(at: before) }
    }
    guard cursor.byte == UInt8(ascii: "&") || cursor.byte == UInt8(ascii: "!") else {
      return try content(context, NodeProperties(), column: column, start: cursor.mark, depth: depth)
    }
    let column = column
    let start = cursor.mark
    let properties = try properties()
    guard cursor.isAtEnd || isBreak(cursor.byte) || isAtComment else {
      if isAt(UInt8(ascii: "-")) { throw problem("a list cannot begin here", hint: "begin it on a line of its own") }
      return try content(context, properties, column: column, start: start, depth: depth)
    }
    // The properties of what stands on the lines below.
    return try counted(properties, depth: depth) { (parser: inout YAMLParser) throws(Diagnostic) in
      let node = try parser.blockNode(context, depth: depth)
      return properties.isText && node.isNull && node.span.range.isEmpty ? Node(.string(""), at: node.span) : node
    }
  }

  /// A node whose first token stands here; `column` and `start` are those of its properties, if it has some.
  private mutating func content(
    _ context: BlockContext, _ properties: NodeProperties, column: Int, start: TextCursor.Mark, depth: Int
  ) throws(Diagnostic) -> Node {
    if isAt(UInt8(ascii: "-")) {
      guard context.allowsCollection else {
        throw problem("a list cannot begin here", hint: "begin it on a line of its own")
      }
      return try counted(properties, depth: depth) { (parser: inout YAMLParser) throws(Diagnostic) in
        try parser.sequence(column: column, isIndentless: column == context.indent, depth: depth)
      }
    }
    if isAt(UInt8(ascii: "?")) {
      guard context.allowsCollection else { throw problem("a mapping cannot begin here") }
      return try counted(properties, depth: depth) { (parser: inout YAMLParser) throws(Diagnostic) in
        try parser.mapping(column: column, start: start, first: nil, depth: depth)
      }
    }
    let line = cursor.line
    let mark = cursor.mark
    let isCollection = cursor.byte == UInt8(ascii: "[") || cursor.byte == UInt8(ascii: "{")
    let node = try counted(properties, depth: depth) { (parser: inout YAMLParser) throws(Diagnostic) in
      try parser.leaf(properties, indent: context.indent, depth: depth)
    }
    guard cursor.line == line, isAtKeyEnd else {
      try expectLineEndUnlessBlockScalar(mark)
      return node
    }
    guard context.allowsCollection else {
      skipBlanks()
      throw problem("a mapping cannot begin here", hint: "put the value on lines of its own, or in quotes")
    }
    if isCollection { throw .error("yaml.key", "a key must be a text", at: node.span) }
    let key = key(node)
    return try counted(NodeProperties(), depth: depth) { (parser: inout YAMLParser) throws(Diagnostic) in
      try parser.mapping(column: column, start: start, first: key, depth: depth)
    }
  }

  /// A scalar, an alias or a flow collection.
  private mutating func leaf(_ properties: NodeProperties, indent: Int, depth: Int) throws(Diagnostic) -> Node {
    switch cursor.byte {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): try blockScalar(indent: indent)
    case UInt8(ascii: "["), UInt8(ascii: "{"): try flowCollection(depth: depth)
    case UInt8(ascii: "*"): try alias(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted()
    default: try plain(isText: properties.isText, indent: indent, isInFlow: false)
    }
  }

  /// A block scalar ends at a line's start, all else on a line of its own.
  private mutating func expectLineEndUnlessBlockScalar(_ start: TextCursor.Mark) throws(Diagnostic) {
    if column == 0, cursor.offset > start.offset { return }
    try expectLineEnd()
  }

  /// Whether `:` ends a key here, blanks between allowed.
  private var isAtKeyEnd: Bool { isAt(UInt8(ascii: ":"), after: blanksAhead) }

  /// From its first dash on.
  private mutating func sequence(column: Int, isIndentless: Bool, depth: Int) throws(Diagnostic) -> Node {
    let start = cursor.mark
    var items: [Node] = []
    while true {
      cursor.at += 1
      items.append(
        try blockNode(
          BlockContext(indent: column, allowsCollection: true, allowsIndentlessSequence: false), depth: depth + 1))
      try skipToToken()
      if cursor.isAtEnd || self.column < column || isAtAnyMarker { break }
      guard self.column == column else { throw misindented(column) }
      if isAt(UInt8(ascii: "-")) { continue }
      if isIndentless { break }
      throw unexpected("“- ”")
    }
    return Node(.sequence(items), at: span(from: start))
  }

  /// From its first key on, which was read before when it is no `? key`.
  private mutating func mapping(
    column: Int, start: TextCursor.Mark, first: Key?, depth: Int
  ) throws(Diagnostic) -> Node {
    var entries: [Mapping.Entry] = []
    if let first { entries.append(try entry(first, column: column, depth: depth)) }
    while true {
      try skipToToken()
      if first == nil, entries.isEmpty {
        // Still on the first `?`.
      } else if cursor.isAtEnd || self.column < column || isAtAnyMarker {
        break
      } else if self.column > column {
        throw misindented(column)
      }
      if isAt(UInt8(ascii: "?")) {
        entries.append(try explicitEntry(column: column, depth: depth))
        continue
      }
      if isAt(UInt8(ascii: "-")) { throw unexpected("a key") }
      let line = cursor.line
      let properties = try properties()
      if cursor.line != line || cursor.isAtEnd || isBreak(cursor.byte) { throw unexpected("a key") }
      if cursor.byte == UInt8(ascii: "[") || cursor.byte == UInt8(ascii: "{") {
        throw .error("yaml.key", "a key must be a text", at: here)
      }
      let mark = cursor.mark
      let key = try counted(properties, depth: depth + 1) { (parser: inout YAMLParser) throws(Diagnostic) in
        try parser.leaf(properties, indent: column, depth: depth + 1)
      }
      guard cursor.line == line, isAtKeyEnd else {
        throw .error(
          "yaml.syntax", "expected “:” behind the key",
          at: SourceSpan(document: cursor.name, range: mark.offset..<max(mark.offset, end), start: mark.position))
      }
      entries.append(try entry(self.key(key), column: column, depth: depth))
    }
    return Node(.mapping(unique(entries)), at: span(from: start))
  }

  /// `: value` behind a key.
  private mutating func entry(_ key: Key, column: Int, depth: Int) throws(Diagnostic) -> Mapping.Entry {
    skipBlanks()
    cursor.at += 1
    let value = try blockNode(
      BlockContext(indent: column, allowsCollection: false, allowsIndentlessSequence: true), depth: depth + 1)
    return Mapping.Entry(key: key.text, keySpan: key.span, value: value)
  }

  /// `? key`, and `: value` on a line of its own.
  private mutating func explicitEntry(column: Int, depth: Int) throws(Diagnostic) -> Mapping.Entry {
    cursor.at += 1
    let node = try blockNode(
      BlockContext(indent: column, allowsCollection: true, allowsIndentlessSequence: false), depth: depth + 1)
    let key = key(node)
    let afterKey = cursor.mark
    try skipToToken()
    var value = empty(at: afterKey)
    end = max(end, key.span.range.upperBound)
    if self.column == column, isAt(UInt8(ascii: ":")) {
      cursor.at += 1
      value = try blockNode(
        BlockContext(indent: column, allowsCollection: true, allowsIndentlessSequence: true), depth: depth + 1)
    }
    return Mapping.Entry(key: key.text, keySpan: key.span, value: value)
  }

  private func misindented(_ column: Int) -> Diagnostic {
    .error(
      "yaml.indent", "this line is indented by \(self.column), the lines it belongs to by \(column)", at: here)
  }

  typealias Key = (text: String, span: SourceSpan)

  /// The node that was read last as a key: its text as written; `yaml.key` for a list or mapping.
  mutating func key(_ node: Node) -> Key {
    switch node.value {
    case .string(let text), .number(let text): return (text, node.span)
    case .null, .bool: return (node.span.range.isEmpty ? "" : plainText, node.span)
    case .sequence, .mapping:
      report(.error("yaml.key", "a key must be a text", at: node.span))
      return ("", node.span)
    }
  }

  /// The entries as a mapping; a key that stands twice is reported.
  mutating func unique(_ entries: [Mapping.Entry]) -> Mapping {
    let (mapping, repeated) = Mapping.checked(entries)
    for entry in repeated {
      var finding = Diagnostic.error("yaml.duplicate-key", "the key “\(entry.key)” stands twice", at: entry.keySpan)
      if let first = mapping.entry(entry.key) { finding.related = [first.keySpan] }
      report(finding)
    }
    return mapping
  }
}
