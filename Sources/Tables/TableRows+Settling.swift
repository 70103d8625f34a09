import Articles
import Extraction
import Indicators
import Lingua

/// What rows owe to those around them.
extension TableGrid {
  /// Increase and decrease below Production expected to: answers and no changes, since no level stands above.
  func settleBareGrowth(_ rows: inout [TableRow]) {
    for index in rows.indices where !rows[index].isSection && rows[index].head.kind == .change && rows[index].head.isLeftBare {
      guard index + 1 < rows.count, !rows[index + 1].isSection, index > 0, rows[index - 1].isSection, rows[index].area == nil,
        rows[index].head.against == nil, rows[index].head.unit == nil, rows[index - 1].head.kind == nil, !rows[index - 1].head.name.isEmpty
      else { continue }
      rows[index].head.kind = nil
      rows[index].head.rename(rows[index].label)
    }
  }

  /// 可比口径增速 below 生产总值 and again below 私人消费: whatever else its words say, each is of the level above it.
  func settleRecurringChanges(_ rows: inout [TableRow]) {
    let changes = rows.indices.filter { rows[$0].head.kind == .change && !rows[$0].isSection && !rows[$0].head.name.isEmpty }
    guard changes.count > 1 else { return }
    let levels = rows.indices.filter { rows[$0].head.kind == nil && !rows[$0].isSection }
    let keys = Dictionary(levels.map { (rows[$0].head.key, 1) }, uniquingKeysWith: +)
    for (key, same) in Dictionary(grouping: changes, by: { rows[$0].head.key }) where same.count > 1 {
      let owners = same.map { index in
        rows[..<index].lastIndex { !($0.head.kind == .change && !$0.isSection) }.flatMap { rows[$0].isSection ? nil : $0 }
      }
      // Levels of other names, each once, none of which the words of the change speak of.
      let areOwned = owners.allSatisfy { owner in
        guard let owner, !rows[owner].head.key.isEmpty else { return false }
        return keys[rows[owner].head.key] == 1 && !key.contains(rows[owner].head.key) && !rows[owner].head.key.contains(key)
      }
      guard areOwned, Set(owners.compactMap { $0 }).count == same.count else { continue }
      for index in same { rows[index].head.rename("") }
    }
  }

  /// Output and prices (percent change): what kind of figures a line rules.
  func kindInBracket(of label: String) -> HeadReading? {
    guard let last = label.last, ")）".contains(last), let open = label.lastIndex(where: { "(（".contains($0) }), open > label.startIndex
    else { return nil }
    let inner = reading(String(label[label.index(after: open)...].dropLast()))
    return inner.kind == .change && inner.name.isEmpty ? inner : nil
  }

  /// 指标1900, 指标1901 below columns that all have years of their own: a number within a name, and no year.
  func settleFalseTimes(_ rows: inout [TableRow], _ columns: [TableColumn]) {
    let values = columns.filter { $0.use == .value }
    func isDated(_ time: HeadTime?) -> Bool { if case .absolute? = time?.year { true } else { false } }
    guard !values.isEmpty, values.allSatisfy({ isDated($0.head.time) }), !columns.contains(where: { $0.use == .period }) else { return }
    for index in rows.indices where !rows[index].isSection && isDated(rows[index].head.time) && !rows[index].head.name.isEmpty {
      guard rows[index].head.kind == nil, rows[index].labels.count == 1 else { continue }
      rows[index].head.time = nil
      rows[index].head.rename(RowLabel(rows[index].label, words).words)
    }
  }

  /// Rows within one that says of itself what it is, 总产出指数（上年=100）, 总产出构成（%）, are the same, where they say nothing else.
  func settleBlocks(_ rows: inout [TableRow]) {
    for index in rows.indices where !rows[index].isSection {
      if rows[index].label.contains("=100") || rows[index].label.contains("＝100") { rows[index].isIndex = true }
      guard let parent = rows[index].parent, !rows[parent].isSection, rows[index].head.kind == nil, rows[index].head.unit == nil else {
        continue
      }
      if rows[parent].isIndex { rows[index].isIndex = true }
      let owner = rows[parent].head
      guard let kind = owner.kind, kind != .rank, !owner.name.isEmpty else { continue }
      rows[index].head.kind = kind
      rows[index].head.against = rows[index].head.against ?? owner.against
      rows[index].head.unit = owner.unit
      rows[index].head.scope = rows[index].head.scope ?? owner.scope
      rows[index].head.isAtConstantPrices = owner.isAtConstantPrices
    }
  }

  /// A row of per cent below a row of counts that has the same name in Latin words, or none: shares of these, where the whole is 100.
  func settleTranslations(_ rows: inout [TableRow], _ columns: [TableColumn]) {
    let values = columns.filter { $0.use == .value }.map(\.column)
    for (above, index) in zip(rows.indices, rows.indices.dropFirst()) where !rows[above].isSection && !rows[index].isSection {
      guard rows[index].head.kind == nil, rows[above].head.kind == nil, saysAgain(rows[index].label, rows[above].label) else { continue }
      let numbers = values.compactMap { content(rows[index].row, $0).number }
      guard !numbers.isEmpty, numbers.allSatisfy({ $0.unit == "%" && !$0.value.isNegative }),
        numbers.contains(where: { $0.value.rational == Rational(100) }),
        values.allSatisfy({ content(rows[above].row, $0).number?.unit != "%" })
      else { continue }
      var row = rows[above]
      row.row = rows[index].row
      row.label = rows[index].label
      row.head.kind = .share
      row.head.name = ""
      row.head.key = ""
      row.head.unit = nil
      row.unit = nil
      rows[index] = row
    }
  }

  /// Recycling in kt, Recycling in %, Landfill in kt, Landfill in %: shares, where in each column all amounts stand in one proportion to the
  /// per cent below them.
  func settleShares(_ rows: inout [TableRow], _ columns: [TableColumn]) {
    func unit(_ row: TableRow) -> String? { row.head.unit ?? row.unit }
    let pairs = zip(rows.indices, rows.indices.dropFirst()).filter { above, index in
      let (level, row) = (rows[above], rows[index])
      return !level.isSection && !row.isSection && level.head.kind == nil && row.head.kind == nil && level.head.key == row.head.key
        && level.area == row.area && isPercent(unit(row)) && unit(level).map { !isPercent($0) } ?? false
    }
    let values = columns.filter { $0.use == .value && $0.head.kind == nil && !isPercent($0.head.unit) }
    guard pairs.count > 1, !values.isEmpty else { return }
    var told = 0
    for column in values {
      var (low, high, count) = (0.0, Double.infinity, 0)
      for (above, index) in pairs {
        guard let amount = content(rows[above].row, column.column).number, let share = content(rows[index].row, column.column).number else {
          continue
        }
        func room(_ number: CellNumber) -> Double { (0..<min(12, max(0, number.value.scale))).reduce(0.5) { room, _ in room / 10 } }
        let (most, least) = (share.value.doubleValue + room(share), share.value.doubleValue - room(share))
        guard least > 0, most < 100.6 else { return }
        low = max(low, (amount.value.doubleValue - room(amount)) / most)
        high = min(high, (amount.value.doubleValue + room(amount)) / least)
        count += 1
      }
      guard low <= high * (1 + 1e-9) else { return }
      if count > 1 { told += count }
    }
    guard told > 2 else { return }
    for (_, index) in pairs { rows[index].head.kind = .share }
  }

  /// 0 Food, 03 Fish, 04 Cereals: where all names begin with numbers of their own, these are the codes of a classification.
  func settleCodes(_ rows: inout [TableRow]) {
    func code(_ name: String) -> Substring? {
      let digits = name.prefix { $0.isNumber || $0 == "-" || $0 == "." }
      guard (1...14).contains(digits.count), digits.first?.isNumber == true, case let rest = name.dropFirst(digits.count),
        rest.first == " ",
        let letter = rest.drop(while: { $0 == " " }).first, letter.isLetter
      else { return nil }
      return digits
    }
    let named = rows.indices.filter { !rows[$0].head.name.isEmpty && !rows[$0].isTotal }
    let codes = named.compactMap { code(rows[$0].head.name) }
    // 65 years and 15 years are no codes: what follows differs.
    guard named.count > 2, codes.count == named.count, Set(codes).count == codes.count,
      Set(named.map { rows[$0].head.name.dropFirst(code(rows[$0].head.name)?.count ?? 0) }).count == named.count
    else { return }
    for index in named {
      let name = rows[index].head.name
      rows[index].head.rename(String(name.dropFirst(code(name)?.count ?? 0).drop { $0 == " " }))
      if isTotal(rows[index].head.key) {
        rows[index].isTotal = true
        (rows[index].head.name, rows[index].head.key) = ("", "")
      }
    }
  }

  /// Imports, and again Domestic exports, over places: flows, and lines below each of which the same places recur.
  func settleMeasuresOfPlaces(_ rows: inout [TableRow]) {
    var lines: [NamedPlace: Set<String>] = [:]
    for row in rows where !row.isSection && !row.section.isEmpty && !row.isGrouped && row.head.name.isEmpty {
      if let area = row.area { lines[area, default: []].insert(row.section) }
    }
    let recurring = lines.values.filter { $0.count > 1 }.reduce(into: Set<String>()) { $0.formUnion($1) }
    for index in rows.indices where !rows[index].section.isEmpty && !rows[index].isGrouped {
      rows[index].isBelowMeasure =
        recurring.contains(rows[index].section) || words.holds(.flows, rows[index].section.lowercased())
        || words.holds(.flows, HeadReading.key(rows[index].section))
    }
  }

  /// Beijing below 北京; nothing below a name.
  private func saysAgain(_ label: String, _ above: String) -> Bool {
    guard !above.isEmpty else { return false }
    let scalars = label.unicodeScalars
    return label.isEmpty
      || above.unicodeScalars.contains(where: \.isHan) && !scalars.contains(where: \.isHan) && scalars.contains(where: \.isLatinLetter)
  }

  /// The sum of rows of times is of their span; a change, share or rank below a level of its time.
  func settleTimes(_ rows: inout [TableRow]) {
    var run: [HeadTime] = []
    for index in rows.indices {
      if rows[index].isSection {
        run = []
      } else if rows[index].head.time == nil, rows[index].isTotal, rows[index].head.kind == nil {
        // Above or below what it sums up.
        let times =
          run.isEmpty
          ? rows[(index + 1)...].prefix { !$0.isSection && $0.head.time != nil && $0.head.kind == nil }.compactMap(\.head.time) : run
        // Behind years and months it is of the months.
        let months = times.reversed().prefix { $0.months != nil }.reversed()
        rows[index].head.time = HeadTime(spanning: times) ?? (months.count < times.count ? HeadTime(spanning: Array(months)) : nil)
        run = []
      } else if let time = rows[index].head.time, rows[index].head.kind == nil, rows[index].head.name.isEmpty, rows[index].area == nil {
        run.append(time)
      } else if rows[index].head.time == nil, rows[index].head.kind != nil, index > 0, !rows[index - 1].isSection,
        // 零售总额同比增长 below 零售总额, 零售总额累计: of the first.
        rows[index].head.name.isEmpty
          || !rows[..<index].contains(where: { $0.head.kind == nil && $0.head.time == nil && $0.head.key == rows[index].head.key })
      {
        rows[index].head.time = rows[index - 1].head.time
      } else if rows[index].head.time == nil, rows[index].head.isLeftBare, index > 0, rows[index - 1].head.kind == .change {
        // Below a line such as 与上月比较: of the last time above it.
        rows[index].head.time = rows[..<index].last { !$0.isSection && $0.head.kind == nil }?.head.time
      }
      // 同比增长（%） below 江苏.
      if rows[index].head.isLeftBare || rows[index].head.kind != nil && rows[index].head.name.isEmpty, index > 0, !rows[index].isSection,
        !rows[index - 1].isSection, rows[index].area == nil, !rows[index].isTotal
      {
        rows[index].area = rows[index - 1].area
        rows[index].isWholeArea = rows[index - 1].isWholeArea
      }
    }
  }
}
