import Charts
import Diagnostics
import Geometry
import Scene
import Testing

/// Every kind at every size keeps the rules that no theme may change.
@Suite struct LookTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var size: Size
    var testDescription: String { name }
  }
  static let cases = Gallery.all.flatMap { chart in
    Gallery.sizes.map { Case(name: "\(chart.name)-\($0.name)", size: $0.size) }
  }

  private func spec(_ test: Case) throws -> ChartSpec {
    try #require(Gallery.all.first { test.name.hasPrefix($0.name + "-") }).spec
  }

  @Test(arguments: cases) func textsKeepApart(test: Case) throws {
    let result = drawChart(try spec(test), size: test.size, context: Bench.context)
    let check = SceneCheck(result.value)
    let theme = ChartTheme.suited(to: test.size)
    #expect(check.overlaps == [])
    #expect(check.outside(test.size) == [])
    #expect(check.faint == [])
    #expect(check.touching(theme.clearance) == [])
    #expect(!result.diagnostics.contains { $0.severity == .error })
  }

  @Test(arguments: cases) func textSizesAreThoseOfTheClass(test: Case) throws {
    let frame = drawChart(try spec(test), size: test.size, context: Bench.context).value
    let sizes = SceneCheck(frame).sizes
    if test.size.width.points < 640 {
      #expect(sizes.allSatisfy { $0 >= 7.9 })
      #expect(test.name.hasPrefix("kpi") || sizes.count <= 3, "\(sizes)")
    } else {
      #expect(sizes.allSatisfy { $0 >= 20 })
    }
  }

  @Test func labelsOfACardAreReadAtHalfSize() {
    let texts = SceneCheck(drawChart(Gallery.ranking, size: Size(1200, 675), context: Bench.context).value).texts
    #expect(
      texts.filter { [.axisLabel, .valueLabel, .annotation].contains($0.role) }.allSatisfy { $0.run.size.points >= 24 })
    #expect(texts.filter { $0.role == .title }.allSatisfy { (44...46).contains($0.run.size.points) })
    #expect(texts.filter { $0.role == .source }.allSatisfy { $0.run.size.points == 20 })
  }

  @Test(arguments: ["change", "bars", "columns", "ranking", "grouped", "lines", "share", "ring", "dumbbell"])
  func allIsInsideFromTitleToSource(name: String) throws {
    let spec = try #require(Gallery.all.first { $0.name == name }).spec
    let texts = SceneCheck(drawChart(spec, size: Size(462, 234), context: Bench.context).value).texts
    let title = try #require(texts.first { $0.role == .title })
    let subtitle = try #require(texts.first { $0.role == .subtitle })
    let source = try #require(texts.first { $0.role == .source })
    #expect([title, subtitle, source].allSatisfy { $0.box.minX.points < 0.5 })
    #expect(title.box.maxY <= subtitle.box.maxY)
    let plot = texts.filter { [.valueLabel, .axisLabel].contains($0.role) }
    #expect(!plot.isEmpty)
    #expect(plot.allSatisfy { $0.box.minY >= subtitle.box.maxY && $0.box.maxY <= source.box.minY })
  }
}
