import Articles
import Diagnostics
import Indicators
import Lingua

/// Figures that their heads do not tell apart.
///
/// Where two figures of a table have the same name, place, time, kind and unit, and other values, some head was not understood, or is not
/// there. The line over their rows, where it differs, becomes a part of the names; if they still are alike, none of them is read.
extension FigureMaker {
  /// What a figure is of, its words by number.
  private struct Coordinates: Hashable {
    var name: Int
    var unit: Int
    var area: Int
    var scope: Int
    var period: Period?
    var basis: Int
    /// Of a change: that of its level, which tells growth in two moneys apart.
    var levelUnit: Int
    var kind: Observation.Kind
    var isOfGrowth: Bool
    var isAtConstantPrices: Bool
  }

  /// Numbers the words of figures: equal words have equal numbers.
  private struct Numbering {
    private var name = Numbered<String>()
    private var unit = Numbered<String>()
    private var area = Numbered<String?>()
    private var scope = Numbered<String?>()
    private var basis = Numbered<Basis?>()
    private var levelUnit = Numbered<String?>()

    mutating func coordinates(of figure: MadeFigure, levelUnit unitOfLevel: String?) -> Coordinates {
      Coordinates(
        name: name.number(of: figure.name), unit: unit.number(of: figure.unit), area: area.number(of: figure.area),
        scope: scope.number(of: figure.scope), period: figure.period, basis: basis.number(of: figure.basis),
        levelUnit: levelUnit.number(of: unitOfLevel), kind: figure.kind,
        isOfGrowth: figure.isOfGrowth, isAtConstantPrices: figure.isAtConstantPrices)
    }
  }

  /// The places in ``made`` of figures of the same coordinates and different values, group by group.
  private func alike() -> [[Int]] {
    var numbering = Numbering()
    var first: [Coordinates: Int] = [:]
    first.reserveCapacity(made.count)
    var groups: [Int: [Int]] = [:]
    let figures = made.span
    for place in made.indices {
      let coordinates = numbering.coordinates(of: figures[place], levelUnit: levelUnit(of: figures[place]))
      let known = first.updateValue(place, forKey: coordinates)
      guard let known else { continue }
      first[coordinates] = known
      groups[known, default: [known]].append(place)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value).filter { group in group.contains { made[$0].value != made[group[0]].value } }
  }

  /// The unit of the level that a change in per cent is of.
  private func levelUnit(of figure: MadeFigure) -> String? {
    guard figure.kind == .change, let of = figure.of, let first = made.first?.id, made.indices.contains(of - first) else { return nil }
    return made[of - first].unit
  }

  /// What may tell figures apart beside what was understood of their heads, in the order in which it is tried.
  private enum Teller: CaseIterable {
    /// The lines over their rows; the rows that they are parts of.
    case lines, owners
    /// Further words of the heads of their columns, of their rows.
    case columns, rows
    /// The row that their block of rows begins with.
    case blocks
  }

  /// Tells figures apart by what their heads say beside what was understood of them; those that stay alike are the ones to leave out.
  ///
  /// A name that grows long so is none of another thing; a time or a comparison that was not understood tells nothing apart.
  mutating func tellApart() -> Set<Int> {
    var groups = alike()
    for teller in Teller.allCases {
      if groups.isEmpty { return [] }
      var isChanged = false
      let owners = teller == .blocks ? blockOwners() : [:]
      for group in groups {
        let words: [String] =
          switch teller {
          case .lines: group.map { rows[made[$0].row].section }
          case .owners: group.map { ownersNames(of: made[$0].row) }
          case .columns: self.words(aside: group.map { columns[made[$0].position].path })
          case .rows: self.words(aside: group.map { rows[made[$0].row].labels.map { RowLabel($0, grid.words).words } })
          case .blocks: group.map { owners[made[$0].row].map { rows[$0].name } ?? "" }
          }
        guard words.count == group.count, Set(words).count > 1 else { continue }
        isChanged = true
        for (place, word) in zip(group, words) where !word.isEmpty {
          switch teller {
          case .lines: made[place].name = joinedNames(word, made[place].name)
          case .owners, .blocks: made[place].name = joinedNames(word, made[place].name, ofPart: true)
          case .columns, .rows: made[place].name = joinedNames(made[place].name, word)
          }
        }
      }
      if isChanged { groups = alike() }
    }
    return Set(groups.joined())
  }

  /// The names of the rows that a row is part of, the outermost first.
  private func ownersNames(of row: Int) -> String {
    var names: [String] = []
    var above = rows[row].parent
    while let index = above, names.count < 6 {
      if !rows[index].isTotal { names.insert(rows[index].name, at: 0) }
      above = rows[index].parent
    }
    return names.reduce("") { joinedNames($0, $1, ofPart: true) }
  }

  /// For each of several figures the heads that not all of them have; nothing where one of these is a time or a comparison.
  private func words(aside heads: [[String]]) -> [String] {
    let common = heads.dropFirst().reduce(Set(heads.first ?? [])) { $0.intersection($1) }
    var words: [String] = []
    for own in heads.map({ $0.filter { !common.contains($0) } }) {
      let readings = own.map { grid.reading($0) }
      guard readings.allSatisfy({ $0.time == nil && $0.against == nil }) else { return [] }
      var rests: [String] = []
      for (text, reading) in zip(own, readings) {
        var scan = HeadScan(Array(text.unicodeScalars).withoutTranslation, grid.words, grid.times)
        _ = scan.takeUnit()
        // Unadjusted percent change: what is left of it.
        if reading.kind == .change { _ = scan.takeChange() }
        let rest = scan.rest()
        // 比计划增长: from what it is counted no one knows.
        let isCompared = grid.words.phrases(.comparing).contains { HeadReading.key(rest).hasPrefix($0.key) }
        if reading.kind != nil, reading.kind != .change || isCompared { return [] }
        rests.append(rest)
      }
      words.append(rests.reduce("") { joinedNames($0, $1) })
    }
    return words
  }

  /// 进口 over 甲, 乙 and 出口 over 甲, 乙, all flush left: for each row of a recurring name the last above whose name stands once, where all
  /// rows are blocks that begin so. Below 甲, 乙, 进口小计 it would be that of another block.
  private func blockOwners() -> [Int: Int] {
    let named = rows.indices.filter { !rows[$0].isSection && rows[$0].head.kind == nil && !rows[$0].head.name.isEmpty }
    let counts = Dictionary(named.map { (rows[$0].head.key, 1) }, uniquingKeysWith: +)
    func recurs(_ index: Int) -> Bool { counts[rows[index].head.key].map { $0 > 1 } ?? false }
    guard let first = named.first, let last = named.last, !recurs(first), recurs(last) else { return [:] }
    var owner = first
    var owners: [Int: Int] = [:]
    for index in named {
      if recurs(index) { owners[index] = owner } else { owner = index }
    }
    return owners
  }

  /// Says which figures are left out, naming two of them.
  func findings(leftOut: Set<Int>, document: String, range: (Int) -> Range<Int>) -> [Diagnostic] {
    guard let first = leftOut.min() else { return [] }
    var numbering = Numbering()
    let coordinates = numbering.coordinates(of: made[first], levelUnit: levelUnit(of: made[first]))
    let other = leftOut.sorted().dropFirst().first {
      numbering.coordinates(of: made[$0], levelUnit: levelUnit(of: made[$0])) == coordinates
    }
    let texts = [first, other ?? first].map { grid.table.cells[made[$0].cell].text }
    return [
      .warning(
        "table.alike",
        "nothing tells “\(texts[0])” from “\(texts[1])” in table \(grid.table.number); \(leftOut.count) such figures are not read",
        at: SourceSpan(document: document, range: range(made[first].cell)),
        hint: "give their rows and columns heads that say what, where and when each is")
    ]
  }
}
