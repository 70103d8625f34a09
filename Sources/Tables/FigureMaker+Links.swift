import Articles
import Indicators
import Lingua

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
  /// The row of the level that a row of changes follows, or the one of its name, place and time elsewhere.
  func levelRow(of row: TableRow) -> Int? {
    guard let index = indices[row.row] else { return nil }
    if !row.head.name.isEmpty, let exact = levelRows[RowCoordinates(row)] { return exact }
    var above = index - 1
    while above >= 0, !rows[above].isSection {
      if rows[above].head.kind == nil { return rows[above].area == row.area ? above : nil }
      above -= 1
    }
    return levelRows[RowCoordinates(row)]
  }

  /// What tells rows apart but for the kind of their figures.
  struct RowCoordinates: Hashable {
    var key: String
    var area: NamedPlace?
    var time: HeadTime?
    init(_ row: TableRow) { (key, area, time) = (row.head.key, row.area, row.head.time) }
  }

  mutating func link(row index: Int, _ known: LevelsByCoordinates) {
    let row = rows[index]
    for position in columns.indices {
      guard let place = places[index][position] else { continue }
      var figure = made[place]
      if figure.kind == .level {
        if let parent = row.parent, let whole = places[parent][position], made[whole].kind == .level, made[whole].unit == figure.unit,
          !columns[position].isAchievement
        {
          figure.partOf = made[whole].id
        }
      } else if columns[position].head.kind != nil {
        if var level = levelOfAmount(beside: position, in: index, figure) ?? level(in: index, for: position, figure) {
          // 增长 over 甲 and 乙 beside 绝对数 over the same: of its own name.
          if made[level].name != figure.name || made[level].area != figure.area, let exact = known.level(of: figure),
            isCounted(made[level], alike: figure) == isCounted(made[exact], alike: figure)
          {
            level = exact
          }
          figure.of = made[level].id
          // 同比变动 below 2025年, beside 当月 below the same: of the level's months.
          let column = columns[position]
          let isOfGroup = !column.hasOwnTime && columns[made[level].position].path.dropLast() == column.path.dropLast()
          if isOfGroup || column.head.time.map({ $0.period(in: context.period) == nil }) ?? true {
            figure.period = made[level].period
            figure.periodIsAssumed = made[level].periodIsAssumed
            if figure.kind == .change {
              figure.basis =
                yearEnd(before: level, for: position, in: index) ?? basis(against(row, columns[position], isOwn: true), figure.period)
            }
          }
          // Its own head names nothing but the group.
          // 新收同比 beside 新收案件数.
          let own = columns[position].head
          if own.isOfShare || own.name == columns[position].group
            || !own.key.isEmpty && columns[made[level].position].head.key.contains(own.key)
          {
            figure.name = made[level].name
          }
          if figure.unit.isEmpty, !grid.words.ends(HeadReading.key(made[level].unit), with: .rateEndings) { figure.unit = made[level].unit }
          if figure.kind == .change, figure.unit == "%", isPlainChange(own, of: made[level], figure) { figure.unit = points(own.text) }
        } else if columns[position].head.time == nil, row.head.time == nil, columns[position].timeColumn == nil,
          let period = periodOfLevel(for: position)
        {
          // 6.8 behind — below 9月: of that month, whatever the amount was.
          (figure.period, figure.periodIsAssumed) = (period, false)
          if figure.kind == .change { figure.basis = basis(against(row, columns[position], isOwn: true), period) }
        }
      } else if let above = levelRow(of: row), let level = places[above][position],
        figure.kind != made[level].kind, row.head.name.isEmpty || rows[above].name.contains(row.head.name)
      {
        figure.of = made[level].id
        figure.name = made[level].name
        // 当月与上月比较 below the months: of the last.
        if figure.period == nil, row.head.time?.isCounted ?? false {
          figure.period = made[level].period
          if figure.kind == .change { figure.basis = basis(against(row, columns[position], isOwn: true), figure.period) }
        }
        if figure.unit.isEmpty, !grid.words.ends(HeadReading.key(made[level].unit), with: .rateEndings) { figure.unit = made[level].unit }
      }
      made[place] = figure
    }
  }

  /// Change on the quarter, beside a rate in per cent: by how many points, where nothing about it says per cent.
  private func isPlainChange(_ head: HeadReading, of level: MadeFigure, _ figure: MadeFigure) -> Bool {
    level.kind == .level && level.unit == "%" && head.unit == nil && grid.contents[figure.cell].number?.unit.isEmpty ?? false
      && context.change == nil && grid.words.names(.plainChanges, in: head.text)
      && !head.text.contains("%") && !grid.words.names(.percentWords, in: head.text) && !grid.words.names(.percentHeads, in: head.text)
  }

  /// When the levels are of that a change, share or rank stands beside, where its row has none of them.
  private func periodOfLevel(for position: Int) -> Period? {
    let periods = levels[position].compactMap { columns[$0].head.time?.period(in: context.period) }
    guard periods.count == levels[position].count else { return nil }
    return periods.first { $0 == context.period } ?? periods.max()
  }

  /// 數目 and 百分率 below 按年變動: the level that the amount beside a ratio is of, whatever rate stands nearer.
  private func levelOfAmount(beside position: Int, in row: Int, _ figure: MadeFigure) -> Int? {
    let column = columns[position]
    guard figure.kind == .change, figure.unit == "%", column.path.count > 1, column.head.name.isEmpty, let firstID = made.first?.id else {
      return nil
    }
    for other in columns.indices where other < position && columns[other].head.kind == .change {
      guard columns[other].head.against == column.head.against, columns[other].head.time == column.head.time,
        columns[other].path.dropLast() == column.path.dropLast(), let place = places[row][other], made[place].unit != "%",
        let of = made[place].of, made.indices.contains(of - firstID)
      else { continue }
      return of - firstID
    }
    return nil
  }

  /// 本期末, 上年末, 增减: a change whose head does not say from when is counted from the end of the year that stands beside its level.
  private func yearEnd(before level: Int, for position: Int, in row: Int) -> Basis? {
    guard columns[position].head.against == nil, let period = made[level].period, let month = period.end.month, month < 12 else {
      return nil
    }
    let end = Period(year: period.end.year - 1, month: 12)
    return levels[position].contains { places[row][$0].map { made[$0].period == end } ?? false } ? .period(end) : nil
  }

  /// The figure of the level in a row that a change, share or rank qualifies: that of its own period, else of the title's, else the latest.
  private func level(in row: Int, for position: Int, _ figure: MadeFigure) -> Int? {
    let found = levels(in: row, for: position, figure)
    guard let nearest = found.first else { return nil }
    // Change on January to July 2023 behind July 2024 and January to July 2024: of the same months a year later.
    let column = columns[position]
    if column.head.time == nil, let against = column.head.against, case .time = against,
      let same = found.first(where: { basis(against, made[$0].period) == .yearOnYear })
    {
      return same
    }
    if let time = columns[position].head.time, let own = time.period(in: context.period) {
      let wanted = own.start.year != own.end.year && columns[position].head.kind == .change ? Period(own.end, own.end) : own
      if let same = found.first(where: { made[$0].period == wanted }) { return same }
      // 本年度与上年度比较 behind 本年度预算数, 上年度预算数 and 前年度决算数: the only level of its time, whatever it is called.
      if columns[position].head.name.isEmpty, columns[position].hasOwnTime {
        let ofTime = columns.indices.filter { columns[$0].head.kind == nil && columns[$0].area == columns[position].area }
          .compactMap { places[row][$0] }.filter { made[$0].period == wanted && isCounted(made[$0], alike: figure) }
        if ofTime.count == 1 { return ofTime[0] }
      }
      // Variation over 2023-24 beside amounts as on the last days of March.
      let ofYear = found.filter { made[$0].period?.end.year == wanted.end.year && wanted.end.month == nil }
      if ofYear.count == 1, levels[position].count > 1 { return ofYear[0] }
      // 比重 of 2010 is none of the 人口数 of 2020.
      if let period = made[nearest].period, !period.isOpen, period.end.year < own.start.year || own.end.year < period.start.year {
        return nil
      }
      // January to September is none of September.
      if columns[position].hasOwnTime, Self.isRunningTotal(own), let period = made[nearest].period, !period.isOpen,
        period.start.month != nil, !Self.isRunningTotal(period), period.end == own.end
      {
        return nil
      }
      // July/June is none of August.
      if let period = made[nearest].period, let end = period.end.month, let month = own.end.month, month != end,
        columns[made[nearest].position].head.time?.months != nil
      {
        return nil
      }
      return found.count == 1 || !columns[position].hasOwnTime || levels[position].allSatisfy({ columns[$0].head.time == nil })
        ? nearest : nil
    }
    // 累計年增率 behind 1-10月 and 10月: of the running total.
    if let time = columns[position].head.time, time.isCumulative,
      let total = found.first(where: { made[$0].period.map(Self.isRunningTotal) ?? false })
    {
      return total
    }
    // 当月, 累计, 同比 in a table of the month: of the running total that stands beside it.
    if let title = context.period, let period = made[nearest].period, Self.isRunningTotal(period), period.end == title.end,
      columns[position].column == columns[made[nearest].position].column + 1
    {
      return nearest
    }
    if let title = context.period, let same = found.first(where: { made[$0].period == title }) { return same }
    let latest = found.max { (made[$0].period ?? Period(year: 1000)) < (made[$1].period ?? Period(year: 1000)) }
    // October and January to October end alike: of the nearer.
    if let latest, let end = made[latest].period?.end, made[nearest].period?.end == end { return nearest }
    return latest
  }

  /// The levels of a row that a figure may be of: for a difference in thousands those in thousands, for one in points those in per cent,
  /// where there are any.
  private func levels(in row: Int, for position: Int, _ figure: MadeFigure) -> [Int] {
    let near = levels[position].compactMap { places[row][$0] }
    guard figure.kind == .change, !figure.unit.isEmpty, figure.unit != "%", !near.isEmpty else { return near }
    let fitting = near.filter { isCounted(made[$0], alike: figure) }
    guard fitting.isEmpty, !near.contains(where: { made[$0].unit.isEmpty }) else { return fitting.isEmpty ? near : fitting }
    let others = columns.indices.filter { $0 < position && columns[$0].head.kind == nil && columns[$0].area == columns[position].area }
      .compactMap { places[row][$0] }.filter { isCounted(made[$0], alike: figure) }
    return others.last.map { [$0] } ?? near
  }

  /// Whether a change may be one of a level by their units: thousands of thousands, points of per cent, per cent of all.
  private func isCounted(_ level: MadeFigure, alike change: MadeFigure) -> Bool {
    if change.unit.isEmpty || change.unit == "%" || level.unit == change.unit { return true }
    return level.unit == "%" && grid.words.phrases(.percentagePoints).contains { change.unit.lowercased().hasPrefix($0.text) }
  }

  /// From January on.
  private static func isRunningTotal(_ period: Period) -> Bool {
    period.start.month == 1 && (period.end.month ?? 1) > 1 && period.start.year == period.end.year
  }

  /// Links what has no level yet, or one of another place, to that of its own name, place and time.
  ///
  /// - Parameter firstID: the id of the first figure.
  mutating func linkAstray(_ firstID: Int, _ levels: LevelsByCoordinates) {
    guard made.contains(where: { $0.kind != .level }) else { return }
    for place in made.indices where isAstray(made[place], firstID) {
      let found = levels.level(of: made[place]).flatMap { made[place].kind == .share && isOfRate(made[$0]) ? nil : $0 }
      made[place].of = found.map { made[$0].id }
      if let found, made[place].unit.isEmpty { made[place].unit = made[found].unit }
    }
  }

  /// A weight is no share of an index.
  private func isOfRate(_ level: MadeFigure) -> Bool {
    columns[level.position].isIndex || context.isOfBase || grid.words.ends(columns[level.position].head.key, with: .rateEndings)
  }

  private func isAstray(_ figure: MadeFigure, _ firstID: Int) -> Bool {
    guard figure.kind != .level else { return false }
    guard let of = figure.of else { return true }
    return made.indices.contains(of - firstID) && made[of - firstID].area != figure.area
  }
}
