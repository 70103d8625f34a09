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
  /// Units as they are written in figures.
  let units = Memo<String, String>()
  /// For each row and column the index of its figure in ``made``.
  var places: [[Int?]] = []

  init(context: TableContext, columns: [TableColumn], rows: [TableRow], grid: TableGrid) {
    self.context = context
    self.columns = columns
    self.rows = rows
    self.grid = grid
    // A weight is no share of an index.
    let levels = columns.indices.map { position in
      columns[position].head.kind == .share && context.isOfBase ? [] : Self.candidates(of: position, columns, grid.words)
    }
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
    hasUnitsOfQuantities = Self.hasUnitsOfQuantities(columns, rows)
    unitsBySize = Self.unitsBySize(context.units, columns, rows, grid.words)
    moneySign = context.units.count == 1 && grid.words.isScale(context.units[0].lowercased()) ? Self.moneySign(of: grid) : nil
    // 规模以上工业增加值增速（%） over columns of industries, none of which says of itself what it is.
    isGrowthOfAll =
      context.measureHead?.kind == .change && context.measureHead?.name.isEmpty == false
      && (context.units == ["%"] || context.units.isEmpty && context.measureHead?.unit == "%")
      && columns.allSatisfy { $0.head.kind == nil && $0.head.unit == nil && !$0.isIndex && !$0.isAchievement }
      && rows.allSatisfy { $0.isSection || $0.head.kind == nil && $0.head.unit == nil && $0.unit == nil && !$0.isIndex }
    // 年龄构成（%） over columns of men and women.
    isShareOfAll =
      context.measureHead?.kind == .share && (context.units == ["%"] || context.units.isEmpty && context.isOfHundred)
      && columns.allSatisfy { $0.head.kind == nil && $0.head.unit == nil && !$0.isIndex && !$0.isAchievement }
      && rows.allSatisfy { $0.isSection || $0.head.kind == nil && $0.head.unit == nil && $0.unit == nil && !$0.isIndex }
    partsOfHundred = context.measureHead?.kind == .share && context.units.isEmpty ? Self.partsOfHundred(columns, rows, grid) : []
    unitsOfShares = Self.unitsOfShares(columns, rows, grid)
    // Food below Consumer Price Index: no index has a name of its own.
    let areIndices =
      columns.contains { $0.head.kind == nil }
      && columns.allSatisfy { $0.head.kind != nil || $0.isIndex || context.isOfBase && $0.head.unit == nil }
      && rows.allSatisfy { $0.isSection || $0.head.unit == nil && $0.unit == nil }
    namesIndices = areIndices && (context.measure.map { grid.words.names(.indexNouns, in: $0) } ?? false)
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
  let levelRows: [RowCoordinates: Int]

  /// For each row of the grid its index among the rows, for each column its position among the columns.
  let indices: [Int: Int]
  let positions: [Int: Int]

  /// Whether the units of rows are those of quantities and not of what they are worth.
  let hasUnitsOfQuantities: Bool

  /// 千克 and 万吨 above a table of 人均产量 and 总产量.
  let unitsBySize: (small: String, large: String)?

  /// $ of a table in millions of which some amounts, and no others, bear the sign.
  let moneySign: String?

  private static func moneySign(of grid: TableGrid) -> String? {
    let signs = grid.contents.compactMap { $0.number.flatMap { $0.hasOnlyCurrency ? $0.unit : nil } }
    return signs.count > 1 && Set(signs).count == 1 ? signs[0] : nil
  }

  /// Whether the title says that all figures are growth, and no head anything else.
  let isGrowthOfAll: Bool

  /// Whether the title says that all figures are shares, and no head anything else.
  let isShareOfAll: Bool

  /// Weight over 1000, 180 and 140: the units of columns of shares that say none and are in no per cent, parts of a thousand where one is
  /// the whole of it.
  let unitsOfShares: [Int: String]

  private static func unitsOfShares(_ columns: [TableColumn], _ rows: [TableRow], _ grid: TableGrid) -> [Int: String] {
    var units: [Int: String] = [:]
    for column in columns where column.head.kind == .share && column.head.unit == nil && !column.path.contains(where: { $0.contains("%") })
    {
      let numbers = rows.lazy.filter { !$0.isSection }.compactMap { grid.content($0.row, column.column).number }
      guard numbers.allSatisfy(\.unit.isEmpty), let most = numbers.map(\.value.doubleValue).max(), most > 100.5 else { continue }
      units[column.column] = abs(most - 1000) < 0.5 ? "‰" : ""
    }
    return units
  }

  /// Columns without unit that add up to a hundred in each row, below a title of shares.
  let partsOfHundred: Set<Int>

  private static func partsOfHundred(_ columns: [TableColumn], _ rows: [TableRow], _ grid: TableGrid) -> Set<Int> {
    let parts = columns.filter { $0.head.kind == nil && $0.head.unit == nil && !$0.isIndex && !$0.isAchievement }
    let sums = rows.filter { !$0.isSection }.map { row in
      parts.compactMap { grid.content(row.row, $0.column).number?.value.doubleValue }.reduce(0, +)
    }
    guard parts.count > 1, sums.count > 1, sums.allSatisfy({ abs($0 - 100) <= 0.06 * Double(parts.count) }) else { return [] }
    return Set(parts.map(\.column))
  }

  /// Whether all levels are indices, and the title says of what kind.
  let namesIndices: Bool

  /// Whether the heads of levels name one thing only.
  let hasOneMeasure: Bool

  /// For each column the first with the same words for a name: what its figures are called in a row is what those of that one are.
  private let namesakes: [Int]

  /// For each column that is no level the columns of the levels it may be of, the likeliest first.
  let levels: [[Int]]

  mutating func run(from firstID: Int) {
    places = Array(repeating: Array(repeating: nil, count: columns.count), count: rows.count)
    made.reserveCapacity(min(rows.count * columns.count, grid.contents.count))
    var names: [RowName?] = Array(repeating: nil, count: columns.count)
    for (index, row) in rows.enumerated() where !row.isSection {
      for (position, column) in columns.enumerated() {
        // A cell that spans several rows or columns states its figure once; a rank is that of all who share it.
        guard let cell = grid.index(row.row, column.column), let number = grid.contents[cell].number,
          grid.begins(row.row, column.column) || column.head.kind == .rank && grid.table.cells[cell].columnSpan == 1
        else { continue }
        let position = latest(of: cell, from: position, row)
        places[index][position] = made.count
        made.append(figure(number, cell: cell, row: index, position: position, id: firstID + made.count, &names[namesakes[position]]))
        if let change = number.change ?? (grid.notes.changeInBrackets == nil ? nil : number.inBracket), let level = made.last,
          level.kind == .level
        {
          made.append(self.change(change, of: level, row, column))
        }
      }
    }
    let levels = LevelsByCoordinates(made)
    for (index, row) in rows.enumerated() where !row.isSection { link(row: index, levels) }
    linkAstray(firstID, levels)
    settleDifferences(firstID)
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
    figure.basis = basis(against(row, column, isOwn: true) ?? grid.notes.changeInBrackets?.against, level.period)
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
    var isMean = false
    // Growth, 2010–23: counted from the first of them.
    var spanStart: Period?
    if let found = period, kind == .change, found.start.year != found.end.year, column.head.against != .average,
      row.head.against != .average
    {
      // Growth, 2022–23: the change of the later year. Annual growth, 2010–23: the mean of all.
      isMean =
        found.start.month == nil && found.end.year - found.start.year > 1 && column.head.time?.endYear != nil
        && (column.head.against ?? row.head.against) == .yearBefore
      let isOfSpan = !isMean && found.end.year - found.start.year > 1 && column.head.against == nil && row.head.against == nil
      if !isMean { period = Period(found.end, found.end) }
      if isOfSpan { spanStart = Period(found.start, found.start) }
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
    let told = kind == .change && number.isBracketed && !row.isInBrackets && column.head.kind == nil ? grid.notes.changeInBrackets : nil
    if kind == .share || (row.isInBrackets || told != nil) && !hasSign(cell), number.isBracketed { figure.value = number.value.magnitude }
    let mark = kind == .change ? grid.table.cells[cell].text.unicodeScalars.last : nil
    if let mark, mark == grid.notes.absoluteMark {
      figure.unit = levelUnit(row, column)
    } else if let mark, mark == grid.notes.pointsMark {
      figure.unit = points(row.label + column.path.joined())
    } else if kind == .change, number.unit.isEmpty, let unit = unitOfNotedChange(row, column) {
      figure.unit = unit
    } else if let unit = told?.unit {
      // （ ）內數字係增減百分點.
      figure.unit = unit
    } else {
      figure.unit = unit(number, row, column, kind)
    }
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
      figure.basis =
        isMean ? .averageAnnual : spanStart.map { .period($0) } ?? basis(against(row, column, isOwn: own != nil), figure.period)
      figure.isAtConstantPrices = column.head.isAtConstantPrices || row.head.isAtConstantPrices
    }
    figure.isOfGrowth = kind == .rank && (column.head.isOfGrowth || row.head.isOfGrowth)
    return figure
  }

  /// Whether (-6.2) and (+0.3) say themselves that they are negative or not.
  private func hasSign(_ cell: Int) -> Bool {
    grid.table.cells[cell].text.unicodeScalars.dropFirst().first { !$0.isBlank }.map { !$0.halfWidth.isDigit } ?? false
  }

  /// What a change is counted from: its head says it, that of its row, the head of the rows, or a line above.
  func against(_ row: TableRow, _ column: TableColumn, isOwn: Bool) -> HeadReading.Against? {
    column.head.against ?? row.head.against ?? (isOwn ? nil : context.change?.against ?? context.measureHead?.against) ?? context.against
  }

  /// 各县区工业增加值增速 over columns of years: figures in per cent, or in points, that their own heads call nothing.
  private func kindOfTitle(_ number: CellNumber, _ row: TableRow, _ column: TableColumn) -> Observation.Kind? {
    // A line above that says of all figures what they are: Percent change from preceding month.
    if context.change != nil, !column.isIndex, !column.isDifference { return .change }
    if isGrowthOfAll { return .change }
    if isShareOfAll || !partsOfHundred.isEmpty && partsOfHundred.contains(column.column) { return .share }
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
    case (let own?, let other):
      // 净利润（本年累计） over quarters: from January on.
      if let other, other.isCumulative, other.months == nil, other.yearStart == nil, !other.isOfUnknownStart,
        let end = own.months?.upperBound,
        end <= 12, own.endYear == nil
      {
        (own.fromJanuary(to: end), true)
      } else {
        (own.completed(by: other), true)
      }
    case (nil, let other?): (other, true)
    case (nil, nil): (HeadTime(), false)
    }
  }

  func basis(_ against: HeadReading.Against?, _ period: Period?) -> Basis? {
    switch against {
    // Change, in a table of weeks: since when no one says.
    case nil where context.isOfPartOfMonth: nil
    case .yearBefore?, nil: .yearOnYear
    case .monthBefore?: .monthOnMonth
    case .quarterBefore?: .quarterOnQuarter
    case .other?: nil
    case .monthsBack(let months)?: period.flatMap { Self.basis(monthsBack: months, $0) }
    // 上期 of a table of the last ten days of a month.
    case .periodBefore? where context.isOfPartOfMonth: nil
    case .periodBefore? where period.map { $0.start.month == nil && !$0.isOpen } ?? false: .yearOnYear
    case .periodBefore?:
      if let start = period?.start.month, let end = period?.end.month, end - start == 2 { .quarterOnQuarter } else { .monthOnMonth }
    case .yearStart?: period.map { .period(Period(year: $0.start.year - 1, month: 12)) } ?? .since
    case .average?: .averageAnnual
    case .time(let year, let months)?: Self.basis(year, months, period)
    }
  }

  /// Three months before September is June; before a quarter it is the quarter before.
  private static func basis(monthsBack months: Int, _ period: Period) -> Basis? {
    guard !period.isOpen, let start = period.start.month, let end = period.end.month else {
      // Five years before 2024.
      let isOfYears = months % 12 == 0 && period.start.month == nil && period.start.year == period.end.year
      return isOfYears ? .period(Period(year: period.start.year - months / 12)) : nil
    }
    func moved(_ year: Int, _ month: Int) -> Period.Mark {
      let count = year * 12 + month - 1 - months
      return .init(year: count / 12, month: count % 12 + 1)
    }
    if months == 3, end - start == 2, period.start.year == period.end.year { return .quarterOnQuarter }
    return .period(Period(moved(period.start.year, start), moved(period.end.year, end)))
  }

  /// 比2023年9月 of September 2024 is year on year.
  private static func basis(_ year: Int, _ months: ClosedRange<Int>?, _ period: Period?) -> Basis {
    guard let months else {
      // 2024年比2023年, and months of it.
      if let period, period.start.year == period.end.year, !period.isOpen, period.start.year == year + 1 { return .yearOnYear }
      return .period(Period(year: year))
    }
    if let period, period.start.year == year + 1, period.end.year == year + 1, period.start.month == months.lowerBound,
      period.end.month == months.upperBound
    {
      return .yearOnYear
    }
    // October 2024 on September 2024; a quarter on the one before.
    if let period, let first = period.start.month, let last = period.end.month, last - first == months.count - 1,
      (period.start.year - year) * 12 + first - months.lowerBound == months.count
    {
      if months.count == 1 { return .monthOnMonth }
      if months.count == 3 { return .quarterOnQuarter }
    }
    let end = months.upperBound - 1
    return .period(Period(.init(year: year, month: months.lowerBound), .init(year: year + end / 12, month: end % 12 + 1)))
  }

  /// The whole of a share in a column 构成: the row over all.
  private func whole(of row: TableRow, _ kind: Observation.Kind) -> String? {
    guard kind == .share else { return nil }
    // A row that is part of no other is no share of itself.
    guard row.parent != nil else { return nil }
    var top = row
    while let parent = top.parent { top = rows[parent] }
    return top.name.isEmpty ? nil : top.name
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
