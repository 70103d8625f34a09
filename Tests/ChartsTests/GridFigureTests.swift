import Diagnostics
import Geometry
import StructuredData
import Testing

/// Small multiples and legends of the look `annual`: as wide as the figure, in type that can be read.
@Suite struct GridFigureTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  private func numbers(_ drawn: Drawn, _ role: String, _ key: String) -> [Double] {
    drawn.items.filter { $0["role"]?.string == role }.compactMap { $0[key]?.double }
  }

  @Test(
    "narrow plots of a row are as high as the picture lets them, wide ones keep their proportions",
    arguments: [(5, 1.1...1.5), (2, 0.5...0.7)])
  func plotsUseTheHeight(columns: Int, proportions: ClosedRange<Double>) throws {
    let rows = (0..<columns).flatMap { c in (1...9).map { "{c: S\(c), x: \($0), v: \($0 + c)}" } }.joined(separator: ", ")
    let drawn = try ChartBench(look: "annual").draw(
      "{title: 题, data: {values: [\(rows)]}, mark: area, encoding: {x: {field: x, type: quantitative}, y: {field: v, type: quantitative}, facet: {field: c, type: nominal, columns: \(columns)}}}"
    )
    #expect(drawn.size.height.points == 675)
    // The highest area fills its plot but for the room above its nice domain.
    let mark = try #require(drawn.marks.max { $0[3] < $1[3] })
    #expect(proportions.contains(mark[3] / mark[2] * 1.1), "\(mark[3] / mark[2])")
  }

  @Test("cells fill the width, and a free height grows", arguments: ["line", "bar", "area"])
  func cellsFillTheFigure(mark: String) throws {
    let rows = (0..<9).flatMap { place in (2017...2022).map { "{n: 城市\(place), y: '\($0)', v: \(place * 7 + $0 % 5 + 1)}" } }
    let drawn = try bench.draw(
      "title: 题\ndata: {values: [\(rows.joined(separator: ", "))]}\nmark: \(mark)\nencoding: {x: {field: y, type: ordinal}, y: {field: v, type: quantitative}, facet: {field: n, type: nominal, columns: 3}}"
    )
    #expect(drawn.size.width.points == 1200)
    #expect(drawn.size.height.points > 675)
    let marks = drawn.marks
    let (left, right) = (marks.map { $0[0] }.min() ?? 0, marks.map { $0[0] + $0[2] }.max() ?? 0)
    #expect(right - left > 800)
    #expect(numbers(drawn, "header", "size").allSatisfy { $0 >= 20 })
    #expect(numbers(drawn, "axis-label", "size").allSatisfy { $0 >= 20 })
  }

  @Test("columns of cells whose names are crowded are drawn whole", arguments: ["row", "column", "facet"], [3, 12])
  func crowdedCells(channel: String, count: Int) throws {
    let things = (0..<count).map { "新能源与智能网联汽车\($0)" }
    let rows = ["甲店", "乙店"].flatMap { shop in things.enumerated().map { "{s: \(shop), t: \($1), v: \(7 + $0)}" } }
    let drawn = try bench.draw(
      "data: {values: [\(rows.joined(separator: ", "))]}\nmark: bar\nencoding: {x: {field: t, type: nominal}, y: {field: v, type: quantitative}, \(channel): {field: s, type: nominal}}"
    )
    #expect(drawn.marks.count == 2 * count)
  }

  @Test func rowsOfDensitiesAreNamedInLevelText() throws {
    let rows = ["绿色低碳与新能源汽车产业", "海洋经济", "文化创意"].flatMap { name in (0..<20).map { "{n: \(name), v: \($0 * $0 % 17)}" } }
    let drawn = try bench.draw(
      "data: {values: [\(rows.joined(separator: ", "))]}\ntransform: [{density: v, groupby: [n], as: [v, d]}]\nfacet: {row: {field: n, type: nominal}}\nspec: {height: 40, mark: area, encoding: {x: {field: v, type: quantitative}, y: {field: d, type: quantitative, axis: null}}}"
    )
    for header in drawn.items where header["role"]?.string == "header" {
      #expect((header["w"]?.double ?? 0) > (header["h"]?.double ?? 0))
    }
    #expect((drawn.marks.map { $0[2] }.min() ?? 0) > 400)
  }

  @Test func legendsThatDoNotFitBesideEachOtherStandInRows() throws {
    let rows = (0..<6).map { "{x: \($0), y: \($0 * 3 % 5), z: \(1_000_000 * ($0 + 1)), g: 战略性新兴产业集群与现代服务业\($0)}" }
    let drawn = try bench.draw(
      "data: {values: [\(rows.joined(separator: ", "))]}\nmark: circle\nencoding: {x: {field: x, type: quantitative}, y: {field: y, type: quantitative}, size: {field: z, type: quantitative}, color: {field: g, type: nominal}}"
    )
    let marks = drawn.marks
    #expect((marks.map { $0[0] }.max() ?? 0) - (marks.map { $0[0] }.min() ?? 0) > 600)
    #expect(zip(numbers(drawn, "legend-label", "x"), numbers(drawn, "legend-label", "w")).allSatisfy { $0 + $1 <= 1200 })
  }

  @Test func textsThatWouldOverprintAreLeftOutAndSaid() throws {
    let drawn = try bench.draw(
      "data: {values: [{x: 1, t: 甲乙丙}, {x: 1, t: 丁戊己}, {x: 9, t: 庚辛壬}]}\nmark: text\nencoding: {x: {field: x, type: quantitative}, text: {field: t, type: nominal}}"
    )
    #expect(drawn.texts("mark") == ["甲乙丙", "庚辛壬"])
    #expect(drawn.findings.contains { $0.rule == "chart.label-dropped" })
  }

  /// Heads of one row of cells stand on one line, whatever their bars are; at `labelAnchor: start` they begin with their plots, and what is
  /// wider than its plot is in two lines.
  @Test("heads of panels", arguments: [false, true]) func headsStandOnOneLine(atStart: Bool) throws {
    let names = ["甲", "乙", "每万人口高价值发明专利拥有量与质押融资金额（亿元）"]
    let rows = names.enumerated().flatMap { i, name in (0..<4).map { "{n: \(name), y: '\(2020 + $0)', v: \(17 + $0 * (i * 41 + 3))}" } }
    let header = atStart ? ", header: {labelAnchor: start}" : ""
    let drawn = try bench.draw(
      "title: 题\ndata: {values: [\(rows.joined(separator: ", "))]}\nfacet: {field: n, type: nominal, sort: null\(header)}\ncolumns: 3\nresolve: {scale: {y: independent}}\nspec: {mark: bar, encoding: {x: {field: y, type: nominal}, y: {field: v, type: quantitative}}}"
    )
    let heads = drawn.items.filter { $0["role"]?.string == "header" && !($0["text"]?.string ?? "").isEmpty }
    let lines = Set(heads.compactMap { $0["baseline"]?.double.map { Int($0.rounded()) } })
    #expect(lines.count == 2)
    #expect(heads.count == 4)
    let last = heads.compactMap { $0["baseline"]?.double }.max()
    #expect(heads.filter { $0["baseline"]?.double == last }.count == 3)
    // Columns stand a little in from the edges of their plots.
    let lefts = drawn.marks.map { $0[0] }.sorted()
    for (panel, name) in ["甲", "乙"].enumerated() {
      let head = try #require(heads.first { $0["text"]?.string == name }?["x"]?.double)
      #expect((0..<30).contains(lefts[panel * 4] - head) == atStart)
    }
  }
}
