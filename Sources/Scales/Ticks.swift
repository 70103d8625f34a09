/// Round numbers between `start` and `stop`, both ends included where they are round; about `count` of them, in the
/// direction of the interval. Empty when a number is not finite or `count` is not positive.
///
/// Each tick is an integer times the step, or an integer over the inverse of a step below 1: 0.3 is 3 ÷ 10, not 3 × 0.1.
/// Steps are 1, 2 or 5 times a power of ten; the choice is that of d3-array.
package func ticks(from start: Double, to stop: Double, count: Double) -> [Double] {
  guard count > 0, count.isFinite, start.isFinite, stop.isFinite else { return [] }
  if start == stop { return [start] }
  let reversed = stop < start
  let spec = TickSpec(start: min(start, stop), stop: max(start, stop), count: count)
  guard spec.last >= spec.first, spec.last - spec.first < 100_000 else { return [] }
  let forward = stride(from: spec.first, through: spec.last, by: 1).map { spec.value(at: $0) }
  return reversed ? forward.reversed() : forward
}

/// The step between ticks for `start` ≤ `stop`; a step below 1 is given as minus its inverse, which is an integer.
/// Zero for an empty interval or endlessly many ticks, NaN for bad input, infinite for no ticks.
package func tickIncrement(from start: Double, to stop: Double, count: Double) -> Double {
  TickSpec(start: start, stop: stop, count: count).increment
}

/// The step between ticks; negative when `stop` is below `start`.
package func tickStep(from start: Double, to stop: Double, count: Double) -> Double {
  let increment = tickIncrement(from: min(start, stop), to: max(start, stop), count: count)
  let step = increment < 0 ? 1 / -increment : increment
  return stop < start ? -step : step
}

/// The interval widened outwards to ticks; as given when it has no finite step.
package func nice(from start: Double, to stop: Double, count: Double) -> (start: Double, stop: Double) {
  var low = start
  var high = stop
  var previous: Double?
  for _ in 0..<10 {
    let increment = tickIncrement(from: low, to: high, count: count)
    guard increment != previous, increment != 0, increment.isFinite else { break }
    if increment > 0 {
      low = (low / increment).rounded(.down) * increment
      high = (high / increment).rounded(.up) * increment
    } else {
      low = (low * increment).rounded(.up) / increment
      high = (high * increment).rounded(.down) / increment
    }
    previous = increment
  }
  return (low, high)
}

/// First and last tick as multiples of the step.
private struct TickSpec {
  var first: Double
  var last: Double
  /// As in ``tickIncrement(from:to:count:)``.
  var increment: Double

  /// The geometric means between 1, 2, 5 and 10: where the next factor is nearer.
  private static let to10 = 50.0.squareRoot()
  private static let to5 = 10.0.squareRoot()
  private static let to2 = 2.0.squareRoot()

  init(start: Double, stop: Double, count: Double) {
    let step = (stop - start) / max(0, count)
    guard step.isFinite, step > 0 else {
      (first, last) = (0, -1)
      increment = step.isNaN ? .nan : step == 0 ? 0 : step
      return
    }
    let power = decimalExponent(step)
    let error = step / tenTo(power)
    let factor: Double = error >= Self.to10 ? 10 : error >= Self.to5 ? 5 : error >= Self.to2 ? 2 : 1
    if power < 0 {
      let inverse = tenTo(-power) / factor
      first = roundedHalfUp(start * inverse)
      last = roundedHalfUp(stop * inverse)
      if first / inverse < start { first += 1 }
      if last / inverse > stop { last -= 1 }
      increment = -inverse
    } else {
      let size = tenTo(power) * factor
      first = roundedHalfUp(start / size)
      last = roundedHalfUp(stop / size)
      if first * size < start { first += 1 }
      if last * size > stop { last -= 1 }
      increment = size
    }
    if last < first, count >= 0.5, count < 2 { self = TickSpec(start: start, stop: stop, count: count * 2) }
  }

  func value(at index: Double) -> Double { increment < 0 ? index / -increment : index * increment }
}
