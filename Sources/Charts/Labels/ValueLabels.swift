import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// Values at the ends of bars and beside points of categories, with the digits of the data.
struct ValueLabels {
  var items: [SceneItem] = []
  /// The channel of the measure, whose axis they make needless.
  var channel: Channel?
  /// Whether columns have no room for their values, so that rows would serve better.
  var isCrowded = false
  /// By how much the plot must be higher for rows to have room for their values; 1 where they have.
  var stretch = 1.0
}

extension SceneBuilder {
  /// The value labels of a plot; all of them or none: a reader takes a bar without a label for one without a value.
  ///
  /// - Parameter names: of lines, at their ends.
  func valueLabels(_ view: ViewModel, _ size: PlotSize, clearOf names: [Box]) -> ValueLabels {
    let figure = config["figure"]
    let units = view.units
    guard figure.bool("valueLabels") == true, !units.contains(where: { $0.mark == .text && !$0.isAnnotation }),
      !units.contains(where: { $0.table.rowCount > 4000 })
    else { return ValueLabels() }
    let labelled = units.filter { !$0.isAnnotation }.compactMap { unit in measure(unit).map { (unit, $0) } }
    // Two measured layers over one another would say two numbers of one place.
    guard labelled.count == 1, let (unit, channel) = labelled.first else { return ValueLabels() }
    var result = ValueLabels()
    let look = TextLook(figure, prefix: "value")
    let isRows = channel == .x
    let encoder = encoder(unit, size)
    let requests = requests(encoder, channel: channel, look: look)
    let thickness = requests.map { isRows ? $0.mark.height : $0.mark.width }.filter { $0 > 0 }.min() ?? 0
    let isLabelled = requests.count <= (figure.number("valueLabelLimit") ?? 60).whole
    if isRows, thickness > 0, unit.mark == .bar {
      result.stretch = max(1, (isLabelled ? look.size * 1.05 : figure.number("minBarThickness") ?? 8) / thickness)
    }
    if isRows, isLabelled, unit.mark != .bar, let rows = table[unit.id, .y].map({ scales[$0] }), rows.type.hasCategories, rows.step > 0 {
      result.stretch = max(1, look.size * 1.05 / rows.step)
    }
    guard isLabelled, !requests.isEmpty else { return result }
    var placer = LabelPlacer()
    for box in names { placer.block(box) }
    for (owner, request) in requests.enumerated() { placer.block(request.mark, owner: owner) }
    for other in units where other.id != unit.id && !(other.isAnnotation && other.mark == .rect) { block(other, &placer) }
    var items: [SceneItem] = []
    let isAnnotated = units.contains { $0.isAnnotation && $0.mark == .rule }
    // A value that is wider than its column's place and stands aside is read as its neighbour's.
    let step = leastStep(requests)
    var labels = LabelPlacer()
    for (owner, request) in requests.enumerated() {
      // At the end of the bar, else at its other side; beside a point above its line, so that the line crosses no label.
      // Beside an upright line of an event too.
      let isWide = unit.mark == .bar && text.width(request.label, look) > step
      let shifts: [Double] = (unit.mark == .bar && !isAnnotated) || isRows || isWide ? [0] : [0, -1, 1]
      var label: [SceneItem]?
      // Farther out where a line of reference runs through its place.
      for lift in isAnnotated ? [0, 0.4, 0.8, 1.2] : [0] {
        for (shift, atEnd) in shifts.flatMap({ [($0, true), ($0, false)] }) where label == nil && (atEnd || lift == 0) {
          label = free(request, atEnd: atEnd, shift: shift, lift: lift * look.size, isTight: isAnnotated, for: owner, &placer, &labels)
        }
      }
      guard let label else {
        result.isCrowded = !isRows && unit.mark == .bar && !isAnnotated
        return result
      }
      items += label
    }
    result.items = items
    // Lengths on a scale that is not in proportion are read by its axis, and so are values of other layers, which nothing says.
    let isSaid = units.allSatisfy { other in
      guard !other.isAnnotation, other.id != unit.id, let definition = other.encoding[channel], definition.isField else { return true }
      return definition.type != .quantitative || definition.field == unit.encoding[channel]?.field
    }
    let isProportional = table[unit.id, channel].map { scales[$0].isProportional } == true || unit.mark != .bar
    result.channel = isSaid && isProportional ? channel : nil
    return result
  }

  /// The channel whose values a unit's marks can say one by one; nil where they are summed, parted or many at a place.
  private func measure(_ unit: UnitModel) -> Channel? {
    if let stack = unit.stack {
      // Where its rows lead parts no bar for the eye.
      let isParted = !stack.stackBy.allSatisfy { part in
        (stack.groupChannels + [.href]).contains { unit.encoding[$0]?.field == part.field }
      }
      if isParted { return nil }
    }
    func isPlain(_ channel: Channel) -> Bool {
      guard let definition = unit.encoding[channel], definition.isField, definition.type == .quantitative, !definition.isBinned,
        definition.path() != nil
      else { return false }
      return unit.encoding[channel.second ?? channel] == nil
    }
    switch unit.mark {
    case .bar:
      guard let orient = unit.orient else { return nil }
      let channel: Channel = orient == .vertical ? .y : .x
      return isPlain(channel) ? channel : nil
    case .circle, .point, .square:
      guard unit.encoding[.size] == nil else { return nil }
      for (channel, other) in [(Channel.x, Channel.y), (.y, .x)] {
        let isOnCategories = table[unit.id, other].map { scales[$0].type.hasCategories } ?? false
        if isPlain(channel), isOnCategories { return channel }
      }
      return nil
    default: return nil
    }
  }

  /// The label of a row, and between what its mark lies.
  private struct Request {
    var label: String
    var look: TextLook
    var gap: Double
    var isRow: Bool
    var x: Span
    var y: Span
    var datum: DatumReference
    /// Of the plot.
    var height: Double

    var mark: Box { Box(x.start, y.start, x.end, y.end) }
  }

  /// The label at one end of its mark, which takes its room; nil where it has none.
  ///
  /// - Parameters:
  ///   - shift: -1: before the middle of its mark; 1: behind it.
  ///   - lift: by how much farther from it than usual.
  ///   - isTight: whether a line may run close over or under its figures.
  ///   - labels: those that stand already.
  private func free(
    _ request: Request, atEnd: Bool, shift: Double, lift: Double, isTight: Bool, for owner: Int, _ placer: inout LabelPlacer,
    _ labels: inout LabelPlacer
  ) -> [SceneItem]? {
    let (x, y, gap) = (request.x, request.y, request.gap + lift)
    let placed: (items: [SceneItem], bounds: Box)
    if request.isRow {
      let isLeft = (x.end < x.start) == atEnd
      placed = text.place(
        [request.label], request.look, x: isLeft ? min(x.start, x.end) - gap : max(x.start, x.end) + gap, y: (y.start + y.end) / 2,
        align: isLeft ? .right : .left, baseline: .middle, role: .valueLabel, datum: request.datum)
    } else {
      let isDown = (y.end > y.start) == atEnd
      placed = text.place(
        [request.label], request.look, x: (x.start + x.end) / 2 + shift * request.look.size / 2,
        y: isDown ? max(y.start, y.end) + gap : min(y.start, y.end) - gap,
        align: shift == 0 ? .center : shift < 0 ? .right : .left, baseline: isDown ? .top : .bottom, role: .valueLabel, datum: request.datum
      )
    }
    // What would stand on the names of the axis is no place; those under columns give way to the ends of columns that fall.
    guard request.isRow ? placed.bounds.x1 >= 0 : atEnd || placed.bounds.y2 <= request.height else { return nil }
    var taken = placed.bounds
    if isTight {
      taken.y1 += request.look.size * 0.18
      taken.y2 -= request.look.size * 0.18
    }
    // Lines may run close by; figures stand apart from figures.
    guard labels.isFree(placed.bounds), placer.place([taken], for: owner) != nil else { return nil }
    labels.block(placed.bounds)
    return placed.items
  }

  /// Between the middles of neighbouring marks; without bound for one alone.
  private func leastStep(_ requests: [Request]) -> Double {
    let middles = requests.map { $0.isRow ? ($0.y.start + $0.y.end) / 2 : ($0.x.start + $0.x.end) / 2 }.sorted()
    return zip(middles, middles.dropFirst()).map { $1 - $0 }.filter { $0 > 0.5 }.min() ?? .infinity
  }

  private func requests(_ encoder: UnitEncoder, channel: Channel, look: TextLook) -> [Request] {
    let unit = encoder.unit
    guard let path = unit.encoding[channel]?.path() else { return [] }
    let column = unit.table.values(at: path)
    let gap = look.size / 3
    let isRows = channel == .x
    let spans: (x: (Int) -> Span?, y: (Int) -> Span?)
    if unit.mark == .bar {
      spans = (encoder.rectSpan(.x), encoder.rectSpan(.y))
    } else {
      let (xs, ys) = (encoder.point(.x), encoder.point(.y))
      let sizes = encoder.numbers("size")
      let half = { (row: Int) in ((sizes(row) ?? 30) / .pi).squareRoot() }
      // Seen from the label a symbol is a short bar about its centre.
      spans = (
        { row in xs(row).map { Span(start: $0 - half(row), end: $0 + half(row)) } },
        { row in ys(row).map { Span(start: $0 + half(row), end: $0 - half(row)) } }
      )
    }
    let (stated, isOpen) = (encoder.stated, encoder.openEnded)
    let reference = encoder.references()
    var requests: [Request] = []
    for row in encoder.drawnRows {
      guard let x = spans.x(row), let y = spans.y(row), let digits = column.digits(at: row) else { continue }
      let label = stated(text.digits(digits), row)
      requests.append(
        Request(
          label: label, look: look, gap: gap + (isOpen(row) ? encoder.openEndLength : 0), isRow: isRows, x: x, y: y,
          datum: reference(row), height: encoder.size.height))
    }
    return requests
  }

  /// Takes the room of another layer's marks.
  func block(_ unit: UnitModel, _ placer: inout LabelPlacer) {
    for item in marks(of: unit) {
      guard let places = item.datum?.places, places.count > 1 else {
        placer.block(item.bounds)
        continue
      }
      for (a, b) in zip(places, places.dropFirst()) {
        placer.block(from: (a.at.x.points, a.at.y.points), to: (b.at.x.points, b.at.y.points), width: 4)
      }
    }
  }
}

extension TextSetter {
  /// A number's digits for a reader: with a minus sign, in groups of three as their language has them, and as a power of ten where they
  /// begin after three zeros.
  func digits(_ digits: String) -> String {
    if digits.hasPrefix("-") { return "\u{2212}" + self.digits(String(digits.dropFirst())) }
    // 2.5e9 is what a program writes, 2,500,000,000 what is read.
    if digits.contains(where: { $0 == "e" || $0 == "E" }), let value = Double(digits), abs(value) < 1e15, abs(value) >= 1 || value == 0 {
      return groupedDigits(numberText(value), from: language == .english ? 4 : 5)
    }
    guard let value = Double(digits), value != 0, value < 0.001 else { return groupedDigits(digits, from: language == .english ? 4 : 5) }
    let decimal = DecimalDigits(written: value)
    let mantissa = decimal.digits.map { String($0) }
    let raised = String(-decimal.exponent).map { digit in digit.wholeNumberValue.map { Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0] } ?? digit }
    let rest = mantissa.dropFirst().joined()
    return (mantissa.first ?? "0") + (rest.isEmpty ? "" : "." + rest) + "×10⁻" + String(raised)
  }
}
