import Diagnostics
import Foundation
import Geometry
import Report
import Scene
import Testing
import WhitePaper

/// The shipped layouts and themes, with what they extend, and what they make of two articles.
@Suite struct DesignTests {
  let workshop: Workshop

  init() throws { workshop = try shippedWorkshop() }

  @Test func everyThemeIsWholeAndLooksOfItsOwn() throws {
    let themes = try workshop.themeNames.map { try workshop.theme($0) }
    #expect(themes.count >= 3)
    for theme in themes {
      for role in TypeRole.allCases { #expect(theme.styles[role] != nil, "\(theme.name): \(role)") }
    }
    #expect(Set(themes.map { $0.color("brand") }).count == themes.count)
    #expect(Set(themes.map(\.furniture)).count == themes.count)
    #expect(Set(themes.compactMap { $0.styles[.chapter]?.size.points }).count == themes.count)
  }

  @Test(arguments: ["brief", "slides", "long-image"])
  func claimsAreToldInEveryLayout(name: String) throws {
    var options = RenderOptions()
    options.layout = name
    let document = try workshop.render(examples, options: options)
    let layout = try workshop.layout(name)
    #expect(!document.diagnostics.contains { $0.rule == "page.overflow" })
    let pages = document.value.pages
    for page in pages {
      #expect(abs(page.frame.size.width.points - layout.page.width.points * layout.scale) < 0.01)
      #expect(page.frame.size.height.points <= layout.page.height.points * layout.scale + 0.01)
    }
    switch name {
    case "brief": #expect((2...6).contains(pages.count))
    // A claim is a slide: none goes on over a second one, which would begin with a running head.
    case "slides": #expect(pages.allSatisfy { !$0.frame.hasText(.runningHead) })
    default: #expect(pages.first.map { $0.frame.size.height > $0.frame.size.width * 3 } == true)
    }
  }

  @Test("of five figures and more none of a form is more than two fifths", arguments: ["brief", "long-image"])
  func figuresAreVaried(layout: String) throws {
    var options = RenderOptions()
    options.layout = layout
    for articles in RenderTests.inputs {
      let lines = try workshop.reportText(articles, options: options).value.split(separator: "\n")
      let forms = lines.filter { $0.drop { $0 == " " || $0 == "-" }.hasPrefix("mark:") }
        .map { $0.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "" }
      let most = Dictionary(grouping: forms) { $0 }.values.map(\.count).max() ?? 0
      #expect(forms.count >= 3)
      #expect(forms.count < 5 || Double(most) <= Double(forms.count) * 0.4, "\(forms)")
    }
  }

  @Test("the small number of a chapter within a page is as dark as small type must be")
  func smallNumbersAreDark() throws {
    let scratch = try Scratch()
    let text = String(repeating: "专利质押融资金额持续增长。", count: 8) + "\n\n"
    let report = "---\ntitle: 甲\n---\n\n# 首章\n\n" + text + "# 次章\n\n" + text
    let pages = try workshop.render([try scratch.file("x.report.md", Array(report.utf8))]).value.pages
    let page = try #require(pages.last { $0.frame.plainText.contains("次章") })
    let number = try #require(page.frame.placedRuns.first { $0.run.text == "02" })
    #expect(number.run.size < .pt(18))
    #expect(number.run.fill == (try workshop.theme("annual").color("brand")))
  }

  @Test("what lists no sentences numbers none", arguments: [("slides", false), ("brief", true)])
  func numbersOfSentences(layout: String, isListed: Bool) throws {
    var options = RenderOptions()
    options.layout = layout
    let document = try workshop.render(ArticleSetTests.articles("county"), options: options)
    let marks = document.value.pages.flatMap { $0.frame.leaves }.filter { leaf in
      guard case .text(let run) = leaf.placed.item else { return false }
      return run.text.hasPrefix("[") && run.text.dropFirst().first?.isNumber == true
    }
    #expect(marks.isEmpty != isListed)
    #expect(!document.diagnostics.contains { $0.rule == "chart.highlight" })
  }

  /// A layout beside the shipped ones, in a folder of its own.
  private func pages(_ keys: String, of set: String = "county", extending base: String = "annual") throws -> [Page] {
    let scratch = try Scratch()
    var options = RenderOptions()
    options.layout = try scratch.file("own.yaml", Array("extends: \(base)\nname: own\n\(keys)\n".utf8))
    return try workshop.render(ArticleSetTests.articles(set), options: options).value.pages
  }
  private func folios(_ pages: [Page]) -> [Double] {
    pages.compactMap { page in page.frame.leaves.first { $0.placed.role == .pageNumber }?.at.x.points }
  }

  @Test("facing pages mirror their margins, and the text begins on a right-hand sheet")
  func facingPages() throws {
    let keys = "facing: true\nmargins: {left: 80, right: 53.28, top: 80, bottom: 77.89}\n"
    let pages = try pages(keys)
    let first = try #require(pages.firstIndex { $0.label == "1" })
    #expect(first.isMultiple(of: 2))
    for page in pages where !page.label.isEmpty {
      let texts = page.frame.leaves.filter { if case .text = $0.placed.item { $0.placed.role != .pageNumber } else { false } }
      let left = try #require(texts.map(\.at.x.points).min())
      #expect(abs(left - (page.number.isMultiple(of: 2) ? 53.28 : 80)) < 1, "\(page.number)")
    }
    // Without contents the back of the cover is blank.
    let plain = try self.pages(keys + "sections: [cover, chapters]")
    #expect(plain[1].frame.items.isEmpty && plain[1].label.isEmpty && plain[2].label == "1")
    #expect(try self.pages("sections: [cover, chapters]")[1].label == "1")
  }

  @Test("folios stand where the layout wants them")
  func folioPlaces() throws {
    func places(_ place: String) throws -> Set<Double> {
      Set(folios(try pages("furniture: {folio-at: \(place)}\nsections: [chapters]")).map { ($0 / 100).rounded() })
    }
    #expect(try places("left") == [1])
    #expect(try places("center") == [3])
    #expect(try places("right") == [5])
    #expect(try places("outer") == [1, 5])
    #expect(Set(folios(try workshop.render(examples, options: slides).value.pages).map { $0 > 900 }) == [true])
  }
  private var slides: RenderOptions {
    var options = RenderOptions()
    options.layout = "slides"
    return options
  }

  @Test("bleed and crop marks are those of the finished page, in a scaled layout too", arguments: [("annual", 1.0), ("slides", 3.5)])
  func pressSheets(base: String, scale: Double) throws {
    let plain = try #require(pages("", extending: base).first)
    let sheet = try #require(pages("bleed: 9\ncrop-marks: true", extending: base).first)
    let cut = try #require(sheet.cut)
    #expect(plain.cut == nil)
    #expect(abs(cut.trim.size.width.points - plain.frame.size.width.points) < 0.01)
    #expect(abs((cut.trim.minX - cut.bleed.minX).points - 9) < 0.01)
    let brand = try workshop.theme("annual").color("brand")
    let fields = sheet.frame.leaves.compactMap { leaf -> Rect? in
      guard case .shape(let shape) = leaf.placed.item, case .rect(let size, _) = shape.kind, shape.fill == brand else { return nil }
      return Rect(origin: leaf.at, size: size)
    }
    let field = try #require(fields.first)
    #expect(abs((field.minX - cut.bleed.minX).points) < 0.01 && abs((field.maxX - cut.bleed.maxX).points) < 0.01)
  }

  @Test("no slide goes on over a second one", arguments: ["company", "county", "five-areas", "english"])
  func slidesHaveRoom(set: String) throws {
    var options = RenderOptions()
    options.layout = "slides"
    let pages = try workshop.render(ArticleSetTests.articles(set), options: options).value.pages
    #expect(pages.count >= 4)
    #expect(pages.allSatisfy { !$0.frame.hasText(.runningHead) })
  }

  /// A chart groups digits as the cards beside it do, and a sentence that an English article ends with a stop has it.
  @Test func figuresAndSentencesOfAnEnglishPaper() throws {
    var options = RenderOptions()
    options.layout = "slides"
    let text = try workshop.render(ArticleSetTests.articles("english"), options: options).value.pages.map(\.frame.plainText).joined(
      separator: " ")
    #expect(text.contains("2,314") && !text.contains("2314"))
    let annual = try workshop.render(ArticleSetTests.articles("english")).value.pages.map(\.frame.plainText).joined(separator: " ")
    #expect(annual.contains("15,482") && !annual.contains("15482"))
    #expect(text.contains("only design"))
  }

  /// Lists of figures end a title at a mark; the comma of a number is none.
  @Test func contentsCutNoNumber() throws {
    let pages = try workshop.render(ArticleSetTests.articles("five-years")).value.pages
    let contents = try #require(pages.first { $0.frame.plainText.contains("图表") && $0.frame.plainText.contains("目录") })
    let text = contents.frame.plainText.filter { !$0.isWhitespace }
    #expect(text.contains("发明专利有效量连续4年上升"))
    #expect(text.replacing("达44,917", with: "").contains("达44") == false, "\(text)")
  }

  @Test("text of several chapters runs on in the columns; what spans them has its head with it")
  func chaptersRunOnInColumns() throws {
    let scratch = try Scratch()
    let text = String(repeating: "专利质押融资金额持续增长，惠及企业数量稳步上升。", count: 3) + "\n\n"
    let report =
      "---\ntitle: 甲\nlayout: brief\n---\n\n# 首章\n\n" + String(repeating: text, count: 4) + "# 次章\n\n" + String(repeating: text, count: 3)
      + "# 末章\n\n> [!NOTE] 说明\n> 全宽的说明。\n\n" + text
    let document = try workshop.render([try scratch.file("x.report.md", Array(report.utf8))]).value
    let page = try #require(document.pages.first { $0.frame.plainText.contains("次章") })
    func x(_ title: String) -> Double? { page.frame.left(of: title)?.points }
    #expect(x("首章").map { $0 < 100 } == true)
    #expect(x("次章").map { $0 > 250 } == true)
    #expect(document.pages.lazy.compactMap { $0.frame.left(of: "末章")?.points }.first.map { $0 < 100 } == true)
  }

  @Test func theChoiceOfClaimsIsExplained() throws {
    var options = RenderOptions()
    options.layout = "brief"
    options.explains = true
    let notes = try workshop.render(examples, options: options).diagnostics.filter { $0.rule.hasPrefix("claim.") }
    #expect(notes.filter { $0.rule == "claim.told" }.count == 10)
    #expect(notes.contains { $0.rule == "claim.left-out" })
    #expect(notes.allSatisfy { $0.severity == .note && $0.message.contains("strength") })
  }
}

extension Frame {
  /// The left end of a text.
  fileprivate func left(of text: String) -> Length? {
    for placed in items {
      switch placed.item {
      case .text(let run) where run.text == text: return placed.origin.x
      case .group(let group): if let inner = group.frame.left(of: text) { return placed.origin.x + inner }
      default: break
      }
    }
    return nil
  }

  fileprivate func hasText(_ role: Role) -> Bool {
    items.contains { placed in
      switch placed.item {
      case .text: placed.role == role
      case .group(let group): group.frame.hasText(role)
      default: false
      }
    }
  }
}

extension Frame {
  /// What is drawn, with its place on the page.
  var leaves: [(at: Point, placed: Placed)] {
    items.flatMap { placed -> [(at: Point, placed: Placed)] in
      guard case .group(let group) = placed.item else { return [(placed.origin, placed)] }
      return group.frame.leaves.map { (placed.origin + $0.at, $0.placed) }
    }
  }
}
