import Diagnostics
import Markdown
import Testing

/// The inlines of the first block, with marks that show their kind.
private func read(_ text: String) -> String {
  func show(_ all: [MarkdownInline]) -> String {
    all.map { inline -> String in
      switch inline.kind {
      case .text(let text): text
      case .strong(let inner): "[b:\(show(inner))]"
      case .emphasis(let inner): "[i:\(show(inner))]"
      case .strikethrough(let inner): "[s:\(show(inner))]"
      case .code(let text): "[code:\(text)]"
      case .link(let destination, _, let inner): "[\(show(inner))→\(destination)]"
      case .image(let source, _, let inner): "[img:\(show(inner))→\(source)]"
      case .softBreak: "⏎"
      case .lineBreak: "↵"
      case .footnoteReference(let label, _): "[^\(label)]"
      case .html(let tag): tag
      }
    }.joined()
  }
  switch parseMarkdown(text, document: "x.md").blocks.first?.kind {
  case .paragraph(let inlines), .heading(_, let inlines): return show(inlines)
  case .table(let table): return (table.header + table.rows.joined()).map { show($0.inlines) }.joined(separator: " | ")
  default: return ""
  }
}

@Suite struct ChineseMarkdownTests {
  /// Emphasis opens and closes beside Chinese marks, as an author means it.
  @Test(arguments: [
    ("**重点：**后面跟汉字", "[b:重点：]后面跟汉字"), ("再写**“引号”**字样", "再写[b:“引号”]字样"),
    ("**历经10年发展，**年均增长", "[b:历经10年发展，]年均增长"), ("增长**10%**以上", "增长[b:10%]以上"),
    ("见**[公报](a.md)**的附录", "见[b:[公报→a.md]]的附录"), ("**（一）**总体", "[b:（一）]总体"), ("先**《办法》**，后**《细则》**。", "先[b:《办法》]，后[b:《细则》]。"),
    ("*“甲”*和***“乙”***都行", "[i:“甲”]和[i:[b:“乙”]]都行"), ("~~旧值：~~新值", "[s:旧值：]新值"), ("**甲。**\n**乙。**丙", "[b:甲。]⏎[b:乙。]丙"),
    ("**「專利」**與**商標。**並列", "[b:「專利」]與[b:商標。]並列"), ("**值!**好", "[b:值!]好"),
    // English stays as CommonMark has it.
    ("a**\"b\"**c", "a**\"b\"**c"), ("2 * 3 * 4", "2 * 3 * 4"), ("甲\\**乙：*丙", "甲*[i:乙：]丙"), ("`**甲：**乙`", "[code:**甲：**乙]"),
  ])
  func emphasis(source: String, read result: String) { #expect(read(source) == result) }

  @Test func emphasisInCellsAndPlacesOfTheSource() {
    #expect(read("| **甲：**乙 | **丙** |\n|--|--|\n| **“丁”**戊 | a\\|b |\n") == "[b:甲：]乙 | [b:丙] | [b:“丁”]戊 | a|b")
    let text = "前**“引号”**字**重点：**后`码`[链](u)末\n\n第二段"
    let document = parseMarkdown(text, document: "x.md")
    let scalars = Array(text.unicodeScalars)
    guard case .paragraph(let inlines)? = document.blocks.first?.kind else { return }
    let covered = inlines.map { String(String.UnicodeScalarView(scalars[$0.span.range])) }
    #expect(covered == ["前", "**“引号”**", "字", "**重点：**", "后", "`码`", "[链](u)", "末"])
    #expect(document.blocks.last?.span.start == .init(line: 3, column: 1))
  }

  /// A private-use character of the text itself is not taken for a marker.
  @Test func privateUseCharactersStay() {
    #expect(read("**\u{E000}：**后\u{E001}") == "[b:\u{E000}：]后\u{E001}")
  }

  @Test(arguments: [
    ("5~10万件，20~30万件", "5~10万件，20~30万件"), ("~~100亿元~~120亿元", "[s:100亿元]120亿元"), ("约~3%和~4%", "约~3%和~4%"),
    ("8~9月、10~11月和~~12月~~", "8~9月、10~11月和[s:12月]"), ("~a~ b", "~a~ b"),
  ])
  func tildes(source: String, read result: String) { #expect(read(source) == result) }

  @Test(arguments: [
    ("见http://a.cn/b，下文", "见[http://a.cn/b→http://a.cn/b]，下文"), ("（https://a.cn/b?c=1）", "（[https://a.cn/b?c=1→https://a.cn/b?c=1]）"),
    ("网址www.cnipa.gov.cn。", "网址[www.cnipa.gov.cn→http://www.cnipa.gov.cn]。"), ("见www.a.cn网站", "见[www.a.cn→http://www.a.cn]网站"),
    ("http://a.cn/b，**重点**", "[http://a.cn/b→http://a.cn/b]，[b:重点]"), ("信箱 ip@a.gov.cn、b@c", "信箱 [ip@a.gov.cn→mailto:ip@a.gov.cn]、b@c"),
    ("(see http://a.b/c_(d))", "(see [http://a.b/c_(d)→http://a.b/c_(d)])"), ("“http://a.cn/”一词", "“[http://a.cn/→http://a.cn/]”一词"),
    ("http\\://a.cn 和 www\\.a.cn", "http://a.cn 和 www.a.cn"), ("http:// 与 https://。", "http:// 与 https://。"),
    ("[看 http://a.cn](u)", "[看 http://a.cn→u]"), ("HTTPS://A.CN/x,", "[HTTPS://A.CN/x→HTTPS://A.CN/x],"),
  ])
  func bareLinks(source: String, read result: String) { #expect(read(source) == result) }

  @Test func notesThatAreLostAreNamed() {
    let text = "甲[^a]乙[^没有]\n\n[^a]: 一[^b]\n[^b]: 二\n[^c]: 三\n[^A]: 四\n\n```\n[^d]: 码\n```\n\n\\[^e]\n"
    let document = parseMarkdown(text, document: "x.md")
    #expect(
      document.diagnostics.map { "\($0.rule) \($0.span?.start?.line ?? 0)" } == [
        "markdown.note-unknown 1", "markdown.note-unused 5", "markdown.note-duplicate 6",
      ])
    let labels = document.blocks.compactMap { if case .footnoteDefinition(let label, _, _) = $0.kind { label } else { nil } }
    #expect(labels == ["a", "b"])
  }

  @Test func aPartOfADocumentHasThePlacesOfTheWhole() {
    let place = SourceSpan(document: "x.md", range: 100..<120, start: .init(line: 7, column: 1))
    let blocks = parseMarkdown("甲\n\n# 乙\n", document: "x.md", within: place).blocks
    #expect(blocks.map { $0.span.start?.line } == [7, 9])
    #expect(blocks[1].span.range == 103..<106)
  }

  /// Ten times the text takes about ten times the time, also where every character begins something.
  @Test(arguments: ["http://", "www.", "a@", "**：", "[^", "~~。", "(http://a.b"])
  func hostileTextsAreReadInLinearTime(piece: String) {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: piece, count: count)
      return ContinuousClock().measure { _ = parseMarkdown(text, document: "x.md") }
    }
    _ = time(200)
    let ratio = time(8_000) / time(800)
    #expect(ratio < 60, "\(piece): \(ratio)")
  }
}
