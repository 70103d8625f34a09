import Indicators

/// A claim with the decision about it, for `--explain`.
package struct Verdict: Sendable {
  package var claim: Claim
  /// What counted when it was decided: strength less likeness to what was chosen, weakened by claims of its kind.
  package var score: Double
  /// The chosen claim that it is most like.
  package var nearest: Claim.ID?
  package var isChosen: Bool
  /// Why not: its facts are told already, too weak, no room.
  package var reason: String
}

/// Chooses claims greedily by strength, each less half its likeness to the nearest chosen one, and a tenth less for each of its
/// kind before it (Calliope 2020: what is frequent tells little). The order of the verdicts is that of the decisions.
///
/// Facts are told once: an indicator whose facts a chosen claim shows is left out.
///
/// - Parameter count: how many are told at most.
package func chooseClaims(_ claims: [Claim], count: Int) -> [Verdict] {
  var verdicts: [Verdict] = []
  var chosen: [Claim] = []
  var told: Set<Observation.ID> = []
  var kinds: [Claim.Kind: Int] = [:]
  var waiting = claims
  var scores = claims.map(\.strength)
  var nearest = [Claim.ID?](repeating: nil, count: claims.count)
  var likest = [Double](repeating: 0, count: claims.count)
  while !waiting.isEmpty, chosen.count < count {
    var best: Int?
    for i in waiting.indices where best.map({ scores[i] > scores[$0] }) ?? true { best = i }
    guard let best else { break }
    let claim = waiting[best]
    let score = scores[best]
    let near = nearest[best]
    waiting.remove(at: best)
    scores.remove(at: best)
    nearest.remove(at: best)
    likest.remove(at: best)
    // A rank and a growth of one indicator are told together: its lead is what counts.
    if let lead = claim.evidence.first, told.contains(lead) || claim.evidence.dropFirst().contains(where: told.contains) && !claim.isOfMany
    {
      verdicts.append(Verdict(claim: claim, score: score, nearest: near, isChosen: false, reason: "its facts are told already"))
      continue
    }
    guard score > leastScore || chosen.count < 3 else {
      verdicts.append(Verdict(claim: claim, score: score, nearest: near, isChosen: false, reason: "too weak"))
      continue
    }
    verdicts.append(Verdict(claim: claim, score: score, nearest: near, isChosen: true, reason: ""))
    chosen.append(claim)
    told.formUnion(claim.evidence)
    kinds[claim.kind, default: 0] += 1
    for i in waiting.indices {
      let like = likeness(waiting[i], claim)
      if like > likest[i] { (likest[i], nearest[i]) = (like, claim.id) }
      let weakened = (0..<kinds[waiting[i].kind, default: 0]).reduce(waiting[i].strength) { value, _ in value * 0.9 }
      scores[i] = weakened - 0.5 * likest[i]
    }
  }
  for i in waiting.indices {
    verdicts.append(
      Verdict(claim: waiting[i], score: scores[i], nearest: nearest[i], isChosen: false, reason: "no room"))
  }
  return verdicts
}

/// Below this nothing is told unless there is hardly anything.
private let leastScore = -0.35

/// Concept .4, place, kind and period .2 each.
private func likeness(_ a: Claim, _ b: Claim) -> Double {
  (a.concept == b.concept ? 0.4 : 0) + (a.area == b.area ? 0.2 : 0) + (a.kind == b.kind ? 0.2 : 0)
    + (a.period == b.period ? 0.2 : 0)
}

extension Claim {
  /// Whether it speaks of several things: single ones among them may be told before.
  var isOfMany: Bool {
    switch subject {
    case .growths, .places, .sums, .ranks, .parts, .contribution, .breakdown, .steps: true
    default: false
    }
  }
}
