import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// The labels of an axis: turned, wrapped or left out where they would touch.
extension AxisSetter {
  func labels(
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
    // Labels at the ends of the axis as they would stand at their middles.
    var centred: [Int: (items: [SceneItem], bounds: Box)] = [:]
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
      let isPainted = conditional(axis, &labelLook, value: value, label: marks.texts[index], index: index, count: marks.values.count)
      func set(_ x: Double, _ align: TextAlign) -> (items: [SceneItem], bounds: Box) {
        text.place(
          isPainted ? lines(marks.texts[index], labelLook, width: width) : [], labelLook, x: x, y: y, align: align, baseline: ownBaseline,
          angle: angle, limit: limit, lineHeight: p.number("labelLineHeight"), role: .axisLabel,
          opacity: p.number("labelOpacity") ?? 1)
      }
      placed.append(set(x, own))
      if wraps, isX, align == nil, own != plainAlign { centred[index] = set(x - dx, plainAlign) }
    }
    // One that its shift takes to its neighbour stands over its tick.
    for (index, box) in centred
    where [index - 1, index + 1].contains(where: { other in
      placed.indices.contains(other) && placed[index].bounds.meets(placed[other].bounds, separation: 1)
    }) {
      placed[index] = box
    }
    if let reach, isX {
      for index in placed.indices where !placed[index].bounds.isEmpty {
        let box = placed[index].bounds
        let (low, high) = (place(-reach, 0).0, place(length + reach, 0).0)
        let shift = box.x1 < low ? low - box.x1 : box.x2 > high ? high - box.x2 : 0
        if shift != 0 { placed[index] = (placed[index].items.map { $0.moved(shift, 0) }, box.moved(shift, 0)) }
      }
    }
    var visible = [Bool](repeating: true, count: placed.count)
    var isCrowded =
      wraps && isX && !isSequence
      && (placed.contains { $0.items.count > 3 } || zip(placed, placed.dropFirst()).contains { $0.bounds.meets($1.bounds, separation: 1) })
    if let overlap = overlap(axis, scale) {
      visible = overlap.visible(placed.map(\.bounds), separation: p.number("labelSeparation") ?? 0)
      // A name is never left out for want of room where rows have it.
      if wraps, isX, !isSequence, scale.type.hasCategories, visible.contains(false) { isCrowded = true }
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
  func isRising(_ texts: [String]) -> Bool {
    func parts(_ text: String) -> (number: Int, words: String)? {
      let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }
      guard !digits.isEmpty, digits.count <= 9, let number = Int(String(String.UnicodeScalarView(digits))) else { return nil }
      return (number, String(String.UnicodeScalarView(text.unicodeScalars.filter { !("0"..."9").contains($0) })))
    }
    let read = texts.compactMap(parts)
    return read.count == texts.count && zip(read, read.dropFirst()).allSatisfy { $0.number < $1.number && $0.words == $1.words }
  }

  /// A label's lines: as written, or wrapped to a width.
  func lines(_ label: String, _ look: TextLook, width: Double?) -> [String] {
    if label.isEmpty { return [] }
    guard let width, text.width(label, look) > width else { return label.components("\n") }
    return text.wrapped(label, look, width: width)
  }

  /// Label properties that hang on a test of the tick.
  ///
  /// - Returns: false for a label without a colour.
  func conditional(_ axis: AxisModel, _ look: inout TextLook, value: DataValue, label: String, index: Int, count: Int) -> Bool {
    guard ["labelColor", "labelFontWeight", "labelFontSize"].contains(where: { axis.properties[$0]?["condition"] != nil }) else {
      return axis.properties["labelColor"]?.isNull != true
    }
    let datum = Record(
      names: ["value", "label", "index"], values: [value, .text(label), .number(count > 1 ? Double(index) / Double(count - 1) : 0)])
    func pick(_ key: String) -> Node? {
      guard let node = axis.properties[key], node["condition"] != nil else { return nil }
      return resolver.conditional(node, datum: datum)
    }
    let color = pick("labelColor") ?? axis.properties["labelColor"]
    if let color = color?.string.flatMap({ Color(css: $0) }) { look.color = color }
    if let weight = pick("labelFontWeight") { look.weight = TextLook.weight(weight) }
    if let size = pick("labelFontSize")?.double { look.size = size }
    return color?.isNull != true
  }

  func overlap(_ axis: AxisModel, _ scale: ScaleFunction) -> LabelOverlap? {
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

  func flushDistance(_ axis: AxisModel) -> Double? {
    if let node = axis.properties["labelFlush"] {
      if let isOn = node.bool { return isOn ? 1 : nil }
      return node.double
    }
    return axis.channel == .x && axis.definition.type?.isContinuous == true ? 1 : nil
  }

  func labelAlign(_ angle: Double, _ side: Side) -> TextAlign? {
    let isX = side.isHorizontal
    let start: Double = isX ? 0 : 90
    let isMain = side == (isX ? .bottom : .left)
    if (start + angle).truncatingRemainder(dividingBy: 180) == 0 { return isX ? nil : .center }
    return (start < angle && angle < 180 + start) == isMain ? .left : .right
  }

  func labelBaseline(_ angle: Double, _ side: Side) -> TextBaseline? {
    let isUpright = angle <= 45 || angle >= 315
    let isUpsideDown = angle >= 135 && angle <= 225
    if side.isHorizontal {
      if isUpright { return side == .top ? .bottom : .top }
      return isUpsideDown ? (side == .top ? .top : .bottom) : .middle
    }
    if isUpright || isUpsideDown { return nil }
    return (angle >= 45 && angle <= 135) == (side == .left) ? .top : .bottom
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
    // Of a whole axis there is no tick to ask.
    guard !datum.names.isEmpty, let predicate = readPredicate(node) else { return false }
    return tests(predicate, on: Table(records: [datum])).first ?? false
  }
}
