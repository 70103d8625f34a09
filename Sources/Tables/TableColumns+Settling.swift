import Articles
import Extraction
import Indicators
import Lingua

/// What the columns of a table say of each other, settled when all of them are known: codes beside names, names in two languages, times
/// of one group, heads that are alike.
extension TableGrid {
  /// DEU beside Germany: a column of codes each of which goes with one name of another column says these again.
  func settleCodes(_ columns: inout [TableColumn], _ rows: [Int]) {
    let names = columns.indices.filter { [.name, .category, .area].contains(columns[$0].use) }
    guard names.count > 1 else { return }
    for index in names {
      let codes = rows.filter { begins($0, columns[index].column) && !text($0, columns[index].column).isEmpty }
      guard !codes.isEmpty, codes.allSatisfy({ Self.isCode(text($0, columns[index].column)) }) else { continue }
      for other in names where other != index && columns[other].use.isStub && columns[index].use.isStub {
        var known: [String: String] = [:]
        let isSettled = codes.allSatisfy { row in
          let (code, name) = (text(row, columns[index].column), text(row, columns[other].column))
          guard !name.isEmpty, !Self.isCode(name), known[code] ?? name == name else { return false }
          known[code] = name
          return true
        }
        if isSettled { columns[index].use = .serial }
      }
    }
  }

  /// DE, NY.GDP.MKTP.CD, 2021A000235: capitals, digits and marks without a blank.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.count <= 40
      && text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || [0x2E, 0x2D, 0x5F, 0x3A].contains($0) }
      && text.utf8.contains { (65...90).contains($0) }
  }

  /// What heads say that measures nothing, seasonally adjusted, is part of the name where it alone tells two columns apart; 累计产量 beside
  /// 当月产量 is a sum of months.
  func settleLikeHeads(_ columns: inout [TableColumn]) {
    let values = columns.indices.filter { columns[$0].use == .value }
    for index in values where columns[index].head.time == nil {
      // 累计数量 is 数量 and no 量.
      func begins(_ word: TableWords.Phrase) -> Bool {
        guard columns[index].head.key.hasPrefix(word.key) else { return false }
        let next = columns[index].head.key.dropFirst(word.key.count).first
        return word.key.last != "数" || next.map { !"量额值据".contains($0) } ?? true
      }
      guard let word = words.phrases(.cumulative).first(where: begins) else { continue }
      let rest = String(columns[index].head.key.dropFirst(word.key.count))
      guard values.contains(where: { columns[$0].head.key == rest && columns[$0].head.time?.offset != nil }) else { continue }
      columns[index].head.name = columns[index].head.name.removingFolded(word)
      columns[index].head.key = rest
      columns[index].head.time = HeadTime()
      columns[index].head.time?.isCumulative = true
    }
    // 金额 and 同比增长 below 营业收入: nothing else is measured there.
    for index in values where columns[index].head.kind == nil && !columns[index].group.isEmpty {
      let column = columns[index]
      guard let last = column.path.last.map({ reading($0).key }), words.holds(.bareMeasures, last) || words.holds(.counts, last),
        words.contains(.moneyNames, in: HeadReading.key(column.group)),
        !values.contains(where: { $0 != index && columns[$0].head.kind == nil && columns[$0].group == column.group })
      else { continue }
      columns[index].head.rename(column.group)
    }
    let alike = Dictionary(grouping: values) { HeadCoordinates(columns[$0]) }.values.filter { $0.count > 1 }
    for group in alike where Set(group.map { columns[$0].path }).count == group.count {
      for index in group {
        let own = columns[index].path.filter { text in !group.allSatisfy { columns[$0].path.contains(text) } }
        for text in own where reading(text).isBare && reading(text).time == nil && reading(text).unit == nil {
          columns[index].head.name = joinedNames(columns[index].head.name, text)
        }
        columns[index].head.key = HeadReading.key(columns[index].head.name)
      }
    }
  }

  /// What tells the figures of one column from those of another.
  private struct HeadCoordinates: Hashable {
    var key: String
    var kind: Observation.Kind?
    var time: HeadTime?
    var timeColumn: Int?
    var area: NamedPlace?
    var unit: String?
    var against: HeadReading.Against?

    init(_ column: TableColumn) {
      (key, kind, time, timeColumn) = (column.head.key, column.head.kind, column.head.time, column.timeColumn)
      (area, unit, against) = (column.area, column.head.unit, column.head.against)
    }
  }

  /// Of two columns of names, 指标 and Item, the one in Latin letters says the other again.
  func settleTranslations(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>) {
    func areNames(_ column: TableColumn) -> Bool { [.name, .category, .area].contains(column.use) }
    let names = columns.indices.filter { areNames(columns[$0]) }
    guard names.count > 1 else { return }
    func share(_ column: Int, of isFitting: (String.UnicodeScalarView) -> Bool) -> Bool {
      let texts = rows.map { text($0, columns[column].column).unicodeScalars }.filter { !$0.isEmpty }
      return !texts.isEmpty && texts.count(where: isFitting) * 10 >= texts.count * 9
    }
    let chinese = names.filter { share($0) { $0.contains(where: \.isHan) } }
    guard !chinese.isEmpty else { return }
    for index in names where share(index, of: { $0.contains(where: \.isLatinLetter) && !$0.contains(where: \.isHan) }) {
      let isFilledBeside = rows.allSatisfy { row in
        text(row, columns[index].column).isEmpty || chinese.contains { !text(row, columns[$0].column).isEmpty }
          // A name in Latin letters that runs over into a row of its own.
          || !(columns[index].column..<columnCount).contains { content(row, $0).isValue }
      }
      if isFilledBeside { columns[index].use = .note }
    }
  }

  /// +/- % that no figures prove to be of two times: a change, and no one knows from when.
  func settleSigns(_ columns: inout [TableColumn]) {
    for index in columns.indices where columns[index].use == .value && columns[index].head.kind == nil && columns[index].head.unit == "%" {
      guard let own = columns[index].path.last, case let signs = own.filter({ !" %％()（）".contains($0) }),
        ["+/-", "+-", "+/–", "+/−"].contains(signs)
      else { continue }
      columns[index].head.kind = .change
      columns[index].head.against = .other
      columns[index].head.rename("")
    }
  }

  /// 前年同月比 over 102.1% and 98.3%: how much of the earlier figure it is, and no growth by as much. Figures without signs, all of them near
  /// a hundred, are none.
  func settleRatios(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>) {
    for index in columns.indices
    where columns[index].use == .value && columns[index].head.kind == .change && !columns[index].isIndex
      && columns[index].provenLevel == nil && columns[index].head.unit.map({ $0 == "%" }) ?? true
    {
      let cells = rows.compactMap { begins($0, columns[index].column) ? self.index($0, columns[index].column) : nil }
        .filter { contents[$0].number != nil }
      guard let own = columns[index].path.last,
        cells.allSatisfy({ table.cells[$0].text.unicodeScalars.first.map { $0.halfWidth.isDigit } ?? false })
      else { continue }
      let values = cells.compactMap { contents[$0].number?.value.doubleValue }
      let isNamedRatio = words.phrases(.ratioHeads).contains { HeadReading.key(own).contains($0.key) }
      guard
        isNamedRatio
          ? values.count > 1 && values.allSatisfy({ (50...200).contains($0) })
          : values.count > 2 && values.allSatisfy({ (85...120).contains($0) })
      else { continue }
      var scan = HeadScan(Array(own.unicodeScalars), words, times)
      _ = scan.takeUnit()
      columns[index].head.kind = nil
      columns[index].head.against = nil
      columns[index].head.rename(joinedNames(columns[index].head.name, scan.rest()))
      columns[index].isIndex = true
    }
  }

  /// Variation and variation (%) behind the figures of two times: how these changed.
  func settleDifferences(_ columns: inout [TableColumn]) {
    let values = columns.indices.filter { columns[$0].use == .value && columns[$0].head.kind == nil }
    for index in values where columns[index].head.time == nil && words.holds(.differences, columns[index].head.key) {
      let before = values.filter { $0 < index && columns[$0].head.name.isEmpty && columns[$0].path.count == columns[index].path.count }
      guard Set(before.compactMap { columns[$0].head.time }).count == 2 else { continue }
      columns[index].head.kind = .change
      columns[index].head.rename("")
    }
  }

  /// Compared to the previous year over +3.7% and -1.2%, beside levels without per cent: how these changed.
  func settleComparedCells(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>) {
    let values = columns.indices.filter { columns[$0].use == .value }
    func numbers(_ index: Int) -> [CellNumber] {
      rows.compactMap { begins($0, columns[index].column) ? content($0, columns[index].column).number : nil }
    }
    for index in values
    where columns[index].head.kind == nil && columns[index].head.against != nil
      && (columns[index].head.name.isEmpty || columns[index].path.count > 1)
    {
      let numbers = numbers(index)
      guard !numbers.isEmpty, numbers.allSatisfy({ $0.unit == "%" || $0.unit == "％" }) else { continue }
      columns[index].head.kind = .change
    }
  }

  /// Previous month (%) beside an index or an amount: how that changed since. Beside the same of this month it is a level of then.
  func settleComparedTimes(_ columns: inout [TableColumn]) {
    let values = columns.indices.filter { columns[$0].use == .value && columns[$0].head.kind == nil }
    guard values.contains(where: { !isPercent(columns[$0].head.unit) && columns[$0].head.time?.offset == nil }) else { return }
    func against(_ time: HeadTime?) -> HeadReading.Against? {
      guard let time, time.months == nil, time.endYear == nil, !time.isCumulative, !time.isStock else { return nil }
      if let offset = time.offset, offset.count == -1 { return HeadReading.Against(monthsBack: offset.length) }
      return time.keepsMonths && time.year == .relative(-1) ? .yearBefore : nil
    }
    let ratios = values.filter { isPercent(columns[$0].head.unit) && columns[$0].head.name.isEmpty }
    guard ratios.allSatisfy({ against(columns[$0].head.time) != nil }) else { return }
    for index in ratios {
      guard let against = against(columns[index].head.time) else { continue }
      columns[index].head.kind = .change
      columns[index].head.against = against == .monthsBack(3) ? .quarterBefore : against
      columns[index].head.time = nil
      columns[index].hasOwnTime = false
    }
  }

  /// 涨跌幅（%） behind 比上月涨跌（元）: counted from the same.
  func settleComparisons(_ columns: inout [TableColumn]) {
    let changes = columns.indices.filter { columns[$0].use == .value }
    for (before, index) in zip(changes, changes.dropFirst()) {
      let (first, next) = (columns[before], columns[index])
      guard first.head.kind == .change, next.head.kind == .change, next.head.against == nil, next.path.dropLast() == first.path.dropLast(),
        next.head.name.isEmpty || next.head.key == first.head.key
      else { continue }
      switch first.head.against {
      case .periodBefore?, .other?, .monthBefore?, .monthsBack?, .quarterBefore?, .yearStart?:
        columns[index].head.against = first.head.against
      case .yearBefore?, .average?, .time?, nil: continue
      }
    }
  }

  /// Income group rank beside a column of income groups: the rank in each of these.
  func settleRanks(_ columns: inout [TableColumn]) {
    let fields = Set(columns.filter { $0.use != .value }.compactMap(\.path.last).map(HeadReading.key))
    for index in columns.indices where columns[index].use == .value && columns[index].head.kind == .rank {
      let head = columns[index].head
      guard !head.name.isEmpty, head.scope == nil, fields.contains(head.key) else { continue }
      columns[index].head.scope = head.name
      columns[index].head.rename("")
    }
    // 总量, 位次, 增速, 位次: each the rank of what stands before it. Where but one stands behind both, it is that of the level.
    for (before, index) in zip(columns.indices, columns.indices.dropFirst()) where columns[index].head.kind == .rank {
      let column = columns[index]
      guard column.use == .value, columns[before].use == .value, columns[before].head.kind == .change,
        columns[before].path.dropLast() == column.path.dropLast(), column.head.name.isEmpty || column.head.name == column.group
      else { continue }
      let beside = columns.indices.filter { columns[$0].use == .value && columns[$0].path.dropLast() == column.path.dropLast() }
      let hasLevel = beside.contains { columns[$0].head.kind == nil }
      let isLevelRanked = zip(beside, beside.dropFirst()).contains { columns[$0].head.kind == nil && columns[$1].head.kind == .rank }
      if !hasLevel || isLevelRanked { columns[index].head.isOfGrowth = true }
    }
  }

  /// 車位 beside 住宅 and 商舖: a name like theirs, though things are counted in such words too.
  func settleNamesLikeUnits(_ columns: inout [TableColumn]) {
    func isUnitAlone(_ index: Int) -> Bool {
      let head = columns[index].head
      guard let own = columns[index].path.last, own.unicodeScalars.count > 1, own.unicodeScalars.allSatisfy(\.isHan) else { return false }
      return head.kind == nil && head.name.isEmpty && head.unit == own && !isPercent(own) && !Unit(own).measure.contains("元")
    }
    for index in columns.indices where columns[index].use == .value && isUnitAlone(index) {
      let outer = columns[index].path.dropLast()
      let beside = columns.indices.filter { $0 != index && columns[$0].use == .value && columns[$0].path.dropLast() == outer }
      let named = beside.filter { columns[$0].head.kind == nil && !columns[$0].head.name.isEmpty && columns[$0].head.unit == nil }
      guard named.count > 1, named.count == beside.count, let own = columns[index].path.last else { continue }
      columns[index].head.unit = nil
      columns[index].head.rename(own)
    }
  }

  /// Beside 企业 or Applicant a column of places says where these sit; whose the figures are, it does not.
  func settleBodies(_ columns: inout [TableColumn]) {
    func isOfBodies(_ column: TableColumn) -> Bool {
      column.use == .area && column.path.last.map { words.holds(.bodyHeads, HeadReading.key($0)) } ?? false
    }
    guard columns.contains(where: isOfBodies) else { return }
    for index in columns.indices where columns[index].use == .area && !isOfBodies(columns[index]) { columns[index].use = .note }
  }

  /// Codes of series, period, value, then what is measured of whom: names behind the only column of figures, where nothing but codes stands
  /// before it.
  func settleNamesBehind(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>) {
    let values = columns.indices.filter { index in
      columns[index].use == .value && rows.contains { content($0, columns[index].column).number != nil }
    }
    let names = columns.indices.filter { [.name, .category, .area].contains(columns[$0].use) }
    guard values.count == 1, let value = values.first, columns.count > value + 1,
      names.allSatisfy({ index in
        rows.allSatisfy { text($0, columns[index].column).isEmpty || Self.isCode(text($0, columns[index].column)) }
      })
    else { return }
    for index in columns.indices where index > value && columns[index].use == .note {
      guard columns[index].path.last.map({ HeadRole(HeadReading.key($0), words) != .note }) ?? false else { continue }
      let texts = Set(rows.map { text($0, columns[index].column) }.filter { !$0.isEmpty })
      guard !texts.isEmpty, texts.allSatisfy({ $0.utf8.count <= 120 && !Self.isCode($0) }) else { continue }
      columns[index].use = .name
    }
    // What all rows have alike names them only where nothing else does.
    let behind = columns.indices.filter { $0 > value && columns[$0].use == .name }
    func isConstant(_ index: Int) -> Bool { Set(rows.map { text($0, columns[index].column) }).count == 1 }
    if behind.contains(where: { !isConstant($0) }) {
      for index in behind.dropLast() where isConstant(index) && isConstant(index + 1) { columns[index].use = .note }
    }
  }

  /// 同比增减 and 同比增速, 比上年增减 and 比上年增减%: of two changes counted from the same, the one that no word makes a ratio is an amount.
  /// And beside 同比增长 a 增减 is one where the line of units has one for amounts and one for rates: 单位：亿元、%.
  ///
  /// - Parameter units: of the line above the table.
  func settleAmounts(_ columns: inout [TableColumn], units: [String]) {
    let changes = columns.indices.filter { columns[$0].use == .value && columns[$0].head.kind == .change && !columns[$0].isIndex }
    func isRatio(_ index: Int) -> Bool {
      let unit = columns[index].head.unit
      guard let own = columns[index].path.last, unit == nil || isPercent(unit) else { return false }
      let key = HeadReading.key(own)
      return unit != nil || key.contains("%")
        || words.phrases(.percentHeads).contains { $0.scalars.first?.isHan ?? false && key.hasSuffix($0.key) }
    }
    for index in changes where columns[index].head.unit == nil && !isRatio(index) && !columns[index].isAmountOfChange {
      let column = columns[index]
      columns[index].isAmountOfChange = changes.contains { other in
        other != index && isRatio(other) && columns[other].head.against == column.head.against && columns[other].head.key == column.head.key
          && columns[other].head.time == column.head.time && columns[other].area == column.area
          && columns[other].path.dropLast() == column.path.dropLast()
      }
    }
    guard units.contains(where: isPercent), units.contains(where: { !isPercent($0) }) else { return }
    func isPlain(_ index: Int) -> Bool {
      columns[index].head.unit == nil && !isRatio(index)
        && columns[index].path.last.map { own in
          words.phrases(.plainChanges).contains { $0.scalars.first?.isHan ?? false && HeadReading.key(own).hasSuffix($0.key) }
        } ?? false
    }
    guard changes.contains(where: { !isPlain($0) && columns[$0].head.unit == nil && !columns[$0].isAmountOfChange }) else { return }
    for index in changes where isPlain(index) { columns[index].isAmountOfChange = true }
  }

  /// 人民币计 and 美元计 below 同比增长, beside 人民币（亿元） and 美元（亿美元）: each of the level whose head names it.
  func settleMoneys(_ columns: inout [TableColumn]) {
    let levels = columns.indices.filter { columns[$0].use == .value && columns[$0].head.kind == nil && !columns[$0].isAchievement }
    for index in columns.indices where columns[index].use == .value && columns[index].head.kind == .change && columns[index].path.count > 1
    {
      guard let own = columns[index].path.last.map({ reading($0) }), own.kind == nil, own.time == nil,
        case let named = words.phrases(.standingIn).reduce(own.key, { $0.trimming($1.key) }), named.unicodeScalars.count > 1
      else { continue }
      let found = levels.filter { level in columns[level].path.last.map { HeadReading.key($0).contains(named) } ?? false }
      guard found.count == 1, let level = found.first, named != own.key || columns[level].path.last.map({ reading($0).key }) == named else {
        continue
      }
      columns[index].provenLevel = columns[level].column
      columns[index].head.rename(columns[level].head.name)
    }
  }

  /// Partner beside Reporter: of these the figures are, with those.
  func settlePartners(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>) {
    let areas = columns.indices.filter { columns[$0].use == .area }
    func isPartner(_ index: Int) -> Bool { columns[index].path.last.map { words.holds(.partnerHeads, HeadReading.key($0)) } ?? false }
    guard areas.count > 1, areas.contains(where: { !isPartner($0) }) else { return }
    for index in areas where isPartner(index) {
      let texts = Set(rows.map { text($0, columns[index].column) }.filter { !$0.isEmpty })
      columns[index].use = texts.count > 1 ? .name : .note
    }
  }

  /// A place at the head of a column counts where others have one too; 全市 beside 市区 is a place of its own then.
  func settleAreas(_ columns: inout [TableColumn]) {
    let values = columns.indices.filter { columns[$0].use == .value && columns[$0].head.kind == nil && !columns[$0].head.name.isEmpty }
    let places = values.filter { columns[$0].area != nil }
    guard places.count < 2 || places.count * 2 < values.count else { return }
    for index in values { columns[index].area = nil }
  }
}

extension String {
  /// Without a word at its start or its end.
  fileprivate func trimming(_ word: String) -> String {
    if hasPrefix(word) { return String(dropFirst(word.count)) }
    return hasSuffix(word) ? String(dropLast(word.count)) : self
  }
}
