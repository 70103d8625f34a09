/// How layers are put on each other.
package enum StackOffset: String, Hashable, Sendable, CaseIterable {
  /// From zero upwards.
  case none = "zero"
  /// Each pile scaled to 1.
  case expand = "normalize"
  /// Each pile centred on zero.
  case center
  /// Positive values upwards from zero, negative ones downwards.
  case diverging
}

/// The lower and upper bound of each layer in each pile: `layers[layer][pile]`, in the order of the layers given, of which
/// `order` (layer numbers, bottom first) may differ.
package func stacked(_ layers: [[Double]], order: [Int]? = nil, offset: StackOffset = .none) -> [[(Double, Double)]] {
  var result = layers.map { $0.map { _ in (0.0, 0.0) } }
  let order = order ?? Array(layers.indices)
  for pile in 0..<(layers.map(\.count).min() ?? 0) {
    let values = order.map { layers[$0][pile] }
    let sum = values.reduce(0, +)
    let scale = offset == .expand && sum != 0 ? 1 / sum : 1
    var above = offset == .center ? -sum / 2 : 0.0
    var below = 0.0
    for (layer, value) in zip(order, values) {
      if offset == .diverging {
        if value < 0 {
          result[layer][pile] = (below + value, below)
          below += value
        } else {
          result[layer][pile] = value == 0 ? (0, 0) : (above, above + value)
          above += value
        }
      } else {
        result[layer][pile] = (above, above + value * scale)
        above += value * scale
      }
    }
  }
  return result
}

/// Layers that stack from the smallest sum to the largest; ties keep their order.
package func ascendingStackOrder(_ layers: [[Double]]) -> [Int] {
  let sums = layers.map { $0.reduce(0) { $1.isNaN ? $0 : $0 + $1 } }
  return layers.indices.sorted { (sums[$0], $0) < (sums[$1], $1) }
}
