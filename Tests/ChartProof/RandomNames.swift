import Foundation

/// Names of places, things and series, Chinese and Latin.
struct RandomNames {
  let han = Array("广东深圳州佛山莞珠海惠中江门湛茂名肇庆清远韶关河源梅汕头潮揭阳云浮省市区县高新技术产业开发园专利商标质押金额登记数量企业发明实用型外观设计有效")
  let latin = [
    "North", "South", "Total", "Energy", "of", "Export", "Rate", "GDP", "and", "Services", "R&D", "High-tech", "A", "Municipality", "Index",
    "2nd",
  ]

  func name(_ length: Int, _ random: inout SeededGenerator) -> String {
    if random.chance(0.25) {
      var text = random.pick(latin)
      while text.count < length { text += " " + random.pick(latin) }
      let cut = String(text.prefix(max(1, length)))
      return cut.last == " " ? String(cut.dropLast()) : cut
    }
    return String((0..<length).map { _ in random.pick(han) })
  }

  func distinct(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    let most = random.pick([4, 8, 8, 16, 30])
    var seen: Set<String> = []
    var names: [String] = []
    while names.count < count {
      let name = name(random.int(1...most), &random)
      if !name.isEmpty, seen.insert(name).inserted { names.append(name) }
    }
    return names
  }

  /// Provinces of China, of which no two are one, by their short or full names.
  func provinces(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    var all = [
      "北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省",
      "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省", "四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省",
      "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区", "香港特别行政区", "澳门特别行政区",
    ]
    var chosen: [String] = []
    while chosen.count < count, !all.isEmpty { chosen.append(all.remove(at: random.int(0...all.count - 1))) }
    guard random.chance(0.5) else { return chosen }
    return chosen.map { name in
      if name == "内蒙古自治区" { return "内蒙古" }
      for suffix in ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区", "省", "市"] where name.hasSuffix(suffix) {
        return String(name.dropLast(suffix.count))
      }
      return name
    }
  }

  func years(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    let first = random.int(1960...2024 - count)
    return (0..<count).map { "\(first + $0)年" }
  }

  /// Days, weeks, months, quarters or years from a day on, as ISO dates.
  func dates(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    let (year, month, day) = (random.int(1998...2022), random.int(1...12), random.int(1...28))
    let step = random.int(0...4)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    let start =
      DateComponents(calendar: calendar, year: year, month: step >= 2 ? month : month, day: step >= 2 ? 1 : day).date
      ?? Date(timeIntervalSince1970: 0)
    return (0..<count).map { index in
      let date: Date? =
        switch step {
        case 0: calendar.date(byAdding: .day, value: index, to: start)
        case 1: calendar.date(byAdding: .day, value: 7 * index, to: start)
        case 2: calendar.date(byAdding: .month, value: index, to: start)
        case 3: calendar.date(byAdding: .month, value: 3 * index, to: start)
        default: calendar.date(byAdding: .year, value: index, to: start)
        }
      let parts = calendar.dateComponents([.year, .month, .day], from: date ?? start)
      return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 1, parts.day ?? 1)
    }
  }

  func sentence(_ length: Int, _ random: inout SeededGenerator) -> String {
    (0..<length).map { _ in String(random.pick(han)) }.joined()
  }
}
