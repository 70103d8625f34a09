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
  let pairs = [
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
  return try pairs + goldenFolders(of: frame, fonts)
}

private func goldenFolders(of chart: Frame, _ fonts: FontLibrary) throws -> [Benchmark] {
  let folder = FileManager.default.temporaryDirectory.appending(path: "golden-benchmark").path
  let (actual, expected) = ("\(folder)/actual", "\(folder)/expected")
  let bytes = try drawPNG(
    Page(number: 1, label: "1", frame: chart, isPixelDesign: true), fonts: fonts.resources, scale: 0.25)
  let golden = try Picture(png: bytes, named: "golden")
  let tinted = Picture(width: golden.width, height: golden.height, rgba: golden.rgba.map { $0 < 128 ? $0 + 2 : $0 }).png()
  // The pictures are made by the round that is not counted, and stay for the next run.
  func prepare() throws {
    guard !FileManager.default.fileExists(atPath: expected + "/999.png") else { return }
    for folder in [actual, expected] { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    for index in 0..<1000 {
      try Data(bytes).write(to: URL(filePath: "\(expected)/\(index).png"))
      try Data(index % 100 == 0 ? tinted : bytes).write(to: URL(filePath: "\(actual)/\(index).png"))
    }
  }
  return [1, Int.max].map { cores in
    Benchmark(name: cores == 1 ? "golden-folder-one-core" : "golden-folder") {
      try prepare()
      Cores.limit(to: cores)
      defer { Cores.limit(to: .max) }
      return try compareFiles(actual: actual, expected: expected).entries.count { $0.status != .matches }
    }
  }
}
