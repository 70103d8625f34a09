import Diagnostics
import Geometry
import Scene
import Typesetting

extension CartesianPlot {
  func draw(_ annotation: Annotation, into picture: inout Picture) {
    switch annotation {
    case .growth(let from, let to, let rate): drawGrowth(from: from, to: to, rate: rate, into: &picture)
    case .badge(let category, let remark): drawBadge(category, remark, into: &picture)
    }
  }

  private func bar(of category: String) -> (row: DataTable.Row, box: Rect)? {
    for row in main.table.rows where main.value(main.dimension, row).text == category {
      if let box = barBox(row, of: main, stacked: false) { return (row, box) }
    }
    return nil
  }

  /// From the top of the old bar to the top of the new one on one level above the higher, the rate in a pill in the
  /// middle; turned by a quarter beside horizontal bars.
  private func drawGrowth(from: String, to: String, rate: String, into picture: inout Picture) {
    guard let old = bar(of: from), let new = bar(of: to) else { return }
    check(rate, old: old.box, new: new.box, into: &picture)
    let stroke = Stroke(theme.palette.ink3, width: .pt(theme.baselineWidth))
    let line = text.line(rate, .value, .white)
    let pill = Size(line.width.points + theme.unit * 2.4, pillHeight)
    func reach(_ bar: (row: DataTable.Row, box: Rect)) -> Double {
      gap + theme.value.size + theme.clearance
        + (ValueLabels.isOpen(main.value(.qualifier, bar.row)) ? openEndLength : 0)
    }
    var path: [Point]
    let center: Point
    if isHorizontal {
      let ends = [old, new].map { bar in
        bar.box.maxX.points + gap + text.width(label(bar.row, main.value(.x, bar.row).number ?? 0), .value) + gap
          + (ValueLabels.isOpen(main.value(.qualifier, bar.row)) ? openEndLength : 0)
      }
      let level = max(
        max(ends[0], ends[1]) + theme.unit * 2, max(old.box.maxX, new.box.maxX).points + gap + pill.width.points / 2)
      path = [
        Point(ends[0], old.box.midY.points), Point(level, old.box.midY.points), Point(level, new.box.midY.points),
        Point(ends[1], new.box.midY.points),
      ]
      center = Point(level, (old.box.midY.points + new.box.midY.points) / 2)
    } else {
      let level = min(old.box.minY.points - reach(old), new.box.minY.points - reach(new)) - 2 * theme.unit
      path = [
        Point(old.box.midX.points, old.box.minY.points - reach(old)), Point(old.box.midX.points, level),
        Point(new.box.midX.points, level), Point(new.box.midX.points, new.box.minY.points - reach(new)),
      ]
      center = Point((old.box.midX.points + new.box.midX.points) / 2, level)
    }
    let head = theme.unit * 0.9
    let last = path[3]
    let tip =
      isHorizontal ? Point(last.x.points + head * 1.2, last.y.points) : Point(last.x.points, last.y.points - head * 1.2)
    path[3] = tip
    picture.front.place(.shape(Shape(.path(.polyline(path)), stroke: stroke)), at: .zero, role: .leader)
    var arrow =
      isHorizontal
      ? Path.polyline([
        last, Point(tip.x.points, last.y.points - head * 0.55), Point(tip.x.points, last.y.points + head * 0.55),
      ])
      : Path.polyline([
        last, Point(last.x.points - head * 0.55, tip.y.points), Point(last.x.points + head * 0.55, tip.y.points),
      ])
    arrow.close()
    picture.front.place(.shape(Shape(.path(arrow), fill: theme.palette.ink3)), at: .zero, role: .leader)
    let box = Rect(
      center.x.points - pill.width.points / 2, center.y.points - pill.height.points / 2, pill.width.points,
      pill.height.points)
    picture.front.place(
      .shape(Shape(.rect(box.size, radius: box.size.height / 2), fill: theme.palette.brand)), at: box.origin,
      role: .annotation)
    let h = (line.ascent + line.descent).points
    picture.set(
      line, topLeft: Point(box.midX.points - line.width.points / 2, box.midY.points - h / 2), role: .annotation)
    picture.obstruct(box)
  }

  /// The stated rate against the drawn lengths: an arrow must not lie.
  private func check(_ rate: String, old: Rect, new: Rect, into picture: inout Picture) {
    let digits = rate.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "." }
    guard rate.hasSuffix("%"), let stated = Double(String(String.UnicodeScalarView(digits))) else { return }
    let signed = rate.unicodeScalars.contains { $0 == "\u{2212}" || $0 == "-" || $0 == "↓" } ? -stated : stated
    let (a, b) =
      isHorizontal ? (old.size.width.points, new.size.width.points) : (old.size.height.points, new.size.height.points)
    guard a > 0 else { return }
    let drawn = (b / a - 1) * 100
    // A percent of the larger, for rounded inputs.
    if abs(drawn - signed) > max(1, abs(signed) * 0.02) {
      picture.diagnostics.append(
        .error(
          "chart.growth-mismatch", "the arrow says \(rate), but the bars grow by \(Double(Int(drawn * 10)) / 10)%",
          hint: "correct the rate or the values"))
    }
  }

  /// A remark in a chip after a bar's value.
  private func drawBadge(_ category: String, _ remark: String, into picture: inout Picture) {
    guard let (row, box) = bar(of: category), isHorizontal, let value = main.value(.x, row).number else { return }
    let line = text.line(remark, .label, theme.palette.brand)
    let x = box.maxX.points + gap + text.width(label(row, value), .value) + gap * 1.5
    drawChip(line, x: x, midY: box.midY.points, into: &picture)
  }

  func drawChip(_ line: Line, x: Double, midY: Double, into picture: inout Picture) {
    picture.chip(line, x: x, midY: midY)
  }
}
