import Indicators
import Lingua

/// Which times of a sentence are told to the frame, and which are the base of a comparison: from March 2023, than in 2021.
extension EnglishParser {
  /// Whether a time is the base of a comparison: from March 2023, compared with 2022, than in 2021.
  func isBase(_ index: Int) -> Bool {
    guard chunks.indices.contains(index) else { return false }
    let before = text(index - 1)
    // for the period from January to October
    if before == "from",
      [" to ", " until ", " till "].contains(where: { string(index).contains($0) }) || string(index).contains("-")
        || string(index).contains("–"),
      text(index - 2) == "period" || clauseStart(of: index) == index - 1
    {
      return false
    }
    // arrived in the nation from January to July
    if before == "from", index - 2 >= sentence.lowerBound, !chunks[index - 2].isFigure,
      [" to ", " until ", " till "].contains(where: { string(index).contains($0) })
    {
      return false
    }
    // 22% above 2019, 2.2 bushels below 2021
    if ["above", "below"].contains(before) { return true }
    // above that of October 2019
    if before == "of", text(index - 2) == "that", ["above", "below", "over", "under"].contains(text(index - 3)) { return true }
    // 13.4% above its highest level at the peak of the boom in April 2007, up 152.9% from its trough in 2013
    if before == "in" || before == "of",
      let mark = (max(clauseStart(of: index), index - 12)..<index).first(where: {
        ["peak", "trough", "low", "high", "level"].contains(text($0))
      }),
      !(mark..<index).contains(where: { chunks[$0].isFigure }),
      let from = (max(clauseStart(of: index), mark - 6)..<mark).last(where: { ["above", "below", "from", "than"].contains(text($0)) }),
      !(from..<mark).contains(where: { chunks[$0].isFigure })
    {
      return true
    }
    if chunks[index].time?.yearsBefore != nil || bases[index] != nil { return true }
    if before == "in" || before == "for", comparing(before: index) != nil { return true }
    // down by 312,000 since reaching a peak in October 2024
    if before == "in", let origin = (max(sentence.lowerBound, index - 7)..<index).last(where: { text($0) == "since" && isWord($0) }),
      !(origin..<index).contains(where: { chunks[$0].isFigure || chunks[$0].border != nil })
    {
      return true
    }
    // the same increase as in August and July
    if before == "and", index - 2 > sentence.lowerBound, chunks[index - 2].time != nil, text(index - 3) == "in", text(index - 4) == "as",
      isBase(index - 2)
    {
      return true
    }
    // the 2018 level
    if ["level", "levels", "figure", "total"].contains(text(index + 1)) { return true }
    // below the 2021 record high yield of 176.7 bushels
    if ["record", "peak", "high", "low", "trough"].contains(text(index + 1)),
      (max(sentence.lowerBound, index - 2)..<index).contains(where: {
        ["above", "below", "than", "from", "over", "under", "against"].contains(text($0))
      })
    {
      return true
    }
    // below the 2024 record of 250
    if ["record", "peak", "high", "low"].contains(text(index + 1)), text(index + 2) == "of" { return true }
    if before == "in" || before == "of" || before == "for" || before == "at",
      words.prose.times.baseNouns.contains(
        text(index - 2))
    {
      if text(index - 2).hasPrefix("level") { return true }
      return ["than", "with", "from"].contains(text(index - 2)) || isBaseWord(index - 2)
    }
    // more than the figure recorded for the first half of 2019
    if before == "the", ["in", "for", "of"].contains(text(index - 2)),
      ["recorded", "registered", "reported", "seen", "figure", "level"].contains(text(index - 3)), isBaseWord(index - 3)
    {
      return true
    }
    // three times as many as in 2024
    if before == "in", text(index - 2) == "as",
      ["many", "much", "high", "large"].contains(text(index - 3))
        || (max(sentence.lowerBound, index - 7)..<(index - 2)).contains(where: { text($0) == "same" })
    {
      return true
    }
    return isBaseWord(index)
  }

  /// recovered from the slight decline in 2011, after the record fall in May: the time of an earlier movement.
  func isOfEarlierMovement(_ index: Int) -> Bool {
    guard ["in", "of", "during"].contains(text(index - 1)), index - 2 > sentence.lowerBound, isWord(index - 2),
      direction(ofNoun: index - 2) != 0 || text(index - 2) == "set" || text(index - 2) == "reached"
    else { return false }
    let start = clauseStart(of: index)
    if ["set", "reached"].contains(text(index - 2)) {
      // beating the previous record set in 2008
      return (max(start, index - 5)..<(index - 2)).contains { ["record", "high", "peak", "low"].contains(text($0)) }
    }
    return (max(start, index - 6)..<(index - 2)).contains { isWord($0) && ["from", "after", "following", "despite"].contains(text($0)) }
      && text(index - 3) != "with"
  }

  /// Annual comparison; October 2025 compared with September 2025: how a line without a figure says that what follows it compares.
  func basisOfView(in range: Range<Int>) -> BasisMention? {
    for index in range { if let view = basisOfView(index) { return view } }
    return nil
  }
  private func basisOfView(_ index: Int) -> BasisMention? {
    // A year earlier: when, and no comparison.
    if case .basis(let basis) = chunks[index].kind { return ["a", "last", "one"].contains(text(index)) ? nil : basis }
    guard let time = chunks[index].time, !time.isEmpty, time.yearsBefore == nil, text(index - 1) == "with" || text(index - 1) == "to",
      isBase(index)
    else { return nil }
    return .against(time)
  }

  /// The clause that a comparison closes has no figure: The number of unemployed changed little over the month.
  func tellsNoFigure(clauseOf index: Int) -> Bool {
    let start = clauseStart(of: index)
    var end = index + 1
    while end < sentence.upperBound, chunks[end].border == nil { end += 1 }
    return index > start + 1 && !isOpening(index) && !(start..<end).contains { chunks[$0].isFigure }
  }

  /// A word of comparison stands before, at most a few words away, with no figure between.
  private func isBaseWord(_ index: Int) -> Bool {
    var at = index - 1
    while at >= sentence.lowerBound, index - at <= 4, chunks[at].isWord {
      let word = text(at)
      // Over the first nine months, 8 million cars were registered: what opens a clause is compared with nothing.
      if word == "over", at == sentence.lowerBound || chunks[at - 1].border != nil { return false }
      // rose over the Thanksgiving weekend; but 3.4% over Thanksgiving 2023
      if word == "over", let time = chunks[index].time, time.occasion != nil, time.year == .inherited || !chunks[max(at - 1, 0)].isFigure {
        return false
      }
      if ["than", "against", "versus", "vs", "over"].contains(word) { return true }
      if word == "from" { return !isSpan(at) }
      if word == "on" { return at == index - 1 }
      if word == "with" || word == "to" {
        return ["compared", "compares", "comparison", "relative", "comparing"].contains(text(at - 1))
          || word == "with" && text(clauseStart(of: at)) == "comparing"
      }
      if isPredicate(at) { return false }
      at -= 1
    }
    return false
  }

  /// from January to March, from 2019 to 2023.
  private func isSpan(_ index: Int) -> Bool {
    (index + 1)..<min(index + 5, sentence.upperBound) ~= index + 2 && text(index + 2) == "to" && chunks.indices.contains(index + 3)
      && chunks[index + 3].time != nil
  }

  /// Tells the time frame of a time that holds for figures: its mention stands before them.
  mutating func tell(_ time: TimeExpression, at index: Int) {
    told.insert(index)
    if time.isSince || time.lastYears != nil || time.isYearToDate && !sentence.contains(where: { chunks[$0].isFigure }), isOfRecord(index) {
      return
    }
    if isAhead(index) { return }
    if isOfEarlierMovement(index), !isOpening(index) { return }
    if isOfOrigin(index) || isBaseYear(index) || isInBareRelative(index) { return }
    if time.lastYears != nil, !opensClause(index), endsWithoutFigure(index) { return }
    // Since 2011, there has been an 11% decrease: what the change is counted from.
    if time.isSince, !time.isEmpty, isOpening(index), opensChange(behind: index) {
      comparison = since(time)
      return
    }
    if isBase(index) {
      if isOpening(index), !time.isEmpty { comparison = .against(self.time(index) ?? time) }
      return
    }
    var time = time
    // $1,474m (2023: $1,242m), of a half year: the same months of the year named.
    if sentence.contains(index + 1), index > sentence.lowerBound, chunks[index - 1].border == .open, chunks[index + 1].border == .colon,
      time.part == .whole, time.endYear == nil, time.fiscalYear == nil, case .absolute = time.year
    {
      time.isBase = true
    }
    // Applications fell by 5.1% between 2023 and 2024. Trade marks rose by 5.8%: what moved is of the later year, and so is what follows.
    if let span = yearsBetween(at: index - 1), sentence.contains(where: { isMovement($0) }) { time = span.last }
    var mention = TimeMention(time: time, words: string(index), clause: clauseStart(of: index), opensClause: opensClause(index))
    mention.holdsForSentence = isOfAverage(index)
    mentions.append(.time(mention))
    if !time.isEmpty, statements.count == firstOfSentence, !hasVerb(sentence.lowerBound..<index) { opensSentence = true }
  }

  /// the 5-year (2016-2020) average: the span of an average that a figure is held against, and of no other sentence.
  private func isOfAverage(_ index: Int) -> Bool {
    guard index > sentence.lowerBound + 1, chunks[index - 1].border == .open, index + 2 < sentence.upperBound,
      chunks[index + 1].border == .close
    else { return false }
    return text(index - 2).hasSuffix("-year") || ["average", "mean", "norm"].contains(text(index + 2))
  }

  /// the largest increase since the period ending October 2018: the time that a record has stood since.
  private func isOfOrigin(_ index: Int) -> Bool {
    guard let origin = (max(sentence.lowerBound, index - 7)..<index).last(where: { text($0) == "since" && isWord($0) }),
      !(origin..<index).contains(where: { chunks[$0].isFigure || chunks[$0].border != nil || chunks[$0].time != nil })
    else { return false }
    return isOfRecord(origin)
  }

  /// remained stable over the past 5 years and was 9.3 months in 2019: a span told with a verb that has no figure.
  private func endsWithoutFigure(_ index: Int) -> Bool {
    guard !(clauseStart(of: index)..<index).contains(where: { chunks[$0].isFigure }), index + 1 < sentence.upperBound else { return false }
    return chunks[index + 1].border == .comma || ["and", "but"].contains(text(index + 1))
  }

  /// with base 2011-12, base year 2015: what an index starts from.
  private func isBaseYear(_ index: Int) -> Bool {
    text(index - 1) == "base" || text(index - 1) == "year" && text(index - 2) == "base"
      || text(index - 1) == "=" && text(index - 2) == "base"
  }

  /// Japan, which joined the system in May 2015, filed 860 designs: the time of a relative clause without a figure, between commas.
  private func isInBareRelative(_ index: Int) -> Bool {
    guard let opening = (max(sentence.lowerBound, index - 16)..<index).last(where: { ["which", "who"].contains(text($0)) && isWord($0) }),
      opening > sentence.lowerBound, chunks[opening - 1].border == .comma,
      let end = (index..<min(index + 12, sentence.upperBound)).first(where: { chunks[$0].border == .comma }),
      end + 1 < sentence.upperBound
    else { return false }
    return !(opening..<end).contains { chunks[$0].isFigure } && firstPredicate((end + 1)..<min(end + 4, sentence.upperBound)) != nil
  }

  /// Behind a time that opens the sentence, its first figure tells of a movement: has grown by 12%, an 11% decrease.
  private func opensChange(behind index: Int) -> Bool {
    guard let figure = ((index + 1)..<sentence.upperBound).first(where: { chunks[$0].isFigure }),
      chunks[figure].quantity?.measure == .percent || chunks[figure].quantity?.measure == .points,
      ((index + 1)..<figure).contains(where: { ["has", "have"].contains(text($0)) })
    else { return false }
    return ((index + 1)..<figure).contains { direction(ofVerb: $0) != 0 }
      || (figure..<min(figure + 3, sentence.upperBound)).contains {
        words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0))
      }
  }

  /// the largest fall since 2021, for the first time since 2008: how long a record stands is no period of figures.
  func isOfRecord(_ index: Int) -> Bool {
    var at = index - 1
    while at >= sentence.lowerBound, index - at <= 8,
      chunks[at].isWord || chunks[at].place != nil || !chunks[at].isFigure && chunks[at].border == nil
    {
      if (words.more.contains(text(at)) || words.less.contains(text(at)))
        && (max(sentence.lowerBound, at - 4)..<at).contains(where: { ["not", "never"].contains(text($0)) })
      {
        return true
      }
      if words.superlatives.contains(text(at))
        || words.prose.times.records.contains(
          text(at))
      {
        return true
      }
      at -= 1
    }
    return false
  }

  /// Only joints, prepositions and articles stand between the start of its clause and a time.
  private func opensClause(_ index: Int) -> Bool {
    let start = clauseStart(of: index)
    guard
      start == sentence.lowerBound || chunks[start - 1].border != nil && chunks[start - 1].border != .close || chunks[start - 1].isWord
        || isWord(start) && Self.joints.contains(text(start))
    else { return false }
    return (clauseStart(of: index)..<index).allSatisfy { isWord($0) && (Self.outer.contains(text($0)) || text($0) == "alone") }
  }

  /// A time behind a figure, in its own clause: filed 51,020 applications in 2021.
  ///
  /// - Returns: whether one was told.
  mutating func tellTimeBehind(_ index: Int, isChange: Bool) -> Bool {
    var at = index + 1
    while at < sentence.upperBound, at - index < 14 {
      let chunk = chunks[at]
      // £98 million (Q3 2025: £91 million): the time of another figure.
      if chunk.border == .open, let close = ((at + 1)..<sentence.upperBound).first(where: { chunks[$0].border == .close }),
        let inner = ((at + 1)..<close).first(where: { chunks[$0].isFigure }),
        ((at + 1)..<inner).contains(where: { chunks[$0].time != nil })
      {
        at = close + 1
        continue
      }
      if chunk.border != nil, chunk.border != .open { break }
      // fell by 3.4% to 74,619 in 2023: what was reached is of the same time.
      if chunk.isFigure, isChange, text(at - 1) == "to" {
        at += 1
        continue
      }
      if chunk.isFigure { break }
      if chunk.isWord,
        ["while", "whereas", "but", "followed", "after", "from"].contains(text(at))
          || text(at) == "and" && ["in", "during"].contains(text(at + 1))
      {
        break
      }
      if let time = chunk.time, time.isSince, isChange {
        // has grown by a third since 2021: what the change is counted from, and no period of figures.
        bound.insert(at)
        return false
      }
      if let time = chunk.time, !told.contains(at), !bound.contains(at), !isBase(at) {
        tell(time, at: at)
        return true
      }
      at += 1
    }
    return false
  }
}
