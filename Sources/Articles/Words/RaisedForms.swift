extension Unicode.Scalar {
  /// The superscript form of a digit, a sign or a bracket; others as they are. Raised marks of notes would else continue the number
  /// before them: 1,234 and a raised 2 are no 12,342.
  package var raised: Unicode.Scalar {
    switch self {
    case "1": "¹"
    case "2": "²"
    case "3": "³"
    case "0", "4"..."9": Unicode.Scalar(0x2070 + value - 0x30) ?? self
    case "(": "⁽"
    case ")": "⁾"
    case "+": "⁺"
    case "-", "−": "⁻"
    default: self
    }
  }
}

extension String {
  /// With its digits, signs and brackets raised.
  package var raised: String { String(String.UnicodeScalarView(unicodeScalars.map(\.raised))) }
}
