package import Diagnostics

/// The figures of one kind, measure and area over time.
package struct Series: Hashable, Sendable, Identifiable {
  package struct Point: Hashable, Sendable {
    /// Nil where no words and no document give it.
    package var period: Period?
    /// The value that counts: of several statements the one of the latest document.
    package var figure: Observation
    /// Earlier statements of other values, which it replaces.
    package var superseded: [Observation] = []
    /// Coarser statements that agree with it.
    package var agreeing: [Observation] = []

    package var isRestated: Bool { !superseded.isEmpty }
    package var isDerived: Bool { figure.status == .derived }
  }

  package var kind: Observation.Kind
  /// The name in the words of the latest point.
  package var name: String
  package var concept: Concept.ID?
  package var area: String?
  /// The whole of its shares, the field of its ranks.
  package var scope: String?
  /// The unit of the latest point; others may be written in 万 or 亿 of the same measure.
  package var unit: Unit
  /// By period, the earliest first; all of them years, or all spans of one length, or all dates.
  package var points: [Point]

  /// Kind, name, area and measure.
  package var id: String {
    [kind.rawValue, concept ?? folded(name).text, foldedArea(area).text, unit.kind.base].joined(separator: "|")
  }

  /// The points' values in one unit, for an axis; nil for a point that does not fit.
  package func values(in unit: Unit) -> [ExactNumber?] { points.map { $0.figure.quantity.converted(to: unit)?.value } }
}

/// The series of a set: each stated figure in one of them. They are told apart by kind, concept (else name), area, measure,
/// scope, basis, length of period, and whether they are facts or what is to come. Two values for one period are a
/// restatement where two documents give them: the one of the later document counts, and a warning names both; in one
/// document they are two things, in series of their own.
///
/// - Parameter derived: derived levels, which stand where nothing is stated.
package func series(
  of set: IndicatorSet, derived: [Observation] = [], concepts: ConceptBook = ConceptBook()
) -> Warned<[Series]> {
  var building = SeriesBuilding(set, concepts: concepts)
  for figure in mergingRepeats(set).observations { building.add(figure) }
  for figure in derived where figure.kind == .level { building.fill(figure) }
  return Warned(building.series(), building.findings)
}

private struct SeriesKey: Hashable {
  var kind: Observation.Kind
  var figure: FigureKey
  var measure: String
  var scope: Folded
  /// How far back changes are counted from, in months, else the basis; empty for other kinds.
  var basis: String
  /// Of the growth, not of the size.
  var isOfGrowth: Bool
  var isProspective: Bool
  /// A stock between the ends of years: dates of all kinds are one series.
  var isStock: Bool
  /// Months of the period; 0 for dates and for what has no period, negative for open ones and those of days. A stock at a year's end counts with years, as its
  /// yearly value.
  var length: Int
  var occasion: Occasion?
  /// Counts what one document sets beside another under the same name.
  var variant = 0

  init(_ figure: Observation, period: Period?, concepts: ConceptBook) {
    kind = figure.kind
    self.figure = FigureKey(figure, concepts: concepts)
    self.figure.period = nil
    measure = figure.unit.kind.base
    scope = foldedArea(figure.scope)
    basis = figure.kind == .change ? SeriesKey.basis(of: figure) : ""
    isOfGrowth = figure.growthWord != nil
    isProspective = figure.status.isProspective
    isStock = figure.isStock && period?.start.month != nil
    occasion = period?.occasion
    length = isStock ? 0 : period.map { $0.isOpen ? -1 : $0.start.day != nil ? -2 : $0.months } ?? 0
  }

  private static func basis(of change: Observation) -> String {
    guard let period = change.period, let base = change.basePeriod else { return change.basis?.description ?? "?" }
    return String((period.start.year - base.start.year) * 12 + (period.start.month ?? 1) - (base.start.month ?? 1))
  }
}

private struct SeriesBuilding {
  let concepts: ConceptBook
  /// When each document was published, then its place in the set.
  private let ages: [SourceDocument.ID: (date: String, place: Int)]
  private var order: [SeriesKey] = []
  private var points: [SeriesKey: [Period?: Series.Point]] = [:]
  var findings: [Diagnostic] = []

  /// So many values that one document gives for one name and period are compared with a further one.
  private static let mostVariants = 8

  init(_ set: IndicatorSet, concepts: ConceptBook) {
    self.concepts = concepts
    ages = Dictionary(
      set.documents.enumerated().map { ($1.id, ($1.date ?? "", $0)) }, uniquingKeysWith: { first, _ in first })
  }

  private func period(of figure: Observation) -> Period? {
    guard let written = figure.period else { return nil }
    // A stock at the end of a year is that year's value.
    let isYearEnd = written.start == written.end && written.end.month == 12 && figure.isStock
    return isYearEnd ? Period(year: written.end.year) : written
  }

  mutating func add(_ figure: Observation) {
    let period = period(of: figure)
    var key = SeriesKey(figure, period: period, concepts: concepts)
    while let point = points[key]?[period] {
      if agree(point.figure, figure) || point.figure.source?.document != figure.source?.document {
        let joint = joined(point, figure)
        points[key]?[period] = joint
        return
      }
      key.variant += 1
      if key.variant >= Self.mostVariants { key.variant = Self.mostVariants + order.count }
    }
    enter(figure, period, key)
  }

  /// A derived figure stands where nothing is stated.
  mutating func fill(_ figure: Observation) {
    let period = period(of: figure)
    let key = SeriesKey(figure, period: period, concepts: concepts)
    if period != nil, points[key]?[period] == nil { enter(figure, period, key) }
  }

  private mutating func enter(_ figure: Observation, _ period: Period?, _ key: SeriesKey) {
    if points[key] == nil { order.append(key) }
    points[key, default: [:]][period] = Series.Point(period: period, figure: figure)
  }

  private mutating func joined(_ point: Series.Point, _ figure: Observation) -> Series.Point {
    var point = point
    if agree(point.figure, figure) {
      // The finer statement says more.
      let isFiner = isFiner(figure, than: point.figure)
      point.agreeing.append(isFiner ? point.figure : figure)
      if isFiner { point.figure = figure }
      return point
    }
    let (newer, older) = isLater(figure, than: point.figure) ? (figure, point.figure) : (point.figure, figure)
    point.figure = newer
    point.superseded.append(older)
    let spans = [newer, older].compactMap { $0.source?.span }
    let time = point.period.map { " for " + periodText($0, in: .simplifiedChinese) } ?? ""
    findings.append(
      Diagnostic(
        .warning, "series.restated", "\(quoted(newer)) replaces \(term(older))\(time)\(difference(newer, older))",
        at: spans.first, related: Array(spans.dropFirst()), hint: "say in a note that the figure was restated"))
    return point
  }

  private func agree(_ a: Observation, _ b: Observation) -> Bool {
    guard let left = a.baseInterval, let right = b.baseInterval else { return a.value == b.value && a.unit == b.unit }
    return left.overlaps(right)
  }

  private func isFiner(_ a: Observation, than b: Observation) -> Bool {
    if (a.qualifier == .exactly) != (b.qualifier == .exactly) { return a.qualifier == .exactly }
    guard let mine = a.baseInterval?.width, let theirs = b.baseInterval?.width else { return false }
    return mine < theirs
  }

  private func isLater(_ a: Observation, than b: Observation) -> Bool {
    let unknown = (date: "", place: -1)
    let mine = a.source.flatMap { ages[$0.document] } ?? unknown
    let theirs = b.source.flatMap { ages[$0.document] } ?? unknown
    return (mine.date, mine.place) > (theirs.date, theirs.place)
  }

  private func difference(_ newer: Observation, _ older: Observation) -> String {
    guard let before = older.quantity(in: newer.unit), let rest = newer.value.rational.subtracting(before) else {
      return ""
    }
    return ": \(term(newer)) − \(term(older)) = \(shown(rest, newer.unit))"
  }

  /// In the order of first mention.
  func series() -> [Series] {
    order.compactMap { key in
      let sorted = (points[key] ?? [:]).values.sorted { a, b in
        guard let left = a.period, let right = b.period else { return a.period == nil && b.period != nil }
        return left < right
      }
      guard let last = sorted.last?.figure else { return nil }
      return Series(
        kind: key.kind, name: last.name, concept: concepts.concept(named: last.name)?.id, area: last.area, scope: last.scope,
        unit: last.unit, points: sorted)
    }
  }
}
