import Geometry
import Scales
import Scene
import Typesetting

extension CartesianPlot {
  func drawPoints(_ layer: Layer, into picture: inout Picture) {
    for row in layer.table.rows {
      guard let place = point(row, of: layer) else { continue }
      let color = colors.color(row, of: layer)
      // Vega-Lite's size is an area.
      var diameter = layer.mark.size.map { $0.squareRoot() } ?? theme.marker * 2
      if let size = scales.size, let value = layer.value(.size, row).number {
        diameter = theme.marker + size(value) * theme.marker * 6
      }
      let shape: Shape.Symbol = layer.mark.kind == .square ? .square : .circle
      let isDerived = layer.value(.status, row).text == "derived"
      picture.marks.place(
        .shape(
          Shape(
            .symbol(shape, diameter: .pt(diameter)), fill: isDerived ? .white : color,
            stroke: isDerived ? Stroke(color, width: .pt(theme.subjectLine * 0.8)) : nil)),
        at: place, role: .mark)
      picture.obstruct(Rect(place.x.points - diameter / 2, place.y.points - diameter / 2, diameter, diameter))
    }
  }

  /// A line across the plot at a value, or between two.
  func drawRules(_ layer: Layer, into picture: inout Picture) {
    for row in layer.table.rows.isEmpty ? [[:]] : layer.table.rows {
      let x = layer.encoding[.x] == nil ? nil : scales.x?(layer.value(.x, row))
      let y = layer.encoding[.y] == nil ? nil : scales.y?(layer.value(.y, row))
      let x2 = layer.encoding[.x2] == nil ? nil : scales.x?(layer.value(.x2, row))
      let y2 = layer.encoding[.y2] == nil ? nil : scales.y?(layer.value(.y2, row))
      let a = Point(x ?? plot.minX.points, y ?? plot.minY.points)
      let b = Point(x2 ?? x ?? plot.maxX.points, y2 ?? y ?? plot.maxY.points)
      guard x != nil || y != nil else { continue }
      let color =
        layer.mark.color ?? (layer.encoding[.color] == nil ? theme.palette.context : colors.color(row, of: layer))
      let stroke = Stroke(
        color, width: .pt(layer.mark.strokeWidth ?? theme.contextLine), dash: layer.mark.strokeDash.map { .pt($0) })
      picture.marks.place(.shape(Shape(.path(.polyline([.zero, b - a])), stroke: stroke)), at: a, role: .mark)
    }
  }

  func drawTicks(_ layer: Layer, into picture: inout Picture) {
    for row in layer.table.rows {
      guard let place = point(row, of: layer) else { continue }
      let half = (layer.mark.size ?? theme.barThickness.lowerBound) / 2
      let along = layer.isHorizontal ? Point(0, half) : Point(half, 0)
      picture.marks.place(
        .shape(
          Shape(
            .path(.polyline([.zero - along, along])),
            stroke: Stroke(colors.color(row, of: layer), width: .pt(theme.subjectLine)))),
        at: place, role: .mark)
    }
  }

  /// Cells of a heat map.
  func drawCells(_ layer: Layer, into picture: inout Picture) {
    for row in layer.table.rows {
      guard let x = scales.x?(layer.value(.x, row), share: 0), let y = scales.y?(layer.value(.y, row), share: 0),
        let w = scales.x?.bandwidth, let h = scales.y?.bandwidth
      else { continue }
      picture.bar(Rect(x, y, w, h), fill: colors.color(row, of: layer))
    }
  }

  /// A text at its place, in the first of some spots around it that is free.
  func drawTexts(_ layer: Layer, into picture: inout Picture) {
    for row in layer.table.rows {
      guard let place = point(row, of: layer) else { continue }
      let value = layer.value(.text, row)
      guard value != .null else { continue }
      let label =
        value.number.map {
          values.text(
            $0, series: layer.value(.color, row), qualifier: layer.value(.qualifier, row),
            status: layer.value(.status, row))
        } ?? value.text
      let color =
        layer.mark.color
        ?? (layer.encoding[.color] == nil ? nil : theme.palette.textColor(of: colors.color(row, of: layer)))
      let line = text.line(label, .value, color)
      let (w, h) = (line.width.points, (line.ascent + line.descent).points)
      let left: Double =
        switch layer.mark.align ?? .center {
        case .left: 0
        case .center: -w / 2
        case .right: -w
        }
      let top: Double =
        switch layer.mark.baseline ?? .middle {
        case .top: 0
        case .middle: -h / 2
        case .bottom, .alphabetic: -h
        }
      let origin = Point(place.x.points + left + (layer.mark.dx ?? 0), place.y.points + top + (layer.mark.dy ?? 0))
      let shifts = [(0.0, 0.0), (0, -0.7), (0, 0.7), (0, -1.4), (0, 1.4)]
      picture.request(
        LabelRequest(
          line, at: shifts.map { .init(origin: Point(origin.x.points + $0.0 * h, origin.y.points + $0.1 * h)) },
          role: .valueLabel, priority: 6
        ) {
          text.line(label, .value, $0)
        })
    }
  }
}
