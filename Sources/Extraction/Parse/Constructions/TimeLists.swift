import Indicators
import Lingua

/// Times that a sentence lists, and the figures that it lists behind them in the same number: 7月、8月及9月，…下跌11.8%、10.1%及6.9%.
extension SentenceParser {
  /// The times of a list, one for each of as many figures.
  struct TimeList {
    var times: [TimeExpression]
    var end: Int
    /// 2021—2023年: what is told by its ends alone lists figures only where the sentence says so.
    var isSpan: Bool
  }

  /// Gives each of the figures that the sentence lists behind a list of times its own.
  mutating func shareTimes() {
    let lists = sentence.contains(where: { block.tokens[$0].time.map { !$0.isBase } ?? false }) ? timeLists() : listsBefore
    if !lists.isEmpty || sentence.contains(where: { block.tokens[$0].time.map { !$0.isEmpty && !$0.isBase } ?? false }) { listsBefore = [] }
    guard ofSentence.count > 1 else { return }
    var position = firstOfSentence
    while position < statements.count {
      let pairs = pairsOfFigures(from: position)
      let run = pairs ?? runOfFigures(from: position)
      position = run.upperBound
      let count = pairs == nil ? run.count : run.count / 2
      guard count > 1, tellsOne(run) else { continue }
      if statements[firstOfSentence..<run.lowerBound].contains(where: { $0.kind == .streak && $0.number == ExactNumber(count) }) {
        // 2014年以来连续3年上台阶，先后突破2万件、3万件和4万件: one for each year of the run.
        for (place, index) in run.enumerated() {
          statements[index].yearOfSpan = YearOfSpan(position: place, count: count, isOfRun: true)
          noteAgain(index)
        }
        continue
      }
      guard let list = list(of: count, before: tokens[run.lowerBound], lists), isNear(list, run) else {
        guard lists.isEmpty, isShared(tokens[run.lowerBound]) else { continue }
        for (place, index) in run.enumerated() {
          statements[index].yearOfSpan = YearOfSpan(position: pairs == nil ? place : place / 2, count: count)
          noteAgain(index)
        }
        continue
      }
      listsBefore = [list]
      for (index, time) in zip(run, pairs == nil ? list.times : list.times.flatMap { [$0, $0] }) {
        statements[index].ownTime = OwnTime(time: time, words: "", isBase: false)
        statements[index].role = .main
        noteAgain(index)
      }
    }
  }

  private mutating func noteAgain(_ index: Int) {
    guard
      let at = mentions.lastIndex(where: { if case .figure(let told) = $0 { told.range == statements[index].range } else { false } })
    else { return }
    mentions[at] = .figure(statements[index])
  }

  /// The list of times before a token that has as many members as figures follow.
  private func list(of count: Int, before token: Int, _ lists: [TimeList]) -> TimeList? {
    let told = lists.filter { $0.end <= token }
    guard let last = told.last, last.times.count != count else { return told.last }
    // 2021至2023年，纠正漏捕分别为241人、119人、212人，2023年上升78.2%；纠正漏诉分别为…: the year told aside is one of the span.
    guard last.times.count == 1 else { return nil }
    return told.last { $0.isSpan && $0.times.count == count && last.times.allSatisfy($0.times.contains) }
  }

  // MARK: Lists of times

  private func timeLists() -> [TimeList] {
    var lists: [TimeList] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard let (first, end) = listedTime(at: index), !isComparedTime(index) else {
        index += 1
        continue
      }
      var times = [first]
      var next = end
      while let joint = endOfJoint(next), let (time, after) = listedTime(at: joint) {
        var time = time
        // 2023年11月、12月: of the year of the one before.
        if time.isPartOnly, let before = times.last { time.year = before.endYear ?? before.year }
        times.append(time)
        next = after
      }
      if times.count > 1 {
        lists.append(TimeList(times: times, end: next, isSpan: false))
      } else if let parts = parts(of: first, before: next) {
        lists.append(TimeList(times: parts.times, end: parts.end, isSpan: true))
      } else if block.tokens[index].time.map({ !$0.isEmpty && !$0.isBase }) ?? false {
        // Another time in between ends what a list before it says.
        lists.append(TimeList(times: [first], end: next, isSpan: false))
      }
      index = max(next, index + 1)
    }
    return lists.contains { $0.times.count > 1 } ? lists : []
  }

  /// A time at a token, and 2022 of 2022、2023年.
  private func listedTime(at index: Int) -> (TimeExpression, end: Int)? {
    guard index < sentence.upperBound, !block.inTitle[index] else { return nil }
    if let time = block.tokens[index].time {
      guard !time.isEmpty, !time.isBase, !time.isSame, !time.isNow, time.lastYears == nil, time.yearsBefore == nil else { return nil }
      return (time, index + 1)
    }
    guard let quantity = block.tokens[index].quantity, quantity.isBare, !figures[index], quantity.numeral.power == 0,
      quantity.numeral.number.scale == 0, let number = Int(exactly: quantity.numeral.number.significand),
      let joint = endOfJoint(index + 1), joint < sentence.upperBound, let next = listedTime(at: joint)?.0
    else { return nil }
    if (1900...2100).contains(number), case .absolute = next.year { return (TimeExpression(year: .absolute(number)), index + 1) }
    // 5、6月份, 一、二季度: as long as the one behind it.
    guard case .months(let first, let last) = next.part, next.endYear == nil, next.monthsUpTo == nil, case let length = last - first + 1,
      length == 1 || length == 3, (1...12 / length).contains(number), number * length < first + length
    else { return nil }
    var time = next
    time.part = .months((number - 1) * length + 1, number * length)
    return (time, index + 1)
  }

  /// Behind 、, 和 or 及 between two times.
  private func endOfJoint(_ index: Int) -> Int? {
    guard index < sentence.upperBound, block.tokens[index].punctuation == .enumeration || block.tokens[index].has(.conjunction) else {
      return nil
    }
    return index + 1
  }

  private func isComparedTime(_ index: Int) -> Bool {
    index > sentence.lowerBound && (block.tokens[index - 1].has([.compare, .from]) || isBelowOrAbove(index))
  }

  /// The years of 2021—2023年, the months of 1月至3月, the quarters of 2022年四个季度.
  private func parts(of time: TimeExpression, before end: Int) -> (times: [TimeExpression], end: Int)? {
    var part = time
    part.endYear = nil
    if case .absolute(let first) = time.year, case .absolute(let last)? = time.endYear, time.part == .whole, last > first, last - first < 12
    {
      return ((first...last).map { TimeExpression(year: .absolute($0)) }, end)
    }
    if time.part == .whole, time.endYear == nil, end + 1 < sentence.upperBound,
      case let words = block.plain(end..<min(end + 2, sentence.upperBound)),
      let named = prose.times.quarterLists.first(where: { words.hasPrefix($0) })
    {
      let quarters = (0..<4).map { quarter in
        part.part = .months(3 * quarter + 1, 3 * quarter + 3)
        return part
      }
      return (quarters, end + (block.plain(end..<(end + 1)) == named ? 1 : 2))
    }
    guard case .months(let first, let last) = time.part, time.endYear == nil, time.monthsUpTo == nil, last > first, !time.isStock,
      block.plain((end - 1)..<end).contains("月")
    else { return nil }
    let months = (first...last).map { month in
      part.part = .months(month, month)
      return part
    }
    return (months, end)
  }

  // MARK: Lists of figures

  /// The statements from `position` on that nothing but 、, 和 and, behind 分别, a comma joins.
  private func runOfFigures(from position: Int) -> Range<Int> {
    var end = position + 1
    while end < statements.count, joins(tokens[end - 1], tokens[end]), statements[end].kind == statements[position].kind,
      statements[end].unit == statements[position].unit || block.tokens[tokens[end - 1]].quantity?.isBare ?? false
        || block.tokens[tokens[position]].quantity?.kind == block.tokens[tokens[end]].quantity?.kind
    { end += 1 }
    return position..<end
  }

  /// 280件306人、401件431人、484件558人: the figures from `position` on that are told by twos, in the same two units; nil for others.
  private func pairsOfFigures(from position: Int) -> Range<Int>? {
    var end = position
    while end + 1 < statements.count, tokens[end + 1] == tokens[end] + 1, statements[end].unit != statements[end + 1].unit,
      statements[end].kind == .level, statements[end].unit == statements[position].unit,
      statements[end + 1].unit == statements[position + 1].unit,
      end == position || joins(tokens[end - 1], tokens[end])
    { end += 2 }
    return end - position > 3 ? position..<end : nil
  }

  private func joins(_ one: Int, _ other: Int) -> Bool {
    guard other - one <= 3 else { return false }
    let between = (one + 1)..<other
    // 年减少1.2%、增长3.4%: each with its own verb.
    let joints = between.filter { !block.tokens[$0].has([.rise, .fall]) }
    return joints.count == 1
      && joints.allSatisfy { Exclusions.joins(block.tokens[$0]) || block.tokens[$0].punctuation == .comma && isShared(one) }
      && other - one >= 2
  }

  /// 分别 stands before, in the clauses at hand.
  private func isShared(_ index: Int) -> Bool {
    (max(sentence.lowerBound, index - Self.listReach)..<index).contains { block.tokens[$0].has(.respectively) }
  }

  /// The figures of one name and one owner: what 甲、乙 have each is told of one time.
  private func tellsOne(_ run: Range<Int>) -> Bool {
    let first = statements[run.lowerBound]
    guard first.ownTime.map({ !$0.isBase }) ?? true || first.role == .movementStart else { return false }
    return run.dropFirst().allSatisfy { index in
      let isOpen = statements[index].head == .inherited
      return (isOpen || statements.words(of: index) == statements.words(of: run.lowerBound))
        && (owner(of: index) == owner(of: run.lowerBound) || owner(of: index) == nil)
    }
  }

  /// Whose a statement is, past those it only goes on from.
  private func owner(of index: Int) -> Owner? {
    var at = index
    while case .same(let before)? = statements[at].owner, before < at { at = before }
    return statements[at].owner
  }

  /// A span lists its years only where 分别 says so, and so does a list of the sentence before; a list of times only figures that no other
  /// sentence part owns.
  private func isNear(_ list: TimeList, _ run: Range<Int>) -> Bool {
    guard list.isSpan || list.end <= sentence.lowerBound else { return true }
    let first = tokens[run.lowerBound]
    return (max(list.end, first - Self.listReach)..<first).contains { block.tokens[$0].has(.respectively) }
  }
}
