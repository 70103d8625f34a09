import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// The names of series at the right ends of their lines, which make a legend of colours needless.
struct LineEndLabels {
  var items: [SceneItem]
  /// The scale that the names explain.
  var scale: Int
}

extension SceneBuilder {
  /// The names of a plot's lines at their ends; nil where a legend serves better: one line ends before the others, names would be
  /// pushed away from their ends, or take too much of the width.
  ///
  /// - Parameter isSettled: whether they are known to fit, so that only their places are wanted.
  func lineEndLabels(_ view: ViewModel, _ size: PlotSize, isSettled: Bool) -> LineEndLabels? {
    let figure = config["figure"]
    guard figure.bool("lineEndLabels") == true else { return nil }
    let units = view.units
    let lines = units.filter { $0.mark == .line && $0.orient != .horizontal }
    // Other colours, dashes or shapes would still want their legend.
    guard lines.count == 1, let unit = lines.first, let scale = table[unit.id, .color], scales[scale].type.hasCategories,
      let definition = unit.field(.color), definition.isField, !definition.legend.isNull, definition.legend.value == nil,
      !units.contains(where: { other in [.area, .bar, .rect, .arc, .text].contains(other.mark) || isColoured(other, scale) }),
      ![Channel.strokeDash, .stroke, .opacity, .strokeWidth, .size].contains(where: { unit.field($0) != nil }),
      (2...8).contains(scales[scale].categories.count)
    else { return nil }
    var look = TextLook(config["figure"], prefix: "lineEnd")
    let height = look.size * 1.2
    let gap = look.size / 3
    var ends: [(name: String, value: DataValue, x: Double, y: Double, color: Color)] = []
    for item in marks(of: unit) {
      guard let places = item.datum?.places, let last = places.max(by: { $0.at.x < $1.at.x }), let name = item.datum?.series,
        let value = scales[scale].categories.first(where: { $0.asText == name }), case .shape(let shape, _) = item.content,
        let color = shape.stroke?.color
      else { return nil }
      ends.append((name, value, last.at.x.points, last.at.y.points, color))
    }
    guard ends.count == scales[scale].categories.count, Set(ends.map(\.name)).count == ends.count,
      let right = ends.map(\.x).max(), let left = ends.map(\.x).min(), right - left < 1, right > size.width * 0.8
    else { return nil }
    // A name stands clear of the dot that its line ends in.
    let dots = units.filter { [.point, .circle, .square].contains($0.mark) }.flatMap { marks(of: $0) }
    let start = max(right, dots.map(\.bounds.x2).max() ?? right) + gap
    ends.sort { ($0.y, $0.name) < ($1.y, $1.name) }
    let places = spread(ends.map(\.y), heights: ends.map { _ in height }, within: 0...max(height, size.height))
    let widest = ends.map { text.width($0.name, look) }.max() ?? 0
    if !isSettled {
      let most = zip(places, ends).map { abs($0 - $1.y) }.max() ?? 0
      guard most <= height * 0.75, widest <= (figure.number("lineEndWidth") ?? 260) else { return nil }
    }
    var items: [SceneItem] = []
    let ink = look.color
    for (end, y) in zip(ends, places) {
      look.color = end.color.readable(towards: ink)
      items +=
        text.place(
          [end.name], look, x: start, y: y, align: .left, baseline: .middle, role: .legendLabel,
          datum: DatumReference(series: end.name)
        ).items
    }
    return LineEndLabels(items: items, scale: scale)
  }

  /// Whether a unit has colours of another scale.
  private func isColoured(_ unit: UnitModel, _ scale: Int) -> Bool {
    [Channel.color, .fill, .stroke, .shape].contains { channel in table[unit.id, channel].map { $0 != scale } ?? false }
  }
}

extension Color {
  /// This colour as one for small text on white: mixed with ink until it has the contrast 4.5 of WCAG 2.2 (1.4.3).
  func readable(towards ink: Color) -> Color {
    let mixes = stride(from: 0.0, through: 1.0, by: 0.05).map { mixed(with: ink, $0) }
    return mixes.first { $0.contrast(with: .white) >= 4.5 } ?? ink
  }
}
