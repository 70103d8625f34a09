import Geometry
import Scales
import Scene
import Typesetting

extension ChartForm {
  /// A ring with the subject's share in the middle; the parts are named to its right, each on a level line to its arc.
  func drawRing(_ parts: [Part], in area: Rect, text: ChartText, into picture: inout Picture) {
    let theme = text.theme
    let gap = max(theme.clearance + 1, theme.label.size * 0.45)
    let labels = parts.map { part -> PartLines in
      var lines = partLines(part, text: text)
      // The subject's share stands in the middle already.
      if part.isHighlighted { lines.lines.removeFirst() }
      return lines
    }
    let labelWidth = labels.map(\.width).max() ?? 0
    let leader = theme.unit * 4
    let room = area.size.width.points - labelWidth - leader - 2 * gap
    let diameter = max(theme.unit * 8, min(area.size.height.points, room))
    let radius = diameter / 2
    let thickness = radius * 0.36
    let center = Point(
      area.minX.points + radius,
      area.minY.points + min(area.size.height.points, diameter + (area.size.height.points - diameter)) / 2)
    // Turned so that the arcs meet on the right, where their names are: two at three o'clock, of three the middle one there.
    let lead = parts.count == 2 ? parts[0].share : parts.count == 3 ? parts[0].share + parts[1].share / 2 : 0.25
    let start = (0.25 - lead) * 2 * .pi
    let angles = pieAngles(parts.map(\.share), from: start, to: start + 2 * .pi)
    for (part, angle) in zip(parts, angles) {
      let path = sector(center: center, inner: radius - thickness, outer: radius, from: angle.start, to: angle.end)
      picture.marks.place(
        .shape(
          Shape(.path(path), fill: part.color, stroke: Stroke(theme.palette.background, width: .pt(theme.hairline * 2)))
        ), at: .zero, role: .mark)
    }
    picture.obstruct(Rect(center.x.points - radius, center.y.points - radius, diameter, diameter))
    if let main = parts.first(where: \.isHighlighted) {
      let line = text.line(main.label, .title, theme.palette.brand)
      let h = (line.ascent + line.descent).points
      picture.set(
        line, topLeft: Point(center.x.points - line.width.points / 2, center.y.points - h / 2), role: .valueLabel)
    }
    drawRingLabels(
      parts, labels, angles, center: center, radius: radius, at: center.x.points + radius + leader, gap: gap, in: area,
      theme: theme, into: &picture)
  }

  private func drawRingLabels(
    _ parts: [Part], _ labels: [PartLines], _ angles: [(start: Double, end: Double)], center: Point, radius: Double,
    at x: Double, gap: Double, in area: Rect,
    theme: ChartTheme, into picture: inout Picture
  ) {
    var free = area.minY.points
    for (i, part) in parts.enumerated() {
      let first = theme.value.leading / 2
      // The part of the arc on the right side, between twelve and six o'clock.
      let (a, b) = (max(angles[i].start, 0.25), min(angles[i].end, .pi - 0.25))
      let reaches = b > a
      // Level with the labels, not with the middle of a long arc.
      let angle = min(max((a + b) / 2, .pi / 5), .pi * 0.8)
      var y = reaches ? center.y.points - radius * cosine(angle) : free + first
      y = max(y, free + first)
      y = min(y, area.maxY.points - labels[i].height + first)
      if reaches {
        // Where the level line meets the ring's outer edge, if that is still the part's own arc.
        let rise = (center.y.points - y) / radius
        let edge = center.x.points + radius * (max(0, 1 - rise * rise)).squareRoot()
        picture.rule(
          from: Point(edge + gap / 2, y), to: Point(x, y), Stroke(theme.palette.ink3, width: .pt(theme.baselineWidth)),
          role: .leader, behind: false)
      } else {
        let side = theme.label.size * 0.8
        picture.front.place(
          .shape(Shape(.rect(Size(side, side), radius: .zero), fill: part.color)), at: Point(x - side, y - side / 2),
          role: .legendSymbol)
      }
      var top = y - first
      for (line, role, leading) in labels[i].lines {
        let h = (line.ascent + line.descent).points
        picture.set(line, topLeft: Point(x + gap, top + (leading - h) / 2), role: role)
        top += leading
      }
      free = top + theme.unit
    }
  }
}

/// A piece of a ring, angles in radians clockwise from twelve o'clock; arcs of at most 90° as Bézier curves.
func sector(center: Point, inner: Double, outer: Double, from start: Double, to end: Double) -> Path {
  func at(_ radius: Double, _ angle: Double) -> Point {
    Point(center.x.points + radius * sine(angle), center.y.points - radius * cosine(angle))
  }
  var path = Path()
  func arc(_ radius: Double, _ a: Double, _ b: Double, into path: inout Path) {
    let pieces = max(1, Int((abs(b - a) / (.pi / 2)).rounded(.up)))
    let step = (b - a) / Double(pieces)
    // 4/3·tan(step/4), by the half-angle formula.
    let k = 4.0 / 3 * sine(step / 4) / cosine(step / 4)
    for i in 0..<pieces {
      let (s, e) = (a + Double(i) * step, a + Double(i + 1) * step)
      let (p, q) = (at(radius, s), at(radius, e))
      path.cubic(
        Point(p.x.points + k * radius * cosine(s), p.y.points + k * radius * sine(s)),
        Point(q.x.points - k * radius * cosine(e), q.y.points - k * radius * sine(e)), to: q)
    }
  }
  path.move(to: at(outer, start))
  arc(outer, start, end, into: &path)
  path.line(to: at(inner, end))
  arc(inner, end, start, into: &path)
  path.close()
  return path
}
