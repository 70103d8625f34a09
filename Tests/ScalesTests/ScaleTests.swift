import Foundation
import Scales
import Testing

@Suite struct ScaleTests {
  @Test func continuousScalesAgreeWithD3() throws {
    var seen = 0
    for row in try Conformance.rows("scales") {
      guard let name = row["scale"] as? String, let kind = Self.kinds[name],
        let actual = Self.run(kind, Conformance.steps(row))
      else { continue }
      let expected = Conformance.numbers(row["expected"]) ?? Conformance.number(row["expected"]).map { [$0] }
      guard let expected else { continue }
      seen += 1
      #expect(
        Conformance.same(actual, expected, tolerance: row["tolerance"] as? Double ?? 1e-6),
        "\(name) \(row["steps"] ?? "") \(actual)")
    }
    #expect(seen > 250)
  }

  private static let kinds: [String: ContinuousScale.Kind] = [
    "scaleLinear": .linear, "scaleLog": .log(base: 10), "scalePow": .pow(exponent: 1), "scaleSqrt": .sqrt,
    "scaleSymlog": .symlog(constant: 1),
  ]

  /// Nil where a chain needs what this project has no use for (colours, strings, rounding ranges).
  private static func run(_ kind: ContinuousScale.Kind, _ steps: [(name: String, arguments: [Any])]) -> [Double]? {
    var scale = ContinuousScale(kind, domain: kind == .log(base: 10) ? [1, 10] : [0, 1])
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      let first = step.arguments.first
      switch step.name {
      case "domain" where step.arguments.isEmpty: return isLast ? scale.domain : nil
      case "range" where step.arguments.isEmpty: return isLast ? scale.range : nil
      case "domain":
        guard let domain = Conformance.numbers(first), domain.count > 1 else { return nil }
        scale.domain = domain
      case "range":
        guard let range = Conformance.numbers(first), range.count > 1 else { return nil }
        scale.range = range
      case "clamp":
        guard let clamp = first as? Bool else { return nil }
        scale.clamp = clamp
      case "exponent":
        guard let exponent = Conformance.number(first) else { return nil }
        scale.kind = .pow(exponent: exponent)
      case "base":
        guard let base = Conformance.number(first) else { return nil }
        scale.kind = .log(base: base)
      case "constant":
        guard let constant = Conformance.number(first) else { return nil }
        scale.kind = .symlog(constant: constant)
      case "nice": scale = scale.nice(count: Conformance.number(first) ?? 10)
      case "call":
        guard let x = Conformance.number(first) else { return nil }
        if isLast { return [scale(x)] }
      case "invert":
        guard let x = Conformance.number(first) else { return nil }
        if isLast { return [scale.invert(x)] }
      case "ticks": if isLast { return scale.ticks(count: Conformance.number(first) ?? 10) }
      default:
        if !["scaleLinear", "scaleLog", "scalePow", "scaleSqrt", "scaleSymlog"].contains(step.name)
          || !step.arguments.isEmpty
        {
          return nil
        }
      }
    }
    return nil
  }

  @Test func bandScalesAgreeWithD3() throws {
    var seen = 0
    for row in try Conformance.rows("scales") where row["scale"] as? String == "scaleBand" {
      guard let (scale, query) = Self.band(Conformance.steps(row)) else { continue }
      switch query.name {
      case "step" where Conformance.number(row["expected"]) != nil:
        seen += 1
        #expect(Conformance.same(scale.step, Conformance.number(row["expected"]) ?? .nan), "\(row)")
      case "bandwidth":
        seen += 1
        #expect(Conformance.same(scale.bandwidth, Conformance.number(row["expected"]) ?? .nan), "\(row)")
      case "call":
        guard let key = query.arguments.first as? String, let expected = Conformance.number(row["expected"]) else {
          continue
        }
        seen += 1
        #expect(Conformance.same(scale(key) ?? .nan, expected), "\(row)")
      default: continue
      }
    }
    #expect(seen > 30)
  }

  private static func band(_ steps: [(name: String, arguments: [Any])]) -> (
    BandScale, (name: String, arguments: [Any])
  )? {
    var scale = BandScale([])
    for step in steps.dropLast() {
      let first = step.arguments.first
      switch step.name {
      case "scaleBand":
        if step.arguments.count == 1, let range = Conformance.numbers(first) { scale.range = (range[0], range[1]) }
        if step.arguments.count == 2 { return nil }
      case "domain":
        guard let domain = first as? [Any] else { return nil }
        let keys = domain.compactMap { $0 as? String }
        guard keys.count == domain.count else { return nil }
        scale = BandScale(
          keys, range: scale.range, paddingInner: scale.paddingInner, paddingOuter: scale.paddingOuter,
          align: scale.align, round: scale.round)
      case "range", "rangeRound":
        guard let range = Conformance.numbers(first), range.count == 2 else { return nil }
        scale.range = (range[0], range[1])
        if step.name == "rangeRound" { scale.round = true }
      case "padding":
        guard let p = Conformance.number(first) else { return nil }
        (scale.paddingInner, scale.paddingOuter) = (min(1, p), p)
      case "paddingInner": scale.paddingInner = min(1, Conformance.number(first) ?? 0)
      case "paddingOuter": scale.paddingOuter = Conformance.number(first) ?? 0
      case "align": scale.align = Conformance.number(first) ?? 0.5
      case "round": scale.round = first as? Bool ?? false
      default: if step.arguments.isEmpty { continue } else { return nil }
      }
    }
    return steps.last.map { (scale, $0) }
  }

  @Test func timeTicksAgreeWithD3() throws {
    var seen = 0
    for row in try Conformance.rows("scales") where row["scale"] as? String == "scaleUtc" {
      var domain: [Double] = []
      var scale: TimeScale?
      for step in Conformance.steps(row) {
        switch step.name {
        case "domain":
          guard let given = Conformance.numbers(step.arguments.first), given.count == 2 else { continue }
          domain = given
          scale = TimeScale(domain: (domain[0], domain[1]))
        case "ticks":
          guard let scale, let count = step.arguments.isEmpty ? 10 : Conformance.number(step.arguments.first),
            let expected = Conformance.numbers(row["expected"])
          else { continue }
          seen += 1
          #expect(scale.ticks(count: count) == expected, "\(row)")
        default: continue
        }
      }
    }
    #expect(seen >= 15)
  }

  @Test func datesAreReadAndCounted() throws {
    let day = try #require(CivilDate("2022-12-08"))
    #expect(day.dayNumber == 19334)
    #expect(CivilDate(time: day.time) == day)
    #expect(CivilDate("2022")?.time == 1_640_995_200_000)
    #expect(CivilDate("20x2") == nil)
    #expect(CivilDate("2022-13") == nil)
  }

  @Test func classesAreCutEvenly() {
    let scale = QuantizeScale(domain: (0, 9), values: ["a", "b", "c"])
    #expect(scale.thresholds == [3, 6])
    #expect(scale(2.9) == "a" && scale(3) == "b" && scale(9) == "c")
    #expect(OrdinalScale(["x", "y", "z"], values: [1, 2])("z") == 1)
  }
}
