import Articles
import Diagnostics
import Testing

/// A line that says where and when a text was sent is no heading of it.
@Suite struct DatelineLineTests {
  @Test(
    arguments: [
      "某某网江城10月8日讯（记者 报道组）", "新华社北京1月5日电", "（人民日报成都7月1日电）", "中新社香港3月2日电 (记者 某某)", "江城日报讯", "中央社台北20日電",
    ])
  func itIsNoHeading(line: String) throws {
    let text = "某市接待游客3万人次\n\n\(line)\n\n2024年，全市接待游客3万人次，同比增长5%。\n\n旅游收入5亿元。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "t.txt").value
    #expect(article.blocks.count == 3 && !article.blocks.contains { article.string($0.range).contains(line.prefix(4)) })
  }

  @Test(arguments: ["江城10月8日快讯", "第二季度喜讯", "2024年通讯业务", "互联网资讯"])
  func aHeadingStays(line: String) throws {
    let text = "某市情况\n\n\(line)\n\n2024年，全市接待游客3万人次，同比增长5%。\n\n旅游收入5亿元。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "t.txt").value
    #expect(article.blocks.contains { article.string($0.range) == line })
  }
}
