package import Indicators

/// The time that a paper covers: of one document the period that most of its figures state, of several from the first to the last.
///
/// Plans, targets and what is reckoned from long ago do not count. A stock at a year's end belongs to the year.
package func coveredPeriod(_ set: IndicatorSet) -> Period? {
  var periods: [Period] = []
  var byDocument: [SourceDocument.ID: [Observation]] = [:]
  for observation in set.observations {
    byDocument[observation.source?.document ?? "", default: []].append(observation)
  }
  let documents = set.documents.isEmpty ? [""] : set.documents.map(\.id)
  for id in documents {
    if let period = mainPeriod(byDocument[id] ?? []) { periods.append(period) }
  }
  guard let first = periods.min(), let last = periods.max() else { return nil }
  guard first != last else { return last }
  return Period(Period.Mark(year: first.end.year), Period.Mark(year: last.end.year)).years
}

/// The period that most of some figures are of.
func mainPeriod(_ observations: [Observation]) -> Period? {
  var counts: [Period: Int] = [:]
  for observation in observations where !observation.status.isProspective {
    guard let period = observation.period, !period.isOpen, period.months <= 12 else { continue }
    let isYearEnd = period.start == period.end && period.end.month == 12 && observation.isStock
    counts[isYearEnd ? Period(year: period.end.year) : period, default: 0] += 1
  }
  // Of two that are stated as often the longer, then the later.
  return counts.max { ($0.value, $0.key.months, $0.key) < ($1.value, $1.key.months, $1.key) }?.key
}

extension Period {
  /// One year as itself, several as a span of years.
  fileprivate var years: Period { start.year == end.year ? Period(year: end.year) : self }
}

/// Whose figures they are: each document's area, unless most of its figures are of another one that its title names.
package func coveredAreas(_ set: IndicatorSet) -> [String] {
  var counts: [SourceDocument.ID: [String: Int]] = [:]
  for observation in set.observations {
    guard let area = observation.area, let document = observation.source?.document else { continue }
    counts[document, default: [:]][area, default: 0] += 1
  }
  var areas: [String] = []
  for document in set.documents {
    guard let area = mainArea(document, counts[document.id] ?? [:]), !areas.contains(area) else { continue }
    areas.append(area)
  }
  return areas
}

private func mainArea(_ document: SourceDocument, _ counts: [String: Int]) -> String? {
  guard let own = document.area else { return nil }
  let title = Folded(document.title ?? "")
  func isNamed(_ area: String) -> Bool { title.contains(foldedArea(area)) }
  guard !isNamed(own) else { return own }
  let named = counts.filter { $0.key != own && isNamed($0.key) && $0.value * 3 >= counts[own, default: 0] }
  return named.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? own
}
