import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// A legend set out about its own origin.
struct LaidLegend: Sendable {
  var items: [SceneItem] = []
  var bounds = Box()
  var orient = "right"
  var offset = 18.0
  var place: (x: Double, y: Double)?
}

/// Sets legends out: symbols in a grid, gradients with labels (Vega's legend and `legendLayout`).
struct LegendSetter {
  let text: TextSetter
  let resolver: Resolver
  let scales: [ScaleFunction]
  /// The width that a legend in a row may take before it goes on in the next one; nil: any.
  var room: Double?
  /// Words for powers of ten; nil: numbers stand as they are.
  var magnitudes: FigureNumbers.Words?
  /// What stands behind names: the values of parts that have no axis.
  var values: [String: (text: String, datum: DatumReference)] = [:]
  var valueLook: TextLook?

  func lay(_ legend: LegendModel, plot: PlotSize) -> LaidLegend? {
    // Sizes and shapes lead before colours, as in Vega.
    let leader = legend.parts.first { $0.channel == .size } ?? legend.parts.first { $0.channel == .shape }
    guard let first = leader ?? legend.parts.first else { return nil }
    let p = legend.properties
    let scale = scales[first.scale]
    var laid = LaidLegend()
    laid.orient = p.text("orient") ?? "right"
    laid.offset = p.number("offset") ?? 18
    if laid.orient == "none" { laid.place = (p.number("legendX") ?? 0, p.number("legendY") ?? 0) }
    let isHorizontal: Bool =
      (p.text("direction") ?? p.text("symbolDirection")).map { $0 == "horizontal" } ?? (laid.orient == "top" || laid.orient == "bottom")
    let isColor = legend.parts.allSatisfy { $0.channel.isColor }
    let singleUnit = legend.definition.timeUnit.map { $0.units.count == 1 && [.quarter, .month, .day].contains($0.smallest) } ?? false
    let isGradient =
      (p.text("type") ?? (isColor && (scale.type.isContinuous ? !singleUnit : !scale.type.hasCategories) ? "gradient" : "symbol"))
      == "gradient"
    let padding = p.number("padding") ?? 0
    var content: (items: [SceneItem], bounds: Box)
    if isGradient, isColor, !scale.type.hasCategories {
      content = gradient(legend, scale, plot: plot, isHorizontal: isHorizontal)
    } else {
      content = symbols(legend, scale, isHorizontal: isHorizontal)
    }
    var top = padding
    var left = padding
    if let title = legend.title, !title.allSatisfy(\.isEmpty) {
      var look = TextLook(p, prefix: "title")
      look.color = p.color("titleColor") ?? .black
      let titleOrient = p.text("titleOrient") ?? "top"
      let align: TextAlign = p.text("titleAlign").flatMap(TextAlign.init) ?? .left
      let gap = p.number("titlePadding") ?? 5
      let height = Double(title.count) * (look.size + (title.count > 1 ? 2 : 0))
      var placed = text.place(
        title, look, x: padding, y: padding, align: align == .left ? .left : align, baseline: .top, limit: p.number("titleLimit") ?? 180,
        lineHeight: p.number("titleLineHeight"), role: .legendTitle, opacity: p.number("titleOpacity") ?? 1)
      var move = (x: 0.0, y: 0.0)
      switch titleOrient {
      case "left": left += placed.bounds.width + gap
      case "right": move.x = content.bounds.width + gap
      case "bottom": move.y = content.bounds.height + gap
      default: top += height + gap
      }
      if titleOrient == "top" || titleOrient == "bottom", let anchor = p.text("titleAnchor"), anchor != "start" {
        move.x = max(0, content.bounds.width - placed.bounds.width) * (anchor == "end" ? 1 : 0.5)
      }
      placed = (placed.items.map { $0.moved(move.x, move.y) }, placed.bounds.moved(move.x, move.y))
      laid.items += placed.items
      laid.bounds.union(placed.bounds)
    }
    content.bounds = content.bounds.moved(left - min(0, content.bounds.x1), top - min(0, content.bounds.y1))
    let (dx, dy) = (left, top)
    laid.items += content.items.map { $0.moved(dx, dy) }
    laid.bounds.union(content.bounds)
    laid.bounds.add(0, 0)
    laid.bounds = Box(0, 0, laid.bounds.x2 + padding, laid.bounds.y2 + padding)
    let fill = p.color("fillColor")
    let strokeColor = p.color("strokeColor")
    if fill != nil || strokeColor != nil {
      let dash = p.numbers("strokeDash")?.filter { $0 > 0 } ?? []
      let stroke = strokeColor.map { Stroke($0, width: .pt(p.number("strokeWidth") ?? 1), dash: dash.map { .pt($0) }) }
      laid.items.insert(
        SceneItem(
          content: .shape(
            Shape(.rect(Size(laid.bounds.x2, laid.bounds.y2), radius: .pt(p.number("cornerRadius") ?? 0)), fill: fill, stroke: stroke),
            at: .zero),
          bounds: laid.bounds, role: .background), at: 0)
    }
    return laid
  }

  func labelLook(_ p: Properties) -> TextLook {
    var look = TextLook(p, prefix: "label")
    look.color = p.color("labelColor") ?? .black
    return look
  }

  // MARK: Values

  func values(_ legend: LegendModel, _ scale: ScaleFunction, count most: Double = 5) -> [DataValue] {
    let p = legend.properties
    if let written = p["values"]?.sequence { return written.map { resolver.value($0, of: legend.definition) } }
    let count = p["tickCount"].flatMap(tickCount) ?? .number(most)
    if case .log(let base) = scale.kind {
      let ticks = scale.ticks(count)
      var number = 5.0
      if case .number(let given) = count { number = given }
      let k = max(1, base * number / Double(max(1, ticks.count)))
      return ticks.filter { value in
        let x = value.scaled
        var i = x / power(base, (naturalLogarithm(x) / naturalLogarithm(base)).rounded())
        if i * base < base - 0.5 { i *= base }
        return i <= k + 1e-9
      }
    }
    return scale.ticks(count, minStep: p.number("tickMinStep"))
  }

  // MARK: Symbols

  func symbols(_ legend: LegendModel, _ scale: ScaleFunction, isHorizontal: Bool) -> (items: [SceneItem], bounds: Box) {
    let p = legend.properties
    var values = self.values(legend, scale)
    let isDiscretizing = scale.type.isDiscretizing || scale.type == .binOrdinal
    let labels: [String]
    if isDiscretizing {
      let bounds = scale.type == .binOrdinal ? scale.stops : [-.infinity] + scale.thresholds
      let low = scale.type == .binOrdinal ? Array(bounds.dropLast()) : bounds
      let high = Array(bounds.dropFirst()) + (scale.type == .binOrdinal ? [] : [.infinity])
      let format = p.text("format").flatMap { NumberFormat($0) }
      func text(_ x: Double) -> String { format?(x) ?? scaleText(scale, x) }
      labels = zip(low, high).map { a, b in
        a == -.infinity ? "< " + text(b) : b == .infinity ? "≥ " + text(a) : text(a) + " – " + text(b)
      }
      values = zip(low, high).map { a, b in .number(a == -.infinity ? b - 1 : b == .infinity ? a : (a + b) / 2) }
      if scale.type.isDiscretizing {
        values = low.map {
          .number($0 == -.infinity ? (scale.thresholds.first ?? 0) - 1e-9 * abs(scale.thresholds.first ?? 1) - 1e-12 : $0)
        }
      }
    } else if let bins = scale.bins, bins.count > 1, p["values"] == nil, !scale.type.hasCategories, !scale.type.isTime {
      // A legend of bins names the ranges, and its symbols are those of their lower bounds.
      values = bins.dropLast().map { .number($0) }
      let texts = GuideLabels(config: legend.config, resolver: resolver, isLegend: true).texts(
        bins.map { .number($0) }, legend.definition, scale, properties: p, count: .number(5), isWritten: false)
      labels = zip(texts, texts.dropFirst()).map { $0 + " – " + $1 }
    } else {
      if legend.parts.contains(where: { $0.channel == .size }), p["values"] == nil, let first = values.first,
        let part = legend.parts.first(where: { $0.channel == .size }), scales[part.scale].number(first) == 0
      {
        values.removeFirst()
      }
      labels =
        countedLegend(values, legend.definition, p, in: magnitudes, language: text.language)
        ?? GuideLabels(config: legend.config, resolver: resolver, isLegend: true).texts(
          values, legend.definition, scale, properties: p, count: p["tickCount"].flatMap(tickCount) ?? .number(5),
          isWritten: p["values"] != nil)
    }
    var texts = labels
    let limit = max(1, (p.number("symbolLimit") ?? 30).whole)
    if values.count > limit {
      let rest = values.count - limit + 1
      values = Array(values.prefix(limit - 1))
      texts = Array(texts.prefix(limit - 1)) + ["…\(rest) entries"]
    }
    let look = labelLook(p)
    let symbolSizes = values.map { size($0, legend) }
    let strokeWidth = p.number("symbolStrokeWidth") ?? 1.5
    let symbolOffset = p.number("symbolOffset") ?? 0
    let widest = (symbolSizes.map { $0.squareRoot() + strokeWidth }.max() ?? 10) + symbolOffset
    let columns = p.number("columns").map(\.whole) ?? (isHorizontal ? max(1, texts.count) : 1)
    let (rowPadding, columnPadding) = (p.number("rowPadding") ?? 2, p.number("columnPadding") ?? 10)
    let labelOffset = p.number("labelOffset") ?? 4
    var boxes: [Box] = []
    var parts: [[SceneItem]] = []
    let heights = texts.indices.map { index in
      max(look.size, index < symbolSizes.count ? (symbolSizes[index].squareRoot() + strokeWidth).rounded(.up) : look.size)
    }
    // In a figure's row all stand on one line.
    let rowHeight = room != nil && isHorizontal ? heights.max() : nil
    for (index, label) in texts.enumerated() {
      let height = rowHeight ?? heights[index]
      var items: [SceneItem] = []
      let middle = height / 2
      if index < values.count {
        items += symbol(legend, values[index], x: (widest + symbolOffset) / 2, y: middle, size: symbolSizes[index])
      }
      let placed = text.place(
        [label], look, x: widest + labelOffset, y: middle, align: .left, baseline: .middle, limit: p.number("labelLimit") ?? 160,
        role: .legendLabel, opacity: p.number("labelOpacity") ?? 1)
      items += placed.items
      var right = max(widest, placed.bounds.isEmpty ? 0 : placed.bounds.x2)
      if index < values.count, let value = self.values[values[index].categoryKey], let valueLook {
        let number = text.place(
          [value.text], valueLook, x: right + look.size / 2, y: middle, align: .left, baseline: .middle, role: .valueLabel,
          datum: value.datum)
        items += number.items
        right = max(right, number.bounds.x2)
      }
      parts.append(items)
      boxes.append(Box(0, 0, right, height))
    }
    if let room, isHorizontal, p["columns"] == nil, boxes.reduce(0, { $0 + $1.width + columnPadding }) - columnPadding > room {
      return flow(parts, boxes, room: room, columnPadding: columnPadding, rowPadding: max(rowPadding, look.size / 3))
    }
    var grid = GridArrangement()
    grid.columns = max(1, columns == 0 ? texts.count : columns)
    grid.rowPadding = rowPadding
    grid.columnPadding = columnPadding
    switch p.text("gridAlign") ?? "each" {
    case "all": (grid.rowAlign, grid.columnAlign) = (.all, .all)
    case "none": (grid.rowAlign, grid.columnAlign) = (.none, .none)
    default: break
    }
    var items: [SceneItem] = []
    var bounds = Box()
    for (index, origin) in grid.origins(of: boxes).enumerated() {
      items += parts[index].map { $0.moved(origin.x, origin.y) }
      bounds.union(boxes[index].moved(origin.x, origin.y))
    }
    return (items, bounds)
  }

  /// Entries one after the other, in as many rows as they need.
  func flow(
    _ parts: [[SceneItem]], _ boxes: [Box], room: Double, columnPadding: Double, rowPadding: Double
  ) -> (items: [SceneItem], bounds: Box) {
    var items: [SceneItem] = []
    var bounds = Box()
    var (x, y, height) = (0.0, 0.0, 0.0)
    for (part, box) in zip(parts, boxes) {
      if x > 0, x + box.width > room {
        (x, y, height) = (0, y + height + rowPadding, 0)
      }
      items += part.map { $0.moved(x, y) }
      bounds.union(box.moved(x, y))
      x += box.width + columnPadding
      height = max(height, box.height)
    }
    return (items, bounds)
  }

  func scaleText(_ scale: ScaleFunction, _ x: Double) -> String {
    // Thresholds are the spec's own numbers.
    if scale.type == .threshold { return numberText(x) }
    guard scale.type == .quantile || scale.type == .quantize, let first = scale.thresholds.first else { return variablePrecision(x) }
    // Vega's precision: that of so many ticks over the smallest gap.
    let gap = zip(scale.thresholds, scale.thresholds.dropFirst()).map { $1 - $0 }.min() ?? first
    return TickFormat(from: 0, to: gap, count: scale.type == .quantile ? 30 : 10)?(x) ?? variablePrecision(x)
  }

  func size(_ value: DataValue, _ legend: LegendModel) -> Double {
    for part in legend.parts where part.channel == .size && ![.bar, .line, .trail, .text, .tick, .rule].contains(part.unit.mark) {
      if let size = scales[part.scale].number(value) { return min(max(0, size), 1e9) }
    }
    return max(0, legend.properties.number("symbolSize") ?? 100)
  }

  func symbol(_ legend: LegendModel, _ value: DataValue, x: Double, y: Double, size: Double) -> [SceneItem] {
    let p = legend.properties
    guard let unit = legend.parts.first?.unit else { return [] }
    let filledMarks: [MarkType] = [.bar, .rect, .area, .arc, .circle, .square, .image, .text, .tick, .trail]
    let isFilled = unit.properties.bool("filled") ?? filledMarks.contains(unit.mark)
    var color: Color?
    var opacity =
      p.number("symbolOpacity") ?? unit.properties.number("opacity")
      ?? ([.point, .circle, .square, .tick].contains(unit.mark) && !unit.encoding.isAggregated ? 0.7 : 1)
    var shape =
      p.text("symbolType")
      ?? {
        switch unit.mark {
        case .bar, .rect, .image, .square, .area, .arc: "square"
        case .line, .trail, .rule: "stroke"
        case .point: unit.properties.text("shape") ?? "circle"
        default: "circle"
        }
      }()
    var dash: [Double] = p.numbers("symbolDash") ?? unit.properties.numbers("strokeDash") ?? []
    var width =
      p.number("symbolStrokeWidth") ?? (unit.mark == .line || unit.mark == .trail ? unit.properties.number("strokeWidth") ?? 2 : 1.5)
    if unit.mark == .area || unit.mark == .arc { shape = p.text("symbolType") ?? "circle" }
    var stroked: Color?
    for part in legend.parts {
      let scale = scales[part.scale]
      switch part.channel {
      case .color: color = scale.color(value)
      case .fill: color = scale.color(value)
      case .stroke: stroked = scale.color(value)
      case .opacity, .fillOpacity, .strokeOpacity: opacity = scale.number(value) ?? opacity
      case .shape: shape = scale.text(value) ?? shape
      case .strokeDash:
        dash = scale.dash(value) ?? []
        if p["symbolType"] == nil { shape = "stroke" }
      case .strokeWidth: width = scale.number(value) ?? width
      case .size where [.line, .trail, .rule].contains(part.unit.mark): width = scale.number(value) ?? width
      default: break
      }
    }
    let base = color ?? p.color("symbolBaseFillColor") ?? unit.properties.color("color") ?? .black
    let outline = stroked ?? (color == nil ? p.color("symbolBaseStrokeColor") : nil) ?? base
    let isLine = shape == "stroke"
    let fill: Color? =
      isLine ? nil : p.color("symbolFillColor") ?? (isFilled || color != nil && unit.mark != .point ? base.withOpacity(opacity) : nil)
    let strokeColor: Color? = p.color("symbolStrokeColor") ?? (isLine || !isFilled ? outline : stroked)
    let stroke = strokeColor.map {
      Stroke(
        $0.withOpacity(opacity), width: .pt(max(0.1, min(width, 100))), dash: dash.contains { $0 > 0 } ? dash.map { .pt(max(0, $0)) } : [],
        dashOffset: .pt(p.number("symbolDashOffset") ?? unit.properties.number("strokeDashOffset") ?? 0))
    }
    var series: String?
    if legend.definition.type?.isDiscrete == true { series = value.asText }
    return symbolItem(
      shape, x: x, y: y, size: size, fill: fill, stroke: stroke, role: .legendSymbol,
      datum: DatumReference(value: value.asText, series: series)
    ).map { [$0] } ?? []
  }
}
