import Charts
import Diagnostics
import Geometry
import Scene
import StructuredData
import Testing

/// The marks of the house in the looks of the house, by value.
@Suite struct HouseFigureTests {
  let page: ChartBench
  let card: ChartBench
  init() throws {
    page = try ChartBench(look: "page")
    card = try ChartBench(look: "annual")
  }

  private func change(title: String = "x", before: String = "442.5", growth: String = "+119.25%") -> String {
    """
    title: \(title)
    data: {values: [{p: 2021年, v: \(before), s: derived}, {p: 2022年, v: 970.24, g: "\(growth)"}]}
    mark: change
    encoding: {x: {field: p}, y: {field: v}, status: {field: s}, growth: {field: g}}
    unit: 亿元
    """
  }

  @Test func aChangeHasItsArrowAndTheDigitsOfItsFacts() throws {
    let drawn = try page.draw(change())
    #expect(drawn.texts("annotation").contains("+119.25%"))
    #expect(drawn.texts("value-label") == ["442.5（推算）", "970.24"])
    let bars = drawn.marks
    #expect(bars.count == 2)
    #expect(abs(bars[1][2] / bars[0][2] - 970.24 / 442.5) < 0.005)
    #expect(drawn.findings.isEmpty)
  }

  private func years(_ growth: String, from start: String = "first") -> String {
    let rows = [4407, 6133, 7984, 9126, 10358].enumerated().map { i, v in
      "{p: \(2020 + i)年, v: \(v)\(i == 4 ? ", g: \"\(growth)\"" : "")}"
    }
    return
      "title: x\ndata: {values: [\(rows.joined(separator: ", "))]}\nmark: {type: bar, growthFrom: \(start)}\nencoding: {x: {field: p, type: nominal, sort: null}, y: {field: v, type: quantitative}, growth: {field: g}}\nunit: 件"
  }

  /// An arrow from the first column to the last one passes above all between; it may say the growth of all steps or that of each on average,
  /// and nothing else.
  @Test(
    "arrows over several columns",
    arguments: [
      ("年均+23.8%", "first", true), ("+135.0%", "first", true), ("年均+25.8%", "first", false), ("+13.5%", "before", true),
      ("+135.0%", "before", false),
    ])
  func arrowsOverSeveralColumns(growth: String, start: String, isTrue: Bool) throws {
    let drawn = try page.draw(years(growth, from: start))
    #expect(drawn.findings.map(\.rule) == (isTrue ? [] : ["chart.growth-mismatch"]))
    guard isTrue else { return }
    #expect(drawn.texts("annotation").contains(growth))
    #expect(drawn.texts("value-label") == ["4407", "6133", "7984", "9126", "10,358"])
    let columns = drawn.marks.sorted { $0[0] < $1[0] }
    let leader = try #require(
      drawn.items.filter { $0["role"]?.string == "leader" }.max { ($0["w"]?.double ?? 0) < ($1["w"]?.double ?? 0) })
    let left = leader["x"]?.double ?? 0
    let first = columns[start == "first" ? 0 : 3]
    #expect(abs(left - (first[0] + first[2] / 2)) < 1)
    let tops = drawn.items.filter { $0["role"]?.string == "value-label" }.compactMap { $0["y"]?.double }
    #expect((leader["y"]?.double ?? 0) < (tops.min() ?? 0))
  }

  /// The values of a line stand above its points, beside them where it is steep.
  @Test(arguments: [[78.6, 79.8, 80.9, 82.3, 83.5], [1, 4, 9, 20, 45], [45, 20, 9, 4, 1]])
  func valuesOfALineStandAtItsPoints(values: [Double]) throws {
    let rows = values.enumerated().map { "{p: 202\($0.offset)年, v: \($0.element)}" }.joined(separator: ", ")
    let drawn = try page.draw(
      """
      title: x
      data: {values: [\(rows)]}
      mark: {type: line, point: true}
      encoding: {x: {field: p, type: nominal, sort: null}, y: {field: v, type: quantitative}}
      unit: 件
      """)
    #expect(drawn.texts("value-label").compactMap(Double.init) == values)
  }

  /// A label below the bar takes its own height and no more: nothing stays open above.
  @Test func aLabelBelowTheBarLeavesNoHole() throws {
    let spec = """
      title: x
      data: {values: [{n: 储能系统收入, v: 112.36}, {n: 光伏逆变器收入, v: 51.24}, {n: 充电桩收入, v: 22.82}]}
      mark: share
      encoding: {x: {field: v}, color: {field: n}}
      unit: 亿元
      """
    let wide = try page.compile(spec, size: .wide(.pt(462))).value
    let narrow = try page.compile(spec, size: .wide(.pt(222))).value
    let labels = SceneCheck(narrow.draw()).texts.filter { $0.role == .valueLabel }
    #expect(labels.count == 3)
    // One label more: share, name and gap.
    #expect(narrow.size.height > wide.size.height + .pt(10) && narrow.size.height < wide.size.height + .pt(45))
  }

  @Test func anArrowThatLiesIsAnError() throws {
    let drawn = try page.draw(change(before: "600"))
    #expect(drawn.findings.map(\.rule) == ["chart.growth-mismatch"])
    #expect(drawn.findings.first?.message == "the arrow says +119.25%, but the bars grow by 61.7%")
    #expect(drawn.findings.first?.severity == .error)
  }

  @Test(arguments: [
    ("质押金额一年增至2.2倍", true), ("质押金额增长119.25%", true), ("质押金额增至2.6倍", false), ("质押金额增长98%", false),
    ("质押金额增至3.2倍", false), ("质押金额增长1.2倍", true), ("质押金额增长2.2倍", false), ("质押金额增加了约1.2倍", true), ("质押金额是上年的2.2倍", true),
    ("质押金额增至约2.2倍", true), ("质押金额是上年的1.2倍", false), ("质押金额达到上年的2.2倍", true), ("2.2倍的质押金额", true),
  ])
  func titlesAreHeldAgainstTheData(title: String, isRight: Bool) throws {
    #expect(try page.draw(change(title: title)).findings.map(\.rule) == (isRight ? [] : ["chart.title-mismatch"]))
  }

  @Test func whatIsNoFactIsNotSolid() throws {
    let check = SceneCheck(try page.compile(change(), size: .wide(.pt(225))).value.draw())
    #expect(check.marks.count == 2)
    #expect(check.marks.first?.shape.fill != check.marks.last?.shape.fill)
    #expect(check.marks.last?.shape.fill == Color(hex: "#0A3566"))
    let dots = SceneCheck(try page.compile(HouseGallery.spec("dumbbell"), size: .wide(.pt(462))).value.draw()).marks.filter {
      if case .symbol = $0.shape.kind { true } else { false }
    }
    #expect(dots.map { $0.shape.fill == .white } == [false, false, true, true])
  }

  @Test func moreThanIsSaidAndDrawnOpen() throws {
    let built = try page.compile(HouseGallery.spec("open"), size: .wide(.pt(462)))
    let frame = built.value.draw()
    let labels = SceneCheck(frame).texts.filter { $0.role == .valueLabel }.map(\.run.text)
    #expect(labels == ["超300", "超500", "50"])
    #expect(frame.items.filter { $0.role == .annotation }.count == 4)
  }

  @Test func manyPartsAreMerged() throws {
    let rows = (1...7).map { "{n: 部分\($0), v: \(30 - $0)}" }.joined(separator: ", ")
    func spec(_ mark: String) -> String {
      "title: x\ndata: {values: [\(rows)]}\nmark: \(mark)\nencoding: {x: {field: v, type: quantitative}, color: {field: n}}\nunit: 件"
    }
    for (mark, count) in [("share", 5), ("ring", 3)] {
      let drawn = try card.draw(spec(mark))
      #expect(drawn.findings.map(\.rule) == ["chart.parts"])
      #expect(drawn.marks.count == count)
      #expect(drawn.texts("legend-label").last == "其他")
      let sum = (0..<7).reduce(0) { $0 + 29 - $1 }
      #expect(drawn.values("value").compactMap(Double.init).reduce(0, +) == Double(sum))
    }
    // A look that does not merge draws them all.
    #expect(try card.draw(spec("share") + "\nconfig: {figure: {shareParts: 0}}").marks.count == 7)
  }

  @Test func aPartSaysWhoseItIs() throws {
    for name in ["share", "ring"] {
      let drawn = try page.draw(HouseGallery.spec(name))
      #expect(drawn.texts("legend-label") == ["广东", "全国其余地区"])
      #expect(drawn.texts("value-label").sorted() == ["22.35%", "77.65%（推算）"])
      #expect(drawn.texts("annotation") == ["897.25亿元", "3117亿元"])
    }
  }

  @Test func aCardWithoutNumberIsAnError() throws {
    let drawn = try card.draw(
      "mark: kpi\ndata: {values: [{n: 发明专利, v: 20.36}]}\nencoding: {label: {field: n}, text: {field: v}, unit: {value: 万件}}")
    #expect(drawn.texts("kpi") == ["发明专利", "20.36", "万件"])
    #expect(drawn.findings.isEmpty)
    let without = try card.draw("mark: kpi\ndata: {values: [{n: 发明专利, v: 20.36}]}\nencoding: {label: {field: n}}")
    #expect(without.findings.contains { $0.rule == "chart.card-empty" && $0.severity == .error })
  }

  @Test func oneIsStrongAndTheRestGrey() throws {
    let bars = SceneCheck(try card.compile(HouseGallery.spec("ranking"), size: .own).value.draw()).marks
    #expect(bars.map { $0.shape.fill?.hex } == ["#0A3566"] + Array(repeating: "#8790A0", count: 5))
    let lines = SceneCheck(try card.compile(HouseGallery.spec("lines"), size: .own).value.draw()).marks
    #expect(lines.first?.shape.stroke?.color.hex == "#0A3566" && lines.dropFirst().allSatisfy { $0.shape.stroke?.color.hex != "#0A3566" })
    let unknown = try card.draw(HouseGallery.spec("ranking").replacing("highlight: [广东]", with: "highlight: [广冬]"))
    #expect(unknown.findings.map(\.hint) == ["did you mean “广东”?"])
  }

  @Test func aRankingFallsAndPlacesRise() throws {
    let drawn = try card.draw(
      "data: {values: [{a: 甲, v: 1}, {a: 乙, v: 3}, {a: 丙, v: 2}]}\nmark: ranking\nencoding: {y: {field: a}, x: {field: v}}")
    #expect(drawn.texts("axis-label") == ["乙", "丙", "甲"])
    let ranks = try page.draw(HouseGallery.spec("ranks"))
    #expect(ranks.texts("axis-label").last == "国家知识产权示范、优势企业累计数")
    #expect(ranks.texts().contains("第1位") && ranks.texts().contains("第15位") && ranks.texts().contains("实现数量倍增"))
  }

  @Test func twoMeasuresOnOnePlotAreRefused() throws {
    let drawn = try card.draw(
      """
      data: {values: [{a: x, b: 1, c: 100}]}
      layer:
        - {mark: bar, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative, title: 件}}}
        - {mark: line, encoding: {x: {field: a, type: nominal}, y: {field: c, type: quantitative, title: 亿元}}}
      resolve: {scale: {y: independent}}
      """)
    #expect(drawn.findings.contains { $0.rule == "chart.dual-axis" })
  }

  @Test func whoDoesNotSeeTheChartIsToldItsFigures() throws {
    let text = try page.compile(change(title: "质押金额一年增至2.2倍"), size: .wide(.pt(462))).value.description
    #expect(text == "质押金额一年增至2.2倍。2021年：442.5亿元（推算）；2022年：970.24亿元，较前期+119.25%。")
    #expect(try page.compile(change() + "\nalt: 两根柱", size: .own).value.description == "两根柱")
    let cards = try page.compile(HouseGallery.spec("kpi"), size: .own).value.description
    #expect(cards == "专利和商标质押金额：970.24亿元，较2021年+119.25%，占全国19.93%；发明专利有效量：53.92万件，连续13年居全国首位。")
  }

  @Test func aFigureIsAsHighAsItsRows() throws {
    func height(_ count: Int) throws -> Double {
      let rows = (0..<count).map { "{a: 第\($0)行, v: \($0 + 1)}" }.joined(separator: ", ")
      let spec = "data: {values: [\(rows)]}\nmark: bar\nencoding: {y: {field: a, type: nominal}, x: {field: v, type: quantitative}}"
      return try page.compile(spec, size: .wide(.pt(462))).value.size.height.points
    }
    let (five, ten, sixteen, thirty) = (try height(5), try height(10), try height(16), try height(30))
    #expect(abs((ten - five) - 5 * 27) < 2 && abs((sixteen - ten) - 6 * 27) < 2)
    // More than sixteen stand closer: a page has room for thirty.
    #expect(abs((thirty - ten) - (30 * 16 - 10 * 27)) < 2)
  }

  /// All rows of panels may stand closer or wider apart; those whose height is written may not.
  @Test func panelsStretchByAllTheirRows() throws {
    func heights(_ written: String) throws -> (natural: Double, range: ClosedRange<Double>) {
      let rows = (0..<4).flatMap { n in (0..<5).map { "{n: 项\(n), a: 第\($0)行, v: \($0 + n + 1)}" } }.joined(separator: ", ")
      let spec = """
        data: {values: [\(rows)]}
        facet: {field: n, type: nominal, title: null}
        columns: 2
        resolve: {scale: {x: independent}}
        spec:
          mark: {type: bar, orient: horizontal}
          encoding: {y: {field: a, type: nominal, title: null}, x: {field: v, type: quantitative, title: null}}
        \(written)
        """
      let chart = try page.compile(spec, size: .wide(.pt(462))).value
      return (chart.size.height.points, chart.heights)
    }
    let open = try heights("")
    // Two rows of panels give more than one of five rows could.
    #expect(open.natural - open.range.lowerBound > 5 * 27 * 2.0 / 9 * 1.5)
    let fixed = try heights("  height: {step: 15}")
    #expect(fixed.range.lowerBound == fixed.range.upperBound)
  }

  /// Moments are spoken as exactly as they differ; an untitled chart is called by what it draws.
  @Test(arguments: [
    ("[2023-01-01, 2024-01-01]", "", "2023：3；2024：4。"), ("[2023-01-01, 2023-02-01]", "", "2023-01：3；2023-02：4。"),
    ("[2023-01-01, 2023-02-05]", "", "2023-01-01：3；2023-02-05：4。"),
    ("['2023-01-01T06:30', '2023-02-05']", "", "2023-01-01 06:30：3；2023-02-05 00:00：4。"),
    ("[2023-01-01, 2023-02-01]", ", timeUnit: yearmonth", "2023年1月：3；2023年2月：4。"),
  ])
  func momentsAreSpoken(days: String, unit: String, text: String) throws {
    let chart = try page.compile(
      """
      data: {values: [{d: \(days.dropFirst().split(separator: ",")[0]), v: 3}, {d: \(days.dropLast().split(separator: ", ")[1]), v: 4}]}
      mark: line
      encoding: {x: {field: d, type: temporal\(unit)}, y: {field: v, type: quantitative, title: 授权量}}
      """, size: .wide(.pt(462))
    ).value
    #expect(chart.description == text)
    #expect(chart.title.isEmpty && chart.name == "授权量，d")
  }

  /// Bars of 100 % say their amounts, not where they begin; a map says its rates by their places.
  @Test func sharesOfSeveralWholesAndMapsSayTheirFigures() throws {
    let share = try page.compile(
      """
      data: {values: [{a: 甲市, p: 出口, v: 60}, {a: 甲市, p: 进口, v: 40}, {a: 乙市, p: 出口, v: 9}, {a: 乙市, p: 进口, v: 1}]}
      mark: share
      encoding: {y: {field: a}, x: {field: v, type: quantitative}, color: {field: p}}
      """, size: .wide(.pt(462))
    ).value
    #expect(share.description == "出口 甲市：60；进口 甲市：40；出口 乙市：9；进口 乙市：1。")
    let check = SceneCheck(share.draw())
    #expect(check.texts.filter { $0.role == .valueLabel }.map(\.run.text) == ["60%", "40%", "90%", "10%"])
    let map = try page.compile(
      """
      data: {values: [{a: 广东, v: 21.3}, {a: 江苏, v: 5.59}]}
      mark: tile-grid
      encoding: {detail: {field: a}, color: {field: v, type: quantitative}, text: {field: v}}
      """, size: .wide(.pt(462))
    ).value
    #expect(map.description == "广东：21.3；江苏：5.59。")
  }

  @Test func aThemeOfPagesReachesChartsAndCards() throws {
    let red = try ChartBench(look: "page", values: ["brand": .string("#AA0011"), "figure-title": .number(13)])
    for name in ["ranking", "share", "kpi", "timeline"] {
      let check = SceneCheck(try red.compile(HouseGallery.spec(name), size: .own).value.draw())
      let fills = check.marks.compactMap { $0.shape.fill?.hex } + check.texts.map { $0.run.fill.hex }
      #expect(fills.contains("#AA0011") && !fills.contains("#0A3566"), "\(name)")
      #expect(check.texts.filter { $0.role == .title }.allSatisfy { $0.run.size == .pt(13) })
    }
  }

  @Test(arguments: [(Language.traditionalChinese, "（推算）"), (.english, " (derived)")])
  func otherLanguagesHaveTheirWords(language: Language, word: String) throws {
    let built = try page.compile(change(), size: .wide(.pt(462)), language: language)
    let labels = SceneCheck(built.value.draw()).texts.filter { $0.role == .valueLabel }.map(\.run.text)
    #expect(labels.first == "442.5" + word)
  }

  @Test func aRemarkWithoutUseIsReported() throws {
    let drawn = try page.draw(
      "data: {values: [{a: 甲, v: 1, b: 注}]}\nmark: line\nencoding: {x: {field: a, type: nominal}, y: {field: v, type: quantitative}, badge: {field: b}}"
    )
    #expect(drawn.findings.contains { $0.message == "the channel “badge” has no effect on the mark “line”" })
  }

  @Test func noLineOfATitleBeginsWithAUnitSign() throws {
    let spec = change(title: "广东发行知识产权证券化产品占全国的比重，%，2022年12月")
    for width in stride(from: 150.0, through: 500, by: 50) {
      let titles = SceneCheck(try page.compile(spec, size: .fixed(Size(width, 300))).value.draw()).texts.filter { $0.role == .title }
      let starts = Dictionary(grouping: titles, by: { $0.box.minY }).values.compactMap { line in
        line.min { $0.box.minX < $1.box.minX }?.run.text.first
      }
      #expect(!starts.isEmpty && !starts.contains("%"), "\(width): \(starts)")
    }
  }
}
