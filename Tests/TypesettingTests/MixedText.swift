import SeededNumbers

/// Paragraphs of a made-up report: Chinese with figures, units, dates, brackets, quotation marks, dashes and English terms.
/// The same seed gives the same text.
struct MixedText {
  private var numbers: SplitMix64

  init(seed: UInt64) { numbers = SplitMix64(state: seed) }

  private mutating func below(_ bound: Int) -> Int { numbers.below(bound) }
  private mutating func pick(_ list: [String]) -> String { list[below(list.count)] }

  private mutating func figure() -> String {
    switch below(6) {
    case 0: "\(below(900) + 100).\(below(90) + 10)亿元"
    case 1: "\(below(90) + 10).\(below(90) + 10)%"
    case 2: "\(below(9) + 1),\(below(900) + 100)件"
    case 3: "\(below(40) + 2).\(below(9) + 1)万户"
    case 4: "\(below(9) + 1).\(below(9) + 1)个百分点"
    default: "\(below(400) + 12)项"
    }
  }

  private mutating func clause() -> String {
    let place = pick(["全省", "我区", "各市", "广西", "珠三角九市", "高新技术产业开发区", "试点企业", "各级法院"])
    let thing = pick([
      "专利质押融资金额", "有效发明专利拥有量", "商标注册申请", "技术合同成交额", "知识产权保护中心", "数字经济核心产业增加值", "版权登记作品",
      "PCT国际专利申请量", "地理标志产品", "集成电路布图设计登记", "每万人口高价值发明专利拥有量",
    ])
    switch below(10) {
    case 0: return "\(place)\(thing)达到\(figure())"
    case 1: return "\(2015 + below(9))年\(below(12) + 1)月，\(place)\(thing)同比增长\(figure())"
    case 2: return "（以下简称“\(pick(["中心", "平台", "联盟"]))”）\(place)已建成\(figure())"
    case 3: return "\(pick(["《专利法》", "《“十四五”规划》", "《商标法实施条例》", "WIPO《全球创新指数》"]))提出，要持续完善\(thing)"
    case 4: return "“\(pick(["桂惠贷", "一件事", "知识产权贷", "Made in China"]))”\(pick(["惠及", "覆盖", "带动"]))\(figure())"
    case 5: return "\(thing)——\(pick(["创新的“晴雨表”", "企业的无形资产", "市场竞争的利器"]))——\(pick(["稳步提升", "再创新高", "位居前列"]))"
    case 6: return "\(pick(["区块链（Blockchain）", "人工智能（AI）", "大数据", "5G网络", "open source 社区"]))广泛应用于\(thing)的全过程管理"
    case 7: return "从\(2010 + below(6))年的\(figure())提高到\(2018 + below(6))年的\(figure())"
    case 8: return "\(pick(["服务", "培训", "调解", "快速预审"]))\(figure())，\(pick(["办结率", "满意率", "授权率"]))为\(figure())"
    default: return "\(place)坚持\(pick(["严保护、大保护、快保护、同保护", "政府引导、市场主导", "创造与运用并重"]))的工作思路"
    }
  }

  /// One paragraph of two to nine sentences.
  mutating func paragraph() -> String {
    var text = ""
    for _ in 0..<below(8) + 2 {
      let clauses = below(4) + 1
      for i in 0..<clauses { text += clause() + (i + 1 < clauses ? pick(["，", "，", "；", "，其中，"]) : "") }
      text += pick(["。", "。", "。", "！", "……", "。"])
    }
    return text
  }
}
