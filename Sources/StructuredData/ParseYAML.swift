package import Diagnostics

/// Reads one document of YAML 1.2 with its core schema (see ``coreSchemaValue(ofPlain:)``).
///
/// An empty text is a null node. Keys are taken as texts, as written. `&anchor` and `*alias` work; an alias keeps the
/// span of its anchor, and what aliases add is bounded: at most 100,000 nodes more than the text itself has. Nesting
/// deeper than 256 is refused. Of tags only `!!str` and `!` mean something. Merge keys (`<<`) are ordinary keys, and a
/// list or mapping cannot be a key.
///
/// Linear time. Syntax errors end the reading, others are collected.
/// - Parameters:
///   - document: how the user named the text, for spans.
///   - place: where the text stands in a larger document (front matter, a fenced block), from the start of a line on;
///     spans then count from there.
/// - Throws: `yaml.syntax`, `yaml.indent`, `yaml.character`, `yaml.duplicate-key`, `yaml.alias`, `yaml.depth`, `yaml.key`.
package func parseYAML(_ text: String, document: String, within place: SourceSpan? = nil) throws(Diagnostics) -> Node {
  var parser = YAMLParser(cursor: TextCursor(text, name: document, within: place))
  let root: Node
  do throws(Diagnostic) {
    root = try parser.document()
  } catch {
    throw Diagnostics(parser.findings + [error])
  }
  if !parser.findings.isEmpty { throw Diagnostics(parser.findings) }
  return root
}

extension YAMLParser {
  /// The only document of the text: directives, `---`, the root node, `...`.
  mutating func document() throws(Diagnostic) -> Node {
    try checkCharacters()
    try skipToToken()
    while cursor.byte == UInt8(ascii: "%"), column == 0 {
      skipLine()
      try skipToToken()
    }
    var isOnMarkerLine = false
    if isAtMarker(UInt8(ascii: "-")) {
      cursor.at += 3
      isOnMarkerLine = true
    }
    let root = try blockNode(
      BlockContext(indent: -1, allowsCollection: !isOnMarkerLine, allowsIndentlessSequence: false), depth: 0)
    try skipToToken()
    if isAtMarker(UInt8(ascii: ".")) {
      cursor.at += 3
      try expectLineEnd()
      try skipToToken()
    }
    if !cursor.isAtEnd {
      if isAtMarker(UInt8(ascii: "-")) { throw problem("a second document; only one is read") }
      throw unexpected("the end of the document")
    }
    return root
  }

  /// YAML 1.2 §5.1: control characters may not stand in the text.
  private func checkCharacters() throws(Diagnostic) {
    var probe = cursor
    while !probe.isAtEnd {
      let code: UInt32
      switch probe.byte {
      case 0x0A, 0x0D:
        probe.breakLine()
        continue
      case 0x09, 0x20..<0x7F, 0xC3...0xFF:
        probe.step()
        continue
      case 0xC2 where probe.byte(after: 1) == 0x85 || probe.byte(after: 1) >= 0xA0:
        probe.step()
        continue
      case 0xC2: code = UInt32(probe.byte(after: 1))
      case let byte where byte >= 0x80:
        probe.step()
        continue
      case let byte: code = UInt32(byte)
      }
      let start = probe.mark
      probe.step()
      let digits = String(code, radix: 16, uppercase: true)
      throw .error(
        "yaml.character", "the character U+00\(digits.count < 2 ? "0" : "")\(digits) may not stand in YAML",
        at: probe.span(from: start))
    }
  }

  mutating func skipLine() {
    while !cursor.isAtEnd, !isBreak(cursor.byte) { cursor.step() }
  }
}
