import Articles
import Indicators
import Lingua

/// Reads a time expression at a place of a text.
struct TimeScanner {
  let text: [Unicode.Scalar]
  let limit: Int
  /// Whether a bare 112年 is a year of the Republic in this text.
  var hasRepublicYears = false

  /// - Returns: the expression and the offset after it.
  func time(at start: Int) -> (TimeExpression, Int)? {
    if let planned = planPeriod(at: start) { return planned }
    if let absolute = absolute(at: start) { return withOccasion(since(absolute)) }
    if let republic = republic(at: start) { return withOccasion(since(republic)) }
    if let relative = relative(at: start) { return withOccasion(since(relative)) }
    if let occasion = bareOccasion(at: start) { return occasion }
    if let recent = recentYears(at: start) { return recent }
    if let part = barePart(at: start) { return since(part) }
    return nil
  }

  // MARK: Years

  /// 2022年…, 2019—2021年, 2019年至2021年, 二〇二二年.
  private func absolute(at start: Int) -> (TimeExpression, Int)? {
    guard let first = fourDigitYear(at: start) else { return nil }
    var index = first.end
    var hasWord = false
    if peek(index) == "年" {
      hasWord = true
      index += 1
      if peek(index) == "度", peek(index + 1) != "假" { index += 1 }
    }
    if !hasWord, peek(index) == "/", let tens = peek(index + 1), let ones = peek(index + 2), tens.isDigit, ones.isDigit,
      Int(tens.value - 48) * 10 + Int(ones.value) - 48 == (first.year + 1) % 100,
      let word = SaidTimes.shared.jointYears.first(where: { matches($0, at: index + 3) })
    {
      // 2024/25学年.
      return (TimeExpression(year: .absolute(first.year), endYear: .absolute(first.year + 1)), index + 3 + word.unicodeScalars.count)
    }
    let joint = rangeJoint(at: index)
    if let joint, !hasWord, let second = fourDigitYear(at: joint), second.year > first.year, peek(start - 1) == "(", peek(second.end) == ")"
    {
      // 白皮书（2023—2025）
      return (TimeExpression(year: .absolute(first.year), endYear: .absolute(second.year)), second.end)
    }
    if let joint, let second = fourDigitYear(at: joint), second.year > first.year, peek(second.end) == "年" {
      var time = TimeExpression(year: .absolute(first.year), endYear: .absolute(second.year))
      var end = second.end + 1
      if peek(end) == "底" || peek(end) == "末" {
        time.isStock = true
        end += 1
      }
      return (time, end)
    }
    var time = TimeExpression(year: .absolute(first.year))
    if let part = part(at: skipBlanks(index), afterYear: true) {
      time.part = part.part
      time.isStock = part.isStock
      time.isEmpty = part.isDay && !hasWord
      // 2022年11月至2023年2月.
      if case .months = part.part, let joint = rangeJoint(at: part.end), let second = fourDigitYear(at: joint), second.year > first.year,
        peek(second.end) == "年", self.part(at: skipBlanks(second.end + 1), afterYear: true) == nil
      {
        return (TimeExpression(year: .absolute(first.year), endYear: .absolute(second.year)), second.end + 1)
      }
      if case .months(let from, _) = part.part, let joint = rangeJoint(at: part.end), let second = fourDigitYear(at: joint),
        second.year >= first.year,
        peek(second.end) == "年", let last = self.part(at: skipBlanks(second.end + 1), afterYear: true), case .months(_, let to) = last.part
      {
        time.part = .months(from, to)
        time.endYear = .absolute(second.year)
        return (time, last.end)
      }
      return (time, part.end)
    }
    return hasWord ? (time, index) : nil
  }

  /// 112年第2季, 民国112年: a year of the Republic, which began in 1912; without 民国 only before a part of the year.
  private func republic(at start: Int) -> (TimeExpression, Int)? {
    var index = start
    let isSaid = matches("民国", at: start)
    if isSaid { index = skipBlanks(index + 2) }
    guard index == 0 || !(peek(index - 1)?.isDigit ?? false) else { return nil }
    var value = 0
    let first = index
    while let sign = peek(index), sign.isDigit, index - first < 4 {
      value = value * 10 + Int(sign.value) - 48
      index += 1
    }
    guard (isSaid ? 1...200 : 90...150).contains(value), index - first <= 3 else { return nil }
    index = skipBlanks(index)
    guard peek(index) == "年" else { return nil }
    index += 1
    if peek(index) == "度" { index += 1 }
    var time = TimeExpression(year: .absolute(value + 1911))
    if let part = part(at: skipBlanks(index), afterYear: true) {
      time.part = part.part
      time.isStock = part.isStock
      // 111年12月至112年2月.
      if case .months(let from, _) = part.part, let joint = rangeJoint(at: part.end), let (last, end) = republic(at: joint),
        case .absolute(let year) = last.year, year > value + 1911, last.endYear == nil, case .months(_, let to) = last.part
      {
        time.part = .months(from, to)
        time.endYear = .absolute(year)
        return (time, end)
      }
      return (time, part.end)
    }
    return isSaid || hasRepublicYears || peek(index - 1) == "度" ? (time, index) : nil
  }

  private func fourDigitYear(at start: Int) -> (year: Int, end: Int)? {
    var value = 0
    var index = start
    if start > 0, start < limit, text[start].isDigit, text[start - 1].isDigit || text[start - 1] == "." { return nil }
    while index < limit, index - start < 5 {
      if text[index].isDigit {
        value = value * 10 + Int(text[index].value) - 48
      } else if case .digit(let digit, false) = NumeralCharacter(text[index]), digit < 10, text[index] != "两" {
        value = value * 10 + digit
      } else {
        break
      }
      index += 1
    }
    guard index - start == 4, (1900...2100).contains(value) else { return nil }
    return (value, skipBlanks(index))
  }

  private func relative(at start: Int) -> (TimeExpression, Int)? {
    if let year = yearWithNumber(at: start) { return year }
    guard let match = RelativeTime.words.longestMatch(in: text, at: start, limit: limit) else { return nil }
    // 發明年增5.2%: 发明 took the sign.
    if text[start] == "明", start > 0, "发说证声聪文透".unicodeScalars.contains(text[start - 1]) { return nil }
    var end = start + match.length
    var time = match.value.expression
    if case .year = match.value {
      if let part = part(at: skipBlanks(end), afterYear: true) {
        time.part = part.part
        time.isStock = part.isStock
        end = part.end
      }
      if time.year == .relative(-1), matches("同期", at: end) {
        time.isBase = true
        end += 2
      }
    }
    return (time, end)
  }

  /// 去（113）年同期, 上（2023）年: a year told from the article's own, with its number in a bracket.
  private func yearWithNumber(at start: Int) -> (TimeExpression, Int)? {
    guard let sign = peek(start), "去上今本前明".unicodeScalars.contains(sign), let open = peek(start + 1), open.halfWidth == "(" else {
      return nil
    }
    var close = start + 2
    while close - start < 7, let digit = peek(close), digit.isDigit { close += 1 }
    guard close > start + 3, let end = peek(close), end.halfWidth == ")", peek(close + 1) == "年" else { return nil }
    let plain = [sign] + text[(close + 1)..<min(limit, close + 12)]
    guard let (time, length) = TimeScanner(text: plain, limit: plain.count).relative(at: 0) else { return nil }
    return (time, close + length)
  }

  /// 近三年, 过去五年, 近五年来, 三年来.
  private func recentYears(at start: Int) -> (TimeExpression, Int)? {
    var index = start
    var lead = false
    for word in SaidTimes.shared.recent where matches(word, at: index) {
      index += word.unicodeScalars.count
      lead = word != "前"
      break
    }
    guard index > start || (start < limit && (text[start].isDigit || NumeralCharacter(text[start]) != nil)) else { return nil }
    guard let numeral = NumeralScanner.numeral(in: text, at: index, limit: limit), numeral.power == 0,
      numeral.number.scale == 0, let count = Int(exactly: numeral.number.significand), (1...80).contains(count)
    else { return nil }
    var end = numeral.range.upperBound
    if peek(end) == "多" || peek(end) == "余" { end += 1 }
    guard peek(end) == "年" else { return nil }
    end += 1
    let tail = ["以来", "来", "间", "内", "前", "后", "里"].first { matches($0, at: end) }
    guard lead || tail != nil else { return nil }
    end += tail?.unicodeScalars.count ?? 0
    if tail == "前", !lead, index == start { return (TimeExpression(year: .inherited, isBase: true, yearsBefore: count), end) }
    if tail == "内" || tail == "前" || tail == "后" || tail == "里" { return (TimeExpression(year: .inherited, isEmpty: true), end) }
    // 十年来 counts back from now, 近三年 counts the last year in; 一年来 is the year told of.
    return (TimeExpression(year: .inherited, lastYears: lead || count == 1 ? count : count + 1, isBeside: tail == "间" && !lead), end)
  }

  // MARK: Five-year plans

  /// “十四五”以来, “十三五”末, 党的十八大以来.
  private func planPeriod(at start: Int) -> (TimeExpression, Int)? {
    var index = start
    let quoted = peek(index) == "“" || peek(index) == "「" || peek(index) == "\""
    if quoted { index += 1 }
    if let period = congress(at: index) { return period }
    guard peek(index) == "十", let sign = peek(index + 1), case .digit(let count, _) = NumeralCharacter(sign), count > 0,
      peek(index + 2) == "五"
    else { return nil }
    index += 3
    if quoted, let mark = peek(index), mark == "”" || mark == "」" || mark == "\"" { index += 1 }
    // The tenth plan began in 2001.
    let start = 2001 + count * 5
    var time = TimeExpression(year: .absolute(start), endYear: .absolute(start + 4))
    for (word, since, stock, empty) in [
      ("期间", false, false, false), ("时期", false, false, false), ("以来", true, false, false), ("末", false, true, false),
      ("开局", false, false, true), ("初", false, false, true),
    ] where matches(word, at: index) {
      index += word.unicodeScalars.count
      if since {
        time.endYear = nil
        time.isSince = true
      }
      if stock { time = TimeExpression(year: .absolute(start + 4), part: .months(12, 12), isStock: true) }
      time.isEmpty = empty
      if word == "时期", matches("以来", at: index) {
        time.endYear = nil
        time.isSince = true
        index += 2
      }
      return (time, index)
    }
    time.isEmpty = true
    return (time, index)
  }

  private func congress(at start: Int) -> (TimeExpression, Int)? {
    let prefix = matches("党的", at: start) ? 2 : 0
    for (word, year) in SaidTimes.shared.congresses where matches(word, at: start + prefix) {
      let end = start + prefix + word.unicodeScalars.count
      if matches("以来", at: end) { return (TimeExpression(year: .absolute(year), isSince: true), end + 2) }
      return (TimeExpression(year: .inherited, isEmpty: true), end)
    }
    return nil
  }

  // MARK: Helpers

  private func since(_ found: (TimeExpression, Int)) -> (TimeExpression, Int) {
    var (time, end) = found
    if time.isStock || peek(end) == "止" || matches("为止", at: end), let (count, after) = monthsUpTo(at: end) {
      // 截至2015年9月底的三个月, 截至6月30日止六个月.
      if count == 12, case .months(_, 12) = time.part {
        // 截至12月31日止年度: the year.
        time.part = .whole
      } else {
        time.monthsUpTo = count
      }
      time.isStock = false
      end = after
    }
    if matches("同期", at: end) || matches("同月", at: end) || matches("同季", at: end), !time.isEmpty, time.year != .inherited,
      time.year != .relative(0)
    {
      time.isBase = true
      return (time, end + 2)
    }
    for word in ["以来", "至今", "起"] where matches(word, at: end) {
      end += word.unicodeScalars.count
      if word != "起" || time.part == .whole { time.isSince = !time.isEmpty && time.year != .relative(0) && time.year != .inherited }
    }
    return (time, end)
  }

  private func monthsUpTo(at start: Int) -> (count: Int, end: Int)? {
    var index = start
    // 截至二月为止的三个月
    let isEnded = peek(index) == "止" || matches("为止", at: index)
    if isEnded { index = skipBlanks(index + (peek(index) == "止" ? 1 : 2)) }
    if peek(index) == "的" { index += 1 }
    guard index > start else { return nil }
    for (word, count) in SaidTimes.shared.reportedMonths
    where isEnded && matches(word, at: index) { return (count, index + word.unicodeScalars.count) }
    guard let numeral = NumeralScanner.numeral(in: text, at: index, limit: limit), numeral.power == 0, numeral.number.scale == 0,
      let count = Int(exactly: numeral.number.significand), (1...24).contains(count), matches("个月", at: numeral.range.upperBound)
    else { return nil }
    return (count, numeral.range.upperBound + 2)
  }

  func peek(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < limit ? text[index] : nil }

  func matches(_ word: String, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var offset = index
    for scalar in word.unicodeScalars {
      guard offset < limit, text[offset] == scalar else { return false }
      offset += 1
    }
    return true
  }

  func skipBlanks(_ start: Int) -> Int {
    var index = start
    while index < limit, text[index].isBlank, index - start < 3 { index += 1 }
    return index
  }

  /// The offset after —, -, ~ or 至 between two ends of a range.
  func rangeJoint(at start: Int) -> Int? {
    var index = skipBlanks(start)
    guard let joint = peek(index), "—-–~至到－―".unicodeScalars.contains(joint) else { return nil }
    index += 1
    if peek(index) == "—" { index += 1 }
    return skipBlanks(index)
  }
}
