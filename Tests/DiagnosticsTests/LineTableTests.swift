import Diagnostics
import Testing

@Test(
  "offsets of code points become lines and columns",
  arguments: [
    (0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 3), (7, 3, 1), (8, 4, 1), (9, 4, 2),
  ])
func position(offset: Int, line: Int, column: Int) {
  // LF, CRLF (which ends one line) and CR end lines.
  let table = LineTable("甲乙\n丙丁\r\n\r戊".unicodeScalars)
  #expect(table.position(of: offset) == .init(line: line, column: column))
}

@Test func anEmptyDocumentHasOneLine() {
  #expect(LineTable("".unicodeScalars).position(of: 0) == .init(line: 1, column: 1))
}

@Test func aMarkOutsideTheBasicPlaneIsOneColumn() {
  #expect(LineTable("𠀀𠀁甲".unicodeScalars).position(of: 2) == .init(line: 1, column: 3))
}
