import Diagnostics
import Geometry
import StructuredData
import Testing

/// What would be a false figure or a false length in print.
@Suite struct TrueFiguresTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  private func refusal(_ spec: String) -> [String] {
    do {
      return try bench.draw(spec).findings.filter { $0.severity == .error }.map(\.rule)
    } catch { return (error as? Diagnostics)?.all.filter { $0.severity == .error }.map(\.rule) ?? ["\(error)"] }
  }

  @Test(
    "a part below zero is no part",
    arguments: [
      "mark: arc\nencoding: {theta: {field: v, type: quantitative}, color: {field: k, type: nominal}}",
      "mark: ring\nencoding: {theta: {field: v, type: quantitative}, color: {field: k, type: nominal}}",
      "mark: share\nencoding: {x: {field: v, type: quantitative}, color: {field: k, type: nominal}}",
      "mark: bar\nencoding: {x: {field: v, type: quantitative, stack: normalize}, color: {field: k, type: nominal}}",
    ])
  func negativeParts(mark: String) {
    #expect(refusal("title: 题\ndata: {values: [{k: 甲, v: 60}, {k: 乙, v: -3}, {k: 丙, v: 40}]}\n" + mark).contains("chart.negative-part"))
    #expect(refusal("title: 题\ndata: {values: [{k: 甲, v: 60}, {k: 乙, v: 3}, {k: 丙, v: 40}]}\n" + mark) == [])
  }

  @Test("a part without a number takes nothing from those after it", arguments: ["zero", "normalize", "center"])
  func missingParts(offset: String) throws {
    let drawn = try bench.draw(
      "title: 题\ndata: {values: [{y: 一, k: 甲, v: 10}, {y: 一, k: 乙}, {y: 一, k: 丙, v: 20}]}\nmark: bar\nencoding: {y: {field: y, type: nominal}, x: {field: v, type: quantitative, stack: \(offset)}, color: {field: k, type: nominal}}"
    )
    let bars = drawn.marks.sorted { $0[0] < $1[0] }
    #expect(bars.count == 2)
    #expect(abs(bars[1][2] - 2 * bars[0][2]) < 0.01 && abs(bars[0][0] + bars[0][2] - bars[1][0]) < 0.01)
  }

  @Test func sharesStandInTheOrderOfTheirLegendWithTheirOwnLabels() throws {
    let drawn = try bench.draw(
      """
      title: 题
      data: {values: [{y: 2020年, s: 甲, v: 12.5}, {y: 2020年, s: 丙, v: 57.5}, {y: 2020年, s: 乙, v: 30}]}
      mark: share
      encoding: {x: {field: v, type: quantitative}, y: {field: y, type: nominal}, color: {field: s, type: nominal}}
      """)
    #expect(drawn.texts("legend-label") == ["甲", "丙", "乙"])
    let labels = drawn.items.filter { $0["role"]?.string == "value-label" }.sorted { $0["x"]?.double ?? 0 < $1["x"]?.double ?? 0 }
    #expect(labels.compactMap { $0["text"]?.string } == ["12.5%", "57.5%", "30%"])
    #expect(drawn.marks.map { $0[2] }.max() == drawn.marks.first { $0[0] > 300 && $0[0] < 400 }.map { $0[2] } || drawn.marks.count == 3)
  }

  @Test(
    "bars on a scale that is not in proportion keep their axis, which is said",
    arguments: ["{type: log}", "{type: sqrt}", "{domain: [20, 100], zero: false}"])
  func scalesOutOfProportion(scale: String) throws {
    func drawn(_ scale: String) throws -> Drawn {
      try bench.draw(
        "title: 题\ndata: {values: [{a: 甲, v: 30}, {a: 乙, v: 90}]}\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: v, type: quantitative, scale: \(scale)}}"
      )
    }
    let odd = try drawn(scale)
    #expect(odd.findings.contains { $0.rule == "chart.bar-scale" })
    #expect(odd.texts("axis-label").count > 2)
    let plain = try drawn("{}")
    #expect(!plain.findings.contains { $0.rule == "chart.bar-scale" })
    #expect(plain.texts("axis-label") == ["甲", "乙"])
  }

  private func line(_ annotation: String, series: Bool = false, places: [String] = ["2018", "2019", "2022"], type: String = "ordinal")
    -> String
  {
    let rows = places.enumerated().flatMap { index, place in
      (series ? ["甲", "乙"] : ["甲"]).map { "{t: '\(place)', v: \(40 + 10 * index), s: \($0)}" }
    }.joined(separator: ", ")
    return """
      title: 题
      data: {values: [\(rows)]}
      mark: line
      encoding: {x: {field: t, type: \(type)}, y: {field: v, type: quantitative}\(series ? ", color: {field: s, type: nominal}" : "")}
      annotations: [\(annotation)]
      """
  }

  @Test("a rate a year is reckoned between years")
  func ratesAYear() throws {
    #expect(refusal(line("{cagr: [2020-Q1, 2020-Q3]}", places: ["2020-Q1", "2020-Q3"])) == ["spec.annotation"])
    #expect(refusal(line("{cagr: [5月, 6月]}", places: ["5月", "6月"])) == ["spec.annotation"])
    #expect(try bench.draw(line("{cagr: ['2018', '2022']}")).texts().contains("+10.7%/a"))
    // Half a year: 40 to 50 is 1.25 squared.
    #expect(
      try bench.draw(line("{cagr: ['2020-01-01', '2020-07-01']}", places: ["2020-01-01", "2020-07-01"], type: "temporal")).texts()
        .contains { $0.hasPrefix("+56.") })
  }

  @Test func aChangeIsOfOneSeries() throws {
    #expect(refusal(line("{growth: ['2018', '2022']}", series: true)) == ["spec.annotation"])
    #expect(refusal(line("{growth: ['2018', '2022']}")) == [])
  }

  @Test func twoChangesToAPlaceAreToldBelowOneAnother() throws {
    let drawn = try bench.draw(line("{difference: ['2018', '2022']}, {growth: ['2018', '2022']}"))
    let texts = drawn.items.filter { ["+20", "+50.0%"].contains($0["text"]?.string) }
    #expect(texts.count == 2)
    let (first, second) = (texts.compactMap { $0["y"]?.double }.min() ?? 0, texts.compactMap { $0["y"]?.double }.max() ?? 0)
    #expect(second - first >= (texts.first?["h"]?.double ?? 0) * 0.8)
  }

  @Test(
    "a unit is said where it stands as one",
    arguments: [
      ("美元升值", "元", false), ("质押金额970.24亿元", "元", true), ("金额（元）", "元", true), ("Germany grows", "m", false), ("Length, m", "m", true),
      ("专利件数", "件", false), ("授权12万件", "件", true),
    ])
  func unitsInTitles(title: String, unit: String, isSaid: Bool) throws {
    let drawn = try bench.draw(
      "title: \(title)\nunit: \(unit)\ndata: {values: [{a: 甲, v: 30}]}\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: v, type: quantitative}}"
    )
    #expect(drawn.texts("subtitle").joined().contains(unit) == !isSaid)
  }

  @Test func numbersOfProgramsAreWrittenOut() throws {
    let drawn = try bench.draw(
      "title: 题\ndata: {values: [{a: 甲, v: 2.5e9}, {a: 乙, v: -3e6}]}\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: v, type: quantitative}}"
    )
    #expect(drawn.texts("value-label") == ["2,500,000,000", "\u{2212}3,000,000"])
  }

  @Test func twoMeasuresOnTwoAxesAreRefused() {
    #expect(
      refusal(
        "title: 题\ndata: {values: [{a: 甲, v: 3, w: 900}]}\nlayer: [{mark: bar, encoding: {y: {field: v, type: quantitative}}}, {mark: line, encoding: {y: {field: w, type: quantitative}}}]\nencoding: {x: {field: a, type: nominal}}\nresolve: {scale: {y: independent}}"
      ) == ["chart.dual-axis"])
  }
}
