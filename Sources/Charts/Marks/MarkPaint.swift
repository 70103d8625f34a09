import Dataflow
import Geometry
import Grammar
import Scene
import StructuredData

/// The colours and lines of a unit's marks by row (Vega-Lite's `color` and `nonPosition`).
struct MarkPaint {
  var fill: (Int) -> Color?
  var stroke: (Int) -> Stroke?
  var opacity: (Int) -> Double

  init(_ encoder: UnitEncoder, defaultFilled: Bool? = nil) {
    let unit = encoder.unit
    let properties = unit.properties
    let isFilled =
      properties.bool("filled") ?? defaultFilled ?? ![.point, .line, .rule].contains(unit.mark)
    func color(_ key: String) -> Color? { properties[key].flatMap { $0.string.flatMap { Color(css: $0) } ?? gradientColor($0) } }
    // What the mark itself says of fill and stroke counts before a configured colour.
    let plain = color("color")
    let ownFill = unit.own["fill"] != nil ? color("fill") : nil
    let ownStroke = unit.own["stroke"] != nil ? color("stroke") : nil
    let hasNoFill = unit.own["fill"]?.isNull == true
    let hasNoStroke = unit.own["stroke"]?.isNull == true
    let configuredFill = ownFill ?? (isFilled && unit.own["color"] != nil ? plain : color("fill")) ?? (isFilled ? plain : nil)
    let configuredStroke =
      ownStroke ?? (!isFilled && unit.own["color"] != nil ? plain : color("stroke")) ?? (isFilled ? nil : plain)
    let defaultFill = hasNoFill ? nil : configuredFill
    let defaultStroke = hasNoStroke ? nil : configuredStroke

    let colors = encoder.colors(.color, otherwise: isFilled ? defaultFill : defaultStroke)
    let fills = encoder.colors(.fill, otherwise: defaultFill) ?? (isFilled ? colors : nil)
    let strokes = encoder.colors(.stroke, otherwise: defaultStroke) ?? (isFilled ? nil : colors)
    let fixedOpacity = encoder.numbers("opacity")
    let opacities = encoder.numbers(Channel.opacity)
    let fillOpacities = encoder.numbers(Channel.fillOpacity)
    let fixedFillOpacity = encoder.numbers("fillOpacity")
    let strokeOpacities = encoder.numbers(Channel.strokeOpacity)
    let fixedStrokeOpacity = encoder.numbers("strokeOpacity")
    let fallbackOpacity: Double? =
      [.point, .tick, .circle, .square].contains(unit.mark) && !unit.encoding.isAggregated ? 0.7 : nil
    opacity = { row in opacities?(row) ?? fixedOpacity(row) ?? fallbackOpacity ?? 1 }
    let whole = opacity
    fill = { row in
      guard let base = fills.map({ $0(row) ?? nil }) ?? defaultFill else { return nil }
      return base.withOpacity(whole(row) * (fillOpacities?(row) ?? fixedFillOpacity(row) ?? 1))
    }
    let widths = encoder.numbers(Channel.strokeWidth)
    let fixedWidth = encoder.numbers("strokeWidth")
    let dashes = encoder.dashes(.strokeDash)
    let fixedDash = properties.numbers("strokeDash")
    let dashOffset = properties.number("strokeDashOffset") ?? 0
    let cap = properties.text("strokeCap").flatMap(Stroke.Cap.init) ?? .butt
    let join = properties.text("strokeJoin").flatMap(Stroke.Join.init) ?? .miter
    let fallbackWidth: Double = unit.mark == .line || unit.mark == .area ? 2 : [.point, .circle, .square].contains(unit.mark) ? 2 : 1
    let isThin = unit.mark == .line || unit.mark == .rule
    let sizes = isThin ? encoder.numbers(Channel.size) : nil
    // A size that the mark itself has counts before a configured width.
    let ownSize = isThin && unit.own["strokeWidth"] == nil ? unit.own.number("size") : nil
    stroke = { row in
      guard let base = strokes.map({ $0(row) ?? nil }) ?? defaultStroke else { return nil }
      let width =
        widths?(row) ?? sizes?(row) ?? ownSize ?? fixedWidth(row)
        ?? (sizes == nil && isThin ? properties.number("size") : nil) ?? fallbackWidth
      guard width > 0, width < 1e6 else { return nil }
      let dash = dashes.map { $0(row) ?? [] } ?? fixedDash ?? []
      return Stroke(
        base.withOpacity(whole(row) * (strokeOpacities?(row) ?? fixedStrokeOpacity(row) ?? 1)), width: .pt(width),
        dash: dash.contains { $0 > 0 } ? dash.map { .pt(max(0, min($0, 1e6))) } : [],
        dashOffset: .pt(max(-1e6, min(dashOffset, 1e6))), cap: cap, join: join)
    }
  }
}
