package import Indicators

/// Something worth saying that the cube proves.
package struct Claim: Sendable, Identifiable {
  /// What is claimed; the names are those of `--explain`.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A thing in one place over three and more periods.
    case trend
    /// Things of which nearly all grow, or nearly all fall.
    case nearlyAllAlike = "nearly-all-alike"
    /// Several growths of one place and time.
    case growths
    /// One thing in three and more places.
    case places
    /// How much one thing grew in three and more places.
    case placesGrowth = "places-growth"
    /// One whole and its parts in three and more places.
    case placesParts = "places-parts"
    /// Who leads and who moved in a ranking of places over three and more periods.
    case ranks
    /// A whole whose parts add up to it.
    case parts
    /// What the parts of a whole add to its change.
    case contribution
    /// One act or measure of four and more kinds of things.
    case breakdown
    /// The stages of a procedure, with how much passed through each.
    case steps
    /// A fact and the targets set for it.
    case target
    /// Of one indicator: at least doubled, a place in a ranking, a share of a whole, a growth, a size.
    case multiple, rank, share, change, level
  }

  /// What the claim is of, and what its figure shows.
  package enum Subject: Sendable {
    case indicator(Indicator)
    case series(Series)
    /// Levels, or growths of one thing; the largest first.
    case places([(area: String, level: Observation)], period: Period, name: String)
    case sums([Sum])
    case ranks(Ranks)
    case growths([Observation])
    case parts(Sum)
    case contribution(Contribution)
    case breakdown(Breakdown)
    case steps([Observation])
    /// The nearest target first.
    case target(fact: Observation, targets: [Observation])
  }

  package var id: String
  package var kind: Kind
  package var subject: Subject
  /// The concept, else the name: claims of one are alike.
  package var concept: String
  package var area: String?
  package var period: Period?
  /// The facts that prove it.
  package var evidence: [Observation.ID]
  /// 0 to 1, by the kind's own measure.
  package var significance: Double
  /// How much of the whole, of the places and of the years it speaks of, 0 to 1.
  package var reach: Double
  /// Where the source says it: 1 in a title, 0.7 in a lead.
  package var prominence: Double

  /// Significance, lifted by reach and prominence.
  package var strength: Double { significance * (0.6 + 0.2 * reach + 0.2 * prominence) }
}
