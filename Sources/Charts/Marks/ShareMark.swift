import Diagnostics
import Geometry
import Scene
import Typesetting

extension ChartForm {
  /// The whole as one bar over the full width; what each part is stands above it, at the part's start.
  func drawShare(_ parts: [Part], in area: Rect, text: ChartText, into picture: inout Picture) {
    let theme = text.theme
    let gap = max(theme.clearance + 1, theme.label.size * 0.45)
    let labels = parts.map { partLines($0, text: text) }
    let tallest = labels.map(\.height).max() ?? 0
    let thickness = min(
      theme.barThickness.upperBound, max(theme.barThickness.lowerBound, (area.size.height.points - tallest - gap) * 0.8)
    )
    let block = tallest + gap + thickness
    // A little above the middle of the plot's height, where there is room to spare.
    let top = area.minY.points + max(0, (area.size.height.points - block) * 0.4)
    let y = top + tallest + gap
    var x = area.minX.points
    for (i, part) in parts.enumerated() {
      let width = part.share * area.size.width.points
      let inner = i < parts.count - 1 ? width - min(theme.hairline * 2, width / 4) : width
      let box = Rect(x, y, max(0, inner), thickness)
      picture.bar(box, fill: part.color)
      let lines = labels[i]
      let end = area.maxX.points - lines.width
      let above = y - gap - lines.height
      // At the part's start, else at its end, else below the bar.
      let starts = [min(x, end), min(max(area.minX.points, x + width - lines.width), end)]
      place(
        lines, candidates: starts.map { Point($0, above) } + starts.map { Point($0, y + thickness + gap) },
        priority: part.isHighlighted ? 10 : Int(part.share * 10), into: &picture)
      x += width
    }
  }

  struct PartLines {
    var lines: [(line: Line, role: Role, leading: Double)]
    var width: Double { lines.map { $0.line.width.points }.max() ?? 0 }
    var height: Double { lines.reduce(0) { $0 + $1.leading } }
  }

  /// The share, large where it is the subject, above the name and the level behind it.
  func partLines(_ part: Part, text: ChartText) -> PartLines {
    let theme = text.theme
    let palette = theme.palette
    let main = part.isHighlighted
    var lines: [(line: Line, role: Role, leading: Double)] = [
      (
        text.line(part.label, main ? .title : .value, main ? palette.brand : palette.ink2), .valueLabel,
        main ? theme.title.leading : theme.value.leading
      ),
      (text.line(part.name, main ? .labelStrong : .label), .legendLabel, theme.label.leading),
    ]
    if !part.detail.isEmpty { lines.append((text.line(part.detail, .label), .annotation, theme.label.leading)) }
    return PartLines(lines: lines)
  }

  /// Sets the lines at the first candidate (top left) where none of them meets what is there already.
  func place(_ block: PartLines, candidates: [Point], priority: Int, into picture: inout Picture) {
    let size = Size(block.width, block.height)
    let bounds = Rect(origin: .zero, size: picture.size)
    // Blocks of text stand further apart than words do.
    let apart = Length.pt(0.01 - picture.theme.label.size)
    let near = Length.pt(0.01 - picture.theme.clearance)
    let clearance = Insets(top: near, right: apart, bottom: near, left: apart)
    let free = candidates.first { origin in
      let box = Rect(origin: origin, size: size)
      return bounds.contains(box) && !picture.obstacles.contains { $0.box.intersects(box.inset(by: clearance)) }
    }
    guard let origin = free else {
      picture.diagnostics.append(
        .warning(
          "chart.label-dropped",
          "there is no room for the label “\(block.lines.map(\.line.text).joined(separator: " "))”",
          hint: "make the chart larger or show fewer parts"))
      return
    }
    var y = origin.y.points
    for (line, role, leading) in block.lines {
      let h = (line.ascent + line.descent).points
      picture.set(line, topLeft: Point(origin.x.points, y + (leading - h) / 2), role: role)
      y += leading
    }
  }
}
