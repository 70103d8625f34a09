import Diagnostics
import StructuredData
import Testing

/// Forms in which a spec may say a thing: formulas, dates as texts, conditions without an otherwise, offsets.
@Suite struct SpecFormsTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench() }

  @Test(
    "a condition without an otherwise leaves the others as they are",
    arguments: [
      ("bar", "color", "fill"), ("point", "color", "stroke"), ("bar", "stroke", "stroke"), ("point", "fill", "fill"),
    ])
  func conditionAlone(mark: String, channel: String, paint: String) throws {
    let drawn = try bench.draw(
      """
      data: {values: [{a: A, b: 28}, {a: B, b: 55}]}
      mark: {type: \(mark), opacity: 1}
      encoding:
        x: {field: a, type: nominal}
        y: {field: b, type: quantitative}
        \(channel): {condition: {test: datum.b > 30, value: "#aa0000"}}
      """)
    #expect(drawn.marks.count == 2)
    let paints = drawn.values(paint)
    #expect(paints.last?.lowercased().hasPrefix("#aa0000") == true)
    #expect(paints.filter { $0.lowercased().hasPrefix("#aa0000") }.count == 1)
  }

  @Test(
    "a domain of a temporal scale may be written as texts",
    arguments: [
      "domain: [\"2000-01-01\", \"2000-01-11\"]", "domain: [{year: 2000}, \"2000-01-11\"]",
      "domainMin: \"2000-01-01\", domainMax: \"2000-01-11\"",
      "domain: {unionWith: [\"2000-01-01\", \"2000-01-11\"]}",
    ])
  func datesAsTexts(scale: String) throws {
    let drawn = try bench.draw(
      """
      data: {values: [{d: "2000-01-03", e: 1}, {d: "2000-01-08", e: 1}]}
      mark: point
      width: 300
      encoding:
        x: {field: d, type: temporal, scale: {\(scale)}}
      """)
    let places = drawn.marks.map { $0[0] }
    #expect(places.count == 2 && abs(places[1] - places[0] - 150) < 0.02)
  }

  @Test func aRuleStandsAtADateWrittenAsText() throws {
    let drawn = try bench.draw(
      """
      width: 300
      layer:
        - data: {values: [{d: "2000-01-01"}, {d: "2000-01-11"}]}
          mark: rule
          encoding: {x: {field: d, type: temporal}}
        - mark: rule
          encoding: {x: {datum: "2000-01-06", type: temporal}}
      """)
    let places = drawn.marks.map { $0[0] }
    #expect(places.count == 3 && abs(places[2] - places[0] - 150) < 0.02)
  }

  @Test func aTitleMayBeAFormula() throws {
    let drawn = try bench.draw(
      """
      params: [{name: k, value: 3}, {name: twice, expr: k * 2}]
      title: {text: {expr: "'Top ' + twice"}, subtitle: {expr: "['of', k]"}}
      data: {values: [{b: 1}]}
      mark: bar
      encoding: {y: {field: b, type: quantitative}}
      """)
    #expect(drawn.texts("title") == ["Top 6"])
    #expect(drawn.texts("subtitle") == ["of", "3"])
  }

  @Test func barsShareAUnitOfTime() throws {
    let rows = (1...12).map { month in
      ["u", "v"].map { "{d: \"2001-\(month < 10 ? "0" : "")\(month)-01\", b: \(month), c: \($0)}" }.joined(separator: ", ")
    }.joined(separator: ", ")
    let drawn = try bench.draw(
      """
      data: {values: [\(rows)]}
      mark: bar
      width: 365
      encoding:
        x: {field: d, type: temporal, timeUnit: yearmonth}
        y: {field: b, type: quantitative}
        xOffset: {field: c}
      """)
    // January is 31 px of 365, less a fifth, for two bars.
    #expect(drawn.marks.count == 24)
    #expect(drawn.marks.allSatisfy { abs($0[2] - 12.4) < 0.1 })
    let (first, second) = (drawn.marks[0][0], drawn.marks[1][0])
    #expect(abs(second - first - 12.4) < 0.1)
  }

  @Test func theEndsOfABinMoveApart() throws {
    func box(_ offsets: String) throws -> [Double] {
      try bench.draw(
        """
        data: {values: [{a: 0, b: 10, c: 5}]}
        mark: {type: bar, binSpacing: 0\(offsets)}
        width: 100
        encoding: {x: {field: a, bin: binned, type: quantitative}, x2: {field: b}, y: {field: c, type: quantitative}}
        """
      ).marks[0]
    }
    let (plain, moved) = (try box(""), try box(", xOffset: 4, x2Offset: -3"))
    #expect(moved[0] == plain[0] - 3 && moved[2] == plain[2] + 7)
    #expect(try box(", xOffset: 4")[2] == plain[2] + 4)
  }

  @Test func aCellWithoutAnyValueIsLeftOutAndSaid() throws {
    let spec = """
      data: {values: [{c: u, a: 1, b: 2}, {c: v, a: 1, b: null}, {c: w, a: 2, b: 3}]}
      mark: point
      encoding: {facet: {field: c, columns: 1}, x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}
      """
    let drawn = try bench.draw(spec)
    #expect(drawn.texts("header").filter { ["u", "v", "w"].contains($0) } == ["u", "w"])
    // Shown in full, an invalid value is a mark, and its cell stays.
    let shown = try bench.draw(spec.replacing("mark: point", with: "mark: {type: point, invalid: null}"))
    #expect(shown.texts("header").filter { ["u", "v", "w"].contains($0) } == ["u", "v", "w"])
  }

  @Test func aFormatForEachUnitThatAMomentBegins() throws {
    let rows = (1...9).map { "{t: 2021-0\($0)-01, v: \($0)}" }.joined(separator: ", ")
    let drawn = try bench.draw(
      """
      data: {values: [\(rows)]}
      mark: line
      encoding:
        x: {field: t, type: temporal, axis: {tickCount: month, format: {month: "%b", quarter: "Q%q", year: "'%y"}}}
        y: {field: v, type: quantitative, axis: null}
      """)
    #expect(drawn.texts("axis-label").starts(with: ["'21", "Feb", "Mar", "Q2"]))
  }

  @Test func coloursOfAPartOfASchemeLieBetweenItsEnds() throws {
    // Vega's quantizeInterpolator: of three, those at 1/4, 2/4 and 3/4 of the part.
    let drawn = try bench.draw(
      """
      data: {values: [{k: 1, v: 0}, {k: 2, v: 50}, {k: 3, v: 100}]}
      mark: rect
      encoding:
        x: {field: k, type: ordinal}
        color: {field: v, type: quantitative, scale: {type: quantize, scheme: {name: blues, count: 3, extent: [0.2, 1]}}}
      """)
    let fills = drawn.values("fill")
    let ends = [(fills.first, "#74B2D7"), (fills.last, "#206FB2")]
    for (fill, color) in ends {
      let fill = try #require(fill)
      for place in [1, 3, 5] {
        let digits = { (text: String) in Int(text.dropFirst(place).prefix(2), radix: 16) ?? -99 }
        #expect(abs(digits(fill) - digits(color)) <= 2, "\(fill) is not \(color)")
      }
    }
  }

  @Test("a legend's title stands where it is put", arguments: ["top", "bottom", "left", "right"]) func legendTitle(side: String) throws {
    let drawn = try bench.draw(
      """
      data: {values: [{a: A, b: 1}, {a: B, b: 2}]}
      mark: bar
      encoding: {x: {field: a, type: nominal, axis: null}, y: {field: b, type: quantitative}, color: {field: a, type: nominal, legend: {titleOrient: \(side), title: Kinds}}}
      """)
    func place(_ role: String) throws -> (x: Double, y: Double) {
      let item = try #require(drawn.items.first { $0["role"]?.string == role })
      return (item["x"]?.double ?? .nan, item["y"]?.double ?? .nan)
    }
    let (title, entry) = (try place("legend-title"), try place("legend-label"))
    switch side {
    case "top": #expect(title.y < entry.y)
    case "bottom": #expect(title.y > entry.y + 10)
    case "left": #expect(title.x < entry.x)
    default: #expect(title.x > entry.x)
    }
  }

  @Test func barsOfAUnitOfTimeTakeTheSizeThatTheyAreGiven() throws {
    func widths(_ config: String) throws -> [Double] {
      try bench.draw(
        """
        data: {values: [{t: 2021-01-01, v: 1}, {t: 2022-01-01, v: 2}]}
        mark: {type: bar, binSpacing: 0\(config)}
        encoding: {x: {field: t, type: temporal, timeUnit: year}, y: {field: v, type: quantitative}}
        """
      ).marks.map { $0[2] }
    }
    let (whole, half) = (try widths(""), try widths(", timeUnitBandSize: 0.5"))
    for (a, b) in zip(whole, half) { #expect(abs(b - a / 2) < 0.1) }
  }

  /// A formula that runs out of steps would leave the mark as if nothing had been written.
  @Test(arguments: [
    "mark: {type: bar, opacity: {expr: FORMULA}}\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}",
    "mark: bar\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}, color: {value: {expr: FORMULA}}}",
    "mark: text\nencoding: {x: {field: a, type: nominal}, text: {value: {expr: FORMULA}}}",
    "mark: bar\nencoding: {x: {field: a, type: nominal, axis: {labelExpr: FORMULA}}, y: {field: b, type: quantitative}}",
    "mark: bar\nencoding: {x: {field: a, type: nominal}, color: {condition: {test: FORMULA, value: red}, value: blue}}",
  ]) func whatHasNoValueIsAnError(spec: String) throws {
    let formula = "\"test(/^(?:x|xx)+$/, '" + String(repeating: "x", count: 100) + "!')\""
    let text = "data: {values: [{a: A, b: 28}, {a: B, b: 55}]}\n" + spec.replacing("FORMULA", with: formula)
    #expect { try bench.draw(text) } throws: { error in
      let errors = (error as? Diagnostics)?.all.filter { $0.severity == .error } ?? []
      return errors.first?.rule == "expression.pattern-steps" && errors.first?.span != nil
    }
  }
}
