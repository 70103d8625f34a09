import Articles

/// Reads the integer or decimal part of a number that may mix Arabic and Chinese signs: 53.92万, 四百五, 5亿1万4千6百,
/// 一千多万, 三千 八百 九十六 万.
///
/// Positional reading in two levels: 十百千 collect into a section, 万亿兆 multiply what was collected since the last
/// larger one. A digit at the end directly after 百, 千 or 万 counts for the next lower place (四百五 is 450).
struct IntegerReader {
  let text: [Unicode.Scalar]
  let limit: Int
  var index: Int
  private var total = ScaledInteger.zero
  private var section = ScaledInteger.zero
  private var pending: ScaledInteger?
  private var pendingIsArabic = false
  private var lastPower = 0
  private var lowestMultiplier = Int.max
  private var zeroSince = false

  private(set) var isOpen = false
  private(set) var isBare = true
  private(set) var elements = 0
  private(set) var financial = 0
  private(set) var plainDigits = 0
  /// 二三十: two digits before one unit, a vague number.
  private(set) var isVague = false
  private(set) var trailing: Range<Int>
  private(set) var trailingPower = 0

  init(text: [Unicode.Scalar], start: Int, limit: Int) {
    self.text = text
    self.limit = limit
    index = start
    trailing = start..<start
  }

  /// Reads as far as it goes; nil when there is no number or it overflows.
  mutating func read() -> ScaledInteger? {
    var end = index
    while true {
      let at = skipBlanks(from: end)
      guard at < limit, at == end || isElement(at) else { break }
      // No number has that many signs; a longer run is read from every place of it otherwise.
      if elements > 64 { return nil }
      guard let next = step(at: at) else { break }
      if next < 0 { return nil }
      end = next
    }
    index = end
    guard elements > 0 else { return nil }
    return finish()
  }

  private func isElement(_ at: Int) -> Bool {
    // A blank joins only Chinese signs, or an Arabic number with its multiplier.
    guard let sign = NumeralCharacter(text[at]) else {
      if text[at].isDigit {
        // 7万 5千: a further place with its own unit.
        var end = at
        while end < limit, text[end].isDigit { end += 1 }
        return lastPower > 0 && skipBlanks(from: end) < limit && NumeralCharacter(text[skipBlanks(from: end)]) != nil
      }
      return "余多几".unicodeScalars.contains(text[at]) && elements > 0 && isMultiplier(skipBlanks(from: at + 1))
    }
    if pendingIsArabic, case .digit = sign { return false }
    if case .multiplier = sign { return true }
    return !pendingIsArabic || lastPower > 0
  }

  private func isMultiplier(_ at: Int) -> Bool {
    guard at < limit, case .multiplier = NumeralCharacter(text[at]) else { return false }
    return true
  }

  private func skipBlanks(from start: Int) -> Int {
    var at = start
    while at < limit, text[at].isBlank { at += 1 }
    return at
  }

  /// Takes the element at `at`; nil when it does not belong to the number, -1 when the number is impossible.
  private mutating func step(at: Int) -> Int? {
    let scalar = text[at]
    if scalar.isDigit {
      guard pending == nil || !pendingIsArabic && pending?.significand == 0, let arabic = ArabicReader.read(text, at: at, limit: limit)
      else { return nil }
      // 2万3,412: a grouped rest stays below the multiplier in front of it.
      let isRest = lastPower >= 4 && trailing.upperBound == at && arabic.value.significand < (lastPower == 4 ? 10_000 : 100_000_000)
      if elements > 0, arabic.value.scale > 0 || arabic.isGrouped && !isRest { return nil }
      pending = arabic.value
      pendingIsArabic = true
      elements += 1
      isBare = false
      return arabic.end
    }
    if scalar == "余" || scalar == "多" || scalar == "几" {
      // Open numbers: 十余万, 500多亿, 二十几万; the sign after the last place is left to the caller.
      guard elements > 0, pending == nil || pendingIsArabic || pending?.significand == 0, !isOpen else { return nil }
      var after = at + 1
      while after < limit, text[after].isBlank { after += 1 }
      guard isMultiplier(after) else { return nil }
      isOpen = true
      return at + 1
    }
    guard let sign = NumeralCharacter(scalar) else { return nil }
    if elements > 0, scalar == "千" || scalar == "百" || scalar == "兆" || scalar == "两",
      let unit = UnitWords.words.longestMatch(in: text, at: at, limit: limit),
      unit.length > 1 || scalar == "两" && pending == nil && (at + 1 >= limit || NumeralCharacter(text[at + 1]) == nil)
    {
      return nil  // 亿千瓦, 3千米, 三百两: the sign belongs to the unit
    }
    switch sign {
    case .digit(let digit, let isFinancial):
      if let old = pending, !pendingIsArabic {
        if old.significand == 0, old.scale == 0 {
          zeroSince = true
        } else {
          // Two digits in a row: 二三十 or a digit string; not a number of places.
          isVague = true
        }
      } else if pendingIsArabic {
        return nil
      }
      pending = ScaledInteger(significand: Int128(digit))
      pendingIsArabic = false
      if digit == 0 { zeroSince = true }
      financial += isFinancial ? 1 : 0
      plainDigits += 1
      isBare = false
    case .unit(let power, let isFinancial):
      if isVague { return -1 }
      let digit = pending ?? ScaledInteger(significand: 1)
      if pending == nil, elements > 0, lastPower > 0, lastPower <= power, lastPower < 4 { return nil }
      let factor = digit.significand == 0 && !pendingIsArabic ? ScaledInteger(significand: 1) : digit
      guard let value = factor.timesPower(power), let sum = section.adding(value) else { return -1 }
      section = sum
      pending = nil
      if pendingIsArabic { trailing = at..<(at + 1) }
      trailingPower = pendingIsArabic ? power : 0
      trailing = pendingIsArabic ? at..<(at + 1) : at..<at
      pendingIsArabic = false
      lastPower = power
      zeroSince = false
      financial += isFinancial ? 1 : 0
    case .multiplier(let power):
      guard elements > 0 else { return nil }
      if isVague { return -1 }
      if !multiply(by: power, at: at) { return -1 }
    }
    elements += 1
    return at + 1
  }

  /// 万, 亿, 兆: multiply the section, or after another multiplier (万亿) the whole so far.
  private mutating func multiply(by power: Int, at: Int) -> Bool {
    let digit = pending ?? .zero
    guard let collected = section.adding(digit) else { return false }
    let chained = trailingPower > 0 && trailing.upperBound <= at && pending == nil
    if collected.significand != 0 {
      guard let value = collected.timesPower(power) else { return false }
      if power > lowestMultiplier {
        // 一万五千亿: the larger multiplier covers what a smaller one opened.
        guard let all = total.adding(collected)?.timesPower(power) else { return false }
        total = all
      } else {
        guard let sum = total.adding(value) else { return false }
        total = sum
      }
    } else {
      guard total.significand != 0, let value = total.timesPower(power) else { return false }
      total = value
    }
    trailing = chained ? trailing.lowerBound..<(at + 1) : at..<(at + 1)
    trailingPower = chained ? trailingPower + power : power
    section = .zero
    pending = nil
    pendingIsArabic = false
    lowestMultiplier = min(lowestMultiplier, power)
    lastPower = power
    zeroSince = false
    return true
  }

  private mutating func finish() -> ScaledInteger? {
    if isVague { return nil }
    var sum = total.adding(section)
    if let digit = pending {
      trailingPower = 0
      // 四百五, 一万三: the digit stands for the next lower place unless 零 was said or it is an Arabic rest (3万4000).
      let lower = lastPower > 1 && !zeroSince && !pendingIsArabic && digit.significand != 0
      guard let value = lower ? digit.timesPower(lastPower - 1) : digit else { return nil }
      sum = sum?.adding(value)
    }
    return sum
  }
}
