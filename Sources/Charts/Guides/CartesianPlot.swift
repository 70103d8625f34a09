import Diagnostics
import Geometry
import Scales
import Scene
import Typesetting

/// A plot on two axes: scales fitted to the measured labels, then guides, then marks. Positions in points of the figure.
struct CartesianPlot {
  private(set) var layers: [Layer]
  let text: ChartText
  let words: ChartWords
  let colors: SeriesColors
  let values: ValueLabels
  let unit: String?
  var scales: ScaleSet
  /// Where the marks are.
  var plot: Rect
  /// Bars and points carry their values, so there is neither axis nor grid for them.
  var labelsValues: Bool
  var annotations: [Annotation]
  /// Most room for the names of rows.
  var nameColumn = 0.0
  /// Rows that found no room.
  private(set) var dropped: [String] = []
  /// Thickness of a single bar.
  var thickness = 0.0

  var theme: ChartTheme { text.theme }
  /// The layer that decides about direction and labels: the first with bars, else the first.
  var main: Layer { layers.first { $0.mark.kind == .bar } ?? layers[0] }
  var isHorizontal: Bool { main.isHorizontal }
  /// Distance between a mark and its value, and between an axis and its labels.
  var gap: Double { max(theme.clearance + 1, theme.label.size * 0.45) }

  init?(_ layers: [Layer], spec: ChartSpec, annotations: [Annotation], area: Rect, text: ChartText) {
    guard !layers.isEmpty, layers.contains(where: { !$0.table.rows.isEmpty }) else { return nil }
    self.layers = layers
    self.text = text
    self.annotations = annotations
    unit = spec.unit
    words = ChartWords(text.language)
    let main = layers.first { $0.mark.kind == .bar } ?? layers[0]
    values = ValueLabels(
      layers, unit: spec.unit, format: main.encoding[main.measure]?.format ?? main.encoding[main.measure]?.axis?.format,
      words: words)
    plot = area
    labelsValues = false
    scales = ScaleSet(layers, theme: text.theme, niceX: false, niceY: false)
    colors = SeriesColors(layers, series: scales.series, highlight: spec.highlight, theme: text.theme)
    dropRows(in: area)
    let hasText = layers.contains { $0.mark.kind == .text }
    let hasBars = main.mark.kind == .bar && main.isDiscrete(main.dimension)
    let hidden = main.encoding[main.measure]?.axis?.isShown == false
    labelsValues = text.theme.labelsBars && hasBars && !main.isStacked && !hasText
    if main.mark.kind == .dumbbell { labelsValues = true }
    if labelsValues { labelsValues = valuesFit(in: area) }
    if !labelsValues, !hidden {
      scales = ScaleSet(layers, theme: text.theme, niceX: main.isHorizontal, niceY: !main.isHorizontal)
    }
    fit(in: area)
  }

  /// Chooses the width of the column of names so that all rows fit under each other; where they do not even in half of
  /// the plot, the last ones that are not highlighted go.
  private mutating func dropRows(in area: Rect) {
    nameColumn = area.size.width.points * 0.36
    guard main.isHorizontal, isAxisShown(.y), case .band(let band)? = scales.y?.kind else { return }
    let height = area.size.height.points
    func needed(_ names: [String]) -> Double {
      let lines = names.map { categoryLines($0, width: nameColumn).count }.max() ?? 1
      return Double(names.count) * (Double(lines) * theme.label.leading + theme.clearance)
    }
    var names = band.domain
    for share in [0.36, 0.44, 0.52] {
      nameColumn = area.size.width.points * share
      if needed(names) <= height { return }
    }
    while names.count > 1, needed(names) > height {
      let last = names.lastIndex { !colors.highlight.contains($0) } ?? names.count - 1
      dropped.insert(names.remove(at: last), at: 0)
    }
    let gone = Set(dropped)
    for i in layers.indices {
      let layer = layers[i]
      layers[i].table.rows.removeAll { gone.contains(layer.value(.y, $0).text) }
    }
    scales = ScaleSet(layers, theme: theme, niceX: false, niceY: false)
  }

  /// Whether each bar has room for its value in a row of columns.
  private func valuesFit(in area: Rect) -> Bool {
    guard !main.isHorizontal, case .band(let band)? = scales.x?.kind else { return true }
    let bars = Double(max(1, band.domain.count * max(1, scales.offsets.count)))
    let room = area.size.width.points / bars
    let widest =
      main.table.rows.compactMap { row in main.value(.y, row).number.map { text.width(label(row, $0), .value) } }.max()
      ?? 0
    return widest + theme.clearance <= room
  }

  func label(_ row: DataTable.Row, _ value: Double) -> String {
    values.text(
      value, series: main.value(.color, row), qualifier: main.value(.qualifier, row), status: main.value(.status, row))
  }

  func draw(into picture: inout Picture) {
    for name in dropped {
      picture.diagnostics.append(
        .warning(
          "chart.row-dropped", "there is no room for the row “\(name)”",
          hint: "make the chart higher or show fewer rows"))
    }
    for (channel, scale) in [(Encoding.Channel.x, scales.x), (.y, scales.y)] where scale == nil {
      guard let spec = layers.lazy.compactMap({ $0.encoding[channel] }).first, let field = spec.field else { continue }
      picture.diagnostics.append(
        .error(
          "chart.scale", "no value of “\(field)” can be placed on \(channel.rawValue)",
          hint: spec.type == .temporal ? "dates are written as 2022, 2022-12 or 2022-12-31" : nil))
    }
    drawGuides(into: &picture)
    for layer in layers {
      switch layer.mark.kind {
      case .bar: drawBars(layer, into: &picture)
      case .line: drawLines(layer, into: &picture)
      case .area: drawAreas(layer, into: &picture)
      case .point, .circle, .square: drawPoints(layer, into: &picture)
      case .rule: drawRules(layer, into: &picture)
      case .tick: drawTicks(layer, into: &picture)
      case .rect: drawCells(layer, into: &picture)
      case .text: drawTexts(layer, into: &picture)
      case .dumbbell: drawDumbbells(layer, into: &picture)
      default: break
      }
    }
    for annotation in annotations { draw(annotation, into: &picture) }
  }
}

/// Something said about a plot's marks.
enum Annotation: Hashable {
  /// An arrow from the bar of one category to that of another, with a rate in a pill.
  case growth(from: String, to: String, rate: String)
  /// A remark after the bar or point of a category.
  case badge(category: String, text: String)
}
