import Testing

@testable import Tables

/// What an index is counted from is no time of its figures. All figures are invented.
@Suite("Bases of indices")
struct IndexBaseTests {
  @Test(arguments: [
    "以上月价格为100", "以上年同期价格为100", "以上年同月價格為100", "以2020年平均价格为100", "上年同期=100", "以上年水平等于100",
  ])
  func theTimeOfABaseIsNotThatOfTheFigures(head: String) throws {
    let found = factLines(
      try article(
        of: """
          # 云川市居民消费价格指数（2024年4月）

          | 类别 | \(head) |
          |---|---|
          | 居民消费价格总指数 | 100.3 |
          | 食品 | 101.2 |

          """, name: "a.md"))
    #expect(found.count == 2 && found.allSatisfy { $0.contains("2024-04") && $0.contains(" level ") }, "\(found)")
  }
}
