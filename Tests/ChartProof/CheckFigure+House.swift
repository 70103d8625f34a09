/// The questions to figures of the house, whose marks are made of several layers.
extension FigureCheck {
  mutating func runHouse() {
    title()
    source()
    decoration()
    overlap()
    clipping()
    foreignMarks()
    if chart.form.hasMeasure {
      houseValues()
      houseLengths()
    } else {
      houseEntries()
    }
    houseNames()
  }

  /// Every entry has its mark, and spans are as long as they last.
  private mutating func houseEntries() {
    let owned = owned
    if chart.form != .cards {
      for (row, fact) in chart.facts.enumerated() where owned[String(row)] == nil {
        return say(.complete, "\(fact.category) has no mark")
      }
    }
    guard chart.form == .span else { return }
    let bars = marks.filter { $0.type == "rect" }.compactMap { mark in fact(mark.datum)?.value.map { (mark.w, $0) } }
    guard let top = bars.max(by: { $0.1 < $1.1 }) else { return }
    // Leap days make a year up to a four-hundredth longer than another.
    for bar in bars where abs(bar.0 - top.0 / top.1 * bar.1) > 1 + top.0 / top.1 / 100 {
      return say(.proportional, "\(bar.1) years are \(bar.0) long, not \(top.0 / top.1 * bar.1)")
    }
  }

  private var owned: [String: [DumpItem]] {
    var found: [String: [DumpItem]] = [:]
    for mark in marks {
      if let datum = mark.datum { found[datum, default: []].append(mark) }
      for point in mark.points { found[point.datum, default: []].append(mark) }
    }
    return found
  }

  /// Every datum has a mark, and its number stands at it or can be read on an axis.
  private mutating func houseValues() {
    let owned = owned
    var said: Set<String> = []
    for label in page.texts("value-label") {
      guard let datum = label.datum, let fact = fact(datum), let value = fact.value, let text = label.text else { continue }
      said.insert(datum)
      if text.hasSuffix("%") { continue }
      guard let number = Self.number(text.hasPrefix("+") ? String(text.dropFirst()) : text) else {
        say(.labels, "“\(text)” is no number")
        continue
      }
      if abs(number - value) > max(1e-12, abs(value) * 0.005) { say(.labels, "“\(text)” stands for \(value)") }
      if number == 0, value != 0 { say(.labels, "“\(text)” is not zero but \(value)") }
    }
    let axes = tickLabels
    // A legend of colours is the axis of what is coloured by its value.
    let shades = page.texts("legend-label").filter { $0.datum == nil && $0.text.flatMap(Self.number) != nil }.count
    let hasAxis =
      shades > 1 || max(axes.x.count, axes.y.count) > 1 || page.texts("axis-label").filter { ($0.text ?? "").hasSuffix("%") }.count > 1
    for (row, fact) in chart.facts.enumerated() where fact.digits != nil {
      if owned[String(row)] == nil, chart.form != .waffle, !(chart.form == .isotype) {
        say(.complete, "\(fact.category) \(fact.series ?? "") has no mark")
        break
      }
      if !said.contains(String(row)), !hasAxis, ![.bump, .treemap].contains(chart.form) {
        say(.readable, "\(fact.digits ?? "") of \(fact.category) stands on no label and no axis")
        break
      }
    }
  }

  /// Lengths, areas and places follow the values.
  private mutating func houseLengths() {
    var pairs: [(size: Double, value: Double, name: String)] = []
    for mark in marks {
      guard let fact = fact(mark.datum), let value = fact.value else { continue }
      switch chart.form {
      case .change: if mark.type == "rect" { pairs.append((barsRiseInHouse ? mark.h : mark.w, abs(value), fact.category)) }
      case .partsRing: if let angle = mark.angle { pairs.append((abs(angle), value, fact.category)) }
      case .ranking, .bullet, .pyramid: if mark.type == "rect", mark.w > 12 { pairs.append((mark.w, abs(value), fact.category)) }
      case .waterfall: if mark.type == "rect" { pairs.append((max(barsRiseInHouse ? mark.h : mark.w, 0), abs(value), fact.category)) }
      case .squares: if mark.type == "symbol" { pairs.append((mark.w, value.squareRoot(), fact.category)) }
      case .treemap: if mark.type == "rect" { pairs.append(((mark.w * mark.h).squareRoot(), value.squareRoot(), fact.category)) }
      default: break
      }
    }
    guard let top = pairs.max(by: { $0.value < $1.value }), top.value > 0 else { return places() }
    for pair in pairs where abs(pair.size - top.size / top.value * pair.value) > 1.5 {
      return say(.proportional, "\(pair.name): \(pair.value) is \(pair.size), not \(top.size / top.value * pair.value)")
    }
  }

  private var barsRiseInHouse: Bool {
    let bars = marks.filter { $0.type == "rect" && $0.datum != nil }
    return Set(bars.map { $0.w.rounded() }).count <= Set(bars.map { $0.h.rounded() }).count
  }

  private mutating func places() {
    let rises = [.slope, .quadrant].contains(chart.form)
    guard [.slope, .quadrant, .lollipopMark, .dumbbell].contains(chart.form) else { return }
    let symbols = marks.filter { $0.type == "symbol" }.compactMap { mark in
      fact(mark.datum)?.value.map { (rises ? mark.midY : mark.midX, $0) }
    }
    linear(symbols, "values")
  }

  /// Names of categories and of series stand somewhere, whole.
  private mutating func houseNames() {
    if [.stripMark, .quadrant, .treemap].contains(chart.form) { return }
    if chart.form == .tileGrid { return tileNames() }
    let roles = chart.form.hasMeasure ? ["axis-label", "legend-label"] : ["axis-label", "legend-label", "annotation", "axis-title", "kpi"]
    let all = texts.filter { roles.contains($0.role) }.sorted {
      abs($0.baseline - $1.baseline) > 2 ? $0.baseline < $1.baseline : $0.x < $1.x
    }
    let said = Set(all.compactMap(\.text).map { $0.filter { $0 != " " } })
    let joined = all.compactMap(\.text).joined().filter { $0 != " " }
    for name in Set(chart.categories + chart.series).sorted() {
      // Of many years an axis may leave some out.
      if name.count == 5, name.hasSuffix("年"), Int(name.dropLast()) != nil { continue }
      let plain = name.filter { $0 != " " }
      if said.contains(plain) || joined.contains(plain) || isWrapped(plain, role: "axis-label") || isWrapped(plain, role: "legend-label")
        || isWrapped(plain, role: "kpi")
      {
        continue
      }
      return say(.readable, "the name “\(name)” is not whole")
    }
  }

  /// The name of each province stands in its tile.
  private mutating func tileNames() {
    for (row, fact) in chart.facts.enumerated() {
      let names = texts.filter { $0.datum == String(row) }.compactMap(\.text)
      let isNamed = names.contains { !$0.isEmpty && fact.category.hasPrefix($0) }
      if !isNamed { return say(.readable, "the tile of \(fact.category) has no name") }
    }
  }
}
