import GoldenImages
import Scene
import Testing
import WhitePaper

/// What a golden picture has to find, in charts as they are drawn, and that the same chart is never found to differ.
@Suite struct GoldenSensitivityTests {
  private let workshop: Workshop

  init() throws { workshop = try shippedWorkshop() }

  /// Rules from the strictest to those that forgive most and still must see.
  private static let rules: [ComparisonRules] = [.tolerance(1), ComparisonRules(.perceived(0.005), forgivesAntialiasing: true)]

  private func chart(_ first: String = "甲", _ second: String = "乙") throws -> PagedDocument {
    let spec = """
      title: 两类授权量
      data:
        values: [{y: 2022, s: \(first), v: 32}, {y: 2022, s: \(second), v: 21}, {y: 2023, s: \(first), v: 40}, {y: 2023, s: \(second), v: 27}]
      mark: bar
      encoding:
        x: {field: y, type: ordinal}
        xOffset: {field: s, sort: [甲, 乙]}
        y: {field: v, type: quantitative}
        color: {field: s, type: nominal, sort: [甲, 乙]}
      width: 240
      height: 140
      """
    let scratch = try Scratch()
    return try workshop.chart(scratch.file("bars.yaml", Array(spec.utf8))).value
  }

  private func picture(_ document: PagedDocument) throws -> Picture {
    try Picture(png: workshop.bytes(of: document, as: .png, named: "bars.png")[0].bytes, named: "bars.png")
  }

  @Test func twentyRunsRaiseNoAlarm() throws {
    let golden = try picture(chart())
    let dump = try chart().dump()
    for _ in 0..<20 {
      let document = try chart()
      let again = try picture(document)
      #expect(compareImages(actual: again, expected: golden, rules: .tolerance(0)).matches)
      #expect(try compareDumps(actual: document.dump(), expected: dump, tolerance: 0).matches)
    }
  }

  @Test(arguments: rules) func aShiftByOnePixelIsFound(rules: ComparisonRules) throws {
    let golden = try picture(chart())
    let shifted = Picture(
      width: golden.width, height: golden.height, rgba: Array(golden.rgba.prefix(4)) + golden.rgba.dropLast(4))
    #expect(!compareImages(actual: shifted, expected: golden, rules: rules).matches)
  }

  /// Two of 255 in one channel are nothing to the eye, so only the exact rule sees them: everywhere, in one series, in one pixel.
  @Test(arguments: [1, 7, 96 * 1024]) func aColourTwoStepsAwayIsFound(pixels: Int) throws {
    let golden = try picture(chart())
    var rgba = golden.rgba
    for pixel in 0..<min(pixels, rgba.count / 4) { rgba[4 * pixel] = rgba[4 * pixel] < 128 ? rgba[4 * pixel] + 2 : rgba[4 * pixel] - 2 }
    let tinted = Picture(width: golden.width, height: golden.height, rgba: rgba)
    let comparison = compareImages(actual: tinted, expected: golden)
    #expect(comparison.differingPixels == min(pixels, rgba.count / 4))
    #expect(compareImages(actual: tinted, expected: golden, rules: .tolerance(2)).matches)
  }

  @Test(arguments: rules) func aMissingGlyphIsFound(rules: ComparisonRules) throws {
    let document = try chart()
    let golden = try picture(document)
    for text in ["两类授权量", "2022", "32", "甲"] {
      var broken = document
      let isBroken = broken.pages[0].frame.dropLastGlyph(of: text)
      #expect(isBroken, "no text says \(text)")
      #expect(!compareImages(actual: try picture(broken), expected: golden, rules: rules).matches, "\(text)")
    }
  }

  @Test(arguments: rules) func swappedSeriesAreFound(rules: ComparisonRules) throws {
    let golden = try chart()
    let swapped = try chart("乙", "甲")
    #expect(!compareImages(actual: try picture(swapped), expected: try picture(golden), rules: rules).matches)
    #expect(!(try compareDumps(actual: swapped.dump(), expected: golden.dump()).matches))
  }
}

extension Frame {
  /// Takes the last glyph, or the only one, from the first text that says this; false where none does.
  fileprivate mutating func dropLastGlyph(of text: String) -> Bool {
    var copy = Frame(size: size, baseline: baseline)
    var isDone = false
    for placed in items {
      var item = placed.item
      if !isDone {
        switch item {
        case .text(var run) where run.text == text && !run.glyphs.isEmpty:
          run.glyphs.removeLast()
          item = .text(run)
          isDone = true
        case .group(var group):
          isDone = group.frame.dropLastGlyph(of: text)
          item = .group(group)
        default: break
        }
      }
      copy.place(item, at: placed.origin, role: placed.role, datum: placed.datum)
    }
    self = copy
    return isDone
  }
}
