import Diagnostics
import Geometry
import Scales
import Scene

/// A chart brought to one of the few ways of drawing: most of our own marks become layers of plain marks.
struct ChartForm {
  enum Kind {
    case cartesian([Annotation])
    case ring
    case share
    case card
    case timeline
    case ranks
  }
  var spec: ChartSpec
  var layers: [Layer]
  var kind: Kind

  /// Entries where colours are not named on the marks themselves.
  func legend(_ text: ChartText) -> [LegendEntry] {
    guard case .cartesian = kind,
      let main = layers.first(where: { [.bar, .area, .point, .circle, .square, .dumbbell].contains($0.mark.kind) })
    else { return [] }
    let scales = ScaleSet(layers, theme: text.theme, niceX: false, niceY: false)
    guard scales.series.count > 1, main.encoding[.color]?.legend != false,
      main.column(.color) != main.column(main.dimension), !main.namesSeriesBeside,
      !layers.contains(where: { $0.mark.kind == .line })
    else { return [] }
    let colors = SeriesColors(layers, series: scales.series, highlight: spec.highlight, theme: text.theme)
    let symbol: LegendEntry.Symbol = main.mark.kind == .bar || main.mark.kind == .area ? .square : .circle
    return scales.series.map { LegendEntry(label: $0, color: colors.color(series: $0), symbol: symbol) }
  }

  func draw(in area: Rect, text: ChartText, into picture: inout Picture) {
    guard layers.contains(where: { !$0.table.rows.isEmpty }) else {
      picture.diagnostics.append(.error("chart.empty", "the chart has no data to draw"))
      return
    }
    switch kind {
    case .cartesian(let annotations):
      CartesianPlot(layers, spec: spec, annotations: annotations, area: area, text: text)?.draw(into: &picture)
    case .ring: drawRing(parts(text, most: text.theme.ringParts, into: &picture), in: area, text: text, into: &picture)
    case .share:
      drawShare(parts(text, most: text.theme.stackParts, into: &picture), in: area, text: text, into: &picture)
    case .ranks: drawRanks(layers[0], in: area, text: text, into: &picture)
    case .card: drawCard(layers[0], in: area, text: text, into: &picture)
    case .timeline: drawTimeline(layers[0], in: area, text: text, into: &picture)
    }
  }
}

extension ChartSpec {
  /// The chart as layers of plain marks with annotations, or as one of the forms that are drawn on no axes.
  func lowered(in context: ChartContext, size: Size, theme: ChartTheme, diagnostics: inout [Diagnostic]) -> ChartForm {
    var spec = self
    var layers = layers(in: context, diagnostics: &diagnostics)
    var annotations: [Annotation] = []
    var kind: ChartForm.Kind?
    for i in layers.indices {
      switch layers[i].mark.kind {
      case .change: annotations += layers[i].becomeChange(&spec, isWide: size.width / size.height > 1.6)
      case .ranking:
        if layers[i].encoding[.x] == nil, layers[i].encoding[.rank] != nil {
          kind = .ranks
        } else {
          annotations += layers[i].becomeRanking()
        }
      case .ring, .arc: kind = .ring
      case .share: kind = .share
      case .kpi: kind = .card
      case .timeline: kind = .timeline
      default: break
      }
    }
    diagnostics += layers.refusals
    return ChartForm(spec: spec, layers: layers, kind: kind ?? .cartesian(annotations))
  }
}

extension Array where Element == Layer {
  /// What is refused: two measures of different fields and kinds on one plot would need two axes.
  fileprivate var refusals: [Diagnostic] {
    var titles: [String] = []
    for layer in self where layer.type(of: layer.measure) == .quantitative {
      guard let title = layer.encoding[layer.measure]?.title, !titles.contains(title) else { continue }
      titles.append(title)
    }
    guard titles.count > 1 else { return [] }
    return [
      .error(
        "chart.dual-axis", "“\(titles[0])” and “\(titles[1])” would share one plot on two axes, which misleads",
        hint: "draw two charts side by side, or index both to 100")
    ]
  }
}

extension Layer {
  /// Last year's bar beside this year's, with the growth between them.
  fileprivate mutating func becomeChange(_ spec: inout ChartSpec, isWide: Bool) -> [Annotation] {
    let rows = table.rows
    guard let old = rows.first.map({ value(.x, $0).text }), let new = rows.last.map({ value(.x, $0).text }) else {
      return []
    }
    let rate = rows.compactMap { value(.growth, $0) == .null ? nil : value(.growth, $0).text }.last
    mark.kind = .bar
    if spec.highlight.isEmpty { spec.highlight = [new] }
    encoding[.x]?.type = .nominal
    encoding[.y]?.type = .quantitative
    if isWide { (encoding[.x], encoding[.y]) = (encoding[.y], encoding[.x]) }
    return rate.map { [.growth(from: old, to: new, rate: $0)] } ?? []
  }

  /// Rows from the largest down, ties by name, remarks behind the values.
  fileprivate mutating func becomeRanking() -> [Annotation] {
    mark.kind = .bar
    if encoding[.y]?.sort == nil { encoding[.y]?.sort = .field("x", descending: true) }
    encoding[.y]?.type = .nominal
    return table.rows.compactMap { row in
      let remark = value(.badge, row).text
      return remark.isEmpty ? nil : .badge(category: value(.y, row).text, text: remark)
    }
  }
}
