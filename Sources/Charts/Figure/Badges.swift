import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scene
import StructuredData

extension SceneBuilder {
  /// The remarks of bars that are rows (channel `badge`), each in a chip after the bar's value.
  mutating func badges(_ view: ViewModel, _ size: PlotSize, labels: [SceneItem]) -> [SceneItem] {
    var items: [SceneItem] = []
    for unit in view.units where unit.mark == .bar && unit.encoding[.badge] != nil {
      guard unit.orient == .horizontal else {
        findings.append(
          .warning(
            "spec.no-effect", "the channel “badge” has no effect on columns", at: unit.encoding[.badge]?.span ?? unit.span,
            hint: "remarks stand beside rows: give the measure to x"))
        continue
      }
      let encoder = encoder(unit, size)
      let remark = encoder.remark(.badge)
      let (xs, ys) = (encoder.rectSpan(.x), encoder.rectSpan(.y))
      let look = TextLook(config["figure"], prefix: "value")
      let isOpen = encoder.openEnded
      let ends = boundsByDatum(labels)
      for row in encoder.drawnRows {
        let words = remark(row)
        guard !words.isEmpty, let x = xs(row), let y = ys(row) else { continue }
        let end = max(
          ends[encoder.reference(row).datum ?? ""]?.x2 ?? -.infinity, max(x.start, x.end) + (isOpen(row) ? encoder.openEndLength : 0))
        items += chip(words, x: end + look.size * 0.6, y: (y.start + y.end) / 2, datum: encoder.reference(row))
      }
    }
    return items
  }

  /// A short remark on a tinted ground with half-round ends, from `x` on and about `y`.
  func chip(_ words: String, x: Double, y: Double, datum: DatumReference?) -> [SceneItem] {
    let figure = config["figure"]
    var look = TextLook(figure, prefix: "value")
    look.weight = 400
    look.color = figure.color("chipTextColor") ?? look.color
    return text.chip(words, look, ground: figure.chipGround, x: x, y: y, role: .annotation, datum: datum)
  }
}

/// The bounds of all that is drawn for a row, by its datum.
func boundsByDatum(_ items: [SceneItem]) -> [String: Box] {
  var bounds: [String: Box] = [:]
  for item in items { if let datum = item.datum?.datum { bounds[datum, default: Box()].union(item.bounds) } }
  return bounds
}

extension Properties {
  /// The ground of short remarks.
  var chipGround: Color { color("chipColor") ?? Color(red: 0xE6, green: 0xEB, blue: 0xF0) }
}

extension TextSetter {
  /// A line on a ground with half-round ends.
  func chip(
    _ words: String, _ look: TextLook, ground: Color, x: Double, y: Double, role: Role, datum: DatumReference? = nil
  ) -> [SceneItem] {
    let pad = look.size * 0.45
    let placed = place([words], look, x: x + pad, y: y, align: .left, baseline: .middle, role: role, datum: datum)
    guard !placed.bounds.isEmpty else { return [] }
    let height = look.size * 1.55
    let box = Box(x, y - height / 2, placed.bounds.x2 + pad, y + height / 2)
    return [
      SceneItem(
        content: .shape(Shape(.rect(Size(box.width, box.height), radius: .pt(height / 2)), fill: ground), at: Point(box.x1, box.y1)),
        bounds: box, role: .annotation)
    ] + placed.items
  }
}
