/// The quantile of sorted numbers by linear interpolation (type 7 of Hyndman & Fan 1996); nil for none.
package func sortedQuantile(_ sorted: [Double], _ share: Double) -> Double? {
  guard let first = sorted.first, let last = sorted.last, !share.isNaN else { return nil }
  if share <= 0 || sorted.count < 2 { return first }
  if share >= 1 { return last }
  let place = Double(sorted.count - 1) * share
  let below = Int(place)
  let low = sorted[below]
  return low + (sorted[below + 1] - low) * (place - Double(below))
}

/// The place of the value that stands at a share of the way from the smallest to the largest; of several the first. NaN
/// stands nowhere; nil for no values.
package func quantileIndex(_ values: [Double], _ share: Double) -> Int? {
  let places = values.indices.filter { !values[$0].isNaN }
  guard let last = places.indices.last, !share.isNaN else { return nil }
  let sorted = places.sorted { (values[$0], $0) < (values[$1], $1) }
  return sorted[Int((Double(last) * min(1, max(0, share))).rounded(.down))]
}

/// The smallest and the largest number, NaN left aside; nil for none.
package func extent(_ values: [Double]) -> (low: Double, high: Double)? {
  var result: (low: Double, high: Double)?
  for value in values where !value.isNaN {
    result = result.map { (min($0.low, value), max($0.high, value)) } ?? (value, value)
  }
  return result
}
