import Dataflow
import Diagnostics
import StructuredData
import Testing

@Suite struct ReadTableTests {
  private func csv(_ text: String, _ parse: DataFormat.Parse = .none) throws -> Warned<Table> {
    try readTable(text, as: DataFormat(.csv, parse: parse), document: "t.csv")
  }

  @Test func quotedCellsKeepSeparatorsQuotesAndLineEnds() throws {
    let table = try csv("\u{FEFF}a,b\r\n\"1,234\",\"say \"\"hi\"\"\"\r\n\"two\nlines\", x\r\n\r\n").value
    #expect(table.names == ["a", "b"])
    #expect(table["a"]?.values == ["1,234", "two\nlines"])
    #expect(table["b"]?.values == ["say \"hi\"", " x"])
  }

  @Test func typesAreInferredAsVegaDoes() throws {
    let table = try csv("n,t,d,b,e\n1,x,2020-01-05,true,\n12.50,2,2021/3/1,false,\n,,,,\n", .auto).value
    #expect(table["n"]?.values == [1, 12.5, .null])
    #expect(table["n"]?.digits(at: 1) == "12.50")
    #expect(table["t"]?.values == ["x", "2", .null])
    #expect(table["d"]?.values == [.time(1_578_182_400_000), .time(1_614_556_800_000), .null])
    #expect(table["b"]?.values == [true, false, .null])
    #expect(table["e"]?.values == [.null, .null, .null])
  }

  @Test func fieldsAreReadAsTold() throws {
    let types: [DataFormat.FieldType] = [
      .init("d", .date(format: "%d.%m.%Y")), .init("v", .number), .init("s", .text),
    ]
    let result = try csv("d,v,s\n05.01.2020,1e3,7\n30.02.2020,n/a,8\n", .fields(types))
    #expect(result.value["d"]?.values == [.time(1_578_182_400_000), .null])
    #expect(result.value["s"]?.values == ["7", "8"])
    #expect(
      result.diagnostics.map(\.message) == [
        "row 2: “30.02.2020” in the field “d” is no date of the form “%d.%m.%Y”",
        "row 2: “n/a” in the field “v” is no number",
      ])
  }

  @Test(arguments: [("", "data.empty"), ("a,a\n1,2", "data.columns"), ("a\n1,2", "data.columns"), ("a\n\"x", "data.quote")])
  func brokenTablesAreRefused(text: String, rule: String) {
    #expect { try csv(text) } throws: { ($0 as? Diagnostics)?.all.first?.rule == rule }
  }

  @Test func jsonIsReadAtAProperty() throws {
    let text = "{\"a\": {\"items\": [{\"x\": 1}, {\"x\": {\"y\": [2]}}]}}"
    let table = try readTable(text, as: DataFormat(.json(property: "a.items")), document: "t.json").value
    #expect(table.values(at: "x.y[0]").values == [.undefined, 2])
    #expect { try readTable(text, as: DataFormat(.json(property: "b")), document: "t.json") } throws: {
      ($0 as? Diagnostics)?.all.first?.rule == "data.property"
    }
    let plain = try readTable("[3, \"x\"]", as: DataFormat(.json(property: nil)), document: "t.json").value
    #expect(plain["data"]?.values == [3, "x"])
  }

  @Test func statedQuantitiesAreRead() {
    let column = Column(["1,234", "１２．５", "30%", "−5", "12 345", "n/a", "1,23", "", 7, .null, "2.50", "1 2"])
    let result = column.quantities(of: "v")
    #expect(
      result.value.values == [1234, 12.5, 30, -5, 12345, .null, .null, .null, 7, .null, 2.5, .null])
    #expect(result.value.digits(at: 10) == "2.50")
    #expect(result.diagnostics.map(\.rule) == ["data.number", "data.number", "data.number"])
    #expect(result.diagnostics[0].message == "row 6: “n/a” in the field “v” is no number")
  }

  @Test func statedMomentsAreRead() {
    func time(_ text: String) -> DataValue { parsedDate(text).map { .time($0) } ?? .null }
    #expect(Column([202201, 202212]).moments(of: "m").value.values == [time("2022-01"), time("2022-12")])
    #expect(Column([20_220_101]).moments(of: "m").value.values == [time("2022-01-01")])
    #expect(Column([2020, 2021]).moments(of: "m").value.values == [time("2020"), time("2021")])
    #expect(Column([1_578_182_400_000]).moments(of: "m").value.values == [time("2020-01-05")])
    let broken = Column(["2022-02-30", "2022-02-28", "2022年3月1日", "202203"]).moments(of: "m")
    #expect(broken.value.values == [.null, time("2022-02-28"), time("2022-03-01"), time("2022-03")])
    #expect(broken.diagnostics.map(\.message) == ["row 1: “2022-02-30” in the field “m” is no date"])
  }
}
