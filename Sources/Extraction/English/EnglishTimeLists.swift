import Indicators

/// Times that a sentence lists, and the figures that it lists beside them in the same number: In July, August and September 2024, sales fell
/// by 11.8%, 10.1% and 6.9%; 4.1%, 4.2% and 4.3% in April, May and June.
extension EnglishParser {
  /// For each figure of such a list its time; empty where no list of figures is as long as that of the times.
  func timesOfLists() -> [Int: Member] {
    for times in listsOfTimes() {
      guard let first = times.first, let last = times.last else { continue }
      let before = figures(endingBefore: first.index)
      let behind = figures(startingBehind: last.index)
      for run in [before, behind] where run.count == times.count {
        return Dictionary(zip(run, times).map { ($0, Member.time($1.time, words: string($1.index))) }) { first, _ in first }
      }
    }
    return [:]
  }

  /// Times that nothing but commas and and parts, two at least; months take the year that stands once with the last.
  private func listsOfTimes() -> [[(index: Int, time: TimeExpression)]] {
    var lists: [[(index: Int, time: TimeExpression)]] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      var list: [(index: Int, time: TimeExpression)] = []
      var at = index
      while at < sentence.upperBound, let time = chunks[at].time, !time.isEmpty, !time.isSince, time.yearsBefore == nil, !isBase(at) {
        list.append((at, time))
        var next = at + 1
        if next < sentence.upperBound, chunks[next].border == .comma { next += 1 }
        if isWord(next), text(next) == "and" { next += 1 }
        guard next > at + 1 else { break }
        at = next
      }
      if list.count > 1, text(list[0].index - 1) != "between" { lists.append(withYears(list)) }
      index = max(index + 1, (list.last?.index ?? index) + 1)
    }
    return lists
  }

  private func withYears(_ list: [(index: Int, time: TimeExpression)]) -> [(index: Int, time: TimeExpression)] {
    guard let last = list.last, case .absolute(let year) = last.time.year, case .months(let end, _) = last.time.part else { return list }
    return list.map { member in
      guard member.time.year == .inherited, case .months(let month, _) = member.time.part else { return member }
      var time = member.time
      time.year = .absolute(month > end ? year - 1 : year)
      return (member.index, time)
    }
  }

  /// The figures of one measure that end right before a list of times, parted by commas and and.
  private func figures(endingBefore index: Int) -> [Int] {
    var at = index - 1
    if isWord(at), ["in", "for", "during", "at"].contains(text(at)) { at -= 1 }
    var run: [Int] = []
    while at >= sentence.lowerBound, chunks[at].quantity != nil {
      run.insert(at, at: 0)
      at -= 1
      var joint = at
      if joint >= sentence.lowerBound, text(joint) == "and" { joint -= 1 }
      if joint >= sentence.lowerBound, chunks[joint].border == .comma { joint -= 1 }
      if joint == at { break }
      at = joint
    }
    return isOneMeasure(run) ? run : []
  }

  /// The first figures behind a list of times, where they are such a list.
  private func figures(startingBehind index: Int) -> [Int] {
    guard let first = ((index + 1)..<sentence.upperBound).first(where: { chunks[$0].isFigure }), chunks[first].quantity != nil,
      !((index + 1)..<first).contains(where: { chunks[$0].time != nil })
    else { return [] }
    var run = [first]
    while let last = run.last {
      var next = last + 1
      if next < sentence.upperBound, chunks[next].border == .comma { next += 1 }
      if isWord(next), text(next) == "and" { next += 1 }
      if isWord(next), text(next) == "by" { next += 1 }
      guard next > last + 1, next < sentence.upperBound, chunks[next].quantity != nil else { break }
      run.append(next)
    }
    return isOneMeasure(run) ? run : []
  }

  private func isOneMeasure(_ run: [Int]) -> Bool {
    guard run.count > 1, let measure = run.last.flatMap({ chunks[$0].quantity?.measure }) else { return false }
    return run.allSatisfy { chunks[$0].quantity?.measure == measure || chunks[$0].quantity?.unit.isEmpty ?? false }
  }
}
