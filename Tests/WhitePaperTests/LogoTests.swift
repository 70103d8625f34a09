import Diagnostics
import Foundation
import Geometry
import Scene
import Testing
import WhitePaper

/// Pictures in SVG, and the logo of a theme.
@Suite struct LogoTests {
  let scratch: Scratch
  let workshop: Workshop
  init() throws {
    scratch = try Scratch()
    workshop = try shippedWorkshop()
  }

  private func mark(_ color: String, _ more: String = "") -> [UInt8] {
    Array(
      "<svg xmlns='http://www.w3.org/2000/svg' width='160' height='40'><rect width='160' height='40' rx='6' fill='\(color)'/>\(more)</svg>"
        .utf8)
  }
  /// A theme with a logo, beside its files.
  private func theme(_ keys: String, cover: String = "field") throws -> RenderOptions {
    _ = try scratch.file("mark.svg", mark("#0A3566"))
    _ = try scratch.file("mark-white.svg", mark("#FFFFFF"))
    var options = RenderOptions()
    options.theme = try scratch.file(
      "house.yaml", Array("extends: annual\nname: house\nfurniture: {cover: \(cover)}\nlogo: {\(keys)}\n".utf8))
    return options
  }
  private func pictures(_ page: Page) -> [(at: Point, size: Size, image: ImageID)] {
    func visit(_ frame: Frame, _ at: Point) -> [(at: Point, size: Size, image: ImageID)] {
      frame.items.flatMap { placed -> [(at: Point, size: Size, image: ImageID)] in
        switch placed.item {
        case .image(let image, let size): [(placed.origin + at, size, image)]
        case .group(let group): visit(group.frame, placed.origin + at)
        default: []
        }
      }
    }
    return visit(page.frame, .zero)
  }
  private let keys = "file: mark.svg, text: 某省知识产权局, height: 30, on-brand: mark-white.svg"
  /// Whether a picture is white in its middle.
  private func isWhite(_ image: ImageResource) -> Bool {
    let at = ((image.height / 2) * image.width + image.width / 2) * 4
    return Array(image.pixels[at..<at + 3]) == [255, 255, 255]
  }

  @Test("the logo stands above the field of the cover, in its own proportions")
  func onTheCover() throws {
    let document = try workshop.render(examples, options: theme(keys)).value
    let found = try #require(pictures(document.pages[0]).first)
    #expect(found.size == Size(120, 30))
    #expect(abs(found.at.x.points - 66.6) < 0.01 && found.at.y.points > 20 && (found.at.y + found.size.height).points < 168)
    #expect(!isWhite(document.images[found.image.index]))
    #expect(pictures(document.pages[1]).isEmpty)
    let pdf = try workshop.bytes(of: document, as: .pdf, named: "a.pdf", options: RenderOptions())
    #expect(pdf.count == 1)
  }

  @Test("on the brand colour it has its other form", arguments: ["annual", "brief"])
  func onTheBrandColour(layout: String) throws {
    var options = try theme(keys, cover: "full")
    options.layout = layout
    let document = try workshop.render(examples, options: options).value
    let found = try #require(pictures(document.pages[0]).first)
    #expect(isWhite(document.images[found.image.index]))
    #expect(found.size == Size(120, 30))
  }

  @Test func onAWidePageItStandsAtTheFoot() throws {
    var options = try theme(keys)
    options.layout = "slides"
    let page = try #require(try workshop.render(examples, options: options).value.pages.first)
    let found = try #require(pictures(page).first)
    #expect(found.at.y.points > page.frame.size.height.points * 0.72)
    #expect((found.at.x + found.size.width).points < page.frame.size.width.points)
    #expect(abs(found.size.width.points / found.size.height.points - 4) < 0.01)
  }

  @Test(
    "what is wrong with a logo is told where it is named",
    arguments: [
      ("file: none.svg, text: x", "input.missing"), ("file: house.yaml, text: x", "picture.format"), ("file: mark.svg", "field.missing"),
      ("file: mark.svg, text: x, height: 1000", "field.range"), ("file: mark.svg, text: x, size: 3", "field.unknown"),
    ])
  func wrongLogos(keys: String, rule: String) throws {
    let options = try theme(keys)
    let error = #expect(throws: Diagnostics.self) { try workshop.render(examples, options: options) }
    let found = try #require(error?.all.first)
    #expect(found.rule == rule, "\(found)")
    #expect(found.span?.document.hasSuffix("house.yaml") == true)
  }

  @Test func aStrangersThemeReadsNoPictureOutsideOfItsFolder() throws {
    let outside = try Scratch()
    let path = try outside.file("secret.svg", mark("#000000"))
    _ = try scratch.file("own.yaml", Array("extends: annual\nname: own\nlogo: {file: \(path), text: x}\n".utf8))
    let report = try scratch.file("x.report.md", Array("---\ntitle: 甲\ntheme: own.yaml\n---\n\n# 章\n\n文字。\n".utf8))
    let error = #expect(throws: Diagnostics.self) { try workshop.render([report]) }
    #expect(error?.all.first?.rule == "report.outside")
  }

  @Test("a picture in SVG is as large as it says, and texts in it are reported")
  func picturesInSVG() throws {
    _ = try scratch.file("a.svg", mark("#1E7A66"))
    _ = try scratch.file("b.svg", mark("#1E7A66", "<text x='5' y='20'>甲</text>"))
    let report = try scratch.file(
      "p.report.md", Array("---\ntitle: 甲\n---\n\n# 章\n\n![标志](a.svg)\n\n文字。\n\n![标志](b.svg)\n".utf8))
    let document = try workshop.render([report])
    let found = document.value.pages.flatMap(pictures)
    #expect(found.map(\.size) == [Size(120, 30), Size(120, 30)])
    #expect(document.diagnostics.filter { $0.rule == "picture.svg-text" }.compactMap { $0.span?.start?.line } == [11])
    #expect(document.value.images.first?.width == 720)
  }
}
