import Articles
import Indicators
import Testing

@testable import Tables

/// Rows that rule those below them: a level, its index and its make-up one below the other; lines that say what changes are counted from.
/// All figures are invented.
@Suite("Blocks of rows")
struct RowBlockTests {
  private func html(_ title: String, _ rows: [[String]]) throws -> [String] {
    let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    return factLines(try article(of: "<h1>\(title)</h1><table>\(body)</table>", name: "a.html"))
  }

  @Test(
    "an index has no unit of the table, its parts neither; parts of a make-up are shares",
    arguments: [
      ("总产出（亿元）", "总产出指数（上年=100）", "总产出构成（%）"), ("增加值（亿元）", "增加值指数（上年＝100）", "增加值比重（%）"),
      ("出口额（万美元）", "出口额指数（2020年=100）", "出口额所占比例（%）"),
    ])
  func blocks(level: String, index: String, shares: String) throws {
    let found = try html(
      "2014年云川市统计（单位：亿元）",
      [
        ["项目", "2013", "2014"], [level, "30.0", "40.0"], ["　第一产业", "10.0", "15.0"], ["按主要行业分", "", ""], ["　工业", "20.0", "25.0"],
        [index, "116.2", "110.5"], ["　第一产业", "104.4", "104.5"], ["按主要行业分", "", ""], ["　工业", "119.5", "112.0"],
        [shares, "100.0", "100.0"], ["　第一产业", "33.3", "37.5"], ["按主要行业分", "", ""], ["　工业", "66.7", "62.5"],
      ])
    #expect(found.count == 18, "\(found)")
    let (levels, indices, others) = (found.prefix(6), found.dropFirst(6).prefix(6), found.suffix(6))
    #expect(levels.allSatisfy { $0.contains("level") && ($0.contains("亿元") || $0.contains("万美元")) }, "\(found)")
    #expect(indices.allSatisfy { $0.contains("level") && !$0.contains("元") }, "\(found)")
    #expect(others.allSatisfy { $0.contains("share") && $0.contains("%") }, "\(found)")
  }

  @Test(
    "a line says from when the changes below it are counted, of the last time above it",
    arguments: [("当月与上月比较", "mom"), ("與上年同月比較", "yoy"), ("比上月增减", "mom"), ("较上年同期增减", "yoy"), ("與上季比較", "qoq")])
  func compared(line: String, basis: String) throws {
    let found = try html(
      "云川市就业统计（单位：千人）",
      [
        ["年月", "就业者", "失业率（％）"], ["2019年12月", "115", "3.67"], ["2020年1月", "116", "3.64"], [line, "", ""], ["　增减值", "1", "(-0.03)"],
        ["　增减率（％）", "0.87", "..."],
      ])
    #expect(found.count == 7, "\(found)")
    #expect(found.suffix(3).allSatisfy { $0.contains("change") && $0.contains("2020-01 \(basis)") }, "\(found)")
    #expect(found.contains { $0.contains("-0.03个百分点") } && found.contains { $0.contains("就业者 1千人") }, "\(found)")
  }

  @Test("brackets beside such as say themselves that they are negative say nothing")
  func brackets() throws {
    let found = try html(
      "云川市失业率（％）",
      [["年月", "男", "女"], ["2020年1月", "3.70", "3.64"], ["与上月比较", "", ""], ["　增减（百分点）", "(0.02)", "(-0.03)"]])
    #expect(found.count == 4 && found[2].contains(" 0.02") && found[3].contains("-0.03"), "\(found)")
  }

  @Test("a part whose category spans its rows is a part of what stands above it in the column of names")
  func categories() throws {
    let found = factLines(
      try article(
        of:
          "<h1>2025年云川市统计</h1><table><tr><td>类别</td><td>指标名称</td><td>单位</td><td>2025年</td></tr><tr><td rowspan=3>消费</td><td>社会消费品零售总额</td><td>亿元</td><td>440.9</td></tr><tr><td>　其中：城镇</td><td>亿元</td><td>351.6</td></tr><tr><td>　　　　乡村</td><td>亿元</td><td>89.3</td></tr></table>",
        name: "a.html"))
    #expect(found.count == 3 && found.dropFirst().allSatisfy { $0.contains("社会消费品零售总额") && $0.hasSuffix("in D2") }, "\(found)")
  }
}
