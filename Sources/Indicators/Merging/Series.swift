package import Diagnostics

/// The levels of one measure and area over time.
package struct Series: Hashable, Sendable, Identifiable {
  package struct Point: Hashable, Sendable {
    package var period: Period
    /// The value that counts: of several statements the one of the latest document.
    package var level: Observation
    /// Earlier statements that it replaces.
    package var superseded: [Observation]

    package var isRestated: Bool { !superseded.isEmpty }
    package var isDerived: Bool { level.status == .derived }
  }

  /// The name in the words of the latest point.
  package var name: String
  package var concept: Concept.ID?
  package var area: String?
  /// The unit of the latest point; others may be written in 万 or 亿 of the same measure.
  package var unit: Unit
  /// By period, the earliest first; all of them years, or all spans of one length.
  package var points: [Point]

  /// Name, area and measure.
  package var id: String {
    [concept ?? folded(name).text, foldedArea(area).text, unit.kind.base].joined(separator: "|")
  }

  /// The points' values in one unit, for an axis; nil for a point that does not fit.
  package func values(in unit: Unit) -> [ExactNumber?] { points.map { $0.level.quantity.converted(to: unit)?.value } }
}

/// The series of a set: levels grouped by concept (else name), area, measure and length of period, one point a period.
/// Plans are left out. Two values for one period are a restatement: the one of the later document counts, and a
/// warning names both.
///
/// - Parameter derived: derived levels, which stand where nothing is stated.
package func series(
  of set: IndicatorSet, derived: [Observation] = [], concepts: ConceptBook = ConceptBook()
) -> Warned<[Series]> {
  var building = SeriesBuilding(set, concepts: concepts)
  for level in mergingRepeats(set).observations + derived where level.kind == .level && !level.status.isProspective {
    building.add(level)
  }
  return Warned(building.series(), building.findings)
}

private struct SeriesKey: Hashable {
  var figure: FigureKey
  var measure: String
  /// Months of the period; a stock at a month's end counts with years, as its yearly value.
  var length: Int
}

private struct SeriesBuilding {
  let concepts: ConceptBook
  /// When each document was published, then its place in the set.
  private let ages: [SourceDocument.ID: (date: String, place: Int)]
  private var order: [SeriesKey] = []
  private var points: [SeriesKey: [Series.Point]] = [:]
  var findings: [Diagnostic] = []

  init(_ set: IndicatorSet, concepts: ConceptBook) {
    self.concepts = concepts
    ages = Dictionary(
      set.documents.enumerated().map { ($1.id, ($1.date ?? "", $0)) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ level: Observation) {
    guard let written = level.period else { return }
    // A stock at the end of a year is that year's value.
    let isYearEnd = written.start == written.end && written.end.month == 12 && level.isStock
    let period = isYearEnd ? Period(year: written.end.year) : written
    var figure = FigureKey(level, concepts: concepts)
    figure.period = nil
    let key = SeriesKey(figure: figure, measure: level.unit.kind.base, length: period.months)
    if points[key] == nil { order.append(key) }
    guard let place = points[key]?.firstIndex(where: { $0.period == period }) else {
      points[key, default: []].append(Series.Point(period: period, level: level, superseded: []))
      return
    }
    join(level, at: place, of: key)
  }

  private mutating func join(_ level: Observation, at place: Int, of key: SeriesKey) {
    guard var point = points[key]?[place] else { return }
    if level.status == .derived, !point.isDerived { return }
    if point.isDerived, level.status != .derived {
      point.level = level
    } else if agree(point.level, level) {
      // The finer statement says more.
      if isFiner(level, than: point.level) { point.level = level }
    } else if point.level.source?.document == level.source?.document {
      return
    } else {
      let (newer, older) = isLater(level, than: point.level) ? (level, point.level) : (point.level, level)
      point.level = newer
      point.superseded.append(older)
      let spans = [newer, older].compactMap { $0.source?.span }
      findings.append(
        Diagnostic(
          .warning, "series.restated",
          "\(quoted(newer)) replaces \(term(older)) for \(periodText(point.period, in: .simplifiedChinese))\(difference(newer, older))",
          at: spans.first, related: Array(spans.dropFirst()), hint: "say in a note that the figure was restated"))
    }
    points[key]?[place] = point
  }

  private func agree(_ a: Observation, _ b: Observation) -> Bool {
    guard let left = a.baseInterval, let right = b.baseInterval else { return false }
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
      let sorted = (points[key] ?? []).sorted { $0.period < $1.period }
      guard let last = sorted.last else { return nil }
      return Series(
        name: last.level.name, concept: concepts.concept(named: last.level.name)?.id, area: last.level.area,
        unit: last.level.unit, points: sorted)
    }
  }
}
