import Diagnostics
import Geometry
import Scales
import Scene
import Typesetting

extension ChartForm {
  /// Places in a ranking: a row for each measure, its place as a numbered disc on a scale from first to last.
  func drawRanks(_ layer: Layer, in area: Rect, text: ChartText, into picture: inout Picture) {
    let theme = text.theme
    let palette = theme.palette
    let gap = max(theme.clearance + 1, theme.label.size * 0.45)
    var rows = layer.table.rows.compactMap { row in layer.value(.rank, row).number.map { (row: row, rank: max(1, $0)) }
    }.sorted {
      ($0.rank, layer.value(.y, $0.row).text) < ($1.rank, layer.value(.y, $1.row).text)
    }
    guard !rows.isEmpty else { return }
    let foot = theme.label.leading + gap
    let disc = theme.value.size * 1.9
    // Two lines of a name need more than a disc; rows that find no room go from the end.
    let width = area.size.width.points * 0.46
    func step(_ name: String) -> Double {
      max(disc, Double(text.width(name, .label) > width ? 2 : 1) * theme.label.leading) + theme.clearance
    }
    while rows.count > 1, let tallest = rows.map({ step(layer.value(.y, $0.row).text) }).max(),
      tallest * Double(rows.count) > area.size.height.points - foot
    {
      let name = layer.value(.y, rows.removeLast().row).text
      picture.diagnostics.append(
        .warning(
          "chart.row-dropped", "there is no room for the row “\(name)”",
          hint: "make the chart higher or show fewer rows"))
    }
    let names = rows.map { entry -> [Line] in
      let name = layer.value(.y, entry.row).text
      let one = text.line(name, .label, palette.ink)
      return one.width.points <= width ? [one] : text.lines(name, .label, width: width, palette.ink)
    }
    let left = area.minX.points + (names.joined().map { $0.width.points }.max() ?? 0) + gap * 2
    let badges = rows.map { layer.value(.badge, $0.row).text }
    let widestBadge = badges.map { $0.isEmpty ? 0 : text.width($0, .label) + theme.unit * 1.8 + gap }.max() ?? 0
    let last = max(3, rows.map(\.rank).max() ?? 1)
    // A scale as far as it is needed: ten, thirty-one provinces, or the place itself.
    let end = last <= 5 ? 5 : last <= 10 ? 10 : last <= 31 ? last <= 15 ? 15 : 31 : last
    let axis = ContinuousScale(
      domain: [1, end], range: [left + disc / 2, max(left + disc, area.maxX.points - widestBadge - disc / 2)])
    let step = min(theme.barThickness.upperBound * 1.5, (area.size.height.points - foot) / Double(rows.count))
    for (i, entry) in rows.enumerated() {
      let y = area.minY.points + step * (Double(i) + 0.5)
      let isFirst = entry.rank == 1
      picture.rule(
        from: Point(axis(1), y), to: Point(axis(end), y), Stroke(palette.grid, width: .pt(theme.hairline * 2)),
        role: .grid)
      let color = isFirst || spec.highlight.contains(layer.value(.y, entry.row).text) ? palette.brand : palette.ink3
      let x = axis(entry.rank)
      picture.marks.place(
        .shape(Shape(.symbol(.circle, diameter: .pt(disc)), fill: color)), at: Point(x, y), role: .mark)
      let number = text.line(FigureNumbers().text(entry.rank), .value, .white)
      picture.set(
        number, topLeft: Point(x - number.width.points / 2, y - (number.ascent + number.descent).points / 2),
        role: .valueLabel)
      let top = y - Double(names[i].count) * theme.label.leading / 2
      for (j, line) in names[i].enumerated() {
        let h = (line.ascent + line.descent).points
        picture.set(
          line, topLeft: Point(area.minX.points, top + Double(j) * theme.label.leading + (theme.label.leading - h) / 2),
          role: .axisLabel)
      }
      if !badges[i].isEmpty {
        picture.chip(text.line(badges[i], .label, palette.brand), x: x + disc / 2 + gap, midY: y)
      }
    }
    let y = area.minY.points + step * Double(rows.count) + gap / 2
    for (place, rank) in [(axis(1), 1.0), (axis(end), end)] {
      let line = text.line(text.language.isChinese ? "第\(Int(rank))位" : "No. \(Int(rank))", .label, palette.ink3)
      let x = min(place - line.width.points / 2, picture.size.width.points - text.theme.margin - line.width.points)
      picture.set(line, topLeft: Point(x, y + (theme.label.leading - theme.label.size) / 2), role: .axisLabel)
    }
  }
}
