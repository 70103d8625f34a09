import Articles
import Indicators
import Lingua

/// What a row of a grid is by its cells, and the rows around it.
enum RowForm: Hashable {
  case blank
  /// One text and nothing else.
  case single
  /// Texts and years.
  case head
  /// Numbers, or marks that stand for them.
  case data
  /// 甲 乙 1 2 3: the numbers of the columns.
  case counter
}

extension TableGrid {
  /// - Parameters:
  ///   - afterHead: whether heads stand above.
  ///   - hasTimes: whether these name times, so that numbers below are no years.
  func form(_ row: Int, in columns: Range<Int>, afterHead: Bool, hasTimes: Bool = false) -> RowForm {
    let cells = filled(row, in: columns)
    guard let first = cells.first else { return .blank }
    if isCounter(cells) { return .counter }
    var numbers: [CellNumber] = []
    var marks = 0
    for cell in cells {
      switch contents[cell] {
      case .number(let number): numbers.append(number)
      // X over the names of rows is a head.
      case .missing where table.cells[cell].column > columns.lowerBound: marks += 1
      default: break
      }
    }
    // 2015 over Feb., Mar., …: the head of a group that nothing spans.
    if cells.count == 1, numbers.first?.isYearLike == true, table.cells[first].column > columns.lowerBound, isOverTimes(row, in: columns) {
      return .head
    }
    if cells.count == 1, areYearsOverFigures(cells, row, in: columns) { return .head }
    if cells.count == 1 { return numbers.isEmpty || columns.count > 1 && table.cells[first].columnSpan == columns.count ? .single : .data }
    if numbers.isEmpty { return marks > 0 && cells.count > 1 || areNumerals(cells, in: columns) ? .data : .head }
    if areMonthsOverFigures(cells, row, in: columns) { return .head }
    if afterHead, areLengthsOfTime(cells, numbers.count) { return .head }
    if afterHead, isRowOfTimes(row, cells, in: columns) || areYearsOverFigures(cells, row, in: columns) { return .head }
    if numbers.allSatisfy(\.isYearLike), areYearsOverFigures(cells, row, in: columns) { return .head }
    return !hasTimes && isHeadOfYears(numbers, others: cells.count - numbers.count, afterHead: afterHead) ? .head : .data
  }

  /// 2024.01, 2024.02, 2024.03, or 202401, one after the other over figures that are no months.
  private func areMonthsOverFigures(_ cells: [Int], _ row: Int, in columns: Range<Int>) -> Bool {
    let months = cells.filter { contents[$0].number?.isMonthLike ?? false && table.cells[$0].column > columns.lowerBound }
    guard months.count > 1, cells.allSatisfy({ contents[$0].number?.isMonthLike ?? (contents[$0] == .text) }) else { return false }
    let values = months.compactMap { cell -> Int? in
      let digits = table.cells[cell].text.filter(\.isNumber)
      return Int(digits.prefix(4)).flatMap { year in Int(digits.dropFirst(4)).map { year * 12 + $0 } }
    }
    let steps = zip(values, values.dropFirst())
    guard steps.allSatisfy({ $0 < $1 }) || steps.allSatisfy({ $1 < $0 }) else { return false }
    var (figures, monthLike) = (0, 0)
    for next in (row + 1)..<max(row + 1, min(rowCount, row + 8)) {
      let below = months.compactMap { content(next, table.cells[$0].column).number }
      figures += below.count
      monthLike += below.count(where: \.isMonthLike)
    }
    return figures > 0 && monthLike * 2 < figures
  }

  /// 1 month, 3 months, 12 months below the head of a change.
  private func areLengthsOfTime(_ cells: [Int], _ count: Int) -> Bool {
    let lengths = cells.filter { contents[$0].number.map { words.value(.comparedPeriods, $0.unit.lowercased()) != nil } ?? false }
    return lengths.count == count && cells.allSatisfy { lengths.contains($0) || contents[$0] == .text }
      && Set(lengths.map { table.cells[$0].text }).count == count
  }

  /// Years with no name before them, over figures that are none: 2000, 2004, 2005, or each year over two columns.
  private func areYearsOverFigures(_ cells: [Int], _ row: Int, in columns: Range<Int>) -> Bool {
    let years = cells.filter { contents[$0].number?.isYearLike ?? false && table.cells[$0].column > columns.lowerBound }
    guard !years.isEmpty, cells.allSatisfy({ contents[$0].number?.isYearLike ?? true }) else { return false }
    let stub = text(row, columns.lowerBound)
    guard stub.isEmpty || cell(row, columns.lowerBound)?.row != row || HeadRole(HeadReading.key(stub), words) != nil else { return false }
    var (figures, yearLike) = (0, 0)
    var rows = 0
    for next in (row + 1)..<max(row + 1, min(rowCount, row + 24)) {
      let below = years.map { content(next, table.cells[$0].column) }.compactMap(\.number)
      guard !below.isEmpty else { continue }
      // 2021 2021 over 1 2, the numbers of the columns.
      if isCounter(filled(next, in: columns)) { continue }
      figures += below.count
      yearLike += below.count(where: \.isYearLike)
      rows += 1
      if rows == 4 { break }
    }
    return figures > 0 && yearLike * 2 < figures
  }

  /// Whether texts behind the first are written as numbers, though none is understood: 12:40, 1.2.3.
  private func areNumerals(_ cells: [Int], in columns: Range<Int>) -> Bool {
    let behind = cells.filter { table.cells[$0].column > columns.lowerBound }.map { table.cells[$0].text }
    guard !behind.isEmpty, !areClasses(cells, in: columns) else { return false }
    return behind.allSatisfy { text in
      text.unicodeScalars.count { $0.isDigit } > 1 && !text.unicodeScalars.contains { $0.isHan || $0.isLatinLetter }
        && reading(text).time == nil
    }
  }

  /// 15-24, 25–64, 65+ over figures: classes of ages or sizes, with no name before them.
  private func areClasses(_ cells: [Int], in columns: Range<Int>) -> Bool {
    let behind = cells.filter { table.cells[$0].column > columns.lowerBound }
    guard let row = behind.first.map({ table.cells[$0].row }), behind.allSatisfy({ Self.isClass(table.cells[$0].text) }) else {
      return false
    }
    let stub = text(row, columns.lowerBound)
    guard stub.isEmpty || cell(row, columns.lowerBound)?.row != row || HeadRole(HeadReading.key(stub), words) != nil else { return false }
    return (row + 1..<max(row + 1, min(rowCount, row + 5))).contains { next in
      behind.allSatisfy { content(next, table.cells[$0].column).isValue }
    }
  }

  /// A number and a greater one behind a dash; a number with a mark of more or of less.
  private static func isClass(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.map(\.halfWidth).filter { !$0.isBlank }
    let parts = scalars.split(omittingEmptySubsequences: false) { "-–—~～至到".unicodeScalars.contains($0) }
    if parts.count == 2, let low = Int(String(scalars: parts[0])), let high = Int(String(scalars: parts[1])) { return low < high }
    guard parts.count == 1, let first = scalars.first, let last = scalars.last, scalars.count > 1 else { return false }
    return last == "+" && scalars.dropLast().allSatisfy(\.isDigit)
      || "<>≥≤".unicodeScalars.contains(first) && scalars.dropFirst().allSatisfy(\.isDigit)
  }

  /// Whether the row below names times and nothing else.
  private func isOverTimes(_ row: Int, in columns: Range<Int>) -> Bool {
    guard row + 1 < rowCount else { return false }
    let below = filled(row + 1, in: columns).filter { table.cells[$0].row == row + 1 && table.cells[$0].column > columns.lowerBound }
    return below.count > 1 && below.allSatisfy { contents[$0] == .text && reading(table.cells[$0].text).time != nil }
  }

  /// Below heads, with no words at its own head of rows: years and other times, no two alike below one head.
  private func isRowOfTimes(_ row: Int, _ cells: [Int], in columns: Range<Int>) -> Bool {
    if let stub = cell(row, columns.lowerBound), stub.row == row, !stub.text.isEmpty { return false }
    var seen: Set<HeadTime> = []
    var group: Int?
    for index in cells where table.cells[index].row == row {
      let reading = reading(table.cells[index].text)
      guard let time = reading.time, reading.isBare else { return false }
      if let above = self.index(row - 1, table.cells[index].column), !table.cells[above].text.isEmpty, above != group {
        group = above
        seen = []
      }
      guard seen.insert(time).inserted else { return false }
    }
    return true
  }

  private func isHeadOfYears(_ numbers: [CellNumber], others: Int, afterHead: Bool) -> Bool {
    guard numbers.allSatisfy(\.isYearLike) else { return false }
    let years = numbers.compactMap { Int($0.value.description) }
    let steps = Set(zip(years, years.dropFirst()).map { $1 - $0 })
    let isEven =
      steps.isSubset(of: [0, 1]) || steps.isSubset(of: [0, -1]) || steps.count == 1 && [5, 10, -5, -10, 2].contains(steps.first ?? 0)
    if years.count == 1 { return !afterHead && others > 0 }
    if isEven { return !(afterHead && steps == [0]) }
    // 2015, 2020, 2023, 2024: a yearbook leaves years out.
    if !afterHead, others > 0, steps.allSatisfy({ (1...20).contains($0) }) || steps.allSatisfy({ (-20 ... -1).contains($0) }) {
      return true
    }
    return Self.areRunsOfYears(years)
  }

  /// 2022, 2023, 2024, 2023, 2024 below the heads of two groups: runs of years that end, or begin, alike.
  private static func areRunsOfYears(_ years: [Int]) -> Bool {
    for step in [1, -1] {
      var runs: [[Int]] = []
      for year in years {
        if let last = runs.last?.last, year == last + step { runs[runs.count - 1].append(year) } else { runs.append([year]) }
      }
      guard runs.count > 1, runs.allSatisfy({ $0.count > 1 }) else { continue }
      if Set(runs.map(\.first)).count == 1 || Set(runs.map(\.last)).count == 1 { return true }
    }
    return false
  }

  /// The numbers of columns, one after the other; where columns in front are left out, behind a gap.
  func isCounter(_ cells: [Int]) -> Bool {
    guard cells.count > 2 else { return false }
    if areLetters(cells) { return true }
    var next = 1
    var numbers = 0
    for cell in cells {
      // (3)=(1)-(2): how it is reckoned from the others.
      let whole = HeadReading.key(table.cells[cell].text)
      let text = String(whole.prefix { $0 != "=" })
      let inner = text.filter { $0 != "(" && $0 != ")" }
      if inner != whole, inner == String(next) {
        next += 1
        numbers += 1
      } else if case .number(let number) = contents[cell] {
        if numbers == 1, cells.count > 4, let other = Int(number.value.description), other > next, other < 100 { next = other }
        guard number.value.description == String(next) else { return false }
        next += 1
        numbers += 1
      } else if !words.holds(.columnLetters, whole) {
        return false
      }
    }
    return numbers > 1 || numbers == 1 && cells.count > 2
  }

  /// A, B, C, D = B / C over columns that go by these letters.
  private func areLetters(_ cells: [Int]) -> Bool {
    var last: UInt32?
    for cell in cells {
      let text = HeadReading.key(String(table.cells[cell].text.prefix { $0 != "=" && $0 != "＝" }))
      guard text.unicodeScalars.count == 1, let letter = text.unicodeScalars.first, letter.isLatinLetter,
        last.map({ letter.value == $0 + 1 }) ?? (letter == "a")
      else { return false }
      last = letter.value
    }
    return true
  }

  /// Whether a line is a note on the table rather than a part of it.
  func isNote(_ text: String) -> Bool {
    let key = HeadReading.key(text)
    return words.phrases(.noteStarts).contains { word in
      guard key.hasPrefix(word.key) else { return false }
      // 1.粮食 is a row; 2.2024年数据为… is a note.
      return Int(word.key.dropLast()) == nil || key.unicodeScalars.count > 14
    } || key.hasSuffix("。") && key.unicodeScalars.count > 12
      || text.unicodeScalars.first?.isRaised ?? false
  }
}
