import Geometry
import Scene
import Typesetting

extension Styles {
  /// A title whose lines end between words.
  ///
  /// - Parameter width: of its lines; nil where any part between wide blanks has room.
  func keepingWords(_ title: StyledText, width: Length? = nil) -> StyledText {
    guard language.isChinese, let words = typesetter.words else { return title }
    var copy = title.keepingWords(words)
    let most = width.flatMap { width in title.spans.first.map { width / $0.style.size } } ?? 18
    if let phrases = phrases(Array(title.plainText.unicodeScalars), ems: min(18, most)) { copy.words = phrases }
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
