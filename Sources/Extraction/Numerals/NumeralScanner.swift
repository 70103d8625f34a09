import Articles
import Indicators

/// Finds the number at a place of a text: tokens only, nothing about what is measured.
package enum NumeralScanner {
  /// - Parameters:
  ///   - text: half-width and simplified (see `halfWidth`, `simplified`), offsets unchanged.
  ///   - start: where the number should begin.
  package static func numeral(in text: [Unicode.Scalar], at start: Int, limit: Int) -> Numeral? {
    guard start < limit else { return nil }
    if "百千万佰仟亿".unicodeScalars.contains(text[start]), let parts = perPower(text, at: start, limit: limit) { return parts }
    guard canStart(text, at: start, limit: limit), let first = plain(text, at: start, limit: limit) else { return nil }
    return fraction(first, text, limit: limit) ?? mixed(first, text, limit: limit) ?? first
  }

  /// All numbers of a text in order, skipping `words` that only look like numbers.
  package static func numerals(in text: [Unicode.Scalar], skipping word: (Int) -> Int = { _ in 0 }) -> [Numeral] {
    var found: [Numeral] = []
    var index = 0
    while index < text.count {
      let skip = word(index)
      if skip > 0 {
        index += skip
      } else if case let length = vagueLength(in: text, at: index, limit: text.count), length > 0 {
        index += length
      } else if let numeral = numeral(in: text, at: index, limit: text.count) {
        found.append(numeral)
        index = max(numeral.range.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  /// The length of a vague number such as 二三十 or 七八百 at a place, 0 when there is none.
  static func vagueLength(in text: [Unicode.Scalar], at start: Int, limit: Int) -> Int {
    guard start + 1 < limit, case .digit(let first, false) = NumeralCharacter(text[start]), first > 0,
      case .digit(let second, false) = NumeralCharacter(text[start + 1]), second == first + 1 || first == 3 && second == 5
    else { return 0 }
    var end = start + 2
    while end < limit, let sign = NumeralCharacter(text[end]) {
      if case .digit = sign { return 0 }
      end += 1
    }
    return end - start
  }

  private static func canStart(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Bool {
    let scalar = text[start]
    // The middle of a number that was too long to read is no number.
    if scalar.isDigit { return start == 0 || !text[start - 1].isDigit }
    if scalar == "负" || scalar == "-" || scalar == "−" || scalar == "." || scalar == "+" { return start + 1 < limit }
    guard let sign = NumeralCharacter(scalar) else { return false }
    switch sign {
    case .multiplier: return false
    case .unit: return start == 0 || NumeralCharacter(text[start - 1]) == nil
    case .digit: return true
    }
  }

  /// A signed number with its decimals and multiplier.
  private static func plain(_ text: [Unicode.Scalar], at start: Int, limit: Int, inFraction: Bool = false) -> Numeral? {
    var index = start
    var negative = false
    if text[index] == "负" || text[index] == "-" || text[index] == "−" {
      // A hyphen after a digit or letter joins a range or a name.
      if text[index] != "负", index > 0, text[index - 1].isDigit || text[index - 1].isLatinLetter || text[index - 1] == "-" { return nil }
      negative = true
      index += 1
      guard index < limit, text[index] != "负" else { return nil }
    }
    if text[index] == "." {
      guard index == 0 || !(text[index - 1].isDigit || text[index - 1] == "."), index + 1 < limit, text[index + 1].isDigit
      else { return nil }
    }
    if text[index] == ".", let arabic = ArabicReader.read(text, at: index, limit: limit) {
      return make(arabic.value, negative, start..<arabic.end, .arabic)
    }
    var reader = IntegerReader(text: text, start: index, limit: limit)
    guard var value = reader.read() else { return nil }
    let arabic = text[index].isDigit
    var end = reader.index
    var power = reader.trailingPower
    var multiplier = power > 0 ? reader.trailing : end..<end
    if !arabic, let decimals = chineseDecimals(text, at: end, limit: limit) {
      // 四百亿点零五零 keeps no multiplier; 二点三亿 has it after its decimals.
      guard let whole = value.timesPower(0), let sum = whole.adding(decimals.value) else { return nil }
      value = sum
      end = decimals.end
      power = decimals.power
      multiplier = (end - decimals.multiplierLength)..<end
      if power > 0 { return make(value, negative, start..<end, .chinese, power: power, multiplier: multiplier) }
    }
    let isSingle = reader.elements == 1
    if isSingle, reader.financial > 0, !inFraction, partsOf(text, at: end, limit: limit) == nil, !(end < limit && text[end] == "又") {
      return nil
    }
    if arabic, power == 0, let exponent = exponent(text, at: end, limit: limit) {
      let shifted =
        exponent.power >= 0
        ? value.timesPower(exponent.power) : ScaledInteger(significand: value.significand, scale: value.scale - exponent.power)
      if let shifted, let numeral = make(shifted, negative, start..<exponent.end, .arabic) { return numeral }
    }
    let point = arabic ? text[index..<multiplier.lowerBound].firstIndex(of: ".") : nil
    let decimals = point.map { point in text[(point + 1)..<multiplier.lowerBound].prefix { $0.isDigit }.count } ?? 0
    let base = power > 0 ? value.dividedByPower(power, decimals: min(decimals, power)) : value
    return make(
      base, negative, start..<end, arabic ? .arabic : .chinese, power: power, multiplier: multiplier, isOpen: reader.isOpen,
      isBare: reader.isBare)
  }

  /// ×10^8, ×10⁸ after Arabic digits.
  private static func powerOfTen(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> (power: Int, end: Int)? {
    var index = skipBlanks(text, start, limit)
    guard index < limit, text[index] == "×" || text[index] == "x" || text[index] == "*" || text[index] == "·" else { return nil }
    index = skipBlanks(text, index + 1, limit)
    guard index + 2 < limit, text[index] == "1", text[index + 1] == "0" else { return nil }
    index += 2
    let isRaised = text[index] == "^"
    if isRaised { index += 1 }
    var negative = false
    if index < limit, text[index] == "-" || text[index] == "⁻" {
      negative = true
      index += 1
    }
    let first = index
    var power = 0
    while index < limit, index - first < 2 {
      if isRaised, text[index].isDigit {
        power = power * 10 + Int(text[index].value) - 48
      } else if !isRaised, let digit = text[index].raisedDigit {
        power = power * 10 + digit
      } else {
        break
      }
      index += 1
    }
    guard index > first, power <= 24 else { return nil }
    return (negative ? -power : power, index)
  }

  /// e+14 after Arabic digits.
  private static func exponent(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> (power: Int, end: Int)? {
    if let power = powerOfTen(text, at: start, limit: limit) { return power }
    guard start + 1 < limit, text[start] == "e" || text[start] == "E" else { return nil }
    var index = start + 1
    let negative = text[index] == "-"
    if negative || text[index] == "+" { index += 1 }
    let first = index
    var power = 0
    while index < limit, text[index].isDigit, index - first < 2 {
      power = power * 10 + Int(text[index].value) - 48
      index += 1
    }
    guard index > first, index >= limit || !text[index].isLatinLetter && !text[index].isDigit, power <= 24 else { return nil }
    return (negative ? -power : power, index)
  }

  private static func make(
    _ value: ScaledInteger, _ negative: Bool, _ range: Range<Int>, _ form: Numeral.Form, power: Int = 0,
    multiplier: Range<Int>? = nil, isOpen: Bool = false, isBare: Bool = false
  ) -> Numeral? {
    guard let number = ExactNumber(significand: negative ? -value.significand : value.significand, scale: value.scale)
    else { return nil }
    return Numeral(
      range: range, number: number, power: power, multiplier: multiplier ?? range.upperBound..<range.upperBound, form: form,
      isOpen: isOpen, isBare: isBare)
  }

  /// 点五七九, with a multiplier after it: 点三万亿.
  private static func chineseDecimals(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> (
    value: ScaledInteger, end: Int, power: Int, multiplierLength: Int
  )? {
    var index = skipBlanks(text, start, limit)
    guard index < limit, text[index] == "点" else { return nil }
    index = skipBlanks(text, index + 1, limit)
    var significand: Int128 = 0
    var scale = 0
    var end = index
    while index < limit, scale < 20, case .digit(let digit, _) = NumeralCharacter(text[index]), digit < 10, text[index] != "两" {
      significand = significand * 10 + Int128(digit)
      scale += 1
      index += 1
      end = index
    }
    guard scale > 0 else { return nil }
    var power = 0
    let first = end
    while end < limit, case .multiplier(let more) = NumeralCharacter(text[end]), power + more <= 16 {
      power += more
      end += 1
    }
    return (ScaledInteger(significand: significand, scale: scale), end, power, end - first)
  }

  static func skipBlanks(_ text: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, text[index].isBlank { index += 1 }
    return index
  }

  // MARK: Fractions

  /// 百分之十五, 千分之三, 万分之二: a bare power of ten before 分之.
  private static func perPower(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Numeral? {
    var index = start
    var power = 0
    while index < limit, let sign = NumeralCharacter(text[index]) {
      switch sign {
      case .unit(let more, _) where more > 1 && power == 0: power = more
      case .multiplier(let more) where power + more <= 16: power += more
      default: return nil
      }
      index += 1
    }
    guard power > 0, let after = partsOf(text, at: index, limit: limit), after < limit,
      let above = plain(text, at: after, limit: limit, inFraction: true), above.number.denominator == 1
    else { return nil }
    var numeral = above
    numeral.range = start..<above.range.upperBound
    numeral.form = .perPower(power)
    return numeral
  }

  /// The offset after 分之, blanks allowed.
  private static func partsOf(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Int? {
    var index = skipBlanks(text, start, limit)
    guard index < limit, text[index] == "分" else { return nil }
    index = skipBlanks(text, index + 1, limit)
    guard index < limit, text[index] == "之" else { return nil }
    return skipBlanks(text, index + 1, limit)
  }

  /// 五分之一, 3/5: the number read first is the one below.
  private static func fraction(_ below: Numeral, _ text: [Unicode.Scalar], limit: Int) -> Numeral? {
    let end = below.range.upperBound
    if let after = partsOf(text, at: end, limit: limit), after < limit,
      let above = plain(text, at: after, limit: limit, inFraction: true), let bottom = whole(below)
    {
      let range = below.range.lowerBound..<above.range.upperBound
      if let top = whole(above) { return quotient(top, bottom, range) }
      // 一百分之五十五点五: decimals above make the number below larger.
      if let raised = ScaledInteger(significand: bottom).timesPower(above.number.scale), above.power == 0, above.number.denominator == 1 {
        return quotient(above.number.significand, raised.significand, range)
      }
    }
    guard end + 1 < limit, text[end] == "/", text[end + 1].isDigit, below.form == .arabic,
      let under = ArabicReader.read(text, at: end + 1, limit: limit), under.value.scale == 0, let top = whole(below),
      under.end >= limit || text[under.end] != "/"
    else { return nil }
    return quotient(top, under.value.significand, below.range.lowerBound..<under.end)
  }

  /// 一又二分之一, 1 4/3.
  private static func mixed(_ first: Numeral, _ text: [Unicode.Scalar], limit: Int) -> Numeral? {
    let end = skipBlanks(text, first.range.upperBound, limit)
    guard end < limit, let units = whole(first) else { return nil }
    var start = end
    if text[end] == "又" {
      start = skipBlanks(text, end + 1, limit)
    } else if !(end > first.range.upperBound && first.form == .arabic && text[end].isDigit) {
      return nil
    }
    guard start < limit, let part = plain(text, at: start, limit: limit, inFraction: true), let rest = fraction(part, text, limit: limit)
    else { return nil }
    let (product, overflow) = units.magnitude.multipliedReportingOverflow(by: UInt128(rest.number.denominator))
    guard !overflow, let scaled = Int128(exactly: product) else { return nil }
    let (sum, tooLarge) = scaled.addingReportingOverflow(rest.number.significand)
    guard !tooLarge else { return nil }
    return quotient(units < 0 ? -sum : sum, rest.number.denominator, first.range.lowerBound..<rest.range.upperBound)
  }

  /// The integer a numeral stands for, multiplier included.
  private static func whole(_ numeral: Numeral) -> Int128? {
    guard numeral.number.scale == 0 || numeral.power > 0, numeral.number.denominator == 1 else { return nil }
    let value = ScaledInteger(significand: numeral.number.significand, scale: numeral.number.scale).timesPower(numeral.power)
    return value?.scale == 0 ? value?.significand : nil
  }

  private static func quotient(_ top: Int128, _ bottom: Int128, _ range: Range<Int>) -> Numeral? {
    guard bottom != 0, bottom != .min, top != .min else { return nil }
    guard let number = ExactNumber(significand: bottom < 0 ? -top : top, denominator: bottom < 0 ? -bottom : bottom)
    else { return nil }
    return Numeral(
      range: range, number: number, power: 0, multiplier: range.upperBound..<range.upperBound, form: .fraction,
      isOpen: false, isBare: false)
  }
}
