/// How all numbers of one figure are written: one magnitude (万, 亿) and one number of decimals.
package struct FigureNumbers: Hashable, Sendable {
  /// Words for powers of ten, smallest first.
  package struct Words: Hashable, Sendable {
    package var words: [(power: Int, word: String)] { Array(zip(powers, names)).map { (power: $0.0, word: $0.1) } }
    private var powers: [Int]
    private var names: [String]
    private init(_ pairs: [(Int, String)]) {
      powers = pairs.map(\.0)
      names = pairs.map(\.1)
    }
    package static let simplified = Words([(0, ""), (4, "万"), (8, "亿"), (12, "万亿")])
    package static let traditional = Words([(0, ""), (4, "萬"), (8, "億"), (12, "兆")])
    package static let english = Words([(0, ""), (6, "million"), (9, "billion"), (12, "trillion")])
  }

  /// Power of ten that the numbers are divided by.
  package var power: Int
  package var word: String
  package var decimals: Int
  package var grouping: Bool

  package init(power: Int = 0, word: String = "", decimals: Int = 0, grouping: Bool = true) {
    self.power = power
    self.word = word
    self.decimals = decimals
    self.grouping = grouping
  }

  /// The magnitude that shows the largest value with one to four digits before the point, and as many decimals as the
  /// values have. A value of more than nine digits is no stated figure but a quotient or a sum of doubles: it asks for no more
  /// decimals than give the largest value four digits.
  ///
  /// - Parameters:
  ///   - values: in units of `10^writtenPower`, as the data state them.
  ///   - keepsWritten: whether the written magnitude stays when it shows the largest value with at most four digits.
  package static func suited(
    to values: [Double], writtenPower: Int = 0, words: Words, significant: Int = 4, keepsWritten: Bool = true
  ) -> FigureNumbers {
    let numbers = values.filter(\.isFinite).map { DecimalDigits(written: $0) }
    let largest = numbers.filter { !$0.isZero }.map(\.exponent).max() ?? 0
    let table = words.words
    let staysWritten = keepsWritten && (1...significant).contains(largest + 1)
    let choice =
      staysWritten
      ? table.first { $0.power == writtenPower } ?? (power: writtenPower, word: "")
      : table.last { $0.power <= largest + writtenPower } ?? (power: 0, word: "")
    let shift = writtenPower - choice.power
    let reckoned = max(0, significant - (largest + shift + 1))
    let places = numbers.map { number in
      let places = number.scaled(byTenTo: shift).places
      return number.digits.count <= 9 ? places : min(places, reckoned)
    }
    return FigureNumbers(power: choice.power, word: choice.word, decimals: places.max() ?? 0)
  }

  /// `value` in units of `10^writtenPower` as text: minus U+2212, groups of three from five digits before the point.
  ///
  /// - Parameter isPadded: whether zeros fill the decimals up, as on an axis; a stated value gets no digit that was not stated.
  package func text(_ value: Double, writtenPower: Int = 0, isPadded: Bool = true) -> String {
    let exact = DecimalDigits(written: value).scaled(byTenTo: writtenPower - power)
    var digits = exact.rounded(toPlaces: decimals)
    // What is not zero is not printed as zero.
    if !isPadded, digits.isZero, !exact.isZero { digits = exact.rounded(toPlaces: -exact.exponent) }
    let plain = digits.fixed(places: isPadded ? decimals : digits.places)
    return (value < 0 && !digits.isZero ? "\u{2212}" : "") + (grouping ? groupedDigits(plain) : plain)
  }
}

/// Groups the digits before the point by threes where there are enough of them.
///
/// - Parameter count: the fewest digits that are grouped: 2314 in Chinese, 2,314 in English.
package func groupedDigits(_ plain: String, from count: Int = 5) -> String {
  let scalars = Array(plain.unicodeScalars)
  let whole = scalars.firstIndex(of: ".") ?? scalars.count
  guard whole >= count else { return plain }
  var out = String.UnicodeScalarView()
  for (i, scalar) in scalars.enumerated() {
    if i > 0, i < whole, (whole - i) % 3 == 0 { out.append(",") }
    out.append(scalar)
  }
  return String(out)
}
