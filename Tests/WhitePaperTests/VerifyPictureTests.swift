import Diagnostics
import Digest
import Foundation
import PNG
import Scene
import Testing
import WhitePaper

/// Pictures carry what they were made of, and say when they are no longer what they were.
@Suite struct VerifyPictureTests {
  let workshop: Workshop
  let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
  }

  /// The pages of a brief of both examples, as files; each stands alone.
  private static let pages = Result { () throws -> [[UInt8]] in
    let workshop = try shippedWorkshop()
    var options = RenderOptions()
    options.layout = "brief"
    options.dpi = 40
    let document = try workshop.render(examples, options: options).value
    return try workshop.bytes(of: document, as: .png, named: "p.png", options: options).map(\.bytes)
  }

  private func verify(_ png: [UInt8]) throws -> Verification { try workshop.verify(try scratch.file("p.png", png)) }

  private func remade(_ opened: OpenedPNG) -> [UInt8] { carrying(opened.files, in: opened.picture) }

  @Test func everyPageIsSound() throws {
    var figures = 0
    for page in try Self.pages.get() {
      let found = try verify(page)
      #expect(found.findings == [])
      figures += found.figures
      // What cites no sentence needs no source; every other page brings its articles and what was read of them.
      #expect((found.files > 1) == (found.figures > 0))
    }
    #expect(figures > 20)
  }

  @Test func thePictureIsThatWithoutFiles() throws {
    for page in try Self.pages.get() {
      let opened = try openPNG(page, document: "p.png")
      let (bare, carried) = (try decodePNG(opened.picture, document: "p.png"), try decodePNG(page, document: "p.png"))
      #expect(bare.pixels == carried.pixels)
      #expect(remade(opened) == page)
    }
  }

  /// The page that prints most.
  private var fullest: [UInt8] {
    get throws { try #require(try Self.pages.get().max { try verify($0).figures < verify($1).figures }) }
  }

  @Test func anotherPixelOrTextIsFound() throws {
    let opened = try openPNG(try fullest, document: "p.png")
    var image = try decodePNG(opened.picture, document: "p.png")
    image.pixels[4 * image.width * 20 + 7] ^= 1
    let pixel = try verify(carrying(opened.files, in: encodePNG(image)))
    #expect(pixel.findings.map(\.rule) == ["verify.picture"])
    image = try decodePNG(opened.picture, document: "p.png")
    image.texts = image.texts.map { PNGText($0.keyword, $0.keyword == "Title" ? $0.text + "!" : $0.text) }
    let title = try verify(carrying(opened.files, in: encodePNG(image)))
    #expect(Set(title.findings.map(\.rule)) == ["verify.title", "verify.picture"])
  }

  @Test func anotherCharacterOfAFileIsFound() throws {
    let page = try fullest
    let count = try openPNG(page, document: "p.png").files.count
    #expect(count > 2)
    // The last is the manifest, which is protected by who signs it.
    for index in 0..<(count - 1) {
      var opened = try openPNG(page, document: "p.png")
      let place = try #require(opened.files[index].bytes.lastIndex { (UInt8(ascii: "0")...UInt8(ascii: "8")).contains($0) })
      opened.files[index].bytes[place] += 1
      let found = Result { try verify(remade(opened)).isSound }
      #expect((try? found.get()) != true, "\(opened.files[index].name)")
      opened = try openPNG(page, document: "p.png")
      let name = opened.files.remove(at: index).name
      let without = Result { try verify(remade(opened)).isSound }
      #expect((try? without.get()) != true, "without \(name)")
    }
  }

  /// Who changes a figure of the article and mends the digest is found by reading the article again.
  @Test func aFigureChangedWithItsDigest() throws {
    var opened = try openPNG(try fullest, document: "p.png")
    let article = try #require(opened.files.firstIndex { $0.name.hasSuffix(".txt") })
    let manifest = try #require(opened.files.firstIndex { $0.name == "whitepaper-manifest.json" })
    let before = opened.files[article].bytes
    let words = String(decoding: before, as: UTF8.self)
    let cited = try verify(remade(opened))
    let figure = try #require(["970.24亿元", "53.92万件", "442.5"].first { words.contains($0) && cited.manifest.contains($0) })
    let text = words.replacing(figure, with: "1" + figure)
    opened.files[article].bytes = Array(text.utf8)
    opened.files[manifest].bytes = Array(
      String(decoding: opened.files[manifest].bytes, as: UTF8.self)
        .replacing(sha256(before), with: sha256(Array(text.utf8))).utf8)
    let found = try verify(remade(opened))
    #expect(found.findings.contains { $0.rule == "verify.facts" || $0.rule == "verify.sentence" })
  }

  @Test func aChartCarriesItsSpec() throws {
    let text =
      "title: 占近两成\ndata: {values: [{n: 甲, v: 19.93}, {n: 乙, v: 80.07}]}\nmark: ring\nencoding: {theta: {field: v}, color: {field: n}}\nunit: '%'\n"
    let spec = try scratch.file("ring.yaml", Array(text.utf8))
    let chart = try workshop.chart(spec).value
    let png = try #require(try workshop.bytes(of: chart, as: .png, named: "ring.png").first?.bytes)
    let opened = try openPNG(png, document: "ring.png")
    #expect(opened.files.map(\.name) == ["ring.yaml", "whitepaper-figure.csv", "whitepaper-manifest.json"])
    #expect(opened.files[0].bytes == Array(text.utf8))
    #expect(try verify(png).findings == [])
    var options = RenderOptions()
    options.withEvidence = false
    let bare = try #require(
      try workshop.bytes(of: try workshop.chart(spec, options: options).value, as: .png, named: "ring.png", options: options).first?.bytes)
    #expect(bare == opened.picture)
    let error = #expect(throws: Diagnostics.self) { try verify(bare) }
    #expect(error?.all.map(\.rule) == ["verify.no-manifest"])
  }

  /// Any byte changed is a finding or an error: no change is taken for the whole.
  @Test func anyByteChanged() throws {
    let page = try fullest
    for place in stride(from: 8, to: page.count, by: max(1, page.count / 40)) {
      var changed = page
      changed[place] ^= 0x55
      let found = Result { try verify(changed).isSound }
      #expect((try? found.get()) != true, "byte \(place)")
    }
  }
}
