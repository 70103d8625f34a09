import Articles
import Lingua

/// The body whose own figures an English article gives, as its title and its first sentences name it.
extension EnglishSubject {
  /// The company or office that a report of its own figures is about: the subject that reports in the first full sentence, where
  /// the title has a word of its name.
  static func body(title: String?, opening: some Sequence<[Unicode.Scalar]>, _ language: EnglishKnowledge) -> String? {
    guard let title, let body = namedBody(title: title, opening: opening, language) else { return nil }
    // Statistics Canada: whose figures are its country’s.
    return language.words.issuers.contains { body.lowercased().hasPrefix($0.name) } ? nil : body
  }

  static func namedBody(title: String, opening: some Sequence<[Unicode.Scalar]>, _ language: EnglishKnowledge) -> String? {
    if let body = company(in: title, language) ?? companyAlone(on: title, language) ?? companyByForm(in: title, language)
      ?? nameBeforeColon(of: title, language)
    {
      return body
    }
    // Points that stand before the first sentence say nothing of whose they are.
    for text in opening.filter({ $0.count > 60 && $0.contains(".") }).prefix(4) {
      if let body = reporter(in: text, title: title, language) { return body }
    }
    return possessor(title: title, opening: opening, language) ?? nameBeforeReport(of: title, language) ?? bodyReviewed(in: title, language)
      ?? EnglishHeadlines.company(in: title, opening: Array(opening.prefix(12)), language)
  }

  /// Glatfelter second-quarter sales rise; Glatfelter's net sales totaled …: the name that opens the title, where it owns what the first full
  /// sentence tells of and is no place.
  static func possessor(title: String, opening: some Sequence<[Unicode.Scalar]>, _ language: EnglishKnowledge) -> String? {
    let head = EnglishScanner.tokens(of: Array(title.unicodeScalars.prefix(120)), words: language.words)
    guard let text = opening.first(where: { $0.count > 60 && $0.contains(".") }) else { return nil }
    let tokens = EnglishScanner.tokens(of: Array(text.prefix(400)), words: language.words)
    for at in tokens.indices where tokens[at].kind == .possessive && at + 1 < tokens.count {
      guard tokens[at + 1].isWord, !tokens[at + 1].isCapital else { continue }
      for count in stride(from: min(3, at, head.count), to: 0, by: -1) {
        let name = tokens[(at - count)..<at]
        guard name.allSatisfy({ $0.isWord && $0.isCapital }), zip(name, head).allSatisfy({ $0.text == $1.text }), let first = name.first,
          let last = name.last, language.words.demonyms[first.text] == nil,
          language.gazetteer.longestMatch(in: text, at: first.range.lowerBound, limit: last.range.upperBound) == nil
        else { continue }
        return String(scalars: text[first.range.lowerBound..<last.range.upperBound])
      }
    }
    return nil
  }

  /// The office or company that does what the first full sentence counts, in a text whose title names no place: The Arvenian Patent
  /// Office (APO) received 81,340 applications.
  static func actor(opening: some Sequence<[Unicode.Scalar]>, notes: [[Unicode.Scalar]], _ language: EnglishKnowledge) -> String? {
    if let body = (notes + opening.prefix(3)).lazy.compactMap({ issuingBody($0, language) }).first { return body }
    guard let text = opening.first(where: { $0.count > 60 && $0.contains(".") && !isNoteOfIssue($0, language) }) else { return nil }
    let tokens = EnglishScanner.tokens(of: Array(text.prefix(400)), words: language.words)
    for start in tokens.indices where start == 0 || [.stop, .dash].contains(tokens[start - 1].kind) {
      var first = start
      if tokens[first].text == "the", first + 1 < tokens.count { first += 1 }
      var end = first
      while end < tokens.count, tokens[end].isWord,
        tokens[end].isCapital || end > first && ["of", "and", "&", "for"].contains(tokens[end].text)
      { end += 1 }
      let isOpened = end > first + 2 && language.words.bodyOpeners.contains(tokens[first].text) && tokens[first + 1].text == "of"
      guard end > first + 1, tokens[end - 1].isCapital, isOpened || language.words.bodies.contains(tokens[end - 1].text),
        language.gazetteer.longestMatch(in: text, at: tokens[first].range.lowerBound, limit: tokens[end - 1].range.upperBound) == nil
      else { continue }
      var verb = end
      if verb < tokens.count, tokens[verb].kind == .open { verb = (tokens[verb...].firstIndex { $0.kind == .close } ?? verb) + 1 }
      while verb < tokens.count, ["has", "have", "also", "today"].contains(tokens[verb].text) { verb += 1 }
      guard verb < tokens.count, language.words.actions.contains(tokens[verb].text), !language.words.sayings.contains(tokens[verb].text),
        !language.words.issueNotes.contains(tokens[verb].text)
      else { continue }
      return String(scalars: text[tokens[first].range.lowerBound..<tokens[end - 1].range.upperBound])
    }
    return nil
  }

  /// Port of Westhaven Authority, 14 October 2026: a line of its own that says who issued the text, and when.
  static func issuingBody(_ line: [Unicode.Scalar], _ language: EnglishKnowledge) -> String? {
    guard line.count <= 80 else { return nil }
    let tokens = EnglishScanner.tokens(of: line, words: language.words)
    let name = tokens.prefix { $0.isWord && ($0.isCapital || ["of", "and", "&", "for", "the"].contains($0.text)) }
    guard name.count > 1, let first = name.first, first.isCapital, let last = name.last, name.count < tokens.count,
      tokens[name.count].kind == .comma, language.words.bodies.contains(last.text) || last.text == "authority",
      !name.contains(where: { ["statistics", "statistical", "census", "information"].contains($0.text) }),
      tokens[(name.count + 1)...].contains(where: { $0.number != nil })
    else { return nil }
    return String(scalars: line[first.range.lowerBound..<last.range.upperBound])
  }

  static func reporter(in text: [Unicode.Scalar], title: String, _ language: EnglishKnowledge) -> String? {
    let tokens = EnglishScanner.tokens(of: Array(text.prefix(400)), words: language.words)
    guard let verb = tokens.firstIndex(where: { language.words.reports.contains($0.text) || ["said", "says"].contains($0.text) }) else {
      return nil
    }
    var start = verb
    while start > 0, ["today", "has", "also"].contains(tokens[start - 1].text) { start -= 1 }
    start = apposition(before: start, in: tokens) ?? start
    // Ferro Instruments Corporation (NYSE: FWI) today announced.
    if start > 0, tokens[start - 1].text == ")", let open = tokens[..<start].suffix(8).lastIndex(where: { $0.text == "(" }) { start = open }
    // Larkfield Systems plc, Marlowe Biologics, Inc. today reported: without the legal form.
    if start > 2, start < verb, tokens[start - 1].kind == .stop, language.words.legalForms.contains(tokens[start - 2].text) { start -= 1 }
    while start > 0, language.words.legalForms.contains(tokens[start - 1].text),
      !tokens[start - 1].isCapital || start > 1 && tokens[start - 2].kind == .comma
        || ["inc", "ltd", "llc", "plc", "ag", "asa"].contains(tokens[start - 1].text)
    { start -= 1 }
    if start > 0, start < verb, tokens[start - 1].kind == .comma { start -= 1 }
    let behind = start
    while start > 0,
      tokens[start - 1].isWord && (tokens[start - 1].isCapital || ["of", "and", "&"].contains(tokens[start - 1].text))
        || tokens[start - 1].kind == .possessive && start == behind
    { start -= 1 }
    // the number of visitors from Japan and South Korea posted growth: those it comes from report nothing.
    if start > 0, ["from", "in", "to", "with", "between"].contains(tokens[start - 1].text) { return nil }
    var end = behind
    while end > start, !tokens[end - 1].isCapital, tokens[end - 1].kind != .possessive { end -= 1 }
    guard end > start, let first = tokens[start..<end].first(where: \.isCapital), let last = tokens[..<end].last else { return nil }
    // The transport association said: one who speaks of others.
    guard !language.words.speakers.contains(last.text) else { return nil }
    let titled = Set(EnglishScanner.tokens(of: Array(title.unicodeScalars), words: language.words).filter(\.isCapital).map(\.text))
    guard
      tokens[start..<end].contains(where: {
        $0.isCapital && titled.contains($0.text)
          && language.gazetteer.longestMatch(in: text, at: $0.range.lowerBound, limit: $0.range.upperBound) == nil
      })
    else { return nil }
    return String(scalars: text[first.range.lowerBound..<last.range.upperBound])
  }

  /// Hollis’s, Inc., an American retailer of toys, has reported: the comma before what the company is said to be, which a further comma
  /// closes.
  static func apposition(before verb: Int, in tokens: [EnglishToken]) -> Int? {
    guard verb > 4, tokens[verb - 1].kind == .comma else { return nil }
    let longest = 24
    guard
      let comma = (max(1, verb - longest)..<(verb - 2)).last(where: {
        tokens[$0].kind == .comma && ["a", "an", "the", "one"].contains(tokens[$0 + 1].text)
      }),
      !tokens[comma..<verb].contains(where: { $0.kind == .stop || $0.number != nil })
    else { return nil }
    return comma
  }

  /// passengers across the Nordhaven Airport Group: the company that the title of its own figures names in full.
  static func company(in title: String, _ language: EnglishKnowledge) -> String? {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    guard var end = tokens.firstIndex(where: { $0.isCapital && language.words.companyEndings.contains($0.text) }) else { return nil }
    while end + 1 < tokens.count, tokens[end + 1].isCapital, language.words.companyEndings.contains(tokens[end + 1].text),
      tokens[end].range.upperBound + 1 == tokens[end + 1].range.lowerBound
    { end += 1 }
    // In a title that has capitals throughout nothing tells where a name begins.
    var start = end
    while start > 0, tokens[start - 1].isWord, tokens[start - 1].isCapital,
      tokens[start - 1].range.upperBound + 1 == tokens[start].range.lowerBound
    { start -= 1 }
    // Ridgeway Tools Group reports results: one that opens the title is parted from it by what it does.
    let isSubject =
      start == 0 && end + 1 < tokens.count && !tokens[end + 1].isCapital && language.words.reports.contains(tokens[end + 1].text)
    // Nordfin Group interim report, …: what a title calls accounts stands right behind.
    let isOfAccounts =
      start == 0 && end > 0 && end + 2 < tokens.count
      && tokens[(end + 1)...(end + 2)].contains {
        language.words.accountTitles.contains($0.text) || language.words.reviews.contains($0.text)
      } && !tokens[end + 1].isCapital
    // Amsterdam Schiphol Airport traffic figures: small words behind, so that the capitals before are a name.
    let isNamed = start == 0 && end + 1 < tokens.count && tokens[end + 1].isWord && !tokens[end + 1].isCapital && end > 1
    guard isSubject || isNamed || isOfAccounts || tokens[..<end].contains(where: { $0.isWord && !$0.isCapital }) else { return nil }
    guard start < end,
      language.gazetteer.longestMatch(in: text, at: tokens[start].range.lowerBound, limit: tokens[end].range.lowerBound).map({
        $0.length + 1 < tokens[end].range.lowerBound - tokens[start].range.lowerBound
      }) ?? true
    else { return nil }
    return String(scalars: text[tokens[start].range.lowerBound..<tokens[end].range.upperBound])
  }

  /// Brightwater Retail Group plc: a line that is a name with its legal form, which is left out.
  static func companyAlone(on title: String, _ language: EnglishKnowledge) -> String? {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    var end = tokens.count
    while end > 0,
      tokens[end - 1].kind == .stop || tokens[end - 1].kind == .comma || language.words.legalForms.contains(tokens[end - 1].text)
    { end -= 1 }
    guard end < tokens.count, tokens[end...].contains(where: \.isWord), (1...6).contains(end),
      tokens[..<end].allSatisfy({ $0.isWord && ($0.isCapital || ["of", "and", "&"].contains($0.text)) }), let last = tokens[..<end].last,
      tokens.first?.isCapital ?? false
    else { return nil }
    return String(scalars: text[..<last.range.upperBound])
  }

  /// Tessaro Robotics N.V.: full-year results 2025: a name that opens the title and has its legal form behind it, which is left out.
  static func companyByForm(in title: String, _ language: EnglishKnowledge) -> String? {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    guard let form = tokens.prefix(8).firstIndex(where: { language.words.legalForms.contains($0.text) }), form > 0,
      tokens[..<form].allSatisfy({ $0.kind == .comma || $0.isWord && ($0.isCapital || ["of", "and", "&"].contains($0.text)) }),
      let last = tokens[..<form].last(where: { $0.isWord })
    else { return nil }
    return String(scalars: text[..<last.range.upperBound])
  }

  /// DEME: Half Year Results 2024: a name in capitals that no list has, before the colon of a title of results.
  static func nameBeforeColon(of title: String, _ language: EnglishKnowledge) -> String? {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    guard let colon = tokens.firstIndex(where: { $0.kind == .colon }), (1...5).contains(colon), tokens[0].isCapital,
      isUnlistedName(tokens[..<colon], in: text, language),
      tokens[(colon + 1)...].contains(where: { language.words.accountTitles.contains($0.text) }), let last = tokens[..<colon].last
    else { return nil }
    return String(scalars: text[..<last.range.upperBound])
  }

  /// Marlowe Biologics Announces Second Quarter 2026 Results: a name in capitals that no list has, up to what it does.
  static func nameBeforeReport(of title: String, _ language: EnglishKnowledge) -> String? {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    guard let verb = tokens.prefix(7).firstIndex(where: { language.words.reports.contains($0.text) }), verb > 0, tokens[0].isCapital,
      isUnlistedName(tokens[..<verb], in: text, language),
      tokens[verb...].contains(where: { language.words.accountTitles.contains($0.text) }),
      let last = tokens[..<verb].last
    else { return nil }
    return String(scalars: text[..<last.range.upperBound])
  }

  /// Annual review of the Westhaven Commercial Court 2025: whose year a title tells of.
  static func bodyReviewed(in title: String, _ language: EnglishKnowledge) -> String? {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    guard let of = tokens.firstIndex(where: { $0.text == "of" }), of > 0,
      tokens[..<of].contains(where: { language.words.reviews.contains($0.text) })
    else { return nil }
    let start = of + 1 < tokens.count && tokens[of + 1].text == "the" ? of + 2 : of + 1
    let name = tokens[min(start, tokens.count)...].prefix { $0.isWord && ($0.isCapital || ["of", "and", "&", "for"].contains($0.text)) }
    guard name.count > 1, let first = name.first, first.isCapital, let last = name.last(where: { language.words.bodies.contains($0.text) }),
      isUnlistedName(tokens[name.startIndex..<name.endIndex], in: text, language)
    else { return nil }
    return String(scalars: text[first.range.lowerBound..<last.range.upperBound])
  }

  /// Capitals throughout, and no place or its adjective among them.
  static func isUnlistedName(_ tokens: ArraySlice<EnglishToken>, in text: [Unicode.Scalar], _ language: EnglishKnowledge) -> Bool {
    tokens.allSatisfy { $0.isWord && ($0.isCapital || ["of", "and", "for", "&"].contains($0.text)) }
      && !tokens.contains { token in
        language.gazetteer.longestMatch(in: text, at: token.range.lowerBound, limit: token.range.upperBound) != nil
          || language.words.demonyms[token.text] != nil
      }
  }
}
