import Geometry
import Scales

/// The scales that all layers of a plot share; positions are still without range.
struct ScaleSet {
  var x: PositionScale?
  var y: PositionScale?
  var size: ContinuousScale?
  /// Names of the colour field's categories, in order of appearance.
  var series: [String]
  /// Categories within a band, for grouped bars.
  var offsets: [String]

  init(_ layers: [Layer], theme: ChartTheme, niceX: Bool, niceY: Bool) {
    x = ScaleSet.position(.x, and: .x2, layers, theme, nice: niceX)
    y = ScaleSet.position(.y, and: .y2, layers, theme, nice: niceY)
    series = ScaleSet.categories(.color, layers)
    offsets = ScaleSet.categories(.xOffset, layers)
    if offsets.isEmpty { offsets = ScaleSet.categories(.yOffset, layers) }
    let sizes = layers.flatMap { layer in
      layer.table.rows.compactMap { layer.encoding[.size]?.field == nil ? nil : layer.value(.size, $0).number }
    }
    size = sizes.max().map { ContinuousScale(.sqrt, domain: [0, max($0, .leastNonzeroMagnitude)], range: [0, 1]) }
  }

  private static func categories(_ channel: Encoding.Channel, _ layers: [Layer]) -> [String] {
    var found: [String] = []
    for layer in layers {
      guard let spec = layer.encoding[channel], layer.isDiscrete(channel) else { continue }
      if let domain = spec.scale?.domain, !domain.isEmpty { return domain.map(\.text) }
      for row in layer.table.rows {
        let name = layer.value(channel, row)
        if name != .null, !found.contains(name.text) { found.append(name.text) }
      }
    }
    return found
  }

  private static func position(
    _ channel: Encoding.Channel, and second: Encoding.Channel, _ layers: [Layer], _ theme: ChartTheme, nice: Bool
  ) -> PositionScale? {
    let users = layers.filter { $0.encoding[channel] != nil || $0.encoding[second] != nil }
    guard let first = users.first(where: { $0.encoding[channel] != nil }) else { return nil }
    let spec = first.encoding[channel]
    switch users.compactMap({ $0.type(of: channel) }).first ?? .quantitative {
    case .nominal, .ordinal:
      let names = sorted(categories(channel, users), by: spec?.sort, channel, users, theme)
      let isBand = users.contains { [.bar, .rect, .tick].contains($0.mark.kind) }
      return PositionScale(
        kind: .band(
          isBand ? BandScale(names, paddingInner: 0.375, paddingOuter: 0) : .points(names, range: (0, 1), padding: 0.5))
      )
    case .temporal:
      let times = users.flatMap { layer in layer.table.rows.compactMap { time(layer.value(channel, $0)) } }
      guard let low = times.min(), let high = times.max() else { return nil }
      return PositionScale(kind: .time(TimeScale(domain: (low, high))))
    case .quantitative:
      return PositionScale(kind: .continuous(quantitative(channel, second, users, spec?.scale, nice: nice)))
    }
  }

  private static func quantitative(
    _ channel: Encoding.Channel, _ second: Encoding.Channel, _ users: [Layer], _ scale: ScaleSpec?, nice: Bool
  ) -> ContinuousScale {
    var values: [Double] = []
    var fromZero = scale?.zero ?? false
    for layer in users {
      if layer.isStacked, layer.measure == channel {
        let rows = layer.stackedRows()
        values += rows.flatMap { [$0[Layer.low]?.number, $0[Layer.high]?.number].compactMap { $0 } }
      } else {
        values += layer.table.rows.flatMap {
          [layer.value(channel, $0).number, layer.value(second, $0).number].compactMap { $0 }
        }
      }
      if layer.mark.kind == .bar || layer.mark.kind == .area, layer.measure == channel {
        fromZero = scale?.zero ?? true
      }
    }
    let given = scale?.domain.compactMap(\.number) ?? []
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if fromZero { (low, high) = (min(0, low), max(0, high)) }
    if low == high { (low, high) = low == 0 ? (0, 1) : low > 0 ? (0, high) : (low, 0) }
    let kind: ContinuousScale.Kind =
      switch scale?.type {
      case .log?: .log(base: 10)
      case .pow?, .sqrt?: .sqrt
      case .symlog?: .symlog(constant: 1)
      default: .linear
      }
    let plain = ContinuousScale(kind, domain: given.count >= 2 ? given : [low, high])
    return given.count < 2 && nice && scale?.nice != false ? plain.nice(count: 4) : plain
  }

  private static func sorted(
    _ names: [String], by sort: ChannelSpec.Sort?, _ channel: Encoding.Channel, _ users: [Layer], _ theme: ChartTheme
  ) -> [String] {
    switch sort ?? (theme.sortsCategories ? .ascending : .data) {
    case .data: return names
    case .ascending: return names.sorted(by: precedes)
    case .descending: return names.sorted { precedes($1, $0) }
    case .values(let order): return order.filter(names.contains) + names.filter { !order.contains($0) }
    case .field(let field, let descending):
      let sums = names.map { name in
        users.reduce(0.0) { sum, layer in
          let measure = layer.column(layer.measure)
          let key = field == "x" || field == "y" || field == "-x" || field == "-y" ? measure : field
          return sum
            + layer.table.rows.filter { layer.value(channel, $0).text == name }.reduce(0) { sum, row in
              sum + (key.flatMap { row[$0]?.number } ?? 0)
            }
        }
      }
      // Ties by name, so that a ranking has one order.
      return names.indices.sorted {
        sums[$0] != sums[$1] ? (sums[$0] < sums[$1]) != descending : names[$0] < names[$1]
      }.map { names[$0] }
    }
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    if let x = Double(a), let y = Double(b) { return x < y }
    return a < b
  }
}
