import Articles
import Extraction
import Indicators

/// What holds for all figures of a table unless its heads say otherwise: whose they are, when, in which unit, of what.
struct TableContext {
  var area: String?
  var areaCode: String?
  var period: Period?
  /// No words give the period but the document's date.
  var periodIsAssumed = false
  var units: [String] = []
  /// 各县一般公共预算收入: what is measured.
  var measure: String?
  var caption: String?
  var hasRepublicYears = false
}

/// A title, a caption or another line above a table.
struct TitleReading {
  var units: [String]
  var time: HeadTime?
  var area: NamedPlace?
  var measure: String?

  init(_ text: String, places: PlaceNames, hasRepublicYears: Bool) {
    let written = Array(withoutLabel(text).unicodeScalars)
    var scan = HeadScan(written)
    let (unit, several) = scan.takeUnit()
    units = several.isEmpty ? unit.map { [$0] } ?? [] : several
    time = scan.takeTimes(hasRepublicYears: hasRepublicYears)
    let rest = scan.rest()
    let found = PlaceInTitle(rest, places)
    area = found?.place
    measure = Self.measure(found.map { rest.replacingFirst($0.words, with: "") } ?? rest)
  }

  /// Words that a title has around what is measured.
  private static let around = [
    "分县(市、区)", "分县(市,区)", "各县(市、区)", "各县(区)", "各市(州)", "各县区", "分县区", "分地区", "分行业", "分产业", "各行业", "各地区", "各省市", "各省份", "各省", "各业", "各市", "各县", "各区", "各地",
    "按地区分", "按行业分", "主要年份", "历年", "主要", "全市", "全省", "全县", "全区", "及其增长速度", "及增长速度", "及其增长", "及增长", "及增速", "及构成", "和构成", "增长情况", "完成情况", "变动情况",
    "基本情况", "主要情况", "情况统计表", "情况表", "情况", "统计表", "一览表", "统计数据", "数据", "统计", "排名", "排行", "排序", "月度", "季度", "年度", "的",
  ]
  private static let broad = [
    "国民经济", "社会发展", "公报", "年鉴", "主要指标", "经济指标", "主要经济", "统计月报", "月报", "季报", "指标", "经济运行", "工作", "表", "概况", "statistics", "indicators", "yearbook", "report", "database",
  ]

  private static func measure(_ text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    // Patent grants by office.
    let lower = String(scalars: scalars.map(\.lowercasedHalfWidth))
    if let by = lower.range(of: " by ") {
      scalars = Array(scalars.prefix(lower[..<by.lowerBound].unicodeScalars.count))
    }
    var words = String(scalars: scalars)
    let isHan = scalars.contains(where: \.isHan)
    let key = HeadReading.key(words)
    if broad.contains(where: { key.contains($0) && ($0 != "表" || key == "表") }) { return nil }
    if isHan { for word in around { words = words.removingFolded(word) } }
    let reading = HeadScan(Array(words.unicodeScalars)).rest()
    guard reading.unicodeScalars.count >= 2, reading.unicodeScalars.count <= 40 else { return nil }
    return reading
  }
}

/// The text without 表1, Table 3., 2-1, 续表 and the like in front.
func withoutLabel(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  let folded = scalars.map { $0.lowercasedHalfWidth.simplified }
  var index = 0
  func skip(_ words: [String]) -> Bool {
    for word in words where folded[index...].starts(with: word.unicodeScalars) {
      index += word.unicodeScalars.count
      return true
    }
    return false
  }
  func blanks() { while index < folded.count, folded[index].isBlank { index += 1 } }
  blanks()
  let isNamed = skip(["附表", "续表", "表格", "表", "table", "figure"])
  blanks()
  let start = index
  while index < folded.count, folded[index].isDigit || "-–—.．".unicodeScalars.contains(folded[index]) { index += 1 }
  let hasDash = folded[start..<index].contains { "-–—.".unicodeScalars.contains($0) }
  // 2024年…, 2-1 …, 1. …
  let isYear = index < folded.count && "年月季个".unicodeScalars.contains(folded[index])
  let isSet = index == start || isNamed || hasDash && index < folded.count && (folded[index].isBlank || folded[index - 1] == "." || folded[index].isHan)
  guard !isYear, isSet, isNamed || index > start, index - start < 9 else { return text }
  while index < folded.count, folded[index].isBlank || ".:、,．".unicodeScalars.contains(folded[index]) { index += 1 }
  if skip(["续表", "(续)", "(续表)", "(continued)", "续 "]) { blanks() }
  return String(scalars: scalars[index...])
}

/// The place that a title names.
struct PlaceInTitle {
  var place: NamedPlace
  var words: String

  init?(_ text: String, _ places: PlaceNames) {
    let written = Array(text.unicodeScalars)
    let folded = written.folded
    var index = 0
    while index < min(folded.count, 60) {
      let isStart = index == 0 || !folded[index - 1].isHan
      if let match = places.longestMatch(in: folded, at: index, limit: folded.count), match.value.level != .world || isStart {
        place = match.value
        // 广东省 is known as 广东, 昆山 as 昆山市.
        var end = index + match.length
        if end < folded.count, "省市县区州".unicodeScalars.contains(folded[end]), !match.value.name.hasSuffix(String(scalars: [folded[end]])) { end += 1 }
        words = String(scalars: written[index..<end])
        return
      }
      if isStart, let length = PlaceByEnding.length(in: folded, at: index) {
        words = String(scalars: written[index..<(index + length)])
        place = PlaceByEnding.place(words)
        return
      }
      index += 1
    }
    return nil
  }
}

/// Places that no list has, by their ending: 云川市, 青原县, 东屏省.
enum PlaceByEnding {
  /// - Parameter text: half-width and simplified.
  static func length(in text: [Unicode.Scalar], at start: Int) -> Int? {
    if let length = CountyName.length(in: text, at: start) { return length }
    for length in 3...4 where start + length <= text.count {
      let name = text[start..<(start + length)]
      guard let last = name.last, "省州盟".unicodeScalars.contains(last), name.allSatisfy(\.isHan),
        !name.contains(where: { "各全本我该外和与及市县区年度".unicodeScalars.contains($0) })
      else { continue }
      if last == "省", start + length < text.count, "份级内外".unicodeScalars.contains(text[start + length]) { continue }
      return length
    }
    return nil
  }

  static func place(_ name: String) -> NamedPlace {
    NamedPlace(name, name.hasSuffix("省") ? .province : name.hasSuffix("市") || name.hasSuffix("州") ? .city : .county)
  }
}

extension String {
  func replacingFirst(_ words: String, with other: String) -> String {
    guard let range = range(of: words) else { return self }
    return String(self[..<range.lowerBound]) + other + self[range.upperBound...]
  }

  /// The range of another text, by characters.
  func range(of words: String) -> Range<Index>? {
    guard !words.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }

  /// Without a word, found half-width and simplified.
  func removingFolded(_ word: String) -> String {
    let written = Array(unicodeScalars)
    let folded = written.folded
    let word = Array(word.unicodeScalars)
    guard folded.count >= word.count, let first = word.first else { return self }
    for start in 0...(folded.count - word.count) where folded[start] == first && folded[start..<(start + word.count)].elementsEqual(word) {
      return String(scalars: written[..<start] + written[(start + word.count)...])
    }
    return self
  }
}

extension TableContext {
  /// - Parameter titles: the lines that stand above the figures, the nearest first.
  init(titles: [String], sheet: String?, article: Article, places: PlaceNames, hasRepublicYears: Bool) {
    self.hasRepublicYears = hasRepublicYears
    var time: HeadTime?
    var place: NamedPlace?
    for (index, text) in titles.enumerated() where text.unicodeScalars.count <= 200 {
      let reading = TitleReading(text, places: places, hasRepublicYears: hasRepublicYears)
      if units.isEmpty { units = reading.units }
      if let found = reading.time { time = time.map { $0.year == .inherited ? $0.completed(by: found) : $0 } ?? found }
      if place == nil { place = reading.area }
      let isUnitLine = !reading.units.isEmpty && reading.measure == nil
      if !isUnitLine {
        if measure == nil, text.unicodeScalars.count <= 60 { measure = reading.measure }
        if caption == nil, index < titles.count { caption = text }
      }
    }
    if let sheet, place == nil || time == nil {
      let reading = TitleReading(sheet, places: places, hasRepublicYears: hasRepublicYears)
      place = place ?? reading.area
      time = time ?? HeadTime(code: Array(sheet.unicodeScalars).map(\.lowercasedHalfWidth)) ?? reading.time
    }
    let published = article.date.map { Period(year: $0.year) }
    if let found = time?.period(in: published) {
      period = found
      periodIsAssumed = false
    } else {
      period = published
      periodIsAssumed = published != nil
    }
    if let place {
      area = place.name
      areaCode = place.code
    } else if let body = article.body {
      area = body
    } else if let subject = article.areaPlace {
      area = subject.name
      areaCode = subject.code
    }
  }
}
