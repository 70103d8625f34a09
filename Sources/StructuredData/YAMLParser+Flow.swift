import Diagnostics

/// Flow lists and mappings (YAML 1.2 §7.4).
extension YAMLParser {
  /// From its opening bracket to its closing one.
  mutating func flowCollection(depth: Int) throws(Diagnostic) -> Node {
    let start = cursor.mark
    let isSequence = cursor.byte == UInt8(ascii: "[")
    let close = UInt8(ascii: isSequence ? "]" : "}")
    let bracket = here
    cursor.at += 1
    var items: [Node] = []
    var entries: [Mapping.Entry] = []
    while true {
      try skipInFlow()
      if cursor.skip(close) { break }
      if cursor.isAtEnd { throw .error("yaml.syntax", "the bracket has no end", at: bracket) }
      if isSequence {
        items.append(try flowItem(depth: depth + 1))
      } else {
        entries.append(try flowEntry(depth: depth + 1))
      }
      try skipInFlow()
      if cursor.skip(close) { break }
      if cursor.isAtEnd { throw .error("yaml.syntax", "the bracket has no end", at: bracket) }
      guard cursor.skip(UInt8(ascii: ",")) else { throw unexpected("“,” or “\(Unicode.Scalar(close))”") }
    }
    end = cursor.offset
    return Node(isSequence ? .sequence(items) : .mapping(unique(entries)), at: span(from: start))
  }

  /// Blanks, comments and line ends; indentation does not count within brackets.
  private mutating func skipInFlow() throws(Diagnostic) {
    while true {
      skipBlanks()
      if isAtComment { skipLine() }
      guard isBreak(cursor.byte) else { break }
      cursor.breakLine()
    }
    if isAtAnyMarker { throw unexpected("the end of the brackets") }
  }

  /// A node, or a pair that stands for a mapping of one entry.
  private mutating func flowItem(depth: Int) throws(Diagnostic) -> Node {
    let start = cursor.mark
    if isAt(UInt8(ascii: "?")) {
      let entry = try flowEntry(depth: depth + 1)
      return Node(.mapping(Mapping([entry])), at: span(from: start))
    }
    let node = try flowNode(depth: depth)
    guard try skipColon() else { return node }
    let entry = try flowValue(of: key(node), depth: depth + 1)
    return Node(.mapping(Mapping([entry])), at: span(from: start))
  }

  /// `key: value`, `key` alone, or `? key : value`.
  private mutating func flowEntry(depth: Int) throws(Diagnostic) -> Mapping.Entry {
    if isAt(UInt8(ascii: "?")) {
      cursor.at += 1
      try skipInFlow()
    }
    let key = key(try flowNode(depth: depth))
    if try skipColon() { return try flowValue(of: key, depth: depth) }
    return Mapping.Entry(key: key.text, keySpan: key.span, value: empty(at: cursor.mark))
  }

  /// Steps over the colon behind a key; it needs no blank behind a quoted key.
  private mutating func skipColon() throws(Diagnostic) -> Bool {
    let keyEnd = end
    let before = cursor
    let isAdjacent = cursor.at > 0 && "\"']}".utf8.contains(cursor.bytes[cursor.at - 1])
    try skipInFlow()
    guard cursor.byte == UInt8(ascii: ":"), isAdjacent || isBlankOrEnd(after: 1) || isFlowMark(cursor.byte(after: 1))
    else {
      cursor = before
      return false
    }
    cursor.at += 1
    end = keyEnd
    return true
  }

  private mutating func flowValue(of key: Key, depth: Int) throws(Diagnostic) -> Mapping.Entry {
    let afterColon = cursor.mark
    try skipInFlow()
    let isAbsent =
      cursor.byte == UInt8(ascii: ",") || cursor.byte == UInt8(ascii: "]") || cursor.byte == UInt8(ascii: "}")
    let value = isAbsent ? empty(at: afterColon) : try flowNode(depth: depth)
    return Mapping.Entry(key: key.text, keySpan: key.span, value: value)
  }

  private mutating func flowNode(depth: Int) throws(Diagnostic) -> Node {
    let properties = try properties()
    try skipInFlow()
    return try counted(properties, depth: depth) { (parser: inout YAMLParser) throws(Diagnostic) in
      switch parser.cursor.byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): return try parser.flowCollection(depth: depth)
      case UInt8(ascii: "*"): return try parser.alias(depth: depth)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return try parser.quoted()
      case _ where properties.isPresent && !parser.isPlainStart(isInFlow: true):
        let node = parser.empty(at: parser.cursor.mark)
        return properties.isText ? Node(.string(""), at: node.span) : node
      default: return try parser.plain(isText: properties.isText, indent: -1, isInFlow: true)
      }
    }
  }
}
