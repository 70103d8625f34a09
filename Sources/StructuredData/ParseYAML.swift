package import Diagnostics

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
  if let (scalar, offset) = source.illegalCharacter {
    let code = String(scalar.value, radix: 16, uppercase: true)
    throw Diagnostics(
      .error(
        "yaml.character",
        "the character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code) may not stand in YAML",
        at: source.span(offset..<offset + 1)))
  }
  var reader = YAMLReader(source)
  let node: Node
  do { node = try reader.document() } catch {
    throw Diagnostics(reader.findings + [reader.diagnostic(error)])
  }
  if !reader.findings.isEmpty { throw Diagnostics(reader.findings) }
  return node
}

/// Makes nodes with spans of the parser's events, expanding aliases.
private struct YAMLReader {
  static let maximumDepth = 256
  static let maximumExpansion = 100_000

  private var source: YAMLSource
  private let events: YAMLEvents
  private(set) var findings: [Diagnostic] = []
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

  init(_ source: YAMLSource) {
    self.source = source
    events = YAMLEvents(source.bytes)
  }

  mutating func document() throws(YAMLProblem) -> Node {
    while true {
      let event = try events.next()
      switch event.kind {
      case .documentStart: break
      case .streamEnd: return Node(.null, at: source.span(event.range.upperBound..<event.range.upperBound))
      default: continue
      }
      let root = try node(from: try events.next(), depth: 0)
      _ = try events.next()
      let rest = try events.next()
      if case .documentStart = rest.kind {
        throw YAMLProblem(
          message: "but found another document expected a single document in the stream", place: rest.range.lowerBound)
      }
      return root
    }
  }

  func diagnostic(_ problem: YAMLProblem) -> Diagnostic {
    let place = source.span(problem.place..<problem.place)
    if problem.message.contains("nesting level") { return tooDeep(at: place) }
    var found = Diagnostic.error("yaml.syntax", problem.message, at: place)
    if let context = problem.context { found.related = [source.span(context..<context)] }
    return found
  }

  private func tooDeep(at place: SourceSpan) -> Diagnostic {
    .error("yaml.depth", "nested deeper than \(Self.maximumDepth)", at: place)
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(YAMLProblem) -> Node {
    let range = event.hasProperties ? source.withoutProperties(event.range) : event.range
    if depth > Self.maximumDepth { throw YAMLProblem(message: "nesting level", place: range.lowerBound) }
    let before = made
    let outer = deepest
    made += 1
    deepest = depth
    defer { deepest = max(outer, deepest) }
    let node: Node
    switch event.kind {
    case .scalar(let text, let style, let isText): node = scalar(text, style, isText: isText, at: range)
    case .alias(let name): return alias(name, at: range, depth: depth)
    case .sequenceStart: node = try sequence(at: range.lowerBound, depth: depth)
    case .mappingStart: node = try mapping(at: range.lowerBound, depth: depth)
    case .end, .documentStart, .boundary, .streamEnd: return Node(.null, at: source.span(range))
    }
    if let anchor = event.anchor {
      anchors[anchor] = Anchored(node: node, size: made - before, height: deepest - depth)
    }
    return node
  }

  private mutating func scalar(_ text: String, _ style: YAMLStyle, isText: Bool, at range: Range<Int>) -> Node {
    // libyaml counts the breaks after a block to it.
    let range = style == .block ? source.withoutTrailingSpace(range) : range
    end = range.upperBound
    return Node(isText ? .string(text) : coreSchemaValue(ofPlain: text), at: source.span(range))
  }

  private mutating func sequence(at start: Int, depth: Int) throws(YAMLProblem) -> Node {
    var items: [Node] = []
    end = start
    while true {
      let event = try events.next()
      if case .end = event.kind {
        finish(event)
        return Node(.sequence(items), at: source.span(start..<max(start, end)))
      }
      items.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func mapping(at start: Int, depth: Int) throws(YAMLProblem) -> Node {
    var entries: [Mapping.Entry] = []
    end = start
    while true {
      let event = try events.next()
      if case .end = event.kind {
        finish(event)
        let (unique, repeated) = Mapping.checked(entries)
        for entry in repeated { report(repeated: entry, in: unique) }
        return Node(.mapping(unique), at: source.span(start..<max(start, end)))
      }
      let (key, span) = try self.key(from: event, depth: depth + 1)
      let value = try node(from: try events.next(), depth: depth + 1)
      entries.append(Mapping.Entry(key: key, keySpan: span, value: value))
    }
  }

  /// Moves ``end`` behind a closing bracket; without one, a list or mapping ends where its last part does.
  private mutating func finish(_ event: YAMLEvent) {
    if !event.range.isEmpty { end = event.range.upperBound }
  }

  private mutating func key(from event: YAMLEvent, depth: Int) throws(YAMLProblem) -> (String, SourceSpan) {
    if case .scalar(let text, _, _) = event.kind { return (text, try node(from: event, depth: depth).span) }
    let found = findings.count
    let node = try node(from: event, depth: depth)
    if let text = node.text, !node.isNull { return (text, node.span) }
    if findings.count == found || node.kind != .null {
      findings.insert(.error("yaml.key", "a key must be a text", at: node.span), at: min(found, 99))
    }
    return ("", node.span)
  }

  private mutating func alias(_ name: String, at range: Range<Int>, depth: Int) -> Node {
    end = range.upperBound
    let span = source.span(range)
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
      report(tooDeep(at: span))
      return Node(.null, at: span)
    }
    expanded += anchored.size
    made += anchored.size
    deepest = max(deepest, depth + anchored.height)
    return anchored.node
  }

  private mutating func report(repeated entry: Mapping.Entry, in unique: Mapping) {
    let first = unique.entry(entry.key)?.keySpan ?? entry.keySpan
    var finding = Diagnostic.error(
      "yaml.duplicate-key", "the key “\(entry.key)” stands twice in this mapping", at: first)
    finding.related = [entry.keySpan]
    report(finding)
  }

  /// Keeps the first hundred findings.
  private mutating func report(_ finding: Diagnostic) {
    if findings.count < 100 { findings.append(finding) }
  }
}
