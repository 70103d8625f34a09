import Diagnostics

/// Reads YAML by recursive descent: block structure here, flow collections and scalars in extensions.
struct YAMLParser {
  static let maximumDepth = 256

  var cursor: TextCursor
  /// What does not end the reading; the first hundred.
  private(set) var findings: [Diagnostic] = []
  var aliases = YAMLAliases()
  /// Where the part that was read last ends, for the span of what it belongs to.
  var end = 0

  /// The plain scalar that was read last, as written.
  var plainText = ""

  init(cursor: TextCursor) { self.cursor = cursor }

  // MARK: places and messages

  /// Bytes from the line's start; in front of a token only blanks and ASCII marks stand.
  var column: Int { cursor.at - cursor.lineStartByte }

  mutating func report(_ finding: Diagnostic) {
    if findings.count < 100 { findings.append(finding) }
  }

  /// A span of one code point here, empty at the end of the text.
  var here: SourceSpan {
    var span = cursor.span(from: cursor.mark)
    if !cursor.isAtEnd { span.range = span.range.lowerBound..<span.range.lowerBound + 1 }
    return span
  }

  func problem(_ message: String, hint: String? = nil) -> Diagnostic {
    .error("yaml.syntax", message, at: here, hint: hint)
  }

  func unexpected(_ expected: String) -> Diagnostic {
    guard let scalar = cursor.scalar else { return problem("expected \(expected), the text ends") }
    return problem("expected \(expected), found \(isBreak(cursor.byte) ? "the end of the line" : "“\(scalar)”")")
  }

  // MARK: blanks and marks

  func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether a blank, a line's end or the text's end stands `distance` bytes further on.
  func isBlankOrEnd(after distance: Int) -> Bool {
    guard cursor.at + distance < cursor.bytes.count else { return true }
    let byte = cursor.byte(after: distance)
    return isBlank(byte) || isBreak(byte)
  }

  /// Whether a mark that needs a blank behind it (`-`, `?`, `:`) stands here.
  func isAt(_ mark: UInt8, after distance: Int = 0) -> Bool {
    cursor.byte(after: distance) == mark && isBlankOrEnd(after: distance + 1)
  }

  /// `---` or `...` at a line's start.
  func isAtMarker(_ byte: UInt8) -> Bool {
    column == 0 && cursor.byte == byte && cursor.byte(after: 1) == byte && cursor.byte(after: 2) == byte
      && !cursor.isAtEnd && isBlankOrEnd(after: 3)
  }
  var isAtAnyMarker: Bool { isAtMarker(UInt8(ascii: "-")) || isAtMarker(UInt8(ascii: ".")) }

  /// Blanks and tabs from here on.
  var blanksAhead: Int {
    var count = 0
    while isBlank(cursor.byte(after: count)) { count += 1 }
    return count
  }

  mutating func skipBlanks() {
    while isBlank(cursor.byte) { cursor.at += 1 }
  }

  /// Whether `#` here begins a comment: at a line's start or behind a blank.
  var isAtComment: Bool {
    guard cursor.byte == UInt8(ascii: "#") else { return false }
    return column == 0 || isBlank(cursor.bytes[cursor.at - 1])
  }

  /// Skips blanks, comments and line ends up to the next token.
  /// - Throws: `yaml.indent` for a tab in front of a token.
  mutating func skipToToken() throws(Diagnostic) {
    while true {
      let isAtLineStart = column == 0
      let start = cursor.at
      skipBlanks()
      if isAtComment { skipLine() }
      if isBreak(cursor.byte) {
        cursor.breakLine()
        continue
      }
      if isAtLineStart, !cursor.isAtEnd, cursor.bytes[start..<cursor.at].contains(0x09) {
        throw .error("yaml.indent", "a tab cannot indent", at: here, hint: "use blanks")
      }
      return
    }
  }

  /// What stands behind a finished value on its line: nothing but a comment.
  mutating func expectLineEnd() throws(Diagnostic) {
    skipBlanks()
    if cursor.isAtEnd || isBreak(cursor.byte) || isAtComment { return }
    if isAt(UInt8(ascii: ":")) {
      throw problem("a mapping cannot begin here", hint: "put the value on lines of its own, or in quotes")
    }
    throw unexpected("the end of the line")
  }

  // MARK: nodes

  /// An absent value: null, with an empty span.
  mutating func empty(at mark: TextCursor.Mark) -> Node {
    end = mark.offset
    return Node(.null, at: SourceSpan(document: cursor.name, range: mark.offset..<mark.offset, start: mark.position))
  }

  /// The span from a mark to ``end``.
  func span(from start: TextCursor.Mark) -> SourceSpan {
    SourceSpan(document: cursor.name, range: start.offset..<max(start.offset, end), start: start.position)
  }

  /// Reads one node with its anchor and counts it.
  mutating func counted(
    _ properties: NodeProperties, depth: Int, _ read: (inout YAMLParser) throws(Diagnostic) -> Node
  ) throws(Diagnostic) -> Node {
    if depth > Self.maximumDepth {
      throw .error("yaml.depth", "nested deeper than \(Self.maximumDepth)", at: here)
    }
    let outer = aliases.enter(depth: depth)
    let node = try read(&self)
    aliases.leave(outer, node, anchor: properties.anchor, depth: depth)
    return node
  }
}

/// What a block node may be where it stands.
struct BlockContext {
  /// The column that the node must be indented beyond: that of the mapping or list around it, −1 at the top.
  var indent: Int
  /// Whether a block list or mapping may begin on the line we are on.
  var allowsCollection: Bool
  /// Whether a list may stand at ``indent`` itself: as the value of a key.
  var allowsIndentlessSequence: Bool
}

/// What may stand before a node: `&anchor` and `!tag`.
struct NodeProperties {
  var anchor: String?
  /// `!!str` or `!`: a plain scalar is a text.
  var isText = false
  var isPresent = false
}

extension YAMLParser {
  mutating func properties() throws(Diagnostic) -> NodeProperties {
    var properties = NodeProperties()
    while cursor.byte == UInt8(ascii: "&") || cursor.byte == UInt8(ascii: "!") {
      let isAnchor = cursor.byte == UInt8(ascii: "&")
      if isAnchor, properties.anchor != nil { throw problem("a value can have one anchor only") }
      let start = cursor.at
      while !cursor.isAtEnd, !isBlankOrEnd(after: 0), !isAnchor || !isFlowMark(cursor.byte) { cursor.step() }
      let text = cursor.text(start..<cursor.at)
      properties.isPresent = true
      if isAnchor {
        if text.utf8.count == 1 { throw unexpected("the name of an anchor behind “&”") }
        properties.anchor = String(text.dropFirst())
      } else {
        properties.isText = text == "!" || text == "!!str" || text == "!<tag:yaml.org,2002:str>"
      }
      if !isBlankOrEnd(after: 0), !isFlowMark(cursor.byte) { throw unexpected("a blank") }
      skipBlanks()
    }
    return properties
  }

  /// `,`, `[`, `]`, `{` or `}`.
  func isFlowMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }
}
