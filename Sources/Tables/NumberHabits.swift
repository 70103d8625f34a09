import Articles
import Lingua

/// How a table writes its numbers, where one cell alone does not tell.
struct NumberHabits: Hashable {
  /// Whether a comma parts the decimals: 1.204,5 for 1204.5.
  var hasDecimalCommas = false
  /// Whether ▲ marks a rise. Alone it marks a loss, as in budgets of Japan and Taiwan; beside ▼ it does not.
  var trianglesRise = false
  /// Whether brackets hold numbers that say themselves whether they are negative: (-0.01) beside (0.12).
  var bracketsAreNeutral = false

  init() {}

  init(_ texts: some Sequence<String>) {
    var isCommaNeeded = false
    var isPointNeeded = false
    for text in texts {
      for scalar in text.unicodeScalars.prefix(2) where scalar == "▼" || scalar == "▽" { trianglesRise = true }
      if text.utf8.count < 16, let first = text.unicodeScalars.first?.halfWidth, first == "(", text.unicodeScalars.last?.halfWidth == ")",
        let sign = text.unicodeScalars.dropFirst().first, "-−－".unicodeScalars.contains(sign),
        text.unicodeScalars.dropFirst(2).first?.halfWidth.isDigit ?? false
      {
        bracketsAreNeutral = true
      }
      guard !isPointNeeded, text.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E }) else { continue }
      switch Self.decimalMark(Array(text.utf8)) {
      case 0x2E?: isPointNeeded = true
      case 0x2C?: isCommaNeeded = true
      default: continue
      }
    }
    // Some number has a comma that can part no thousands (12,5; 1.204,50), and none has a point that can not.
    hasDecimalCommas = isCommaNeeded && !isPointNeeded
  }

  /// The mark that must part the decimals of a number; nil where both readings are possible, or none.
  private static func decimalMark(_ text: [UInt8]) -> UInt8? {
    guard text.count <= 24, text.allSatisfy({ (48...57).contains($0) || [0x2C, 0x2E, 0x2B, 0x2D, 0x20].contains($0) }),
      let last = text.lastIndex(where: { $0 == 0x2C || $0 == 0x2E })
    else { return nil }
    let mark = text[last]
    let decimals = text.count - last - 1
    let other: UInt8 = mark == 0x2C ? 0x2E : 0x2C
    guard decimals > 0, !text[..<last].contains(mark) else { return nil }
    if text[..<last].contains(other) { return mark }
    // 0,125 and 12,5; a group is three digits, behind one to three that do not begin with 0.
    let whole = text[..<last].filter { (48...57).contains($0) }
    return decimals != 3 || whole.count > 3 || whole.first == 48 ? mark : nil
  }
}
