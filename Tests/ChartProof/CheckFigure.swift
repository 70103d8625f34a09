/// Asks every question of a chart's dump.
///
/// - Returns: what is answered with no; empty for a sound figure.
package func checkFigure(_ page: DumpPage, against chart: RandomChart) -> [FigureFault] {
  var check = FigureCheck(page: page, chart: chart)
  check.run()
  return check.faults
}

struct FigureCheck {
  let page: DumpPage
  let chart: RandomChart
  var faults: [FigureFault] = []
  let marks: [DumpItem]
  let texts: [DumpItem]

  init(page: DumpPage, chart: RandomChart) {
    self.page = page
    self.chart = chart
    marks = page.marks
    texts = page.items.filter { $0.isText && !($0.text ?? "").isEmpty }
  }

  mutating func say(_ question: FigureQuestion, _ what: String) { faults.append(FigureFault(question: question, what: what)) }

  mutating func run() {
    if chart.form.isHouse { return runHouse() }
    title()
    form()
    complete()
    proportional()
    order()
    labels()
    ticks()
    legend()
    annotations()
    source()
    decoration()
    overlap()
    clipping()
    foreignMarks()
    readable()
  }

  func fact(_ datum: String?) -> RandomChart.Fact? {
    guard let datum, let row = Int(datum), chart.facts.indices.contains(row) else { return nil }
    return chart.facts[row]
  }

  /// Every datum that is drawn, with the place that stands for it.
  var drawn: [(fact: RandomChart.Fact, datum: String, x: Double, y: Double, mark: DumpItem)] {
    marks.flatMap { mark in
      mark.points.isEmpty
        ? fact(mark.datum).map { [($0, mark.datum ?? "", mark.midX, mark.midY, mark)] } ?? []
        : mark.points.compactMap { point in fact(point.datum).map { ($0, point.datum, point.x, point.y, mark) } }
    }
  }

  // MARK: Words

  mutating func title() {
    let lines = page.texts("title").sorted { $0.y < $1.y }
    if lines.isEmpty { return say(.title, "there is none") }
    if Set(lines.map { ($0.baseline * 10).rounded() }).count > 2 { say(.title, "it takes more than two lines") }
    let said = lines.compactMap(\.text).joined()
    if said.filter({ $0 != " " }) != chart.title.filter({ $0 != " " }) { say(.title, "it says “\(said)”") }
  }

  mutating func source() {
    guard let source = chart.source else { return }
    let said = page.texts("source").sorted { $0.y < $1.y }.compactMap(\.text).joined()
    if !said.filter({ $0 != " " }).contains(source.filter { $0 != " " }) { say(.source, "it says “\(said)”") }
  }

  // MARK: Marks

  private mutating func form() {
    if marks.isEmpty { return say(.form, "nothing is drawn") }
    for mark in marks {
      if mark.type != chart.form.markType { say(.form, "a \(mark.type) stands for a \(chart.form.rawValue)") }
      guard let fact = fact(mark.datum ?? mark.points.first?.datum) else {
        say(.form, "a mark stands for no datum")
        continue
      }
      let isSeen = mark.type == "path" ? mark.w + mark.h + mark.strokeWidth > 0 : mark.w * mark.h > 0 || mark.strokeWidth > 0
      if !isSeen, fact.value != 0 { say(.form, "the mark of \(fact.category) is not seen") }
    }
  }

  private mutating func complete() {
    var times: [String: Int] = [:]
    for entry in drawn { times[entry.datum, default: 0] += 1 }
    for (row, fact) in chart.facts.enumerated() {
      let count = times[String(row)] ?? 0
      if fact.digits == nil, count > 0 { say(.complete, "a gap of \(fact.category) has a mark") }
      let mayBeMissing = chart.form == .ring && fact.value == 0
      if fact.digits != nil, count != 1, !mayBeMissing { say(.complete, "\(fact.category) \(fact.series ?? "") is drawn \(count) times") }
    }
    for mark in marks where mark.points.isEmpty {
      if let fact = fact(mark.datum), let digits = fact.digits, let said = mark.value, Double(said) != Double(digits) {
        say(.complete, "the mark of \(fact.category) says \(said), not \(digits)")
      }
    }
  }

  /// The axis along which the lengths of bars follow the values: whichever fits better.
  var barsRise: Bool {
    if [.rows, .groupedRows, .stackedRows, .normalizedRows].contains(chart.form) { return false }
    let lengths = marks.compactMap { mark in fact(mark.datum)?.value.map { (mark.w, mark.h, abs($0)) } }
    func residual(_ pick: ((Double, Double, Double)) -> Double) -> Double {
      guard let top = lengths.max(by: { $0.2 < $1.2 }), top.2 > 0 else { return 0 }
      let constant = pick(top) / top.2
      return lengths.reduce(0) { max($0, abs(pick($1) - constant * $1.2)) }
    }
    return residual { $0.1 } <= residual { $0.0 }
  }

  private mutating func proportional() {
    if chart.form.hasBars { return bars() }
    if chart.form == .ring {
      let parts = marks.compactMap { mark in fact(mark.datum)?.value.flatMap { value in mark.angle.map { (abs($0), value) } } }
      let total = parts.reduce(0) { $0 + $1.1 }
      for (angle, value) in parts where total > 0 && abs(angle - 360 * value / total) > 0.5 {
        say(.proportional, "\(value) of \(total) takes \(angle)°")
      }
      if parts.isEmpty { say(.proportional, "no part says its angle") }
      return
    }
    let places = drawn
    if chart.form == .areas { return areas() }
    let rises = [.lines, .timeLines, .scatter].contains(chart.form)
    linear(places.compactMap { entry in entry.fact.value.map { (rises ? entry.y : entry.x, $0) } }, "values")
    if chart.form == .scatter { linear(places.compactMap { entry in entry.fact.x.map { (entry.x, $0) } }, "the other values") }
  }

  /// Places follow values by one linear map.
  mutating func linear(_ pairs: [(place: Double, value: Double)], _ what: String) {
    guard let low = pairs.min(by: { $0.value < $1.value }), let high = pairs.max(by: { $0.value < $1.value }), high.value > low.value
    else { return }
    let slope = (high.place - low.place) / (high.value - low.value)
    if slope == 0 { return say(.proportional, "\(what) lie on one place") }
    for pair in pairs where abs(low.place + slope * (pair.value - low.value) - pair.place) > 0.5 {
      return say(.proportional, "\(what): \(pair.value) is off its place")
    }
  }

  private mutating func bars() {
    let rises = barsRise
    var lengths: [(length: Double, value: Double, mark: DumpItem, fact: RandomChart.Fact)] = []
    var totals: [String: Double] = [:]
    for fact in chart.facts { totals[fact.category, default: 0] += abs(fact.value ?? 0) }
    for mark in marks {
      guard let fact = fact(mark.datum), let value = fact.value else { continue }
      let share = chart.form == .normalizedRows ? abs(value) / max(totals[fact.category] ?? 1, 1e-300) : abs(value)
      lengths.append((rises ? mark.h : mark.w, share, mark, fact))
    }
    guard let top = lengths.max(by: { $0.value < $1.value }), top.value > 0 else { return }
    let constant = top.length / top.value
    for bar in lengths where abs(bar.length - constant * bar.value) > 0.5 {
      say(.proportional, "\(bar.fact.category): \(bar.value) is \(bar.length) long, not \(constant * bar.value)")
      break
    }
    guard !chart.form.isStacked || chart.series.count < 2 else { return }
    // All begin on one line.
    let bases = lengths.filter { $0.length > 1 }.map { bar -> Double in
      let isNegative = (bar.fact.value ?? 0) < 0
      return rises ? (isNegative ? bar.mark.y : bar.mark.y + bar.mark.h) : (isNegative ? bar.mark.x + bar.mark.w : bar.mark.x)
    }
    if let low = bases.min(), let high = bases.max(), high - low > 0.5 { say(.proportional, "bars do not begin on one line") }
  }

  private mutating func areas() {
    // The upper edge of each layer lies the value above the edge below.
    var edges: [Int: [(y: Double, value: Double)]] = [:]
    for entry in drawn {
      guard let value = entry.fact.value else { continue }
      edges[entry.fact.categoryIndex, default: []].append((entry.y, value))
    }
    var pairs: [(Double, Double)] = []
    for list in edges.values {
      var sum = 0.0
      for edge in list.sorted(by: { ($0.y, $0.value) > ($1.y, $1.value) }) {
        sum += edge.value
        pairs.append((edge.y, sum))
      }
    }
    linear(pairs, "sums")
  }

  private mutating func order() {
    let isVertical = [.lines, .timeLines, .areas].contains(chart.form) || (chart.form.hasBars && barsRise)
    if ![.scatter, .strip, .ring].contains(chart.form) {
      let grouped = Dictionary(grouping: drawn) { $0.fact.categoryIndex }
      var last = -Double.infinity
      for index in grouped.keys.sorted() {
        guard let group = grouped[index] else { continue }
        let place = group.reduce(0) { $0 + (isVertical ? $1.x : $1.y) } / Double(group.count)
        if place <= last {
          say(.order, "“\(chart.categories[index])” stands before what comes before it")
          break
        }
        last = group.map { isVertical ? $0.x : $0.y }.max() ?? place
        if chart.form.isStacked { last = place }
      }
    }
    let listed = page.texts("legend-label").filter { $0.series == nil }.sorted {
      abs($0.midY - $1.midY) > 4 ? $0.midY < $1.midY : $0.x < $1.x
    }.compactMap(\.text)
    let names = chart.form == .ring ? chart.categories : chart.series
    let joined = listed.joined().filter { $0 != " " }
    if !listed.isEmpty, joined != names.joined().filter({ $0 != " " }) { say(.order, "the legend is in another order than the series") }
    // The parts of a stack lie in the legend's order.
    if chart.form.isStacked, chart.form != .ring, chart.series.count > 1 {
      var ranks: [[Int]] = []
      for group in Dictionary(grouping: drawn, by: { $0.fact.categoryIndex }).values {
        let along = group.sorted { isVertical ? $0.y < $1.y : $0.x < $1.x }
        ranks.append(along.filter { ($0.fact.value ?? 0) > 0 }.compactMap { entry in chart.series.firstIndex { $0 == entry.fact.series } })
      }
      let rising = ranks.allSatisfy { $0 == $0.sorted() }
      let falling = ranks.allSatisfy { $0 == $0.sorted(by: >) }
      if !(rising || (falling && isVertical)) { say(.order, "stacks are not in the legend's order") }
    }
  }

  private mutating func annotations() {
    for leader in page.items where leader.role == "leader" {
      let ends = [
        (leader.x, leader.y), (leader.x + leader.w, leader.y), (leader.x, leader.y + leader.h), (leader.x + leader.w, leader.y + leader.h),
      ]
      let isHeld = ends.contains { end in
        let point = DumpItem.Extent(x0: end.0, y0: end.1, x1: end.0, y1: end.1)
        // Where a value stands at the mark, the line begins beyond it.
        if texts.contains(where: { $0.role == "value-label" && $0.ink.distance(point) <= 4 }) { return true }
        return marks.contains { mark in
          mark.points.isEmpty
            ? mark.ink.distance(point) <= 3
            : mark.points.contains { DumpItem.Extent(x0: $0.x, y0: $0.y, x1: $0.x, y1: $0.y).distance(point) <= 3 }
        }
      }
      if !isHeld { say(.annotation, "a leader ends at no mark") }
    }
  }

  mutating func decoration() {
    let ornaments = page.items.filter { $0.role == "decoration" }
    if ornaments.reduce(0, { $0 + $1.w * $1.h }) > 0.1 * page.width * page.height { say(.decoration, "it takes more than a tenth") }
    for ornament in ornaments {
      for item in marks + texts where item.ink.overlap(ornament.ink) > 0.5 {
        say(.decoration, "it lies on “\(item.text ?? item.datum ?? item.type)”")
      }
    }
  }
}
