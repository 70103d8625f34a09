import Scales
import Testing

@Suite struct ColorTests {
  @Test(arguments: [
    ("steelblue", "#4682b4"), ("#abc", "#aabbcc"), ("#11223380", "#112233"), ("rgb(1, 2, 3)", "#010203"),
    ("rgba(255,0,0,0.5)", "#ff0000"), ("hsl(120, 100%, 25%)", "#008000"), ("RebeccaPurple", "#663399"),
    ("rgb(100%, 0%, 50%)", "#ff0080"), ("hsl(-60, 1, 0.5)", "#ff00ff"),
  ])
  func coloursAreReadAsCSSWritesThem(text: String, hex: String) {
    #expect(RGBColor(text)?.hex == hex)
  }

  @Test(arguments: ["", "#12", "#ggg", "blu", "rgb(1,2)", "rgb(a,b,c)", "hsl(1,2,3", "rgb(nan,0,0)"])
  func whatIsNoColourIsRefused(text: String) { #expect(RGBColor(text) == nil) }

  /// Answers of Vega 6.2 for a scale from red to blue.
  @Test(arguments: [
    (ColorSpace.rgb, "rgb(128, 0, 128)"), (.hsl, "rgb(255, 0, 255)"), (.hslLong, "rgb(0, 255, 0)"),
    (.lab, "rgb(193, 0, 136)"), (.hcl, "rgb(245, 0, 134)"), (.hclLong, "rgb(0, 130, 64)"),
    (.cubehelix, "rgb(238, 0, 209)"), (.cubehelixLong, "rgb(238, 0, 209)"),
  ])
  func spacesAgreeWithVega(space: ColorSpace, text: String) throws {
    let (red, blue) = (try #require(RGBColor("red")), try #require(RGBColor("blue")))
    #expect(mixed(red, blue, 0.5, in: space).description == text)
  }

  @Test func mixingKeepsItsEnds() throws {
    let (red, blue) = (try #require(RGBColor("red")), try #require(RGBColor("blue")))
    #expect(mixed(red, blue, 0.5, in: .rgb, gamma: 2).description == "rgb(180, 0, 180)")
    for space in ColorSpace.allCases {
      #expect(mixed(red, blue, 0, in: space).hex == "#ff0000" && mixed(red, blue, 1, in: space).hex == "#0000ff", "\(space)")
    }
  }

  @Test func schemesAreVegas() throws {
    #expect(ColorScheme.named("category10")?.colors.map(\.hex).first == "#1f77b4")
    #expect(ColorScheme.named("Tableau10")?.colors.count == 10)
    let blues = try #require(ColorScheme.named("blues"))
    #expect(blues.kind == .sequential && blues.color(at: 0).hex == "#cfe1f2" && blues.color(at: 1).hex == "#0a4a90")
    #expect(ColorScheme.named("redblue")?.kind == .diverging && ColorScheme.named("sinebow")?.kind == .cyclic)
    #expect(ColorScheme.named("blues-3")?.colors.count == 3)
    #expect(ColorScheme.named("blue") == nil && ColorScheme.names.count == 68)
  }
}
