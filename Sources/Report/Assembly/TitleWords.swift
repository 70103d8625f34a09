import Geometry
import Scene
import Typesetting

extension Styles {
  /// A title whose lines end between words.
  ///
  /// - Parameters:
  ///   - width: of its lines; nil where any part between wide blanks has room.
  ///   - room: of lines that end between two clauses where both have it; nil where they end between any words.
  func keepingWords(_ title: StyledText, width: Length? = nil, clauses room: Length? = nil) -> StyledText {
    guard language.isChinese, let words = typesetter.words else { return title }
    var copy = title.keepingWords(words)
    let most = width.flatMap { width in title.spans.first.map { width / $0.style.size } } ?? 18
    let scalars = Array(title.plainText.unicodeScalars)
    if let parts = phrases(scalars, ems: min(18, most)) {
      copy.words = parts
    } else if let room, let size = title.spans.first?.style.size, let parts = clauses(scalars, ems: room / size * 0.95) {
      copy.words = parts
    }
    return copy
  }

  /// A lead of several statements whose lines end between these: …增至2.2倍；发行规模占全国六成多。 Nil for one statement, or one too long
  /// for a line.
  ///
  /// - Parameter width: of its lines.
  func keepingStatements(_ lead: StyledText, width: Length) -> StyledText? {
    let scalars = Array(lead.plainText.unicodeScalars)
    guard language.isChinese, let size = lead.spans.first?.style.size else { return nil }
    var parts: [Range<Int>] = []
    for (index, scalar) in scalars.enumerated() where "；。".unicodeScalars.contains(scalar) || index == scalars.count - 1 {
      parts.append((parts.last?.upperBound ?? 0)..<(index + 1))
    }
    guard parts.count > 1, parts.allSatisfy({ ems(scalars[$0]) * size <= width }) else { return nil }
    var copy = lead
    copy.words = parts
    return copy
  }
}

/// A title of two clauses that both have room on a line parts between them: …连续4年上升，2024年达10,358件. Nil for another.
private func clauses(_ title: [Unicode.Scalar], ems most: Double) -> [Range<Int>]? {
  let commas = title.indices.filter { title[$0] == "，" }
  guard commas.count == 1, let comma = commas.first else { return nil }
  let parts = [0..<(comma + 1), (comma + 1)..<title.count]
  return parts.allSatisfy { ems(title[$0]) >= 4 && ems(title[$0]) <= most } ? parts : nil
}

/// Where a title has wide blanks, they part its lines: 湖南发布白皮书　发明专利突破10万件; blanks between ideographs do where each part has a
/// few of them. Nil for a title without, or with a part too long for a line.
private func phrases(_ title: [Unicode.Scalar], ems most: Double) -> [Range<Int>]? {
  func parts(_ parts: (Int) -> Bool) -> [Range<Int>]? {
    let found = title.indices.split(whereSeparator: parts).map { $0.startIndex..<$0.endIndex }
    return found.count > 1 && found.allSatisfy { $0.count <= 18 && ems(title[$0]) <= most } ? found : nil
  }
  func isBlank(_ index: Int) -> Bool {
    title[index] == " " && index > 0 && index + 1 < title.count && title[index - 1].properties.isIdeographic
      && title[index + 1].properties.isIdeographic
  }
  if let found = parts({ title[$0] == "\u{3000}" || isBlank($0) }), found.allSatisfy({ ems(title[$0]) >= 4 }) { return found }
  return parts { title[$0] == "\u{3000}" }
}
