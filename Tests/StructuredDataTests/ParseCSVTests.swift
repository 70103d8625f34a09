import Diagnostics
import SeededNumbers
import StructuredData
import Testing

@Suite struct ParseCSVTests {
  @Test func rowsAreMappings() throws {
    let text = "\u{FEFF}地区,数值, 说明 \r\n杭州市,970.24,\"甲,\"\"乙\"\"\r\n丙\"\r\n\r\n绍兴市,,\"12\"\r\n宁波市"
    let table = try parseCSV(text, document: "x.csv")
    #expect(
      table
        == .sequence([
          .mapping([("地区", .string("杭州市")), ("数值", .number("970.24")), ("说明", .string("甲,\"乙\"\r\n丙"))]),
          .mapping([("地区", .string("绍兴市")), ("数值", .null), ("说明", .string("12"))]),
          .mapping([("地区", .string("宁波市"))]),
        ]))
    let scalars = Array(text.unicodeScalars)
    let cell = try #require(table.sequence?[0]["说明"])
    #expect(String(String.UnicodeScalarView(scalars[cell.span.range])) == "\"甲,\"\"乙\"\"\r\n丙\"")
    #expect(table.sequence?[1]["地区"]?.span.start == .init(line: 5, column: 1))
    #expect(table.sequence?[1].span.start == .init(line: 5, column: 1))
  }

  @Test("the separator is found in the header", arguments: ["a;b,c;d\n1;2;3", "a\tb,c\td\n1\t2\t3"])
  func separators(text: String) throws {
    #expect(
      try parseCSV(text, document: "x")
        == .sequence([
          .mapping([("a", .number(1)), ("b,c", .number(2)), ("d", .number(3))])
        ]))
  }

  @Test(
    "errors name the place",
    arguments: [
      ("", ["x:1:1: error: the table is empty [csv.empty]"]),
      ("a,b\n1,2,3\n", ["x:2:5: error: the row has 3 cells, the header 2 [csv.columns]"]),
      (
        "a,,a\n",
        [
          "x:1:3: error: a column without name [csv.header]", "x:1:4: error: the column “a” stands twice [csv.header]",
        ]
      ),
      ("a\n\"x", ["x:2:1: error: the quoted cell has no end [csv.quote]"]),
      ("a\n\"x\"y\n", ["x:2:4: error: text behind the closing quote; a quote inside is written twice [csv.quote]"]),
    ])
  func errors(text: String, messages: [String]) {
    let problems = #expect(throws: Diagnostics.self) { try parseCSV(text, document: "x") }
    #expect(problems?.all.map(\.description) == messages)
  }

  /// What SwiftCSV alone reads wrongly, loses or lets pass.
  @Test(
    "awkward cells are read as they stand",
    arguments: [
      ("a,b\n\u{301}x,\"\u{301}y\"\n", ["\u{301}x", "\u{301}y"]), ("a,b\n1\u{600},\"\u{600}\"", ["1\u{600}", "\u{600}"]),
      ("a,b\n 👍\u{1F3FD}é,\u{3000}\"q\"\u{3000}\n", ["👍\u{1F3FD}é", "q"]), ("a,b\n\u{1}\u{301},\u{2}\n", ["\u{1}\u{301}", "\u{2}"]),
      ("a,b\rx,\"1\r\n2\r3\n4\"\r", ["x", "1\r\n2\r3\n4"]), ("a,b\n\"\"\"\",\"\"", ["\"", ""]),
    ])
  func awkwardCells(text: String, cells: [String]) throws {
    let table = try parseCSV(text, document: "x")
    #expect(table.sequence?.map { $0.mapping?.entries.map { $0.value.text } } == [cells])
  }

  @Test func theLastEmptyCellsAreKept() throws {
    #expect(try parseCSV("a,b\n1,", document: "x") == .sequence([.mapping([("a", .number(1)), ("b", .null)])]))
    #expect(try parseCSV("a\n\"\"", document: "x") == .sequence([.mapping([("a", .string(""))])]))
    #expect(try parseCSV("a\n\n \n1", document: "x") == .sequence([.mapping([("a", .number(1))])]))
  }

  @Test(
    "what is no RFC 4180 is said",
    arguments: [
      ("a\n5\" pipe\n", "x:2:2: error: a quote in a cell that does not begin with one [csv.quote]"),
      ("a,b\n1,\"x\n2,3\n", "x:2:3: error: the quoted cell has no end [csv.quote]"),
      ("a;b\nx\u{37E}y;2\n", "x:2:1: error: the cell cannot be told from its neighbours [csv.cell]\n  hint: put the cell in quotes"),
    ])
  func notATable(text: String, message: String) {
    let problems = #expect(throws: Diagnostics.self) { try parseCSV(text, document: "x") }
    #expect(problems?.all.first?.description == message)
  }

  /// Random tables, written by the rules of RFC 4180, come back as they were, each cell at its place.
  @Test func randomTablesSurvive() throws {
    var numbers = SplitMix64(state: 11)
    let pieces = [
      "专利", "\"", ",", ";", "\n", "\r\n", "\r", " ", "\t", "1.5", "\u{301}", "\u{200D}", "\u{600}", "é", "👍", "\u{FE0F}", "\u{3000}",
      "\u{1}",
    ]
    for _ in 0..<2000 {
      let rows = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...4, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
        }
      }
      let body = rows.map { $0.map(quoted).joined(separator: ",") }
      let text = (["a,b,c"] + body).joined(separator: "\n")
      let table = try parseCSV(text, document: "x")
      let read = table.sequence?.map { $0.mapping?.entries.map { $0.value.string ?? "?" } ?? [] }
      #expect(read == rows, "\(text.debugDescription)")
      let scalars = Array(text.unicodeScalars)
      for (row, source) in zip(table.sequence ?? [], rows) {
        for (entry, cell) in zip(row.mapping?.entries ?? [], source) {
          let place = String(String.UnicodeScalarView(scalars[entry.value.span.range]))
          #expect(Array(place.utf8) == Array(quoted(cell).utf8))
        }
      }
    }
  }

  private func quoted(_ cell: String) -> String {
    var out = "\"".unicodeScalars
    for scalar in cell.unicodeScalars { out.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
    out.append("\"")
    return String(out)
  }
}
