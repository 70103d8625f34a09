/// Start and end angle of each value's sector in input order, in radians clockwise from twelve o'clock. Negative values
/// have no extent; without any extent all sectors stand at the start.
///
/// - Parameter descending: whether the largest value comes first around the circle; otherwise input order.
package func pieAngles(
  _ values: [Double], from start: Double = 0, to end: Double = 2 * .pi, padAngle: Double = 0, descending: Bool = false
) -> [(start: Double, end: Double)] {
  let extent = min(2 * .pi, max(-2 * .pi, end - start))
  let sum = values.reduce(0) { $0 + max(0, $1) }
  let pad = values.isEmpty ? 0 : min(abs(extent) / Double(values.count), padAngle)
  let signedPad = extent < 0 ? -pad : pad
  let perUnit = sum > 0 ? (extent - Double(values.count) * signedPad) / sum : 0
  let order =
    descending
    ? values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 } : Array(values.indices)
  var result = values.map { _ in (start: start, end: start) }
  var angle = start
  for index in order {
    let next = angle + (values[index] > 0 ? values[index] * perUnit : 0) + signedPad
    result[index] = (angle, next)
    angle = next
  }
  return result
}
