extension ExactNumber {
  /// The number for print: as written, with U+2212 for a decline, U+2044-free fractions (`1/3`), and, where asked,
  /// a sign for growth and commas between thousands.
  ///
  /// - Parameter least: digits before the point from which there are commas.
  package func printed(signed: Bool = false, grouped: Bool = false, from least: Int = 4) -> String {
    var text = magnitude.description
    if grouped {
      let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let fraction = text.contains("/")
      if let whole = parts.first, whole.count >= least, !fraction {
        var digits = ""
        for (index, digit) in whole.enumerated() {
          if index > 0, (whole.count - index) % 3 == 0 { digits.append(",") }
          digits.append(digit)
        }
        text = parts.count == 2 ? digits + "." + parts[1] : digits
      }
    }
    if isNegative { return "\u{2212}" + text }
    return signed && significand != 0 ? "+" + text : text
  }
}
