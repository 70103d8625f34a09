import CairoExport
import Diagnostics
import Geometry
import PNG
import Scene
import Testing

/// What no layout should make, but must not stop the process or spoil the rest of the page.
@Suite struct RobustnessTests {
  func pdf(_ build: (inout Frame) -> Void) throws -> [UInt8] {
    var frame = Frame(size: Size(200, 100))
    build(&frame)
    frame.place(.text(SampleFont.sans.run("其余", size: 10)), at: Point(10, 90), role: .body)
    let page = Page(number: 1, label: "", frame: frame)
    var renderer = PixelRenderer(fonts: [SampleFont.sans.resource], images: [])
    #expect(try renderer.draw(page, scale: 1).pixels.contains { $0 < 128 })
    let info = DocumentInfo(title: "t", language: .simplifiedChinese)
    return try writePDF(
      PagedDocument(info: info, pages: [page], fonts: [SampleFont.sans.resource]), options: PDFOptions(standard: .none))
  }

  func text(_ change: (inout TextRun) -> Void) throws -> String? {
    var run = SampleFont.sans.run("前文", size: 10)
    change(&run)
    let bytes = try pdf { $0.place(.text(run), at: Point(10, 20), role: .body) }
    #expect(bytes.count > 1000)
    return Program.pdftotext.isInstalled ? try Program.pdftotext.output(of: bytes, ["-raw", "%", "-"]) : nil
  }

  @Test func strangeRuns() throws {
    if let text = try text({ $0.size = .zero }) { #expect(text.contains("其余") && !text.contains("前")) }
    if let text = try text({ $0.text = "" }) { #expect(text.contains("其余")) }
    if let text = try text({ $0.glyphs = [] }) { #expect(text.contains("其余")) }
    if let text = try text({ $0.glyphs[1].id = 65_535 }) { #expect(text.contains("前文")) }
    if let text = try text({
      $0.glyphs[0].cluster = 1
      $0.glyphs[1].cluster = 0
    }) {
      #expect(text.contains("前文"))
    }
    if let text = try text({ $0.glyphs[1].cluster = 900 }) { #expect(text.contains("前文")) }
    if let text = try text({ $0.text = "前文后" }) { #expect(text.contains("前文后")) }
    if let text = try text({ $0.glyphs[0].advance = 1e30 }) { #expect(text.contains("其余")) }
  }

  @Test func transformsThatShowNothing() throws {
    for transform in [Transform.scaling(0, 1), Transform(a: 1, b: 1, c: 1, d: 1, tx: 0, ty: 0), .scaling(.infinity, 1)] {
      let bytes = try pdf { $0.place(.group(Group(frame: line("群"), transform: transform)), at: .zero, role: .figure) }
      #expect(bytes.count > 1000)
    }
  }

  @Test func strangeStrokesAndClips() throws {
    let line = Path.polyline([.zero, Point(1e7, 1e7)])
    let bytes = try pdf {
      for dash in [[Length.zero], [.pt(-1), .pt(2)], [.pt(1e-9)]] {
        let stroke = Stroke(.black, width: .pt(1), dash: dash)
        $0.place(.shape(Shape(.path(.polyline([.zero, Point(5, 0)])), stroke: stroke)), at: .zero, role: .grid)
      }
      $0.place(.shape(Shape(.path(line), fill: .black, stroke: Stroke(.black, width: .zero))), at: .zero, role: .mark)
      $0.place(.shape(Shape(.path(Path()), fill: .black)), at: .zero, role: .mark)
      $0.place(.shape(Shape(.rect(Size(-5, 5), radius: .pt(-2)), fill: .black)), at: .zero, role: .mark)
      $0.place(.group(Group(frame: CairoExportTests.line("裁"), clip: Rect(0, 0, 0, 0))), at: .zero, role: .figure)
    }
    #expect(bytes.count > 1000)
  }

  @Test func exportsRunBesideEachOther() async throws {
    let expected = try writePDF(sampleDocument(), options: PDFOptions(standard: .a3a))
    let results = try await withThrowingTaskGroup(of: (Bool, [UInt8]).self) { group in
      for index in 0..<12 {
        group.addTask {
          let document = sampleDocument()
          if index % 2 == 0 { return (true, try writePDF(document, options: PDFOptions(standard: .a3a))) }
          return (false, try drawPNG(document.pages[1], fonts: document.fonts, images: document.images, scale: 1))
        }
      }
      var results: [(Bool, [UInt8])] = []
      for try await result in group { results.append(result) }
      return results
    }
    #expect(results.filter(\.0).allSatisfy { $0.1 == expected })
    let pictures = results.filter { !$0.0 }.map(\.1)
    #expect(pictures.count == 6 && pictures.allSatisfy { $0 == pictures[0] })
  }
}
