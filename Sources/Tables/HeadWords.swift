import Articles

/// The closed words of table heads. All are half-width, simplified, lower case and without blanks.
enum HeadWords {
  /// What a column of row heads holds, by its own head.
  enum Role: Hashable { case serial, unit, area, period, indicator, category, note, value }

  static func role(_ head: String) -> Role? {
    if let role = roles[head] { return role }
    // 按行业分, 按登记注册类型分组.
    if head.hasPrefix("按"), head.hasSuffix("分") || head.hasSuffix("分组") || head.hasSuffix("分类") { return .category }
    for (suffix, role) in [("名称", Role.indicator), ("类别", .category), ("类型", .category), ("行业", .category), ("地区", .area)] where head.hasSuffix(suffix) {
      return head == suffix ? role : head.contains("地区") || head.contains("城市") ? .area : role
    }
    return nil
  }

  private static let roles: [String: Role] = {
    let lists: [(Role, String)] = [
      (.serial, "序号 编号 行次 代码 代号 no. no # 序 code 指标代码 地区代码 编码"),
      (.unit, "单位 计量单位 unit units 数量单位 单位名称"),
      (
        .area,
        """
        地区 省份 省 市 城市 县区 区县 县(区) 县 市县 市(州) 州市 国家 国家(地区) 国家和地区 国家或地区 国别 行政区 区域 省市 市州 市地 旗县 县市 县市区 县(市、区) 市(县) 省市区 \
        省(区、市) 各地 各市 各县 地市 盟市 辖区 所在地 区 乡镇 镇街 街道 县(市) 县市别 区域别 地区别 office member country economy region state territory province area city district \
        county jurisdiction countries location geography nation municipality
        """
      ),
      (.period, "年份 年度 月份 年 月 季度 时间 日期 时期 年月 年别 月别 期间 year month quarter period date time years"),
      (.indicator, "指标 指标名称 项目 项目名称 名称 产品名称 产品 科目 内容 项别 主要指标 统计指标 商品名称 商品 品名 indicator item series variable measure description indicators"),
      (.category, "行业 业别 类别 分类 分组 门类 产业 品种 类型 行业类别 分项 组别 年龄 性别 年龄组 年龄别 机构 行业名称 产业别 industry sector field category type class group technology section"),
      (.note, "备注 说明 注 附注 note notes remarks source 数据来源 来源 comment"),
      (.value, "数值 值 指标值 数据 value obs_value 统计值 观测值"),
    ]
    var table: [String: Role] = [:]
    for (role, words) in lists { for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { table[String(word)] = role } }
    return table
  }()

  /// Rows and columns that sum up the others.
  static func isTotal(_ text: String) -> Bool {
    // 资产总计 is a name of its own.
    totals.contains(text)
  }
  private static let totals: Set<String> = [
    "合计", "总计", "全市", "全省", "全县", "全区", "全州", "总数", "全市合计", "全省合计", "全县合计", "全区合计", "全国合计", "全国总计", "共计", "计", "总额",
    "total", "grandtotal", "alltotal", "all", "sum",
  ]
  static let subtotals: Set<String> = ["小计", "subtotal"]
  /// Totals that name their place themselves.
  static let wholePlaces: [String: String] = ["全国": "全国", "全国合计": "全国", "全国总计": "全国", "world": "World", "全球": "全球", "世界": "全球"]

  /// Words of a head that say nothing of what is measured.
  static let generic: Set<String> = [
    "绝对数", "绝对额", "绝对量", "绝对值", "总量", "数值", "指标值", "实绩", "完成数", "累计", "本年", "本期", "合计", "总计", "小计", "计", "数据", "实际数", "实际", "值",
    "本年实际", "自年初累计", "本月止累计", "当月", "本月", "数额", "完成", "实际完成", "累计完成", "总数", "全年", "value", "total", "amount", "level", "number", "全市", "全省",
    "全部", "期末", "期末数", "累计值", "当期值", "当月值", "本期数", "本年数", "上年数", "同期", "同期数", "基期", "报告期", "当季", "当季值", "绝对数值",
  ]

  /// Words that end a change: 增长（%）, 增减, ±%.
  static let growth = [
    "增长速度", "增长率", "增长幅度", "增长额", "增长量", "增长", "增速", "增减率", "增减幅度", "增减百分比", "增减额", "增减量", "增减数", "增减", "增幅", "涨跌幅度", "涨跌幅", "涨跌", "涨幅",
    "升降幅度", "升降", "变动率", "变动幅度", "变动", "变化率", "变化", "上涨", "提高", "提升", "下降", "降幅", "年增率", "增加额", "增加量", "增加", "减少", "±",
  ]
  static let englishGrowth = [
    "year-on-year change", "year-on-year growth", "annual growth rate", "annual growth", "annual change", "growth rate", "growth", "percentage change", "percent change",
    "% change", "change from previous year", "change over previous year", "change on previous year", "y-o-y change", "yoy change", "y/y change", "change", "yoy", "y-o-y", "y/y", "increase", "year-on-year",
    "month-on-month change", "month-on-month", "m/m", "mom", "quarter-on-quarter",
  ]
  static let ranks = ["位次", "排名", "名次", "排位", "位居", "序位", "位列", "rank", "ranking"]

  static func isEnglishUnit(_ text: String) -> Bool {
    let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "/" || $0 == "(" || $0 == ")" })
    guard !words.isEmpty, words.count <= 5 else { return false }
    return words.allSatisfy { englishUnits.contains(String($0)) }
  }
  private static let englishUnits: Set<String> = [
    "%", "percent", "per", "cent", "percentage", "points", "point", "pp", "p.p.", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "bn", "mn", "us$", "usd", "$",
    "eur", "€", "rmb", "cny", "yuan", "gbp", "£", "dollars", "tonnes", "tonne", "tons", "kg", "km", "km2", "km²", "hectares", "ha", "persons", "people", "units", "households", "gwh", "mwh", "kwh", "mw",
    "gw", "of", "current", "constant", "in", "number", "years", "days", "months", "hours", "capita", "sq", "metres", "meters", "barrels", "litres", "population", "inhabitants", "cases", "applications", "‰",
  ]
}
