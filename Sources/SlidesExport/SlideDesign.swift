package import Charts
package import Geometry
package import Report
import StructuredData

/// Where things stand on a slide: lengths of a design whose type has the sizes of the theme, which a slide shows enlarged.
package struct SlideDesign: Sendable {
  package let size: Size
  /// English Metric Units for a point of the design: a slide is 13⅓ inches wide.
  let unit: Double
  let margin = Length.pt(27.5)
  let gutter = Length.pt(12)

  /// The layout's own page where it is wider than high, else 16 : 9.
  package init(_ layout: Layout) {
    let isWide = layout.page.width > layout.page.height * 1.2
    size =
      isWide
      ? Size(width: .pt(548.6), height: .pt(548.6) * (layout.page.height / layout.page.width)) : Size(width: .pt(548.6), height: .pt(308.6))
    unit = 12_192_000 / size.width.points
  }

  func emu(_ length: Length) -> Int { Int((length.points * unit).rounded()) }
  /// Hundredths of a point as shown.
  func typeSize(_ length: Length) -> Int { Int((length.points * unit / 12_700 * 2).rounded()) * 50 }

  var title: Rect { Rect(margin.points, 16, width.points, 42) }
  var width: Length { size.width - margin * 2 }
  /// Below the title, above the foot.
  var content: Rect { Rect(margin.points, 74, width.points, size.height.points - 74 - 25) }

  func width(twelfths span: Int) -> Length {
    let twelfth = (width - gutter * Double(InfographicRow.twelfths - 1)) / Double(InfographicRow.twelfths)
    return twelfth * Double(span) + gutter * Double(span - 1)
  }
  func width(cellsOf count: Int) -> Length { (width - gutter * Double(count - 1)) / Double(max(1, count)) }

  /// Heights of the lines round a figure: what is measured, and notes with the source.
  var subtitleHeight: Length { .pt(17) }
  var footHeight: Length { .pt(16) }
  private var figureHeight: Length { content.size.height - subtitleHeight - footHeight }

  /// How large the figures of a manuscript are drawn for a slide.
  package func figureSize(_ place: FigureSlot, _ figure: ChartFigure) -> (size: ChartSize, least: Length?) {
    let size: Size =
      switch place {
      case .full, .inset: Size(width: tableFits(figure) ? width * 0.64 : width, height: figureHeight)
      case .beside: Size(width: width * 0.64, height: figureHeight)
      case .row(let count): Size(width: width(cellsOf: count), height: figureHeight - .pt(16))
      case .cell(let span): Size(width: width(twelfths: span), height: figureHeight - .pt(16))
      }
    return (.fixed(size), nil)
  }

  /// Whether a figure's data stand beside it: a few rows of few fields that the spec itself holds.
  func tableFits(_ figure: ChartFigure) -> Bool {
    guard figure.spec["layer"] == nil, let rows = figure.spec["data"]?["values"]?.sequence, (1...8).contains(rows.count) else {
      return false
    }
    return (figure.spec["encoding"]?.mapping?.entries.count ?? 9) <= 6
  }
}
