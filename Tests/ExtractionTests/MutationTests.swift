import Articles
import Diagnostics
import Extraction
import Foundation
import Indicators
import SeededNumbers
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The same mutations on every run.
private struct Mutator {
  private var numbers: SplitMix64

  init(state: UInt64) { numbers = SplitMix64(state: state) }

  mutating func next(_ bound: Int) -> Int { numbers.below(bound) }

  /// What HTML and Markdown intake stumbles over.
  static let markup: [[UInt8]] = [
    "<p>", "</p>", "<table><tr><td>", "</table>", "<nav>", "</nav>", "<!--", "-->", "<script>", "&#20159;", "&amp", "<b title=\"", "**",
    "`", "```\n", "[a](b)", "| a |\n|---|\n",
    "> ", "# ", "- ", "---\n", "\\*",
  ].map { Array($0.utf8) }

  /// Bit flips, cuts, splices of another text or of markup, and doubled pieces.
  mutating func mutate(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0...next(3) where !result.isEmpty {
      let at = next(result.count)
      let end = min(result.count, at + 1 + next(40))
      switch next(6) {
      case 0: result[at] ^= 1 << UInt8(next(8))
      case 1: result.removeSubrange(at..<end)
      case 2:
        let from = next(other.count)
        result.insert(contentsOf: other[from..<min(other.count, from + 1 + next(60))], at: at)
      case 3: result.insert(contentsOf: result[at..<end], at: at)
      case 4: result.insert(contentsOf: Self.markup[next(Self.markup.count)], at: at)
      default: result.removeSubrange(at...)
      }
    }
    return result
  }
}

@Suite("Damaged input")
struct MutationTests {
  /// Sentences of every construction, short so that many mutations fit into a test run; the number of runs is raised by
  /// `WHITEPAPER_MUTATIONS`.
  private static let seeds: [[UInt8]] = [
    "广东：专利\n2023-04-24 21:46:06 来源：某报\n2022年，全省专利和商标质押金额达970.24亿元，同比增长119.25%，占全国总量的19.93%，连续13年居全国首位。",
    "甲市（30件）、乙市（12件）分别增长三成半和百分之十五，由2018年的31%提升至2021年的47%，是去年的1.8倍，翻一番。“十四五”以来近五年累计四百五十余万件。",
    "<p>较上年同期的50起增长20%；<b>1—9月</b>，对东盟、欧盟分别进出口４２．１亿元和3/5，前三位、第一位、首位。</p>",
    "Trade\nExports rose 4.6 percent to $1.82 trillion in 2024, up from 1.7 a year earlier; two thirds of 12,345 items.",
  ].map { Array($0.utf8) }

  @Test func neverStopsTheProgram() throws {
    let runs = ProcessInfo.processInfo.environment["WHITEPAPER_MUTATIONS"].flatMap { Int($0) } ?? 3_000
    var mutator = Mutator(state: 20_240_424)
    var readable = 0
    for run in 0..<runs {
      let seed = Self.seeds[run % Self.seeds.count]
      let bytes = mutator.mutate(seed, with: Self.seeds[mutator.next(Self.seeds.count)])
      guard let article = try? readArticle(bytes: bytes, path: run % 3 == 0 ? "m.html" : run % 3 == 1 ? "m.md" : "m.txt").value else {
        continue
      }
      readable += 1
      for fact in try observations(in: article).value {
        let range = try #require(fact.source?.range)
        try #require(range.lowerBound >= 0 && range.upperBound <= article.scalars.count && !range.isEmpty)
      }
    }
    #expect(readable > runs / 4)
  }

  /// A text may end behind any word; what looks ahead finds a stop there.
  @Test func textsAreCutOffAnywhere() throws {
    let text = """
      Exports rose by 4.6% in the year, up from 1.7% a year earlier in the (mainly) public sector, and by 5% in Longford and Wexford, to \
      $1.82 trillion in 2024 compared with the same month in 2023; two thirds of 12,345 items came from Japan (289,530) and Clothing, \
      Footwear & Textiles (-2.0%), while between 2022 and 2024 the third-largest fall was in Food & Drink (17.5% to 14.3%), for the 14th \
      consecutive month, respectively 3.2% and 1.5% of the total in the two regions. On the basis of the 12 months to June 2025, prices of \
      services in Quebec were 0.3 percentage points lower than a year earlier, with an increase of 3.2% in the share of the 39 member states.
      """
    let words = text.split(separator: " ")
    for start in stride(from: 0, to: words.count, by: 12) {
      for end in (start + 1)...words.count where end - start <= 16 {
        let cut = "Trade in June 2025\n\n" + words[start..<end].joined(separator: " ")
        let article = try readArticle(bytes: Array(cut.utf8), path: "c.txt").value
        for fact in try observations(in: article).value {
          let range = try #require(fact.source?.range)
          try #require(range.upperBound <= article.scalars.count && !range.isEmpty)
        }
      }
    }
  }

  /// Seconds of this thread's own time, which other tests running beside it do not lengthen.
  private func threadTime() -> Double {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Seconds to extract an article of one paragraph: `piece` repeated to so many characters; the least of so many runs.
  private func seconds(_ piece: String, characters: Int, runs: Int) throws -> Double {
    let text = "标题\n" + String(repeating: piece, count: characters / piece.unicodeScalars.count) + "\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "l.txt").value
    return try (0..<runs).map { _ in
      let start = threadTime()
      _ = try observations(in: article).value.count
      return threadTime() - start
    }.min() ?? 0
  }

  @Test(
    "one long clause costs no more a character than a short one",
    arguments: [
      "增长9%、", "广东专利达3万件", "（《“", "一二三二三", "9", "9 ", "、", "亿", "（一）", "（", "分别", "分别为5件、", "同比增长", "百分之", "1,", "3.", "5家", "2022年",
      "第", "前", "占", "某县", "公司", "广东、", "甲和", "在以",
    ])
  func staysLinear(piece: String) throws {
    // Where a walk back from every number reached the start of the clause, eight times the text took 64 times as long, and
    // this long a text seconds; a quarter of a second leaves room for page faults and nothing else.
    let short = try seconds(piece, characters: 3_750, runs: 3)
    let long = try seconds(piece, characters: 30_000, runs: 1)
    #expect(long < max(8 * short * 2, 0.25), "\(long / (8 * short)) times as long a character")
  }
}
