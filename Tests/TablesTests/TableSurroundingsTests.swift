import Articles
import Diagnostics
import Indicators
import Testing

@testable import Tables

/// What stands around the figures of a table and says what they are.
@Suite("Surroundings of tables")
struct TableSurroundingsTests {
  @Test("marks of emphasis in cells are no text, and no row of theirs is a head")
  func emphasis() throws {
    let article = try article(
      of: """
        # 河阳市2024年海关统计

        单位：亿元

        | 类别 | **2023年** | 2024年 |
        |---|--:|--:|
        | **总计** | **312.6** | __340.1__ |
        | *一般贸易* | *200.4* | `221.0` |
        | 　其中：**保税** | 40.2 | ~~51.3~~ |

        """, name: "a.md")
    #expect(
      factLines(article) == [
        "B2 level 海关 312.6亿元 河阳市 2023",
        "C2 level 海关 340.1亿元 河阳市 2024",
        "B3 level 一般贸易海关 200.4亿元 河阳市 2023",
        "C3 level 一般贸易海关 221.0亿元 河阳市 2024",
        "B4 level 一般贸易保税海关 40.2亿元 河阳市 2023 in B3",
        "C4 level 一般贸易保税海关 51.3亿元 河阳市 2024 in C3",
      ])
  }

  @Test(
    "numbers of columns begin behind a gap where some are left out; months of a year of business have theirs, its quarters are not read")
  func yearsOfBusiness() throws {
    let article = try article(
      of: "Rainfall (mm),2018-19,,,,\n,Aug,Dec,Jan,May,Q2\n1,10,11,12,13,14\nSpring basin,310,21,33,47,125\nUpper basin,412,24,31,45,139\n",
      name: "d.csv")
    #expect(
      factLines(article).map { $0.split(separator: " ").last } == ["2018-08", "2018-12", "2019-01", "2018-08", "2018-12", "2019-01"])
  }

  @Test("years below the heads of two groups; letters and numbers in brackets lead to notes, (t) is a unit")
  func notesAndYears() throws {
    let article = try article(
      of: """
        <h1>Table 2 Licence fees of selected economies</h1><table><tr><th rowspan=2>Economy</th><th colspan=2>Receipts (million EUR)</th><th colspan=2>Payments (million EUR) (a)</th><th rowspan=2>Growth of payments, 2022-23 (%)</th></tr><tr><th>2022</th><th>2023 [b]</th><th>2022</th><th>2023 (p)</th></tr><tr><td>Norway (1)</td><td>120</td><td>131</td><td>90</td><td>99</td><td>10.0</td></tr><tr><td>Chile [2]</td><td>12</td><td>11</td><td>70</td><td>77</td><td>10.0</td></tr></table>
        <h1>Output</h1><table><tr><th>Product</th><th>Output 2023 (t)</th><th>Energy 2023 (kWh)</th></tr><tr><td>Salt (2)</td><td>120</td><td>131</td></tr><tr><td>Lime</td><td>12</td><td>11</td></tr></table>

        """, name: "b.html")
    #expect(
      factLines(article) == [
        "B3 level Receipts 120million EUR Norway 2022",
        "C3 level Receipts 131million EUR Norway 2023",
        "D3 level Payments 90million EUR Norway 2022",
        "E3 level Payments 99million EUR Norway 2023",
        "F3 change Payments 10.0% Norway 2023 yoy of E3",
        "B4 level Receipts 12million EUR Chile 2022",
        "C4 level Receipts 11million EUR Chile 2023",
        "D4 level Payments 70million EUR Chile 2022",
        "E4 level Payments 77million EUR Chile 2023",
        "F4 change Payments 10.0% Chile 2023 yoy of E4",
        "B2 level Salt, Output 120t - 2023",
        "C2 level Salt, Energy 131kWh - 2023",
        "B3 level Lime, Output 12t - 2023",
        "C3 level Lime, Energy 11kWh - 2023",
      ])
  }

  @Test("a sentence that points to the table says when, in what unit and of what")
  func pointers() throws {
    let article = try article(
      of: """
        # 河阳市质量监管简报

        ## 一、抽查

        经汇总，2025年第一季度，全市产品质量抽查情况见下表（单位：批次）。

        | 环节 | 食品 | 玩具 |
        |---|--:|--:|
        | 抽查 | 812 | 96 |
        | 合格 | 790 | 91 |

        ## 二、检验站

        截至2025年3月末，各站持证人员数量如下，单位：人。

        | 检验站 | 高级 | 初级 |
        |---|--:|--:|
        | 东屏县检验站 | 21 | 60 |
        | 青原县检验站 | 14 | 38 |
        | 合计 | 35 | 98 |

        ## 三、人员

        市局去年新招人员较多。

        | 类别 | 2023年（人） | 2024年（人） |
        |---|--:|--:|
        | 在编 | 120 | 131 |
        | 聘用 | 40 | 52 |

        """, name: "c.md")
    #expect(
      factLines(article) == [
        "B2 level 抽查食品 812批次 河阳市 2025-01/2025-03",
        "C2 level 抽查玩具 96批次 河阳市 2025-01/2025-03",
        "B3 level 合格食品 790批次 河阳市 2025-01/2025-03",
        "C3 level 合格玩具 91批次 河阳市 2025-01/2025-03",
        "B2 level 高级 21人 东屏县检验站 2025-03",
        "C2 level 初级 60人 东屏县检验站 2025-03",
        "B3 level 高级 14人 青原县检验站 2025-03",
        "C3 level 初级 38人 青原县检验站 2025-03",
        "B4 level 高级 35人 河阳市 2025-03",
        "C4 level 初级 98人 河阳市 2025-03",
        "B2 level 在编人员 120人 河阳市 2023",
        "C2 level 在编人员 131人 河阳市 2024",
        "B3 level 聘用人员 40人 河阳市 2023",
        "C3 level 聘用人员 52人 河阳市 2024",
      ])
  }

  @Test("names in two languages are said once; years with gaps are heads")
  func twoLanguages() throws {
    let article = try article(
      of: """
        <p align=center>3-7　河阳市水资源情况<br>Water Resources of Heyang</p><p>单位：亿立方米<br>(100 million cu.m)</p>
        <table><tr><th>项目</th><th>Item</th><th>2010</th><th>2015</th><th>2023</th></tr>
        <tr><td>供水总量</td><td>Water Supply</td><td>12.1</td><td>13.4</td><td>12.9</td></tr>
        <tr><td>　地表水</td><td>　Surface Water</td><td>8.1</td><td>9.0</td><td>8.8</td></tr>
        <tr><td>　地下水</td><td>　Groundwater</td><td>4.0</td><td>4.4</td><td>4.1</td></tr></table>

        """, name: "d.html")
    #expect(
      factLines(article) == [
        "C2 level 供水总量 12.1亿立方米 河阳市 2010",
        "D2 level 供水总量 13.4亿立方米 河阳市 2015",
        "E2 level 供水总量 12.9亿立方米 河阳市 2023",
        "C3 level 供水总量地表水 8.1亿立方米 河阳市 2010 in C2",
        "D3 level 供水总量地表水 9.0亿立方米 河阳市 2015 in D2",
        "E3 level 供水总量地表水 8.8亿立方米 河阳市 2023 in E2",
        "C4 level 供水总量地下水 4.0亿立方米 河阳市 2010 in C2",
        "D4 level 供水总量地下水 4.4亿立方米 河阳市 2015 in D2",
        "E4 level 供水总量地下水 4.1亿立方米 河阳市 2023 in E2",
      ])
    #expect(statedFigures(in: article, language, tableWords).value.allSatisfy { $0.cell != nil })
  }

  @Test("a total over two columns of names")
  func totalOverColumns() throws {
    let article = try article(
      of: """
        <h2>2024年河阳市各区专利质押登记情况</h2><table><tr><th>片区</th><th>区县</th><th>登记数（件）</th><th>金额（亿元）</th></tr>
        <tr><td rowspan=2>东部</td><td>东屏县</td><td>12</td><td>3.1</td></tr><tr><td>青原县</td><td>10</td><td>2.2</td></tr><tr><td colspan=2>全市总计</td><td>22</td><td>5.3</td></tr></table>

        """, name: "e.html")
    #expect(
      factLines(article) == [
        "C2 level 登记数 12件 东屏县 2024",
        "D2 level 专利质押登记金额 3.1亿元 东屏县 2024",
        "C3 level 登记数 10件 青原县 2024",
        "D3 level 专利质押登记金额 2.2亿元 青原县 2024",
        "C4 level 登记数 22件 河阳市 2024",
        "D4 level 专利质押登记金额 5.3亿元 河阳市 2024",
      ])
  }

  @Test("growth of the running total, not of the month")
  func runningTotal() throws {
    let article = try article(
      of: """
        # 表 3　河阳市快递业务

        | 类别 | 2025年8月（万件） | 2024年8月（万件） | 同比增长（%） | 2025年1-8月（万件） | 累计同比增长（%） |
        |---|--:|--:|--:|--:|--:|
        | 同城 | 120.5 | 110.2 | 9.3 | 901.1 | 8.2 |
        | 异地 | 510.8 | 470.0 | 8.7 | 3804.0 | 7.5 |

        """, name: "f.md")
    #expect(
      factLines(article) == [
        "B2 level 同城快递业务 120.5万件 河阳市 2025-08",
        "C2 level 同城快递业务 110.2万件 河阳市 2024-08",
        "D2 change 同城快递业务 9.3% 河阳市 2025-08 yoy of B2",
        "E2 level 同城快递业务 901.1万件 河阳市 2025-01/2025-08",
        "F2 change 同城快递业务 8.2% 河阳市 2025-01/2025-08 yoy of E2",
        "B3 level 异地快递业务 510.8万件 河阳市 2025-08",
        "C3 level 异地快递业务 470.0万件 河阳市 2024-08",
        "D3 change 异地快递业务 8.7% 河阳市 2025-08 yoy of B3",
        "E3 level 异地快递业务 3804.0万件 河阳市 2025-01/2025-08",
        "F3 change 异地快递业务 7.5% 河阳市 2025-01/2025-08 yoy of E3",
      ])
    #expect(statedFigures(in: article, language, tableWords).value.allSatisfy { $0.cell != nil })
  }

  @Test("a list of how figures were made names nothing; by rail belongs to the name")
  func listsOfProperties() throws {
    let article = try article(
      of: """
        # Passenger transport by rail

        - Frequency: Annual
        - Unit: million passengers
        - Coverage: Domestic and cross-border services

        | Country | 2022 | 2023 |
        |:--|--:|--:|
        | Austria | 280.4 | 311.9 (p) |
        | Latvia (1) | 15.1 | 16.8 |

        (1) Including night trains.

        """, name: "g.md")
    #expect(
      factLines(article) == [
        "B2 level Passenger transport by rail 280.4million passengers Austria 2022",
        "C2 level Passenger transport by rail 311.9million passengers Austria 2023",
        "B3 level Passenger transport by rail 15.1million passengers Latvia 2022",
        "C3 level Passenger transport by rail 16.8million passengers Latvia 2023",
      ])
    #expect(statedFigures(in: article, language, tableWords).value.allSatisfy { $0.cell != nil })
  }
}
