import Scales
import Testing

@Suite struct FormatTests {
  @Test(arguments: [".", "%f", "..2f", "abc"]) func whatIsNoFormatIsRefused(text: String) {
    #expect(NumberFormat(text) == nil)
  }

  @Test func magnitudesAreChosenOncePerFigure() {
    let kept = FigureNumbers.suited(to: [970.24, 442.5], writtenPower: 8, words: .simplified)
    #expect(kept == FigureNumbers(power: 8, word: "亿", decimals: 1))
    #expect(kept.text(970.24, writtenPower: 8) == "970.2")
    #expect(kept.text(442.5, writtenPower: 8) == "442.5")
    let people = FigureNumbers.suited(to: [539200, 260700], words: .simplified)
    #expect(people.word == "万" && people.text(539200) == "53.92")
    #expect(FigureNumbers.suited(to: [5318, 239], words: .simplified).text(5318) == "5318")
    #expect(FigureNumbers.suited(to: [97_024_000_000], words: .english).word == "billion")
    #expect(FigureNumbers(decimals: 0).text(12345) == "12,345")
    #expect(FigureNumbers(decimals: 1).text(-3.25) == "\u{2212}3.3")
  }
}
