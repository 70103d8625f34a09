import Dataflow
import Grammar
import StructuredData

extension ScaleBuilder {
  /// The moment whose unit gives the width of all: the first of 2001, as Vega-Lite measures it.
  private static let unitOrigin = 978_307_200_000.0

  /// Where a position channel runs in a plot: as written, else over its width, or its height from the foot.
  func positionRange(_ scale: ScaleFunction, _ component: ScaleComponent, size: PlotSize) -> ScaleRange {
    let isX = component.channel == .x
    func pixels(_ key: String) -> Double? { resolver.resolved(component.written(key))?.double }
    if let items = component.written("range")?.sequence {
      let numbers = items.compactMap { node -> Double? in
        if let formula = node["expr"]?.text ?? node["signal"]?.text {
          var resolver = resolver
          resolver.params["width"] = .number(size.width)
          resolver.params["height"] = .number(size.height)
          return resolver.evaluate(formula).finiteNumber
        }
        return node.string == "width" ? size.width : node.string == "height" ? size.height : node.double
      }
      if numbers.count >= 2 { return .numbers(numbers) }
    }
    let isFlipped = !isX && !scale.type.hasCategories
    let ends = isX ? (0, size.width) : isFlipped ? (size.height, 0) : (0, size.height)
    return .numbers([pixels("rangeMin") ?? ends.0, pixels("rangeMax") ?? ends.1])
  }

  /// Where an offset runs within its band, or about its point.
  func offsetRange(_ component: ScaleComponent, _ scales: [ScaleFunction], _ table: ScaleTable, size: PlotSize) -> ScaleRange {
    if let items = component.written("range")?.sequence?.compactMap(\.double), items.count >= 2 { return .numbers(items) }
    let unit = component.first.unit
    let position: Channel = component.channel == .xOffset ? .x : .y
    guard let place = table[unit.id, position] else {
      // About the middle of the plot.
      let half = (position == .x ? size.width : size.height) / 2
      return .numbers([-half, half])
    }
    let scale = scales[place]
    switch scale.type {
    case .band: return .numbers([0, scale.bandwidth])
    case .point: return .numbers([-scale.step / 4, scale.step / 4])
    default:
      // Within a unit of time, with the gap between units taken off.
      guard let definition = unit.field(position), let timeUnit = definition.timeUnit,
        let start = scale.number(Self.unitOrigin), let end = scale.number(timeUnit.offset(Self.unitOrigin, by: timeUnit.step))
      else { return .numbers([0, 0]) }
      let gap = component.config.number("bandWithNestedOffsetPaddingInner") ?? 0.2
      return .numbers([(end - start) * gap / 2, (end - start) * (1 - gap / 2)])
    }
  }
}
