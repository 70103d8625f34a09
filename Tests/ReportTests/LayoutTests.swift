import Assets
import Diagnostics
import Geometry
import Report
import StructuredData
import Testing

@Suite struct LayoutTests {
  @Test func lengths() {
    #expect(Length(text: "10.5") == .pt(10.5))
    #expect(Length(text: "210mm").map { abs($0.points - 595.275_59) < 0.001 } == true)
    #expect(Length(text: "1200px") == .pt(1200))
    for bad in ["", "mm", "-3", "1e9", "nan", "12 pt x"] { #expect(Length(text: bad) == nil) }
  }

  @Test func theShippedAnnualLayoutHoldsItsRelations() throws {
    let assets = try Assets()
    let path = assets.layouts + "/annual.yaml"
    let text = try #require(contents(of: path))
    let layout = try Layout.shape.read(parseYAML(text, document: path)).value
    // A measure is a whole number of characters, the type area a whole number of lines.
    #expect(abs(layout.measure / .pt(10.5) - 44) < 0.001)
    #expect(abs(layout.typeArea.height / layout.baseline - 38) < 0.001)
    #expect(abs((layout.width(columns: 6) * 2 + layout.gutter).points - layout.measure.points) < 1e-9)
  }

  @Test func everyStyleOfTheShippedThemeIsThere() throws {
    let assets = try Assets()
    for path in assets.files(in: assets.layouts + "/themes", suffix: ".yaml") {
      let text = try #require(contents(of: path))
      let theme = try Theme.shape.read(parseYAML(text, document: path)).value
      for role in TypeRole.allCases { #expect(theme.styles[role] != nil, "\(path): \(role)") }
      // Text is read on white.
      for name in ["ink", "ink-2", "ink-3", "brand"] { #expect(theme.color(name).contrast(with: .white) >= 4.5) }
    }
  }

  @Test func wrongKeysAreNamedWithThePlaceAndTheNearest() throws {
    let text = "name: x\npage: {width: 210mm, height: 297mm}\nmargin: {top: 1, right: 1, bottom: 1, left: 1}\nsections: [covr]\n"
    let node = try parseYAML(text, document: "x.yaml")
    let error = #expect(throws: Diagnostics.self) { try Layout.shape.read(node) }
    let all = error?.all ?? []
    #expect(all.contains { $0.rule == "field.unknown" && $0.span?.start?.line == 3 && $0.hint?.contains("margins") == true })
    #expect(all.contains { $0.rule == "field.choice" && $0.hint?.contains("cover") == true })
  }
}
