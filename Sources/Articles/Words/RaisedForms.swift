/// Digits, signs and brackets in their superscript forms. Raised marks of notes would else continue the number before them: 1,234 and
/// a raised 2 are no 12,342.
private let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

extension Unicode.Scalar {
  /// The superscript form; of what has none, itself.
  package var raised: Unicode.Scalar {
    switch self {
    case "0"..."9": digits[Int(value - 0x30)]
    case "(": "⁽"
    case ")": "⁾"
    case "+": "⁺"
    case "-", "−": "⁻"
    default: self
    }
  }

  /// Whether it is a superscript form.
  package var isRaised: Bool { raisedDigit != nil || "⁽⁾⁺⁻".unicodeScalars.contains(self) || isRaisedLetter }

  /// ᵖ, ʳ: a letter above the line, which leads to a note or says how a figure came about.
  private var isRaisedLetter: Bool { 0x2B0...0x2B8 ~= value || 0x1D2C...0x1D6A ~= value }

  /// The digit of which it is the superscript form.
  package var raisedDigit: Int? {
    // All others lie far from these.
    guard value == 0xB9 || value == 0xB2 || value == 0xB3 || 0x2070...0x2079 ~= value else { return nil }
    return digits.firstIndex(of: self)
  }
}

extension String {
  /// With its digits, signs and brackets raised.
  package var raised: String { String(String.UnicodeScalarView(unicodeScalars.map(\.raised))) }
}
