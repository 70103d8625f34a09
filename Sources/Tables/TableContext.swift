import Articles
import Extraction
import Indicators
import Lingua

/// What holds for all figures of a table unless its heads say otherwise: whose they are, when, in which unit, of what.
struct TableContext {
  var area: String?
  var areaCode: String?
  /// The place that the titles or the sheet name.
  var place: NamedPlace?
  var period: Period?
  /// No words give the period but the document's date.
  var periodIsAssumed = false
  var units: [String] = []
  /// 金额单位：万元: of amounts of money, whatever the units of other figures are.
  var moneyUnit: String?
  /// Metric (₹ crore): that of the head over the names of rows, for those without one of their own.
  var namesUnit: String?
  /// 各县一般公共预算收入: what is measured.
  var measure: String?
  /// A line that says of all figures that they are changes: Percent change from preceding month.
  var change: HeadReading?
  /// The part of a title that says so where no head does: Real GDP: Percent change from preceding quarter.
  var changePart: HeadReading?
  /// What the head of the rows or a title says that changes are counted from: current month compared with last month.
  var against: HeadReading.Against?
  /// The measure as a head: 工业增加值增速 is a growth of 工业增加值.
  var measureHead: HeadReading?
  var caption: String?
  /// 3月下旬: a period shorter than a month, which no period of a figure names.
  var isOfPartOfMonth = false
  /// Three months ended: how many months the dates in heads are the ends of.
  var monthsEnded: Int?
}

/// A title, a caption or another line above a table.
struct TitleReading {
  var units: [String]
  var time: HeadTime?
  var area: NamedPlace?
  /// 某某电气股份有限公司2018年年度报告: the body that it names first.
  var body: String?
  var measure: String?
  /// Where it says nothing but from when all figures are changes.
  var change: HeadReading?
  /// Real GDP: Percent change from preceding quarter: the part of it that says so.
  var changePart: HeadReading?

  init(_ text: String, _ words: TableWords, places: PlaceNames, _ times: TimeHabits) {
    // Area: U.S. city average.
    let parts = text.split(maxSplits: 1) { $0 == ":" || $0 == "：" }
    if parts.count == 2, HeadRole(HeadReading.key(String(parts[0])), words) == .area {
      units = []
      area = PlaceInTitle(parts[1].drop { $0 == " " }.description, places)?.place
      return
    }
    // 编制单位：某某公司.
    if parts.count == 2, words.holds(.bodyLabels, HeadReading.key(String(parts[0]))) {
      units = []
      body = String(parts[1]).trimmed
      return
    }
    var written = Array(withoutLabel(RowLabel(text, words).words, words).unicodeScalars).withoutTranslation
    if let part = Self.changePart(of: String(scalars: written), words, times) {
      changePart = part.reading
      written = Array(part.rest.unicodeScalars)
    }
    var scan = HeadScan(written, words, times)
    let (unit, several) = scan.takeUnit()
    units = several.isEmpty ? unit.map { [$0] } ?? [] : several
    time = scan.takeTimes()
    var rest = scan.rest()
    for lead in words.phrases(.titleLeads) where HeadReading.key(rest).hasPrefix(lead.key) { rest = rest.removingFolded(lead) }
    let whole = HeadReading(text, words, times)
    if whole.kind == .change, whole.name.isEmpty, units.count < 2 {
      change = whole
      return
    }
    let plain = rest.filter { !"()（） ".contains($0) }
    if units.count == 1, let unit = units.first, !plain.isEmpty {
      // 单位：%（按月变动）: behind the unit, how all figures are changes.
      let told = HeadReading("\(plain)(\(unit))", words, times)
      if told.kind == .change, told.name.isEmpty {
        change = told
        return
      }
    }
    if let body = Self.body(in: rest, words) {
      self.body = body
      measure = Self.measure(rest.replacing(body, with: "", maxReplacements: 1), words)
      return
    }
    let found = PlaceInTitle(rest, places)
    area = found?.place
    measure = Self.measure(found.map { rest.replacing($0.words, with: "", maxReplacements: 1) } ?? rest, words)
  }

  /// The part behind a colon or a dash, or in brackets, that is a change and nothing else, and what stands before it.
  private static func changePart(of text: String, _ words: TableWords, _ times: TimeHabits) -> (reading: HeadReading, rest: String)? {
    for mark in [": ", "：", " - ", " – ", "—", "（", " ("] {
      guard let found = text.ranges(of: mark).last else { continue }
      let part = text[found.upperBound...].filter { !")）".contains($0) }
      let reading = HeadReading(part, words, times)
      if reading.kind == .change, reading.name.isEmpty { return (reading, String(text[..<found.lowerBound])) }
    }
    return nil
  }

  /// The name of a body that a text begins with. A place within it says where it sits and not whose the figures are.
  private static func body(in text: String, _ words: TableWords) -> String? {
    let scalars = Array(text.unicodeScalars)
    // Northwind Instruments Inc. reports …
    if let first = scalars.first, first.isLatinLetter {
      let folded = scalars.map(\.lowercasedHalfWidth)
      return words.phrases(.bodyEndings).lazy.compactMap { ending -> String? in
        folded.indices.dropFirst(2).prefix(60).first {
          folded[$0 - 1].isBlank && folded[$0...].starts(with: ending.scalars)
            && ($0 + ending.scalars.count == folded.count || !folded[$0 + ending.scalars.count].isLatinLetter)
        }.map { String(scalars: scalars[..<($0 + ending.scalars.count)]) }
      }.first { $0.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false || $0 == "&" || $0 == "and" || $0 == "of" } }
    }
    let name = scalars.prefix { $0.isHan || "()（）".unicodeScalars.contains($0) }
    let folded = Array(name).folded
    for length in folded.indices.dropFirst(3).prefix(30) {
      guard let ending = words.phrases(.bodyEndings).first(where: { folded[length...].starts(with: $0.scalars) }) else { continue }
      let end = length + ending.scalars.count
      // 上市公司, 各类公司 are many.
      guard !words.phrases(.bodyKinds).contains(where: { folded[..<end].suffix($0.scalars.count).elementsEqual($0.scalars) }),
        !words.phrases(.bodyHeads).contains(where: {
          folded[..<end].suffix($0.scalars.count).elementsEqual($0.scalars) && $0.scalars.count > 2
        })
      else { return nil }
      return String(scalars: name.prefix(end))
    }
    return nil
  }

  private static func measure(_ text: some StringProtocol, _ tableWords: TableWords) -> String? {
    var scalars = Array(text.unicodeScalars)
    // Patent grants by office.
    let lower = String(scalars: scalars.map(\.lowercasedHalfWidth))
    for by in tableWords.phrases(.breakdowns) {
      guard let found = lower.firstRange(of: " \(by.text) "), isBreakdown(lower[found.upperBound...], tableWords) else { continue }
      scalars = Array(scalars.prefix(lower[..<found.lowerBound].unicodeScalars.count))
      break
    }
    // (based on seasonally adjusted data) says how figures were made.
    if let first = scalars.first?.halfWidth, let last = scalars.last?.halfWidth, first == "(" && last == ")" || first == "[" && last == "]"
    {
      return nil
    }
    scalars = withoutCountOfPlaces(withoutGrouping(scalars, tableWords), tableWords)
    var words = String(scalars: scalars)
    let isHan = scalars.contains(where: \.isHan)
    for word in tableWords.phrases(.continued) where HeadReading.key(words).hasSuffix(word.key) {
      words = words.removingFolded(word)
      break
    }
    let key = HeadReading.key(words)
    if tableWords.contains(.broadTitles, in: key) || tableWords.holds(.tableLabels, key) { return nil }
    // Consumer price index (2015=100).
    if key.contains("=100"), let open = words.lastIndex(where: { "(（[".contains($0) }), open > words.startIndex,
      let close = words[open...].firstIndex(where: { ")）]".contains($0) }), HeadReading.key(String(words[open..<close])).contains("=100")
    {
      return measure(words[..<open] + words[words.index(after: close)...], tableWords)
    }
    // 1982-84=100, not seasonally adjusted, all items.
    if key.contains("=100") || tableWords.holds(.emptyNames, key) || tableWords.holds(.totals, key) { return nil }
    if isHan { for word in tableWords.phrases(.titleNoise) { words = words.removingFolded(word) } }
    let reading = HeadScan(Array(words.unicodeScalars), tableWords).rest()
    guard reading.unicodeScalars.count >= 2, reading.unicodeScalars.count <= (isHan ? 40 : 90) else { return nil }
    return reading
  }
}

/// 外銷訂單－按貨品別年增率 without what parts its figures: 按…别, 按…分.
private func withoutGrouping(_ text: [Unicode.Scalar], _ words: TableWords) -> [Unicode.Scalar] {
  let folded = text.folded
  for lead in words.phrases(.groupingLeads) {
    guard let start = folded.indices.first(where: { folded[$0...].starts(with: lead.scalars) }) else { continue }
    let rest = folded[(start + lead.scalars.count)...].prefix(12)
    for end in rest.indices.dropFirst(2) where rest[rest.startIndex..<end].allSatisfy(\.isHan) {
      guard let word = words.phrases(.groupingEnds).first(where: { folded[end...].starts(with: $0.scalars) }) else { continue }
      var next = end + word.scalars.count
      // 分布 and 分析 are no 分.
      if next < folded.count, words.phrases(.breakdownStops).contains(where: { folded[next...].starts(with: $0.scalars) }) { return text }
      var low = start
      while low > 0, text[low - 1].isBlank || "－-—–".unicodeScalars.contains(text[low - 1]) { low -= 1 }
      while next < folded.count, text[next].isBlank { next += 1 }
      return Array(text[..<low] + text[next...])
    }
  }
  return text
}

/// 70个大中城市新建商品住宅销售价格指数 without how many places it is of.
func withoutCountOfPlaces(_ text: [Unicode.Scalar], _ words: TableWords) -> [Unicode.Scalar] {
  let folded = text.folded
  for start in folded.indices where folded[start].isDigit && (start == 0 || !folded[start - 1].isDigit) {
    let digits = folded[start...].prefix(while: \.isDigit)
    guard digits.count <= 3, digits.endIndex < folded.count, folded[digits.endIndex] == "个",
      let group = words.phrases(.placeGroups).first(where: { folded[(digits.endIndex + 1)...].starts(with: $0.scalars) })
    else { continue }
    return Array(text[..<start] + text[(digits.endIndex + 1 + group.scalars.count)...])
  }
  return text
}

/// Whether English words behind “by” say what figures are parted by, reporting country and age groups, rather than belong to a name: rail.
private func isBreakdown(_ text: Substring, _ words: TableWords) -> Bool {
  let lists: [TableWords.List] = [
    .areaHeads, .bodyHeads, .periodHeads, .indicatorHeads, .productHeads, .categoryHeads, .breakdownWords,
  ]
  return text.prefix { $0 != "," && $0 != "(" }.split { !$0.isLetter }.prefix(6).contains { word in
    let forms = [
      String(word), word.hasSuffix("ies") ? word.dropLast(3) + "y" : word.hasSuffix("s") ? String(word.dropLast()) : String(word),
    ]
    return forms.contains { form in lists.contains { words.holds($0, form) } }
  }
}

/// The text without 表1, Table 3., 2-1, 续表 and the like in front.
func withoutLabel(_ text: String, _ words: TableWords) -> String {
  let scalars = Array(text.unicodeScalars)
  let folded = scalars.map { $0.lowercasedHalfWidth.simplified }
  var index = 0
  func skip(_ list: TableWords.List) -> Bool {
    for word in words.phrases(list) where folded[index...].starts(with: word.scalars) {
      index += word.scalars.count
      return true
    }
    return false
  }
  func blanks() { while index < folded.count, folded[index].isBlank { index += 1 } }
  blanks()
  let isNamed = skip(.tableLabels)
  blanks()
  let start = index
  while index < folded.count, folded[index].isDigit || "-–—.．".unicodeScalars.contains(folded[index]) { index += 1 }
  let hasDash = folded[start..<index].contains { "-–—.".unicodeScalars.contains($0) }
  // 2024年…, 2-1 …, 1. …
  let isYear = index < folded.count && "年月季个".unicodeScalars.contains(folded[index])
  let isSet =
    index == start || isNamed
    || hasDash && index < folded.count && (folded[index].isBlank || folded[index - 1] == "." || folded[index].isHan)
  guard !isYear, isSet, isNamed || index > start, index - start < 9 else { return text }
  while index < folded.count, folded[index].isBlank || ".:、,．".unicodeScalars.contains(folded[index]) { index += 1 }
  if skip(.continued) { blanks() }
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
    while index < min(folded.count, written.contains(where: \.isHan) ? 60 : 140) {
      let isStart = index == 0 || !folded[index - 1].isHan
      if let match = places.longestMatch(in: folded, at: index, limit: folded.count), match.value.level != .world || isStart,
        // US$ is money.
        index + match.length == folded.count || folded[index + match.length] != "$"
      {
        place = match.value.named(written[index..<(index + match.length)])
        // 广东省 is known as 广东, 昆山 as 昆山市.
        var end = index + match.length
        if end < folded.count, "省市县区州".unicodeScalars.contains(folded[end]), !match.value.name.hasSuffix(String(scalars: [folded[end]])) {
          end += 1
        }
        words = String(scalars: written[index..<end])
        return
      }
      if isStart, let length = PlaceByEnding.length(in: folded, at: index) {
        words = String(scalars: written[index..<(index + length)])
        place = NamedPlace(unlisted: words)
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
}

extension String {
  /// Without a word, found half-width and simplified.
  func removingFolded(_ phrase: TableWords.Phrase) -> String {
    let written = Array(unicodeScalars)
    let folded = written.folded
    let word = phrase.scalars
    guard folded.count >= word.count, let first = word.first else { return self }
    for start in 0...(folded.count - word.count) where folded[start] == first && folded[start..<(start + word.count)].elementsEqual(word) {
      return String(scalars: written[..<start] + written[(start + word.count)...])
    }
    return self
  }
}

extension TableContext {
  /// Takes from the head of the rows what changes are counted from, and the unit.
  mutating func takeHeads(_ columns: [TableColumn]) {
    if change == nil, !columns.contains(where: { $0.use == .value && $0.head.kind != nil }) { change = changePart }
    namesUnit = columns.lazy.filter { $0.use == .name || $0.use == .category }.compactMap(\.head.unit).first
    if let found = columns.lazy.filter(\.use.isStub).compactMap(\.head.comparison).first { against = found }
  }

  /// Whether a line in Latin words stands next to a Chinese one of words, not counting units.
  private static func isTranslation(_ index: Int, _ titles: [String]) -> Bool {
    func isChinese(_ index: Int) -> Bool {
      titles.indices.contains(index) && titles[index].unicodeScalars.count { $0.isHan } > 3
    }
    let scalars = titles[index].unicodeScalars
    guard scalars.count(where: \.isLatinLetter) > 8, !scalars.contains(where: \.isHan) else { return false }
    return isChinese(index - 1) || isChinese(index + 1)
  }

  /// - Parameters:
  ///   - titles: the lines that stand above the figures, the nearest first.
  ///   - outer: those above the whole of a table of several parts, which say whose and when.
  init(
    titles: [String], outer: [String], sheet: String?, article: Article, _ words: TableWords, places: PlaceNames, _ times: TimeHabits,
    subject: NamedPlace?
  ) {
    var time: HeadTime?
    var place: NamedPlace?
    var body: String?
    // Of a title in two languages the Chinese one rules.
    var translated: [String] = []
    let isTranslation = titles.indices.map { Self.isTranslation($0, titles) }
    for (text, isTranslation) in zip(titles, isTranslation) where text.unicodeScalars.count <= 200 {
      let reading = TitleReading(text, words, places: places, times)
      if isTranslation {
        if translated.isEmpty, reading.measure == nil { translated = reading.units }
        continue
      }
      if units.isEmpty {
        units = reading.units
        let label = HeadReading.key(text)
        if units.count == 1, words.contains(.moneyUnitLabels, in: label) { moneyUnit = units[0] }
      }
      if words.names(.partsOfMonths, in: text) { isOfPartOfMonth = true }
      monthsEnded = monthsEnded ?? reading.time?.monthsEnded
      if let found = reading.time { time = time.map { $0.year == .inherited ? $0.completed(by: found) : $0 } ?? found }
      if change == nil, units.isEmpty || units.contains("%") { change = reading.change }
      if changePart == nil { changePart = reading.changePart }
      if place == nil, body == nil { (place, body) = (reading.area, reading.body) }
      if against == nil, reading.area == nil { against = HeadReading(text, words, times).comparison }
      let isUnitLine = !reading.units.isEmpty && reading.measure == nil
      if !isUnitLine {
        if measure == nil, text.unicodeScalars.count <= (text.unicodeScalars.contains(where: \.isHan) ? 60 : 120) {
          measure = reading.measure
        }
        if caption == nil, reading.change == nil, !HeadReading.key(text).contains("=100"), !text.hasPrefix("["), !text.hasPrefix("("),
          !text.hasPrefix("（")
        {
          caption = text
        }
      }
    }
    if units.isEmpty { units = translated }
    for text in outer where text.unicodeScalars.count <= 200 && (place == nil || (time?.year ?? .inherited) == .inherited) {
      let reading = TitleReading(text, words, places: places, times)
      place = place ?? reading.area
      // 表3 1—10月…: of the year that the sheet's title names.
      if let found = reading.time { time = time.map { $0.year == .inherited ? $0.completed(by: found) : $0 } ?? found }
    }
    measureHead = measure.map { HeadReading($0, words, times) }
    if let sheet, place == nil || time == nil {
      let reading = TitleReading(sheet, words, places: places, times)
      place = place ?? reading.area
      time = time ?? HeadTime(code: Array(sheet.unicodeScalars).map(\.lowercasedHalfWidth), words, times) ?? reading.time
    }
    let published = article.date.map { Period(year: $0.year) }
    if let found = time?.period(in: published) {
      period = found
      periodIsAssumed = false
    } else {
      period = published
      periodIsAssumed = published != nil
    }
    self.place = place
    if let place {
      area = place.name
      areaCode = place.code
    } else if let body = body ?? article.body {
      area = body
    } else if let subject {
      area = subject.name
      areaCode = subject.code
    }
  }
}
