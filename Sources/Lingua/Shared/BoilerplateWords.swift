import StructuredData

/// Words of the boilerplate of pages, of bylines, sources and notes, as `language/boilerplate.yaml` lists them.
package final class BoilerplateWords: Sendable {
  package static let shared = SharedWords.read("boilerplate.yaml", shape)

  /// Where a cue stands in its line.
  package enum Place: String, CaseIterable, Sendable {
    /// The line is boilerplate when it starts with the word.
    case starts
    /// The line is boilerplate when the word stands anywhere and the line is short and no sentence.
    case anywhere
    /// The line is boilerplate whatever its length.
    case certain
    /// The line is boilerplate when it has nothing else: Statistical bulletin.
    case whole
    /// The line is boilerplate when the word is a label before a number and the line is short and no sentence: 阅读 4318.
    case labels
  }
  /// What it makes of the line.
  package enum Reason: String, CaseIterable, Sendable {
    case metadata, counter, share, navigation, contact, copyright, keywords, byline
    case pictureNote = "picture-note"
  }

  package let cues: [(place: Place, reason: Reason, words: [String])]
  package let writers, kindsOfWriters, editions, papers, bylineOpenings, bylineEnds, datelineEnds, pictures, attributions, sources, issuers,
    noteLabels, noteHeads: [String]

  private init(_ fields: inout Fields) {
    cues = Place.allCases.flatMap { place in
      fields.optional(place.rawValue, Self.reasons, default: [], "Words by what they make of their line.").map {
        (place: place, reason: $0.reason, words: $0.words)
      }
    }
    writers = fields.words("writers")
    kindsOfWriters = fields.words("kinds-of-writers")
    editions = fields.words("editions")
    papers = fields.words("papers")
    bylineOpenings = fields.words("byline-openings")
    bylineEnds = fields.words("byline-ends")
    datelineEnds = fields.words("dateline-ends")
    pictures = fields.words("pictures")
    attributions = fields.words("attributions")
    sources = fields.words("sources")
    issuers = fields.words("issuers")
    noteLabels = fields.words("note-labels")
    noteHeads = fields.words("note-heads")
  }

  private static let shape = NodeShape<BoilerplateWords>.record("BoilerplateWords") { BoilerplateWords(&$0) }

  private static let reasons = NodeShape<[(reason: Reason, words: [String])]>.record("BoilerplateReasons") { fields in
    Reason.allCases.map { ($0, fields.words($0.rawValue)) }
  }
}
