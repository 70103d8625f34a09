import Articles
import Indicators
import Lingua

/// Changes of rates that are differences, whatever their heads say: 0.8 under 增长（%） between 66.2% and 67.0%.
extension FigureMaker {
  /// How a change stands to the figures that it lies between.
  private struct Proof {
    var place: Int
    var isDifference: Bool
    /// Whether it is none of the ratios that rounded figures may have, or far from the likeliest.
    var isNoRatio: Bool
  }

  /// Gives the changes of a column in points where all that stand between rates are differences of these, and one of them no ratio.
  ///
  /// - Parameter firstID: the id of the first figure.
  mutating func settleDifferences(_ firstID: Int) {
    var proofs: [Int: [Proof]] = [:]
    // For each column of levels those that are called like it.
    var likes: [Int: [Int]] = [:]
    for place in made.indices {
      let change = made[place]
      guard change.kind == .change, change.unit == "%", let of = change.of, made.indices.contains(of - firstID),
        made[of - firstID].unit == "%", columns[change.position].head.kind == .change
      else { continue }
      let level = made[of - firstID]
      let beside = likes[level.position] ?? columns.indices.filter { columns[$0].head.key == columns[level.position].head.key }
      likes[level.position] = beside
      guard let proof = proof(place, change, of: level, beside) else { continue }
      proofs[change.position, default: []].append(proof)
    }
    for (position, found) in proofs where found.allSatisfy(\.isDifference) && found.contains(where: \.isNoRatio) {
      for proof in found { made[proof.place].unit = points(columns[position].head.text) }
    }
  }

  /// Nil where no earlier figure stands beside the level, or none that tells anything.
  private func proof(_ place: Int, _ change: MadeFigure, of level: MadeFigure, _ beside: [Int]) -> Proof? {
    guard level.kind != .change, !change.value.isZero else { return nil }
    func step(_ figure: MadeFigure) -> Double { (0..<min(12, max(0, figure.value.scale))).reduce(1) { step, _ in step / 10 } }
    let (value, late) = (change.value.doubleValue, level.value.doubleValue)
    let own = step(change)
    var found: Proof?
    for position in beside {
      guard let cell = places[change.row][position], case let early = made[cell], early.kind == level.kind, early.unit == "%",
        early.area == level.area, early.period != level.period, early.name == level.name,
        case let before = early.value.doubleValue, before > step(early)
      else { continue }
      let low = ((late - step(level) / 2) / (before + step(early) / 2) - 1) * 100 - own / 2
      let high = ((late + step(level) / 2) / (before - step(early) / 2) - 1) * 100 + own / 2
      let isNoRatio = value < low || value > high || abs((late / before - 1) * 100 - value) > own * 10
      let isDifference = abs(late - before - value) < own / 2
      if !isNoRatio, !isDifference { return Proof(place: place, isDifference: false, isNoRatio: false) }
      if isDifference { found = Proof(place: place, isDifference: true, isNoRatio: isNoRatio) }
    }
    return found
  }
}
