import CYaml

/// One event of a YAML text, with the code points it takes; the text begins at 0.
struct YAMLEvent {
  enum Kind {
    case alias(String)
    /// - Parameter isText: quoted, a block, or tagged as a text: not to be resolved.
    case scalar(String, YAMLStyle, isText: Bool)
    case sequenceStart
    case mappingStart
    /// The end of a sequence or mapping. Where a bracket closes it, the event takes that bracket, else nothing.
    case end
    case documentStart
    /// The ends of a document and of the text, and its start.
    case boundary
    case streamEnd
  }

  var kind: Kind
  var range: Range<Int>
  var anchor: String?
  /// Whether the range begins with an anchor or a tag.
  var hasProperties = false
}

enum YAMLStyle { case plain, quoted, block }

/// What is wrong with a YAML text, in libyaml's words, with the code points where it shows and where it began.
struct YAMLProblem: Error {
  var message: String
  var place: Int
  var context: Int?
}

/// Walks a YAML text with libyaml, the C library that Yams brings. Its events tell where each value begins and ends,
/// and are read in half the time that the tree takes which Yams makes of them.
@safe final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// A copy that stays in place while the parser walks it.
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter text: UTF-8.
  init(_ text: [UInt8]) {
    unsafe input = .allocate(capacity: max(1, text.count))
    _ = unsafe input.initialize(fromContentsOf: text)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { unsafe yaml_event_delete(&event) }
    let range = unsafe event.start_mark.index..<max(event.start_mark.index, event.end_mark.index)
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let tag = unsafe text(scalar.tag)
      return YAMLEvent(
        kind: .scalar(
          unsafe String(decoding: bytes, as: UTF8.self), unsafe style(scalar.style),
          isText: unsafe scalar.quoted_implicit == 1 || tag == "tag:yaml.org,2002:str"),
        range: range, anchor: unsafe text(scalar.anchor), hasProperties: unsafe scalar.anchor != nil || tag != nil)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, range: range, anchor: unsafe text(start.anchor),
        hasProperties: unsafe start.anchor != nil || start.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, range: range, anchor: unsafe text(start.anchor),
        hasProperties: unsafe start.anchor != nil || start.tag != nil)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .end, range: range)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias(unsafe text(event.data.alias.anchor) ?? ""), range: range)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, range: range)
    case YAML_STREAM_END_EVENT: return YAMLEvent(kind: .streamEnd, range: range)
    default: return YAMLEvent(kind: .boundary, range: range)
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private func text(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    unsafe bytes.map { unsafe String(cString: $0) }
  }

  private var problem: YAMLProblem {
    let message = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "not YAML"
    let mark = unsafe parser.pointee.problem_mark
    guard let context = unsafe parser.pointee.context.map({ unsafe String(cString: $0) }), !context.isEmpty else {
      return YAMLProblem(message: message, place: mark.index)
    }
    let start = unsafe parser.pointee.context_mark
    return YAMLProblem(
      message: "\(message) \(context)", place: mark.index, context: start.line > 0 || start.index > 0 ? start.index : nil)
  }
}
