import Diagnostics
import StructuredData
import Testing

/// Places by longitude and latitude.
@Suite struct MapTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench() }

  private let cities = """
    data: {values: [{n: 北京, a: 116.4, b: 39.9, v: 57}, {n: 上海, a: 121.5, b: 31.2, v: 24}, {n: 成都, a: 104.1, b: 30.7, v: 9}]}
    width: 300
    height: 200

    """

  private func middles(_ drawn: Drawn) -> [(x: Double, y: Double)] { drawn.marks.map { ($0[0] + $0[2] / 2, $0[1] + $0[3] / 2) } }

  @Test func aMapIsAsLargeAsItsPlacesAllow() throws {
    let places = middles(
      try bench.draw(
        cities + """
          projection: {type: equirectangular}
          mark: circle
          encoding: {longitude: {field: a}, latitude: {field: b}}
          """))
    try #require(places.count == 3)
    // One scale for both axes: 17.4 degrees across fill 300 pixels, or 9.2 down fill 200.
    let scale = min(300 / 17.4, 200 / 9.2)
    #expect(abs(places[1].x - places[2].x - 17.4 * scale) < 0.05)
    #expect(abs(places[2].y - places[0].y - 9.2 * scale) < 0.05)
  }

  @Test func viewsOverOneAnotherShareAMap() throws {
    let places = middles(
      try bench.draw(
        cities + """
          projection: {type: mercator}
          layer:
            - mark: circle
              encoding: {longitude: {field: a}, latitude: {field: b}}
            - mark: square
              transform: [{filter: "datum.v < 50"}]
              encoding: {longitude: {field: a}, latitude: {field: b}}
          """))
    try #require(places.count == 5)
    #expect(abs(places[3].x - places[1].x) < 0.02 && abs(places[3].y - places[1].y) < 0.02)
    #expect(abs(places[4].x - places[2].x) < 0.02 && abs(places[4].y - places[2].y) < 0.02)
  }

  @Test func aRuleRunsFromOnePlaceToAnother() throws {
    let drawn = try bench.draw(
      """
      data: {values: [{a: 0, b: 0, c: 10, d: 0}]}
      width: 300
      height: 200
      projection: {type: equirectangular, scale: 100, translate: [50, 60]}
      mark: rule
      encoding: {longitude: {field: a}, latitude: {field: b}, longitude2: {field: c}, latitude2: {field: d}}
      """)
    try #require(drawn.marks.count == 1)
    // Ten degrees of a sphere of 100 pixels' radius.
    #expect(abs(drawn.marks[0][2] - 100 * .pi / 18) < 0.02)
  }

  @Test func aPlaceBehindTheGlobeIsSaid() throws {
    let drawn = try bench.draw(
      """
      data: {values: [{a: 30, b: 10}, {a: 150, b: 10}]}
      projection: {type: orthographic}
      mark: circle
      encoding: {longitude: {field: a}, latitude: {field: b}}
      """)
    #expect(drawn.marks.count == 1)
    #expect(drawn.findings.contains { $0.rule == "spec.off-map" && $0.message.contains("1 of 2") })
  }

  @Test(
    "what cannot stand on a map is an error",
    arguments: [
      ("mark: circle\nencoding: {longitude: {field: a}}", "latitude"),
      ("mark: bar\nencoding: {longitude: {field: a}, latitude: {field: b}}", "bar"),
      ("mark: circle\nprojection: {type: mercatr}\nencoding: {longitude: {field: a}, latitude: {field: b}}", "mercator"),
      ("mark: circle\nprojection: {rotat: [1, 2]}\nencoding: {longitude: {field: a}, latitude: {field: b}}", "rotat"),
    ])
  func refused(spec: String, word: String) throws {
    let message = #expect(throws: (any Error).self) { try bench.draw(cities + spec) }.map { "\($0)" }
    #expect(message?.contains(word) == true, "\(message ?? "")")
  }

  @Test func aPositionBesideThePlaceIsSaidToHaveNoEffect() throws {
    let drawn = try bench.draw(
      cities + "mark: circle\nencoding: {longitude: {field: a}, latitude: {field: b}, x: {field: v, type: quantitative}}")
    #expect(drawn.findings.contains { $0.rule == "spec.no-effect" && $0.message.contains("“x”") })
  }

  @Test func aNameStandsInItsBubbleOrClearOfIt() throws {
    let drawn = try ChartBench(look: "annual").draw(
      cities + """
        layer:
          - mark: circle
            encoding: {longitude: {field: a}, latitude: {field: b}, size: {field: v, type: quantitative, scale: {range: [0, 6000]}, legend: null}}
          - mark: {type: text, placement: beside}
            encoding: {longitude: {field: a}, latitude: {field: b}, text: {field: n}}
        """)
    let names = drawn.items.filter { ["北京", "上海", "成都"].contains($0["text"]?.string ?? "") }
    #expect(names.count == 3)
    for name in names {
      let text = ["x", "y", "w", "h"].compactMap { name[$0]?.double }
      try #require(text.count == 4)
      for mark in drawn.marks {
        let within = text[0] >= mark[0] && text[0] + text[2] <= mark[0] + mark[2]
        let apart =
          text[0] >= mark[0] + mark[2] || text[0] + text[2] <= mark[0] || text[1] >= mark[1] + mark[3] || text[1] + text[3] <= mark[1]
        #expect(within || apart, "\(name["text"]?.string ?? "") \(text) \(mark)")
      }
    }
  }
}
