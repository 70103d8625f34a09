import Geometry
import Scales
import Scene
import Typesetting

extension Path {
  init(_ segments: [CurveSegment]) {
    self.init()
    for segment in segments {
      switch segment {
      case .move(let x, let y): move(to: Point(x, y))
      case .line(let x, let y): line(to: Point(x, y))
      case .cubic(let a, let b, let c, let d, let x, let y): cubic(Point(a, b), Point(c, d), to: Point(x, y))
      }
    }
  }
}

extension CartesianPlot {
  /// The rows of each line, in order of their colour or detail.
  func groups(_ layer: Layer) -> [[DataTable.Row]] {
    var keys: [String] = []
    var groups: [[DataTable.Row]] = []
    for row in layer.table.rows {
      let key = layer.value(.color, row).text + "\u{0}" + layer.value(.detail, row).text
      if let place = keys.firstIndex(of: key) {
        groups[place].append(row)
      } else {
        keys.append(key)
        groups.append([row])
      }
    }
    return groups
  }

  func point(_ row: DataTable.Row, of layer: Layer) -> Point? {
    let x = layer.encoding[.x] == nil ? plot.midX.points : scales.x?(layer.value(.x, row))
    let y = layer.encoding[.y] == nil ? plot.midY.points : scales.y?(layer.value(.y, row))
    guard let x, let y else { return nil }
    return Point(x, y)
  }

  func drawLines(_ layer: Layer, into picture: inout Picture) {
    let groups = groups(layer)
    // Context first, the subject on top.
    let order = groups.indices.sorted { a, b in
      let (x, y) = (isSubject(groups[a], layer, of: groups.count), isSubject(groups[b], layer, of: groups.count))
      return x != y ? !x : a < b
    }
    for index in order {
      let rows = groups[index]
      let points = rows.compactMap { row in point(row, of: layer).map { (row, $0) } }.sorted { $0.1.x < $1.1.x }
      guard let last = points.last else { continue }
      let subject = isSubject(rows, layer, of: groups.count)
      let color = colors.color(rows[0], of: layer)
      let kind = layer.mark.interpolate.flatMap(Curve.init(rawValue:)) ?? .linear
      let path = Path(curve(points.map { ($0.1.x.points, $0.1.y.points) }, kind))
      let width = layer.mark.strokeWidth ?? (subject ? theme.subjectLine : theme.contextLine)
      picture.marks.place(
        .shape(
          Shape(
            .path(path),
            stroke: Stroke(
              color, width: .pt(width), dash: layer.mark.strokeDash.map { .pt($0) }, cap: .round, join: .round))),
        at: .zero, role: .mark)
      obstruct(points.map(\.1), width: width, into: &picture)
      let name = layer.encoding[.color]?.field == nil ? "" : layer.value(.color, last.0).text
      requestEnd(name, last, layer, color: color, subject: subject, into: &picture)
      if subject, points.count > 1 { requestPoint(points[0], layer, color: color, into: &picture) }
      if subject, points.count > 3, let top = points.dropFirst().dropLast().max(by: { $0.1.y > $1.1.y }),
        top.1.y < points[0].1.y, top.1.y < last.1.y
      {
        requestPoint(top, layer, color: color, into: &picture)
      }
    }
  }

  private func isSubject(_ rows: [DataTable.Row], _ layer: Layer, of count: Int) -> Bool {
    colors.highlight.isEmpty ? true : colors.isHighlighted(rows[0], of: layer) || count == 1
  }

  /// Small boxes along a line, so that no text is set across it.
  private func obstruct(_ points: [Point], width: Double, into picture: inout Picture) {
    for (a, b) in zip(points, points.dropFirst()) {
      let steps = max(1, Int(((b.x - a.x).points / (theme.label.size / 2)).rounded(.up)))
      for i in 0..<steps {
        let (s, t) = (Double(i) / Double(steps), Double(i + 1) / Double(steps))
        let p = Point(a.x.points + (b.x - a.x).points * s, a.y.points + (b.y - a.y).points * s)
        let q = Point(a.x.points + (b.x - a.x).points * t, a.y.points + (b.y - a.y).points * t)
        picture.obstruct(
          Rect(
            min(p.x.points, q.x.points), min(p.y.points, q.y.points) - width / 2, abs((q.x - p.x).points),
            abs((q.y - p.y).points) + width))
      }
    }
  }

  private func marker(at point: Point, _ color: Color) -> Frame {
    let shape = Shape(
      .symbol(.circle, diameter: .pt(theme.marker)), fill: color,
      stroke: Stroke(theme.palette.background, width: .pt(theme.hairline * 2)))
    var frame = Frame(size: .zero)
    frame.place(.shape(shape), at: point, role: .annotation)
    return frame
  }

  /// Name and value at the end of a line.
  private func requestEnd(
    _ name: String, _ last: (DataTable.Row, Point), _ layer: Layer, color: Color, subject: Bool,
    into picture: inout Picture
  ) {
    let ink = subject ? theme.palette.textColor(of: color) : theme.palette.ink2
    let x = last.1.x.points + theme.marker / 2 + gap
    if !name.isEmpty {
      let line = text.line(name, subject ? .value : .label, ink)
      let h = (line.ascent + line.descent).points
      let offsets = [0.0, -0.6, 0.6, -1.1, 1.1, -1.6, 1.6, -2.1, 2.1]
      let places = offsets.map {
        LabelRequest.Candidate(origin: Point(x, last.1.y.points - h / 2 + $0 * theme.label.leading))
      }
      picture.request(
        LabelRequest(line, at: places, role: .legendLabel, priority: subject ? 20 : 8) { text.line(name, .value, $0) })
    }
    if subject { requestPoint(last, layer, color: color, into: &picture) }
  }

  /// A value above, below or beside its point.
  private func requestPoint(_ place: (DataTable.Row, Point), _ layer: Layer, color: Color, into picture: inout Picture)
  {
    guard let value = layer.value(.y, place.0).number else { return }
    let label = values.text(value, qualifier: layer.value(.qualifier, place.0), status: layer.value(.status, place.0))
    let line = text.line(label, .value, theme.palette.textColor(of: color))
    let (w, h) = (line.width.points, (line.ascent + line.descent).points)
    let (x, y) = (place.1.x.points, place.1.y.points)
    let reach = theme.marker / 2 + theme.clearance + 1
    let places = [
      Point(x - w / 2, y - reach - h), Point(x - w / 2, y + reach), Point(x - w - reach, y - h / 2),
      Point(x - w, y - reach - h), Point(x, y - reach - h), Point(x + reach, y - h / 2),
    ]
    var request = LabelRequest(line, at: places.map { .init(origin: $0) }, role: .valueLabel, priority: 12) {
      text.line(label, .value, $0)
    }
    request.companion = marker(at: place.1, color)
    picture.request(request)
  }

  func drawAreas(_ layer: Layer, into picture: inout Picture) {
    let stackedRows = layer.isStacked ? layer.stackedRows() : nil
    var copy = layer
    if let stackedRows { copy.table = DataTable(stackedRows) }
    for rows in groups(copy) {
      let edges = rows.compactMap { row -> (Double, Double, Double)? in
        guard let x = scales.x?(layer.value(.x, row)) else { return nil }
        let low =
          stackedRows != nil ? row[Layer.low] ?? .null : layer.encoding[.y2] == nil ? .number(0) : layer.value(.y2, row)
        let high = stackedRows != nil ? row[Layer.high] ?? .null : layer.value(.y, row)
        guard let a = scales.y?(low), let b = scales.y?(high) else { return nil }
        return (x, a, b)
      }.sorted { $0.0 < $1.0 }
      guard edges.count > 1 else { continue }
      let kind = layer.mark.interpolate.flatMap(Curve.init(rawValue:)) ?? .linear
      var path = Path(curve(edges.map { ($0.0, $0.2) }, kind))
      for edge in edges.reversed() { path.line(to: Point(edge.0, edge.1)) }
      path.close()
      let color = colors.color(rows[0], of: layer)
      let opacity = layer.mark.opacity ?? 1
      picture.marks.place(
        .shape(Shape(.path(path), fill: color.withAlpha(UInt8((opacity * 255).rounded())))), at: .zero, role: .mark)
    }
  }
}
