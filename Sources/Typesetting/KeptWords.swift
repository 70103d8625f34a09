import Lingua

/// Finds the words of a text, as ranges of code points.
package typealias WordFinder = @Sendable ([Unicode.Scalar]) -> [Range<Int>]

extension StyledText {
  /// The text with lines that end between Chinese words: 发明专利 is not parted, and 的 does not begin a line. Characters that are no
  /// words together, as of a name or a new word (惠企), stay together too, up to four.
  package func keepingWords(_ find: WordFinder) -> StyledText {
    let scalars = Array(plainText.unicodeScalars)
    var kept: [Range<Int>] = []
    /// Whether the last one consists of characters that are words of one.
    var isRun = false
    for word in find(scalars) where word.allSatisfy({ isIdeograph(scalars[$0]) }) {
      if word.count == 1, particles.contains(scalars[word.lowerBound]), let last = kept.last, last.upperBound == word.lowerBound {
        kept[kept.count - 1] = last.lowerBound..<word.upperBound
        isRun = false
      } else if word.count == 1, isRun, !joins.contains(scalars[word.lowerBound]), let last = kept.last,
        last.upperBound == word.lowerBound, last.count < 4
      {
        kept[kept.count - 1] = last.lowerBound..<word.upperBound
      } else {
        kept.append(word)
        isRun = word.count == 1 && !joins.contains(scalars[word.lowerBound])
      }
    }
    var copy = self
    copy.words = kept.filter { $0.count > 1 }
    return copy
  }
}

private let particles = LineWords.shared.particles
private let joins = LineWords.shared.joins

private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
  default: false
  }
}
