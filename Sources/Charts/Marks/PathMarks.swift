import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

extension UnitEncoder {
  /// Lines: one path a series, broken where a value is missing.
  func lines() -> [SceneItem] {
    let paint = MarkPaint(self)
    let (xs, ys) = (point(.x), point(.y))
    let join = CurveStyle(self)
    let isDefined = definedRows()
    let reference = references()
    return series().compactMap { rows in
      guard let first = rows.first else { return nil }
      var path = Path()
      var places: [DatumReference.Place] = []
      for run in runs(rows, isDefined) {
        let points = run.compactMap { row -> (x: Double, y: Double)? in
          guard let x = xs(row), let y = ys(row) else { return nil }
          places.append(place(reference(row), x, y))
          return (x, y)
        }
        join.append(points, to: &path)
      }
      return pathItem(
        path, fill: paint.fill(first).flatMap { unit.properties.bool("filled") == true || unit.own["fill"] != nil ? $0 : nil },
        stroke: paint.stroke(first), row: first, places: places)
    }
  }

  /// Areas: one closed path a series.
  func areas() -> [SceneItem] {
    let paint = MarkPaint(self)
    let isHorizontal = unit.orient == .horizontal
    let along = point(isHorizontal ? .y : .x)
    let across = areaSpan(isHorizontal ? .x : .y)
    let join = CurveStyle(self)
    let isDefined = definedRows()
    let reference = references()
    return series().compactMap { rows in
      guard let first = rows.first else { return nil }
      var path = Path()
      var places: [DatumReference.Place] = []
      for run in runs(rows, isDefined) {
        var top: [(x: Double, y: Double)] = []
        var bottom: [(x: Double, y: Double)] = []
        for row in run {
          guard let place = along(row), let span = across(row) else { continue }
          top.append(isHorizontal ? (span.end, place) : (place, span.end))
          if let last = top.last { places.append(self.place(reference(row), last.x, last.y)) }
          bottom.append(isHorizontal ? (span.start, place) : (place, span.start))
        }
        guard !top.isEmpty else { continue }
        join.append(top, to: &path)
        join.append(bottom.reversed(), to: &path, joined: true, reversed: true)
        path.close()
      }
      return pathItem(path, fill: paint.fill(first), stroke: paint.stroke(first), row: first, places: places)
    }
  }

  private func areaSpan(_ channel: Channel) -> (Int) -> Span? {
    unit.encoding[channel] == nil && unit.encoding[channel.second ?? channel] == nil
      ? { _ in wholeSpan(channel) } : rangeSpan(channel)
  }

  /// Trails: lines whose width follows the size.
  func trails() -> [SceneItem] {
    let paint = MarkPaint(self)
    let (xs, ys) = (point(.x), point(.y))
    let sizes = numbers(Channel.size)
    let fixed = numbers("size")
    let isDefined = definedRows()
    return series().flatMap { rows -> [SceneItem] in
      guard let first = rows.first else { return [] }
      var path = Path()
      var middle = Path()
      for run in runs(rows, isDefined) {
        let points = run.compactMap { row -> (x: Double, y: Double, r: Double)? in
          guard let x = xs(row), let y = ys(row) else { return nil }
          return (x, y, max(0, sizes?(row) ?? fixed(row) ?? 2) / 2)
        }
        appendTrail(points, to: &path)
        for (index, point) in points.enumerated() {
          if index == 0 { middle.move(to: Point(point.x, point.y)) } else { middle.line(to: Point(point.x, point.y)) }
        }
      }
      let color = paint.fill(first) ?? paint.stroke(first)?.color
      guard let line = pathItem(middle, fill: nil, stroke: color.map { Stroke($0, width: .pt(0.5)) }, row: first),
        var body = pathItem(path, fill: color, stroke: nil, row: first)
      else { return [] }
      // The mark is the line through the points, as a dump measures it; its body is what swells about it.
      body.role = .decoration
      return [body, line]
    }
  }

  private func appendTrail(_ points: [(x: Double, y: Double, r: Double)], to path: inout Path) {
    guard points.count > 1 else { return }
    var left: [Point] = []
    var right: [Point] = []
    for index in points.indices {
      let (a, b) = (points[max(0, index - 1)], points[min(points.count - 1, index + 1)])
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      let (nx, ny) = (-dy / length, dx / length)
      let p = points[index]
      left.append(Point(p.x + nx * p.r, p.y + ny * p.r))
      right.append(Point(p.x - nx * p.r, p.y - ny * p.r))
    }
    guard let start = left.first else { return }
    path.move(to: start)
    for point in left.dropFirst() + right.reversed() { path.line(to: point) }
    path.close()
  }

  /// Rows whose position is valid; a path breaks at the others.
  private func definedRows() -> (Int) -> Bool {
    switch unit.invalidMode {
    case .show, .filter, .filterShowingDomains: return { _ in true }
    case .breakPaths, .breakFilteringDomains:
      let valid = Set(unit.validRows)
      return { valid.contains($0) }
    }
  }

  private func runs(_ rows: [Int], _ isDefined: (Int) -> Bool) -> [[Int]] {
    var runs: [[Int]] = [[]]
    for row in rows {
      if isDefined(row) { runs[runs.count - 1].append(row) } else if !runs[runs.count - 1].isEmpty { runs.append([]) }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func place(_ datum: DatumReference, _ x: Double, _ y: Double) -> DatumReference.Place {
    DatumReference.Place(datum: datum.datum ?? "", value: datum.value, at: Point(x, y))
  }

  func pathItem(
    _ path: Path, fill: Color?, stroke: Stroke?, row: Int, places: [DatumReference.Place] = [], angle: Double? = nil
  ) -> SceneItem? {
    guard let box = path.bounds else { return nil }
    var datum = reference(row)
    (datum.places, datum.angle) = (places, angle)
    let half = stroke.map { $0.width.points / 2 } ?? 0
    return SceneItem(
      content: .shape(Shape(.path(path), fill: fill, stroke: stroke), at: .zero),
      bounds: Box(box.minX.points, box.minY.points, box.maxX.points, box.maxY.points).expanded(by: half), role: .mark,
      datum: datum)
  }
}

/// How the points of a path are joined.
struct CurveStyle {
  let kind: Curve
  let tension: Double?
  let isAlongY: Bool

  init(_ encoder: UnitEncoder) {
    let name = encoder.unit.properties.text("interpolate") ?? "linear"
    kind = Curve(rawValue: name) ?? .linear
    tension = encoder.unit.properties.number("tension")
    isAlongY = encoder.unit.orient == .horizontal
  }

  /// - Parameters:
  ///   - joined: whether the path goes on from where it is, as the lower edge of an area does.
  ///   - reversed: whether the points run against the axis, so that steps before and after change places.
  func append(_ points: [(x: Double, y: Double)], to path: inout Path, joined: Bool = false, reversed: Bool = false) {
    guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    let kind = reversed ? self.kind.reversed : self.kind
    let turned = isAlongY && (kind == .monotone || kind == .step || kind == .stepBefore || kind == .stepAfter)
    let source = turned ? points.map { (x: $0.y, y: $0.x) } : points
    func at(_ x: Double, _ y: Double) -> Point { turned ? Point(y, x) : Point(x, y) }
    if !joined, points.count == 1, let only = points.first {
      // A point between gaps is seen where a look gives lines round ends.
      path.move(to: Point(only.x, only.y))
      path.line(to: Point(only.x, only.y))
      return
    }
    for segment in curve(source, kind, tension: tension) {
      switch segment {
      case .move(let x, let y): if joined { path.line(to: at(x, y)) } else { path.move(to: at(x, y)) }
      case .line(let x, let y): path.line(to: at(x, y))
      case .cubic(let ax, let ay, let bx, let by, let x, let y): path.cubic(at(ax, ay), at(bx, by), to: at(x, y))
      }
    }
  }
}
