/// A smooth line that rises and falls only with its points: never steeper than twice the flatter neighbour, level at a
/// turn. M. Steffen, "A simple method for monotonic interpolation in one dimension", A&A 239 (1990). Points that repeat
/// the one before are passed over.
func monotone(_ all: [(x: Double, y: Double)]) -> [CurveSegment] {
  var points: [(x: Double, y: Double)] = []
  for point in all {
    if let last = points.last, last.x == point.x, last.y == point.y { continue }
    points.append(point)
  }
  guard let first = points.first else { return [] }
  var path: [CurveSegment] = [.move(first.x, first.y)]
  guard points.count > 2 else { return path + points.dropFirst().map { .line($0.x, $0.y) } }
  let slopes = steffenSlopes(points)
  for i in 1..<points.count {
    let (a, b) = (points[i - 1], points[i])
    let third = (b.x - a.x) / 3
    path.append(.cubic(a.x + third, a.y + third * slopes[i - 1], b.x - third, b.y - third * slopes[i], b.x, b.y))
  }
  return path
}

private func steffenSlopes(_ points: [(x: Double, y: Double)]) -> [Double] {
  let count = points.count
  var slopes = [Double](repeating: 0, count: count)
  for i in 1..<(count - 1) {
    let (h0, h1) = (points[i].x - points[i - 1].x, points[i + 1].x - points[i].x)
    // A step straight up has an endless slope, of the sign of its neighbour's direction.
    let s0 = (points[i].y - points[i - 1].y) / (h0 != 0 ? h0 : h1 < 0 ? -0.0 : 0)
    let s1 = (points[i + 1].y - points[i].y) / (h1 != 0 ? h1 : h0 < 0 ? -0.0 : 0)
    let parabola = (s0 * h1 + s1 * h0) / (h0 + h1)
    let sign = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
    let slope = sign * min(abs(s0), abs(s1), 0.5 * abs(parabola))
    slopes[i] = slope.isNaN || parabola.isNaN ? 0 : slope
  }
  func end(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ neighbour: Double) -> Double {
    let h = b.x - a.x
    return h == 0 ? neighbour : (3 * (b.y - a.y) / h - neighbour) / 2
  }
  slopes[0] = end(points[0], points[1], slopes[1])
  slopes[count - 1] = end(points[count - 2], points[count - 1], slopes[count - 2])
  return slopes
}
