import Articles
import Extraction
import Indicators
import Lingua

/// A column of a section with what its heads say.
struct TableColumn {
  enum Use: Hashable {
    case serial, unit, note
    /// Heads of rows.
    case area, period, name, category
    case value

    var isStub: Bool { self == .area || self == .period || self == .name || self == .category }
  }
  var column: Int
  var use: Use
  /// The texts of its heads, the outermost first.
  var path: [String]
  /// All its heads together, the innermost ruling.
  var head: HeadReading
  /// The heads above the innermost, joined: what a change in a group is of.
  var group: String
  /// What its innermost head measures in the group: 数量, 价值.
  var measured: String?
  /// 完成预算（%）: how much of a target is reached.
  var isAchievement = false
  /// 上月=100: an index, a level whatever stands over it.
  var isIndex = false
  /// That of a level's head over or below one of changes: US$ million over Change.
  var levelUnit: String?
  /// A place at its head.
  var area: NamedPlace?
  /// The column in its group that says when its figures are of, row by row.
  var timeColumn: Int?
}

extension TableGrid {
  func columns(of section: TableSection, _ places: PlaceNames, _ context: TableContext) -> [TableColumn] {
    var columns: [TableColumn] = []
    var isLeading = true
    let sample = section.bodyRows.prefix(400)
    let lines = HeadLines(section, self)
    for column in section.columns {
      let path = column == lines.labels ? [] : headPath(column, section, lines)
      var readings = path.map { reading($0) }
      if let unit = lines.unit, column != lines.labels, !readings.isEmpty, !text(unit, column).isEmpty {
        readings[readings.count - 1].unit = reading(text(unit, column)).unit ?? text(unit, column)
      }
      var use = use(of: column, readings, sample, isLeading: isLeading, places)
      // A rank before the names that it orders is no end of these.
      if use == .value, readings.last?.kind != .rank || !columns.isEmpty && columns.contains(where: { $0.use.isStub }) { isLeading = false }
      if !isLeading, use == .name || use == .category { use = .note }
      columns.append(joined(column, use, path, readings, places))
    }
    settleTranslations(&columns, sample)
    settleCodes(&columns, section.bodyRows)
    settleBodies(&columns)
    settlePlaces(&columns, places)
    settleAreas(&columns)
    settleOwnTimes(&columns)
    settleSpans(&columns, sample)
    settleTimes(&columns, context)
    settleComparisons(&columns)
    settleLikeHeads(&columns)
    return columns
  }

  /// - Parameter lines: what the lines of heads hold; those that name no figures are left out.
  func headPath(_ column: Int, _ section: TableSection, _ lines: HeadLines? = nil) -> [String] {
    var path: [String] = []
    var last: Int?
    for (depth, row) in section.headRows.enumerated() where lines?.names(row) ?? true {
      var found = index(row, column).flatMap { table.cells[$0].text.isEmpty ? nil : $0 }
      // A group's head that stands over its first column only; blank in the lines between where these have a group over several columns.
      if found == nil, let below = section.headRows.dropFirst(depth + 1).first(where: { !text($0, column).isEmpty }) {
        found = groupHead(row, column, below, section)
      }
      guard let found, found != last else { continue }
      last = found
      let head = table.cells[found].text
      if let above = path.last, lines != nil, Self.saysAgain(head, above) { continue }
      path.append(head)
    }
    return path
  }

  /// Enterprises below 企业资金: words in Latin letters below Chinese ones.
  private static func saysAgain(_ text: String, _ above: String) -> Bool {
    guard above.unicodeScalars.contains(where: \.isHan), !text.unicodeScalars.contains(where: \.isHan) else { return false }
    // And no GDP.
    return text.split { !$0.isLetter }.contains { $0.count > 1 && $0.dropFirst().allSatisfy(\.isLowercase) }
  }

  /// The head to the left that stands over a column too: where none of the lines above begins another group between.
  private func groupHead(_ row: Int, _ column: Int, _ below: Int, _ section: TableSection) -> Int? {
    guard let left = (section.columns.lowerBound..<column).last(where: { !text(row, $0).isEmpty }),
      left != section.columns.lowerBound || section.isList
    else { return nil }
    // A head with nothing below is that of its own column, but where its parts follow: 生产总值（亿元）, then 第一产业 a line lower.
    let hasOwnBelow = section.headRows.contains {
      $0 > row && $0 <= below && !text($0, left).isEmpty && index($0, left) != index(row, left)
    }
    guard hasOwnBelow || isPart(column, of: left, below, section) else { return nil }
    let outer = section.headRows.prefix { $0 < row }
    guard !outer.contains(where: { line in (left + 1...column).contains { begins(line, $0) && !text(line, $0).isEmpty } }) else {
      return nil
    }
    return index(row, left)
  }

  /// Whether a head that stands lower names a part of the head to the left: one level in, neither a unit nor a line that goes on above.
  private func isPart(_ column: Int, of left: Int, _ below: Int, _ section: TableSection) -> Bool {
    let reading = reading(text(below, column))
    // Nothing but blanks stands between, and nothing below the head itself.
    return reading.kind == nil && !reading.name.isEmpty && reading.time == nil && begins(below, column)
      && section.headRows.allSatisfy { $0 > below || text($0, column).isEmpty || $0 == below }
  }

  private func use(
    of column: Int, _ readings: [HeadReading], _ rows: ArraySlice<Int>, isLeading: Bool, _ places: PlaceNames
  ) -> TableColumn.Use {
    var texts = 0
    var numbers = 0
    var years = 0
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
      case .missing, .empty: continue
      }
    }
    // 2021, 2022 and 2023 below lines that say what is measured.
    if isLeading, numbers == years, years > 1, texts > 0, areLines(column, rows) { return .period }
    var named: HeadRole?
    if let last = readings.last { named = role(of: last) }
    switch named {
    case .serial?: return .serial
    case .unit? where units * 2 >= texts || texts > 0 && !(readings.last?.text.unicodeScalars.contains(where: \.isHan) ?? true):
      return .unit
    // Estimates start after: years beside the figures are none of them.
    case .note? where texts >= numbers || isLeading || years == numbers: return .note
    case .period? where numbers == years || texts >= numbers: return .period
    case .area? where texts >= numbers: return holdsKinds(column, rows) ? .category : .area
    case .indicator? where texts >= numbers: return stub(column, readings.last, rows, places) == .area ? .area : .name
    case .category? where texts >= numbers: return .category
    case .indicator?, .category?, .area?:
      if isLeading, areCodes(column, rows) { return .serial }
    default: break
    }
    if isLeading, texts == 0, readings.last?.kind == nil, counts(column, rows) { return .serial }
    if isLeading, texts == 0, numbers > 0, numbers == years, isBesideStub(column, rows) { return .period }
    guard isLeading else { return numbers > 0 || texts == 0 ? .value : units * 2 > texts && texts > 0 ? .unit : .note }
    if texts == 0, numbers > 0, numbers == years, years > 1, readings.allSatisfy({ $0.name.isEmpty && $0.time == nil }) { return .period }
    guard texts > numbers || texts > 0 && texts == numbers else { return texts + numbers == 0 && readings.isEmpty ? .note : .value }
    return stub(column, readings.last, rows, places)
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
  private func counts(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    var next = 1
    for row in rows where begins(row, column) && content(row, column) != .empty {
      guard let number = content(row, column).number, number.unit.isEmpty, number.value.description == String(next),
        content(row, column + 1) == .text
      else { return false }
      next += 1
    }
    return next > 2
  }

  /// 本国人 and 外国人 below 申请人: kinds of those who might stand there.
  private func holdsKinds(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    let texts = rows.filter { begins($0, column) && content($0, column) == .text }.map { HeadReading.key(text($0, column)) }
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

  /// 35, 9, 25 before what these classes are: whole numbers none of which stands twice.
  private func areCodes(_ column: Int, _ rows: ArraySlice<Int>) -> Bool {
    var seen: Set<String> = []
    var texts = 0
    for row in rows where begins(row, column) {
      guard let number = content(row, column).number else { continue }
      guard number.unit.isEmpty, number.value.scale == 0, self.text(row, column).utf8.count <= 4,
        seen.insert(self.text(row, column)).inserted
      else { return false }
      if content(row, column + 1) == .text { texts += 1 }
    }
    return seen.count > 1 && texts == seen.count
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
      if let head, head.key.unicodeScalars.count > 1, reading.key.count > head.key.count, reading.key.hasSuffix(head.key) { bodies += 1 }
      if reading.time != nil, reading.isBare { times += 1 }
      // 累计值 and 累计同比 say what is measured as well; a bare growth is that of the row above.
      if reading.kind != nil, !reading.isLeftBare { return .name }
      if reading.kind != nil {
        texts -= 1
        continue
      }
      if wholePlace(reading.name, places) != nil || words.holds(.totals, HeadReading.key(text(row, column))) { areas += 1 }
    }
    if times * 2 > texts { return .period }
    return (areas + bodies) * 10 >= texts * 7 && areas + bodies > 1 ? .area : .name
  }

  private func joined(
    _ column: Int, _ use: TableColumn.Use, _ path: [String], _ readings: [HeadReading], _ places: PlaceNames
  ) -> TableColumn {
    var head = readings.last ?? .plain("")
    var names: [String] = []
    var area = wholePlace(head.name, places)
    if area != nil { head.name = "" }
    let index = readings.last { $0.hasBasesBelow }
    let isIndex = index != nil || readings.contains(where: \.isOfIndex) || path.contains { $0.contains("=100") || $0.contains("＝100") }
    // 指数（2023为以下各年） over 2015: the figure is of 2023, 2015 = 100.
    if let index, head.text != index.text, head.isBare, head.time != nil {
      head.name = head.text + "=100"
      head.time = index.time
    }
    // 环比 or 定基 over 上月=100 names the index; its base says the same again.
    if isIndex, readings.count > 1, head.key.hasSuffix("=100"), head.key.utf8.count <= 30,
      let outer = readings.dropLast().last(where: { !$0.name.isEmpty || $0.kind == .change })
    {
      head.name = outer.kind == .change && outer.name.isEmpty ? outer.text : ""
    }
    var levelUnit: String?
    // Whether the unit is that of what a head measures, and not a head of its own.
    var isOfMeasure = !head.isBare
    for outer in readings.dropLast().reversed() {
      if head.kind == .change, outer.kind == nil, !outer.isBare {
        // Exports (US$ million) over Change, or over %.
        levelUnit = levelUnit ?? outer.unit
      } else if head.kind == nil, outer.kind == .change, !isIndex, isOfMeasure, let unit = head.unit {
        // 增长（%） over 产量（万吨）.
        levelUnit = unit
        head.unit = outer.unit
      } else if head.unit == nil, let unit = outer.unit {
        head.unit = unit
        isOfMeasure = !outer.isBare
      }
      head.time = head.time.map { $0.completed(by: outer.time) } ?? outer.time
      if head.kind == nil, !isIndex, let kind = outer.kind {
        // 比上年增长 over 绝对数 and %: both are changes.
        head.kind = kind
        head.against = head.against ?? outer.against
        head.isAtConstantPrices = outer.isAtConstantPrices
      } else if head.kind == .change, outer.kind == .change {
        head.against = head.against ?? outer.against
      }
      head.scope = head.scope ?? outer.scope
      if let place = wholePlace(outer.name, places) {
        area = area ?? place
      } else if !outer.name.isEmpty, !words.holds(.totals, outer.key), HeadRole(outer.key, words) != .category {
        names.insert(outer.name, at: 0)
      }
    }
    if head.kind == .change, let span = head.time?.changeOverSpan {
      head.time = span.time
      head.against = head.against ?? span.against
    }
    let group = names.joined()
    let isAchievement = head.unit == "%" && words.contains(.achievements, in: HeadReading.key(path.joined()))
    let measured = words.ends(head.key, with: .measures) || words.ends(head.key, with: .moneyNames) ? head.key : nil
    if !head.name.isEmpty, !names.contains(head.name) { names.append(head.name) }
    head.name = names.reduce("") { joinedNames($0, $1) }
    head.key = HeadReading.key(head.name)
    if use == .value, HeadRole(head.key, words) == .value {
      head.name = ""
      head.key = ""
    }
    return TableColumn(
      column: column, use: use, path: path, head: head, group: group, measured: measured, isAchievement: isAchievement,
      isIndex: isIndex, levelUnit: levelUnit, area: area)
  }
}

/// The place that a text is the name of, and nothing else.
func wholePlace(_ text: String, _ places: PlaceNames) -> NamedPlace? {
  guard !text.isEmpty, text.utf8.count <= 60 else { return nil }
  if let place = titleCased(text).flatMap({ wholePlace($0, places) }) { return place }
  let written = Array(text.unicodeScalars)
  let folded = written.folded
  if let match = places.longestMatch(in: folded, at: 0, limit: folded.count),
    match.length == folded.count
      || match.length + 1 == folded.count && "省市县区州".unicodeScalars.contains(folded[match.length])
  {
    return match.value.named(written)
  }
  if PlaceByEnding.length(in: folded, at: 0) == folded.count { return NamedPlace(unlisted: text) }
  return nil
}

/// UNITED KINGDOM as United Kingdom; nil of what is not in capitals, and of abbreviations.
private func titleCased(_ text: String) -> String? {
  let words = text.split(separator: " ", omittingEmptySubsequences: false)
  guard text.utf8.count > 3, words.allSatisfy({ !$0.isEmpty }),
    text.unicodeScalars.allSatisfy({ ("A"..."Z").contains($0) || " -'".unicodeScalars.contains($0) }), text.contains(where: \.isLetter)
  else { return nil }
  return words.map { ["AND", "OF", "THE"].contains($0) ? $0.lowercased() : $0.prefix(1) + $0.dropFirst().lowercased() }.joined(
    separator: " ")
}

extension NamedPlace {
  /// A place that is named in Latin letters goes by that name: Austria is not 奥地利 in an English table.
  func named(_ written: some Collection<Unicode.Scalar>) -> NamedPlace {
    guard written.allSatisfy({ !$0.isHan }), let first = written.first, first.isLatinLetter else { return self }
    var place = self
    let name = String(String.UnicodeScalarView(written))
    // The article of the U.S. is none of its name.
    place.name = name.lowercased().hasPrefix("the ") ? String(name.dropFirst(4)) : name
    return place
  }
}

extension String {
  /// Whether the words stand in it, as they are written.
  fileprivate func holds(_ words: String) -> Bool {
    guard let first = words.utf8.first else { return true }
    var rest = utf8[...]
    while rest.count >= words.utf8.count, let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: words.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

/// Two parts of a name as one: 粮食 and 产量 are 粮食产量, 发电量 and 产量 are 发电量.
func joinedNames(_ first: String, _ second: String) -> String {
  if first.isEmpty { return second }
  if second.isEmpty || first.holds(second) { return first }
  if second.holds(first) { return second }
  let a = Array(first.unicodeScalars)
  let b = Array(second.unicodeScalars)
  if let last = a.last, last == b.last, b.count == 2, a.count > 2, "量额值数率价".unicodeScalars.contains(last) { return first }
  // Personal income, current dollars.
  let isLatin = !a.contains(where: \.isHan) && !b.contains(where: \.isHan)
  return first + (isLatin ? ", " : "") + second
}
