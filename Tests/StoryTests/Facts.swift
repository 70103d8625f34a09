import Assets
import Diagnostics
import Foundation
import Indicators
import Story
import StructuredData

/// Facts written short, for tests.
enum Facts {
  static func level(
    _ name: String, _ value: String, _ unit: String = "万件", area: String? = "江苏", _ period: String = "2024",
    status: Observation.Status = .fact
  ) -> Observation {
    Observation(
      id: "\(name)|\(area ?? "")|\(period)|\(status.rawValue)", kind: .level, name: name, value: ExactNumber(value)!, unit: Unit(unit),
      area: area, period: Period(period), status: status)
  }

  static func change(
    _ name: String, _ percent: String, area: String? = "全国", _ period: String = "2024-10", basis: Basis = .yearOnYear,
    of level: Observation? = nil
  ) -> Observation {
    Observation(
      id: "\(name)|\(percent)|\(period)|\(basis)", kind: .change, name: name, value: ExactNumber(percent)!, unit: Unit("%"),
      area: area, period: Period(period), of: level?.id, basis: basis)
  }

  static func cube(_ observations: [Observation]) -> Cube {
    Cube(IndicatorSet(observations: observations), concepts: ConceptBook())
  }

  static func claims(_ observations: [Observation]) -> [Claim] {
    let set = IndicatorSet(observations: observations)
    return findClaims(
      Facts.cube(observations), indicators: indicators(of: set), targets: observations.filter { $0.status == .target },
      concepts: ConceptBook(), breakdown: (try? words())?.breakdown ?? BreakdownWords(), prominence: { _ in 0 })
  }

  /// The words that the project ships.
  static func words() throws -> StoryWords { try shippedWords.get() }

  private static let shippedWords = Result { try readWords() }

  private static func readWords() throws -> StoryWords {
    let path = try Assets().language + "/story.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try StoryWords.shape.read(parseYAML(text, document: path)).value
  }

  static func teller(_ language: FigureLanguage = .simplifiedChinese, namesAreas: Bool = false) throws -> Teller {
    Teller(words: try words(), language: language, concepts: ConceptBook(), namesAreas: namesAreas)
  }
}
