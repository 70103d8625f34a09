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
  /// The baseline that moves least, weighted by the layers (Byron & Wattenberg 2008).
  case wiggle
}

/// Which layer lies at the bottom.
package enum StackOrder: String, Hashable, Sendable, CaseIterable {
  case none, reverse
  /// By the sums of the layers; ties keep their order.
  case ascending, descending
  /// By where a layer is largest.
  case appearance
  /// The layers that appear first inside, the others about them, both sides about equal.
  case insideOut = "insideout"

  /// Layer numbers, bottom first. NaN counts as nothing.
  package func places(of layers: [[Double]]) -> [Int] {
    let sums = layers.map { $0.reduce(0) { $1.isNaN ? $0 : $0 + $1 } }
    switch self {
    case .none: return Array(layers.indices)
    case .reverse: return layers.indices.reversed()
    case .ascending: return layers.indices.sorted { (sums[$0], $0) < (sums[$1], $1) }
    case .descending: return layers.indices.sorted { (sums[$0], $0) < (sums[$1], $1) }.reversed()
    case .appearance:
      let peaks = layers.map { layer in
        layer.indices.reduce(0) { layer[$1] > layer[$0] || (layer[$0].isNaN && !layer[$1].isNaN) ? $1 : $0 }
      }
      return layers.indices.sorted { (peaks[$0], $0) < (peaks[$1], $1) }
    case .insideOut:
      var (top, bottom) = (0.0, 0.0)
      var (tops, bottoms) = ([Int](), [Int]())
      for layer in StackOrder.appearance.places(of: layers) {
        if top < bottom {
          top += sums[layer]
          tops.append(layer)
        } else {
          bottom += sums[layer]
          bottoms.append(layer)
        }
      }
      return bottoms.reversed() + tops
    }
  }
}

/// The lower and upper bound of each layer in each pile: `layers[layer][pile]`, in the order of the layers given, of which
/// `order` (layer numbers, bottom first) may differ.
package func stacked(_ layers: [[Double]], order: [Int]? = nil, offset: StackOffset = .none) -> [[(Double, Double)]] {
  var result = layers.map { $0.map { _ in (0.0, 0.0) } }
  let order = order ?? Array(layers.indices)
  let piles = layers.map(\.count).min() ?? 0
  let baselines = offset == .wiggle ? wiggleBaselines(order.map { layers[$0] }, piles) : []
  for pile in 0..<piles {
    let values = order.map { layers[$0][pile] }
    let sum = values.reduce(0) { $1.isNaN ? $0 : $0 + $1 }
    let scale = offset == .expand && sum != 0 ? 1 / sum : 1
    var above = offset == .center ? -sum / 2 : offset == .wiggle ? baselines[pile] : 0.0
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
        above += value.isNaN ? 0 : value * scale
      }
    }
  }
  return result
}

/// Where the lowest layer of each pile begins: each step weighs how the layers' middles move by their size.
private func wiggleBaselines(_ layers: [[Double]], _ piles: Int) -> [Double] {
  var baselines = [Double](repeating: 0, count: piles)
  guard piles > 0 else { return [] }
  for pile in 1..<max(1, piles) {
    var (weight, moved, below) = (0.0, 0.0, 0.0)
    for layer in layers {
      let change = layer[pile] - layer[pile - 1]
      moved += (below + change / 2) * layer[pile]
      weight += layer[pile]
      below += change
    }
    baselines[pile] = baselines[pile - 1] - (weight != 0 ? moved / weight : 0)
  }
  return baselines
}

/// Layers that stack from the smallest sum to the largest; ties keep their order.
package func ascendingStackOrder(_ layers: [[Double]]) -> [Int] { StackOrder.ascending.places(of: layers) }
