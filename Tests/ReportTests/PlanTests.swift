import Assets
import Diagnostics
import Foundation
import Indicators
import Scene
import Story
import StructuredData
import Testing

@testable import Report

/// What the planner makes of facts: tables of places, cards, labels and titles.
@Suite struct PlanTests {
  static let words = Result {
    let path = try Assets().language + "/story.yaml"
    return try StoryWords.shape.read(parseYAML(String(contentsOfFile: path, encoding: .utf8), document: path)).value
  }

  func level(_ name: String, _ value: String, area: String, _ period: String = "2024", title: String = "各地数据") -> Observation {
    let sentence = "\(area)\(name)\(value)万件。"
    return Observation(
      id: "\(area)/\(name)", kind: .level, name: name, value: ExactNumber(value) ?? ExactNumber(1), unit: Unit("万件"), area: area,
      period: Period(period),
      source: Source(document: area, range: 0..<2, text: value, sentenceRange: 0..<sentence.count, sentence: sentence))
  }

  func planner(_ observations: [Observation], title: String? = nil, pageLines: Int = 38) throws -> Planner {
    var areas: [String] = []
    for area in observations.compactMap(\.area) where !areas.contains(area) { areas.append(area) }
    let set = IndicatorSet(
      documents: areas.map { SourceDocument(id: $0, title: title ?? "\($0)数据", date: "2025-01-20", area: $0) }, observations: observations)
    var evidence = Evidence(articles: [], set: set, concepts: ConceptBook(), words: try PlanTests.words.get())
    evidence.rows = RowPatterns(try RowTests.patterns(RowTests.usual))
    return Planner(evidence, language: .simplifiedChinese, pageLines: pageLines)
  }

  /// Of eight things that three places state all stand in a table, five at most to one, each with its period where they differ.
  @Test(arguments: [(3, 1), (5, 1), (6, 2), (8, 2)]) func allThingsOfPlacesStandInTables(things: Int, tables: Int) throws {
    let observations = ["北京", "上海", "江苏"].enumerated().flatMap { i, area in
      (0..<things).map { level("指标\($0)量", "\(10 + i * 7 + $0)", area: area, $0 == 1 ? "2023" : "2024") }
    }
    let planner = try planner(observations)
    let made = planner.placesTables(planner.claims.filter { $0.kind == .places })
    #expect(made.count == tables)
    #expect(made.reduce(0) { $0 + $1.columns.count - 1 } == things)
    #expect(made.allSatisfy { $0.columns.count <= 6 && $0.rows.count == 3 })
    #expect(Set(made.compactMap(\.anchor)).count == tables)
    let heads = made.flatMap { $0.columns.dropFirst().map { $0.head.map(\.text).joined() } }
    let titles = made.compactMap(\.title)
    // Where all of a table are of one year its title says so, else each head.
    for table in made {
      let own = table.columns.dropFirst().map { $0.head.map(\.text).joined() }
      if own.contains(where: { $0.contains("指标1量") }) && own.count > 1 {
        #expect(own.allSatisfy { $0.contains("（2024年）") || $0.contains("（2023年）") }, "\(own)")
      } else {
        #expect(table.title?.contains("2024年") == true || table.title?.contains("2023年") == true, "\(titles)")
      }
    }
    #expect(heads.count == things)
  }

  /// A paper without charts among its key figures loses no card for them.
  @Test func cardsAloneAreAllThere() throws {
    let observations = (0..<6).flatMap { i -> [Observation] in
      let base = level("指标\(i)量", "\(10 + i)", area: "江苏")
      return [
        base,
        Observation(
          id: base.id + "/change", kind: .change, name: base.name, value: ExactNumber("\(5 + i)") ?? ExactNumber(1), unit: Unit("%"),
          area: "江苏",
          period: base.period, of: base.id, basis: .yearOnYear, source: base.source),
      ]
    }
    let chapter = try #require(try planner(observations).keyFigures(withCharts: false))
    let cells = chapter.blocks.flatMap { block -> [InfographicRow.Cell] in if case .row(let row) = block { row.cells } else { [] } }
    let cards = cells.reduce(0) { count, cell in
      switch cell {
      case .hero, .card: count + 1
      case .stack(let cards): count + cards.count
      case .chart, .reading: count
      }
    }
    #expect(cards >= 5)
    #expect(!cells.contains { $0.kind == .chart })
  }

  /// Only a topic that the place names is not said twice.
  @Test(arguments: [
    ("北京知识产权法院", "北京知识产权法院2024年审结知识产权案件", "北京知识产权法院司法保护白皮书"), ("数字福建", "数字福建：数字经济规模突破", "数字福建数字经济白皮书"),
  ])
  func titlesNameATopicOnce(area: String, document: String, title: String) throws {
    let planner = try planner([level("数字经济核心产业量", "3", area: area), level("知识产权案件审结量", "2", area: area)], title: document)
    #expect(planner.title == title)
  }

  /// Labels are of letters, digits and hyphens, whatever the id.
  @Test func labelsOfFigures() throws {
    let planner = try planner([level("指标量", "3", area: "江苏")])
    for kind in Planner.FigureKind.allCases {
      let label = planner.figureLabel("guangdong-2022/09tq/970.24亿元", kind)
      #expect(label == "figure-guangdong-2022-09tq-970-24亿元-\(kind.rawValue)")
    }
  }
}
