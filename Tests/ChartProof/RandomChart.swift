import Foundation

/// A random spec with what a reader may ask of its picture.
package struct RandomChart: Sendable {
  /// How the data are shown.
  package enum Form: String, Sendable, CaseIterable {
    case columns, rows, groupedColumns, groupedRows, stackedColumns, stackedRows, normalizedRows
    case lines, timeLines, areas, scatter, strip, lollipop, ring
    case ranking, lollipopMark, dumbbell, bullet, waterfall, slope, bump, pyramid, squares, isotype, quadrant, stripMark
    case shares, waffle, treemap
    case change, partsRing, tileGrid, events, entries, span, places, cards, rose

    /// The type that the dump gives its marks.
    package var markType: String {
      switch self {
      case .lines, .timeLines, .areas, .ring: "path"
      case .scatter, .lollipop: "symbol"
      default: "rect"
      }
    }
    package var isStacked: Bool {
      switch self {
      case .stackedColumns, .stackedRows, .normalizedRows, .areas, .ring: true
      default: false
      }
    }
    var hasManySeries: Bool {
      switch self {
      case .columns, .rows, .lollipop, .strip, .ring: false
      default: true
      }
    }
    package var hasBars: Bool {
      switch self {
      case .columns, .rows, .groupedColumns, .groupedRows, .stackedColumns, .stackedRows, .normalizedRows: true
      default: false
      }
    }
  }

  /// A row of the data: what the checker holds a mark against, by the number of the row.
  package struct Fact: Sendable, Equatable {
    package var category: String
    package var categoryIndex: Int
    package var series: String?
    /// The digits in the spec; nil for a gap.
    package var digits: String?
    package var value: Double? { digits.flatMap(Double.init) }
    /// Of a scatter: the other measure.
    package var x: Double?
  }

  package let seed: UInt64
  package let form: Form
  package let title: String
  package let source: String?
  package let unit: String?
  package let categories: [String]
  /// Names of the series in the order of the data; empty where there is one without a name.
  package let series: [String]
  package let facts: [Fact]
  /// The spec as JSON.
  package let spec: String

  init(
    seed: UInt64, form: Form, title: String, source: String?, unit: String?, categories: [String], series: [String], facts: [Fact],
    spec: String
  ) {
    (self.seed, self.form, self.title, self.source, self.unit) = (seed, form, title, source, unit)
    (self.categories, self.series, self.facts, self.spec) = (categories, series, facts, spec)
  }

  /// The chart of a seed.
  package init(seed: UInt64) {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    let form = Form.plain[Int(seed % UInt64(Form.plain.count))]
    self.form = form
    let names = RandomNames()

    // What stands along the axis.
    let isTime = form == .timeLines || (form == .areas && random.chance(0.4))
    let share = random.unit()
    var count = 2 + Int(58.999 * (form.hasManySeries ? share * share : share))
    if form == .ring { count = random.int(2...8) }
    var categories: [String] = []
    if isTime {
      categories = names.dates(count, &random)
    } else if [.lines, .areas].contains(form) || ([.columns, .groupedColumns, .stackedColumns].contains(form) && random.chance(0.4)) {
      categories = names.years(min(count, 40), &random)
    } else {
      categories = names.distinct(count, &random)
    }
    count = categories.count
    var series: [String] = []
    if form.hasManySeries {
      let number = random.int(1...8)
      if number > 1 || random.chance(0.5) { series = names.distinct(number, &random) }
    }
    self.categories = categories
    self.series = series

    // Values: a magnitude of the chart and how far they spread about it.
    let isPositive = [.normalizedRows, .areas, .ring].contains(form)
    let low = random.int(-2...3)
    let spread = random.pick([0.7, 0.7, 1.5, 1.5, 1.5, 3, 3, 8])
    let places = random.int(0...3)
    let hasNegatives = !isPositive && random.chance(0.3)
    let hasGaps = random.chance(0.3)
    let hasZeros = random.chance(0.2)
    func digits(_ random: inout SeededGenerator) -> String {
      if hasZeros, random.chance(0.1) { return "0" }
      let exponent = Double(low) + spread * random.unit()
      let value = pow(10, exponent) * (1 + random.unit() * 9)
      // No more digits than a source would state.
      let decimals = max(0, min(places, 5 - Int(exponent.rounded(.up))))
      var text = String(format: "%.\(max(decimals, value < 1 ? 2 - Int(exponent.rounded(.down)) : 0))f", value)
      if text.contains(".") { while text.last == "0" { text.removeLast() } }
      if text.last == "." { text.removeLast() }
      return (hasNegatives && random.chance(0.25) ? "-" : "") + text
    }
    var facts: [Fact] = []
    for (place, category) in categories.enumerated() {
      for name in series.isEmpty ? [nil] : series.map(Optional.some) {
        var fact = Fact(category: category, categoryIndex: place, series: name, digits: digits(&random))
        if hasGaps, random.chance(0.08) { fact.digits = nil }
        if form == .scatter { fact.x = Double(digits(&random)) }
        facts.append(fact)
      }
    }
    if !facts.contains(where: { ($0.value ?? 0) > 0 }) { facts[0].digits = "5" }
    self.facts = facts

    let title = names.sentence(random.int(4...34), &random)
    self.title = title
    let source = random.chance(0.8) ? names.sentence(random.int(4...40), &random) : nil
    self.source = source
    let unit = random.chance(0.6) ? random.pick(["亿元", "万人", "吨", "%", "个", "千瓦时"]) : nil
    self.unit = unit
    spec = Self.spec(
      form, facts, isTime: isTime, isYears: !isTime && categories[0].count == 5 && categories[0].hasSuffix("年"), hasSeries: !series.isEmpty,
      title: title, subtitle: random.chance(0.5) ? names.sentence(random.int(4...60), &random) : nil, source: source,
      note: random.chance(0.2) ? names.sentence(random.int(4...80), &random) : nil, unit: unit,
      annotations: Self.annotations(form, facts, categories, isTime: isTime, hasSeries: !series.isEmpty, names, &random))
  }

  /// Some charts of bars, lines and points are written upon: at levels within their data, and at places that they have.
  private static func annotations(
    _ form: Form, _ facts: [Fact], _ categories: [String], isTime: Bool, hasSeries: Bool, _ names: RandomNames,
    _ random: inout SeededGenerator
  ) -> [String] {
    let isUpright = [.columns, .groupedColumns, .stackedColumns, .lines, .timeLines].contains(form)
    guard isUpright || [.rows, .groupedRows, .stackedRows, .scatter].contains(form), random.chance(0.4) else { return [] }
    let (across, along) = isUpright || form == .scatter ? ("x", "y") : ("y", "x")
    let stated = facts.filter { $0.digits != nil }
    func text(_ most: Int = 12) -> String { "\"text\": \"\(names.sentence(random.int(3...most), &random))\"" }
    func place() -> Int { random.int(0...(categories.count - 1)) }
    func written(_ index: Int) -> String { "\"\(categories[index])\"" }
    return (0..<random.int(1...2)).compactMap { _ in
      switch random.int(0...5) {
      case 0:
        let level = random.pick(stated).digits ?? "0"
        return "{\"line\": {\"\(along)\": \(level)}, \(text())}"
      case 1 where !form.isStacked: return "{\"line\": {\"\(along)\": \"mean\"}, \(text(6))}"
      case 2 where isUpright: return "{\"event\": \(written(place())), \(text())}"
      case 3 where form != .scatter && !isTime:
        let (a, b) = (place(), place())
        return "{\"band\": {\"\(across)\": [\(written(min(a, b))), \(written(max(a, b)))]}, \(text())}"
      case 4 where !form.isStacked && form != .scatter && !hasSeries:
        let fact = random.pick(stated)
        return
          "{\"callout\": {\"\(across)\": \(written(fact.categoryIndex)), \"\(along)\": \(fact.digits ?? "0"), \"dx\": \(random.int(-40...40)), \"dy\": \(random.int(-40...40))}, \(text(20))}"
      case 5 where isUpright && !hasSeries && !isTime && categories.count > 2:
        let (a, b) = (place(), place())
        guard a != b, let first = facts[min(a, b)].value, first > 0, facts[max(a, b)].value != nil else { return nil }
        let key = random.pick(["difference", "growth", "multiple"])
        return "{\"\(key)\": [\(written(min(a, b))), \(written(max(a, b)))]}"
      default: return nil
      }
    }
  }

  private static func spec(
    _ form: Form, _ facts: [Fact], isTime: Bool, isYears: Bool, hasSeries: Bool, title: String, subtitle: String?, source: String?,
    note: String?,
    unit: String?, annotations: [String]
  ) -> String {
    func quoted(_ text: String) -> String {
      "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }
    let rows = facts.map { fact -> String in
      var parts = ["\"name\": \(quoted(fact.category))", "\"value\": \(fact.digits ?? "null")"]
      if let series = fact.series { parts.append("\"series\": \(quoted(series))") }
      if let x = fact.x { parts.append("\"other\": \(x)") }
      return "{" + parts.joined(separator: ", ") + "}"
    }.joined(separator: ",\n  ")
    let category = "{\"field\": \"name\", \"type\": \"\(isTime ? "temporal" : isYears ? "ordinal" : "nominal")\"}"
    let measure = "{\"field\": \"value\", \"type\": \"quantitative\"}"
    let color = hasSeries ? ["\"color\": {\"field\": \"series\", \"type\": \"nominal\"}"] : []
    var mark = "\"bar\""
    var encoding: [String]
    switch form {
    case .columns, .stackedColumns: encoding = ["\"x\": \(category)", "\"y\": \(measure)"] + color
    case .rows, .stackedRows: encoding = ["\"y\": \(category)", "\"x\": \(measure)"] + color
    case .normalizedRows:
      encoding = ["\"y\": \(category)", "\"x\": {\"field\": \"value\", \"type\": \"quantitative\", \"stack\": \"normalize\"}"] + color
    case .groupedColumns:
      encoding = ["\"x\": \(category)", "\"y\": \(measure)"] + color
      if hasSeries { encoding.append("\"xOffset\": {\"field\": \"series\", \"type\": \"nominal\"}") }
    case .groupedRows:
      encoding = ["\"y\": \(category)", "\"x\": \(measure)"] + color
      if hasSeries { encoding.append("\"yOffset\": {\"field\": \"series\", \"type\": \"nominal\"}") }
    case .lines, .timeLines:
      mark = "\"line\""
      encoding = ["\"x\": \(category)", "\"y\": \(measure)"] + color
    case .areas:
      mark = "\"area\""
      encoding = ["\"x\": \(category)", "\"y\": \(measure)"] + color
    case .scatter:
      mark = "\"point\""
      encoding = ["\"x\": {\"field\": \"other\", \"type\": \"quantitative\"}", "\"y\": \(measure)"] + color
    case .strip:
      mark = "\"tick\""
      encoding = ["\"x\": \(measure)"]
    case .lollipop:
      mark = "\"circle\""
      encoding = ["\"y\": \(category)", "\"x\": \(measure)"]
    case .ring:
      mark = "{\"type\": \"arc\", \"innerRadius\": 80}"
      encoding = ["\"theta\": \(measure)", "\"color\": {\"field\": \"name\", \"type\": \"nominal\"}"]
    default: encoding = []
    }
    var keys = ["\"title\": {\"text\": \(quoted(title))" + (subtitle.map { ", \"subtitle\": \(quoted($0))" } ?? "") + "}"]
    if let unit { keys.append("\"unit\": \(quoted(unit))") }
    if let note { keys.append("\"note\": \(quoted(note))") }
    if let source { keys.append("\"source\": \(quoted(source))") }
    keys.append("\"data\": {\"values\": [\n  \(rows)]}")
    keys.append("\"mark\": \(mark)")
    keys.append("\"encoding\": {\(encoding.joined(separator: ", "))}")
    if !annotations.isEmpty { keys.append("\"annotations\": [\(annotations.joined(separator: ", "))]") }
    return "{" + keys.joined(separator: ",\n") + "}"
  }
}
