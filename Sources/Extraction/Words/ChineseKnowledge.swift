package import Articles
package import Lingua

/// What is known of Chinese beyond the closed words of statistical prose: names of places, and a general lexicon with parts of
/// speech.
package struct ChineseKnowledge: Sendable {
  package var places: PlaceNames
  package let words: Lexicon

  package init(gazetteer: Gazetteer, lexicon: Lexicon) {
    places = PlaceNames(gazetteer)
    words = lexicon
  }
}
