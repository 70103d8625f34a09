import Articles
import Indicators
import Testing

@testable import Tables

/// What figures in groups of columns are of: their own group's level, the growth before a rank, two times that stand beside. All figures are
/// invented.
@Suite("Groups of columns")
struct HeadGroupTests {
  private func facts(_ title: String, _ head: String, _ rows: [[String]]) throws -> [String] {
    let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    return factLines(try article(of: "<p>\(title)</p><table>\(head)\(body)</table>", name: "a.html"))
  }

  @Test(
    "a rank behind a growth is that of the growth; growth of a group without level is of none of another",
    arguments: ["位次", "排名", "名次", "位次（位）", "全市位次"])
  func ranks(rank: String) throws {
    let found = try facts(
      "岭东统计月报（2025年9月）",
      "<tr><td rowspan=2>地区</td><td colspan=4>地区生产总值</td><td colspan=2>固定资产投资</td></tr><tr><td>总量（亿元）</td><td>\(rank)</td><td>增速（%）</td><td>\(rank)</td><td>增速（%）</td><td>\(rank)</td></tr>",
      [
        ["全市", "1586.42", "—", "5.6", "—", "3.9", "—"], ["临澜区", "512.30", "1", "5.9", "3", "4.6", "2"],
        ["永岭县", "251.16", "2", "5.1", "5", "2.0", "1"],
      ])
    #expect(found.count == 15, "\(found)")
    #expect(found.prefix(3).allSatisfy { $0.contains("岭东市") }, "\(found)")
    #expect(found.count { $0.contains("固定资产投资") && !$0.contains("地区生产总值") } == 5, "\(found)")
    #expect(found.contains { $0.hasPrefix("F4 change 固定资产投资 4.6%") && !$0.contains(" of ") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("C4 rank 地区生产总值 1位") && $0.hasSuffix("of B4") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("G4 rank 固定资产投资 2位") && $0.hasSuffix("of F4") }, "\(found)")
  }

  @Test(
    "what stands below two times that others stand below is the change between them",
    arguments: [
      ("February 2009", "February 2010", "February 2009 to February 2010", "yoy"),
      ("May 2015", "June 2015", "May 2015 to June 2015", "mom"),
      ("Jan 2023", "Jan 2024", "Jan 2023–Jan 2024", "yoy"), ("2009.02", "2010.02", "2009.02-2010.02", "yoy"),
    ])
  func spans(early: String, late: String, span: String, basis: String) throws {
    let found = try facts(
      "Labour force",
      "<tr><td rowspan=2></td><td>\(early)</td><td>\(late)</td><td colspan=2>\(span)</td></tr><tr><td colspan=3>thousands</td><td>% change</td></tr>",
      [["Population", "27161.2", "27555.8", "394.6", "1.5"], ["Unemployment rate (%)", "8.3", "8.5", "0.2", ""]])
    #expect(found.count == 7, "\(found)")
    #expect(found.contains { $0.hasPrefix("D3 change Population 394.6thousand") && $0.contains("\(basis) of C3") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("D4 change Unemployment rate 0.2percentage points") && $0.hasSuffix("of C4") }, "\(found)")
  }

  @Test("an amount of change is of the times that its figures prove", arguments: ["比上年同期增减额", "同比增减额", "增减额（亿元）"])
  func amounts(head: String) throws {
    let found = try facts(
      "2024年6月云川市财政收入（亿元）", "<tr><td>科目</td><td>6月</td><td>1-6月累计</td><td>上年同期累计</td><td>\(head)</td></tr>",
      [["税收收入", "148.9", "865.4", "841.8", "23.6"], ["非税收入", "52.7", "279.0", "234.8", "44.2"]])
    #expect(found.count == 8 && found.filter { $0.contains("change") && $0.contains("2024-01/2024-06 yoy of C") }.count == 2, "\(found)")
  }
}
