import Geometry

/// Which colour each row is drawn in: one strong colour for what is highlighted and grey for the rest, or the palette.
struct SeriesColors {
  let theme: ChartTheme
  let series: [String]
  let highlight: [String]
  private let given: [Color]
  /// Two areas side by side are told apart by the strongest contrast.
  private let isPair: Bool

  init(_ layers: [Layer], series: [String], highlight: [String], theme: ChartTheme) {
    self.theme = theme
    self.series = series
    self.highlight = highlight
    isPair = layers.contains { $0.mark.kind == .dumbbell }
    given =
      layers.lazy.compactMap { $0.encoding[.color]?.scale?.range }.first { !$0.isEmpty }?.compactMap {
        Color(hex: $0.text)
      } ?? []
  }

  /// Greys for what is not highlighted, from the strongest down; all apart from white by 3:1 or labelled directly.
  private var greys: [Color] {
    let grey = theme.palette.context
    return [grey, grey.mixed(with: .white, 0.35), grey.mixed(with: .white, 0.6)]
  }

  func color(series name: String) -> Color {
    let place = series.firstIndex(of: name) ?? 0
    if !given.isEmpty { return given[place % given.count] }
    if isPair, highlight.isEmpty { return [theme.palette.brand, theme.palette.red, theme.palette.context][place % 3] }
    guard !highlight.isEmpty, series.contains(where: highlight.contains) else {
      return theme.palette.categories[place % theme.palette.categories.count]
    }
    if highlight.contains(name) {
      let rank = series.filter(highlight.contains).firstIndex(of: name) ?? 0
      return rank == 0 ? theme.palette.brand : theme.palette.categories[rank % theme.palette.categories.count]
    }
    let rank = series.filter { !highlight.contains($0) }.firstIndex(of: name) ?? 0
    return greys[rank % greys.count]
  }

  /// The colour of a row of `layer`.
  func color(_ row: DataTable.Row, of layer: Layer) -> Color {
    if let color = layer.mark.color { return color }
    if let value = layer.encoding[.color]?.value { return Color(hex: value.text) ?? theme.palette.brand }
    if layer.encoding[.color]?.field != nil { return color(series: layer.value(.color, row).text) }
    let name = layer.value(layer.dimension, row).text
    return highlight.isEmpty || highlight.contains(name) ? theme.palette.brand : theme.palette.context
  }

  func isHighlighted(_ row: DataTable.Row, of layer: Layer) -> Bool {
    highlight.contains(layer.value(layer.dimension, row).text) || highlight.contains(layer.value(.color, row).text)
  }
}
