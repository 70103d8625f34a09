import Articles
import Diagnostics
import Indicators
import Lingua

/// Figures that their heads do not tell apart.
///
/// Where two figures of a table have the same name, place, time, kind and unit, and other values, some head was not understood, or is not
/// there. The line over their rows, where it differs, becomes a part of the names; if they still are alike, none of them is read.
extension FigureMaker {
  /// What a figure is of.
  private struct Coordinates: Hashable {
    var kind: Observation.Kind
    var name: String
    var unit: String
    var area: String?
    var period: Period?
    var scope: String?
    var basis: Basis?
    var isOfGrowth: Bool
    var isAtConstantPrices: Bool

    init(_ figure: MadeFigure) {
      (kind, name, unit, area, period) = (figure.kind, figure.name, figure.unit, figure.area, figure.period)
      (scope, basis) = (figure.scope, figure.basis)
      (isOfGrowth, isAtConstantPrices) = (figure.isOfGrowth, figure.isAtConstantPrices)
    }
  }

  /// The places in ``made`` of figures of the same coordinates and different values, group by group.
  private func alike() -> [[Int]] {
    var first: [Coordinates: Int] = [:]
    first.reserveCapacity(made.count)
    var groups: [Int: [Int]] = [:]
    for place in made.indices {
      let coordinates = Coordinates(made[place])
      if let known = first[coordinates] { groups[known, default: [known]].append(place) } else { first[coordinates] = place }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value).filter { group in group.contains { made[$0].value != made[group[0]].value } }
  }

  /// Tells figures apart by the lines over their rows; those that stay alike are the ones to leave out.
  mutating func tellApart() -> Set<Int> {
    for group in alike() where Set(group.map { rows[made[$0].row].section }).count > 1 {
      for place in group {
        let section = rows[made[place].row].section
        if !section.isEmpty { made[place].name = joinedNames(section, made[place].name) }
      }
    }
    return Set(alike().joined())
  }

  /// Says which figures are left out, naming two of them.
  func findings(leftOut: Set<Int>, document: String, range: (Int) -> Range<Int>) -> [Diagnostic] {
    guard let first = leftOut.min() else { return [] }
    let coordinates = Coordinates(made[first])
    let other = leftOut.filter { $0 != first && Coordinates(made[$0]) == coordinates }.min() ?? first
    let texts = [first, other].map { grid.table.cells[made[$0].cell].text }
    return [
      .warning(
        "table.alike",
        "nothing tells “\(texts[0])” from “\(texts[1])” in table \(grid.table.number); \(leftOut.count) such figures are not read",
        at: SourceSpan(document: document, range: range(made[first].cell)),
        hint: "give their rows and columns heads that say what, where and when each is")
    ]
  }
}
