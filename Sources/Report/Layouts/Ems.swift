/// About how wide a text is before it is set, in ems: a Han character or full-width mark is one, and a quarter parts Han and Latin.
///
/// Other characters by their kind, the mean of the advances of the shipped regular faces, sans and serif, weighted by how often English has
/// the letters.
package func ems(_ text: some Sequence<Unicode.Scalar>) -> Double {
  var extent = 0.0
  var last: Kind?
  for scalar in text {
    let kind = Kind(scalar)
    if let last, last.takesGap && kind == .han || last == .han && kind.takesGap { extent += 0.25 }
    extent += kind.width
    last = kind
  }
  return extent
}

package func ems(_ text: String) -> Double { ems(text.unicodeScalars) }

private enum Kind {
  case han, fullMark, digit, capital, letter, blank, narrowMark, percent, mark

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2E80...0x2FFF, 0x3040...0xFAFF, 0x20000...: self = .han
    case 0x2014...0x2026, 0x3000...0x303F, 0xFE30...0xFFEF: self = .fullMark
    case 0x30...0x39: self = .digit
    case 0x41...0x5A: self = .capital
    case 0x20, 0xA0: self = .blank
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x27, 0x69, 0x6A, 0x6C: self = .narrowMark
    case 0x25: self = .percent
    case 0x61...0x7A, 0xC0...0x24F: self = .letter
    default: self = .mark
    }
  }

  var width: Double {
    switch self {
    case .han, .fullMark: 1
    case .digit: 0.55
    case .capital: 0.67
    case .letter: 0.53
    case .blank: 0.24
    case .narrowMark: 0.29
    case .percent: 0.92
    case .mark: 0.4
    }
  }

  /// Whether a quarter em parts it from Han: marks stand close.
  var takesGap: Bool { self == .digit || self == .capital || self == .letter || self == .percent }
}
