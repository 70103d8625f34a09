import Articles
import Extraction
import Indicators
import Lingua

/// A row of a section with what its heads say.
struct TableRow {
  var row: Int
  /// The words at its head, as written.
  var label: String
  /// The same, column by column.
  var labels: [String] = []
  var head: HeadReading
  /// How far from the edge its words begin: quarters of an em, numbering counted in.
  var indent = 0
  /// As ``RowLabel/depth``.
  var depth = 0
  /// As ``RowLabel/isSigned``; so are the rows further in below it.
  var isSigned = false
  /// As ``RowLabel/isListed``.
  var isListed = false
  /// 其中: opens it.
  var isWithin = false
  var isTotal = false
  var isSubtotal = false
  /// Its name is that of a place, or its column holds places.
  var area: NamedPlace?
  /// 总产出指数（上年=100）, or a part of it: whatever the unit of the table, an index has none of it.
  var isIndex = false
  /// 按行业分: a line that says what the rows below part the last whole by.
  var isGroupingLine = false
  /// Sums up all places of the table.
  var isWholeArea = false
  /// A line without figures, over the rows below.
  var isSection = false
  /// Its figures stand in brackets below those of the row above, which says nothing of their signs.
  var isInBrackets = false
  var unit: String?
  /// The code that it stands for, where it is one: PC_GDP.
  var unitCode: String?
  /// That of a level whose change, share or rank the row is: 件 of 发明专利授权量（件） beside 同比增长.
  var levelUnit: String?
  /// The row that this one is a part of; its index among the rows.
  var parent: Int?
  /// It stands flush below its owner, whose name its own needs.
  var isOfOwner = false
  /// The words of the lines and cells over it that its own need.
  var section = ""
  /// The line over it ends with a colon: Disposable personal income:.
  var isOwned = false
  /// ``section`` is what a line such as 按经营地分 parts.
  var isGrouped = false
  /// Imports over Japan and China: the line over it says what is measured of the places, and the title only of what that is a part.
  var isBelowMeasure = false
  /// What the line over it measures in it: 粮食 below 一、产量（万吨）.
  var sectionMeasure = ""
  /// It names what is made or sold, so that the title says what is measured of it.
  var isProduct = false
  /// Names are categories of what the title or the column measures.
  var isCategory = false
  /// What is measured in it, without the column's part.
  var name: String { head.name }
}

extension TableGrid {
  func rows(of section: TableSection, _ columns: [TableColumn], _ places: PlaceNames, _ context: TableContext) -> [TableRow] {
    var rows: [TableRow] = []
    var held: [Int: Int] = [:]
    var sectionTime: HeadTime?
    // That of the row above.
    var lastTime: HeadTime?
    var sectionArea: NamedPlace?
    var sectionUnit: String?
    // A line that is a unit, below which that of the columns holds no more.
    var lineUnit: String?
    var sectionWords = ""
    var sectionMeasure = ""
    // Percent change over rows: what kind of figures they hold.
    var sectionKind: HeadReading?
    var owner: SectionOwner?
    var reach: SectionReach?
    // The last row that is part of no other: what 按…分 parts.
    var whole = ""
    var isGrouping = false
    let lastDated = lastRow(datedIn: context.period, section, columns)
    for number in section.bodyRows {
      var row = TableRow(row: number, label: "", head: .plain(""))
      var names: [(String, Int)] = []
      var time: HeadTime?
      var labels: [String] = []
      var read: Set<Int> = []
      // 2024 over the whole width is a head of the rows below it.
      let hasFigures = columns.contains {
        $0.use == .value && content(number, $0.column).isValue
          && !(index(number, $0.column).map {
            table.cells[$0].column == section.columns.lowerBound && table.cells[$0].columnSpan == section.columns.count
              && section.columns.count > 1
          } ?? false)
      }
      for column in columns {
        var cell = index(number, column.column)
        if let found = cell, table.cells[found].text.isEmpty { cell = nil }
        switch column.use {
        case .area, .period, .name, .category:
          // A blank head of a row repeats the one above where further heads follow.
          if cell == nil, hasFigures,
            columns.contains(where: {
              $0.column > column.column && $0.use != .value && $0.use != .note && !text(number, $0.column).isEmpty
            })
          {
            cell = held[column.column]
          }
          guard let cell else { continue }
          held[column.column] = cell
          // 全省总计 over the columns of the region and of the city.
          guard read.insert(cell).inserted else { continue }
          let words = table.cells[cell].text
          labels.append(words)
          self.read(words, indent: table.cells[cell].indent, column, hasFigures: hasFigures, places, context, &row, &names, &time)
        case .unit:
          guard let cell, content(number, column.column) != .missing else { continue }
          // 上年=100 beside 指数: its base, and no unit.
          if HeadReading.key(table.cells[cell].text).hasSuffix("=100") {
            row.isIndex = true
          } else {
            row.unit = joinedUnit(row.unit, words.unit(ofCode: table.cells[cell].text))
            if table.cells[cell].text.contains("_") { row.unitCode = table.cells[cell].text }
          }
        case .serial, .note, .value: continue
        }
      }
      // Total below the codes, where the names are blank.
      if labels.isEmpty, hasFigures, let code = columns.first(where: { $0.use == .serial && content(number, $0.column) == .text }),
        let name = columns.first(where: { $0.use == .name || $0.use == .category || $0.use == .area })
      {
        let words = text(number, code.column)
        labels = [words]
        self.read(words, indent: 0, name, hasFigures: hasFigures, places, context, &row, &names, &time)
      }
      if labels.isEmpty, !hasFigures, let only = filled(number, in: section.columns).first {
        // A line that spans the table.
        labels = [table.cells[only].text]
        let name = columns.first { $0.use == .name || $0.use == .category || $0.use == .area } ?? columns.first
        if let name {
          self.read(
            table.cells[only].text, indent: table.cells[only].indent, name, hasFigures: hasFigures, places, context, &row, &names, &time)
        }
      }
      if hasFigures, let last = rows.last, !last.isSection, labels.isEmpty || labels == last.labels, areInBrackets(number, columns),
        !areInBrackets(last.row, columns)
      {
        // Below each level its change in brackets, where a note says so; else nothing says what they are.
        rows.append(inBrackets(number, below: last))
        continue
      }
      // Percent change beside Inflation: what kind of figures they are.
      // In volumes, percentage change on previous period: the rest says how they were made.
      if let unit = row.unit, row.head.kind == nil, case let told = reading(unit),
        told.kind == .change || told.kind == .share && told.scope == nil,
        told.name.isEmpty || told.kind == .change && words.names(.percentWords, in: unit)
      {
        (row.head.kind, row.head.against, row.unit) = (told.kind, told.against, told.unit ?? "%")
        row.head.scope = row.head.scope ?? told.scope
      }
      row.labels = labels
      row.label = labels.joined(separator: " / ")
      if names.count > 1 { row.head.name = names.map(\.0).reduce("") { joinedNames($0, $1) } }
      // 2025年9月 beside 累计值: from January to September.
      row.head.time = row.head.time.map { $0.completed(by: time) } ?? time
      row.head.key = HeadReading.key(row.head.name)
      row.isSection = !hasFigures
      if row.isSection {
        guard !row.label.isEmpty, !isNote(row.label) else { continue }
        sectionKind = row.head.kind != nil && row.head.name.isEmpty ? row.head : kindInBracket(of: row.label)
        // Percent distribution below thousands: in other units.
        if sectionKind != nil { lineUnit = nil }
        if row.head.isBare {
          if let time = row.head.time { (sectionTime, lastTime) = (time, nil) }
          if let unit = row.head.unit ?? row.head.units.first { (sectionUnit, lineUnit) = (unit, unit) }
          if row.head.time != nil || row.head.unit != nil { continue }
        }
        // 云川市 over rows of indicators.
        if row.area == nil, let place = wholePlace(row.head.name, places) { row.area = place }
        if let area = row.area, !columns.contains(where: { $0.use == .area }) || row.head.name.isEmpty {
          sectionArea = area
        }
        let isPlace = row.area != nil && row.area == sectionArea
        isGrouping = HeadRole(HeadReading.key(RowLabel(row.label, words).words.withoutColon), words) == .category
        row.isGroupingLine = isGrouping
        // 江苏 below 发明专利授权量（件）: a line says what its own words say, and the outer one the rest.
        if isPlace {
          if row.head.unit != nil { sectionUnit = row.head.unit }
          lineUnit = nil
          rows.append(row)
          continue
        }
        sectionWords = isGrouping ? whole : row.head.name
        owner = isGrouping ? nil : SectionOwner(row)
        reach = SectionReach(indent: row.indent)
        sectionMeasure = words.ends(row.head.key, with: .measures) ? withoutProducts(row.head.name) : ""
        sectionUnit = row.head.unit
      } else {
        if reach?.ends(before: row) ?? false {
          (reach, owner, sectionUnit, sectionKind) = (nil, nil, nil, nil)
          (sectionWords, sectionMeasure, isGrouping) = ("", "", false)
        }
        let time = row.head.time?.following(lastTime, in: context.period, isNamedLater: number < lastDated)
        row.head.time = (time.map { $0.completed(by: sectionTime) } ?? sectionTime)?.ended(after: context.monthsEnded).placed(
          in: notes)
        // 本年到位资金 in a table of September: from January on.
        if let time = row.head.time, time.year == .relative(0), time.months == nil, time.endYear == nil, !time.isStock, !time.keepsMonths,
          context.period?.end.month != nil
        {
          row.head.time?.year = .inherited
          row.head.time?.isCumulative = true
        }
        if let shared = context.sharedMonths, shared.years != nil { row.head.time = shared.placed(row.head.time) }
        if let lastTime { row.head.time?.keepMonths(of: lastTime) }
        if time != nil { lastTime = row.head.time }
        if row.area == nil, !row.isWholeArea { row.area = sectionArea }
        if row.head.kind == nil, row.unit == nil { row.head.unit = row.head.unit ?? lineUnit }
        row.unit = row.unit ?? row.head.unit ?? (row.head.kind == nil ? sectionUnit : nil)
        if row.head.kind != nil { row.levelUnit = row.levelUnit ?? sectionUnit }
        // 增减值 below 当月与上月比较.
        if let sectionKind, sectionKind.kind == .change, row.head.kind == .change {
          row.head.against = row.head.against ?? sectionKind.against
        }
        if let sectionKind, row.head.kind == nil {
          row.head.kind = sectionKind.kind
          row.head.against = row.head.against ?? sectionKind.against
          row.head.unit = row.head.unit ?? sectionKind.unit
          row.head.scope = row.head.scope ?? sectionKind.scope
          row.head.isAtConstantPrices = sectionKind.isAtConstantPrices
        }
        row.section = sectionWords
        row.isOwned = owner?.owns(row) ?? (row.isListed && !isGrouping && !sectionWords.isEmpty)
        row.isGrouped = isGrouping
        if sectionWords.isEmpty, row.indent == 0, !row.isWithin { whole = row.head.name }
        row.sectionMeasure = sectionMeasure
      }
      rows.append(row)
    }
    settleMeasuresOfPlaces(&rows)
    settleFalseTimes(&rows, columns)
    settleBareGrowth(&rows)
    settleRecurringChanges(&rows)
    settleCodes(&rows)
    settlePlaces(&rows, places)
    linkParts(
      &rows,
      hasUnit: !context.units.isEmpty
        || columns.contains { $0.use == .unit || $0.use == .value && $0.head.kind == nil && $0.head.unit != nil })
    linkFlushParts(&rows, columns, hasUnit: !context.units.isEmpty)
    settleBlocks(&rows)
    settleTranslations(&rows, columns)
    settleShares(&rows, columns)
    settleTimes(&rows)
    return rows
  }

  /// 产量 of 主要产品产量, over names of products.
  private func withoutProducts(_ name: String) -> String {
    let key = HeadReading.key(name)
    guard let lead = words.phrases(.productHeads).filter({ key.hasPrefix($0.key) }).max(by: { $0.key.count < $1.key.count }),
      words.holds(.productMeasures, String(key.dropFirst(lead.key.count)))
    else { return name }
    return String(name.suffix(key.count - lead.key.count))
  }

  /// Whether all figures of a row stand in brackets.
  private func areInBrackets(_ row: Int, _ columns: [TableColumn]) -> Bool {
    let cells = columns.filter { $0.use == .value && begins(row, $0.column) }.compactMap { index(row, $0.column) }
      .filter { contents[$0].number != nil }
    return !cells.isEmpty
      && cells.allSatisfy { cell in
        let text = table.cells[cell].text.unicodeScalars
        return text.first?.halfWidth == "(" && text.last?.halfWidth == ")"
      }
  }

  private func inBrackets(_ number: Int, below level: TableRow) -> TableRow {
    var row = TableRow(row: number, label: "", head: .plain(""))
    guard let change = notes.changeInBrackets else { return row }
    (row.label, row.labels, row.area, row.isWholeArea) = (level.label, level.labels, level.area, level.isWholeArea)
    (row.indent, row.depth, row.isTotal) = (level.indent, level.depth, level.isTotal)
    (row.head.kind, row.head.against, row.head.time, row.isInBrackets) = (.change, change.against, level.head.time, true)
    row.head.isAtConstantPrices = change.isAtConstantPrices
    row.head.unit = change.unit ?? "%"
    return row
  }

  /// The last row whose head names a month of the title's year: bare months far above it are of the years that stand above them.
  private func lastRow(datedIn period: Period?, _ section: TableSection, _ columns: [TableColumn]) -> Int {
    guard let year = period?.end.year else { return 0 }
    let stubs = columns.filter { $0.use == .period }
    return section.bodyRows.last { row in
      stubs.contains { stub in
        guard begins(row, stub.column), let time = reading(text(row, stub.column)).time else { return false }
        return time.year == .absolute(year) && time.months != nil && time.endYear == nil
      }
    } ?? 0
  }

  private func read(
    _ text: String, indent: Int, _ column: TableColumn, hasFigures: Bool, _ places: PlaceNames, _ context: TableContext,
    _ row: inout TableRow,
    _ names: inout [(String, Int)], _ time: inout HeadTime?
  ) {
    // 9, 35 and 42 below Class.
    let isNumber = column.use == .category && text.utf8.count <= 4 && text.utf8.allSatisfy { (48...57).contains($0) }
    let head = isNumber ? column.path.last ?? "" : ""
    let label = RowLabel(isNumber ? head + (head.unicodeScalars.contains(where: \.isHan) ? "" : " ") + text : text, words)
    if column.use == .period {
      let reading = self.reading(text)
      if let found = reading.time {
        // 1/2024 - 3/2024 beside 2024.
        let isWhole = found.months != nil && found.year != .inherited && time?.months == nil
        time = isWhole ? found : time.map { $0.completed(by: found) } ?? found
        // Jan. 2025 from Dec. 2024 below a line that says percent change.
        row.head.against = row.head.against ?? reading.against
      }
      if reading.time == nil, isTotal(reading.key.isEmpty ? HeadReading.key(text) : reading.key) {
        row.isTotal = true
        return
      }
      if reading.time == nil, words.holds(.monthHeads, column.head.key), let month = Int(reading.key), (1...12).contains(month) {
        var found = HeadTime()
        found.months = month...month
        time = time.map { $0.completed(by: found) } ?? found
        return
      }
      // 2024年 over 铁路 and 公路: the last year broken down below the years.
      // 成長率 below the months.
      let isName = reading.name.unicodeScalars.contains { $0.isHan || $0.isLatinLetter }
      // Change 2022-2023 (%) below the years.
      guard reading.kind != nil || reading.time == nil && isName else { return }
    }
    var reading = self.reading(label.words)
    if reading.unit == nil, reading.kind == nil { reading.unit = notes.units.unit(of: text) }
    let key = HeadReading.key(label.words)
    if names.isEmpty || column.use == .name {
      (row.indent, row.depth, row.isListed, row.isSigned) = (indent * 4, label.depth, label.isListed, label.isSigned)
    }
    row.isWithin = row.isWithin || label.isWithin
    let isPlaceColumn = column.use == .area
    // European Union (from 2020): a year in a bracket behind a name belongs to that.
    if isPlaceColumn, reading.kind == nil, reading.time != nil, let open = label.words.lastIndex(where: { "(（".contains($0) }),
      open > label.words.startIndex, case let before = self.reading(String(label.words[..<open])), before.time == nil, !before.name.isEmpty,
      HeadTime(code: label.words[label.words.index(after: open)...].dropLast().unicodeScalars.map(\.lowercasedHalfWidth), words, times)
        == nil
    {
      reading.time = nil
      reading.rename(label.words)
    }
    if let whole = words.value(.wholePlaces, key) {
      // World output is of the world.
      let place = Self.whole(whole, places)
      let named = wholePlace(label.words, places) == nil && !label.words.unicodeScalars.contains(where: \.isHan)
      row.area =
        isPlaceColumn ? named ? place.named(Array(whole.unicodeScalars)) : place.named(Array(label.words.unicodeScalars)) : row.area
      if isPlaceColumn { reading.name = "" }
      row.isTotal = true
    } else if isTotal(key) || isTotal(key, of: column.head.key) || isPlaceColumn && words.holds(.bareMeasures, key) {
      row.isTotal = true
      // All offices, beside the origin: the place stands in another column.
      row.isWholeArea = isPlaceColumn && row.area == nil
      reading.name = ""
    } else if isPlaceColumn, reading.kind == nil, let place = placeOfSum(label.words, places) {
      row.area = place
      row.isWholeArea = false
      reading.name = ""
    } else if isPlaceColumn, words.holds(.wholeAverages, key) {
      row.isWholeArea = row.area == nil
      reading.name = ""
    } else if words.holds(.subtotals, key) {
      row.isSubtotal = true
      reading.name = ""
    } else if isPlaceColumn, !reading.isLeftBare, hasFigures || wholePlace(reading.name, places) != nil {
      // The dot of Acme Corp. belongs to its name.
      let name = reading.name.isEmpty || label.words == reading.name + "." ? label.words : reading.name
      row.area = wholePlace(reading.name, places) ?? NamedPlace(name, .group)
      row.isWholeArea = false
      reading.name = ""
    } else if let place = wholePlace(reading.name, places), reading.kind == nil, column.use == .name, column.head.key.isEmpty {
      row.area = place
      reading.name = ""
    } else if words.holds(.homeAndAbroad, reading.key), reading.kind == nil, row.area == nil,
      context.area == nil || context.place?.level == .nation
    {
      // 国内 and 国外 in a table of the whole.
      row.area = NamedPlace(reading.name, .group)
      reading.name = ""
    }
    if !reading.name.isEmpty { row.isCategory = column.use == .category }
    row.isProduct = row.isProduct || words.holds(.productHeads, column.head.key)
    if !reading.name.isEmpty { names.append((reading.name, indent)) }
    let unit = row.head.unit
    let known = row.head.time
    let kind = row.head.kind
    let name = row.head.name
    let against = row.head.against
    row.head = reading
    row.head.against = reading.against ?? against
    row.head.unit = reading.kind == nil ? reading.unit ?? unit : reading.unit
    if reading.kind != nil { row.levelUnit = unit }
    row.head.time = reading.time ?? known
    if reading.kind == nil, let kind { row.head.kind = kind }
    if reading.name.isEmpty { row.head.name = name }
  }
}

extension String {
  /// 按消费类型分： without the colon at its end.
  fileprivate var withoutColon: String { last == ":" || last == "：" ? String(dropLast()) : self }
}
