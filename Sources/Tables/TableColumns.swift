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
  enum Amount: Hashable { case quantity, worth }
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
  /// For a change the column of the levels that its figures prove it to be of.
  var provenLevel: Int?
  /// The column in its group that says when its figures are of, row by row.
  var timeColumn: Int?
  /// Whether its innermost head names the time, and none further out alone.
  var hasOwnTime = false
  /// 同比增减 beside 同比增速: by how much, in the unit of the level.
  var isAmountOfChange = false
  /// Difference from the last projections: no change of the kind that a line above says of all figures.
  var isDifference = false
  /// Whether its innermost head says how much there is of something, or what this is worth.
  var amount: Amount?
  /// Whether its innermost head tells by what the level changed: transactions.
  var isOfCause = false
  /// 职务, 总累计: whether its heads say which part of what the title measures.
  var isOfPart = false
}

extension TableGrid {
  func columns(of section: TableSection, _ places: PlaceNames, _ context: TableContext) -> [TableColumn] {
    var columns: [TableColumn] = []
    var isLeading = true
    let sample = section.bodyRows.prefix(400)
    let lines = HeadLines(section, self)
    for column in section.columns {
      var written = column == lines.labels ? [] : headPath(column, section, lines)
      if let unit = unitToTheLeft(column, section) { written.append(unit) }
      let heads = KeyedHeads(written, words)
      let path = heads.path
      // 其中：65岁及以上
      var readings = path.map { text in
        let label = RowLabel(text, words)
        return reading(label.isWithin ? label.words : text)
      }
      for (index, text) in path.enumerated() where readings[index].unit == nil && readings[index].kind == nil {
        readings[index].unit = notes.units.unit(of: text)
      }
      if let unit = lines.unit, column != lines.labels, !readings.isEmpty, !text(unit, column).isEmpty {
        readings[readings.count - 1].unit = reading(text(unit, column)).unit ?? text(unit, column)
      }
      settleSteps(&readings)
      settleDifferences(&readings)
      var use = use(of: column, readings, sample, isLeading: isLeading, places)
      let isFirst = isLeading && !columns.contains { [.name, .category, .area].contains($0.use) }
      if use == .value, isFirst, readings.last?.kind == nil, numbersNames(column, sample, section.columns) { use = .serial }
      // A rank before the names that it orders is no end of these.
      if use == .value, readings.last?.kind != .rank || !columns.isEmpty && columns.contains(where: { $0.use.isStub }) { isLeading = false }
      if !isLeading, use == .name || use == .category { use = .note }
      // The region of each economy, behind its figures.
      if !isLeading, use == .area, columns.contains(where: { $0.use == .area }) { use = .note }
      columns.append(joined(column, use, path, readings, places))
      columns[columns.count - 1].isOfCause = heads.isExplained
    }
    settleMissingStub(&columns, sample, places)
    settleNamesBehind(&columns, sample)
    settleTranslations(&columns, sample)
    settleCodes(&columns, section.bodyRows)
    settleBodies(&columns)
    settlePartners(&columns, sample)
    settleRanks(&columns)
    settleNamesLikeUnits(&columns)
    settlePlaces(&columns, places)
    settleShortPlaces(&columns, places)
    settleAreas(&columns)
    settleOwnTimes(&columns)
    settleRunningTotals(&columns)
    settleBaseYears(&columns, sample)
    settleBaseSpans(&columns)
    settleThisYear(&columns, sample, context)
    settleSpans(&columns, sample)
    settleComparedCells(&columns, sample)
    settleComparedTimes(&columns)
    settleCorner(&columns)
    settleDifferences(&columns)
    settleMonthsOfChange(&columns, context)
    settleTimes(&columns, context)
    settleComparisons(&columns)
    settleByArithmetic(&columns, sample, context)
    settleSigns(&columns)
    settleRatios(&columns, sample)
    settleAmounts(&columns, units: context.units)
    settleMoneys(&columns)
    settleBases(&columns, context)
    settleSumsOfAllTime(&columns, context)
    settleLikeHeads(&columns)
    return columns
  }

  private func joined(
    _ column: Int, _ use: TableColumn.Use, _ path: [String], _ readings: [HeadReading], _ places: PlaceNames
  ) -> TableColumn {
    var head = readings.last ?? .plain("")
    var names: [String] = []
    var area = wholePlace(head.name, places)
    if area != nil { head.name = "" }
    let index = readings.last { $0.hasBasesBelow }
    let isIndex =
      index != nil || readings.contains(where: \.isOfIndex)
      || path.contains { text in
        let text = text.withTotalAsPercent(words)
        return text.contains("=100") || text.contains("＝100")
      }
    // 性别比（女=100） below 人口数（人） is in no unit of these.
    let isOwnIndex = isIndex && path.count > 1 && path.last.map { HeadReading.key($0).contains("=100") } ?? false
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
      } else if head.kind == nil, outer.kind == .change, !isIndex, isOfMeasure, let unit = head.unit,
        // PLF (pp) below growth in per cent: by how many points it changed.
        !words.holds(.percentagePoints, unit.lowercased())
      {
        // 增长（%） over 产量（万吨）.
        levelUnit = unit
        head.unit = outer.unit
      } else if head.unit == nil, let unit = outer.unit, !isOwnIndex || unit == "%" {
        head.unit = unit
        isOfMeasure = !outer.isBare
      }
      // Change from, over June 2024 to July 2024.
      if outer.kind == .change, head.kind == nil, head.isBare, let span = head.time?.changeOverSpan {
        (head.kind, head.time, head.against) = (.change, span.time, span.against)
      }
      // Percent change from, over June 2024 and September 2023: the times compared with.
      if outer.kind == .change, outer.leavesBaseOpen, head.isBare, head.against == nil, let time = head.time, time.endYear == nil,
        case .absolute(let year) = time.year
      {
        head.against = .time(year, time.months)
        head.time = nil
      }
      // Percent change over 1 month and 12 months, or a year ago.
      if outer.kind == .change, outer.against == nil, head.kind == nil, !isIndex, let against = comparison(head.text) {
        head.against = against
        // Change (percentage points) over on month.
        (head.name, head.key, head.time, head.unit) = ("", "", nil, outer.unit)
      }
      // 1-Year over Change (%).
      if head.kind == .change, head.against == nil, outer.kind == nil, outer.time == nil, !outer.name.isEmpty,
        let against = comparison(outer.text)
      {
        head.against = against
        continue
      }
      // 百分率 over a change: how much of the level it is, and no share.
      if head.kind == .share, head.name.isEmpty, head.scope == nil, outer.kind == .change,
        words.holds(.percentHeads, HeadReading.key(head.text))
      {
        (head.kind, head.against, head.unit) = (.change, outer.against, "%")
      }
      head.time = head.time.map { $0.completed(by: outer.time) } ?? outer.time
      // Compared with the previous month, over months.
      head.against = head.against ?? outer.comparison
      if head.kind == nil, !isIndex, let kind = outer.kind {
        // 比上年增长 over 绝对数 and %: both are changes.
        head.kind = kind
        // Change from a year earlier over number and rate.
        if kind == .change, head.unit == nil, words.holds(.percentHeads, head.key) { (head.name, head.key, head.unit) = ("", "", "%") }
        head.against = head.against ?? outer.against
        head.isAtConstantPrices = outer.isAtConstantPrices
      } else if head.kind == .change, outer.kind == .change {
        head.against = head.against ?? outer.against
      }
      head.scope = head.scope ?? outer.scope
      if let place = wholePlace(outer.name, places) {
        area = area ?? place
      } else if use == .value, area == nil, !isIndex, head.kind == nil, !head.name.isEmpty, head.unit == nil, head.time == nil,
        words.holds(.areaHeads, outer.key),
        !words.holds(.partnerHeads, outer.key), !words.holds(.kindsOfPeople, outer.key), !head.key.contains(where: \.isNumber)
      {
        // Region over Northeast and South.
        area = NamedPlace(head.name, .group)
        head.name = ""
      } else if !outer.name.isEmpty, !words.holds(.totals, outer.key), HeadRole(outer.key, words) != .category,
        // Projections over years.
        head.time == nil || words.value(.intendedHeads, outer.key) != "forecast"
      {
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
    if use == .value,
      HeadRole(head.key, words) == .value
        || head.name == readings.last?.name && readings.count == 1 && HeadRole(HeadReading.key(head.text), words) == .value
    {
      head.name = ""
      head.key = ""
    }
    return TableColumn(
      column: column, use: use, path: path, head: head, group: group, measured: measured, isAchievement: isAchievement,
      isIndex: isIndex, levelUnit: levelUnit, area: area, hasOwnTime: readings.last?.time != nil,
      isDifference: path.contains { words.names(.differences, in: $0) }, amount: readings.last.flatMap(amount),
      isOfPart: readings.contains { words.holds(.bodyKinds, $0.key) || words.holds(.allTime, $0.key) }
        || path.last.map { RowLabel($0, words).isWithin } ?? false
        || path.dropLast().contains { text in words.phrases(.within).contains { [$0.key, $0.key + ":"].contains(HeadReading.key(text)) } })
  }
}

extension TableGrid {
  /// Variation over, fortnight, amount: the line between says from when the change is counted.
  private func settleSteps(_ readings: inout [HeadReading]) {
    guard readings.count > 2 else { return }
    for index in readings.indices.dropFirst().dropLast() where readings[index].kind == nil && readings[index].unit == nil {
      guard readings[..<index].contains(where: { $0.kind == .change && $0.against == nil }), let against = comparison(readings[index].text)
      else { continue }
      readings[index].kind = .change
      readings[index].against = against
      readings[index].time = nil
      readings[index].rename("")
    }
  }

  /// Variation (%) over year-on-year and financial year so far: changes.
  private func settleDifferences(_ readings: inout [HeadReading]) {
    for index in readings.indices.dropLast()
    where readings[index].kind == nil && isPercent(readings[index].unit) && words.holds(.differences, readings[index].key) {
      readings[index].kind = .change
      readings[index].rename("")
    }
  }

  /// What a head below one of changes compares with, where it says nothing else.
  private func comparison(_ text: String) -> HeadReading.Against? {
    guard text.utf8.count <= 60 else { return nil }
    if let marker = words.value(.growthMarkers, HeadReading.key(text)).flatMap(HeadScan.against) { return marker }
    // 比2019年, 対2023年.
    let key = HeadReading.key(text)
    if let lead = words.phrases(.comparing).first(where: { ($0.scalars.first?.isHan ?? false) && key.hasPrefix($0.key) }),
      case let named = reading(String(key.dropFirst(lead.key.count))), named.isBare, let time = named.time, time.endYear == nil,
      case .absolute(let year) = time.year
    {
      return .time(year, time.months)
    }
    var scan = HeadScan(Array(text.unicodeScalars), words, times)
    if scan.folded.last == "%" || scan.folded.last == ")" { _ = scan.takeUnit() }
    let said = scan.comparisonWords(from: 0)
    guard !said.isEmpty, said.count < 12 else { return nil }
    return EnglishComparison.whole(said, words)
      ?? (said.count == 1 ? words.value(.growthMarkers, said[0].text).flatMap(HeadScan.against) : nil)
  }

  /// 数量 and 金额, quantity and value at the end of a head.
  private func amount(_ head: HeadReading) -> TableColumn.Amount? {
    guard head.kind == nil else { return nil }
    // Value measures nothing and is no name.
    let key = head.key.isEmpty ? HeadReading.key(head.text) : head.key
    let isHan = key.unicodeScalars.contains(where: \.isHan)
    func isOf(_ list: TableWords.List) -> Bool { isHan ? words.ends(key, with: list) : words.holds(list, key) }
    return isOf(.quantities) ? .quantity : isOf(.worths) ? .worth : nil
  }
}

/// The codes of GB/T 2260 of the provinces that are regions, 广西 and four more.
private let autonomousRegions: Set<Substring> = ["15", "45", "54", "64", "65"]

/// The place that a text is the name of, and nothing else.
func wholePlace(_ text: String, _ places: PlaceNames) -> NamedPlace? {
  guard !text.isEmpty, text.utf8.count <= 60 else { return nil }
  if let place = titleCased(text).flatMap({ wholePlace($0, places) }) { return place }
  // Euro Area is written Euro area as well.
  if let place = sentenceCased(text).flatMap({ wholePlace($0, places) }) { return place.named(text.unicodeScalars) }
  let written = Array(text.unicodeScalars)
  let folded = written.folded
  if let match = places.longestMatch(in: folded, at: 0, limit: folded.count),
    match.length == folded.count
      || match.length + 1 == folded.count && "省市县区州".unicodeScalars.contains(folded[match.length])
        // 江西区 is none of 江西, 广西区 is 广西.
        && (match.value.level != .province || !"县区州".unicodeScalars.contains(folded[match.length])
          || folded[match.length] == "区" && autonomousRegions.contains(match.value.code?.prefix(2) ?? ""))
  {
    return match.value.named(written)
  }
  if PlaceByEnding.length(in: folded, at: 0) == folded.count { return NamedPlace(unlisted: text) }
  return nil
}

/// Euro Area as Euro area; nil of what no list has in another spelling.
private func sentenceCased(_ text: String) -> String? {
  let words = text.split(separator: " ")
  guard (2...5).contains(words.count), words.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isLatinLetter) }),
    let last = words.last, last.first?.isUppercase ?? false, last.dropFirst().allSatisfy(\.isLowercase), let first = words.first
  else { return nil }
  return ([String(first)] + words.dropFirst().map { $0.lowercased() }).joined(separator: " ")
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
    // 中國內地 in a table of Hong Kong is no 全国.
    if level == .nation, written.contains("内") || written.contains("內") || written.contains("陆") || written.contains("陸"), written.count > 3
    {
      var place = self
      place.name = String(String.UnicodeScalarView(written))
      return place
    }
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
///
/// - Parameter ofPart: whether the second is a part of the first: 普通本专科 and 专科 are two things then.
func joinedNames(_ first: String, _ second: String, ofPart: Bool = false) -> String {
  if first.isEmpty { return second }
  if second.isEmpty || first == second || !ofPart && first.holds(second) { return first }
  if second.holds(first) { return second }
  let a = Array(first.unicodeScalars)
  let b = Array(second.unicodeScalars)
  if let last = a.last, last == b.last, b.count == 2, a.count > 2, "量额值数率价".unicodeScalars.contains(last) { return first }
  // Personal income, current dollars.
  let isLatin = !a.contains(where: \.isHan) && !b.contains(where: \.isHan)
  return first + (isLatin ? ", " : "") + second
}
