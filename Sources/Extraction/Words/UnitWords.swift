import Articles

/// What kind of measure a unit word is.
enum MeasureKind: Hashable, Sendable {
  /// 家, 件, 个: counts things, whose name may follow.
  case count
  case money
  /// Physical and compound measures: 吨, 公里, 亿千瓦时.
  case physical
  case percent
  /// 个百分点, 个基点.
  case points
  /// 倍.
  case times
  /// 成.
  case tenths
  /// 番.
  case doublings
  /// 年, 个月, 天, 小时.
  case duration
  /// 位, 名: positions as well as people.
  case position
  /// 千伏, 吨级: part of the name of a thing.
  case rating
  /// 级, 届, 号: makes a name of the number.
  case label
}

enum UnitWords {
  static let words: WordTrie<MeasureKind> = {
    var trie = WordTrie<MeasureKind>()
    for (kind, words) in lists { trie.insert(all: words, kind) }
    return trie
  }()

  private static let lists: [(MeasureKind, String)] = [
    (
      .count,
      """
      家 件 个 项 次 人 户 台 套 辆 架 艘 座 条 所 份 单 起 宗 例 场 种 类 款 部 篇 册 本 张 枚 只 头 匹 株 棵 支 组 队 间 处 口 列 票 笔 幅 双 批次 批 期 门 片 根 颗 粒 盏 扇 面 尊 眼 栋 幢 顶 尾 羽 箱 盒 瓶 袋 包 杯 页 字 集 堂 节 课时 学时 \
      人次 人份 件次 户次 家次 架次 车次 班次 列次 艘次 船次 台次 台套 台（套） 台(套) 辆次 例次 场次 班 标准箱 标箱 TEU 万TEU 个标准箱 个标箱 标准货柜 标准柜 个标准货柜单位 标准货柜单位 个品种 组次 点次 张次 人天 床 张床位 个床位 卷 支队伍 支队 只次 头次 户家庭 桩 句 首 餐 趟 道 层 车 单次 人月 人日 期次 帧 款次 封 具 顿 座次 枪 把 机位 车位 席 剂 剂次 针 人/年 人年 科次 头只 羽只 亿羽 股 手
      """
    ),
    (.position, "位 名"),
    (
      .money,
      """
      元 港仙 仙 澳门仙 元人民币 人民币 美元 欧元 日元 港元 英镑 澳门元 澳元 加元 新加坡元 韩元 卢布 卢比 新台币 台币 泰铢 瑞士法郎 瑞郎 法郎 港币 澳门币 里拉 比索 林吉特 奈拉 \
      元/人 元/吨 元/平方米 元/公斤 元/斤 元/千瓦时 元/度 美元/吨 美元/桶 元/股 元/亩 元/人次 元/件 元/小时 元/天 元/月 元/升 块 块钱 角 分钱 毛 美金
      """
    ),
    (
      .physical,
      """
      吨 公吨 计费吨 公尺 平方公尺 立方公尺 台斤 坪 公斤 千克 克 斤 毫克 微克 升 毫升 桶 立方米 标准立方米 标方 方 公里 千米 米 厘米 毫米 微米 纳米 海里 里 英里 平方公里 平方千米 平方米 平方厘米 公顷 亩 英亩 车公里 人公里 吨公里 人海里 吨海里 立方公里 \
      千瓦 兆瓦 吉瓦 瓦 千瓦时 兆瓦时 吉瓦时 度 度电 GW MW kW KW kWh KWh MWh GWh TWh MWp GWp Wh W 吨标准煤 吨标煤 吨油当量 吨二氧化碳 吨二氧化碳当量 千比特 千字节 兆字节 兆比特 千卡 焦耳 吉焦 千焦 百万千焦 \
      GB TB PB EB ZB MB KB EFLOPS PFLOPS P TFLOPS Gbps Mbps 字节 比特 太字节 EFlops PFlops 百亿亿次/秒 每秒百亿亿次浮点运算 \
      /10万 /万 /千 /10万人 /万人 /百万人 公斤/亩 斤/亩 吨/公顷 千克/亩 吨/年 吨/日 吨/天 立方米/日 立方米/天 立方米/秒 万立方米/日 毫克/升 微克/立方米 毫克/立方米 克/千瓦时 克标准煤/千瓦时 千瓦时/人 平方米/人 辆/公里 公里/小时 人/平方公里 件/万人 摄氏度 ℃ °C 点 分贝 千伏安 万千伏安 兆伏安 赫兹 兆赫 千赫 分 克拉 盎司 两 公分 cm mm km kg mg g m m² m³ km² hm² cm² m³/s m³/d m³/h m³/人 L/d L/人 L/h L/s mg/L mg/m³ mg/kg μg/m³ µg/m³ ug/m³ kg/hm² kg/亩 g/kWh kWh/m² t/d t/h m/s km/h 升/日 升/天 升/人 升/秒 千克/公顷 公斤/公顷 立方米/人 立方米/亩 立方米/公顷 千瓦时/平方米 毫米/年 立方米/小时
      """
    ),
    (.percent, "% ‰ 百分比 per"),
    (.points, "个点 个百分点 百分点 个百分 个基点 基点 BP bp 个千分点"),
    (.times, "倍"),
    (.tenths, "成"),
    (.doublings, "番"),
    (
      .duration,
      "年 个年头 年头 个年度 年度 个月 月 周 个星期 天 日 小时 个小时 分钟 秒 秒钟 个工作日 工作日 个自然日 毫秒 个季度 季度 季 岁 周岁 周年 个交易日 载 个学期 昼夜 天/件 微秒 个钟头 个日 个交易周 晚"
    ),
    (.rating, "千伏 伏 吨级 千瓦级 兆瓦级 万吨级 米级 公里级 亿元级 级 安 寸 英寸 马力 像素 万像素 毫安时 纳米级 座级 吨位"),
    (
      .label,
      """
      届 号 强 大 后 代 版 章 栋楼 楼 室 型 式 折 号线 线 路 区 期工程 轮 度角 环 维 连冠 连丰 字头 星 星级 甲 级别 等奖 等 字 杰 佳 好 优 小时内 人制 号文 号令 条线 法 农 公 会 步 \
      角 心 证 码 网 端 链 点钟 点半 时 点整 股份 岁以上 后生 类型 化 进 院 股东 江 河 湖 山 世 世纪
      """
    ),
  ]
}
