import Diagnostics
import _StringProcessing

/// A regular expression of an expression, by Swift's reading of the Perl notation that ECMAScript shares.
struct TextPattern {
  private let regex: Regex<AnyRegexOutput>
  private let isGlobal: Bool

  /// - Throws: `expression.pattern` for a pattern that is not understood, `expression.pattern-loops` for one that could run without end.
  static func compile(_ source: String, flags: String, in text: String) throws(Diagnostic) -> TextPattern {
    for flag in flags where !"gimsuy".contains(flag) {
      throw .error("expression.pattern", "“\(flag)” in “\(text)” is no flag of a pattern")
    }
    if repeatsWithinRepetitions(source) {
      throw .error(
        "expression.pattern-loops", "the pattern “\(source.prefix(200))” repeats what repeats itself: it could run without end",
        hint: "repeat a class of characters, as in [ab]+, or parts of one length, as in (,\\d{3})+")
    }
    guard let pattern = TextPattern(source, flags: flags) else {
      throw .error("expression.pattern", "the pattern “\(source)” in “\(text)” is not understood")
    }
    return pattern
  }

  init?(_ source: String, flags: String) {
    guard source.utf8.count <= 1000, !repeatsWithinRepetitions(source), let regex = try? Regex(source) else { return nil }
    self.regex =
      regex.matchingSemantics(.unicodeScalar).ignoresCase(flags.contains("i")).dotMatchesNewlines(flags.contains("s"))
      .anchorsMatchLineEndings(flags.contains("m"))
    isGlobal = flags.contains("g")
  }

  /// The pattern as a value, and back.
  static func record(source: String, flags: String) -> Record { ["source": .text(source), "flags": .text(flags)] }

  init?(_ value: DataValue) {
    guard case .object(let record) = value, record.names == ["source", "flags"],
      case .text(let source) = record["source"], case .text(let flags) = record["flags"]
    else { return nil }
    self.init(source, flags: flags)
  }

  func matches(_ text: String) -> Bool { text.firstMatch(of: regex) != nil }

  /// The first match, or with the flag `g` each, put in the words of `template`, in which `$&` is the match, `$1` a
  /// group and `$$` a dollar.
  func replacing(in text: String, with template: String) -> String {
    var out = ""
    var rest = text[...]
    for match in isGlobal ? text.matches(of: regex) : text.firstMatch(of: regex).map({ [$0] }) ?? [] {
      out += text[rest.startIndex..<match.range.lowerBound]
      out += filled(template, match)
      rest = text[match.range.upperBound...]
    }
    return out + rest
  }

  private func filled(_ template: String, _ match: Regex<AnyRegexOutput>.Match) -> String {
    guard template.contains("$") else { return template }
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
        out += match.output[0].substring ?? ""
        rest.removeFirst()
      } else if let group = next.wholeNumberValue, group > 0, group < match.output.count {
        out += match.output[group].substring ?? ""
        rest.removeFirst()
      } else {
        out.append("$")
      }
    }
    return out
  }
}
