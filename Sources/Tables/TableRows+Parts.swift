import Indicators
import Lingua

/// Rows that are parts of others: by 其中 and indents, and some that stand flush left: their names recur, or their figures add up to the one above.
extension TableGrid {
  /// Finds for each row the one it is a part of, by 其中 and by indents.
  ///
  /// - Parameter hasUnit: whether titles or columns give rows without unit one.
  func linkParts(_ rows: inout [TableRow], hasUnit: Bool) {
    // 一、 stands further out than rows without number, these further out than 1.
    let hasOutline = rows.contains { $0.depth == 1 }
    var isBelow = false
    for index in rows.indices {
      isBelow = isBelow || rows[index].depth == 1
      let depth = rows[index].depth
      if rows[index].isListed { rows[index].indent += 2 }
      // 收入合计 below 二、非税收入 is no part of it.
      let isSum = rows[index].isTotal || words.ends(rows[index].head.key, with: .sumEndings)
      rows[index].indent += depth > 0 ? depth - (hasOutline ? 1 : 0) : hasOutline && isBelow && !isSum ? 3 : 0
    }
    var open: [Int] = []
    // What stands in brackets below a row is no row of its own.
    for index in rows.indices where rows[index].area == nil && !rows[index].isWholeArea && !rows[index].isInBrackets {
      let row = rows[index]
      // 按行业分 parts what stands above it.
      if row.isGroupingLine, let whole = open.first, rows[whole].indent >= row.indent, !rows[whole].isSection {
        open = [whole]
        continue
      }
      // Further in than what it parts, in front of parts further in still.
      if row.isGroupingLine, let whole = open.last, !rows[whole].isSection, rows[whole].indent < row.indent { continue }
      if row.isSection, row.indent == 0 { open = [] }
      // 减：甲, and 乙 aligned with 甲 below it: neighbours of what they are taken from.
      if index > 0, !row.isSigned, rows[index - 1].isSigned, row.depth == 0, row.indent > rows[index - 1].indent,
        row.indent <= rows[index - 1].indent + 12
      {
        rows[index].isSigned = true
        rows[index].indent = rows[index - 1].indent
      }
      if rows[index].isSigned {
        open = [index]
        continue
      }
      while let last = open.last {
        let other = rows[last]
        if row.indent > other.indent {
          // The rows below 其中：甲 that begin where 甲 does are its neighbours.
          if other.isWithin, row.indent <= other.indent + 12 {
            open.removeLast()
            continue
          }
          break
        }
        if row.isWithin, row.indent == other.indent, !other.isWithin { break }
        open.removeLast()
      }
      // 5G手机 and, flush with it, 国产手机 below 其中：, in the unit that only their owner has.
      if index > 0, rows[index - 1].isWithin, !row.isWithin, row.indent == rows[index - 1].indent, !hasUnit, !row.isTotal,
        let owner = rows[index - 1].parent, !rows[owner].isSection, rows[owner].head.unit != nil, row.head.unit == nil, row.unit == nil,
        row.head.kind == nil, row.head.time == nil
      {
        rows[index].isWithin = true
        rows[index].parent = owner
        open.append(index)
        continue
      }
      // 农村, flush with 其中：城市 above it: another part of the same.
      if index > 0, rows[index - 1].isWithin, !row.isWithin, row.indent == rows[index - 1].indent, row.head.kind == nil,
        row.head.unit == nil,
        let owner = rows[index - 1].parent, !rows[owner].isSection, words.holds(.kindsOfPeople, row.head.key),
        words.holds(.kindsOfPeople, rows[index - 1].head.key)
      {
        rows[index].isWithin = true
        rows[index].parent = owner
        open = open.filter { $0 <= owner } + [index]
        continue
      }
      rows[index].parent = open.last
      if row.isTotal, row.indent == 0 { rows[index].parent = nil }
      open.append(index)
    }
  }

  /// 铁路 and 公路 below 货物运输量（万吨）, and again below 客运量（万人）: parts of the nearest row above with a unit and a name of its own.
  ///
  /// - Parameter hasUnit: whether the titles give rows without unit one.
  func linkFlushParts(_ rows: inout [TableRow], _ columns: [TableColumn], hasUnit: Bool) {
    if columns.contains(where: { $0.use == .unit }) {
      linkRecurringParts(&rows)
      return
    }
    let named = rows.indices.filter { isFlush(rows[$0]) }
    let counts = Dictionary(named.map { (rows[$0].head.key, 1) }, uniquingKeysWith: +)
    func recurs(_ index: Int) -> Bool { counts[rows[index].head.key].map { $0 > 1 } ?? false }
    var (owner, parts): (Int?, [Int]) = (nil, [])
    func close() {
      defer { (owner, parts) = (nil, []) }
      guard let owner, !parts.isEmpty else { return }
      if parts.contains(where: recurs) {
        for part in parts { (rows[part].parent, rows[part].isOfOwner) = (owner, true) }
      } else if !hasUnit, let count = sumLength(of: owner, parts, rows, columns) {
        for part in parts.prefix(count) { (rows[part].parent, rows[part].isOfOwner) = (owner, true) }
      }
    }
    for index in rows.indices {
      if rows[index].isSection {
        close()
      } else if isFlush(rows[index]) {
        if rows[index].head.unit != nil, !recurs(index) {
          close()
          owner = index
        } else if owner != nil {
          parts.append(index)
        }
      }
    }
    close()
  }

  /// 铁路 and 公路 in 万吨 below 货运量, and again in 万人 below 客运量: parts of the row above them in their unit whose name stands once.
  private func linkRecurringParts(_ rows: inout [TableRow]) {
    let named = rows.indices.filter { isFlush(rows[$0]) }
    let counts = Dictionary(named.map { (rows[$0].head.key, 1) }, uniquingKeysWith: +)
    var groups: [(owner: Int, parts: [Int])] = []
    for index in rows.indices {
      if !isFlush(rows[index]) {
        if rows[index].isSection { groups.append((index, [])) }
      } else if counts[rows[index].head.key].map({ $0 > 1 }) ?? false {
        if let last = groups.indices.last { groups[last].parts.append(index) }
      } else {
        groups.append((index, []))
      }
    }
    // 水路 in 亿吨公里 below 铁路, where what follows is in 亿人公里.
    let units = groups.filter { !$0.parts.isEmpty }.map { rows[$0.owner].unit }
    if Set(units).count == units.count {
      for place in groups.indices.dropFirst().reversed()
      where groups[place].parts.isEmpty && !groups[place - 1].parts.isEmpty && !rows[groups[place].owner].isSection
        && rows[groups[place].owner].unit == rows[groups[place - 1].owner].unit
      {
        groups[place - 1].parts.append(groups[place].owner)
        groups.remove(at: place)
      }
    }
    let found = groups.filter { !$0.parts.isEmpty }
    guard found.count > 1,
      found.allSatisfy({ group in
        !rows[group.owner].isSection && Set(group.parts.map { rows[$0].head.key }).count == group.parts.count
          && group.parts.allSatisfy { rows[$0].unit != nil && rows[$0].unit == rows[group.owner].unit }
      })
    else { return }
    for group in found { for part in group.parts { (rows[part].parent, rows[part].isOfOwner) = (group.owner, true) } }
  }

  private func isFlush(_ row: TableRow) -> Bool {
    !row.isSection && row.parent == nil && row.area == nil && !row.isWholeArea && !row.isTotal && !row.isWithin && row.head.kind == nil
      && row.head.time == nil && !row.head.name.isEmpty
  }

  /// How many rows without unit, two at least, add up to the one above them in each column of levels; nil for none.
  private func sumLength(of owner: Int, _ parts: [Int], _ rows: [TableRow], _ columns: [TableColumn]) -> Int? {
    let values = columns.filter { $0.use == .value && $0.head.kind == nil && content(rows[owner].row, $0.column).number != nil }
    guard !values.isEmpty else { return nil }
    var sums = values.map { _ in Rational.zero }
    var rooms = values.map { content(rows[owner].row, $0.column).number.map { $0.value.halfDigit } ?? .zero }
    for (count, part) in parts.enumerated() {
      guard rows[part].head.unit == nil, part == owner + count + 1 else { return nil }
      for (place, column) in values.enumerated() {
        guard let number = content(rows[part].row, column.column).number?.value, let sum = sums[place].adding(number.rational),
          let room = rooms[place].adding(number.halfDigit)
        else { return nil }
        (sums[place], rooms[place]) = (sum, room)
      }
      guard count > 0 else { continue }
      let areSums = values.enumerated().allSatisfy { place, column in
        guard let whole = content(rows[owner].row, column.column).number?.value.rational, let gap = sums[place].subtracting(whole) else {
          return false
        }
        return gap.magnitude <= rooms[place] && whole != .zero
      }
      if areSums { return count + 1 }
    }
    return nil
  }
}

extension ExactNumber {
  /// Half of its last digit: how far off a rounded number may be.
  var halfDigit: Rational {
    (Rational(powerOfTen: -scale) ?? .one).multiplied(by: Rational(1, over: 2) ?? .one) ?? .one
  }
}
