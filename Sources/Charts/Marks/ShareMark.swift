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
    let thickness = min(theme.barThickness.upperBound, max(theme.barThickness.lowerBound, area.size.height.points - tallest - gap))
    let block = tallest + gap + thickness
    // A little above the middle of the plot's height, where there is room to spare.
    let top = area.minY.points + max(0, min(area.size.height.points - block, (area.size.height.points - block) * 0.4))
    let y = top + tallest + gap
    var x = area.minX.points
    for (i, part) in parts.enumerated() {
      let width = part.share * area.size.width.points
      let inner = i < parts.count - 1 ? width - min(theme.hairline * 2, width / 4) : width
      let box = Rect(x, y, max(0, inner), thickness)
      picture.bar(box, fill: part.color)
      let lines = labels[i]
      let isLast = i == parts.count - 1 && i > 0
      let start = isLast && x + lines.width > area.maxX.points ? area.maxX.points - lines.width : x
      place(lines, candidates: [Point(start, y - gap - lines.height), Point(max(area.minX.points, min(x, area.maxX.points - lines.width)), y + thickness + gap)], priority: part.isHighlighted ? 10 : Int(part.share * 10), into: &picture)
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
      (text.line(part.label, main ? .title : .value, main ? palette.brand : palette.ink2), .valueLabel, main ? theme.title.leading : theme.value.leading),
      (text.line(part.name, main ? .labelStrong : .label), .legendLabel, theme.label.leading),
    ]
    if !part.detail.isEmpty { lines.append((text.line(part.detail, .label), .annotation, theme.label.leading)) }
    return PartLines(lines: lines)
  }

  /// Sets the lines at the first candidate (top left) where none of them meets what is there already.
  func place(_ block: PartLines, candidates: [Point], priority: Int, into picture: inout Picture) {
    let size = Size(block.width, block.height)
    let bounds = Rect(origin: .zero, size: picture.size)
    let clearance = Insets(all: .pt(0.01 - picture.theme.clearance))
    let free = candidates.first { origin in
      let box = Rect(origin: origin, size: size)
      return bounds.contains(box) && !picture.obstacles.contains { $0.box.intersects(box.inset(by: clearance)) }
    }
    guard let origin = free else {
      picture.diagnostics.append(
        .warning("chart.label-dropped", "there is no room for the label “\(block.lines.map(\.line.text).joined(separator: " "))”", hint: "make the chart larger or show fewer parts"))
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
