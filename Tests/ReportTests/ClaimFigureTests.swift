import Indicators
import Story
import StructuredData
import Testing

@testable import Report

/// The figures of claims that several facts prove together. All figures are invented.
@Suite struct ClaimFigureTests {
  func fact(_ name: String, _ value: String, _ unit: String = "亿元", _ year: String = "2024", status: Observation.Status = .fact)
    -> Observation
  {
    let sentence = "\(name)\(value)\(unit)。"
    return Observation(
      id: "\(name)/\(year)/\(status.rawValue)", kind: .level, name: name, value: ExactNumber(value) ?? ExactNumber(1), unit: Unit(unit),
      area: "江苏", period: Period(year), status: status,
      source: Source(document: "江苏", range: 0..<2, text: value, sentenceRange: 0..<sentence.count, sentence: sentence))
  }
  func part(_ name: String, _ value: String, of whole: Observation) -> Observation {
    var part = fact(name, value)
    part.partOf = whole.id
    return part
  }
  func figures(_ facts: [Observation], _ kind: Claim.Kind) throws -> [ChartFigure] {
    let planner = try PlanTests().planner(facts)
    let claim = try #require(planner.claims.first { $0.kind == kind })
    return planner.figures(of: claim, told: planner.told(claim))
  }
  func values(_ figure: ChartFigure, _ column: String) -> [String?] {
    (figure.spec["data"]?["values"]?.sequence ?? []).map { $0[column]?.text }
  }

  @Test func aSumIsOneBarOfItsParts() throws {
    let whole = fact("地区生产总值", "108.6")
    let figures = try figures(
      [whole, part("第一产业增加值", "11.4", of: whole), part("第二产业增加值", "43.9", of: whole), part("第三产业增加值", "53.3", of: whole)], .parts)
    #expect(figures.map(\.mark) == ["share"])
    #expect(values(try #require(figures.first), "name") == ["第三产业增加值", "第二产业增加值", "第一产业增加值"])
    #expect(values(figures[0], "value") == ["53.3", "43.9", "11.4"])
  }

  /// Three levels are areas in the colours of their parts; a part without parts is one area.
  @Test func threeLevelsAreAreas() throws {
    let whole = fact("进出口总值", "1500")
    let exports = part("出口", "900", of: whole)
    let figures = try figures(
      [whole, exports, part("进口", "600", of: whole), part("机电产品出口", "610", of: exports), part("其他产品出口", "290", of: exports)], .parts)
    #expect(figures.map(\.mark) == ["treemap", "share"])
    let areas = try #require(figures.first)
    #expect(values(areas, "name") == ["机电产品出口", "其他产品出口", "进口"])
    #expect(values(areas, "group") == ["出口", "出口", "进口"])
  }

  /// One target is a line at the bar, in the bar's unit; several are entries of their years, what is planned dashed.
  @Test func targets() throws {
    let now = fact("技术合同成交额", "0.95", "亿元")
    let one = try #require(try figures([now, fact("技术合同成交额", "12000", "万元", "2025", status: .target)], .target).first)
    #expect(one.mark == "bullet")
    #expect(values(one, "value") == ["0.95"])
    #expect(values(one, "target") == ["1.2"])
    let several = try #require(
      try figures(
        [now, fact("技术合同成交额", "1.2", "亿元", "2025", status: .target), fact("技术合同成交额", "3", "亿元", "2030", status: .target)], .target
      ).first)
    #expect(several.mark == "timeline")
    #expect(values(several, "date") == ["2024年", "2025年", "2030年"])
    #expect(values(several, "status") == ["fact", "target", "target"])
  }

  @Test func stagesAreCardsWithArrows() throws {
    let planner = try PlanTests().planner([
      fact("专利授权量", "1.9", "万件"), fact("专利申请量", "3.2", "万件"), fact("专利转让许可", "0.4", "万件"),
    ])
    let blocks = planner.claimChapters(count: 8, besides: []).flatMap(\.blocks)
    let steps = blocks.compactMap { block -> [Card]? in
      if case .row(let row) = block, case .steps(let cards)? = row.cells.first { cards } else { nil }
    }
    #expect(steps.map { $0.map(\.figure.label) } == [["专利申请量", "专利授权量", "专利转让许可"]])
    #expect(steps.first?.map(\.figure.number) == ["3.2", "1.9", "0.4"])
    let slides = planner.claimSlides(count: 8).flatMap(\.blocks)
    #expect(slides.contains { block in if case .row(let row) = block { row.cells.contains { $0.kind == .steps } } else { false } })
  }
}
