/// How the points of a line are joined.
package enum Curve: String, Hashable, Sendable, CaseIterable {
  case linear
  /// Level runs that jump half-way between two points, at the second, or at the first.
  case step
  case stepBefore = "step-before"
  case stepAfter = "step-after"
  /// Smooth, and never above or below its neighbours (Steffen 1990).
  case monotone
}

/// A piece of a drawn path in plain numbers; the first of a line is its start.
package enum CurveSegment: Hashable, Sendable {
  case move(Double, Double)
  case line(Double, Double)
  case cubic(Double, Double, Double, Double, Double, Double)
}

/// The path through `points`.
package func curve(_ points: [(x: Double, y: Double)], _ kind: Curve) -> [CurveSegment] {
  guard let first = points.first else { return [] }
  var path: [CurveSegment] = [.move(first.x, first.y)]
  if kind == .monotone, points.count > 2 {
    let slopes = steffenSlopes(points)
    for i in 1..<points.count {
      let (a, b) = (points[i - 1], points[i])
      let third = (b.x - a.x) / 3
      path.append(.cubic(a.x + third, a.y + third * slopes[i - 1], b.x - third, b.y - third * slopes[i], b.x, b.y))
    }
    return path
  }
  for (a, b) in zip(points, points.dropFirst()) {
    switch kind {
    case .linear, .monotone: break
    case .step:
      let middle = (a.x + b.x) / 2
      path.append(.line(middle, a.y))
      path.append(.line(middle, b.y))
    case .stepBefore: path.append(.line(a.x, b.y))
    case .stepAfter: path.append(.line(b.x, a.y))
    }
    path.append(.line(b.x, b.y))
  }
  return path
}

/// The slope at each point: never steeper than twice the flatter neighbour, zero at a turn.
/// M. Steffen, "A simple method for monotonic interpolation in one dimension", A&A 239 (1990).
private func steffenSlopes(_ points: [(x: Double, y: Double)]) -> [Double] {
  let count = points.count
  var slopes = [Double](repeating: 0, count: count)
  func secant(_ i: Int) -> Double {
    let width = points[i + 1].x - points[i].x
    return width == 0 ? 0 : (points[i + 1].y - points[i].y) / width
  }
  for i in 1..<(count - 1) {
    let (h0, h1) = (points[i].x - points[i - 1].x, points[i + 1].x - points[i].x)
    let (s0, s1) = (secant(i - 1), secant(i))
    let parabola = h0 + h1 == 0 ? 0 : (s0 * h1 + s1 * h0) / (h0 + h1)
    let sign = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
    slopes[i] = sign * min(abs(s0), abs(s1), abs(parabola) / 2)
  }
  slopes[0] = (3 * secant(0) - slopes[1]) / 2
  slopes[count - 1] = (3 * secant(count - 2) - slopes[count - 2]) / 2
  return slopes
}
