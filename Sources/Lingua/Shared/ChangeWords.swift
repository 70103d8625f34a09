import StructuredData

/// Words of a stated change, in every language, as `language/changes.yaml` lists them.
package final class ChangeWords: Sendable {
  package static let shared = SharedWords.read("changes.yaml", shape)

  package let rising, falling, more, less, level, reaching, growing: [String]
  /// Multiples of what was before, and per cents of a whole, that a title says in words.
  package let multiples, parts: [(phrase: String, value: Double)]
  package let around, aroundInVerbs, beforeThose: Set<Unicode.Scalar>

  private init(_ fields: inout Fields) {
    rising = fields.words("rising")
    falling = fields.words("falling")
    more = fields.words("more")
    less = fields.words("less")
    level = fields.words("level")
    reaching = fields.words("reaching")
    growing = fields.words("growing")
    func valued(_ key: String) -> [(phrase: String, value: Double)] {
      fields.optional(key, LanguagePack.valued, default: [], "Words with their numbers, parted by commas.").compactMap { entry in
        Double(entry.value).map { (entry.phrase, $0) }
      }
    }
    multiples = valued("multiples")
    parts = valued("parts")
    around = Set(fields.signs("around"))
    aroundInVerbs = Set(fields.signs("around-in-verbs"))
    beforeThose = Set(fields.signs("before-those"))
  }

  private static let shape = NodeShape<ChangeWords>.record("ChangeWords") { ChangeWords(&$0) }
}
