import Articles
import Lingua

/// Headlines of news about one company: American firm Hollis’s posts net sales of $791.7 mn, Norrland’s revenue up 2%.
enum EnglishHeadlines {
  /// The company that a headline tells the accounts of, by the shortest name it has there.
  ///
  /// A name that no list has stands before a verb of reporting, or owns what accounts tell; the text names it again and says what is
  /// said of companies alone. London’s retail sales are those of a place.
  static func company(in title: String, opening: [[Unicode.Scalar]], _ language: EnglishKnowledge) -> String? {
    let text = Array(title.unicodeScalars)
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    guard let end = tokens.indices.first(where: { endsName($0, in: tokens, language.words) }), end > 0,
      tokens[end...].contains(where: { language.words.companyAccounts.contains($0.text) }),
      let name = name(before: end, in: tokens, text, language), let first = name.first, let last = name.last
    else { return nil }
    let words = String(scalars: text[first.range.lowerBound..<last.range.upperBound])
    return isCompany(first, told: opening, language) ? words : nil
  }

  /// posts, reports, logs; ’s before what accounts tell.
  private static func endsName(_ index: Int, in tokens: [EnglishToken], _ words: EnglishWords) -> Bool {
    if words.reports.contains(tokens[index].text) { return true }
    guard tokens[index].kind == .possessive else { return false }
    let behind = tokens[(index + 1)...].prefix(4)
    return behind.contains { words.companyAccounts.contains($0.text) } && !behind.contains { words.reports.contains($0.text) }
  }

  /// The capitals right before `end`, without what the company is said to be and where it is from.
  private static func name(
    before end: Int, in tokens: [EnglishToken], _ text: [Unicode.Scalar], _ language: EnglishKnowledge
  ) -> ArraySlice<EnglishToken>? {
    var start = end
    while start > 0,
      tokens[start - 1].isWord && (tokens[start - 1].isCapital || start < end && ["of", "and", "&"].contains(tokens[start - 1].text))
        || tokens[start - 1].kind == .possessive
    { start -= 1 }
    func isPlace(_ token: EnglishToken) -> Bool {
      language.words.demonyms[token.text] != nil
        || language.gazetteer.longestMatch(in: text, at: token.range.lowerBound, limit: token.range.upperBound) != nil
    }
    while start + 1 < end,
      isPlace(tokens[start]) || tokens[start].kind == .possessive || language.words.companyKinds.contains(tokens[start].text)
    {
      start += 1
    }
    let name = tokens[start..<end]
    guard let first = name.first, first.isCapital, (1...5).contains(name.count), !isPlace(first),
      !name.contains(where: {
        language.words.offices.contains($0.text) || language.words.organisations.contains($0.text)
          || language.words.months[$0.text] != nil || language.words.companyAccounts.contains($0.text)
      }),
      !language.words.issuers.contains(where: { $0.name.hasPrefix(first.text) })
    else { return nil }
    return name
  }

  /// Whether the first blocks name it, and tell what is told of companies alone.
  private static func isCompany(_ name: EnglishToken, told opening: [[Unicode.Scalar]], _ language: EnglishKnowledge) -> Bool {
    let told = opening.filter { $0.count > 60 && $0.contains(".") }.prefix(6).flatMap { $0.prefix(800) + [" "] }
    let tokens = EnglishScanner.tokens(of: told, words: language.words)
    guard tokens.contains(where: { $0.isCapital && $0.text == name.text }) else { return false }
    let plain = " " + tokens.map(\.text).joined(separator: " ") + " "
    return language.words.companySigns.contains { plain.contains(" " + $0 + " ") }
  }
}
