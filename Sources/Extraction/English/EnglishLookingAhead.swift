/// What a text says of times to come, beside what it tells as done.
extension EnglishParser {
  /// We anticipate that revenues will accelerate during the third quarter: a time behind a word of expecting, in a part of the sentence
  /// that tells no figure; it is none of the figures told before, nor of the sentences behind.
  func isAhead(_ index: Int) -> Bool {
    var start = index
    while start > sentence.lowerBound, index - start < 30, !chunks[start - 1].isFigure, chunks[start - 1].border != .semicolon {
      start -= 1
    }
    var end = index + 1
    while end < sentence.upperBound, chunks[end].border != .semicolon, !chunks[end].isFigure { end += 1 }
    guard end == sentence.upperBound || chunks[end].border == .semicolon, modality(in: start..<index) == .forecast || hopes(start..<index)
    else {
      return false
    }
    return true
  }

  private func hopes(_ range: Range<Int>) -> Bool { range.contains { isWord($0) && words.hopes.contains(text($0)) } }
}
