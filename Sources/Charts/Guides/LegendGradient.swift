import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// The bar of colours of a continuous or binned scale.
extension LegendSetter {
  func gradient(
    _ legend: LegendModel, _ scale: ScaleFunction, plot: PlotSize, isHorizontal: Bool
  ) -> (items: [SceneItem], bounds: Box) {
    let p = legend.properties
    // In a corner of the plot it lies too (Vega-Lite's `defaultDirection`).
    let isInCorner = p.text("orient")?.contains("-") == true
    let lies = (p.text("direction") ?? p.text("gradientDirection")).map { $0 == "horizontal" } ?? (isHorizontal || isInCorner)
    let low = p.number(lies ? "gradientHorizontalMinLength" : "gradientVerticalMinLength") ?? (lies ? 100 : 64)
    let high = p.number(lies ? "gradientHorizontalMaxLength" : "gradientVerticalMaxLength") ?? 200
    let length = p.number("gradientLength") ?? max(low, min(high, lies ? plot.width : plot.height))
    let thickness = p.number("gradientThickness") ?? 16
    let opacity = p.number("gradientOpacity") ?? 1
    var items: [SceneItem] = []
    func band(_ from: Double, _ to: Double, _ color: Color) {
      // The domain rises from bottom to top, or from left to right.
      let box = lies ? Rect(from * length, 0, (to - from) * length, thickness) : Rect(0, (1 - to) * length, thickness, (to - from) * length)
      items.append(
        SceneItem(
          content: .shape(Shape(.rect(box.size, radius: .zero), fill: color.withOpacity(opacity)), at: box.origin),
          bounds: Box(0, 0, lies ? length : thickness, lies ? thickness : length), role: .legendSymbol))
    }
    let values: [DataValue]
    var share: (DataValue) -> Double
    let gradientCount = max(2, 2 * (length / 100).rounded(.down))
    if scale.type.isContinuous {
      let steps = 64
      for step in 0..<steps {
        let (a, b) = (Double(step) / Double(steps), Double(step + 1) / Double(steps))
        if let color = scale.color(atShare: (a + b) / 2) { band(a, min(1, b + 0.002), color) }
      }
      // A short gradient has few labels; with fewer than three the ends of the domain stand instead.
      let found = self.values(legend, scale, count: gradientCount)
      let isShort = found.count < 3 && p["values"] == nil && scale.stops.count >= 2 && scale.stops.first != scale.stops.last
      values = isShort ? [scale.stops[0], scale.stops[scale.stops.count - 1]].map { scale.type.isTime ? .time($0) : .number($0) } : found
      share = { scale.share(of: $0.scaled) }
    } else {
      let bounds = scale.type == .binOrdinal ? scale.stops : scale.thresholds
      let n = max(1, scale.range.count)
      if case .colors(let colors) = scale.range {
        for (index, color) in (scale.isReversed ? colors.reversed() : colors).enumerated() {
          band(Double(index) / Double(n), Double(index + 1) / Double(n), color)
        }
      }
      values =
        legend.properties["values"]?.sequence?.map { resolver.value($0, of: legend.definition) }
        ?? (scale.type == .binOrdinal ? Array(bounds.dropFirst().dropLast()) : bounds).map { .number($0) }
      let first = scale.type == .binOrdinal ? 0 : 1
      share = { value in (bounds.firstIndex { $0 >= value.scaled - 1e-12 }.map { Double($0 + first) } ?? Double(n)) / Double(n) }
    }
    if let outline = p.color("gradientStrokeColor"), outline.alpha > 0 {
      let size = lies ? Size(length, thickness) : Size(thickness, length)
      let stroke = Stroke(outline, width: .pt(max(0, min(p.number("gradientStrokeWidth") ?? 1, 100))))
      items.append(
        SceneItem(
          content: .shape(Shape(.rect(size, radius: .zero), stroke: stroke), at: .zero),
          bounds: Box(0, 0, size.width.points, size.height.points), role: .decoration))
    }
    let texts =
      scale.type.isContinuous
      ? countedLegend(values, legend.definition, p, in: magnitudes, language: text.language)
        ?? GuideLabels(config: legend.config, resolver: resolver, isLegend: true).texts(
          values, legend.definition, scale, properties: p, count: p["tickCount"].flatMap(tickCount) ?? .number(gradientCount),
          isWritten: p["values"] != nil)
      : values.map { value in p.text("format").flatMap { NumberFormat($0) }?(value.scaled) ?? scaleText(scale, value.scaled) }
    let look = labelLook(p)
    let gap = p.number("gradientLabelOffset") ?? 2
    var placed: [(items: [SceneItem], bounds: Box)] = []
    for (value, label) in zip(values, texts) {
      let t = share(value)
      guard t.isFinite else { continue }
      let isStart = t <= 1e-9
      let isEnd = t >= 1 - 1e-9
      placed.append(
        lies
          ? text.place(
            [label], look, x: t * length, y: thickness + gap, align: isStart ? .left : isEnd ? .right : .center, baseline: .top,
            limit: p.number("labelLimit") ?? 160, role: .legendLabel)
          : text.place(
            [label], look, x: thickness + gap, y: (1 - t) * length, align: .left, baseline: isStart ? .bottom : isEnd ? .top : .middle,
            limit: p.number("labelLimit") ?? 160, role: .legendLabel))
    }
    var visible = [Bool](repeating: true, count: placed.count)
    let setting = p["labelOverlap"] ?? .bool(true)
    let method =
      setting.string.flatMap(LabelOverlap.init)
      ?? (setting.bool == false ? nil : [.quantile, .threshold, .log, .symlog].contains(scale.type) ? .greedy : .parity)
    if let method { visible = method.visible(placed.map(\.bounds), separation: p.number("labelSeparation") ?? 0) }
    var bounds = Box(0, 0, lies ? length : thickness, lies ? thickness : length)
    for (index, label) in placed.enumerated() where visible[index] {
      items += label.items
      bounds.union(label.bounds)
    }
    return (items, bounds)
  }
}
