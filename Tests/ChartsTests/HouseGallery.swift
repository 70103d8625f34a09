/// A figure of each kind, from the figures of the example articles.
enum HouseGallery {
  static let all: [(name: String, spec: String)] = [
    (
      "change",
      #"""
      title: {text: 专利和商标质押金额一年增至2.2倍, subtitle: 广东省专利和商标质押金额，亿元，2021—2022年}
      data:
        values:
          - {period: 2021年, value: 442.5, status: derived}
          - {period: 2022年, value: 970.24, status: official, growth: +119.25%}
      mark: change
      encoding: {x: {field: period}, y: {field: value}, status: {field: status}, growth: {field: growth}}
      unit: 亿元
      source: 广东省市场监督管理局《2022年广东省知识产权保护状况》，2023年4月
      note: 2021年为推算值：970.24 ÷ (1 + 119.25%)。
      """#
    ),
    (
      "ranking",
      #"""
      title: {text: 广东发明专利有效量居全国首位, subtitle: 各省市发明专利有效量，万件，2022年（示例）}
      data:
        values:
          - {area: 广东, value: 53.92, badge: 连续13年居首}
          - {area: 北京, value: 47.8}
          - {area: 江苏, value: 42.9}
          - {area: 浙江, value: 33.6}
          - {area: 上海, value: 24.2}
          - {area: 山东, value: 19.0}
      mark: ranking
      encoding: {y: {field: area}, x: {field: value}, badge: {field: badge}}
      unit: 万件
      highlight: [广东]
      source: 示例数据
      """#
    ),
    (
      "ranks",
      #"""
      title: {text: 广西三项指标增速居全国前二，示范企业数列第14位, subtitle: 广西各指标在全国的位次，2022年}
      data:
        values:
          - {name: 专利质押融资金额增速, rank: 1}
          - {name: 转让许可专利次数增速, rank: 1}
          - {name: 普惠贷款惠及企业数增速, rank: 2}
          - {name: 国家知识产权示范、优势企业累计数, rank: 14, badge: 实现数量倍增}
      mark: ranking
      encoding: {y: {field: name}, rank: {field: rank}, badge: {field: badge}}
      source: 广西新闻网，2023年4月12日
      """#
    ),
    (
      "share",
      #"""
      title: {text: 广东专利质押登记金额占全国两成多, subtitle: 专利权质押登记金额占全国的比重，%，2022年}
      data:
        values:
          - {name: 广东, value: 22.35, status: official, text: 897.25亿元}
          - {name: 全国其余地区, value: 77.65, status: derived, text: 3117亿元}
      mark: share
      encoding: {x: {field: value}, color: {field: name}, status: {field: status}, text: {field: text}}
      unit: "%"
      source: 广东省市场监督管理局
      """#
    ),
    (
      "ring",
      #"""
      title: {text: 广东专利质押登记金额占全国两成多, subtitle: 专利权质押登记金额占全国的比重，%，2022年}
      data:
        values:
          - {name: 广东, value: 22.35, status: official, text: 897.25亿元}
          - {name: 全国其余地区, value: 77.65, status: derived, text: 3117亿元}
      mark: ring
      encoding: {x: {field: value}, color: {field: name}, status: {field: status}, text: {field: text}}
      unit: "%"
      source: 广东省市场监督管理局
      """#
    ),
    (
      "dumbbell",
      #"""
      title: {text: 广西质押融资增速高于广东，规模仍不足其二十分之一, subtitle: 专利质押金额，亿元，2021—2022年}
      data:
        values:
          - {period: 2022年, area: 广东, value: 897.25}
          - {period: 2022年, area: 广西, value: 42.96}
          - {period: 2021年, area: 广东, value: 404.0, status: derived}
          - {period: 2021年, area: 广西, value: 6.67, status: derived}
      mark: dumbbell
      encoding: {y: {field: period}, x: {field: value}, color: {field: area}, status: {field: status}}
      unit: 亿元
      note: 空心点为推算值；广东为质押登记金额，广西为质押融资金额，口径不同。
      source: 两省区市场监督管理局，2023年4月
      """#
    ),
    (
      "timeline",
      #"""
      title: {text: 2023年起质押融资将实施“倍增计划”, subtitle: 广东省知识产权运用的主要举措，2022—2023年}
      data:
        values:
          - {date: 2022年, head: 发布全国首个企业知识产权国际合规管理地方标准, text: 《企业知识产权国际合规管理规范》省级地方标准}
          - {date: 2022年底, head: 与香港知识产权署签署合作计划, text: 24项知识产权合作项目，2022下半年至2023年实施}
          - {date: 2023年4月, head: 发布保护状况白皮书, text: 专利和商标质押金额970.24亿元，同比增长119.25%}
          - {date: 2023年, head: 知识产权质押融资倍增计划, text: 登记金额和登记笔数力争实现倍增, status: plan}
      mark: timeline
      encoding: {x: {field: date}, label: {field: head}, text: {field: text}, status: {field: status}}
      source: 广东省市场监督管理局
      """#
    ),
    (
      "kpi",
      #"""
      data:
        values:
          - {label: 专利和商标质押金额, number: "970.24", unit: 亿元, change: +119.25%, base: 较2021年, chips: 占全国19.93%, ref: "[1]"}
          - {label: 发明专利有效量, number: "53.92", unit: 万件, chips: "连续13年居全国首位"}
      mark: kpi
      encoding: {label: {field: label}, text: {field: number}, unit: {field: unit}, growth: {field: change}, detail: {field: base}, badge: {field: chips}, order: {field: ref}}
      source: 广东省市场监督管理局
      """#
    ),
    (
      "open",
      #"""
      title: {text: 证券化产品惠及超300家科创企业, subtitle: 广东省知识产权服务的企业数，家，2022年}
      data:
        values:
          - {name: 证券化产品惠及企业, value: 300, qualifier: ">"}
          - {name: “一对一”指导企业, value: 500, qualifier: ">"}
          - {name: 海外风险排查企业, value: 50}
      mark: bar
      encoding: {y: {field: name, type: nominal}, x: {field: value, type: quantitative}, qualifier: {field: qualifier}}
      unit: 家
      source: x
      """#
    ),
    (
      "lines",
      #"""
      title: {text: 广东质押金额2022年跃居首位, subtitle: 专利和商标质押金额，亿元，2018—2022年（示例）}
      data:
        values:
          - {year: "2018", area: 广东, value: 196.6}
          - {year: "2019", area: 广东, value: 253.1}
          - {year: "2020", area: 广东, value: 302.5}
          - {year: "2021", area: 广东, value: 442.5}
          - {year: "2022", area: 广东, value: 970.2}
          - {year: "2018", area: 浙江, value: 210.3}
          - {year: "2019", area: 浙江, value: 280.6}
          - {year: "2020", area: 浙江, value: 401.2}
          - {year: "2021", area: 浙江, value: 560.9}
          - {year: "2022", area: 浙江, value: 820.4}
          - {year: "2018", area: 江苏, value: 120.5}
          - {year: "2019", area: 江苏, value: 150.2}
          - {year: "2020", area: 江苏, value: 230.8}
          - {year: "2021", area: 江苏, value: 340.1}
          - {year: "2022", area: 江苏, value: 560.7}
      mark: line
      encoding: {x: {field: year, type: temporal}, y: {field: value, type: quantitative}, color: {field: area, type: nominal}}
      highlight: 广东
      unit: 亿元
      source: 示例数据
      """#
    ),
  ]

  static func spec(_ name: String) -> String { all.first { $0.name == name }?.spec ?? "" }
}
