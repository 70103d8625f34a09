import Scales
import Testing

@Suite struct FormatTests {
  @Test(arguments: [".", "%f", "..2f", "abc"]) func whatIsNoFormatIsRefused(text: String) {
    #expect(NumberFormat(text) == nil)
  }

  @Test(arguments: ["101", "0>1000d", "+$0500,.2f", "99999999999999999999", "*^2000s"]) func widthsHaveABound(text: String) {
    #expect(NumberFormat(text) == nil && NumberFormat.isTooWide(text))
  }

  @Test(arguments: ["100", "0100d", "1<100", ",.1000f", ".", "abc", "%Y 2000"]) func whatIsNoWidthIsNoneTooWide(text: String) {
    #expect(!NumberFormat.isTooWide(text))
    if let format = NumberFormat(text) { #expect(format(1).count <= 100) }
  }

  private static let third: Double = 1.0 / 3
  private static let statedAndReckoned: [([Double], [String])] = [
    ([544.08, 47.18], ["544.08", "47.18"]), ([0.5, 12.345], ["0.5", "12.345"]), ([8530.567, 2.1], ["8530.567", "2.1"]),
    ([100 * third, 50], ["33.33", "50"]), ([2000 * third, 1], ["666.7", "1"]), ([0.001 * third], ["0.0003333"]),
    ([5000 * third, 0.001 * third], ["1667", "0.0003"]), ([5318, 0], ["5318", "0"]),
  ]

  /// Digits that are stated are printed; quotients are not stated. What is not zero is never printed as zero.
  @Test(arguments: statedAndReckoned) func digitsAreThoseStated(values: [Double], texts: [String]) {
    let numbers = FigureNumbers.suited(to: values, words: .simplified)
    #expect(values.map { numbers.text($0, isPadded: false) } == texts)
  }

  @Test func magnitudesAreChosenOncePerFigure() {
    let kept = FigureNumbers.suited(to: [970.24, 442.5], writtenPower: 8, words: .simplified)
    #expect(kept == FigureNumbers(power: 8, word: "亿", decimals: 2))
    #expect(kept.text(970.24, writtenPower: 8) == "970.24")
    #expect(kept.text(442.5, writtenPower: 8, isPadded: false) == "442.5")
    #expect(kept.text(442.5, writtenPower: 8) == "442.50")
    let people = FigureNumbers.suited(to: [539200, 260700], words: .simplified)
    #expect(people.word == "万" && people.text(539200) == "53.92")
    #expect(FigureNumbers.suited(to: [5318, 239], words: .simplified).text(5318) == "5318")
    #expect(FigureNumbers.suited(to: [97_024_000_000], words: .english).word == "billion")
    #expect(FigureNumbers(decimals: 0).text(12345) == "12,345")
    #expect(FigureNumbers(decimals: 1).text(-3.25) == "\u{2212}3.3")
  }
}
