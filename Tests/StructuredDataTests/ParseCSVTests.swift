import Diagnostics
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
}
