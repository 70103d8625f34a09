import Dataflow
import Diagnostics
import Testing

@Suite struct TableTests {
  @Test func recordsBecomeColumns() {
    let table = Table(records: [["a": 1, "b": "x"], ["b": "y", "c": nil]])
    #expect(table.names == ["a", "b", "c"])
    #expect(table["a"]?.values == [1, .undefined])
    #expect(table["c"]?.values == [.undefined, .null])
    #expect(table.rowCount == 2)
  }
}
