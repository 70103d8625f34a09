package import Diagnostics
import Foundation

/// Turns a file's bytes into code points, saying what it is when it is no text.
///
/// - Throws: `input.empty`, `input.binary`, `input.encoding` (with the place of the first bad byte).
package func decodeText(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Warned<
  (
    scalars: [Unicode.Scalar], encoding: TextEncoding
  )
> {
  if bytes.isEmpty {
    throw .error("input.empty", "the file is empty", at: SourceSpan(document: path))
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return Warned(try decodeUTF16(bytes, path: path))
  }
  if let kind = binaryKind(bytes) {
    throw .error(
      "input.binary", "this is \(kind), not an article", at: SourceSpan(document: path),
      hint: "give plain text, Markdown or HTML")
  }
  let (scalars, bad) = decodeUTF8(bytes)
  guard let bad else {
    let encoding: TextEncoding = scalars.first == "\u{FEFF}" ? .utf8WithMark : .utf8
    return Warned((scalars, encoding))
  }
  // Damaged UTF-8 still has many whole sequences; in GB18030 text hardly any pair of bytes happens to be one.
  if bad.sound < 2 * bad.unsound, let text = decodeGB18030(bytes) {
    let note = Diagnostic.warning(
      "input.encoding", "read as GB18030", at: SourceSpan(document: path), hint: "save the file as UTF-8 to be sure")
    return Warned((text, .gb18030), [note])
  }
  let position = LineTable(scalars).position(of: bad.offset)
  throw .error(
    "input.encoding", "byte \(bad.byte) is neither UTF-8 nor GB18030",
    at: SourceSpan(document: path, range: bad.offset..<bad.offset, start: position), hint: "save the file as UTF-8")
}

/// The first ill-formed place of a UTF-8 file, and how much else of it is sound or not.
struct UTF8Damage: Hashable {
  /// Index of the byte.
  var byte: Int
  /// Code points before it.
  var offset: Int
  /// Sequences of two and more bytes that are well formed.
  var sound: Int
  /// Bytes that are part of no sequence.
  var unsound: Int
}

/// Decodes UTF-8, replacing what is ill-formed by U+FFFD.
func decodeUTF8(_ bytes: [UInt8]) -> (scalars: [Unicode.Scalar], damage: UTF8Damage?) {
  var scalars: [Unicode.Scalar] = []
  scalars.reserveCapacity(bytes.count / 2)
  var damage: UTF8Damage?
  var sound = 0
  var index = 0
  while index < bytes.count {
    let first = bytes[index]
    if first < 0x80 {
      scalars.append(Unicode.Scalar(first))
      index += 1
      continue
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0x7F >> UInt32(length))
    var good = first >= 0xC2 && first <= 0xF4 && index + length <= bytes.count
    if good {
      for next in bytes[(index + 1)..<(index + length)] {
        good = good && next & 0xC0 == 0x80
        value = value << 6 | UInt32(next & 0x3F)
      }
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    if good, value >= least, let scalar = Unicode.Scalar(value) {
      scalars.append(scalar)
      sound += 1
      index += length
    } else {
      if damage == nil { damage = UTF8Damage(byte: index, offset: scalars.count, sound: 0, unsound: 0) }
      damage?.unsound += 1
      scalars.append("\u{FFFD}")
      index += 1
    }
  }
  damage?.sound = sound
  return (scalars, damage)
}

private func decodeUTF16(_ bytes: [UInt8], path: String) throws(Diagnostic) -> (
  scalars: [Unicode.Scalar], encoding: TextEncoding
) {
  let little = bytes[0] == 0xFF
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var index = 0
  while index + 1 < bytes.count {
    let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    units.append(little ? b << 8 | a : a << 8 | b)
    index += 2
  }
  var scalars: [Unicode.Scalar] = []
  var decoder = UTF16()
  var iterator = units.makeIterator()
  loop: while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): scalars.append(scalar)
    case .emptyInput: break loop
    case .error:
      let position = LineTable(scalars).position(of: scalars.count)
      throw .error(
        "input.encoding", "half of a UTF-16 surrogate pair",
        at: SourceSpan(document: path, range: scalars.count..<scalars.count, start: position))
    }
  }
  return (scalars, little ? .utf16LittleEndian : .utf16BigEndian)
}

/// nil unless every byte belongs to a character and most characters are ideographs or ASCII.
private func decodeGB18030(_ bytes: [UInt8]) -> [Unicode.Scalar]? {
  guard let text = String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632)) else { return nil }
  let scalars = Array(text.unicodeScalars)
  var usual = 0
  for scalar in scalars
  where scalar.isASCII || scalar.isHan || (0x3000...0x303F).contains(scalar.value)
    || (0xFF00...0xFF5E).contains(scalar.value) || (0x2010...0x203B).contains(scalar.value)
  { usual += 1 }
  return usual * 10 >= scalars.count * 8 ? scalars : nil
}

/// What a file is that is no text, by its first bytes; nil for text.
private func binaryKind(_ bytes: [UInt8]) -> String? {
  let kinds: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    ([0x47, 0x49, 0x46, 0x38], "a GIF picture"), ([0x25, 0x50, 0x44, 0x46], "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office document"), ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    ([0x1F, 0x8B], "a gzip archive"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]
  for (magic, kind) in kinds where bytes.starts(with: magic) { return kind }
  return bytes.prefix(65_536).contains(0) ? "a binary file" : nil
}
