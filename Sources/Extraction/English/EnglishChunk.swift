import Articles
import Indicators
import Lingua

/// A piece of an English sentence: a word, or several tokens that mean one thing.
struct EnglishChunk: Sendable {
  enum Kind: Sendable {
    case word
    case quantity(EnglishQuantity)
    /// two thirds, one in five
    case fraction(ExactNumber)
    /// third, No. 2, the third-largest, top five
    case position(Int, isRange: Bool)
    /// 14th consecutive year; the unit is that of the annotation guidelines.
    case run(Int, unit: String)
    case time(TimeExpression)
    /// a year earlier, month-on-month
    case basis(BasisMention)
    case place(PlaceID)
    case border(EnglishToken.Kind)
  }
  var kind: Kind
  /// Token indices.
  var tokens: Range<Int>

  var quantity: EnglishQuantity? { if case .quantity(let quantity) = kind { quantity } else { nil } }
  var time: TimeExpression? { if case .time(let time) = kind { time } else { nil } }
  var place: PlaceID? { if case .place(let place) = kind { place } else { nil } }
  var border: EnglishToken.Kind? { if case .border(let border) = kind { border } else { nil } }
  var isWord: Bool { if case .word = kind { true } else { false } }
  /// Whether a figure is read from it.
  var isFigure: Bool {
    switch kind {
    case .quantity, .fraction, .position, .run: true
    default: false
    }
  }
}

/// A number with its unit.
struct EnglishQuantity: Hashable, Sendable {
  enum Measure: Hashable, Sendable {
    /// Things that are counted; their noun may follow.
    case count
    case money, physical, percent, points, times
  }
  var number: ExactNumber
  /// As the annotation guidelines write it: the multiplier and the measure, `$ billion`, `million`, `%`; empty for a bare count.
  var unit: String
  var measure: Measure
  var isSigned: Bool
  var qualifier: Observation.Qualifier
  /// The second number of a range: 8% to 10%.
  var isRangeEnd = false
}

/// Joins tokens to chunks.
struct EnglishChunker {
  let tokens: [EnglishToken]
  let written: [Unicode.Scalar]
  let words: EnglishWords
  let gazetteer: Gazetteer
  private var chunks: [EnglishChunk] = []

  static func chunks(of tokens: [EnglishToken], written: [Unicode.Scalar], _ language: EnglishKnowledge) -> [EnglishChunk] {
    var chunker = EnglishChunker(tokens: tokens, written: written, words: language.words, gazetteer: language.gazetteer)
    var index = 0
    while index < tokens.count { index = chunker.read(at: index) }
    chunker.joinQuoted()
    chunker.joinRanges()
    return chunker.chunks
  }

  private init(tokens: [EnglishToken], written: [Unicode.Scalar], words: EnglishWords, gazetteer: Gazetteer) {
    self.tokens = tokens
    self.written = written
    self.words = words
    self.gazetteer = gazetteer
  }

  private mutating func add(_ kind: EnglishChunk.Kind, _ range: Range<Int>) -> Int {
    chunks.append(EnglishChunk(kind: kind, tokens: range))
    return range.upperBound
  }

  func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

  /// Chunks between two quotation marks, at most, that can be a name.
  private static let longestQuotedName = 24

  /// exports of “electrical machinery, apparatus and appliances”: the commas of a quoted name end no clause.
  private mutating func joinQuoted() {
    var open: Int?
    for index in chunks.indices {
      switch chunks[index].kind {
      case .border(.quote):
        if let start = open, index - start <= Self.longestQuotedName {
          for at in start...index where chunks[at].border == .comma || chunks[at].border == .quote { chunks[at].kind = .word }
          open = nil
        } else {
          open = index
        }
      case .border(.stop), .border(.colon): open = nil
      case .word: if words.links.contains(text(chunks[index].tokens.lowerBound)) { open = nil }
      case .quantity, .fraction, .position, .run: open = nil
      default: break
      }
    }
  }

  /// 8% to 10%, 2-3 million, between 5 and 7 tonnes: the first number takes the unit of the second, and both tell how they bound.
  private mutating func joinRanges() {
    for index in chunks.indices.dropLast(2) {
      guard var first = chunks[index].quantity, var second = chunks[index + 2].quantity, !second.isSigned,
        first.number.doubleValue < second.number.doubleValue
      else { continue }
      let joint = text(chunks[index + 1].tokens.lowerBound)
      let before = index > 0 ? text(chunks[index - 1].tokens.lowerBound) : ""
      let isRange = chunks[index + 1].border == .dash || joint == "to" && before != "from" || joint == "and" && before == "between"
      // shortened by 1.4 months to 11.6 months: a change and the level it reached.
      guard isRange, joint != "to" || first.unit.isEmpty || first.measure == .percent,
        first.unit == second.unit || first.measure == .count && first.unit.isEmpty && chunks[index].tokens.count == 1
          || first.measure == .money && second.unit.hasSuffix(first.unit)
      else { continue }
      if first.unit != second.unit {
        first.unit = first.measure == .money ? first.unit + second.unit : second.unit
        first.measure = first.measure == .money ? .money : second.measure
        if first.measure == .money { second.unit = first.unit }
      }
      (first.qualifier, second.qualifier, second.isRangeEnd) = (.atLeast, .atMost, true)
      (chunks[index].kind, chunks[index + 2].kind) = (.quantity(first), .quantity(second))
    }
  }

  private mutating func read(at index: Int) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .comma, .semicolon, .colon, .dash, .open, .close, .quote, .stop: return add(.border(token.kind), index..<(index + 1))
    case .possessive: return add(.word, index..<(index + 1))
    case .word, .number: break
    }
    if let (time, end) = time(at: index) { return add(.time(time), index..<end) }
    if let (basis, end) = basis(at: index) { return add(.basis(basis), index..<end) }
    if let (count, unit, end) = run(at: index) { return add(.run(count, unit: unit), index..<end) }
    if let (place, isRange, end) = position(at: index) { return add(.position(place, isRange: isRange), index..<end) }
    if let (value, end) = fraction(at: index) { return add(.fraction(value), index..<end) }
    if let (quantity, range) = quantity(at: index) { return add(.quantity(quantity), range) }
    if let (place, end) = place(at: index) { return add(.place(place), index..<end) }
    return add(.word, index..<(index + 1))
  }

  // MARK: Places

  private func place(at index: Int) -> (PlaceID, end: Int)? {
    guard tokens[index].isCapital || tokens[index].text == "the" || tokens[index].text == "euro" || tokens[index].text == "eurozone" else {
      return nil
    }
    let start = tokens[index].range.lowerBound
    guard let match = gazetteer.longestMatch(in: written, at: start, limit: min(written.count, start + 60)), !match.isOrdinaryWord,
      let place = gazetteer.place(of: match)
    else { return nil }
    var end = index
    while end < tokens.count, tokens[end].range.lowerBound < start + match.length { end += 1 }
    // EU27 and EU28 are places with a number; US in a word of other capitals is none.
    guard let last = tokens[..<end].last, last.range.upperBound >= start + match.length else { return nil }
    let rest = written[(start + match.length)..<last.range.upperBound]
    guard rest.count <= 2, rest.allSatisfy(\.isDigit) else { return nil }
    // Northern Cyprus, South Wales: what a word of direction parts off is another place than the whole.
    if index > 0, tokens[index - 1].isCapital, words.directions.contains(text(index - 1)), tokens[index - 1].range.upperBound + 1 == start {
      return nil
    }
    // Bank of England, University of Wales
    if text(index - 1) == "of", index > 1, tokens[index - 2].isCapital,
      ["bank", "university", "college", "academy", "institute", "airport", "port"].contains(text(index - 2))
    {
      return nil
    }
    // China Mobile, Japan Customs: a body that bears a place is itself.
    if end < tokens.count, tokens[end].isWord, tokens[end].isCapital, Self.bodies.contains(tokens[end].text) { return nil }
    return (place, end)
  }
  private static let bodies: Set<String> = [
    "customs", "university", "bureau", "court", "administration", "securities", "daily", "council", "institute", "academy", "association",
    "airlines", "airport", "bank", "mobile", "telecom", "holdings", "group", "corporation", "company",
  ]

  // MARK: Positions and runs

  /// 14th consecutive year, three straight quarters, ten years in a row.
  private func run(at index: Int) -> (Int, unit: String, end: Int)? {
    var count = words.ordinal(text(index)) ?? words.numbers.match(tokens, at: index).map(\.value)
    if count == nil, let number = tokens[index].number, number.scale == 0 { count = Int(exactly: number.significand) }
    guard let count, count > 1, count < 1_000 else { return nil }
    if let run = words.runs.match(tokens, at: index + 1) {
      var unit = index + 1 + run.count
      if ["annual", "monthly", "quarterly"].contains(text(unit)) {
        return (count, ["annual": "年", "monthly": "月", "quarterly": "季度"][text(unit)] ?? "年", unit + 1)
      }
      if !isPeriod(unit), isPeriod(unit + 1) { unit += 1 }
      return isPeriod(unit) ? (count, periodUnit(unit), unit + 1) : nil
    }
    guard isPeriod(index + 1), let run = words.runs.match(tokens, at: index + 2) else { return nil }
    return (count, periodUnit(index + 1), index + 2 + run.count)
  }

  private func isPeriod(_ index: Int) -> Bool { ["year", "years", "month", "months", "quarter", "quarters"].contains(text(index)) }
  private func periodUnit(_ index: Int) -> String { text(index).hasPrefix("month") ? "月" : text(index).hasPrefix("quarter") ? "季度" : "年" }

  /// third after a verb of rank, third-largest, No. 2, second place; top five.
  private func position(at index: Int) -> (Int, isRange: Bool, end: Int)? {
    let word = text(index)
    if word == "no", text(index + 1) == "." || tokens.indices.contains(index + 1) && tokens[index + 1].number != nil {
      let at = text(index + 1) == "." ? index + 2 : index + 1
      guard tokens.indices.contains(at), let number = tokens[at].number, number.scale == 0, let place = Int(exactly: number.significand),
        (1...1_000).contains(place),
        index == 0
          || ["ranked", "ranks", "ranking", "the", "as", "is", "was", "remained", "at", "to", "stood", "world's", "country's", "'s"]
            .contains(text(index - 1))
      else { return nil }
      return (place, false, at + 1)
    }
    if let dash = word.firstIndex(of: "-"), let place = words.ordinal(String(word[..<dash])),
      words.superlatives.contains(String(word[word.index(after: dash)...])), place < 1_000
    {
      return (place, false, index + 1)
    }
    if word == "number", let place = small(index + 1), (1...20).contains(place),
      ["in", "for", "worldwide", "globally", "by", "among", ".", ",", ""].contains(text(index + 2)),
      [
        "the", "it", "us", "them", "as", "at", "to", "is", "was", "are", "ranked", "ranks", "remained", "remains", "became", "becoming",
        "stayed", "still", "'s",
      ].contains(text(index - 1))
    {
      // making it number two in the market
      return (place, false, index + 2)
    }
    guard let place = words.ordinal(word), place < 1_000 else { return nil }
    // second only to, second largest, second place, ranked second
    if words.superlatives.contains(text(index + 1)) { return (place, false, index + 2) }
    if words.rankNouns.contains(text(index + 1)), !["of"].contains(text(index + 2)) { return (place, false, index + 2) }
    // from fourth to first position, from 12th to ninth
    if text(index - 1) == "from", text(index - 2) == "up" || text(index - 2) == "down" { return (place, false, index + 1) }
    // slipped one place to seventh, rose to third
    if text(index - 1) == "to",
      ["place", "places", "spot", "spots", "position", "positions"].contains(text(index - 2)) || words.rankVerbs.contains(text(index - 2))
        || words.fall.contains(text(index - 2)), !isPeriod(index + 1), !words.rankNouns.contains(text(index + 1))
    {
      return (place, false, index + 1)
    }
    if text(index - 1) == "from", text(index + 1) == "to", words.ordinal(text(index + 2)) != nil { return (place, false, index + 1) }
    if text(index - 1) == "to", words.ordinal(text(index - 2)) != nil, text(index - 3) == "from" { return (place, false, index + 1) }
    // it had stood only eleventh
    let before = ["only", "just", "still", "joint"].contains(text(index - 1)) ? text(index - 2) : text(index - 1)
    guard words.rankVerbs.contains(before), !isPeriod(index + 1), !["half", "time", "quarter", "month"].contains(text(index + 1)) else {
      return nil
    }
    return (place, false, index + 1)
  }

  // MARK: Fractions

  private func fraction(at index: Int) -> (ExactNumber, end: Int)? {
    if let found = outOf(index) { return found }
    guard let found = words.fractions.match(tokens, at: index), let value = ExactNumber(found.value) else { return nil }
    let end = index + found.count
    // more than a quarter (27.1%) of them
    if text(end) == "(", tokens.indices.contains(end + 1), tokens[end + 1].number != nil, words.percent.match(tokens, at: end + 2) != nil {
      return (value, end)
    }
    // rose by a third to 612, has fallen by more than a quarter
    if (1...4).contains(where: {
      text(index - $0) == "by"
        && (index - $0 + 1..<index).allSatisfy {
          ["more", "less", "than", "nearly", "almost", "about", "around", "over", "roughly", "some", "approximately"].contains(text($0))
        }
    }) {
      return (value, end)
    }
    if text(index) == "a", ["half", "quarter"].contains(text(index + 1)), text(end) != "of" { return nil }
    if text(index) == "half",
      !["of", "the", "were", "was", "came", "are"].contains(text(end)) || ["first", "second", "last", "that"].contains(text(index - 1))
    {
      return nil
    }
    guard
      ["of", "the", "came", "come", "were", "are", "went", "was", "is", "said", "say", "had", "have", "lower", "higher", "more", "less"]
        .contains(text(end))
    else { return nil }
    return (value, end)
  }

  /// three out of five applicants, one in eight inventors, 2 in 10 firms.
  private func outOf(_ index: Int) -> (ExactNumber, end: Int)? {
    let isOut = text(index + 1) == "out" && text(index + 2) == "of"
    guard isOut || text(index + 1) == "in", let part = small(index), let whole = small(index + (isOut ? 3 : 2)), part < whole,
      (2...100).contains(whole), let value = ExactNumber("\(part)/\(whole)")
    else { return nil }
    let end = index + (isOut ? 4 : 3)
    guard tokens.indices.contains(end), tokens[end].isWord, words.multipliers[text(end)] == nil,
      words.percent.match(tokens, at: end) == nil, words.measures.match(tokens, at: end) == nil
    else { return nil }
    return (value, end)
  }

  // MARK: Quantities

  private func quantity(at index: Int) -> (EnglishQuantity, Range<Int>)? {
    var number: ExactNumber
    var isSigned = false
    var at = index
    var currency = ""
    if isCurrencySign(index), tokens.indices.contains(index + 1), tokens[index + 1].number != nil {
      currency = String(scalars: written[tokens[index].range])
      at = index + 1
    }
    var end = at + 1
    var isWritten = false
    switch tokens[at].kind {
    case .number(let read, let signed): (number, isSigned) = (read, signed)
    case .word:
      guard let small = words.numbers.match(tokens, at: at), small.value != 2 || text(at) != "twice" || text(at - 1) != "once" else {
        return nil
      }
      number = ExactNumber(small.value)
      end = at + small.count
      isWritten = true
    default: return nil
    }
    if isPartOfName(index) { return nil }
    var unit: [String] = []
    var measure = EnglishQuantity.Measure.count
    if !currency.isEmpty {
      measure = .money
      unit.append(currency)
    }
    if let power = words.multipliers[text(end)], power > 0, isGluedOrWord(end) {
      unit.append(text(end))
      end += 1
    }
    if let points = words.points.match(tokens, at: end) {
      (measure, unit) = (.points, ["percentage points"])
      end += points.count
    } else if let percent = words.percent.match(tokens, at: end) {
      (measure, unit) = (.percent, ["%"])
      end += percent.count
      if ["point", "points"].contains(text(end)) {
        (measure, unit) = (.points, ["percentage points"])
        end += 1
      }
    } else if words.times.contains(text(end)) || text(end) == "-fold" {
      (measure, unit) = (.times, ["times"])
      end += 1
    } else if words.currencies.contains(text(end)), currency.isEmpty {
      measure = .money
      unit.append(text(end))
      end += 1
    } else if let physical = words.measures.match(tokens, at: end), currency.isEmpty {
      measure = .physical
      unit.append(physical.value)
      end += physical.count
    }
    if text(end) == "-", text(end + 1) == "fold" {
      (measure, unit) = (.times, ["times"])
      end += 2
    }
    if number.significand == 2, text(at) == "twice" {
      guard ["the", "as", "that", "its", "what", "their"].contains(text(end)) else { return nil }
      (measure, unit) = (.times, ["times"])
    }
    if isWritten, measure == .count, unit.isEmpty, number.significand < 3 || isDetermined(index) || !isCountedNoun(at: end) { return nil }
    if measure == .physical, isAge(end) || isWritten && number.significand == 1 || isStretch(index, measured: text(end - 1)) { return nil }
    var qualifier = Observation.Qualifier.exactly
    if let found = words.after.match(tokens, at: end) { qualifier = found.value }
    return (
      EnglishQuantity(number: number, unit: unit.joined(separator: " "), measure: measure, isSigned: isSigned, qualifier: qualifier),
      index..<end
    )
  }

  private func isCurrencySign(_ index: Int) -> Bool { words.currencySigns.contains(text(index)) }

  /// m and k are multipliers only right after the digits.
  private func isGluedOrWord(_ index: Int) -> Bool {
    text(index).count > 2 || tokens[index].range.lowerBound == tokens[index - 1].range.upperBound || text(index) == "bn"
      || text(index) == "mn"
  }

  /// Page 3, Article 14, aged 15 to 24, flight 3: the number belongs to a name.
  private func isPartOfName(_ index: Int) -> Bool {
    let before = text(index - 1)
    if words.notFigures.contains(before) || isInListOfNumbers(index) { return true }
    if before == ".", text(index - 2) == "no" { return true }
    if isNumberOfName(index) || isInRowOfNumbers(index) || isNumberOfHeading(index) { return true }
    // aged 16 to 64, aged 15-24
    if ["to", "and", "-", "–", "or"].contains(before), tokens.indices.contains(index - 2), tokens[index - 2].number != nil,
      words.notFigures.contains(text(index - 3))
    {
      return true
    }
    if before == "under" || before == "over",
      ["aged", "people", "persons", "workers", "youth", "those", "women", "men", "(", "the"].contains(text(index - 2)),
      tokens[index].number.map({ $0.significand < 100 }) ?? false,
      [")", "and", ",", ".", "in", "was", "were"].contains(text(index + 1)), !words.percent.contains(text(index + 1))
    {
      return true
    }
    // 14:30, 3/4
    if before == ":" || before == "/", tokens.indices.contains(index - 2), tokens[index - 2].number != nil,
      tokens[index - 1].range.upperBound == tokens[index].range.lowerBound, !isCurrencySign(index)
    {
      return true
    }
    if [":", "/"].contains(text(index + 1)), tokens.indices.contains(index + 2), tokens[index + 2].number != nil { return true }
    return ["year-olds", "year-old"].contains(text(index + 1)) || text(index + 1).hasPrefix("year-old")
  }

  /// exhibits 3, 6, and 7; tables 4 to 6: a further number of things that go by numbers.
  private func isInListOfNumbers(_ index: Int) -> Bool {
    var at = index - 1
    while at > 0,
      tokens[at].kind == .comma || ["and", "to", "or", "-", "–"].contains(text(at))
        || tokens[at].number.map({ $0.scale == 0 && $0.significand < 1_000 }) ?? false
    { at -= 1 }
    return at >= 0 && at < index - 2 && tokens[at + 1].number != nil && words.numberedParts.contains(text(at))
  }

  /// +49 89 5550 1234, 2582 4691: numbers in a row are those of a telephone; a year may stand before a count.
  private func isInRowOfNumbers(_ index: Int) -> Bool {
    func touches(_ first: Int) -> Bool {
      guard tokens.indices.contains(first), tokens.indices.contains(first + 1), let number = tokens[first].number,
        let next = tokens[first + 1].number
      else { return false }
      return number.scale == 0 && next.scale == 0 && (0...1).contains(tokens[first + 1].range.lowerBound - tokens[first].range.upperBound)
    }
    return touches(index) && year(at: index) == nil || touches(index - 1) && (year(at: index - 1) == nil || touches(index - 2))
  }

  /// 1. Main points: the number of a heading stands first and has a full stop right behind it.
  private func isNumberOfHeading(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].number?.scale == 0, index == 0 || tokens[index - 1].kind == .stop,
      tokens.indices.contains(index + 1)
    else { return false }
    return tokens[index + 1].kind == .stop && tokens[index + 1].range.lowerBound == tokens[index].range.upperBound
  }

  /// Hall 3, Terminal 2: a small number behind a capital inside the sentence, with no noun behind it.
  private func isNumberOfName(_ index: Int) -> Bool {
    guard index > 1, tokens[index - 1].isWord, tokens[index - 1].isCapital, tokens[index - 2].kind != .stop,
      tokens[index - 1].text.count > 2,
      let number = tokens[index].number, number.scale == 0, number.significand < 1_000, !tokens[index].isSigned,
      words.months[text(index - 1)] == nil,
      gazetteer.longestMatch(in: written, at: tokens[index - 1].range.lowerBound, limit: tokens[index - 1].range.upperBound) == nil
    else { return false }
    guard tokens.indices.contains(index + 1) else { return true }
    return !tokens[index + 1].isWord && tokens[index + 1].number == nil
      || ["of", "in", "and", "at", "on", "to", "for", "was", "is", "has", "will", "with"].contains(text(index + 1))
  }

  /// the preceding three months, the previous 12 months, the same five days: a stretch of time, no length of anything.
  private func isStretch(_ index: Int, measured unit: String) -> Bool {
    ["months", "years", "quarters", "weeks", "days"].contains(unit)
      && ["preceding", "previous", "prior", "same", "last", "past", "first", "next", "following", "latest", "final", "these", "those"]
        .contains(text(index - 1))
  }

  private func isAge(_ end: Int) -> Bool { text(end) == "old" || text(end) == "of" && text(end + 1) == "age" }

  /// the five offices, these three sectors, the past ten: a number of things known, no count.
  private func isDetermined(_ index: Int) -> Bool {
    [
      "the", "these", "those", "its", "their", "all", "other", "top", "last", "past", "first", "next", "both", "between", "than", "of",
      "every", "any",
    ].contains(text(index - 1))
  }

  /// five companies, but not five of them, five and six.
  private func isCountedNoun(at index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].isWord else { return false }
    return ![
      "of", "in", "and", "or", "to", "on", "at", "the", "by", "for", "from", "as", "with", "other", "years", "days", "months", "weeks",
      "main", "major", "key", "aspects", "areas", "ways", "pillars", "parts", "different",
    ].contains(text(index))
  }
}
