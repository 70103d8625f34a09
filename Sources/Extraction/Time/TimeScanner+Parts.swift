import Articles
import Indicators
import Lingua

extension TimeScanner {
  struct PartOfYear {
    var part: TimeExpression.Part
    var isStock = false
    var isDay = false
    /// 8月当月: beside the months up to it.
    var isAlone = false
    var end: Int
  }

  /// 上半年, 前三季度, 9月末, 1—9月 without a year.
  func barePart(at start: Int) -> (TimeExpression, Int)? {
    guard let part = part(at: start, afterYear: false) else { return nil }
    var time = TimeExpression(year: .inherited, part: part.part, isStock: part.isStock)
    time.isEmpty = part.isDay
    time.isAlone = part.isAlone
    let isUpTo = ["截至", "截止", "截至今年"].contains { matches($0, at: start - $0.unicodeScalars.count) }
    let isSet = (matches("于", at: start - 1) || matches("於", at: start - 1)) && (peek(part.end) == "，" || peek(part.end) == ",")
    if part.isDay, part.part != .whole, isUpTo || isSet {
      // 截至6月30日, 于6月30日，: a stock at the end of the month.
      time.isEmpty = false
      time.isStock = true
    }
    return (time, part.end)
  }

  /// The part of a year at `start`.
  ///
  /// - Parameter afterYear: whether a year stands before it, so that 底 and 初 are enough.
  func part(at start: Int, afterYear: Bool) -> PartOfYear? {
    let said = SaidTimes.shared
    for (word, month) in said.halves where matches(word, at: start) {
      return PartOfYear(part: .months(month, month + 5), end: start + word.unicodeScalars.count)
    }
    if afterYear {
      for word in said.halfYears where matches(word, at: start) {
        return PartOfYear(part: .months(1, 6), end: start + word.unicodeScalars.count)
      }
      for word in said.halfYearReports where matches(word, at: start) {
        return PartOfYear(part: .months(1, 6), end: start + word.unicodeScalars.count - 1)
      }
      for word in said.endsOfYears where matches(word, at: start) {
        return PartOfYear(part: .months(12, 12), isStock: true, end: start + word.unicodeScalars.count)
      }
      for word in said.yearsTold where matches(word, at: start) {
        return PartOfYear(part: .whole, end: start + word.unicodeScalars.count)
      }
    }
    if let quarter = quarter(at: start) { return quarter }
    return months(at: start, afterYear: afterYear)
  }

  /// 一季度, 第三季度, 前三季度, 三季度末.
  ///
  /// - Parameter others: how many further quarters may share the word 季度.
  private func quarter(at start: Int, others: Int = 3) -> PartOfYear? {
    var index = start
    var through = false
    if peek(index) == "前" {
      through = true
      index += 1
    } else if peek(index) == "第" {
      index += 1
    }
    // 第 4 季
    if index > start { index = skipBlanks(index) }
    guard let sign = peek(index) else { return nil }
    var count = 0
    if sign == "首", let next = peek(index + 1), case .digit(let digit, _)? = NumeralCharacter(next), (2...3).contains(digit) {
      // 首三季: up to the third quarter.
      (count, through) = (digit, true)
      index += 1
    } else if sign == "首", let next = peek(index + 1), next.isDigit, next == "2" || next == "3", peek(index + 2) == "季" {
      (count, through) = (Int(next.value) - 48, true)
      index += 1
    } else if sign == "首" {
      count = 1
    } else if sign.isDigit {
      count = Int(sign.value) - 48
    } else if case .digit(let digit, _) = NumeralCharacter(sign) {
      count = digit
    }
    index += 1
    if count > 0 { index = skipBlanks(index) }
    if peek(index) == "个" { index += 1 }
    if (1...4).contains(count), !through, let joined = quarters(from: count, at: index) { return joined }
    if (1...4).contains(count), !through, others > 0, peek(index) == "、", let rest = quarter(at: index + 1, others: others - 1) {
      // 一、二季度: the word stands once for all.
      guard case .months = rest.part, !rest.isStock else { return nil }
      return PartOfYear(part: .months(count * 3 - 2, count * 3), end: index)
    }
    // 第2季: alone only with 第 or 首 before it.
    let isShort =
      !matches("季度", at: index) && peek(index) == "季" && (peek(start) == "第" || sign == "首" || through) && peek(index + 1) != "节"
      && peek(index + 1) != "赛"
    guard (1...4).contains(count), matches("季度", at: index) || isShort else { return nil }
    if index > start + 1, peek(index - 1) == "个", !through, sign != "首" { return nil }
    index += isShort ? 1 : 2
    let first = through ? 1 : count * 3 - 2
    if peek(index) == "末" {
      return PartOfYear(part: .months(count * 3, count * 3), isStock: true, end: index + 1)
    }
    return PartOfYear(part: .months(first, count * 3), end: index)
  }

  /// 一至三季度, 一季度至三季度: from one quarter to a later one.
  private func quarters(from first: Int, at index: Int) -> PartOfYear? {
    let after = matches("季度", at: index) ? index + 2 : index
    guard let joint = rangeJoint(at: after) else { return nil }
    var at = joint
    if peek(at) == "第" { at += 1 }
    guard let sign = peek(at) else { return nil }
    var last = 0
    if sign.isDigit { last = Int(sign.value) - 48 } else if case .digit(let digit, _) = NumeralCharacter(sign) { last = digit }
    guard last > first, last <= 4, matches("季度", at: at + 1) else { return nil }
    return PartOfYear(part: .months(first * 3 - 2, last * 3), end: at + 3)
  }

  /// 前9月 by itself, and not 此前9月.
  private func opensCount(_ start: Int) -> Bool {
    start == 0 || !"此之以日目先早从当年月".unicodeScalars.contains(text[start - 1])
  }

  /// 9月, 9月份, 9月末, 9月30日, 1—9月, 前10个月, 24日.
  private func months(at start: Int, afterYear: Bool) -> PartOfYear? {
    if let lead = peek(start), "前首头".unicodeScalars.contains(lead) {
      guard let count = small(at: start + 1), (2...12).contains(count.value) else { return nil }
      // 今年前9月: as 前9个月, behind a year.
      if lead == "前", afterYear || opensCount(start), peek(count.end) == "月" {
        return PartOfYear(part: .months(1, count.value), end: tail(at: count.end + 1))
      }
      guard matches("个月", at: count.end) else { return nil }
      return PartOfYear(part: .months(1, count.value), end: count.end + 2)
    }
    guard let first = small(at: start), start == 0 || !text[start - 1].isDigit else { return nil }
    if peek(first.end) == "日" || peek(first.end) == "号", (1...31).contains(first.value), text[start].isDigit {
      return PartOfYear(part: .whole, isDay: true, end: first.end + 1)
    }
    guard (1...12).contains(first.value) else { return nil }
    var afterFirst = peek(first.end) == "月" ? first.end + 1 : first.end
    if afterFirst > first.end, peek(afterFirst) == "份", rangeJoint(at: afterFirst + 1) != nil { afterFirst += 1 }
    if let joint = rangeJoint(at: afterFirst), let second = small(at: joint), (first.value...12).contains(second.value),
      peek(second.end) == "月"
    {
      return PartOfYear(part: .months(first.value, second.value), end: tail(at: second.end + 1))
    }
    guard afterFirst > first.end else { return nil }
    if peek(afterFirst) == "底" || peek(afterFirst) == "末" {
      return PartOfYear(part: .months(first.value, first.value), isStock: true, end: afterFirst + 1)
    }
    if let day = small(at: skipBlanks(afterFirst)), (1...31).contains(day.value), peek(day.end) == "日" || peek(day.end) == "号" {
      var end = day.end + 1
      if let joint = rangeJoint(at: end), day.value == 1, let last = small(at: joint), (first.value...12).contains(last.value),
        peek(last.end) == "月",
        let lastDay = small(at: last.end + 1), (28...31).contains(lastDay.value), peek(lastDay.end) == "日"
      {
        // 7月1日至8月31日: whole months.
        return PartOfYear(part: .months(first.value, last.value), end: lastDay.end + 1)
      }
      if let joint = rangeJoint(at: end), let last = small(at: joint), peek(last.end) == "日" { end = last.end + 1 }
      return PartOfYear(part: .months(first.value, first.value), isDay: true, end: end)
    }
    let end = tail(at: afterFirst)
    return PartOfYear(part: .months(first.value, first.value), isAlone: saysAlone(at: end - 2), end: end)
  }

  /// After 月: 份, and 当月 that says the month alone is meant.
  private func tail(at end: Int) -> Int {
    let end = peek(end) == "份" ? end + 1 : end
    // 11月迄今
    if matches("迄今", at: end) || matches("至今", at: end) { return end + 2 }
    return saysAlone(at: end) ? end + 2 : end
  }

  private func saysAlone(at end: Int) -> Bool { matches("当月", at: end) || matches("单月", at: end) }

  /// A number up to 31 in Arabic or Chinese signs.
  private func small(at start: Int) -> (value: Int, end: Int)? {
    var index = start
    var value = 0
    while index < limit, text[index].isDigit, index - start < 3 {
      value = value * 10 + Int(text[index].value) - 48
      index += 1
    }
    if index > start { return value <= 31 ? (value, skipBlanks(index)) : nil }
    guard start < limit, NumeralCharacter(text[start]) != nil,
      let numeral = NumeralScanner.numeral(in: text, at: start, limit: min(limit, start + 3)), numeral.power == 0,
      numeral.form == .chinese, numeral.number.scale == 0, let count = Int(exactly: numeral.number.significand), count <= 31
    else { return nil }
    return (count, numeral.range.upperBound)
  }
}
