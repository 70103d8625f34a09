import CHyphen
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Parts English words by Liang's patterns, as libhyphen reads them from the dictionary of the system.
///
/// The dictionary is read when the first word is asked for. The first few words have an automaton each, of the patterns that they
/// need; the automaton of all patterns takes milliseconds that most Chinese texts need not wait for. Words are remembered.
package final class Hyphenator: Sendable {
  private struct State: ~Copyable {
    var patterns: HyphenationPatterns?
    var dictionary: Dictionary?
    var known: [[UInt8]: [Int]] = [:]
  }
  private let path: String
  private let state = Mutex(State())
  private static let capacity = 20_000
  /// Words with an automaton of their own, before one is made of all patterns.
  private static let firstWords = 8

  /// Where distributions put the patterns of English, American ones first.
  static let usualPaths = [
    "/usr/share/hyphen/hyph_en_US.dic", "/usr/local/share/hyphen/hyph_en_US.dic",
    "/opt/homebrew/share/hyphen/hyph_en_US.dic", "/usr/share/myspell/dicts/hyph_en_US.dic",
    "/usr/share/hyphen/hyph_en_GB.dic",
  ]

  /// Words of our field that the patterns do not part.
  private static let compounds: [[UInt8]: [Int]] = [
    Array("blockchain".utf8): [5], Array("roadmap".utf8): [4], Array("ecommerce".utf8): [4],
  ]

  /// - Parameter path: of a dictionary; nil tries the usual places.
  /// - Returns: nil when there is none.
  package init?(path: String? = nil) {
    guard let found = (path.map { [$0] } ?? Hyphenator.usualPaths).first(where: Hyphenator.isDictionary) else { return nil }
    self.path = found
  }

  /// Whether a file begins as a dictionary does, with a line that names a character set; libhyphen itself takes any file.
  private static func isDictionary(_ path: String) -> Bool {
    guard let file = unsafe fopen(path, "r") else { return false }
    defer { unsafe fclose(file) }
    var start = [UInt8](repeating: 0, count: 24)
    let count = unsafe fread(&start, 1, start.count, file)
    let line = start[..<count].prefix { $0 != 0x0A && $0 != 0x0D }
    let isName = line.allSatisfy {
      $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    return isName && line.count >= 4 && line.count < count
  }

  /// Offsets in a word of ASCII letters before which it may be parted: at least two letters before, three after.
  package func breaks(in word: [UInt8]) -> [Int] {
    guard word.count >= 5, word.count < 64 else { return [] }
    let lower = word.map { $0 | 0x20 }
    return state.withLock { state in
      if let places = state.known[lower] ?? Hyphenator.compounds[lower] { return places }
      if state.known.count >= Hyphenator.capacity { state.known.removeAll(keepingCapacity: true) }
      if state.patterns == nil { state.patterns = HyphenationPatterns(path: path) ?? HyphenationPatterns([]) }
      let places: [Int]
      if state.known.count < Hyphenator.firstWords, let patterns = state.patterns, patterns.isPlain {
        places = Dictionary(patterns.text(for: lower)).breaks(in: lower)
      } else {
        if state.dictionary == nil { state.dictionary = Dictionary(state.patterns?.bytes ?? []) }
        places = state.dictionary?.breaks(in: lower) ?? []
      }
      state.known[lower] = places
      return places
    }
  }
}

extension Hyphenator {
  /// libhyphen's dictionary; empty where the file is none.
  @safe fileprivate struct Dictionary: ~Copyable {
    private let raw: UnsafeMutablePointer<HyphenDict>?

    init(_ text: [UInt8]) {
      var text = text
      let size = text.count
      unsafe raw = text.withUnsafeMutableBytes { bytes in
        guard let file = unsafe fmemopen(bytes.baseAddress, size, "r") else { return nil }
        defer { unsafe fclose(file) }
        return unsafe hnj_hyphen_load_file(file)
      }
    }
    deinit { if let raw = unsafe raw { unsafe hnj_hyphen_free(raw) } }

    func breaks(in word: [UInt8]) -> [Int] {
      guard let raw = unsafe raw else { return [] }
      var marks = [CChar](repeating: 0, count: word.count + 5)
      let letters = word.map { CChar(bitPattern: $0) } + [0]
      var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = nil
      var positions: UnsafeMutablePointer<Int32>? = nil
      var cuts: UnsafeMutablePointer<Int32>? = nil
      let status = unsafe hnj_hyphen_hyphenate2(
        raw, letters, Int32(word.count), &marks, nil, &replacements, &positions, &cuts)
      let isStandard = unsafe replacements == nil
      if let list = unsafe replacements {
        for i in word.indices { unsafe free(list[i]) }
        unsafe free(list)
      }
      unsafe free(positions)
      unsafe free(cuts)
      guard status == 0, isStandard else { return [] }
      return word.indices.filter { $0 >= 2 && $0 <= word.count - 3 && marks[$0 - 1] & 1 == 1 }
    }
  }
}

/// Adds hyphenation to the opportunities: words of ASCII letters that are no part of an address, a code or a formula.
func hyphenate(_ text: ItemizedText, with hyphenator: Hyphenator, _ result: inout [BreakOpportunity]) {
  let scalars = text.scalars
  var i = 0
  while i < scalars.count {
    guard text.classes[i] == .latin else {
      i += 1
      continue
    }
    let start = i
    var isPlain = true
    while i < scalars.count, text.classes[i] == .latin {
      if scalars[i] == "@" || scalars[i] == "/" || scalars[i] == "_" || scalars[i] == "=" { isPlain = false }
      i += 1
    }
    if isPlain { hyphenateWords(scalars, start..<i, hyphenator, &result) }
  }
}

private let shortestInCapitals = 8

private func hyphenateWords(
  _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ hyphenator: Hyphenator, _ result: inout [BreakOpportunity]
) {
  var start = range.lowerBound
  while start < range.upperBound {
    guard isLetter(scalars[start]) else {
      start += 1
      continue
    }
    var end = start
    while end < range.upperBound, isLetter(scalars[end]) { end += 1 }
    let before = start > range.lowerBound ? scalars[start - 1] : " "
    let after = end < range.upperBound ? scalars[end] : " "
    let touchesWord = { (scalar: Unicode.Scalar) in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    let insideToken = end + 1 < range.upperBound && after == "." && isLetter(scalars[end + 1])
    let isUnit = result[start] == .numberUnit || result[start] == .withinUnit
    if !isUnit, !touchesWord(before), !touchesWord(after), !insideToken, before != ".", before != "’", before != "'" {
      let word = scalars[start..<end].map { UInt8(truncatingIfNeeded: $0.value) }
      // Neither abbreviations (WIPO, UNESCO) nor names with a capital inside (WhitePaper) are parted; longer words in
      // capitals are words of a title.
      if word.dropFirst().allSatisfy({ $0 >= 0x61 }) || word.count >= shortestInCapitals && word.allSatisfy({ $0 < 0x61 }) {
        for place in hyphenator.breaks(in: word) where result[start + place] == .prohibited {
          result[start + place] = .hyphen
        }
      }
    }
    start = end
  }
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
}
