import Articles
import Diagnostics
import Extraction
import Indicators
import Testing

/// `kind value unit qualifier name`, with `@area`, `/period`, `<scope`, `~basis`, the status and `^` with the number of the fact
/// it qualifies where the case is about them.
func factLines(_ text: String, _ fields: Set<Character> = []) throws -> [String] {
  let found = try facts(text)
  return found.map { fact in
    var line =
      "\(fact.kind.rawValue) \(fact.value)\(fact.unit.written)\(fact.qualifier == .exactly ? "" : fact.qualifier.rawValue) \(fact.name)"
    if fields.contains("@") { line += " @\(fact.area ?? "-")" }
    if fields.contains("/") { line += " /\(fact.period?.description ?? "-")" }
    if fields.contains("<") { line += " <\(fact.scope ?? "-")" }
    if fields.contains("b") { line += " ~\(fact.basis?.description ?? "-")" }
    if fields.contains("^") { line += " ^\(found.firstIndex { $0.id == fact.of }.map { "\($0 + 1)" } ?? "-")" }
    if fields.contains("s") { line += " \(fact.status.rawValue)" }
    return line
  }
}

/// One construction each; the article is of 5 March 2024 and about 广东.
@Suite("Constructions")
struct ConstructionTests {
  @Test(
    "levels",
    arguments: [
      ("2023年，商标注册量达3.2万件。", ["level 3.2万件 商标注册量"]),
      ("全年建成88个专利导航基地。", ["level 88个 专利导航基地"]),
      ("各地法院受理案件1,234件。", ["level 1234件 受理案件"]),
      ("查获了201万件侵权货物。", ["level 201万件 查获侵权货物"]),
      ("抽检合格率98.5%，较上年提高2.6个百分点。", ["level 98.5% 抽检合格率", "change 2.6个百分点 抽检合格率"]),
      ("新发行20单证券化产品，发行金额超过42亿元。", ["level 20单 证券化产品", "level 42亿元> 证券化产品发行金额"]),
      ("平均审理周期31天。", ["level 31天 平均审理周期"]),
      ("最高贴息100万元。", ["level 100万元<= 最高贴息"]),
      ("景气指数为52.7。", ["level 52.7 景气指数"]),
    ])
  func levels(text: String, expected: [String]) throws { #expect(try factLines(text) == expected) }

  @Test(
    "qualifiers",
    arguments: [
      ("专利授权量超3万件。", ">"), ("专利授权量近3万件。", "<"), ("专利授权量约3万件。", "~"), ("专利授权量3万件以上。", ">="), ("专利授权量3万余件。", ">"),
      ("专利授权量不超过3万件。", "<="), ("专利授权量3万件左右。", "~"), ("专利授权量达3万件。", "="), ("专利授权量不足3万件。", "<"),
    ])
  func qualifiers(text: String, qualifier: String) throws { #expect(try facts(text).map(\.qualifier.rawValue) == [qualifier]) }

  @Test(
    "changes",
    arguments: [
      ("出口额50亿元，同比增长5.2%。", ["level 50亿元 出口额", "change 5.2% 出口额"]),
      ("出口额50亿元，下降3.2%。", ["level 50亿元 出口额", "change -3.2% 出口额"]),
      ("出口额是2015年的1.8倍。", ["change 1.8倍 出口额"]),
      ("出口额五年间翻两番。", ["change 2番 出口额"]),
      ("出口额较上年增加9亿元。", ["change 9亿元 出口额"]),
      ("出口额年均增速6.4%。", ["change 6.4% 出口额"]),
      ("案件数较上年同期的50起增长20%。", ["level 50起 案件数", "change 20% 案件数"]),
      ("出口额增长三成半。", ["change 3.5成 出口额"]),
      ("出口额居全国第5位，前移三位。", ["rank 5位 出口额", "change 3位 出口额"]),
    ])
  func changes(text: String, expected: [String]) throws { #expect(try factLines(text) == expected) }

  @Test(
    "shares and their wholes",
    arguments: [
      ("质押金额占全国总量的19.93%。", ["share 19.93% 质押金额 <全国"]),
      ("高新技术产品出口占出口总值比重为8.1%。", ["share 8.1% 高新技术产品出口 <出口总值"]),
      ("民营企业出口占比达38%。", ["share 38% 民营企业出口 <-"]),
      ("三成来自高校。", ["share 3成 来自高校 <-"]),
    ])
  func shares(text: String, expected: [String]) throws { #expect(try factLines(text, ["<"]).map { $0 } == expected) }

  @Test(
    "positions and runs",
    arguments: [
      ("授权量连续13年保持全国首位。", ["streak 13年 授权量 <全国", "rank 1位 授权量 <全国"]),
      ("授权量居全国第二位。", ["rank 2位 授权量 <全国"]),
      ("授权量全省第九。", ["rank 9位 授权量 <全省"]),
      ("授权量位列全国前五。", ["rank 5位<= 授权量 <全国"]),
    ])
  func positions(text: String, expected: [String]) throws { #expect(try factLines(text, ["<"]) == expected) }

  @Test(
    "lists",
    arguments: [
      ("进口额、出口额分别为3亿元和5亿元，分别增长2%和4%。", ["level 3亿元 进口额 @广东", "level 5亿元 出口额 @广东", "change 2% 进口额 @广东", "change 4% 出口额 @广东"]),
      ("示范企业106家、培育单位102家。", ["level 106家 示范企业 @广东", "level 102家 培育单位 @广东"]),
      ("全省注册量42件，包括深圳市（30件）、珠海市（12件）。", ["level 42件 注册量 @广东", "level 30件 注册量 @深圳市", "level 12件 注册量 @珠海市"]),
      ("覆盖率从2018年的31%提升至2021年的47%。", ["level 31% 覆盖率 @广东", "level 47% 覆盖率 @广东"]),
      ("补贴标准为5万元至8万元。", ["level 5万元>= 补贴标准 @广东", "level 8万元<= 补贴标准 @广东"]),
    ])
  func listed(text: String, expected: [String]) throws { #expect(try factLines(text, ["@"]) == expected) }

  @Test(
    "periods",
    arguments: [
      ("2022年，出口额5亿元。", "2022"), ("截至2022年底，存量5万件。", "2022-12"), ("今年1—2月，出口额5亿元。", "2024-01/2024-02"), ("去年出口额5亿元。", "2023"),
      ("2019—2021年，累计转化100件。", "2019/2021"), ("“十四五”以来，累计转化100件。", "2021/2024"), ("去年上半年，出口额5亿元。", "2023-01/2023-06"),
      ("目前，共有企业5家。", "2024"), ("二〇二二年，出口额5亿元。", "2022"), ("去年一季度，出口额5亿元。", "2023-01/2023-03"),
    ])
  func periods(text: String, period: String) throws { #expect(try facts(text).first?.period?.description == period) }

  @Test("the year named last holds, the base of a comparison does not")
  func yearsHold() throws {
    #expect(
      try factLines("2022年，出口额5亿元。其中机电产品3亿元，是2020年的2倍。占比达60%。", ["/"]) == [
        "level 5亿元 出口额 /2022", "level 3亿元 机电产品 /2022", "change 2倍 机电产品 /2022", "share 60% 机电产品 /2022",
      ])
  }

  @Test("places and bodies")
  func subjects() throws {
    #expect(try factLines("钦州市去年贷款金额5亿元。全省贷款金额50亿元。", ["@"]) == ["level 5亿元 贷款金额 @钦州市", "level 50亿元 贷款金额 @广东"])
    #expect(try factLines("远山电子有限公司拥有专利30件。该公司去年出口2亿元。", ["@"]).map { $0.hasSuffix("@远山电子有限公司") } == [true, true])
  }

  @Test("parts know their whole, changes their level")
  func relations() throws {
    let found = try facts("质押金额970.24亿元，其中专利权质押897.25亿元，同比增长122%。")
    #expect(found.map(\.partOf) == [nil, found[0].id, nil])
    #expect(found.map(\.of) == [nil, nil, found[1].id])
  }

  @Test(
    "parts go on over 、 and after a comma",
    arguments: [
      ("受理案件1000件，其中民事案件600件、刑事案件350件。", [nil, 0, 0]),
      ("受理案件1000件，其中，民事案件600件、刑事案件350件。", [nil, 0, 0]),
      // 62.7件 for each 10,000 people is no whole of 21.9万件, and another sentence has none.
      ("有效发明专利53.4万件，每万人口拥有量62.7件，其中，高价值发明专利21.9万件。", [nil, nil, 0]),
      ("受理行政案件12件。其中，商标权纠纷1968件。", [nil, nil]),
      ("受理案件1000件，其中民事案件600件，审结案件900件、执行案件50件。", [nil, 0, nil, nil]),
    ])
  func parts(text: String, wholes: [Int?]) throws {
    let found = try facts(text)
    #expect(found.map(\.partOf) == wholes.map { $0.map { found[$0].id } })
  }

  @Test("plans are marked")
  func plans() throws { #expect(try facts("力争到2030年出口额达到80亿元。").map(\.status) == [.target]) }

  @Test(
    "what is no figure",
    arguments: [
      "第三届博览会在5G体验馆举行。", "根据《2022年保护状况3.0》第四十一条执行。", "电话12345全天24小时开通。", "首批试点、首个中心、第一批企业。",
      "提供一对一、一站式服务。", "党的二十大以来取得新进展。", "110千伏线路投运。", "“1+3+N”体系更加完善。",
    ])
  func excluded(text: String) throws { #expect(try facts(text).map { "\($0.kind) \($0.value)\($0.unit.written)" } == []) }

  @Test("an explanation names the rule and the words")
  func explained() throws {
    let source = "广东：某项工作情况\n2024-03-05 来源：某报\n2022年，深圳市出口额5亿元。\n"
    let article = try readArticle(bytes: Array(source.utf8), path: "t.txt").value
    let found = try explainedObservations(in: article).value
    #expect(
      found.map(\.explanation) == [
        Explanation(
          rule: "level.name", nameWords: "出口额", areaWords: "深圳市", periodWords: "2022年", nameFrame: "clause", areaFrame: "clause",
          periodFrame: "text")
      ])
  }
}

@Suite("English")
struct EnglishTests {
  private func lines(_ text: String) throws -> [String] {
    let source = "Trade report of the customs office\n\(text)\n"
    return try observations(in: try readArticle(bytes: Array(source.utf8), path: "t.txt").value).value.map {
      "\($0.kind.rawValue) \($0.value) \($0.unit.written) \($0.qualifier.rawValue) \($0.name)"
    }
  }

  @Test(
    "plain sentences",
    arguments: [
      ("Exports rose 4.6 percent to 1.82 trillion yuan.", ["change 4.6 % = Exports", "level 1.82 trillion yuan = Exports"]),
      ("The office granted over 921,000 invention patents in 2023.", ["level 921000  > invention patents"]),
      ("Private companies accounted for 36.6 percent of foreign trade.", ["share 36.6 % = Private companies"]),
      ("Imports fell by 3 percent.", ["change -3 % = Imports"]),
    ])
  func plain(text: String, expected: [String]) throws { #expect(try lines(text) == expected) }
}
