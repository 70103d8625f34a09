import Diagnostics
import Geometry
import Grammar
import StructuredData
import Testing

/// Numbers that Vega-Lite lays out, by spec.
@Suite struct LaidOutTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench() }

  private let rows = "data: {values: [{a: A, b: 28, c: u}, {a: B, b: 55, c: v}, {a: C, b: 43, c: u}]}"

  @Test func barsStandInStepsOfTwenty() throws {
    let drawn = try bench.draw("\(rows)\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}")
    let marks = drawn.marks
    #expect(marks.map { $0[2] } == [18, 18, 18])
    #expect(marks[1][0] - marks[0][0] == 20)
    // 300 px for 0…55, the domain widened to whole tenths of it.
    #expect(marks.map { $0[3] } == [152.73, 300, 234.55])
    #expect(drawn.texts("axis-label") == ["A", "B", "C"] + (0...11).map { String($0 * 5) })
    #expect(drawn.texts("axis-title") == ["a", "b"])
    #expect(drawn.values("value") == ["28", "55", "43"])
  }

  @Test func aStackHasTheSumAndItsPartsAreSeries() throws {
    let drawn = try bench.draw(
      "data: {values: [{a: A, b: 10, c: u}, {a: A, b: 30, c: v}]}\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}, color: {field: c, type: nominal}}"
    )
    #expect(drawn.marks.map { $0[3] } == [75, 225])
    #expect(drawn.values("series") == ["u", "v"])
    #expect(drawn.texts("legend-label") == ["u", "v"])
    #expect(Set(drawn.values("fill")).count == 2)
  }

  @Test func aGapStaysAGap() throws {
    let drawn = try bench.draw(
      "data: {values: [{x: 1, y: 2}, {x: 2, y: 3}, {x: 3, y: null}, {x: 4, y: 1}, {x: 5, y: 2}]}\nmark: line\nencoding: {x: {field: x, type: quantitative}, y: {field: y, type: quantitative}}"
    )
    #expect(drawn.marks.count == 1)
    let filtered = try bench.draw(
      "data: {values: [{x: 1, y: 2}, {x: 2, y: null}, {x: 3, y: 4}]}\nmark: point\nencoding: {x: {field: x, type: quantitative}, y: {field: y, type: quantitative}}"
    )
    #expect(filtered.marks.count == 2)
  }

  @Test func binsAreOnePixelApart() throws {
    let drawn = try bench.draw(
      "data: {values: [{v: 1}, {v: 4}, {v: 7}, {v: 12}, {v: 19}]}\nmark: bar\nencoding: {x: {field: v, type: quantitative, bin: true}, y: {aggregate: count}}"
    )
    #expect(drawn.texts("axis-title") == ["v (binned)", "Count of Records"])
    #expect(drawn.marks.map { $0[2] } == [29, 29, 29, 29, 29])
  }

  @Test func offsetsShareABand() throws {
    let drawn = try bench.draw(
      "\(rows)\nmark: bar\nencoding: {x: {field: a, type: nominal}, xOffset: {field: c, type: nominal}, y: {field: b, type: quantitative}}")
    // Two steps of 20 a group, the groups a fifth of their step apart.
    #expect(drawn.marks.map { $0[2] } == [20, 20, 20])
    #expect(drawn.marks[2][0] - drawn.marks[0][0] == 100)
  }

  @Test func facetsShareScalesAndRepeatAxes() throws {
    let drawn = try bench.draw(
      "\(rows)\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}, column: {field: c, type: nominal}}")
    #expect(drawn.texts("header").sorted() == ["c", "u", "v"])
    #expect(drawn.texts("axis-title").filter { $0 == "a" }.count == 2)
    #expect(drawn.texts("axis-title").filter { $0 == "b" }.count == 1)
    #expect(drawn.marks.count == 3)
  }

  @Test func concatenatedViewsStandApart() throws {
    let unit = "{mark: bar, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}"
    let drawn = try bench.draw("\(rows)\nhconcat: [\(unit), \(unit)]")
    #expect(drawn.marks.count == 6)
    #expect(drawn.marks[3][0] > drawn.marks[2][0] + 18 + 20)
    #expect(drawn.marks[3][1] == drawn.marks[0][1])
  }

  @Test(
    "scales of many kinds place what their formula says",
    arguments: [
      ("{type: log}", "[1, 10, 100]", [0.0, 0.5, 1.0]), ("{type: sqrt, domain: [0, 100]}", "[0, 25, 100]", [0.0, 0.5, 1.0]),
      ("{domain: [0, 10], reverse: true}", "[0, 5, 10]", [1.0, 0.5, 0.0]),
      ("{domain: [0, 10], range: [100, 200]}", "[0, 5, 10]", [1.0 / 3, 0.5, 2.0 / 3]),
      ("{zero: false, nice: false}", "[20, 30, 40]", [0.0, 0.5, 1.0]),
    ] as [(String, String, [Double])])
  func scales(scale: String, values: String, shares: [Double]) throws {
    let list = values.dropFirst().dropLast().split(separator: ",").map { "{v: \($0)}" }.joined(separator: ",")
    let drawn = try bench.draw(
      "data: {values: [\(list)]}\nmark: point\nencoding: {x: {field: v, type: quantitative, scale: \(scale)}}\nconfig: {axis: {labels: false, ticks: false, domain: false, title: null}}"
    )
    let centers = drawn.marks.map { $0[0] + $0[2] / 2 }
    let zero = drawn.items.first { $0["role"]?.string == "background" && ($0["w"]?.double ?? 0) == 300 }?["x"]?.double ?? 0
    for (center, share) in zip(centers, shares) { #expect(abs(center - (zero - 0.5) - share * 300) < 0.6) }
  }

  @Test func aFieldThatNoRowHasIsAnError() throws {
    let error = #expect(throws: Diagnostics.self) {
      try bench.draw("\(rows)\nmark: bar\nencoding: {x: {field: aa, type: nominal}}")
    }
    #expect(error?.all.last?.rule == "data.field")
    #expect(error?.all.last?.hint == "did you mean “a”?")
  }

  @Test func anUntypedFieldIsNominalWithAWarning() throws {
    let drawn = try bench.draw("\(rows)\nmark: point\nencoding: {x: {field: b}}")
    #expect(drawn.texts("axis-label") == ["28", "43", "55"])
    #expect(drawn.findings.contains { $0.rule == "spec.type" })
  }

  @Test func anEnormousPictureIsRefused() throws {
    #expect(throws: Diagnostics.self) { try bench.draw("\(rows)\nwidth: 100000\nmark: bar\nencoding: {x: {field: a, type: nominal}}") }
  }

  @Test func labelsThatMeetGiveWay() throws {
    let drawn = try bench.draw(
      "data: {sequence: {start: 0, stop: 100, as: v}}\nwidth: 60\nmark: point\nencoding: {x: {field: v, type: quantitative, axis: {tickCount: 20}}}"
    )
    let labels = drawn.items.filter { $0["role"]?.string == "axis-label" }
    for (a, b) in zip(labels, labels.dropFirst()) {
      #expect((a["x"]?.double ?? 0) + (a["w"]?.double ?? 0) <= (b["x"]?.double ?? 0) + 1)
    }
    #expect(labels.count >= 2)
  }

  @Test func fittedPlotsKeepTheSize() throws {
    let drawn = try bench.draw(
      "\(rows)\nwidth: 200\nheight: 150\nautosize: {type: fit, contains: padding}\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}"
    )
    #expect(abs(drawn.size.width.points - 200) <= 1)
    #expect(abs(drawn.size.height.points - 150) <= 1)
  }

  @Test func anglesWithoutAScaleAreTheData() throws {
    let drawn = try bench.draw(
      "data: {values: [{a: 0, b: 1.5707963267948966}, {a: 3.141592653589793, b: 4.71238898038469}]}\nmark: arc\nencoding: {theta: {field: a, type: quantitative, scale: null}, theta2: {field: b}}"
    )
    // Quarters of a circle of 150 px: the upper right and the lower left.
    #expect(drawn.marks.map { [$0[2].rounded(), $0[3].rounded()] } == [[150, 150], [150, 150]])
    #expect(drawn.marks[0][0] - drawn.marks[1][0] == 150)
    #expect(drawn.marks[1][1] - drawn.marks[0][1] == 150)
    #expect(!drawn.findings.contains { $0.rule == "mark.arc-empty" })
  }

  @Test func aSecondEndStandsAtTheStartOfItsUnitOfTime() throws {
    let drawn = try bench.draw(
      "data: {values: [{a: '2020-01-10', b: '2020-02-20'}, {a: '2020-03-10', b: '2020-05-20'}]}\nmark: bar\nencoding: {x: {field: a, type: temporal, timeUnit: yearmonth, scale: {domain: [{year: 2020, month: 1}, {year: 2020, month: 6}]}}, x2: {field: b, timeUnit: yearmonth}, y: {value: 5}}"
    )
    // Of 152 days 31, and 31 + 30.
    #expect(drawn.marks.map { $0[2].rounded() } == [61, 120])
  }

  @Test func whatADomainDoesNotNameIsDrawnAndSaid() throws {
    let drawn = try bench.draw(
      "\(rows)\nmark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}, color: {field: c, type: nominal, scale: {domain: [u], range: ['#112233']}}}"
    )
    #expect(drawn.marks.count == 3)
    #expect(drawn.texts("legend-label") == ["u"])
    #expect(drawn.findings.contains { $0.rule == "scale.domain" && $0.message.contains("v") })
  }

  @Test func classesOfANiceScaleMeetAtRoundNumbers() throws {
    let drawn = try bench.draw(
      "data: {values: [{x: 1, v: 8}, {x: 2, v: 24.8}]}\nmark: circle\nencoding: {x: {field: x, type: quantitative}, color: {field: v, type: quantitative, scale: {type: quantize, nice: true}}}"
    )
    #expect(drawn.texts("legend-label") == ["12.5", "17.0", "21.5"])
  }

  @Test func layersThatSortByDifferentFieldsFallBackOnNames() throws {
    let drawn = try bench.draw(
      "data: {values: [{k: a, p: 1, r: 9}, {k: b, p: 5, r: 3}, {k: c, p: 3, r: 6}]}\nencoding: {y: {field: k, type: nominal, sort: '-x'}}\nlayer: [{mark: bar, encoding: {x: {field: p, type: quantitative}}}, {mark: point, encoding: {x: {field: r, type: quantitative}}}]\nresolve: {scale: {x: independent}}"
    )
    #expect(Array(drawn.texts("axis-label").filter { ["a", "b", "c"].contains($0) }) == ["a", "b", "c"])
  }

  /// Sizes in classes begin with the least value, other sizes with 0 (Vega-Lite 6, compile/scale/properties.ts).
  @Test(arguments: [("{type: quantize}", "< 18"), ("{type: quantize, zero: true}", "< 12")]) func classesOfSizesNeedNoZero(
    scale: String, first: String
  ) throws {
    let drawn = try bench.draw(
      "data: {values: [{x: 1, v: 8}, {x: 2, v: 48}]}\nmark: circle\nencoding: {x: {field: x, type: quantitative}, size: {field: v, type: quantitative, scale: \(scale)}}"
    )
    #expect(drawn.texts("legend-label").first?.hasPrefix(first) == true)
  }

  /// A label without a colour is none: of all, and of those that a test leaves without one.
  @Test(arguments: [
    ("null", []), ("{condition: {test: \"datum.value === 'b'\", value: black}, value: null}", ["b"]),
    ("{condition: {test: \"datum.value === 'b'\", value: null}, value: black}", ["a", "c"]),
  ])
  func labelsWithoutAColour(color: String, shown: [String]) throws {
    let drawn = try bench.draw(
      "data: {values: [{k: a, p: 1}, {k: b, p: 5}, {k: c, p: 3}]}\nmark: bar\nencoding: {x: {field: k, type: nominal, axis: {labelColor: \(color)}}, y: {field: p, type: quantitative, axis: null}}"
    )
    #expect(drawn.texts("axis-label") == shown)
  }
}
