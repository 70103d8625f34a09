/// A non-negative number as decimal digits: d₀.d₁d₂… × 10^exponent. No digits stand for zero.
package struct DecimalDigits: Hashable, Sendable {
  package private(set) var digits: [UInt8]
  package private(set) var exponent: Int

  /// The exact value of a finite double, its sign dropped: every double is a finite decimal.
  package init(exactly value: Double) {
    guard value.isFinite, value != 0 else {
      self.init(digits: [], exponent: 0)
      return
    }
    var significand = UInt64(value.magnitude.significandBitPattern)
    var power = Int(value.magnitude.exponentBitPattern) - 1075
    if power == -1075 { power += 1 } else { significand |= 1 << 52 }
    let zeros = significand.trailingZeroBitCount
    significand >>= UInt64(zeros)
    power += zeros
    // limbs: base 10⁹, lowest first.
    var limbs = [UInt64](arrayLiteral: significand % 1_000_000_000, significand / 1_000_000_000)
    for _ in 0..<abs(power) {
      var carry: UInt64 = 0
      for i in limbs.indices {
        let product = limbs[i] * (power > 0 ? 2 : 5) + carry
        limbs[i] = product % 1_000_000_000
        carry = product / 1_000_000_000
      }
      if carry > 0 { limbs.append(carry) }
    }
    var all: [UInt8] = []
    for limb in limbs.reversed() {
      var divisor: UInt64 = 100_000_000
      while divisor > 0 {
        all.append(UInt8(limb / divisor % 10))
        divisor /= 10
      }
    }
    // A negative power of two was turned into 5^n ÷ 10^n.
    self.init(digits: all, exponent: all.count - 1 + min(0, power))
  }

  /// The shortest decimal that reads back as `value`, its sign dropped: what a person wrote, 970.24 and not
  /// 970.24000000000000909.
  package init(written value: Double) {
    guard value.isFinite else {
      self.init(digits: [], exponent: 0)
      return
    }
    if let short = DecimalDigits(short: value.magnitude) {
      self = short
      return
    }
    var digits: [UInt8] = []
    var point: Int?
    let text = value.magnitude.description.utf8
    let end = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
    digits.reserveCapacity(24)
    for byte in text[..<end] {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - UInt8(ascii: "0")) }
    }
    let power = end == text.endIndex ? 0 : Int(String(text[end...].dropFirst()) ?? "") ?? 0
    self.init(digits: digits, exponent: (point ?? digits.count) - 1 + power)
  }

  /// A number of at most fifteen digits, four of them behind the point: no two such decimals are the same double, so that the
  /// one which reads back is the shortest. Nil for others.
  private init?(short value: Double) {
    var (power, places) = (1.0, 0)
    while places <= 4 {
      let whole = (value * power).rounded()
      guard whole < 1e15 else { return nil }
      if whole / power == value {
        var (rest, digits) = (UInt64(whole), [UInt8]())
        digits.reserveCapacity(16)
        while rest > 0 {
          digits.append(UInt8(truncatingIfNeeded: rest % 10))
          rest /= 10
        }
        digits.reverse()
        self.init(digits: digits, exponent: digits.count - 1 - places)
        return
      }
      (power, places) = (power * 10, places + 1)
    }
    return nil
  }

  /// Leading and trailing zeros are dropped.
  package init(digits: [UInt8], exponent: Int) {
    guard let first = digits.firstIndex(where: { $0 != 0 }), let last = digits.lastIndex(where: { $0 != 0 }) else {
      self.digits = []
      self.exponent = 0
      return
    }
    self.digits = Array(digits[first...last])
    self.exponent = exponent - first
  }

  package var isZero: Bool { digits.isEmpty }
  /// Digits after the point.
  package var places: Int { max(0, digits.count - 1 - exponent) }

  /// Rounded to `count` leading digits, halves up.
  package func rounded(toDigits count: Int) -> DecimalDigits {
    guard digits.count > max(0, count) else { return self }
    if count < 0 { return DecimalDigits(digits: [], exponent: 0) }
    var kept = [0] + digits[..<count]
    var exponent = exponent + 1
    if digits[count] >= 5 {
      var i = kept.count - 1
      while kept[i] == 9 {
        kept[i] = 0
        i -= 1
      }
      kept[i] += 1
    }
    if kept[0] == 0, kept.count > 1 {
      kept.removeFirst()
      exponent -= 1
    }
    return DecimalDigits(digits: kept, exponent: exponent)
  }

  /// Rounded to `places` digits after the point, halves up.
  package func rounded(toPlaces places: Int) -> DecimalDigits { rounded(toDigits: exponent + 1 + places) }

  /// Moved by a power of ten.
  package func scaled(byTenTo power: Int) -> DecimalDigits {
    var copy = self
    if !isZero { copy.exponent += power }
    return copy
  }

  /// `12.50` for `places` 2: rounded, without grouping.
  package func fixed(places: Int) -> String {
    let value = rounded(toPlaces: places)
    func digit(at power: Int) -> UInt8 {
      let index = value.exponent - power
      return value.digits.indices.contains(index) ? value.digits[index] : 0
    }
    var bytes: [UInt8] = []
    for power in stride(from: max(0, value.exponent), through: -places, by: -1) {
      if power == -1 { bytes.append(46) }
      bytes.append(48 + digit(at: power))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `1.25e+3` for 3 digits.
  package func exponential(digits count: Int) -> String {
    let value = rounded(toDigits: count)
    var bytes = value.coefficient(digits: count).map { 48 + $0 }
    if count > 1 { bytes.insert(46, at: 1) }
    return String(decoding: bytes, as: UTF8.self) + "e" + (value.exponent < 0 ? "-" : "+") + "\(abs(value.exponent))"
  }

  /// Exactly `count` leading digits, filled with zeros; the value must be rounded to them.
  func coefficient(digits count: Int) -> [UInt8] {
    Array(digits.prefix(count)) + [UInt8](repeating: 0, count: max(0, count - digits.count))
  }
}
