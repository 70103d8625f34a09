import Articles
import Diagnostics
import Indicators
import Lingua

/// A figure of a table before it is an observation.
struct MadeFigure {
  var id: Int
  /// Indices of its cell and its row.
  var cell: Int
  var row: Int
  /// Its column's place among the columns of figures.
  var position: Int
  var kind: Observation.Kind
  var name: String
  var value: ExactNumber
  var unit: String
  var area: String?
  var areaCode: String?
  var period: Period?
  var periodIsAssumed = false
  var isStock = false
  var scope: String?
  var of: Int?
  var partOf: Int?
  var basis: Basis?
  var isAtConstantPrices = false
  var isOfGrowth = false
}

/// Makes figures of the cells of a section: each is what its row, its column and the table around it say.
struct FigureMaker {
  let context: TableContext
  /// Columns of figures.
  let columns: [TableColumn]
  let rows: [TableRow]
  let grid: TableGrid
  var made: [MadeFigure] = []
  /// For each row and column the index of its figure in ``made``.
  private(set) var places: [[Int?]] = []

  init(context: TableContext, columns: [TableColumn], rows: [TableRow], grid: TableGrid) {
    self.context = context
    self.columns = columns
    self.rows = rows
    self.grid = grid
    let levels = columns.indices.map { Self.candidates(of: $0, columns, grid.words) }
    self.levels = levels
    var first: [[String]: Int] = [:]
    namesakes = columns.indices.map { position in
      let head = columns[position].head
      let level = levels[position].first.map { columns[$0].head.name } ?? ""
      let words = [head.name, level, head.kind?.rawValue ?? "", columns[position].isIndex ? "=" : ""]
      if let same = first[words] { return same }
      first[words] = position
      return position
    }
    hasOneMeasure = Set(columns.filter { $0.head.kind == nil && !$0.head.name.isEmpty }.map(\.head.key)).count < 2
    levelRows =
      rows.contains { $0.head.kind != nil }
      ? Dictionary(
        rows.enumerated().filter { !$1.isSection && $1.head.kind == nil }.map { (RowCoordinates($1), $0) },
        uniquingKeysWith: { first, _ in first }) : [:]
    indices = Dictionary(rows.enumerated().map { ($1.row, $0) }, uniquingKeysWith: { first, _ in first })
    positions = Dictionary(columns.enumerated().map { ($1.column, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rows of levels by what they are of.
  private let levelRows: [RowCoordinates: Int]

  /// For each row of the grid its index among the rows, for each column its position among the columns.
  private let indices: [Int: Int]
  let positions: [Int: Int]

  /// Whether the heads of levels name one thing only.
  let hasOneMeasure: Bool

  /// For each column the first with the same words for a name: what its figures are called in a row is what those of that one are.
  private let namesakes: [Int]

  /// For each column that is no level the columns of the levels it may be of, the likeliest first.
  let levels: [[Int]]

  mutating func run(from firstID: Int) {
    places = Array(repeating: Array(repeating: nil, count: columns.count), count: rows.count)
    var names: [RowName?] = Array(repeating: nil, count: columns.count)
    for (index, row) in rows.enumerated() where !row.isSection {
      for (position, column) in columns.enumerated() {
        // A cell that spans several rows or columns states its figure once.
        guard grid.begins(row.row, column.column), let cell = grid.index(row.row, column.column), let number = grid.contents[cell].number
        else { continue }
        let position = latest(of: cell, from: position, row)
        places[index][position] = made.count
        made.append(figure(number, cell: cell, row: index, position: position, id: firstID + made.count, &names[namesakes[position]]))
        if let change = number.change, let level = made.last, level.kind == .level {
          made.append(self.change(change, of: level, row, column))
        }
      }
    }
    let levels = LevelsByCoordinates(made)
    for (index, row) in rows.enumerated() where !row.isSection { link(row: index, levels) }
    linkAstray(firstID, levels)
  }

  /// The change that stands in a bracket behind a level.
  private func change(_ value: ExactNumber, of level: MadeFigure, _ row: TableRow, _ column: TableColumn) -> MadeFigure {
    var figure = level
    figure.id = level.id + 1
    figure.kind = .change
    figure.value = value
    figure.unit = "%"
    figure.isStock = false
    figure.of = level.id
    figure.basis = basis(against(row, column, isOwn: true), level.period)
    return figure
  }

  /// A change below 2023年 and 2024年 together is that of the later.
  private func latest(of cell: Int, from position: Int, _ row: TableRow) -> Int {
    let place = grid.table.cells[cell]
    guard place.columnSpan > 1, row.head.kind == .change else { return position }
    let covered = columns.indices.filter { (place.column..<(place.column + place.columnSpan)).contains(columns[$0].column) }
    func period(_ position: Int) -> Period { columns[position].head.time?.period(in: context.period) ?? Period(year: 1000) }
    return covered.max { period($0) < period($1) } ?? position
  }

  // MARK: One figure

  /// A name that was made for a row: figures of one kind in columns of the same words share it.
  private struct RowName {
    var row: Int
    var kind: Observation.Kind
    var name: String
  }

  /// - Parameter known: the last name made for columns of these words.
  private func figure(_ number: CellNumber, cell: Int, row index: Int, position: Int, id: Int, _ known: inout RowName?) -> MadeFigure {
    let row = rows[index]
    let column = columns[position]
    let own = column.head.kind ?? row.head.kind
    let kind = number.isOrdinal ? .rank : own ?? kindOfTitle(number, row, column) ?? .level
    let (time, isOwn) = time(row, column)
    var period = time?.period(in: context.period)
    if let found = period, kind == .change, found.start.year != found.end.year, column.head.against != .average,
      row.head.against != .average
    {
      // Growth, 2022–23: the change of the later year.
      period = Period(found.end, found.end)
    }
    let name: String
    if let known, known.row == index, known.kind == kind {
      name = known.name
    } else {
      name = self.name(row, column, kind)
      known = RowName(row: index, kind: kind, name: name)
    }
    var figure = MadeFigure(
      id: id, cell: cell, row: index, position: position, kind: kind, name: name, value: number.value, unit: "",
      period: period ?? context.period)
    figure.periodIsAssumed = period == nil && context.periodIsAssumed || !isOwn && context.periodIsAssumed
    // (6.8%) in a row of shares.
    if kind == .share, number.isBracketed { figure.value = number.value.magnitude }
    figure.unit = unit(number, row, column, kind)
    figure.isStock = kind == .level && (time?.isStock ?? false)
    if let area = column.area ?? row.area, !(row.isWholeArea && column.area == nil) {
      figure.area = area.name
      figure.areaCode = area.code
    } else {
      figure.area = context.area
      figure.areaCode = context.areaCode
    }
    figure.scope = kind == .share || kind == .rank ? column.head.scope ?? row.head.scope ?? whole(of: row, kind) : nil
    if kind == .change {
      figure.basis = basis(against(row, column, isOwn: own != nil), figure.period)
      figure.isAtConstantPrices = column.head.isAtConstantPrices || row.head.isAtConstantPrices
    }
    figure.isOfGrowth = kind == .rank && (column.head.isOfGrowth || row.head.isOfGrowth)
    return figure
  }

  /// What a change is counted from: its head says it, that of its row, the head of the rows, or a line above.
  private func against(_ row: TableRow, _ column: TableColumn, isOwn: Bool) -> HeadReading.Against? {
    column.head.against ?? row.head.against ?? (isOwn ? nil : context.change?.against ?? context.measureHead?.against) ?? context.against
  }

  /// 各县区工业增加值增速 over columns of years: figures in per cent, or in points, that their own heads call nothing.
  private func kindOfTitle(_ number: CellNumber, _ row: TableRow, _ column: TableColumn) -> Observation.Kind? {
    // A line above that says of all figures what they are: Percent change from preceding month.
    if context.change != nil, !column.isIndex { return .change }
    guard let kind = context.measureHead?.kind, column.head.name.isEmpty,
      row.head.name.isEmpty || row.isCategory || row.isProduct
        || context.units.count == 1 && context.units.map(normalised) == ["%"] && kind == .change
    else { return nil }
    return unit(number, row, column, kind) == "%" ? kind : nil
  }

  private func time(_ row: TableRow, _ column: TableColumn) -> (HeadTime?, isOwn: Bool) {
    if let beside = column.timeColumn, let own = grid.reading(grid.text(row.row, beside)).time {
      return (own.completed(by: column.head.time ?? row.head.time), true)
    }
    return switch (column.head.time, row.head.time) {
    case (let own?, let other): (own.completed(by: other), true)
    case (nil, let other?): (other, true)
    case (nil, nil): (HeadTime(), false)
    }
  }

  private func unit(_ number: CellNumber, _ row: TableRow, _ column: TableColumn, _ kind: Observation.Kind) -> String {
    switch kind {
    case .rank: return "位"
    case .change, .share:
      if !number.unit.isEmpty { return number.unit }
      if column.head.kind != nil, let unit = column.head.unit { return normalised(unit) }
      if row.head.kind != nil, let unit = row.head.unit ?? row.unit { return normalised(unit) }
      if kind == .share { return "%" }
      if column.head.kind == nil, row.head.kind == nil, let change = context.change {
        if let unit = change.unit ?? context.units.first { return normalised(unit) }
        return grid.words.names(.percentHeads, in: change.text) ? "%" : levelUnit(row, column)
      }
      // 增减 without unit in a column of figures in per cent, or in the level's own unit.
      let heads = column.path.joined() + row.head.text
      if grid.words.contains(.changeAmounts, in: HeadReading.key(heads)) { return levelUnit(row, column) }
      if heads.contains("%") || grid.words.names(.percentHeads, in: heads) { return "%" }
      return levelUnit(row, column)
    case .level, .streak:
      guard !number.unit.isEmpty else { return levelUnit(row, column) }
      // $ 412.5 in a table in millions.
      let unit = levelUnit(row, column)
      return number.hasOnlyCurrency ? grid.words.scale(in: unit).map { number.unit + " " + $0 } ?? number.unit : number.unit
    }
  }

  private func levelUnit(_ row: TableRow, _ column: TableColumn) -> String {
    if column.isIndex {
      if let unit = column.head.unit { return normalised(unit) }
      // None of several units is that of an index.
      if context.units.count > 1 { return row.head.unit.map(normalised) ?? "" }
    }
    // 计量单位 beside the goods is that of 数量; 金额 has the unit above the table.
    if let money = context.moneyUnit, column.head.kind != nil || column.head.unit == nil, row.head.unit == nil,
      grid.words.contains(.moneyNames, in: column.head.key)
    {
      return normalised(money)
    }
    if let unit = row.head.unit ?? (column.head.kind == nil ? column.head.unit : nil) ?? column.levelUnit ?? row.unit ?? row.levelUnit {
      return normalised(unit)
    }
    var above = row.parent
    // A part without unit is counted in that of its whole.
    while let index = above {
      if let unit = rows[index].head.unit { return normalised(unit) }
      above = rows[index].parent
    }
    // Metric (₹ crore) at the head of the names.
    if let unit = context.namesUnit { return normalised(unit) }
    if context.units.count <= 1 { return context.units.first.map(normalised) ?? "" }
    let name = row.name.isEmpty ? column.head.name : row.name
    return fitting(context.units, name).map(normalised) ?? ""
  }

  private func normalised(_ unit: String) -> String {
    // Dollars in Millions
    if let place = unit.ranges(of: " in ").last, grid.words.isScale(String(unit[place.upperBound...])) {
      return unit[place.upperBound...].lowercased() + " of " + unit[..<place.lowerBound]
    }
    return unit == "％" || grid.words.holds(.percentUnits, HeadReading.key(unit))
      ? "%" : grid.words.holds(.emptyUnits, unit.lowercased()) ? "" : unit
  }

  /// 单位：万元、件 for 质押专利件数: the unit whose measure the name speaks of.
  private func fitting(_ units: [String], _ name: String) -> String? {
    let key = HeadReading.key(name)
    for unit in units {
      let measure = Unit(unit).measure
      if !measure.isEmpty, measure != "元", key.contains(HeadReading.key(measure)) { return unit }
    }
    if grid.words.ends(key, with: .rateEndings), units.contains("%") { return "%" }
    if grid.words.contains(.moneyNames, in: key) { return units.first { Unit($0).measure.contains("元") } }
    return units.first { !Unit($0).measure.contains("元") && $0 != "%" }
  }

  private func basis(_ against: HeadReading.Against?, _ period: Period?) -> Basis? {
    switch against {
    case .yearBefore?, nil: .yearOnYear
    case .monthBefore?: .monthOnMonth
    case .quarterBefore?: .quarterOnQuarter
    case .periodBefore?:
      if let start = period?.start.month, let end = period?.end.month, end - start == 2 { .quarterOnQuarter } else { .monthOnMonth }
    case .yearStart?: period.map { .period(Period(year: $0.start.year - 1, month: 12)) } ?? .since
    case .average?: .averageAnnual
    case .time(let year, let months)?: Self.basis(year, months, period)
    }
  }

  /// 比2023年9月 of September 2024 is year on year.
  private static func basis(_ year: Int, _ months: ClosedRange<Int>?, _ period: Period?) -> Basis {
    guard let months else { return .period(Period(year: year)) }
    if let period, period.start.year == year + 1, period.end.year == year + 1, period.start.month == months.lowerBound,
      period.end.month == months.upperBound
    {
      return .yearOnYear
    }
    return .period(Period(.init(year: year, month: months.lowerBound), .init(year: year, month: months.upperBound)))
  }

  /// The whole of a share in a column 构成: the row over all.
  private func whole(of row: TableRow, _ kind: Observation.Kind) -> String? {
    guard kind == .share else { return nil }
    var top = row
    while let parent = top.parent { top = rows[parent] }
    return top.name.isEmpty ? nil : top.name
  }

  // MARK: Links

  /// The row of the level that a row of changes follows, or the one of its name, place and time elsewhere.
  func levelRow(of row: TableRow) -> Int? {
    guard let index = indices[row.row] else { return nil }
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

  private mutating func link(row index: Int, _ known: LevelsByCoordinates) {
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
        if var level = level(in: index, for: position, figure) {
          // 增长 over 甲 and 乙 beside 绝对数 over the same: of its own name.
          if made[level].name != figure.name || made[level].area != figure.area, let exact = known.level(of: figure) { level = exact }
          figure.of = made[level].id
          if columns[position].head.time.map({ $0.period(in: context.period) == nil }) ?? true {
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
          if figure.unit.isEmpty { figure.unit = made[level].unit }
        }
      } else if let above = levelRow(of: row), let level = places[above][position],
        figure.kind != .change || made[level].kind != .change, row.head.name.isEmpty || rows[above].name.contains(row.head.name)
      {
        figure.of = made[level].id
        figure.name = made[level].name
        if figure.unit.isEmpty { figure.unit = made[level].unit }
      }
      made[place] = figure
    }
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
    let found = levels[position].compactMap { places[row][$0] }
    guard let nearest = found.first else { return nil }
    if let time = columns[position].head.time, let own = time.period(in: context.period) {
      let wanted = own.start.year != own.end.year && columns[position].head.kind == .change ? Period(own.end, own.end) : own
      if let same = found.first(where: { made[$0].period == wanted }) { return same }
      // 比重 of 2010 is none of the 人口数 of 2020.
      if let period = made[nearest].period, !period.isOpen, period.end.year < own.start.year || own.end.year < period.start.year {
        return nil
      }
      return found.count == 1 || levels[position].allSatisfy({ columns[$0].head.time == nil }) ? nearest : nil
    }
    // 累計年增率 behind 1-10月 and 10月: of the running total.
    if let time = columns[position].head.time, time.isCumulative,
      let total = found.first(where: { made[$0].period.map(Self.isRunningTotal) ?? false })
    {
      return total
    }
    if let title = context.period, let same = found.first(where: { made[$0].period == title }) { return same }
    return found.max { (made[$0].period ?? Period(year: 1000)) < (made[$1].period ?? Period(year: 1000)) }
  }

  /// From January on.
  private static func isRunningTotal(_ period: Period) -> Bool {
    period.start.month == 1 && (period.end.month ?? 1) > 1 && period.start.year == period.end.year
  }

  // MARK: Findings

  /// What was left open.
  func findings(document: String, range: (Int) -> Range<Int>) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let first = made.first(where: { $0.name.isEmpty }) {
      findings.append(
        .warning(
          "table.name", "nothing says what the figures of table \(grid.table.number) measure",
          at: SourceSpan(document: document, range: range(first.cell)), hint: "give the table a title or its rows and columns heads"))
    }
    if let first = made.first(where: { $0.kind == .level && $0.unit.isEmpty }), context.units.count > 1 {
      findings.append(
        .warning(
          "table.unit", "which of the units “\(context.units.joined(separator: "、"))” the figure has is not said",
          at: SourceSpan(document: document, range: range(first.cell)), hint: "put the unit in the head of the row or the column"))
    }
    return findings
  }
}
