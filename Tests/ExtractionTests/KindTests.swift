import Indicators
import Testing

/// Kinds of sentences that ordinary articles hold; all texts and figures are invented, and the article is of 5 March 2024 and about
/// 广东.
@Suite("Kinds of sentences")
struct KindTests {
  @Test(
    "a comparison's base binds to its own number",
    arguments: [
      (
        "2023年，受理案件120件，比2022年的100件增加20%。", ["level 120件 受理案件 /2023 ~- ^-", "level 100件 受理案件 /2022 ~- ^-", "change 20% 受理案件 /2023 ~yoy ^1"]
      ),
      ("结案90件，较去年同期的75件上升两成。", ["level 90件 结案 /2024 ~- ^-", "level 75件 结案 /2023 ~- ^-", "change 2成 结案 /2024 ~yoy ^1"]),
      ("2023年立案48宗，较2019年的32宗增长50%。", ["level 48宗 立案 /2023 ~- ^-", "level 32宗 立案 /2019 ~- ^-", "change 50% 立案 /2023 ~2019 ^1"]),
      ("2023年收入30亿元，比上年的25亿元增长20%。", ["level 30亿元 收入 /2023 ~- ^-", "level 25亿元 收入 /2022 ~- ^-", "change 20% 收入 /2023 ~yoy ^1"]),
    ])
  func aComparisonsBaseBindsToItsOwnNumber(text: String, expected: [String]) throws {
    #expect(try factLines(text, ["/", "b", "^"]) == expected)
  }

  @Test(
    "quarters and months joined",
    arguments: [
      ("2023年一至三季度，出口额5亿元。", ["level 5亿元 出口额 /2023-01/2023-09"]),
      ("2023年第二、三季度，出口额5亿元。", ["level 5亿元 出口额 /2023-04/2023-09"]),
      ("2023年1月份至11月份，出口额5亿元。", ["level 5亿元 出口额 /2023-01/2023-11"]),
      ("2022年11月至2023年2月，出口额5亿元。", ["level 5亿元 出口额 /2022-11/2023-02"]),
      ("2023年1季度至3季度，出口额5亿元。", ["level 5亿元 出口额 /2023-01/2023-09"]),
    ])
  func quartersAndMonthsJoined(text: String, expected: [String]) throws { #expect(try factLines(text, ["/"]) == expected) }

  @Test(
    "signs make changes",
    arguments: [
      ("出口额5亿元，同比+12.3%。", ["level 5亿元 出口额 ~- ^-", "change 12.3% 出口额 ~yoy ^1"]),
      (
        "出口额5亿元（+12.3%），进口额3亿元（-4.1%）。", ["level 5亿元 出口额 ~- ^-", "change 12.3% 出口额 ~- ^1", "level 3亿元 进口额 ~- ^-", "change -4.1% 进口额 ~- ^3"]
      ),
    ])
  func signsMakeChanges(text: String, expected: [String]) throws { #expect(try factLines(text, ["b", "^"]) == expected) }

  @Test(
    "places behind names, averages for each, currencies",
    arguments: [
      ("2023年，平均每万人口发明专利拥有量达20件，平均每件判赔额3.5万元。", ["level 20件 平均每万人口发明专利拥有量 @广东", "level 3.5万元 平均每件判赔额 @广东"]),
      ("2023年，专利授权量北京8万件、上海7万件。", ["level 8万件 专利授权量 @北京", "level 7万件 专利授权量 @上海"]),
      ("2023年，引进资金港币2亿元，出口HK$3.5亿元，约合人民币85亿元。", ["level 2亿港元 资金 @广东", "level 3.5亿港元 出口 @广东", "level 85亿元 出口 @广东"]),
    ])
  func placesBehindNamesAveragesForEachCurrencies(text: String, expected: [String]) throws {
    #expect(try factLines(text, ["@"]) == expected)
  }

  @Test(
    "words that hide a unit or a kind",
    arguments: [
      ("2023年，失业率下降3.5个点。", ["change -3.5个点 失业率"]),
      ("2023年，服务业占比首次超过六成。", ["share 6成> 服务业"]),
      ("2023年，单案最高判赔倍数达到5倍。", ["level 5倍 单案最高判赔倍数"]),
      ("2023年，出口511亿美元，出超84亿美元。", ["level 511亿美元 出口", "level 84亿美元 出超"]),
      ("2023年，孕产妇死亡率为12.5/10万，平均住院日8.6日。", ["level 12.5/10万 孕产妇死亡率", "level 8.6日 平均住院日"]),
      ("2023年，最低气温零下5摄氏度，用电量3.6×10^8千瓦时。", ["level -5摄氏度 最低气温", "level 360000000千瓦时 用电量"]),
    ])
  func wordsThatHideAUnitOrAKind(text: String, expected: [String]) throws { #expect(try factLines(text, []) == expected) }

  @Test(
    "a noun behind its number",
    arguments: [
      ("2023年，建成12个重点实验室，推广300项关键技术，梳理40家骨干企业。", ["level 12个 重点实验室", "level 300项 关键技术", "level 40家 骨干企业"])
    ])
  func aNounBehindItsNumber(text: String, expected: [String]) throws { #expect(try factLines(text, []) == expected) }

  @Test(
    "comparisons that close a clause",
    arguments: [
      ("2023年9月与2022年9月比较，出口额增长5%。", ["change 5% 出口额 /2023-09 ~yoy"])
    ])
  func comparisonsThatCloseAClause(text: String, expected: [String]) throws { #expect(try factLines(text, ["/", "b"]) == expected) }

  @Test(
    "ends of movements have their own times",
    arguments: [
      ("2023年，合格率由2019年的91%提升到2023年的97%，注册量5万件。", ["level 91% 合格率 /2019 ~-", "level 97% 合格率 /2023 ~-", "level 5万件 注册量 /2023 ~-"]),
      (
        "2020年至2023年，贷款余额从80亿元增加到120亿元，年均增长14.5%。",
        ["level 80亿元 贷款余额 /2020 ~-", "level 120亿元 贷款余额 /2023 ~-", "change 14.5% 贷款余额 /2020/2023 ~average-annual"]
      ),
    ])
  func endsOfMovementsHaveTheirOwnTimes(text: String, expected: [String]) throws { #expect(try factLines(text, ["/", "b"]) == expected) }

  @Test(
    "comparisons shared out",
    arguments: [
      ("2023年，出口额5亿元，环比增长3%，同比下降2%。", ["level 5亿元 出口额 ~-", "change 3% 出口额 ~mom", "change -2% 出口额 ~yoy"]),
      ("2023年，进口、出口同比、环比分别增长3%、4%。", ["change 3% 进口 ~yoy", "change 4% 出口 ~mom"]),
      ("货邮吞吐量3万吨，同比、环比分别增长5%和2%。", ["level 3万吨 货邮吞吐量 ~-", "change 5% 货邮吞吐量 ~yoy", "change 2% 货邮吞吐量 ~mom"]),
      ("2023年，旅客运输量恢复至2019年同期的95.4%。", ["change 95.4% 旅客运输量 ~2019"]),
    ])
  func comparisonsSharedOut(text: String, expected: [String]) throws { #expect(try factLines(text, ["b"]) == expected) }

  @Test(
    "the same figure in another unit",
    arguments: [
      (
        "2023年，播种面积2600千公顷（3900万亩），比上年减少30千公顷（45万亩），下降1.1%。",
        [
          "level 2600千公顷 播种面积 ~- ^-", "level 3900万亩 播种面积 ~- ^-", "change -30千公顷 播种面积 ~yoy ^1", "change -45万亩 播种面积 ~yoy ^1",
          "change -1.1% 播种面积 ~yoy ^1",
        ]
      )
    ])
  func theSameFigureInAnotherUnit(text: String, expected: [String]) throws { #expect(try factLines(text, ["b", "^"]) == expected) }

  @Test(
    "members of lists and of rankings",
    arguments: [
      ("2023年，青岭、白河两县粮食产量分别为4.2万吨、3.1万吨。", ["level 4.2万吨 粮食产量 @青岭", "level 3.1万吨 粮食产量 @白河"]),
      ("2023年，武汉市贷款金额158亿元，宜昌市31亿元，其余各市州合计56亿元。", ["level 158亿元 贷款金额 @武汉市", "level 31亿元 贷款金额 @宜昌市", "level 56亿元 贷款金额 @其余各市州"]),
      (
        "2023年，发明专利授权前两名为甲科技（120件，+35%）、乙光电（80件，-12%）。",
        ["rank 2位<= 发明专利授权 @广东", "level 120件 发明专利授权 @甲科技", "change 35% 发明专利授权 @甲科技", "level 80件 发明专利授权 @乙光电", "change -12% 发明专利授权 @乙光电"]
      ),
      (
        "2023年，同城、异地业务量分别完成3亿件、5亿件，二者分别占全部业务量的37.5%和62.5%。",
        ["level 3亿件 同城业务量 @广东", "level 5亿件 异地业务量 @广东", "share 37.5% 同城业务量 @广东", "share 62.5% 异地业务量 @广东"]
      ),
      ("2023年，黄石寨、白沙湾分别接待游客26万人次、24万人次。", ["level 26万人次 接待游客 @黄石寨", "level 24万人次 接待游客 @白沙湾"]),
      (
        "2023年，粮食产量居前三位的青山县、白水县、黄龙县分别为37万吨、26万吨和17万吨。",
        ["rank 3位<= 粮食产量 @广东", "level 37万吨 粮食产量 @青山县", "level 26万吨 粮食产量 @白水县", "level 17万吨 粮食产量 @黄龙县"]
      ),
      ("2023年，商标申请量和注册量各为7.2万件和5.4万件。", ["level 7.2万件 商标申请量 @广东", "level 5.4万件 注册量 @广东"]),
    ])
  func membersOfListsAndOfRankings(text: String, expected: [String]) throws { #expect(try factLines(text, ["@"]) == expected) }

  @Test(
    "ranges with 至",
    arguments: [
      ("2023年，每场对接会参展企业300至500家，吸引观众三百到五百人。", ["level 300家>= 每场对接会参展企业", "level 500家<= 每场对接会参展企业", "level 300人>= 观众", "level 500人<= 观众"])
    ])
  func rangesWith(text: String, expected: [String]) throws { #expect(try factLines(text, []) == expected) }

  @Test(
    "ratios",
    arguments: [
      ("2023年，三次产业结构比为8.1:41.5:50.4。", ["share 8.1 第一产业 <地区生产总值", "share 41.5 第二产业 <地区生产总值", "share 50.4 第三产业 <地区生产总值"])
    ])
  func ratios(text: String, expected: [String]) throws { #expect(try factLines(text, ["<"]) == expected) }

  @Test(
    "short heads take their owner",
    arguments: [
      (
        "2023年，装备业规模最大，增加值为3208亿元，占工业增加值的比重为38.9%；其次是材料业，增加值为1922亿元，所占比重为23.3%。",
        ["level 3208亿元 装备业增加值 <-", "share 38.9% 装备业增加值 <工业增加值", "level 1922亿元 材料业增加值 <-", "share 23.3% 材料业增加值 <工业增加值"]
      ),
      (
        "2023年，民营企业进出口12亿元，增长5%。其中，出口8亿元，增长6%。",
        ["level 12亿元 民营企业进出口 <-", "change 5% 民营企业进出口 <-", "level 8亿元 民营企业出口 <-", "change 6% 民营企业出口 <-"]
      ),
    ])
  func shortHeadsTakeTheirOwner(text: String, expected: [String]) throws { #expect(try factLines(text, ["<"]) == expected) }

  @Test(
    "a share restated",
    arguments: [
      ("2023年，高价值专利占比首次超过四成，达到43.2%。", ["share 4成> 高价值专利", "share 43.2% 高价值专利"])
    ])
  func aShareRestated(text: String, expected: [String]) throws { #expect(try factLines(text, []) == expected) }

  @Test(
    "months up to a date",
    arguments: [
      ("截至2023年9月底的三个月，零售业销货数量上升0.4%。", ["change 0.4% 零售业销货数量 /2023-07/2023-09"])
    ])
  func monthsUpToADate(text: String, expected: [String]) throws { #expect(try factLines(text, ["/"]) == expected) }

  @Test("targets and forecasts, by the word and the year")
  func prospects() throws {
    #expect(try facts("2024年力争出口额突破8亿元，进口额达到6亿元；预计2025年将超过10亿元。").map(\.status) == [.target, .target, .forecast])
    #expect(try facts("2023年，专利500件，完成年度目标的113.7%。").map(\.status) == [.fact, .fact])
  }

  @Test("what is no figure", arguments: ["三五家企业受益，二三十场活动开展。", "清晨6点，展馆开门。", "假期8天，市场热闹。", "比分定格在香港时间16时30分。"])
  func excluded(text: String) throws { #expect(try facts(text).map { "\($0.kind) \($0.value)\($0.unit.written)" } == []) }
}
