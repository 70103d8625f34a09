#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The text of a dictionary of libhyphen, a line a pattern: `.a2ch4`.
///
/// libhyphen makes an automaton of all patterns, which costs milliseconds; most documents in Chinese part a handful of
/// English words, whose automaton needs few of the patterns.
struct HyphenationPatterns {
  let bytes: [UInt8]
  /// Whether it is a plain list of patterns: one level, nothing put in the place of letters.
  let isPlain: Bool

  /// - Returns: nil when the file cannot be read.
  init?(path: String) {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&part, 1, part.count, file)
      if count == 0 { break }
      bytes += part[..<count]
    }
    self.init(bytes)
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let nextLevel = Array("NEXTLEVEL".utf8)
    isPlain =
      !bytes.contains(0x2F)
      && !bytes.indices.contains { bytes[$0] == nextLevel[0] && bytes[$0...].starts(with: nextLevel) }
  }

  /// The patterns that the automaton passes through at some place of a word of small ASCII letters: those whose first two
  /// signs stand in it side by side, its ends being points. All other states that it comes to are those of single signs.
  func text(for word: [UInt8]) -> [UInt8] {
    guard isPlain else { return bytes }
    var pairs = [Bool](repeating: false, count: 27 * 27)
    var before = 0
    for letter in word {
      guard let sign = Self.sign(letter) else { return bytes }
      pairs[before * 27 + sign] = true
      before = sign
    }
    pairs[before * 27] = true
    var out: [UInt8] = []
    var start = 0
    while start < bytes.count {
      var first: Int?
      var isWanted = true
      var end = start
      var hasPair = false
      while end < bytes.count, bytes[end] != 0x0A {
        let byte = bytes[end]
        end += 1
        guard !hasPair, !(0x30...0x39).contains(byte), byte != 0x0D else { continue }
        guard let sign = Self.sign(byte) else {
          // Of other letters, or no pattern: the character set, a keyword, a comment.
          isWanted = first == nil && !(0x80...0xFF).contains(byte)
          hasPair = true
          continue
        }
        if let first {
          isWanted = pairs[first * 27 + sign]
          hasPair = true
        } else {
          first = sign
        }
      }
      if isWanted {
        out += bytes[start..<end]
        out.append(0x0A)
      }
      start = end + 1
    }
    return out
  }

  /// A point is 0, letters are 1 to 26.
  private static func sign(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x2E: 0
    case 0x61...0x7A: Int(byte) - 0x60
    default: nil
    }
  }
}
