import Articles
import Indicators
import Lingua

/// Tables that stand side by side below one line of heads.
extension TableGrid {
  /// Two and more tables side by side with the same heads: 地区 数值 地区 数值.
  func bands(of section: TableSection) -> [TableSection] {
    let width = section.columns.count
    guard let last = section.headRows.last, width >= 4, let first = section.columns.first else { return [section] }
    for count in 2...max(2, width / 2) where width % count == 0 && width / count >= 2 {
      let step = width / count
      func repeats(_ column: Int) -> Bool {
        section.headRows.allSatisfy { HeadReading.key(text($0, column)) == HeadReading.key(text($0, column + step)) }
      }
      // 资产 and 负债, each over names of its own, before 期末余额 and 年初余额 of each.
      let areSides = (0..<count).allSatisfy { holdsNames(first + $0 * step, section) }
      let isRepeated = section.columns.dropLast(step).allSatisfy { column in (column - first) % step == 0 && areSides || repeats(column) }
      guard isRepeated, begins(last, first) || section.headRows.contains(where: { begins($0, first) }),
        let stub = section.headRows.last(where: { !text($0, first).isEmpty }),
        HeadRole(HeadReading.key(text(stub, first)), words) != nil && repeats(first) || areSides,
        index(stub, first) != index(stub, first + step)
      else { continue }
      return (0..<count).map { number in
        var band = section
        band.columns = (first + number * step)..<(first + (number + 1) * step)
        band.bodyRows = section.bodyRows.filter { !filled($0, in: band.columns).isEmpty }
        return band
      }
    }
    return lists(of: section)
  }

  /// Whether a column holds names, few of them twice, each before a figure or over others, below a head that says of no note or unit.
  private func holdsNames(_ column: Int, _ section: TableSection) -> Bool {
    guard let head = section.headRows.last(where: { !text($0, column).isEmpty }), cell(head, column)?.column == column else { return false }
    if let role = HeadRole(HeadReading.key(text(head, column)), words), [.note, .unit, .serial].contains(role) { return false }
    let names = section.bodyRows.filter { begins($0, column) && content($0, column) == .text }.map { text($0, column) }
    let figures = section.bodyRows.count { content($0, column + 1).isValue && content($0, column) == .text }
    let bare = section.bodyRows.contains { begins($0, column) && content($0, column).number != nil }
    return names.count > 1 && !bare && figures * 2 > names.count && Set(names).count * 4 > names.count * 3
  }

  /// Lists side by side, each with names of its own, below one column of ranks or none: 排名 | 企业 件 | 企业 件 | 地区 件.
  private func lists(of section: TableSection) -> [TableSection] {
    guard !section.headRows.isEmpty, section.columns.count >= 4 else { return [section] }
    let stubs = section.columns.filter { isStubOfList($0, section) }
    guard stubs.count > 1, let first = stubs.first, let last = stubs.last, last < section.columns.upperBound - 1,
      // Nothing but ranks stands before the first.
      (section.columns.lowerBound..<first).allSatisfy({ column in section.bodyRows.allSatisfy { content($0, column) != .text } }),
      zip(stubs, stubs.dropFirst()).allSatisfy({ $1 - $0 > 1 })
    else { return [section] }
    // 位次 before the names of each list.
    let haveRanks = first > section.columns.lowerBound && stubs.allSatisfy { isRank($0 - 1, section) }
    let starts = haveRanks ? stubs.map { $0 - 1 } : stubs
    let ends = starts.dropFirst() + [section.columns.upperBound]
    return zip(starts, ends).map { start, end in
      var list = section
      list.columns = (start == starts.first ? section.columns.lowerBound : start)..<end
      list.isList = true
      list.bodyRows = section.bodyRows.filter { !filled($0, in: list.columns).isEmpty }
      return list
    }
  }

  private func isRank(_ column: Int, _ section: TableSection) -> Bool {
    guard let head = section.headRows.last(where: { !text($0, column).isEmpty }) else { return false }
    return reading(text(head, column)).kind == .rank || HeadRole(HeadReading.key(text(head, column)), words) == .serial
  }

  /// Whether a column holds the names of a list: a head that says so, texts below it, numbers in the column behind.
  private func isStubOfList(_ column: Int, _ section: TableSection) -> Bool {
    guard let head = section.headRows.last(where: { !text($0, column).isEmpty }), cell(head, column)?.column == column,
      let role = HeadRole(HeadReading.key(text(head, column)), words), [.area, .indicator, .category].contains(role)
    else { return false }
    var (texts, numbers, figures) = (0, 0, 0)
    var names: Set<String> = []
    for row in section.bodyRows where begins(row, column) {
      switch content(row, column) {
      case .text:
        texts += 1
        names.insert(text(row, column))
      case .number, .missing: numbers += 1
      case .empty: continue
      }
      // Years behind names are no figures of these.
      if let number = content(row, column + 1).number, !number.isYearLike { figures += 1 }
    }
    // High, high, middle beside the names of a list are no names of another.
    return texts > numbers && figures * 2 > texts && names.count * 4 > texts * 3
  }
}
