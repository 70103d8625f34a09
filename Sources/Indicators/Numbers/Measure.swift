/// What a unit without its multiplier measures, so that 亿元 and 万元, 公里 and 千米 can be compared.
package struct Measure: Hashable, Sendable {
  package enum Dimension: String, Hashable, Sendable, CaseIterable {
    case money, count, length, area, mass, time, energy, power, proportion, points, rank, other
  }

  /// The name that all spellings share: `元`, `米`, `%`.
  package var base: String
  /// How many of ``base`` one of the written unit is.
  package var factor: Rational
  package var dimension: Dimension

  /// - Parameter written: a unit's ``Unit/measure``, in any script. Unknown ones stand for themselves.
  package init(_ written: String) { self = Measure.known[Folded(written)] ?? Measure(unknown: written) }

  fileprivate init(unknown written: String) { self.init(base: simplified(written), factor: .one, dimension: .other) }

  private init(base: String, factor: Rational, dimension: Dimension) {
    self.base = base
    self.factor = factor
    self.dimension = dimension
  }

  /// All known measures; units hold their places, since they are asked for theirs in every comparison.
  fileprivate static let all = Array(Set(known.values))

  private static let places: [Folded: Int] = {
    let places = Dictionary(all.enumerated().map { ($1, $0) }) { first, _ in first }
    return known.compactMapValues { places[$0] }
  }()

  /// Its place among ``all``; -1 for an unknown one.
  static func place(of written: String) -> Int { places[Folded(written)] ?? -1 }

  private static let known: [Folded: Measure] = {
    var table: [Folded: Measure] = [:]
    func add(
      _ names: String, _ base: String, _ numerator: Int128 = 1, _ denominator: Int128 = 1, _ dimension: Dimension
    ) {
      for name in names.split(separator: " ") {
        table[Folded(String(name))] = Measure(
          base: base, factor: Rational(numerator, over: denominator) ?? .one, dimension: dimension)
      }
    }
    add("元 人民币 元人民币 人民币元 圆 块 yuan RMB CNY ¥ ￥", "元", 1, 1, .money)
    add("美元 $ US$ USD dollars dollar", "美元", 1, 1, .money)
    add("港元 港币 HK$ HKD", "港元", 1, 1, .money)
    add("澳门元 MOP patacas", "澳门元", 1, 1, .money)
    add("澳元 澳大利亚元 A$ AUD", "澳元", 1, 1, .money)
    add("加元 加拿大元 C$ CAD", "加元", 1, 1, .money)
    add("新加坡元 新元 S$ SGD", "新加坡元", 1, 1, .money)
    add("新西兰元 NZ$ NZD", "新西兰元", 1, 1, .money)
    add("瑞士法郎 CHF", "瑞士法郎", 1, 1, .money)
    add("瑞典克朗 SEK kronor krona", "瑞典克朗", 1, 1, .money)
    add("挪威克朗 NOK", "挪威克朗", 1, 1, .money)
    add("丹麦克朗 DKK", "丹麦克朗", 1, 1, .money)
    add("韩元 ₩ KRW won", "韩元", 1, 1, .money)
    add("印度卢比 ₹ INR rupees", "印度卢比", 1, 1, .money)
    add("泰铢 THB baht", "泰铢", 1, 1, .money)
    add("林吉特 MYR ringgit", "林吉特", 1, 1, .money)
    add("卢布 ₽ RUB rubles", "卢布", 1, 1, .money)
    add("兰特 ZAR rand", "兰特", 1, 1, .money)
    add("雷亚尔 R$ BRL reais", "雷亚尔", 1, 1, .money)
    add("兹罗提 PLN zloty", "兹罗提", 1, 1, .money)
    add("新台币 台币 NT$ TWD", "新台币", 1, 1, .money)
    add("欧元 € EUR euros euro", "欧元", 1, 1, .money)
    add("日元 JPY yen", "日元", 1, 1, .money)
    add("英镑 £ GBP pounds pound", "英镑", 1, 1, .money)
    add("米 m metres", "米", 1, 1, .length)
    add("公里 千米 km kilometres kilometers", "米", 1000, 1, .length)
    add("平方米", "平方米", 1, 1, .area)
    add("平方公里 平方千米 km²", "平方米", 1_000_000, 1, .area)
    add("公顷 hectares", "平方米", 10_000, 1, .area)
    add("亩", "平方米", 2000, 3, .area)
    add("克 g", "克", 1, 1, .mass)
    add("公斤 千克 kg", "克", 1000, 1, .mass)
    add("吨 t tonnes tons", "克", 1_000_000, 1, .mass)
    add("年 years year 周年", "月", 12, 1, .time)
    add("个月 月 months month", "月", 1, 1, .time)
    add("季度 个季度 quarters", "月", 3, 1, .time)
    add("天 日 days day 个工作日 工作日", "天", 1, 1, .time)
    add("小时 个小时 hours hour", "分钟", 60, 1, .time)
    add("分钟 minutes minute", "分钟", 1, 1, .time)
    add("千瓦时 度 kWh", "千瓦时", 1, 1, .energy)
    add("兆瓦时 MWh", "千瓦时", 1000, 1, .energy)
    add("瓦 W", "瓦", 1, 1, .power)
    add("千瓦 kW", "瓦", 1000, 1, .power)
    add("兆瓦 MW", "瓦", 1_000_000, 1, .power)
    add("% ％ percent 百分之 pct", "%", 1, 1, .proportion)
    add("‰", "%", 1, 10, .proportion)
    add("成", "%", 10, 1, .proportion)
    add("倍 times fold", "%", 100, 1, .proportion)
    add("个百分点 百分点 pp points percentage", "个百分点", 1, 1, .points)
    add("位 名次", "位", 1, 1, .rank)
    for name in counters where table[Folded(name)] == nil {
      table[Folded(name)] = Measure(base: name, factor: .one, dimension: .count)
    }
    return table
  }()

  /// Measure words of things that are counted, so that a whole number is exact.
  private static let counters = [
    "件", "家", "个", "项", "次", "单", "笔", "人", "名", "户", "份", "场", "起", "宗", "条", "种", "类", "批", "所", "座", "台", "套",
    "部", "辆", "艘", "架", "篇", "本", "枚", "张", "只", "头", "株", "棵", "栋", "间", "处", "支", "人次", "户次", "件次", "例", "幅", "首",
    "期", "班", "列", "艘次", "架次", "标箱", "票", "组", "对", "届", "门", "款", "村", "站", "点", "路", "道", "卷", "册", "桩", "案",
    "人才", "企业", "companies", "firms", "people", "cases", "applications", "patents", "filings", "items",
  ]
}

extension Unit {
  /// What it measures.
  package var kind: Measure { Measure.all.indices.contains(known) ? Measure.all[known] : Measure(unknown: measure) }

  /// Whether figures in both can be compared: 亿元 with 万元, 公里 with 千米, 件 with 万件.
  public func isComparable(with other: Unit) -> Bool {
    let (mine, theirs) = (kind, other.kind)
    return mine.base == theirs.base && mine.dimension == theirs.dimension
  }

  /// Whether a whole number in this unit is a count and so exact: 件, 家, 次 without multiplier.
  package var isCount: Bool {
    guard multiplier == 0 else { return false }
    switch kind.dimension {
    case .count, .rank: return true
    default: return false
    }
  }
}

/// A number with its unit.
package struct Quantity: Hashable, Sendable {
  package var value: ExactNumber
  package var unit: Unit

  package init(_ value: ExactNumber, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// In the base of its measure without multiplier: 970.24亿元 is 97024000000 (元), 30% is 30; nil on overflow.
  package var inBase: Rational? { value.rational.multiplied(by: unit.baseFactor) }

  /// The same quantity in another unit of the same measure; nil for another measure or on overflow.
  package func converted(to other: Unit) -> Quantity? {
    guard unit.isComparable(with: other) else { return nil }
    if unit.kind.factor == other.kind.factor {
      return value.shifted(byPowerOfTen: unit.multiplier - other.multiplier).map { Quantity($0, other) }
    }
    return inBase?.divided(by: other.baseFactor).flatMap { ExactNumber($0) }.map { Quantity($0, other) }
  }

  /// Whether this is less than, the same as or more than `other`, by value; nil for another measure or on overflow.
  package func compare(_ other: Quantity) -> Order? {
    guard unit.isComparable(with: other.unit), let mine = inBase, let theirs = other.inBase else { return nil }
    return mine < theirs ? .less : mine == theirs ? .same : .more
  }

  package enum Order: Hashable, Sendable { case less, same, more }
}

extension Unit {
  /// How many of its measure's base one of this unit is: 10⁸ for 亿元. A multiplier no unit has counts as none.
  package var baseFactor: Rational {
    let power = Rational(powerOfTen: multiplier) ?? .one
    return power.multiplied(by: kind.factor) ?? power
  }
}

extension Observation {
  package var quantity: Quantity { Quantity(value, unit) }
}
