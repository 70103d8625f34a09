import Diagnostics
import Geometry
import Scene
import Typesetting

extension ChartForm {
  /// Events from top to bottom: date, dot on the rail, text; what is only planned hangs on a dashed rail and an open dot.
  func drawTimeline(_ layer: Layer, in area: Rect, text: ChartText, into picture: inout Picture) {
    let theme = text.theme
    let palette = theme.palette
    let events = layer.table.rows.map { row in
      (
        date: layer.value(.x, row).text, head: layer.value(.label, row).text, text: layer.value(.text, row).text,
        planned: layer.value(.status, row).text == "plan"
      )
    }
    guard !events.isEmpty else { return }
    let dates = events.map { text.line($0.date, .value, palette.brand) }
    let dateWidth = dates.map { $0.width.points }.max() ?? 0
    let rail = area.minX.points + dateWidth + theme.unit * 3
    let left = rail + theme.unit * 3
    let width = area.maxX.points - left
    var blocks = events.map { event in
      TimelineBlock(
        head: text.lines(event.head, .labelStrong, width: width),
        body: text.lines(event.text, .label, width: width), leading: theme.label.leading)
    }
    let least = theme.unit * 1.5
    func needed(_ blocks: [TimelineBlock]) -> Double { blocks.reduce(0) { $0 + $1.height + least } - least }
    // Never text over text: bodies go first, then the last events.
    if needed(blocks) > area.size.height.points {
      for i in blocks.indices where !blocks[i].head.isEmpty { blocks[i].body = [] }
      picture.diagnostics.append(
        .warning(
          "chart.timeline-high", "the texts under \(events.count) events do not fit into this height",
          hint: "make the timeline higher or shorten its texts"))
    }
    while blocks.count > 1, needed(blocks) > area.size.height.points {
      picture.diagnostics.append(
        .warning(
          "chart.label-dropped",
          "there is no room for the event “\(events[blocks.count - 1].date) \(events[blocks.count - 1].head)”"))
      blocks.removeLast()
    }
    let content = blocks.reduce(0) { $0 + $1.height }
    let spare = area.size.height.points - content
    // Evenly spread, but no further apart than reads as one list.
    let gap = max(least, min(theme.unit * 5, spare / Double(max(1, blocks.count - 1))))
    var y = area.minY.points
    var dots: [Double] = []
    for (i, block) in blocks.enumerated() {
      let middle = y + theme.label.leading / 2
      dots.append(middle)
      let h = (dates[i].ascent + dates[i].descent).points
      picture.set(
        dates[i], topLeft: Point(rail - theme.unit * 3 - dates[i].width.points, middle - h / 2), role: .axisLabel)
      picture.set(block.head, x: left, y: y, leading: theme.label.leading, role: .annotation)
      picture.set(
        block.body, x: left, y: y + Double(block.head.count) * theme.label.leading, leading: theme.label.leading,
        role: .annotation)
      y += block.height + gap
    }
    for i in dots.indices.dropLast() {
      let dash: [Length] = events[i + 1].planned ? [.pt(theme.unit * 0.6), .pt(theme.unit * 0.6)] : []
      picture.rule(
        from: Point(rail, dots[i]), to: Point(rail, dots[i + 1]),
        Stroke(palette.rule, width: .pt(theme.contextLine), dash: dash), role: .axisLine)
    }
    for (i, dot) in dots.enumerated() {
      let planned = events[i].planned
      let shape = Shape(
        .symbol(.circle, diameter: .pt(theme.marker * 1.6)), fill: planned ? palette.background : palette.brand,
        stroke: Stroke(palette.brand, width: .pt(theme.contextLine)))
      picture.marks.place(.shape(shape), at: Point(rail, dot), role: .mark)
    }
  }
}

private struct TimelineBlock {
  var head: [Line]
  var body: [Line]
  var leading: Double
  var height: Double { Double(max(1, head.count + body.count)) * leading }
}
