import Geometry
import Grammar
import Scene
import StructuredData

extension TextSetter {
  /// A view's title beside `bounds` (Vega's `titleLayout`); `plot` is the frame of `frame: group`.
  func title(
    _ title: TitleSpec, _ own: Properties, plot: PlotSize, bounds: Box, isUnit: Bool
  ) -> (items: [SceneItem], bounds: Box) {
    let p = own
    var look = TextLook(p, prefix: "")
    look.color = p.color("color") ?? .black
    let orient = p.text("orient") ?? "top"
    let anchor = p.text("anchor") ?? "middle"
    let frame = p.text("frame") ?? (isUnit ? "group" : "bounds")
    let offset = p.number("offset") ?? 4
    let isX = orient == "top" || orient == "bottom"
    var (low, high) = isX ? (0.0, plot.width) : (0.0, plot.height)
    if frame == "bounds", !bounds.isEmpty { (low, high) = isX ? (bounds.x1, bounds.x2) : (bounds.y1, bounds.y2) }
    let along = anchor == "start" ? low : anchor == "end" ? high : (low + high) / 2
    let align: TextAlign = p.text("align").flatMap(TextAlign.init) ?? (anchor == "start" ? .left : anchor == "end" ? .right : .center)
    var subtitleLook = TextLook(p, prefix: "subtitle")
    subtitleLook.color = p.color("subtitleColor") ?? .black
    if p["subtitleFontSize"] == nil { subtitleLook.size = 12 }
    let lineHeight = p.number("lineHeight") ?? look.size + 2
    let subtitleLine = p.number("subtitleLineHeight") ?? subtitleLook.size + 2
    let titleHeight = title.lines.isEmpty ? 0 : look.size + Double(title.lines.count - 1) * lineHeight
    let subtitleHeight = title.subtitle.isEmpty ? 0 : subtitleLook.size + Double(title.subtitle.count - 1) * subtitleLine
    let gap = title.subtitle.isEmpty || title.lines.isEmpty ? 0 : p.number("subtitlePadding") ?? 3
    let height = titleHeight + gap + subtitleHeight
    let angle = p.number("angle") ?? (orient == "left" ? -90 : orient == "right" ? 90 : 0)
    let (dx, dy) = (p.number("dx") ?? 0, p.number("dy") ?? 0)
    let limit = p.number("limit").flatMap { $0 > 0 ? $0 : nil }
    var items: [SceneItem] = []
    var box = Box()
    // Set as for the top edge, then turned to the side.
    func put(_ lines: [String], _ look: TextLook, down: Double, step: Double, role: Role) {
      guard !lines.isEmpty else { return }
      let x: Double
      let y: Double
      switch orient {
      case "bottom": (x, y) = (along, (bounds.isEmpty ? plot.height : bounds.y2) + offset + down)
      case "left": (x, y) = ((bounds.isEmpty ? 0 : bounds.x1) - offset - height + down, along)
      case "right": (x, y) = ((bounds.isEmpty ? plot.width : bounds.x2) + offset + height - down, along)
      default: (x, y) = (along, (bounds.isEmpty ? 0 : bounds.y1) - offset - height + down)
      }
      let placed = place(
        lines, look, x: x + dx, y: y + dy, align: align, baseline: .top, angle: angle, limit: limit, lineHeight: step, role: role)
      items += placed.items
      box.union(placed.bounds)
    }
    put(title.lines, look, down: 0, step: lineHeight, role: .title)
    put(title.subtitle, subtitleLook, down: titleHeight + gap, step: subtitleLine, role: .subtitle)
    return (items, box)
  }
}
