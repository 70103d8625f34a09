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
      if let only = named.first, named.count == 1 { return only.place }
      if named.count > 1 { return named.first { $0.isOwner }?.place }
    }
    for text in opening {
      guard text.count > 60, text.contains(".") else {
        if let issuer = issuer(text, language) { return issuer }
        continue
      }
      let sentences = text.split(separator: ".", maxSplits: 3).prefix(3)
      if let first = sentences.first, let place = places(in: Array(first), language).first(where: { $0.isOwner })?.place { return place }
      // The office released figures today. In July, the value of Hong Kong's exports …
      for sentence in sentences.dropFirst() { if let place = places(in: Array(sentence), language).first(where: { $0.isPossessive })?.place { return place } }
      return nil
    }
    return nil
  }

  /// Singapore Department of Statistics: the place of an office that stands in a line of its own.
  private static func issuer(_ line: [Unicode.Scalar], _ language: EnglishKnowledge) -> NamedPlace? {
    let tokens = EnglishScanner.tokens(of: Array(line.prefix(120)), words: language.words)
    guard let office = tokens.firstIndex(where: { $0.isCapital && language.words.offices.contains($0.text) }), let first = tokens.first else { return nil }
    let named = places(in: Array(line.prefix(120)), language)
    return named.count == 1 && office < 6 && first.isCapital ? named.first?.place : nil
  }

  /// The places of a text, as written without their article; an owner stands after in, at the start, or has ’s behind it.
  private static func places(in text: [Unicode.Scalar], _ language: EnglishKnowledge) -> [(place: NamedPlace, isOwner: Bool, isPossessive: Bool)] {
    let tokens = EnglishScanner.tokens(of: text, words: language.words)
    let chunks = EnglishChunker.chunks(of: tokens, written: text, language)
    var found: [(place: NamedPlace, isOwner: Bool, isPossessive: Bool)] = []
    for (index, chunk) in chunks.enumerated() {
      guard let place = chunk.place, language.gazetteer.level(of: place) != .world, let first = tokens[chunk.tokens].first, let last = tokens[chunk.tokens].last else { continue }
      let before = index > 0 ? tokens[chunks[index - 1].tokens.lowerBound].text : ""
      if ["to", "from", "with", "between", "and", "or", "as"].contains(before) { continue }
      var name = String(scalars: text[first.range.lowerBound..<last.range.upperBound])
      for article in ["the ", "The "] where name.hasPrefix(article) { name.removeFirst(article.count) }
      let isPossessive = index + 1 < chunks.count && tokens[chunks[index + 1].tokens.lowerBound].kind == .possessive
      if !found.contains(where: { $0.place.name == name }) { found.append((NamedPlace(name, .country, code: language.gazetteer[place].code), isPossessive || index == 0 || ["in", "across", "of"].contains(before), isPossessive)) }
    }
    return found
  }
}
