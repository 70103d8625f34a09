import Geometry
import Indicators
import Scales
import Scene
import Typesetting

func unitPower(_ unit: String) -> Int { Unit(unit).multiplier }

extension CartesianPlot {
  /// Gridlines, axis labels and the baseline of bars.
  func drawGuides(into picture: inout Picture) {
    if !labelsValues { drawGrid(into: &picture) }
    if isAxisShown(.x) { drawXLabels(into: &picture) }
    if isAxisShown(.y) { drawYLabels(into: &picture) }
    drawBaseline(into: &picture)
  }

  private func drawGrid(into picture: inout Picture) {
    let stroke = Stroke(theme.palette.grid, width: .pt(theme.hairline))
    // Lines across the direction of lengths: horizontal ones, or vertical ones behind horizontal bars without values.
    if isHorizontal, main.mark.kind == .bar, isAxisShown(.x) {
      for tick in valueTicks(.x) where tick != 0 {
        guard let x = scales.x?(.number(tick)) else { continue }
        picture.rule(from: Point(x, plot.minY.points), to: Point(x, plot.maxY.points), stroke, role: .grid)
      }
    } else if isAxisShown(.y) {
      for tick in valueTicks(.y) {
        guard let y = scales.y?(.number(tick)) else { continue }
        picture.rule(from: Point(plot.minX.points, y), to: Point(plotEnd, y), stroke, role: .grid)
      }
    }
  }

  private func drawXLabels(into picture: inout Picture) {
    let y = plot.maxY.points + gap
    switch scales.x?.kind {
    case .band(let band)?:
      let width = columnStep(in: plot.size.width.points) - theme.clearance * 2
      for name in band.domain {
        guard let center = band.center(of: name) else { continue }
        let color = colors.highlight.contains(name) ? theme.palette.ink : nil
        let kind: ChartText.Kind =
          colors.highlight.contains(name) && colors.highlight.count == 1 ? .labelStrong : .label
        let single = text.line(name, kind, color)
        let lines = single.width.points <= width ? [single] : text.lines(name, kind, width: width, color)
        for (i, line) in lines.enumerated() {
          let top = y + Double(i) * theme.label.leading + (theme.label.leading - theme.label.size) / 2
          let ink = line.width
          let left = min(max(Length.pt(center) - ink / 2, .zero), picture.size.width - ink)
          line.placed(into: &picture.front, at: Point(x: left, y: .pt(top) + line.ascent), role: .axisLabel)
          picture.obstruct(
            Rect(origin: Point(x: left, y: .pt(top)), size: Size(width: ink, height: line.ascent + line.descent)))
        }
      }
    case .time(let scale)?:
      let ticks = scale.ticks(count: max(2, (plot.size.width.points / (theme.label.size * 7)).rounded(.down)))
      setTicks(ticks.map { (scale($0), timeText($0)) }, y: y, into: &picture)
    case .continuous?:
      guard !labelsValues else { return }
      setTicks(
        valueTicks(.x).compactMap { tick in scales.x?(.number(tick)).map { ($0, tickText(tick, .x)) } }, y: y,
        into: &picture)
    case nil: break
    }
  }

  /// Tick labels centred under their places, kept inside the figure; each that would touch the one before is left out.
  private func setTicks(_ ticks: [(x: Double, label: String)], y: Double, into picture: inout Picture) {
    var free = -Double.infinity
    for (x, label) in ticks {
      let line = text.line(label, .label)
      let left = min(max(x - line.width.points / 2, 0), picture.size.width.points - line.width.points)
      guard left >= free else { continue }
      free = left + line.width.points + theme.label.size * 0.5
      picture.set(line, topLeft: Point(left, y + (theme.label.leading - theme.label.size) / 2), role: .axisLabel)
    }
  }

  private func drawYLabels(into picture: inout Picture) {
    switch scales.y?.kind {
    case .band(let band)?:
      let left = text.theme.margin
      let width = plot.minX.points - left - gap
      for name in band.domain {
        guard let center = band.center(of: name) else { continue }
        let strong = colors.highlight.contains(name) && colors.highlight.count <= 2
        let kind: ChartText.Kind = strong ? .labelStrong : .label
        let single = text.line(name, kind)
        let lines = single.width.points <= width + 0.01 ? [single] : text.lines(name, kind, width: width + 0.01)
        let top = center - Double(lines.count) * theme.label.leading / 2
        for (i, line) in lines.enumerated() {
          let y =
            top + Double(i) * theme.label.leading + (theme.label.leading - (line.ascent + line.descent).points) / 2
          picture.set(line, topLeft: Point(left, y), role: .axisLabel)
        }
      }
    case .continuous?:
      guard !labelsValues else { return }
      let ticks = valueTicks(.y)
      for tick in ticks {
        guard let y = scales.y?(.number(tick)) else { continue }
        let line = text.line(tickText(tick, .y), .label)
        let x = plot.minX.points - gap - line.width.points
        picture.set(line, topLeft: Point(x, y - (line.ascent + line.descent).points / 2), role: .axisLabel)
      }
      if let unit, let top = ticks.compactMap({ scales.y?(.number($0)) }).min() {
        let line = text.line(unit, .label)
        picture.set(
          line, topLeft: Point(text.theme.margin, top - theme.label.leading - theme.label.size / 2), role: .axisTitle)
      }
    case .time(let scale)?:
      for tick in scale.ticks(count: 4) {
        let line = text.line(timeText(tick), .label)
        picture.set(line, topLeft: Point(text.theme.margin, scale(tick) - theme.label.size / 2), role: .axisLabel)
      }
    case nil: break
    }
  }

  /// The line that lengths start from.
  private func drawBaseline(into picture: inout Picture) {
    let stroke = Stroke(theme.palette.ink3, width: .pt(theme.baselineWidth))
    if isHorizontal {
      guard main.mark.kind == .bar, case .continuous? = scales.x?.kind, let x = scales.x?(.number(0)) else { return }
      let ends = bandEnds(.y) ?? (plot.minY.points, plot.maxY.points)
      picture.rule(from: Point(x, ends.0), to: Point(x, ends.1), stroke, role: .axisLine, behind: false)
    } else if case .continuous(let scale)? = scales.y?.kind, scale.domain.contains(0) || scale.domain[0] < 0,
      let y = scales.y?(.number(0))
    {
      picture.rule(from: Point(plot.minX.points, y), to: Point(plotEnd, y), stroke, role: .axisLine, behind: false)
    } else if main.mark.kind != .point {
      // A line that does not start from zero shows no zero, only where the plot ends.
      picture.rule(
        from: Point(plot.minX.points, plot.maxY.points), to: Point(plot.maxX.points, plot.maxY.points),
        Stroke(theme.palette.rule, width: .pt(theme.baselineWidth)), role: .axisLine)
    }
  }

  private func bandEnds(_ channel: Encoding.Channel) -> (Double, Double)? {
    guard case .band(let band)? = channel == .x ? scales.x?.kind : scales.y?.kind else { return nil }
    return (min(band.range.start, band.range.stop), max(band.range.start, band.range.stop))
  }

  /// Where columns end, so that grid and baseline end there too.
  private var plotEnd: Double {
    main.mark.kind == .bar ? bandEnds(.x)?.1 ?? plot.maxX.points : plot.maxX.points
  }
}
