import Articles
import Extraction
import Indicators
import Lingua

/// What the words at the head of a row or column, or of a title, say: 2024年比上年增长（%） is a change of 2024 on the year before.
struct HeadReading: Hashable {
  enum Against: Hashable {
    case yearBefore, periodBefore, monthBefore, quarterBefore, yearStart, average
    /// A time that no basis has a word for: 上旬, the previous three-month period.
    case other
    /// So many months before: 3 months, five years.
    case monthsBack(Int)
    /// A year, or months of it.
    case time(Int, ClosedRange<Int>?)
  }

  /// As written.
  var text: String
  var unit: String?
  /// 单位：万元、件 names several.
  var units: [String] = []
  var time: HeadTime?
  /// Nil where the head says nothing of it: a level.
  var kind: Observation.Kind?
  /// What a change is counted from, where that is said.
  var against: Against?
  /// The whole of a share, the field of a rank.
  var scope: String?
  /// 指数（2023为以下各年） over columns of years: these are bases, its year is that of the figures.
  var hasBasesBelow = false
  /// Previous quarter = 100: an index of that base.
  var isOfIndex = false
  /// 比重比上年提高: a change of the share.
  var isOfShare = false
  /// 增速位次: a rank of the growth.
  var isOfGrowth = false
  var isAtConstantPrices = false
  /// Percent change from: what it is counted from stands elsewhere.
  var leavesBaseOpen = false
  /// 2025 (forecast): what the figures of a time are, where they are no facts yet.
  var intended: String?
  /// What is left: what is measured, or of whom. Empty where nothing is.
  var name: String
  /// ``name`` half-width, simplified, lower case and without blanks.
  var key: String

  mutating func rename(_ words: String) { (name, key) = (words, Self.key(words)) }

  init(_ text: String, _ words: TableWords, _ times: TimeHabits = TimeHabits()) {
    let text = text.withBaseSign(words).withTotalAsPercent(words)
    self.text = text
    // A paragraph in a cell is no head.
    guard text.utf8.count <= 1200 else {
      (name, key) = (text, Self.key(text))
      return
    }
    let written = times.eras.inYears(Array(text.unicodeScalars), words).filter { $0.value != 0xAD && $0.value != 0x200B }
      .withoutBreaksOfWords.withoutBlanksOfWords
      .withoutNoteMark(words)
      .withoutYearFlag(words).withoutBracketOnBrackets(words)
    var scan = HeadScan(written.withoutTranslation, words, times)
    (unit, units) = scan.takeUnit()
    let visible = scan.visible(lowercased: true).withoutEndMarks(words)
    if let time = HeadTime(code: visible, words, times)
      ?? (visible.withoutFlag(words) ?? visible.withoutEmptyBracket(words)).flatMap({ HeadTime(code: $0, words, times) })
      ?? visible.withBracketInFront.flatMap({ HeadTime(code: $0, words, times) })
    {
      self.time = time
      name = ""
      key = ""
      return
    }
    // Annual behind the months.
    if words.holds(.wholeYears, HeadReading.key(String(scalars: visible))) {
      time = HeadTime()
      time?.months = 1...12
      name = ""
      key = ""
      return
    }
    if let (time, against) = Self.comparison(visible, words, times) {
      self.time = time
      self.against = against
      // A unit of its own says that it is no ratio.
      if unit == "%" || unit == "pp" { kind = .change }
      name = ""
      key = ""
      return
    }
    // 按增速排名 over lists: in which order they stand.
    let plain = scan.visible(lowercased: true)
    if words.phrases(.groupingLeads).contains(where: { plain.starts(with: $0.scalars) }),
      words.phrases(.ranks).contains(where: {
        plain.count > $0.scalars.count + 1 && plain.suffix($0.scalars.count).elementsEqual($0.scalars)
      })
    {
      (name, key) = ("", "")
      return
    }
    isOfIndex = scan.takeBase()
    if let time = scan.takeBasesBelow() {
      self.time = time
      hasBasesBelow = true
      name = scan.rest()
      key = Self.key(name)
      return
    }
    // 决算数为上年决算数的%: how much of the last year's it is; its year is that of the figures.
    if unit == "%" || unit == "‰", scan.isRatio {
      name = scan.rest()
      key = Self.key(name)
      return
    }
    let isOfRank = scan.ranksChange
    let years = scan.takeComparedTimes() ?? scan.takeComparedYears()
    let change = scan.takeChange() ?? (years != nil && (unit == "%" || unit == "pp") ? (nil, false) : nil)
    if change == nil, let share = scan.takeShare() { (kind, scope) = (.share, share.scope) }
    // Current month compared with last month.
    if change == nil, kind == nil, let compared = scan.takeComparison() {
      against = compared
      if unit == "%" || unit == "pp" { kind = .change }
    }
    // % female: a share of what stands beside it.
    if change == nil, kind == nil, unit == nil, case let rest = scan.visible(lowercased: true), rest.count > 4, rest[0] == "%",
      rest[1].isBlank,
      rest[2].isLatinLetter, let sign = scan.folded.firstIndex(of: "%")
    {
      scan.take(sign..<(sign + 1))
      (kind, unit) = (.share, "%")
    }
    let hasRank = isOfRank && change != nil ? (found: false, scope: nil) : scan.takeRank()
    time = scan.takeTimes()
    if time == nil, let years { time = years.time }
    // Sep. 2024 from --, over the times that it is compared with.
    if change == nil, kind == nil, time != nil {
      scan.takeOpenEnd()
      if scan.isBaseOpen { (kind, leavesBaseOpen) = (.change, true) }
    }
    if let change {
      kind = .change
      against = change.against ?? years?.against
      leavesBaseOpen = against == nil && scan.isBaseOpen
      // 增减百分点.
      if unit == nil { unit = isOfRank ? words.phrases(.ordinalEnds).first?.text : scan.points }
      if unit == nil, scan.isInPercent { unit = "%" }
      isAtConstantPrices = change.isAtConstantPrices
      if let share = scan.takeShare() { (isOfShare, scope) = (true, share.scope) }
      // Change January-April 2002-2003: of the later.
      if let found = time, let end = found.endYear, found.months != nil, case .absolute(let year) = found.year {
        time?.year = .absolute(end)
        time?.endYear = nil
        against = against ?? (end == year + 1 ? .yearBefore : .time(year, found.months))
      }
      // 2024年比2020年增长: the year compared with is no time of the figure.
      if change.against == .average, time?.endYear == nil { against = .average }
    }
    if hasRank.found {
      isOfGrowth = kind == .change
      kind = .rank
      scope = hasRank.scope
      against = nil
    }
    name = scan.rest()
    // 零售总额_当期值: a part that measures nothing.
    if let mark = name.lastIndex(of: "_"), mark > name.startIndex,
      words.holds(.emptyNames, Self.key(String(name[name.index(after: mark)...])))
    {
      name = String(name[..<mark])
    }
    key = Self.key(name)
    // 第3季 Q3, 1月 Jan: the time again in Latin letters.
    if let time, key.utf8.count <= 12, key.utf8.allSatisfy({ $0 < 128 }), text.unicodeScalars.contains(where: \.isHan),
      let again = HeadTime(code: Array(name.unicodeScalars).map(\.lowercasedHalfWidth), words, times), again.says(time)
    {
      (name, key) = ("", "")
    }
    // 美元（万）: 万美元.
    if let scale = unit, scale.unicodeScalars.allSatisfy({ "十百千万亿億萬".unicodeScalars.contains($0) }), key.hasSuffix("元"),
      isWholeUnit(Array(key.unicodeScalars))
    {
      unit = scale + name
      (name, key) = ("", "")
    }
    // 2024 p: a flag of the year.
    // （修订数字） below a time says how far its figures are settled.
    let isInBrackets = key.hasPrefix("(") && key.hasSuffix(")") || key.hasPrefix("[") && key.hasSuffix("]")
    let bare = isInBrackets ? String(key.dropFirst().dropLast()) : key
    if time != nil, let found = words.value(.intendedHeads, bare), found == "forecast" { intended = found }
    // 2023年为2022年%: what the years leave.
    if unit == "%", words.holds(.ratioLeads, bare) { (name, key) = ("", "") }
    if intended != nil || words.holds(.emptyNames, bare) || time != nil && words.holds(.flags, key) {
      name = ""
      key = ""
    }
  }

  /// 2025-Q3 / 2024-Q3, Q3 2025 vs Q2 2025: a time and the earlier one of its length that it is compared with.
  private static func comparison(_ text: [Unicode.Scalar], _ words: TableWords, _ times: TimeHabits) -> (HeadTime, Against)? {
    guard text.count <= 40 else { return nil }
    for mark in words.phrases(.versus) {
      for start in text.indices where text[start...].starts(with: mark.scalars) {
        func time(_ part: ArraySlice<Unicode.Scalar>) -> HeadTime? {
          HeadTime(code: Array(part.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed()), words, times)
        }
        guard let late = time(text[..<start]), let early = time(text[(start + mark.scalars.count)...]),
          let against = Against(early, of: late)
        else { continue }
        return (late, against)
      }
    }
    return nil
  }

  static func key(_ text: String) -> String {
    String(scalars: text.unicodeScalars.lazy.map { $0.halfWidth.simplified }.filter { !$0.isBlank && !$0.isLineEnd }).lowercased()
  }

  /// What the text says beside its words: nothing but them.
  static func plain(_ text: String) -> HeadReading {
    var reading = HeadReading()
    reading.text = text
    return reading
  }

  private init() { (text, name, key) = ("", "", "") }

  /// What changes beside it are counted from, where it says so without being one.
  var comparison: Against? { kind == nil ? against : nil }

  /// Whether it says that figures are changes, shares or ranks, and neither of what nor of when.
  var isLeftBare: Bool { kind != nil && name.isEmpty && time == nil }

  /// Whether it names a time and nothing else.
  var isTimeOnly: Bool { time != nil && isBare && unit == nil }

  /// Whether nothing but blanks, units and times was said.
  var isBare: Bool { name.isEmpty && kind == nil }
}

extension String {
  /// 构成（合计=100） as 构成（%）: parts of a hundred, and no index.
  func withTotalAsPercent(_ words: TableWords) -> String {
    guard contains("100"), utf8.count <= 120 else { return self }
    let scalars = Array(unicodeScalars)
    let folded = scalars.folded
    guard let equals = folded.firstIndex(of: "="), let open = folded[..<equals].lastIndex(of: "("),
      let close = folded[equals...].firstIndex(of: ")"), HeadReading.key(String(scalars: folded[(equals + 1)..<close])).hasPrefix("100"),
      words.holds(.totalBases, HeadReading.key(String(scalars: folded[(open + 1)..<equals])))
    else { return self }
    return String(scalars: scalars[...open]) + "%" + String(scalars: scalars[close...])
  }

  /// 以上月价格为100 as 上月=100: the time is the base of an index, and none of the figures'.
  fileprivate func withBaseSign(_ words: TableWords) -> String {
    guard contains("100"), utf8.count <= 120 else { return self }
    let scan = HeadScan(Array(unicodeScalars), words)
    guard let close = scan.firstPlace(of: .baseCloses), let open = scan.firstPlace(of: .baseOpens), open.upperBound < close.lowerBound
    else {
      return self
    }
    let base = open.upperBound..<close.lowerBound
    let noun = words.phrases(.baseNouns).map(\.scalars).filter { scan.folded[base].reversed().starts(with: $0.reversed()) }.map(\.count)
      .max()
    guard base.count > noun ?? 0 else { return self }
    let written = scan.written
    return String(
      scalars: written[..<open.lowerBound] + written[base].dropLast(noun ?? 0) + Array("=100".unicodeScalars) + written[close.upperBound...]
    )
  }
}

extension [Unicode.Scalar] {
  /// 本年度与 over 上年度比较: a line that ends within Chinese words ends no word.
  var withoutBreaksOfWords: [Unicode.Scalar] {
    guard contains(where: \.isLineEnd) else { return self }
    return indices.filter { place in
      !self[place].isLineEnd || place == 0 || place == count - 1 || !self[place - 1].isHan
        // 2023年比 over 2022年增长.
        || !self[place + 1].isHan && !("比较".unicodeScalars.contains(self[place - 1]) && self[place + 1].isDigit)
    }.map { self[$0] }
  }

  /// 比　重, 增 长 率: characters set apart, each alone, are one word.
  var withoutBlanksOfWords: [Unicode.Scalar] {
    guard contains(where: { $0.isBlank }), contains(where: \.isHan) else { return self }
    func isHan(_ index: Int) -> Bool { indices.contains(index) && self[index].isHan }
    var out: [Unicode.Scalar] = []
    var index = 0
    while index < count {
      guard self[index].isBlank else {
        out.append(self[index])
        index += 1
        continue
      }
      let next = self[index...].firstIndex { !$0.isBlank } ?? count
      let isWithin = isHan(index - 1) && !isHan(index - 2) && isHan(next) && !isHan(next + 1)
      if !isWithin { out += self[index..<next] }
      index = next
    }
    return out
  }

  /// Korea, Republic of (1), 2024 (b), 人口[⁵]〔6〕: without the brackets at the end that lead to notes. (t) and (s) are units.
  func withoutNoteMark(_ words: TableWords) -> [Unicode.Scalar] {
    guard let last, ")]〕⁾".unicodeScalars.contains(last.halfWidth),
      let open = lastIndex(where: { "([〔⁽".unicodeScalars.contains($0.halfWidth) }),
      open > 0, case let inner = self[(open + 1)..<(count - 1)], (1...2).contains(inner.count)
    else { return self }
    let mark = String(scalars: inner.map(\.lowercasedHalfWidth))
    // Consumer Price Index (A) is no index of a note (a).
    if inner.contains(where: { $0.properties.isUppercase }), !words.holds(.flags, mark) || !["p", "r", "e"].contains(mark) { return self }
    guard inner.allSatisfy({ $0.isDigit || $0.isRaised }) || words.holds(.noteLetters, mark) else { return self }
    var end = open
    while end > 0, self[end - 1].isBlank { end -= 1 }
    return end == 0 ? self : Array(self[..<end]).withoutNoteMark(words)
  }

  /// 增长（%）（括号内为实际增速）: without what a bracket says of brackets in the cells.
  func withoutBracketOnBrackets(_ words: TableWords) -> [Unicode.Scalar] {
    guard count > 8, let last, last.halfWidth == ")", let open = lastIndex(where: { $0.halfWidth == "(" }), open > 0,
      case let inner = self[(open + 1)...].map({ $0.lowercasedHalfWidth.simplified }),
      words.phrases(.inBrackets).contains(where: { inner.starts(with: $0.scalars) })
    else { return self }
    return Array(self[..<open])
  }

  /// 1/2023 - 3/2023#, 2024*: without marks of notes at the end.
  func withoutEndMarks(_ words: TableWords) -> [Unicode.Scalar] {
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isRaised || words.phrases(.footnoteMarks).contains { $0.scalars == [scalar] }
    }
    guard let last, isMark(last) else { return self }
    var end = count
    while end > 0, isMark(self[end - 1]) || self[end - 1].isBlank { end -= 1 }
    return Array(self[..<end])
  }

  /// Change from July 2024 - Aug. 2024p: without the letter right behind a year at the end.
  func withoutYearFlag(_ words: TableWords) -> [Unicode.Scalar] {
    guard count > 8, let last, last.properties.isLowercase, last != "s", words.holds(.flags, String(scalars: [last])),
      case let year = self[(count - 5)..<(count - 1)], year.allSatisfy(\.isDigit), !self[count - 6].isDigit,
      "12".unicodeScalars.contains(year[count - 5])
    else { return self }
    return Array(dropLast())
  }

  /// Q3 2024 p, 2024r: without a letter at the end that says how the figures came about; nil where there is none. 1990s is a decade.
  func withoutFlag(_ words: TableWords) -> [Unicode.Scalar]? {
    guard count > 2, let last, words.holds(.flags, String(scalars: [last])) else { return nil }
    let rest = self[..<(count - 1)]
    guard let before = rest.last, before.isBlank || before.isDigit && last != "s" else { return nil }
    return Array(rest.reversed().drop(while: \.isBlank).reversed())
  }

  /// 2024 (Jan-Sep) as Jan-Sep 2024; nil of what does not begin with a year and end with a bracket.
  var withBracketInFront: [Unicode.Scalar]? {
    guard count > 7, last == ")", let open = firstIndex(of: "("), open > 3, self[..<open].allSatisfy({ $0.isDigit || $0.isBlank }) else {
      return nil
    }
    let year = Array(self[..<open].filter { !$0.isBlank })
    return Array(self[(open + 1)..<(count - 1)]) + [" "] + year
  }

  /// 2023 to 2024 [provisional]: without a bracket at the end that measures nothing; nil where there is none.
  func withoutEmptyBracket(_ words: TableWords) -> [Unicode.Scalar]? {
    guard let last, last == ")" || last == "]", let open = lastIndex(where: { $0 == "(" || $0 == "[" }), open > 3,
      words.holds(.emptyNames, HeadReading.key(String(scalars: self[(open + 1)..<(count - 1)])))
    else { return nil }
    return Array(self[..<open].reversed().drop(while: \.isBlank).reversed())
  }
}

extension HeadReading.Against {
  /// The earlier of two times of one length, however far apart: the end of September before that of December.
  init?(anyBefore late: HeadTime, _ early: HeadTime) {
    if let near = HeadReading.Against(early, of: late) {
      self = near
      return
    }
    guard late.distance(from: early) != nil, case .absolute(let year) = early.year, let months = early.months else { return nil }
    self = .time(year, months)
  }

  /// The earlier of two times of one length, as changes of the later name it; nil where they are none.
  init?(_ early: HeadTime, of late: HeadTime) {
    guard let distance = late.distance(from: early) else { return nil }
    switch (distance.years, distance.months, late.months?.count) {
    case (1, 0, _): self = .yearBefore
    case (0, 1, 1): self = .monthBefore
    case (0, 3, 3): self = .quarterBefore
    case (let years, 0, let count):
      guard case .absolute(let year) = late.year else { return nil }
      self = .time(year - years, count == nil ? nil : early.months)
    default: return nil
    }
  }
}
