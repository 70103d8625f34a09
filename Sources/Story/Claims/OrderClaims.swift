import Indicators

/// The order in which chosen claims are told: the latest period first, a theme's claims together where they first come up;
/// within a theme what spans years or places, then single figures by strength.
///
/// - Parameter theme: of a claim; nil for none.
package func ordered(_ claims: [Claim], theme: (Claim) -> String?) -> [Claim] {
  var themes: [String] = []
  for claim in claims.sorted(by: { $0.strength > $1.strength }) {
    let name = theme(claim) ?? ""
    if !themes.contains(name) { themes.append(name) }
  }
  func place(_ claim: Claim) -> Int { themes.firstIndex(of: theme(claim) ?? "") ?? themes.count }
  return claims.enumerated().sorted { a, b in
    let (x, y) = (a.element, b.element)
    if place(x) != place(y) { return place(x) < place(y) }
    if x.kind.stage != y.kind.stage { return x.kind.stage < y.kind.stage }
    if x.strength != y.strength { return x.strength > y.strength }
    return a.offset < b.offset
  }.map(\.element)
}

extension Claim.Kind {
  /// Whole and trend, parts and growths, places, single figures, targets.
  fileprivate var stage: Int {
    switch self {
    case .trend: 0
    case .nearlyAllAlike, .growths, .parts, .contribution, .breakdown, .steps: 1
    case .places, .placesGrowth, .placesParts, .ranks: 2
    case .multiple, .rank, .share, .change, .level: 3
    case .target: 4
    }
  }
}
