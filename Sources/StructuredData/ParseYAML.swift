package import Diagnostics
import Yams

/// Reads one YAML document (the syntax of libyaml, the core schema of YAML 1.2: see ``coreSchemaValue(ofPlain:)``).
///
/// An empty text is a null node. Keys are taken as texts, as written. `&anchor` and `*alias` work; an alias keeps the
/// span of its anchor. What aliases add is bounded: at most 100,000 nodes more than the text itself has. Nesting deeper
/// than 256 is refused. Merge keys (`<<`) are ordinary keys.
/// - Parameters:
///   - document: how the user named the text, for spans.
///   - place: where the text stands in a larger document (front matter, a fenced block), from the start of a line on;
///     spans then count from there.
/// - Throws: `yaml.syntax`, `yaml.character`, `yaml.duplicate-key`, `yaml.alias`, `yaml.depth`, `yaml.key`.
package func parseYAML(_ text: String, document: String, within place: SourceSpan? = nil) throws(Diagnostics) -> Node {
  let source = YAMLSource(text, name: document, within: place)
  let marker = try aliasMarker(source)
  let marked = withMarkedAliases(text, source, marker)
  let parser: Yams.Parser
  let root: Yams.Node?
  do {
    parser = try Yams.Parser(yaml: marked, resolver: .basic, constructor: .default, encoding: .utf8)
    root = try parser.singleRoot()
  } catch {
    throw Diagnostics(yamlProblem(error, source, marker))
  }
  guard let root else { return Node(.null, at: source.span(source.scalars.count..<source.scalars.count)) }
  var reader = YAMLReader(source: source, marker: marker)
  let node = reader.node(root, depth: 0)
  // Yams keeps only the parser as an owner of the anchors, to which its nodes point weakly.
  withExtendedLifetime(parser) {}
  if !reader.findings.isEmpty { throw Diagnostics(reader.findings) }
  return node
}

/// A private-use code point that the document does not contain, to stand for the asterisk of an alias.
///
/// So the parser sees a plain scalar where an alias stands: expanding aliases is left to ``YAMLReader``, which counts.
/// (Yams shares expanded nodes, but hashes keys and releases nodes by walking all of them.)
private func aliasMarker(_ source: YAMLSource) throws(Diagnostics) -> Unicode.Scalar {
  var used = Set<Unicode.Scalar>()
  for (i, scalar) in source.scalars.enumerated() {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xF900...0xFFFD, 0x10000...0x10FFFF:
      if scalar == "\u{FEFF}", i > 0 { break } else { continue }
    case 0xE000..<0xF900:
      used.insert(scalar)
      continue
    default: break
    }
    let code = String(scalar.value, radix: 16, uppercase: true)
    throw Diagnostics(
      .error(
        "yaml.character",
        "the character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code) may not stand in YAML",
        at: source.span(i..<i + 1)))
  }
  for code in UInt32(0xE000)..<0xF900 {
    if let scalar = Unicode.Scalar(code), !used.contains(scalar) { return scalar }
  }
  throw Diagnostics(.error("yaml.character", "too many private-use characters", at: source.span(0..<0)))
}

/// The text for the parser, in code points as long as the source without its byte order mark: the asterisk of each
/// possible alias is replaced by `marker`.
private func withMarkedAliases(_ text: String, _ source: YAMLSource, _ marker: Unicode.Scalar) -> String {
  let scalars = source.scalars
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var isChanged = source.shift > 0
  for i in source.shift..<scalars.count {
    var scalar = scalars[i]
    if scalar == "*", i + 1 < scalars.count, scalars[i + 1].isAnchorCharacter {
      let before = i == source.shift ? " " : scalars[i - 1]
      if before.isYAMLSpace || "[{,:?-".unicodeScalars.contains(before) {
        scalar = marker
        isChanged = true
      }
    }
    if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += UTF8.encode(scalar).map(Array.init) ?? [] }
  }
  return isChanged ? String(decoding: bytes, as: UTF8.self) : text
}

extension Unicode.Scalar {
  fileprivate var isAnchorCharacter: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}

private func yamlProblem(_ error: any Error, _ source: YAMLSource, _ marker: Unicode.Scalar) -> Diagnostic {
  func at(_ mark: Yams.Mark) -> SourceSpan {
    let offset = source.offset(line: mark.line, column: mark.column)
    return source.span(offset..<offset)
  }
  switch error as? YamlError {
  case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
    .composer(let context, let problem, let mark, _):
    if problem.contains("nesting level") {
      return .error("yaml.depth", "nested deeper than \(YAMLReader.maximumDepth)", at: at(mark))
    }
    var found = Diagnostic.error("yaml.syntax", problem, at: at(mark))
    if let context, !context.text.isEmpty {
      found.message = "\(problem) \(context.text)"
      if context.mark.line > 0 { found.related = [at(context.mark)] }
    }
    return found
  case .duplicatedKeysInMapping(let keys, let context):
    let names = keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
    return .error("yaml.duplicate-key", "the key \(names) stands twice in this mapping", at: at(context.mark))
  default:
    return .error("yaml.syntax", "not YAML", at: source.span(0..<0))
  }
}

/// Turns the parser's tree into nodes with spans, expanding aliases.
private struct YAMLReader {
  static let maximumDepth = 256
  static let maximumExpansion = 100_000

  let source: YAMLSource
  let marker: Unicode.Scalar
  var findings: [Diagnostic] = []
  private var anchors: [String: Anchored] = [:]
  /// Nodes made so far, those of aliases counted each time.
  private var made = 0
  private var expanded = 0
  /// The deepest level met below the node that is being read.
  private var deepest = 0
  /// Where in the source the part that was read last ends.
  private var end = 0

  private struct Anchored {
    var node: Node
    /// Nodes in it, and levels below it, its own aliases expanded.
    var size: Int
    var height: Int
  }

  init(source: YAMLSource, marker: Unicode.Scalar) {
    self.source = source
    self.marker = marker
  }

  mutating func node(_ yaml: Yams.Node, depth: Int) -> Node {
    let start = source.skipProperties(from: offset(yaml.mark))
    let before = made
    let outer = deepest
    made += 1
    deepest = depth
    defer { deepest = max(outer, deepest) }
    let node: Node
    if depth > Self.maximumDepth {
      report(.error("yaml.depth", "nested deeper than \(Self.maximumDepth)", at: source.span(start..<start)))
      return Node(.null, at: source.span(start..<start))
    }
    switch yaml {
    case .scalar(let scalar): node = self.scalar(scalar, at: start, depth: depth)
    case .sequence(let sequence):
      let items = sequence.map { self.node($0, depth: depth + 1) }
      finish(collectionAt: start, isEmpty: items.isEmpty)
      node = Node(.sequence(items), at: source.span(start..<end))
    case .mapping(let mapping):
      var entries: [Mapping.Entry] = []
      for (key, value) in mapping {
        let (text, span) = self.key(key, depth: depth + 1)
        entries.append(Mapping.Entry(key: text, keySpan: span, value: self.node(value, depth: depth + 1)))
      }
      finish(collectionAt: start, isEmpty: entries.isEmpty)
      let (unique, repeated) = Mapping.checked(entries)
      for entry in repeated {
        report(.error("yaml.duplicate-key", "the key “\(entry.key)” stands twice", at: entry.keySpan))
      }
      node = Node(.mapping(unique), at: source.span(start..<end))
    case .alias: node = .null
    }
    if let anchor = yaml.anchor?.rawValue {
      anchors[anchor] = Anchored(node: node, size: made - before, height: deepest - depth)
    }
    return node
  }

  private mutating func scalar(_ scalar: Yams.Node.Scalar, at start: Int, depth: Int) -> Node {
    let text = restored(scalar.string)
    switch scalar.style {
    case .plain, .any:
      if scalar.string.unicodeScalars.first == marker {
        return alias(String(text.dropFirst()), at: start, depth: depth)
      }
      // The tag of an implicit scalar is empty, or `str` once Yams has hashed it as a key.
      end = text.isEmpty ? start : source.endOfPlain(from: start, value: text)
      let span = source.span(start..<end)
      let isText = scalar.tag.rawValue == Tag.Name.str.rawValue
      return Node(isText ? .string(text) : coreSchemaValue(ofPlain: text), at: span)
    case .singleQuoted, .doubleQuoted:
      end = source.endOfQuoted(from: start)
      return Node(.string(text), at: source.span(start..<end))
    case .literal, .folded:
      end = source.endOfBlock(from: start)
      return Node(.string(text), at: source.span(start..<end))
    }
  }

  private mutating func alias(_ name: String, at start: Int, depth: Int) -> Node {
    end = source.endOfPlain(from: start, value: "*" + name)
    let span = source.span(start..<end)
    guard let anchored = anchors[name] else {
      let near = nearestName(to: name, among: anchors.keys.sorted()).map { "did you mean “*\($0)”?" }
      report(.error("yaml.alias", "unknown anchor “\(name)”", at: span, hint: near))
      return Node(.null, at: span)
    }
    guard expanded + anchored.size <= Self.maximumExpansion else {
      report(.error("yaml.alias", "aliases expand to more than \(Self.maximumExpansion) values", at: span))
      return Node(.null, at: span)
    }
    guard depth + anchored.height <= Self.maximumDepth else {
      report(.error("yaml.depth", "nested deeper than \(Self.maximumDepth)", at: span))
      return Node(.null, at: span)
    }
    expanded += anchored.size
    made += anchored.size
    deepest = max(deepest, depth + anchored.height)
    return anchored.node
  }

  private mutating func key(_ yaml: Yams.Node, depth: Int) -> (String, SourceSpan) {
    let start = source.skipProperties(from: offset(yaml.mark))
    guard case .scalar(let scalar) = yaml else {
      let span = source.span(start..<start)
      report(.error("yaml.key", "a key must be a text", at: span))
      return ("", span)
    }
    let node = self.scalar(scalar, at: start, depth: depth)
    if let anchor = yaml.anchor?.rawValue { anchors[anchor] = Anchored(node: node, size: 1, height: 0) }
    if case .string(let text) = node.value { return (text, node.span) }
    return (restored(scalar.string), node.span)
  }

  /// The marker was put for asterisks in quoted and block scalars and in comments too.
  private func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(marker) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(scalar == marker ? "*" : scalar) }
    return String(view)
  }

  private func offset(_ mark: Yams.Mark?) -> Int {
    mark.map { source.offset(line: $0.line, column: $0.column) } ?? source.scalars.count
  }

  /// Moves ``end`` from a list's or mapping's last part to its own end. (Yams reports the style of the wrong event, so
  /// the bracket in the source tells block from flow.)
  private mutating func finish(collectionAt start: Int, isEmpty: Bool) {
    let close: Unicode.Scalar
    switch source.scalar(start) {
    case "[": close = "]"
    case "{": close = "}"
    default:
      end = isEmpty ? start : max(start, end)
      return
    }
    var at = source.skipSpace(from: isEmpty ? start + 1 : max(start + 1, end))
    if source.scalar(at) == "," { at = source.skipSpace(from: at + 1) }
    end = source.scalar(at) == close ? at + 1 : min(max(start, at), source.scalars.count)
  }

  /// Keeps the first hundred findings.
  private mutating func report(_ finding: Diagnostic) {
    if findings.count < 100 { findings.append(finding) }
  }
}
