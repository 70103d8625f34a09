import Diagnostics
import Indicators
import Lingua
import Scene

/// Finds the figure that `{{专利和商标质押金额}}` or `{{专利和商标质押金额.同比}}` speaks of.
struct FigureReferences {
  private let evidence: Evidence
  private let sources: SourceNumbers
  private let language: FigureLanguage

  init(_ evidence: Evidence, language: Language) {
    self.evidence = evidence
    self.language = FigureLanguage(tag: language.rawValue)
    sources = SourceNumbers(evidence.set.observations, documents: evidence.set.documents)
  }

  private static let aspects: [(names: [String], pick: @Sendable (Indicator) -> Observation?)] = [
    (AuthorWords.shared.changes, { $0.changes.first }),
    (AuthorWords.shared.shares, { $0.shares.first }),
    (AuthorWords.shared.ranks, { $0.ranks.first }),
    (AuthorWords.shared.streaks, { $0.streaks.first }),
    (AuthorWords.shared.bases, { $0.derived.first { $0.derivation?.formula == .base } }),
    (AuthorWords.shared.totals, { $0.derived.first { $0.derivation?.formula == .total } }),
    (AuthorWords.shared.plans, { $0.level }),
  ]
  private static let plans = AuthorWords.shared.plans

  /// The figure as printed. A name may be led by its area: `广东/发明专利有效量`.
  func inline(_ reference: String, at span: SourceSpan) -> Result<Inline, Diagnostic> {
    var name = reference
    var aspect: (@Sendable (Indicator) -> Observation?)?
    var asksForPlan = false
    if let dot = reference.lastIndex(of: ".") {
      let wanted = String(reference[reference.index(after: dot)...]).lowercased()
      if let found = Self.aspects.first(where: { $0.names.contains(wanted) }) {
        aspect = found.pick
        asksForPlan = Self.plans.contains(wanted)
        name = String(reference[..<dot])
      }
    }
    var area: String?
    if let slash = name.firstIndex(of: "/") {
      area = String(name[..<slash])
      name = String(name[name.index(after: slash)...])
    }
    let named = evidence.indicators.filter {
      (folded($0.name) == folded(name) || folded(evidence.partNames.statedName(of: $0.lead)) == folded(name))
        && (area == nil || foldedArea($0.area) == foldedArea(area))
    }
    // A plan is not what happened: it is printed only where it is asked for.
    let candidates = named.filter { $0.lead.status.isProspective == asksForPlan }
    guard let indicator = candidates.max(by: { ($0.period?.endYear ?? 0) < ($1.period?.endYear ?? 0) }) else {
      if let plan = named.first, !asksForPlan {
        return .failure(
          .error(
            "figure.plan", "“\(name)” is a target only", at: span,
            hint: "write {{\(plan.name).\(Self.plans.first ?? "")}} to print it as one"))
      }
      let names = evidence.indicators.map(\.name)
      return .failure(
        .error(
          "figure.unknown", "no figure is called “\(name)”", at: span,
          hint: nearestName(to: name, among: names).map { "did you mean “\($0)”?" }))
    }
    let areas = candidates.compactMap(\.area).reduce(into: [String]()) { known, area in
      if !known.contains(where: { foldedArea($0) == foldedArea(area) }) { known.append(area) }
    }
    guard area != nil || areas.count < 2 else {
      return .failure(
        .error(
          "figure.ambiguous", "“\(name)” is stated for \(areas.joined(separator: ", "))", at: span,
          hint: "name the area: {{\(areas[0])/\(name)}}"))
    }
    guard let figure = aspect.map({ $0(indicator) }) ?? indicator.lead else {
      return .failure(.error("figure.unknown", "nothing is stated under “\(reference)”", at: span))
    }
    let text = figureText(figure, in: language)
    if let entry = figure.source.flatMap({ sources.entry(for: $0) }) {
      return .success(.reference([.text(text)], anchor: entry.anchor))
    }
    return .success(.text(text))
  }
}
