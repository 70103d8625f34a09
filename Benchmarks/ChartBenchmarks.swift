import Assets
import CairoExport
import Charts
import Diagnostics
import Fonts
import Geometry
import Scene
import Typesetting

/// Laying out one grouped bar chart of 1600 × 1000 px, and that with drawing and writing it as PNG; sizes are the items of
/// the frame and the bytes of the file.
func chartBenchmarks(_ assets: Assets) throws -> [Benchmark] {
  let fonts = try FontLibrary(directories: [assets.fonts])
  let context = ChartContext(typesetter: Typesetter(fonts: fonts))
  let spec = groupedBars()
  let size = Size(width: .pt(1600), height: .pt(1000))
  return [
    Benchmark(name: "chart-layout") { drawChart(spec, size: size, context: context).value.items.count },
    Benchmark(name: "chart-png") {
      let frame = drawChart(spec, size: size, context: context).value
      let page = Page(number: 1, label: "1", frame: frame, isPixelDesign: true)
      return try drawPNG(page, fonts: fonts.resources, scale: 1).count
    },
  ]
}

/// Ten areas in two years.
private func groupedBars() -> ChartSpec {
  let areas = ["山东", "湖南", "甘肃", "青海", "内蒙古", "辽宁", "广西", "贵州", "云南", "四川"]
  let years = [
    ("2021年", [69.2, 60.1, 73.7, 48.9, 79.0, 32.7, 9.2, 56.7, 108.0, 14.3]),
    ("2022年", [93.1, 56.2, 97.0, 49.9, 71.4, 38.0, 10.2, 57.7, 125.8, 16.7]),
  ]
  let rows = years.flatMap { year, values in
    zip(areas, values).map { ["area": .string($0), "year": .string(year), "value": .number($1)] as DataTable.Row }
  }
  return ChartSpec(
    MarkSpec(.bar), title: .init("云南、甘肃和山东位居前列", subtitle: "2021—2022年发明专利授权量，万件"), data: DataTable(rows),
    encoding: Encoding([
      .x: ChannelSpec("area", type: .nominal, sort: .data), .xOffset: ChannelSpec("year"),
      .y: ChannelSpec("value", type: .quantitative), .color: ChannelSpec("year", type: .nominal),
    ]))
}
