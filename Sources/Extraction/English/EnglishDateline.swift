/// Where and when an article was written, in front of its first sentence.
extension EnglishParser {
  /// BANGKOK, Aug. 5, 2026 – …; LONDON (Newswire) -- …: the chunk behind the dash of a dateline, which names nothing of what follows;
  /// nil where the sentence opens with none.
  func endOfDateline(_ range: Range<Int>) -> Int? {
    guard range.lowerBound == chunks.startIndex, let first = range.first, isOfDateline(first), !chunks[first].isFigure,
      let dash = range.prefix(Self.longestDateline).first(where: { chunks[$0].border == .dash }), dash > first
    else { return nil }
    let opening = first..<dash
    // UK – exports rose: a label, which says of whom the line tells.
    guard opening.contains(where: { chunks[$0].border == .comma || chunks[$0].time != nil || chunks[$0].border == .open }),
      opening.allSatisfy({ isOfDateline($0) })
    else { return nil }
    var end = dash + 1
    while end < range.upperBound, chunks[end].border == .dash { end += 1 }
    return end < range.upperBound ? end : nil
  }

  private static let longestDateline = 14

  private func isOfDateline(_ index: Int) -> Bool {
    let chunk = chunks[index]
    if chunk.place != nil || chunk.time != nil { return true }
    if let border = chunk.border { return [.comma, .open, .close].contains(border) }
    return chunk.isWord && tokens[chunk.tokens.lowerBound].isCapital
  }
}
