package import Diagnostics
import Scales

/// How a range of numbers is cut into equal bins (vega-statistics `bin`).
package struct BinParameters: Hashable, Sendable {
  /// The most bins there may be.
  package var maxbins: Double
  /// Steps are powers of it, divided by one of ``divide``.
  package var base: Double
  package var divide: [Double]
  /// The range that is binned; the data's when nil.
  package var extent: (low: Double, high: Double)? {
    get { bounds.map { ($0[0], $0[1]) } }
    set { bounds = newValue.map { [$0.low, $0.high] } }
  }
  private var bounds: [Double]?
  /// A value that a bin is moved to begin at.
  package var anchor: Double?
  /// The exact step; steps to choose from.
  package var step: Double?
  package var steps: [Double]?
  package var minstep: Double
  /// Whether the range is widened to whole steps.
  package var nice: Bool

  /// - Parameter maxbins: Vega-Lite's default is 10, and 6 for facets and shapes.
  package init(
    maxbins: Double = 10, base: Double = 10, divide: [Double] = [5, 2], extent: (low: Double, high: Double)? = nil,
    anchor: Double? = nil, step: Double? = nil, steps: [Double]? = nil, minstep: Double = 0, nice: Bool = true
  ) {
    self.maxbins = maxbins
    self.base = base
    self.divide = divide
    bounds = extent.map { [$0.low, $0.high] }
    self.anchor = anchor
    self.step = step
    self.steps = steps
    self.minstep = minstep
    self.nice = nice
  }

  /// - Throws: `transform.bin` for parameters that no bin can meet.
  package func check(at span: SourceSpan? = nil) throws(Diagnostic) {
    func demand(_ holds: Bool, _ what: String) throws(Diagnostic) {
      if !holds { throw .error("transform.bin", what, at: span) }
    }
    try demand(maxbins.isFinite && maxbins >= 1, "maxbins must be at least 1")
    try demand(base.isFinite && base > 1, "base must be above 1")
    try demand(divide.allSatisfy { $0.isFinite && $0 > 0 }, "divide must hold positive numbers")
    try demand(step.map { $0.isFinite && $0 > 0 } ?? true, "step must be positive")
    try demand(steps.map { !$0.isEmpty && $0.allSatisfy { $0.isFinite && $0 > 0 } } ?? true, "steps must be positive")
    try demand(minstep.isFinite && minstep >= 0, "minstep must not be negative")
    try demand(bounds.map { $0.allSatisfy(\.isFinite) } ?? true, "extent must be two finite numbers")
  }

  /// The bins of a range of data, which an ``extent`` replaces.
  package func bins(from dataLow: Double, to dataHigh: Double) -> Bins {
    var (low, high) = extent ?? (dataLow, dataHigh)
    let logBase = naturalLogarithm(base)
    let difference = high - low
    let span = difference != 0 ? difference : abs(low) != 0 ? abs(low) : 1
    let maxbins = maxbins == 0 ? 20 : maxbins
    var step: Double
    if let exact = self.step, exact > 0 {
      step = exact
    } else if let steps, let first = steps.first {
      let wanted = span / maxbins
      let above = steps.firstIndex { $0 >= wanted } ?? steps.count
      step = above == 0 ? first : steps[above - 1]
    } else {
      let level = (naturalLogarithm(maxbins) / logBase).rounded(.up)
      step = max(minstep, power(base, ((naturalLogarithm(span) / logBase) + 0.5).rounded(.down) - level))
      while (span / step).rounded(.up) > maxbins, step.isFinite { step *= base }
      for divisor in divide {
        let smaller = step / divisor
        if smaller >= minstep, span / smaller <= maxbins { step = smaller }
      }
    }
    let logStep = naturalLogarithm(step)
    let precision = logStep >= 0 ? 0 : (-logStep / logBase).rounded(.towardZero) + 1
    if nice {
      let epsilon = power(base, -precision - 1)
      let start = (low / step + epsilon).rounded(.down) * step
      low = low < start ? start - step : start
      high = (high / step).rounded(.up) * step
    }
    var bins = Bins(start: low, stop: high == low ? low + step : high, step: step)
    if let anchor {
      let shift = anchor - (bins.start + step * ((anchor - bins.start) / step).rounded(.down))
      bins.start += shift
      bins.reach += shift
    }
    return bins
  }

  package static func == (a: BinParameters, b: BinParameters) -> Bool {
    a.maxbins == b.maxbins && a.base == b.base && a.divide == b.divide && a.bounds == b.bounds && a.anchor == b.anchor
      && a.step == b.step && a.steps == b.steps && a.minstep == b.minstep && a.nice == b.nice
  }
}

/// Equal bins from `start` to `stop`; the last may stick out.
package struct Bins: Hashable, Sendable {
  package var start: Double
  package var stop: Double
  package var step: Double
  /// Where the last bin ends.
  fileprivate(set) var reach: Double

  package init(start: Double, stop: Double, step: Double) {
    self.start = start
    self.stop = stop
    self.step = step
    reach = start + ((stop - start) / step).rounded(.up) * step
  }

  /// The lower bound of a value's bin; infinite for values outside.
  package func floor(_ value: Double) -> Double {
    if value < start { return -.infinity }
    if value > reach { return .infinity }
    let inside = max(start, min(value, reach - step))
    return start + step * (1e-14 + (inside - start) / step).rounded(.down)
  }

  /// All bounds; at most ten thousand.
  package var boundaries: [Double] {
    let count = ((stop - start) / step).rounded()
    guard count.isFinite, count >= 0, count < 10_000 else { return [start, stop] }
    return (0...Int(count)).map { start + Double($0) * step }
  }
}
