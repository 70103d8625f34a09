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
  /// (2020=100, %): levels are indices, and per cent the unit of the rest.
  var isOfIndices = false
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
  /// First half of 2023 and 2024: the months of these years where heads name no more than the year.
  var sharedMonths: SharedMonths?
  /// 构成（以GDP为100）: parts of a hundred.
  var isOfHundred = false
  /// Producer prices (2021=100): of indices.
  var isOfBase = false
  /// Three months ended: how many months the dates in heads are the ends of.
  var monthsEnded: Int?
}

extension TableContext {
  /// Takes from the head of the rows what changes are counted from, and the unit.
  ///
  /// - Parameter corner: the time that stands over the heads of the rows.
  mutating func takeHeads(_ columns: [TableColumn], _ words: TableWords, corner: HeadTime?) {
    if columns.contains(where: { $0.path.contains { words.names(.partsOfMonths, in: $0) } }) { isOfPartOfMonth = true }
    if change == nil, !columns.contains(where: { $0.use == .value && $0.head.kind != nil }) { change = changePart }
    namesUnit = columns.lazy.filter { $0.use == .name || $0.use == .category }.compactMap(\.head.unit).first
    if let found = columns.lazy.filter(\.use.isStub).compactMap(\.head.comparison).first { against = found }
    if let corner { (period, periodIsAssumed) = (corner.period(in: period) ?? period, false) }
  }

  /// Compared with last week: where nothing else says when, the table is of the day that the document bears.
  mutating func takeDate(of article: Article, _ columns: [TableColumn], _ words: TableWords) {
    guard periodIsAssumed, let date = article.date, let month = date.month,
      columns.contains(where: { $0.use == .value && $0.path.contains { words.names(.partsOfMonths, in: $0) } })
    else { return }
    period = Period(year: date.year, month: month)
  }

  /// Whether a line says no more than that what a title measures is counted.
  private static func isCount(_ line: String, of title: String, _ words: TableWords) -> Bool {
    let (line, title) = (line.lowercased(), title.lowercased())
    guard let lead = words.phrases(.countLeads).first(where: { line.hasPrefix($0.text + " ") }) else { return false }
    let counted = line.dropFirst(lead.text.count + 1)
    return title.hasSuffix(counted) || title.hasPrefix(counted)
  }

  /// Whether a line in Latin words stands next to a Chinese one of words, not counting units.
  private static func isTranslation(_ index: Int, _ titles: [String], _ words: TableWords) -> Bool {
    func isChinese(_ index: Int) -> Bool {
      titles.indices.contains(index) && titles[index].unicodeScalars.count { $0.isHan } > 3
    }
    // (10 000 persons) beside 单位：万人.
    func isChineseUnit(_ index: Int) -> Bool {
      titles.indices.contains(index) && titles[index].unicodeScalars.contains(where: \.isHan) && words.names(.unitLabels, in: titles[index])
    }
    let scalars = titles[index].unicodeScalars
    let latin = scalars.count(where: \.isLatinLetter)
    guard latin > 0, !scalars.contains(where: \.isHan) else { return false }
    let isInBrackets = scalars.first.map { "(（".unicodeScalars.contains($0) } ?? false
    if isInBrackets, isChineseUnit(index - 1) || isChineseUnit(index + 1) { return true }
    return latin > 8 && (isChinese(index - 1) || isChinese(index + 1))
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
    // Women: of what the title measures.
    var part: String?
    var isOfShares = false
    let isTranslation = titles.indices.map { Self.isTranslation($0, titles, words) }
    for (text, isTranslation) in zip(titles, isTranslation) where text.unicodeScalars.count <= 200 {
      let reading = TitleReading(text, words, places: places, times)
      if isTranslation {
        if translated.isEmpty, reading.measure == nil { translated = reading.units }
        continue
      }
      if units.isEmpty {
        units = reading.units
        isOfIndices = units == ["%"] && HeadReading.key(text).contains("=100")
        let label = HeadReading.key(text)
        if units.count == 1, words.contains(.moneyUnitLabels, in: label) { moneyUnit = units[0] }
      }
      if words.names(.partsOfMonths, in: text) { isOfPartOfMonth = true }
      if HeadReading.key(text.withTotalAsPercent(words)).contains("=100") { isOfBase = true }
      if words.phrases(.baseCloses).contains(where: { HeadReading.key(text).contains($0.key) }) { isOfHundred = true }
      sharedMonths = sharedMonths ?? SharedMonths(text, reading.time)
      monthsEnded = monthsEnded ?? reading.time?.monthsEnded
      if let found = reading.time { time = time.map { $0.year == .inherited ? $0.completed(by: found) : $0 } ?? found }
      if change == nil, units.isEmpty || units.contains(where: { $0 == "%" || words.holds(.percentUnits, HeadReading.key($0)) }) {
        change = reading.change
      }
      if changePart == nil { changePart = reading.changePart }
      if place == nil, body == nil { (place, body) = (reading.area, reading.body) }
      if against == nil, reading.area == nil { against = HeadReading(text, words, times).comparison }
      part = part ?? reading.part
      isOfShares = isOfShares || reading.isOfShares
      let isUnitLine = !reading.units.isEmpty && reading.measure == nil || TitlePairs(text, words) != nil
      if !isUnitLine {
        if measure == nil, withoutLabel(text, words).lengthOfTitle <= (text.unicodeScalars.contains(where: \.isHan) ? 60 : 120) {
          measure = reading.measure
        } else if let counted = measure, let title = reading.measure, Self.isCount(counted, of: title, words) {
          // Number of filings below Trademark filings by class.
          measure = title
        }
        if caption == nil, reading.change == nil, !HeadReading.key(text).contains("=100"), !text.hasPrefix("["), !text.hasPrefix("("),
          !text.hasPrefix("（")
        {
          caption = text
        }
      }
    }
    if units.isEmpty { units = translated }
    if place == nil, body == nil { place = placeToldTwice(titles, words) }
    for text in outer where text.unicodeScalars.count <= 200 && (place == nil || (time?.year ?? .inherited) == .inherited) {
      let reading = TitleReading(text, words, places: places, times)
      place = place ?? reading.area
      // 表3 1—10月…: of the year that the sheet's title names.
      if let found = reading.time { time = time.map { $0.year == .inherited ? $0.completed(by: found) : $0 } ?? found }
    }
    if let told = part, let whole = measure { measure = joinedNames(whole, told, ofPart: true) }
    measureHead = measure.map { HeadReading($0, words, times) }
    if isOfShares { measureHead?.kind = .share }
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
