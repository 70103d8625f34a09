import Diagnostics

/// A YAML text as the parser below sees it: turns the parser's lines and columns into places of the document, and finds
/// where a value ends, which the parser does not tell.
struct YAMLSource {
  private let name: String
  /// Where the text begins in its document.
  private let origin: (offset: Int, line: Int)
  /// The text, a byte order mark included.
  let scalars: [Unicode.Scalar]
  /// Code points before the text that the parser gets: 1 when there is a byte order mark.
  let shift: Int
  /// Starts of the lines as libyaml counts them: NEL, LS and PS end a line too (YAML 1.1 §4.2).
  private let lineStarts: [Int]
  private let positions: LineTable

  /// - Parameter place: where the text stands in a larger document, from the start of a line on.
  init(_ text: String, name: String, within place: SourceSpan?) {
    self.name = name
    origin = (place?.range.lowerBound ?? 0, (place?.start?.line ?? 1) - 1)
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    shift = scalars.first == "\u{FEFF}" ? 1 : 0
    var starts = [shift]
    for i in scalars.indices.dropFirst(shift) {
      switch scalars[i] {
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": starts.append(i + 1)
      case "\r": if i + 1 == scalars.count || scalars[i + 1] != "\n" { starts.append(i + 1) }
      default: continue
      }
    }
    lineStarts = starts
    positions = LineTable(scalars)
  }

  /// The code point at a 1-based line and column of the parser.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return scalars.count }
    return min(scalars.count, lineStarts[line - 1] + max(0, column - 1))
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    var start = positions.position(of: range.lowerBound)
    start.line += origin.line
    return SourceSpan(
      document: name, range: range.lowerBound + origin.offset..<range.upperBound + origin.offset, start: start)
  }

  func scalar(_ offset: Int) -> Unicode.Scalar? { scalars.indices.contains(offset) ? scalars[offset] : nil }

  /// Skips `&anchor` and `!tag` before a value, with the blanks, breaks and comments between.
  func skipProperties(from start: Int) -> Int {
    var at = start
    while let scalar = scalar(at), scalar == "&" || scalar == "!" {
      while let next = self.scalar(at), !next.isYAMLSpace { at += 1 }
      at = skipSpace(from: at)
    }
    return at
  }

  /// Skips blanks, line breaks and comments.
  func skipSpace(from start: Int) -> Int {
    var at = start
    while let scalar = scalar(at) {
      if scalar.isYAMLSpace {
        at += 1
      } else if scalar == "#", at == 0 || self.scalar(at - 1)?.isYAMLSpace == true {
        while let next = self.scalar(at), !next.isYAMLBreak { at += 1 }
      } else {
        break
      }
    }
    return at
  }

  /// The end of a quoted scalar whose opening quote stands at `start`.
  func endOfQuoted(from start: Int) -> Int {
    guard let quote = scalar(start) else { return start }
    var at = start + 1
    while let scalar = scalar(at) {
      at += 1
      if scalar == "\\", quote == "\"" {
        at += 1
      } else if scalar == quote {
        if quote == "'", self.scalar(at) == "'" { at += 1 } else { return at }
      }
    }
    return min(at, scalars.count)
  }

  /// The end of a plain scalar at `start` with the folded `value`: its characters are found again, breaks and blanks
  /// between them skipped.
  func endOfPlain(from start: Int, value: String) -> Int {
    var at = start
    for wanted in value.unicodeScalars where !wanted.isYAMLSpace {
      while let scalar = scalar(at), scalar.isYAMLSpace { at += 1 }
      guard scalar(at) != nil else { return at }
      at += 1
    }
    return at
  }

  /// The end of a block scalar whose `|` or `>` stands at `start`: behind the last line that is not blank and is
  /// indented deeper than the line it began on, or as deep as its own first line.
  func endOfBlock(from start: Int) -> Int {
    var at = start
    while let scalar = scalar(at), !scalar.isYAMLBreak { at += 1 }
    var end = at
    var indent: Int?
    while at < scalars.count {
      at = afterBreak(at)
      let lineStart = at
      while scalar(at) == " " { at += 1 }
      let depth = at - lineStart
      let isBlank = scalar(at).map(\.isYAMLBreak) ?? true
      if !isBlank {
        if indent == nil { indent = depth }
        if depth < indent ?? 0 || depth == 0 && indent != 0 { break }
      }
      while let scalar = scalar(at), !scalar.isYAMLBreak { at += 1 }
      if !isBlank { end = at }
    }
    return end
  }

  private func afterBreak(_ at: Int) -> Int {
    scalar(at) == "\r" && scalar(at + 1) == "\n" ? at + 2 : at + 1
  }
}

extension Unicode.Scalar {
  var isYAMLBreak: Bool {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
  var isYAMLSpace: Bool { self == " " || self == "\t" || isYAMLBreak }
}
