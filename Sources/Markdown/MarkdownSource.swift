import Diagnostics

/// The document that cmark reads a part of: turns cmark's lines and byte columns into code points.
struct MarkdownSource {
  let name: String
  let scalars: [Unicode.Scalar]
  /// The code point at which the part for cmark begins (behind byte order mark and front matter).
  let bodyStart: Int
  /// That part in UTF-8, with the markers of ``EmphasisMarkers``; U+0000 is replaced by U+FFFD as CommonMark asks (§2.3),
  /// which keeps the count.
  let body: [UInt8]
  private let marker: Unicode.Scalar?
  private let markerBytes: [UInt8]
  /// Where the text stands in a larger document.
  private let place: SourceSpan?
  /// Byte offsets in `body` at which its lines begin.
  private let lineStarts: [Int]
  /// Code points before each 64th byte of `body`, markers not counted.
  private let counts: [Int]
  /// Code points at which the document's lines begin.
  private let documentLines: [Int]

  init(_ scalars: [Unicode.Scalar], bodyStart: Int, name: String, within place: SourceSpan? = nil) {
    self.name = name
    self.scalars = scalars
    self.bodyStart = bodyStart
    self.place = place
    let markers = EmphasisMarkers(scalars, from: bodyStart)
    marker = markers.marker
    let markerBytes = marker.map { Array(String($0).utf8) } ?? []
    self.markerBytes = markerBytes
    body = Self.body(scalars, from: bodyStart, markers.marker == nil ? [] : markers.places, markerBytes)
    var lineStarts = [0]
    var counts: [Int] = []
    var count = 0
    for (i, byte) in body.enumerated() {
      if i % 64 == 0 { counts.append(count) }
      if Self.beginsScalar(body, i, markerBytes) { count += 1 }
      if byte == 0x0A || byte == 0x0D && (i + 1 == body.count || body[i + 1] != 0x0A) { lineStarts.append(i + 1) }
    }
    counts.append(count)
    self.lineStarts = lineStarts
    self.counts = counts
    var documentLines = [0]
    for i in scalars.indices
    where scalars[i] == "\n" || scalars[i] == "\r" && (i + 1 == scalars.count || scalars[i + 1] != "\n") {
      documentLines.append(i + 1)
    }
    self.documentLines = documentLines
  }

  private static func body(_ scalars: [Unicode.Scalar], from start: Int, _ places: [Int], _ marker: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((scalars.count - start) * 3 + places.count * 3)
    var next = places[...]
    for i in start..<scalars.count {
      if i == next.first {
        bytes += marker
        next = next.dropFirst()
      }
      bytes.append(contentsOf: UTF8.encode(scalars[i] == "\0" ? "\u{FFFD}" : scalars[i]) ?? .init())
    }
    return bytes
  }

  /// Whether a code point of the document begins at byte `i`, and no marker.
  private static func beginsScalar(_ body: [UInt8], _ i: Int, _ marker: [UInt8]) -> Bool {
    guard body[i] & 0xC0 != 0x80 else { return false }
    guard let first = marker.first, body[i] == first, i + marker.count <= body.count else { return true }
    return !body[i..<i + marker.count].elementsEqual(marker)
  }

  /// What cmark returned, without markers.
  func unmarked(_ text: String) -> String {
    guard let marker, text.unicodeScalars.contains(marker) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != marker }))
  }

  /// The code points at which the lines of the body begin.
  var bodyLines: [Int] { [bodyStart] + documentLines.filter { $0 > bodyStart } }

  /// The code point of the document at a 1-based line of the body and a 0-based byte within it.
  func offset(line: Int, byte: Int) -> Int {
    offset(ofByte: lineStart(line) + max(0, byte))
  }

  /// Byte offset in ``body`` of a 1-based line; the body's end behind the last.
  func lineStart(_ line: Int) -> Int {
    line >= 1 && line <= lineStarts.count ? lineStarts[line - 1] : line < 1 ? 0 : body.count
  }

  /// Bytes of blanks and quotation marks before the text of a paragraph's further line.
  func prefixLength(line: Int) -> Int {
    let start = lineStart(line)
    var at = start
    while at < body.count, body[at] == 0x20 || body[at] == 0x09 || body[at] == UInt8(ascii: ">") { at += 1 }
    return at - start
  }

  private func offset(ofByte byte: Int) -> Int {
    let byte = min(byte, body.count)
    var count = byte / 64 < counts.count ? counts[byte / 64] : 0
    for i in (byte / 64 * 64)..<byte where Self.beginsScalar(body, i, markerBytes) { count += 1 }
    return bodyStart + count
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    var low = 0
    var high = documentLines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if documentLines[middle] <= range.lowerBound { low = middle } else { high = middle }
    }
    var start = SourceSpan.Position(line: low + 1, column: range.lowerBound - documentLines[low] + 1)
    guard let place else { return SourceSpan(document: name, range: range, start: start) }
    start.line += (place.start?.line ?? 1) - 1
    let shift = place.range.lowerBound
    return SourceSpan(document: name, range: range.lowerBound + shift..<range.upperBound + shift, start: start)
  }

  func scalar(_ offset: Int) -> Unicode.Scalar? { scalars.indices.contains(offset) ? scalars[offset] : nil }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
    return String(view)
  }

  /// `range` without the white space at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = min(range.upperBound, scalars.count)
    while end > range.lowerBound, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return range.lowerBound..<max(end, range.lowerBound)
  }

  /// The end of `text` as written from `start` on: with backslash escapes, and an entity for any of its characters.
  /// Nil when something else stands there.
  func end(of text: String, from start: Int) -> Int? {
    var at = start
    var wanted = text.unicodeScalars.makeIterator()
    var next = wanted.next()
    while let scalar = next {
      guard let found = self.scalar(at) else { return nil }
      if found == "&", scalar != "&" || isEntity(at) {
        guard let end = endOfEntity(at) else { return nil }
        at = end
      } else if found == scalar || found == "\0" && scalar == "\u{FFFD}" {
        at += 1
      } else if found == "\\", self.scalar(at + 1) == scalar {
        at += 2
      } else {
        return nil
      }
      next = wanted.next()
    }
    return at
  }

  private func isEntity(_ at: Int) -> Bool { endOfEntity(at) != nil }

  /// The longest name of an entity has 31 characters.
  private func endOfEntity(_ start: Int) -> Int? {
    var at = start + 1
    while let scalar = scalar(at), at - start <= 33 {
      if scalar == ";" { return at > start + 1 ? at + 1 : nil }
      guard scalar == "#" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else { return nil }
      at += 1
    }
    return nil
  }
}
