import Indicators
import Lingua

/// A noun phrase that can name what is measured, apart from the place that owns it.
struct EnglishName: Hashable, Sendable {
  /// In the text's words, without article, time and owning place; empty where the phrase is only a place.
  var words: String
  /// The place or body that owns it.
  var area: String?
  /// it, they, this: stands for what was named before.
  var isPronoun = false
}

extension EnglishParser {
  /// The noun phrase of a range of chunks: articles, times, owning places and what is no part of a name are left out.
  func name(_ range: Range<Int>) -> EnglishName? {
    var kept: [Int] = []
    var area: String?
    var index = range.lowerBound
    let bracket = range.isEmpty ? nil : bracketOf[range.lowerBound]
    while index < range.upperBound {
      let chunk = chunks[index]
      if let other = bracketOf[index], other != bracket {
        index += 1
        continue
      }
      switch chunk.kind {
      case .place where isOfBody && index + 1 < range.upperBound && isWord(index + 1) && words.companyKinds.contains(text(index + 1)):
        // US retailer Hollis’s sales: where the company is from.
        break
      case .place where isOfBody && text(index - 1) == "in" && index + 1 < range.upperBound && Self.pronouns.contains(text(index + 1)):
        // while in the Americas they rose, of a company: where it sells.
        break
      case .place where isOfBody && index == sentence.lowerBound + 1 && range.lowerBound == sentence.lowerBound && text(index - 1) == "in":
        // In Japan sales were …: the part of the company that the sentence tells of.
        kept.removeAll()
      case .place:
        let isPossessive = text(index + 1) == "'s" || text(index + 1) == "’s" || text(index + 1) == "'" || text(index + 1) == "’"
        // exports to Japan, from ASEAN: a partner is part of the name; in, of and across tell the owner.
        var before = text(index - 1)
        // shipments to the United States
        if before == "the", kept.last == index - 1, kept.count > 1, ["to", "from", "with"].contains(text(index - 2)) {
          before = text(index - 2)
        }
        if before == "with", kept == [index - 1], index - 1 == range.lowerBound, index + 1 == range.upperBound, opensClause(index - 1) {
          // rose 13.9%, with Italy up 18.9%: what was told of, in Italy.
          kept.removeAll()
          area = placeName(index)
        } else if before == "of", text(index - 2) == "mainland", kept.suffix(2) == [index - 2, index - 1] {
          // exports to the Mainland of China: a partner; of the Mainland of China: the owner.
          kept.removeAll { $0 >= index - 2 || $0 == index - 3 && text(index - 3) == "the" }
          let preposition = kept.last.map { text($0) } ?? ""
          if ["to", "with"].contains(preposition) || preposition == "from" && kept.contains(where: { words.flows.contains(text($0)) }) {
            kept += ((kept.last ?? index) + 1)...index
          } else {
            if ["in", "of", "across", "for", "within", "from", "by"].contains(preposition) { kept.removeLast() }
            if area == nil { area = placeName(index) }
          }
        } else if text(index - 2) == "rest", before == "of" || before == "the", kept.last == index - 1, kept.count > 1 {
          // exports to the rest of the world
          kept.append(index)
        } else if isOfBody, ["in", "across", "within", "to", "from", "for", "outside"].contains(before), kept.last == index - 1,
          kept.count > 1
        {
          kept.append(index)
        } else if before == "from", kept.last == index - 1, kept.count > 1,
          !kept.dropLast().contains(where: { words.flows.contains(text($0)) })
        {
          // applications from Japan: where they come from owns them; imports from Japan: a partner.
          kept.removeLast()
          if area == nil { area = placeName(index) }
        } else if ["to", "from", "with", "between", "outside", "than"].contains(before)
          || before == "and" && index > range.lowerBound + 1 && kept.contains(where: { chunks[$0].place != nil }), index > range.lowerBound,
          kept.last == index - 1
        {
          kept.append(index)
        } else if !isPossessive, ["the", "of"].contains(before), kept.last == index - 1, index + 1 < range.upperBound,
          chunks[index + 1].isWord, tokens[chunks[index + 1].tokens.lowerBound].isWord, !Self.nounEnds.contains(text(index + 1)),
          !Self.outer.contains(text(index + 1)), !isPredicate(index + 1),
          kept.dropLast().contains(where: { text($0) == "of" }) || before == "of"
        {
          // its share of the UK homewares market: the place tells which market, and the name goes on.
          if isOfBody { kept.append(index) } else if area == nil { area = placeName(index) }
        } else {
          if !isPossessive, ["in", "of", "across", "for", "within", "throughout", "by"].contains(before), kept.last == index - 1 {
            kept.removeLast()
          }
          if kept.last == index - 1, ["the"].contains(before) { kept.removeLast() }
          if area == nil { area = placeName(index) }
        }
        if isPossessive { index += 1 }
      case .time:
        while let last = kept.last,
          ["in", "of", "at", "for", "during", "by", "as", "since", "the", "from", "to", "on", "over", "between"].contains(text(last))
        { kept.removeLast() }
      case .basis:
        while let last = kept.last, ["compared", "with", "on", "from", "over", "a", "the"].contains(text(last)) { kept.removeLast() }
      case .word where area == nil && !isOfBody && regionEnd(at: index, before: range.upperBound) != nil:
        // The population of the Border region, in the South-West: a part of the country.
        let end = regionEnd(at: index, before: range.upperBound) ?? index + 1
        area = join(Array(index..<end))
        while let last = kept.last, last >= index - 2, ["the", "in", "of", "across", "for", "and"].contains(text(last)), text(last) != "and"
        {
          kept.removeLast()
        }
        index = end - 1
      case .word
      where tokens[chunk.tokens.lowerBound].number != nil && kept.last == index - 1
        && ["than", "for", "least", "most", "over"].contains(text(index - 1)):
        // persons unemployed for less than 5 weeks
        kept.append(index)
      case .word where !tokens[chunk.tokens.lowerBound].isWord:
        // the Supreme People’s Court, local people’s courts, WIPO’s Arbitration Center: part of the name.
        if kept.last == index - 1, index + 1 < range.upperBound, isWord(index + 1),
          ["people", "men", "women", "children"].contains(text(index - 1))
            || tokens[chunks[index - 1].tokens.lowerBound].isCapital && tokens[chunks[index + 1].tokens.lowerBound].isCapital
        {
          kept.append(index)
        }
      case .word where text(index) == "distance" && text(index - 1) == "a" && text(index - 2) == "at":
        // followed at a distance by the United Kingdom
        kept.removeAll { $0 >= index - 2 }
      case .word: kept.append(index)
      case .quantity where countsGroup(index): break
      case .quantity, .fraction, .position, .run: kept.removeAll()
      case .border(.quote): break
      // revenue for the quarter ended July 30, 2023, of: the comma that closes a date at the end.
      case .border(.comma) where index == range.upperBound - 1 && index > range.lowerBound && chunks[index - 1].time != nil: break
      case .border(.dash) where index > range.lowerBound && index + 1 < range.upperBound && kept.last == index - 1: break
      case .border: kept.removeAll()
      }
      index += 1
    }
    // in the Americas they rose: the pronoun, there.
    if area == nil, !isOfBody, let first = kept.first, text(first) == "in", let last = kept.last, kept.count > 2,
      ["it", "they"].contains(text(last)),
      kept.dropFirst().dropLast().allSatisfy({ text($0) == "the" || tokens[chunks[$0].tokens.lowerBound].isCapital })
    {
      return EnglishName(words: "", area: join(kept.dropFirst().dropLast().filter { text($0) != "the" }), isPronoun: true)
    }
    // After seasonal adjustment they were up 0.2 percent: what was told of, in another way.
    if area == nil, let first = kept.first, let last = kept.last, kept.count > 2, ["it", "they"].contains(text(last)),
      ["after", "before", "with", "without", "on", "excluding", "including", "adjusting"].contains(text(first))
    {
      return EnglishName(words: "", area: nil, isPronoun: true)
    }
    let noun = thoseBehind(kept)
    // The share of renewables rose, and that of biomass: of biomass.
    if noun != nil, statements.last?.kind == .share, let those = kept.firstIndex(where: { ["those", "that"].contains(text($0)) }) {
      return EnglishName(words: join(Array(kept[(those + 2)...])), area: area)
    }
    if area == nil, let unlisted = unlistedPlace(opening: kept) {
      area = unlisted.name
      kept.removeFirst(unlisted.count)
    }
    if area == nil, !isOfBody, let unlisted = unlistedPlace(closing: kept) {
      area = unlisted.name
      kept.removeLast(unlisted.count)
    }
    if let setting = settingBefore(kept) { return EnglishName(words: setting, area: area) }
    while let first = kept.first, text(first) != "all" || text(first + 1) != "items",
      Self.outer.contains(text(first)) && !(text(first) == "adjusted" && kept.count > 1 && text(first - 1) != "seasonally")
        || isAdverb(first)
        || noun != nil && ["above", "below"].contains(text(first))
    { kept.removeFirst() }
    // The first estimate for exports: how early it was told is no part of what is measured.
    if let of = kept.prefix(3).firstIndex(where: { ["for", "of"].contains(text($0)) }),
      of > 0, of + 1 < kept.count, ["estimate", "estimates"].contains(text(kept[of - 1])),
      kept[..<(of - 1)].allSatisfy({ words.issues.contains(text($0)) })
    {
      kept.removeSubrange(...of)
    }
    while let last = kept.last, chunks[last].place == nil,
      Self.outer.contains(text(last)) || Self.trailing.contains(text(last)) || isAdverb(last)
    {
      kept.removeLast()
    }
    // the unemployment rate steady at 4.2%
    while kept.count > 1, let last = kept.last, ["steady", "stable", "unchanged", "flat", "higher", "lower"].contains(text(last)) {
      kept.removeLast()
    }
    // the employment rate for people aged 16 to 64
    if kept.count > 3, let last = kept.last, text(last) == "aged",
      let from = kept.lastIndex(where: { ["for", "of", "among"].contains(text($0)) }), from > 0, kept.count - from <= 4
    {
      kept.removeSubrange(from...)
    }
    if kept.count <= 3, let last = kept.last, text(last) == "aged", let ages = ages(behind: last, before: sentence.upperBound) {
      return EnglishName(
        words: join(kept.first.map { text($0 - 1) == "those" && range.contains($0 - 1) ? [$0 - 1] + kept : kept } ?? kept) + " " + ages,
        area: area)
    }
    // at a record-high 183.1 bushels: how it stands names nothing.
    if let first = kept.first, words.degrees.contains(text(first)), kept.count == 1 || text(kept[1]) != "number" {
      kept.removeFirst()
      while let next = kept.first, words.degrees.contains(text(next)) || ["high", "low", "peak"].contains(text(next)) { kept.removeFirst() }
    }
    while kept.count > 1, let last = kept.last, ["once", "again"].contains(text(last)) { kept.removeLast() }
    guard !kept.isEmpty else { return area.map { EnglishName(words: "", area: $0) } }
    // the highest was 680,000 in Dublin: of what was told of before.
    if kept.count == 1, let only = kept.first, words.superlatives.contains(text(only)), text(only - 1) == "the" {
      // The lowest price was …, while the highest was …: the other end of the same.
      let list = nameTold?.split(separator: " ") ?? []
      if list.count > 1, let end = list.first, words.superlatives.contains(end.lowercased()) {
        return EnglishName(words: text(only) + " " + list.dropFirst().joined(separator: " "), area: area)
      }
      return EnglishName(words: "", area: area, isPronoun: true)
    }
    // it nevertheless: a pronoun with an adverb.
    if kept.count == 2, ["nevertheless", "thus", "therefore", "again", "hence", "thereby"].contains(text(kept[1])) { kept.removeLast() }
    if kept.count == 1, Self.pronouns.contains(text(kept[0])) { return EnglishName(words: "", area: area, isPronoun: true) }
    // four of them: of what was named before.
    if kept.count >= 3, let last = kept.last, ["them", "these", "those", "which"].contains(text(last)), text(kept[kept.count - 2]) == "of" {
      return EnglishName(words: "", area: area, isPronoun: true)
    }
    // the early estimate, the latest figures: stand for what was named before.
    if let last = kept.last, words.emptyNouns.contains(text(last)), kept.dropLast().allSatisfy({ words.issues.contains(text($0)) }) {
      // The comparable figure for Spain: of that place.
      return EnglishName(words: "", area: area, isPronoun: area == nil)
    }
    // the equivalent rate, the latest rate: the rate named before.
    if kept.count == 2, text(kept[1]) == "rate", words.issues.contains(text(kept[0])) { kept.removeFirst() }
    // were flat, stood higher: a state names nothing.
    if kept.allSatisfy({ words.states.contains(text($0)) }) { return area.map { EnglishName(words: "", area: $0) } }
    // Global capacity additions: those of the world; the Global Innovation Index is a name.
    if area == nil, !isOfBody, kept.count > 1, text(kept[0]) == "global", isWord(kept[1]),
      !tokens[chunks[kept[1]].tokens.lowerBound].isCapital
    {
      return EnglishName(words: Self.measured(join(Array(kept.dropFirst()))), area: "world")
    }
    let opening = kept[0] == range.lowerBound && noun == nil ? openingOfList(before: range.lowerBound) ?? "" : ""
    return EnglishName(words: opening + (noun.map { $0 + " " + text(kept[0] - 1) + " " } ?? "") + Self.measured(join(kept)), area: area)
  }

  private func opensClause(_ index: Int) -> Bool { index == sentence.lowerBound || chunks[index - 1].border != nil }

  /// Selling, of Selling, general and administrative expenses: the words that open the sentence before the comma of a list whose noun stands
  /// behind its last member.
  func openingOfList(before start: Int) -> String? {
    let first = sentence.lowerBound
    guard start > first, start - first <= 3, chunks[start - 1].border == .comma,
      (start + 1...start + 2).contains(where: { text($0) == "and" && isWord($0) }),
      (first..<(start - 1)).allSatisfy({
        isWord($0) && !Self.outer.contains(text($0)) && !words.settings.contains(text($0)) && !text($0).hasSuffix("ly") && !isPredicate($0)
      }), tokens[chunks[first].tokens.lowerBound].isCapital
    else { return nil }
    return join(Array(first..<(start - 1))) + ", "
  }

  /// 65 and over, 16 to 64 behind aged; nil where no number stands there.
  private func ages(behind index: Int, before limit: Int) -> String? {
    var end = index + 1
    while end < limit, end - index <= 5,
      tokens[chunks[end].tokens.lowerBound].number != nil
        || ["and", "to", "over", "under", "older", "or", "above", "-", "from", "years"].contains(text(end))
    { end += 1 }
    let first = text(index + 1) == "from" ? index + 2 : index + 1
    guard end > first, tokens[chunks[first].tokens.lowerBound].number != nil else { return nil }
    return join(Array((index + 1)..<end))
  }

  /// Among men the rate, in construction the share of women: the measure of those that open the clause, with these behind it.
  private func settingBefore(_ kept: [Int]) -> String? {
    guard let first = kept.first, ["among", "in", "for"].contains(text(first)),
      let article = kept.dropFirst(2).first(where: { text($0) == "the" }),
      let position = kept.firstIndex(of: article), position <= 5, position + 1 < kept.count,
      kept[1..<position].allSatisfy({ !tokens[chunks[$0].tokens.lowerBound].isCapital && !Self.outer.contains(text($0)) }),
      kept.indices.dropFirst().allSatisfy({ kept[$0] == kept[$0 - 1] + 1 }), !kept[(position + 1)...].contains(where: { text($0) == "and" })
    else { return nil }
    let measure = join(Array(kept[(position + 1)...]))
    guard !measure.isEmpty, !kept[(position + 1)...].contains(where: { chunks[$0].place != nil }) else { return nil }
    let long = ["rate", "rates", "share", "proportion"].contains(measure.lowercased()) ? nameBefore ?? measure : measure
    return long + " " + join(Array(kept[..<position])).lowercased()
  }

  /// A name without what tells only how its number came about, or when: the revised estimate of the value of sales in that month.
  private static func measured(_ name: String) -> String {
    var words = name
    if words.lowercased().hasPrefix("record number of ") { words = String(words.dropFirst(17)) }
    for lead in ["revised ", "provisional ", "preliminary ", "flash ", "first "] where words.lowercased().hasPrefix(lead + "estimate") {
      words = String(words.dropFirst(lead.count))
    }
    if words.hasSuffix(" to the value") { words.removeLast(13) }
    if words.hasSuffix(" with base") || words.hasSuffix(" with base year") {
      words = String(words[..<(words.firstRange(of: " with base")?.lowerBound ?? words.endIndex)])
    }
    for noun in ["month", "quarter", "year"] {
      for tail in [" over the corresponding period", " over the same period"] where words.hasSuffix(tail) { words.removeLast(tail.count) }
      if words.hasSuffix(" for the \(noun)") { words.removeLast(noun.count + 9) }
    }
    for lead in ["estimate of the ", "estimates of the ", "estimate of ", "estimates of "]
    where words.lowercased().hasPrefix(lead) && words.count > lead.count { words = String(words.dropFirst(lead.count)) }
    for noun in ["month", "quarter", "year", "period"] {
      for joint in [" in the ", " for the ", " during the "] where words.hasSuffix(joint + noun) {
        words = String(words.dropLast(noun.count + joint.count))
      }
    }
    for noun in ["month", "quarter", "year", "period"] where words.hasSuffix(" in that " + noun) || words.hasSuffix(" in this " + noun) {
      words = String(words.dropLast(noun.count + 9))
    }
    return words
  }

  /// those in transport after applications in medicine: the noun that those stands for; nil where it stands for none.
  private func thoseBehind(_ kept: [Int]) -> String? {
    guard let those = kept.firstIndex(where: { ["those", "that"].contains(text($0)) }), those + 2 < kept.count,
      ["in", "of", "for", "from", "to"].contains(text(kept[those + 1])),
      kept[..<those].allSatisfy({ Self.outer.contains(text($0)) || ["above", "below"].contains(text($0)) }),
      kept[those + 2] == kept[those] + 2,
      let before = statements.last(where: { if case .own = $0.head { true } else { false } })?.head.words
    else { return nil }
    return before.split(separator: " ").prefix { !["in", "of", "for", "from", "to", "by"].contains($0) }.joined(separator: " ")
  }

  private func isAdverb(_ index: Int) -> Bool {
    let word = text(index)
    return word.hasSuffix("ly")
      && !words.prose.names.adjectivesInLy
        .contains(word)
  }

  /// Whether a phrase names those who do what is counted rather than what is counted: these three countries, firms from Japan.
  func isOfActors(_ name: EnglishName) -> Bool {
    let core = name.words.lowercased().split(separator: " ").prefix {
      !["from", "based", "located", "in", "of", "with", "that", "which", "outside", "abroad", "alone", "together"].contains($0)
    }
    return core.last.map { words.actors.contains(String($0)) } ?? false
  }

  /// Nordhavn Pharma, Bank of the East: capitals throughout, in two words at least; or a company or office by its ending.
  func isProper(_ name: EnglishName) -> Bool {
    if isBody(name) { return true }
    let list = name.words.split(separator: " ").filter { !["of", "and", "the", "for", "&", "de", "du"].contains($0) }
    return list.count > 1 && list.allSatisfy { $0.first.map { $0.isUppercase || $0.isNumber } ?? false }
  }

  /// the IP office of China: an office that has no name but that of its place, whose figures are the place's.
  func isOfficeOfPlace(_ name: EnglishName) -> Bool {
    guard name.area != nil, let last = name.words.split(separator: " ").last else { return false }
    return last.first?.isLowercase ?? false && (words.offices.contains(String(last)) || last == "offices")
  }

  /// The words of chunks with one blank between.
  func join(_ indices: [Int]) -> String {
    var out = ""
    var end = -1
    for index in indices {
      let first = tokens[chunks[index].tokens.lowerBound]
      let isGlued = end == first.range.lowerBound
      if !out.isEmpty, !isGlued { out += " " }
      out += string(index)
      end = tokens[chunks[index].tokens.upperBound - 1].range.upperBound
    }
    return out
  }

  /// The noun after a number and its unit: 921,000 invention patents in force; nil where none stands there.
  func noun(after index: Int) -> (name: EnglishName, end: Int)? {
    var at = index + 1
    var count = 0
    while at < sentence.upperBound, count < 10 {
      let chunk = chunks[at]
      // Patent Cooperation Treaty (PCT) applications
      if chunk.border == .open, count > 0, at + 3 < sentence.upperBound, chunks[at + 2].border == .close, isAbbreviation(at + 1),
        chunks[at + 3].isWord, !Self.nounEnds.contains(text(at + 3)), !words.links.contains(text(at + 3)), !isMovement(at + 3)
      {
        at += 3
        continue
      }
      if chunk.border != nil || chunk.isFigure || chunk.time != nil { break }
      if case .basis = chunk.kind { break }
      if text(at) == "from", text(at - 1) == "aged", ages(behind: at - 1, before: sentence.upperBound) != nil { break }
      if chunk.isWord {
        let word = text(at)
        // all recorded crime: a participle between all and its noun.
        let isAttribute = word.hasSuffix("ed") && ["all", "total"].contains(text(at - 1)) && at > index + 1 && isWord(at + 1)
        if Self.nounEnds.contains(word) || words.links.contains(word) && !isAttribute || isMovement(at) && count > 0 && !isNominal(at)
          || words.shareVerbs.match(tokens, at: chunk.tokens.lowerBound) != nil
        {
          break
        }
        if words.actions.contains(word), count > 0, !word.hasSuffix("ed") || !isParticiple(at) { break }
        if ["in", "of", "for"].contains(word) {
          // applications for trademarks goes on; in 2023, in China ends.
          guard at + 1 < sentence.upperBound, chunks[at + 1].isWord, !["total", "all", "the"].contains(text(at + 1)) || word == "of",
            count > 0
          else { break }
        }
      } else if chunk.place != nil, count > 0 {
        break
      }
      at += 1
      count += 1
    }
    guard at > index + 1, var name = name((index + 1)..<at), !name.words.isEmpty else { return nil }
    // one in five students lived with their parents: the verb ends the noun.
    if at < sentence.upperBound, isWord(at), ["with", "by", "at", "on", "in", "from"].contains(text(at)),
      case let list = name.words.split(separator: " "), list.count > 1, let last = list.last, last.hasSuffix("ed"), last.count > 4,
      last.first?.isLowercase ?? false
    {
      name.words = list.dropLast().joined(separator: " ")
    }
    return (name, at)
  }

  /// PCT: a word of capitals alone.
  private func isAbbreviation(_ index: Int) -> Bool {
    guard chunks.indices.contains(index), tokens[chunks[index].tokens.lowerBound].isWord else { return false }
    let token = tokens[chunks[index].tokens.lowerBound]
    return token.text.count > 1 && written[token.range].allSatisfy { $0.properties.isUppercase }
  }

  static let outer: Set<String> = [
    "the", "a", "an", "its", "their", "of", "and", "in", "at", "by", "to", "for", "with", "that", "which", "while", "whereas", "total",
    "some", "about", "as", "from", "meanwhile", "also", "including", "than", "on", "over", "more", "this", "these", "those", "last",
    "only", "or", "but", "when", "although", "though", "just", "still", "per", "among", "around", "nearly", "almost", "another", "worth",
    "there", "both", "however", "overall", "such", "where", "who", "all", "each", "our", "my", "his", "her", "said", "up", "down",
    "further", "new", "during", "between",
    "across", "within", "because", "since", "if", "so", "then", "now", "not", "today", "respectively", "together", "combined", "seasonally",
    "adjusted", "provisionally", "compared", "followed", "according", "well", "even", "particular", "namely", "notably", "ahead", "apart",
    "more", "be", "been", "being", "whose", "under", "after", "before", "out", "an", "alone", "estimated", "year", "years",
  ]
  static let trailing: Set<String> = [
    "is", "was", "were", "are", "had", "has", "have", "been", "will", "would", "could", "can", "did", "does", "do", "may", "might", "must",
    "should", "'s", "’s", "it", "they", "we", "rate's", "same",
  ]
  static let pronouns: Set<String> = [
    "it", "its", "they", "this", "these", "those", "he", "she", "we", "i", "which", "that", "who", "both", "figure", "number",
    "total", "amount", "value",
  ]
  static let nounEnds: Set<String> = [
    "with", "by", "from", "during", "to", "at", "on", "as", "since", "through", "over", "across", "under", "last", "this", "up", "down",
    "respectively", "and", "while", "compared", "than", "nationwide", "that", "which", "who", "worth", "among", "after", "before", "per",
    "so", "between", "into", "whereas", "but", "or", "below", "above",
    "more", "fewer", "less", "higher", "lower", "globally", "worldwide", "annually", "where", "when", "because", "if", "followed",
    "against", "around", "outside", "inside", "within", "throughout", "the", "a", "an", "is", "will", "'s",
  ]
}
