import Articles
import Diagnostics
import Extraction
import Foundation
import Indicators
import Testing

/// The sentences of `Fixtures/english-sentences.txt`, each with all its facts.
@Suite("English facts")
struct EnglishFactTests {
  @Test("each states the facts listed", arguments: try StatedSentences.read("english-sentences.txt"))
  func states(_ sentence: StatedSentences.Sentence) throws {
    #expect(try StatedSentences.facts(of: sentence.text, dated: "5 March 2024") == sentence.facts)
  }
}

/// The passages of `Fixtures/passages.txt`: openings of releases of every kind, invented, each with all its facts.
@Suite("Passages")
struct PassageTests {
  @Test("each states the facts listed", arguments: try StatedSentences.readPassages("passages.txt"))
  func states(_ passage: StatedSentences.Sentence) throws {
    #expect(try StatedSentences.facts(ofArticle: passage.text) == passage.facts)
  }
}

/// The short releases of `Fixtures/releases.txt`: of offices, with the figures that they stated, each with all its facts.
@Suite("Releases")
struct ReleaseTests {
  @Test("each states the facts listed", arguments: try StatedSentences.readPassages("releases.txt"))
  func states(_ release: StatedSentences.Sentence) throws {
    #expect(try StatedSentences.facts(ofArticle: release.text) == release.facts)
  }
}

/// The sentences and openings of news of `Fixtures/kinds.txt`, invented: what a kind of fault stood for, each with all its facts.
@Suite("Kinds of news")
struct KindOfNewsTests {
  @Test("each states the facts listed", arguments: try StatedSentences.readPassages("kinds.txt"))
  func states(_ passage: StatedSentences.Sentence) throws {
    #expect(try StatedSentences.facts(ofArticle: passage.text) == passage.facts)
  }
}

@Suite("Marks of notes on a web page")
struct RaisedMarkTests {
  @Test(
    "raised digits of a paragraph are no digits of its numbers",
    arguments: [
      ("增加值45.6<sup>1</sup>亿元", "45.6 亿元"), ("企业1234<sup>[2]</sup>家", "1234 家"), ("增加值45.6①亿元", "45.6 亿元"), ("企业1234〔2〕家", "1234 家"),
      ("增长5.6［3］%", "5.6 %"), ("施工面积12.5万m<sup>2</sup>", "12.5 万m²"),
      ("就业率96.4<sup>1)</sup>%", "96.4 %"),
      ("企业12<sup>1,2</sup>万家", "12 万家"), ("发电量3×10<sup>8</sup>千瓦时", "300000000 千瓦时"),
    ])
  func raised(sentence: String, figure: String) throws {
    let page = "<html><body><h1>2024年云阳市公报</h1><p>2024年，全市\(sentence)。</p></body></html>"
    let found = try observations(in: try readArticle(bytes: Array(page.utf8), path: "t.html").value).value
    #expect(found.map { "\($0.value) \($0.unit.written)" } == [figure])
  }
}

@Suite("Sections of a company's report")
struct CompanySectionTests {
  @Test("the title of the front matter names the company, and the column below it none")
  func frontMatter() throws {
    let page = """
      ---
      title: "星澜动力2022年营收同比增152%，净利同比增93%"
      date: 2023-03-10
      ---

      # 年报解读

      3月9日晚间，动力电池龙头星澜动力发布2022年年度报告。

      2022年，公司实现营业收入3285.94亿元。星澜动力2022年的净利润首次突破300亿元。2022年公司全球储能电池出货量市占率为43.4%。
      """
    let found = try observations(in: try readArticle(bytes: Array(page.utf8), path: "t.md").value).value
    #expect(
      found.map { "\($0.value) \($0.name) \($0.area ?? "-") \($0.source?.text ?? "")" } == [
        "152 营收 星澜动力 152%", "93 净利 星澜动力 93%", "3285.94 营业收入 星澜动力 3285.94亿元", "300 净利润 星澜动力 300亿元",
        "43.4 储能电池出货量 星澜动力 43.4%",
      ])
  }

  @Test("a heading that says how figures were adjusted tells the series apart")
  func adjustments() throws {
    let page = """
      # Job vacancies, May 2024

      ## TREND ESTIMATES

      Total job vacancies in May 2024 were 146,100.

      ## SEASONALLY ADJUSTED ESTIMATES

      Total job vacancies in May 2024 were 147,100.
      """
    let found = try observations(in: try readArticle(bytes: Array(page.utf8), path: "t.md").value).value
    #expect(found.map { "\($0.value) \($0.topic ?? "-")" } == ["146100 trend", "147100 seasonally adjusted"])
  }

  @Test("headings that are places tell whose figures stand below; a month above the title is no title")
  func places() throws {
    let page = """
      <html><body><p>September 2023</p><h1>Trade in goods of the Nordic countries</h1>
      <h2>Denmark</h2><p>Exports were DKK 96.2 billion, 3.1% more than in September 2022.</p>
      <h2>Sweden</h2><p>Exports were SEK 177.3 billion. Imports rose by 2.0%.</p>
      <h2>Outlook</h2><p>Imports fell by 1.0%.</p></body></html>
      """
    let article = try readArticle(bytes: Array(page.utf8), path: "t.html").value
    #expect(article.title == "Trade in goods of the Nordic countries")
    let found = try observations(in: article).value
    #expect(
      found.map { "\($0.value) \($0.area ?? "-")" } == [
        "96.2 Denmark", "3.1 Denmark", "177.3 Sweden", "2.0 Sweden", "-1.0 Nordic countries",
      ])
  }

  @Test("a heading that names a company heads its section; the next heading ends it")
  func sections() throws {
    let page = """
      # Passengers up 3.1% across the Harlow Airport Group

      12 June 2025

      In May 2025, the Harlow Airport Group welcomed 1,204,300 passengers.

      ## Kestrel Airport in detail

      Local passengers rose by 4.0% to 812,000.

      Cargo turnover fell 1.9% to 9,800 tonnes.

      ## Outlook

      Capital expenditure was €210 million.
      """
    let found = try observations(in: try readArticle(bytes: Array(page.utf8), path: "t.md").value).value
    #expect(
      found.map { "\($0.value) \($0.area ?? "-")" } == [
        "3.1 Harlow Airport Group", "1204300 Harlow Airport Group", "4.0 Kestrel Airport", "812000 Kestrel Airport", "-1.9 Kestrel Airport",
        "9800 Kestrel Airport",
        "210 Harlow Airport Group",
      ])
  }
}

@Suite("What changes are compared with")
struct ComparisonTests {
  @Test("a heading says how its section compares; the next heading ends it, and the first comparison of the text holds again")
  func sections() throws {
    let page = """
      # Household waste in Sweden, May 2025

      4 July 2025

      In May 2025, waste fell 1.8% to 412,000 tonnes, from 419,600 tonnes in April. Recycling rose 0.6%.

      ## Annual comparison

      Compost grew by 4.1% and glass by 2.7%.

      ## Landfill

      Landfill shrank 3.2%.
      """
    let found = try observations(in: try readArticle(bytes: Array(page.utf8), path: "t.md").value).value
    let bases = found.filter { $0.kind == .change }.map { "\($0.value) \($0.basis.map { "\($0)" } ?? "-")" }
    #expect(bases == ["-1.8 mom", "0.6 mom", "4.1 yoy", "2.7 yoy", "-3.2 mom"])
  }
}

/// Sentences with the facts they state, in the form that the head of such a file tells.
enum StatedSentences {
  struct Sentence: Sendable, CustomTestStringConvertible {
    var text: String
    var facts: [String] = []
    var testDescription: String { text }
  }

  static func read(_ file: String) throws -> [Sentence] {
    var sentences: [Sentence] = []
    for line in try lines(of: file) where !line.hasPrefix("#") {
      if line.hasPrefix("  ") {
        guard !sentences.isEmpty else { continue }
        sentences[sentences.count - 1].facts.append(String(line.dropFirst(2)))
      } else {
        sentences.append(Sentence(text: String(line)))
      }
    }
    return sentences
  }

  /// Articles of several lines, parted by lines of four hyphens; lines that two blanks open list the facts.
  static func readPassages(_ file: String) throws -> [Sentence] {
    var passages: [Sentence] = []
    for line in try lines(of: file) where !line.hasPrefix("#") {
      if line == "----" || passages.isEmpty { passages.append(Sentence(text: "")) }
      if line == "----" { continue }
      let last = passages.count - 1
      if line.hasPrefix("  ") {
        passages[last].facts.append(String(line.dropFirst(2)))
      } else {
        passages[last].text += line + "\n"
      }
    }
    return passages
  }

  private static func lines(of file: String) throws -> [Substring] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try String(contentsOf: URL(fileURLWithPath: "/\(folder)/Fixtures/\(file)"), encoding: .utf8).split(separator: "\n")
  }

  /// The facts of a text of a day, one a line.
  static func facts(of text: String, dated date: String) throws -> [String] {
    try facts(ofArticle: "\(date)\n\n\(text)\n")
  }

  /// The facts of an article, one a line.
  static func facts(ofArticle source: String) throws -> [String] {
    let found = try observations(in: try readArticle(bytes: Array(source.utf8), path: "t.txt").value).value
    return found.map { fact in line(of: fact, among: found) }
  }

  /// 2024 spring-festival, of an occasion.
  private static func time(of fact: Observation) -> String {
    guard let period = fact.period else { return "-" }
    return [period.description, period.occasion?.rawValue].compactMap { $0 }.joined(separator: " ")
  }

  private static func line(of fact: Observation, among all: [Observation]) -> String {
    var head = [fact.kind.rawValue]
    if fact.qualifier != .exactly { head.append(fact.qualifier.rawValue) }
    head += [fact.value.description, fact.unit.written].filter { !$0.isEmpty }
    var fields = [head.joined(separator: " "), fact.name, fact.area ?? "-", time(of: fact)]
    if let of = fact.of { fields.append("of \((all.firstIndex { $0.id == of } ?? -1) + 1)") }
    if let scope = fact.scope { fields.append("scope \(scope)") }
    if let basis = fact.basis { fields.append("basis \(basis)") }
    if let other = fact.gapFrom { fields.append("gap \(other)") }
    if fact.status != .fact { fields.append("status \(fact.status.rawValue)") }
    return fields.joined(separator: " | ")
  }
}
