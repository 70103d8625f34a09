package import Diagnostics

/// What follows from the stated figures of a set: bases, absolute changes, wholes, remainders, shares of parts, ratios between areas,
/// averages, yearly growth. Each has its formula, its inputs and the interval that rounding of the inputs implies, and
/// no digit beyond it. Claims, targets, plans and forecasts are never used; 超 and 不足 are carried on with an open interval. What is
/// stated is not derived again.
///
/// - Parameter concepts: tells which names measure the same, for ratios and series; without, equal names do.
package func derive(_ set: IndicatorSet, concepts: ConceptBook = ConceptBook()) -> Warned<[Observation]> {
  let found = indicators(of: IndicatorSet(documents: set.documents, observations: set.observations.filter(\.status.isFactual)))
  var deriving = Deriving(found, concepts: concepts)
  for indicator in found {
    guard let level = indicator.level else { continue }
    deriving.bases(of: level, changes: indicator.changes)
    deriving.totals(of: level, shares: indicator.shares)
    deriving.remainder(of: indicator)
    deriving.partShares(of: indicator)
    if indicator.changes.isEmpty { deriving.change(of: level) }
  }
  deriving.averages()
  deriving.ratios()
  deriving.yearlyGrowth()
  return Warned(deriving.derived, deriving.diagnostics)
}

/// The state of one run: what is stated, and what has been derived so far.
struct Deriving {
  let concepts: ConceptBook
  let indicators: [Indicator]
  let levels: [Observation]
  private let byID: [Observation.ID: Observation]
  private let stated: [FigureKey: Observation]
  private var ids: ContentIDs
  var derived: [Observation] = []
  var diagnostics: [Diagnostic] = []

  init(_ indicators: [Indicator], concepts: ConceptBook) {
    self.indicators = indicators
    self.concepts = concepts
    levels = indicators.compactMap(\.level)
    byID = Dictionary(levels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ids = ContentIDs(taken: Set(byID.keys))
    stated = Dictionary(
      levels.map { (FigureKey($0, concepts: concepts), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func level(_ id: Observation.ID) -> Observation? { byID[id] }

  /// Whether a level of that name, area and period is stated.
  func isStated(_ name: String, area: String?, period: Period?) -> Bool {
    stated[FigureKey(name: name, area: area, period: period, concepts: concepts)] != nil
  }

  /// The stated level of the same measure and area in another period.
  func level(like model: Observation, period: Period) -> Observation? {
    guard let found = stated[FigureKey(name: model.name, area: model.area, period: period, concepts: concepts)] else {
      return nil
    }
    return found.id != model.id && found.unit.isComparable(with: model.unit) ? found : nil
  }

  /// Files a result. A nil estimate is one that does not fit the arithmetic, and is noted.
  mutating func file(
    _ formula: Derivation.Formula, _ inputs: [Observation], _ estimate: Estimate?, expression: String,
    like model: Observation, change: (inout Observation) -> Void = { _ in }
  ) {
    guard let first = inputs.first else { return }
    let isAbout = inputs.contains { $0.qualifier == .about }
    guard let estimate, let settled = estimate.settled(isAbout: isAbout) else {
      diagnostics.append(
        .note(
          "derive.none", "nothing derived: \(expression) is open, too wide to print, or too large",
          at: first.source?.span
        ))
      return
    }
    var result = Observation(
      id: "", kind: .level, name: model.name, value: settled.value, unit: estimate.unit, qualifier: settled.qualifier,
      area: model.area, period: model.period, status: .derived,
      derivation: Derivation(
        formula: formula, inputs: inputs.map(\.id), expression: expression, lower: settled.lower, upper: settled.upper))
    change(&result)
    result.id = ids.unique(first.id + "-" + formula.rawValue)
    derived.append(result)
  }
}

/// Name (or concept), area and period of a figure.
struct FigureKey: Hashable {
  var name: Folded
  var area: Folded
  var period: Period?

  init(name: String, area: String?, period: Period?, concepts: ConceptBook) {
    self.name = concepts.key(for: name)
    self.area = foldedArea(area)
    self.period = period
  }

  init(_ observation: Observation, concepts: ConceptBook) {
    self.init(name: observation.name, area: observation.area, period: observation.period, concepts: concepts)
  }
}
