import Articles
import Indicators

extension EnglishReader {
  /// Change, share or level: what the words beside the number say.
  mutating func read(_ quantity: EnglishQuantity, sentence: Int) {
    let start = quantity.tokens.lowerBound
    let clause = clauseStart(of: start, from: sentence)
    let (qualifier, lead) = qualifier(before: start, from: clause)
    let direction = direction(quantity, lead: lead, clause: clause)
    var kind = Observation.Kind.level
    var name: String?
    var scope: String?
    var rule = "english.level"
    let next = quantity.tokens.upperBound
    if quantity.isTimes || quantity.isPoints || direction != 0 && (quantity.isPercent || quantity.hasMeasure || isComparison(after: next, lead)) {
      kind = .change
      rule = "english.change"
      name = changeSubject(clause..<lead)
    } else if quantity.isPercent, let last = drafts.last, last.kind == .share || last.kind == .level, text(lead - 1) == "against" {
      // 6.1 per cent, against 4.8 per cent a decade ago.
      kind = last.kind
      rule = "english.against"
      name = last.name
    } else if quantity.isPercent, text(lead - 1) == "or" || text(lead - 1) == "which" && text(lead - 2) == "of" {
      // 2,204 applications or 7 per cent; of which nearly 16 per cent.
      kind = .share
      rule = "english.share-beside"
      name = lastName
    } else if quantity.isPercent, text(next) == "of" || isShare(clause..<start) {
      kind = .share
      rule = "english.share"
      name = subject(clause..<lead)
      if text(next) == "of" { scope = self.noun(after: next + 1) }
      if name == nil { name = lastName ?? scope }
    } else {
      (name, rule) = levelName(quantity, clause: clause, lead: lead)
    }
    let resolved = name ?? precedingSubject(clause, sentence: sentence) ?? lastName
    guard let resolved, !resolved.isEmpty else { return }
    emit(
      kind, name: resolved, number: direction < 0 && kind == .change ? negated(quantity.number) : quantity.number, unit: quantity.unit,
      qualifier: qualifier, scope: scope, rule: rule, tokens: quantity.tokens, sentence: sentence, period: ownPeriod(after: quantity))
  }

  /// Filings by residents, up 2.3 per cent on a year earlier, reached 2,589: an insertion between commas parts the subject from
  /// its verb; the subject opens the sentence.
  private func precedingSubject(_ clause: Int, sentence: Int) -> String? {
    guard factOfSentence == nil || drafts.last.map({ $0.name == lastName && $0.kind != .level }) ?? false, clause > sentence else { return nil }
    let end = (sentence..<clause).first { tokens[$0].isBorder } ?? clause
    guard end > sentence, end - sentence <= 8 else { return nil }
    let words = Array(sentence..<end)
    guard !words.contains(where: { tokens[$0].number != nil || isTimeWord($0) }), !["in", "on", "of", "by", "for", "with", "at", "while", "as", "from"].contains(tokens[sentence].text) else { return nil }
    return subject(sentence..<end)
  }

  private func isTimeWord(_ index: Int) -> Bool {
    EnglishWords.months[tokens[index].text] != nil || ["year", "quarter", "month", "half"].contains(tokens[index].text)
  }

  private func negated(_ number: ExactNumber) -> ExactNumber {
    ExactNumber(significand: -number.significand, scale: number.scale, denominator: number.denominator) ?? number
  }

  /// The qualifier in front of a number and the token it starts at.
  func qualifier(before start: Int, from clause: Int) -> (Observation.Qualifier, Int) {
    for length in [3, 2, 1] where start - length >= clause {
      let words = (start - length..<start).map { tokens[$0].text }
      if let qualifier = EnglishWords.before[words] { return (qualifier, start - length) }
    }
    return (.exactly, start)
  }

  /// 1 for a rise, -1 for a fall, 0 for none: up 15.4 percent, an increase of 5, a 3 percent drop; rose to 5 is none.
  private func direction(_ quantity: EnglishQuantity, lead: Int, clause: Int) -> Int {
    var at = lead - 1
    var steps = 0
    while at >= clause, steps < 4 {
      let word = tokens[at].text
      if word == "to" || word == "at" { break }
      if EnglishWords.rises.contains(word) { return 1 }
      if EnglishWords.falls.contains(word) { return -1 }
      guard ["by", "of", "a", "an", "another", "further", "year-on-year", "year", "on", "sharply", "slightly", "annually", "steadily", "some", "rate", "the"].contains(word) else { break }
      at -= 1
      steps += 1
    }
    for next in quantity.tokens.upperBound..<min(quantity.tokens.upperBound + 3, tokens.count) {
      let word = tokens[next].text
      if tokens[next].isBorder { break }
      if ["increase", "rise", "growth", "jump", "surge", "gain", "higher", "more", "expansion"].contains(word), word != "more" || text(next + 1) == "than" { return quantity.isPercent || quantity.isTimes ? 1 : 0 }
      if ["fewer", "less"].contains(word), text(next + 1) == "than" { return -1 }
      if ["decrease", "drop", "decline", "fall", "reduction", "lower", "dip", "contraction"].contains(word) { return quantity.isPercent ? -1 : 0 }
      if word != "year-on-year" && word != "year" && word != "on" && word != "annual" { break }
    }
    return 0
  }

  /// A change of a count needs a comparison behind it: an increase of 300 from 2022.
  private func isComparison(after next: Int, _ lead: Int) -> Bool {
    if text(lead - 1) == "of" || text(lead - 1) == "by" { return true }
    return text(next) == "from" || text(next) == "year-on-year" || text(next) == "over"
  }

  private func isShare(_ range: Range<Int>) -> Bool {
    range.suffix(8).contains { ["account", "accounted", "accounting", "accounts", "share", "proportion", "represented", "representing", "comprised", "constituted"].contains(tokens[$0].text) }
  }

  private func changeSubject(_ range: Range<Int>) -> String? {
    guard let first = range.first else { return nil }
    if EnglishWords.rises.contains(tokens[first].text) || EnglishWords.falls.contains(tokens[first].text) || ["an", "a", "or"].contains(tokens[first].text) { return nil }
    return subject(range)
  }

  private func levelName(_ quantity: EnglishQuantity, clause: Int, lead: Int) -> (String?, String) {
    let next = quantity.tokens.upperBound
    let before = subject(clause..<lead)
    let previous = text(lead - 1) ?? ""
    let linked = text(afterBracket(next)) == "of" || text(afterBracket(next)) == "in" && !nextIsTime(afterBracket(next) + 1)
    let isPlain = !quantity.isPercent && !(quantity.hasMeasure && !linked)
    if isPlain, ownPeriod(after: quantity) == nil, !["at", "to", "reached", "totaled", "totalled", "stood", "hit"].contains(previous) || before == nil {
      var from = afterBracket(next)
      if text(from) == "of" || quantity.hasMeasure && linked { from += 1 }
      if let noun = noun(after: from) {
        let verb = EnglishWords.verbs.contains(previous) && tokens.indices.contains(lead - 1) ? previous + " " : ""
        return (verb + noun, "english.number-before-noun")
      }
    }
    if before == nil, quantity.hasMeasure, lead > clause {
      // Verb and object without a subject of their own: exported goods worth 5 billion yuan.
      return (name(Array(clause..<lead)), "english.object")
    }
    return (before, before == nil ? "english.inherited" : "english.subject")
  }

  /// The token after a bracketed conversion: 4.27 trillion yuan ($583 billion) in …
  private func afterBracket(_ index: Int) -> Int {
    guard text(index) == "(" else { return index }
    var at = index + 1
    while at < tokens.count, at - index < 12, text(at) != ")" { at += 1 }
    return text(at) == ")" ? at + 1 : index
  }

  private func nextIsTime(_ index: Int) -> Bool {
    guard let word = text(index) else { return false }
    return tokens[index].number != nil || EnglishWords.months[word] != nil || ["the", "last", "this", "may"].contains(word)
  }

  mutating func emit(
    _ kind: Observation.Kind, name: String, number: ExactNumber, unit: String, qualifier: Observation.Qualifier, scope: String?, rule: String,
    tokens range: Range<Int>, sentence: Int, period: Period? = nil
  ) {
    let start = tokens[range.lowerBound].range.lowerBound
    let end = tokens[range.upperBound - 1].range.upperBound
    var last = range.upperBound
    while last < tokens.count, tokens[last].kind != .stop, last - sentence < 200 { last += 1 }
    let close = tokens[min(last, tokens.count - 1)].range.upperBound
    guard offsets.indices.contains(end - 1), offsets.indices.contains(close - 1) else { return }
    let held = period.map { EnglishPeriod(value: $0, words: "\($0)") } ?? current ?? year.map { EnglishPeriod(value: Period(year: $0), words: dateOfTheArticle) }
    var draft = Draft(
      kind: kind, name: name, nameWords: name, number: number, unit: unit, qualifier: qualifier, area: area, period: held, scope: scope,
      status: held.map { $0.value.end.year > year ?? .max } ?? false ? .plan : .fact, rule: rule,
      range: offsets[start]..<endInFile(end), sentence: offsets[tokens[sentence].range.lowerBound]..<endInFile(close))
    if kind == .level {
      lastName = name
      lastLevel = firstDraft + drafts.count
    } else {
      draft.qualifies = name == lastName ? lastLevel : nil
      if kind == .change || kind == .share { lastName = name }
    }
    if factOfSentence == nil { factOfSentence = drafts.count }
    drafts.append(draft)
  }

  /// Where in the file the text up to `end` ends.
  private func endInFile(_ end: Int) -> Int { ends[offsets[end - 1]] ?? offsets[end - 1] + 1 }
}
