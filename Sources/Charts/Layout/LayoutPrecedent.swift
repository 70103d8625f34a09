/// What one layout of a chart tells the next, of the same chart at about the same size: a guess to begin with, which is checked
/// by the layout made of it.
package struct LayoutPrecedent: Sendable {
  /// Whether columns became rows, for names that did not fit under columns.
  let isTurned: Bool
  let guides: GuideRoom
  /// What no size changes; nil for grids of views.
  let prepared: ChartCompilation.Prepared?

  /// All but what takes room in memory.
  package var guess: LayoutPrecedent { LayoutPrecedent(isTurned: isTurned, guides: guides, prepared: nil) }
}

/// The room that axes, legends and labels take beside a plot, in whole pixels.
struct GuideRoom: Hashable, Sendable {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// - Parameter bounds: of all that is drawn, in the plot's coordinates.
  init(around bounds: Box, of plot: PlotSize) {
    left = max(0, (-bounds.x1).rounded(.up))
    right = max(0, (bounds.x2 - plot.width).rounded(.up))
    top = max(0, (-bounds.y1).rounded(.up))
    bottom = max(0, (bounds.y2 - plot.height).rounded(.up))
  }

  /// The plot that the guides leave room for, a pixel a side at least.
  func plot(within size: (width: Double, height: Double)) -> PlotSize {
    PlotSize(width: max(1, size.width - left - right), height: max(1, size.height - top - bottom))
  }
}
