import Diagnostics
import Foundation
import Geometry
import StructuredData
import Testing

/// Specs whose lengths are in pixels of Vega-Lite's pictures, in a look whose type is larger.
@Suite struct SpecLengthsTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  private func kind(_ name: String) throws -> Drawn {
    let text = try String(contentsOfFile: KindsOfChartsTests.folder + "/\(name).vl.json", encoding: .utf8)
    return try bench.draw(try parseJSON(text, document: name), folder: KindsOfChartsTests.folder)
  }

  private func boxes(_ drawn: Drawn, _ roles: Set<String>, isText: Bool = true) -> [Rect] {
    drawn.items.filter { roles.contains($0["role"]?.string ?? "") && ($0["type"]?.string == "text") == isText }.compactMap { item in
      guard let x = item["x"]?.double, let y = item["y"]?.double, let w = item["w"]?.double, let h = item["h"]?.double else { return nil }
      return Rect(x, y, w, h)
    }
  }

  private func meets(_ a: Rect, _ b: Rect, by allowance: Double = 2) -> Bool {
    min(a.maxX, b.maxX).points - max(a.minX, b.minX).points > allowance
      && min(a.maxY, b.maxY).points - max(a.minY, b.minY).points > allowance
  }

  @Test("names of rows that a spec sets 20 pixels apart do not meet")
  func rowsOfAGrid() throws {
    let names = boxes(try kind("ridge"), ["header"]).sorted { $0.minY < $1.minY }
    #expect(names.count == 12)
    #expect(zip(names, names.dropFirst()).allSatisfy { !meets($0, $1) })
  }

  @Test("a grid of a written width fills the figure", arguments: ["ridge", "marginal_hist"])
  func gridsFill(name: String) throws {
    let drawn = try kind(name)
    let right = (boxes(drawn, ["mark"], isText: false) + boxes(drawn, ["axis-label", "value-label"])).map(\.maxX.points).max() ?? 0
    #expect(right > 0.55 * drawn.size.width.points && right <= drawn.size.width.points)
    #expect(name != "ridge" || right > 0.85 * drawn.size.width.points)
  }

  @Test("no name of a row is left out for a small step")
  func namesOfSmallSteps() throws {
    let drawn = try kind("trellis_barley_median")
    for name in ["Early", "Glade", "Manor", "No. 12", "Trebi", "Velvet", "Wisent"] {
      #expect(drawn.texts("axis-label").filter { $0 == name }.count == 6, "\(name)")
    }
  }

  @Test("texts about a centre stand clear of their sectors")
  func textsAboutACentre() throws {
    let drawn = try kind("arc_radial")
    #expect(drawn.texts("mark").count == 6)
    // The largest sector's text is outside it: to the left of all that is drawn of it.
    let text = try #require(drawn.items.first { $0["text"]?.string == "52" })
    let sectors = boxes(drawn, ["mark"], isText: false)
    #expect((text["x"]?.double ?? 0) + (text["w"]?.double ?? 0) <= (sectors.map(\.minX.points).min() ?? 0) + 4)
  }

  @Test("a white text wider than its bar is drawn so that all of it is seen, and said")
  func whiteTextsOnThePage() throws {
    let drawn = try kind("waterfall")
    #expect(drawn.findings.contains { $0.rule == "chart.text-illegible" })
    let text = try #require(drawn.items.first { $0["text"]?.string == "+1707" })
    #expect(text["fill"]?.string != "#FFFFFF")
  }

  @Test("a white text within its bar stays white", arguments: ["white", "'#fff'"])
  func whiteTextsInBars(color: String) throws {
    let drawn = try bench.draw(
      """
      {title: 题, data: {values: [{a: 甲, b: 12}, {a: 乙, b: 30}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative, stack: null}},
       layer: [{mark: {type: bar, size: 200}}, {transform: [{filter: "datum.b > 20"}], mark: {type: text, color: \(color), dy: 20}, encoding: {text: {field: b}}}]}
      """)
    #expect(!drawn.findings.contains { $0.rule == "chart.text-illegible" })
    #expect(drawn.items.first { $0["text"]?.string == "30" && $0["role"]?.string == "mark" }?["fill"]?.string?.uppercased() == "#FFFFFF")
  }

  @Test("the title that a spec gives a channel stands over its legend")
  func titlesOfLegends() throws {
    #expect(try kind("comet").texts("legend-title") == ["Yield Delta (%)", "Yield"])
  }

  @Test("in a picture of a written width lengths are parts of that width")
  func picturesOfAWrittenWidth() throws {
    func bar(_ width: Int) throws -> Double {
      let drawn = try bench.draw(
        "{width: \(width), height: \(width / 2), title: 题, mark: {type: bar, size: 40}, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}"
      )
      #expect(drawn.size.width.points == Double(width))
      return try #require(drawn.marks.first)[2]
    }
    #expect(abs(try bar(400) - 40) < 0.01)
    #expect(abs(try bar(1200) - 40) < 0.01)
  }
}
