package import Indicators

/// A whole whose stated parts add up to it, as far as rounding tells.
package struct Sum: Sendable {
  /// A part, with its own parts where these add up to it.
  package struct Part: Sendable {
    package var level: Observation
    package var parts: [Observation]
  }

  package var whole: Observation
  /// In the order of the text.
  package var parts: [Part]

  /// Whether a part is itself a sum: the whole, its parts, and theirs.
  package var hasThreeLevels: Bool { parts.contains { !$0.parts.isEmpty } }
  /// The whole first.
  package var facts: [Observation] { [whole] + parts.flatMap { [$0.level] + $0.parts } }
  /// The largest part, the first of equals.
  package var largest: Observation? {
    parts.map(\.level).reduce(nil) { best, level in
      guard let best, let a = best.quantity.inBase, let b = level.quantity.inBase else { return best ?? level }
      return a < b ? level : best
    }
  }
}

/// The sums that figures state, those within another one left to it. Nothing where parts are missing or overlap: 其中 may name some only.
///
/// - Parameter indicators: in the order of the text.
package func findSums(_ indicators: [Indicator]) -> [Sum] {
  let search = SumSearch(indicators)
  var inner: Set<Observation.ID> = []
  var sums: [Sum] = []
  for indicator in indicators {
    guard let whole = indicator.level, let parts = search.parts(of: indicator) else { continue }
    let own = parts.map { part in Sum.Part(level: part.lead, parts: search.parts(of: part)?.map(\.lead) ?? []) }
    inner.formUnion(own.filter { !$0.parts.isEmpty }.map(\.level.id))
    sums.append(Sum(whole: whole, parts: own))
  }
  return sums.filter { !inner.contains($0.whole.id) }
}

private struct SumSearch {
  private struct Sentence: Hashable {
    var document: SourceDocument.ID
    var range: Range<Int>
    init?(_ indicator: Indicator) {
      guard let source = indicator.lead.source else { return nil }
      (document, range) = (source.document, source.sentenceRange)
    }
  }
  private let byID: [Observation.ID: Indicator]
  private var bySentence: [Sentence: [Indicator]] = [:]

  init(_ indicators: [Indicator]) {
    byID = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for indicator in indicators {
      if let sentence = Sentence(indicator) { bySentence[sentence, default: []].append(indicator) }
    }
  }

  /// The first parts in the order of the text that are the whole together: 出口 and 进口 before 一般贸易 and 加工贸易. Of a list of parts
  /// only the first may be called one: the others are those that follow it in its sentence.
  func parts(of indicator: Indicator) -> [Indicator]? {
    guard let whole = indicator.level, whole.qualifier == .exactly, whole.status.isFactual, let limit = whole.interval else { return nil }
    let named = indicator.parts.compactMap { byID[$0] }
    guard let first = named.first else { return nil }
    var candidates = named
    if let sentence = Sentence(first), let start = first.lead.source?.range.lowerBound {
      let known = Set(named.map(\.id))
      candidates += (bySentence[sentence] ?? []).filter { other in
        !known.contains(other.id) && other.whole == nil && other.lead.source.map { $0.range.lowerBound > start } ?? false
      }
    }
    var found: [Indicator] = []
    var total = Interval(.zero)
    for part in candidates {
      guard let level = part.level, level.qualifier == .exactly, level.status.isFactual, level.period == whole.period,
        foldedArea(level.area) == foldedArea(whole.area), let range = level.interval(in: whole.unit), let next = total.adding(range)
      else { continue }
      total = next
      found.append(part)
      if let least = total.lower, let most = limit.upper, most < least { return nil }
      if found.count > 1, total.overlaps(limit) { return found }
    }
    return nil
  }
}
