import Charts
import Diagnostics
import Geometry
import Scene
import StructuredData
import Testing

/// Every kind at every size keeps the rules that no theme may change.
@Suite struct HouseLookTests {
  static let names = HouseGallery.all.map(\.name)

  @Test(arguments: names) func textsKeepApartOnPages(name: String) throws {
    let bench = try ChartBench(look: "page")
    for width in [225.0, 330, 462] { try check(name, bench, .wide(.pt(width)), least: 7.9) }
  }

  @Test(arguments: names) func textsKeepApartInPictures(name: String) throws {
    try check(name, try ChartBench(look: "annual"), .own, least: 20)
    try check(name, try ChartBench(look: "square"), .fixed(Size(1080, 1080)), least: 20)
  }

  private func check(_ name: String, _ bench: ChartBench, _ size: ChartSize, least: Double) throws {
    let built = try bench.compile(HouseGallery.spec(name), size: size)
    let scene = SceneCheck(built.value.draw())
    #expect(scene.overlaps == [], "\(name) \(size)")
    #expect(scene.outside(built.value.size) == [], "\(name) \(size)")
    #expect(scene.faint == [], "\(name) \(size)")
    #expect(scene.sizes.allSatisfy { $0 >= least }, "\(name) \(scene.sizes)")
    #expect(!built.diagnostics.contains { $0.severity == .error || $0.rule == "chart.label-overlap" }, "\(name) \(built.diagnostics)")
    // Events without their names say nothing.
    #expect(name != "events" || scene.texts.count { $0.role == .legendLabel } >= 4, "\(size)")
    // Title to source in one column, the plot between them.
    let top = scene.texts.filter { $0.role == .title || $0.role == .subtitle }.map(\.box.maxY).max() ?? .zero
    let bottom = scene.texts.filter { $0.role == .note || $0.role == .source }.map(\.box.minY).min() ?? built.value.size.height
    let inner = scene.texts.filter { ![.title, .subtitle, .note, .source].contains($0.role) }
    #expect(!inner.isEmpty && inner.allSatisfy { $0.box.minY >= top && $0.box.maxY <= bottom }, "\(name) \(size)")
  }

  /// A share stands on the part that it is of, in every look.
  @Test(arguments: ["vega-lite", "annual", "page"]) func sharesStandOnTheirOwnParts(look: String) throws {
    for category in ["", ", y: {field: y, type: nominal}"] {
      let drawn = try ChartBench(look: look).draw(
        """
        data: {values: [{y: 甲, s: 一, v: 20}, {y: 甲, s: 二, v: 70}, {y: 甲, s: 三, v: 10}]}
        mark: share
        encoding: {x: {field: v, type: quantitative}, color: {field: s, type: nominal}\(category)}
        """, size: Size(640, 400))
      let marks = drawn.items.filter { $0["role"]?.string == "mark" && $0["type"]?.string == "rect" }
      #expect(marks.count == 3)
      for (part, share) in [("0", "20%"), ("1", "70%"), ("2", "10%")] {
        let mark = try #require(marks.first { $0["datum"]?.string == part })
        let label = drawn.items.first { $0["text"]?.string == share && $0["datum"]?.string == part }
        let (left, width) = (mark["x"]?.double ?? 0, mark["w"]?.double ?? 0)
        // Above a bar of figures the labels begin at their parts.
        if let label { #expect((left - 1...left + width + 1).contains(label["x"]?.double ?? -1), "\(look) \(category) \(share)") }
      }
    }
  }

  @Test(arguments: [
    "mark: line\ndata: {values: []}\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}",
    "mark: ring\ndata: {values: [{a: 1, b: x}]}\nencoding: {theta: {field: a}, color: {field: b}}",
    "mark: kpi\ndata: {values: []}\nencoding: {text: {field: a}}",
    "mark: change\ndata: {values: [{a: x}]}\nencoding: {x: {field: a}, y: {field: a}}",
    "mark: share\ndata: {values: [{a: x, b: 0}]}\nencoding: {x: {field: b, type: quantitative}, color: {field: a}}",
    "mark: dumbbell\ndata: {values: [{a: x, b: 0}]}\nencoding: {y: {field: a}, x: {field: b, type: quantitative}}",
    "mark: timeline\ndata: {values: [{a: 2022年, b: 乙}]}\nencoding: {x: {field: a}, label: {field: b}}",
  ])
  func poorDataMakeNoHarm(spec: String) throws {
    for look in ["page", "annual"] {
      let bench = try ChartBench(look: look)
      for size in [ChartSize.fixed(Size(1, 1)), .fixed(Size(225, 170)), .wide(.pt(10)), .own] {
        // A refusal is as good as a picture.
        do throws(Diagnostics) { _ = try bench.compileKnown(spec, size: size).value.draw() } catch {
          #expect(error.all.contains { $0.severity == .error })
        }
      }
    }
  }
}

extension ChartBench {
  func compileKnown(_ spec: String, size: ChartSize) throws(Diagnostics) -> Warned<BuiltChart> {
    do { return try compile(spec, size: size) } catch let error as Diagnostics { throw error } catch {
      throw Diagnostics(.error("test", "\(error)"))
    }
  }
}
