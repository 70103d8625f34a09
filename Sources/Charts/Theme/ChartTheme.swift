package import Geometry

/// A look as data: colours, type sizes, distances, tick rules and where guides stand. Lengths are points (of a page) or
/// pixels (of a card), which are the same here.
package struct ChartTheme: Hashable, Sendable {
  package struct Palette: Hashable, Sendable {
    package var ink = Color(red: 0x1A, green: 0x1F, blue: 0x2B)
    package var ink2 = Color(red: 0x4A, green: 0x53, blue: 0x63)
    package var ink3 = Color(red: 0x5F, green: 0x68, blue: 0x78)
    package var rule = Color(red: 0xC9, green: 0xCF, blue: 0xD8)
    package var grid = Color(red: 0xE3, green: 0xE7, blue: 0xED)
    package var tint = Color(red: 0xF3, green: 0xF6, blue: 0xFA)
    package var brand = Color(red: 0x0A, green: 0x35, blue: 0x66)
    package var sky = Color(red: 0x3D, green: 0x94, blue: 0xDB)
    package var red = Color(red: 0xC2, green: 0x36, blue: 0x16)
    package var amber = Color(red: 0xBF, green: 0x83, blue: 0x00)
    package var teal = Color(red: 0x1E, green: 0x7A, blue: 0x66)
    package var context = Color(red: 0x87, green: 0x90, blue: 0xA0)
    package var background = Color.white
    /// The order in which categories take colours.
    package var categories: [Color] { [brand, sky, red, amber, teal, context] }
    package init() {}

    /// What a text in this series' colour is set in: only colours that read on white (4.5:1) stay as they are.
    package func textColor(of series: Color) -> Color { series.contrast(with: background) >= 4.5 ? series : ink }
    /// What is read best on a mark of this colour.
    package func textColor(on mark: Color) -> Color { mark.contrast(with: .white) >= 4.5 ? .white : ink }
  }

  /// Size and leading.
  package struct TypeSize: Hashable, Sendable {
    package var size: Double
    package var leading: Double
    package init(_ size: Double, _ leading: Double) {
      self.size = size
      self.leading = leading
    }
  }

  package var name: String
  package var palette = Palette()
  package var title: TypeSize
  package var subtitle: TypeSize
  package var label: TypeSize
  package var value: TypeSize
  package var source: TypeSize
  package var kpiFigure: TypeSize
  package var kpiLabel: TypeSize
  package var kpiNote: TypeSize
  /// The smallest distance; all others are its multiples. 4.5 in print.
  package var unit: Double
  /// Outer margin of a picture that stands alone; 0 inside a page.
  package var margin: Double
  /// Between title and subtitle.
  package var titleGap: Double
  /// A short bar above the title of a picture that stands alone.
  package var brandTag: Size?
  package var barThickness: ClosedRange<Double>
  /// Thickest bar where two columns alone carry the chart.
  package var columnThickness: Double
  /// Gap between bars as a share of their thickness.
  package var barGap = 0.6
  package var subjectLine: Double
  package var contextLine: Double
  package var hairline: Double
  package var baselineWidth: Double
  package var marker: Double
  /// Free space that a text keeps to texts, marks and borders.
  package var clearance: Double
  /// Gridlines that are asked for; 3 to 5 come out.
  package var tickCount = 4.0
  /// Values stand on the bars, and axis and grid go.
  package var labelsBars = true
  /// Categories in alphabetical order as in Vega-Lite, or as the data come.
  package var sortsCategories = false
  /// A picture that stands alone sets a plot lower than its highest place, by this share of what is left of its height.
  package var lowering: Double { margin > 0 ? 0.35 : 0 }
  package var ringParts = 3
  package var stackParts = 5

  package var fonts = ["regular": "sans-regular", "medium": "sans-medium", "bold": "sans-bold"]

  /// Figures on an A4 page (VISUAL: "Type", "Charts").
  package static let annual = ChartTheme(
    name: "annual", title: .init(10.5, 15), subtitle: .init(8.5, 12), label: .init(8, 11), value: .init(8.5, 11),
    source: .init(8, 11), kpiFigure: .init(34, 36), kpiLabel: .init(9.5, 13.5), kpiNote: .init(8, 11), unit: 4.5,
    margin: 0, titleGap: 0, brandTag: nil, barThickness: 10...28, columnThickness: 45, subjectLine: 1.6,
    contextLine: 0.9,
    hairline: 0.4, baselineWidth: 0.6, marker: 4.5, clearance: 2)

  /// An article's picture of 1200 × 675 px, read at half that size.
  package static let card = ChartTheme(
    name: "card", title: .init(46, 60), subtitle: .init(26, 36), label: .init(26, 36), value: .init(28, 36),
    source: .init(20, 28), kpiFigure: .init(96, 100), kpiLabel: .init(28, 38), kpiNote: .init(24, 34), unit: 12,
    margin: 48, titleGap: 6, brandTag: Size(48, 8), barThickness: 28...100, columnThickness: 150, subjectLine: 5,
    contextLine: 3,
    hairline: 1.2, baselineWidth: 2, marker: 14, clearance: 6)

  /// 1080 × 1080 px: one number or one chart of few marks.
  package static let square: ChartTheme = {
    var theme = card
    theme.name = "square"
    theme.title = .init(54, 72)
    theme.subtitle = .init(30, 42)
    theme.label = .init(28, 40)
    theme.value = .init(30, 40)
    theme.kpiFigure = .init(168, 176)
    theme.kpiLabel = .init(40, 56)
    theme.kpiNote = .init(34, 48)
    theme.margin = 72
    return theme
  }()

  /// A figure in a long image, 960 px wide between the image's own margins.
  package static let longImage: ChartTheme = {
    var theme = card
    theme.name = "long-image"
    theme.title = .init(38, 52)
    theme.subtitle = .init(30, 42)
    theme.label = .init(28, 38)
    theme.value = .init(30, 38)
    theme.source = .init(26, 36)
    theme.kpiLabel = .init(30, 42)
    theme.kpiNote = .init(28, 40)
    theme.margin = 0
    theme.brandTag = nil
    return theme
  }()

  /// The built-in theme of a size class: sizes from 640 wide are pixels.
  package static func suited(to size: Size) -> ChartTheme {
    guard size.width.points >= 640 else { return .annual }
    return size.height.points >= 0.9 * size.width.points ? .square : .card
  }
}
