package import Lingua

/// What the reading of an article knows before its language is asked: names of places, and the words by which is told whose figures it
/// gives.
package struct ArticleKnowledge: Sendable {
  package let places: PlaceNames
  package let subjects: SubjectWords

  package init(places: PlaceNames, subjects: SubjectWords) {
    self.places = places
    self.subjects = subjects
  }
}
