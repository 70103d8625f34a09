import Diagnostics
import Geometry
import Grammar
import StructuredData
import Testing

/// Charts that stand alone, in the look of the house.
@Suite struct FigureTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  private func bars(_ names: [String]) -> String {
    let rows = names.enumerated().map { "{a: \"\($1)\", b: \(10 * ($0 + 1)).5}" }.joined(separator: ", ")
    return
      "title: {text: 标题, subtitle: 副题}\nunit: 亿元\nsource: 年报\ndata: {values: [\(rows)]}\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}"
  }

  @Test func theFrameSaysTitleUnitAndSourceOnce() throws {
    let drawn = try bench.draw(bars(["甲", "乙"]))
    #expect(drawn.texts("title") == ["标题"])
    #expect(drawn.texts("subtitle") == ["副题；单位：亿元"])
    #expect(drawn.texts("source") == ["来源：年报"])
    #expect(drawn.size == Size(1200, 675))
  }

  @Test func barsCarryTheirValuesAndNeedNoAxisOfThem() throws {
    let drawn = try bench.draw(bars(["甲", "乙"]))
    #expect(drawn.texts("value-label") == ["10.5", "20.5"])
    #expect(drawn.texts("axis-label") == ["甲", "乙"])
    #expect(drawn.values("value", role: "value-label") == ["10.5", "20.5"])
  }

  @Test func whatNoFontHasIsTold() throws {
    let rules = try bench.draw(bars(["\u{1F34A}甲", "\u{1F347}\u{1F34A}", "乙"])).findings.filter { $0.rule == "font.missing-glyph" }
    #expect(rules.count == 2)
    #expect(rules.first?.message.contains("U+1F34A") == true)
    #expect(try bench.draw(bars(["甲", "乙"])).findings.isEmpty)
  }

  @Test func namesThatDoNotFitUnderColumnsTurnThemToRows() throws {
    let names = (0..<14).map { "某某市高新技术产业开发区\($0)号" }
    let drawn = try bench.draw(bars(names))
    let marks = drawn.marks
    #expect(marks.count == 14)
    // Rows: all begin at one place, none above another.
    #expect(Set(marks.map { $0[0] }).count == 1)
    for (a, b) in zip(marks, marks.dropFirst()) { #expect(a[1] != b[1]) }
  }

  @Test func everythingStaysInsideThePicture() throws {
    for text in [bars(["甲", "乙", "丙"]), bars((0..<30).map { "第\($0)名" })] {
      let drawn = try bench.draw(text)
      for item in drawn.items where item["type"]?.string == "text" || item["role"]?.string == "mark" {
        let (x, y) = (item["x"]?.double ?? -1, item["y"]?.double ?? -1)
        #expect(x >= -0.5 && y >= -0.5)
        #expect(x + (item["w"]?.double ?? 0) <= drawn.size.width.points + 0.5)
        #expect(y + (item["h"]?.double ?? 0) <= drawn.size.height.points + 0.5)
      }
    }
  }

  @Test("other sizes are the same picture scaled") func sizes() throws {
    let large = try bench.draw(bars(["甲", "乙"]))
    let small = try bench.draw(bars(["甲", "乙"]), size: Size(600, 337.5))
    for (a, b) in zip(large.marks, small.marks) { #expect(abs(a[3] / 2 - b[3]) < 0.02) }
  }

  @Test(
    "more categories than colours, or than readers tell apart, are said",
    arguments: [
      (10, "", true), (8, "", true), (7, ", scale: {scheme: tableau10}", true), (6, "", false), (9, ", scale: {range: [red, blue]}", false),
    ])
  func tooManyColours(count: Int, scale: String, isSaid: Bool) throws {
    let rows = (0..<count).map { "{a: \($0), b: 1, c: s\($0)}" }.joined(separator: ", ")
    let drawn = try bench.draw(
      """
      data: {values: [\(rows)]}
      mark: point
      encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}, color: {field: c, type: nominal\(scale)}}
      """)
    #expect(drawn.findings.contains { $0.rule == "scale.colours" } == isSaid)
  }
}
