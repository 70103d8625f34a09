import Articles
import Extraction
import Indicators
import Lingua

/// What a column holds: what its head says, else what stands below it.
extension TableGrid {
  func use(
    of column: Int, _ readings: [HeadReading], _ rows: ArraySlice<Int>, isLeading: Bool, _ places: PlaceNames
  ) -> TableColumn.Use {
    var texts = 0
    var numbers = 0
    var years = 0
    var months = 0
    var units = 0
    // A line that spans the table says nothing of its columns.
    for row in rows where begins(row, column) {
      switch content(row, column) {
      case .text:
        texts += 1
        if isUnit(text(row, column)) { units += 1 }
      case .number(let number):
        numbers += 1
        if number.isYearLike { years += 1 }
        if number.isMonthLike { months += 1 }
      case .missing, .empty: continue
      }
    }
    // 2024.01, 2024.02 down the first column.
    if isLeading, months > 1, months == numbers, areAllDifferent(column, rows),
      (0..<column).allSatisfy({ left in rows.allSatisfy { content($0, left) != .text } })
    {
      return .period
    }
    // 2021, 2022 and 2023 below lines that say what is measured.
    if isLeading, numbers == years, years > 1, texts > 0, areLines(column, rows) { return .period }
    // 2023, 2024, change (%) down the first column.
    if isLeading, numbers == years, years > 1, texts > 0, areOfTimes(column, rows) { return .period }
    var named: HeadRole?
    if let last = readings.last { named = role(of: last) }
    // geo\TIME_PERIOD over places; Time over the heads of rows, beside times.
    if named == .period, texts > numbers, holdsNoTime(column, rows) {
      named = readings.last.flatMap { otherRoleOfCorner(HeadReading.key($0.text)) }
      if named == nil { return isLeading ? stub(column, nil, rows, places) : .note }
    }
    switch named {
    case .serial?: return .serial
    case .unit? where units * 2 >= texts || texts > 0 && !(readings.last?.text.unicodeScalars.contains(where: \.isHan) ?? true):
      return .unit
    // Estimates start after: years beside the figures are none of them.
    case .note? where texts >= numbers || isLeading || years == numbers: return .note
    case .period? where numbers == years || numbers == months || texts >= numbers: return .period
    case .area? where texts >= numbers:
      // Division over Food and Transport, or over places.
      let isOpen = readings.last.map { words.holds(.openAreaHeads, $0.key) } ?? false
      return holdsKinds(column, rows) || isOpen && stub(column, readings.last, rows, places) != .area ? .category : .area
    case .indicator? where texts >= numbers: return stub(column, readings.last, rows, places) == .area ? .area : .name
    case .category? where texts >= numbers: return .category
    case .indicator?, .category?, .area?:
      if isLeading, areCodes(column, rows) { return .serial }
    default: break
    }
    if isLeading, texts == 0, readings.last?.kind == nil, counts(column, rows) || areClasses(column, rows) { return .serial }
    if isLeading, texts == 0, numbers > 0, numbers == years, isBesideStub(column, rows) { return .period }
    guard isLeading else { return numbers > 0 || texts == 0 ? .value : units * 2 > texts && texts > 0 ? .unit : .note }
    if texts == 0, numbers > 0, numbers == years, years > 1, readings.allSatisfy({ $0.name.isEmpty && $0.time == nil }) { return .period }
    guard texts > numbers || texts > 0 && texts == numbers else { return texts + numbers == 0 && readings.isEmpty ? .note : .value }
    return stub(column, readings.last, rows, places)
  }

  /// 来源 over 国内 and 国外, Class over 9, 35 and 42: what no other column is the head of rows for, the first is.
  func settleMissingStub(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>, _ places: PlaceNames) {
    guard !columns.contains(where: \.use.isStub), columns.count > 1, let first = columns.first, let head = first.path.last else { return }
    let filled = rows.filter { begins($0, first.column) && content($0, first.column) != .empty }
    let names = filled.map { text($0, first.column) }
    // Hydro in TWh, and below it in per cent of the total: a blank repeats the name above.
    let units = columns.filter { $0.use == .unit }
    guard filled.count > 1, Set(names).count == names.count,
      filled.count == rows.count || rows.allSatisfy({ row in units.contains { !text(row, $0.column).isEmpty } }),
      rows.contains(where: { row in columns.dropFirst().contains { $0.use == .value && content(row, $0.column).number != nil } })
    else { return }
    if first.use == .note || first.use == .serial, filled.allSatisfy({ content($0, first.column) == .text }) {
      columns[0].use = stub(first.column, nil, rows, places)
    } else if first.use == .value, first.head.kind == nil, first.head.unit == nil,
      let role = HeadRole(HeadReading.key(head), words), role == .category || role == .indicator || role == .serial,
      names.allSatisfy({ $0.utf8.count <= 4 && $0.allSatisfy(\.isNumber) })
    {
      columns[0].use = .category
    }
  }

  /// Whether what stands between the numbers of a column are times, sums, or says that figures are changes, shares or ranks.
  private func areOfTimes(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    rows.allSatisfy { row in
      guard begins(row, column), content(row, column) == .text else { return true }
      let reading = reading(text(row, column))
      return reading.name.isEmpty && (reading.kind != nil || reading.time != nil)
        || words.holds(.totals, HeadReading.key(text(row, column)))
    }
  }

  private func areAllDifferent(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    let texts = rows.filter { begins($0, column) && content($0, column).number != nil }.map { text($0, column) }
    return Set(texts).count == texts.count
  }

  /// Whether no text of a column stands beside figures.
  private func areLines(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    rows.allSatisfy { row in
      !begins(row, column) || content(row, column) != .text
        || !(column + 1..<max(column + 1, columnCount)).contains { content(row, $0).isValue }
    }
  }

  /// Whether the column behind one of years holds the heads of rows: years down column A, each over the countries beside it.
  private func isBesideStub(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    var (texts, numbers) = (0, 0)
    for row in rows where begins(row, column + 1) {
      switch content(row, column + 1) {
      case .text: texts += 1
      case .number: numbers += 1
      case .missing, .empty: continue
      }
    }
    return texts > 0 && texts > numbers * 2
      && rows.contains { row in (column + 2..<max(column + 2, columnCount)).contains { content(row, $0).number != nil } }
  }

  /// Whether a column holds 1, 2, 3, … before one of names.
  func counts(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    var next = 1
    for row in rows where begins(row, column) && content(row, column) != .empty {
      guard let number = content(row, column).number, number.unit.isEmpty, number.value.description == String(next),
        content(row, column + 1) == .text
      else { return false }
      next += 1
    }
    return next > 2
  }

  /// 2, 2.1, 5 before the names that they number; 款, 項 and 目 before these, each with numbers in some rows.
  func numbersNames(_ column: Int, _ rows: ArraySlice<Int>, _ columns: Range<Int>) -> Bool {
    func texts(_ column: Int) -> Int { rows.count { begins($0, column) && content($0, column) == .text } }
    func numbers(_ column: Int) -> [CellNumber] { rows.compactMap { begins($0, column) ? content($0, column).number : nil } }
    func holdsHeads(_ column: Int) -> Bool {
      let (texts, numbers) = (texts(column), numbers(column))
      return texts > numbers.count * 2 || numbers.count > 1 && numbers.allSatisfy(\.isYearLike)
    }
    let behind = (column + 1)..<max(column + 1, columns.upperBound)
    guard let names = behind.first(where: holdsHeads),
      (column..<names).allSatisfy({ other in
        rows.allSatisfy { !begins($0, other) || text($0, other).isEmpty || Self.isNumbering(text($0, other)) }
      }),
      rows.contains(where: { row in ((names + 1)..<max(names + 1, columns.upperBound)).contains { content(row, $0).number != nil } })
    else { return false }
    let numbered = rows.filter { begins($0, column) && !text($0, column).isEmpty }
    guard !numbered.isEmpty, numbered.allSatisfy({ row in !text(row, names).isEmpty || behind.contains { content(row, $0) == .text } })
    else { return false }
    // 12, 12, 15 in all rows are figures.
    return numbered.count * 2 < texts(names) + numbers(names).count || Set(numbered.map { text($0, column) }).count == numbered.count
  }

  /// 2, 2.1, 1.2.3
  private static func isNumbering(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 7
      && parts.enumerated().allSatisfy { place, part in
        (1...(place == 0 ? 4 : 2)).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
      }
  }

  /// 本国人 and 外国人 below 申请人: kinds of those who might stand there.
  private func holdsKinds(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    let texts = rows.filter { begins($0, column) && content($0, column) == .text && reading(text($0, column)).kind == nil }
      .map { HeadReading.key(text($0, column)) }
    let kinds = texts.filter { words.holds(.bodyKinds, $0) }
    return kinds.count > 1 && texts.allSatisfy { words.holds(.bodyKinds, $0) || words.holds(.totals, $0) || words.holds(.subtotals, $0) }
  }

  /// Whether a cell names a unit and nothing else.
  private func isUnit(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let key = HeadReading.key(text)
    return ["%", "‰"].contains(key) || isWholeUnit(Array(key.unicodeScalars)) || words.isLatinUnit(text)
  }

  private func role(of head: HeadReading) -> HeadRole? {
    guard head.kind == nil else { return nil }
    // (年) and (月) are taken for units by no reading; 年/地区 names two heads of one corner.
    let key = HeadReading.key(head.text)
    return HeadRole(key, words) ?? HeadRole(head.key, words)
      ?? roleOfCorner(key) ?? HeadRole(heading: head.text, words)
  }

  /// 年/地区: the heads of the columns and of the rows in one corner.
  private func roleOfCorner(_ key: String) -> HeadRole? {
    let parts = key.split { "/\\＼／".contains($0) }
    let roles = parts.compactMap { HeadRole(String($0), words) }
    return roles.count == parts.count ? roles.last : nil
  }

  /// 35, 9, 25 before what these classes are: whole numbers none of which stands before two texts.
  private func areCodes(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    var seen: [String: String] = [:]
    var (texts, count) = (0, 0)
    for row in rows where begins(row, column) {
      guard let number = content(row, column).number else { continue }
      let (code, name) = (self.text(row, column), self.text(row, column + 1))
      guard number.unit.isEmpty, number.value.scale == 0, code.utf8.count <= 4, seen[code] ?? name == name else { return false }
      seen[code] = name
      count += 1
      if content(row, column + 1) == .text { texts += 1 }
    }
    return seen.count > 1 && texts == count
  }

  /// 05, 09, 35 before what these classes are, below each of several places: codes that recur, each with its own text, before figures.
  private func areClasses(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    guard areCodes(column, rows),
      rows.contains(where: { row in (column + 2..<max(column + 2, columnCount)).contains { content(row, $0).isValue } })
    else { return false }
    let codes = rows.filter { begins($0, column) }.map { text($0, column) }.filter { !$0.isEmpty }
    return Set(codes).count * 2 <= codes.count || codes.contains { $0.count > 1 && $0.hasPrefix("0") }
  }

  /// Whether none of the texts of a column names a time.
  private func holdsNoTime(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    rows.allSatisfy { row in
      guard begins(row, column), content(row, column) == .text else { return true }
      return reading(text(row, column)).time == nil
    }
  }

  /// 地区 of 地区\\年份: what a corner says that is no time.
  private func otherRoleOfCorner(_ key: String) -> HeadRole? {
    let roles = key.split { "/\\＼／".contains($0) }.compactMap { HeadRole(String($0), words) }
    return roles.count > 1 ? roles.first { $0 != .period } : nil
  }

  /// Heads of rows under a head that does not tell: times, places, or names.
  private func stub(_ column: Int, _ head: HeadReading?, _ rows: ArraySlice<Int>, _ places: PlaceNames) -> TableColumn.Use {
    var texts = 0
    // 岭东市保护中心 below 保护中心: bodies that the head says the kind of.
    var bodies = 0
    var times = 0
    var areas = 0
    for row in rows where begins(row, column) && content(row, column) == .text {
      // Member States over Germany and France names none of the rows.
      guard (column..<columnCount).contains(where: { content(row, $0).isValue }) else { continue }
      texts += 1
      let reading = reading(text(row, column))
      if let head, head.key.unicodeScalars.count > 1, reading.key.count > head.key.count, reading.key.hasSuffix(head.key) {
        bodies += 1
      } else if reading.key.unicodeScalars.count(where: \.isHan) > 3, words.ends(reading.key, with: .bodyEndings) {
        bodies += 1
      }
      if reading.time != nil, reading.isBare { times += 1 }
      // 累计值 and 累计同比 say what is measured as well; a bare growth is that of the row above.
      if reading.kind != nil, !reading.isLeftBare { return .name }
      if reading.kind != nil {
        texts -= 1
        continue
      }
      if wholePlace(reading.name, places) != nil || words.phrases(.groupsOfPlaces).contains(where: { $0.text == reading.name.lowercased() })
        || words.holds(.totals, HeadReading.key(text(row, column)))
        || head.map({ isTotal(HeadReading.key(text(row, column)), of: $0.key) }) ?? false && bodies > 0
      {
        areas += 1
      }
    }
    if times * 2 > texts { return .period }
    return (areas + bodies) * 10 >= texts * 7 && areas + bodies > 1 ? .area : .name
  }
}
