import StructuredData

/// Places that are told of by other names. What each list holds, the file of the language says with an example.
package struct PlaceWords: Sendable {
  package let nationNames, mainland: [String]
  package let apart, everywhere: Set<String>

  init(_ fields: inout Fields) {
    apart = fields.set("apart")
    nationNames = fields.words("nation-names")
    mainland = fields.words("mainland")
    everywhere = fields.set("everywhere")
  }
}
