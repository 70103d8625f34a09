import Articles
import Diagnostics
import Extraction
import Indicators
import Lingua

/// The figures of a table, and what is doubtful in it.
struct TableFigures {
  /// Ids count from 0 within the table: `of` and `partOf` name them so.
  var observations: [Observation] = []
  var findings: [Diagnostic] = []
  /// Whether the table was read as one of figures; the rows of others are text.
  var isRead = false
  /// The place that its titles name.
  var place: NamedPlace?
}

/// Reads a table.
///
/// - Parameters:
///   - titles: the lines above it, the nearest first.
///   - notes: what the document says of how figures are to be taken.
///   - subject: whose figures the document gives where nothing about the table says so.
func readTable(
  _ table: SourceTable, titles: [String], notes: NotesOnFigures, subject: NamedPlace?, in article: Article, _ places: PlaceNames,
  _ words: TableWords,
  lines: LineTable
) -> TableFigures {
  guard !table.isFrame else { return TableFigures() }
  let parted = table.withKeysParted()
  let table = parted?.table ?? table
  // Heads stand in the first rows and the first column.
  let heads = table.cells.lazy.filter { $0.row < 12 || $0.column == 0 }.prefix(400).map(\.text)
  let times = TimeHabits(heads + titles, isOfTheRepublic: article.areaPlace?.name == "台湾", year: article.date?.year, words)
  // Its own notes, titles and heads before those of the document.
  let texts = table.cells.lazy.map(\.text).filter { $0.utf8.count > 24 || $0.utf8.count > 12 && $0.hasSuffix("。") }
  var own = NotesOnFigures(texts, words).completed(by: NotesOnFigures(titles, words))
  if own.yearStart == nil, notes.yearStart == nil {
    own.yearStart = words.yearStart(ofMoneyIn: heads + titles)
    // FY25 of India ends in 2025.
    if own.yearStart != nil { own.yearNaming = own.yearNaming ?? 0 }
  }
  var known = own.completed(by: notes)
  // Of several tables no one knows to which a note belongs.
  if article.tables.count > 1 { known.units.ofAll = own.units.ofAll }
  guard let grid = TableGrid(table, words, times: times, notes: known) else {
    var figures = TableFigures()
    if let range = table.range, table.cells.contains(where: { !$0.text.isEmpty }) {
      let place = table.sheet.map { "the sheet “\($0)”" } ?? "table \(table.number)"
      figures.findings = [
        .warning(
          "table.size", "\(place) spans more than \(TableGrid.mostPlaces) cells and is not read",
          at: SourceSpan(document: article.id, range: range.lowerBound..<range.lowerBound, start: lines.position(of: range.lowerBound)),
          hint: "clear cells that stand far from the others, or split it")
      ]
    }
    return figures
  }
  let sections = grid.sections()
  var reading = TableReading(grid: grid, article: article, places: places.near(article.areaPlace), subject: subject, lines: lines)
  reading.shift = parted?.shift ?? 0
  var before: [String] = []
  let outer = sections.first.map { Array($0.titles.reversed()) } ?? []
  for section in sections {
    // 2-7 续表 goes on with what it continues.
    var own = section.titles.reversed().filter { !withoutLabel($0, words).isEmpty }
    // Neither a unit nor a time above it says what it is of.
    if own.allSatisfy({ !grid.reading($0).units.isEmpty || grid.reading($0).isBare }) { own += before }
    if !section.titles.isEmpty { before = own }
    reading.read(section, titles: own + (table.caption.map { [$0] } ?? []) + titles + grid.unitsBelow(section), outer: outer)
  }
  var figures = reading.figures
  if figures.isRead { figures.findings += grid.guesses(document: article.id, lines) }
  return figures
}

extension TableGrid {
  /// 单位：件 on the last line: a unit that stands below all figures.
  fileprivate func unitsBelow(_ section: TableSection) -> [String] {
    guard let last = section.bodyRows.last, case let cells = filled(last, in: section.columns), cells.count == 1, let only = cells.first,
      case let told = reading(table.cells[only].text), told.isBare, told.time == nil, told.unit != nil || !told.units.isEmpty
    else { return [] }
    return [table.cells[only].text]
  }

  /// How numbers were read where another reading was possible.
  fileprivate func guesses(document: String, _ lines: LineTable) -> [Diagnostic] {
    func note(_ rule: String, _ message: String, at cell: SourceTable.Cell) -> Diagnostic {
      .note(rule, message, at: SourceSpan(document: document, range: cell.range, start: lines.position(of: cell.range.lowerBound)))
    }
    var found: [Diagnostic] = []
    func first(_ mark: Unicode.Scalar) -> SourceTable.Cell? {
      // Few cells hold any: the first byte of the mark is looked for first.
      let lead = String(mark).utf8.first
      return zip(table.cells, contents).first { cell, content in
        cell.text.utf8.contains { $0 == lead } && content.number != nil && cell.text.unicodeScalars.contains(mark)
      }?.0
    }
    if habits.hasDecimalCommas, let cell = first(",") {
      found.append(note("table.decimal-comma", "commas part the decimals in table \(table.number): “\(cell.text)”", at: cell))
    }
    if !habits.trianglesRise, let cell = first("▲") ?? first("△") {
      found.append(
        note("table.triangle", "“\(cell.text)” is read as a negative number: table \(table.number) has no ▼ beside it", at: cell))
    }
    return found
  }
}

/// The reading of one table, section by section.
struct TableReading {
  let grid: TableGrid
  let article: Article
  let places: PlaceNames
  let subject: NamedPlace?
  let lines: LineTable
  /// How many columns keys were parted into more than there are.
  var shift = 0
  private(set) var figures = TableFigures()

  init(grid: TableGrid, article: Article, places: PlaceNames, subject: NamedPlace?, lines: LineTable) {
    self.grid = grid
    self.article = article
    self.places = places
    self.subject = subject
    self.lines = lines
  }

  mutating func read(_ section: TableSection, titles: [String], outer: [String]) {
    let columnsWithoutHead = section.headRows.isEmpty
    var context = TableContext(
      titles: titles, outer: outer, sheet: sheetName, article: article, grid.words, places: places, grid.times,
      subject: subject)
    let columns = grid.columns(of: section, places, context)
    context.takeHeads(columns, grid.words, corner: grid.cornerTime(columns))
    context.takeDate(of: article, columns, grid.words)
    if context.units.isEmpty, let unit = grid.notes.units.ofAll { context.units = [unit] }
    var rows = grid.rows(of: section, columns, places, context)
    if context.area == nil, let place = placeOfWhole(titles, rows, grid.words) {
      (context.area, context.areaCode, context.place) = (place.name, place.code, place)
    }
    var values = columns.filter { $0.use == .value }
    guard isOfFigures(rows, columns, values) else { return }
    if !columnsWithoutHead { leaveOutUntold(&values, section) }
    leaveOutUnplaced(&values, &rows, section)
    leaveOutUnnamed(&rows)
    if columnsWithoutHead, values.count > 1 || rows.allSatisfy({ $0.label.isEmpty }) {
      figures.findings.append(
        .warning(
          "table.head", "table \(grid.table.number) has no heads over its figures and is not read",
          at: span(row: section.bodyRows.first ?? 0),
          hint: "give its columns a row of heads"))
      return
    }
    figures.isRead = true
    if figures.place == nil { figures.place = context.place }
    var maker = FigureMaker(context: context, columns: values, rows: rows, grid: grid)
    let firstID = figures.observations.count
    maker.run(from: firstID)
    let leftOut = maker.tellApart()
    figures.observations.reserveCapacity(figures.observations.count + maker.made.count)
    // Each head once, and not each figure.
    let ofColumns = values.map { status(of: $0) }
    let columnHeads = values.map { $0.path.isEmpty ? nil : $0.path.joined(separator: " / ") }
    let title = context.caption ?? grid.table.sheet
    let rowPlaces = rows.map { row in [title, row.label.isEmpty ? nil : row.label].compactMap { $0 }.joined(separator: " · ") }
    let ofRows = rows.map { $0.head.kind == nil && !$0.isSection ? status(of: $0) : nil }
    var units: [String: Unit] = [:]
    var last = (written: "", unit: Unit(""))
    // Ids without gaps.
    var numbers: [Int: Int] = [:]
    if !leftOut.isEmpty {
      let kept = maker.made.indices.filter { !leftOut.contains($0) }
      for (number, place) in kept.enumerated() { numbers[maker.made[place].id] = firstID + number }
    }
    for (place, var made) in maker.made.enumerated() where !leftOut.contains(place) {
      if !leftOut.isEmpty {
        made.id = numbers[made.id] ?? made.id
        made.of = made.of.flatMap { numbers[$0] }
        made.partOf = made.partOf.flatMap { numbers[$0] }
      }
      if last.written != made.unit {
        last = (made.unit, units[made.unit] ?? Unit(made.unit))
        units[made.unit] = last.unit
      }
      let unit = last.unit
      let status = ofColumns[made.position] ?? ofRows[made.row] ?? .fact
      figures.observations.append(
        observation(made, unit, rows[made.row].label, columnHeads[made.position], inRow: rowPlaces[made.row], status: status))
    }
    figures.findings += maker.findings(document: article.id) { cell in self.grid.table.cells[cell].range }
    figures.findings += maker.findings(leftOut: leftOut, document: article.id) { cell in self.grid.table.cells[cell].range }
    figures.findings += checkTotals(maker, rows, values, context)
  }

  /// Sheets go by names such as Sheet1 where no one named them.
  private var sheetName: String? {
    guard let sheet = grid.table.sheet else { return nil }
    let key = HeadReading.key(sheet)
    let isDefault = grid.words.phrases(.sheetNames).contains { key.hasPrefix($0.key) && key.dropFirst($0.key.count).allSatisfy(\.isNumber) }
    return isDefault ? nil : sheet
  }

  /// Leaves out columns of figures without a head beside others with one, and levels below the same heads: which is which no one knows.
  private mutating func leaveOutUntold(_ columns: inout [TableColumn], _ section: TableSection) {
    func isFilled(_ column: TableColumn) -> Bool {
      section.bodyRows.contains { grid.begins($0, column.column) && grid.content($0, column.column).number != nil }
    }
    struct Told: Hashable {
      var path: [String]
      var time: HeadTime?
      var area: NamedPlace?
      init(_ column: TableColumn) { (path, time, area) = (column.path, column.head.time, column.area) }
    }
    let counts = Dictionary(columns.filter { $0.head.kind == nil && isFilled($0) }.map { (Told($0), 1) }, uniquingKeysWith: +)
    let untold = columns.filter { column in
      guard column.head.kind == nil, let count = counts[Told(column)] else { return false }
      return (column.path.isEmpty && columns.contains { !$0.path.isEmpty } || count > 1) && isFilled(column)
    }
    guard let first = untold.first else { return }
    let head = first.path.isEmpty ? "have no head" : "all have the head “\(first.path.joined(separator: " / "))”"
    figures.findings.append(
      .warning(
        "table.head",
        "the figures of \(untold.count) column\(untold.count == 1 ? "" : "s") of table \(grid.table.number) \(head) and are not read",
        at: span(row: section.headRows.last ?? section.bodyRows.first ?? 0), hint: "give each column of figures a head of its own"))
    let places = Set(untold.map(\.column))
    columns.removeAll { places.contains($0.column) }
  }

  /// Leaves out columns and rows of parts of a year of business: which months they are no one knows who does not know where it begins.
  private mutating func leaveOutUnplaced(_ columns: inout [TableColumn], _ rows: inout [TableRow], _ section: TableSection) {
    let unplaced = columns.filter { $0.head.time?.isOfUnknownStart ?? false }
    let unplacedRows = rows.indices.filter { !rows[$0].isSection && rows[$0].head.time?.isOfUnknownStart ?? false }
    func tell(_ what: String, _ head: String, at row: Int) {
      figures.findings.append(
        .warning(
          "table.year-start", "\(what) of table \(grid.table.number) hang on when its year of business begins, “\(head)”, and are not read",
          at: span(row: row), hint: "write their months, as in Apr–Jun 2018, or a note: The fiscal year begins in April."))
    }
    if let first = unplaced.first {
      tell(
        "\(unplaced.count) column\(unplaced.count == 1 ? "" : "s")", first.path.joined(separator: " / "),
        at: section.headRows.last ?? section.bodyRows.first ?? 0)
      var places = Set(unplaced.map(\.column))
      // % change right behind them is of these.
      for column in columns where column.head.kind == .change && column.head.time == nil {
        let before = columns.last { $0.column < column.column && $0.head.kind == nil }
        if let before, places.contains(before.column) { places.insert(column.column) }
      }
      columns.removeAll { places.contains($0.column) }
      // Q/Q behind them is of the same times.
      if !columns.contains(where: { $0.head.kind == nil && $0.head.time != nil }) {
        columns.removeAll { $0.head.kind != nil && $0.head.time == nil }
      }
    }
    if let first = unplacedRows.first {
      tell("\(unplacedRows.count) row\(unplacedRows.count == 1 ? "" : "s")", rows[first].label, at: rows[first].row)
      for index in unplacedRows { rows[index].isSection = true }
    }
  }

  /// Leaves out rows of figures without words beside rows that have some.
  private mutating func leaveOutUnnamed(_ rows: inout [TableRow]) {
    let unnamed = rows.indices.filter { rows[$0].label.isEmpty && !rows[$0].isSection && rows[$0].head.kind == nil }
    guard let first = unnamed.first, rows.contains(where: { !$0.label.isEmpty && !$0.isSection }) else { return }
    figures.findings.append(
      .warning(
        "table.row",
        "\(unnamed.count) row\(unnamed.count == 1 ? "" : "s") of figures of table \(grid.table.number) have no words at the head and are not read",
        at: span(row: rows[first].row), hint: "write beside each row what its figures are of"))
    for index in unnamed { rows[index].isSection = true }
  }

  /// Whether numbers under heads are most of what the table holds.
  private func isOfFigures(_ rows: [TableRow], _ columns: [TableColumn], _ values: [TableColumn]) -> Bool {
    guard !values.isEmpty, columns.count > 1 else { return false }
    var figures = 0
    var texts = 0
    for row in rows where !row.isSection {
      for column in values {
        switch grid.content(row.row, column.column) {
        case .number, .missing: figures += 1
        case .text: texts += 1
        case .empty: continue
        }
      }
    }
    return figures > 0 && figures >= texts
  }

  func span(row: Int) -> SourceSpan {
    let cell = grid.filled(row, in: 0..<grid.columnCount).first.map { grid.table.cells[$0].range } ?? 0..<0
    return SourceSpan(document: article.id, range: cell, start: lines.position(of: cell.lowerBound))
  }

  // MARK: Observations

  /// 预算数, Forecast: what a head says that is no fact yet, nil where it says nothing of it.
  private func status(of head: String) -> Observation.Status? {
    guard !head.isEmpty, head.utf8.count <= 80 else { return nil }
    let value =
      grid.words.value(.intendedHeads, HeadReading.key(head)) ?? grid.words.value(.intendedHeads, grid.reading(head).key)
      ?? grid.reading(head).intended
    return value.flatMap(Observation.Status.init(rawValue:))
  }

  /// That of a row, by the words of its own heads.
  private func status(of row: TableRow) -> Observation.Status? {
    guard !row.label.isEmpty, row.label.utf8.count <= 80 else { return nil }
    let value =
      row.labels.lazy.compactMap { grid.words.value(.intendedHeads, HeadReading.key($0)) }.first
      ?? grid.words.value(.intendedHeads, row.head.key)
    return value.flatMap(Observation.Status.init(rawValue:))
  }

  /// That of a column, by its innermost head that says one.
  private func status(of column: TableColumn) -> Observation.Status? {
    column.head.kind != nil || column.isAchievement ? nil : column.path.reversed().lazy.compactMap { self.status(of: $0) }.first
  }

  /// - Parameter rowPlace: where its row stands, in words.
  private func observation(
    _ made: MadeFigure, _ unit: Unit, _ rowLabel: String, _ columnHead: String?, inRow rowPlace: String, status: Observation.Status
  ) -> Observation {
    let cell = grid.table.cells[made.cell]
    let rowHead = rowLabel.isEmpty ? nil : rowLabel
    var sentence = rowPlace
    if let columnHead {
      if !sentence.isEmpty { sentence += " · " }
      sentence += columnHead
    }
    if !sentence.isEmpty { sentence += "：" }
    sentence += cell.text
    let source = Source(
      document: article.id, range: cell.range, position: lines.position(of: cell.range.lowerBound),
      text: article.string(cell.range), sentenceRange: cell.range, sentence: sentence)
    return Observation(
      id: String(made.id), kind: made.kind, name: made.name, value: made.value, unit: unit, area: made.area,
      areaCode: made.areaCode,
      period: made.period, periodIsAssumed: made.periodIsAssumed, isStock: made.isStock, scope: made.scope,
      status: made.kind == .level ? status : .fact, of: made.of.map(String.init),
      partOf: made.partOf.map(String.init), basis: made.basis, isAtConstantPrices: made.isAtConstantPrices, isOfGrowth: made.isOfGrowth,
      cell: TableCell(
        sheet: grid.table.sheet ?? grid.table.caption, row: cell.row + 1, column: cell.column + 1 - shift, rowHead: rowHead,
        columnHead: columnHead),
      source: source, rule: "table-cell")
  }
}
