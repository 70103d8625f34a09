import Articles
package import Indicators

/// A number expression as it stands in a text, before its unit.
package struct Numeral: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case arabic
    case chinese
    /// 三分之一, 3/5.
    case fraction
    /// 百分之十五: the number after 之, in parts of a power of ten.
    case perPower(Int)
  }

  /// Offsets into the scanned text.
  package var range: Range<Int>
  /// The number without its trailing multiplier: 53.92 of 53.92万.
  package var number: ExactNumber
  /// Power of ten of the trailing multiplier: 4 for 万, 12 for 万亿.
  package var power: Int
  /// Where the trailing multiplier stands, empty when there is none.
  package var multiplier: Range<Int>
  package var form: Form
  /// 余, 多 or 几 stands inside: more than the number.
  package var isOpen: Bool
  /// Written without any digit: 千 of 超千亿元, 百 of 百余.
  package var isBare: Bool

  /// The number with its multiplier, for comparison only.
  package var doubleValue: Double {
    var value = number.doubleValue
    if power > 0 { for _ in 0..<power { value *= 10 } }
    if case .perPower(let below) = form { for _ in 0..<below { value /= 10 } }
    return value
  }
}

/// What a character is worth in a number.
enum NumeralCharacter: Hashable {
  case digit(Int, financial: Bool)
  /// 十 百 千.
  case unit(Int, financial: Bool)
  /// 万 亿 兆.
  case multiplier(Int)

  /// Every sign that is worth something.
  static let signs = ScalarSet("零〇一二两三四五六七八九壹贰弍俩叁仨肆伍陆柒捌玖十百千拾佰仟廿卅万亿兆")

  /// - Parameter scalar: half-width and simplified.
  init?(_ scalar: Unicode.Scalar) {
    guard Self.signs.contains(scalar) else { return nil }
    switch scalar {
    case "零", "〇": self = .digit(0, financial: false)
    case "一": self = .digit(1, financial: false)
    case "二", "两": self = .digit(2, financial: false)
    case "三": self = .digit(3, financial: false)
    case "四": self = .digit(4, financial: false)
    case "五": self = .digit(5, financial: false)
    case "六": self = .digit(6, financial: false)
    case "七": self = .digit(7, financial: false)
    case "八": self = .digit(8, financial: false)
    case "九": self = .digit(9, financial: false)
    case "壹": self = .digit(1, financial: true)
    case "贰", "弍", "俩": self = .digit(2, financial: true)
    case "叁", "仨": self = .digit(3, financial: true)
    case "肆": self = .digit(4, financial: true)
    case "伍": self = .digit(5, financial: true)
    case "陆": self = .digit(6, financial: true)
    case "柒": self = .digit(7, financial: true)
    case "捌": self = .digit(8, financial: true)
    case "玖": self = .digit(9, financial: true)
    case "十": self = .unit(1, financial: false)
    case "百": self = .unit(2, financial: false)
    case "千": self = .unit(3, financial: false)
    case "拾": self = .unit(1, financial: true)
    case "佰": self = .unit(2, financial: true)
    case "仟": self = .unit(3, financial: true)
    case "廿": self = .digit(20, financial: true)
    case "卅": self = .digit(30, financial: true)
    case "万": self = .multiplier(4)
    case "亿": self = .multiplier(8)
    case "兆": self = .multiplier(12)
    default: return nil
    }
  }
}
