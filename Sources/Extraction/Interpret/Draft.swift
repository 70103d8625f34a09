package import Indicators

/// What led to an observation, for `extract --explain`: the construction that read it, and for each field the words that
/// gave it and the frame they stand in.
package struct Explanation: Hashable, Sendable {
  /// The construction that read it.
  package var rule: String
  /// The words that gave name, area, period and basis; nil where nothing did.
  package var nameWords: String?
  package var areaWords: String?
  package var periodWords: String?
  package var basisWords: String?
  /// Where the words stand: clause, topic, list, sentence, paragraph, section, document.
  package var nameFrame: String?
  package var areaFrame: String?
  package var periodFrame: String?

  package init(
    rule: String, nameWords: String? = nil, areaWords: String? = nil, periodWords: String? = nil, basisWords: String? = nil,
    nameFrame: String? = nil, areaFrame: String? = nil, periodFrame: String? = nil
  ) {
    self.rule = rule
    self.nameWords = nameWords
    self.areaWords = areaWords
    self.periodWords = periodWords
    self.basisWords = basisWords
    self.nameFrame = nameFrame
    self.areaFrame = areaFrame
    self.periodFrame = periodFrame
  }
}

/// In place of ``Explanation/periodWords`` where no words give the period, and the article's year stands in.
let dateOfTheArticle = "date of the article"

package struct ExplainedObservation: Hashable, Sendable {
  package var observation: Observation
  package var explanation: Explanation

  package init(observation: Observation, explanation: Explanation) {
    self.observation = observation
    self.explanation = explanation
  }
}

/// A value together with the words it was read from.
struct Worded<Value: Hashable & Sendable>: Hashable, Sendable {
  var value: Value
  var words: String
}

/// An observation in the making; ranges are code points of the file, other figures are named by their index.
struct Draft: Hashable, Sendable {
  var kind: Observation.Kind
  var name: String
  var nameWords: String?
  var nameFrame: String?
  var number: ExactNumber
  var unit: String
  var qualifier: Observation.Qualifier
  var area: Worded<String>?
  var areaFrame: String?
  var period: Worded<Period>?
  var periodFrame: String?
  var scope: String?
  var status: Observation.Status
  var rule: String
  var range: Range<Int>
  var sentence: Range<Int>
  /// The level, or the share, that a change, share, rank or streak qualifies.
  var qualifies: Int?
  var partOf: Int?
  var basis: Basis?
  var basisWords: String?
  /// Counted from a time that no period names, so that nothing else settles it.
  var basisIsUnnamed = false
  var form: MultipleForm?
  var topic: String?
  var areaCode: String?
  var qualifierWord: String?
  /// A level at a date.
  var isStock = false
  var isAtConstantPrices = false
  var isOfGrowth = false
  var since: Period?
  var gapFrom: String?
  /// Below 1 where the race for name, area or period was close.
  var confidence: ExactNumber?
  var isBase = false
  var isHeading = false
  var areaIsSaid = false
}
