import Foundation
import Scales
import Testing

@Suite struct ShapesTests {
  @Test func pilesAgreeWithD3() throws {
    var seen = 0
    for row in try Conformance.rows("stack") {
      if row["kind"] as? String == "stack", let rows = row["rows"] as? [[Any]] {
        let piles = rows.compactMap(Conformance.numbers)
        let layers = (piles.first ?? []).indices.map { i in piles.map { $0[i] } }
        let order = row["order"] as? String == "reverse" ? Array(layers.indices.reversed()) : nil
        let offset: StackOffset = row["offset"] as? String == "expand" ? .expand : .none
        let result = stacked(layers, order: order, offset: offset).map { $0.map { [$0.0, $0.1] } }
        let expected = row["expected"] as? [[[Double]]] ?? []
        seen += 1
        #expect(
          zip(result, expected).allSatisfy { zip($0, $1).allSatisfy { Conformance.same($0, $1, tolerance: 1e-6) } },
          "\(row["order"] ?? "") \(row["offset"] ?? "") \(result)")
      } else if row["kind"] as? String == "offset", let order = row["order"] as? [Int],
        let series = row["series"] as? [[[Double]]], let expected = row["expected"] as? [[[Double]]],
        let offset = ["expand": StackOffset.expand, "diverging": .diverging, "none": StackOffset.none][
          row["offset"] as? String ?? ""]
      {
        let layers = series.map { $0.map { $0[1] - $0[0] } }
        // d3's offset leaves a first layer where it is; ours is given extents alone.
        let isMoved = offset == .none && series.first?.contains { $0.first != 0 } == true
        guard !layers.joined().contains(where: \.isNaN), !isMoved else { continue }
        let result = stacked(layers, order: order, offset: offset).map { $0.map { [$0.0, $0.1] } }
        seen += 1
        #expect(
          zip(result, expected).allSatisfy { zip($0, $1).allSatisfy { Conformance.same($0, $1, tolerance: 1e-6) } },
          "\(row) \(result)")
      }
    }
    #expect(seen >= 8)
  }

  @Test func sectorsAgreeWithD3() throws {
    var seen = 0
    for row in try Conformance.rows("pie") {
      let steps = Conformance.steps(row)
      guard let values = Conformance.numbers(steps.last?.arguments.first), steps.last?.name == "call",
        steps.allSatisfy({ ["pie", "call", "startAngle", "endAngle", "padAngle"].contains($0.name) }),
        let expected = row["expected"] as? [[String: Any]]
      else { continue }
      func setting(_ name: String, _ otherwise: Double) -> Double {
        Conformance.number(steps.last { $0.name == name }?.arguments.first) ?? otherwise
      }
      let result = pieAngles(
        values, from: setting("startAngle", 0), to: setting("endAngle", 2 * .pi), padAngle: setting("padAngle", 0),
        descending: true)
      seen += 1
      for (a, e) in zip(result, expected) {
        #expect(Conformance.same(a.start, Conformance.number(e["startAngle"]) ?? .nan, tolerance: 1e-9), "\(row)")
        #expect(Conformance.same(a.end, Conformance.number(e["endAngle"]) ?? .nan, tolerance: 1e-9), "\(row)")
      }
    }
    #expect(seen >= 5)
  }

  @Test func smoothLinesNeverOvershoot() {
    let path = curve([(0, 0), (10, 5), (20, 5), (30, 9)], .monotone)
    guard case .cubic(_, _, _, let c2, _, let y) = path[1] else {
      Issue.record("a cubic was expected")
      return
    }
    #expect(c2 == 5 && y == 5)
    #expect(curve([(0, 0), (4, 2)], .step) == [.move(0, 0), .line(2, 0), .line(2, 2), .line(4, 2)])
  }
}
