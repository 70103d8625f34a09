import Articles
import Lingua

/// The words and places of chunks in the text and in the file.
extension EnglishParser {
  /// Code points of the file of the chunks of `range`.
  func place(of range: Range<Int>) -> Range<Int> {
    guard let first = chunks[range].first, let last = chunks[range].last else { return 0..<0 }
    return place(ofTokens: first.tokens.lowerBound..<last.tokens.upperBound)
  }

  /// The first token of a chunk, lower case; empty outside the sentence.
  func text(_ index: Int) -> String { chunks.indices.contains(index) ? tokens[chunks[index].tokens.lowerBound].text : "" }

  func isWord(_ index: Int) -> Bool { sentence.contains(index) && chunks[index].isWord }

  /// The text of a chunk as written.
  func string(_ index: Int) -> String {
    guard let first = tokens[chunks[index].tokens].first, let last = tokens[chunks[index].tokens].last else { return "" }
    return String(scalars: written[first.range.lowerBound..<last.range.upperBound])
  }

  /// A place as the text has it, without its article.
  func placeName(_ index: Int) -> String {
    let written = string(index)
    if let place = chunks[index].place, gazetteer.level(of: place) == .world { return "world" }
    for article in ["the ", "The "] where written.hasPrefix(article) { return String(written.dropFirst(article.count)) }
    return written
  }

  func place(ofTokens range: Range<Int>) -> Range<Int> {
    guard let first = tokens[range].first?.range.lowerBound, let last = tokens[range].last?.range.upperBound, last > first,
      offsets.indices.contains(last - 1)
    else { return 0..<0 }
    let end = ends[offsets[last - 1]] ?? offsets[last - 1] + 1
    return offsets[first]..<max(end, offsets[first])
  }
}
