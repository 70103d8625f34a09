import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

extension SceneBuilder {
  struct ValueLabels {
    var items: [SceneItem]
    /// The channel of the measure, whose axis they make needless.
    var channel: Channel
  }

  /// The values at the ends of single bars, with the digits of the data; nil where a look does not ask for them, parts are stacked, or
  /// they would touch.
  func valueLabels(_ view: ViewModel, _ size: PlotSize) -> ValueLabels? {
    let figure = config["figure"]
    guard figure.bool("valueLabels") == true, case .unit(let unit) = view.content, unit.mark == .bar, unit.table.rowCount <= 40,
      unit.stack.map({ $0.stackBy.isEmpty || $0.stackBy.allSatisfy { part in unit.stack?.groupChannels.contains { unit.encoding[$0]?.field == part.field } == true } }) ?? true,
      let orient = unit.orient
    else { return nil }
    let channel: Channel = orient == .vertical ? .y : .x
    guard let definition = unit.encoding[channel], definition.isField, definition.type == .quantitative, definition.isBinned == false,
      unit.encoding[channel.second ?? channel] == nil, let path = definition.path()
    else { return nil }
    let encoder = encoder(unit, size)
    let (xs, ys) = (encoder.rectSpan(.x), encoder.rectSpan(.y))
    let column = unit.table.values(at: path)
    let look = TextLook(figure, prefix: "value")
    let gap = look.size / 3
    var items: [SceneItem] = []
    var boxes: [Box] = []
    var bars: [Box] = []
    for row in encoder.drawnRows {
      guard let x = xs(row), let y = ys(row), let digits = column.digits(at: row) else { continue }
      let isNegative = digits.hasPrefix("-")
      let label = (isNegative ? "\u{2212}" : "") + figureDigits(isNegative ? String(digits.dropFirst()) : digits)
      let placed: (items: [SceneItem], bounds: Box)
      if orient == .vertical {
        let isDown = y.end > y.start
        placed = text.place(
          [label], look, x: (x.start + x.end) / 2, y: y.end + (isDown ? gap : -gap), align: .center, baseline: isDown ? .top : .bottom,
          role: .valueLabel, datum: encoder.reference(row))
      } else {
        let isLeft = x.end < x.start
        placed = text.place(
          [label], look, x: x.end + (isLeft ? -gap : gap), y: (y.start + y.end) / 2, align: isLeft ? .right : .left, baseline: .middle,
          role: .valueLabel, datum: encoder.reference(row))
      }
      items += placed.items
      boxes.append(placed.bounds)
      bars.append(Box(x.start, y.start, x.end, y.end))
    }
    let sorted = boxes.sorted { orient == .vertical ? $0.x1 < $1.x1 : $0.y1 < $1.y1 }
    if zip(sorted, sorted.dropFirst()).contains(where: { $0.meets($1, separation: 1) }) { return nil }
    // Two bars of one category lie end to end: their values would stand on each other.
    for (index, box) in boxes.enumerated() {
      if bars.indices.contains(where: { $0 != index && bars[$0].meets(box, separation: 0) }) { return nil }
    }
    return items.isEmpty ? nil : ValueLabels(items: items, channel: channel)
  }
}

/// A number's digits for a reader: in groups of three, and as a power of ten where they begin after three zeros.
func figureDigits(_ digits: String) -> String {
  guard let value = Double(digits), value != 0, value < 0.001 else { return groupedDigits(digits) }
  let decimal = DecimalDigits(written: value)
  let mantissa = decimal.digits.map { String($0) }
  let raised = String(-decimal.exponent).map { digit in digit.wholeNumberValue.map { Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0] } ?? digit }
  let rest = mantissa.dropFirst().joined()
  return (mantissa.first ?? "0") + (rest.isEmpty ? "" : "." + rest) + "×10⁻" + String(raised)
}
