import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import StructuredData

extension ScaleBuilder {
  /// The range of a scale that is no position.
  ///
  /// - Parameters:
  ///   - steps: pixels for a step of the plot's discrete x and y scales, where they have one.
  func visualRange(_ scale: ScaleFunction, _ component: ScaleComponent, size: PlotSize, steps: [Double]) -> ScaleRange {
    let channel = component.channel
    let config = component.config
    let unit = component.first.unit
    if let written = resolver.resolved(component.written("range")) {
      if let range = writtenRange(written, scale, component, size) { return range }
    }
    if channel.isColor { return highlightRange(scale, unit.config) ?? colorRange(scale, component) }
    var ends: (Double, Double)
    switch channel {
    case .shape: return namedRange("symbol", unit.config) ?? .texts(["circle", "square", "triangle-up", "cross", "diamond"])
    case .strokeDash: return .dashes([[], [4, 2], [2, 1], [1, 1], [1, 2, 4, 2]])
    case .opacity, .fillOpacity, .strokeOpacity:
      ends = (config.number("minOpacity") ?? 0.3, config.number("maxOpacity") ?? 0.8)
    case .strokeWidth: ends = (config.number("minStrokeWidth") ?? 1, config.number("maxStrokeWidth") ?? 4)
    case .angle: ends = (0, 360)
    case .theta: ends = (0, 2 * .pi)
    case .radius: ends = (0, min(size.width, size.height) / 2)
    case .size: ends = sizeRange(component, steps: steps)
    default: ends = (0, 1)
    }
    func limit(_ key: String, _ fallback: Double) -> Double { resolver.resolved(component.written(key))?.double ?? fallback }
    ends = (limit("rangeMin", ends.0), limit("rangeMax", ends.1))
    if component.type == .ordinal { return .numbers(spread(ends, over: scale.categories.count)) }
    if component.type.isDiscretizing || component.type == .binOrdinal {
      return .numbers(spread(ends, over: classCount(scale, component)))
    }
    return .numbers([ends.0, ends.1])
  }

  private func spread(_ ends: (Double, Double), over count: Int) -> [Double] {
    guard count > 1 else { return [ends.0, ends.1].prefix(max(1, count)).map { $0 } }
    return (0..<count).map { ends.0 + (ends.1 - ends.0) * Double($0) / Double(count - 1) }
  }

  private func classes(_ key: String, _ component: ScaleComponent) -> Int { max(1, min(1000, (component.config.number(key) ?? 4).whole)) }

  private func classCount(_ scale: ScaleFunction, _ component: ScaleComponent) -> Int {
    switch component.type {
    case .quantile: component.written("range")?.sequence?.count ?? classes("quantileCount", component)
    case .quantize: classes("quantizeCount", component)
    case .threshold: scale.stops.count + 1
    case .binOrdinal: max(1, scale.stops.count - 1)
    default: max(1, scale.categories.count)
    }
  }

  private func sizeRange(_ component: ScaleComponent, steps: [Double]) -> (Double, Double) {
    let config = component.config
    let unit = component.first.unit
    let smallest = steps.min()
    // A look of figures has sizes in proportion to their values; Vega-Lite's smallest is a mark that is seen.
    let isZero =
      unit.config["figure"].bool("sizesFromZero") == true
      && (component.written("zero")?.bool ?? (component.first.definition.type == .quantitative && component.type.isContinuous))
    switch unit.mark {
    case .bar, .tick:
      let low = isZero ? 0 : config.number("minBandSize") ?? 2
      return (low, config.number("maxBandSize") ?? (smallest.map { $0 - 1 } ?? 19))
    case .line, .trail, .rule:
      return (isZero ? 0 : config.number("minStrokeWidth") ?? 1, config.number("maxStrokeWidth") ?? 4)
    case .text: return (isZero ? 0 : config.number("minFontSize") ?? 8, config.number("maxFontSize") ?? 40)
    default:
      let low = isZero ? 0 : config.number("minSize") ?? 4
      let step = 0.95 * (smallest ?? 20)
      return (low, config.number("maxSize") ?? step * step)
    }
  }

  private func writtenRange(
    _ node: Node, _ scale: ScaleFunction, _ component: ScaleComponent, _ size: PlotSize
  ) -> ScaleRange? {
    if let name = node.string { return namedRange(name, component.first.unit.config) }
    if let field = node["field"]?.string {
      // The visual values stand in the data, beside the categories.
      var found: [Node] = []
      for category in scale.categories {
        for request in component.requests {
          guard let own = request.definition.path() else { continue }
          let table = request.unit.raw
          let (keys, values) = (table.values(at: own), table.values(at: FieldPath(field)))
          if let row = (0..<table.rowCount).first(where: { keys[$0].categoryKey == category.categoryKey }) {
            found.append(Resolver.node(values[row], at: node.span))
            break
          }
        }
      }
      return items(found, component)
    }
    return node.sequence.flatMap { items($0.map { resolver.resolved($0) ?? $0 }, component) }
  }

  private func items(_ nodes: [Node], _ component: ScaleComponent) -> ScaleRange? {
    let channel = component.channel
    if channel.isColor {
      let colors = nodes.compactMap { $0.string.flatMap { Color(css: $0) } }
      return colors.isEmpty ? nil : .colors(colors)
    }
    if channel == .strokeDash { return .dashes(nodes.map { $0.sequence?.compactMap(\.double) ?? [] }) }
    if channel == .shape { return .texts(nodes.compactMap(\.string)) }
    return .numbers(nodes.compactMap(\.double))
  }

  private func namedRange(_ name: String, _ config: Config) -> ScaleRange? {
    guard let node = config.ranges[name] else { return nil }
    if let items = node.sequence {
      let colors = items.compactMap { $0.string.flatMap { Color(css: $0) } }
      if colors.count == items.count, !colors.isEmpty { return .colors(colors) }
      return .texts(items.compactMap(\.string))
    }
    return (node["scheme"]?.string ?? node.string).flatMap { Palette.named($0) }.map { .colors($0.colors(count: 10)) }
  }

  // MARK: Colours

  /// Strong colours for the series that are highlighted, greys for the rest; nil where none is.
  private func highlightRange(_ scale: ScaleFunction, _ config: Config) -> ScaleRange? {
    let names = scale.categories.map(\.asText)
    let palette = (config.ranges["highlight"]?.sequence ?? []).compactMap { $0.string.flatMap { Color(css: $0) } }
    guard let strong = palette.first, names.contains(where: highlight.contains) else { return nil }
    let greys = palette.count > 1 ? Array(palette.dropFirst()) : [strong.mixed(with: .white, 0.5)]
    let others = (config.ranges["category"]?.sequence ?? []).compactMap { $0.string.flatMap { Color(css: $0) } }.filter {
      $0 != strong && !greys.contains($0)
    }
    var (found, left) = (0, 0)
    return .colors(
      names.map { name in
        if highlight.contains(name) {
          found += 1
          return found == 1 || others.isEmpty ? strong : others[(found - 2) % others.count]
        }
        left += 1
        return greys[(left - 1) % greys.count]
      })
  }

  /// `scale.colours`: more categories than colours, so that two look alike, or more than readers tell apart.
  mutating func checkColours(_ scale: ScaleFunction, _ component: ScaleComponent) {
    guard component.channel.isColor, component.type == .ordinal, case .colors(let colors) = scale.range, component.written("range") == nil,
      highlight.isEmpty, colors.count > 1
    else { return }
    let (count, definition) = (scale.categories.count, component.first.definition)
    if count > colors.count {
      findings.append(
        .warning(
          "scale.colours", "\(count) categories share \(colors.count) colours", at: definition.span,
          hint: "show fewer categories, or give a range"))
    } else if definition.type == .nominal, let most = component.first.unit.config["figure"].number("colorLimit"), Double(count) > most {
      findings.append(
        .warning(
          "scale.colours", "\(count) colours for as many categories: of more than \(most.whole), readers take one for another",
          at: definition.span, hint: "highlight those that matter, join the smallest, or draw each in a plot of its own"))
    }
  }

  private func colorRange(_ scale: ScaleFunction, _ component: ScaleComponent) -> ScaleRange {
    let unit = component.first.unit
    let definition = component.first.definition
    let discreteCount: Int? =
      component.type.isContinuous ? nil : component.type == .ordinal ? scale.categories.count : classCount(scale, component)
    if let scheme = resolver.resolved(component.written("scheme")) {
      if let items = scheme.sequence {
        let colors = items.compactMap { $0.string.flatMap { Color(css: $0) } }
        if !colors.isEmpty { return .colors(colors) }
      }
      let name = scheme.string ?? scheme["name"]?.string ?? ""
      let extent = scheme["extent"]?.sequence?.compactMap(\.double)
      let count = scheme["count"]?.double.map { Int(max(1, min(1000, $0))) }
      if let palette = Palette.named(name) {
        return .colors(palette.colors(count: count ?? discreteCount, extent: extent))
      }
    }
    let role: String
    switch component.type {
    case .ordinal: role = definition.type == .nominal ? "category" : "ordinal"
    case .quantile, .quantize, .threshold, .binOrdinal:
      role = definition.type == .ordinal || component.type == .binOrdinal ? "ordinal" : "ramp"
    default:
      role = component.written("domainMid") != nil ? "diverging" : unit.mark == .rect ? "heatmap" : "ramp"
    }
    if let node = unit.config.ranges[role] {
      if let items = node.sequence {
        let colors = items.compactMap { $0.string.flatMap { Color(css: $0) } }
        if let discreteCount, role != "category", colors.count > 1, discreteCount != colors.count {
          return .colors(Palette(ramp: colors).colors(count: discreteCount))
        }
        return .colors(colors)
      }
      let name = node["scheme"]?.string ?? node.string ?? ""
      if let palette = Palette.named(name) {
        return .colors(
          palette.colors(
            count: node["count"]?.double.map { max(1, min(1000, $0.whole)) } ?? discreteCount,
            extent: node["extent"]?.sequence?.compactMap(\.double)))
      }
    }
    return .colors([.black])
  }

  /// How a written `interpolate` mixes the colours of a continuous range; nil: in sRGB.
  func mixing(_ component: ScaleComponent) -> (@Sendable (Color, Color, Double) -> Color)? {
    guard let node = component.written("interpolate"), let name = node.string ?? node["type"]?.string else {
      // Vega-Lite mixes the ramp of a continuous colour along hues.
      return component.channel.isColor && component.type.isContinuous ? colorMixing("hcl") : nil
    }
    return colorMixing(name, gamma: node["gamma"]?.double ?? 1)
  }
}
