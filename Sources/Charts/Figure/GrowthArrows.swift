import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scene
import StructuredData

extension SceneBuilder {
  /// The growths that bars state (channel `growth`): from the end of the bar before, or of the first (`growthFrom: first`), to the end of
  /// their own on one level beyond all between, the rate in a pill in the middle; turned by a quarter beside rows.
  ///
  /// - Parameter labels: the values that stand at the bars already.
  mutating func growthArrows(_ view: ViewModel, _ size: PlotSize, labels: [SceneItem]) -> [SceneItem] {
    view.units.filter { $0.mark == .bar && $0.encoding[.growth] != nil }.flatMap { growthArrows(of: $0, size, labels: labels) }
  }

  private struct Bar {
    var row: Int
    var x: Span
    var y: Span
    /// Where the bar's value label ends, along the bar.
    var reach: Double
    var length: Double
  }

  private mutating func growthArrows(of unit: UnitModel, _ size: PlotSize, labels: [SceneItem]) -> [SceneItem] {
    let encoder = encoder(unit, size)
    let growth = encoder.remark(.growth)
    let isFlat = unit.orient == .horizontal
    let (xs, ys) = (encoder.rectSpan(.x), encoder.rectSpan(.y))
    let look = TextLook(config["figure"], prefix: "value")
    let gap = look.size / 3
    let isOpen = encoder.openEnded
    let ends = boundsByDatum(labels)
    let bars = encoder.drawnRows.compactMap { row -> Bar? in
      guard let x = xs(row), let y = ys(row) else { return nil }
      let label = ends[encoder.reference(row).datum ?? ""]
      let open = isOpen(row) ? encoder.openEndLength : 0
      let reach =
        isFlat ? max(label?.x2 ?? -.infinity, max(x.start, x.end) + open) : min(label?.y1 ?? .infinity, min(y.start, y.end) - open)
      return Bar(row: row, x: x, y: y, reach: reach, length: isFlat ? x.end - x.start : y.start - y.end)
    }.sorted { isFlat ? $0.y.start < $1.y.start : $0.x.start < $1.x.start }
    let isFromFirst = unit.properties.text("growthFrom") == "first"
    var items: [SceneItem] = []
    for place in bars.indices.dropFirst() {
      let rate = growth(bars[place].row)
      guard !rate.isEmpty else { continue }
      let steps = isFromFirst ? place : 1
      let passed = bars[(place - steps)...place]
      check(rate, from: bars[place - steps].length, to: bars[place].length, steps: steps, at: unit.encoding[.growth]?.span ?? unit.span)
      items += arrow(
        rate, bars[place - steps], bars[place], beyond: isFlat ? passed.map(\.reach).max() : passed.map(\.reach).min(), isFlat: isFlat,
        look: look, gap: gap, datum: encoder.reference(bars[place].row))
    }
    return items
  }

  private func arrow(
    _ rate: String, _ old: Bar, _ new: Bar, beyond: Double?, isFlat: Bool, look: TextLook, gap: Double, datum: DatumReference
  ) -> [SceneItem] {
    let figure = config["figure"]
    let ink = figure.color("leaderColor") ?? .black
    let unit = look.size / 2
    var words = look
    words.color = .white
    let set = text.set(rate, words)
    let pill = (width: set.width + unit * 2.4, height: look.size * 1.75)
    let (a, b) =
      isFlat
      ? ((old.y.start + old.y.end) / 2, (new.y.start + new.y.end) / 2) : ((old.x.start + old.x.end) / 2, (new.x.start + new.x.end) / 2)
    let reach = beyond ?? (isFlat ? max(old.reach, new.reach) : min(old.reach, new.reach))
    let level: Double =
      isFlat
      ? max(reach + gap + 2 * unit, max(old.x.end, new.x.end) + gap + pill.width / 2) : reach - gap - pill.height * 0.8
    let head = unit * 0.9
    let (start, tip) = isFlat ? (old.reach + gap, new.reach + gap) : (old.reach - gap, new.reach - gap)
    func point(_ along: Double, _ across: Double) -> Point { isFlat ? Point(along, across) : Point(across, along) }
    // The line ends where the head begins.
    let neck = tip + (isFlat ? head * 1.2 : -head * 1.2)
    let path = [point(start, a), point(level, a), point(level, b), point(neck, b)]
    var line = Path()
    line.move(to: path[0])
    for next in path.dropFirst() { line.line(to: next) }
    var triangle = Path()
    triangle.move(to: point(tip, b))
    triangle.line(to: point(neck, b - head * 0.55))
    triangle.line(to: point(neck, b + head * 0.55))
    triangle.close()
    let xs = path.map(\.x.points)
    let ys = path.map(\.y.points)
    let extent = Box(xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0)
    let middle = point(level, (a + b) / 2)
    let box = Box(
      middle.x.points - pill.width / 2, middle.y.points - pill.height / 2, middle.x.points + pill.width / 2,
      middle.y.points + pill.height / 2)
    let stroke = Stroke(ink, width: .pt(figure.number("leaderWidth") ?? 1))
    let label = text.place(
      [rate], words, x: middle.x.points, y: middle.y.points, align: .center, baseline: .middle, role: .annotation, datum: datum)
    return [
      SceneItem(content: .shape(Shape(.path(line), stroke: stroke), at: .zero), bounds: extent, role: .leader),
      SceneItem(content: .shape(Shape(.path(triangle), fill: ink), at: .zero), bounds: extent, role: .leader),
      SceneItem(
        content: .shape(
          Shape(.rect(Size(box.width, box.height), radius: .pt(box.height / 2)), fill: figure.color("growthColor") ?? ink),
          at: Point(box.x1, box.y1)), bounds: box, role: .annotation),
    ] + label.items
  }

  /// The stated rate against the drawn lengths: an arrow must not lie. Over several steps it may say how much each added on average.
  private mutating func check(_ rate: String, from old: Double, to new: Double, steps: Int, at span: SourceSpan) {
    guard let stated = statedPercent(rate), old > 0 else { return }
    if isGrowth(stated, from: old, to: new) { return }
    if steps > 1 {
      // A tenth of a point of rounding in each step.
      func grown(_ percent: Double) -> Double { (0..<steps).reduce(old) { length, _ in length * (1 + percent / 100) } }
      if (grown(stated - 0.1)...max(grown(stated - 0.1), grown(stated + 0.1))).contains(new) { return }
    }
    let drawn = (new / old - 1) * 100
    let problem = Diagnostic.error(
      "chart.growth-mismatch", "the arrow says \(rate), but the bars grow by \((drawn * 10).rounded(.towardZero) / 10)%", at: span,
      hint: "correct the rate or the values")
    if !findings.contains(problem) { findings.append(problem) }
  }
}

/// Whether two lengths show a growth in percent: to a point, or two in a hundred of it, for inputs are rounded.
package func isGrowth(_ stated: Double, from old: Double, to new: Double) -> Bool {
  old > 0 && abs((new / old - 1) * 100 - stated) <= max(1, abs(stated) * 0.02)
}

/// The percentage that a text such as +119.25%, −3.5% or ↓3.5% states; nil for another form.
package func statedPercent(_ rate: String) -> Double? {
  guard rate.hasSuffix("%") else { return nil }
  let digits = rate.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "." }
  guard let size = Double(String(String.UnicodeScalarView(digits))) else { return nil }
  return GrowthDirection(of: rate) == .down ? -size : size
}
