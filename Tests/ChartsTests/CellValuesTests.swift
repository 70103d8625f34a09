import StructuredData
import Testing

/// Values in the cells of a heat map.
@Suite struct CellValuesTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  private func map(_ columns: Int, _ rows: Int) -> String {
    let cells = (0..<columns).flatMap { x in (0..<rows).map { "{x: C\(x), y: R\($0), v: \(x * 10 + $0).50}" } }
    return """
      title: 题
      data: {values: [\(cells.joined(separator: ", "))]}
      mark: rect
      encoding: {x: {field: x, type: ordinal}, y: {field: y, type: ordinal}, color: {field: v, type: quantitative}}
      """
  }

  @Test("few cells say their values with the digits that are stated, dark on light and light on dark")
  func fewCells() throws {
    let drawn = try bench.draw(map(4, 3))
    #expect(drawn.texts("value-label").count == 12)
    #expect(drawn.texts("value-label").contains("0.50"))
    let fills = Set(drawn.values("fill", role: "value-label"))
    #expect(fills.count == 2)
    let low = drawn.items.first { $0["text"]?.string == "0.50" }?["fill"]?.string
    let high = drawn.items.first { $0["text"]?.string == "32.50" }?["fill"]?.string
    #expect(low != high && high?.uppercased() == "#FFFFFF")
  }

  @Test("all of them or none", arguments: [(30, 2), (12, 12)])
  func manyCells(columns: Int, rows: Int) throws {
    #expect(try bench.draw(map(columns, rows)).texts("value-label").isEmpty)
  }
}
