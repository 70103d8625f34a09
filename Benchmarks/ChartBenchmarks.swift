import Assets
import CairoExport
import Charts
import Dataflow
import Diagnostics
import Fonts
import Foundation
import Geometry
import Grammar
import Scene
import StructuredData
import Typesetting

/// Compiling one grouped bar chart of 1600 × 900 px, and that with drawing and writing it as PNG; sizes are the items of
/// the frame and the bytes of the file.
func chartBenchmarks(_ assets: Assets) throws -> [Benchmark] {
  let fonts = try FontLibrary(directories: [assets.fonts])
  let source = try readSpec(groupedBars()).value
  let setting = ChartSetting(
    theme: try shippedLook("annual", assets), typesetter: Typesetter(fonts: fonts), language: .simplifiedChinese,
    size: .fixed(Size(1600, 900)), fetch: noFiles)
  return [
    Benchmark(name: "chart-layout") { try BuiltChart.compile(source, in: setting).value.draw().items.count },
    Benchmark(name: "chart-png") {
      let frame = try BuiltChart.compile(source, in: setting).value.draw()
      let page = Page(number: 1, label: "1", frame: frame, isPixelDesign: true)
      return try drawPNG(page, fonts: fonts.resources, scale: 1).count
    },
  ]
}

/// Ten areas in two years.
func groupedBars() -> Node {
  let areas = ["山东", "湖南", "甘肃", "青海", "内蒙古", "辽宁", "广西", "贵州", "云南", "四川"]
  let years = [
    ("2021年", [69.2, 60.1, 73.7, 48.9, 79.0, 32.7, 9.2, 56.7, 108.0, 14.3]),
    ("2022年", [93.1, 56.2, 97.0, 49.9, 71.4, 38.0, 10.2, 57.7, 125.8, 16.7]),
  ]
  let rows = years.flatMap { year, values in
    zip(areas, values).map { Node.mapping([("area", .string($0)), ("year", .string(year)), ("value", .number($1))]) }
  }
  func channel(_ field: String, _ type: String) -> Node { .mapping([("field", .string(field)), ("type", .string(type))]) }
  return .mapping([
    ("title", .mapping([("text", .string("云南、甘肃和山东位居前列")), ("subtitle", .string("2021—2022年发明专利授权量，万件"))])),
    ("data", .mapping([("values", .sequence(rows))])), ("mark", .string("bar")),
    (
      "encoding",
      .mapping([
        ("x", .mapping([("field", .string("area")), ("type", .string("nominal")), ("sort", .null)])),
        ("xOffset", channel("year", "nominal")),
        ("y", channel("value", "quantitative")), ("color", channel("year", "nominal")),
      ])
    ),
  ])
}
