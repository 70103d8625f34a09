import Articles
import Indicators
import Lingua

/// Figures that qualify a level told behind them.
extension Interpreter {
  /// 同比增长4%，达到5亿元: a change that no level precedes qualifies the level of its name that follows in its sentence.
  mutating func linkForward() {
    guard drafts.count > firstOfSentence + 1 else { return }
    for index in firstOfSentence..<(drafts.count - 1)
    where drafts[index].kind == .change && drafts[index + 1].rule == "english.movement.end" {
      // a 20% decrease in revenues to $210 million: of the level it leads to, whatever was told of that name before.
      guard drafts[index + 1].kind == .level, !drafts[index + 1].isBase, drafts[index + 1].name == drafts[index].name,
        drafts[index].qualifies.map({ $0 < firstOfSentence }) ?? false, drafts[index + 1].area == drafts[index].area
      else { continue }
      drafts[index].qualifies = index + 1
    }
    for index in firstOfSentence..<(drafts.count - 1) where drafts[index].kind == .rank && drafts[index].qualifies == nil {
      // ranked third with 15,983 applications: the count that the position is told by.
      let next = drafts[index + 1]
      if drafts[index].rule == "english.position", next.kind == .level, next.rule == "english.level.counted", !next.isBase,
        next.unit.isEmpty || ["thousand", "million", "billion"].contains(next.unit), next.area?.value == drafts[index].area?.value
      {
        drafts[index].qualifies = index + 1
      }
    }
    for index in firstOfSentence..<(drafts.count - 1) where drafts[index].kind != .level && drafts[index].qualifies == nil {
      // 88.3%的游客出游距离在300公里以内: how many are within that bound.
      if drafts[index].rule == "share.before-noun", drafts[index + 1].qualifier == .atMost || drafts[index + 1].qualifier == .atLeast {
        continue
      }
      // fell by 12,000 (0.04%) to 30 million, fell by 4% from 72,300 to 69,410: past further changes of the name and where it began.
      let next =
        drafts[(index + 1)...].prefix(8).firstIndex { $0.kind == .level && !$0.isBase || $0.name != drafts[index].name } ?? index + 1
      if drafts[index].kind == .change, drafts[index].unit.hasSuffix("points"), drafts[index + 1].kind == .share, !drafts[index + 1].isBase,
        drafts[index + 1].name == drafts[index].name, drafts[index + 1].area == drafts[index].area,
        samePeriod(drafts[index], drafts[index + 1])
      {
        // rose by 4 percentage points to reach 37.1%
        drafts[index].qualifies = index + 1
      } else if drafts[index].kind == .share, drafts[index].rule == "english.share", drafts[index + 1].kind == .level,
        !drafts[index + 1].isBase, drafts[index].name.hasSuffix(drafts[index + 1].name), drafts[index].area == drafts[index + 1].area,
        drafts[index + 1].rule.hasSuffix("counted"), samePeriod(drafts[index], drafts[index + 1])
      {
        // accounted for 24.2% of the total, with 48,700 applications
        drafts[index].qualifies = index + 1
      } else if drafts[next].kind == .level, drafts[next].name == drafts[index].name, drafts[next].area == drafts[index].area,
        drafts[next].partOf == nil, !drafts[next].isBase, samePeriod(drafts[index], drafts[next])
      {
        drafts[index].qualifies = next
      } else if let reached = drafts[(index + 1)...].prefix(16).firstIndex(where: { $0.kind == .level && $0.rule == "list.reached" }),
        let own = drafts[reached...].prefix(8).firstIndex(where: { other in
          other.kind == .level && other.name == drafts[index].name && other.area?.value == drafts[index].area?.value && !other.isBase
        }),
        samePeriod(drafts[index], drafts[own])
      {
        // 分别上升7%及3%，达3690万吨及2780万吨
        drafts[index].qualifies = own
      }
    }
  }
}
