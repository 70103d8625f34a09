import Diagnostics
import Indicators
import Report
import Scene
import Testing

/// What an author writes is printed or reported.
@Suite struct ReportMarkdownTests {
  static let evidence = Evidence(articles: [], set: IndicatorSet(), concepts: ConceptBook())
  static let head = "---\ntitle: t\n---\n\n# a\n\n"

  func read(_ body: String, pictures: PictureLoader? = nil) throws -> Warned<ReportSource> {
    try readReport(Self.head + body + "\n", document: "a.report.md", evidence: Self.evidence, pictures: pictures)
  }
  func blocks(_ body: String) throws -> [ReportBlock] { try read(body).value.chapters[0].blocks }
  func paragraph(_ body: String) throws -> [Inline] {
    guard case .paragraph(let inlines)? = try blocks(body).first else { return [] }
    return inlines
  }
  /// Rules and lines of all findings, thrown or not.
  func findings(_ body: String, pictures: PictureLoader? = nil) -> [String] {
    do {
      return try read(body, pictures: pictures).diagnostics.map { "\($0.rule) \($0.span?.start?.line ?? 0)" }
    } catch {
      return (error as? Diagnostics)?.all.map { "\($0.rule) \($0.span?.start?.line ?? 0)" } ?? ["\(error)"]
    }
  }

  @Test(arguments: [
    ("The project was\nfunded in 2022\nby three banks.", "The project was funded in 2022 by three banks."),
    ("接着是 English words\ncontinue here。", "接着是 English words continue here。"), ("中文\n换行", "中文换行"), ("中文\nEnglish", "中文English"),
    ("English\n中文", "English中文"), ("共有\n970件", "共有970件"), ("他说“好”\n然后", "他说“好”然后"), ("says “yes”\nand goes", "says “yes” and goes"),
    ("**粗体跨\n行**接着", "粗体跨行接着"), ("**bold\ntext** and\n*more*", "bold text and more"), ("一。\n(b)", "一。(b)"),
  ])
  func lineEnds(source: String, printed: String) throws { #expect(try paragraph(source).text == printed) }

  @Test func inlinesKeepWhatStandsInThem() throws {
    #expect(
      try paragraph("*斜[^1]*，**粗[链](https://a.cn/)和[^2]字**~~旧`码`~~\n\n[^1]: 一\n[^2]: 二") == [
        .emphasis([.text("斜"), .noteMark("[1]", anchor: "footnote-1")]), .text("，"),
        .strong([
          .text("粗"), .link([.text("链")], uri: "https://a.cn/"), .text("和"), .noteMark("[2]", anchor: "footnote-2"), .text("字"),
        ]), .strikethrough([.text("旧"), .code("码")]),
      ])
    #expect(
      try paragraph("CO<sub>2</sub>与10<sup>6</sup><br>m³<!-- 注 --><b>粗</b>") == [
        .text("CO"), .subscripted([.text("2")]), .text("与10"), .superscript([.text("6")]), .lineBreak, .text("m³"), .strong([.text("粗")]),
      ])
  }

  @Test func listsKeepStartsBoxesAndWhatStandsInThem() throws {
    guard case .list(let list)? = try blocks("5. 五\n\n   | 甲 |\n   |--|\n   | 1 |\n\n6. 六\n   > 引").first else {
      Issue.record("no list")
      return
    }
    #expect(list.start == 5 && !list.isTight)
    guard case .table? = list.items[0].blocks.last, case .quote? = list.items[1].blocks.last else {
      Issue.record("the table or the quotation is lost")
      return
    }
    guard case .list(let tasks)? = try blocks("- [ ] 待办\n- [x] 已办").first else { return }
    #expect(tasks.items.map(\.isChecked) == [false, true] && tasks.isTight)
  }

  @Test func quotationsKeepTheirBlocks() throws {
    guard case .quote(let inner, let who)? = try blocks("> 一段\n>\n> - 甲\n> - 乙\n>\n> ```python\n> x\n> ```\n>\n> —— 某人").first else {
      Issue.record("no quotation")
      return
    }
    #expect(who == "某人")
    #expect(inner.count == 3)
    guard case .code("x\n", language: "python")? = inner.last else {
      Issue.record("the code is lost")
      return
    }
  }

  @Test func aNoteHoldsListsAndCitesNotes() throws {
    let notes = try read("文[^a]\n\n[^a]: 段[^b]\n\n    - 甲\n    - 乙\n\n[^b]: 次").value.footnotes
    #expect(notes.map(\.text.text) == ["段\n• 甲\n• 乙", "次"])
    #expect(notes[0].text.contains(.noteMark("[2]", anchor: "footnote-2")))
  }

  @Test(arguments: [
    ("见[图](#nofig)", ["report.reference 7"]), ("见[^y]", ["markdown.note-unknown 7"]), ("文\n\n[^x]: 没有", ["markdown.note-unused 9"]),
    ("<u>甲</u>", ["report.html 7", "report.html 7"]), ("<div>\n甲\n</div>", ["report.html 7"]), ("<!-- 甲 -->", []),
    ("## 二 {#a}\n\n## 三 {#a}", ["report.label-duplicate 9"]), ("## 二 {.nothing}", ["report.attribute 7"]),
    ("### 三级", ["report.heading-skip 7"]), ("[x](javascript:alert(1))", ["report.link 7"]), ("[x](JAVA&#115;cript:a)", ["report.link 7"]),
    ("[x](data:text/html,a)", ["report.link 7"]), ("[x](file:///etc/passwd)", ["report.link 7"]), ("[x](vbscript:a)", ["report.link 7"]),
    ("[x](//host.cn/x)", ["report.link 7"]), ("[x](<\\\\host\\share\\x>)", ["report.link 7"]), ("[x](/\\host.cn/x)", ["report.link 7"]),
    ("[x](&#47;/host.cn)", ["report.link 7"]), ("[x](b\\c.pdf)", ["report.link 7"]), ("[x](https:\\\\host.cn)", ["report.link 7"]),
    ("[x](/a//b.pdf) [y](https://a.cn//b)", []),
    ("[x](mailto:a@b.cn) [y](b/c.pdf) [z](https://a.cn)", []), ("a\u{FFFE}b\u{E000}", ["text.character 7", "text.character 7"]),
    ("```kpi\n- label: 甲\n  valeu: 3\n```", ["field.missing 8", "field.unknown 9"]), ("```chart\n\nmark: bra\n```", ["spec.mark 9"]),
    ("```chart\nmark: bar\n  x: [\n```", ["yaml.syntax 9"]),
    ("```callout\n见[](#no)\n\n[x](javascript:a)\n```", ["report.link 10", "report.reference 8"]),
    ("```sources\nx\n```", ["report.generated 8"]), ("![](a.png)", ["report.picture-alt 7", "report.picture 7"]),
    ("{{甲", ["figure.open 7"]),
    ("| ![a](a.png) |\n|--|\n| 1 |", ["report.picture 7"]),
  ])
  func whatIsNotPrintedIsReported(body: String, found: [String]) { #expect(findings(body) == found, "\(body)") }

  /// More than any paper of a person holds is said before it is set.
  @Test(arguments: [
    (String(repeating: "|a", count: 101) + "|\n" + String(repeating: "|-", count: 101) + "|\n|b|", ["report.table-size 7"]),
    ("|a|b|\n|-|-|\n" + String(repeating: "|c|d|\n", count: 10_000), ["report.table-size 7"]),
    ("```kpi\n" + String(repeating: "- {label: 甲, value: 3}\n", count: 1001) + "```", ["report.cards 8"]),
    ("```kpi\nplace: beside\ncards:\n" + String(repeating: "- {label: 甲, value: 3}\n", count: 1001) + "```", ["report.cards 10"]),
    (
      (0...5000).map { "文[^n\($0)]\n\n" }.joined() + (0...5000).map { "[^n\($0)]: 注\n" }.joined(),
      ["report.notes 0"]
    ),
    ("文\n\n" + (0...20_000).map { "[n\($0)]: https://a.cn\n" }.joined(), ["report.definitions 0"]),
    (String(repeating: "|a", count: 100) + "|\n" + String(repeating: "|-", count: 100) + "|\n|b|", []),
  ])
  func howMuchOfOneKindHasBounds(body: String, found: [String]) { #expect(findings(body) == found) }

  @Test func picturesStandBetweenTheTextRoundThem() throws {
    let image = ImageResource(width: 2, height: 1, pixels: Array(repeating: 255, count: 8))
    let report = try read("前![图示](p.png \"标题 {#pic}\")后[](#pic)") { (_: String) throws(Diagnostic) in Warned(LoadedPicture(image)) }
    #expect(report.diagnostics == [])
    let blocks = report.value.chapters[0].blocks
    #expect(blocks.count == 3)
    guard case .picture(let picture) = blocks[1] else {
      Issue.record("no picture")
      return
    }
    #expect(picture.alt == "图示" && picture.title == "标题" && picture.anchor == "pic" && picture.image == image)
    #expect(
      findings("![甲](no.png)") { (_: String) throws(Diagnostic) in throw .error("input.missing", "no file") } == ["input.missing 7"])
  }

  @Test func aBlankTitleIsReplaced() throws {
    let report = try readReport("---\ntitle: \" \"\n---\n\n# 一\n\nx\n", document: "a.report.md", evidence: Self.evidence)
    #expect(report.value.title == "一")
    #expect(report.diagnostics.map(\.rule) == ["report.title"])
  }

  @Test func chaptersSayWhichSectionTheyAre() throws {
    let report = try read("文\n\n# 核心 {.key-figures -}\n\n文\n\n# 三 {#three}\n\n见[](#three)").value
    #expect(report.chapters.map(\.section) == [.chapters, .keyFigures, .chapters])
    #expect(report.chapters.map(\.isNumbered) == [true, false, true])
    #expect(report.chapters.map(\.anchor) == [nil, nil, "three"])
  }

  /// What is written reads back as the same text, whatever stands in it.
  @Test(arguments: [
    "1\\. 不是列表", "\\- 不是", "a\\|b `c|d` \\*e\\* \\{{f}}", "http\\://a.cn 与 a\\@b.cn", "**重点：**后面**“引”**字", "甲\\\n乙",
    "| 甲<br>乙 | `x\\|y` |\n|:--|--:|\n| a\\|b | **1** |", "- [ ] 甲\n- [x] 乙\n  - 丙", "3. 三\n\n4. 四\n\n   五", "> 甲\n>\n> - 乙\n>\n> —— 某人",
    "> [!NOTE] 题\n>\n> 文", "```python\n  a = `x`\n\n  b\n```", "````text\n```\n````", "---", "## 二 {#l}\n\n见[](#l)和[这里](#l)",
    "CO<sub>2</sub> ~~旧~~ &amp;amp; <sup>a</sup>", "文[^a]\n\n[^a]: 段\n\n    - 甲[^b]\n\n[^b]: 乙",
    "Table: 题 {#t}\n\n| 甲 |\n|--|\n| 1 |\n\n注：见[这里](https://a.cn/b)", "[x](<a b.pdf>)",
  ])
  func writtenTextsReadBack(body: String) throws {
    let first = try read(body).value.markdown()
    let again = try readReport(first, document: "b.report.md", evidence: Self.evidence)
    #expect(again.value.markdown() == first)
    #expect("\(again.value.chapters[0].blocks)".filter { !$0.isWhitespace } == "\(try blocks(body))".filter { !$0.isWhitespace })
  }

  @Test func figuresThatHappenedComeBeforePlans() throws {
    var set = IndicatorSet()
    func level(_ id: String, _ name: String, _ value: String, _ year: Int, area: String, _ status: Observation.Status = .fact) throws
      -> Observation
    {
      var figure = Observation(
        id: id, kind: .level, name: name, value: try #require(ExactNumber(value)), unit: Unit("万件"), area: area)
      figure.period = Period(year: year)
      figure.status = status
      return figure
    }
    set.observations = [
      try level("a", "发明专利有效量", "20.36", 2024, area: "湖北"), try level("b", "发明专利有效量", "23", 2025, area: "湖北", .target),
      try level("c", "商标", "5", 2024, area: "湖北"), try level("d", "商标", "6", 2024, area: "湖南"),
      try level("e", "目标值", "9", 2025, area: "湖北", .target),
    ]
    let evidence = Evidence(articles: [], set: set, concepts: ConceptBook())
    func printed(_ body: String) -> String {
      do {
        let report = try readReport(Self.head + body + "\n", document: "a.report.md", evidence: evidence).value
        guard case .paragraph(let inlines)? = report.chapters[0].blocks.first else { return "" }
        return inlines.text
      } catch { return error.all.map(\.rule).joined() }
    }
    #expect(printed("{{发明专利有效量}}") == "20.36万件")
    #expect(printed("{{发明专利有效量.目标}}") == "23万件")
    #expect(printed("{{商标}}") == "figure.ambiguous")
    #expect(printed("{{湖南/商标}}") == "6万件")
    #expect(printed("{{目标值}}") == "figure.plan")
    #expect(printed("**{{湖北/商标}}**") == "5万件")
  }

  /// Cards beside a paragraph are read and written as one; what is wrong in them is said.
  @Test func cardsBesideText() throws {
    let source = "甲文。\n\n```kpi\nplace: beside\ncards:\n  - label: 甲\n    value: \"12\"\n    unit: 件\n```\n\n乙文。"
    let report = try read(source)
    #expect(report.diagnostics.isEmpty)
    let blocks = report.value.chapters[0].blocks
    guard case .marginal(let text, let cards)? = blocks.first, case .paragraph(let inlines)? = text.first else {
      Issue.record("\(blocks)")
      return
    }
    #expect(inlines.text == "甲文。" && cards.map(\.figure.label) == ["甲"] && blocks.count == 2)
    #expect(report.value.markdown().contains(source))
  }

  @Test(arguments: [
    ("```kpi\nplace: beside\ncards: [{label: a, value: b}]\n```", "report.place"),
    ("t\n\n```kpi\nplace: above\ncards: [{label: a, value: b}]\n```", "report.place"),
    ("t\n\n```kpi\nplace: beside\n```", "report.cards"),
    ("t\n\n```kpi\nplaces: beside\ncards: [{label: a, value: b}]\n```", "report.cards"),
  ])
  func wrongCardsBesideText(source: String, rule: String) {
    #expect(findings(source).contains { $0.hasPrefix(rule) }, "\(findings(source))")
  }
}
