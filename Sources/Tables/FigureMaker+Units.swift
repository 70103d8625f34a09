import Articles
import Indicators
import Lingua

/// The unit of a figure: that beside its number, of its heads, of what it is a part of, of the titles.
extension FigureMaker {
  func unit(_ number: CellNumber, _ row: TableRow, _ column: TableColumn, _ kind: Observation.Kind) -> String {
    switch kind {
    case .rank: return "位"
    case .change, .share:
      if !number.unit.isEmpty { return number.hasOnlyCurrency ? scaled(number.unit, as: context.units.first ?? "") : number.unit }
      if column.head.kind != nil, let unit = column.head.unit, grid.words.isMoney(unit), context.units.count == 1 {
        return scaled(unit, as: context.units[0])
      }
      if column.head.kind != nil, let unit = column.head.unit {
        // 0.2 below thousands, of a rate: points.
        if kind == .change, let own = row.head.unit, row.head.kind == nil, normalised(own) == "%", !isOfPercent(unit) {
          return points(row.head.text)
        }
        return normalised(unit)
      }
      if row.head.kind != nil, let unit = row.head.unit ?? row.unit { return normalised(unit) }
      if kind == .share { return unitsOfShares[column.column] ?? "%" }
      if column.head.kind == nil, row.head.kind == nil, let change = context.change {
        if let unit = change.unit ?? context.units.first { return normalised(unit) }
        return change.text.contains("%") || grid.words.names(.percentHeads, in: change.text) ? "%" : levelUnit(row, column)
      }
      // 增减 without unit in a column of figures in per cent, or in the level's own unit.
      let heads = column.path.joined(separator: " ") + " " + row.head.text
      if column.isAmountOfChange || grid.words.contains(.changeAmounts, in: HeadReading.key(heads)) {
        let unit = levelUnit(row, column)
        return unit == "%" ? points(heads) : unit
      }
      if heads.contains("%") || grid.words.names(.percentHeads, in: heads) { return "%" }
      // yoy, y/y: short for a ratio.
      let lower = heads.lowercased()
      if grid.words.phrases(.ratioMarks).contains(where: { lower.contains($0.text) }), !grid.words.names(.plainChanges, in: heads) {
        return "%"
      }
      // A line above says that all changes are in per cent.
      if kind == .change, let told = context.change ?? context.changePart,
        told.unit == "%" || told.text.contains("%") || grid.words.names(.percentHeads, in: told.text)
      {
        return "%"
      }
      // Million EUR, % above: the one of the levels, the other of how they changed.
      if kind == .change, context.units.count > 1, context.units.contains(where: { normalised($0) == "%" }) {
        let unit = levelUnit(row, column)
        return isOfPercent(unit) && context.units.contains { isOfPercent($0) && normalised($0) != "%" } ? points(heads) : "%"
      }
      // Percent changes in the title.
      if kind == .change, let title = context.measureHead, title.kind == .change, title.unit == "%" { return "%" }
      return levelUnit(row, column)
    case .level, .streak:
      guard !number.unit.isEmpty else { return levelUnit(row, column) }
      // $ 412.5 in a table in millions.
      let unit = levelUnit(row, column)
      return number.hasOnlyCurrency ? scaled(number.unit, as: unit) : number.unit
    }
  }

  func levelUnit(_ row: TableRow, _ column: TableColumn) -> String {
    // Percentage point differences from the last projections.
    if column.isDifference, column.head.kind == nil, column.head.unit == nil, grid.words.contains(.percentagePoints, in: column.head.key) {
      return points(column.head.text)
    }
    if column.isIndex {
      if let unit = column.head.unit { return normalised(unit) }
      // The unit of a table of amounts is none of an index.
      let isOwn = context.units.count == 1 && context.units.allSatisfy { normalised($0) == "%" || $0.contains("100") }
      if !isOwn { return row.head.unit.map(normalised) ?? "" }
    }
    // A word that no list has (%), beside 人 in the rows: whatever it says, it is in per cent.
    if column.head.kind == nil, let unit = column.head.unit, normalised(unit) == "%" { return "%" }
    if row.isIndex { return (row.head.unit ?? row.unit).map(normalised) ?? "" }
    // 计量单位 beside the goods is that of 数量; 金额 has the unit above the table.
    if let money = context.moneyUnit, column.head.kind != nil || column.head.unit == nil, row.head.unit == nil,
      grid.words.contains(.moneyNames, in: column.head.key)
    {
      return normalised(money)
    }
    // Value beside quantity: the unit beside the goods is that of these.
    if hasUnitsOfQuantities, column.amount == .worth, Self.isCounted(row.head.unit ?? row.unit) {
      return normalised(
        (column.head.kind == nil ? column.head.unit : column.levelUnit) ?? (context.units.count == 1 ? context.units[0] : ""))
    }
    // 价格（元） of what is counted in 吨.
    if let counted = row.unit, row.head.unit == nil, column.head.kind == nil, let money = column.head.unit, !money.contains("/"),
      grid.words.ends(column.head.key, with: .prices), Unit(money).measure.contains("元"), !Unit(counted).measure.contains("元"),
      counted != "%"
    {
      return normalised(money) + "/" + counted
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
    if context.units.count <= 1 {
      guard let unit = context.units.first, !context.isOfIndices || column.head.kind != nil || row.head.kind != nil else {
        return context.units.isEmpty ? unitOfCount(row, column) : ""
      }
      // Earnings per share below “in millions”.
      if grid.words.contains(.perShare, in: row.head.key) || grid.words.names(.perShare, in: row.head.name) { return withoutScale(unit) }
      // 用工人数, 资产负债率 and employees in a table of money.
      if isOfMoney(unit), isCountOrRate(row.name.isEmpty ? column.head.name : row.name) { return "" }
      // Numbers in thousands: a rate is none.
      if grid.words.isScale(unit),
        grid.words.ends(row.head.key.isEmpty ? column.head.key : row.head.key, with: .rateEndings)
      {
        return ""
      }
      // 802 below $ 1,284 in a table in millions: accounts sign the first amount and the sums.
      if let moneySign, !isCountOrRate(row.head.name), !grid.words.names(.sharesOfStock, in: row.head.name) {
        return scaled(moneySign, as: unit)
      }
      return normalised(unit)
    }
    // 结案率 of 刑事案件: the unit of a rate, whatever its row is counted in; 质押金额 of 国有银行 is in money.
    let isRate = grid.words.ends(column.head.key, with: .rateEndings)
    let names = isRate || row.name.isEmpty ? [column.head.name] : [column.head.name, row.name]
    if let unit = unitBySize(names) { return normalised(unit) }
    let unit = names.lazy.compactMap { self.fitting(context.units, $0) }.first ?? mostCounted(context.units)
    return unit.map(normalised) ?? ""
  }

  /// 注：客座率的同比增减为百分点: the unit that a clause of a note gives the changes of a row or a column that it names.
  func unitOfNotedChange(_ row: TableRow, _ column: TableColumn) -> String? {
    let notes = grid.notes
    guard !notes.pointsClauses.isEmpty || !notes.absoluteClauses.isEmpty else { return nil }
    let keys = [row.head.key, column.head.key]
    if keys.contains(where: { NotesOnFigures.names($0, notes.pointsClauses) }) { return points(row.label + column.path.joined()) }
    return keys.contains { NotesOnFigures.names($0, notes.absoluteClauses) } ? levelUnit(row, column) : nil
  }

  /// 总产量 and 人均产量 in a table in 万吨 and 千克: of two units of one quantity what falls to one of many is in the smaller.
  private func unitBySize(_ names: [String]) -> String? {
    guard let unitsBySize else { return nil }
    let isOfOne = names.contains { grid.words.names(.perOne, in: $0) }
    return isOfOne ? unitsBySize.small : names.contains { !$0.isEmpty } ? unitsBySize.large : nil
  }

  /// The only two units of one quantity above a table some heads of which say that what they measure falls to one of many.
  static func unitsBySize(_ units: [String], _ columns: [TableColumn], _ rows: [TableRow], _ words: TableWords) -> (
    small: String, large: String
  )? {
    guard units.count == 2 else { return nil }
    let (first, second) = (Unit(units[0]), Unit(units[1]))
    guard !first.measure.isEmpty, let one = ExactNumber("1"), let order = Quantity(one, first).compare(Quantity(one, second)),
      order != .same,
      columns.contains(where: { words.names(.perOne, in: $0.head.name) })
        || rows.contains(where: { !$0.isSection && words.names(.perOne, in: $0.head.name) })
    else { return nil }
    return order == .less ? (units[0], units[1]) : (units[1], units[0])
  }

  private func isOfMoney(_ unit: String) -> Bool {
    Unit(unit).measure.contains("元") || unit.unicodeScalars.contains { "$€£¥￥₹".unicodeScalars.contains($0) }
      || unit.lowercased().split(separator: " ").contains {
        grid.words.holds(.moneyCodes, String($0)) || grid.words.holds(.dollars, String($0))
      }
  }

  /// Whether a name says that things are counted, or that one is a part of another.
  private func isCountOrRate(_ name: String) -> Bool {
    grid.words.ends(HeadReading.key(name), with: .countedRows) && name.unicodeScalars.contains(where: \.isHan)
      || grid.words.names(.countedRows, in: name)
  }

  /// 件 of 商标申请件数.
  private func unitOfCount(_ row: TableRow, _ column: TableColumn) -> String {
    let names = [column.head.key, row.head.key]
    let ending = grid.words.phrases(.countedEndings).first { ending in names.contains { $0.hasSuffix(ending.key) } }
    return ending.map { String($0.text.dropLast()) } ?? ""
  }

  /// Whether a unit is per cent, or points of it.
  private func isOfPercent(_ unit: String) -> Bool {
    normalised(unit) == "%" || grid.words.holds(.hundredthsOfPoints, HeadReading.key(unit))
      || grid.words.phrases(.percentagePoints).contains { unit.lowercased().hasSuffix($0.text) }
  }

  /// Whether a unit is that of no money.
  private static func isCounted(_ unit: String?) -> Bool {
    guard let unit else { return true }
    return !Unit(unit).measure.contains("元") && !unit.unicodeScalars.contains { "$€£¥￥₹".unicodeScalars.contains($0) }
  }

  /// Whether heads of columns tell quantities from what these are worth, and rows have units.
  static func hasUnitsOfQuantities(_ columns: [TableColumn], _ rows: [TableRow]) -> Bool {
    columns.contains { $0.amount == .worth } && columns.contains { $0.amount == .quantity }
      && rows.contains { ($0.head.unit ?? $0.unit).map(isCounted) ?? false }
  }

  /// The word for a difference of percentages, in the language of a head.
  func points(_ head: String) -> String {
    let isHan = head.unicodeScalars.contains(where: \.isHan)
    let word = grid.words.phrases(.percentagePoints).first { $0.scalars.contains(where: \.isHan) == isHan }?.text ?? "%"
    let isTraditional = isHan && head.unicodeScalars.contains { $0.isHan && $0 != $0.simplified }
    return isTraditional ? grid.words.value(.traditionalUnits, word) ?? word : word
  }

  func normalised(_ unit: String) -> String { units.value(of: unit) { written(unit) } }

  private func written(_ unit: String) -> String {
    // Dollars in Millions
    if let place = unit.ranges(of: " in ").last, grid.words.isScale(String(unit[place.upperBound...])) {
      // $ in millions
      if grid.words.isMoney(String(unit[..<place.lowerBound])) { return scaled(String(unit[..<place.lowerBound]), as: unit) }
      return unit[place.upperBound...].lowercased() + " of " + unit[..<place.lowerBound]
    }
    // In thousands: so many thousand.
    if unit.hasSuffix("s"), grid.words.isScale(unit), grid.words.isScale(String(unit.dropLast())) {
      return String(unit.dropLast()).lowercased()
    }
    // 每股人民币元 is so many 元.
    if let per = grid.words.phrases(.perLeads).first(where: { unit.hasPrefix($0.text) && unit.count > $0.text.count }) {
      return String(unit.dropFirst(per.text.count))
    }
    if grid.words.holds(.perMilleUnits, HeadReading.key(unit)) { return "‰" }
    // In 1 000.
    if unit.first == "1", case let zeros = unit.dropFirst().filter({ $0 != " " && $0 != "," && $0 != "\u{A0}" }),
      zeros.allSatisfy({ $0 == "0" }),
      let scale = grid.words.phrases(.powers).first(where: { $0.value == String(zeros.count) })
    {
      return scale.phrase.text
    }
    // Percentage of population in the labour force.
    let lower = unit.lowercased()
    if !grid.words.phrases(.percentagePoints).contains(where: { lower.hasPrefix($0.text) }),
      grid.words.phrases(.percentWords).contains(where: { lower.hasPrefix($0.text + " of ") })
    {
      return "%"
    }
    return unit == "％" || grid.words.holds(.percentUnits, HeadReading.key(unit))
      ? "%" : grid.words.holds(.emptyUnits, unit.lowercased()) ? "" : unit
  }

  /// $ in a table in millions: $ millions.
  /// $ 412.5 in a table in millions is of $ million.
  private func scaled(_ money: String, as unit: String) -> String {
    guard let scale = grid.words.scale(in: unit) else { return money }
    return money + " " + (scale.hasSuffix("s") ? String(scale.dropLast()) : scale).lowercased()
  }

  /// 百万元 as 元, US dollars in millions as US dollars.
  private func withoutScale(_ unit: String) -> String {
    let measure = Unit(unit).measure
    if unit.unicodeScalars.contains(where: \.isHan) { return measure }
    return unit.split(separator: " ").filter { word in
      let word = word.lowercased()
      return !grid.words.isScale(word) && !grid.words.holds(.danglingWords, word) && word != "of"
    }.joined(separator: " ")
  }

  /// 单位：万元、件 for 质押专利件数: the unit whose measure the name speaks of.
  private func fitting(_ units: [String], _ name: String) -> String? {
    let key = HeadReading.key(name)
    guard !key.isEmpty else { return nil }
    func money() -> String? { units.first { Unit($0).measure.contains("元") } }
    if grid.words.ends(key, with: .moneyNames), let money = money() { return money }
    for unit in units {
      let measure = Unit(unit).measure
      guard !measure.isEmpty, measure != "元" else { continue }
      // The s of thousands is in no name; persons is in Employed persons.
      let isHan = measure.unicodeScalars.contains(where: \.isHan)
      if isHan
        ? key.contains(HeadReading.key(measure))
        : name.lowercased().split(whereSeparator: { !$0.isLetter }).contains(where: { $0 == measure.lowercased() })
      {
        return unit
      }
    }
    // 毕业生数 in a table in 所 and 人.
    if grid.words.ends(key, with: .peopleEndings), let people = units.first(where: { Unit($0).measure.hasPrefix("人") }) { return people }
    if grid.words.ends(key, with: .rateEndings), let percent = units.first(where: { normalised($0) == "%" }) { return percent }
    return grid.words.contains(.moneyNames, in: key) ? money() : nil
  }

  /// Of several units the one that things are counted in.
  private func mostCounted(_ units: [String]) -> String? {
    let counted = units.filter { !isOfPercent($0) }
    return counted.count == 1 ? counted[0] : counted.first { !Unit($0).measure.contains("元") }
  }
}
