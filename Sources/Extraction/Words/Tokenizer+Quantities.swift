import Articles
import Indicators
import Lingua

/// Numbers with their units as Chinese writes them: 1.5个亿, 一成二, 前五, HK$3.5亿元, 300余家.
extension Tokenizer {
  /// The number with its unit at `index`, and the offset after it.
  func quantity(at index: Int) -> (QuantityExpression?, Int) {
    var start = index
    var isOrdinal = false
    var isTop = false
    var hasSign = false
    var currency = ""
    switch text[index] {
    case "第":
      isOrdinal = true
      start += 1
    case "前":
      isTop = true
      start += 1
    case "首": return (nil, index)
    case "$", "¥", "€", "£":
      currency = String(text[index])
      start = times.skipBlanks(index + 1)
    case "+":
      hasSign = true
      start += 1
    case "-", "−": hasSign = true
    default: break
    }
    guard start < text.count, let numeral = NumeralScanner.numeral(in: text, at: start, limit: text.count) ?? bareMultiplier(at: start)
    else { return (nil, index) }
    var end = numeral.range.upperBound
    if numeral.form == .arabic, end < text.count, text[end].isLatinLetter, !isLatinUnit(at: end) { return (nil, index) }
    var isOpen = numeral.isOpen
    var unit = Array(written[numeral.multiplier].filter { !$0.isBlank })
    var kind: MeasureKind?
    if case .perPower(let power) = numeral.form {
      kind = .percent
      unit = power == 2 ? ["%"] : power == 3 ? ["‰"] : []
    } else if numeral.form != .fraction {
      var at = times.skipBlanks(end)
      if at < text.count, "余多几".unicodeScalars.contains(text[at]), !isOrdinal, text[at] != "多" || !matchesWord(at, "多元") {
        let after = times.skipBlanks(at + 1)
        if let next = unitMatch(at: after), next.value != .label {
          isOpen = true
          at = after
        } else if text[at] == "余" {
          isOpen = true
          end = at + 1
          at = after
        }
      }
      if text.indices.contains(at + 1), text[at] == "个", text[at + 1] == "亿" || text[at + 1] == "万", numeral.power == 0, !isOrdinal {
        // 1.5个亿: the multiplier after 个, of money where no unit follows.
        unit.append(written[at + 1])
        kind = .money
        end = at + 2
        at = times.skipBlanks(end)
      }
      if let match = unitMatch(at: at), !(numeral.power > 0 && opensYearly(at)) {
        kind = match.value
        unit += written[at..<(at + match.length)]
        end = at + match.length
      } else if isOpen, numeral.range.upperBound == end {
        end = numeral.range.upperBound
      } else if at < text.count, text[at] == "对", at + 1 >= text.count || !text[at + 1].isHan, !isOrdinal {
        // 结婚登记768.2万对: couples, where nothing follows that 对 could be told of.
        kind = .count
        unit.append(written[at])
        end = at + 1
      }
    }
    if numeral.form == .fraction, end < text.count, text[end] == "强" {
      isOpen = true
      end += 1
    }
    var number = numeral
    if kind == .tenths, let (value, after) = tenthsDigit(numeral.number, at: end) {
      number.number = value
      end = after
    } else if kind == .tenths || kind == .times, end < text.count, text[end] == "半", numeral.number.scale == 0,
      numeral.number.denominator == 1,
      let half = ExactNumber(significand: numeral.number.significand * 10 + 5, scale: 1)
    {
      number.number = half
      end += 1
    }
    if kind != nil, kind != .label, kind != .rating, kind != .duration, end < text.count, text[end] == "多",
      kind == .tenths || end + 1 >= text.count || !text[end + 1].isHan
    {
      isOpen = true
    }
    if !currency.isEmpty {
      kind = .money
      unit = Array(currency.unicodeScalars) + (unit.isEmpty ? [] : [" "] + unit)
    }
    if isOrdinal, kind == nil || kind == .label && unit == ["大"], end < text.count || kind == .label,
      case let at = kind == nil ? end : end - 1, "高低多少大快慢强".unicodeScalars.contains(text[at]),
      at + 1 == text.count || !text[at + 1].isHan
    {
      // 为全省第2高: a place by its order.
      (kind, unit, end) = (.position, ["位"], at + 1)
    }
    if numeral.form == .chinese, kind == nil, numeral.power == 0, !isOrdinal, !isTop, numeral.range.count < 2 { return (nil, index) }
    if isTop, kind == nil || kind == .position || kind == .label && ["大", "强"].contains(String(scalars: unit.map(\.simplified))),
      numeral.range.upperBound <= text.count, numeral.number.scale == 0
    {
    } else if isTop {
      return (nil, index)
    }
    let quantity = QuantityExpression(
      numeral: number, unit: String(scalars: unit), kind: kind, isOpen: isOpen, isOrdinal: isOrdinal, isTop: isTop, hasSign: hasSign,
      currency: !currency.isEmpty)
    return (quantity, end)
  }

  /// 突破亿元: after a word of estimate the multiplier alone is one of it.
  private func bareMultiplier(at start: Int) -> Numeral? {
    guard
      text[start] == "亿"
        || text[start] == "万" && start + 1 < text.count && UnitWords.words.longestMatch(in: text, at: start + 1, limit: text.count) != nil,
      let last = tokens.last, last.range.upperBound == start, last.word?.before != nil
    else { return nil }
    return Numeral(
      range: start..<(start + 1), number: ExactNumber(1), power: text[start] == "亿" ? 8 : 4, multiplier: start..<(start + 1),
      form: .chinese, isOpen: false, isBare: true)
  }

  /// 销货额达324亿年升13.7%: 年 opens the movement behind a number of headline, and is no unit.
  private func opensYearly(_ at: Int) -> Bool {
    at + 2 < text.count && text[at] == "年" && "升跌增减涨挫".unicodeScalars.contains(text[at + 1])
      && (text[at + 2].isDigit || NumeralCharacter(text[at + 2]) != nil)
  }

  /// 一成二, 六成三: a digit after 成 counts hundredths.
  private func tenthsDigit(_ number: ExactNumber, at place: Int) -> (ExactNumber, Int)? {
    // 7 成 4
    let end =
      place + 1 < text.count && text[place].isBlank && text[place + 1].isDigit && place > 1 && text[place - 2].isBlank ? place + 1 : place
    guard end < text.count,
      let digit = text[end].isDigit
        ? Int(text[end].value) - 48 : NumeralCharacter(text[end]).flatMap({ if case .digit(let digit, false) = $0 { digit } else { nil } }),
      (1...9).contains(digit), text[end] != "两",
      number.scale == 0, number.denominator == 1,
      end + 1 >= text.count || !text[end + 1].isDigit && NumeralCharacter(text[end + 1]) == nil && unitMatch(at: end + 1) == nil,
      let value = ExactNumber(significand: number.significand * 10 + Int128(digit), scale: 1)
    else { return nil }
    return (value, end + 1)
  }

  /// 首位, 榜首: the first place, said without a numeral.
  func firstPlace(_ range: Range<Int>) -> QuantityExpression { ranked(1, range) }

  /// 次高 behind 單月 or 同期, where nothing goes on behind it: the end of the words; nil elsewhere, as in 本次高峰论坛.
  func secondPlace(at index: Int) -> Int? {
    guard index > 0, let word = prose.facts.secondHighest.first(where: { times.matches($0, at: index) }),
      case let end = index + word.unicodeScalars.count, end == text.count || !text[end].isHan,
      prose.facts.beforeSecondHighest.contains(where: { times.matches($0, at: index - $0.unicodeScalars.count) })
    else { return nil }
    return end
  }

  /// 鸿海88件居次: right behind the number by which it is ranked, where nothing goes on behind it.
  func runnerUp(at index: Int) -> Int? {
    guard text[index] == "居" || text[index] == "次", let last = tokens.last, last.quantity != nil, last.range.upperBound == index,
      let word = prose.facts.secondPlaces.first(where: { times.matches($0, at: index) }),
      case let end = index + word.unicodeScalars.count, end == text.count || !text[end].isHan
    else { return nil }
    return end
  }

  func ranked(_ number: Int, _ range: Range<Int>) -> QuantityExpression {
    let numeral = Numeral(
      range: range, number: ExactNumber(number), power: 0, multiplier: range.upperBound..<range.upperBound, form: .chinese,
      isOpen: false, isBare: true)
    return QuantityExpression(numeral: numeral, unit: "位", kind: .position, isOpen: false, isOrdinal: true)
  }

  private func matchesWord(_ at: Int, _ word: String) -> Bool { times.matches(word, at: at) }

  /// The unit at `at`; 个 is no unit where a listed word starts (个人), 分 none before 别.
  func unitMatch(at: Int) -> (length: Int, value: MeasureKind)? {
    guard at < text.count, let match = UnitWords.words.longestMatch(in: text, at: at, limit: text.count) else { return nil }
    if match.length == 1, let word = closed.words.longestMatch(in: text, at: at, limit: text.count), word.length > 1,
      word.value.classes.contains(.noun) || word.value.classes.contains(.respectively)
        || word.value.classes.contains(.abstract) && match.value == .label,
      !keepsUnit(text[at], word.length), !isOverlapped(word.length, at: at)
    {
      return nil
    }
    if match.value == .physical || match.value == .money, at + match.length + 1 < text.count, text[at + match.length] == "/",
      let per = UnitWords.words.longestMatch(in: text, at: at + match.length + 1, limit: text.count)
    {
      // 公斤/公顷, GB/户·月: a measure for each of another, or of two.
      var length = match.length + 1 + per.length
      if at + length + 1 < text.count, "·・.".unicodeScalars.contains(text[at + length]),
        "月日年天次时".unicodeScalars.contains(text[at + length + 1])
      {
        length += 2
      }
      return (length, match.value)
    }
    // 1,744件次之: 次之 is a word of order.
    if match.length > 1, text[at + match.length - 1] == "次", at + match.length < text.count, text[at + match.length] == "之" {
      return UnitWords.words.longestMatch(in: text, at: at, limit: at + match.length - 1)
    }
    if match.value == .physical || match.value == .percent, isLatinUnit(at: at) == false, text[at].isLatinLetter { return nil }
    return match
  }

  /// 18件数据知识产权: a listed word begins inside the one that would take the unit, and goes on behind it.
  private func isOverlapped(_ length: Int, at: Int) -> Bool {
    guard let inner = closed.words.longestMatch(in: text, at: at + 1, limit: text.count) else { return false }
    return inner.length > 1 && inner.length + 1 > length && inner.value.classes.contains(.noun)
  }

  /// 件数 after a number is no word: 12件 数… does not occur, but 3个 百分点 and 20家 企业 do.
  private func keepsUnit(_ scalar: Unicode.Scalar, _ length: Int) -> Bool { scalar == "家" || scalar == "项" || scalar == "户" && length == 2 }

  private func isLatinUnit(at index: Int) -> Bool {
    guard let match = UnitWords.words.longestMatch(in: text, at: index, limit: text.count), text[index].isLatinLetter else { return false }
    let end = index + match.length
    return end >= text.count || !text[end].isLatinLetter && !text[end].isDigit
  }
}
