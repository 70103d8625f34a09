import Testing
import Typesetting

@Suite("Hyphenation")
struct HyphenationTests {
  private let words = [
    "typesetting", "international", "representation", "characteristics", "algorithm", "hyphenation", "table", "patents", "Hague", "Madrid",
    "trademarks", "geographical", "innovation", "enterprise", "associate", "project", "record", "present", "manuscript", "philanthropic",
    "Shenzhen", "zzyzx", "aaaaaaaa", "photosynthesis", "ambidextrous", "unforgettable", "licensing", "copyright", "microorganisms",
  ]

  /// The first words have an automaton of the patterns that they need, later ones that of all patterns.
  @Test("a word is parted at the same places whether it is the first or the last of many")
  func firstAndLaterWords() throws {
    let later = try #require(Hyphenator())
    for word in ["alpha", "bravo", "charlie", "foxtrot", "hotel", "juliet", "november", "oscar", "quebec"] {
      _ = later.breaks(in: Array(word.utf8))
    }
    for word in words {
      let first = try #require(Hyphenator())
      #expect(first.breaks(in: Array(word.utf8)) == later.breaks(in: Array(word.utf8)), "\(word)")
    }
    #expect(later.breaks(in: Array("hyphenation".utf8)) == [2, 6])
    #expect(later.breaks(in: Array("characteristics".utf8)).count >= 3)
  }
}
