import Indicators

/// The levels of a table by what a change, share or rank has in common with its own.
struct LevelsByCoordinates {
  private struct Common: Hashable {
    var name: String
    var area: String?
    var period: Period?

    init(_ figure: MadeFigure) { (name, area, period) = (figure.name, figure.area, figure.period) }
  }

  /// Nil where there are several.
  private var levels: [Common: Int?] = [:]

  init(_ made: [MadeFigure]) {
    guard made.contains(where: { $0.kind != .level }) else { return }
    for place in made.indices where made[place].kind == .level {
      let common = Common(made[place])
      levels[common] = levels[common] == nil ? .some(place) : .some(nil)
    }
  }

  /// The place of the only level of a figure's name, place and time.
  func level(of figure: MadeFigure) -> Int? { levels[Common(figure)] ?? nil }
}

extension FigureMaker {
  /// Links what has no level yet, or one of another place, to that of its own name, place and time.
  ///
  /// - Parameter firstID: the id of the first figure.
  mutating func linkAstray(_ firstID: Int, _ levels: LevelsByCoordinates) {
    for place in made.indices where isAstray(made[place], firstID) {
      let found = levels.level(of: made[place])
      made[place].of = found.map { made[$0].id }
      if let found, made[place].unit.isEmpty { made[place].unit = made[found].unit }
    }
  }

  private func isAstray(_ figure: MadeFigure, _ firstID: Int) -> Bool {
    guard figure.kind != .level else { return false }
    guard let of = figure.of else { return true }
    return made.indices.contains(of - firstID) && made[of - firstID].area != figure.area
  }
}
