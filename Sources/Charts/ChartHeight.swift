import Diagnostics
package import Geometry

/// The height that suits a chart at a width: as many rows as it has, a plot of 16:9 to 4:3 for columns and lines, and
/// the lines of title, subtitle, note and source. For layouts that give a figure what it needs.
package func chartHeight(_ spec: ChartSpec, width: Length, context: ChartContext) -> Length {
  let theme = context.theme ?? .suited(to: Size(width: width, height: width))
  let text = ChartText(typesetter: context.typesetter, theme: theme, language: context.language)
  // The furniture does not depend on the height, only the form of a change does: as wide as it would be drawn.
  let size = Size(width: width, height: width * 0.5)
  var diagnostics: [Diagnostic] = []
  let form = spec.lowered(in: context, size: size, theme: theme, diagnostics: &diagnostics)
  let furniture = Furniture(form.spec, legend: form.legend(text), size: size, text: text)
  let inner = width.points - 2 * theme.margin
  return .pt(2 * theme.margin + furniture.headHeight + form.plotHeight(width: inner, text: text) + furniture.footHeight)
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
      guard main.isHorizontal, main.isDiscrete(.y) else { return width > theme.unit * 80 ? width * 0.38 : width * 0.5 }
      let names = main.column(.y).map { main.table.categories(of: $0) } ?? []
      let group = Double(max(1, main.column(.yOffset).map { main.table.categories(of: $0).count } ?? 1))
      let lines = names.map { text.width($0, .label) > width * 0.36 ? 2.0 : 1 }.max() ?? 1
      let few = names.count <= 3 ? bar : bar * 0.64
      let step =
        main.mark.kind == .dumbbell
        ? bar * 1.25 : max(few * group * (1 + theme.barGap), lines * theme.label.leading + theme.clearance * 2)
      return Double(names.count) * step + (main.mark.kind == .dumbbell ? 0 : -few * theme.barGap)
    }
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
