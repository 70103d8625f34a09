import Testing

/// How axes and legends write numbers; the texts are Vega-Lite's.
@Suite struct GuideNumberTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench() }

  private func bars(_ y: String, values: [Double] = [120_000, 300_000], config: String = "{}") throws -> [String] {
    let rows = values.enumerated().map { "{a: \($0.offset), b: \($0.element)}" }.joined(separator: ", ")
    return try bench.draw(
      """
      data: {values: [\(rows)]}
      mark: bar
      height: 120
      encoding: {x: {field: a, type: nominal, axis: null}, y: {field: b, type: quantitative\(y)}}
      config: \(config)
      """
    ).texts("axis-label")
  }

  @Test func aStatedPrecisionGivesEachNumberItsOwnPrefix() throws {
    #expect(try bars("", config: "{numberFormat: .3s}") == ["0.00", "100k", "200k", "300k"])
    #expect(try bars(", axis: {format: .1s}") == ["0", "100k", "200k", "300k"])
    // A precision that is left out is chosen, and the prefix with it.
    #expect(try bars(", axis: {format: ~s}") == ["0k", "100k", "200k", "300k"])
  }

  @Test func aLeastStepChoosesThePrecisionToo() throws {
    #expect(try bars(", axis: {tickMinStep: 1, tickCount: 10}", values: [1, 4]) == ["0", "1", "2", "3", "4"])
  }

  /// The labels of a legend of classes over 10, 20, … 90.
  private func legend(_ scale: String, _ legend: String = "{}") throws -> [String] {
    let rows = (0...4).map { "{x: 1, y: \($0 * 10)}" }.joined(separator: ", ")
    return try bench.draw(
      """
      data: {values: [\(rows)]}
      mark: circle
      encoding:
        x: {field: x, type: quantitative}
        size: {field: y, type: quantitative, scale: \(scale), legend: \(legend)}
      """
    ).texts("legend-label")
  }

  @Test func classesAreNamedByTheirBounds() throws {
    #expect(try legend("{type: quantile, range: [1, 2, 3, 4]}") == ["< 10.0", "10.0 – 20.0", "20.0 – 30.0", "≥ 30.0"])
    #expect(try legend("{type: quantize, domain: [0, 40]}") == ["< 10", "10 – 20", "20 – 30", "≥ 30"])
    // Thresholds are the spec's own numbers, without marks of thousands.
    #expect(try legend("{type: threshold, domain: [0.1, 2500]}") == ["< 0.1", "0.1 – 2500", "≥ 2500"])
    #expect(try legend("{type: threshold, domain: [1000, 2500]}", "{format: ','}") == ["< 1,000", "1,000 – 2,500", "≥ 2,500"])
  }
}
