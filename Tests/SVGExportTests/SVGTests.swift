import Foundation
import Geometry
import SVGExport
import Scene
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

let sans = FontResource(
  name: "sans-regular", path: "none", faceIndex: 0, family: "Noto Sans CJK SC", weight: 400)

/// A run whose clusters start at the given code points, each half an em wide.
func run(_ text: String, clusters: [UInt32]? = nil, size: Double = 10, fill: Color = .black) -> TextRun {
  let starts = clusters ?? (0..<UInt32(text.unicodeScalars.count)).map { $0 }
  return TextRun(
    text: text, font: FontID(0), size: .pt(size), fill: fill,
    glyphs: starts.map { Glyph(id: 1, advance: 0.5, cluster: $0) }, width: .pt(Double(starts.count) * size / 2),
    ascent: .pt(9), descent: .pt(3), language: .simplifiedChinese)
}

func page(_ build: (inout Frame) -> Void) -> Page {
  var frame = Frame(size: Size(200, 100))
  build(&frame)
  return Page(number: 1, label: "", frame: frame)
}

func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

@Suite struct SVGTests {
  @Test func everyCharacterHasItsPlace() {
    let out = svg(page { $0.place(.text(run("金额12")), at: Point(10, 20), role: .body) }, fonts: [sans])
    #expect(
      out.contains(
        "<text class=\"font-sans-regular\" font-size=\"10\" fill=\"#000000\" x=\"10 15 20 25\" y=\"20\">金额12</text>"))
    #expect(
      out.contains(
        ".font-sans-regular { font-family: 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', "
          + "'Microsoft YaHei', sans-serif; font-weight: 400 }"))
    #expect(isWellFormed(out))
  }

  @Test func severalCharactersOfOneGlyphStayTogether() {
    let out = svg(
      page { $0.place(.text(run("afib𠀀c", clusters: [0, 1, 3, 4, 5])), at: .zero, role: .body) }, fonts: [sans])
    #expect(
      out.contains(
        "<tspan x=\"0\" y=\"0\">a</tspan><tspan x=\"5\" y=\"0\">fi</tspan><tspan x=\"10\" y=\"0\">b</tspan>"
          + "<tspan x=\"15\" y=\"0\">𠀀</tspan><tspan x=\"20\" y=\"0\">c</tspan>"))
  }

  @Test func runsThatContinueEachOtherAreOneLine() {
    let out = svg(
      page {
        $0.place(.text(run("第")), at: Point(10, 20), role: .body)
        $0.place(.text(run("1", fill: Color(red: 255, green: 0, blue: 0))), at: Point(16, 20), role: .body)
        $0.place(.text(run("章")), at: Point(21, 20), role: .body)
        $0.place(.text(run("远")), at: Point(40, 20), role: .body)
        $0.place(.text(run("下")), at: Point(46, 34), role: .body)
      }, fonts: [sans])
    let style = " class=\"font-sans-regular\" font-size=\"10\" fill="
    #expect(
      out.contains(
        "<text\(style)\"#000000\"><tspan x=\"10\" y=\"20\">第</tspan><tspan\(style)\"#FF0000\" x=\"16\" y=\"20\">1</tspan>"
          + "<tspan x=\"21\" y=\"20\">章</tspan></text>\n<text\(style)\"#000000\" x=\"40\" y=\"20\">远</text>\n"
          + "<text\(style)\"#000000\" x=\"46\" y=\"34\">下</text>"))
  }

  @Test func clustersOutsideTheTextDoNoHarm() {
    let out = svg(page { $0.place(.text(run("ab", clusters: [1, 0, 9])), at: .zero, role: .body) }, fonts: [sans])
    #expect(out.contains("x=\"0\" y=\"0\">ab</text>"))
    #expect(isWellFormed(svg(page { $0.place(.text(run("a")), at: .zero, role: .body) }, fonts: [])))
  }

  @Test func shapesColorsAndStrokes() {
    let out = svg(
      page {
        let stroke = Stroke(
          Color(red: 0x12, green: 0x34, blue: 0x56), width: .pt(1.5), dash: [.pt(3), .pt(1)], cap: .round, join: .bevel)
        $0.place(
          .shape(Shape(.rect(Size(10, 4), radius: .pt(9)), fill: Color(hex: "#FF000080"))), at: Point(1.005, 2),
          role: .mark)
        $0.place(
          .shape(Shape(.symbol(.circle, diameter: .pt(5)), fill: .white, stroke: stroke)), at: Point(3, 4), role: .mark)
        $0.place(
          .shape(Shape(.path(.polyline([.zero, Point(5, 5)])), stroke: Stroke(.black, width: .pt(1)))), at: Point(1, 1),
          role: .grid)
        $0.place(.shape(Shape(.rect(Size(1, 1), radius: .zero))), at: .zero, role: .mark)
      }, fonts: [])
    #expect(
      out.contains("<rect x=\"1\" y=\"2\" width=\"10\" height=\"4\" rx=\"2\" fill=\"#FF0000\" fill-opacity=\"0.502\"/>")
    )
    #expect(
      out.contains(
        "<circle cx=\"3\" cy=\"4\" r=\"2.5\" fill=\"#FFFFFF\" stroke=\"#123456\" stroke-width=\"1.5\" "
          + "stroke-dasharray=\"3 1\" stroke-linecap=\"round\" stroke-linejoin=\"bevel\"/>"))
    #expect(out.contains("<path d=\"M1 1L6 6\" fill=\"none\" stroke=\"#000000\" stroke-miterlimit=\"10\"/>"))
    #expect(out.components(separatedBy: "<rect").count == 3)  // the paper and the shape
  }

  @Test func figuresCarryTheirDescription() {
    var inner = Frame(size: Size(50, 50))
    inner.place(.text(run("口")), at: Point(1, 1), role: .valueLabel)
    let group = Group(
      frame: inner, transform: Transform(a: 0, b: 1, c: -1, d: 0, tx: 0, ty: 0), clip: Rect(0, 0, 20, 20),
      tag: StructureTag(id: 1, .figure), alt: "金额 < \"1亿元\"")
    let out = svg(
      page { $0.place(.group(group), at: Point(30, 40), role: .figure) }, fonts: [sans],
      options: SVGOptions(title: "图 & 表", idPrefix: "a-"))
    #expect(out.contains("<title>图 &amp; 表</title>\n<desc>金额 &lt; &quot;1亿元&quot;</desc>"))
    #expect(
      out.contains(
        "<g role=\"img\" aria-label=\"金额 &lt; &quot;1亿元&quot;\" transform=\"matrix(0 1 -1 0 30 40)\" "
          + "clip-path=\"url(#a-clip-1)\">"))
    #expect(out.contains("<clipPath id=\"a-clip-1\"><rect x=\"0\" y=\"0\" width=\"20\" height=\"20\"/></clipPath>"))
    #expect(isWellFormed(out))
  }

  @Test func linksHoldTheTextSeenThroughThem() {
    let page = page {
      $0.place(.anchor("图1"), at: Point(0, 50), role: .figure)
      $0.place(.text(run("见")), at: Point(0, 20), role: .body)
      $0.place(.text(run("图1")), at: Point(5, 20), role: .body)
      $0.place(.text(run("。")), at: Point(15, 20), role: .body)
      $0.place(.link(.anchor("图1"), Size(10, 12)), at: Point(5, 11), role: .body)
      $0.place(.link(.uri("https://example.org/?a=1&b=2"), Size(4, 4)), at: Point(100, 80), role: .body)
    }
    let out = svg(page, fonts: [sans])
    #expect(out.contains("<g id=\"_e5_9b_be1\" transform=\"translate(0 50)\"/>"))
    let link = "<a href=\"#_e5_9b_be1\" xlink:href=\"#_e5_9b_be1\">\n<rect x=\"5\" y=\"11\" width=\"10\" height=\"12\" "
    #expect(
      out.contains(
        link
          + "fill=\"none\" pointer-events=\"all\"/>\n<text class=\"font-sans-regular\" font-size=\"10\" fill=\"#000000\" x=\"5 10\" y=\"20\">图1</text>\n</a>"
      ))
    #expect(out.contains("<a href=\"https://example.org/?a=1&amp;b=2\""))
    #expect(isWellFormed(out))
    let without = svg(page, fonts: [sans], options: SVGOptions(file: { _ in nil }))
    #expect(!without.contains("#_e5"))
    let elsewhere = svg(page, fonts: [sans], options: SVGOptions(file: { _ in "图 2.svg" }))
    #expect(elsewhere.contains("<a href=\"%e5%9b%be%202.svg#_e5_9b_be1\""))
    #expect(isWellFormed(without))
  }

  @Test func imagesAreInside() {
    let image = ImageResource(width: 1, height: 1, pixels: [1, 2, 3, 255])
    let out = svg(
      page { $0.place(.image(ImageID(0), Size(5, 6)), at: .zero, role: .figure) }, fonts: [], images: [image])
    #expect(
      out.contains(
        "<image x=\"0\" y=\"0\" width=\"5\" height=\"6\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,iVBORw0KGgo"
      ))
    #expect(
      !svg(page { $0.place(.image(ImageID(3), Size(5, 6)), at: .zero, role: .figure) }, fonts: []).contains("<image"))
  }

  @Test func sizesSayWhetherThePageIsOfPaperOrPixels() {
    var page = page { _ in }
    #expect(svg(page, fonts: []).contains("width=\"200pt\" height=\"100pt\" viewBox=\"0 0 200 100\""))
    page.isPixelDesign = true
    #expect(svg(page, fonts: []).contains("width=\"200\" height=\"100\" viewBox=\"0 0 200 100\""))
  }

  @Test func controlCharactersAreLeftOut() {
    #expect(isWellFormed(svg(page { $0.place(.text(run("a\u{1}\u{FFFF}b")), at: .zero, role: .body) }, fonts: [sans])))
  }
}
