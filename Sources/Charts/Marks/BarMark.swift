import Geometry
import Scales
import Scene
import Typesetting

extension CartesianPlot {
  func drawBars(_ layer: Layer, into picture: inout Picture) {
    let stackedRows = layer.isStacked ? layer.stackedRows() : nil
    if let stackedRows, layer.namesSeriesBeside { requestNames(layer, stackedRows, into: &picture) }
    for row in stackedRows ?? layer.table.rows {
      guard let box = barBox(row, of: layer, stacked: stackedRows != nil) else { continue }
      let color = colors.color(row, of: layer)
      let owner = picture.newOwner()
      if ["derived", "plan", "target", "forecast"].contains(layer.value(.status, row).text) {
        drawHatched(box, color, owner: owner, into: &picture)
      } else {
        picture.bar(box, fill: color, owner: owner)
      }
      if ValueLabels.isOpen(layer.value(.qualifier, row)) {
        drawOpenEnd(box, color, horizontal: layer.isHorizontal, into: &picture)
      }
      if labelsValues {
        requestValue(row, of: layer, box: box, color: color, owner: owner, into: &picture)
      } else if stackedRows != nil {
        requestInside(row, of: layer, box: box, color: color, owner: owner, into: &picture)
      } else if colors.isHighlighted(row, of: layer), !layers.contains(where: { $0.mark.kind == .text }) {
        requestValue(row, of: layer, box: box, color: color, owner: owner, into: &picture)
      }
    }
  }

  /// Names of stacked series right of the last column, each beside its piece.
  private func requestNames(_ layer: Layer, _ rows: [DataTable.Row], into picture: inout Picture) {
    guard let last = layer.table.rows.last.map({ layer.value(.x, $0).text }) else { return }
    for row in rows where layer.value(.x, row).text == last {
      guard let box = barBox(row, of: layer, stacked: true) else { continue }
      let name = layer.value(.color, row).text
      let line = text.line(name, .label, theme.palette.textColor(of: colors.color(row, of: layer)))
      let h = (line.ascent + line.descent).points
      let places = [0, -0.6, 0.6, -1.1, 1.1, -1.7, 1.7].map { shift in
        LabelRequest.Candidate(
          origin: Point(box.maxX.points + gap, box.midY.points - h / 2 + shift * theme.label.leading))
      }
      picture.request(LabelRequest(line, at: places, role: .legendLabel, priority: 15) { text.line(name, .label, $0) })
    }
  }

  /// The bar of a row; nil when its value or category has no place.
  func barBox(_ row: DataTable.Row, of layer: Layer, stacked: Bool) -> Rect? {
    let lengths = layer.isHorizontal ? scales.x : scales.y
    let second: Encoding.Channel = layer.isHorizontal ? .x2 : .y2
    let low = stacked ? row[Layer.low] ?? .null : layer.encoding[second] == nil ? .number(0) : layer.value(second, row)
    let high = stacked ? row[Layer.high] ?? .null : layer.value(layer.measure, row)
    guard let a = lengths?(low), let b = lengths?(high) else { return nil }
    let bands = layer.isHorizontal ? scales.y : scales.x
    var start: Double
    var width: Double
    switch bands?.kind {
    case .band(let band)?:
      guard let edge = band(layer.value(layer.dimension, row).text) else { return nil }
      (start, width) = (edge, band.bandwidth)
      if layer.encoding[layer.offset] != nil, scales.offsets.count > 1 {
        // Bars of a group stand apart by a hairline only.
        let inner = BandScale(scales.offsets, range: (edge, edge + band.bandwidth), paddingInner: 0.06)
        guard let place = inner(layer.value(layer.offset, row).text) else { return nil }
        (start, width) = (place, inner.bandwidth)
      }
    case .some:
      guard let center = bands?(layer.value(layer.dimension, row)) else { return nil }
      width = theme.barThickness.lowerBound
      start = center - width / 2
    case nil:
      let extent = layer.isHorizontal ? plot.size.height.points : plot.size.width.points
      width = min(theme.barThickness.upperBound, extent)
      start = layer.isHorizontal ? plot.minY.points : plot.minX.points
    }
    return layer.isHorizontal
      ? Rect(min(a, b), start, abs(b - a), width) : Rect(start, min(a, b), width, abs(b - a))
  }

  private func requestValue(
    _ row: DataTable.Row, of layer: Layer, box: Rect, color: Color, owner: Int, into picture: inout Picture
  ) {
    guard let value = layer.value(layer.measure, row).number else { return }
    let label = values.text(
      value, series: layer.value(.color, row), qualifier: layer.value(.qualifier, row),
      status: layer.value(.status, row))
    let isMain = colors.highlight.isEmpty || colors.isHighlighted(row, of: layer)
    let line = text.line(label, .value, isMain ? theme.palette.textColor(of: color) : theme.palette.ink2)
    let (w, h) = (line.width.points, (line.ascent + line.descent).points)
    var reach = gap
    if ValueLabels.isOpen(layer.value(.qualifier, row)) { reach += openEndLength }
    let outside: Point
    let inside: Point
    if layer.isHorizontal {
      let y = box.midY.points - h / 2
      outside = value < 0 ? Point(box.minX.points - reach - w, y) : Point(box.maxX.points + reach, y)
      inside = value < 0 ? Point(box.minX.points + gap, y) : Point(box.maxX.points - gap - w, y)
    } else {
      let x = min(max(box.midX.points - w / 2, theme.margin / 2), picture.size.width.points - theme.margin / 2 - w)
      outside = value < 0 ? Point(x, box.maxY.points + reach) : Point(x, box.minY.points - reach - h)
      inside = Point(x, box.minY.points + gap)
    }
    var candidates = [LabelRequest.Candidate(origin: outside)]
    let fits =
      layer.isHorizontal
      ? w + 2 * gap <= box.size.width.points
      : w + 2 * theme.clearance <= box.size.width.points && h + 2 * gap <= box.size.height.points
    if fits { candidates.append(.init(origin: inside, onMark: theme.palette.textColor(on: color))) }
    picture.request(
      LabelRequest(line, at: candidates, role: .valueLabel, priority: isMain ? 10 : 5, owner: owner) {
        text.line(label, .value, $0)
      })
  }

  /// The value of a stacked piece in its middle, where it fits.
  private func requestInside(
    _ row: DataTable.Row, of layer: Layer, box: Rect, color: Color, owner: Int, into picture: inout Picture
  ) {
    guard let value = layer.value(layer.measure, row).number, value != 0 else { return }
    let label = values.text(
      value, series: layer.value(.color, row), qualifier: layer.value(.qualifier, row),
      status: layer.value(.status, row))
    let ink = theme.palette.textColor(on: color)
    let line = text.line(label, .value, ink)
    let (w, h) = (line.width.points, (line.ascent + line.descent).points)
    guard w + 2 * theme.clearance <= box.size.width.points, h + 2 * theme.clearance <= box.size.height.points else {
      return
    }
    let origin = Point(box.midX.points - w / 2, box.midY.points - h / 2)
    picture.request(
      LabelRequest(line, at: [.init(origin: origin, onMark: ink)], role: .valueLabel, priority: 4, owner: owner) {
        text.line(label, .value, $0)
      })
  }
}
