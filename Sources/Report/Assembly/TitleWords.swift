import Geometry
import Scene
import Typesetting

/// Finds the words of a text, as ranges of code points.
package typealias WordFinder = @Sendable ([Unicode.Scalar]) -> [Range<Int>]

extension Styles {
  /// A title whose lines end between words: 发明专利 is not parted, and 的 does not begin a line.
  ///
  /// - Parameter width: of its lines; nil where any part between wide blanks has room.
  func keepingWords(_ title: StyledText, width: Length? = nil) -> StyledText {
    guard language.isChinese, let words else { return title }
    let scalars = Array(title.plainText.unicodeScalars)
    var kept: [Range<Int>] = []
    for word in words(scalars) where word.allSatisfy({ isHan(scalars[$0]) }) {
      if word.count == 1, particles.contains(scalars[word.lowerBound]), let last = kept.last, last.upperBound == word.lowerBound {
        kept[kept.count - 1] = last.lowerBound..<word.upperBound
      } else {
        kept.append(word)
      }
    }
    var copy = title
    let most = width.flatMap { width in title.spans.first.map { width / $0.style.size } } ?? 18
    copy.words = phrases(scalars, ems: min(18, most)) ?? kept.filter { $0.count > 1 }
    return copy
  }
}

/// Where a title has wide blanks, they part its lines: 湖南发布白皮书　发明专利突破10万件. Nil for a title without, or with a part
/// too long for a line.
private func phrases(_ title: [Unicode.Scalar], ems: Double) -> [Range<Int>]? {
  let parts = title.split(separator: "\u{3000}")
  func extent(_ part: ArraySlice<Unicode.Scalar>) -> Double { part.reduce(0) { $0 + ($1.isASCII ? 0.6 : 1) } }
  return parts.count > 1 && parts.allSatisfy { $0.count <= 18 && extent($0) <= ems } ? parts.map { $0.startIndex..<$0.endIndex } : nil
}

/// What leans on the word before it.
private let particles: Set<Unicode.Scalar> = [
  "的", "了", "着", "著", "等", "们", "們", "中", "上", "下", "里", "裡", "后", "後", "前", "时", "時", "性", "化", "率", "额", "額", "量", "数", "數",
]

private func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
  default: false
  }
}
