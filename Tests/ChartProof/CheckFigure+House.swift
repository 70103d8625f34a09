/// The questions to figures of the house, whose marks are made of several layers.
extension FigureCheck {
  mutating func runHouse() {
    title()
    source()
    decoration()
    overlap()
    clipping()
    foreignMarks()
    houseValues()
    houseLengths()
    houseNames()
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
    let hasAxis = max(axes.x.count, axes.y.count) > 1 || page.texts("axis-label").filter { ($0.text ?? "").hasSuffix("%") }.count > 1
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
    let all = texts.filter { ["axis-label", "legend-label"].contains($0.role) }.sorted {
      abs($0.baseline - $1.baseline) > 2 ? $0.baseline < $1.baseline : $0.x < $1.x
    }
    let said = Set(all.compactMap(\.text).map { $0.filter { $0 != " " } })
    let joined = all.compactMap(\.text).joined().filter { $0 != " " }
    for name in Set(chart.categories + chart.series).sorted() {
      // Of many years an axis may leave some out.
      if name.count == 5, name.hasSuffix("年"), Int(name.dropLast()) != nil { continue }
      let plain = name.filter { $0 != " " }
      if said.contains(plain) || joined.contains(plain) || isWrapped(plain, role: "axis-label") || isWrapped(plain, role: "legend-label") {
        continue
      }
      return say(.readable, "the name “\(name)” is not whole")
    }
  }
}
