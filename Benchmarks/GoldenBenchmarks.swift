import AllCores
import Assets
import CairoExport
import Charts
import Diagnostics
import Fonts
import FoundationEssentials
import Geometry
import GoldenImages
import Grammar
import Scene
import Typesetting

/// A folder of a thousand pictures of 600 × 338 px, of which one in a hundred differs, by one core and by all. And comparing two pictures of
/// 2400 × 1350 px in memory: a chart with itself, with one that a pixel of its neighbours has moved into
/// everywhere, and with one whose every pixel is a little lighter or darker; and reading both from PNG. Sizes are differing pixels.
func goldenBenchmarks(_ assets: Assets) throws -> [Benchmark] {
  let fonts = try FontLibrary(directories: [assets.fonts])
  let setting = ChartSetting(
    theme: try shippedLook("annual", assets), typesetter: Typesetter(fonts: fonts), language: .simplifiedChinese,
    size: .fixed(Size(2400, 1350)), fetch: noFiles)
  let frame = try BuiltChart.compile(try readSpec(groupedBars()).value, in: setting).value.draw()
  let bytes = try drawPNG(Page(number: 1, label: "1", frame: frame, isPixelDesign: true), fonts: fonts.resources, scale: 1)
  let expected = try Picture(png: bytes, named: "expected")
  let shifted = Picture(
    width: expected.width, height: expected.height, rgba: Array(expected.rgba[..<4]) + expected.rgba.dropLast(4))
  let tinted = Picture(
    width: expected.width, height: expected.height, rgba: expected.rgba.map { $0 < 128 ? $0 + 2 : $0 == 255 ? 255 : $0 - 2 })
  return [
    Benchmark(name: "golden-equal") { compareImages(actual: expected, expected: expected).differingPixels },
    Benchmark(name: "golden-shifted") { compareImages(actual: shifted, expected: expected).differingPixels },
    Benchmark(name: "golden-tinted") { compareImages(actual: tinted, expected: expected).differingPixels },
    Benchmark(name: "golden-smoothed") {
      compareImages(
        actual: shifted, expected: expected, rules: ComparisonRules(.perceived(0.01), forgivesAntialiasing: true)
      ).differingPixels
    },
    Benchmark(name: "golden-read-two") {
      try Picture(png: bytes, named: "actual").width + Picture(png: bytes, named: "expected").width
    },
  ]
}
