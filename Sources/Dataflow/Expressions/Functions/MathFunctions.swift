import Scales

let mathFunctions: [String: ExpressionFunction] = [
  "abs": .numeric { abs($0) },
  "acos": .numeric { arcCosine($0) },
  "asin": .numeric { arcSine($0) },
  "atan": .numeric { arcTangent($0) },
  "atan2": ExpressionFunction(2) { .number(arcTangent($0[0].asNumber, $0[1].asNumber)) },
  "ceil": .numeric { $0.rounded(.up) },
  "cos": .numeric { cosine($0) },
  "exp": .numeric { exponential($0) },
  "floor": .numeric { $0.rounded(.down) },
  "hypot": ExpressionFunction(0) { .number($0.reduce(0) { $0 + $1.asNumber * $1.asNumber }.squareRoot()) },
  "log": .numeric { naturalLogarithm($0) },
  "max": ExpressionFunction(0) { arguments in
    .number(arguments.map(\.asNumber).reduce(-.infinity) { $0.isNaN || $1.isNaN ? .nan : max($0, $1) })
  },
  "min": ExpressionFunction(0) { arguments in
    .number(arguments.map(\.asNumber).reduce(.infinity) { $0.isNaN || $1.isNaN ? .nan : min($0, $1) })
  },
  "pow": ExpressionFunction(2) { .number(power($0[0].asNumber, $0[1].asNumber)) },
  // Halves go up, also below zero.
  "round": .numeric { ($0 + 0.5).rounded(.down) },
  "sin": .numeric { sine($0) },
  "sqrt": .numeric { $0.squareRoot() },
  "tan": .numeric { tangent($0) },
  "clamp": ExpressionFunction(3) { .number(max($0[1].asNumber, min($0[2].asNumber, $0[0].asNumber))) },
  // Of numbers alone: a text is neither.
  "isNaN": ExpressionFunction(1) { if case .number(let value) = $0[0] { .boolean(value.isNaN) } else { false } },
  "isFinite": ExpressionFunction(1) { if case .number(let value) = $0[0] { .boolean(value.isFinite) } else { false } },
  "inrange": ExpressionFunction(2) { arguments in
    guard case .list(let bounds) = arguments[1], let first = bounds.first, let last = bounds.last else {
      return .boolean(false)
    }
    let value = arguments[0]
    let isReversed = last.isLess(than: first) == true
    let (low, high) = isReversed ? (last, first) : (first, last)
    let (takesLow, takesHigh) = (arguments.flag(2), arguments.flag(3))
    let above = takesLow ? value.isLess(than: low) == false : low.isLess(than: value) == true
    let below = takesHigh ? high.isLess(than: value) == false : value.isLess(than: high) == true
    return .boolean(above && below)
  },
  "lerp": ExpressionFunction(2) { arguments in
    guard case .list(let ends) = arguments[0], let low = ends.first?.asNumber, let high = ends.last?.asNumber else {
      return .undefined
    }
    return .number(low + (high - low) * arguments[1].asNumber)
  },
]

extension [DataValue] {
  /// A flag that counts as true when it was left out.
  fileprivate func flag(_ place: Int) -> Bool { argument(place) == .undefined || argument(place).isTruthy }
}
