package import Diagnostics

/// The words of written Chinese with their parts of speech, and text cut into them.
///
/// Text is Simplified or folded to it. Made by `Scripts/make-lexicon`.
package final class Lexicon: Sendable {
  private let trie: PackedTrie

  /// - Parameters:
  ///   - bytes: the table `words.table`.
  ///   - document: its path, for findings.
  /// - Throws: `language.damaged`.
  package init(_ bytes: [UInt8], document: String) throws(Diagnostic) {
    let table = try PackedTable(bytes, kind: "LEXI", document: document)
    trie = try PackedTrie(table, section: 0, largest: Int(UInt16.max))
  }

  /// A word of a text.
  package struct Word: Hashable, Sendable {
    package var range: Range<Int>
    /// Nil for what the lexicon does not know: a single ideograph, a Latin word, a run of digits, a sign.
    package var partOfSpeech: PartOfSpeech?
  }

  /// What a character costs that is no known word, in the units of the table: that of the rarest word and some more.
  private static let costOfUnknown = 1_280

  /// The text of `range` cut into words along the likeliest path, each word by its own probability; letters stay
  /// together, as do digits. Linear in the text: a word has at most eight characters.
  package func words(in text: [Unicode.Scalar], range: Range<Int>) -> [Word] {
    let range = range.clamped(to: 0..<text.count)
    let count = range.count
    // From the end: the least cost from each place on, the end of the first word there, its part of speech.
    var costs = [Int](repeating: 0, count: count + 1)
    var ends = [Int](repeating: 0, count: count)
    var parts = [PartOfSpeech?](repeating: nil, count: count)
    for place in stride(from: count - 1, through: 0, by: -1) {
      let start = range.lowerBound + place
      var end = place + 1
      if let kind = Self.run(text[start]) {
        // From inside a run on, the whole rest of it is one word.
        if end < count, Self.run(text[start + 1]) == kind { end = ends[end] }
      }
      var best = costs[end] + Self.costOfUnknown
      var part: PartOfSpeech?
      trie.forEachMatch(in: text, at: start, limit: range.upperBound) { match in
        let cost = costs[place + match.length] + match.value & 0x7FF
        if cost < best { (best, end, part) = (cost, place + match.length, PartOfSpeech(rawValue: UInt8(match.value >> 11))) }
      }
      (costs[place], ends[place], parts[place]) = (best, end, part)
    }
    var words: [Word] = []
    var place = 0
    while place < count {
      words.append(Word(range: (range.lowerBound + place)..<(range.lowerBound + ends[place]), partOfSpeech: parts[place]))
      place = ends[place]
    }
    return words
  }

  /// The longest word that starts at `start` and ends at or before `limit`.
  package func longestMatch(in text: [Unicode.Scalar], at start: Int, limit: Int) -> Word? {
    var found: Word?
    trie.forEachMatch(in: text, at: start, limit: limit) { match in
      found = Word(range: start..<(start + match.length), partOfSpeech: PartOfSpeech(rawValue: UInt8(match.value >> 11)))
    }
    return found
  }

  /// The part of speech of the text of `range` where that is one word.
  package func partOfSpeech(of range: Range<Int>, in text: [Unicode.Scalar]) -> PartOfSpeech? {
    guard range.lowerBound >= 0, range.upperBound <= text.count,
      let word = longestMatch(in: text, at: range.lowerBound, limit: range.upperBound), word.range == range
    else { return nil }
    return word.partOfSpeech
  }

  package func partOfSpeech(of word: String) -> PartOfSpeech? {
    let scalars = Array(word.unicodeScalars)
    return partOfSpeech(of: 0..<scalars.count, in: scalars)
  }

  private enum Run { case letters, digits }
  private static func run(_ scalar: Unicode.Scalar) -> Run? {
    switch scalar.value {
    case 48...57, 0xFF10...0xFF19: .digits
    case 65...90, 97...122, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letters
    default: nil
    }
  }
}
