import Articles
import Diagnostics
import Indicators
import Testing

@testable import Extraction

/// Growth that is reckoned otherwise than from the base as it was: later stages derive no base from it.
@Suite struct ReckonedOtherwiseTests {
  @Test(arguments: [
    ("2023年，全市一般公共预算收入512.3亿元，按可比口径增长6.1%。", true),
    ("2023年，剔除留抵退税影响后，税收收入增长8.2%，达到402.1亿元。", true),
    ("2023年，全市进出口总值302亿元，扣除汇率因素后增长3.1%。", true),
    ("2023年，全市增值稅收入302億元，剔除減稅影響後增長3.1%。", true),
    ("按可比口径，保费收入312亿元，增长9.8%。", true),
    ("2023年，全市进出口总值302亿元，增长3.1%。", false),
    ("2023年，全市实际使用外资25亿元，增长3.1%。", false),
    ("In 2023 revenue of Norway rose 5.2% on a like-for-like basis to $1,204 million.", true),
    ("Excluding acquisitions, sales grew 3.1% to $820 million in 2023.", true),
    ("In 2023 sales of Norway grew 3.1% to $820 million.", false),
  ])
  func growth(sentence: String, isReckonedOtherwise: Bool) throws {
    let found = try observations(in: try readArticle(bytes: Array("2024年3月5日\n\n\(sentence)\n".utf8), path: "t.txt").value).value
    let change = try #require(found.first { $0.kind == .change })
    #expect(change.isAtConstantPrices == isReckonedOtherwise)
  }
}
