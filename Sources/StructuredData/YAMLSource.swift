import Diagnostics

/// A YAML text and where it stands in its document: turns the parser's code points into places.
struct YAMLSource {
  private let name: String
  /// Where the text begins in its document.
  private let origin: (offset: Int, line: Int)
  /// The text for the parser in UTF-8, without a byte order mark.
  let bytes: [UInt8]
  /// Code points before it: 1 when there is a byte order mark.
  private let shift: Int
  private let lines: LineTable
  /// Code points of the text; made when a place needs a look at them.
  private lazy var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)

  /// - Parameter place: where the text stands in a larger document, from the start of a line on.
  init(_ text: String, name: String, within place: SourceSpan?) {
    self.name = name
    origin = (place?.range.lowerBound ?? 0, (place?.start?.line ?? 1) - 1)
    shift = text.unicodeScalars.first == "\u{FEFF}" ? 1 : 0
    bytes = shift == 1 ? Array(text.utf8.dropFirst(3)) : Array(text.utf8)
    lines = LineTable(text.unicodeScalars)
  }

  /// - Parameter range: code points from the start of the parser's text.
  func span(_ range: Range<Int>) -> SourceSpan {
    var start = lines.position(of: range.lowerBound + shift)
    start.line += origin.line
    let offset = origin.offset + shift
    return SourceSpan(document: name, range: range.lowerBound + offset..<range.upperBound + offset, start: start)
  }

  /// The first character that may not stand in YAML (§5.1; a byte order mark inside is refused as well).
  var illegalCharacter: (scalar: Unicode.Scalar, offset: Int)? {
    for (i, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF {
      let next = (i + 1 < bytes.count ? bytes[i + 1] : 0, i + 2 < bytes.count ? bytes[i + 2] : 0)
      switch (byte, next.0, next.1) {
      case (0x09, _, _), (0x0A, _, _), (0x0D, _, _), (0xC2, 0x85, _), (0xC2, 0xA0..., _): continue
      case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...), (..<0xEF, _, _): break
      default: continue
      }
      let offset = bytes[..<i].count { $0 & 0xC0 != 0x80 }
      return String(decoding: bytes[i..<min(i + 4, bytes.count)], as: UTF8.self).unicodeScalars.first.map { ($0, offset) }
    }
    return nil
  }

  /// The range without the `&anchor` and `!tag` at its start, and the blanks, breaks and comments behind them.
  mutating func withoutProperties(_ range: Range<Int>) -> Range<Int> {
    var at = range.lowerBound
    while let scalar = scalar(at), scalar == "&" || scalar == "!" {
      while let next = self.scalar(at), !next.isYAMLSpace { at += 1 }
      skipSpace(&at)
    }
    return min(at, range.upperBound)..<range.upperBound
  }

  private mutating func skipSpace(_ at: inout Int) {
    while let scalar = scalar(at) {
      if scalar.isYAMLSpace {
        at += 1
      } else if scalar == "#", self.scalar(at - 1)?.isYAMLSpace == true {
        while let next = self.scalar(at), !next.isYAMLBreak { at += 1 }
      } else {
        break
      }
    }
  }

  /// The range without the blanks and breaks at its end.
  mutating func withoutTrailingSpace(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, scalar(end - 1)?.isYAMLSpace ?? true { end -= 1 }
    return range.lowerBound..<end
  }

  private mutating func scalar(_ offset: Int) -> Unicode.Scalar? {
    scalars.indices.contains(offset) ? scalars[offset] : nil
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
