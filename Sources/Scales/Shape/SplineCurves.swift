typealias CurvePoint = (x: Double, y: Double)

// MARK: B-splines

private func basisSegment(_ a: CurvePoint, _ b: CurvePoint, _ c: CurvePoint) -> CurveSegment {
  .cubic(
    (2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3, (a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3, (a.x + 4 * b.x + c.x) / 6,
    (a.y + 4 * b.y + c.y) / 6)
}

private func basisKnot(_ a: CurvePoint, _ b: CurvePoint, _ c: CurvePoint) -> CurvePoint {
  ((a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6)
}

/// A cubic B-spline from the first point to the last.
func basisSpline(_ points: [CurvePoint]) -> [CurveSegment] {
  guard let first = points.first, let last = points.last else { return [] }
  var path: [CurveSegment] = [.move(first.x, first.y)]
  if points.count > 2 {
    path.append(.line((5 * first.x + points[1].x) / 6, (5 * first.y + points[1].y) / 6))
    for i in 2..<points.count { path.append(basisSegment(points[i - 2], points[i - 1], points[i])) }
    path.append(basisSegment(points[points.count - 2], last, last))
  }
  if points.count > 1 { path.append(.line(last.x, last.y)) }
  return path
}

/// Without the ends, which lie on no spline of four points.
func openBasisSpline(_ points: [CurvePoint]) -> [CurveSegment] {
  guard points.count > 2 else { return [] }
  let start = basisKnot(points[0], points[1], points[2])
  var path: [CurveSegment] = [.move(start.x, start.y)]
  for i in 3..<max(3, points.count) { path.append(basisSegment(points[i - 2], points[i - 1], points[i])) }
  return path
}

func closedBasisSpline(_ points: [CurvePoint]) -> [CurveSegment] {
  guard let first = points.first else { return [] }
  if points.count == 1 { return [.move(first.x, first.y)] }
  if points.count == 2 {
    let (a, b) = (points[0], points[1])
    return [
      .move((a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3), .line((b.x + 2 * a.x) / 3, (b.y + 2 * a.y) / 3),
    ]
  }
  let start = basisKnot(points[0], points[1], points[2])
  let round = points + points.prefix(3)
  var path: [CurveSegment] = [.move(start.x, start.y)]
  for i in 3..<round.count { path.append(basisSegment(round[i - 2], round[i - 1], round[i])) }
  return path
}

/// The points moved by a share of the way towards the straight line between the first and the last.
func straightened(_ points: [CurvePoint], by share: Double) -> [CurvePoint] {
  guard let first = points.first, let last = points.last, points.count > 1 else { return points }
  return points.enumerated().map { index, point in
    let t = Double(index) / Double(points.count - 1)
    return (
      (1 - share) * point.x + share * (first.x + t * (last.x - first.x)),
      (1 - share) * point.y + share * (first.y + t * (last.y - first.y))
    )
  }
}

// MARK: Natural spline

/// Solves for the Bézier controls that give continuous curvature (a tridiagonal system for each axis).
func naturalSpline(_ points: [CurvePoint]) -> [CurveSegment] {
  guard let first = points.first else { return [] }
  var path: [CurveSegment] = [.move(first.x, first.y)]
  guard points.count > 2 else { return path + points.dropFirst().map { .line($0.x, $0.y) } }
  let (x1, x2) = naturalControls(points.map(\.x))
  let (y1, y2) = naturalControls(points.map(\.y))
  for i in 0..<points.count - 1 { path.append(.cubic(x1[i], y1[i], x2[i], y2[i], points[i + 1].x, points[i + 1].y)) }
  return path
}

private func naturalControls(_ values: [Double]) -> (first: [Double], second: [Double]) {
  let n = values.count - 1
  var diagonal = [Double](repeating: 4, count: n)
  var right = (0..<n).map { 4 * values[$0] + 2 * values[$0 + 1] }
  diagonal[0] = 2
  right[0] = values[0] + 2 * values[1]
  diagonal[n - 1] = 7
  right[n - 1] = 8 * values[n - 1] + values[n]
  for i in 1..<n {
    let factor = (i == n - 1 ? 2 : 1) / diagonal[i - 1]
    diagonal[i] -= factor
    right[i] -= factor * right[i - 1]
  }
  var first = [Double](repeating: 0, count: n)
  first[n - 1] = right[n - 1] / diagonal[n - 1]
  for i in (0..<n - 1).reversed() { first[i] = (right[i] - first[i + 1]) / diagonal[i] }
  var second = (0..<n).map { $0 < n - 1 ? 2 * values[$0 + 1] - first[$0 + 1] : 0 }
  second[n - 1] = (values[n] + first[n - 1]) / 2
  return (first, second)
}

// MARK: Splines through the points

enum Tangents {
  case cardinal(Double)
  /// By a power of the distances.
  case catmullRom(Double)
}

func splines(_ points: [CurvePoint], _ kind: Curve, tangents: Tangents) -> [CurveSegment] {
  guard let first = points.first else { return [] }
  switch kind {
  case .cardinalOpen, .catmullRomOpen:
    guard points.count > 2 else { return [] }
    var path: [CurveSegment] = [.move(points[1].x, points[1].y)]
    for i in 1..<points.count - 2 + 0 where i + 2 < points.count {
      path.append(segment(points[i - 1], points[i], points[i + 1], points[i + 2], tangents))
    }
    return path
  case .cardinalClosed, .catmullRomClosed:
    if points.count == 1 { return [.move(first.x, first.y)] }
    if points.count == 2 { return [.move(points[1].x, points[1].y), .line(first.x, first.y)] }
    let n = points.count
    var path: [CurveSegment] = [.move(points[1].x, points[1].y)]
    for i in 1...n {
      path.append(segment(points[(i - 1) % n], points[i % n], points[(i + 1) % n], points[(i + 2) % n], tangents))
    }
    return path
  default:
    var path: [CurveSegment] = [.move(first.x, first.y)]
    guard points.count > 2 else { return path + points.dropFirst().map { .line($0.x, $0.y) } }
    for i in 0..<points.count - 1 {
      // An end has no neighbour beyond it; its own place gives no tangent.
      path.append(
        segment(
          i > 0 ? points[i - 1] : nil, points[i], points[i + 1], i + 2 < points.count ? points[i + 2] : nil, tangents))
    }
    return path
  }
}

/// The stretch from `b` to `c`, whose neighbours are `a` and `d`.
private func segment(
  _ a: CurvePoint?, _ b: CurvePoint, _ c: CurvePoint, _ d: CurvePoint?, _ tangents: Tangents
) -> CurveSegment {
  var (first, second) = (b, c)
  switch tangents {
  case .cardinal(let tension):
    let k = (1 - tension) / 6
    if let a { first = (b.x + k * (c.x - a.x), b.y + k * (c.y - a.y)) }
    if let d { second = (c.x + k * (b.x - d.x), c.y + k * (b.y - d.y)) }
  case .catmullRom(let alpha):
    func reach(_ p: CurvePoint, _ q: CurvePoint) -> (root: Double, full: Double) {
      let full = power((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y), alpha)
      return (full.squareRoot(), full)
    }
    let middle = reach(b, c)
    if let a {
      let before = reach(a, b)
      if before.root > 1e-12 {
        let weight = 2 * before.full + 3 * before.root * middle.root + middle.full
        let sum = 3 * before.root * (before.root + middle.root)
        first = (
          (b.x * weight - a.x * middle.full + c.x * before.full) / sum,
          (b.y * weight - a.y * middle.full + c.y * before.full) / sum
        )
      }
    }
    if let d {
      let after = reach(c, d)
      if after.root > 1e-12 {
        let weight = 2 * after.full + 3 * after.root * middle.root + middle.full
        let sum = 3 * after.root * (after.root + middle.root)
        second = (
          (c.x * weight + b.x * after.full - d.x * middle.full) / sum,
          (c.y * weight + b.y * after.full - d.y * middle.full) / sum
        )
      }
    }
  }
  return .cubic(first.x, first.y, second.x, second.y, c.x, c.y)
}
