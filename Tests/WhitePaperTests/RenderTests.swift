import Diagnostics
import Foundation
import Geometry
import Indicators
import Scene
import Testing
import WhitePaper

/// The whole path on real articles: from text to pages.
@Suite struct RenderTests {
  static let inputs: [[String]] = seeds.count == 2 ? [examples, seeds] : [examples]
  let workshop: Workshop

  init() throws { workshop = try shippedWorkshop() }

  @Test(arguments: inputs) func twoArticlesMakeAWhitePaper(paths: [String]) throws {
    let document = try workshop.render(paths)
    #expect(document.value.pages.count >= 12)
    #expect(document.diagnostics.filter { $0.severity == .error } == [])
    #expect(!document.diagnostics.contains { $0.rule == "page.overflow" || $0.rule.hasPrefix("glyph") })

    // Every level that is stated stands on the pages as written.
    let text = document.value.pages.map { $0.frame.plainText }.joined().filter { !$0.isWhitespace }
    let figures = try workshop.extract(paths).value
    for figure in figures.observations where figure.kind == .level && figure.status != .plan {
      let written = (figure.source?.text ?? "").filter { !$0.isWhitespace }
      #expect(text.contains(written), "\(written) is on no page")
    }
  }

  /// Figures and pages are made on all cores; on one the file is the same.
  @Test(.enabled(if: Program.isBuilt && FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset")))
  func oneCoreGivesTheSameBytes() throws {
    let scratch = try Scratch()
    let report = project + "/Examples/two-regions.report.md"
    for (name, command) in [("one", ["/usr/bin/taskset", "-c", "0", Program.path]), ("all", [Program.path])] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: command[0])
      process.arguments = command.dropFirst() + ["render", report, "-o", "\(scratch.path)/\(name).pdf", "-q"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let files = try ["one", "all"].map { try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/\($0).pdf")) }
    #expect(files[0] == files[1])
    #expect(files[0].count > 50_000)
  }

  @Test(arguments: inputs) func everyLinkAndBookmarkLeadsSomewhere(paths: [String]) throws {
    let document = try workshop.render(paths).value
    let anchors = Set(document.pages.flatMap { $0.frame.anchorNames })
    let targets = document.pages.flatMap { $0.frame.linkTargets } + document.outline.map(\.anchor)
    #expect(targets.count > 50)
    #expect(targets.filter { !anchors.contains($0) } == [])
  }

  /// Text before the first heading, and headings of nothing that is printed: every bookmark has a title.
  @Test(arguments: [
    ("---\ntitle: 负号\n---\n\n本月-1.5%。\n\n# 一\n\n正文。\n", ["负号", "一"]), ("---\ntitle: 负号\n---\n\n# 一\n\n## \u{E000}\n\n正文。\n", ["一"]),
    ("---\ntitle: 负号\n---\n\n# \u{E000}\n\n正文。\n", ["负号"]),
  ])
  func everyBookmarkHasATitle(report: String, titles: [String]) throws {
    let scratch = try Scratch()
    let document = try workshop.render([try scratch.file("a.report.md", Array(report.utf8))]).value
    #expect(document.outline.map(\.title) == titles)
  }

  /// The file of a report and of a chart that name nobody says what made it; an untitled chart is called by what it draws.
  @Test func whatNamesNobodyIsMadeByTheProgram() throws {
    let scratch = try Scratch()
    let text = "---\ntitle: 负号\n---\n\n# 一\n\n正文。\n"
    let report = try workshop.render([try scratch.file("a.report.md", Array(text.utf8))]).value
    let spec =
      "mark: bar\ndata: {values: [{a: 甲, b: 1}, {a: 乙, b: 2}]}\nencoding: {x: {field: a}, y: {field: b, type: quantitative, title: 授权量}}\n"
    let path = try scratch.file("a.yaml", Array(spec.utf8))
    let chart = try workshop.chart(path).value
    for (document, title) in [(report, "负号"), (chart, "授权量，a")] {
      let bytes = try workshop.bytes(of: document, as: .pdf, named: "a.pdf")[0].bytes
      let pdf = String(decoding: bytes, as: UTF8.self)
      #expect(pdf.contains("<dc:creator><rdf:Seq><rdf:li>WhitePaper"))
      #expect(pdf.contains("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(title)</rdf:li>"))
    }
  }

  /// A head without a row below it: a body, for PDF/UA knows no head alone.
  @Test func aTableOfAHeadAloneHasABody() throws {
    let scratch = try Scratch()
    let report = "---\ntitle: 负号\n---\n\n# 一\n\n| 时段 | 增速 |\n|:--|:--|\n\n正文。\n"
    let pages = try workshop.render([try scratch.file("a.report.md", Array(report.utf8))]).value.pages
    func elements(_ frame: Frame) -> [StructureTag.Element] {
      frame.items.flatMap { placed -> [StructureTag.Element] in
        guard case .group(let group) = placed.item else { return [] }
        return [group.tag?.element].compactMap(\.self) + elements(group.frame)
      }
    }
    let all = Set(pages.flatMap { elements($0.frame) })
    #expect(all.contains(.tableBody) && !all.contains(.tableHead))
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let scratch = try Scratch()
    var options = RenderOptions()
    options.pdfStandard = "a-2a"
    for name in ["a.pdf", "b.pdf"] {
      let document = try workshop.render(examples, options: options).value
      _ = try workshop.write(document, to: scratch.path + "/" + name, format: .pdf, options: options)
    }
    let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/a.pdf"))
    let second = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/b.pdf"))
    #expect(first == second)
    #expect(first.count > 50_000)
  }

  /// The planner draws nothing that the charts' own checks call an error.
  @Test func everyArticleMakesACard() throws {
    var options = RenderOptions()
    options.layout = "card"
    let articles = FactSetTests.articles
    #expect(articles.count > 30)
    for article in articles {
      do {
        #expect(try workshop.render([article], options: options).value.pages.count == 1)
      } catch {
        #expect(error.all.filter { $0.severity == .error }.map(\.rule) == ["card.none"], "\(article): \(error)")
      }
    }
  }

  @Test func textStaysInTheTypeArea() throws {
    let document = try workshop.render(examples).value
    let dump = try #require(try JSONSerialization.jsonObject(with: Data(document.dump().utf8)) as? [String: Any])
    let pages = try #require(dump["pages"] as? [[String: Any]])
    for (page, dumped) in zip(document.pages, pages).dropFirst() {
      let boxes = textBoxes(dumped)
      #expect(!boxes.isEmpty)
      for box in boxes {
        #expect(box.minX.points >= 60 && box.maxX.points <= page.frame.size.width.points - 60)
        #expect(box.minY.points >= 30 && box.maxY.points <= page.frame.size.height.points - 20)
      }
    }
  }

  @Test("cards at the side of text leave no gap above the next text that has some")
  func cardsAtTheSideOfShortText() throws {
    let text = String(repeating: "质押融资工作稳步推进，服务企业的范围不断延伸，", count: 10)
    func cards(_ numbers: ClosedRange<Int>) -> String {
      let list = numbers.map { "  - {label: 指标\($0), value: \"\($0)\", unit: 家, change: +5%, base: 较2021年}" }
      return "```kpi\nplace: beside\ncards:\n\(list.joined(separator: "\n"))\n```"
    }
    let source = "---\ntitle: 样本\n---\n\n# 章\n\n\(text)首段。\n\n\(cards(11...13))\n\n\(text)次段。\n\n\(cards(14...14))\n"
    let scratch = try Scratch()
    let document = try workshop.render([try scratch.file("a.report.md", Array(source.utf8))]).value
    let dump = try #require(try JSONSerialization.jsonObject(with: Data(document.dump().utf8)) as? [String: Any])
    let page = try #require((dump["pages"] as? [[String: Any]])?.last)
    let lines = Set(textBoxes(page, role: "body").map(\.minY.points)).sorted()
    #expect(lines.count > 10)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $1 - $0 < 18.5 })
  }

  /// Where the texts of a dumped page or group stand, after all transforms.
  private func textBoxes(_ dumped: [String: Any], role: String? = nil) -> [Rect] {
    let items = dumped["items"] as? [[String: Any]] ?? []
    return items.flatMap { item -> [Rect] in
      if item["type"] as? String == "group" { return textBoxes(item, role: role) }
      guard item["type"] as? String == "text", role.map({ $0 == item["role"] as? String }) ?? true, let x = item["x"] as? Double,
        let y = item["y"] as? Double,
        let width = item["w"] as? Double, let height = item["h"] as? Double
      else { return [] }
      return [Rect(x, y, width, height)]
    }
  }

  @Test func pagesCanBeChosen() throws {
    var options = RenderOptions()
    options.pages = PageSelection(2...3)
    let document = try workshop.render(examples, options: options).value
    #expect(document.pages.map(\.number) == [2, 3])
    options.pages = try PageSelection("1,4-5")
    #expect(try workshop.render(examples, options: options).value.pages.map(\.number) == [1, 4, 5])
    options.pages = PageSelection(1...1, 900...901)
    #expect(throws: Diagnostics.self) { try workshop.render(examples, options: options) }
  }

  @Test func theReportCanBeEditedAndRenderedAgain() throws {
    let scratch = try Scratch()
    for path in examples {
      try FileManager.default.copyItem(atPath: path, toPath: scratch.path + "/" + (path as NSString).lastPathComponent)
    }
    let copies = scratch.names.map { scratch.path + "/" + $0 }
    let text = try workshop.reportText(copies).value
    let edited = try scratch.file("x.report.md", Array(text.utf8))
    let pages = try workshop.render([edited]).value.pages
    let original = try workshop.render(copies).value.pages
    #expect(pages.count == original.count)
    #expect(pages.last?.frame.plainText == original.last?.frame.plainText)
  }

  /// Chapters begin pages of their own, so sections of a few lines share one; long ones are chapters.
  @Test(arguments: [(2, ["湖南知识产权工作综述"]), (20, ["总体情况", "质押融资", "行政保护"])])
  func sectionsMakeChaptersWhereTheyFillPages(repeats: Int, chapters: [String]) throws {
    let scratch = try Scratch()
    func section(_ sentence: String) -> String { String(repeating: sentence, count: repeats) + "\n\n" }
    let article = """
      湖南知识产权工作综述

      2023-04-26

      \(section("2022年，湖南全省有效发明专利达到8.76万件，比上年增长23.4%，运用水平稳步提升。"))
      一、质押融资

      \(section("全省专利质押融资金额50.2亿元，同比增长61.5%，帮助了众多中小企业。"))
      二、行政保护

      \(section("全省查处专利侵权案件3120件，同比增长12.8%，维护了权利人的利益。"))
      """
    let path = try scratch.file("hunan.txt", Array(article.utf8))
    let plan = try workshop.reportText([path]).value
    let titles = plan.split(separator: "\n").filter { $0.hasPrefix("# ") && !$0.hasSuffix("-}") }.map {
      $0.dropFirst(2).prefix { $0 != "{" }
    }.map { $0.hasSuffix(" ") ? $0.dropLast() : $0 }
    #expect(titles.dropLast().map { String($0.suffix(while: { $0 != "、" })) } == chapters)
  }

  /// A long paragraph refers to one sentence with each of its figures.
  @Test func eachFigureHasOneCardBesideItsText() throws {
    let scratch = try Scratch()
    let article = """
      河阳市2024年知识产权金融服务情况

      2025年2月18日

      2024年，河阳市与11家合作银行签订战略合作协议，建立推送机制和动态监测机制，遴选607家企业列入名单。全市通过集中宣讲、定向推介、银企对接等方式，为银行和企业搭建沟通平台；对有融资需求的企业，按照所属行业和所在区县分类整理材料，逐一分析其专利数量和运用情况，再由专人上门说明办理流程、所需材料和办理时限，做到件件有回音、事事有着落，并按季度回访，听取企业意见，及时调整服务内容，力求让更多企业了解政策、用好政策。各区县还设立服务窗口，安排专人值守，接受现场和电话咨询，对企业反映的问题当场答复，不能当场答复的限期办结；对首次申请的企业，指派专员全程陪同，从材料准备、价值评估到登记放款逐项指导，减少企业往返奔波；对已经获得贷款的企业，定期了解资金使用和项目进展，帮助解决经营中遇到的实际困难，并把好的做法整理成案例，在全市宣传推广。

      全市还建立联席会议制度，每季度通报进展，研究解决堵点难点，推动各区县互学互鉴。
      """
    let plan = try Workshop().reportText([try scratch.file("heyang.txt", Array(article.utf8))]).value
    let labels = plan.split(separator: "\n").filter { $0.contains("label: ") }.map(String.init)
    #expect(labels == ["  - label: 合作银行"])
  }

  /// The number of one hero is longer, and so is the sentence of one.
  @Test func heroesSideBySideAreLevel() throws {
    let scratch = try Scratch()
    func hero(_ value: String, _ sentence: String) -> String {
      """
      - span: 6
        hero:
          label: 金额
          value: "\(value)"
          unit: 亿元
          sentence: \(sentence)
      """
    }
    let report = """
      ---
      title: 甲
      ---

      # 一

      ```row
      \(hero("97012345.24", "金额一年增至两倍以上，为历年之最，也高于各地平均"))
      \(hero("5", "金额不变"))
      ```
      """
    let page = try #require(
      try Workshop().render([try scratch.file("x.report.md", Array(report.utf8))]).value.pages.first {
        $0.frame.plainText.contains("97012345.24")
      })
    let runs = page.frame.placedRuns
    func run(_ text: String) throws -> (y: Length, run: TextRun) { try #require(runs.first { $0.run.text == text }) }
    let (long, short) = (try run("97012345.24"), try run("5"))
    #expect(long.run.size == short.run.size)
    #expect(long.y == short.y)
    let sentences = runs.filter { $0.run.text.hasPrefix("金额一年") || $0.run.text.hasPrefix("金额不变") }
    #expect(sentences.count == 2 && Set(sentences.map(\.y)).count == 1)
  }

  /// The example written by hand: cards, quote, callout, timeline, a figure beside text, a table, parts made from the data.
  @Test func theExampleReportIsWhole() throws {
    let document = try workshop.render([project + "/Examples/two-regions.report.md"])
    #expect(document.diagnostics == [])
    let text = document.value.pages.map { $0.frame.plainText }.joined().filter { !$0.isWhitespace }
    for part in ["图2-1", "图2-2", "表2-1", "先问数字数的是什么", "读图提示", "广东含商标质押", "970.24÷(1+119.25%)"] {
      #expect(text.contains(part), "\(part) is on no page")
    }
  }

  /// U+3400 stands in two paragraphs, which the report sets several times over.
  @Test func aCharacterWithoutAGlyphIsReportedOnce() throws {
    let scratch = try Scratch()
    let article = "湖南统计公报\n\n2023-03-01\n\n2022年，湖南专利授权量达到9.8万件，㐀居全国第九。\n\n全省商标申请3万件，㐀增长2%。\n"
    let path = try scratch.file("hunan.txt", Array(article.utf8))
    let missing = try workshop.render([path]).diagnostics.filter { $0.rule == "font.missing-glyph" }
    #expect(missing.count == 1)
    #expect(missing.first?.severity == .warning)
    #expect(missing.first?.message.contains("U+3400") == true)
  }

  /// Four cards side by side: a unit of two words stands below its number, a sign beside it.
  @Test func longUnitsStandBelowTheirNumbers() throws {
    let scratch = try Scratch()
    let cards = [("38.0", "percentage points"), ("71.2", "%"), ("1146238.4", "thousand tonnes"), ("12", "m")]
    let report =
      "---\ntitle: Units\nlang: en\n---\n\n# One\n\n```kpi\n"
      + cards.map { "- {label: Gap, value: \"\($0.0)\", unit: \"\($0.1)\"}\n" }.joined() + "```\n\nText.\n"
    let path = try scratch.file("a.report.md", Array(report.utf8))
    let document = try workshop.render([path])
    #expect(!document.diagnostics.contains { $0.rule == "card.narrow" })
    let page = try #require(document.value.pages.last { $0.frame.plainText.contains("38.0") })
    let runs = page.frame.placedRuns
    func y(_ text: String) throws -> Length { try #require(runs.first { $0.run.text.contains(text) }, "\(runs.map(\.run.text))").y }
    #expect(try y("percentage points") > y("38.0"))
    #expect(try y("%") == y("71.2"))
    #expect(try y("38.0") == y("71.2"))
  }

  @Test func oneCardInPixels() throws {
    var options = RenderOptions()
    options.layout = "card"
    let document = try workshop.render([examples[0]], options: options).value
    #expect(document.pages.count == 1)
    #expect(document.pages[0].frame.size == Size(1200, 675))
    let sizes = document.pages[0].frame.textSizes
    #expect((sizes.min() ?? .zero).points >= 20)
  }
}

extension Frame {
  private func walk(_ at: Point, _ visit: (Placed, Point) -> Void) {
    for placed in items {
      let here = at + placed.origin
      visit(placed, here)
      if case .group(let group) = placed.item { group.frame.walk(here, visit) }
    }
  }

  var plainText: String {
    var text = ""
    walk(.zero) { placed, _ in if case .text(let run) = placed.item { text += run.text } }
    return text
  }
  var anchorNames: [String] {
    var names: [String] = []
    walk(.zero) { placed, _ in if case .anchor(let name) = placed.item { names.append(name) } }
    return names
  }
  var linkTargets: [String] {
    var names: [String] = []
    walk(.zero) { placed, _ in if case .link(.anchor(let name), _) = placed.item { names.append(name) } }
    return names
  }
  var textSizes: [Length] {
    var sizes: [Length] = []
    walk(.zero) { placed, _ in if case .text(let run) = placed.item { sizes.append(run.size) } }
    return sizes
  }
}

extension Substring {
  /// The characters after the last one that does not fulfil a condition.
  fileprivate func suffix(while belongs: (Character) -> Bool) -> Substring {
    lastIndex { !belongs($0) }.map { self[index(after: $0)...] } ?? self
  }
}

extension Frame {
  /// Its texts with the height of their baselines.
  var placedRuns: [(y: Length, run: TextRun)] {
    items.flatMap { placed -> [(y: Length, run: TextRun)] in
      switch placed.item {
      case .text(let run): [(placed.origin.y, run)]
      case .group(let group): group.frame.placedRuns.map { (placed.origin.y + $0.y, $0.run) }
      default: []
      }
    }
  }
}
