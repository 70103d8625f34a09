import ChartProof
import Diagnostics
import Geometry
import StructuredData
import Testing

/// Pictures of a fixed size, 1200 × 675, as a newsroom asks for: what has little room is still said. All figures are invented.
@Suite struct NewsroomTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  private func card(_ spec: String) throws -> Drawn { try bench.draw(spec, size: Size(1200, 675)) }

  /// Pairs of texts whose letters lie on one another.
  private func overlaps(_ drawn: Drawn) -> [String] {
    let texts = drawn.items.filter { $0["type"]?.string == "text" }.map { DumpItem($0) }
    return texts.indices.flatMap { a in
      texts.indices.dropFirst(a + 1).compactMap { b in
        texts[a].ink.overlap(texts[b].ink) > 0.5 ? "\(texts[a].text ?? "") \(texts[b].text ?? "")" : nil
      }
    }
  }

  @Test func eventsThatLieCloseAreAllNamed() throws {
    let events = [
      ("2021-04-29", "一号舱段"), ("2021-05-29", "二号货船"), ("2021-06-17", "十二号飞船"), ("2021-10-16", "十三号飞船"), ("2022-06-05", "十四号飞船"),
      ("2022-07-24", "二号舱段"), ("2022-10-31", "三号舱段"), ("2022-11-29", "十五号飞船"),
    ]
    let rows = events.map { "{d: \($0.0), t: \($0.1)}" }.joined(separator: ", ")
    let drawn = try card("data: {values: [\(rows)]}\nmark: timeline\nencoding: {x: {field: d, type: temporal}, text: {field: t}}")
    for event in events { #expect(drawn.texts().contains(event.1)) }
    #expect(overlaps(drawn).isEmpty)
    // The first month says its year, below it.
    #expect(drawn.texts("axis-label").contains("2021年"))
  }

  @Test func plotsOfARowKeepTheirYearsApartAndTheirOrder() throws {
    let rows = ["北", "上", "广", "深"].flatMap { city in (2015...2022).map { "{c: \(city), y: \($0)年, v: \($0 - 2000)}" } }
      .joined(separator: ", ")
    let drawn = try card(
      "data: {values: [\(rows)]}\nmark: line\nencoding: {x: {field: y, type: ordinal}, y: {field: v, type: quantitative}, facet: {field: c, type: nominal, columns: 4}}"
    )
    #expect(overlaps(drawn).isEmpty)
    #expect(drawn.texts("header").filter { $0.count == 1 } == ["北", "上", "广", "深"])
  }

  @Test func columnsThatFallStandOnZeroWithTheirValuesBelow() throws {
    let rows = [2.1, 0.4, -0.3, -0.5].enumerated().map { "{m: \($0 + 1)月, v: \($1)}" }.joined(separator: ", ")
    let drawn = try card(
      "data: {values: [\(rows)]}\nmark: bar\nencoding: {x: {field: m, type: nominal}, y: {field: v, type: quantitative}}")
    let marks = drawn.marks
    let labels = drawn.items.filter { $0["role"]?.string == "value-label" }
    #expect(labels.count == 4)
    for (index, label) in labels.enumerated() where index > 1 { #expect(label["y"]?.double ?? 0 >= marks[index][1] + marks[index][3]) }
    let zero = marks[0][1] + marks[0][3]
    let lines = drawn.items.filter { $0["role"]?.string == "axis-line" }.compactMap { $0["y"]?.double }
    #expect(lines.contains { abs($0 - zero) < 2 })
    #expect(overlaps(drawn).isEmpty)
  }

  @Test func barsOfMonthsStandApartOverTheirTicksInChinese() throws {
    let rows = (1...6).map { "{m: 2023-0\($0)-01, v: \($0)}" }.joined(separator: ", ")
    let drawn = try card(
      "data: {values: [\(rows)]}\nmark: bar\nencoding: {x: {field: m, type: temporal, timeUnit: yearmonth}, y: {field: v, type: quantitative}}"
    )
    let marks = drawn.marks
    #expect(marks.count == 6)
    for (a, b) in zip(marks, marks.dropFirst()) { #expect(b[0] - a[0] - a[2] > 0.3 * a[2]) }
    let labels = drawn.items.filter { $0["role"]?.string == "axis-label" }
    #expect(labels.allSatisfy { $0["text"]?.string?.hasPrefix("2023年") == true })
    let third = try #require(labels.map { DumpItem($0) }.first { $0.text == "2023年3月" })
    #expect(abs(third.midX - marks[2][0] - marks[2][2] / 2) < marks[2][2] / 8)
  }

  @Test func anEventIsNamedBesideItsLineClearOfTheSeries() throws {
    let drawn = try card(
      "data: {values: [{y: 2019-01-01, v: 6}, {y: 2020-01-01, v: 2}, {y: 2021-01-01, v: 9}]}\nmark: line\nencoding: {x: {field: y, type: temporal}, y: {field: v, type: quantitative}}\nannotations: [{event: 2020-01-23, text: 一件大事}]"
    )
    let items = drawn.items.map { DumpItem($0) }
    let text = try #require(items.first { $0.text == "一件大事" })
    let line = try #require(items.first { !$0.points.isEmpty })
    for (a, b) in zip(line.points, line.points.dropFirst()) { #expect(!text.ink.isCrossed(from: (a.x, a.y), to: (b.x, b.y))) }
  }

  @Test func provincesWithoutAValueKeepTheirTilesAndNames() throws {
    let drawn = try card(
      "data: {values: [{p: 广东省, v: 8.58}, {p: 黑龙江省, v: 15.61}, {p: 辽宁, v: 17.42}]}\nmark: tile-grid\nencoding: {detail: {field: p}, color: {field: v, type: quantitative}, text: {field: v, type: quantitative}}"
    )
    for name in ["广东", "黑龙江", "台湾", "西藏"] { #expect(drawn.texts().contains { $0.hasPrefix(name) }) }
    #expect(drawn.marks.count == 34)
    #expect(overlaps(drawn).isEmpty)
    // Beside their names is no room for three values, which is said.
    #expect(drawn.findings.map(\.message) == ["there is no room for 3 values, that of “广东” among them"])
  }

  @Test func statedPercentagesStayAsTheyAreStated() throws {
    let drawn = try card(
      "data: {values: [{c: 甲, v: 66.3}, {c: 乙, v: 33.8}]}\nmark: waffle\nunit: '%'\nencoding: {theta: {field: v}, color: {field: c}}")
    #expect(drawn.texts("value-label") == ["66.3%", "33.8%"])
  }

  @Test func aTargetIsNamedAndSectorsOfARoseSayTheirValues() throws {
    let target = try card(
      "data: {values: [{c: 甲, v: 7.5, t: 12}, {c: 乙, v: 9.4, t: 12}]}\nmark: bullet\nencoding: {x: {field: v, type: quantitative}, x2: {field: t}, y: {field: c, type: nominal}}"
    )
    #expect(target.texts().contains("目标"))
    let rose = try card(
      "data: {values: [{c: 甲, v: 75}, {c: 乙, v: 94}]}\nmark: arc\nencoding: {theta: {field: c, type: nominal}, radius: {field: v, type: quantitative, scale: {type: sqrt}}, color: {field: c, type: nominal}}"
    )
    #expect(rose.texts("value-label") == ["75", "94"])
  }

  @Test func totalsGiveTheAxisNoBareName() throws {
    let drawn = try card(
      "data: {values: [{y: 2022年, s: 甲, amount: 3}, {y: 2022年, s: 乙, amount: 4}]}\nmark: bar\nencoding: {x: {field: y, type: ordinal}, y: {field: amount, type: quantitative}, color: {field: s, type: nominal}}\nannotations: [{totals: true}]"
    )
    #expect(drawn.texts().contains("7"))
    #expect(!drawn.texts().contains("amount"))
  }

  @Test func whatQualifiesACardGoesOnInFurtherLines() throws {
    let long = "较上一年同期的数字增长了一成以上并连续十三年居于全国各省之首"
    let drawn = try card(
      "data: {values: [{l: 甲项, n: 473835, d: \(long)}, {l: 乙项, n: 12, d: 短}, {l: 丙项, n: 5, d: \(long)}]}\nmark: kpi\nencoding: {label: {field: l}, text: {field: n}, detail: {field: d}}"
    )
    #expect(overlaps(drawn).isEmpty)
    #expect(drawn.texts().contains("473,835"))
    #expect(!drawn.findings.contains { $0.rule == "chart.card-narrow" })
  }
}
