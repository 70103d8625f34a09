import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// An axis set out beside a plot, in the plot's coordinates.
struct LaidAxis: Sendable {
  var grid: [SceneItem] = []
  var items: [SceneItem] = []
  /// Of all but the grid.
  var bounds = Box()
  var isInFront = false
  /// Names that were left out for lack of room.
  var dropped: [String] = []
  /// Whether names meet though they are wrapped.
  var isCrowded = false
  /// By how much the plot must be higher for names beside rows to have room; 1 where they have.
  var stretch = 1.0
}

/// Which parts of an axis are drawn: cells of a facet keep the grid, the edges of the table get the rest.
struct AxisParts: OptionSet, Sendable {
  let rawValue: Int
  static let grid = AxisParts(rawValue: 1)
  static let labels = AxisParts(rawValue: 2)
  static let title = AxisParts(rawValue: 4)
  static let all: AxisParts = [.grid, .labels, .title]
}

/// Sets axes out: ticks, labels that do not overlap, grid, title (Vega's axis and `axisLayout`).
struct AxisSetter {
  let text: TextSetter
  let resolver: Resolver
  /// Whether names under columns take several lines.
  var wraps = false
  /// Words for powers of ten that large numbers are counted in, the word once at the axis; nil: all digits at every tick.
  var magnitudes: FigureNumbers.Words?
  /// How wide names beside rows may be, in pixels, before they take several lines; nil: as wide as they are.
  var nameWidth: Double?

  func lay(_ axis: AxisModel, _ scale: ScaleFunction, size: PlotSize, parts: AxisParts = .all) -> LaidAxis {
    let p = axis.properties
    let side = axis.side
    let isX = side.isHorizontal
    let length = isX ? size.width : size.height
    var laid = LaidAxis()
    laid.isInFront = (p.number("zindex") ?? 0) > 0
    let offset = p.number("offset") ?? 0
    let position = p.number("position") ?? 0
    // Pixels sit between grid points, as Vega's half-pixel shift of axes has it.
    let shift = p.number("translate") ?? 0.5
    let ticks = marks(axis, scale, length: length)
    let hasGrid = p.bool("grid") ?? (!scale.type.isDiscrete && axis.definition.isField && !axis.definition.isBinned)
    if parts.contains(.grid), hasGrid { laid.grid = grid(axis, ticks, size: size, shift: shift) }
    guard parts.contains(.labels) || parts.contains(.title) else { return laid }

    var items: [SceneItem] = []
    var bounds = Box()
    let out: Double = side == .left || side == .top ? -1 : 1
    let base =
      switch side {
      case .left: -offset
      case .right: size.width + offset
      case .top: -offset
      case .bottom: size.height + offset
      }
    func place(_ along: Double, _ away: Double) -> (Double, Double) {
      let across = base + out * away
      return isX ? (along + position, across) : (across, along + position)
    }
    func line(_ a: (Double, Double), _ b: (Double, Double), _ stroke: Stroke, _ role: Role) -> SceneItem {
      var path = Path()
      path.move(to: Point(a.0 + shift, a.1 + shift))
      path.line(to: Point(b.0 + shift, b.1 + shift))
      return SceneItem(content: .shape(Shape(.path(path), stroke: stroke), at: .zero), bounds: Box(a.0, a.1, b.0, b.1), role: role)
    }
    let tickSize = p.number("tickSize") ?? 5
    let hasTicks = p.bool("ticks") ?? true
    if parts.contains(.labels) {
      if hasTicks, let stroke = stroke(p, "tick") {
        for mark in ticks.tickPlaces where mark >= -1e-6 && mark <= length + 1e-6 || scale.type.hasCategories {
          let place0 = place(mark, 0)
          let place1 = place(mark, tickSize)
          if tickSize != 0 { items.append(line(place0, place1, stroke, .axisTick)) }
          bounds.add(place1.0, place1.1)
        }
      }
      if p.bool("domain") ?? true, let stroke = stroke(p, "domain") {
        items.append(line(place(0, 0), place(length, 0), stroke, .axisLine))
      }
      if p.bool("labels") ?? true {
        let labels = labels(
          axis, scale, ticks, length: length, distance: (hasTicks ? tickSize : 0) + (p.number("labelPadding") ?? 2), place: place)
        items += labels.items
        bounds.union(labels.bounds)
        if scale.type.hasCategories {
          (laid.dropped, laid.isCrowded) = (labels.dropped, labels.isCrowded)
          if !isX, nameWidth != nil, scale.step > 0 {
            laid.stretch = max(1, (labels.tallest + (p.number("labelSeparation") ?? 0) + 1) / scale.step)
          }
        }
      }
    }
    // How far the axis reaches out, for its title.
    let reach: Double =
      switch side {
      case .left: base - min(base, bounds.isEmpty ? base : bounds.x1)
      case .right: max(base, bounds.isEmpty ? base : bounds.x2) - base
      case .top: base - min(base, bounds.isEmpty ? base : bounds.y1)
      case .bottom: max(base, bounds.isEmpty ? base : bounds.y2) - base
      }
    let extent = max(p.number("minExtent") ?? 0, min(p.number("maxExtent") ?? 200, reach))
    if parts.contains(.labels) {
      let corner = place(0, extent)
      let other = place(length, 0)
      bounds.add(corner.0, corner.1)
      bounds.add(other.0, other.1)
    }
    if parts.contains(.title), let lines = axisTitle(axis, countedIn: ticks.unit) {
      let title = title(axis, lines, size: size, base: base, out: out, extent: parts.contains(.labels) ? extent : 0)
      items += title.items
      bounds.union(title.bounds)
    }
    laid.items = items
    laid.bounds = bounds.isEmpty ? bounds : bounds.moved(shift, shift)
    return laid
  }

  /// The title's lines with what the numbers are counted in.
  private func axisTitle(_ axis: AxisModel, countedIn unit: String) -> [String]? {
    let lines = axis.title ?? []
    if unit.isEmpty { return lines.isEmpty ? nil : lines }
    guard let last = lines.last else { return [unit] }
    return lines.dropLast() + [last + (text.language == .english ? " (\(unit))" : "（\(unit)）")]
  }

  // MARK: Ticks

  struct Marks {
    var values: [DataValue]
    /// Where each label stands along the axis.
    var labelPlaces: [Double]
    var tickPlaces: [Double]
    var texts: [String]
    /// What the numbers are counted in: 万, 亿.
    var unit = ""
  }

  private func marks(_ axis: AxisModel, _ scale: ScaleFunction, length: Double) -> Marks {
    let p = axis.properties
    let definition = axis.definition
    let given = p["values"]?.sequence?.map { resolver.value($0, of: definition) }
    let count = self.tickCount(axis, scale, length: length)
    var values = given ?? scale.ticks(count, minStep: minStep(axis, scale))
    if given == nil, let least = axis.leastStep, scale.type.isTime {
      // Fewer ticks until none lies between two data.
      var number = Double(values.count)
      while number > 2, zip(values, values.dropFirst()).contains(where: { $1.scaled - $0.scaled < 0.9 * least }) {
        number -= 1
        values = scale.ticks(.number(number), minStep: least)
      }
    }
    if given != nil, !scale.type.hasCategories {
      values = values.filter { value in scale.number(value).map { $0 >= -1e-6 - 0.5 && $0 <= length + 0.5 } ?? false }
    }
    let isExtent = p.text("tickBand") == "extent" && scale.type == .band
    let band = p.number("bandPosition") ?? 0.5
    let offset = p.number("tickOffset") ?? 0
    var places: [Double] = []
    var kept: [DataValue] = []
    for value in values {
      guard let place = scale.number(value, band: isExtent ? 0.5 : band), place.isFinite else { continue }
      kept.append(value)
      places.append(place)
    }
    var ticks = places.map { $0 + offset }
    if isExtent {
      ticks = kept.compactMap { scale.bandStart($0) }
      // The edges lie in the middle of the gaps.
      let gap = (scale.step - scale.bandwidth) / 2
      ticks = ticks.map { $0 - gap }
      if let last = ticks.last { ticks.append(last + scale.step) }
    }
    if p.bool("tickRound") ?? true { ticks = ticks.map { $0.rounded() } }
    var marks = Marks(values: kept, labelPlaces: places, tickPlaces: ticks, texts: texts(axis, scale, kept, count: count))
    if let magnitudes, scale.type.isContinuous, !scale.type.isTime, let counted = countedTexts(axis, scale, marks, in: magnitudes) {
      (marks.texts, marks.unit) = counted
    }
    return marks
  }

  private func tickCount(_ axis: AxisModel, _ scale: ScaleFunction, length: Double) -> TickCount? {
    if let node = axis.properties["tickCount"] { return Charts.tickCount(node) }
    if axis.properties["values"] != nil || scale.type.hasCategories || scale.type == .log { return nil }
    if axis.definition.isField {
      if axis.definition.hasBinParameters { return .number((length / 10).rounded(.up)) }
      if let unit = axis.definition.timeUnit, unit.units.count == 1, [.month, .hours, .day, .quarter].contains(unit.smallest) {
        return nil
      }
    }
    return .number((length / 40).rounded(.up))
  }

  private func minStep(_ axis: AxisModel, _ scale: ScaleFunction) -> Double? {
    if let step = axis.properties.number("tickMinStep") { return step }
    // Moments are not marked in finer steps than their unit or than the data have.
    if let least = axis.leastStep, scale.type.isTime, axis.definition.timeUnit == nil { return least }
    guard let unit = axis.definition.timeUnit, scale.type.isTime, axis.properties["tickCount"] == nil else { return nil }
    return unit.end(of: 978_307_200_000) - 978_307_200_000
  }

  private func texts(_ axis: AxisModel, _ scale: ScaleFunction, _ values: [DataValue], count: TickCount?) -> [String] {
    var count = count ?? .number(axis.properties["values"] == nil ? 10 : Double(max(1, values.count)))
    if case .number(let number) = count, let step = axis.properties.number("tickMinStep") {
      count = .number(scale.bounded(number, minStep: step))
    }
    return GuideLabels(config: axis.config, resolver: resolver, locale: text.timeLocale).texts(
      values, axis.definition, scale, properties: axis.properties, count: count,
      isWritten: axis.properties["values"] != nil)
  }

  // MARK: Labels

  private func labels(
    _ axis: AxisModel, _ scale: ScaleFunction, _ marks: Marks, length: Double, distance: Double,
    place: (Double, Double) -> (Double, Double)
  ) -> (items: [SceneItem], bounds: Box, dropped: [String], isCrowded: Bool, tallest: Double) {
    let p = axis.properties
    let isX = axis.side.isHorizontal
    var look = TextLook(p, prefix: "label")
    look.color = p.color("labelColor") ?? .black
    let isNamed = axis.definition.type?.isDiscrete == true && axis.definition.timeUnit == nil
    var angle = p.number("labelAngle") ?? (axis.channel == .x && isX && isNamed ? 270 : 0)
    angle = (angle.truncatingRemainder(dividingBy: 360) + 360).truncatingRemainder(dividingBy: 360)
    let isTurned = p["labelAngle"] != nil || angle != 0
    let align = p.text("labelAlign").flatMap(TextAlign.init) ?? (isTurned ? labelAlign(angle, axis.side) : nil)
    let baseline = p.text("labelBaseline").flatMap(TextBaseline.init) ?? (isTurned ? labelBaseline(angle, axis.side) : nil)
    let plainAlign: TextAlign = isX ? .center : axis.side == .left ? .right : .left
    let plainBaseline: TextBaseline = axis.side == .top ? .bottom : axis.side == .bottom ? .top : .middle
    let flush = flushDistance(axis)
    let limit = p.number("labelLimit") ?? 180
    let labelOffset = p.number("labelOffset") ?? 0
    let offset = p.number("labelFlushOffset") ?? 0
    var placed: [(items: [SceneItem], bounds: Box)] = []
    // Years and other numbers in a row may be thinned out: who reads on misses none.
    let isSequence = wraps && scale.type.hasCategories && isX && marks.texts.count > 2 && isRising(marks.texts)
    let width: Double? =
      angle != 0 || !scale.type.hasCategories || !wraps || isSequence ? nil : isX ? scale.step - look.size / 2 : nameWidth
    for (index, value) in marks.values.enumerated() {
      let along = marks.labelPlaces[index]
      var own = align ?? plainAlign
      var ownBaseline = baseline ?? plainBaseline
      var dx = 0.0
      if let flush, scale.type.isContinuous {
        let isLow = abs(along) <= flush
        let isHigh = abs(along - length) <= flush
        if isX, align == nil {
          if isLow { (own, dx) = (.left, -offset) } else if isHigh { (own, dx) = (.right, offset) }
        } else if !isX, baseline == nil {
          if isLow { (ownBaseline, dx) = (.top, 0) } else if isHigh { (ownBaseline, dx) = (.bottom, 0) }
        }
      }
      let (x, y) = place(along + labelOffset + (isX ? dx : 0), distance)
      var labelLook = look
      conditional(axis, &labelLook, value: value, label: marks.texts[index], index: index, count: marks.values.count)
      placed.append(
        text.place(
          lines(marks.texts[index], labelLook, width: width), labelLook, x: x, y: y, align: own, baseline: ownBaseline,
          angle: angle, limit: limit, lineHeight: p.number("labelLineHeight"), role: .axisLabel,
          opacity: p.number("labelOpacity") ?? 1))
    }
    var visible = [Bool](repeating: true, count: placed.count)
    let isCrowded =
      wraps && isX && !isSequence
      && (placed.contains { $0.items.count > 3 } || zip(placed, placed.dropFirst()).contains { $0.bounds.meets($1.bounds, separation: 1) })
    if let overlap = overlap(axis, scale) {
      visible = overlap.visible(placed.map(\.bounds), separation: p.number("labelSeparation") ?? 0)
    }
    if let tolerance = p["labelBound"].flatMap({ $0.bool == true ? 1 : $0.double }) {
      for index in placed.indices {
        let box = placed[index].bounds
        let (low, high) = isX ? (box.x1, box.x2) : (box.y1, box.y2)
        if low < -tolerance || high > length + tolerance { visible[index] = false }
      }
    }
    var items: [SceneItem] = []
    var bounds = Box()
    for index in placed.indices where visible[index] {
      items += placed[index].items
      bounds.union(placed[index].bounds)
    }
    let dropped = isSequence ? [] : visible.indices.filter { !visible[$0] }.map { marks.texts[$0] }
    return (items, bounds, dropped, isCrowded, placed.map(\.bounds.height).max() ?? 0)
  }

  /// Whether texts are numbers that rise, with the same words about them.
  private func isRising(_ texts: [String]) -> Bool {
    func parts(_ text: String) -> (number: Int, words: String)? {
      let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }
      guard !digits.isEmpty, digits.count <= 9, let number = Int(String(String.UnicodeScalarView(digits))) else { return nil }
      return (number, String(String.UnicodeScalarView(text.unicodeScalars.filter { !("0"..."9").contains($0) })))
    }
    let read = texts.compactMap(parts)
    return read.count == texts.count && zip(read, read.dropFirst()).allSatisfy { $0.number < $1.number && $0.words == $1.words }
  }

  /// A label's lines: as written, or wrapped to a width.
  private func lines(_ label: String, _ look: TextLook, width: Double?) -> [String] {
    if label.isEmpty { return [] }
    guard let width, text.width(label, look) > width else { return label.components("\n") }
    return text.wrapped(label, look, width: width)
  }

  /// Label properties that hang on a test of the tick.
  private func conditional(_ axis: AxisModel, _ look: inout TextLook, value: DataValue, label: String, index: Int, count: Int) {
    guard ["labelColor", "labelFontWeight", "labelFontSize"].contains(where: { axis.properties[$0]?["condition"] != nil }) else { return }
    let datum = Record(
      names: ["value", "label", "index"], values: [value, .text(label), .number(count > 1 ? Double(index) / Double(count - 1) : 0)])
    func pick(_ key: String) -> Node? {
      guard let node = axis.properties[key], node["condition"] != nil else { return nil }
      return resolver.conditional(node, datum: datum)
    }
    if let color = pick("labelColor")?.string.flatMap({ Color(css: $0) }) { look.color = color }
    if let weight = pick("labelFontWeight") { look.weight = TextLook.weight(weight) }
    if let size = pick("labelFontSize")?.double { look.size = size }
  }

  private func overlap(_ axis: AxisModel, _ scale: ScaleFunction) -> LabelOverlap? {
    if let node = axis.properties["labelOverlap"] {
      if let isOn = node.bool { return isOn ? .parity : nil }
      return node.string.flatMap(LabelOverlap.init)
    }
    let definition = axis.definition
    let hasOrder: Bool =
      switch definition.sort {
      case .field?, .encoding?, .values?: true
      default: false
      }
    if (definition.timeUnit != nil && !hasOrder) || definition.type?.isDiscrete != true {
      return scale.type == .log || scale.type == .symlog ? .greedy : .parity
    }
    return nil
  }

  private func flushDistance(_ axis: AxisModel) -> Double? {
    if let node = axis.properties["labelFlush"] {
      if let isOn = node.bool { return isOn ? 1 : nil }
      return node.double
    }
    return axis.channel == .x && axis.definition.type?.isContinuous == true ? 1 : nil
  }

  private func labelAlign(_ angle: Double, _ side: Side) -> TextAlign? {
    let isX = side.isHorizontal
    let start: Double = isX ? 0 : 90
    let isMain = side == (isX ? .bottom : .left)
    if (start + angle).truncatingRemainder(dividingBy: 180) == 0 { return isX ? nil : .center }
    return (start < angle && angle < 180 + start) == isMain ? .left : .right
  }

  private func labelBaseline(_ angle: Double, _ side: Side) -> TextBaseline? {
    let isUpright = angle <= 45 || angle >= 315
    let isUpsideDown = angle >= 135 && angle <= 225
    if side.isHorizontal {
      if isUpright { return side == .top ? .bottom : .top }
      return isUpsideDown ? (side == .top ? .top : .bottom) : .middle
    }
    if isUpright || isUpsideDown { return nil }
    return (angle >= 45 && angle <= 135) == (side == .left) ? .top : .bottom
  }

  // MARK: Grid and title

  private func grid(_ axis: AxisModel, _ marks: Marks, size: PlotSize, shift: Double) -> [SceneItem] {
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
  private func stroke(_ p: Properties, _ part: String, datum: Record? = nil) -> Stroke? {
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
      cap: property("Cap")?.string.flatMap(Stroke.Cap.init) ?? .butt)
  }

  private func title(
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

extension Resolver {
  /// The value of a conditional property for one tick: `{"condition": {"test": …, "value": …}, "value": …}`.
  func conditional(_ node: Node, datum: Record) -> Node? {
    let cases = node["condition"]?.sequence ?? node["condition"].map { [$0] } ?? []
    for entry in cases {
      guard let test = entry["test"] else { continue }
      let holds: Bool
      if let formula = test.text {
        holds = evaluate(formula, datum: datum).isTruthy
      } else {
        holds = tickTest(test, datum: datum)
      }
      if holds { return entry["value"] ?? entry["expr"].map { Resolver.node(evaluate($0.text ?? "", datum: datum), at: $0.span) } }
    }
    return node["value"] ?? node["expr"].map { Resolver.node(evaluate($0.text ?? "", datum: datum), at: $0.span) }
  }

  /// A field's test of a tick, such as `{"field": "value", "timeUnit": "month", "equal": 1}`.
  private func tickTest(_ node: Node, datum: Record) -> Bool {
    guard let predicate = readPredicate(node) else { return false }
    return (try? predicate.tests(on: Table(records: [datum]), params: params))?.first ?? false
  }
}
