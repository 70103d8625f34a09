import Articles
import Extraction
import Indicators
import Lingua

/// What the figures of columns prove of each other where their heads leave it open: that 4.3 is by how much 104.3 is more than 100, and
/// that 38.4 is the share of 125,110 in what stands nowhere.
extension TableGrid {
  /// The numbers of a column, row by row, and half of the last digit of each.
  private struct Figures {
    var values: [Int: (value: Double, room: Double)] = [:]
    /// Whether all stand with per cent beside them, and whether any does.
    var areAllPercent = true
    var isAnyPercent = false

    init(_ column: Int, _ rows: ArraySlice<Int>, _ grid: TableGrid) {
      for row in rows where grid.begins(row, column) {
        guard let number = grid.content(row, column).number else { continue }
        var room = 0.5
        for _ in 0..<min(12, max(0, number.value.scale)) { room /= 10 }
        values[row] = (number.value.doubleValue, room)
        let isPercent = number.unit == "%" || number.unit == "％"
        areAllPercent = areAllPercent && isPercent
        isAnyPercent = isAnyPercent || isPercent
      }
      if values.isEmpty { areAllPercent = false }
    }

    /// Basis points as points.
    var inHundreds: Figures {
      var figures = self
      figures.values = values.mapValues { ($0.value / 100, $0.room / 100) }
      return figures
    }
  }

  private struct Pair {
    var early: Int
    var late: Int
    var against: HeadReading.Against
  }

  /// Changes whose heads do not say from when they are counted, or do not say that they are changes: +/-, Δ, a word that no list has. Where
  /// they are, in all rows, those between the figures of two times, they are of the later and counted from the earlier.
  func settleByArithmetic(_ columns: inout [TableColumn], _ rows: ArraySlice<Int>, _ context: TableContext) {
    let values = columns.indices.filter { columns[$0].use == .value }
    guard values.count > 1, values.count <= 60 else { return }
    settleShares(&columns, values, rows)
    settleSharesOfOthers(&columns, values, rows)
    settleUnitsOfParts(&columns, values, rows)
    settleLevels(&columns, values, rows)
    settleLevelsOfShares(&columns, values, rows)
    // The times of levels that their heads date, with their years.
    var times: [Int: HeadTime] = [:]
    for index in values where columns[index].head.kind == nil && columns[index].hasOwnTime {
      guard let time = columns[index].head.time, let period = time.period(in: context.period), time.endYear == nil, !time.isFromTo else {
        continue
      }
      times[index] = HeadTime(period)
    }
    let levels = values.filter { times[$0] != nil }
    // Of weeks that lie in two months no change is one of months.
    guard levels.count > 1, !context.isOfPartOfMonth else { return }
    let open = values.filter { index in
      let column = columns[index]
      return column.head.kind == .change ? column.head.against == nil : column.head.kind == nil && !column.hasOwnTime && !column.isIndex
    }
    guard !open.isEmpty else { return }
    let figures = Dictionary(uniqueKeysWithValues: (levels + open).map { ($0, Figures(columns[$0].column, rows, self)) })
    var pairs: [Pair] = []
    for late in levels {
      for early in levels
      where early != late && columns[early].head.key == columns[late].head.key && columns[early].area == columns[late].area {
        guard let from = times[early], let to = times[late], let against = HeadReading.Against(anyBefore: to, from) else { continue }
        pairs.append(Pair(early: early, late: late, against: against))
      }
    }
    guard pairs.count <= 200 else { return }
    var proven: [Int: HeadReading.Against] = [:]
    for index in open {
      guard let own = figures[index] else { continue }
      var found: [(pair: Pair, isRatio: Bool)] = []
      for pair in pairs {
        guard let early = figures[pair.early], let late = figures[pair.late] else { continue }
        let isPercent =
          own.areAllPercent || columns[index].head.unit == "%" || words.names(.percentHeads, in: columns[index].path.joined(separator: " "))
        let isAlone = pairs.count == 1
        let isRatio = fits(own, early, late, isRatio: true, isAlone: isAlone)
        if isRatio { found.append((pair, true)) }
        // Below a hundred both may fit.
        let isHundredth = columns[index].head.unit.map { words.holds(.hundredthsOfPoints, HeadReading.key($0)) } ?? false
        if !isPercent || !isRatio, !own.isAnyPercent || late.areAllPercent,
          fits(isHundredth ? own.inHundreds : own, early, late, isRatio: false, isAlone: isAlone)
        {
          found.append((pair, false))
        }
      }
      guard found.count == 1, let (pair, isRatio) = found.first else { continue }
      proven[index] = pair.against
      let late = columns[pair.late].head
      if columns[index].head.kind == nil { columns[index].head.rename("") }
      columns[index].head.kind = .change
      columns[index].head.against = pair.against
      // 2024-25 over what changed between the ends of March is a time of its own.
      if columns[index].head.time.map({ $0.year == .inherited }) ?? true { columns[index].head.time = late.time }
      if isRatio {
        columns[index].head.unit = "%"
      } else if columns[index].head.unit == nil {
        let isOfPercent = late.unit == "%" || figures[pair.late]?.areAllPercent ?? false
        columns[index].head.unit = isOfPercent ? points(columns[index].path.joined()) : late.unit
      }
    }
    // What is proven of some times holds for the others below the same head: that of the first has nothing before it.
    for index in open where proven[index] == nil && columns[index].head.kind == .change && columns[index].head.against == nil {
      let beside = proven.filter {
        columns[$0.key].path.first == columns[index].path.first && columns[$0.key].path.count == columns[index].path.count
          && columns[$0.key].head.time?.months?.count == columns[index].head.time?.months?.count
      }
      let bases = Set(beside.values)
      if bases.count == 1, columns[index].path.count > 1 { columns[index].head.against = bases.first }
    }
  }

  /// 男 and 女 without unit behind 人口（万人）, which they add up to: in its unit.
  private func settleUnitsOfParts(_ columns: inout [TableColumn], _ values: [Int], _ rows: ArraySlice<Int>) {
    let levels = values.filter { columns[$0].head.kind == nil && !columns[$0].isIndex }
    let wholes = levels.filter { columns[$0].head.unit.map { $0 != "%" } ?? false }
    let bare = levels.filter { columns[$0].head.unit == nil }
    guard !wholes.isEmpty, wholes.count <= 6, bare.count > 1, bare.count <= 24 else { return }
    let figures = Dictionary(uniqueKeysWithValues: (wholes + bare).map { ($0, Figures(columns[$0].column, rows, self)) })
    for whole in wholes {
      guard let sum = figures[whole], sum.values.count > 1 else { continue }
      // Runs of columns with the same word over each.
      for start in bare.indices {
        for end in bare.indices where end > start && end < start + 12 {
          let parts = bare[start...end]
          guard Set(parts.map { columns[$0].path.last }).count == 1 || Set(parts.map { columns[$0].path.dropLast() }).count == 1 else {
            break
          }
          let isSum = sum.values.allSatisfy { row, total in
            let numbers = parts.compactMap { figures[$0]?.values[row] }
            let room = numbers.reduce(total.room) { $0 + $1.room }
            return numbers.count == parts.count && total.value != 0 && abs(numbers.reduce(0) { $0 + $1.value } - total.value) <= room
          }
          guard isSum else { continue }
          for part in parts { columns[part].head.unit = columns[whole].head.unit }
        }
      }
    }
  }

  /// This week, last week and a change: of which level it is and from which it is counted, where figures of two columns prove it and no others.
  private func settleLevels(_ columns: inout [TableColumn], _ values: [Int], _ rows: ArraySlice<Int>) {
    let changes = values.filter { columns[$0].head.kind == .change }
    let levels = values.filter { columns[$0].head.kind == nil && !columns[$0].isAchievement }
    guard !changes.isEmpty, levels.count > 1, levels.count <= 12, changes.count <= 12 else { return }
    let figures = Dictionary(uniqueKeysWithValues: (levels + changes).map { ($0, Figures(columns[$0].column, rows, self)) })
    for change in changes {
      guard let own = figures[change] else { continue }
      var found: Set<Int> = []
      // Whether all that fits are differences, and none ratios.
      var areDifferences = true
      for late in levels {
        for early in levels where early != late && columns[early].area == columns[late].area {
          guard let from = figures[early], let to = figures[late],
            fits(own, from, to, isRatio: true)
              || !own.areAllPercent && columns[change].head.unit != "%" && fits(own, from, to, isRatio: false)
          else { continue }
          found.insert(late)
          areDifferences = areDifferences && !fits(own, from, to, isRatio: true)
        }
      }
      guard found.count == 1, let level = found.first else { continue }
      columns[change].provenLevel = columns[level].column
      if areDifferences, columns[change].head.unit == nil { columns[change].isAmountOfChange = true }
    }
  }

  /// The word for a difference of percentages, in the language of a head.
  private func points(_ head: String) -> String? {
    let isHan = head.unicodeScalars.contains(where: \.isHan)
    return words.phrases(.percentagePoints).first { $0.scalars.contains(where: \.isHan) == isHan }?.text
  }

  /// Whether figures are the changes from one column to another, in two rows at least that no rounding makes fit by chance, and all others but
  /// one of ten.
  ///
  /// - Parameter isAlone: whether no other two columns could be meant, so that one row, where there is no more, tells.
  private func fits(_ own: Figures, _ early: Figures, _ late: Figures, isRatio: Bool, isAlone: Bool = false) -> Bool {
    var (telling, misfits, count) = (0, 0, 0)
    for (row, change) in own.values {
      guard let from = early.values[row], let to = late.values[row] else { continue }
      count += 1
      let (low, high): (Double, Double)
      if isRatio {
        guard from.value - from.room > 0, to.value >= 0 else {
          misfits += 1
          continue
        }
        low = ((to.value - to.room) / (from.value + from.room) - 1) * 100
        high = ((to.value + to.room) / (from.value - from.room) - 1) * 100
      } else {
        low = to.value - from.value - to.room - from.room
        high = to.value - from.value + to.room + from.room
      }
      // Binary fractions are off by less than this.
      let slack = change.room + 1e-9 * max(1, abs(to.value))
      if change.value < low - slack || change.value > high + slack {
        misfits += 1
      } else if abs(change.value) > (high - low) + change.room {
        telling += 1
      }
    }
    return (telling > 1 || telling == 1 && count == 1 && isAlone) && misfits * 10 <= count && misfits < telling
  }

  func isPercent(_ unit: String?) -> Bool {
    unit.map { $0 == "%" || words.holds(.percentUnits, $0.lowercased()) || words.holds(.percentUnits, HeadReading.key($0)) } ?? false
  }

  /// GWh and % below one year: shares, where all amounts are in the same proportion to them.
  private func settleShares(_ columns: inout [TableColumn], _ values: [Int], _ rows: ArraySlice<Int>) {
    for index in values {
      let column = columns[index]
      guard column.head.kind == nil, isPercent(column.head.unit), column.path.count > 1, let last = column.path.last, reading(last).isBare,
        reading(last).time == nil
      else { continue }
      let beside = values.filter {
        $0 != index && columns[$0].head.kind == nil && !isPercent(columns[$0].head.unit)
          && columns[$0].path.dropLast() == column.path.dropLast()
      }
      guard beside.count == 1, let level = beside.first else { continue }
      let shares = Figures(column.column, rows, self)
      if isInProportion(shares, Figures(columns[level].column, rows, self), rows),
        shares.values.allSatisfy({ $0.value.value >= 0 && $0.value.value <= 100 })
      {
        columns[index].head.kind = .share
      }
    }
  }

  /// Female (%) beside Female and Total: the share of the one in the other, where it is so in all rows.
  private func settleSharesOfOthers(_ columns: inout [TableColumn], _ values: [Int], _ rows: ArraySlice<Int>) {
    let levels = values.filter { columns[$0].head.kind == nil && !isPercent(columns[$0].head.unit) && !columns[$0].isIndex }
    guard levels.count > 1, levels.count <= 12 else { return }
    let shares = values.filter { columns[$0].head.kind == nil && isPercent(columns[$0].head.unit) && !columns[$0].head.key.isEmpty }
    guard !shares.isEmpty, shares.count <= 12 else { return }
    let figures = Dictionary(uniqueKeysWithValues: levels.map { ($0, Figures(columns[$0].column, rows, self)) })
    for index in shares {
      let named = levels.filter {
        columns[$0].head.key == columns[index].head.key && columns[$0].area == columns[index].area
          && columns[$0].head.time == columns[index].head.time
      }
      guard named.count == 1, let level = named.first, let part = figures[level] else { continue }
      let own = Figures(columns[index].column, rows, self)
      let isShare = levels.contains { whole in
        guard whole != level, columns[whole].head.time == columns[level].head.time, let all = figures[whole] else { return false }
        var count = 0
        for (row, share) in own.values {
          guard let amount = part.values[row], let sum = all.values[row], sum.value > sum.room, share.value <= 100 else { return false }
          let low = (amount.value - amount.room) / (sum.value + sum.room) * 100
          let high = (amount.value + amount.room) / (sum.value - sum.room) * 100
          guard share.value + share.room * (1 + 1e-9) >= low, share.value - share.room * (1 + 1e-9) <= high else { return false }
          count += 1
        }
        return count > 1
      }
      guard isShare else { continue }
      columns[index].head.kind = .share
      columns[index].provenLevel = columns[level].column
    }
  }

  /// 占比 behind 企业数 and 平均收入: of the only level to whose amounts the shares are in one proportion.
  private func settleLevelsOfShares(_ columns: inout [TableColumn], _ values: [Int], _ rows: ArraySlice<Int>) {
    let shares = values.filter { columns[$0].head.kind == .share && columns[$0].provenLevel == nil }
    let levels = values.filter { columns[$0].head.kind == nil && !columns[$0].isAchievement && !columns[$0].isIndex }
    guard !shares.isEmpty, levels.count > 1, shares.count * levels.count <= 60 else { return }
    let figures = Dictionary(uniqueKeysWithValues: levels.map { ($0, Figures(columns[$0].column, rows, self)) })
    for share in shares {
      let own = Figures(columns[share].column, rows, self)
      let found = levels.filter { level in figures[level].map { isInProportion(own, $0, rows) } ?? false }
      guard found.count == 1, let level = found.first, columns[level].area == columns[share].area else { continue }
      columns[share].provenLevel = columns[level].column
    }
  }

  /// Whether the amounts of three rows and more, each run of them for itself, are in one proportion to shares.
  private func isInProportion(_ shares: Figures, _ amounts: Figures, _ rows: ArraySlice<Int>) -> Bool {
    var (low, high, count) = (0.0, Double.infinity, 0)
    for row in rows {
      // Below Imports and below Exports each are shares of a total of their own.
      if shares.values[row] == nil, amounts.values[row] == nil { (low, high) = (0, .infinity) }
      guard let share = shares.values[row], share.value > share.room, let amount = amounts.values[row] else { continue }
      low = max(low, (amount.value - amount.room) / (share.value + share.room))
      high = min(high, (amount.value + amount.room) / (share.value - share.room))
      count += 1
      if low > high * (1 + 1e-9) { return false }
    }
    return count > 2
  }
}
