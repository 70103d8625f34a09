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
    /// 14th consecutive year; the unit in the singular.
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
    chunker.leaveThresholds()
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

  /// enterprises with 10 or more employees: the bound of a group of those counted is no figure.
  private mutating func leaveThresholds() {
    for index in chunks.indices.dropFirst(2) {
      if let quantity = chunks[index].quantity, quantity.measure == .count, quantity.unit.isEmpty, chunks.indices.contains(index + 1),
        tokens[chunks[index - 1].tokens.lowerBound].kind == .possessive, text(chunks[index + 1].tokens.lowerBound) == "member"
      {
        // the EPO’s 39 member states: which they are, and no figure.
        chunks[index].kind = .word
        continue
      }
      guard let quantity = chunks[index].quantity, quantity.measure == .count, chunks.indices.contains(index + 1), chunks[index + 1].isWord
      else { continue }
      var with = index - 1
      let isBound = quantity.qualifier != .exactly || words.before.match(tokens, at: chunks[with].tokens.lowerBound) != nil
      while with > 0, index - with < 4, text(chunks[with].tokens.lowerBound) != "with", chunks[with].isWord { with -= 1 }
      guard with > 0, text(chunks[with].tokens.lowerBound) == "with",
        isBound || index - with > 1 && ["than", "least", "most", "over", "under"].contains(text(chunks[index - 1].tokens.lowerBound)),
        words.actors.contains(text(chunks[with - 1].tokens.lowerBound))
      else { continue }
      chunks[index].kind = .word
    }
  }

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
      // grew by 630 to 11,420: the same of counts, where the second is many times the first.
      if joint == "to", before == "by", first.measure == .count, second.number.doubleValue > 3 * first.number.doubleValue { continue }
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

  /// -£1.9 billion: the sign stands before the currency, behind a blank.
  private func isMinus(_ index: Int) -> Bool {
    let place = tokens[index].range
    guard tokens.indices.contains(index + 2), words.currencySigns.contains(text(index + 1)), tokens[index + 2].number != nil,
      tokens[index + 1].range.lowerBound == place.upperBound, tokens[index + 2].range.lowerBound == tokens[index + 1].range.upperBound
    else { return false }
    return place.lowerBound == 0 || written[place.lowerBound - 1].isBlank || written[place.lowerBound - 1] == "("
  }

  private mutating func read(at index: Int) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .dash where isMinus(index):
      if let (found, range) = quantity(at: index + 1) {
        var debt = found
        debt.number = found.number.negated
        debt.isSigned = true
        return add(.quantity(debt), index..<range.upperBound)
      }
      return add(.border(token.kind), index..<(index + 1))
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

  func place(at index: Int) -> (PlaceID, end: Int)? {
    guard tokens[index].isCapital || tokens[index].text == "the" || tokens[index].text == "euro" || tokens[index].text == "eurozone" else {
      return nil
    }
    // the Republic of Ireland
    if text(index + 1) == "of", words.republics.contains(text(index)), tokens.indices.contains(index + 2), let inner = place(at: index + 2)
    {
      return inner
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
    // European Union Intellectual Property Office: an organisation by its name.
    let name = tokens[index...].prefix(8).prefix { $0.isWord && ($0.isCapital || ["of", "and", "for"].contains($0.text)) }
    if name.count > end - index, let last = name.last(where: { $0.isCapital }),
      case let full = String(scalars: written[start..<last.range.upperBound]),
      words.organisations.contains(initials(of: full))
    {
      return nil
    }
    // the EU Harmonised Index of Consumer Prices, told by a member: a measure by its name.
    if gazetteer.level(of: place) == .group,
      tokens[end...].prefix(3).prefix(while: { $0.isWord && $0.isCapital }).contains(where: { words.namedMeasures.contains($0.text) })
    {
      return nil
    }
    // China Mobile, Japan Customs: a body that bears a place is itself.
    if end < tokens.count, tokens[end].isWord, tokens[end].isCapital, words.bodiesOfPlaces.contains(tokens[end].text) { return nil }
    return (place, end)
  }
}

/// euipo of European Union Intellectual Property Office, in small letters.
func initials(of name: String) -> String {
  String(name.split(separator: " ").compactMap(\.first).filter(\.isUppercase)).lowercased()
}
