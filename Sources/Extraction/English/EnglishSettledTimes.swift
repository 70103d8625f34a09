import Articles
import Indicators

/// Which time holds for the figures of an English sentence.
extension EnglishParser {
  /// English tells a time with its figure, and it holds for that sentence; a sentence without one is of the time that opened
  /// its paragraph, else of the time that the article speaks of.
  mutating func settleTimes() {
    // £98 million (Q3 2025: £91 million): the time of a figure in brackets ends with them.
    var depth = 0
    var times: [TimeMention] = []
    for (place, mention) in mentions.enumerated() {
      switch mention {
      case .bracketOpens: depth += 1
      case .bracketCloses: depth -= 1
      case .time(let time):
        let isAside =
          depth > 0 && mentions[place...].prefix { $0 != .bracketCloses }.contains { if case .figure = $0 { true } else { false } }
        if !time.time.isEmpty, !isAside { times.append(time) }
      default: break
      }
    }
    if let first = times.first {
      // 6,290 cases, bringing the total since 1999 to 81,000: an origin holds from where it is told.
      if first.time.isSince, !first.opensClause, let at = mentions.firstIndex(of: .time(first)),
        mentions[..<at].contains(where: { if case .figure = $0 { true } else { false } })
      {
        if let standing = paragraphTime ?? context.time { mentions.insert(.time(standing), at: 0) }
        return
      }
      // Exports rose 5.2% to $45.3 billion in 2023: the first time of the sentence is that of all figures before it.
      if let at = mentions.firstIndex(of: .time(first)), at > 0 {
        let closes =
          times.count == 1 && !first.time.isSince && !first.time.isStock
          && !mentions[at...].contains { if case .figure = $0 { true } else { false } }
          && !statements[firstOfSentence...].contains { $0.role == .base }
        // are 5.2%, 3.1% and 0.4%, respectively, in February 2024
        if !first.opensClause || closes {
          mentions.remove(at: at)
          mentions.insert(.time(first), at: 0)
        } else if mentions[..<at].contains(where: { if case .figure = $0 { true } else { false } }),
          let standing = paragraphTime ?? context.time
        {
          mentions.insert(.time(standing), at: 0)
        }
      }
      // Company results for its second quarter ended 31 October: a company says first which part of the year it tells of.
      let isReport = first.time.calendarEnd != nil || isOfBody && (first.time.isBusinessPart || first.time.monthsUpTo != nil)
      if context.time == nil, !first.holdsForSentence, statements.count > firstOfSentence || isReport { context.time = first }
      if !first.holdsForSentence, opensSentence || paragraphTime == nil && !first.opensClause { paragraphTime = first }
    } else if let standing = isDone ? paragraphTime.flatMap({ $0.time.isStock ? nil : $0 }) ?? context.time : paragraphTime ?? context.time
    {
      mentions.insert(.time(standing), at: 0)
    }
  }

  /// By December 2024, the backlog was …. The tribunal issued 538 decisions: what is done flows through the year, while a date was
  /// told for what stands at it.
  private var isDone: Bool {
    guard let time = paragraphTime?.time, time.isStock, let whole = context.time?.time, whole.part == .whole, whole.year == time.year else {
      return false
    }
    return sentence.contains { isWord($0) && words.actions.contains(text($0)) && isPredicate($0) }
  }
}
