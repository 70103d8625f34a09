import Charts
import Diagnostics
import Grammar
import Scene
import StructuredData
import Testing

/// What charts draw, as tables for editable documents.
@Suite struct FigureTableTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench() }

  private func tables(_ text: String) throws -> [FigureTable] {
    let source = try readSpec(try parseYAML(text, document: "s.yaml"))
    var setting = ChartSetting(theme: bench.theme, typesetter: bench.typesetter, language: .simplifiedChinese) {
      _, span throws(Diagnostic) in
      throw .error("input.missing", "there is no such file", at: span)
    }
    setting.isEditable = true
    return try BuiltChart.compile(source.value, in: setting).value.tables
  }

  private func cells(_ table: FigureTable) -> [[String]] { table.rows.map { $0.map(\.text) } }
  private static let rows =
    "data: {values: [{k: 甲, v: 1.50, t: 2021-01-05}, {k: 乙, v: 2.25, t: 2021-02-01}, {k: 丙, v: null, t: 2021-03-01}]}\n"

  @Test("names come first, numbers keep their digits, rows without a value are not drawn")
  func bars() throws {
    let found = try tables(Self.rows + "mark: bar\nencoding: {x: {field: v, type: quantitative, title: 值}, y: {field: k, type: nominal}}")
    #expect(found.map(\.columns).map { $0.map { $0.title ?? $0.name } } == [["k", "值"]])
    #expect(found.map(cells) == [[["甲", "1.50"], ["乙", "2.25"]]])
    #expect(found[0].isNumeric(1) && !found[0].isNumeric(0))
  }

  @Test("what is aggregated is listed as it is drawn") func aggregates() throws {
    let found = try tables(
      "data: {values: [{k: 甲, v: 1}, {k: 甲, v: 3}, {k: 乙, v: 5}]}\nmark: bar\nencoding: {x: {field: k, type: nominal}, y: {aggregate: mean, field: v}}"
    )
    #expect(found.map(cells) == [[["甲", "2"], ["乙", "5"]]])
    #expect(found[0].columns.map(\.name) == ["k", "mean_v"])
  }

  @Test("layers of the same rows are one table, and names beside marks none") func layers() throws {
    let text =
      "encoding: {x: {field: k, type: nominal}}\nlayer:\n  - {mark: bar, encoding: {y: {field: v, type: quantitative}}}\n  - {mark: point, encoding: {y: {field: w, type: quantitative}}}\n  - {mark: text, encoding: {text: {field: u}}}\n"
    let found = try tables("data: {values: [{k: 甲, v: 1, w: 2, u: x}, {k: 乙, v: 3, w: 4, u: y}]}\n" + text)
    #expect(found.map(cells) == [[["甲", "1", "2"], ["乙", "3", "4"]]])
  }

  @Test("cells of a facet are one table, with what their headers say") func facets() throws {
    let found = try tables(
      "data: {values: [{k: 甲, v: 1, g: A}, {k: 甲, v: 2, g: B}]}\nmark: bar\nencoding: {column: {field: g}, x: {field: k, type: nominal}, y: {field: v, type: quantitative}}"
    )
    #expect(found.map(cells) == [[["A", "甲", "1"], ["B", "甲", "2"]]])
  }

  @Test("moments are dates; views side by side are tables of their own") func views() throws {
    let view = "{mark: line, encoding: {x: {field: t, type: temporal}, y: {field: v, type: quantitative}}}"
    let found = try tables(
      "data: {values: [{t: 2021-01-05, v: 1}, {t: 2021-02-01, v: 2}]}\nhconcat: [\(view), {mark: bar, encoding: {x: {field: v, type: ordinal}}}]"
    )
    #expect(found.map(cells) == [[["2021-01-05", "1"], ["2021-02-01", "2"]], [["1"], ["2"]]])
  }

  @Test("values of few series are crossed, what is none of that is not") func crossed() throws {
    func crossed(
      _ rows: String,
      _ encoding: String = "x: {field: y, type: ordinal}, y: {field: v, type: quantitative}, color: {field: s, type: nominal}"
    ) throws -> FigureTable? {
      try #require(try tables("data: {values: [\(rows)]}\nmark: line\nencoding: {\(encoding)}").first).crossed()
    }
    let gap = try #require(try crossed("{y: 2021, s: 甲, v: 1.50}, {y: 2022, s: 甲, v: 2}, {y: 2021, s: 乙, v: 3}, {y: 2023, s: 乙, v: 4}"))
    #expect(gap.columns.map { $0.title ?? $0.name } == ["y", "甲", "乙"])
    #expect(cells(gap) == [["2021", "1.50", "3"], ["2022", "2", ""], ["2023", "", "4"]])
    #expect(gap.isNumeric(1))
    // A pair with two values, a single series, seven series, one row of heads.
    #expect(try crossed("{y: 2021, s: 甲, v: 1}, {y: 2021, s: 甲, v: 2}, {y: 2022, s: 乙, v: 3}") == nil)
    #expect(try crossed("{y: 2021, s: 甲, v: 1}, {y: 2022, s: 甲, v: 2}") == nil)
    #expect(try crossed((1...7).map { "{y: 2021, s: s\($0), v: 1}, {y: 2022, s: s\($0), v: 1}" }.joined(separator: ", ")) == nil)
    #expect(try crossed("{y: 2021, s: 甲, v: 1}, {y: 2021, s: 乙, v: 2}") == nil)
    // Of two positions the longer one goes down; a third name leaves the rows as they are.
    let grid = try #require(
      try crossed(
        "{y: a, s: 甲, v: 1}, {y: b, s: 甲, v: 2}, {y: c, s: 乙, v: 3}",
        "x: {field: s, type: nominal}, y: {field: y, type: nominal}, color: {field: v, type: quantitative}"))
    #expect(grid.columns.map(\.name) == ["y", "甲", "乙"])
    #expect(
      try crossed(
        "{y: 2021, s: 甲, v: 1, t: p}, {y: 2022, s: 乙, v: 2, t: q}",
        "x: {field: y, type: ordinal}, y: {field: v, type: quantitative}, color: {field: s, type: nominal}, detail: {field: t, type: nominal}"
      ) == nil)
  }
}
