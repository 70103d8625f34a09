import Articles
import Indicators
import Lingua

/// What the lines of heads over a table hold, by the words at their left end.
///
/// A column of row heads has a head that says what stands below it: the unit, a code, the year. A row of column heads may have such a
/// word too, at its left end: Title, CDID, Unit over the names of series, their codes and units.
struct HeadLines {
  /// Rows whose cells name no figures: codes, dates of release.
  private(set) var silent: Set<Int> = []
  /// The row of units.
  private(set) var unit: Int?
  /// The column of these words, which say nothing of what stands below them.
  private(set) var labels: Int?

  init(_ section: TableSection, _ grid: TableGrid) {
    guard let column = section.columns.first, section.headRows.count > 1 else { return }
    var roles: [Int: HeadRole] = [:]
    for row in section.headRows where grid.begins(row, column) {
      roles[row] = HeadRole(HeadReading.key(grid.text(row, column)), grid.words)
    }
    let silent = roles.filter { $0.value == .serial || $0.value == .note }.map(\.key)
    let units = roles.filter { $0.value == .unit }.map(\.key)
    // 指标 over 代码 are the heads of their column in one stack; some other line names the figures.
    guard !silent.isEmpty || !units.isEmpty, units.count < 2, roles.count > 1,
      section.headRows.contains(where: { row in !silent.contains(row) && !units.contains(row) && !grid.text(row, column).isEmpty })
    else { return }
    self.silent = Set(silent)
    unit = units.first
    labels = column
  }

  /// Whether a row gives parts of the names of columns.
  func names(_ row: Int) -> Bool { !silent.contains(row) && row != unit }
}

extension TableGrid {
  /// What a line above the heads tells of all figures.
  enum Statement {
    case nothing
    /// As a line of the titles says it.
    case title(String)
    /// Dataset: what is measured; Age class: the part of it.
    case measure(String)
    case part(String)
  }

  /// Indicator, 1 - Total patent applications; Unit, EUR million: a line above the heads that holds a word and what it stands for; nil where
  /// the row is no such line.
  func statement(_ row: Int, in columns: Range<Int>) -> Statement? {
    guard columns.count > 2, let first = columns.first, case let cells = filled(row, in: columns), cells.count == 2,
      case (let key, let value) = (table.cells[cells[0]], table.cells[cells[1]]), key.column == first, value.column <= first + 3,
      key.row == row, value.row == row, key.columnSpan == 1, value.columnSpan == 1, key.rowSpan == 1, contents[cells[0]] == .text,
      headsFollow(row, in: columns)
    else { return nil }
    let head = key.text.last == ":" || key.text.last == "：" ? String(key.text.dropLast()) : key.text
    let role = HeadRole(HeadReading.key(head), words) ?? HeadRole(heading: head, words)
    // Unit of measure, an empty cell, Thousand persons; a head of rows over an empty cell has the heads of columns beside it.
    if value.column > first + 1 {
      let isKey = role.map { [.unit, .note, .serial, .period].contains($0) } ?? (reading(head).time == nil && reading(head).units.isEmpty)
      // 2025年6月末, and at the right end 单位：亿元: two lines of the title.
      guard isKey, !words.names(.unitLabels, in: value.text) else { return nil }
    }
    switch role {
    case .note?, .serial?: return .nothing
    // Whose the figures are, and no more.
    case .area?:
      let isOfOthers = words.holds(.partnerHeads, HeadReading.key(head)) || !words.holds(.areaHeads, HeadReading.key(head))
      return isOfOthers ? part(value.text) : .title(head + ": " + value.text)
    case .unit?:
      let told = reading(value.text)
      if told.kind == .change, told.name.isEmpty { return .title(value.text) }
      return .title(words.phrases(.unitLabels).first.map { $0.text + ": " + value.text } ?? value.text)
    case .indicator?: return .measure(value.text.withoutCodeOfDataset(words))
    case .category?: return part(value.text)
    case .period?, .value?: return .title(value.text)
    case nil:
      if words.holds(.datasetHeads, HeadReading.key(head)) { return .measure(value.text.withoutCodeOfDataset(words)) }
      return words.names(.breakdownWords, in: head) ? part(value.text) : .title(value.text)
    }
  }

  /// Women; nothing of Total.
  private func part(_ text: String) -> Statement {
    let key = HeadReading.key(text)
    return isTotal(key) || words.holds(.emptyNames, key) ? .nothing : .part(text)
  }

  /// Whether heads of more than two columns follow before any figure, and the next line is none that goes on with this one.
  private func headsFollow(_ row: Int, in columns: Range<Int>) -> Bool {
    var isNext = true
    for next in (row + 1)..<max(row + 1, min(rowCount, row + 24)) {
      let cells = filled(next, in: columns)
      guard let first = cells.first else {
        isNext = false
        continue
      }
      // 地区 | 授权量 over lines that begin further right are heads.
      if isNext, table.cells[first].column != columns.lowerBound { return false }
      isNext = false
      if cells.count > 2 { return form(next, in: columns, afterHead: false) == .head }
    }
    return false
  }
}

extension String {
  /// Unemployment by sex - quarterly data [une_rt_q] without what follows the name.
  fileprivate func withoutCodeOfDataset(_ words: TableWords) -> String {
    var text = self
    if text.last == "]", let open = text.lastIndex(of: "["), open > text.startIndex { text = String(text[..<open]).trimmed }
    if let dash = text.ranges(of: " - ").last, words.names(.valueHeads, in: String(text[dash.upperBound...])) {
      text = String(text[..<dash.lowerBound]).trimmed
    }
    return text
  }
}
