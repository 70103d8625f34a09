import Diagnostics
package import Geometry

/// Heights in which a chart of some width looks well.
package struct ChartExtent: Hashable, Sendable {
  package var least: Length
  package var natural: Length
  package var greatest: Length
}

/// The heights that suit a chart at a width: as many rows as it has, a plot of 16:9 to 4:3 for columns and lines, and
/// the lines of title, subtitle, note and source. Rows may stand a little closer and never farther apart; columns and lines
/// may be a sixth lower or higher. For layouts that give a figure what it needs.
package func chartExtent(_ spec: ChartSpec, width: Length, context: ChartContext) -> ChartExtent {
  let theme = context.theme ?? .suited(to: Size(width: width, height: width))
  let text = ChartText(typesetter: context.typesetter, theme: theme, language: context.language)
  // The furniture does not depend on the height, only the form of a change does: as wide as it would be drawn.
  let size = Size(width: width, height: width * (width.points > theme.unit * 80 ? 0.5 : 0.75))
  var diagnostics: [Diagnostic] = []
  let form = spec.lowered(in: context, size: size, theme: theme, diagnostics: &diagnostics)
  let furniture = Furniture(form.spec, legend: form.legend(text), size: size, text: text)
  let inner = width.points - 2 * theme.margin
  let plot = form.plotHeight(width: inner, text: text)
  let rest = 2 * theme.margin + furniture.headHeight + furniture.footHeight
  let give = form.plotGive
  return ChartExtent(
    least: .pt(rest + plot * give.least), natural: .pt(rest + plot), greatest: .pt(rest + plot * give.greatest))
}

extension ChartForm {
  /// The plot's own height, from its rows or its proportions.
  func plotHeight(width: Double, text: ChartText) -> Double {
    let theme = text.theme
    let rows = Double(max(1, layers.first?.table.rows.count ?? 1))
    let bar = theme.barThickness.upperBound
    switch kind {
    case .card: return cardGrid(layers[0], width: width, text: text).height
    case .share: return theme.title.leading + 2 * theme.label.leading + bar + theme.unit * 6
    case .ring: return min(width * 0.5, theme.unit * 27)
    case .ranks:
      return rows * max(theme.value.size * 1.9, theme.label.leading * 2) * 1.2 + theme.label.leading + theme.unit * 2
    case .timeline: return timelineHeight(width: width, text: text)
    case .cartesian:
      guard let main = layers.first(where: { $0.mark.kind == .bar || $0.mark.kind == .dumbbell }) ?? layers.first else {
        return width / 2
      }
      guard main.isHorizontal, main.isDiscrete(.y) else { return width > theme.unit * 80 ? width * 0.38 : width * 0.62 }
      let names = main.column(.y).map { main.table.categories(of: $0) } ?? []
      let group = Double(max(1, main.column(.yOffset).map { main.table.categories(of: $0).count } ?? 1))
      let lines = names.map { text.width($0, .label) > width * 0.36 ? 2.0 : 1 }.max() ?? 1
      let few = names.count <= 3 ? bar * 0.75 : bar * 0.64
      let step =
        main.mark.kind == .dumbbell
        ? bar * 1.25 : max(few * group * (1 + theme.barGap), lines * theme.label.leading + theme.clearance * 2)
      return Double(names.count) * step + (main.mark.kind == .dumbbell ? 0 : -few * theme.barGap)
    }
  }

  /// Least and greatest height of the plot as shares of its natural one.
  var plotGive: (least: Double, greatest: Double) {
    guard case .cartesian = kind else { return (1, 1) }
    guard let main = layers.first(where: { $0.mark.kind == .bar || $0.mark.kind == .dumbbell }) ?? layers.first,
      main.isHorizontal, main.isDiscrete(.y)
    else { return (5.0 / 6, 7.0 / 6) }
    return main.mark.kind == .dumbbell ? (1, 1) : (5.0 / 6, 1)
  }

  private func timelineHeight(width: Double, text: ChartText) -> Double {
    guard let layer = layers.first else { return 0 }
    let theme = text.theme
    let dates = layer.table.rows.map { text.width(layer.value(.x, $0).text, .value) }.max() ?? 0
    let column = width - dates - theme.unit * 6
    return layer.table.rows.reduce(-theme.unit * 4) { height, row in
      let lines =
        text.lines(layer.value(.label, row).text, .labelStrong, width: column).count
        + text.lines(layer.value(.text, row).text, .label, width: column).count
      return height + Double(max(1, lines)) * theme.label.leading + theme.unit * 4
    }
  }
}
