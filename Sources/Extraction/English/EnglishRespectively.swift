import Indicators
import Lingua

/// Lists that respectively joins: exports and imports rose by 3% and 4% respectively; 120 and 150 in 2021 and 2022 respectively.
extension EnglishParser {
  /// What a member of such a list gives its figure.
  enum Member: Hashable, Sendable {
    case name(String)
    /// What an earlier statement told of, and whose.
    case told(Int)
    case area(String)
    /// The level of an earlier statement of the sentence, counted from its first.
    case level(Int)
    case time(TimeExpression, words: String)
  }

  /// For the figures of the sentence that respectively speaks of, the member of the list each is of; empty where the lists
  /// are of different lengths, so that nothing is shifted.
  func respectiveMembers() -> [Int: Member] {
    let times = timesOfLists()
    guard times.isEmpty else { return times }
    guard let word = sentence.last(where: { isWord($0) && text($0) == "respectively" }) else { return [:] }
    let figures = group(before: word)
    guard let first = figures.first, let last = figures.last, figures.count > 1 else { return [:] }
    for list in [members(behind: last, before: word), membersOfSubject(before: first)]
    where list.count > 1 && figures.count.isMultiple(of: list.count) {
      // came in at 2.8 and 2.1 trillion, up 3.5% and down 9.3% respectively: each pair is of both members.
      return Dictionary(figures.enumerated().map { ($1, list[$0 % list.count]) }) { first, _ in first }
    }
    // 11.4 million guests and 31.2 million overnight stays, up 4.2% and 2.9% respectively: each is of one of the levels before.
    let levels = (sentence.lowerBound..<first).filter { chunks[$0].isFigure }
    if figures.count == levels.count, ["they", "these"].contains(text(pronounBefore(first))),
      zip(figures, levels).allSatisfy({ chunks[$0].quantity?.unit == chunks[$1].quantity?.unit })
    {
      // The rates were 96.4% and 97.4%; a year before they were 96.9% and 97.9% respectively.
      return Dictionary(figures.enumerated().map { ($1, .level($0)) }) { first, _ in first }
    }
    if levels.isEmpty, case let areas = areasBefore(figures.count), !areas.isEmpty {
      return Dictionary(figures.enumerated().map { ($1, .area(areas[$0])) }) { first, _ in first }
    }
    if levels.isEmpty, isBareGrowth(before: first), changesBefore(figures.count) {
      return Dictionary(figures.enumerated().map { ($1, .told(firstOfSentence - figures.count + $0)) }) { first, _ in first }
    }
    guard figures.count == levels.count, figures.allSatisfy({ chunks[$0].quantity?.measure == .percent }),
      levels.allSatisfy({ chunks[$0].quantity.map { $0.measure != .percent && $0.measure != .points } ?? false })
    else { return [:] }
    return Dictionary(figures.enumerated().map { ($1, .level($0)) }) { first, _ in first }
  }

  /// The non-food sector dropped by 0.8% and 0.4% respectively, after figures of the euro area and of the EU: the places of the sentence
  /// before, one for each.
  private func areasBefore(_ count: Int) -> [String] {
    let told = statements[..<firstOfSentence].suffix(count)
    let areas = told.compactMap { statement -> String? in
      switch statement.owner {
      case .named(let area), .place(_, let area): area
      case .same, nil: nil
      }
    }
    return areas.count == count && Set(areas).count == count ? areas : []
  }

  /// The annual changes were 2.3% and 2.9% respectively, after wages grew and rents fell: whether the last statements before, one for each,
  /// are changes of different things.
  private func changesBefore(_ count: Int) -> Bool {
    let told = statements[..<firstOfSentence].suffix(count)
    let names = told.compactMap { statement -> String? in
      guard statement.kind == .change, case .own(let words) = statement.head else { return nil }
      return words
    }
    return names.count == count && Set(names).count == count
  }

  /// The annual changes, the growth rate, the rate of change: the subject names growth, and not what grew.
  func isBareGrowth(before index: Int) -> Bool {
    let clause = clauseStart(of: index)
    guard let predicate = firstPredicate(clause..<index) else { return false }
    let subject = (clause..<predicate).filter { chunks[$0].isWord }.map { text($0) }
    return subject.allSatisfy { words.prose.names.growthWords.contains($0) || words.prose.names.wordsOfGrowth.contains($0) }
      && subject.contains { words.prose.names.growthWords.contains($0) }
  }

  /// The chunk in front of the verb before a figure.
  private func pronounBefore(_ figure: Int) -> Int {
    (firstPredicate(clauseStart(of: figure)..<figure) ?? figure) - 1
  }

  /// The last figures before a chunk with only commas, and, by and words of units between them.
  private func group(before index: Int) -> [Int] {
    var found: [Int] = []
    var at = index - 1
    while at >= sentence.lowerBound {
      if chunks[at].quantity != nil {
        if let next = found.first, next - at > 6 { break }
        found.insert(at, at: 0)
      } else if !found.isEmpty, chunks[at].border != .comma, chunks[at].time == nil,
        !["and", "by", "to", "at", "of", "up", "down", "in"].contains(text(at))
      {
        break
      }
      at -= 1
    }
    return found
  }

  /// in 2021 and 2022, in Spain and Italy.
  private func members(behind index: Int, before limit: Int) -> [Member] {
    var found: [Member] = []
    for at in (index + 1)..<max(index + 1, limit) {
      if let time = chunks[at].time, !time.isEmpty { found.append(.time(time, words: string(at))) }
      if chunks[at].place != nil { found.append(.area(placeName(at))) }
    }
    return found
  }

  /// exports and imports; the euro area and the EU; investment in wind and solar.
  private func membersOfSubject(before index: Int) -> [Member] {
    guard
      let predicate = (sentence.lowerBound..<index).last(where: {
        isPredicate($0) && text($0) != "up" && text($0) != "down" || isWord($0) && text($0) == "followed"
      })
    else { return [] }
    var start = predicate
    while start > sentence.lowerBound, !chunks[start - 1].isFigure, chunks[start - 1].border == nil || chunks[start - 1].border == .comma,
      !["while", "whereas", "but"].contains(text(start - 1))
    { start -= 1 }
    var parts: [Range<Int>] = []
    var from = start
    for at in start...predicate where at == predicate || chunks[at].border == .comma || text(at) == "and" && chunks[at].isWord {
      if at > from { parts.append(from..<at) }
      // In contrast, designs from Korea and France: what opens the sentence is no member.
      if parts.count == 1, parts[0].lowerBound == sentence.lowerBound, chunks[at].border == .comma,
        ["in", "by", "on", "for", "among", "over", "at", "compared", "meanwhile", "however", "conversely", "similarly"].contains(
          text(sentence.lowerBound))
      {
        parts = []
      }
      from = at + 1
    }
    let names = parts.compactMap { name($0) }
    if let first = names.first?.words, let lead = Self.growthLeads.first(where: { first.lowercased().hasPrefix($0) }) {
      // The growth rates of the three sectors, mining, manufacturing and electricity, are …: those that are listed; without sectors, what
      // each of them is the growth of.
      var list = names.map(\.words).filter { !$0.isEmpty }
      list[0] = String(first.dropFirst(lead.count))
      if let last = list[0].split(separator: " ").last, words.prose.names.kindsOfMembers.contains(String(last)) { list.removeFirst() }
      return list.map { .name($0) }
    }
    let areas = names.compactMap { $0.words.isEmpty ? $0.area : nil }
    if areas.count == names.count { return areas.map { .area($0) } }
    // designs from Korea and France: of each of them.
    if let lead = names.first, !lead.words.isEmpty, let place = lead.area, areas.count == names.count - 1, areas.count > 0,
      let first = parts.first, !first.contains(where: { ["with", "to", "between"].contains(text($0)) })
    {
      return ([place] + areas).map { .area($0) }
    }
    let list = names.map(\.words)
    if list.count > 1, !list.contains(""), let first = list.first, let of = first.firstRange(of: " for the ") {
      // The indices for the mining, manufacturing and electricity sectors: the index of each.
      let lead = String(first[..<of.upperBound])
      return [.name(first)] + list.dropFirst().map { .name(lead + $0) }
    }
    // Trade with the EU and the US: with each of them.
    if let lead = names.first, !lead.words.isEmpty {
      let partnered = names.dropFirst().map { $0.words.isEmpty ? $0.area.flatMap { withPartner(lead.words, $0) } : $0.words }
      if !partnered.contains(nil) { return [.name(lead.words)] + partnered.compactMap { $0 }.map { .name($0) } }
    }
    return names.filter { !$0.words.isEmpty }.map { .name($0.words) }
  }

  private static let growthLeads = ["growth rates of ", "growth rate of ", "growth rates in ", "growth rates for "]

  /// Whether the list that respectively joins tells how much its members grew.
  var tellsGrowthRates: Bool {
    sentence.prefix { !chunks[$0].isFigure }.contains { text($0) == "growth" && ["rate", "rates"].contains(text($0 + 1)) }
  }
}
