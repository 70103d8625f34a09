import Foundation
import Scales
import Testing

/// Every record of d3's suites is asked of the functions here; what they do not have (histograms, ranges of texts with
/// units, thresholds of texts) counts as a miss: 34 of 1,831.
@Suite struct D3Agreement {
  @Test(arguments: [
    ("ticks", 0), ("tick_step_nice", 0), ("format", 4), ("scales", 8), ("stack", 0), ("pie", 0), ("paths", 0),
    ("statistics", 22),
  ])
  func recordsComeOutAsInD3(file: String, misses: Int) throws {
    let rows = try D3Records.rows(file)
    #expect(rows.count > 10)
    let missed = rows.filter { row in
      let tolerance = (row["tolerance"] as? NSNumber)?.doubleValue ?? 1e-6
      return !agrees(file, row, tolerance)
    }
    let shown = missed.prefix(40).map { "\($0["steps"] ?? $0) → \($0["expected"] ?? $0["path"] ?? "")" }.joined(separator: "\n")
    #expect(missed.count <= misses, "\(missed.count) of \(rows.count) records of \(file):\n\(shown)")
  }

  private func agrees(_ file: String, _ row: [String: Any], _ tolerance: Double) -> Bool {
    func same(_ actual: Any?) -> Bool { D3Records.same(actual, row["expected"], tolerance: tolerance) }
    func number(_ key: String) -> Double { D3Records.number(row[key]) ?? .nan }
    switch file {
    case "ticks":
      return D3Records.same(
        ticks(from: number("start"), to: number("stop"), count: number("count")), row["ticks"], tolerance: 0)
    case "tick_step_nice":
      let (start, stop, count) = (number("start"), number("stop"), number("count"))
      switch row["fn"] as? String {
      case "tickStep": return same(tickStep(from: start, to: stop, count: count))
      case "tickIncrement": return same(tickIncrement(from: start, to: stop, count: count))
      default:
        let ends = nice(from: start, to: stop, count: count)
        return same([ends.start, ends.stop])
      }
    case "format": return same(formatted(row))
    case "scales": return same(ScaleRecord(row).result)
    case "stack": return same(piles(row))
    case "pie": return sectorsAgree(row)
    case "paths":
      // Some records keep zeros at the end of a fraction.
      let expected = (row["path"] as? String)?.replacing(/(\.\d*?)0+(?=[^\d]|$)/) { $0.output.1 == "." ? "" : $0.output.1 }
      return PathRecord(row).path == expected
    default: return same(statistic(row))
    }
  }

  private func formatted(_ row: [String: Any]) -> Any? {
    let arguments = D3Records.numbers(row["args"]) ?? []
    switch row["fn"] as? String {
    case "precisionFixed": return precisionFixed(step: arguments[0]).map { Double($0) } ?? .nan
    case "precisionPrefix": return precisionPrefix(step: arguments[0], value: arguments[1]).map { Double($0) } ?? .nan
    case "precisionRound": return precisionRound(step: arguments[0], largest: arguments[1]).map { Double($0) } ?? .nan
    case "formatPrefix":
      guard let format = NumberFormat(row["spec"] as? String ?? ""), let reference = D3Records.number(row["reference"]) else {
        return nil
      }
      return SIPrefix(of: reference).text(D3Records.number(row["value"]) ?? .nan, format)
    default:
      return NumberFormat(row["spec"] as? String ?? "")?(D3Records.number(row["value"]) ?? .nan)
    }
  }

  private func piles(_ row: [String: Any]) -> Any? {
    func bounds(_ result: [[(Double, Double)]]) -> [[[Double]]] { result.map { $0.map { [$0.0, $0.1] } } }
    let offsets: [String: StackOffset] = [
      "none": .none, "expand": .expand, "diverging": .diverging, "silhouette": .center, "wiggle": .wiggle,
    ]
    let offset = offsets[row["offset"] as? String ?? "none"] ?? .none
    let series = (row["series"] as? [Any] ?? []).map { $0 as? [Any] ?? [] }.map { $0.compactMap { D3Records.numbers($0) } }
    switch row["kind"] as? String {
    case "stack":
      let piles = (row["rows"] as? [Any] ?? []).compactMap { D3Records.numbers($0) }
      let layers = (piles.first ?? []).indices.map { i in piles.map { $0[i] } }
      let order = StackOrder(rawValue: row["order"] as? String ?? "")?.places(of: layers)
      return bounds(stacked(layers, order: order, offset: offset))
    case "offset":
      let layers = series.map { $0.map { $0[1] - $0[0] } }
      let order = (row["order"] as? [Int]) ?? StackOrder(rawValue: row["order"] as? String ?? "")?.places(of: layers)
      var result = stacked(layers, order: order, offset: offset)
      // d3's offset leaves the lowest layer where it stands; here piles begin at zero.
      if offset == .none, let lowest = order?.first {
        for pile in result.first?.indices ?? 0..<0 {
          let shift = series[lowest][pile][0]
          for layer in result.indices { result[layer][pile] = (result[layer][pile].0 + shift, result[layer][pile].1 + shift) }
        }
      }
      return bounds(result)
    default:
      let layers = (row["series"] as? [Any] ?? []).indices.map { series.indices.contains($0) ? series[$0].map { $0[1] } : [] }
      return StackOrder(rawValue: row["order"] as? String ?? "")?.places(of: layers)
    }
  }

  /// Starts and ends; the other keys of a record repeat what went in.
  private func sectorsAgree(_ row: [String: Any]) -> Bool {
    let steps = D3Records.steps(row)
    func setting(_ name: String, _ otherwise: Double) -> Double {
      D3Records.number(steps.last { $0.name == name }?.arguments.first) ?? otherwise
    }
    let values = D3Records.numbers(steps.last?.arguments.first) ?? []
    let angles = pieAngles(
      values, from: setting("startAngle", 0), to: setting("endAngle", 2 * .pi), padAngle: setting("padAngle", 0),
      descending: true)
    let expected = row["expected"] as? [[String: Any]] ?? []
    return expected.count == angles.count
      && zip(angles, expected).allSatisfy { angle, record in
        D3Records.same([angle.start, angle.end], [record["startAngle"] ?? 0, record["endAngle"] ?? 0], tolerance: 1e-9)
      }
  }

  private func statistic(_ row: [String: Any]) -> Any? {
    guard let step = D3Records.steps(row).last else { return nil }
    let list = step.arguments.first as? [Any] ?? []
    let numbers = list.map { value in value is NSNull ? .nan : D3Records.number(value) ?? .nan }
    let share = step.arguments.count > 1 ? D3Records.number(step.arguments[1]) ?? .nan : .nan
    switch step.name {
    case "quantile": return sortedQuantile(numbers.filter { !$0.isNaN }.sorted(), share)
    case "quantileSorted": return sortedQuantile(numbers, share)
    case "quantileIndex": return quantileIndex(numbers, share).map { Double($0) } ?? -1
    case "extent":
      if list.contains(where: { $0 is String }) {
        let texts = list.compactMap { $0 as? String }
        return [texts.min() as Any, texts.max() as Any]
      }
      return extent(numbers).map { [$0.low, $0.high] as [Any] } ?? [NSNull(), NSNull()]
    default: return nil
    }
  }
}
