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
      // What extends another theme is read with it by the façade's tests.
      let node = try parseYAML(text, document: path)
      guard node["extends"] == nil else { continue }
      let theme = try Theme.shape.read(node).value
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

  /// Pairs of Sharma, Wu & Dalal 2005, table 1.
  @Test(arguments: [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425), ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (50, 3.2592, 0.3350), 1.0),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082), ((50, -1, 2), (50, 0, 0), 2.3669),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
  ])
  func colorDistance(a: (Double, Double, Double), b: (Double, Double, Double), expected: Double) {
    let distance = LabColor(l: a.0, a: a.1, b: a.2).distance(to: LabColor(l: b.0, a: b.1, b: b.2))
    #expect(abs(distance - expected) < 0.0001)
  }

  private func theme(_ changes: [(String, String)]) throws -> String {
    var text = try #require(contents(of: try Assets().layouts + "/themes/annual.yaml"))
    for (old, new) in changes { text = text.replacing(old, with: new) }
    return text
  }
  private func rules(of text: String) -> [String] {
    do throws(Diagnostics) {
      return try Theme.shape.read(parseYAML(text, document: "t.yaml")).diagnostics.map(\.rule)
    } catch { return error.all.map(\.rule) }
  }

  @Test func colorsThatAreTooPaleOrAlikeAreRefused() throws {
    #expect(try rules(of: theme([])) == [])
    #expect(try rules(of: theme([("#5F6878", "#9AA3B0")])).contains("theme.contrast"))
    // Red and a green of its lightness are one colour to a deuteranope.
    #expect(try rules(of: theme([("#1E7A66", "#7C6A10")])).contains("theme.colors-alike"))
    #expect(try rules(of: theme([("name: annual", "name: x\nfurniture: {cover: ful}")])).contains("field.choice"))
  }

  @Test func keysOfLayouts() throws {
    let base =
      "name: x\npage: {width: 1080px, height: 12000px, endless: true}\nmargins: {top: 65, right: 65, bottom: 65, left: 65}\nsections: [chapters]\n"
    func layout(_ more: String) throws -> Layout { try Layout.shape.read(parseYAML(base + more, document: "x.yaml")).value }
    let enlarged = try layout("scale: 3.25\ntext-columns: 2\ntelling: claims\nclaims: 7\nchapter-start: page\ntype: {body: 0.9}\n")
    #expect(abs(enlarged.measure.points - (1080 - 130) / 3.25) < 0.001)
    #expect(abs((enlarged.measure(textColumns: 2) * 2 + enlarged.gutter * 2 - enlarged.measure).points) < 0.001)
    #expect(enlarged.isEndless && enlarged.isSlides && enlarged.mostClaims == 7 && enlarged.typeScale == [.body: 0.9])
    for wrong in ["text-columns: 9\n", "scale: 0\n", "telling: stories\n", "claims: 3\n", "type: {bodi: 1}\n"] {
      #expect(throws: Diagnostics.self) { try layout(wrong) }
    }
  }
}
