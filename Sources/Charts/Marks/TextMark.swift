import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// The text of a row before it stands anywhere.
struct RowText {
  var lines: [String]
  /// What each line is for.
  var roles: [Role]
  var look: TextLook
  var x: Double
  var y: Double
  var align: TextAlign
  var baseline: TextBaseline
  var angle: Double
  var dx: Double
  var dy: Double
  var limit: Double?
  var lineHeight: Double?
  var datum: DatumReference
  /// From the middle of the stretch that it belongs to, where it stands, to the second end of that.
  var toEnd = (x: 0.0, y: 0.0)

  func moved(down distance: Double) -> RowText {
    var copy = self
    copy.dy += distance
    return copy
  }

  /// Whether a line of it says a value.
  var saysValue: Bool { roles.contains(.valueLabel) }
}

extension TextSetter {
  func place(_ row: RowText) -> (items: [SceneItem], bounds: Box) {
    var placed = place(
      row.lines, row.look, x: row.x, y: row.y, align: row.align, baseline: row.baseline, angle: row.angle, dx: row.dx, dy: row.dy,
      limit: row.limit, lineHeight: row.lineHeight, role: .mark, datum: row.datum)
    let roles = zip(row.lines, row.roles).filter { !$0.0.isEmpty }.map(\.1)
    for (index, role) in zip(placed.items.indices, roles) { placed.items[index].role = role }
    return placed
  }
}

extension UnitEncoder {
  /// Text marks, one a row, in their parts' coordinates or about a centre by angle and radius.
  ///
  /// In a look of figures a text that would overprint one before it is left out, which is said.
  mutating func textMarks() -> [SceneItem] {
    let rows = rowTexts()
    guard unit.config["figure"].bool("valueLabels") == true else { return rows.flatMap { text.place($0).items } }
    var placer = LabelPlacer()
    placer.clearance = -1
    var items: [SceneItem] = []
    var dropped: [String] = []
    for row in rows {
      let set = text.place(row)
      guard set.bounds.isEmpty || placer.isFree(set.bounds) else {
        dropped.append(row.lines.joined(separator: " "))
        continue
      }
      placer.block(set.bounds)
      items += set.items
    }
    if let first = dropped.first {
      findings.append(
        .warning(
          "chart.label-dropped", "there is no room for \(dropped.count) texts, “\(first)” among them", at: unit.span,
          hint: "make the picture larger, or show fewer texts"))
    }
    return items
  }

  /// What each line of a text says (`says`): the value or the name of its datum; nothing in particular for a plain text.
  private var saidRoles: [Role] {
    (unit.properties["says"]?.sequence?.compactMap(\.string) ?? unit.properties.text("says").map { [$0] } ?? []).map { word in
      switch word {
      case "value": .valueLabel
      case "name": .legendLabel
      case "annotation": .annotation
      default: .mark
      }
    }
  }

  func rowTexts() -> [RowText] {
    let paint = MarkPaint(self, defaultFilled: true)
    let (xs, ys) = (point(.x), point(.y))
    // A text over a stretch stands at its middle.
    let ends =
      unit.placement == .listed ? (x: unit.encoding[.x2].map { _ in point(.x2) }, y: unit.encoding[.y2].map { _ in point(.y2) }) : nil
    let thetas = unit.encoding[.theta] != nil || unit.properties["theta"] != nil ? polarPoint(.theta) : nil
    let radii = unit.encoding[.radius] != nil || unit.properties["radius"] != nil ? polarPoint(.radius) : nil
    let words = markTexts()
    let sizes = numbers(Channel.size)
    // The text's own `size` is that of its type, as Vega-Lite has it.
    let fixedSize = numbers(unit.own["size"] != nil && unit.own["fontSize"] == nil ? "size" : "fontSize")
    let angles = numbers(Channel.angle)
    let fixedAngle = numbers("angle")
    let (dx, dy) = (numbers("dx"), numbers("dy"))
    let aligns = choices("align")
    let baselines = choices("baseline")
    let lineBreak = unit.properties.text("lineBreak") ?? unit.config.plain.text("lineBreak")
    let limit = number("limit").flatMap { $0 > 0 ? $0 : nil }
    let lineHeight = number("lineHeight")
    let isRemarked = unit.encoding[.qualifier] != nil || unit.encoding[.status] != nil
    let stated = stated
    let reference = references()
    let said = saidRoles
    // A value is said with the digits that are stated.
    let measure = unit.encoding[.text].flatMap { definition in
      definition.isField && definition.type == .quantitative && definition.format == nil ? definition.path() : nil
    }.map { table.values(at: $0) }
    var look = TextLook(unit.properties, prefix: "")
    var items: [RowText] = []
    for row in drawnRows {
      guard var x = xs(row), var y = ys(row), let color = paint.fill(row), color.alpha > 0 else { continue }
      let toEnd = (x: ends?.x?(row).map { ($0 - x) / 2 } ?? 0, y: ends?.y?(row).map { ($0 - y) / 2 } ?? 0)
      (x, y) = (x + toEnd.x, y + toEnd.y)
      if let radii, let radius = radii(row) {
        let theta = (thetas.flatMap { $0(row) } ?? 0) - .pi / 2
        x += radius * cosine(theta)
        y += radius * sine(theta)
      }
      look.size = sizes?(row) ?? fixedSize(row) ?? 11
      guard look.size > 0, look.size < 2000 else { continue }
      look.color = color
      var lines = words(row)
      let datum = reference(row)
      for (index, role) in said.enumerated() where role == .valueLabel && index < lines.count {
        guard lines[index].isEmpty || measure != nil, let digits = measure?.digits(at: row) ?? datum.value else { continue }
        lines[index] = text.digits(digits)
      }
      if isRemarked, lines.count == 1 { lines = [stated(lines[0], row)] }
      if let lineBreak, !lineBreak.isEmpty {
        lines = lines.flatMap { $0.split(separator: lineBreak, omittingEmptySubsequences: false).map(String.init) }
      }
      items.append(
        RowText(
          lines: lines, roles: lines.indices.map { said.isEmpty ? .mark : said[min($0, said.count - 1)] }, look: look, x: x, y: y,
          align: TextAlign(rawValue: aligns(row) ?? "center") ?? .center,
          baseline: TextBaseline(rawValue: baselines(row) ?? "middle") ?? .middle, angle: angles?(row) ?? fixedAngle(row) ?? 0,
          dx: dx(row) ?? 0, dy: dy(row) ?? 0, limit: limit, lineHeight: lineHeight, datum: datum, toEnd: toEnd))
    }
    return items
  }

  private func choices(_ key: String) -> (Int) -> String? {
    guard let node = unit.properties[key] else { return { _ in nil } }
    if let column = resolver.values(ofFormulaIn: node, on: table) { return { row in column[row].asText } }
    let fixed = node.string
    return { _ in fixed }
  }

  private func polarPoint(_ channel: Channel) -> (Int) -> Double? {
    let offset = numbers(channel.rawValue + "Offset")
    guard let definition = unit.encoding[channel] else {
      let fixed = unit.properties[channel.rawValue].map { numbers(of: $0) }
      return { row in fixed?(row).map { $0 + (offset(row) ?? 0) } }
    }
    if let value = definition.value {
      let fixed = numbers(of: value)
      return { row in fixed(row).map { $0 + (offset(row) ?? 0) } }
    }
    guard let scale = scales[channel] else { return { _ in nil } }
    if let stack = unit.stack, stack.fieldChannel == channel {
      let (start, end) = (column(definition.path(suffix: "start")), column(definition.path(suffix: "end")))
      let share = definition.bandPosition ?? 0.5
      return { row in
        scale.number(between: start[row], end[row], share).map { $0 + (offset(row) ?? 0) }
      }
    }
    let values = column(definition.path())
    return { row in scale.number(values[row], band: 0.5).map { $0 + (offset(row) ?? 0) } }
  }

  /// The lines of each row's text.
  private func markTexts() -> (Int) -> [String] {
    guard let definition = unit.encoding[.text] else {
      guard let node = unit.properties["text"] else { return { _ in [] } }
      if let column = resolver.values(ofFormulaIn: node, on: table) { return { row in lines(of: column[row]) } }
      let fixed =
        node.sequence?.compactMap(\.text) ?? node.text.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        ?? []
      return { _ in fixed }
    }
    let formatter = ValueFormat(unit.config)
    let read: (ChannelDefinition) -> ((Int) -> [String])? = { definition in
      if let value = definition.value {
        if let column = resolver.values(ofFormulaIn: value, on: table) { return { row in lines(of: column[row]) } }
        let fixed = value.sequence?.compactMap(\.text) ?? value.text.map { [$0] } ?? []
        return { _ in fixed }
      }
      if let datum = definition.datum {
        let value = resolver.value(datum, of: definition)
        let fixed = [formatter.text(value, definition)]
        return { _ in fixed }
      }
      guard definition.isField else { return nil }
      let values = column(definition.path())
      if definition.hasBinParameters {
        let ends = column(definition.timeUnitEnd)
        return { row in [formatter.range(values[row], ends[row], definition)] }
      }
      if let unitEnd = unit.stack, unitEnd.offset == .normalize, unitEnd.fieldChannel.main == .theta, false { return nil }
      return { row in
        if case .list(let items) = values[row] { return items.map(\.asText) }
        return [formatter.text(values[row], definition)]
      }
    }
    let base = read(definition)
    var cases: [(rows: [Bool], text: (Int) -> [String])] = []
    for condition in definition.conditions {
      guard let inner = read(condition.channel.value) else { continue }
      var rows = Array(repeating: true, count: rowCount)
      if case .predicate(let predicate) = condition.test {
        rows = resolver.tests(predicate, on: table)
      } else if case .parameter(_, let empty) = condition.test {
        rows = Array(repeating: empty, count: rowCount)
      }
      cases.append((rows, inner))
    }
    return { row in
      for entry in cases where entry.rows[row] { return entry.text(row) }
      return base?(row) ?? []
    }
  }

  private func lines(of value: DataValue) -> [String] {
    switch value {
    case .list(let items): items.map(\.asText)
    case .null, .undefined: []
    default: value.asText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
