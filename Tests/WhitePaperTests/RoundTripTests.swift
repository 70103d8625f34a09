import Diagnostics
import Foundation
import Scene
import Testing
import WhitePaper

/// An article, and the report source written from it, give the same bytes.
@Suite struct RoundTripTests {
  let workshop: Workshop
  let scratch: Scratch

  init() throws {
    workshop = try Workshop()
    scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path + "/sub", withIntermediateDirectories: true)
    for path in examples {
      try FileManager.default.copyItem(atPath: path, toPath: scratch.path + "/" + (path as NSString).lastPathComponent)
    }
    _ = try scratch.file("fix.yaml", Array("corrections:\n  - {text: 42.96亿元, rename: 融资金额}\n".utf8))
    _ = try scratch.file("house.yaml", Array("extends: annual\nname: house\ncolors: {brand: \"#7A1020\"}\n".utf8))
    _ = try scratch.file(
      "wide.yaml", Array("extends: annual\nname: wide\ntheme: house\npage: {width: 230mm, height: 280mm}\nsections: [cover, key-figures, chapters]\n".utf8))
  }

  func bytes(_ inputs: [String], _ options: RenderOptions) throws -> Data {
    let path = scratch.path + "/out.pdf"
    var options = options
    options.pdfStandard = "a-2a"
    let document = try workshop.render(inputs, options: options).value
    _ = try workshop.write(document, to: path, format: .pdf, options: options)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test(arguments: [
    ("x.report.md", nil, nil, false), ("sub/x.report.md", nil, nil, false), ("x.report.md", nil, nil, true),
    ("sub/x.report.md", "wide.yaml", nil, true), ("x.report.md", nil, "house.yaml", false), ("sub/x.report.md", "card", nil, false),
  ] as [(String, String?, String?, Bool)])
  func theSameBytes(output: String, layout: String?, theme: String?, isCorrected: Bool) throws {
    var options = RenderOptions()
    options.layout = layout.map { $0.hasSuffix(".yaml") ? scratch.path + "/" + $0 : $0 }
    options.theme = theme.map { scratch.path + "/" + $0 }
    if isCorrected { options.corrections = [scratch.path + "/fix.yaml"] }
    let inputs = examples.map { scratch.path + "/" + ($0 as NSString).lastPathComponent }
    let report = scratch.path + "/" + output
    let text = try workshop.reportText(inputs, options: options, output: report).value
    #expect(!text.contains(scratch.path))
    _ = try scratch.file(output, Array(text.utf8))
    #expect(try bytes([report], RenderOptions()) == bytes(inputs, options))
    // Written from the report once more, into another folder.
    let moved = scratch.path + "/sub/y.report.md"
    let again = try workshop.reportText([report], output: moved).value
    _ = try scratch.file("sub/y.report.md", Array(again.utf8))
    #expect(try bytes([moved], RenderOptions()) == bytes(inputs, options))
  }

  @Test func sectionsDecideWhatIsPrinted() throws {
    func pages(_ sections: String) throws -> (count: Int, text: String) {
      let path = try scratch.file("l.yaml", Array("extends: annual\nname: l\nsections: [\(sections)]\n".utf8))
      var options = RenderOptions()
      options.layout = path
      let document = try workshop.render(examples, options: options).value
      return (document.pages.count, document.pages.map { $0.frame.plainText }.joined())
    }
    #expect(try pages("cover").count == 1)
    #expect(try pages("cover, key-figures").text.contains("核心数据"))
    #expect(try !pages("cover, chapters").text.contains("核心数据"))
    #expect(try !pages("cover, key-figures, chapters").text.contains("来源原文"))
    let order = try pages("sources, key-figures").text
    let (sources, figures) = (order.range(of: "编制说明"), order.range(of: "核心数据"))
    #expect(try #require(sources).lowerBound < #require(figures).lowerBound)
    #expect(try !pages("key-figures, sources").text.contains("目录"))
  }

  @Test func aThemeRestylesTextTablesAndCards() throws {
    var options = RenderOptions()
    options.theme = scratch.path + "/house.yaml"
    let dump = try workshop.render([examples[0]], options: options).value.dump()
    #expect(dump.contains("#7A1020"))
    #expect(!dump.contains("#0A3566"), "the brand of the theme that is extended is still drawn")
  }

  @Test(arguments: [
    ("extends: b\n", "name: b\nextends: a\n", "layout.circular", 2), ("extends: nothing\n", "", "layout.unknown", 1), ("extends: [a]\n", "", "field.type", 1),
    ("extends: annual\nname: a\npage: {width: 20mm, height: 1e9}\n", "", "field.range", 3), ("extends: annual\nmargins: {top: -3}\n", "", "field.type", 2),
    ("extends: annual\nbaseline: 0\n", "", "field.range", 2), ("extends: annual\nbaseline: .nan\n", "", "field.type", 2), ("extends: annual\ngutter: 60\n", "", "layout.gutter", 2),
    ("extends: annual\nfurniture: {head: 2000}\n", "", "layout.furniture", 2), ("extends: annual\nmargins: {left: 500}\n", "", "layout.margins", 2),
    ("extends: annual\nsections: [cover, cover]\n", "", "layout.sections", 2), ("extends: annual\ncolumms: 3\n", "", "field.unknown", 2),
    ("extends: annual\nfigure: {full: {least: 900, greatest: 901}}\n", "", "layout.figure", 2), ("extends: annual\ncolumns: 0\n", "", "field.range", 2),
  ])
  func wrongLayoutsAreNamed(a: String, b: String, rule: String, line: Int) throws {
    let path = try scratch.file("a.yaml", Array(a.utf8))
    if !b.isEmpty { _ = try scratch.file("b.yaml", Array(b.utf8)) }
    var options = RenderOptions()
    options.layout = path
    let error = #expect(throws: Diagnostics.self) { try workshop.render([examples[0]], options: options) }
    #expect(error?.all.first?.rule == rule, "\(error?.description ?? "")")
    #expect(error?.all.first?.span?.start?.line == line)
  }

  /// Every number of a theme at its extremes ends in pages or in a finding, never in a crash.
  @Test(arguments: ["size", "leading", "weight", "indent"], ["0", "-1", "3.9", "1e9", ".nan", ".inf", "400", "text"])
  func extremesOfThemes(key: String, value: String) throws {
    for role in ["body", "figure-title", "contents-1", "note"] {
      let path = try scratch.file("t.yaml", Array("extends: annual\nname: t\nstyles: {\(role): {\(key): \(value)}}\n".utf8))
      var options = RenderOptions()
      options.theme = path
      options.pages = 1...1
      do {
        _ = try workshop.render([examples[0]], options: options)
      } catch {
        #expect((error as? Diagnostics)?.all.contains { $0.span?.document == path } == true, "\(error)")
      }
    }
  }
}
