import Articles
import Extraction
import Indicators
import Lingua

/// What a figure is called: the words of its row, its column and the title.
extension FigureMaker {
  // MARK: Names

  func name(_ row: TableRow, _ column: TableColumn, _ kind: Observation.Kind) -> String {
    let own = ownName(row, column, kind)
    if isGrowthOfAll, !own.isEmpty, let measure = measure(kind), !own.contains(measure) {
      guard own.unicodeScalars.contains(where: \.isHan) else { return joinedNames(measure, own) }
      // 燃料 and 价值 below 零售业销货额: what is measured stands before how.
      let last = column.head.name
      guard !last.isEmpty, own.count > last.count, own.hasSuffix(last) else { return joinedNames(own, measure) }
      return joinedNames(joinedNames(String(own.dropLast(last.count)), measure), last)
    }
    // PC_GDP: of codes alone that of the unit is the one that tells what is measured.
    return own.isEmpty ? measure(kind) ?? context.caption ?? row.unitCode ?? (row.isTotal ? row.label : "") : own
  }

  /// What the title measures: 工业增加值 of 工业增加值增速 where the figure is a growth, or stands beside one.
  func measure(_ kind: Observation.Kind) -> String? {
    guard kind == .change || kind == .rank, let head = context.measureHead, head.kind == .change, !head.name.isEmpty else {
      return context.measure
    }
    return head.name
  }

  func ownName(_ row: TableRow, _ column: TableColumn, _ kind: Observation.Kind) -> String {
    var columnName = column.head.name
    if columnName.isEmpty, column.head.kind != nil, let level = levels[position(column)].first { columnName = columns[level].head.name }
    var rowName = rowName(row)
    // Index over the years, below Consumer price index.
    if namesIndices, !rowName.isEmpty, grid.words.holds(.bareMeasures, HeadReading.key(columnName)) { columnName = "" }
    if rowName.isEmpty, row.isTotal || row.isSubtotal {
      // Total, further in than the line over its rows, is of that.
      if row.isSubtotal || row.indent > 0, !row.section.isEmpty { rowName = row.section }
    }
    // Q1 and Q2 below Patent grants (thousand).
    if rowName.isEmpty, columnName.isEmpty, !row.section.isEmpty, !row.isGrouped {
      // Member States over Germany and France measures nothing where the title does.
      return measure(kind) == nil || row.isBelowMeasure ? row.section : ""
    }
    if !columnName.isEmpty {
      if grid.words.holds(.totals, HeadReading.key(columnName)) { return rowName }
      // 授权量 below 各县区专利授权量, and not 出口 beside 进口 below 进出口.
      if rowName.isEmpty, hasOneMeasure, let measure = context.measure, measure.hasSuffix(columnName),
        !grid.words.contains(.joining, in: measure)
      {
        return measure
      }
      // 件数 in a ranking by 专利授权量.
      if rowName.isEmpty, grid.words.holds(.counts, HeadReading.key(columnName)), let measure = measure(kind),
        !columns.contains(where: { $0.head.name == measure }),
        !grid.words.contains(.joining, in: measure)
      {
        return measure
      }
      // Index below Consumer price index.
      if rowName.isEmpty, let measure = measure(kind), grid.words.holds(.bareMeasures, HeadReading.key(columnName.withoutBase)),
        HeadReading.key(measure).contains(HeadReading.key(columnName.withoutBase)), !grid.words.contains(.joining, in: measure)
      {
        return measure
      }
      // 金额 below 外销订单; 环比 below 新建商品住宅销售价格指数.
      if rowName.isEmpty, let measure = measure(kind), !measure.contains(columnName), !grid.words.contains(.joining, in: measure) {
        if grid.words.holds(.bareMeasures, HeadReading.key(columnName.withoutBase)) { return joinedNames(measure, columnName) }
        if column.isIndex || namesIndices, !grid.words.contains(.rateEndings, in: HeadReading.key(columnName)) {
          return columnName.unicodeScalars.contains(where: \.isHan) || !namesIndices
            ? joinedNames(columnName, measure) : joinedNames(measure, columnName)
        }
      }
      // 生产总值 below 地区生产总值指数.
      if rowName.isEmpty, namesIndices, let measure = measure(kind), measure.contains(columnName) { return measure }
      // 职务 below 专利申请量: a part of what the title measures, and no measure of its own.
      if rowName.isEmpty, column.isOfPart, let measure = measure(kind),
        !measure.contains(columnName),
        !grid.words.contains(.joining, in: measure)
      {
        return joinedNames(measure, columnName)
      }
      // 金额 of 机械 below 主要出口商品.
      if row.isProduct || row.isCategory, let flow = flow(kind), !rowName.isEmpty, !rowName.lowercased().contains(flow.lowercased()),
        isBareMeasure(columnName)
      {
        return joinedNames(rowName, joinedNames(flow, columnName))
      }
      // Men of 15-24 below Unemployment rate by age.
      if row.isCategory, !rowName.isEmpty, let measure = measure(kind), grid.words.holds(.kindsOfPeople, HeadReading.key(columnName)),
        !measure.unicodeScalars.contains(where: \.isHan)
      {
        return [measure, rowName, columnName].joined(separator: ", ")
      }
      // 城市 of 食品 below 居民消费价格指数.
      if namesIndices, !rowName.isEmpty, !columnName.contains("=100"), let measure = measure(kind), !rowName.contains(measure),
        !measure.contains(rowName)
      {
        return measure.unicodeScalars.contains(where: \.isHan)
          ? joinedNames(joinedNames(rowName, columnName), measure) : [measure, rowName, columnName].joined(separator: ", ")
      }
      // 预算 of 一般公共预算收入 is no word said twice.
      if grid.words.holds(.targets, HeadReading.key(columnName)), !rowName.hasSuffix(columnName),
        rowName.unicodeScalars.contains(where: \.isHan)
      {
        return rowName + columnName
      }
      return joinedNames(rowName, columnName)
    }
    guard let measure = measure(kind) else { return rowName }
    if row.isProduct, !rowName.isEmpty {
      let tail = grid.words.phrases(.productMeasures).first { HeadReading.key(measure).hasSuffix($0.key) }
      return tail.map { joinedNames(rowName, String(measure.suffix($0.key.count))) } ?? rowName
    }
    if rowName.isEmpty { return measure }
    guard row.isCategory && row.head.unit == nil || namesIndices,
      row.parent == nil || !self.rowName(rows[row.parent ?? 0]).contains(measure)
    else {
      return rowName
    }
    // 居民消费价格 among its own categories.
    if rowName.contains(measure) || measure.contains(rowName) && rowName.unicodeScalars.count >= 4 { return rowName }
    // 居民生活用电量 below 全社会用电量.
    if rowName.unicodeScalars.contains(where: \.isHan), rowName.unicodeScalars.count > 3, rowName.suffix(3) == measure.suffix(3) {
      return rowName
    }
    // Unemployed persons, men; 企业专利授权量.
    let isLatin = !rowName.unicodeScalars.contains(where: \.isHan) && !measure.unicodeScalars.contains(where: \.isHan)
    // Patents filed below patent filings.
    if isLatin, let word = measure.split(separator: " ").first, word.count > 4,
      rowName.split(separator: " ").contains(where: { $0.lowercased().hasPrefix(word.prefix(5).lowercased()) })
    {
      return rowName
    }
    return isLatin ? measure + ", " + rowName : joinedNames(rowName, measure)
  }

  /// 出口 of 主要出口商品: which way things go that a title lists, where it says one way.
  private func flow(_ kind: Observation.Kind) -> String? {
    guard let measure = measure(kind) else { return nil }
    let folded = Array(measure.unicodeScalars).folded
    let found = grid.words.phrases(.flows).compactMap { phrase in folded.place(of: phrase.scalars) }
    guard let longest = found.first, found.allSatisfy({ longest.contains($0.lowerBound) }) else { return nil }
    return String(scalars: Array(measure.unicodeScalars)[longest])
  }

  /// 金额, 数量, Value: what says how much there is and not of what.
  private func isBareMeasure(_ name: String) -> Bool {
    let key = HeadReading.key(name)
    return [.bareMeasures, .counts, .quantities, .worths].contains { grid.words.holds($0, key) }
  }

  func position(_ column: TableColumn) -> Int { positions[column.column] ?? 0 }

  /// The row's words with those of the row it is a part of; a word that means nothing alone takes the line above it.
  func rowName(_ row: TableRow) -> String {
    var name = row.name
    if row.head.kind != nil, name.isEmpty, let level = levelRow(of: row) { return rowName(rows[level]) }
    if name.isEmpty { return "" }
    if let parent = row.parent, row.isOfOwner {
      let owner = rows[parent].name
      // 铁路 of 货物运输量 is 铁路货物运输量.
      let isHan = owner.unicodeScalars.contains(where: \.isHan)
      name = isHan ? joinedNames(name, owner) : joinedNames(owner, name)
    } else if let parent = row.parent, !rows[parent].isSection, sharesUnit(row, rows[parent]) || row.isWithin {
      let owner = rows[parent].isOfOwner ? rowName(rows[parent]) : rows[parent].name
      // 专科 of 普通本专科 is no word said twice.
      if !owner.isEmpty, !name.contains(owner) { name = joinedNames(owner, name, ofPart: true) }
    } else if !row.section.isEmpty, row.isOwned || grid.words.holds(.dependentNames, row.head.key) {
      name = row.isGrouped ? joinedNames(name, row.section) : joinedNames(row.section, name)
    } else if !row.sectionMeasure.isEmpty, !grid.words.ends(row.head.key, with: .measures) {
      name = joinedNames(name, row.sectionMeasure)
    }
    return name
  }

  func sharesUnit(_ row: TableRow, _ other: TableRow) -> Bool {
    let unit = row.head.unit ?? row.unit
    return unit == nil || unit == (other.head.unit ?? other.unit)
  }
}

extension String {
  /// Index (2020=100) without its base.
  fileprivate var withoutBase: String {
    guard let open = lastIndex(where: { "(（[".contains($0) }), self[open...].contains("100") else { return self }
    return String(self[..<open])
  }
}
