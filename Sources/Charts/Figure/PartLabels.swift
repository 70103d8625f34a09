import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// What a part of a whole is: its share, its name and what else is said of it, set as lines below each other.
private struct PartBlock {
  var row: Int
  var lines: [(text: String, look: TextLook, leading: Double, role: Role)]
  var color: Color
  var width: Double
  var height: Double { lines.reduce(0) { $0 + $1.leading } }
}

extension SceneBuilder {
  /// The labels of marks with `partLabels`: above the parts of a bar, beside a ring.
  mutating func partLabels(_ view: ViewModel, _ size: PlotSize) -> [SceneItem] {
    view.units.filter { $0.properties.bool("partLabels") == true }.flatMap { unit -> [SceneItem] in
      let blocks = blocks(unit, size)
      switch unit.mark {
      case .bar: return barLabels(unit, blocks, size)
      case .arc: return ringLabels(unit, blocks, size)
      default:
        findings.append(
          .warning("spec.no-effect", "“partLabels” has no effect on the mark “\(unit.mark.rawValue)”", at: unit.span))
        return []
      }
    }
  }

  private func measure(_ unit: UnitModel) -> Channel {
    unit.mark == .arc ? .theta : unit.orient == .vertical ? .y : .x
  }

  private func blocks(_ unit: UnitModel, _ size: PlotSize) -> [PartBlock] {
    let encoder = encoder(unit, size)
    let figure = config["figure"]
    guard let values = unit.encoding[measure(unit)]?.path().map({ unit.table.values(at: $0) }) else { return [] }
    let rows = encoder.drawnRows
    let sum = rows.reduce(0) { $0 + max(0, values[$1].asNumber.isFinite ? values[$1].asNumber : 0) }
    guard sum > 0 else { return [] }
    let (names, details, stated) = (encoder.remark(.color), encoder.remark(.text), encoder.stated)
    let subjects = Set(highlight.isEmpty ? rows.first.map { [names($0)] } ?? [] : highlight)
    let paint = MarkPaint(encoder)
    let name = TextLook(figure, prefix: "partName")
    let leading = figure.number("partNameLineHeight") ?? name.size * 1.4
    return rows.map { row in
      let isSubject = subjects.contains(names(row))
      var share = TextLook(figure, prefix: isSubject ? "part" : "value")
      if !isSubject { share.color = name.color }
      let digits = values.digits(at: row).map(text.digits) ?? ""
      let percent =
        unitOfValues == "%"
        ? digits + "%" : FigureNumbers(decimals: 1).text(max(0, values[row].asNumber) / sum * 100, isPadded: false) + "%"
      var strong = name
      if isSubject { strong.weight = 500 }
      var lines: [(text: String, look: TextLook, leading: Double, role: Role)] = [
        (stated(percent, row), share, isSubject ? figure.number("partLineHeight") ?? share.size * 1.3 : leading, .valueLabel),
        (names(row), strong, leading, .legendLabel),
      ]
      if !details(row).isEmpty { lines.append((details(row), name, leading, .annotation)) }
      return PartBlock(
        row: row, lines: lines.filter { !$0.text.isEmpty }, color: paint.fill(row) ?? .black,
        width: lines.map { text.width($0.text, $0.look) }.max() ?? 0)
    }
  }

  /// - Parameter isAtEnd: the lines end level, where their part does.
  private func set(_ block: PartBlock, x: Double, y: Double, isAtEnd: Bool = false, datum: DatumReference) -> [SceneItem] {
    let x = isAtEnd ? x + block.width : x
    var top = y
    return block.lines.flatMap { line -> [SceneItem] in
      defer { top += line.leading }
      return text.place(
        [line.text], line.look, x: x, y: top + line.leading / 2, align: isAtEnd ? .right : .left, baseline: .middle, role: line.role,
        datum: datum
      ).items
    }
  }

  // MARK: On a bar

  /// Each block above its part: at its start, the last one's at its end; else at the other side, else below the bar.
  private mutating func barLabels(_ unit: UnitModel, _ blocks: [PartBlock], _ size: PlotSize) -> [SceneItem] {
    let encoder = encoder(unit, size)
    let (xs, ys) = (encoder.rectSpan(.x), encoder.rectSpan(.y))
    var placer = LabelPlacer()
    placer.clearance = TextLook(config["figure"], prefix: "value").size * 0.6
    var items: [SceneItem] = []
    for block in blocks {
      guard let x = xs(block.row), let y = ys(block.row) else { continue }
      let gap = placer.clearance
      let (left, right) = (min(x.start, x.end), max(x.start, x.end))
      let last = max(0, size.width - block.width)
      var starts = [min(left, last), max(0, min(right - block.width, last))]
      if blocks.count > 1, block.row == blocks.last?.row { starts.reverse() }
      let (above, below) = (min(y.start, y.end) - gap - block.height, max(y.start, y.end) + gap)
      let corners = starts.map { ($0, above) } + starts.map { ($0, below) }
      guard let place = placer.place(corners.map { Box($0.0, $0.1, $0.0 + block.width, $0.1 + block.height) }) else {
        findings.append(
          .warning(
            "chart.label-dropped", "there is no room for the label “\(block.lines.map(\.text).joined(separator: " "))”",
            hint: "make the chart larger or show fewer parts"))
        continue
      }
      // Wider than its part, and ending with it.
      let isAtEnd = corners[place].0 < left - 0.5
      items += set(block, x: corners[place].0, y: corners[place].1, isAtEnd: isAtEnd, datum: encoder.reference(block.row))
    }
    return items
  }

  // MARK: Beside a ring

  /// The subject's share in the middle, and all parts named to the right, each with its colour.
  private mutating func ringLabels(_ unit: UnitModel, _ blocks: [PartBlock], _ size: PlotSize) -> [SceneItem] {
    let encoder = encoder(unit, size)
    let radius = min(size.width, size.height) / 2
    guard radius > 0, let x = encoder.point(.x)(blocks.first?.row ?? 0), let y = encoder.point(.y)(blocks.first?.row ?? 0) else {
      return []
    }
    let gap = TextLook(config["figure"], prefix: "value").size
    var items: [SceneItem] = []
    let apart = gap * 0.8
    var blocks = blocks
    let subjects = Set(highlight)
    let names = encoder.remark(.color)
    if let place = blocks.firstIndex(where: { subjects.isEmpty || subjects.contains(names($0.row)) }),
      let share = blocks[place].lines.first,
      text.width(share.text, share.look) < 1.2 * radius
    {
      items +=
        text.place(
          [share.text], share.look, x: x, y: y, align: .center, baseline: .middle, role: .valueLabel,
          datum: encoder.reference(blocks[place].row)
        ).items
      blocks[place].lines.removeFirst()
    }
    let whole = blocks.reduce(-apart) { $0 + $1.height + apart }
    var top = y - whole / 2
    let left = x + radius + 2 * gap
    for block in blocks {
      let side = gap * 0.8
      let level = top + (block.lines.first?.leading ?? 0) / 2
      items.append(
        SceneItem(
          content: .shape(Shape(.rect(Size(side, side), radius: .zero), fill: block.color), at: Point(left, level - side / 2)),
          bounds: Box(left, level - side / 2, left + side, level + side / 2), role: .legendSymbol,
          datum: encoder.reference(block.row)))
      items += set(block, x: left + side + gap * 0.6, y: top, datum: encoder.reference(block.row))
      top += block.height + apart
    }
    return items
  }
}
