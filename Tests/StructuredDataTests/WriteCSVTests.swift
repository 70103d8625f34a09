import StructuredData
import Testing

@Suite struct WriteCSVTests {
  @Test(
    "a text that a spreadsheet program would run is kept from it, and read back as it was",
    arguments: [
      "=1+1", "=HYPERLINK(\"x\")", "+cmd", "-cmd|x", "@SUM(A1)", "\tx", "'=1", "''+a", "＝1+1", "+4.5倍", "-", "=", "+", "-3.2", "+119.25%",
      "'甲", "甲=乙", "-3.2%",
    ])
  func formulas(text: String) throws {
    let isSafe = ["-", "=", "+", "-3.2", "+119.25%", "'甲", "甲=乙", "-3.2%"].contains(text)
    let written = csvCell(text)
    let cell = try #require(try csvRows(written, document: "x.csv").first?.first?.text)
    #expect(cell == (isSafe ? text : "'" + text))
    #expect(withoutFormulaGuard(cell) == text)
    #expect(try csvRows(csvCell(text, guardsFormulas: false), document: "x.csv").first?.first?.text == text)
  }
}
