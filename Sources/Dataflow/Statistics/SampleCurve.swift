import Scales

/// Points of a function from `low` to `high`, denser where it bends: between `minimum` and `maximum` steps, a stretch being
/// halved while its middle turns the line by more than half a degree (vega-statistics `sampleCurve`). Equal bounds give an
/// even grid.
func sampleCurve(
  from low: Double, to high: Double, minimum: Int = 25, maximum: Int = 200, _ function: (Double) -> Double
) -> [(x: Double, y: Double)] {
  func point(_ x: Double) -> (x: Double, y: Double) { (x, function(x)) }
  let span = high - low
  let maximum = max(minimum, maximum)
  if minimum == maximum || !(span > 0) {
    return (0..<maximum).map { point(low + Double($0) / Double(minimum) * span) } + [point(high)]
  }
  let stop = span / Double(maximum)
  var done = [point(low)]
  var ahead = [point(high)]
  for i in stride(from: minimum - 1, to: 0, by: -1) { ahead.append(point(low + Double(i) / Double(minimum) * span)) }
  let ys = ahead.map(\.y) + [done[0].y]
  let height = (ys.max() ?? 0) - (ys.min() ?? 0)
  let (sx, sy) = (1 / span, 1 / height)
  var last = done[0]
  while let next = ahead.last {
    let middle = point((last.x + next.x) / 2)
    let turn = abs(
      arcTangent(sy * (next.y - last.y), sx * (next.x - last.x))
        - arcTangent(sy * (middle.y - last.y), sx * (middle.x - last.x)))
    if middle.x - last.x >= stop, turn > 0.5 * .pi / 180 {
      ahead.append(middle)
    } else {
      last = next
      done.append(next)
      ahead.removeLast()
    }
  }
  return done
}
