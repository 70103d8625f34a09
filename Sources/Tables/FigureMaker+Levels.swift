import Indicators
import Lingua

/// Which levels the changes, shares and ranks of a column are of.
extension FigureMaker {
  /// The columns of levels before a change, the latest run first; after it where none is before.
  static func candidates(of position: Int, _ columns: [TableColumn], _ words: TableWords) -> [Int] {
    let head = columns[position].head
    guard let kind = head.kind, kind != .level else { return [] }
    if let proven = columns[position].provenLevel, let level = columns.indices.first(where: { columns[$0].column == proven }) {
      return [level]
    }
    // A growth beside nothing but an index is of that.
    let areIndices = kind == .change && !columns.contains { $0.head.kind == nil && !$0.isIndex && !$0.isAchievement }
    // 单产, per capita: what does not add up has no shares.
    func isSum(_ index: Int) -> Bool {
      !words.names(.notAdditive, in: columns[index].path.last ?? "")
        && columns[index].head.unit.map { $0 != "%" && !$0.contains("/") } ?? true
    }
    func isLevel(_ index: Int) -> Bool {
      // A weight is no share of an index.
      columns[index].head.kind == nil && (!columns[index].isIndex || areIndices) && !columns[index].isAchievement
        && !words.contains(.contributions, in: columns[index].head.key)
        && (kind != .share || !words.ends(columns[index].head.key, with: .rateEndings) && columns[index].head.unit != "%")
        && (kind != .share || isSum(index) || !columns.indices.contains(where: { columns[$0].head.kind == nil && isSum($0) }))
    }
    // 比重比上年提高 beside 占GDP比重, 增速位次 beside 增速 where there is no level.
    let isOfGrowth = kind == .rank && !columns.indices.contains { isLevel($0) }
    if head.isOfShare || isOfGrowth {
      let wanted: Observation.Kind = head.isOfShare ? .share : .change
      let near =
        columns.indices.filter { columns[$0].head.kind == wanted && $0 < position }.last
        ?? columns.indices.first { columns[$0].head.kind == wanted }
      return near.map { [$0] } ?? []
    }
    // 增速, 位次: what the growth before it is of, or that growth.
    if kind == .rank, head.isOfGrowth, position > 0, columns[position - 1].head.kind == .change,
      columns[position - 1].path.dropLast() == columns[position].path.dropLast()
    {
      let levels = candidates(of: position - 1, columns, words)
      return levels.isEmpty ? [position - 1] : levels
    }
    // 同比变化 behind 优良天数比例, which is a share.
    if kind == .change, !head.name.isEmpty,
      let share = columns.indices.last(where: {
        $0 < position && columns[$0].head.kind == .share && columns[$0].head.key == head.key && columns[$0].area == columns[position].area
          && columns[$0].path.first == columns[position].path.first
      }),
      !columns.indices.contains(where: { isLevel($0) && columns[$0].path.first == columns[position].path.first })
    {
      return [share]
    }
    // 增速 below 工业增加值, beside 总量 below 生产总值: the levels of other groups are none of its own.
    if kind == .change || kind == .share, !head.name.isEmpty, head.name == columns[position].group,
      case let all = columns.indices.filter(isLevel), !all.isEmpty,
      all.allSatisfy({ level in
        let other = HeadReading.key(columns[level].group)
        return !other.isEmpty && !other.contains(head.key) && !head.key.contains(other)
          && columns[level].path.first != columns[position].path.first
      })
    {
      return []
    }
    // 同比（百分点） behind 断面数 and 比例: of what is in per cent.
    if kind == .change, head.name.isEmpty, let unit = head.unit?.lowercased(),
      words.phrases(.percentagePoints).contains(where: { $0.text.hasSuffix(unit) && unit != "%" }),
      let share = columns.indices.last(where: {
        $0 < position && columns[$0].head.kind == .share && columns[$0].area == columns[position].area
      }),
      !columns[share..<position].contains(where: { $0.head.kind == nil && $0.head.unit == "%" })
    {
      return [share]
    }
    // Change in total behind total and of whom women.
    if words.holds(.totals, head.key),
      let total = columns.indices.last(where: {
        $0 < position && isLevel($0) && words.holds(.totals, columns[$0].path.last.map(HeadReading.key) ?? "")
      })
    {
      return [total]
    }
    // 占总人口比重 over 合计, 男, 女 beside 人口数 over the same.
    if let last = columns[position].path.last.map(HeadReading.key), columns[position].path.count > 1,
      case let reading = HeadReading(last, words), reading.kind == nil, reading.time == nil, reading.unit == nil
    {
      let beside = columns.indices.filter {
        isLevel($0) && columns[$0].path.count == columns[position].path.count && columns[$0].area == columns[position].area
          && columns[$0].path.last.map(HeadReading.key) == last
      }
      if !beside.isEmpty { return beside.sorted { abs($0 - position) < abs($1 - position) } }
    }
    if !head.name.isEmpty,
      let named = columns.indices.last(where: {
        isLevel($0) && columns[$0].head.key == head.key && columns[$0].area == columns[position].area
      })
    {
      var same = columns.indices.filter { isLevel($0) && columns[$0].head.key == head.key && columns[$0].area == columns[position].area }
      same.sort { abs($0 - position) < abs($1 - position) }
      return same.isEmpty ? [named] : same
    }
    // 出口同比增长 beside 出口额.
    if !head.name.isEmpty, head.name != columns[position].group,
      case let named = columns.indices.filter({ isLevel($0) && columns[$0].head.key.contains(head.key) }), let first = named.first
    {
      // 与上年同期比较 over 价值 below each of two times: of its own group.
      func isInGroup(_ level: Int) -> Bool { columns[level].path.first == columns[position].path.first }
      return named.first(where: isInGroup).map { [$0] } ?? [first]
    }
    // By what the only level changed.
    if columns[position].isOfCause, case let all = columns.indices.filter(isLevel), all.count == 1 { return all }
    if !head.name.isEmpty, columns[position].group.isEmpty { return [] }
    // 数量按年变动 beside 价值: the level is not among the columns.
    if let measured = columns[position].measured, !columns.indices.contains(where: { isLevel($0) && columns[$0].measured == measured }) {
      return []
    }
    var index = position - 1
    while index >= 0, !isLevel(index) { index -= 1 }
    if index < 0 {
      // The rank in front is of what stands right behind it, a share too.
      if kind == .rank, columns.indices.contains(position + 1), columns[position + 1].head.kind == .share { return [position + 1] }
      guard let next = columns.indices.first(where: { $0 > position && isLevel($0) }) else { return [] }
      // Rank before 2023 and 2024.
      guard kind == .rank, columns[next].head.time != nil else { return [next] }
      return columns.indices.filter {
        $0 >= next && isLevel($0) && columns[$0].head.key == columns[next].head.key && columns[$0].area == columns[next].area
      }
    }
    // 占GDP比重 behind 经费合计 and what 按来源分 parts: of what stands in its own group.
    func isInGroup(_ level: Int) -> Bool { columns[level].path.dropLast().allSatisfy { columns[position].path.contains($0) } }
    if kind == .share, !isInGroup(index), let nearest = columns.indices.last(where: { $0 < position && isLevel($0) && isInGroup($0) }) {
      index = nearest
    }
    // Growth rates behind outstanding amounts and monthly flows, each a group of its own: of which no head says.
    if kind == .change, let group = columns[position].path.first, columns[position].path.count > 1, columns[index].path.count > 1,
      columns[index].path.first != group,
      Set(columns.indices.filter { isLevel($0) && columns[$0].path.count > 1 }.map { columns[$0].head.key }).count > 1,
      Set(columns.indices.filter { isLevel($0) && columns[$0].path.count > 1 }.map { columns[$0].path[0] }).count > 1
    {
      return []
    }
    // 同比 behind 合计 and 其中：发明 below one head of their own: of the sum.
    if kind == .change || kind == .share, columns[index].path.count > 1, columns[index].path.first != columns[position].path.first,
      RowLabel(columns[index].path.last ?? "", words).isWithin,
      let total = columns.indices.last(where: {
        $0 < index && isLevel($0) && columns[$0].path.dropLast() == columns[index].path.dropLast()
          && words.holds(.totals, columns[$0].path.last.map(HeadReading.key) ?? "")
      })
    {
      index = total
    }
    // 件数 of 113年 and of 112年, the ranks of each beside them.
    let first = columns[index]
    var run: [Int] = []
    while index >= 0, !isLevel(index) || columns[index].head.key == first.head.key && columns[index].area == first.area {
      // 9月, 上年9月, 增长, 1-9月, 上年1-9月, 增长: what stands before the same head belongs to that.
      if columns[index].head.kind == kind, head.time == nil || !columns[position].hasOwnTime,
        columns[index].path.last == columns[position].path.last
          // 本月, 比去年同月增长, 1-本月, 比去年同期增长.
          || !run.isEmpty && columns[index].head.against != nil && columns[index].head.against == head.against
      {
        break
      }
      if isLevel(index) { run.append(index) }
      index -= 1
    }
    // The rank of 112年 before its 件數.
    if head.time != nil {
      run += columns.indices.filter {
        $0 > position && isLevel($0) && columns[$0].head.key == first.head.key && columns[$0].area == first.area
      }
    }
    return run
  }
}
