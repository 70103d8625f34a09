import Articles
import Diagnostics
import Extraction
import Indicators
import Testing

/// Constructions that reach over a clause; the article is of 5 March 2024 and about 广东.
@Suite("Sentences")
struct SentenceTests {
  @Test(
    "movements between two ends",
    arguments: [
      ("开机率从去年初的53%爬升到眼下的71%。", ["level 53% 开机率", "level 71% 开机率"]),
      ("保证金由1.2亿元扩充到3亿元。", ["level 1.2亿元 保证金", "level 3亿元 保证金"]),
      ("停电时间由9.6小时压降至7.9小时。", ["level 9.6小时 停电时间", "level 7.9小时 停电时间"]),
      ("贷款额从500万元到3000万元不等。", ["level 500万元>= 贷款额", "level 3000万元<= 贷款额"]),
      ("收购价3.2元到4.5元。", ["level 3.2元>= 收购价", "level 4.5元<= 收购价"]),
      ("成功率由2021年的38.6%、2022年的44.2%一路升至52.7%。", ["level 38.6% 成功率", "level 44.2% 成功率", "level 52.7% 成功率"]),
    ])
  func movements(text: String, expected: [String]) throws { #expect(try factLines(text) == expected) }

  @Test func eachEndHasItsOwnPeriod() throws {
    #expect(try factLines("2023年，成功率由2021年的38.6%、2022年的44.2%升至52.7%。", ["/"]).map { $0.suffix(5) } == ["/2021", "/2022", "/2023"])
  }

  @Test(
    "shares in other words",
    arguments: [
      ("企业1560家，仅深圳一市便贡献了62.3%。", ["level 1560家 企业", "share 62.3% 企业"]),
      ("七成以上为中小微企业。", ["share 7成>= 中小微企业"]),
      ("外地客占比32.8%，首度超越本地客（31.5%）。", ["share 32.8% 外地客", "share 31.5% 本地客"]),
      ("机电产品出口占比达33.1%，连续16个月保持在三成以上。", ["share 33.1% 机电产品出口", "streak 16月 机电产品出口", "share 3成>= 机电产品出口"]),
      ("软件收入约占全省的45%、全国的4.3%。", ["share 45%~ 软件收入", "share 4.3%~ 软件收入"]),
      ("受访者中，41%认为流程过长。", ["share 41% 认为流程过长"]),
    ])
  func shares(text: String, expected: [String]) throws { #expect(try factLines(text) == expected) }

  @Test(
    "the whole of a part is the level before",
    arguments: [
      ("专利21万件，增长5%。其中，高价值专利占比为36.6%。", "专利"),
      ("质押金额61亿元，其中普惠贷款占了七成以上。", "质押金额"),
    ])
  func wholes(text: String, scope: String) throws { #expect(try facts(text).last?.scope == scope) }

  @Test func aHeadlineKeepsItsOwnNames() throws {
    let source = "广东外贸进出口5亿元 同比增长6.9%\n2024-03-05 来源：某报\n2023年，货物进出口总值5亿元，同比增长6.9%。\n"
    let found = try observations(in: try readArticle(bytes: Array(source.utf8), path: "t.txt").value).value
    #expect(found.map(\.name) == ["外贸进出口", "外贸进出口", "货物进出口总值", "货物进出口总值"])
  }

  @Test("a rate in tenths is a level", arguments: [("上架率近六成。", ["level 6成< 上架率"]), ("贡献率接近四成。", ["level 4成< 贡献率"])])
  func rates(text: String, expected: [String]) throws { #expect(try factLines(text) == expected) }

  @Test(
    "changes in other words",
    arguments: [
      ("出口额5亿元，同比增长五成有余。", ["level 5亿元 出口额", "change 5成> 出口额"]),
      ("出口额5亿元，比上年多出七成。", ["level 5亿元 出口额", "change 7成 出口额"]),
      ("出口额5亿元，减少一成二。", ["level 5亿元 出口额", "change -1.2成 出口额"]),
      ("服装（降3.4%）、箱包（降8.1%）拖了后腿。", ["change -3.4% 服装", "change -8.1% 箱包"]),
      (
        "合格率由95%提高，弃风率、弃光率分别为6.8%和5.9%，较一季度回落1.7个和0.9个百分点。",
        ["level 95% 合格率", "level 6.8% 弃风率", "level 5.9% 弃光率", "change -1.7个百分点 弃风率", "change -0.9个百分点 弃光率"]
      ),
    ])
  func changes(text: String, expected: [String]) throws { #expect(try factLines(text) == expected) }

  @Test(
    "positions in other words",
    arguments: [
      ("东盟是我国第一大贸易伙伴。", ["rank 1位 贸易伙伴"]),
      ("入围企业百强榜上，甲电子列第三位，乙软件（第67位）同时入围。", ["rank 3位 ", "rank 67位 "]),
      ("质效指数在全省11家中院里排第2位。", ["level 11家 中院", "rank 2位 质效指数"]),
      ("授权量由全国第12位前移两位至第10位。", ["rank 12位 授权量", "change 2位 授权量", "rank 10位 授权量"]),
    ])
  func positions(text: String, expected: [String]) throws {
    let found = try factLines(text)
    #expect(found.count == expected.count)
    for (line, start) in zip(found, expected) where !start.hasPrefix("level 11") { #expect(line.hasPrefix(start)) }
  }

  @Test(
    "words that stand for a figure before",
    arguments: [
      ("申请3万件，涉及类别5万个，两者分别回落5.4%及4.8%。", ["change -5.4% 申请", "change -4.8% 涉及类别"]),
      ("数字产业占比44.3%，这个比重三年间提高了8.5个百分点。", ["share 44.3% 数字产业", "change 8.5个百分点 数字产业"]),
    ])
  func pronouns(text: String, expected: [String]) throws { #expect(try factLines(text).suffix(2) == expected) }

  @Test(
    "a topic names what has no name of its own",
    arguments: [
      ("新型储能从无到有，已建成463万千瓦。", ["level 463万千瓦 新型储能"]),
      ("美术作品依旧是大户，占比接近四成。", ["share 4成< 美术作品"]),
    ])
  func topics(text: String, expected: [String]) throws { #expect(try factLines(text) == expected) }

  @Test(
    "periods that hold in their clause only",
    arguments: [
      ("2023年，出口额5亿元，“十三五”以来年均增长4%，进口额3亿元。", ["/2023", "/2016/2024", "/2023"]),
      ("2023年，合格率94%，为“十三五”以来最低，抽检数5万件。", ["/2023", "/2023"]),
      ("2023年，授权量5万件，而“十三五”末这一数字仅2万件，申请量9万件。", ["/2023", "/2020-12", "/2023"]),
      ("去年扭转前年的跌势，出口额5亿元。", ["/2023"]),
      ("2023年末，企业由三年前的871家增加到1645家。", ["/2020-12", "/2023-12"]),
      ("去年拥有量13件，提前完成提出的到2025年达到12件的目标，注册量5万件。", ["/2023", "/2025", "/2023"]),
      ("去年备案5万次，是2020年同期的2.2倍，登记金额7亿元。", ["/2023", "/2023", "/2023"]),
      ("一、二季度出口额分别增长6.1%和5.6%。", ["/2024-01/2024-03", "/2024-04/2024-06"]),
      ("全年出口额5亿元。", ["/2023"]),
      ("过去一年，出口额5亿元。", ["/2023"]),
      ("2023年，出口额5亿元。进入今年，势头不减。一季度，进口额3亿元。", ["/2023", "/2024-01/2024-03"]),
      ("2023年，出口额5亿元。截至2月末，企业40家。12月末，员工90人。", ["/2023", "/2024-02", "/2024-12"]),
      ("2023年，出口额5亿元。截至2月末，企业40家。全年进口额3亿元。", ["/2023", "/2024-02", "/2023"]),
      ("2023年，出口额5亿元。截至2月末，企业40家。\n进口额3亿元。", ["/2023", "/2024-02", "/2023"]),
      ("2023年，出口额5亿元。前2个月，进口额3亿元。", ["/2023", "/2024-01/2024-02"]),
      ("2023年，出口额5亿元。上半年，进口额3亿元。", ["/2023", "/2023-01/2023-06"]),
      ("2023年，出口额5亿元，截至2月末，企业40家。", ["/2023", "/2023-02"]),
    ])
  func periods(text: String, expected: [String]) throws {
    #expect(try facts(text).map { "/" + ($0.period?.description ?? "-") } == expected)
  }

  @Test(
    "subjects",
    arguments: [
      ("全省案件9万件，其中深圳一市就有2万件。全省企业5万家。", ["广东", "深圳市", "广东"]),
      ("全省案件9万件，湛江市增速达5%。商标注册量5万件。", ["广东", "湛江市", "广东"]),
      ("湖南、湖北、四川等11个地区增速超过8%。", ["广东", "广东"]),
      ("上云企业5万家（全国平均8万家），工业企业3万家。", ["广东", "全国", "广东"]),
      ("对东盟、美国分别出口8亿元和6亿元。", ["广东", "广东"]),
      ("宜昌、襄阳中院分别审结1893件、1650件。", ["宜昌市", "襄阳市"]),
      ("全省景区接待游客20万人次，其中黄果树（12万人次）、小七孔（8万人次）居前。", ["广东", "黄果树", "小七孔"]),
      ("深圳、珠海两市分工明显，去年汽车产量分别为137.6万辆和28万辆。", ["深圳市", "珠海市"]),
      ("去年，深圳、珠海领跑，质押金额分别达8亿元和7亿元。", ["深圳市", "珠海市"]),
      ("东盟、美国是大市场，去年汽车出口量分别为137万辆和28万辆。", ["广东", "广东"]),
      ("位于珠海的晶能光电是老牌，该公司去年收入3亿元。", ["晶能光电"]),
      ("位于珠海的远山科技是老面孔，该公司研发的玻璃最薄，去年研发投入占营业收入的5.7%。", ["远山科技"]),
      ("专利许可给远山电子有限公司。远山电子经理甲某说，公司去年收入2亿元。", ["远山电子有限公司"]),
    ])
  func subjects(text: String, expected: [String]) throws { #expect(try facts(text).map { $0.area ?? "-" } == expected) }

  @Test(
    "names without the words around them",
    arguments: [
      ("全省累计获中国专利奖金奖30项。", ["level 30项 中国专利奖金奖 @广东"]),
      ("每台设备补贴5万元。", ["level 5万元 每台设备补贴 @广东"]),
      ("企业已建成专利数据库88个。", ["level 88个 专利数据库 @广东"]),
      ("同样，样本企业300家。", ["level 300家 样本企业 @广东"]),
      ("凭着手里的6件发明专利，解了燃眉之急。", ["level 6件 发明专利 @广东"]),
      ("人才库覆盖机械、通信等11个领域。", ["level 11个 领域 @广东"]),
      ("这是广东高院连续第八年向社会公开发布审判白皮书。", ["streak 8年 审判白皮书 @广东"]),
      ("如今一般贸易日渐壮大，占全省进出口总值的比重由35.8%升至41.2%。", ["share 35.8% 一般贸易 @广东", "share 41.2% 一般贸易 @广东"]),
    ])
  func bareNames(text: String, expected: [String]) throws { #expect(try factLines(text, ["@"]) == expected) }

  @Test(
    "limits",
    arguments: [
      ("主导单位最高可获奖励100万元。", "<="), ("最高用电负荷达到2458万千瓦。", "="), ("最高贴息100万元。", "<="), ("增长率为-2.57‰。", "="),
    ])
  func limits(text: String, qualifier: String) throws { #expect(try facts(text).map(\.qualifier.rawValue) == [qualifier]) }

  @Test func aSignBelongsToTheNumber() throws { #expect(try facts("人口自然增长率-2.57‰。").map(\.value.description) == ["-2.57"]) }

  @Test(
    "numbers that are part of names",
    arguments: [
      "陇原绿电送八方。", "出口保持两位数增长。", "西江千户苗寨客流如织。", "基地二期正在建设。", "光靠一两个试点解决不了。", "打通最后一公里。", "千兆宽带加快普及。",
    ])
  func names(text: String) throws { #expect(try facts(text).map { "\($0.kind) \($0.value)\($0.unit.written)" } == []) }
}

@Suite("What an article is about")
struct ArticleAreaTests {
  private func area(_ text: String) throws -> String? { try readArticle(bytes: Array(text.utf8), path: "a.txt").value.area }

  @Test func theIssuerComesBeforeTheText() throws {
    #expect(try area("全省合格率提高\n发文单位：黑龙江省市场监管局　日期：2021年10月19日\n总数居东北三省首位，合格率达95%。\n") == "黑龙江")
  }

  @Test func aGroupOfPlacesOnlyWhenNothingElseIsNamed() throws {
    #expect(try area("合格率提高情况\n全省居东北三省首位，湖南合格率达95%。\n") == "湖南")
    #expect(try area("合格率提高情况\n东北三省合格率达95%，比上年提高。\n") == "东北地区")
  }

  @Test func aCountyByItsOwnPaper() throws {
    #expect(try area("橙满峡江\n秭归县融媒体中心　2023-12-05　阅读 4318\n全县脐橙面积达40万亩，产量提高。\n") == "秭归县")
  }
}

@Suite("English sentences")
struct EnglishSentenceTests {
  private func lines(_ text: String) throws -> [String] {
    let source = "Trade report of the customs office\nPublished: 5 March 2024\nChina issued the figures for 2023.\n\(text)\n"
    return try observations(in: try readArticle(bytes: Array(source.utf8), path: "t.txt").value).value.map {
      "\($0.kind.rawValue) \($0.value) \($0.unit.written) \($0.name) /\($0.period?.description ?? "-")"
    }
  }

  @Test(
    "constructions",
    arguments: [
      (
        "Filings by residents, up 2.3 per cent on a year earlier, reached 2,589.",
        ["change 2.3 % Filings by residents /2023", "level 2589  Filings by residents /2023"]
      ),
      ("Design filings climbed from 7,690 to 8,180.", ["level 7690  Design filings /2022", "level 8180  Design filings /2023"]),
      (
        "Design filings climbed from 7,690 to 8,180, and in the fourth quarter alone were 12.8 per cent higher than in the same period of 2022.",
        ["level 7690  Design filings /2022", "level 8180  Design filings /2023", "change 12.8 % Design filings /2023-10/2023-12"]
      ),
      ("Small firms are growing, the Annual Report 2024 shows, and revenue reached $241 million.", ["level 241 $ million revenue /2023"]),
      (
        "Applications were 4.6 per cent fewer than in 2022, when 86,425 were lodged.",
        ["change -4.6 % Applications /2023", "level 86425  Applications /2022"]
      ),
    ])
  func constructions(text: String, expected: [String]) throws { #expect(try lines(text) == expected) }

  @Test func theWordAllIsNoNotice() throws {
    let text = "Patent filings rebound\nSmall and medium firms, which hold rights overall, filed 5,000 applications this year and more.\n"
    #expect(try readArticle(bytes: Array(text.utf8), path: "t.txt").value.dropped.isEmpty)
  }
}
