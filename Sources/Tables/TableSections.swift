import Articles
import Indicators
import Lingua

/// A part of a grid that has heads of its own: the table, one of several on a sheet, a continued table, one of two bands side by side.
struct TableSection {
  var columns: Range<Int>
  /// Whether it is one of several lists side by side, its own names in its first column.
  var isList = false
  /// Cells of rows above the heads that stand alone: titles, units, dates.
  var titles: [String] = []
  /// The place among the titles of the one that says what is measured, where a line says so of itself.
  var measure: Int?
  var headRows: [Int] = []
  /// Rows of figures and the lines between them.
  var bodyRows: [Int] = []
  /// Lines below the figures that explain them.
  var notes: [String] = []
}

extension TableSection {
  /// Dataset, then Age class: what is measured, and a part of it; each of them alone is a title.
  mutating func take(_ statement: TableGrid.Statement) {
    switch statement {
    case .nothing: return
    case .title(let text): titles.append(text)
    case .measure(let text):
      measure = titles.count
      titles.append(text)
    case .part(let text):
      if let measure, titles.indices.contains(measure) { titles[measure] += ", " + text } else { titles.append(text) }
    }
  }
}

extension TableGrid {
  /// The sections, those of one block of columns in the order of their rows.
  func sections() -> [TableSection] {
    let blocks = columnBlocks().map { sections(in: $0) }
    guard blocks.count > 1 else { return blocks.first ?? [] }
    var all: [TableSection] = []
    for (index, block) in blocks.enumerated() {
      let others = blocks.enumerated().filter { $0.offset != index }.compactMap(\.element.first)
      for (number, var section) in block.enumerated() {
        if number == 0 {
          // One title over all, or the unit at the right end of bands with the same heads.
          let titles = section.titles.isEmpty ? others : others.filter { sameHeads($0, section) }
          section.titles = titles.flatMap(\.titles).filter { !section.titles.contains($0) } + section.titles
        }
        all.append(section)
      }
    }
    return all
  }

  private func sameHeads(_ a: TableSection, _ b: TableSection) -> Bool {
    func heads(_ section: TableSection) -> [String] {
      section.headRows.flatMap { row in section.columns.map { HeadReading.key(text(row, $0)) } }
    }
    return heads(a) == heads(b)
  }

  /// Blocks of columns that an empty column parts, each a table of its own: heads of rows, then figures.
  private func columnBlocks() -> [Range<Int>] {
    var isUsed = [Bool](repeating: false, count: columnCount)
    for cell in table.cells where !cell.text.isEmpty && cell.column < columnCount { isUsed[cell.column] = true }
    var runs: [Range<Int>] = []
    for column in 0..<columnCount where isUsed[column] {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<(column + 1)
      } else {
        runs.append(column..<(column + 1))
      }
    }
    guard runs.count > 1, runs.count <= 20 else { return [0..<columnCount] }
    let forms = runs.map { isTable($0) }
    guard forms.allSatisfy({ $0 }) else { return [0..<columnCount] }
    return runs
  }

  /// Whether the first of some columns holds texts and the others figures.
  private func isTable(_ columns: Range<Int>) -> Bool {
    guard columns.count > 1, var first = columns.first else { return false }
    // Behind ranks or numbers stand the names.
    let numbered = (0..<rowCount).filter { begins($0, first) && content($0, first).number != nil }
    if columns.count > 2, counts(first, numbered[...]) { first += 1 }
    var stubs = 0
    var own = 0
    var figures = 0
    for row in 0..<rowCount {
      switch content(row, first) {
      case .text where begins(row, first): stubs += 1
      case .number(let number) where !number.isYearLike: own += 1
      default: break
      }
      figures += columns.dropFirst().contains { begins(row, $0) && content(row, $0).number != nil } ? 1 : 0
    }
    return figures > 1 && stubs + (own == 0 ? figures : 0) > own && own * 3 <= stubs
  }

  private func sections(in columns: Range<Int>) -> [TableSection] {
    var sections: [TableSection] = []
    var current = TableSection(columns: columns)
    var hasData = false
    // Columns of the first row of figures in which numbers stand that are no years.
    var valueColumns: Set<Int> = []
    var hasTimes = false
    var row = 0
    func close() {
      if hasData { sections.append(current) }
      current = TableSection(columns: columns)
      hasData = false
      hasTimes = false
    }
    while row < rowCount {
      defer { row += 1 }
      if !hasData, current.headRows.isEmpty, let statement = statement(row, in: columns) {
        current.take(statement)
        continue
      }
      let isFacts = !hasData && isLineOfFacts(row, in: columns)
      let repeatsHead = isFacts || hasData && (current.headRows.first.map { sameTexts($0, row, columns) } ?? false)
      let isBesideHead = !hasData && isStubCovered(row, columns, by: current.headRows)
      switch repeatsHead
        ? .head : form(row, in: columns, afterHead: !current.headRows.isEmpty, hasTimes: hasTimes && !isBesideHead)
      {
      case .blank, .counter: continue
      case .single:
        let text = filled(row, in: columns).first.map { table.cells[$0].text } ?? ""
        if isNote(text) {
          // 注：单位：亿元 above the heads is a unit.
          if hasData { current.notes.append(text) } else if !reading(text).units.isEmpty { current.titles.append(text) }
          continue
        }
        if !hasData,
          isHeadOfRows(row, columns, current.headRows) || isOverSome(row, columns) || isBelowHeads(row, columns, current.headRows)
        {
          current.headRows.append(row)
        } else if hasData {
          if beginsSection(after: row, in: columns, over: valueColumns, like: current.headRows.first) {
            close()
            current.titles.append(text)
          } else {
            current.bodyRows.append(row)
          }
        } else if current.headRows.isEmpty || reading(text).units.isEmpty == false {
          current.titles.append(text)
        } else {
          current.bodyRows.append(row)
        }
      case .head:
        let cells = filled(row, in: columns)
        let texts = cells.map { table.cells[$0].text }
        if hasData {
          guard repeatsHead || covers(cells, valueColumns) else {
            // 二、社会保险, and 单位：亿元 at the right: above the heads of another part.
            if texts.contains(where: { !reading($0).units.isEmpty || reading($0).isBare && reading($0).unit != nil }), cells.count < 4,
              beginsSection(after: row, in: columns, over: valueColumns, like: nil)
            {
              close()
              current.titles += texts
            } else {
              current.bodyRows.append(row)
            }
            continue
          }
          let outer = repeatsHead ? [] : outerHeads(over: row, current)
          close()
          current.headRows = outer + [row]
        } else if !isFacts, current.headRows.isEmpty, let corner = unitInCorner(cells, of: columns) {
          // (Unit: thousand persons, %) over the names, beside heads.
          current.titles.append(corner)
          current.headRows.append(row)
        } else if !isFacts, current.headRows.isEmpty, texts.contains(where: { !reading($0).units.isEmpty }) {
          current.titles += texts
          continue
        } else if !isFacts, current.headRows.isEmpty, cells.count < 4, cells.count * 2 < columns.count, isLineOfPublication(texts) {
          // Who published it, and on which day, says nothing of the columns that stand below.
          current.notes += texts
          continue
        } else {
          // What stood alone below the first heads is a line of the heads after all.
          current.bodyRows = []
          current.headRows.append(row)
        }
        hasTimes = hasTimes || texts.contains { reading($0).time != nil }
      case .data:
        if !hasData {
          valueColumns = []
          for column in columns where begins(row, column) {
            if let number = content(row, column).number, !number.isYearLike { valueColumns.insert(column) }
          }
        }
        hasData = true
        current.bodyRows.append(row)
      }
    }
    close()
    return sections.flatMap { bands(of: $0) }
  }

  /// Unit, 000, 000, Percent over No. Obs, 526, 526, 526: a word at the left end that says what is told of each column, and of what
  /// figures are none.
  private func isLineOfFacts(_ row: Int, in columns: Range<Int>) -> Bool {
    guard columns.count > 2, let first = cell(row, columns.lowerBound), first.row == row, first.columnSpan == 1, first.rowSpan == 1,
      let role = HeadRole(HeadReading.key(first.text), words), [.unit, .serial, .note].contains(role)
    else { return false }
    return filled(row, in: columns).count == columns.count && columns.dropFirst().allSatisfy { content(row, $0) != .missing }
  }

  /// The text over the names of rows, where it and no other head of a line of several names units.
  private func unitInCorner(_ cells: [Int], of columns: Range<Int>) -> String? {
    guard cells.count > 2, let first = cells.first, table.cells[first].column == columns.lowerBound, table.cells[first].columnSpan == 1,
      !reading(table.cells[first].text).units.isEmpty, reading(table.cells[first].text).isBare,
      cells.dropFirst().allSatisfy({ reading(table.cells[$0].text).units.isEmpty })
    else { return nil }
    return table.cells[first].text
  }

  /// 某市统计局, 2025年11月20日: a day, and beside it no time.
  private func isLineOfPublication(_ texts: [String]) -> Bool {
    func isDay(_ text: String) -> Bool {
      let runs = text.split { !$0.isNumber }
      guard text.unicodeScalars.count <= 24, runs.count == 3,
        runs.contains(where: { $0.count == 4 && $0.hasPrefix("20") || $0.hasPrefix("19") && $0.count == 4 }),
        text.last.map({ "日号".contains($0) || $0.isNumber }) ?? false
      else { return false }
      return text.contains("年") || text.split { !$0.isNumber && !$0.isWhitespace }.count == 3
    }
    return texts.contains(where: isDay) && texts.allSatisfy { isDay($0) || reading($0).time == nil && reading($0).kind == nil }
  }

  /// The lines of heads that stay over a new line that stands where the innermost stood, a head below each cell of it.
  private func outerHeads(over row: Int, _ section: TableSection) -> [Int] {
    guard section.headRows.count > 1, let last = section.headRows.last else { return [] }
    func places(_ row: Int) -> [Int] {
      filled(row, in: section.columns).map { table.cells[$0] }.filter { $0.row == row && $0.column > section.columns.lowerBound }.map(
        \.column)
    }
    return places(row) == places(last) ? section.headRows.dropLast() : []
  }

  /// Whether the head over the heads of rows reaches down into a row: years in it are heads too, whatever times stand above.
  private func isStubCovered(_ row: Int, _ columns: Range<Int>, by heads: [Int]) -> Bool {
    guard let cell = cell(row, columns.lowerBound), !cell.text.isEmpty else { return false }
    return cell.row < row && heads.contains(cell.row)
  }

  /// Country below Time over months: the head of what stands below it, on a line of its own right above the figures.
  private func isHeadOfRows(_ row: Int, _ columns: Range<Int>, _ heads: [Int]) -> Bool {
    guard let last = heads.last, last == row - 1, row + 1 < rowCount, let only = filled(row, in: columns).first,
      case let cell = table.cells[only], cell.column == columns.lowerBound, cell.columnSpan == 1,
      HeadRole(HeadReading.key(cell.text), words) ?? HeadRole(heading: cell.text, words) != nil
    else { return false }
    return form(row + 1, in: columns, afterHead: true, hasTimes: true) == .data
  }

  /// Change over Value and %: a head over some of the columns of figures whose own heads stand below.
  private func isOverSome(_ row: Int, _ columns: Range<Int>) -> Bool {
    guard let only = filled(row, in: columns).first, case let cell = table.cells[only], cell.column > columns.lowerBound + 1,
      cell.row == row, row + 1 < rowCount
    else { return false }
    let below = filled(row + 1, in: columns)
    let reading = reading(cell.text)
    guard reading.units.isEmpty, reading.unit == nil, below.count > 2, form(row + 1, in: columns, afterHead: true) == .head else {
      return false
    }
    let span = cell.columnSpan > 1 ? cell.column..<(cell.column + cell.columnSpan) : cell.column..<columns.upperBound
    // A title to the right says more than one word for what stands below it.
    return cell.columnSpan > 1 && span.count < columns.count - 1 || reading.kind != nil && reading.name.isEmpty
  }

  /// #工业 below the heads, over a column of figures: the last part of a head.
  private func isBelowHeads(_ row: Int, _ columns: Range<Int>, _ heads: [Int]) -> Bool {
    if heads.isEmpty { return isOnlyHead(row, columns) }
    guard let last = heads.last, last == row - 1, let only = filled(row, in: columns).first, case let cell = table.cells[only],
      cell.column > columns.lowerBound, cell.row == row, cell.columnSpan < columns.count - 1, isOfValues(cell.column, below: row)
    else { return false }
    guard reading(cell.text).units.isEmpty, row + 1 < rowCount, heads.count < 6 else { return false }
    switch form(row + 1, in: columns, afterHead: true) {
    case .data: return true
    case .single: return isBelowHeads(row + 1, columns, heads + [row])
    case .blank, .head, .counter: return false
    }
  }

  /// 数值 over the one column of figures, behind heads of rows that have no head.
  private func isOnlyHead(_ row: Int, _ columns: Range<Int>) -> Bool {
    guard let only = filled(row, in: columns).first, case let cell = table.cells[only], cell.column > columns.lowerBound, cell.row == row,
      cell.columnSpan == 1, isOfValues(cell.column, below: row)
    else { return false }
    let reading = reading(cell.text)
    guard reading.units.isEmpty, !reading.name.isEmpty || HeadRole(HeadReading.key(cell.text), words) == .value else { return false }
    return !(row + 1..<min(rowCount, row + 8)).contains { next in
      columns.contains {
        $0 != cell.column && content(next, $0).number.map { !$0.isYearLike } ?? false && !isCounter(filled(next, in: columns))
      }
    }
  }

  /// Whether the next cell below that holds anything but a text holds a figure, before any text.
  private func isOfValues(_ column: Int, below row: Int) -> Bool {
    for next in (row + 1)..<max(row + 1, min(rowCount, row + 8)) {
      switch content(next, column) {
      case .number(let number) where number.isYearLike: if filled(next, in: 0..<columnCount).count > 1 { return false }
      case .number, .missing: return true
      case .text: if filled(next, in: 0..<columnCount).count > 1 { return false }
      case .empty: continue
      }
    }
    return false
  }

  /// After a single line: whether heads follow before the next figures.
  ///
  /// - Parameter head: the first line of the heads above.
  private func beginsSection(after row: Int, in columns: Range<Int>, over values: Set<Int>, like head: Int?) -> Bool {
    var next = row + 1
    while next < rowCount, next < row + 12 {
      switch form(next, in: columns, afterHead: false) {
      case .blank, .single, .counter: next += 1
      case .head:
        return filled(next, in: columns).count > 2 || columns.count < 3 || covers(filled(next, in: columns), values)
          || head.map { sameTexts($0, next, columns) } ?? false
      case .data: return false
      }
    }
    return false
  }

  private func covers(_ cells: [Int], _ columns: Set<Int>) -> Bool {
    guard !columns.isEmpty else { return false }
    var covered = 0
    for cell in cells where contents[cell] == .text || contents[cell].number?.isYearLike == true {
      let place = table.cells[cell]
      covered += (place.column..<min(columnCount, place.column + place.columnSpan)).count { columns.contains($0) }
    }
    return covered * 2 > columns.count
  }

  private func sameTexts(_ a: Int, _ b: Int, _ columns: Range<Int>) -> Bool {
    columns.allSatisfy { HeadReading.key(text(a, $0)) == HeadReading.key(text(b, $0)) }
  }
}
