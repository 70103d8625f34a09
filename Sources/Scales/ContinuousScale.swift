/// Maps numbers to positions, straight or through a logarithm, a power or a root; a value, so two charts never share one
/// by accident. Two ends each, or as many inner stops as wanted (piecewise).
package struct ContinuousScale: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case linear
    case log(base: Double)
    case pow(exponent: Double)
    /// Like a logarithm, but straight near zero (Webber 2013): sign(x)·ln(1 + |x ÷ constant|).
    case symlog(constant: Double)
    package static let sqrt = Kind.pow(exponent: 0.5)
  }

  package var kind: Kind
  package var domain: [Double]
  package var range: [Double]
  /// Whether positions outside the range are pulled to its ends.
  package var clamp: Bool
  /// Whether positions are whole numbers.
  package var round: Bool

  package init(
    _ kind: Kind = .linear, domain: [Double] = [0, 1], range: [Double] = [0, 1], clamp: Bool = false, round: Bool = false
  ) {
    self.kind = kind
    self.round = round
    self.domain = domain
    self.range = range
    self.clamp = clamp
  }

  /// The position of `value`; the middle of the range where the domain has no extent. NaN when the value has no place
  /// on the scale, such as a negative number on a logarithm.
  package func callAsFunction(_ value: Double) -> Double {
    let stops = pairs
    guard let first = domain.first, let last = stops.last?.domain else { return .nan }
    var x = value
    if clamp { x = min(max(x, min(first, last)), max(first, last)) }
    let position = piece(of: x, in: stops.map(\.domain), to: stops.map(\.range), forward: true)
    return round ? (position + 0.5).rounded(.down) : position
  }

  /// The value at a position.
  package func invert(_ position: Double) -> Double {
    let stops = pairs
    guard let first = stops.first?.domain, let last = stops.last?.domain else { return .nan }
    let value = piece(of: position, in: stops.map(\.range), to: stops.map(\.domain), forward: false)
    return clamp ? min(max(value, min(first, last)), max(first, last)) : value
  }

  /// The domain widened to round numbers at both ends.
  package func nice(count: Double = 10) -> ContinuousScale {
    guard let first = domain.first, let last = domain.last, first.isFinite, last.isFinite else { return self }
    var ends: (start: Double, stop: Double)
    switch kind {
    case .log(let base):
      func outward(_ x: Double, _ rule: FloatingPointRoundingRule) -> Double {
        x < 0
          ? -power(base, logarithm(-x, base).rounded(rule == .down ? .up : .down))
          : power(base, logarithm(x, base).rounded(rule))
      }
      ends = (outward(min(first, last), .down), outward(max(first, last), .up))
    default: ends = Scales.nice(from: min(first, last), to: max(first, last), count: count)
    }
    if last < first { swap(&ends.start, &ends.stop) }
    var copy = self
    copy.domain[0] = ends.start
    copy.domain[domain.count - 1] = ends.stop
    return copy
  }

  private var pairs: [(domain: Double, range: Double)] {
    let count = min(domain.count, range.count)
    return (0..<count).map { (domain[$0], range[$0]) }
  }

  /// Interpolates `x` in the stretch of `from` that holds it.
  private func piece(of x: Double, in from: [Double], to: [Double], forward: Bool) -> Double {
    guard from.count > 1, !x.isNaN else { return from.count == 1 ? (to.first ?? .nan) : .nan }
    var i = 0
    let rising = (from.last ?? 0) >= from[0]
    while i < from.count - 2, rising ? x >= from[i + 1] : x <= from[i + 1] { i += 1 }
    let (a, b) = (from[i], from[i + 1])
    let (c, d) = (to[i], to[i + 1])
    if forward {
      let (start, end) = (bent(a), bent(b))
      let extent = end - start
      let t = extent == 0 ? 0.5 : (bent(x) - start) / extent
      return mix(c, d, t)
    }
    let t = b == a ? 0.5 : (x - a) / (b - a)
    return straight(mix(bent(c), bent(d), t))
  }

  private func mix(_ a: Double, _ b: Double, _ t: Double) -> Double { a * (1 - t) + b * t }

  /// The number as the scale measures it; logarithms of a negative domain are mirrored.
  private func bent(_ x: Double) -> Double {
    switch kind {
    case .linear: return x
    case .log: return isMirrored ? -naturalLogarithm(-x) : naturalLogarithm(x)
    case .pow(let exponent):
      if exponent == 1 { return x }
      if exponent == 0.5 { return x < 0 ? -(-x).squareRoot() : x.squareRoot() }
      return x < 0 ? -power(-x, exponent) : power(x, exponent)
    case .symlog(let constant):
      let size = logarithmOfOnePlus(abs(x / constant))
      return x < 0 ? -size : size
    }
  }

  private func straight(_ y: Double) -> Double {
    switch kind {
    case .linear: return y
    case .log: return isMirrored ? -exponential(-y) : exponential(y)
    case .pow(let exponent):
      if exponent == 1 { return y }
      if exponent == 0.5 { return y < 0 ? -y * y : y * y }
      return y < 0 ? -power(-y, 1 / exponent) : power(y, 1 / exponent)
    case .symlog(let constant):
      let size = exponentialMinusOne(abs(y)) * constant
      return y < 0 ? -size : size
    }
  }

  private var isMirrored: Bool { (domain.first ?? 1) < 0 }
}

/// The logarithm to any base; exact where `x` is a power of ten and the base is ten.
func logarithm(_ x: Double, _ base: Double) -> Double {
  if base == 10, x > 0, x.isFinite {
    let exponent = decimalExponent(x)
    if tenTo(exponent) == x { return Double(exponent) }
  }
  return naturalLogarithm(x) / naturalLogarithm(base)
}
