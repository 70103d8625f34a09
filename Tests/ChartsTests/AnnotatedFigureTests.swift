import ChartProof
import Diagnostics
import Geometry
import StructuredData
import Testing

/// Annotations in the look of the house: they find their places among marks, values and one another. All figures are invented.
@Suite struct AnnotatedFigureTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  private func bars(_ annotations: [String], title: String = "") -> String {
    let rows = [(2019, 301.2), (2020, 395.7), (2021, 442.5), (2022, 970.24), (2023, 1021.3)].map { "{y: \($0.0), v: \($0.1)}" }
    return """
      data: {values: [\(rows.joined(separator: ", "))]}
      mark: bar
      encoding: {x: {field: y, type: ordinal}, y: {field: v, type: quantitative\(title)}}
      annotations:
      \(annotations.map { "  - {\($0)}" }.joined(separator: "\n"))
      """
  }

  private func draw(_ spec: String, size: Size = Size(800, 450)) throws -> Drawn { try bench.draw(spec, size: size) }

  /// Pairs of texts whose letters lie on one another, and texts on bars.
  private func collisions(_ drawn: Drawn) -> [String] {
    let items = drawn.items.map { DumpItem($0) }
    let texts = items.filter(\.isText)
    let bars = items.filter { $0.role == "mark" && $0.type == "rect" }
    let pairs = texts.indices.flatMap { a in
      texts.indices.dropFirst(a + 1).filter { texts[a].ink.overlap(texts[$0].ink) > 0.5 }.map {
        "\(texts[a].text ?? "") \(texts[$0].text ?? "")"
      }
    }
    return pairs + texts.flatMap { text in bars.filter { $0.ink.overlap(text.ink) > 0.5 }.map { _ in "\(text.text ?? "") on a bar" } }
  }

  private let all = [
    "line: {y: 600}, text: 规划目标600亿元", "line: {y: mean}, text: 平均", "callout: {x: 2022, y: 970.24, dx: -60, dy: -30}, text: 新政实施，质押登记全程网办",
    "growth: [2021, 2022]", "bracket: [2019, 2021], text: 试点期", "band: {x: [2020, 2021]}, text: 疫情期间", "event: 2023, text: 修法",
  ]

  @Test("each alone and any two together", arguments: 0..<7)
  func annotationsKeepClear(first: Int) throws {
    for second in first..<all.count {
      let chosen = first == second ? [all[first]] : [all[first], all[second]]
      let drawn = try draw(bars(chosen))
      #expect(collisions(drawn).isEmpty, "\(chosen) \(collisions(drawn))")
      #expect(drawn.findings.isEmpty, "\(chosen) \(drawn.findings)")
      // Values stand at their bars as they do without annotations.
      #expect(drawn.texts("value-label") == ["301.2", "395.7", "442.5", "970.24", "1021.3"], "\(chosen)")
    }
  }

  @Test func allAtOnceOverprintNothing() throws {
    let drawn = try draw(bars(all), size: Size(1200, 675))
    #expect(collisions(drawn).isEmpty, "\(collisions(drawn))")
    #expect(drawn.texts("annotation").contains("+119.3%") && drawn.texts("annotation").contains("平均 626"))
  }

  @Test func theUnitOfAnAxisThatValuesReplaceStays() throws {
    let drawn = try draw(bars(["event: 2023, text: 修法"], title: ", title: 亿元"))
    #expect(drawn.texts("axis-title") == ["亿元"] && drawn.texts("axis-label") == ["2019", "2020", "2021", "2022", "2023"])
  }

  @Test func aLineOfNoNameSaysWhereItStands() throws {
    #expect(try draw(bars(["line: {y: 600}"])).texts("annotation") == ["600"])
  }

  @Test(arguments: [
    "event: 2030, text: 无", "band: {x: [2019, 2030]}", "bracket: [2018, 2021], text: 无", "callout: {x: 2025, y: 3}, text: 无",
  ])
  func aPlaceThatNoRowHasIsAnError(annotation: String) throws {
    let findings = try draw(bars([annotation])).findings
    #expect(findings.contains { $0.rule == "chart.annotation" && $0.severity == .error })
  }

  @Test func aChangeWithoutItsFigureIsSaid() throws {
    let spec = bars(["growth: [2021, 2022]"]).replacing("970.24", with: "null")
    #expect(try draw(spec).findings.contains { $0.rule == "chart.annotation" && $0.severity == .warning })
  }

  /// The sum of a stack with parts below zero stands over those above.
  @Test func totalsStandOverTheirStacks() throws {
    let drawn = try draw(
      """
      data: {values: [{y: 甲, s: A, v: 30}, {y: 甲, s: B, v: 20}, {y: 乙, s: A, v: 20}, {y: 乙, s: B, v: -8}]}
      mark: bar
      encoding: {x: {field: y, type: nominal}, y: {field: v, type: quantitative}, color: {field: s, type: nominal}}
      annotations: [{totals: true}]
      """)
    #expect(drawn.texts("annotation") == ["50", "12"] && collisions(drawn).isEmpty)
  }

  /// A layer without values of its own is read on the axis.
  @Test func theAxisStaysForALayerThatNothingSays() throws {
    let drawn = try draw(
      """
      data: {values: [{y: 2019, v: 30, w: 25}, {y: 2020, v: 14, w: 20}, {y: 2021, v: 24, w: 28}]}
      layer:
        - {mark: bar, encoding: {x: {field: y, type: ordinal}, y: {field: v, type: quantitative}}}
        - {mark: line, encoding: {x: {field: y, type: ordinal}, y: {field: w, type: quantitative}}}
      """)
    #expect(drawn.texts("axis-label").contains("30") && drawn.texts("value-label").count == 3)
  }

  @Test func weeksAreMarkedWhereTheyBegin() throws {
    let drawn = try draw(
      """
      data: {values: [{y: 2024-01-08, v: 14}, {y: 2024-01-15, v: 24}, {y: 2024-01-22, v: 34}, {y: 2024-01-29, v: 31}]}
      mark: bar
      encoding: {x: {field: y, type: temporal}, y: {field: v, type: quantitative}}
      """)
    #expect(drawn.texts("axis-label").filter { $0.contains("日") } == ["1月8日", "1月15日", "1月22日", "1月29日"])
  }

  @Test func rowsOutsideAWrittenDomainAreSaid() throws {
    func findings(_ domain: String, _ type: String = "nominal", _ mark: String = "point") throws -> [String] {
      try draw(
        """
        data: {values: [{y: 甲, v: 30}, {y: 乙, v: 140}]}
        mark: \(mark)
        encoding: {x: {field: y, type: nominal\(type == "x" ? ", scale: {domain: \(domain)}" : "")}, y: {field: v, type: quantitative\(type == "y" ? ", scale: {domain: \(domain)}" : "")}}
        """
      ).findings.map(\.rule)
    }
    #expect(try findings("[0, 100]", "y") == ["chart.domain"])
    #expect(try findings("[0, 200]", "y") == [])
    #expect(try findings("[0, 100]", "y", "{type: point, clip: true}") == [])
    #expect(try findings("[甲]", "x") == ["chart.domain"])
  }

  @Test func namesWithoutRoomAreSaid() throws {
    let rows = (0..<9).map { "{n: 某某市高新技术产业开发区\($0)号, x: \(1 + Double($0) / 100), y: 2}" } + ["{n: 远, x: 9, y: 9}"]
    let drawn = try draw(
      """
      data: {values: [\(rows.joined(separator: ", "))]}
      layer:
        - {mark: point, encoding: {x: {field: x, type: quantitative}, y: {field: y, type: quantitative}}}
        - {mark: {type: text, placement: beside}, encoding: {x: {field: x, type: quantitative}, y: {field: y, type: quantitative}, text: {field: n, type: nominal}}}
      """)
    #expect(drawn.findings.contains { $0.rule == "chart.label-dropped" } && drawn.texts().contains("远"))
  }

  @Test(arguments: [
    ("占近三成", true), ("占五成", false), ("翻一番", false), ("甲占一半以上", false), ("nearly a third of all", true), ("doubled", false),
    ("乙是甲的2.4倍", true),
  ])
  func wordsOfATitleAreHeldAgainstTheData(title: String, isRight: Bool) throws {
    let drawn = try draw(
      """
      title: \(title)
      data: {values: [{y: 甲, v: 29}, {y: 乙, v: 71}]}
      mark: bar
      encoding: {x: {field: y, type: nominal}, y: {field: v, type: quantitative}}
      """)
    #expect(drawn.findings.map(\.rule) == (isRight ? [] : ["chart.title-mismatch"]))
  }
}
