import Diagnostics
import Indicators
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

  @Test("a unit on a line between rows holds for those below it", arguments: ["Percentage", "Percent", "%", "单位：%", "per cent"])
  func between(line: String) throws {
    let found = factLines(
      try article(
        of:
          "<p>Labour force</p><table><tr><th rowspan=2>Item</th><th>2023</th><th>2024</th></tr><tr><th colspan=2>Persons in thousands</th></tr><tr><th>Population <sup>1</sup></th><td>33</td><td>34</td></tr><tr><th></th><th colspan=2>\(line)</th></tr><tr><th>Rate</th><td>5</td><td>6</td></tr></table><p>1 Number of persons, 15 years and over.</p>",
        name: "a.html"))
    #expect(found.count == 4 && found[0].contains("33thousand") && found[3].contains("Rate 6% "), "\(found)")
  }

  @Test("a note that a raised mark leads to states no figures")
  func notes() throws {
    let article = try article(
      of:
        "<h1>Labour</h1><table><tr><th>Item</th><th>2023</th></tr><tr><th>Population <sup>1</sup></th><td>33</td></tr><tr><th>Jobs</th><td>12</td></tr></table><p>1 Number of persons, 15 years and over.</p>",
      name: "a.html")
    #expect(statedFigures(in: article, language, tableWords).value.allSatisfy { $0.cell != nil })
  }
}
