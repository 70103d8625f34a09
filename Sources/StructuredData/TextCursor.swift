import Diagnostics

/// Walks the UTF-8 of a document and knows where it is in code points, lines and columns.
///
/// ``at`` may be moved directly over ASCII that is no line break; else by ``step()`` and ``breakLine()``.
struct TextCursor {
  let name: String
  let bytes: [UInt8]
  var at = 0
  /// UTF-8 continuation bytes passed so far: code point offset = byte offset − this.
  private var continuations = 0
  private var line = 1
  /// Code point offset of the current line's start.
  private var lineStart = 0

  /// Begins behind a byte order mark, which counts as one code point.
  init(_ text: String, name: String) {
    self.name = name
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      at = 3
      continuations = 2
    }
  }

  struct Mark {
    var offset: Int
    var position: SourceSpan.Position
  }
  var offset: Int { at - continuations }
  var mark: Mark { Mark(offset: offset, position: .init(line: line, column: offset - lineStart + 1)) }
  @inline(__always) var isAtEnd: Bool { at >= bytes.count }
  /// The byte here; 0 at the end of the text.
  @inline(__always) var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  func span(from start: Mark) -> SourceSpan {
    SourceSpan(document: name, range: start.offset..<max(start.offset, offset), start: start.position)
  }

  /// Steps over a byte that is no line break.
  @inline(__always) mutating func step() {
    if bytes[at] & 0xC0 == 0x80 { continuations += 1 }
    at += 1
  }

  /// Steps over LF, CR or CRLF.
  mutating func breakLine() {
    if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
    at += 1
    line += 1
    lineStart = offset
  }

  /// Steps over an ASCII byte if it stands here.
  mutating func skip(_ wanted: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == wanted else { return false }
    at += 1
    return true
  }

  /// Steps over an ASCII word if it stands here.
  mutating func skip(_ word: String) -> Bool {
    guard bytes[at...].starts(with: word.utf8) else { return false }
    at += word.utf8.count
    return true
  }

  /// The code point here; nil at the end of the text.
  var scalar: Unicode.Scalar? {
    String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
