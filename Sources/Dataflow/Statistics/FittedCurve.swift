import Scales

/// A curve fitted to points by least squares (vega-statistics `regression`).
struct FittedCurve {
  /// Of the formula of the method: intercept and slope, or a polynomial's from the lowest power.
  var coefficients: [Double]
  var rSquared: Double
  var predict: (Double) -> Double

  /// Nil where the points do not settle the curve. `points` are finite.
  init?(_ method: Transform.Regression.Method, order: Int, _ points: [(x: Double, y: Double)]) {
    switch method {
    case .constant:
      let mean = points.reduce(0) { $0 + $1.y } / Double(points.count)
      coefficients = [mean]
      predict = { _ in mean }
      rSquared = 0
      return
    case .linear:
      let (a, b) = Self.line(points.map { ($0.x, $0.y, 1) })
      coefficients = [a, b]
      predict = { a + b * $0 }
    case .log:
      let (a, b) = Self.line(points.map { (naturalLogarithm($0.x), $0.y, 1) })
      coefficients = [a, b]
      predict = { a + b * naturalLogarithm($0) }
    case .exp:
      // Weighted by y, so that small values do not rule the fit.
      let (a, b) = Self.line(points.map { ($0.x, naturalLogarithm($0.y), $0.y) })
      coefficients = [exponential(a), b]
      predict = { exponential(a + b * $0) }
    case .pow:
      let (a, b) = Self.line(points.map { (naturalLogarithm($0.x), naturalLogarithm($0.y), 1) })
      let scale = exponential(a)
      coefficients = [scale, b]
      predict = { scale * power($0, b) }
    case .quad, .poly:
      let order = method == .quad ? 2 : order
      guard let fit = Self.polynomial(points, order: order) else { return nil }
      coefficients = fit.coefficients
      predict = fit.predict
    }
    let mean = points.reduce(0) { $0 + $1.y } / Double(points.count)
    let curve = predict
    let residue = points.reduce(0) { $0 + ($1.y - curve($1.x)) * ($1.y - curve($1.x)) }
    let total = points.reduce(0) { $0 + ($1.y - mean) * ($1.y - mean) }
    rSquared = 1 - residue / total
  }

  /// Intercept and slope of the weighted least-squares line.
  static func line(_ points: [(x: Double, y: Double, weight: Double)]) -> (intercept: Double, slope: Double) {
    let weight = points.reduce(0) { $0 + $1.weight }
    let x = points.reduce(0) { $0 + $1.x * $1.weight } / weight
    let y = points.reduce(0) { $0 + $1.y * $1.weight } / weight
    let xy = points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) * $1.weight } / weight
    let xx = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) * $1.weight } / weight
    let slope = abs(xx) < 1e-24 ? 0 : xy / xx
    return (y - slope * x, slope)
  }

  /// The polynomial of an order through the normal equations, reckoned about the means for exactness.
  private static func polynomial(
    _ points: [(x: Double, y: Double)], order: Int
  ) -> (coefficients: [Double], predict: (Double) -> Double)? {
    let n = Double(points.count)
    let (mx, my) = (points.reduce(0) { $0 + $1.x } / n, points.reduce(0) { $0 + $1.y } / n)
    let size = order + 1
    var sums = [Double](repeating: 0, count: 2 * order + 1)
    var right = [Double](repeating: 0, count: size)
    for point in points {
      var factor = 1.0
      for i in sums.indices {
        sums[i] += factor
        if i < size { right[i] += factor * (point.y - my) }
        factor *= point.x - mx
      }
    }
    let matrix = (0..<size).map { i in (0..<size).map { sums[i + $0] } + [right[i]] }
    guard let centred = solved(matrix) else { return nil }
    // (x − mx)^i expanded.
    var plain = [Double](repeating: 0, count: size)
    for (i, c) in centred.enumerated() {
      var binomial = 1.0
      for j in 0...i {
        plain[i - j] += c * binomial * power(-mx, Double(j))
        binomial = binomial * Double(i - j) / Double(j + 1)
      }
    }
    plain[0] += my
    return (plain, { x in my + centred.reversed().reduce(0) { $0 * (x - mx) + $1 } })
  }

  /// Gaussian elimination with partial pivoting; each row ends in its right side. Nil for a singular matrix.
  private static func solved(_ matrix: [[Double]]) -> [Double]? {
    var rows = matrix
    let n = rows.count
    for i in 0..<n {
      guard let pivot = (i..<n).max(by: { abs(rows[$0][i]) < abs(rows[$1][i]) }), rows[pivot][i] != 0 else { return nil }
      rows.swapAt(i, pivot)
      for j in i + 1..<max(n, i + 1) {
        let factor = rows[j][i] / rows[i][i]
        for k in i...n { rows[j][k] -= factor * rows[i][k] }
      }
    }
    var result = [Double](repeating: 0, count: n)
    for i in (0..<n).reversed() {
      let known = (i + 1..<max(n, i + 1)).reduce(0) { $0 + rows[i][$1] * result[$1] }
      result[i] = (rows[i][n] - known) / rows[i][i]
    }
    return result.allSatisfy(\.isFinite) ? result : nil
  }
}
