/// Years of the Republic (民國112年 is 2023), as Traditional text of Taiwan counts them.
package enum RepublicYears {
  /// Those that figures are given of.
  package static let range = 80...150

  /// Whether a text names a year of three digits from 90 to 150, or 民国.
  ///
  /// - Parameter text: half-width and simplified.
  package static func isUsed(in text: [Unicode.Scalar]) -> Bool {
    for index in text.indices where text[index] == "年" && index >= 3 {
      let digits = text[(index - 3)..<index]
      guard digits.allSatisfy(\.isDigit), index == 3 || !text[index - 4].isDigit else { continue }
      let value = digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
      if (90...150).contains(value) { return true }
    }
    return zip(text, text.dropFirst()).contains { $0 == "民" && $1 == "国" }
  }
}
