import StructuredData

/// What stands round a number and says how it bears on the truth.
package struct QualifierWords: Sendable {
  /// The keys of the section `qualifier-words`.
  package enum Manner: String, CaseIterable, Sendable {
    case passing
    case passingPlanned = "passing-planned"
    case atLeast = "at-least"
    case shortOf = "short-of"
    case atMost = "at-most"
    case beingAbout = "being-about"
    case makingUpAbout = "making-up-about"
    case about
    case orMore = "or-more"
    case andMore = "and-more"
    case orLess = "or-less"
    case orSo = "or-so"
  }

  private let lists: [Manner: [String]]

  package subscript(key: Manner) -> [String] { lists[key] ?? [] }

  init(_ fields: inout Fields) {
    var lists: [Manner: [String]] = [:]
    for key in Manner.allCases { lists[key] = fields.words(key.rawValue) }
    self.lists = lists
  }
}
