import Articles
import Indicators

/// Whose the figure of a bracket is, and of what: Other companies were ZTE (947), CATL (832) and vivo (701).
extension EnglishParser {
  /// Swatch of Switzerland before a bracket: capitals behind a border or and, then of and a place.
  func bodyOfPlace(before bracket: Int) -> String? {
    guard bracket > sentence.lowerBound + 3, chunks[bracket - 1].place != nil else { return nil }
    let of = text(bracket - 2) == "the" ? bracket - 3 : bracket - 2
    guard text(of) == "of", isWord(of) else { return nil }
    var start = of
    while start > sentence.lowerBound, isWord(start - 1), tokens[chunks[start - 1].tokens.lowerBound].isCapital || text(start - 1) == "&" {
      start -= 1
    }
    guard start < of,
      start > sentence.lowerBound
        ? chunks[start - 1].border != nil || ["and", "were", "was", "by"].contains(text(start - 1)) : of - start > 1 && !statements.isEmpty,
      !words.flows.contains(text(of - 1)), !words.actors.contains(text(of - 1))
    else { return nil }
    return join(Array(start..<of))
  }

  /// Kitano Electric Corp. of Japan (2,661): the body of a place that an item of a list consists of.
  func bodyOfItem(before bracket: Int) -> String? {
    let start = sentence.lowerBound
    guard statements.isEmpty, bracket - start >= 3, chunks[bracket - 1].place != nil,
      let of = (start..<bracket).last(where: { text($0) == "of" }), of > start, bracket - of <= 3
    else { return nil }
    let name = (start..<of).filter { isWord($0) && tokens[chunks[$0].tokens.lowerBound].isWord }
    guard !name.isEmpty, name.count >= of - start - 1,
      name.allSatisfy({ tokens[chunks[$0].tokens.lowerBound].isCapital || ["and", "&"].contains(text($0)) })
    else { return nil }
    return join(name)
  }

  /// Other companies with many applications were ZTE (947), CATL (832) and vivo (701): each one's of what they have many of.
  func memberOfActors(_ around: EnglishSurroundings, _ quantity: EnglishQuantity, _ bracket: Int) -> Statement? {
    guard quantity.measure == .count, ((bracket + 1)..<around.lead).isEmpty,
      let verb = (sentence.lowerBound..<bracket).last(where: { isWord($0) && ["were", "are"].contains(text($0)) }),
      ((verb + 1)..<bracket).allSatisfy({
        chunks[$0].border != nil || bracketOf[$0] != nil || text($0) == "and" || chunks[$0].isWord || chunks[$0].place != nil
      }),
      let with = (clauseStart(of: verb, passesBrackets: false)..<verb).last(where: { text($0) == "with" }),
      let actors = name(clauseStart(of: verb, passesBrackets: false)..<with), isOfActors(actors), with + 1 < verb
    else { return nil }
    var things = Array((with + 1)..<verb)
    while let first = things.first, things.count > 1,
      ["the", "a", "many", "most", "more", "large", "number", "numbers", "of"].contains(text(first))
        || words.superlatives.contains(text(first))
    { things.removeFirst() }
    var start = bracket
    while start > verb + 1, chunks[start - 1].isWord || chunks[start - 1].place != nil, text(start - 1) != "and" { start -= 1 }
    guard start < bracket else { return nil }
    var statement = statement(.level, .own(join(things)), around)
    statement.owner = .named(join(Array(start..<bracket)))
    return statement
  }

  /// recorded surpluses with Singapore ($6.1) and Brazil ($4.7); 14 offices reported growth, with Türkiye (+18.3%) in front: members of a
  /// list of places, which are no names. Nil for other brackets.
  func listedWith(_ bracket: Int) -> Head? {
    guard bracket > sentence.lowerBound, chunks[bracket - 1].place != nil else { return nil }
    var at = bracket - 2
    while at > sentence.lowerBound, text(at) != "with",
      chunks[at].border != nil || bracketOf[at] != nil || chunks[at].place != nil || ["and", "the"].contains(text(at))
    { at -= 1 }
    guard at > sentence.lowerBound, text(at) == "with", let verb = (sentence.lowerBound..<at).last(where: { isPredicate($0) }),
      direction(ofVerb: verb) == 0
    else { return nil }
    let border = ((verb + 1)..<at).first { chunks[$0].border != nil } ?? at
    let isMoved = ((verb + 1)..<border).contains { words.riseNouns.contains(text($0)) || words.fallNouns.contains(text($0)) }
    if !isMoved, ["via", "through", "under"].contains(text(verb + 1)) {
      // countries saw drops in applicants filing via Madrid, with Italy (-6.6%)
      return (movedThing(sentence.lowerBound..<border)?.words ?? nameTold).map { .own($0) }
    }
    if !isMoved, let object = name((verb + 1)..<border), !object.words.isEmpty { return .own(object.words) }
    if !isMoved, let start = firstPredicate(sentence.lowerBound..<(verb + 1)), let subject = name(clauseStart(of: start)..<start),
      !subject.words.isEmpty
    {
      return .own(subject.words)
    }
    return nameTold.map { .own($0) }
  }

  /// largest in Auckland (up 1.5 points) and Waikato (…), than the North West (11.6%): a name in capitals inside a sentence, where the
  /// bracket tells a rate of it.
  func unlistedName(before bracket: Int) -> String? {
    var start = bracket
    while start > sentence.lowerBound + 1,
      chunks[start - 1].isWord && (tokens[chunks[start - 1].tokens.lowerBound].isCapital || text(start - 1) == "/")
        // Asia Pacific/All Other: a place is part of a name that a slash goes on with, or ends.
        || chunks[start - 1].place != nil && start < bracket && text(start) == "/"
        || chunks[start - 1].place != nil && start == bracket && text(start - 2) == "/"
    { start -= 1 }
    guard start < bracket, chunks[(bracket + 1)..<sentence.upperBound].first(where: { $0.isFigure })?.quantity?.measure != .count else {
      return nil
    }
    // in the Auckland region is told of by its noun; the North West is a name.
    let lead = text(start - 1) == "the" ? text(start - 2) : text(start - 1)
    let follows: Bool =
      statements[firstOfSentence...].last.map {
        switch $0.owner {
        case .named: $0.construction.hasSuffix("bracket") || $0.construction.hasSuffix("movement.end") || lead == "then"
        case .place: lead == "then"
        default: false
        }
      } ?? false
    let isJoinedBySlash = (start..<bracket).contains { text($0) == "/" }
    guard lead == "in" || isJoinedBySlash || text(start - 1) == "the" && lead == "than" || ["and", "then"].contains(lead) && follows else {
      return nil
    }
    // Petrol Service Stations, Wearing Apparel & Footwear: kinds of things.
    guard !(start..<bracket).contains(where: { text($0) == "&" || text($0).hasSuffix("s") }) else { return nil }
    return join(Array(start..<bracket))
  }

  /// Bars (-4.1%) and Clothing, Footwear & Textiles (-2.0%): commas stand within a name that & closes, and a dash before what kind of
  /// it is meant; nil where neither does.
  func serialName(before bracket: Int) -> String? {
    var start = bracket
    var members: [Int] = []
    while start > sentence.lowerBound {
      let at = start - 1
      let token = tokens[chunks[at].tokens.lowerBound]
      if chunks[at].border == .comma || chunks[at].border == .dash {
        members.append(at)
      } else if !chunks[at].isWord || chunks[at].place != nil || !token.isCapital && token.text != "&" {
        break
      }
      start = at
    }
    while start < bracket, chunks[start].border != nil || text(start) == "&" { start += 1 }
    // What opens the sentence may be an adverb: Meanwhile, Food & Drink.
    guard start > sentence.lowerBound, members.contains(where: { $0 > start }), (start..<bracket).contains(where: { text($0) == "&" }),
      let first = tokens[chunks[start].tokens].first, let last = tokens[chunks[bracket - 1].tokens].last
    else { return nil }
    return String(scalars: written[first.range.lowerBound..<last.range.upperBound])
  }

  /// Whether what brackets follow in the sentence are kinds of things, some of them by a plural, by & or by how branches of business end.
  var listsKinds: Bool {
    sentence.contains { at in
      guard at > sentence.lowerBound, chunks[at].border == .open, isWord(at - 1), chunks[at - 1].place == nil,
        tokens[chunks[at - 1].tokens.lowerBound].isCapital
      else { return false }
      return text(at - 2) == "&" || text(at - 1).hasSuffix("s") || words.branchEndings.contains { text(at - 1).hasSuffix($0) }
    }
  }

  /// European Patent Office in a list of places: a member, not a name.
  func isListMember(_ words: String, _ before: Int?) -> Bool {
    guard let before, words.first?.isUppercase ?? false else { return false }
    // China (+7.1%), the EPO (+1.3%): an abbreviation among places.
    if (2...5).contains(words.count), words.allSatisfy(\.isUppercase), statements[before].construction.hasSuffix("bracket") { return true }
    // Huawei topped the ranking with 5,071 applications, followed by Samsung (4,760) and LG (3,498).
    let isProper = words.split(separator: " ").allSatisfy {
      $0 == "&" || $0 == "and" || $0.first.map { $0.isUppercase || $0.isNumber } ?? false
    }
    if isProper, statements[before].kind == .level,
      (sentence.lowerBound..<sentence.upperBound).contains(where: { text($0) == "followed" || text($0) == "ahead" })
    {
      return true
    }
    guard let owner = statements[before].owner else { return false }
    switch owner {
    case .named, .place: return statements[before].kind == .level && chunks.indices.contains(sentence.lowerBound)
    case .same: return false
    }
  }
}
