import Diagnostics
import _StringProcessing

/// A regular expression of an expression, in the notation of ECMAScript; what matches one character is read as Swift does.
struct TextPattern {
  private let program: PatternProgram
  private let linesHaveEnds: Bool
  private let isGlobal: Bool

  /// - Throws: `expression.pattern` for a pattern that is not understood.
  static func compile(_ source: String, flags: String, in text: String) throws(Diagnostic) -> TextPattern {
    for flag in flags where !"gimsuy".contains(flag) {
      throw .error("expression.pattern", "“\(flag)” in “\(text)” is no flag of a pattern")
    }
    guard let pattern = TextPattern(source, flags: flags) else {
      throw .error("expression.pattern", "the pattern “\(source)” in “\(text)” is not understood")
    }
    return pattern
  }

  init?(_ source: String, flags: String) {
    let options = PatternOptions(
      ignoresCase: flags.contains("i"), pointTakesLineEnds: flags.contains("s"), linesHaveEnds: flags.contains("m"))
    guard source.utf8.count <= 1000, (try? Regex(source)) != nil, let program = PatternProgram(source, options) else { return nil }
    self.program = program
    linesHaveEnds = options.linesHaveEnds
    isGlobal = flags.contains("g")
  }

  /// The pattern as a value, and back.
  static func record(source: String, flags: String) -> Record { ["source": .text(source), "flags": .text(flags)] }

  static func isRecord(_ value: DataValue) -> Bool {
    if case .object(let record) = value { record.names == ["source", "flags"] } else { false }
  }

  /// A pattern that is a value, or the text of one.
  static func compile(_ value: DataValue, in text: String) throws(Diagnostic) -> TextPattern {
    guard case .object(let record) = value, isRecord(value), case .text(let source) = record["source"],
      case .text(let flags) = record["flags"]
    else { return try compile(value.asText, flags: "", in: text) }
    return try compile(source, flags: flags, in: text)
  }

  func matches(_ text: String, _ work: EvaluationWork) -> Bool {
    !matches(in: Array(text.unicodeScalars), most: 1, work).isEmpty
  }

  /// The first match, or with the flag `g` each, put in the words of `template`, in which `$&` is the match, `$1` a
  /// group and `$$` a dollar.
  func replacing(in text: String, with template: String, _ work: EvaluationWork) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = ""
    var rest = 0
    for match in matches(in: scalars, most: isGlobal ? .max : 1, work) {
      guard let whole = match[0] else { continue }
      out.unicodeScalars += scalars[rest..<whole.lowerBound]
      out += filled(template, match, scalars)
      rest = whole.upperBound
    }
    out.unicodeScalars += scalars[rest...]
    return out
  }

  /// The pieces between matches, with the groups of each match between them, as `split` of ECMAScript has it.
  func pieces(of text: String, _ work: EvaluationWork) -> [String] {
    let scalars = Array(text.unicodeScalars)
    func words(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    var pieces: [String] = []
    var rest = 0
    for match in matches(in: scalars, most: .max, work) {
      // A match of no length parts two characters, and no text has a piece before its first or behind its last.
      guard let whole = match[0], !(whole.isEmpty && (whole.lowerBound == rest || whole.lowerBound == scalars.count)) else { continue }
      pieces.append(words(rest..<whole.lowerBound))
      pieces += match.dropFirst().map { $0.map(words) ?? "" }
      rest = whole.upperBound
    }
    return pieces + [words(rest..<scalars.count)]
  }

  /// The ranges of each match and of its groups.
  private func matches(in text: [Unicode.Scalar], most: Int, _ work: EvaluationWork) -> [[Range<Int>?]] {
    var matcher = PatternMatcher(program, on: text, linesHaveEnds: linesHaveEnds, budget: work.patternSteps)
    var found: [[Range<Int>?]] = []
    var start = 0
    while found.count < most, start <= text.count, let match = matcher.match(from: start), let whole = match[0] {
      found.append(match)
      // One of no length is not found again.
      start = whole.isEmpty ? whole.upperBound + 1 : whole.upperBound
    }
    work.patternSteps = matcher.budget
    return found
  }

  private func filled(_ template: String, _ match: [Range<Int>?], _ text: [Unicode.Scalar]) -> String {
    guard template.contains("$") else { return template }
    func words(_ group: Int) -> String { match[group].map { String(String.UnicodeScalarView(text[$0])) } ?? "" }
    var out = ""
    var rest = Array(template)[...]
    while let character = rest.popFirst() {
      guard character == "$", let next = rest.first else {
        out.append(character)
        continue
      }
      if next == "$" {
        out.append("$")
        rest.removeFirst()
      } else if next == "&" {
        out += words(0)
        rest.removeFirst()
      } else if let group = next.wholeNumberValue, group > 0, group < match.count {
        out += words(group)
        rest.removeFirst()
      } else {
        out.append("$")
      }
    }
    return out
  }
}
