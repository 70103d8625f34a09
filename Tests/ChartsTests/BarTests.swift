import Charts
import Diagnostics
import Geometry
import Scene
import StructuredData
import Testing

@Suite struct BarTests {
  private func bars(_ spec: ChartSpec, _ size: Size) -> [(box: Rect, fill: Color)] {
    SceneCheck(drawChart(spec, size: size, context: Bench.context).value).marks.compactMap { mark in
      guard case .rect = mark.shape.kind, let fill = mark.shape.fill else { return nil }
      return (mark.box, fill)
    }
  }

  @Test func columnsStartAtZeroAndGrowWithTheirValues() {
    let columns = bars(Gallery.columns, Size(462, 234))
    #expect(columns.count == 8)
    #expect(Set(columns.map { ($0.box.maxY.points * 100).rounded() }).count == 1)
    let values = [53.92, 47.8, 42.9, 33.6, 24.2, 19.0, 14.7, 10.9]
    for (column, value) in zip(columns, values) {
      #expect(abs(column.box.size.height.points / columns[0].box.size.height.points - value / 53.92) < 1e-9)
    }
  }

  @Test func oneBarIsStrongAndTheRestGrey() {
    let columns = bars(Gallery.columns, Size(462, 234))
    let palette = ChartTheme.annual.palette
    #expect(columns.map(\.fill) == [palette.brand] + Array(repeating: palette.context, count: 7))
  }

  @Test(arguments: [Size(225, 170), Size(462, 234)]) func barsHaveTheThemesThicknessAndGap(size: Size) {
    let rows = bars(Gallery.ranking, size)
    let thickness = rows[0].box.size.height.points
    let gap = rows[1].box.minY.points - rows[0].box.maxY.points
    #expect((10...28.01).contains(thickness))
    #expect((0.499...0.801).contains(gap / thickness))
  }

  @Test func growthAgreesWithTheBars() {
    let result = drawChart(Gallery.change, size: Size(225, 170), context: Bench.context)
    #expect(result.diagnostics == [])
    let texts = SceneCheck(result.value).texts.map(\.run.text)
    #expect(texts.contains("+119.25%"))
    #expect(texts.joined().contains("442.5"))
  }

  @Test func anArrowThatLiesIsAnError() {
    var spec = Gallery.change
    spec.title = nil
    spec.data = .values(
      DataTable([["period": "2021年", "value": 600], ["period": "2022年", "value": 970.24, "growth": "+119.25%"]]))
    let result = drawChart(spec, size: Size(225, 170), context: Bench.context)
    #expect(result.diagnostics.map(\.rule) == ["chart.growth-mismatch"])
    #expect(result.diagnostics.first?.message == "the arrow says +119.25%, but the bars grow by 61.7%")
  }

  @Test(arguments: [("质押金额一年增至2.2倍", true), ("质押金额增长119.25%", true), ("质押金额增至2.6倍", false), ("质押金额增长98%", false),
    ("质押金额增至3.2倍", false), ("质押金额增长1.2倍", true), ("质押金额增长2.2倍", false), ("质押金额增加了约1.2倍", true), ("质押金额是上年的2.2倍", true),
    ("质押金额增至约2.2倍", true), ("质押金额是上年的1.2倍", false), ("质押金额达到上年的2.2倍", true), ("2.2倍的质押金额", true),
  ])
  func titlesAreHeldAgainstTheData(title: String, isRight: Bool) {
    var spec = Gallery.change
    spec.title = .init(title)
    let rules = drawChart(spec, size: Size(462, 200), context: Bench.context).diagnostics.map(\.rule)
    #expect(rules == (isRight ? [] : ["chart.title-mismatch"]))
  }

  @Test func noLineOfATitleBeginsWithAUnitSign() {
    var spec = Gallery.change
    spec.title = .init("广东发行知识产权证券化产品占全国的比重，%，2022年12月")
    for width in stride(from: 150.0, through: 500, by: 25) {
      let texts = SceneCheck(drawChart(spec, size: Size(width, 300), context: Bench.context).value).texts
        .filter { $0.role == .title }
      let starts = Dictionary(grouping: texts, by: { $0.box.minY }).values.compactMap { line in
        line.min { $0.box.minX < $1.box.minX }?.run.text.first
      }
      #expect(!starts.isEmpty && !starts.contains("%"), "\(width): \(starts)")
    }
  }

  @Test func aCardWithoutNumberIsAnError() throws {
    let spec = try ChartSpec(
      node: try parseYAML(
        "mark: kpi\ndata: {values: [{n: 发明专利, v: 20.36}]}\nencoding: {label: {field: n}, y: {field: v}}", document: "a"))
    let result = drawChart(spec, size: Size(400, 300), context: Bench.context)
    #expect(result.diagnostics.contains { $0.rule == "chart.card-empty" && $0.severity == .error })
  }

  @Test func derivedBarsAreNotSolid() {
    let marks = bars(Gallery.change, Size(225, 170))
    #expect(marks.map(\.fill) == [ChartTheme.annual.palette.tint, ChartTheme.annual.palette.brand])
  }

  @Test func moreThanIsSaidAndDrawnOpen() {
    let frame = drawChart(Gallery.open, size: Size(462, 234), context: Bench.context).value
    let texts = SceneCheck(frame).texts.filter { $0.role == .valueLabel }.map(\.run.text).joined()
    #expect(texts.contains("超") && texts.contains("500"))
    let stripes = frame.items.filter { $0.role == .annotation }
    #expect(stripes.count == 4)
  }

  @Test func twoMeasuresOnOnePlotAreRefused() {
    var spec = ChartSpec(nil, data: DataTable([["a": "x", "b": 1, "c": 100]]))
    spec.layer = [
      ChartSpec(MarkSpec(.bar), encoding: Encoding([.x: ChannelSpec("a"), .y: ChannelSpec("b", title: "件")])),
      ChartSpec(MarkSpec(.line), encoding: Encoding([.x: ChannelSpec("a"), .y: ChannelSpec("c", title: "亿元")])),
    ]
    let rules = drawChart(spec, size: Size(225, 170), context: Bench.context).diagnostics.map(\.rule)
    #expect(rules.contains("chart.dual-axis"))
  }

  @Test func manyPartsAreMerged() {
    var spec = Gallery.share
    spec.data = .values(DataTable((1...7).map { ["name": .string("部分\($0)"), "value": .number(Double(30 - $0))] }))
    spec.unit = "件"
    let result = drawChart(spec, size: Size(462, 160), context: Bench.context)
    #expect(result.diagnostics.contains { $0.rule == "chart.parts" })
    #expect(SceneCheck(result.value).marks.count == 5)
    #expect(SceneCheck(result.value).texts.contains { $0.run.text == "其他" })
  }
}
