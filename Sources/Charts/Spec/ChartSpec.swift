package import Geometry

/// What a chart shows and how, in Vega-Lite's words; it knows no size and no look.
package struct ChartSpec: Hashable, Sendable {
  /// The finding, and what is measured where and when.
  package struct Title: Hashable, Sendable {
    package var text: String
    package var subtitle: String?
    package init(_ text: String, subtitle: String? = nil) {
      self.text = text
      self.subtitle = subtitle
    }
  }

  package enum Source: Hashable, Sendable {
    case values(DataTable)
    /// Rows of a JSON, CSV or YAML file, fetched by ``ChartContext/load``.
    case url(String)
    /// Figures of an article or indicator set: the context's, or those of a file.
    case indicators(file: String?, concept: String?, area: String?, period: String?)
  }

  package var title: Title?
  package var data: Source?
  package var transform: [ChartTransform] = []
  package var mark: MarkSpec?
  package var encoding = Encoding()
  /// Charts drawn over each other on shared scales; data and encoding are inherited.
  package var layer: [ChartSpec] = []
  /// The spec's own width and height, in pixels; of the plot in Vega-Lite's look, of the whole figure in ours.
  package var width: Double?
  package var height: Double?
  package var pixels: Size? {
    guard let width, let height else { return nil }
    return Size(width, height)
  }
  /// Who says so; printed below the plot.
  package var source: String?
  package var note: String?
  /// Categories drawn in the theme's strong colour, all others in grey.
  package var highlight: [String] = []
  /// Replaces the computed text for readers who do not see the chart.
  package var alt: String?
  /// The unit of the plotted values; its multiplier is what they are counted in.
  package var unit: String?

  package init(_ mark: MarkSpec? = nil, title: Title? = nil, data: DataTable? = nil, encoding: Encoding = Encoding()) {
    self.mark = mark
    self.title = title
    self.data = data.map { .values($0) }
    self.encoding = encoding
  }
}

/// What is drawn for each row, with its own settings.
package struct MarkSpec: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case bar, line, area, point, circle, square, rule, text, arc, tick, rect
    // What Vega-Lite lacks.
    case kpi, ring, share, ranking, dumbbell, change, timeline
  }
  package enum Orientation: String, Hashable, Sendable, CaseIterable { case horizontal, vertical }
  package enum Align: String, Hashable, Sendable, CaseIterable { case left, center, right }
  package enum Baseline: String, Hashable, Sendable, CaseIterable { case top, middle, bottom, alphabetic }

  package var kind: Kind
  package var orient: Orientation?
  package var color: Color?
  package var opacity: Double?
  package var size: Double?
  package var strokeWidth: Double?
  package var strokeDash: [Double] = []
  package var interpolate: String?
  package var point: Bool?
  package var innerRadius: Double?
  package var align: Align?
  package var baseline: Baseline?
  package var dx: Double?
  package var dy: Double?

  package init(_ kind: Kind, orient: Orientation? = nil) {
    self.kind = kind
    self.orient = orient
  }
}
