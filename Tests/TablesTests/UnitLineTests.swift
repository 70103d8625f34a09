import Testing

@testable import Tables

/// What the line of units above a table says of all its figures.
@Suite("Lines of units")
struct UnitLineTests {
  @Test(
    "a bracket behind the unit says that all figures are changes, and over what",
    arguments: [("单位：%（环比）", " mom"), ("單位：%（按月變動）", " mom"), ("單位：%（按年變動）", " yoy")])
  func changes(line: String, basis: String) throws {
    let found = factLines(
      try article(
        of: """
          # 2024年10月云港货币统计

          \(line)

          | 项目 | 2024年9月 | 2024年10月 |
          |---|---|---|
          | 本币存款 | 0.9 | 0.4 |
          | 外币存款 | 0.6 | -0.3 |

          """, name: "a.md"))
    #expect(found.count == 4 && found.allSatisfy { $0.contains(" change ") && $0.hasSuffix(basis) }, "\(found)")
  }
}
