import Articles
import Extraction
import Indicators
import Lingua

/// What the heads of columns say of each other's times.
extension TableGrid {
  /// Estimate and Year below IMF, and again below World Bank: each year is of the figure of its group.
  func settleOwnTimes(_ columns: inout [TableColumn]) {
    for index in columns.indices where columns[index].use == .period && columns[index].path.count > 1 {
      let outer = columns[index].path.dropLast()
      let group = columns.indices.filter { columns[$0].use == .value && columns[$0].path.dropLast() == outer }
      guard !group.isEmpty, columns.contains(where: { $0.use == .value && $0.path.dropLast() != outer }) else { continue }
      for value in group { columns[value].timeColumn = columns[index].column }
      columns[index].use = .note
    }
  }

  /// 上年同月=100 beside 上年同期=100 in a table of September: of the month, and of the months up to it.
  func settleBaseSpans(_ columns: inout [TableColumn]) {
    let values = columns.indices.filter {
      columns[$0].use == .value && columns[$0].head.time?.months == nil
        && (columns[$0].head.kind == .change || columns[$0].isIndex || columns[$0].path.contains { $0.contains("100") })
    }
    func names(_ list: TableWords.List, _ index: Int) -> Bool {
      columns[index].path.contains { words.contains(list, in: HeadReading.key($0)) }
    }
    guard values.contains(where: { names(.monthBases, $0) }) else { return }
    for index in values where names(.spanBases, index) && !names(.monthBases, index) {
      var time = columns[index].head.time ?? HeadTime()
      guard time.offset == nil, !time.keepsMonths, time.endYear == nil else { continue }
      time.isCumulative = true
      columns[index].head.time = time
    }
  }

  /// A year that stands once holds for the columns behind it; a sum over columns of times is of their span.
  func settleTimes(_ columns: inout [TableColumn], _ context: TableContext) {
    let values = columns.indices.filter { columns[$0].use == .value }
    let monthsEnded = context.monthsEnded ?? monthsEnded(over: columns)
    // Beside months of some years others are whole.
    let areYears = values.allSatisfy { columns[$0].head.time?.months == nil }
    let shared = context.sharedMonths.flatMap { $0.years != nil || areYears ? $0 : nil }
    for index in values {
      if case .inherited? = columns[index].head.time?.year { columns[index].head.time?.monthsEnded = monthsEnded }
      columns[index].head.time = columns[index].head.time?.ended(after: monthsEnded).placed(in: notes)
      if let shared { columns[index].head.time = shared.placed(columns[index].head.time) }
    }
    // 上年同期 behind 本年累计 or 1—5月.
    for index in values where columns[index].head.time?.keepsMonths ?? false {
      let outer = columns[index].path.dropLast()
      let before = values.filter { $0 < index && columns[$0].head.kind == nil && columns[$0].head.time?.keepsMonths == false }
      let near = before.last { columns[$0].path.dropLast() == outer } ?? before.last
      if let time = near.flatMap({ columns[$0].head.time }) { columns[index].head.time?.keepMonths(of: time) }
    }
    // YTD 2024 in a table whose title names no month: up to the last that its heads name.
    if context.period?.end.month == nil,
      let last = values.compactMap({ lastMonth(columns[$0]) }).max(by: { ($0.year, $0.month) < ($1.year, $1.month) })
    {
      for index in values {
        guard let time = columns[index].head.time, time.isCumulative, time.months == nil, time.yearStart == nil, !time.isOfUnknownStart
        else {
          continue
        }
        columns[index].head.time?.months = 1...last.month
        if time.year == .inherited, context.period == nil { columns[index].head.time?.year = .absolute(last.year) }
        columns[index].head.time?.isCumulative = false
      }
    }
    // 增长 over 累计 and 当月, behind 12月 over the same.
    for index in values where columns[index].head.kind != nil && columns[index].head.time?.isCounted ?? false {
      guard let head = columns[index].path.last, reading(head).time?.isCounted ?? false, case let last = HeadReading.key(head) else {
        continue
      }
      let level = values.first {
        columns[$0].head.kind == nil && columns[$0].head.time != nil && columns[$0].path.last.map(HeadReading.key) == last
      }
      if let level { columns[index].head.time = columns[level].head.time }
    }
    // Growth over 2023-24 beside levels of July–September over the same.
    for index in values where columns[index].head.kind != nil && columns[index].hasOwnTime && columns[index].head.time?.months == nil {
      let own = columns[index].path.last
      let levels = values.filter { columns[$0].head.kind == nil && columns[$0].hasOwnTime && columns[$0].path.last == own }
      let times = Set(levels.map { columns[$0].head.time })
      if times.count == 1, let time = times.first, time?.months != nil { columns[index].head.time = time }
    }
    // 年初预算 in a table of January to June: of the whole year.
    if let period = context.period, period.start.month == 1, let last = period.end.month, (2...11).contains(last) {
      for index in values where columns[index].head.time == nil && columns[index].head.kind == nil && isPlan(columns[index]) {
        columns[index].head.time = HeadTime(relative: "year0")
      }
    }
    // 完成预算（%） behind 1—10月累计: of the months up to then.
    for index in values where columns[index].isAchievement && columns[index].head.time == nil {
      let before = values.last { $0 < index && !isIntended(columns[$0]) && columns[$0].head.kind == nil && !columns[$0].isAchievement }
      if let before, columns[before].path.count == columns[index].path.count { columns[index].head.time = columns[before].head.time }
    }
    // 年均增长 behind 2020, 2021, 2022 and 2023: over all of them.
    for index in values where columns[index].head.against == .average && columns[index].head.time == nil {
      let years = values.compactMap { other -> Int? in
        guard other < index, columns[other].head.kind == nil, columns[other].path.dropLast() == columns[index].path.dropLast(),
          let time = columns[other].head.time, case .absolute(let year) = time.year, time.months == nil, time.endYear == nil
        else { return nil }
        return year
      }
      guard let first = years.min(), let last = years.max(), last > first + 1 else { continue }
      columns[index].head.time = HeadTime(year: first)
      columns[index].head.time?.endYear = last
      columns[index].hasOwnTime = true
    }
    // % change behind Q4 2024 and Q4 2023 below Fourth quarter: of the later.
    for index in values where columns[index].head.kind == .change && !columns[index].hasOwnTime {
      guard let time = columns[index].head.time, time.year == .inherited, let months = time.months else { continue }
      let outer = columns[index].path.dropLast()
      let levels = values.filter { columns[$0].head.kind == nil && columns[$0].path.dropLast() == outer }
      let times = levels.compactMap { columns[$0].head.time }.filter { $0.months == months && $0.endYear == nil }
      func year(_ time: HeadTime) -> Int? { if case .absolute(let year) = time.year { year } else { nil } }
      if let late = times.compactMap({ year($0) }).max() { columns[index].head.time?.year = .absolute(late) }
    }
    for (before, index) in zip(values, values.dropFirst()) where columns[before].path.count == columns[index].path.count {
      columns[index].head.time = columns[index].head.time?.following(columns[before].head.time, in: context.period)
    }
    for index in values where columns[index].head.time == nil && columns[index].head.kind == nil {
      guard let last = columns[index].path.last, words.holds(.totals, HeadReading.key(last)) else { continue }
      let outer = columns[index].path.dropLast()
      let parts = values.filter { $0 != index && columns[$0].path.dropLast() == outer && columns[$0].head.kind == nil }
      let times = parts.compactMap { reading(columns[$0].path.last ?? "").isBare ? columns[$0].head.time : nil }
      if times.count == parts.count { columns[index].head.time = HeadTime(spanning: times) }
    }
  }

  /// 年初预算, 计划数: what is set for a year.
  private func isPlan(_ column: TableColumn) -> Bool {
    let value = column.path.last.flatMap { words.value(.intendedHeads, HeadReading.key($0)) }
    return value == "plan" || value == "target"
  }

  /// 预算数, Forecast: whether a head says that its figures are no facts yet.
  private func isIntended(_ column: TableColumn) -> Bool {
    column.path.contains { (words.value(.intendedHeads, HeadReading.key($0)) ?? words.value(.intendedHeads, reading($0).key)) != nil }
  }

  /// The month of a year that a head names, or the last of a quarter.
  private func lastMonth(_ column: TableColumn) -> (year: Int, month: Int)? {
    guard let time = column.head.time, case .absolute(let year) = time.year, let months = time.months,
      months.count == 1 || months.count == 3 && months.upperBound % 3 == 0,
      months.upperBound <= 12
    else { return nil }
    return (year, months.upperBound)
  }

  /// May 2015 to Jun 2015 over figures in per cent, beside levels of months: how these changed.
  func settleSpans(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>) {
    let values = columns.indices.filter { columns[$0].use == .value && columns[$0].head.kind == nil }
    func areShares(_ index: Int) -> Bool {
      let numbers = rows.compactMap { begins($0, columns[index].column) ? content($0, columns[index].column).number : nil }
      return columns[index].head.unit == "%" || !numbers.isEmpty && numbers.allSatisfy { $0.unit == "%" || $0.unit == "％" }
    }
    let times = Set(values.compactMap { columns[$0].head.time })
    // Its ends are those of levels that stand beside it.
    func isBetween(_ index: Int) -> Bool {
      guard let span = columns[index].head.time, let end = span.changeOverSpan?.time, case .absolute(let year) = span.year,
        let first = span.months?.lowerBound, span.endLength == 1
      else { return false }
      return times.contains(where: { $0.year == end.year && $0.months == end.months && !$0.isFromTo })
        && times.contains(where: { $0.year == .absolute(year) && $0.months == first...first && !$0.isFromTo })
    }
    let spans = values.filter { columns[$0].head.time?.changeOverSpan != nil && (areShares($0) || isBetween($0)) }
    guard !spans.isEmpty, values.contains(where: { columns[$0].head.time?.isFromTo == false && !areShares($0) }) else { return }
    for index in spans {
      guard let span = columns[index].head.time?.changeOverSpan else { continue }
      columns[index].head.kind = .change
      (columns[index].head.time, columns[index].head.against) = (span.time, span.against)
    }
  }

  /// Three months ended, over the names of the rows: how many months the dates of the other heads end.
  private func monthsEnded(over columns: [TableColumn]) -> Int? {
    columns.lazy.filter { $0.use.isStub }.compactMap { column in
      let head = column.path.joined(separator: " ").lowercased()
      return words.phrases(.monthsEnded).first { head.contains($0.phrase.text) }.flatMap { Int($0.value) }
    }.first
  }

  /// 12-mos. ended Oct. 2024 below a title of percent changes, beside changes from the preceding month: over so many months.
  func settleMonthsOfChange(_ columns: inout [TableColumn], _ context: TableContext) {
    guard context.measureHead?.kind == .change || context.change != nil || context.changePart != nil else { return }
    // Oct-24 on Sep-24 beside 3 months on 3 months.
    for index in columns.indices
    where columns[index].use == .value && columns[index].head.against != nil && columns[index].head.isBare && !columns[index].isIndex {
      columns[index].head.kind = .change
    }
    guard columns.contains(where: { $0.head.kind == .change }) else { return }
    for index in columns.indices where columns[index].use == .value && columns[index].head.kind == nil && !columns[index].isIndex {
      guard let own = columns[index].path.last, words.phrases(.monthsEnded).contains(where: { own.lowercased().contains($0.phrase.text) }),
        let time = columns[index].head.time, case .absolute(let year) = time.year, let months = time.months
      else { continue }
      let end = months.upperBound - 1
      columns[index].head.kind = .change
      columns[index].head.against = HeadReading.Against(monthsBack: months.count)
      columns[index].head.time = HeadTime(year: year + end / 12, months: (end % 12 + 1)...(end % 12 + 1))
    }
  }

  /// 累计毛收入 beside 每月毛收入: a sum from the start of the year, where 累计 alone might count from the beginning of things.
  func settleRunningTotals(_ columns: inout [TableColumn]) {
    func without(_ list: TableWords.List, _ text: String) -> String? {
      let key = HeadReading.key(text)
      return words.phrases(list).lazy.compactMap { phrase in
        key.firstRange(of: phrase.key).map { String(key[..<$0.lowerBound] + key[$0.upperBound...]) }
      }.first
    }
    let values = columns.indices.filter { columns[$0].use == .value }
    let single = Set(values.flatMap { columns[$0].path }.compactMap { without(.singleTimes, $0) }.filter { !$0.isEmpty })
    guard !single.isEmpty else { return }
    for index in values where columns[index].head.time?.isCumulative != true {
      guard let head = columns[index].path.first(where: { without(.cumulative, $0).map(single.contains) ?? false }),
        let word = words.phrases(.cumulative).first(where: { HeadReading.key(head).contains($0.key) })
      else { continue }
      var time = columns[index].head.time ?? HeadTime()
      guard time.months == nil, !time.keepsMonths else { continue }
      time.isCumulative = true
      columns[index].head.time = time
      columns[index].head.rename(columns[index].head.name.removingFolded(word))
    }
  }

  /// 以環比物量計算（2022年） over rows that have years of their own: the year of prices, and no time of the figures.
  func settleBaseYears(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>) {
    let stubs = columns.filter { $0.use == .period }
    func isDated(_ row: Int) -> Bool {
      stubs.contains { if case .absolute? = reading(text(row, $0.column)).time?.year { true } else { false } }
    }
    let filled = rows.filter { row in stubs.contains { begins(row, $0.column) && !text(row, $0.column).isEmpty } }
    guard filled.count(where: isDated) > 1 else { return }
    let values = columns.indices.filter { columns[$0].use == .value }
    for index in values {
      guard let time = columns[index].head.time, case .absolute = time.year, time.months == nil, time.endYear == nil, !time.isStock,
        values.contains(where: { columns[$0].head.time == nil })
      else { continue }
      columns[index].head.time = nil
    }
  }

  /// 今年 and 去年, 2022年 and 2021年 in a table of 1-9月 of 2022: the months that the title names, of both years. A year that is not over
  /// is no whole one.
  func settleThisYear(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>, _ context: TableContext) {
    guard let period = context.period, !period.isOpen, let first = period.start.month, let last = period.end.month, first != 1 || last != 12
    else { return }
    // May, and below it January to May: the rows name the months.
    let stubs = columns.filter { $0.use == .period }
    if rows.contains(where: { row in stubs.contains { begins(row, $0.column) && reading(text(row, $0.column)).time?.months != nil } }) {
      return
    }
    func years(_ index: Int) -> Int? {
      guard columns[index].use == .value, let time = columns[index].head.time, time.months == nil, time.offset == nil, time.endYear == nil,
        !time.isCumulative, !time.isStock, !time.isOfBusinessYear,
        // 2024年预算数 is of the whole year.
        !isIntended(columns[index])
      else { return nil }
      switch time.year {
      case .relative(let years): return years
      case .absolute(let year): return last < 12 && year >= 1900 ? year - period.end.year : nil
      case .inherited: return nil
      }
    }
    func isAbsolute(_ index: Int) -> Bool { if case .absolute? = columns[index].head.time?.year { true } else { false } }
    let found = columns.indices.filter { years($0) == 0 || years($0) == -1 }
    guard Set(found.compactMap(years)) == [0, -1] else { return }
    // 2021年, 2022年 and 2022年1-9月: the year that another head names months of.
    let others = columns.indices.filter { columns[$0].use == .value && columns[$0].head.time?.months != nil && isAbsolute($0) }
    for index in found {
      if !isAbsolute(index) {
        columns[index].head.time?.keepsMonths = true
      } else if others.isEmpty, period.start.year == period.end.year {
        columns[index].head.time?.months = first...last
      }
    }
  }
}
