import Articles
import Indicators

extension Reader {
  /// The names that 分别 before the number at `index` distributes over, and which of them is meant.
  func listItems(at index: Int) -> (items: [ListItem], position: Int)? {
    let start = block.clauseStart[index]
    guard let word = (start..<index).last(where: { block.tokens[$0].has(.respectively) }) else { return nil }
    let position = ((word + 1)..<index).count { figures[$0] }
    let items = lists[word] ?? items(before: word) ?? (lastList.count > 1 ? lastList : nil)
    guard let items, position < items.count else { return nil }
    return (items, position)
  }

  /// Gives the finding the name, place or period that 分别 assigns to it.
  mutating func applyList(_ finding: inout Finding, _ features: Features, at index: Int) {
    guard let (items, position) = listItems(at: index) else { return }
    let start = block.clauseStart[index]
    if let word = (start..<index).last(where: { block.tokens[$0].has(.respectively) }) {
      lists[word] = items
      lastList = items
    }
    let item = items[position]
    if let name = item.name {
      finding.name = name
      finding.inheritsName = finding.kind != .level
    } else if item.place != nil || item.period != nil, finding.name != nil, position == 0, features.region.isListed == false {
      finding.name = lastName ?? finding.name
    }
    if let place = item.place { finding.place = Worded(value: place, words: place) }
    if let period = item.period { finding.period = Worded(value: period, words: "\(period)") }
  }

  /// The members of the list before 分别: names, places or times.
  private func items(before word: Int) -> [ListItem]? {
    let region = block.region(before: word) { figures[$0] }
    var groups: [[Int]] = [[]]
    for index in region.tokens {
      let token = block.tokens[index]
      if token.punctuation == .enumeration || token.has(.conjunction) && token.range.count <= 2 {
        groups.append([])
      } else if token.has([.compare]) || token.has(.yearOnYear) {
        break
      } else {
        groups[groups.count - 1].append(index)
      }
    }
    groups.removeAll { $0.isEmpty }
    guard groups.count > 1 else { return nil }
    let tail = sharedTail(groups)
    return groups.enumerated().map { position, group in
      if group.allSatisfy({ block.tokens[$0].place != nil }), let place = group.last.flatMap({ block.tokens[$0].place }) {
        return ListItem(place: place.name)
      }
      if group.count == 1, let time = block.tokens[group[0]].time { return ListItem(period: calendar.period(of: time)) }
      let phrase = block.namePhrase(group)
      let words = string(phrase.tokens.isEmpty ? group : phrase.tokens)
      return ListItem(name: position < groups.count - 1 ? words + tail : words)
    }
  }

  /// 发明、实用新型专利授权量: the measure at the end belongs to every member.
  private func sharedTail(_ groups: [[Int]]) -> String {
    guard let last = groups.last else { return "" }
    let final = string(last)
    let others = groups.dropLast().map { string($0) }
    for tail in ["专利授权量", "专利申请量", "专利", "进出口总额", "授权量", "申请量", "注册量", "增加值", "产量", "销量", "发电量", "用电量", "金额", "数量", "总额", "人数", "额", "量"] where final.hasSuffix(tail) && final.count > tail.count {
      if others.allSatisfy({ !$0.hasSuffix(tail) && ($0.last.map { !"量额率数".contains($0) } ?? true) }) { return tail }
      return ""
    }
    return ""
  }
}
