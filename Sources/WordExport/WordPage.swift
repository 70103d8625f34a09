package import Charts
package import Geometry
package import Report

/// The page of a Word document: that of the layout, or A4 where the layout is a picture in pixels or one endless page.
package struct WordPage: Sendable {
  package let size: Size
  package let margins: Insets
  package let columns: Int
  package let gutter: Length
  /// Of figures without rows: across the page, and in half of it.
  private let full: ClosedRange<Length>
  private let half: ClosedRange<Length>

  package init(_ layout: Layout) {
    let isPicture = layout.isPixelDesign || layout.isEndless
    size = isPicture ? Size(width: .pt(595.28), height: .pt(841.89)) : layout.page
    margins = isPicture ? Insets(all: .pt(66.6)) : layout.margins
    columns = isPicture ? 1 : layout.textColumns
    gutter = layout.gutter
    full = layout.fullFigure
    half = layout.halfFigure
  }

  /// Of the type area.
  var measure: Length { size.width - margins.left - margins.right }
  /// Of a column of running text.
  var textMeasure: Length { (measure - gutter * 2 * Double(columns - 1)) / Double(columns) }
  /// So many twelfths with the gutters between them.
  func width(twelfths span: Int) -> Length {
    let twelfth = (measure - gutter * Double(InfographicRow.twelfths - 1)) / Double(InfographicRow.twelfths)
    return twelfth * Double(span) + gutter * Double(span - 1)
  }
  /// Of one of so many cells side by side.
  func width(cellsOf count: Int) -> Length { (measure - gutter * Double(count - 1)) / Double(max(1, count)) }
  /// Within a panel or a list.
  var insetMeasure: Length { textMeasure - .pt(40) }

  /// How large the figures of a manuscript are drawn for such a page.
  package func figureSize(_ place: FigureSlot) -> (size: ChartSize, least: Length?) {
    switch place {
    case .full, .beside: (.wide(textMeasure), columns > 1 ? half.lowerBound : full.lowerBound)
    case .row(let count): (.wide(width(cellsOf: count)), half.lowerBound)
    case .cell(let span): (.wide(width(twelfths: span)), span > 8 ? full.lowerBound : half.lowerBound)
    case .inset: (.wide(insetMeasure), half.lowerBound)
    }
  }
}
