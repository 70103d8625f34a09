import StructuredData

/// What an author may write in a report, as `language/authors.yaml` lists it.
package final class AuthorWords: Sendable {
  package static let shared = SharedWords.read("authors.yaml", shape)

  package let changes, shares, ranks, streaks, bases, totals, plans: [String]

  private init(_ fields: inout Fields) {
    changes = fields.words("changes")
    shares = fields.words("shares")
    ranks = fields.words("ranks")
    streaks = fields.words("streaks")
    bases = fields.words("bases")
    totals = fields.words("totals")
    plans = fields.words("plans")
  }

  private static let shape = NodeShape<AuthorWords>.record("AuthorWords") { AuthorWords(&$0) }
}
