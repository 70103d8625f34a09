import Foundation

/// The questions that are asked of texts.
extension FigureCheck {
  /// The number that a label or tick writes; nil for what is no number.
  static func number(_ text: String) -> Double? {
    var plain = text.replacingOccurrences(of: "\u{2212}", with: "-").replacingOccurrences(of: ",", with: "")
    var factor = 1.0
    for (word, size) in [("万亿", 1e12), ("亿", 1e8), ("万", 1e4), ("%", 0.01)] where plain.hasSuffix(word) {
      plain.removeLast(word.count)
      factor = size
      break
    }
    if let range = plain.range(of: "×10") {
      var exponent = String(plain[range.upperBound...])
      for (raised, digit) in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-") {
        exponent = exponent.replacingOccurrences(of: String(raised), with: String(digit))
      }
      guard let mantissa = Double(plain[..<range.lowerBound]), let power = Double(exponent) else { return nil }
      return mantissa * pow(10, power)
    }
    return Double(plain).map { $0 * factor }
  }

  mutating func labels() {
    let labels = page.texts("value-label")
    for label in labels {
      guard let fact = fact(label.datum), let value = fact.value, let text = label.text else {
        say(.labels, "“\(label.text ?? "")” stands for no datum")
        continue
      }
      guard let said = Self.number(text) else {
        say(.labels, "“\(text)” is no number")
        continue
      }
      // A percentage of a whole, or the value itself.
      if abs(said - value) > max(abs(value) * 0.005, 1e-12), !text.hasSuffix("%") { say(.labels, "“\(text)” stands for \(value)") }
      if said == 0, value != 0 { say(.labels, "“\(text)” is not zero but \(value)") }
      // The values of a ring stand in its legend.
      if chart.form == .ring,
        page.items.contains(where: { $0.role == "legend-symbol" && $0.series == fact.category && abs($0.midY - label.midY) < label.size })
      {
        continue
      }
      let own = marks.filter { $0.datum == label.datum || $0.points.contains { $0.datum == label.datum } }
      let near = own.map { distance($0, label, only: label.datum) }.min() ?? .infinity
      let other = marks.filter { mark in !own.contains(mark) }.map { distance($0, label, only: nil) }.min() ?? .infinity
      if near > 16 + label.size { say(.labels, "“\(text)” stands \(near) away from its mark") }
      if other + 0.5 < near { say(.labels, "“\(text)” stands nearer another mark") }
    }
    if let unit = chart.unit {
      let count = texts.filter { item in
        !["title", "source", "note"].contains(item.role)
          && item.text.map { said in said.contains(unit) && !(unit == "%" && item.role == "axis-label") } ?? false
      }.filter { item in !isName(item) }.count
      if count != 1 { say(.labels, "the unit stands \(count) times") }
    }
  }

  /// Whether a text is a name from the data, which may hold any word.
  private func isName(_ item: DumpItem) -> Bool {
    guard let text = item.text else { return false }
    return ["axis-label", "legend-label"].contains(item.role) && (chart.categories + chart.series).contains { $0.contains(text) }
  }

  func distance(_ mark: DumpItem, _ label: DumpItem, only datum: String?) -> Double {
    if mark.points.isEmpty {
      // A bar's label stands on the bar's own line; bars beside it are not in question.
      if chart.form.hasBars {
        let isOnLine =
          barsRise ? label.midX >= mark.x && label.midX <= mark.x + mark.w : label.inkMiddle >= mark.y && label.inkMiddle <= mark.y + mark.h
        if !isOnLine { return .infinity }
      }
      return mark.ink.distance(label.ink)
    }
    return mark.points.filter { datum == nil || $0.datum == datum }.map { point in
      DumpItem.Extent(x0: point.x, y0: point.y, x1: point.x, y1: point.y).distance(label.ink)
    }.min() ?? .infinity
  }

  /// Axis labels that are numbers, along x and along y.
  var tickLabels: (x: [DumpItem], y: [DumpItem]) {
    let labels = page.texts("axis-label")
    // An axis is a set of labels on one baseline or with one edge.
    let rows = Dictionary(grouping: labels) { ($0.baseline * 2).rounded() }.values.filter { $0.count > 1 }
    let onX = rows.max { $0.count < $1.count } ?? []
    // Below the first of them may stand its year.
    let lowest = onX.map(\.baseline).max() ?? .infinity
    let rest = labels.filter { label in !onX.contains(label) && label.baseline < lowest + 2 }
    func numeric(_ items: [DumpItem]) -> [DumpItem] {
      let numbers = items.filter { item in item.text.flatMap(Self.number) != nil && !chart.categories.contains(item.text ?? "") }
      return numbers.count == items.count ? numbers : []
    }
    return (numeric(onX), numeric(rest))
  }

  mutating func ticks() {
    let axes = tickLabels
    for (items, along) in [(axes.x, { (item: DumpItem) in item.midX }), (axes.y, { (item: DumpItem) in item.baseline })] {
      let pairs = items.compactMap { item in item.text.flatMap(Self.number).map { (along(item), $0) } }.sorted { $0.0 < $1.0 }
      guard pairs.count > 2 else { continue }
      // Labels at the ends may be set flush with the plot, by half their width.
      let slopes = zip(pairs, pairs.dropFirst()).map { ($1.0 - $0.0) / ($1.1 - $0.1) }
      let middle = slopes.sorted()[slopes.count / 2]
      for (slope, pair) in zip(slopes, pairs.dropFirst()) where !(abs(slope / middle - 1) < 0.5) {
        say(.labels, "the tick \(pair.1) is off the scale of the others")
        break
      }
    }
    for items in Dictionary(grouping: page.texts("axis-label"), by: { ($0.baseline * 2).rounded() }).values where items.count > 1 {
      let words = items.compactMap(\.text)
      // 4月, 2008年, 4月: the year between tells the months apart.
      let years = items.sorted { $0.x < $1.x }.split { ($0.text ?? "").contains("年") || Int($0.text ?? "") ?? 0 > 1000 }
      let areMonths = words.contains { $0.hasSuffix("月") }
      if areMonths, years.allSatisfy({ part in Set(part.map(\.text)).count == part.count }) { continue }
      if Set(words).count < words.count, !words.contains(where: { word in chart.categories.contains { $0.contains(word) } }) {
        say(.labels, "two ticks say the same: \(words.joined(separator: " "))")
      }
    }
    for item in page.texts("axis-title") where ["name", "value", "series", "other"].contains(item.text ?? "") {
      say(.labels, "an axis has the bare name “\(item.text ?? "")” as its title")
    }
  }

  mutating func legend() {
    let names = chart.form == .ring ? chart.categories : chart.series
    var colors: [String: Set<String>] = [:]
    for mark in marks {
      guard let fact = fact(mark.datum ?? mark.points.first?.datum), let color = mark.color else { continue }
      let name = chart.form == .ring ? fact.category : fact.series ?? ""
      colors[name, default: []].insert(color)
    }
    let symbols = page.items.filter { $0.role == "legend-symbol" }
    let directs = page.items.filter { $0.isText && $0.role == "legend-label" && $0.series != nil }
    guard names.count > 1 else { return }
    for (name, set) in colors where set.count > 1 { say(.legend, "“\(name)” has \(set.count) colours") }
    var owners: [String: String] = [:]
    for name in names {
      guard let color = colors[name]?.first else { continue }
      if let other = owners[color] { say(.legend, "“\(name)” has the colour of “\(other)”") }
      owners[color] = name
      let symbol = symbols.first { $0.series == name }
      let isNamed = symbol.map { $0.color == color } ?? false || directs.contains { $0.series == name }
      if !isNamed { say(.legend, "nothing says which marks are “\(name)”") }
    }
    for symbol in symbols where symbol.series.map({ colors[$0] == nil }) ?? true {
      let isEmpty =
        symbol.series.map { name in
          names.contains(name) && !chart.facts.contains { ($0.series ?? $0.category) == name && $0.value != nil && $0.value != 0 }
        } ?? false
      if !isEmpty { say(.legend, "“\(symbol.series ?? "")” stands for no mark") }
    }
    for name in names where !texts.contains(where: { $0.role == "legend-label" }) && directs.isEmpty && colors[name] != nil {
      say(.legend, "“\(name)” is named nowhere")
      break
    }
  }

  // MARK: Places

  mutating func overlap() {
    let inks = texts.map(\.ink)
    let order = texts.indices.sorted { inks[$0].y0 < inks[$1].y0 }
    for (place, a) in order.enumerated() {
      for b in order[(place + 1)...] {
        if inks[b].y0 >= inks[a].y1 { break }
        if inks[a].overlap(inks[b]) > 0.5 { say(.overlap, "“\(texts[a].text ?? "")” lies on “\(texts[b].text ?? "")”") }
      }
    }
  }

  mutating func clipping() {
    let whole = DumpItem.Extent(x0: -0.5, y0: -0.5, x1: page.width + 0.5, y1: page.height + 0.5)
    for item in texts + marks {
      let ink = item.ink
      if ink.x0 < whole.x0 || ink.y0 < whole.y0 || ink.x1 > whole.x1 || ink.y1 > whole.y1 {
        say(.clipping, "“\(item.text ?? item.datum ?? item.type)” leaves the picture")
      }
      if let text = item.text, text.hasSuffix("…"), !chart.title.hasSuffix("…") { say(.clipping, "“\(text)” is cut") }
    }
  }

  mutating func foreignMarks() {
    for text in texts {
      let ink = text.ink.inset(by: 0.5)
      for mark in marks {
        // The tile of a place without a value and its name stand for no datum.
        let isEmptyTile = chart.form == .tileGrid && text.datum == nil && mark.datum == nil
        let isOwn =
          isEmptyTile
          || text.datum != nil && (mark.datum == text.datum && mark.points.isEmpty || mark.points.contains { $0.datum == text.datum })
        if isOwn { continue }
        // A direct label belongs to its series.
        if text.role == "legend-label", text.series != nil, text.series == mark.series { continue }
        var isHit = false
        switch mark.type {
        case "path" where chart.form == .ring: break
        case "path":
          for (a, b) in zip(mark.points, mark.points.dropFirst()) where follows(a, b) {
            if ink.isCrossed(from: (a.x, a.y), to: (b.x, b.y)) { isHit = true }
          }
        default: isHit = ink.overlap(mark.ink.inset(by: mark.type == "symbol" ? 0.15 * mark.w : 0)) > 0.5
        }
        if isHit { say(.foreignMark, "“\(text.text ?? "")” (\(text.role)) lies on the mark of \(fact(mark.datum)?.category ?? "another")") }
      }
    }
  }

  /// Whether a line is drawn from one datum to the next: not over a gap.
  private func follows(_ a: DumpItem.Place, _ b: DumpItem.Place) -> Bool {
    guard let first = fact(a.datum), let second = fact(b.datum) else { return false }
    return second.categoryIndex - first.categoryIndex == 1
  }

  mutating func readable() {
    let labelled = Set(page.texts("value-label").compactMap(\.datum))
    let axes = tickLabels
    let rises = [.lines, .timeLines, .areas, .scatter].contains(chart.form) || (chart.form.hasBars && barsRise)
    let ticks = rises ? axes.y : axes.x
    for (row, fact) in chart.facts.enumerated() where fact.digits != nil && !labelled.contains(String(row)) {
      if chart.form == .ring, fact.value == 0 { continue }
      if ticks.count < 2 {
        say(.readable, "\(fact.digits ?? "") of \(fact.category) stands on no label and no axis")
        break
      }
    }
    // Names of categories, whole.
    if [.scatter, .strip].contains(chart.form) || chart.form == .timeLines || (chart.form == .areas && chart.categories[0].contains("-")) {
      return
    }
    let role = chart.form == .ring ? "legend-label" : "axis-label"
    let said = Set(page.texts(role).compactMap(\.text).map { $0.filter { $0 != " " } })
    let all = page.texts(role).sorted { abs($0.baseline - $1.baseline) > 2 ? $0.baseline < $1.baseline : $0.x < $1.x }.compactMap(\.text)
      .joined()
    let isYears = chart.categories[0].hasSuffix("年") && chart.categories[0].count == 5
    if isYears { return }
    for name in chart.categories {
      let plain = name.filter { $0 != " " }
      if said.contains(plain) || all.filter({ $0 != " " }).contains(plain) { continue }
      // Wrapped under a column: its lines stand one below another.
      if isWrapped(plain, role: role) { continue }
      say(.readable, "the name “\(name)” is not whole")
      break
    }
  }

  func isWrapped(_ name: String, role: String) -> Bool {
    let items = page.texts(role)
    for first in items {
      guard let start = first.text?.filter({ $0 != " " }), !start.isEmpty, name.hasPrefix(start) else { continue }
      var rest = String(name.dropFirst(start.count))
      var last = first
      while !rest.isEmpty {
        let next = items.filter {
          $0.baseline > last.baseline && $0.baseline - last.baseline < 2 * last.size
            && min($0.x + $0.w, last.x + last.w) >= max($0.x, last.x)
        }
        .first { item in item.text.map { rest.hasPrefix($0.filter { $0 != " " }) && !$0.isEmpty } ?? false }
        guard let next, let text = next.text else { break }
        rest = String(rest.dropFirst(text.filter { $0 != " " }.count))
        last = next
      }
      if rest.isEmpty { return true }
    }
    return false
  }
}
