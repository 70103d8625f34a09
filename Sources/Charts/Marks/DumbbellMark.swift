import Geometry
import Scales
import Scene
import Typesetting

extension CartesianPlot {
  /// Two or more points of a category on one level, joined by a line, values at the outer sides.
  func drawDumbbells(_ layer: Layer, into picture: inout Picture) {
    guard case .band(let band)? = scales.y?.kind else { return }
    let diameter = theme.marker * 2.2
    for name in band.domain {
      let rows = layer.table.rows.filter { layer.value(.y, $0).text == name }
      let points = rows.compactMap { row in point(row, of: layer).map { (row: row, at: $0) } }.sorted {
        $0.at.x < $1.at.x
      }
      guard let first = points.first, let last = points.last else { continue }
      picture.marks.place(
        .shape(
          Shape(
            .path(.polyline([.zero, last.at - first.at])),
            stroke: Stroke(theme.palette.rule, width: .pt(theme.subjectLine * 1.5)))),
        at: first.at, role: .mark)
      for (i, entry) in points.enumerated() {
        let color = colors.color(entry.row, of: layer)
        let isDerived = layer.value(.status, entry.row).text == "derived"
        picture.marks.place(
          .shape(
            Shape(
              .symbol(.circle, diameter: .pt(diameter)), fill: isDerived ? theme.palette.background : color,
              stroke: Stroke(color, width: .pt(theme.subjectLine * 0.8)))),
          at: entry.at, role: .mark)
        picture.obstruct(Rect(entry.at.x.points - diameter / 2, entry.at.y.points - diameter / 2, diameter, diameter))
        guard let value = layer.value(.x, entry.row).number else { continue }
        let label = values.text(
          value, series: layer.value(.color, entry.row), qualifier: layer.value(.qualifier, entry.row),
          status: layer.value(.status, entry.row))
        let line = text.line(label, .value, theme.palette.textColor(of: color))
        let (w, h) = (line.width.points, (line.ascent + line.descent).points)
        let (x, y) = (entry.at.x.points, entry.at.y.points)
        let reach = diameter / 2 + gap
        let right = Point(x + reach, y - h / 2)
        let left = Point(x - reach - w, y - h / 2)
        let above = Point(x - w / 2, y - reach - h)
        let places =
          points.count == 1 || i == points.count - 1
          ? [right, above, left] : i == 0 ? [left, above, right] : [above, right, left]
        picture.request(
          LabelRequest(line, at: places.map { .init(origin: $0) }, role: .valueLabel, priority: 8) {
            text.line(label, .value, $0)
          })
      }
    }
  }
}
