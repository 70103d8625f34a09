import Dataflow
import Diagnostics
import Grammar
import StructuredData
import Testing

/// A spec's pixels, multiplied by 2 for a look whose type is twice as large.
@Suite struct ScaleLengthsTests {
  private func doubled(_ text: String) throws -> ChartSource {
    try readSpec(parseYAML(text, document: "s.yaml")).value.scalingLengths(by: 2)
  }
  private func unit(_ view: ViewSpec) throws -> (mark: MarkDefinition, encoding: Encoding) {
    switch view.content {
    case .unit(let mark, let encoding): return (mark, encoding)
    case .facet(_, let inner), .repeated(_, let inner): return try unit(inner)
    case .layer(let views, _), .concat(let views): return try unit(try #require(views.first))
    }
  }

  @Test(
    "lengths grow by the factor, areas by its square, shares and numbers of other kinds not",
    arguments: [
      ("{type: bar, size: 45, xOffset: -22.5, opacity: 0.5}", ["size": "90", "xOffset": "-45", "opacity": "0.5"]),
      ("{type: point, size: 45, strokeWidth: 2}", ["size": "180", "strokeWidth": "4"]),
      ("{type: text, fontSize: 11, dx: 4, angle: 30, size: 12}", ["fontSize": "22", "dx": "8", "angle": "30", "size": "24"]),
      ("{type: arc, innerRadius: 20, padAngle: 0.1}", ["innerRadius": "40", "padAngle": "0.1"]),
      ("{type: line, strokeDash: [4, 2], tension: 0.5}", ["strokeDash": "[8, 4]", "tension": "0.5"]),
      ("{type: bar, width: {band: 0.7}}", ["width": "{band: 0.7}"]), ("{type: rule, x: width, y: 30}", ["x": "width", "y": "60"]),
      ("{type: bar, size: {expr: datum.a + 1}}", ["size": "{expr: (datum.a + 1) * 2.0}"]),
      ("{type: text, x: {expr: width / 2}}", ["x": "{expr: width / 2}"]),
      ("{type: line, point: {size: 30}, strokeWidth: 3}", ["point": "{size: 120}", "strokeWidth": "6"]),
    ])
  func ofMarks(mark: String, wanted: [String: String]) throws {
    let properties = try unit(try doubled("{data: {values: []}, mark: \(mark), encoding: {}}").view).mark.properties
    for (key, value) in wanted { #expect(properties[key] == (try parseYAML(value, document: "w.yaml")), "\(key)") }
  }

  @Test func ofChannels() throws {
    let encoding = try unit(
      try doubled(
        """
        mark: trail
        encoding:
          x: {field: a, type: quantitative, scale: {range: [0, 50], padding: 3}, axis: {titlePadding: 5, tickCount: 4}}
          y: {field: b, type: nominal, scale: {padding: 0.3}}
          size: {field: c, type: quantitative, scale: {range: [0, 12]}}
          opacity: {field: c, type: quantitative, scale: {range: [0, 1]}}
          strokeWidth: {condition: {test: datum.a > 2, value: 4}, value: 1}
        """
      ).view
    ).encoding
    func scale(_ channel: Channel, _ key: String) -> Node? { encoding[channel]?.scale.value?[key] }
    #expect(scale(.x, "range") == .sequence([.number(0), .number(100)]))
    #expect(scale(.x, "padding") == .number(6))
    #expect(scale(.y, "padding")?.double == 0.3)
    #expect(scale(.size, "range") == .sequence([.number(0), .number(24)]))
    #expect(scale(.opacity, "range") == .sequence([.number(0), .number(1)]))
    #expect(encoding[.x]?.axis.value?["titlePadding"] == .number(10))
    #expect(encoding[.x]?.axis.value?["tickCount"] == .number(4))
    #expect(encoding[.strokeWidth]?.value == .number(2))
    #expect(encoding[.strokeWidth]?.conditions.first?.channel.value.value == .number(8))
  }

  @Test("the size of a single plot is the picture's, of a grid a cell's")
  func ofViews() throws {
    let single = try doubled("{width: 300, height: 200, mark: bar, encoding: {x: {field: a}}}").view
    #expect(single.width == .pixels(300))
    let rows = try doubled("{width: 300, height: {step: 12}, spacing: 4, mark: bar, encoding: {x: {field: a}, row: {field: b}}}").view
    #expect(rows.width == .pixels(600))
    #expect(rows.height == .step(24, forOffset: nil))
    guard case .concat(let views) = try doubled("{spacing: 5, hconcat: [{width: 60, mark: bar, encoding: {}}]}").view.content else {
      Issue.record("no concat")
      return
    }
    #expect(views.first?.width == .pixels(120))
  }

  @Test func ofTheConfiguration() throws {
    let config = try doubled(
      "{mark: bar, config: {bar: {cornerRadius: 3}, point: {size: 20}, axis: {labelFontSize: 9}, scale: {minSize: 4, minOpacity: 0.2}, figure: {margin: 10}, view: {step: 20}}, encoding: {}}"
    ).config
    #expect(config["bar"].number("cornerRadius") == 6)
    #expect(config["point"].number("size") == 80)
    #expect(config["axis"].number("labelFontSize") == 18)
    #expect(config["scale"].number("minSize") == 16)
    #expect(config["scale"].number("minOpacity") == 0.2)
    #expect(config["figure"].number("margin") == 10)
    #expect(config["view"].number("step") == 40)
  }

  @Test func whatNoPictureHasStaysFinite() throws {
    #expect(try doubled("{spacing: 1e308, hconcat: [{mark: bar, encoding: {}}]}").view.arrangement.columnSpacing == 1e308)
  }
}
