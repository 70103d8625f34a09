import Foundation

/// The forms that are marks of the house.
extension RandomChart.Form {
  package static let house: [RandomChart.Form] = [
    .ranking, .lollipopMark, .dumbbell, .bullet, .waterfall, .slope, .bump, .pyramid, .squares, .isotype, .quadrant, .stripMark,
    .shares, .waffle, .treemap, .change, .partsRing, .tileGrid, .events, .entries, .span, .places, .cards, .rose,
  ]
  package static let plain: [RandomChart.Form] = allCases.filter { !house.contains($0) }
  package var isHouse: Bool { Self.house.contains(self) }
  /// Whether the numbers of the facts are measures that are drawn to scale and written; else they are words or dates.
  var hasMeasure: Bool { ![.events, .entries, .span, .places, .cards].contains(self) }
}

extension RandomChart {
  /// The figure of a seed: a mark of the house.
  package init(houseSeed seed: UInt64) {
    var random = SeededGenerator(seed: seed &+ 1_000_003)
    let form = Form.house[Int(seed % UInt64(Form.house.count))]
    let names = RandomNames()
    // As many as the form is for, and more.
    let most: Int =
      switch form {
      case .ranking, .lollipopMark, .stripMark: 60
      case .dumbbell, .bullet, .quadrant, .shares: 30
      case .waterfall, .isotype, .treemap, .pyramid, .span: 20
      case .events, .rose, .places: 12
      case .change: 6
      case .partsRing: 3
      case .tileGrid: 34
      default: 8
      }
    let share = random.unit()
    let count = 2 + Int(Double(most - 2) * share * share)
    let categories: [String] =
      switch form {
      case .slope: names.years(random.int(2...3), &random)
      case .bump: names.years(random.int(3...8), &random)
      case .change: names.years(count, &random)
      case .tileGrid: names.provinces(random.int(2...most), &random)
      default: names.distinct(count, &random)
      }
    let series: [String] =
      switch form {
      case .slope, .bump: names.distinct(random.int(2...8), &random)
      case .dumbbell: ["2021年", "2022年"]
      case .pyramid: ["男", "女"]
      case .shares, .treemap: names.distinct(random.int(2...4), &random)
      default: []
      }
    let low = Double(random.int(-1...4))
    let spread = form == .squares ? 3.0 : random.pick([0.7, 1.2, 1.8])
    func digits(_ random: inout SeededGenerator) -> String {
      let value = pow(10, low + spread * random.unit()) * (1 + random.unit() * 9)
      let text = form == .isotype ? String(format: "%.0f", max(1, value)) : String(format: "%.\(value < 100 ? 2 : 0)f", value)
      return text.contains(".") ? String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()) : text
    }
    var facts: [Fact] = []
    for (place, category) in categories.enumerated() {
      // Of a treemap each name is in one group.
      let own: [String?] = series.isEmpty ? [nil] : form == .treemap ? [random.pick(series)] : series.map(Optional.some)
      for name in own {
        var fact = Fact(category: category, categoryIndex: place, series: name, digits: digits(&random))
        if fact.value == 0 { fact.digits = "1" }
        if form == .waterfall, place > 0, random.chance(0.3) { fact.digits = "-" + (fact.digits ?? "1") }
        if [.bullet, .quadrant].contains(form) { fact.x = Double(digits(&random)) }
        // Years in which spans begin and events fall; a span lasts the number of its fact.
        if [.span, .events].contains(form) { fact.x = Double(random.int(1980...2024)) }
        if form == .span { fact.digits = String(random.int(1...20)) }
        if form == .places { fact.digits = String(random.int(1...31)) }
        if form == .tileGrid { fact.digits = String(format: "%.1f", 1 + 98 * random.unit()) }
        facts.append(fact)
      }
    }
    let title = names.sentence(random.int(4...34), &random)
    let source = names.sentence(random.int(4...40), &random)
    // What entries and cards say beside their names.
    let words = facts.map { _ in names.sentence(random.int(2...40), &random) }
    let unit = random.pick(["亿元", "万人", "吨", nil])
    self.init(
      seed: seed, form: form, title: title, source: source, unit: nil, categories: categories, series: series, facts: facts,
      spec: Self.houseSpec(form, facts, words, title: title, source: source, unit: unit))
  }

  private static func houseSpec(
    _ form: Form, _ facts: [Fact], _ words: [String], title: String, source: String, unit: String?
  ) -> String {
    let rows = zip(facts, words).map { fact, words -> String in
      var row = "{\"c\": \"\(fact.category)\", \"v\": \(fact.digits ?? "null")"
      if let series = fact.series { row += ", \"s\": \"\(series)\"" }
      if let x = fact.x {
        switch form {
        case .span: row += ", \"from\": \"\(Int(x))\", \"to\": \"\(Int(x + (fact.value ?? 0)))\""
        case .events: row += ", \"date\": \"\(Int(x))-0\(1 + Int(x) % 9)-15\""
        default: row += ", \"w\": \(x)"
        }
      }
      if [.entries, .cards].contains(form) { row += ", \"d\": \"2022年\(words.count % 12 + 1)月\", \"t\": \"\(words)\"" }
      return row + "}"
    }.joined(separator: ",\n  ")
    func measure(_ field: String = "v") -> String { "{\"field\": \"\(field)\", \"type\": \"quantitative\"}" }
    func name(_ field: String = "c") -> String { "{\"field\": \"\(field)\", \"type\": \"nominal\"}" }
    let rowsOf = "\"x\": \(measure()), \"y\": \(name())"
    let (mark, encoding): (String, String) =
      switch form {
      case .ranking: ("\"ranking\"", rowsOf)
      case .lollipopMark: ("\"lollipop\"", rowsOf)
      case .dumbbell: ("\"dumbbell\"", rowsOf + ", \"color\": \(name("s"))")
      case .bullet: ("\"bullet\"", rowsOf + ", \"x2\": {\"field\": \"w\"}")
      case .waterfall: ("\"waterfall\"", "\"x\": \(name()), \"y\": \(measure())")
      case .slope, .bump:
        ("\"\(form.rawValue)\"", "\"x\": {\"field\": \"c\", \"type\": \"ordinal\"}, \"y\": \(measure()), \"color\": \(name("s"))")
      case .pyramid: ("\"pyramid\"", "\"x\": \(measure()), \"y\": {\"field\": \"c\", \"type\": \"ordinal\"}, \"color\": \(name("s"))")
      case .squares: ("\"squares\"", "\"x\": \(name()), \"size\": \(measure())")
      case .isotype: ("\"isotype\"", rowsOf)
      case .quadrant: ("\"quadrant\"", "\"x\": \(measure("w")), \"y\": \(measure()), \"text\": \(name())")
      case .stripMark: ("{\"type\": \"strip\", \"text\": \"\(facts[0].category)\"}", "\"x\": \(measure()), \"detail\": \(name())")
      case .shares: ("\"share\"", rowsOf + ", \"color\": \(name("s"))")
      case .waffle: ("\"waffle\"", "\"theta\": \(measure()), \"color\": \(name())")
      case .change: ("\"change\"", "\"x\": {\"field\": \"c\", \"type\": \"ordinal\"}, \"y\": \(measure())")
      case .partsRing: ("\"ring\"", "\"theta\": \(measure()), \"color\": \(name())")
      case .tileGrid: ("\"tile-grid\"", "\"detail\": \(name()), \"color\": \(measure()), \"text\": \(name("v"))")
      case .events: ("\"timeline\"", "\"x\": {\"field\": \"date\", \"type\": \"temporal\"}, \"text\": \(name())")
      case .entries: ("\"timeline\"", "\"x\": \(name("d")), \"label\": \(name()), \"text\": \(name("t"))")
      case .span:
        ("\"span\"", "\"x\": {\"field\": \"from\", \"type\": \"temporal\"}, \"x2\": {\"field\": \"to\"}, \"y\": \(name())")
      case .places: ("\"ranking\"", "\"y\": \(name()), \"rank\": {\"field\": \"v\"}")
      case .cards: ("\"kpi\"", "\"label\": \(name()), \"text\": {\"field\": \"v\"}, \"detail\": \(name("t"))")
      case .rose:
        (
          "\"arc\"",
          "\"theta\": \(name()), \"radius\": {\"field\": \"v\", \"type\": \"quantitative\", \"scale\": {\"type\": \"sqrt\", \"zero\": true}}, \"color\": \(name())"
        )
      default: ("\"treemap\"", "\"size\": \(measure()), \"color\": \(name("s")), \"text\": \(name())")
      }
    return """
      {"title": "\(title)", "source": "\(source)",\(unit.map { " \"unit\": \"\($0)\"," } ?? "")
      "data": {"values": [
        \(rows)]},
      "mark": \(mark), "encoding": {\(encoding)}}
      """
  }
}
