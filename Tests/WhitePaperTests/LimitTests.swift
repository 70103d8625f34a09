import Diagnostics
import Foundation
import PNG
import Scene
import Testing
import WhitePaper

/// What a stranger's file asks for has bounds, and is said where they are passed.
@Suite struct LimitTests {
  private let workshop: Workshop
  private let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
  }

  private func findings(ofChart text: String) -> [Diagnostic] {
    do {
      return try workshop.chart(try scratch.file("c.yaml", Array(text.utf8))).diagnostics
    } catch { return (error as? Diagnostics)?.all ?? [.error("\(error)", "")] }
  }

  // MARK: Widths of number formats

  private static func spec(x: String = "", y: String = "", mark: String = "bar", rest: String = "") -> String {
    "data: {values: [{a: 1, b: 2}, {a: 2, b: 3}]}\nmark: \(mark)\nencoding: {x: {field: a, type: quantitative\(x)}, y: {field: b, type: quantitative\(y)}}\n\(rest)"
  }
  static let wide = [
    spec(x: ", axis: {format: \"1000d\"}"), spec(y: ", axis: {format: \"099999999999999999999.1f\"}"),
    spec(y: "}, color: {field: b, type: quantitative, legend: {format: \">101,.2f\"}"),
    spec(y: "}, text: {field: b, type: quantitative, format: \"+2000%\"", mark: "text"),
    spec(rest: "config: {numberFormat: \"500\"}\n"),
  ]

  @Test(arguments: wide) func widthsOfFormatsHaveABound(spec: String) {
    #expect(findings(ofChart: spec).map(\.rule) == ["format.width"], "\(spec)\n\(findings(ofChart: spec))")
  }

  @Test func widthsInReportsHaveThem() throws {
    let body = Self.wide[0]
    let path = try scratch.file("x.report.md", Array("---\ntitle: t\n---\n\n# a\n\n```chart\n\(body)```\n".utf8))
    let found = #expect(throws: Diagnostics.self) { try workshop.render([path]) }
    #expect(found?.all.contains { $0.rule == "format.width" } == true, "\(found?.all ?? [])")
  }

  @Test func aFormatOfAnExpressionHasIt() {
    let found = findings(ofChart: Self.spec(rest: "transform: [{calculate: \"format(datum.a, '1000d')\", as: c}]\n"))
    #expect(found.map(\.rule) == ["format.width"], "\(found)")
  }

  @Test func widthsThatFitAreTaken() {
    #expect(findings(ofChart: Self.spec(x: ", axis: {format: \"100d\"}")).filter { $0.severity == .error }.isEmpty)
    // Data are no formats.
    let data =
      "data: {values: [{format: \"1000d\", b: 2}]}\nmark: bar\nencoding: {x: {field: format, type: nominal}, y: {field: b, type: quantitative}}\n"
    #expect(findings(ofChart: data).filter { $0.severity == .error }.isEmpty)
  }

  // MARK: What is no file

  private func makePipe(_ name: String) { unsafe mkfifo(scratch.path + "/" + name, 0o600) }

  @Test(
    arguments: [
      "data: {url: pipe.csv}", "data: {url: pipe.json}", "data: {url: /dev/zero}", "data: {url: /dev/null}", "data: {indicators: pipe.csv}",
      "data: {url: folder}",
    ])
  func dataIsReadFromFiles(data: String) throws {
    for name in ["pipe.csv", "pipe.json"] { makePipe(name) }
    try FileManager.default.createDirectory(atPath: scratch.path + "/folder", withIntermediateDirectories: true)
    let found = findings(ofChart: data + "\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n")
    #expect(found.map(\.rule) == ["data.irregular"], "\(found)")
  }

  @Test func longDataAreNotRead() throws {
    let path = try scratch.file("long.csv")
    unsafe truncate(path, (64 << 20) + 1)
    let found = findings(ofChart: "data: {url: long.csv}\nmark: bar\nencoding: {x: {field: a, type: nominal}}\n")
    #expect(found.map(\.rule) == ["input.too-large"], "\(found)")
  }

  @Test func aRefusedPictureOfAChartNamesNoOptionThatChartLacks() {
    let found = findings(
      ofChart: Self.spec(mark: "{type: image, url: ../p.png, width: 9, height: 9}"))
    #expect(found.first?.rule == "mark.image" && found.first?.hint == "copy it into the spec’s folder", "\(found)")
  }

  @Test(arguments: ["x.otf", "x.ttf", "x.ttc"]) func pipesAreNoFonts(name: String) {
    makePipe(name)
    let found = #expect(throws: Diagnostics.self) { try Workshop(fontFolders: [scratch.path]) }
    #expect(found?.all.map(\.rule) == ["font.damaged"])
  }

  // MARK: Options that mean nothing

  @Test(arguments: ["/nowhere", "good.txt", ""]) func allowedFoldersAreThere(folder: String) throws {
    let article = try scratch.file("good.txt", Array("2022年，广东省发明专利授权11.5万件，同比增长12.1%。\n".utf8))
    var options = RenderOptions()
    options.allowed = [folder == "good.txt" ? article : folder]
    let found = #expect(throws: Diagnostics.self) { try workshop.render([article], options: options) }
    #expect(found?.all.map(\.rule) == ["allow.missing"])
  }

  // MARK: Backgrounds

  @Test(arguments: [false, true]) func aTransparentChartHasNoBackground(isTransparent: Bool) throws {
    var options = RenderOptions()
    options.isTransparent = isTransparent
    let path = try scratch.file("c.yaml", Array(Self.spec().utf8))
    let chart = try workshop.chart(path, options: options).value
    let bytes = try workshop.bytes(of: chart, as: .png, named: "c.png", options: options)
    let image = try decodePNG(bytes.first?.bytes ?? [], document: "c.png")
    let alphas = stride(from: 3, to: image.pixels.count, by: 4).map { image.pixels[$0] }
    #expect(alphas.first == (isTransparent ? 0 : 255))
    #expect(alphas.contains(255))
    #expect(alphas.contains(0) == isTransparent)
  }
}
