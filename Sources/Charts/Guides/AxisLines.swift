import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// The grid and the title of an axis.
extension AxisSetter {
  func grid(_ axis: AxisModel, _ marks: Marks, size: PlotSize, shift: Double) -> [SceneItem] {
    let p = axis.properties
    let isX = axis.side.isHorizontal
    var items: [SceneItem] = []
    for (index, place) in marks.labelPlaces.enumerated() {
      let datum = Record(names: ["value", "label"], values: [marks.values[index], .text(marks.texts[index])])
      guard let stroke = stroke(p, "grid", datum: datum) else { continue }
      let at = (p.bool("tickRound") ?? true ? place.rounded() : place) + shift
      var path = Path()
      if isX {
        path.move(to: Point(at, 0))
        path.line(to: Point(at, size.height))
      } else {
        path.move(to: Point(0, at))
        path.line(to: Point(size.width, at))
      }
      items.append(
        SceneItem(
          content: .shape(Shape(.path(path), stroke: stroke), at: .zero),
          bounds: isX ? Box(at, 0, at, size.height) : Box(0, at, size.width, at), role: .grid))
    }
    return items
  }

  /// The line of `tick`, `grid` or `domain`; nil when it is not seen.
  func stroke(_ p: Properties, _ part: String, datum: Record? = nil) -> Stroke? {
    func property(_ name: String) -> Node? {
      let node = p[part + name]
      if let node, node["condition"] != nil { return resolver.conditional(node, datum: datum ?? Record(names: [])) }
      return node
    }
    let width = property("Width")?.double ?? 1
    let opacity = property("Opacity")?.double ?? 1
    let color = property("Color").map { $0.string.flatMap { Color(css: $0) } } ?? (part == "grid" ? Color(css: "#ddd") : Color(css: "#888"))
    guard let color, width > 0, opacity > 0, color.alpha > 0 else { return nil }
    let dash = property("Dash")?.sequence?.compactMap(\.double) ?? []
    return Stroke(
      color.withOpacity(opacity), width: .pt(width), dash: dash.contains { $0 > 0 } ? dash.map { .pt(max(0, $0)) } : [],
      dashOffset: .pt(property("DashOffset")?.double ?? 0),
      cap: property("Cap")?.string.flatMap(Stroke.Cap.init) ?? .butt)
  }

  func title(
    _ axis: AxisModel, _ lines: [String], size: PlotSize, base: Double, out: Double, extent: Double
  ) -> (items: [SceneItem], bounds: Box) {
    let p = axis.properties
    let side = axis.side
    let isX = side.isHorizontal
    var look = TextLook(p, prefix: "title")
    look.color = p.color("titleColor") ?? .black
    let length = isX ? size.width : size.height
    let anchor = p.text("titleAnchor") ?? "middle"
    let along = anchor == "start" ? (isX ? 0 : length) : anchor == "end" ? (isX ? length : 0) : length / 2
    let padding = p.number("titlePadding") ?? 4
    let away = base + out * (extent + padding)
    let angle = p.number("titleAngle") ?? (isX ? 0 : side == .left ? -90 : 90)
    let anchored: TextAlign = anchor == "start" ? .left : anchor == "end" ? .right : .center
    let turnsWithSide = p["titleAngle"] == nil || isX
    let align =
      p.text("titleAlign").flatMap(TextAlign.init)
      ?? (turnsWithSide || angle.truncatingRemainder(dividingBy: 180) != 0 ? anchored : side == .left ? .right : .left)
    let baseline =
      p.text("titleBaseline").flatMap(TextBaseline.init) ?? (side == .top || !isX ? .bottom : .top)
    let x = p.number("titleX") ?? (isX ? along : away)
    let y = p.number("titleY") ?? (isX ? away : along)
    let shownX = p.number("titleX").map { isX ? $0 : base + $0 * 1 } ?? x
    let shownY = p.number("titleY").map { isX ? base + $0 : $0 } ?? y
    let limit = p.number("titleLimit")
    return text.place(
      lines, look, x: shownX, y: shownY, align: align, baseline: baseline, angle: angle, limit: limit,
      lineHeight: p.number("titleLineHeight"),
      role: .axisTitle, opacity: p.number("titleOpacity") ?? 1)
  }
}
