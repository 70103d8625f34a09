import Charts
import Geometry

/// One chart of each kind, from the figures of the two example articles.
enum Gallery {
  static let source = "广东省市场监督管理局《2022年广东省知识产权保护状况》，2023年4月"

  static let change: ChartSpec = {
    var spec = ChartSpec(
      MarkSpec(.change), title: .init("专利和商标质押金额一年增至2.2倍", subtitle: "广东省专利和商标质押金额，亿元，2021—2022年"),
      data: DataTable([
        ["period": "2021年", "value": 442.5, "status": "derived", "growth": nil],
        ["period": "2022年", "value": 970.24, "status": "official", "growth": "+119.25%"],
      ]),
      encoding: Encoding([
        .x: ChannelSpec("period"), .y: ChannelSpec("value"), .status: ChannelSpec("status"),
        .growth: ChannelSpec("growth"),
      ]))
    spec.unit = "亿元"
    spec.source = source
    spec.note = "2021年为推算值：970.24 ÷ (1 + 119.25%)。"
    return spec
  }()

  static let bars: ChartSpec = {
    var spec = ChartSpec(
      MarkSpec(.bar), title: .init("发明专利有效量达53.92万件，近半为高价值专利", subtitle: "广东省发明专利有效量，万件，截至2022年12月"),
      data: DataTable([["name": "发明专利有效量", "value": 53.92], ["name": "高价值发明专利有效量", "value": 26.07]]),
      encoding: Encoding([.y: ChannelSpec("name"), .x: ChannelSpec("value")]))
    spec.unit = "万件"
    spec.source = source
    spec.highlight = ["高价值发明专利有效量"]
    return spec
  }()

  static let columns: ChartSpec = {
    let regions: [(DataValue, DataValue)] = [
      ("广东", 53.92), ("北京", 47.8), ("江苏", 42.9), ("浙江", 33.6), ("上海", 24.2), ("山东", 19.0), ("安徽", 14.7), ("四川", 10.9),
    ]
    var spec = ChartSpec(
      MarkSpec(.bar), title: .init("广东发明专利有效量居全国首位", subtitle: "各省市发明专利有效量，万件，2022年（示例）"),
      data: DataTable(regions.map { ["area": $0.0, "value": $0.1] }),
      encoding: Encoding([.x: ChannelSpec("area"), .y: ChannelSpec("value")]))
    spec.unit = "万件"
    spec.highlight = ["广东"]
    spec.source = "示例数据"
    return spec
  }()

  static let ranking: ChartSpec = {
    var spec = columns
    spec.mark = MarkSpec(.ranking)
    spec.data = .values(
      DataTable([
        ["area": "广东", "value": 53.92, "badge": "连续13年居首"], ["area": "北京", "value": 47.8],
        ["area": "江苏", "value": 42.9], ["area": "浙江", "value": 33.6],
        ["area": "上海", "value": 24.2], ["area": "山东", "value": 19.0],
      ]))
    spec.encoding = Encoding([.y: ChannelSpec("area"), .x: ChannelSpec("value"), .badge: ChannelSpec("badge")])
    return spec
  }()

  static let ranks: ChartSpec = {
    var spec = ChartSpec(
      MarkSpec(.ranking), title: .init("广西三项指标增速居全国前二，示范企业数列第14位", subtitle: "广西各指标在全国的位次，2022年"),
      data: DataTable([
        ["name": "专利质押融资金额增速", "rank": 1], ["name": "转让许可专利次数增速", "rank": 1], ["name": "普惠贷款惠及企业数增速", "rank": 2],
        ["name": "国家知识产权示范、优势企业累计数", "rank": 14, "badge": "实现数量倍增"],
      ]),
      encoding: Encoding([.y: ChannelSpec("name"), .rank: ChannelSpec("rank"), .badge: ChannelSpec("badge")]))
    spec.source = "广西新闻网，2023年4月12日"
    return spec
  }()

  static let grouped: ChartSpec = {
    var rows: [DataTable.Row] = []
    for (year, a, b) in [("2019年", 12.4, 8.1), ("2020年", 20.7, 11.3), ("2021年", 38.5, 15.2), ("2022年", 53.9, 26.1)] {
      rows.append(["year": .string(year), "kind": "发明专利", "value": .number(a)])
      rows.append(["year": .string(year), "kind": "高价值发明专利", "value": .number(b)])
    }
    var spec = ChartSpec(
      MarkSpec(.bar), title: .init("高价值发明专利增长快于总量", subtitle: "广东省专利有效量，万件，2019—2022年（示例）"), data: DataTable(rows),
      encoding: Encoding([
        .x: ChannelSpec("year"), .y: ChannelSpec("value"), .color: ChannelSpec("kind"), .xOffset: ChannelSpec("kind"),
      ]))
    spec.unit = "万件"
    spec.source = "示例数据"
    return spec
  }()

  static let stacked: ChartSpec = {
    var spec = grouped
    spec.encoding[.xOffset] = nil
    spec.title = .init("质押金额主要来自专利", subtitle: "广东省质押金额构成，亿元，2019—2022年（示例）")
    return spec
  }()

  static let lines: ChartSpec = {
    var rows: [DataTable.Row] = []
    let series: [(String, [Double])] = [
      ("广东", [196.6, 253.1, 302.5, 442.5, 970.2]), ("浙江", [210.3, 280.6, 401.2, 560.9, 820.4]),
      ("江苏", [120.5, 150.2, 230.8, 340.1, 560.7]),
      ("山东", [110.4, 131.7, 180.3, 290.2, 430.5]),
    ]
    for (name, values) in series {
      for (i, value) in values.enumerated() {
        rows.append(["year": .string("\(2018 + i)"), "area": .string(name), "value": .number(value)])
      }
    }
    var spec = ChartSpec(
      MarkSpec(.line), title: .init("广东质押金额2022年跃居首位", subtitle: "专利和商标质押金额，亿元，2018—2022年（示例）"), data: DataTable(rows),
      encoding: Encoding([
        .x: ChannelSpec("year", type: .temporal), .y: ChannelSpec("value"), .color: ChannelSpec("area"),
      ]))
    spec.highlight = ["广东"]
    spec.unit = "亿元"
    spec.source = "示例数据"
    return spec
  }()

  static let share: ChartSpec = {
    var spec = ChartSpec(
      MarkSpec(.share), title: .init("广东专利质押登记金额占全国两成多", subtitle: "专利权质押登记金额占全国的比重，%，2022年"),
      data: DataTable([
        ["name": "广东", "value": 22.35, "status": "official", "text": "897.25亿元"],
        ["name": "全国其余地区", "value": 77.65, "status": "derived", "text": "3117亿元"],
      ]),
      encoding: Encoding([
        .x: ChannelSpec("value"), .color: ChannelSpec("name"), .status: ChannelSpec("status"),
        .text: ChannelSpec("text"),
      ]))
    spec.unit = "%"
    spec.source = source
    return spec
  }()

  static let ring: ChartSpec = {
    var spec = share
    spec.mark = MarkSpec(.ring)
    return spec
  }()

  static let dumbbell: ChartSpec = {
    var spec = ChartSpec(
      MarkSpec(.dumbbell), title: .init("广西质押融资增速高于广东，规模仍不足其二十分之一", subtitle: "专利质押金额，亿元，2021—2022年"),
      data: DataTable([
        ["period": "2022年", "area": "广东", "value": 897.25], ["period": "2022年", "area": "广西", "value": 42.96],
        ["period": "2021年", "area": "广东", "value": 404.0, "status": "derived"],
        ["period": "2021年", "area": "广西", "value": 6.67, "status": "derived"],
      ]),
      encoding: Encoding([
        .y: ChannelSpec("period"), .x: ChannelSpec("value"), .color: ChannelSpec("area"),
        .status: ChannelSpec("status"),
      ]))
    spec.unit = "亿元"
    spec.note = "空心点为推算值；广东为质押登记金额，广西为质押融资金额，口径不同。"
    spec.source = "两省区市场监督管理局，2023年4月"
    return spec
  }()

  static let timeline: ChartSpec = {
    var spec = ChartSpec(
      MarkSpec(.timeline), title: .init("2023年起质押融资将实施“倍增计划”", subtitle: "广东省知识产权运用的主要举措，2022—2023年"),
      data: DataTable([
        ["date": "2022年", "head": "发布全国首个企业知识产权国际合规管理地方标准", "text": "《企业知识产权国际合规管理规范》省级地方标准"],
        ["date": "2022年底", "head": "与香港知识产权署签署合作计划", "text": "24项知识产权合作项目，2022下半年至2023年实施"],
        ["date": "2023年4月", "head": "发布保护状况白皮书", "text": "专利和商标质押金额970.24亿元，同比增长119.25%"],
        ["date": "2023年", "head": "知识产权质押融资倍增计划", "text": "登记金额和登记笔数力争实现倍增", "status": "plan"],
      ]),
      encoding: Encoding([
        .x: ChannelSpec("date"), .label: ChannelSpec("head"), .text: ChannelSpec("text"),
        .status: ChannelSpec("status"),
      ]))
    spec.source = source
    return spec
  }()

  static let kpi: ChartSpec = {
    var spec = ChartSpec(
      MarkSpec(.kpi),
      data: DataTable([
        [
          "label": "专利和商标质押金额", "number": "970.24", "unit": "亿元", "change": "+119.25%", "base": "较2021年",
          "chips": "占全国19.93%", "ref": "[1]",
        ]
      ]),
      encoding: Encoding([
        .label: ChannelSpec("label"), .text: ChannelSpec("number"), .unit: ChannelSpec("unit"),
        .growth: ChannelSpec("change"), .detail: ChannelSpec("base"),
        .badge: ChannelSpec("chips"), .order: ChannelSpec("ref"),
      ]))
    spec.source = source
    return spec
  }()

  static let open: ChartSpec = {
    var spec = ChartSpec(
      MarkSpec(.bar), title: .init("证券化产品惠及超300家科创企业", subtitle: "广东省知识产权服务的企业数，家，2022年"),
      data: DataTable([
        ["name": "证券化产品惠及企业", "value": 300, "qualifier": ">"], ["name": "“一对一”指导企业", "value": 500, "qualifier": ">"],
        ["name": "海外风险排查企业", "value": 50],
      ]),
      encoding: Encoding([.y: ChannelSpec("name"), .x: ChannelSpec("value"), .qualifier: ChannelSpec("qualifier")]))
    spec.unit = "家"
    spec.source = source
    return spec
  }()

  static let all: [(name: String, spec: ChartSpec)] = [
    ("change", change), ("bars", bars), ("columns", columns), ("ranking", ranking), ("ranks", ranks),
    ("grouped", grouped), ("stacked", stacked),
    ("lines", lines), ("share", share), ("ring", ring), ("dumbbell", dumbbell), ("timeline", timeline), ("kpi", kpi),
    ("open", open),
  ]
  static let sizes: [(name: String, size: Size)] = [
    ("06col", Size(225, 170)), ("12col", Size(462, 234)), ("card", Size(1200, 675)), ("square", Size(1080, 1080)),
  ]
}
