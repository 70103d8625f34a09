package import Indicators

/// What led to an observation, for `extract --explain`.
package struct Explanation: Hashable, Sendable {
  /// The construction that read it.
  package var rule: String
  /// The words that gave name, area and period; nil where nothing did.
  package var nameWords: String?
  package var areaWords: String?
  package var periodWords: String?

  package init(rule: String, nameWords: String? = nil, areaWords: String? = nil, periodWords: String? = nil) {
    self.rule = rule
    self.nameWords = nameWords
    self.areaWords = areaWords
    self.periodWords = periodWords
  }
}

/// In place of ``Explanation/periodWords`` where no words give the period, and the article's year stands in.
let dateOfTheArticle = "date of the article"

package struct ExplainedObservation: Hashable, Sendable {
  package var observation: Observation
  package var explanation: Explanation
}

/// A value together with the words it was read from.
struct Worded<Value: Hashable & Sendable>: Hashable, Sendable {
  var value: Value
  var words: String
}

/// An observation in the making; offsets are into the text of its block.
struct Draft: Hashable, Sendable {
  var kind: Observation.Kind
  var name: String
  var nameWords: String?
  var number: ExactNumber
  var unit: String
  var qualifier: Observation.Qualifier
  var area: Worded<String>?
  var period: Worded<Period>?
  var scope: String?
  var status: Observation.Status
  var rule: String
  var range: Range<Int>
  var sentence: Range<Int>
  var qualifies: Int?
  var partOf: Int?
  /// Name, area or period were not said in the clause itself.
  var isInherited = false
  var isHeading = false
  var areaIsSaid = false
  var periodIsSaid = false
}
