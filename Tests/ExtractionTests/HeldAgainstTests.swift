import Articles
import Diagnostics
import Indicators
import Testing

@testable import Extraction

/// A percentage of what a thing is only held against is typed as such: later stages draw no part of a whole from it.
@Suite struct HeldAgainstTests {
  @Test(arguments: [
    ("2023年，全市贸易逆差3796亿元，相当于进口总值的7.7%。", "贸易逆差", "进口总值", true),
    ("2023年，全市貿易逆差3796億元，相當於進口總值的7.7%。", "貿易逆差", "進口總值", true),
    ("2023年，全市研发投入相当于营业收入的5.2%。", "研发投入", "营业收入", true),
    ("2023年，全市电动车销量12万辆，相等于新车销量的三成。", "电动车销量", "新车销量", true),
    ("2023年，规模相当于上年，逆差占进口总值的7.7%。", "逆差", "进口总值", false),
    ("2023年，全市贸易逆差3796亿元，占进口总值的7.7%。", "贸易逆差", "进口总值", false),
    ("In 2023 the trade deficit of Norway was $3.8 billion, equivalent to 7.7% of imports.", "trade deficit", "imports", true),
    ("In 2023 government spending rose to $9.1 billion, equal to 31% of GDP.", "government spending", "GDP", true),
    ("In 2023 exports accounted for 40% of output.", "exports", "output", false),
  ])
  func whatIsHeldAgainstAnother(sentence: String, name: String, scope: String, isComparison: Bool) throws {
    let found = try observations(in: try readArticle(bytes: Array("2024年3月5日\n\n\(sentence)\n".utf8), path: "t.txt").value).value
    let share = try #require(found.first { $0.kind == .share })
    #expect(share.isComparison == isComparison)
    #expect(share.name == name)
    #expect(share.scope == scope)
  }
}
