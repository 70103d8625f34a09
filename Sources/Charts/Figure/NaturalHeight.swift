import Geometry
import Grammar
import StructuredData

extension ChartCompilation {
  /// The height that suits a plot in an area of some width, and by what share it may be lower or higher: rows have a step of their
  /// own, cards and entries their texts' height, all else proportions with its axes and legends.
  ///
  /// - Parameters:
  ///   - width: of the area, in pixels of the design.
  ///   - guides: the height that axes and legends take.
  ///   - needed: the height of its cards and entries; nil where there are none, or where they are not set yet.
  func naturalPlot(
    _ scales: [ScaleFunction], width: Double, guides: Double, needed: Double?
  ) -> (height: Double, give: ClosedRange<Double>) {
    let figure = config["figure"]
    if let needed { return (needed, 1...1) }
    let units = prepared.model.units
    if let bar = units.first(where: { $0.properties.bool("partLabels") == true }) {
      if bar.mark == .arc { return (min(width / 2, figure.number("ringHeight") ?? 120), 1...1) }
      return ((bar.properties.number("height") ?? 28) + partLabelHeight(figure, hasDetails: bar.encoding[.text] != nil), 1...1)
    }
    if units.contains(where: { $0.mark == .arc }) { return (min(width, figure.number("ringHeight") ?? 120), 1...7.0 / 6) }
    if let rows = scales.first(where: { $0.channel == .y && $0.type.hasCategories }) {
      let groups = scales.first { $0.channel == .yOffset && $0.type.hasCategories }?.categories.count ?? 1
      let count = rows.categories.count
      let own = count <= 3 ? figure.number("fewRowsStep") : count > 16 ? figure.number("manyRowsStep") : nil
      let step = own ?? figure.number("rowStep") ?? 27
      // Rows of 27 may be pressed to 21, where type of 8 still has its lead.
      return (Double(max(1, count)) * step * (groups > 1 ? 0.7 * Double(groups) : 1), (count > 16 ? 5.0 / 6 : 7.0 / 9)...1)
    }
    let aspect = figure.number("plotAspect") ?? 0.62
    let area = min(width * aspect, figure.number("maxPlotHeight") ?? .infinity)
    return (max(area / 2, area - guides), 5.0 / 6...7.0 / 6)
  }
}
