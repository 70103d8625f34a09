import Articles
import Lingua

/// What an English article is about.
enum EnglishSubject {
  /// Whether a text is English rather than Chinese.
  static func isEnglish(_ text: [Unicode.Scalar]) -> Bool {
    var latin = 0
    var han = 0
    for scalar in text.prefix(2_000) {
      if scalar.isLatinLetter { latin += 1 } else if scalar.isHan { han += 1 }
    }
    return latin > 8 * han && latin >= 8
  }

  /// The place that the title names, where it names one; else the first place that the first full sentence names as its
  /// own; nil where it is about several or about the world.
  static func place(title: String?, opening: some Sequence<[Unicode.Scalar]>, _ language: EnglishKnowledge) -> NamedPlace? {
    if let title {
      let named = places(in: Array(title.unicodeScalars), language)
      if named.count == 1, tellsOfWorld(title, opening, language) { return NamedPlace("world", .world) }
      if let only = named.first, named.count == 1, !isOfLeader(only.place, in: title, language) { return only.place }
      if named.count > 1 { return named.first { $0.isOwner }?.place }
      if let place = demonym(in: title, language) { return place }
      let tokens = EnglishScanner.tokens(of: Array(title.unicodeScalars), words: language.words)
      if tokens.contains(where: {
        ["worldwide", "global", "globally", "world", "world's"].contains($0.text)
      }) {
        return NamedPlace("world", .world)
      }
      if tokens.contains(where: { $0.isCapital && language.words.organisations.contains($0.text) }),
        case let plain = title.lowercased(), language.words.worldReports.contains(where: { plain.contains($0) })
      {
        return NamedPlace("world", .world)
      }
    }
    if let title, let place = visited(title, language) ?? unlistedPlace(of: title, opening, language) { return place }
    for text in opening {
      guard text.count > 60, text.contains("."), !isNoteOfIssue(text, language) else {
        if let place = labelled(text, language) ?? issuer(text, language) { return place }
        continue
      }
      // Copenhagen, 4 May 2026. Denmark produced …: where and when it was written is no sentence.
      var sentences = text.split(separator: ".", maxSplits: 3).prefix(3)
      if let first = sentences.first, sentences.count > 1, first.split(separator: " ").count <= 4,
        sentences.dropFirst().first?.first?.isBlank ?? false
      {
        sentences.removeFirst()
      }
      let named = sentences.first.map { places(in: Array($0), language) } ?? []
      // A city in a dateline is where the article was written.
      if let place = named.first(where: {
        $0.isOwner && !($0.isDateline && ![.country, .province].contains(language.gazetteer.level(of: $0.id)))
      })?.place {
        return place
      }
      if let opening = sentences.first.flatMap({ attributive(Array($0), language) }) { return opening }
      // The office released figures today. In July, the value of Hong Kong's exports …
      let tellsOfIssue = sentences.first.map { sentence in
        EnglishScanner.tokens(of: Array(sentence), words: language.words).contains { language.words.issueNotes.contains($0.text) }
      }
      for sentence in sentences.dropFirst() {
        if let place = places(in: Array(sentence), language).first(where: { $0.isPossessive || tellsOfIssue == true && $0.isOwner })?.place
        {
          return place
        }
      }
      return sentences.first.flatMap { subjectDemonym(in: Array($0), language) ?? world(opening: Array($0), language) }
    }
    return nil
  }

  /// Consumer prices rise 0.7% in the year to September: whether the title tells of prices or wages, whose growth over twelve months is that
  /// of a month.
  static func tellsPrices(_ title: String?, _ language: EnglishKnowledge) -> Bool {
    guard let title else { return false }
    return EnglishScanner.tokens(of: Array(title.unicodeScalars), words: language.words).contains {
      language.words.priceWords.contains($0.text)
    }
  }

  /// China continues to be top origin, above a text of what WIPO counted: a place among others, in figures of the world.
  static func tellsOfWorld(_ title: String, _ opening: some Sequence<[Unicode.Scalar]>, _ language: EnglishKnowledge) -> Bool {
    let ranks = EnglishScanner.tokens(of: Array(title.unicodeScalars), words: language.words)
    guard
      ranks.contains(where: {
        language.words.prose.bodies.topWords.contains($0.text)
      })
    else { return false }
    guard let text = opening.first(where: { $0.count > 60 && $0.contains(".") }) else { return false }
    let tokens = EnglishScanner.tokens(of: Array(text.prefix(240)), words: language.words)
    return tokens.contains {
      $0.isCapital && language.words.organisations.contains($0.text) || ["worldwide", "globally"].contains($0.text)
    }
  }

  /// Knife crime falls across Thames Valley: a place that no list has, which closes a title of small words and stands in the first full
  /// sentence behind in or across.
  private static func unlistedPlace(of title: String, _ opening: some Sequence<[Unicode.Scalar]>, _ language: EnglishKnowledge)
    -> NamedPlace?
  {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    guard tokens.dropFirst().contains(where: { $0.isWord && !$0.isCapital && $0.text.count > 3 }),
      let before = tokens.lastIndex(where: { $0.text == "in" || $0.text == "across" }), before > 0,
      case let name = tokens[(before + 1)...], (1...3).contains(name.count),
      name.allSatisfy({
        $0.isWord && $0.isCapital && language.words.months[$0.text] == nil && language.words.demonyms[$0.text] == nil
          && !language.words.organisations.contains($0.text) && $0.text.count > 3
      }), let first = name.first, let last = name.last
    else { return nil }
    let words = String(scalars: text[first.range.lowerBound..<last.range.upperBound])
    guard let sentence = opening.first(where: { $0.count > 60 && $0.contains(".") }),
      case let told = String(scalars: sentence.prefix(240)), told.contains("in " + words) || told.contains("across " + words)
    else { return nil }
    return NamedPlace(words, .country)
  }

  /// In 2023, the EU car market expanded: the one place that stands before the noun of the first verb, and after no preposition of partners.
  private static func attributive(_ sentence: [Unicode.Scalar], _ language: EnglishKnowledge) -> NamedPlace? {
    let tokens = EnglishScanner.tokens(of: sentence, words: language.words)
    let chunks = EnglishChunker.chunks(of: tokens, written: sentence, language)
    guard
      let verb = chunks.indices.first(where: { at in
        guard chunks[at].isWord, case let word = tokens[chunks[at].tokens.lowerBound].text else { return false }
        return language.words.rise.contains(word) || language.words.fall.contains(word)
          || ["was", "were", "reached", "stood"].contains(word)
      }),
      case let places = chunks[..<verb].indices.filter({ chunks[$0].place != nil }), let only = places.first, places.count == 1, only > 0,
      only + 1 < verb, chunks[only + 1].isWord, !tokens[chunks[only + 1].tokens.lowerBound].isCapital, let place = chunks[only].place,
      language.gazetteer.level(of: place) != .world, tokens[chunks[only + 1].tokens.lowerBound].isWord,
      let first = tokens[chunks[only].tokens].first, let last = tokens[chunks[only].tokens].last
    else { return nil }
    let before = tokens[chunks[only - 1].tokens.lowerBound].text == "the" && only > 1 ? chunks[only - 2] : chunks[only - 1]
    guard before.border != nil || tokens[before.tokens.lowerBound].text == "the" else { return nil }
    var name = String(scalars: sentence[first.range.lowerBound..<last.range.upperBound])
    for article in ["the ", "The "] where name.hasPrefix(article) { name.removeFirst(article.count) }
    return NamedPlace(name, .country, code: language.gazetteer[place].code)
  }

  /// Huawei tops the list, Siemens top in Germany: where one leads whom a later clause of the title names.
  private static func isOfLeader(_ place: NamedPlace, in title: String, _ language: EnglishKnowledge) -> Bool {
    guard let comma = title.lastIndex(of: ",") ?? title.lastIndex(of: ";"), let at = title.ranges(of: place.name).last?.lowerBound,
      comma < at
    else { return false }
    let words = title[comma..<at].lowercased().split { !$0.isLetter }
    guard words.last == "in", let before = words.dropLast().last else { return false }
    return language.words.prose.bodies.topWords.contains(String(before))
  }

  /// Visitors from abroad to Japan rise: the place that a title says people come to, where it names no other.
  static func visited(_ title: String, _ language: EnglishKnowledge) -> NamedPlace? {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    guard tokens.contains(where: { language.words.prose.names.arrivals.contains($0.text) })
    else {
      return nil
    }
    let chunks = EnglishChunker.chunks(of: tokens, written: text, language)
    let places = chunks.indices.filter { chunks[$0].place != nil }
    guard let only = places.last, only > 0, ["to", "in", "visit", "visiting"].contains(tokens[chunks[only - 1].tokens.lowerBound].text),
      places.dropLast().allSatisfy({ $0 > 0 && tokens[chunks[$0 - 1].tokens.lowerBound].text == "from" }), let place = chunks[only].place,
      let first = tokens[chunks[only].tokens].first, let last = tokens[chunks[only].tokens].last
    else { return nil }
    let name = String(scalars: text[first.range.lowerBound..<last.range.upperBound])
    return NamedPlace(name, .country, code: language.gazetteer[place].code)
  }

  /// Global passenger demand grew, Worldwide sales totalled: a first sentence that begins with the world.
  static func world(opening sentence: [Unicode.Scalar], _ language: EnglishKnowledge) -> NamedPlace? {
    let all = EnglishScanner.tokens(of: Array(sentence.prefix(200)), words: language.words)
    // The association announced that global demand increased: behind who tells it.
    if let told = all.prefix(24).firstIndex(where: { language.words.reports.contains($0.text) || $0.text == "said" }),
      case let rest = all[(told + 1)...].drop(while: { ["that", "today"].contains($0.text) }).prefix(2), rest.count == 2,
      let first = rest.first, ["global", "worldwide"].contains(first.text), let second = rest.last, !second.isCapital
    {
      return NamedPlace("world", .world)
    }
    let tokens = EnglishScanner.tokens(of: Array(sentence.prefix(80)), words: language.words)
    if tokens.count > 1, ["global", "worldwide"].contains(tokens[0].text), !tokens[1].isCapital { return NamedPlace("world", .world) }
    // Passenger traffic in airports worldwide reached …
    guard
      let verb = tokens.firstIndex(where: {
        language.words.links.contains($0.text) || language.words.rise.contains($0.text) || language.words.fall.contains($0.text)
      }) ?? tokens.firstIndex(where: { language.words.reports.contains($0.text) || language.words.actions.contains($0.text) }),
      // Passenger traffic in airports worldwide reached …; The world's airports reported …
      tokens[..<verb].contains(where: { ["worldwide", "globally"].contains($0.text) })
        || verb > 2 && tokens[0].text == "the" && tokens[1].text == "world" && tokens[2].kind == .possessive
    else { return nil }
    return NamedPlace("world", .world)
  }

  /// Canadian retail sales rose: the country whose adjective stands in the subject of the first sentence, before nothing but what is told
  /// of it.
  static func subjectDemonym(in sentence: [Unicode.Scalar], _ language: EnglishKnowledge) -> NamedPlace? {
    let tokens = EnglishScanner.tokens(of: sentence, words: language.words)
    guard
      let verb = tokens.indices.first(where: {
        language.words.links.contains(tokens[$0].text) || language.words.rise.contains(tokens[$0].text)
          || language.words.fall.contains(tokens[$0].text)
      }), verb > 1,
      let adjective = tokens[..<verb].firstIndex(where: { $0.isCapital && language.words.demonyms[$0.text] != nil }),
      adjective + 1 < verb,
      tokens[(adjective + 1)..<verb].allSatisfy({
        $0.kind == .dash
          || $0.isWord && !$0.isCapital && !language.words.bodies.contains($0.text) && !language.words.actors.contains($0.text)
      })
    else { return nil }
    return demonym(in: String(scalars: sentence[..<tokens[verb].range.lowerBound]), language)
  }

  /// WIPO’s services: the organisation of several countries that the title names, whose own figures the text tells; nil where it tells
  /// those of the world.
  static func organisation(title: String?, _ language: EnglishKnowledge) -> String? {
    guard let title else { return nil }
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    // World Intellectual Property Indicators, WIPO IP Facts and Figures: of the world.
    let plain = title.lowercased()
    guard !tokens.contains(where: { $0.text == "worldwide" }), !language.words.worldReports.contains(where: { plain.contains($0) }),
      let named = tokens.first(where: { $0.isCapital && language.words.organisations.contains($0.text) })
    else { return nil }
    return String(scalars: text[named.range])
  }

  /// Canadian merchandise trade: the one country whose adjective the title has.
  static func demonym(in title: String, _ language: EnglishKnowledge) -> NamedPlace? {
    let tokens = EnglishScanner.tokens(of: Array(title.unicodeScalars), words: language.words)
    // Canadian firms, Chinese applicants: those who do what is counted, whose country is not what the text is about.
    let codes = Set(
      tokens.indices.filter { tokens[$0].isCapital && !($0 + 1 < tokens.count && language.words.actors.contains(tokens[$0 + 1].text)) }
        .compactMap { language.words.demonyms[tokens[$0].text] })
    guard codes.count == 1, let code = codes.first, let place = language.gazetteer.place(code: code) else { return nil }
    return NamedPlace(language.gazetteer[place].englishName, .country, code: code)
  }

  /// Released at 8:30 a.m. Eastern time on Tuesday, October 7: when the text was issued.
  static func isNoteOfIssue(_ text: [Unicode.Scalar], _ language: EnglishKnowledge) -> Bool {
    EnglishScanner.tokens(of: Array(text.prefix(40)), words: language.words).first.map {
      language.words.issueNotes.contains($0.text)
    } ?? false
  }

  /// Coverage: Wales.
  static func labelled(_ line: [Unicode.Scalar], _ language: EnglishKnowledge) -> NamedPlace? {
    let tokens = EnglishScanner.tokens(of: line, words: language.words)
    for label in tokens where label.isCapital && language.words.coverageLabels.contains(label.text) {
      let end = label.range.upperBound
      guard end < line.count, line[end] == ":" else { continue }
      let rest = Array(line[(end + 1)...].drop(while: \.isBlank).prefix { !$0.isLineEnd })
      let named = places(in: rest, language)
      if named.count == 1 { return named.first?.place }
      // Wales, which no list has: capitals to the end of the line.
      let words = EnglishScanner.tokens(of: rest, words: language.words)
      guard named.isEmpty, (1...4).contains(words.count),
        words.allSatisfy({ $0.isWord && $0.isCapital && !language.words.coverageWords.contains($0.text) })
      else { return nil }
      return NamedPlace(String(scalars: rest), .country)
    }
    return nil
  }

  /// Singapore Department of Statistics: the place of an office that stands in a line of its own.
  static func issuer(_ line: [Unicode.Scalar], _ language: EnglishKnowledge) -> NamedPlace? {
    let tokens = EnglishScanner.tokens(of: Array(line.prefix(120)), words: language.words)
    guard let office = tokens.firstIndex(where: { $0.isCapital && language.words.offices.contains($0.text) }), let first = tokens.first
    else { return nil }
    let named = places(in: Array(line.prefix(120)), language)
    return named.count == 1 && office < 6 && first.isCapital ? named.first?.place : nil
  }

  /// UK Intellectual Property Office: the office of a place.
  static func isOffice(after place: EnglishToken, in tokens: [EnglishToken], _ language: EnglishKnowledge) -> Bool {
    let name = tokens.drop { $0.range.lowerBound <= place.range.lowerBound }.prefix { $0.isWord && ($0.isCapital || $0.text == "of") }
    return name.last.map { language.words.offices.contains($0.text) } ?? false
  }

  /// Central Statistics Office, in the title of the page, a line of issue or a paragraph: the country whose office tells.
  static func issuer(of article: Article, _ language: EnglishKnowledge) -> NamedPlace? {
    let texts = [article.scalars.prefix(600)] + article.blocks.suffix(3).map { article.text(of: $0).scalars.prefix(400) }
    // Whole words: a short name such as istat must not be found within another.
    let words = texts.map { text in
      String(scalars: text.map { $0.isLatinLetter ? $0 : " " }).lowercased().split(separator: " ").joined(separator: " ")
    }
    let text = words.joined(separator: " . ")
    guard let found = language.words.issuers.first(where: { " \(text) ".contains(" \($0.name) ") }),
      let place = language.gazetteer.place(code: found.code)
    else { return nil }
    return NamedPlace(language.gazetteer[place].englishName, .country, code: found.code)
  }

  struct Named {
    var place: NamedPlace
    var id: PlaceID
    var isOwner: Bool
    var isPossessive: Bool
    /// Munich, 25 March 2025 - …
    var isDateline: Bool
  }

  /// The places of a text, as written without their article; an owner stands after in, at the start, or has ’s behind it.
  static func places(in text: [Unicode.Scalar], _ language: EnglishKnowledge) -> [Named] {
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    let chunks = EnglishChunker.chunks(of: tokens, written: text, language)
    var found: [Named] = []
    let isSentence = tokens.dropFirst().contains { $0.isWord && !$0.isCapital && $0.text.count > 3 }
    for (index, chunk) in chunks.enumerated() {
      guard let place = chunk.place, language.gazetteer.level(of: place) != .world, let first = tokens[chunk.tokens].first,
        let last = tokens[chunk.tokens].last
      else { continue }
      let before = index > 0 ? tokens[chunks[index - 1].tokens.lowerBound].text : ""
      if ["to", "from", "with", "between", "and", "or", "as", "by"].contains(before) { continue }
      var name = String(scalars: text[first.range.lowerBound..<last.range.upperBound])
      for article in ["the ", "The "] where name.hasPrefix(article) { name.removeFirst(article.count) }
      let isPossessive = index + 1 < chunks.count && tokens[chunks[index + 1].tokens.lowerBound].kind == .possessive
      // Harbin Aurora reports results: a place with a capital behind it, in a line that has small words, is part of a body's name.
      if isSentence, index == 0, chunks.count > 1, let next = tokens[chunks[1].tokens].first, next.isWord, next.isCapital,
        next.text != "will", language.words.months[next.text] == nil, !isOffice(after: first, in: tokens, language)
      {
        continue
      }
      let isDateline =
        index == 0 && chunks.count > 2 && (chunks[1].border == .comma || chunks[1].border == .open)
        && (chunks[2].time != nil || chunks[2].quantity != nil || chunks[1].border == .open)
      guard !found.contains(where: { $0.place.name == name }) else { continue }
      found.append(
        Named(
          place: NamedPlace(name, .country, code: language.gazetteer[place].code), id: place,
          isOwner: isPossessive || index == 0 || ["in", "across", "of"].contains(before),
          isPossessive: isPossessive, isDateline: isDateline))
    }
    return found
  }
}
