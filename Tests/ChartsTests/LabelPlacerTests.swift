import Charts
import Diagnostics
import Geometry
import Scene
import Testing

@Suite struct DroppedLabelTests {
  @Test func whatFindsNoPlaceIsSaid() {
    let size = Size(225, 120)
    var rows: [DataTable.Row] = []
    for i in 0..<40 { rows.append(["x": .number(Double(i % 3)), "y": .number(1), "t": .string("标签\(i)")]) }
    var spec = ChartSpec(nil, data: DataTable(rows))
    spec.layer = [
      ChartSpec(
        MarkSpec(.text),
        encoding: Encoding([
          .x: ChannelSpec("x", type: .quantitative), .y: ChannelSpec("y", type: .quantitative), .text: ChannelSpec("t"),
        ]))
    ]
    let first = drawChart(spec, size: size, context: Bench.context)
    let second = drawChart(spec, size: size, context: Bench.context)
    let dropped = first.diagnostics.filter { $0.rule == "chart.label-dropped" }
    #expect(dropped.count > 20)
    #expect(dropped.first?.message.hasPrefix("there is no room for the label “标签") == true)
    #expect(SceneCheck(first.value).overlaps == [])
    #expect(first.value == second.value)
  }
}
