import Diagnostics
import Foundation
import Indicators
import StructuredData
import Testing
import WhitePaper

/// Several articles, correction files and concept files of the user, on the way from text to figures.
@Suite struct EvidenceTests {
  let scratch: Scratch
  let workshop: Workshop

  init() throws {
    scratch = try Scratch()
    workshop = try shippedWorkshop()
  }

  func article(_ name: String, _ date: String, _ body: String) throws -> String {
    try scratch.file(name, Array("全省知识产权工作取得新进展\n来源：南方日报  \(date)\n\n\(body)\n".utf8))
  }

  func threeYears() throws -> [String] {
    [
      try article("2021.txt", "2022-04-20", "2021年，广东省专利质押融资金额440.1亿元。2020年，广东省专利质押融资金额380亿元。"),
      try article("2022.txt", "2023-04-24", "2022年，广东省专利质押融资金额970.24亿元。2021年，广东省专利质押融资金额442.5亿元。"),
      try article("2023.txt", "2024-04-22", "2022年，广东省专利权质押融资金额970.24亿元。2023年，广东省专利权质押融资金额1100亿元。"),
    ]
  }

  @Test func figuresOfSeveralArticlesStandOnceWithAllTheirPlaces() throws {
    let paths = try threeYears()
    let all = try workshop.extract(paths).value
    #expect(all.observations.count == 6)
    // Each is named after its own sentence, whatever else is read.
    let alone = try paths.flatMap { try workshop.extract([$0]).value.observations.map(\.id) }
    #expect(all.observations.map(\.id) == alone)
    #expect(try workshop.extract([paths[2], paths[0]]).value.observations.map(\.id) == Array(alone[4...] + alone[..<2]))
    #expect(Set(alone).count == 6)
    // Two names of one concept.
    let joined = try workshop.joiningRepeats(all)
    #expect(joined.observations.count == 5)
    let shared = try #require(joined.observations.first { $0.value.description == "970.24" })
    #expect(shared.source?.document == paths[1])
    #expect(shared.source?.repeats.map(\.document) == [paths[2]])
  }

  @Test func yearsBecomeSeries() throws {
    let set = try workshop.extract(try threeYears()).value
    let written = try workshop.writeSeries(set, format: "json")
    let series = try #require(try parseJSON(written.value, document: "x")["series"]?.sequence)
    #expect(series.count == 1)
    #expect(series[0]["kind"]?.string == "level")
    #expect(series[0]["concept"]?.string == "patent-pledge-financing")
    let points = try #require(series[0]["points"]?.sequence)
    #expect(points.map { $0["period"]?.string } == ["2020", "2021", "2022", "2023"])
    #expect(points.map { $0["value"]?.numberText } == ["380", "442.5", "970.24", "1100"])
    #expect(points[1]["restates"]?.sequence?.first?["value"]?.numberText == "440.1")
    #expect(written.diagnostics.map(\.rule) == ["series.restated"])
    let table = try workshop.writeSeries(set, format: "csv").value
    #expect(table.split(separator: "\r\n").count == 5)
    #expect(table.contains(",2021,442.5,亿元,=,fact,"))
    #expect(table.contains("440.1亿元 (\(scratch.path)/2021.txt)"))
    #expect(try workshop.writeSeries(set, format: "jsonl").value.split(separator: "\n").count == 1)
    #expect(try workshop.writeSeries(.init(), format: "yaml").diagnostics.map(\.rule) == ["series.none"])
    #expect(throws: Diagnostics.self) { try workshop.writeSeries(set, format: "xml") }
  }

  @Test func yearsAreCheckedAgainstEachOther() throws {
    let found = try workshop.check(try threeYears())
    let restated = try #require(found.first { $0.rule == "check.c8-two-values" })
    #expect(restated.severity == .warning)
    #expect(Set([restated.span?.document] + restated.related.map(\.document)).count == 2)
    #expect(restated.span?.start?.line == 4)
  }

  @Test func correctionsSurviveANewExtraction() throws {
    let text = "2022年，广东省专利质押融资金额970.24亿元，商标注册量5万件。"
    let path = try article("a.txt", "2023-04-24", text)
    let id = try #require(try workshop.extract([path]).value.observations.first?.id)
    #expect(id.hasPrefix("a/") && id.hasSuffix("/970.24亿元"))
    let file = try scratch.file(
      "fix.yaml",
      Array("corrections:\n  - {id: \(id), text: 970.24亿元, rename: 质押金额, set: {period: 2021}}\n  - {text: 5万件, reject: true}\n".utf8))
    let first = try workshop.extract([path], corrections: [file])
    #expect(first.value.observations.map(\.name) == ["质押金额"])
    #expect(first.value.observations.first?.period == Period(year: 2021))
    #expect(first.diagnostics.map(\.rule) == Array(repeating: "correction.applied", count: 3))
    // Under another file name the text decides; a sentence before changes nothing.
    let moved = try article("b.txt", "2023-04-24", "2022年，广东省发明专利授权量11.5万件。" + text)
    let second = try workshop.extract([moved], corrections: [file])
    #expect(second.value.observations.map(\.name) == ["发明专利授权量", "质押金额"])
    #expect(second.diagnostics.contains { $0.rule == "correction.moved" && $0.hint == "the figure is “b\(id.dropFirst())” now" })
    let longer = try workshop.extract([try article("a.txt", "2023-04-24", "2022年，广东省发明专利授权量11.5万件。" + text)], corrections: [file])
    #expect(longer.value.observations.map(\.name) == ["发明专利授权量", "质押金额"])
    #expect(!longer.diagnostics.contains { $0.rule == "correction.moved" })
    let merged = try workshop.extract(
      [try article("a.txt", "2023-04-24", text), try article("c.txt", "2023-04-24", "2022年，广西专利授权量7万件。")], corrections: [file])
    #expect(merged.value.observations.count == 2)
    #expect(merged.value.observations.first?.id == id)
    #expect(merged.value.observations[0].name == "质押金额")
    var options = RenderOptions()
    options.corrections = [file]
    let report = try workshop.reportText([moved], options: options).value
    #expect(report.contains("发明专利授权量"))
    #expect(report.contains("[970.24亿元](#source") && !report.contains("[5万件](#source"))
  }

  @Test func aCorrectionOfNothingNamesTheNearest() throws {
    let path = try article("a.txt", "2023-04-24", "2022年，广东省专利质押融资金额970.24亿元。")
    let file = try scratch.file(
      "fix.yaml",
      Array(
        "corrections:\n  - {text: 970.42亿元, reject: true}\n  - {id: a/zzzz/970.24亿元, reject: true}\n  - {name: 专利质押融资额, accept: true}\n"
          .utf8))
    let found = try workshop.extract([path], corrections: [file])
    #expect(found.value.observations.count == 1)
    #expect(found.diagnostics.map(\.rule) == Array(repeating: "correction.unmatched", count: 3))
    let id = try #require(found.value.observations.first?.id)
    #expect(found.diagnostics.allSatisfy { $0.hint == "did you mean “\(id)” (专利质押融资金额, 970.24亿元)?" })
    #expect(found.diagnostics.map(\.span?.start?.line) == [2, 3, 4])
  }

  @Test func anArticleReadTwiceCountsOnce() throws {
    let paths = try threeYears()
    let found = try workshop.extract(paths + [paths[0]])
    #expect(found.value == (try workshop.extract(paths).value))
    let set = try scratch.file("set.yaml", Array(try workshop.write(found.value, format: "yaml").utf8))
    #expect(try workshop.extract([set] + paths).value == found.value)
  }

  @Test func aUsersConceptsJoinHisNames() throws {
    let paths = [
      try article("2021.txt", "2022-04-20", "2021年，广东省绿色专利拥有量5万件。"),
      try article("2022.txt", "2023-04-24", "2022年，广东省低碳专利总量6万件。"),
    ]
    let file = try scratch.file(
      "mine.yaml", Array("concepts:\n  - {id: green, zh-Hans: 绿色专利拥有量, en: Green patents, wordings: [低碳专利总量, 低碳专利], measure: 件}\n".utf8))
    let mine = try Workshop(conceptFiles: [file])
    #expect(try mine.conceptFindings.isEmpty)
    #expect(try mine.inspectConcepts().last == "green\t绿色专利拥有量\tGreen patents")
    #expect(try mine.writeSeries(try mine.extract(paths).value, format: "yaml").value.contains("concept: green"))
    #expect(!(try workshop.writeSeries(try workshop.extract(paths).value, format: "yaml").value.contains("concept:")))
    let wrong = try scratch.file("wrong.yaml", Array("concepts:\n  - {id: green, zh-Hans: 绿, en: G, wordnigs: []}\n".utf8))
    let problems = #expect(throws: Diagnostics.self) { try Workshop(conceptFiles: [wrong]) }
    #expect(problems?.all.map(\.rule) == ["field.unknown"])
    #expect(problems?.all.first?.span?.start == .init(line: 2, column: 36))
  }
}
