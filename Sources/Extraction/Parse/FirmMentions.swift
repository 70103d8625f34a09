import Articles
import Lingua

/// Companies by the short names that the press calls them by, and what is said of companies of a kind or of a market together.
extension SentenceParser {
  /// 远潍动力实现净利润…: a name that opens a clause, which no dictionary has but for the line of business it ends in, before a verb, in
  /// a sentence that tells what accounts tell.
  func firm(at start: Int, before limit: Int) -> String? {
    let first = block.tokens[start].range.lowerBound
    guard let last = block.tokens[..<min(limit, block.clauseEnd[start])].last, tellsAccounts else { return nil }
    let end = min(last.range.upperBound, first + Self.longestLookahead)
    guard end > first else { return nil }
    let text = block.written[first..<end].map(\.halfWidth.simplified)
    let words = language.words.words(in: text, range: 0..<text.count)
    for (index, word) in words.enumerated() where index > 0 && word.range.upperBound <= Self.longestName && index + 1 < words.count {
      let ending = String(scalars: text[word.range])
      let isName = language.measures.firmEndings.contains(ending)
      guard isName || language.measures.linesOfBusiness.contains(ending), word.range.upperBound >= 4 else { continue }
      let own = words[..<index]
      // 工程机械, 清洁能源: words that everyone uses are a branch of business.
      let isUnknown = own.count > 1 && own.allSatisfy { $0.partOfSpeech == nil || $0.range.count == 1 }
      guard isUnknown || isName && own.allSatisfy({ !($0.partOfSpeech?.isVerbal ?? false) }), isVerb(words[index + 1], in: text) else {
        continue
      }
      return String(scalars: block.written[first..<(first + word.range.upperBound)])
    }
    return nil
  }

  private static let longestLookahead = 14
  private static let longestName = 6

  /// A verb, an adverb, a time, a comma or what accounts tell stands behind a name.
  private func isVerb(_ word: Lexicon.Word, in text: [Unicode.Scalar]) -> Bool {
    switch word.partOfSpeech {
    case .verb, .adverb, .time: return true
    default: break
    }
    let words = String(scalars: text[word.range])
    return language.measures.accounts.contains(words) || prose.clauses.ofAccounts.contains(words)
      || text[word.range].allSatisfy(\.isDigit)
  }

  /// Whether the sentence tells what stands in accounts.
  private var tellsAccounts: Bool {
    let words = block.plain(sentence.prefix(Self.longestSentence))
    return language.measures.accounts.contains { words.contains($0) }
  }
  private static let longestSentence = 120

  /// 产险公司, 先进制造行业公司, 上市证券公司: companies of a kind, none of which it names.
  ///
  /// - Parameter name: half-width and simplified.
  func namesKindOfCompanies(_ name: String) -> Bool {
    guard prose.bodies.companyEnds.contains(where: { name.hasSuffix($0) }),
      !prose.bodies.ownCompanyEnds.contains(where: { name.hasSuffix($0) })
    else { return false }
    var rest = Substring(name.dropLast(2))
    if let whole = prose.bodies.wholePlaces.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(whole.count) }
    guard !rest.isEmpty, rest.count <= 10 else { return false }
    while let kind = language.measures.kindsOfCompanies.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(kind.count) }
    return rest.isEmpty
  }

  /// 先进制造行业公司 of 先进制造行业公司实现营业收入…: companies of a kind that open the clause in front of a token.
  func kindOfCompanies(openingClauseOf token: Int?) -> String? {
    guard let token else { return nil }
    var start = block.clauseStart[token]
    while start < token, block.tokens[start].time != nil || block.tokens[start].has([.within, .marker, .conjunction]) { start += 1 }
    guard start < token,
      let end = (start..<min(start + 6, token)).last(where: { block.ends($0..<($0 + 1), inOneOf: prose.bodies.plainCompanies) }),
      namesKindOfCompanies(block.plain(start..<(end + 1)))
    else { return nil }
    return block.string(start..<(end + 1))
  }

  /// 深市, 沪市公司: the market whose companies are told of together, which opens a clause.
  mutating func market(at index: Int) -> String? {
    let words = block.plain(index..<min(index + 3, block.tokens.count))
    guard let market = language.measures.markets.first(where: { words.hasPrefix($0) }) else { return nil }
    // 创业板公司净利润: the companies are those of the market.
    if let companies = (index..<min(index + 3, block.clauseEnd[index])).first(where: {
      prose.bodies.listedFirms.contains(block.plain($0..<($0 + 1)))
    }), block.plain(index..<companies) == market {
      bodyTokens = index..<(companies + 1)
    }
    return market
  }
}
