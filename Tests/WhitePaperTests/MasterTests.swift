import Diagnostics
import Foundation
import Geometry
import GoldenImagesTesting
import Report
import Scene
import Testing
import WhitePaper

/// Masters of a layout: pages of some parts with other margins, columns, notes and furniture.
@Suite struct MasterTests {
  let workshop: Workshop
  let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
  }

  /// A communiqué with notes, of a city that does not exist.
  private static let article = """
    河阳市2024年国民经济和社会发展统计公报[1]

    河阳市统计局
    2025年3月27日

    一、综合

    初步核算，全年地区生产总值[2]286.4亿元，比上年增长6.1%。其中，第一产业增加值22.7亿元，增长4.0%；第二产业增加值126.3亿元，增长7.2%；第三产业增加值137.4亿元，增长5.5%。年末常住人口[3]40.02万人，比上年末减少0.16万人。

    二、贸易

    全年社会消费品零售总额98.3亿元，比上年增长4.4%。货物进出口总额[4]17.6亿元，比上年增长21.3%，其中出口12.9亿元，增长25.1%；进口4.7亿元，增长11.9%。

    注：
    [1]本公报数据为初步统计数。
    [2]增长速度按不变价格计算。
    [3]常住人口含在外不满半年的人口。
    [4]进出口以海关统计为准。

    """

  private func pages(_ keys: String) throws -> [Page] {
    var options = RenderOptions()
    options.layout = try scratch.file("own.yaml", Array("extends: annual\nname: own\n\(keys)\n".utf8))
    return try workshop.render([try scratch.file("a.txt", Array(Self.article.utf8))], options: options).value.pages
  }
  private func text(_ page: Page) -> String { page.frame.plainText.filter { !$0.isWhitespace } }
  private func lefts(_ page: Page, _ roles: Set<Role> = [.body, .heading, .kpi, .tableCell]) -> [Double] {
    page.frame.leaves.filter { leaf in
      if case .text = leaf.placed.item { roles.contains(leaf.placed.role) } else { false }
    }.map(\.at.x.points)
  }
  private func page(_ pages: [Page], with words: String) throws -> Page { try #require(pages.last { text($0).contains(words) }) }

  @Test("a master moves the margins of the parts that name it, and of no others")
  func margins() throws {
    let sections = "sections: [cover, contents, key-figures, {part: chapters, master: wide}, sources]"
    let pages = try pages("masters: {wide: {margins: {top: 120, inner: 100, outer: 90, bottom: 160}}}\n\(sections)")
    let chapter = try page(pages, with: "见图1-1")
    #expect(abs((lefts(chapter).min() ?? 0) - 100) < 3)
    let others = [try page(pages, with: "核心数据"), try page(pages, with: "编制说明")]
    for other in others { #expect(abs((lefts(other).min() ?? 0) - 66.6) < 3) }
    let ys = chapter.frame.leaves.filter { [.body, .heading, .title].contains($0.placed.role) }.map(\.at.y.points)
    #expect((ys.min() ?? 0) >= 118 && (ys.max() ?? 999) <= 841.89 - 160 + 3)
    #expect(Set(pages.map(\.frame.size)).count == 1)
  }

  @Test("cover and contents have masters too")
  func frontMatter() throws {
    let pages = try pages(
      "masters: {in: {margins: {inner: 110}}}\nsections: [{part: cover, master: in}, {part: contents, master: in}, chapters, sources]")
    #expect(abs((lefts(pages[0], [.title]).min() ?? 0) - 110) < 3)
    #expect(abs((lefts(pages[1], [.heading, .toc]).min() ?? 0) - 110) < 3)
  }

  @Test("text columns, their gutter and the furniture are the master's")
  func columnsAndFurniture() throws {
    let filler = (1...60).map { "第\($0)段：专利和商标质押融资工作稳步推进，服务企业的范围继续扩大。" }.joined(separator: "\n\n")
    let report = try scratch.file("x.report.md", Array("---\ntitle: 年度报告\n---\n\n# 总览\n\n## 综合\n\n\(filler)\n".utf8))
    func chapter(_ keys: String) throws -> Page {
      var options = RenderOptions()
      options.layout = try scratch.file(
        "own.yaml", Array("extends: annual\nname: own\nmasters: {m: {\(keys)}}\nsections: [cover, {part: chapters, master: m}]\n".utf8))
      return try #require(workshop.render([report], options: options).value.pages.dropFirst(2).first)
    }
    /// Where lines begin that go on a paragraph.
    func edges(_ page: Page) -> [Double] {
      Dictionary(grouping: lefts(page, [.body])) { ($0 * 10).rounded() / 10 }.filter { $0.value.count > 5 }.keys.sorted()
    }
    #expect(try edges(chapter("text-columns: 2")).contains { abs($0 - (66.6 + 219 + 24)) < 1 })
    #expect(try edges(chapter("text-columns: 2, gutter: 20")).contains { abs($0 - (66.6 + 211 + 40)) < 1 })
    #expect(try !edges(chapter("text-columns: 1")).contains { $0 > 300 })
    func furniture(_ page: Page) -> Int { page.frame.leaves.count { [.pageNumber, .runningHead].contains($0.placed.role) } }
    #expect(try furniture(chapter("furniture: false")) == 0 && furniture(chapter("furniture: true")) > 1)
  }

  @Test("notes and sources of figures stand in the outer margin, on left sheets at the left")
  func sideNotes() throws {
    let keys = """
      masters: {noted: {margins: {inner: 71, outer: 167.28}, notes: side}}
      sections: [cover, contents, key-figures, {part: chapters, master: noted}, sources]
      """
    for isFacing in [false, true] {
      let pages = try pages(keys + "\nfacing: \(isFacing)")
      let chapter = try page(pages, with: "见图1-1")
      let isLeft = isFacing && chapter.number.isMultiple(of: 2)
      let notes = chapter.frame.leaves.filter { leaf in
        guard case .text = leaf.placed.item else { return false }
        return leaf.placed.role == .note || leaf.placed.role == .source
      }
      #expect(text(chapter).contains("①增长速度按不变价格计算。"))
      #expect(text(chapter).contains("图1-1来源：《河阳市2024年国民经济和社会发展统计公报》"))
      let xs = notes.map(\.at.x.points)
      #expect(isLeft ? (xs.max() ?? 0) < 167.28 - 18 && (xs.min() ?? 0) > 36 : (xs.min() ?? 0) > 595.28 - 167.28 + 17, "\(xs)")
    }
    // Of several sheets both sides come.
    let sheets = try self.pages(keys + "\nfacing: true").filter { text($0).contains("来源：") && !text($0).contains("核心数据") }
    #expect(Set(sheets.map { $0.number.isMultiple(of: 2) }).count == 2)
  }

  @Test(
    "what is wrong with a master is named with its place",
    arguments: [
      ("masters: {wide: {margins: {inner: 80}}}\nsections: [{part: chapters, master: wde}]\n", "layout.master", 4, "wide"),
      ("sections: [{part: chapters, master: wide}]\n", "layout.master", 3, "masters"),
      ("masters: {wide: {margin: {inner: 80}}}\nsections: [{part: chapters, master: wide}]\n", "field.unknown", 3, "margins"),
      ("masters: {wide: {notes: sides}}\nsections: [{part: chapters, master: wide}]\n", "field.choice", 3, "side"),
      ("masters: {wide: {notes: side}}\nsections: [{part: chapters, master: wide}]\n", "layout.notes", 3, ""),
      ("masters: {wide: {margins: {inner: 500}}}\nsections: [{part: chapters, master: wide}]\n", "layout.margins", 3, ""),
      ("masters: {wide: {text-columns: 4, gutter: 30}}\nsections: [{part: chapters, master: wide}]\n", "layout.text-columns", 3, ""),
      ("masters: {wide: {gutter: 90}}\nsections: [{part: chapters, master: wide}]\n", "layout.gutter", 3, ""),
      ("masters: {wide: {gutter: 9}}\nsections: [{part: masthead, master: wide}, chapters]\n", "layout.master", 4, "follows"),
      ("sections: [{part: chaptres, master: wide}]\n", "field.choice", 3, "chapters"),
      ("notes: side\n", "layout.notes", 3, ""),
    ])
  func faults(keys: String, rule: String, line: Int, hint: String) throws {
    var options = RenderOptions()
    options.layout = try scratch.file("own.yaml", Array("extends: annual\nname: own\n\(keys)".utf8))
    let error = #expect(throws: Diagnostics.self) { try workshop.render([examples[0]], options: options) }
    let found = try #require(error?.all.first { $0.rule == rule }, "\(error?.description ?? "")")
    #expect(found.span?.start?.line == line && (found.span?.start?.column ?? 0) > 0)
    #expect(hint.isEmpty || found.hint?.contains(hint) == true, "\(found.hint ?? "")")
  }

  @Test("a master that no part names is a warning")
  func unused() throws {
    var options = RenderOptions()
    options.layout = try scratch.file("own.yaml", Array("extends: annual\nname: own\nmasters: {wide: {gutter: 9}}\n".utf8))
    #expect(try workshop.render([examples[0]], options: options).diagnostics.contains { $0.rule == "layout.master" })
  }

  @Test("the schema knows masters and parts")
  func schema() throws {
    let schema = try Workshop.inspectSchema("layout")
    for word in ["masters", "PageMaster", "MasterMargins", "\"inner\"", "\"side\"", "\"part\"", "\"master\""] {
      #expect(schema.contains(word), "\(word)")
    }
  }

  @Test("the shipped study has notes in the margin of its chapters, and a measure of whole characters")
  func study() throws {
    let layout = try workshop.layout("study")
    let chapters = layout.on(.chapters)
    #expect(chapters.notes == .side && layout.notes == .foot)
    #expect(abs(chapters.measure / .pt(10.5) - 34) < 0.001 && abs(layout.measure / .pt(10.5) - 44) < 0.001)
  }

  @Test("fewer cards stand beside each other where their numbers need the room")
  func cardsInANarrowMeasure() throws {
    let values = ["10,432.1", "14,021.7", "20,181.5", "19,012.4"]
    let cards = values.map { "- label: 地区生产总值\n  value: \"\($0)\"\n  unit: 亿元\n" }.joined()
    let report = try scratch.file("x.report.md", Array("---\ntitle: 年度报告\n---\n\n# 总览\n\n```kpi\n\(cards)```\n".utf8))
    var options = RenderOptions()
    options.layout = "study"
    let document = try workshop.render([report], options: options)
    #expect(!document.diagnostics.contains { $0.rule == "card.narrow" })
    let numbers = document.value.pages.flatMap { $0.frame.leaves }.filter { leaf in
      if case .text(let run) = leaf.placed.item { values.contains(run.text) } else { false }
    }
    #expect(numbers.count == 4 && Set(numbers.map { $0.at.y.points.rounded() }).count == 2)
  }

  /// A left and a right page with notes; the dump says where each line of them stands.
  @Test func studyPages() throws {
    var options = RenderOptions()
    (options.layout, options.dpi, options.pages) = ("study", 40, PageSelection(4...5))
    let document = try workshop.render([try scratch.file("a.txt", Array(Self.article.utf8))], options: options).value
    expectDump(document.dump(), "study")
    let files = try workshop.write(document, to: scratch.path + "/page.png", format: .png, options: options)
    for (path, side) in zip(files, ["left", "right"]) {
      expectImage([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), "study-\(side)")
    }
  }
}
