import Articles
import Diagnostics
import Testing

/// An article's blocks as text, and what was dropped with its reason.
private struct Reading: Equatable {
  var blocks: [String] = []
  var dropped: [BoilerplateReason] = []

  init(_ text: String, _ path: String) throws {
    let article = try readArticle(bytes: Array(text.utf8), path: path).value
    blocks = article.blocks.map { "\($0.kind.rawValue): \(String(scalars: article.text(of: $0).scalars))" }
    dropped = article.dropped.map(\.reason)
    for block in article.blocks {
      let (scalars, offsets) = article.text(of: block)
      #expect(scalars.count == offsets.count)
      #expect(offsets == offsets.sorted())
      #expect(offsets.allSatisfy { block.range.contains($0) })
    }
  }
}

@Suite("HTML")
struct HTMLTests {
  private func page(_ body: String) -> String { "<html><body><h1>某省专利</h1>\(body)</body></html>" }
  private func blocks(_ body: String) throws -> [String] { Array(try Reading(page(body), "a.html").blocks.dropFirst()) }

  @Test func tagsAreHiddenAndOffsetsKept() throws {
    let text = "<html><head><script>var n = 5;</script></head><body><h1>某省专利</h1><p>授权量达<b>3万</b>件。</p></body></html>"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.html").value
    #expect(article.blocks.map(\.kind) == [.heading, .paragraph])
    let (scalars, offsets) = article.text(of: article.blocks[1])
    #expect(String(scalars: scalars) == "授权量达3万件。")
    #expect(article.scalars[offsets[4]] == "3")
    #expect(article.dropped.map { article.string($0.range) } == ["<script>var n = 5;</script>"])
  }

  @Test(
    "references to characters are decoded",
    arguments: [
      ("A&amp;B公司", "A&B公司"), ("5&#20159;元", "5亿元"), ("5&#x4EBF;元", "5亿元"), ("&ldquo;双创&rdquo;", "“双创”"), ("1&nbsp;件", "1\u{A0}件"),
      ("A&B公司", "A&B公司"),
      ("A&unknown;B", "A&unknown;B"), ("A&#xFFFFFFFF;B", "A&#xFFFFFFFF;B"), ("A&#0;B", "A&#0;B"), ("1&mdash;9月", "1—9月"),
    ])
  func references(source: String, expected: String) throws { #expect(try blocks("<p>\(source)达标。</p>") == ["paragraph: \(expected)达标。"]) }

  @Test func aReferenceStandsWhereItIsWritten() throws {
    let text = page("<p>授权量达5&#20159;件。</p>")
    let article = try readArticle(bytes: Array(text.utf8), path: "a.html").value
    let (scalars, offsets) = article.text(of: article.blocks[1])
    let place = try #require(scalars.firstIndex(of: "亿"))
    #expect(article.string(offsets[place]..<offsets[place + 1]) == "&#20159;")
  }

  @Test(
    "scripts, styles, navigation and foot are left out and reported",
    arguments: [
      ("<script>if (a<b) { n = 5 }</script>", BoilerplateReason.code), ("<style>p { top: 5% }</style>", .code),
      ("<nav><ul><li>首页</li><li>全省5万件</li></ul></nav>", .navigation), ("<nav>甲<nav>乙</nav>丙</nav>", .navigation),
      ("<footer><p>电话<b>5</b>部</p></footer>", .footer), ("<ASIDE>推荐</ASIDE>", .navigation),
    ])
  func dropped(element: String, reason: BoilerplateReason) throws {
    let reading = try Reading(page("<p>授权量达3万件。</p>\(element)<p>申请量达5万件。</p>"), "a.html")
    #expect(reading.blocks.dropFirst() == ["paragraph: 授权量达3万件。", "paragraph: 申请量达5万件。"])
    #expect(reading.dropped == [reason])
  }

  @Test func rowsOfNestedTablesAreRows() throws {
    let table =
      "<table><tr><td>甲市</td><td>30</td></tr><tr><td><table><tr><td>乙市</td><td><p>12</p></td></tr></table>注</td><td>5</td></tr></table>"
    #expect(
      try blocks("<p>如下表所示，各市授权量。</p>" + table) == [
        "paragraph: 如下表所示，各市授权量。", "tableRow: 甲市|30", "tableRow: 乙市| 12", "tableRow: 注|5",
      ])
  }

  @Test func wrappedLinesAreJoined() throws {
    #expect(try blocks("<p>授权量\n    达3万件，<br>申请量达5万件。</p>") == ["paragraph: 授权量达3万件，", "paragraph: 申请量达5万件。"])
    #expect(try blocks("<p>Exports rose\n  sharply.</p>") == ["paragraph: Exports rose sharply."])
  }

  @Test(
    "what is no tag is text",
    arguments: [("3<5", "3<5"), ("a < b", "a < b"), ("x <5", "x <5"), ("<b title=\"a>b\">甲</b>", "甲"), ("甲<!-- 乙 -->丙", "甲丙")])
  func looseMarks(source: String, expected: String) throws { #expect(try blocks("<p>\(source)。</p>") == ["paragraph: \(expected)。"]) }

  @Test func theTitleOfThePageGivesWayToTheHeadline() throws {
    let body = "<p>全省授权量达3万件。</p>"
    let both = try Reading("<head><title>甲省专利_某网</title></head><h1>甲省专利</h1>\(body)", "a.html")
    #expect(both.blocks == ["heading: 甲省专利", "paragraph: 全省授权量达3万件。"])
    #expect(both.dropped == [.metadata])
    #expect(try Reading("<head><title>甲省专利</title></head>\(body)", "a.html").blocks.first == "heading: 甲省专利")
  }
}

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "marks are edited out",
    arguments: [
      ("# 某省专利\n\n- 授权量达**3万**件\n- [申请量](x)达5万件\n", ["heading: 某省专利", "listItem: 授权量达3万件", "listItem: 申请量达5万件"]),
      ("某省专利\n===\n\n授权量达*3万*件，\n其中`发明`1万件。\n", ["heading: 某省专利", "paragraph: 授权量达3万件，其中发明1万件。"]),
      ("# 报告\n\n> 授权量达3万件。\n\n1. 一\\*二&amp;三达5件。\n", ["heading: 报告", "paragraph: 授权量达3万件。", "listItem: 一*二&三达5件。"]),
      ("# 报告\n\n| 市 | 件 |\n|---|---|\n| 甲市 | 30 |\n", ["heading: 报告", "tableRow: 市|件", "tableRow: 甲市|30"]),
      ("# 报告\n\n甲市30件。  \n乙市12件。\n", ["heading: 报告", "paragraph: 甲市30件。", "paragraph: 乙市12件。"]),
      ("# Report\n\nExports rose\nby 5 percent.\n", ["heading: Report", "paragraph: Exports rose by 5 percent."]),
      ("# 报告\n\n- 甲\n  - 乙市12件\n\n  丙市5件\n", ["heading: 报告", "listItem: 甲", "listItem: 乙市12件", "listItem: 丙市5件"]),
      ("# 报告\n\n<div><p>甲市<b>30</b>件。</p></div>\n", ["heading: 报告", "paragraph: 甲市30件。"]),
      ("# 报告\n\n甲市30件。![图](a.png)\n", ["heading: 报告", "paragraph: 甲市30件。图"]),
    ])
  func marks(source: String, expected: [String]) throws { #expect(try Reading(source, "a.md").blocks == expected) }

  @Test func frontMatterAndCodeAreReported() throws {
    let source = "---\ndate: 2024-03-05\nsource: 某报\n---\n\n# 某省专利\n\n授权量达3万件。\n\n```\n5万件\n```\n\n***\n"
    let article = try readArticle(bytes: Array(source.utf8), path: "a.md").value
    #expect(article.blocks.count == 2)
    #expect(article.dropped.map(\.reason) == [.metadata, .code, .markup])
    #expect(article.date?.description == "2024-03-05")
  }

  @Test func offsetsAreThoseOfTheFile() throws {
    let source = "\u{FEFF}# 某省\r\n\r\n授权量达**3万**件\\*&amp;乙。\r\n"
    let article = try readArticle(bytes: Array(source.utf8), path: "a.md").value
    let (scalars, offsets) = article.text(of: article.blocks[1])
    #expect(String(scalars: scalars) == "授权量达3万件*&乙。")
    #expect(zip(scalars, offsets).allSatisfy { article.scalars[$1] == $0 })
  }
}

@Suite("Encodings")
struct EncodingTests {
  @Test("UTF-16 by its mark, both ways and beyond the basic plane", arguments: [false, true])
  func utf16(isBig: Bool) throws {
    let text = "\u{FEFF}某省\u{20BB7}专利\n授权量达3万件，同比增长。\n"
    let bytes = text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    let article = try readArticle(bytes: bytes, path: "u.txt").value
    #expect(article.encoding == (isBig ? .utf16BigEndian : .utf16LittleEndian))
    #expect(String(scalars: article.scalars) == text)
    #expect(article.title == "某省\u{20BB7}专利")
  }

  @Test func halfASurrogatePairIsRefused() {
    #expect(throws: (any Error).self) { try readArticle(bytes: [0xFE, 0xFF, 0xD8, 0x00, 0x4E, 0x00], path: "u.txt") }
  }

  @Test func gb18030HoldsRareCharactersInFourBytes() throws {
    // 㐀 is 81 39 EE 39; 全省共有3件。
    let encoded: [UInt8] = [0xC8, 0xAB, 0xCA, 0xA1, 0x81, 0x39, 0xEE, 0x39, 0xB9, 0xB2, 0xD3, 0xD0, 0x33, 0xBC, 0xFE, 0xA1, 0xA3]
    let article = try readArticle(bytes: encoded, path: "g.txt").value
    #expect(String(scalars: article.scalars) == "全省㐀共有3件。")
  }
}

@Suite("Heads and notes of plain text")
struct PlainTextTests {
  @Test(
    "who issued the text stands above its title",
    arguments: [
      ("經濟部智慧財產局", "115年上半年商標註冊申請年增3.7%　本國人申請連3季成長"), ("河阳市统计局", "2024年河阳市国民经济和社会发展统计公报"),
      ("河陽市政府主計處", "114年第2季河陽市人力資源調查統計結果"),
    ])
  func issuer(office: String, title: String) throws {
    let text = "\(office)\n\(title)\n\n2024年，全市商标注册申请48926件，比上年增长3.7%，其中本地申请37184件。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.title == title)
    #expect(article.dropped.map { article.string($0.range) } == [office])
  }

  @Test("an office alone above the text is its title") func officeAlone() throws {
    let text = "河阳市统计局\n2024年，全市商标注册申请48926件，比上年增长3.7%，其中本地申请37184件。\n"
    #expect(try readArticle(bytes: Array(text.utf8), path: "a.txt").value.title == "河阳市统计局")
  }

  @Test(
    "a place or a column with the day below the title is no heading",
    arguments: [
      "News articles, 12 November 2026", "Eindhoven, 19 February 2026", "London, 3 March 2026", "Statistical release, 28 July 2026, 11am",
      "Canberra, 20 April 2026 - Media release, Office of Marks", "Press notice | 3 March 2026, 9.30 am", "Bulletin | 4 May 2026 | 14:30",
      "河阳市政府公报　2026年2月4日（星期三）16时30分", "河阳市知识产权局 2026-04-27", "（河阳）统计处新闻公报 2026年3月9日 星期一 上午10时",
    ])
  func dateline(line: String) throws {
    let text = "Firms use more software in the region\n\n\(line)\n\nIn 2026, 26.7% of firms used at least one of the new tools.\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.blocks.map(\.kind) == [.heading, .paragraph])
    #expect(article.date?.year == 2026)
  }

  @Test(
    "a heading that tells of a day stays",
    arguments: [
      "截至2026年3月31日的12项措施", "Results for the quarter ended 31 March 2026", "Prices between 3 March 2026 and 40 days later",
      "2026年3月9日发布会：问与答。",
    ])
  func headingsWithDays(line: String) throws {
    let text = "河阳市公布数据\n\n\(line)\n\n2026年，全市商标注册申请48926件，比上年增长3.7%，其中本地申请37184件。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.blocks.count == 3)
  }

  @Test("items behind bullets and dashes", arguments: ["–", "-", "•", "▪"]) func items(mark: String) throws {
    let text = "Results of the year\n\n\(mark) Revenue of €2,346 million\n\(mark) Order intake up 14.9%\n"
    #expect(try Reading(text, "a.txt").blocks.suffix(2) == ["listItem: Revenue of €2,346 million", "listItem: Order intake up 14.9%"])
  }

  @Test(
    "notes at the end and the marks that lead to them",
    arguments: [("[1]", "[2]"), ("［1］", "［2］"), ("①", "②"), ("〔1〕", "〔2〕")])
  func notes(first: String, second: String) throws {
    let text = """
      河阳市2024年统计公报\(first)

      初步核算，全年地区生产总值\(second)286.4亿元，比上年增长6.1%。

      注：
      \(first)本公报数据为初步统计数。
      \(second)根据普查修订，2023年为268.9亿元。

      """
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.title == "河阳市2024年统计公报")
    let notes = ArticleNotes(article)
    #expect(notes.notes.map { String(scalars: article.text(of: $0.block).scalars.dropFirst($0.lead)) } == ["根据普查修订，2023年为268.9亿元。"])
    #expect(notes.headingNotes.map { String(scalars: article.text(of: $0.block).scalars.dropFirst($0.lead)) } == ["本公报数据为初步统计数。"])
    #expect(notes.marks.values.flatMap { $0 }.map { article.string($0.range) } == [second])
    #expect(notes.heads.map { article.string($0.range) } == ["注："])
  }

  @Test("numbered paragraphs without marks in the text are no notes") func noNotes() throws {
    let text = "河阳市改革要点\n\n全年专利授权量2.3万件，比上年增长6.1%。\n\n①完善制度，新增机构3家。\n②扩大开放，新增企业5家。\n"
    #expect(ArticleNotes(try readArticle(bytes: Array(text.utf8), path: "a.txt").value) == ArticleNotes(Article(id: "", scalars: [])))
  }
}
