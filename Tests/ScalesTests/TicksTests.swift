import Scales
import Testing

@Suite struct TicksTests {
  @Test func tenthsPrintAsTheyAreWritten() {
    #expect(ticks(from: 0, to: 1, count: 10) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(ticks(from: 0, to: 970.24, count: 4) == [0, 200, 400, 600, 800])
    #expect(nice(from: 0, to: 970.24, count: 4) == (0, 1000))
  }

  @Test func ticksAgreeWithD3() throws {
    for row in try Conformance.rows("ticks") {
      guard let a = Conformance.number(row["start"]), let b = Conformance.number(row["stop"]),
        let n = Conformance.number(row["count"]), let expected = Conformance.numbers(row["ticks"])
      else { continue }
      #expect(ticks(from: a, to: b, count: n) == expected, "\(row)")
    }
  }

  @Test func stepsAgreeWithD3() throws {
    var seen = 0
    for row in try Conformance.rows("tick_step_nice") {
      guard let a = Conformance.number(row["start"]), let b = Conformance.number(row["stop"]),
        let n = Conformance.number(row["count"])
      else { continue }
      seen += 1
      switch row["fn"] as? String {
      case "tickStep":
        if let expected = Conformance.number(row["expected"]) {
          #expect(Conformance.same(tickStep(from: a, to: b, count: n), expected), "\(row)")
        }
      case "tickIncrement":
        if let expected = Conformance.number(row["expected"]) {
          #expect(Conformance.same(tickIncrement(from: a, to: b, count: n), expected), "\(row)")
        }
      default:
        if let expected = Conformance.numbers(row["expected"]) {
          let ends = nice(from: a, to: b, count: n)
          #expect(Conformance.same([ends.start, ends.stop], expected), "\(row)")
        }
      }
    }
    #expect(seen > 80)
  }
}
