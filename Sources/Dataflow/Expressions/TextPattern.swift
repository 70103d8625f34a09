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

  init?(_ value: DataValue) {
    guard case .object(let record) = value, record.names == ["source", "flags"],
      case .text(let source) = record["source"], case .text(let flags) = record["flags"]
    else { return nil }
    self.init(source, flags: flags)
  }

  func matches(_ text: String, _ work: PatternWork) -> Bool {
    !matches(in: Array(text.unicodeScalars), most: 1, work).isEmpty
  }

  /// The first match, or with the flag `g` each, put in the words of `template`, in which `$&` is the match, `$1` a
  /// group and `$$` a dollar.
  func replacing(in text: String, with template: String, _ work: PatternWork) -> String {
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

  /// The ranges of each match and of its groups.
  private func matches(in text: [Unicode.Scalar], most: Int, _ work: PatternWork) -> [[Range<Int>?]] {
    var matcher = PatternMatcher(program, on: text, linesHaveEnds: linesHaveEnds, budget: work.left)
    var found: [[Range<Int>?]] = []
    var start = 0
    while found.count < most, start <= text.count, let match = matcher.match(from: start), let whole = match[0] {
      found.append(match)
      // One of no length is not found again.
      start = whole.isEmpty ? whole.upperBound + 1 : whole.upperBound
    }
    work.left = matcher.budget
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

/// What patterns may do while an expression is worked out for the rows of a table.
final class PatternWork {
  /// Steps of ``PatternMatcher``; when they are spent, nothing matches any more, and the expression fails.
  var left: Int
  private var known: [DataValue: TextPattern] = [:]

  init(rows: Int) { left = 5_000_000 + 2_000 * min(rows, 1_000_000) }

  /// - Throws: `expression.pattern-steps` where they did not suffice.
  func check(_ text: String) throws(Diagnostic) {
    guard left <= 0 else { return }
    throw .error(
      "expression.pattern-steps", "a pattern in “\(text.prefix(200))” tries texts in more ways than there is time for",
      hint: "what is repeated should not match what stands behind it, as in [^,]*, and no repetition should hold another")
  }

  /// A pattern that is worked out, of a row mostly that of the row before.
  func pattern(_ value: DataValue) -> TextPattern? {
    if let pattern = known[value] { return pattern }
    guard let pattern = TextPattern(value) ?? TextPattern(value.asText, flags: "") else { return nil }
    if known.count > 100 { known = [:] }
    known[value] = pattern
    return pattern
  }
}
