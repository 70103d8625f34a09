import CairoExport
import Charts
import Diagnostics
import Fonts
import Foundation
import Geometry
import Scene
import Testing

@Suite struct GalleryTests {
  /// Draws every kind at every size into the folder that WHITEPAPER_GALLERY names, to be looked at.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["WHITEPAPER_GALLERY"] != nil))
  func drawAll() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["WHITEPAPER_GALLERY"])
    let only = ProcessInfo.processInfo.environment["WHITEPAPER_GALLERY_ONLY"]
    for (name, spec) in Gallery.all where only.map({ name.hasPrefix($0) }) ?? true {
      for (sizeName, size) in Gallery.sizes {
        let result = drawChart(spec, size: size, context: Bench.context)
        for finding in result.diagnostics { print("\(name)-\(sizeName): \(finding)") }
        var frame = Frame(
          size: Size(
            width: size.width + .pt(sizeName.hasSuffix("col") ? 40 : 0),
            height: size.height + .pt(sizeName.hasSuffix("col") ? 40 : 0)))
        frame.merge(result.value, at: sizeName.hasSuffix("col") ? Point(20, 20) : .zero)
        let bytes = try drawPNG(
          Page(number: 1, label: "", frame: frame, isPixelDesign: true), fonts: Bench.fonts.resources, images: [],
          scale: sizeName.hasSuffix("col") ? 2.5 : 0.7,
          background: .white)
        try Data(bytes).write(to: URL(filePath: folder).appending(path: "\(name)-\(sizeName).png"))
      }
    }
  }
}
