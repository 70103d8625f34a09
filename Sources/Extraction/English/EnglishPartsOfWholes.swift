import Indicators

/// Shares whose part stands behind the number, or goes on from the whole before: 38% of whom were women, 24.1% of enterprises used AI.
extension EnglishParser {
  /// employed 6,140 people, 38% of whom were women: who they are, of those just counted.
  func partOfWhom(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.next) == "of", text(around.next + 1) == "whom", ["were", "are", "was", "is"].contains(text(around.next + 2)),
      let level = statements[firstOfSentence...].lastIndex(where: { $0.kind == .level && $0.role == .main }),
      let noun = noun(after: around.next + 2), !noun.name.words.isEmpty
    else { return nil }
    var statement = statement(.share, .own(noun.name.words), around)
    (statement.scope, statement.owner) = (wordsOf(level), .same(level))
    return statement
  }

  /// Of the total, 61 percent was transshipment: the kind behind the verb, of the level told before.
  func kindOfTotal(_ around: EnglishSurroundings) -> Statement? {
    let start = sentence.lowerBound
    guard text(start) == "of", around.clause == around.lead, around.clause > start + 1, around.clause - start <= 5,
      chunks[around.clause - 1].border == .comma,
      ((start + 1)..<(around.clause - 1)).allSatisfy({
        isWord($0)
          && (words.emptyNouns.contains(text($0)) || ["the", "this", "that", "these", "those", "overall", "all"].contains(text($0)))
      }),
      ["was", "were", "is", "are"].contains(text(around.next)), let noun = noun(after: around.next), !noun.name.words.isEmpty,
      let level = statements.indices.last(where: { statements[$0].kind == .level && statements[$0].role == .main })
    else { return nil }
    var statement = statement(.share, .own(noun.name.words), around)
    (statement.scope, statement.owner) = (wordsOf(level), noun.name.area.map { .named($0) } ?? .same(level))
    return statement
  }

  /// Revenue came to 241.7 million, of which nearly 16 per cent was spent on systems: a share of the level before.
  func percentOfWhich(_ around: EnglishSurroundings) -> Statement? {
    if text(sentence.lowerBound) == "of", isPronominal(sentence.lowerBound + 1), chunks.indices.contains(sentence.lowerBound + 2),
      chunks[sentence.lowerBound + 2].border == .comma, around.clause == sentence.lowerBound + 3, around.lead == around.clause
    {
      // Of these, 38% said they would like to work more.
      guard let level = statements.indices.last(where: { statements[$0].role == .main }) else {
        return statement(.share, nameBefore.map { .own($0) } ?? .inherited, around)
      }
      var statement = statement(.share, .same(level), around)
      statement.scope = wordsOf(level)
      return statement
    }
    guard text(around.clause) == "of", isPronominal(around.clause + 1), let lastLevel else { return nil }
    var statement = statement(.share, .same(lastLevel), around)
    if case .own(let words) = statements[lastLevel].head { statement.scope = words }
    return statement
  }

  /// sales of $4.1 billion, of which online sales made up 12.6%: the part has a name of its own, the whole is the level before.
  func partOfWhich(_ around: EnglishSurroundings) -> Statement? {
    guard text(around.clause) == "of", ["which", "these", "those"].contains(text(around.clause + 1)), let lastLevel,
      let predicate = firstPredicate(around.clause..<max(around.clause, around.lead)), predicate > around.clause + 2,
      let name = name((around.clause + 2)..<predicate), !name.words.isEmpty
    else { return nil }
    var statement = statement(.share, .own(name.words), around)
    statement.owner = name.area.map { .named($0) }
    statement.scope = statements[lastLevel].head.words ?? wordsOf(lastLevel)
    return statement
  }

  /// In 88 per cent of cases the goods were destroyed; in 6 per cent a court was called: a further share of the whole just told of.
  func furtherSetting(_ around: EnglishSurroundings) -> Statement? {
    guard around.preposition == "in", around.prepositionIndex - around.clause <= 1, let last = statements.indices.last,
      last >= firstOfSentence, statements[last].kind == .share, statements[last].scope != nil, text(around.next) != "of"
    else { return nil }
    var statement = statement(.share, .same(last), around)
    statement.scope = statements[last].scope
    return statement
  }

  /// Europe and Africa received 17.2% and 2.6%; and the remaining 81.9% in the private sector: a further share of the whole just told of.
  func furtherShare(_ around: EnglishSurroundings) -> Statement? {
    guard let last = statements.lastIndex(where: { $0.role == .main && $0.kind != .change }), statements[last].kind == .share,
      let whole = statements[last].scope
    else { return nil }
    if clauseOpens(around) || around.clause == around.lead || around.lead == around.clause + 1,
      ["came", "come", "comes", "originated"].contains(text(around.next)),
      text(around.next + 1) == "from", sentence.contains(around.next + 2), let told = wordsOf(last)
    {
      // while 57% came from outside Europe: of the same whole.
      let end = ((around.next + 2)..<sentence.upperBound).first { chunks[$0].border != nil || chunks[$0].isFigure } ?? sentence.upperBound
      let origin = Array((around.next + 2)..<end)
      var statement = statement(.share, .own(told + " from " + join(origin)), around)
      if let place = origin.first(where: { text($0) != "the" }), chunks[place].place != nil, origin.last == place {
        (statement.head, statement.owner) = (.own(told), .named(placeName(place)))
      } else if isOfBody, let body {
        statement.owner = .named(body)
      }
      statement.scope = whole
      return statement
    }
    if last >= firstOfSentence, around.lead > around.clause, (around.clause..<around.index).contains(where: { text($0) == "remaining" }) {
      var head = Head.same(last)
      if text(around.next) == "in", let words = wordsOf(last)?.split(separator: " "), let before = words.firstIndex(of: "in"),
        let noun = noun(after: around.next), !noun.name.words.isEmpty
      {
        head = .own((words[...before] + [Substring(noun.name.words)]).joined(separator: " "))
      }
      var statement = statement(.share, head, around)
      statement.scope = whole
      return statement
    }
    guard let predicate = firstPredicate(around.clause..<max(around.clause, around.lead)), words.actions.contains(text(predicate)),
      around.preposition.isEmpty || around.preposition == "and", noun(after: around.index) == nil,
      let subject = name(around.clause..<predicate), subject.area != nil || respective[around.index] != nil
    else { return nil }
    var statement = statement(.share, .same(last), around)
    statement.owner = subject.area.map { .named($0) }
    statement.scope = whole
    return statement
  }

  /// 35.9% of total allocations went to research, 22% of applications were filed by individuals: the number opens its clause, the
  /// whole stands behind it, and the rest says which part.
  func inverted(_ around: EnglishSurroundings, scope: (words: String, noun: EnglishName?)?) -> Statement? {
    guard let scope, let noun = scope.noun, !noun.words.isEmpty, clauseOpens(around) else { return nil }
    // amounted to 118 million, or 14.5% of revenue: the level right before, in parts of another.
    if around.preposition == "or", lastLevel != nil { return nil }
    var verb = around.next
    while verb < sentence.upperBound, chunks[verb].border == nil,
      !["went", "goes", "go", "came", "comes", "come", "were", "was", "are", "is"].contains(text(verb)), !actsBehind(verb, of: around)
    { verb += 1 }
    // expenses were $70.1 million, 17.0% of revenue: the level right before, where nothing else is said of the part.
    if verb >= sentence.upperBound || chunks[verb].border != nil, lastLevel != nil, around.clause > sentence.lowerBound + 1,
      chunks[around.clause - 1].border == .comma, chunks[around.clause - 2].isFigure
    {
      return nil
    }
    var name = withoutParticiple(noun.words)
    if verb < sentence.upperBound, actsBehind(verb, of: around) {
      // 24.1% of EU enterprises used artificial intelligence: those who do.
      name += " that " + doing(from: verb)
    }
    if verb < sentence.upperBound, chunks[verb].border == nil {
      var end = verb + 1
      while end < sentence.upperBound, chunks[end].border == nil, !chunks[end].isFigure || countsGroup(end), chunks[end].time == nil,
        !["with", "and", "while", "compared", "up", "down"].contains(text(end))
      { end += 1 }
      let rest = Array((verb + 1)..<end)
      if ["went", "goes", "go"].contains(text(verb)), rest.first.map({ text($0) == "to" }) ?? false,
        let part = self.name((verb + 2)..<max(verb + 2, end)), !part.words.isEmpty
      {
        name = part.words
      } else if let first = rest.first, text(first) == "spent" || text(first) == "used", rest.count > 2,
        let part = self.name((verb + 3)..<end), !part.words.isEmpty
      {
        name = part.words
      } else if let first = rest.first, text(first).hasSuffix("ed"), rest.count > 2,
        ["by", "in", "from", "to", "on", "for", "with", "as"].contains(text(rest[1]))
      {
        name += " " + join(rest)
      } else if let first = rest.first, rest.count > 1, ["outside", "inside", "within", "without", "under", "over"].contains(text(first)) {
        // 43.2% of births were outside marriage
        name += " " + join(rest)
      } else if ["came", "comes", "come"].contains(text(verb)), rest.count > 1, text(rest[0]) == "from" {
        if let place = self.name((verb + 2)..<max(verb + 2, end)), place.words.isEmpty, let origin = place.area {
          // 45% of designs came from Europe: Europe's.
          var statement = statement(.share, .own(name), around)
          (statement.owner, statement.scope) = (.named(origin), scope.words)
          return statement
        }
        name += " " + join(rest)
      }
    }
    var statement = statement(.share, .own(name), around)
    statement.owner = noun.area.map { .named($0) }
    statement.scope = scope.words
    return statement
  }

  /// Whether a word behind a share of a whole is the verb of what that part does: 24.1% of enterprises with so many employees used AI.
  func actsBehind(_ index: Int, of around: EnglishSurroundings) -> Bool {
    guard isWord(index), index > around.next + 1, !tokens[chunks[index].tokens.lowerBound].isCapital,
      words.actions.contains(text(index)) || takesObject(index), !isParticiple(index), !isAttribute(index), !isNominal(index)
    else { return false }
    return sentence.contains(index + 1) && chunks[index + 1].border == nil && !chunks[index + 1].isFigure
  }

  /// A verb and its object, up to what tells when, where or against what.
  func doing(from verb: Int) -> String {
    var end = verb + 1
    while end < sentence.upperBound, chunks[end].border == nil, !chunks[end].isFigure, chunks[end].time == nil, chunks[end].place == nil,
      !["while", "and", "compared", "up", "down", "than", "against", "which", "but", "whereas", "followed"].contains(text(end))
    {
      if case .basis = chunks[end].kind { break }
      end += 1
    }
    while end > verb + 1, ["in", "on", "by", "at", "of", "for", "during", "as", "from", "the"].contains(text(end - 1)) { end -= 1 }
    return join(Array(verb..<end))
  }

  /// 13.6% of enterprises used text mining, and 10.9% used AI for pictures: a further part of the whole just told of, by what it does.
  func partThatActs(_ around: EnglishSurroundings) -> Statement? {
    let verb = around.next
    guard clauseOpens(around), around.preposition.isEmpty || around.preposition == "and", isWord(verb), text(verb).hasSuffix("ed"),
      words.actions.contains(text(verb)) || takesObject(verb), sentence.contains(verb + 1), chunks[verb + 1].border == nil,
      chunks[verb + 1].isWord || chunks[verb + 1].place != nil
    else { return nil }
    if let setting = name(sentence.lowerBound..<around.clause), text(sentence.lowerBound) == "among", !setting.words.isEmpty {
      // Among large enterprises, 58.2% used AI.
      var statement = statement(.share, .own(setting.words + " that " + doing(from: verb)), around)
      (statement.scope, statement.owner) = (setting.words, setting.area.map { .named($0) })
      return statement
    }
    guard let before = statements.lastIndex(where: { $0.role == .main && $0.kind != .change }), statements[before].kind == .share,
      let whole = statements[before].scope
    else { return nil }
    var statement = statement(.share, .own(whole + " that " + doing(from: verb)), around)
    statement.scope = whole
    return statement
  }
}
