/// A figure in English: multipliers of ten thousand turned into thousands, millions, billions without a digit lost.
func englishFigure(_ figure: Observation) -> FigureText {
  let word = englishQualifier(figure.qualifier)
  switch figure.kind {
  case .level: return englishQuantity(figure, word)
  case .share: return englishProportion(figure, word, signed: false)
  case .change:
    if figure.unit.measure == "位" {
      return FigureText(
        before: figure.value.isNegative ? "down " : "up ", number: figure.value.magnitude.printed(), after: " places")
    }
    if let other = figure.gapFrom {
      var size = figure
      size.value = figure.value.magnitude
      var text = englishProportion(size, word, signed: false)
      text.after += figure.isTimes ? " that of " + other : (figure.value.isNegative ? " below " : " above ") + other
      return text
    }
    return englishProportion(figure, word, signed: !figure.isUnsignedMultiple)
  case .rank:
    let field = figure.scope.map { " in " + englishArea($0) } ?? ""
    if figure.qualifier == .atMost { return FigureText(before: "top ", number: figure.value.printed(), after: field) }
    return FigureText(before: "No. ", number: figure.value.printed(), after: field)
  case .streak:
    let one = figure.value.hasSameValue(as: ExactNumber(1))
    let unit = englishMeasures[figure.unit.measure] ?? "years"
    return FigureText(
      before: word, number: figure.value.printed(), after: " " + (one ? String(unit.dropLast()) : unit) + " running")
  }
}

private func englishProportion(_ figure: Observation, _ word: String, signed: Bool) -> FigureText {
  switch figure.unit.kind.base {
  case "%" where figure.unit.kind.factor == Rational(10):
    let percent = figure.value.shifted(byPowerOfTen: 1) ?? figure.value
    return FigureText(before: word, number: percent.printed(signed: signed), after: "%")
  case "%" where figure.unit.kind.factor == Rational(100):
    return FigureText(before: word, number: figure.value.printed(signed: signed), after: " times")
  case "%": return FigureText(before: word, number: figure.value.printed(signed: signed), after: "%")
  case "个百分点":
    return FigureText(before: word, number: figure.value.printed(signed: signed), after: " percentage points")
  case "番": return FigureText(before: word + "doubled ", number: figure.value.printed(), after: " times over")
  default: return englishQuantity(figure, word, signed: signed)
  }
}

/// A Chinese unit for the head of a column or an axis: CNY 100 million for 亿元, 10,000 people for 万人; counted things have a power
/// of ten alone.
func englishUnit(_ unit: Unit) -> String {
  let power = [4: "10,000", 6: "million", 8: "100 million", 9: "billion", 12: "trillion"][unit.multiplier] ?? ""
  if let money = englishMoney[unit.kind.base] { return power.isEmpty ? money : money + " " + power }
  let measure = englishMeasures[simplified(unit.measure)] ?? unit.measure
  return [power, measure].filter { !$0.isEmpty }.joined(separator: " ")
}

private func englishQuantity(_ figure: Observation, _ word: String, signed: Bool = false) -> FigureText {
  let money = englishMoney[figure.unit.kind.base]
  let lead = word + (money.map { $0 + " " } ?? "")
  let measure = money == nil ? englishMeasures[simplified(figure.unit.measure)] ?? figure.unit.measure : ""
  let after = measure.isEmpty || measure == "%" ? measure : " " + measure
  guard figure.unit.multiplier != 0, let full = figure.value.shifted(byPowerOfTen: figure.unit.multiplier) else {
    return FigureText(before: lead, number: figure.value.printed(signed: signed, grouped: true), after: after)
  }
  for (power, name) in [(12, " tn"), (9, " bn"), (6, " m")] {
    guard let bound = powerOfTen(power), full.magnitude.rational >= (Rational(bound) ?? .one),
      let scaled = full.shifted(byPowerOfTen: -power)
    else { continue }
    return FigureText(before: lead, number: scaled.trimmed.printed(signed: signed, grouped: true), after: name + after)
  }
  return FigureText(before: lead, number: full.trimmed.printed(signed: signed, grouped: true), after: after)
}

private func englishQualifier(_ qualifier: Observation.Qualifier) -> String {
  switch qualifier {
  case .exactly: ""
  case .moreThan: "over "
  case .atLeast: "at least "
  case .lessThan: "under "
  case .atMost: "up to "
  case .about: "about "
  }
}

/// English names of the provinces and of the wholes that most shares and ranks speak of; others stay as written.
package func englishArea(_ name: String) -> String {
  [
    "全国": "China", "全國": "China", "全球": "the world", "世界": "the world", "全省": "the province", "全市": "the city",
    "全区": "the region",
    "北京": "Beijing", "天津": "Tianjin", "河北": "Hebei", "山西": "Shanxi", "内蒙古": "Inner Mongolia", "辽宁": "Liaoning", "吉林": "Jilin",
    "黑龙江": "Heilongjiang", "上海": "Shanghai", "江苏": "Jiangsu", "浙江": "Zhejiang", "安徽": "Anhui", "福建": "Fujian", "江西": "Jiangxi",
    "山东": "Shandong", "河南": "Henan", "湖北": "Hubei", "湖南": "Hunan", "广东": "Guangdong", "广西": "Guangxi", "海南": "Hainan", "重庆": "Chongqing",
    "四川": "Sichuan", "贵州": "Guizhou", "云南": "Yunnan", "西藏": "Tibet", "陕西": "Shaanxi", "甘肃": "Gansu", "青海": "Qinghai", "宁夏": "Ningxia",
    "新疆": "Xinjiang", "香港": "Hong Kong", "澳门": "Macao", "台湾": "Taiwan", "英国": "the United Kingdom",
  ][simplified(name)]
    ?? name
}

private let englishMoney: [String: String] = [
  "元": "CNY", "美元": "USD", "港元": "HKD", "澳门元": "MOP", "新台币": "TWD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP",
  "澳元": "AUD", "加元": "CAD", "新加坡元": "SGD", "新西兰元": "NZD", "瑞士法郎": "CHF", "瑞典克朗": "SEK", "挪威克朗": "NOK", "丹麦克朗": "DKK", "韩元": "KRW",
  "印度卢比": "INR", "泰铢": "THB", "林吉特": "MYR", "卢布": "RUB", "兰特": "ZAR", "雷亚尔": "BRL", "兹罗提": "PLN",
]

/// Measure words with an English form. Those of counted things have none in English: 件, 家, 个 vanish.
private let englishMeasures: [String: String] = [
  "件": "", "家": "", "个": "", "项": "", "单": "", "笔": "", "份": "", "起": "", "宗": "", "名": "", "户": "", "场": "", "条": "",
  "种": "",
  "类": "", "所": "", "座": "", "台": "", "套": "", "部": "", "辆": "", "位": "", "批": "", "支": "", "处": "", "例": "", "枚": "",
  "票": "",
  "次": "times", "人": "people", "人次": "person-times", "年": "years", "个月": "months", "月": "months", "季度": "quarters",
  "天": "days", "日": "days", "工作日": "working days", "个工作日": "working days", "小时": "hours", "分钟": "minutes",
  "平方公里": "km²", "平方米": "m²", "公里": "km", "千米": "km", "米": "m", "公顷": "ha", "亩": "mu", "吨": "t", "公斤": "kg", "千克": "kg",
  "千瓦时": "kWh", "千瓦": "kW", "兆瓦": "MW", "倍": "times", "个百分点": "percentage points", "标箱": "TEU",
]
