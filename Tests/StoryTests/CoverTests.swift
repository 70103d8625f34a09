import Assets
import Indicators
import Story
import StructuredData
import Testing

@Suite struct CoverTests {
  func document(_ title: String, area: String? = nil, date: String? = nil) -> SourceDocument {
    SourceDocument(id: title, title: title, date: date, area: area)
  }

  @Test(arguments: [
    ("凤凰县2023年国民经济和社会发展统计公报", "国民经济和社会发展"),
    ("湖北高院发布知识产权审判白皮书 法院审结案件2.4万件", "知识产权司法保护"),
    ("江苏发布2023年知识产权发展与保护状况", "知识产权"),
    ("前三季度青岛关区外贸进出口稳中提质", "对外贸易"),
    ("上半年全区新能源运行情况简报", "能源"),
    ("安徽新能源汽车产量突破160万辆", "汽车产业"),
    ("长三角智能网联汽车出口增长", "汽车产业"),
    ("甘肃新能源装机突破6000万千瓦", "能源"),
    ("城镇新增就业超额完成全年目标", "就业与社会保障"),
    ("全市快递业务量突破10亿件", "邮政快递"),
    ("一季度我国工业经济开局良好", "工业经济"),
    ("宁波舟山港年货物吞吐量连续15年位居全球第一", "港口"),
    ("武汉民营经济活力持续迸发", "民营经济"),
    ("智慧財產局公布113年第1季智慧財產權趨勢", "知识产权"),
  ])
  func topics(title: String, expected: String) throws {
    let set = IndicatorSet(documents: [document(title)])
    #expect(topic(of: set, among: try Facts.words().topics, concepts: ConceptBook())?.chinese == expected)
  }

  @Test func everyTopicHasAPictogram() throws {
    let assets = try Assets()
    let names = Set(assets.files(in: assets.icons, suffix: ".svg").map { $0.split(separator: "/").last.map(String.init) ?? "" })
    for topic in try Facts.words().topics { #expect(topic.icon.map { names.contains($0 + ".svg") } == true, "\(topic.chinese)") }
  }

  @Test func aTitleWithoutATopicHasNone() throws {
    let set = IndicatorSet(documents: [document("从书架到货架")])
    #expect(topic(of: set, among: try Facts.words().topics, concepts: ConceptBook()) == nil)
  }

  /// The time of most figures; plans and long spans do not count, a stock at a year's end belongs to the year.
  @Test func periods() {
    func covered(_ periods: [String], plan: String? = nil) -> String? {
      var facts = periods.enumerated().map { Facts.level("指标\($0)", "1", "件", $1) }
      if let plan { facts += (0..<9).map { Facts.level("目标\($0)", "1", "件", plan, status: .target) } }
      return coveredPeriod(IndicatorSet(observations: facts))?.description
    }
    #expect(covered(["2024-01/2024-05", "2024-01/2024-05", "2024-05"]) == "2024-01/2024-05")
    #expect(covered(["2023", "2023", "2019/2023"], plan: "2025") == "2023")
    #expect(covered(["2024-10", "2024-10", "2023"]) == "2024-10")
    #expect(covered([]) == nil)
  }

  @Test func yearsOfSeveralDocuments() {
    let facts = (2020...2024).map { year -> Observation in
      var fact = Facts.level("指标", "\(year)", "件", "\(year)")
      fact.source = Source(document: "\(year)", range: 0..<1, text: "1", sentenceRange: 0..<1, sentence: "")
      return fact
    }
    let set = IndicatorSet(documents: (2020...2024).map { SourceDocument(id: "\($0)") }, observations: facts)
    #expect(coveredPeriod(set)?.description == "2020/2024")
  }

  @Test func wrongPhrasesAreNamed() throws {
    let text = "phrases:\n  trend-upp: {zh: a, en: b}\n  trend-down: {zh: \"{nam}\", en: b}\ntopics: []\n"
    let error = #expect(throws: (any Error).self) { try StoryWords.shape.read(parseYAML(text, document: "s.yaml")) }
    let said = "\(error.map { "\($0)" } ?? "")"
    #expect(said.contains("trend-upp") && said.contains("trend-up") && said.contains("nam"))
  }

  /// A line below the title that says who publishes, or who and on which day, is no heading.
  @Test(arguments: [
    ("統計暨普查局", true), ("某县统计局", true), ("文化和旅游部 2024年8月30日", true), ("统计暨普查局（2014.10.23）", true), ("Census Office 2024-08-30", true),
    ("一、综合", false), ("截至10月23日", false), ("工业生产平稳增长", false), ("2013年一季度，2013年4月22日", false),
  ])
  func officesAreNoHeadings(line: String, isOffice: Bool) throws { #expect(try Facts.words().isOffice(line) == isOffice) }
}
