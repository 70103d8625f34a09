import Articles
import Extraction
import Lingua

/// Marks at heads that stand for words of an outer head: i) and ii) below “Difference due to i) transactions ii) adjustments”.
struct KeyedHeads {
  /// The heads with the words in the place of their marks; as they were where none is explained.
  private(set) var path: [String]
  private(set) var isExplained = false

  init(_ path: [String], _ words: TableWords) {
    self.path = path
    guard path.count > 1, let mark = path.last.map(Self.folded), Self.isMark(mark) else { return }
    for outer in path.indices.dropLast().reversed() {
      guard let found = Self.item(mark, in: Array(path[outer].unicodeScalars)) else { continue }
      self.path[path.count - 1] = found.words
      // Difference due to.
      let lead = found.lead.lowercased()
      let cause = words.phrases(.causes).first { lead.hasSuffix($0.text) }
      self.path[outer] = cause.map { String(found.lead.dropLast($0.text.count)).trimmed } ?? found.lead
      isExplained = true
      return
    }
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.map(\.lowercasedHalfWidth).filter { !$0.isBlank } }

  /// i), (2), b., ③
  private static func isMark(_ text: [Unicode.Scalar]) -> Bool {
    guard let last = text.last, text.count <= 5 else { return false }
    if text.count == 1 { return ("①"..."⑳").contains(last) }
    guard ").".unicodeScalars.contains(last) else { return false }
    let inner = text.dropLast().drop { $0 == "(" }
    return !inner.isEmpty
      && (inner.allSatisfy(\.isDigit) || inner.allSatisfy { "ivx".unicodeScalars.contains($0) }
        || inner.count == 1 && inner.allSatisfy(\.isLatinLetter))
  }

  /// The words behind a mark up to the next one, and what stands before the first.
  private static func item(_ mark: [Unicode.Scalar], in text: [Unicode.Scalar]) -> (words: String, lead: String)? {
    var marks: [(text: [Unicode.Scalar], range: Range<Int>)] = []
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, !text[index].isBlank, !text[index].isLineEnd { index += 1 }
      let word = text[start..<index].map(\.lowercasedHalfWidth)
      if isMark(word) { marks.append((word, start..<index)) }
      index = max(index, start + 1)
    }
    guard marks.count > 1, let first = marks.first, let place = marks.firstIndex(where: { $0.text == mark }) else { return nil }
    let end = place + 1 < marks.count ? marks[place + 1].range.lowerBound : text.count
    func trimmed(_ part: ArraySlice<Unicode.Scalar>) -> String {
      func isMargin(_ scalar: Unicode.Scalar) -> Bool { scalar.isBlank || scalar.isLineEnd || ",;，；、".unicodeScalars.contains(scalar) }
      return String(scalars: part.drop(while: isMargin).reversed().drop(while: isMargin).reversed())
    }
    let words = trimmed(text[marks[place].range.upperBound..<end])
    return words.isEmpty ? nil : (words, trimmed(text[..<first.range.lowerBound]))
  }
}
