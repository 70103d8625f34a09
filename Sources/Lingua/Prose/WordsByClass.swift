import StructuredData

/// Closed words of prose by what they do in a sentence of figures.
package struct WordsByClass: Sendable {
  /// The keys of the section `closed-words`.
  package enum Class: String, CaseIterable, Sendable {
    case noun, dependent, rate, predicate, rise, fall, reach, rank, share, compare, equals, unbroken, first, respectively, within, from, of,
      done, each, plan, adverb, pronoun, conjunction, preposition, marker, speech, body, office, stop, setting, abstract, verb, action,
      currency
    case growthNoun = "growth-noun"
    case etCetera = "et-cetera"
    case yearOnYear = "year-on-year"
    case selfName = "self-name"
  }

  private let lists: [Class: [String]]
  /// What is done with things, the longest first.
  package let actions: [String]

  package subscript(key: Class) -> [String] { lists[key] ?? [] }

  init(_ fields: inout Fields) {
    var lists: [Class: [String]] = [:]
    for key in Class.allCases { lists[key] = fields.words(key.rawValue) }
    self.lists = lists
    actions = (lists[.action] ?? []).sorted { $0.count > $1.count }
  }
}
