import Dataflow
import Diagnostics
import StructuredData
import Testing

@Suite struct TransformTests {
  typealias Step = (table: String, transforms: [Transform])

  /// The transforms of the recorded cases; what Vega-Lite's text says is in `Fixtures/README.md`.
  static func steps() throws -> [String: Step] {
    let ops: [AggregateOp] = [
      .count, .valid, .missing, .distinct, .sum, .mean, .average, .product, .min, .max, .median, .q1, .q3, .stdev, .stdevp,
      .variance, .variancep, .stderr,
    ]
    func bin(_ parameters: BinParameters, _ start: String = "b", _ end: String = "e") -> Transform {
      .bin(.init("y", parameters, as: start, end: end))
    }
    func regression(_ method: Transform.Regression.Method, _ parameters: Bool) -> Transform {
      .regression(.init("y", on: "x", method: method, givesParameters: parameters))
    }
    var steps: [String: Step] = [
      "aggregate": ("v", [.aggregate(.init(ops.map { .init($0, of: "v", as: $0.rawValue) }, groupBy: ["c"]))]),
      "joinaggregate": ("v", [.joinAggregate(.init([.init(.max, of: "v", as: "m")], groupBy: ["c"]))]),
      "window": (
        "v",
        [
          .window(
            .init(
              [
                .init(.rank, as: "rank"), .init(.denseRank, as: "dense"), .init(.rowNumber, as: "n"),
                .init(.percentRank, as: "p"), .init(.cumeDist, as: "cd"), .init(.ntile, parameter: 3, as: "t"),
                .init(.lag, of: "v", as: "lag"), .init(.lead, of: "v", parameter: 2, as: "lead"),
                .init(.firstValue, of: "v", as: "f"), .init(.lastValue, of: "v", as: "l"),
                .init(.nthValue, of: "v", parameter: 2, as: "nth"), .init(.aggregate(.sum), of: "v", as: "s"),
              ], sort: [SortField("k")]))
        ]
      ),
      "window-frame": (
        "n",
        [
          .window(
            .init(
              [
                .init(.aggregate(.mean), of: "y", as: "m"), .init(.aggregate(.max), of: "y", as: "mx"),
                .init(.aggregate(.median), of: "y", as: "md"), .init(.aggregate(.stdev), of: "y", as: "sd"),
              ], before: -1, after: 1))
        ]
      ),
      "window-peers": (
        "v",
        [
          .window(
            .init(
              [.init(.aggregate(.sum), of: "v", as: "s")], groupBy: ["c"], sort: [SortField("k", descending: true)],
              ignorePeers: true))
        ]
      ),
      "stack": ("v", [.stack(.init("v", groupBy: ["k"], sort: [SortField("c", descending: true)], as: "a", end: "b"))]),
      "stack-center": ("v", [.stack(.init("v", groupBy: ["k"], offset: .center, as: "a", end: "b"))]),
      "stack-normalize": ("v", [.stack(.init("v", groupBy: ["k"], offset: .normalize, as: "a", end: "b"))]),
      "fold": ("n", [.sample(size: 100), .filter(.range(.init("x"), lower: nil, upper: .init(constant: 1))), .fold(.init(["x", "y"]))]),
      "flatten": ("flat", [.flatten(.init(["p", "q"], as: ["p", "r"]))]),
      "pivot": ("v", [.pivot(.init("k", value: "v", groupBy: ["c"]))]),
      "pivot-mean": ("v", [.pivot(.init("k", value: "v", groupBy: ["c"], op: .mean, limit: 2))]),
      "pivot-max": ("v", [.pivot(.init("c", value: "v", op: .max))]),
      "pivot-count": ("v", [.pivot(.init("c", value: "v", groupBy: ["k"], op: .count))]),
      "bin": ("n", [bin(.init(), "b", "b_end")]), "bin-step": ("n", [bin(.init(step: 4))]),
      "bin-max": ("n", [bin(.init(maxbins: 5, nice: false))]),
      "bin-anchor": ("n", [bin(.init(anchor: 0.5, step: 3))]),
      "bin-extent": ("n", [bin(.init(maxbins: 4, extent: (2, 10)))]),
      "bin-base": ("n", [bin(.init(maxbins: 6, base: 2, divide: [2]))]),
      "impute": ("i", [.impute(.init("v", key: "k", groupBy: ["c"], value: 7))]),
      "impute-mean": ("i", [.impute(.init("v", key: "k", groupBy: ["c"], method: .mean))]),
      "impute-frame": (
        "i", [.impute(.init("v", key: "k", keyvals: [4], groupBy: ["c"], method: .max, before: -2, after: 2))]
      ),
      "impute-seq": ("i", [.impute(.init("v", key: "k", keyvals: [3, 4, 5], groupBy: ["c"], value: .null))]),
      "lookup": ("v", [.lookup(.init("c", from: "l", key: "id", fields: ["p", "q"], default: "none"))]),
      "lookup-whole": (
        "v",
        [
          .lookup(.init("c", from: "l", key: "id", fields: [], as: ["w"])),
          .calculate(.init(try Expression("datum.w ? datum.w.p : -1"), as: "p")),
        ]
      ),
      "density": ("n", [.density(.init("y", steps: 5))]),
      "density-shared": (
        "n", [.density(.init("y", isCumulative: true, counts: true, bandwidth: 2, extent: (0, 20), steps: 4))]
      ),
      "density-groups": ("v", [.density(.init("v", groupBy: ["c"], maxsteps: 4))]),
      "density-adaptive": ("n", [.density(.init("y", isShared: false))]),
      "loess": ("n", [.loess(.init("y", on: "x", bandwidth: 0.5))]),
      "loess-default": ("loess", [.loess(.init("y", on: "x"))]),
      "quantile": ("n", [.quantile(.init("y", probabilities: [0.1, 0.5, 0.9]))]),
      "quantile-step": ("v", [.quantile(.init("v", groupBy: ["c"], step: 0.25))]),
      "filter-range": ("v", [.filter(.range(.init("v"), lower: .init(constant: 0), upper: .init(constant: 50)))]),
      "filter-lt": ("v", [.filter(.comparison(.init("v"), .less, .init(constant: 20)))]),
      "filter-oneof": ("v", [.filter(.not(.oneOf(.init("c"), ["a", "b"])))]),
      "filter-valid": ("v", [.filter(.valid(.init("v"), true))]),
      "filter-timeunit": ("d", [.filter(.comparison(.init("d", timeUnit: TimeUnit([.year])), .equal, .init(constant: 2013)))]),
      "filter-timeunit-range": (
        "d",
        [
          .filter(
            .range(
              .init("d", timeUnit: TimeUnit([.year, .month])), lower: try Expression("datetime(2013, 0, 1)"),
              upper: try Expression("datetime(2014, 0, 1)")))
        ]
      ),
      "filter-timeunit-day": ("d", [.filter(.oneOf(.init("d", timeUnit: TimeUnit([.month])), [3, 2]))]),
      "timeUnit-step": ("d", [.timeUnit(.init(TimeUnit([.month], step: 3), of: "d", as: "t"))]),
      "timeUnit-yearstep": ("d", [.timeUnit(.init(TimeUnit([.year], step: 5), of: "d", as: "t"))]),
    ]
    for method in Transform.Regression.Method.allCases where method != .constant {
      steps["regression-\(method)"] = ("n1", [regression(method, true)])
      steps["regression-curve-\(method)"] = ("n1", [regression(method, false)])
    }
    return steps
  }

  @Test func transformsGiveWhatVegaGives() throws {
    let fixture = try #require(Fixture.read("transforms").mapping)
    var tables: [String: Table] = [:]
    for entry in try #require(fixture["tables"]?.mapping).entries { tables[entry.key] = try Table(rows: entry.value) }
    var steps = try Self.steps()
    let cases = try #require(fixture["cases"]?.mapping).entries
    for entry in cases where entry.key.hasPrefix("timeUnit-") && steps[entry.key] == nil {
      let unit = try TimeUnit(name: String(entry.key.dropFirst("timeUnit-".count)))
      steps[entry.key] = ("d", [.timeUnit(.init(unit, of: "d", as: "t"))])
    }
    for entry in cases {
      guard let step = steps[entry.key], let table = tables[step.table] else {
        Issue.record("no transforms for the record \(entry.key)")
        continue
      }
      let fields = try #require(entry.value.mapping?["fields"]?.sequence).compactMap(\.string)
      let expected = try #require(entry.value.mapping?["rows"]?.sequence).map { $0.sequence?.compactMap(\.string) ?? [] }
      var environment = Environment(sources: tables)
      let result = try run(step.transforms, on: table, in: &environment).value
      #expect(result.rowCount == expected.count, "\(entry.key)")
      for (row, cells) in expected.enumerated() where row < result.rowCount {
        for (field, cell) in zip(fields, cells) {
          // Vega forgets the peers of the first row in `cume_dist`; 2 of 7 are at or below it.
          if entry.key == "window", field == "cd", row == 0 {
            #expect(result[row, field] == .number(2.0 / 7))
            continue
          }
          let actual = Fixture.tagged(result[row, field])
          #expect(Fixture.same(actual, cell), "\(entry.key), row \(row), \(field): \(actual), not \(cell)")
        }
      }
    }
    #expect(cases.count > 70)
  }

  @Test func extentGivesAParam() throws {
    var environment = Environment()
    let table = Table(["v": Column([3, "x", .null, 7])])
    let result = try run(
      [.extent(.init("v", param: "e")), .calculate(.init(try Expression("e[1] - e[0]"), as: "w"))], on: table,
      in: &environment)
    #expect(environment.params["e"] == [3, 7])
    #expect(result.value["w"]?.values == [4, 4, 4, 4])
  }

  @Test func anUnknownFieldIsNamedWithTheFieldsThereAre() throws {
    var environment = Environment()
    let table = Table(["value": Column([1]), "year": Column([2020])])
    #expect { try run([.aggregate(.init([.init(.sum, of: "valeu")]))], on: table, in: &environment) } throws: { error in
      let finding = error as? Diagnostic
      return finding?.rule == "data.field" && finding?.hint == "did you mean “value”?"
        && finding?.message == "no row has a field “valeu”; the fields are “value”, “year”"
    }
    let result = try run([.calculate(.init(try Expression("datum.valeu + 1"), as: "x"))], on: table, in: &environment)
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }

  @Test func rowsAreBounded() throws {
    var environment = Environment(limits: TableLimits(rows: 1000, cells: 5000))
    let table = Table(["a": Column(numbers: Array(repeating: 1, count: 600)), "b": Column(numbers: Array(repeating: 2, count: 600))])
    #expect { try run([.fold(.init(["a", "b"]))], on: table, in: &environment) } throws: {
      ($0 as? Diagnostic)?.rule == "data.rows"
    }
    #expect { try sequence(from: 0, to: 1e12) } throws: { ($0 as? Diagnostic)?.rule == "data.rows" }
    #expect(try sequence(from: 0, to: 1, step: 0.25) == [0, 0.25, 0.5, 0.75])
    #expect {
      try run([.impute(.init("a", key: "b", keyvals: (0..<2000).map { .number(Double($0)) }))], on: table, in: &environment)
    } throws: {
      ($0 as? Diagnostic)?.rule == "data.rows"
    }
  }

  @Test func samplesAndConfidenceBoundsAreTheSameEachTime() throws {
    var environment = Environment()
    let table = Table(["a": Column(numbers: (0..<500).map { Double($0 % 37) })])
    let once = try run([.sample(size: 20)], on: table, in: &environment).value
    #expect(once.rowCount == 20)
    #expect(try run([.sample(size: 20)], on: table, in: &environment).value == once)
    let bounds = try run(
      [.aggregate(.init([.init(.ci0, of: "a", as: "low"), .init(.ci1, of: "a", as: "high"), .init(.mean, of: "a", as: "mean")]))],
      on: table, in: &environment
    ).value
    let (low, high, mean) = (bounds[0, "low"].asNumber, bounds[0, "high"].asNumber, bounds[0, "mean"].asNumber)
    // The standard error is 0.475, so the interval is about ±0.93.
    #expect(abs(mean - low - 0.93) < 0.1 && abs(high - mean - 0.93) < 0.1)
  }

  @Test func digitsOfTheSourceStay() throws {
    let node = try parseJSON("[{\"k\":\"a\",\"v\":12.50},{\"k\":\"b\",\"v\":3}]", document: "d")
    let table = try Table(rows: node)
    var environment = Environment()
    let result = try run(
      [.filter(.comparison(.init("k"), .equal, .init(constant: "a"))), .aggregate(.init([.init(.sum, of: "v", as: "s")], groupBy: ["k"]))],
      on: table, in: &environment
    ).value
    #expect(table["v"]?.digits(at: 0) == "12.50")
    #expect(table["v"]?.digits(at: 1) == "3")
    #expect(result["s"]?.digits(at: 0) == "12.50")
  }
}

@Suite struct TreemapTests {
  private func boxes(_ sizes: [Double], groups: [String]? = nil, aspect: Double = 1.5) throws -> [[Double]] {
    var table = Table(["v": Column(numbers: sizes)])
    if let groups { table.set("g", Column(groups.map { .text($0) })) }
    var environment = Environment()
    let transform = Transform.treemap(.init("v", groupBy: groups == nil ? [] : ["g"], aspect: aspect))
    let result = try run([transform], on: table, in: &environment).value
    return (0..<sizes.count).map { row in ["x0", "x1", "y0", "y1"].map { result[row, $0].asNumber } }
  }
  private func area(_ box: [Double]) -> Double { (box[1] - box[0]) * (box[3] - box[2]) }

  /// The example of Bruls et al. 2000, 6 × 4: 6 6 4 3 2 2 1.
  @Test func areasAreProportional() throws {
    let sizes: [Double] = [6, 6, 4, 3, 2, 2, 1]
    let all = try boxes(sizes)
    for (box, size) in zip(all, sizes) { #expect(abs(area(box) - size / 24) < 1e-9) }
    // The first two fill the left half, one above the other.
    #expect(all[0] == [0, 0.5, 0, 0.5] && all[1] == [0, 0.5, 0.5, 1])
    for (i, a) in all.enumerated() {
      for b in all[(i + 1)...] {
        let width = min(a[1], b[1]) - max(a[0], b[0])
        let height = min(a[3], b[3]) - max(a[2], b[2])
        #expect(width < 1e-9 || height < 1e-9)
      }
    }
  }

  @Test func groupsStandTogether() throws {
    let all = try boxes([5, 1, 5, 1], groups: ["a", "b", "a", "b"], aspect: 1)
    // Group a takes 10 of 12 from one side, so no box of b lies between its two.
    let a = [all[0], all[2]]
    let (left, right) = (min(a[0][0], a[1][0]), max(a[0][1], a[1][1]))
    let (top, bottom) = (min(a[0][2], a[1][2]), max(a[0][3], a[1][3]))
    let bounds: [Double] = [left, right, top, bottom]
    #expect(abs(area(bounds) - 10.0 / 12) < 1e-9)
  }

  @Test func whatHasNoAreaIsRefusedOrLeftOut() throws {
    #expect { try boxes([1, -2]) } throws: { ($0 as? Diagnostic)?.rule == "transform.treemap" }
    let all = try boxes([1, 0, .nan])
    #expect(area(all[0]) == 1 && all[1].allSatisfy { $0 == 0 || $0.isNaN })
  }
}

@Suite struct SpreadTests {
  @Test func placesKeepTheirGapAndTheirMiddle() throws {
    var environment = Environment()
    let table = Table(["v": Column([0, 10, 10, 11, .null, 100])])
    let places = try run([.spread(.init("v", gap: 0.05, as: "p"))], on: table, in: &environment).value["p"]?.values
    let numbers = (places ?? []).map(\.asNumber)
    // The gap is 5; the three about 10 keep their mean.
    #expect(numbers[0] == 0 && numbers[5] == 100 && places?[4] == .null)
    #expect(abs(numbers[2] - numbers[1] - 5) < 1e-9 && abs(numbers[3] - numbers[2] - 5) < 1e-9)
    #expect(abs((numbers[1] + numbers[2] + numbers[3]) / 3 - 31.0 / 3) < 1e-9)
  }
}
