import Charts
import Diagnostics
import Geometry
import Scene
import StructuredData
import Testing

/// What the channel `href` and the property of that name lead to.
@Suite struct ChartLinkTests {
  private let rows = """
    data: {values: [{n: 甲, v: 4, h: 'https://example.org/a'}, {n: 乙, v: 2, h: '#place'}, {n: 丙, v: 1, h: ''}]}

    """

  private func links(_ drawn: Drawn) -> [(address: String, box: [Double])] {
    drawn.items.filter { $0["type"]?.string == "link" }.map { item in
      (
        item["uri"]?.string ?? item["anchor"].flatMap { $0.string.map { "#" + $0 } } ?? "",
        ["x", "y", "w", "h"].map { item[$0]?.double ?? 0 }
      )
    }
  }

  @Test func marksWithoutTextsLead() throws {
    let drawn = try ChartBench().draw(
      rows + "mark: bar\nencoding: {y: {field: n, type: nominal}, x: {field: v, type: quantitative}, href: {field: h}}")
    let found = links(drawn)
    #expect(found.map(\.address) == ["https://example.org/a", "#place"])
    #expect(found.map(\.box) == Array(drawn.marks.prefix(2)))
    #expect(drawn.findings == [])
  }

  @Test func valuesLeadWhereTheyAreWritten() throws {
    let drawn = try ChartBench(look: "annual").draw(
      rows + "mark: bar\nencoding: {y: {field: n, type: nominal}, x: {field: v, type: quantitative}, href: {field: h}}")
    let labels = drawn.items.filter { $0["role"]?.string == "value-label" && $0["type"]?.string == "text" }
    #expect(labels.compactMap { $0["text"]?.string } == ["4", "2", "1"])
    let found = links(drawn)
    #expect(found.map(\.address) == ["https://example.org/a", "#place"])
    for (link, label) in zip(found, labels) {
      let box = ["x", "y", "w", "h"].map { label[$0]?.double ?? 0 }
      let (x, y) = (box[0] + box[2] / 2, box[1] + box[3] / 2)
      #expect(link.box[0] < x && x < link.box[0] + link.box[2] && link.box[1] < y && y < link.box[1] + link.box[3])
    }
  }

  @Test func conditionsAndPropertiesLead() throws {
    let conditional = try ChartBench().draw(
      rows + """
        mark: point
        encoding:
          x: {field: v, type: quantitative}
          href: {condition: {test: "datum.v > 3", value: 'https://example.org/large'}, value: 'https://example.org/small'}
        """)
    #expect(links(conditional).map(\.address) == ["large", "small", "small"].map { "https://example.org/" + $0 })
    let fixed = try ChartBench().draw(
      rows + "mark: {type: point, href: 'https://example.org/all'}\nencoding: {x: {field: v, type: quantitative}}")
    #expect(links(fixed).map(\.address) == Array(repeating: "https://example.org/all", count: 3))
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/hostname", "//example.org/x"]) func noFileLeadsThere(address: String) throws {
    let drawn = try ChartBench().draw(
      "data: {values: [{v: 1}]}\nmark: point\nencoding: {x: {field: v, type: quantitative}, href: {value: '\(address)'}}")
    #expect(links(drawn).isEmpty)
    #expect(drawn.findings.map(\.rule) == ["chart.href"])
  }

  /// A line goes through many rows, which lead to several places: its points do, if it has any.
  @Test func linesLeadByTheirPoints() throws {
    let encoding = "encoding: {x: {field: n, type: nominal}, y: {field: v, type: quantitative}, href: {field: h}}"
    #expect(links(try ChartBench().draw(rows + "mark: line\n" + encoding)).isEmpty)
    let points = links(try ChartBench().draw(rows + "mark: {type: line, point: true}\n" + encoding))
    #expect(points.map(\.address) == ["https://example.org/a", "#place"])
  }

  /// Lines without points have texts of series alone.
  @Test(arguments: HouseGallery.all.map(\.name).filter { $0 != "lines" }) func everyHouseMarkLeads(name: String) throws {
    let spec = try parseYAML(HouseGallery.spec(name), document: "s.yaml")
    func appending(_ key: String, _ value: Node, to node: Node) -> Node {
      Node(.mapping(Mapping((node.mapping?.entries ?? []) + [Mapping.Entry(key: key, value: value)])))
    }
    /// A column of addresses, and the channel that reads it.
    func leading(_ node: Node) -> Node {
      if let rows = node.sequence { return .sequence(rows.map { appending("address", .string("https://example.org/"), to: $0) }) }
      var entries = node.mapping?.entries ?? []
      for index in entries.indices {
        switch entries[index].key {
        case "data", "values": entries[index].value = leading(entries[index].value)
        case "encoding":
          entries[index].value = appending("href", .mapping([("field", .string("address"))]), to: entries[index].value)
        default: continue
        }
      }
      return Node(.mapping(Mapping(entries)))
    }
    let bench = try ChartBench(look: "annual")
    let (plain, linked) = (try bench.draw(spec), try bench.draw(leading(spec)))
    #expect(!links(linked).isEmpty)
    // Nothing else is drawn otherwise.
    #expect(linked.items.filter { $0["type"]?.string != "link" } == plain.items)
    #expect(linked.findings == plain.findings)
  }
}
