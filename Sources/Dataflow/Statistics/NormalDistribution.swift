import Scales

/// The normal distribution and its logarithmic form.
struct NormalDistribution: Hashable, Sendable {
  var mean = 0.0
  var deviation = 1.0

  func density(_ x: Double) -> Double {
    let z = (x - mean) / deviation
    return exponential(-0.5 * z * z) / (deviation * (2 * Double.pi).squareRoot())
  }

  func cumulative(_ x: Double) -> Double {
    0.5 * complementaryErrorFunction(-(x - mean) / deviation / 2.0.squareRoot())
  }

  /// The value below which the share `p` lies; NaN outside 0…1. Acklam's rational approximation, then one step of Halley's
  /// method, which makes it exact to the last digits.
  func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239]
    let b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
    let c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783]
    let d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]
    func horner(_ coefficients: [Double], _ x: Double) -> Double { coefficients.reduce(0) { $0 * x + $1 } }
    var z: Double
    if p < 0.02425 || p > 1 - 0.02425 {
      let tail = min(p, 1 - p)
      let q = (-2 * naturalLogarithm(tail)).squareRoot()
      z = horner(c, q) / (horner(d, q) * q + 1)
      if p > 0.5 { z = -z }
    } else {
      let q = p - 0.5
      let r = q * q
      z = horner(a, r) * q / (horner(b, r) * r + 1)
    }
    let error = NormalDistribution().cumulative(z) - p
    let u = error * (2 * Double.pi).squareRoot() * exponential(z * z / 2)
    z -= u / (1 + z * u / 2)
    return mean + deviation * z
  }
}
