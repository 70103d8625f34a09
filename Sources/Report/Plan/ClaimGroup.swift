import Indicators
import Story

/// What is told under one headline: a claim, or claims of single figures that one sentence states, the first leading.
struct ClaimGroup {
  var lead: Claim
  /// The further figures of its sentence.
  var companions: [Indicator] = []
  /// Further trends, told with the first in one table.
  var trends: [Claim] = []

  /// The single figures that are told; none of a claim about several.
  var indicators: [Indicator] {
    if case .indicator(let first) = lead.subject { [first] + companions } else { [] }
  }
}

extension Planner {
  /// The sentence that states a figure: of its document the first that is no heading, where names are cut short and nothing is said
  /// in whole sentences.
  func statement(of fact: Observation) -> SourceNumbers.Entry? {
    guard let source = fact.source else { return nil }
    let places = [source] + source.repeats.filter { $0.document == source.document }
    return sources.entry(for: places.first { !$0.isHeading } ?? source)
  }

  /// Claims in their order, those of single figures that one sentence states of one place together where the first of them stands: the
  /// sentence is printed once.
  func groups(of claims: [Claim]) -> [ClaimGroup] {
    struct Place: Hashable {
      var entry: Int
      var area: String?
    }
    var groups: [ClaimGroup] = []
    var places: [Place: Int] = [:]
    for claim in claims {
      guard case .indicator(let indicator) = claim.subject, let entry = statement(of: indicator.lead) else {
        groups.append(ClaimGroup(lead: claim))
        continue
      }
      let place = Place(entry: entry.number, area: claim.area)
      if let known = places[place] {
        groups[known].companions.append(indicator)
      } else {
        places[place] = groups.count
        groups.append(ClaimGroup(lead: claim))
      }
    }
    return groups
  }

  /// Where many trends are told, those after the first ones as one group behind all others: one after the other each would say the same in
  /// the same form.
  func gathered(_ groups: [ClaimGroup]) -> [ClaimGroup] {
    let places = groups.indices.filter { groups[$0].lead.kind == .trend }
    let further = places.dropFirst(Planner.mostTrends)
    let claims = further.map { groups[$0].lead }
    guard claims.count > 1, seriesTable(claims) != nil else { return groups }
    let others = groups.indices.filter { !further.contains($0) }.map { groups[$0] }
    return others + [ClaimGroup(lead: claims[0], trends: Array(claims.dropFirst()))]
  }

  /// Trends that have a figure each.
  private static let mostTrends = 3

  /// What a group's trends have in common, else how many they are, above the table of them; nil of other groups.
  func trendsTable(_ group: ClaimGroup) -> (headline: String, table: ReportTable)? {
    let claims = [group.lead] + group.trends
    guard claims.count > 1, var table = seriesTable(claims) else { return nil }
    table.title = nil
    table.anchor = nil
    return (teller.headline(ofTrends: claims), table)
  }

  /// The group with the other figures of its sentence, the weightiest first, so that a slide is filled.
  func completed(_ group: ClaimGroup) -> ClaimGroup {
    guard let lead = group.indicators.first, let entry = statement(of: lead.lead) else { return group }
    let known = Set(group.indicators.map(\.id))
    let others = indicators(of: entry.document).enumerated().filter { _, indicator in
      !known.contains(indicator.id) && indicator.area == lead.area && indicator.name.count >= 3 && weight(indicator) >= 0
        && !isContradicted(indicator) && statement(of: indicator.lead)?.number == entry.number
    }
    var copy = group
    copy.companions += others.sorted { (weight($0.element), -$0.offset) > (weight($1.element), -$1.offset) }.map(\.element)
    return copy
  }

  /// The cards of rows, by the number they print and its source: a figure that stands among them is told.
  func cardNumbers(of blocks: [ReportBlock]) -> Set<String> {
    var numbers: Set<String> = []
    for case .row(let row) in blocks {
      for cell in row.cells {
        switch cell {
        case .hero(let card), .card(let card): numbers.insert(card.figure.identity)
        case .stack(let cards), .steps(let cards): numbers.formUnion(cards.map(\.figure.identity))
        case .chart, .reading: continue
        }
      }
    }
    return numbers
  }
}

extension KPI {
  /// What is printed of the figure itself, whatever it is called.
  var identity: String { [before, number, unit, reference ?? ""].joined(separator: "|") }
}
