package import Diagnostics

/// Contradictions and gaps in the figures of a set, in text order. A finding names both places, shows the arithmetic and
/// never changes a figure. Errors are contradictions, warnings are likely slips, notes are what a reviewer should know.
///
/// | rule | finds |
/// |---|---|
/// | `check.c1-part` | a part larger than its whole |
/// | `check.c2-shares` | a share over 100 %, shares of one whole that add up to more |
/// | `check.c3-sum` | 其中 items that do not add up to their total |
/// | `check.c4-growth` | base × growth is not the level |
/// | `check.c5-times` | 增长了N倍 where the level is N times the base |
/// | `check.c6-decrease` | 减少N倍, a decline of more than everything |
/// | `check.c7-points` | % where percentage points are meant |
/// | `check.c8-two-values` | one measure, area and period with two values |
/// | `check.c9-rank` | ranks against the order of the values |
/// | `check.c10-streak` | 连续N年 without a start, or against it |
/// | `check.c11-unit-jump` | 万 beside 亿 in another year |
/// | `check.c12-share-total` | share × total is not the level |
/// | `check.c13-rounding` | 超 or 近 against the exact figure |
/// | `check.c14-period` | a figure without period, or with one that is assumed |
/// | `check.c15-digits` | a derived figure with more digits than its inputs allow |
/// | `check.c16-definitions` | areas compared by measures that are defined differently |
/// | `check.c17-plan` | a plan given as a fact |
///
/// - Parameter language: of the messages and hints; rules, severities and places are the same in each.
package func check(
  _ set: IndicatorSet, concepts: ConceptBook = ConceptBook(), language: FigureLanguage = .english
) -> [Diagnostic] {
  var checking = Checking(set, concepts: concepts, language: language)
  checking.parts()
  checking.shares()
  checking.growth()
  checking.agreement()
  checking.units()
  checking.shareTotals()
  checking.ranks()
  checking.streaks()
  checking.periods()
  checking.digits()
  checking.definitions()
  checking.plans()
  return checking.sorted()
}

/// One run over a set: the figures by what they measure, and the findings so far.
struct Checking {
  let set: IndicatorSet
  let concepts: ConceptBook
  let language: FigureLanguage
  let indicators: [Indicator]
  /// Levels that are stated as facts.
  let levels: [Observation]
  private let byID: [Observation.ID: Observation]
  /// The first level of each measure, name, area and period.
  private let byKey: [MeasureKey: Observation]
  private var findings: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  init(_ set: IndicatorSet, concepts: ConceptBook, language: FigureLanguage) {
    self.set = set
    self.concepts = concepts
    self.language = language
    let stated = set.observations.filter { !$0.status.isProspective && $0.status != .derived }
    indicators = Indicators.indicators(of: IndicatorSet(documents: set.documents, observations: stated))
    levels = indicators.compactMap(\.level)
    byID = Dictionary(levels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    byKey = Dictionary(
      levels.map { (MeasureKey(FigureKey($0, concepts: concepts), $0.unit), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func level(_ id: Observation.ID) -> Observation? { byID[id] }

  /// Stated levels of the same measure and area in another period.
  func level(like model: Observation, period: Period?) -> Observation? {
    byKey[MeasureKey(FigureKey(name: model.name, area: model.area, period: period, concepts: concepts), model.unit)]
  }

  /// Stated levels of the same measure and period in another area.
  func level(like model: Observation, area: String?) -> Observation? {
    byKey[MeasureKey(FigureKey(name: model.name, area: area, period: model.period, concepts: concepts), model.unit)]
  }

  /// A stated level of another name for the same area and period.
  func level(named name: String, like model: Observation) -> Observation? {
    byKey[MeasureKey(FigureKey(name: name, area: model.area, period: model.period, concepts: concepts), model.unit)]
  }

  /// Only the wording of the run's language is built.
  func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> ChineseText) -> String {
    language.isChinese ? chinese().text(in: language) : english()
  }

  mutating func find(
    _ severity: Diagnostic.Severity, _ rule: String, _ message: String, _ places: [Observation], hint: String? = nil
  ) {
    let spans = places.compactMap { $0.source?.span }
    let finding = Diagnostic(
      severity, "check." + rule, message, at: spans.first, related: Array(spans.dropFirst()), hint: hint)
    if seen.insert(finding).inserted { findings.append(finding) }
  }

  /// By document in the order of the set, then by place, then as found.
  func sorted() -> [Diagnostic] {
    var order: [String: Int] = [:]
    for observation in set.observations {
      if let name = observation.source?.document, order[name] == nil { order[name] = order.count }
    }
    func place(_ finding: Diagnostic) -> (Int, Int) {
      guard let span = finding.span else { return (.max, 0) }
      return (order[span.document] ?? .max - 1, span.range.lowerBound)
    }
    return findings.enumerated().sorted { a, b in
      let (left, right) = (place(a.element), place(b.element))
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}

private struct MeasureKey: Hashable {
  var figure: FigureKey
  var measure: String

  init(_ figure: FigureKey, _ unit: Unit) {
    self.figure = figure
    measure = unit.kind.base
  }
}

/// A result for a message: four significant digits.
func shown(_ value: Rational?, _ unit: Unit? = nil) -> String {
  guard let value else { return "?" }
  var decimals = -30
  while decimals < 12, value.digits(decimals: decimals) < 4 { decimals += 1 }
  let number = value.isZero ? "0" : value.rounded(decimals: decimals)?.trimmed.printed() ?? "?"
  return number + (unit?.written ?? "")
}

/// A figure for a message, in the language it is named in.
func quoted(_ figure: Observation) -> String { "“\(figure.name)” \(stated(figure))" }

func stated(_ figure: Observation) -> String { figureText(figure, in: figure.ownLanguage, grouped: false) }

extension Observation {
  /// The language whose numbers its name goes with: an English message quotes a Chinese figure as the source has it.
  ///
  /// A rank counts in 位 whatever its language.
  var ownLanguage: FigureLanguage {
    (kind == .rank ? name : name + unit.written).unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      ? .simplifiedChinese : .english
  }
}

/// A figure for arithmetic in a message.
func term(_ figure: Observation) -> String {
  let unit = figure.unit.written
  return figure.value.printed() + (unit.first.map { $0.isASCII && $0.isLetter || $0 == "$" || $0 == "£" || $0 == "€" } ?? false ? " " : "")
    + unit
}
