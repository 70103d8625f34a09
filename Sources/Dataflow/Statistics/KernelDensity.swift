import Scales

/// A density estimated from a sample with a Gaussian kernel.
struct KernelDensity {
  let sample: [Double]
  let bandwidth: Double

  /// - Parameters:
  ///   - zeros: how many zeros the sample has besides; the bandwidth is estimated without their values.
  ///   - bandwidth: estimated when it is not positive.
  init(_ sample: [Double], zeros: Int = 0, bandwidth: Double) {
    self.sample = sample + Array(repeating: 0, count: zeros)
    self.bandwidth = bandwidth > 0 ? bandwidth : Self.suitedBandwidth(sample, count: sample.count + zeros)
  }

  func density(_ x: Double) -> Double {
    let kernel = NormalDistribution()
    return sample.reduce(0) { $0 + kernel.density((x - $1) / bandwidth) } / bandwidth / Double(sample.count)
  }

  func cumulative(_ x: Double) -> Double {
    let kernel = NormalDistribution()
    return sample.reduce(0) { $0 + kernel.cumulative((x - $1) / bandwidth) } / Double(sample.count)
  }

  /// 1.06 · min(s, IQR ÷ 1.34) · n^(−1/5) (D. W. Scott, "Multivariate Density Estimation", 1992).
  static func suitedBandwidth(_ sample: [Double], count: Int) -> Double {
    let sorted = sample.sorted()
    guard let q1 = sortedQuantile(sorted, 0.25), let q3 = sortedQuantile(sorted, 0.75) else { return 1 }
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = sorted.count > 1 ? (squares / Double(sorted.count - 1)).squareRoot() : 0
    let spread = min(deviation, (q3 - q1) / 1.34)
    let scale = spread > 0 ? spread : deviation > 0 ? deviation : q1 != 0 ? abs(q1) : 1
    return 1.06 * scale * power(Double(count), -0.2)
  }
}
