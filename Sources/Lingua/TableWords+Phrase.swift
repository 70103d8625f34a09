extension TableWords {
  /// A word or phrase in the form of comparison.
  package struct Phrase: Hashable, Sendable {
    package let scalars: [Unicode.Scalar]
    /// A bit for each of its scalars: a text without one of them does not hold the phrase.
    package let bits: UInt64

    package let text: String
    /// Without blanks.
    package let key: String

    package init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars
      bits = Self.bits(of: scalars)
      text = String(String.UnicodeScalarView(scalars))
      key = String(String.UnicodeScalarView(scalars.filter { $0 != " " }))
    }

    package static func bits(of scalars: some Sequence<Unicode.Scalar>) -> UInt64 { scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) } }
  }
}
