import Geometry
import StructuredData
import Testing
import Typesetting

/// What a reader of the look `annual` sees first: magnitudes, names of series, dates.
@Suite struct AnnualLookTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  private func lines(_ values: [(String, [Double])], unit: String = "元") -> String {
    let rows = values.flatMap { name, numbers in numbers.enumerated().map { "{t: \"\(2016 + $0)年\", v: \($1), s: \(name)}" } }
    return """
      title: {text: 题, subtitle: 金额，\(unit)}
      data: {values: [\(rows.joined(separator: ", "))]}
      mark: line
      encoding: {x: {field: t, type: ordinal}, y: {field: v, type: quantitative}, color: {field: s, type: nominal}}
      """
  }

  private func roles(_ drawn: Drawn) -> [String] { drawn.items.compactMap { item in item["role"]?.string } }

  @Test func largeNumbersAreCountedOnceAtTheAxis() throws {
    let drawn = try bench.draw(lines([("甲", [1e8, 3e8, 5e8]), ("乙", [1e8, 2e8, 3e8])]))
    #expect(drawn.texts("axis-title").contains("亿"))
    #expect(drawn.texts("axis-label").contains("5"))
    #expect(!drawn.texts("axis-label").contains { $0.contains(",") || $0.contains("亿") })
  }

  @Test func aUnitThatCountsAlreadyIsLeftAlone() throws {
    let drawn = try bench.draw(lines([("甲", [10_000, 30_000, 50_000]), ("乙", [10_000, 20_000, 30_000])], unit: "万元"))
    #expect(!drawn.texts("axis-title").contains("万"))
    #expect(drawn.texts("axis-label").contains("50,000"))
  }

  @Test("a legend counts large numbers with their word, where no title of an axis says it", arguments: ["size", "color"])
  func legendsCount(channel: String) throws {
    let rows = (1...9).map { "{a: \($0), b: \($0 * 3 % 7), v: \($0)00000000}" }.joined(separator: ", ")
    let drawn = try bench.draw(
      "{title: 题, data: {values: [\(rows)]}, mark: point, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}, \(channel): {field: v, type: quantitative}}}"
    )
    let labels = drawn.texts("legend-label")
    #expect(labels.contains("4亿") && labels.allSatisfy { $0 == "0" || $0.hasSuffix("亿") }, "\(labels)")
  }

  @Test func seriesAreNamedAtTheirEnds() throws {
    let drawn = try bench.draw(lines([("甲", [10, 30, 50]), ("乙", [10, 20, 30])]))
    #expect(!roles(drawn).contains("legend-symbol"))
    #expect(drawn.values("series", role: "legend-label") == ["甲", "乙"])
    let right =
      drawn.items.compactMap { item in item["role"]?.string == "mark" ? (item["x"]?.double ?? 0) + (item["w"]?.double ?? 0) : nil }.max()
      ?? 0
    for item in drawn.items where item["role"]?.string == "legend-label" {
      #expect((item["x"]?.double ?? 0) > right)
      #expect((item["x"]?.double ?? 0) + (item["w"]?.double ?? 0) <= drawn.size.width.points)
    }
  }

  @Test("names at the ends of lines stand clear of the dots and of the values", arguments: [26.41, 25.2, 24.1, 22, 18])
  func namesAtEndsStandClear(last: Double) throws {
    let drawn = try bench.draw(
      lines([("新能源", [33, 43, 52, 73.7]), ("生物医药", [17, 20, 22, 26.99]), ("航空航天", [16, 21, 22.4, last])])
        .replacing("mark: line", with: "mark: {type: line, point: true}"))
    func boxes(_ isWanted: (String) -> Bool) -> [Rect] {
      drawn.items.filter { isWanted($0["role"]?.string ?? "") }.compactMap { item in
        guard let x = item["x"]?.double, let y = item["y"]?.double, let w = item["w"]?.double, let h = item["h"]?.double else { return nil }
        return Rect(x, y, w, h)
      }
    }
    let names = boxes { $0 == "legend-label" }
    #expect(names.count == 3)
    for name in names {
      for other in boxes({ $0 == "value-label" }) {
        let isApart =
          name.minX.points >= other.maxX.points || other.minX.points >= name.maxX.points || name.minY.points >= other.maxY.points - 1
          || other.minY.points >= name.maxY.points - 1
        #expect(isApart)
      }
      for mark in boxes({ $0 == "mark" }) { #expect(mark.maxX.points < name.minX.points - 1) }
    }
  }

  @Test(
    "where ends meet, or one ends early, a legend names them",
    arguments: [
      [("甲", [10.0, 30, 50]), ("乙", [10, 20, 50]), ("丙", [10, 25, 50]), ("丁", [10, 22, 50])],
      [("甲", [10, 30, 50]), ("乙", [10, 20])],
    ] as [[(String, [Double])]])
  func legends(series: [(String, [Double])]) throws {
    let drawn = try bench.draw(lines(series))
    #expect(roles(drawn).filter { $0 == "legend-symbol" }.count == series.count)
  }

  @Test func daysAreWrittenInChineseAndDiffer() throws {
    let rows = (2...19).map { "{d: \"2023-01-\($0 < 10 ? "0" : "")\($0)\", v: \($0)}" }.joined(separator: ", ")
    let drawn = try bench.draw(
      "data: {values: [\(rows)]}\nmark: line\nencoding: {x: {field: d, type: temporal}, y: {field: v, type: quantitative}}")
    let days = drawn.texts("axis-label").filter { $0.hasSuffix("日") }
    #expect(days.count >= 4)
    #expect(Set(days).count == days.count)
    #expect(days.contains("1月5日"))
  }

  @Test func powersOfALogarithmicAxisAreWords() throws {
    let rows = (0...7).map { "{x: \($0), v: 1e\($0 + 2)}" }.joined(separator: ", ")
    let drawn = try bench.draw(
      "data: {values: [\(rows)]}\nmark: point\nencoding: {x: {field: x, type: quantitative}, y: {field: v, type: quantitative, scale: {type: log}}}"
    )
    #expect(drawn.texts("axis-label").contains("1亿"))
    #expect(drawn.texts("axis-label").contains("10万"))
    #expect(!drawn.texts("axis-label").contains { $0.hasPrefix("0") && $0 != "0" })
  }

  /// Narrow pictures part the names beside their bars: with the words at hand not within one, and a word too long for a line anywhere.
  @Test func namesArePartedBetweenWords() throws {
    let name = "广东发行知识产权证券化产品规模"
    let spec = """
      data: {values: [{n: \(name), v: 63.4}, {n: 广东发明专利有效量, v: 22.35}]}
      mark: bar
      encoding: {x: {field: v, type: quantitative}, y: {field: n, type: nominal}}
      """
    var bench = try ChartBench(look: "page")
    let words = ["广东", "发行", "知识产权", "证券化", "产品", "规模", "发明", "专利", "有效量"]
    bench.typesetter.words = { scalars in
      var found: [Range<Int>] = []
      var at = 0
      while at < scalars.count {
        let rest = String(String.UnicodeScalarView(scalars[at...]))
        let length = words.first { rest.hasPrefix($0) }?.unicodeScalars.count ?? 1
        found.append(at..<(at + length))
        at += length
      }
      return found
    }
    let lines = try bench.draw(spec, size: Size(240, 160)).texts("axis-label").filter { name.contains($0) }
    #expect(lines.joined() == name)
    #expect(lines.count > 1)
    for line in lines {
      var rest = line[...]
      while let word = words.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(word.count) }
      #expect(rest.isEmpty, "\(lines)")
    }
    bench.typesetter.words = { [0..<$0.count] }
    #expect(try bench.draw(spec, size: Size(240, 160)).texts("axis-label").filter { name.contains($0) }.count > 1)
  }
}
