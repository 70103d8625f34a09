import StructuredData

/// Words of prose by concept, read once and shared by all that read it; `language/<tag>.yaml` has a section for each concept.
package final class ProseWords: Sendable {
  package let bases: BasisWords
  package let bodies: BodyWords
  package let times: TimeWords
  package let clauses: ClauseWords
  package let names: NameWords
  package let facts: FactWords
  package let trade: TradeWords
  package let places: PlaceWords
  package let classes: WordsByClass
  package let qualifiers: QualifierWords

  init?(_ fields: inout Fields) {
    let bases = fields.section("basis-words", "BasisWords", "What a change is counted from.") { BasisWords(&$0) }
    let bodies = fields.section(
      "body-words", "BodyWords",
      "Companies, schools, offices and other bodies: kinds of them, ends of their names, and what they are called by."
    ) { BodyWords(&$0) }
    let times = fields.section("time-words", "TimeWords", "What makes a time of the words round it, and how long something lasts.") {
      TimeWords(&$0)
    }
    let clauses = fields.section("clause-words", "ClauseWords", "How clauses open and close that name, compare or explain.") {
      ClauseWords(&$0)
    }
    let names = fields.section("name-words", "NameWords", "What belongs to the name of what is measured, and what does not.") {
      NameWords(&$0)
    }
    let facts = fields.section("fact-words", "FactWords", "How levels, shares, changes, ranks, averages and plans are told.") {
      FactWords(&$0)
    }
    let trade = fields.section("trade-words", "TradeWords", "Trade, and the partners it is told with.") { TradeWords(&$0) }
    let places = fields.section("place-words", "PlaceWords", "Places that are told of by other names.") { PlaceWords(&$0) }
    let classes = fields.section("closed-words", "WordsByClass", "Closed words by what they do in a sentence of figures.") {
      WordsByClass(&$0)
    }
    let qualifiers = fields.section("qualifier-words", "QualifierWords", "What stands round a number and says how it bears on the truth.") {
      QualifierWords(&$0)
    }
    guard let bases, let bodies, let times, let clauses, let names, let facts, let trade, let places, let classes, let qualifiers else {
      return nil
    }
    self.bases = bases
    self.bodies = bodies
    self.times = times
    self.clauses = clauses
    self.names = names
    self.facts = facts
    self.trade = trade
    self.places = places
    self.classes = classes
    self.qualifiers = qualifiers
  }
}

extension Fields {
  /// The words of a section; one that is left out has none.
  fileprivate mutating func section<Words>(
    _ key: String, _ name: String, _ doc: String, _ read: @escaping @Sendable (inout Fields) -> Words
  ) -> Words? {
    let shape = NodeShape<Words>.record(name) { read(&$0) }
    if has(key) { return optional(key, shape, doc) }
    _ = optional(key, shape, doc)
    return shape.decode(.mapping([]), &findings)
  }

  /// Words and phrases in the order of the file.
  mutating func words(_ key: String) -> [String] { optional(key, LanguagePack.words, default: [], "Words and phrases, parted by commas.") }
  /// The same, where only is asked whether a word is one of them.
  mutating func set(_ key: String) -> Set<String> { Set(words(key)) }
  /// Words with a value each.
  mutating func pairs(_ key: String) -> [(phrase: String, value: String)] {
    optional(key, LanguagePack.valued, default: [], "Words and phrases with their values, parted by commas.")
  }
  /// Single signs.
  mutating func signs(_ key: String) -> [Unicode.Scalar] { words(key).compactMap(\.unicodeScalars.first) }
}
