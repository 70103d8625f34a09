import Articles
import Diagnostics
import Indicators
import Testing

@testable import Extraction

/// A count of companies, places or trades is one of them, and not of the measure that they are told by.
@Suite struct GroupTests {
  /// Name, value and unit of the figures of a sentence; invented.
  @Test(arguments: [
    ("上半年，350家公司净利润同比增幅超过100%。", ["净利润同比增幅超过100%的公司 350家"]),
    ("上半年，36家公司營業收入同比下降超過50%。", ["營業收入同比下降超過50%的公司 36家"]),
    ("2024年上半年，28个省份居民人均可支配收入同比增长超过5%。", ["居民人均可支配收入同比增长超过5%的省份 28个"]),
    ("2024年上半年，18个行业增加值同比增长，其中5个行业增加值增速在15%以上。", ["增加值同比增长的行业 18个", "增加值增速在15%以上的行业 5个"]),
    ("2023年，全市有15个县（市、区）财政收入突破50亿元。", ["财政收入突破50亿元的县 15个"]),
    ("2024年6月，23个城市新建商品住宅价格环比上涨。", ["新建商品住宅价格环比上涨的城市 23个"]),
    ("2023年，全省有52所高校专利授权量超过100件。", ["专利授权量超过100件的高校 52所"]),
    ("2023年，28家企业研发投入均超过1亿元。", ["研发投入超过1亿元的企业 28家"]),
    ("2023年，全市有7个县空气质量优良天数比例高于全省平均水平。", ["空气质量优良天数比例高于全省平均水平的县 7个"]),
    // Of all of them together: the number is a figure, and none of the count's.
    ("2023年，全市1200家企业营业收入同比增长超过6%。", ["企业 1200家", "企业营业收入 6%"]),
    ("2023年，12家企业销售收入合计56.3亿元。", ["企业 12家", "企业销售收入 56.3亿元"]),
    ("2023年，全国31个省份粮食产量合计13908亿斤。", ["省份 31个", "粮食产量 13908亿斤"]),
    ("2023年，86家企业研发投入占营业收入比重达5.2%。", ["企业 86家", "企业研发投入 5.2%"]),
  ])
  func countsOfGroups(sentence: String, expected: [String]) throws {
    let article = try readArticle(bytes: Array("2024年8月5日\n\n\(sentence)\n".utf8), path: "t.txt").value
    let found = try observations(in: article).value
    #expect(found.map { "\($0.name) \($0.value)\($0.unit.written)" } == expected)
    #expect(found.allSatisfy { $0.kind == .level || $0.of == nil })
  }
}
