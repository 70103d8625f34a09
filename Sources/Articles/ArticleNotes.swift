import Lingua

/// The notes below an article's text and the marks in it that lead to them: 地区生产总值[2] and, at the end, [2]根据…修订.
package struct ArticleNotes: Hashable, Sendable {
  package struct Note: Hashable, Sendable {
    /// As written: [2], ②.
    package var mark: String
    package var block: Article.Block
    /// Scalars of the block's text before what the note says: 注：[2].
    package var lead: Int
  }

  /// A mark in the running text.
  package struct Mark: Hashable, Sendable {
    /// In the file.
    package var range: Range<Int>
    package var mark: String
  }

  /// Notes that a paragraph or list item before them has the mark of, in the order of their first marks.
  package private(set) var notes: [Note] = []
  /// Notes to the title or to a heading.
  package private(set) var headingNotes: [Note] = []
  /// Blocks that say no more than that notes follow, 注：, where each note below them has its mark in the text.
  package private(set) var heads: [Article.Block] = []
  /// By the start of the block that has them, ascending.
  package private(set) var marks: [Int: [Mark]] = [:]

  /// - Parameter article: its notes are the last blocks that begin with a mark.
  package init(_ article: Article) {
    let blocks = article.blocks
    var listed: [String: Note] = [:]
    var start = blocks.endIndex
    while start > blocks.startIndex, blocks[start - 1].kind != .heading, blocks[start - 1].kind != .tableRow {
      let block = blocks[start - 1]
      guard let (mark, lead) = ArticleNotes.leadingMark(article.text(of: block).scalars) else { break }
      listed[mark] = Note(mark: mark, block: block, lead: lead)
      start -= 1
    }
    guard !listed.isEmpty else { return }
    for block in blocks[..<start] where block.kind == .paragraph || block.kind == .listItem {
      let (text, offsets) = article.text(of: block)
      var at = 0
      while at < text.count {
        guard let length = noteMark(text, at: at) else {
          at += 1
          continue
        }
        let mark = ArticleNotes.folded(text[at..<at + length])
        // What opens a block is a number of the list; a mark follows what it explains.
        if at > 0, let note = listed[mark] {
          marks[block.range.lowerBound, default: []].append(Mark(range: offsets[at]..<offsets[at + length - 1] + 1, mark: mark))
          if !notes.contains(note) { notes.append(note) }
        }
        at += length
      }
    }
    let headings = blocks[..<start].filter { $0.kind == .heading }.map { article.text(of: $0).scalars }
    for text in headings {
      let bare = withoutTrailingNoteMark(text)
      let ends = text.indices.last { start in noteMark(text, at: start).map { start + $0 == text.count } ?? false }
      guard bare.count < text.count, let at = ends, let note = listed[ArticleNotes.folded(text[at...])], !notes.contains(note),
        !headingNotes.contains(note)
      else { continue }
      headingNotes.append(note)
    }
    guard notes.count + headingNotes.count == listed.count, start > 0, ArticleNotes.isHead(article.text(of: blocks[start - 1]).scalars)
    else { return }
    heads = [blocks[start - 1]]
  }

  /// The mark at the start of a note and what stands before its text.
  private static func leadingMark(_ text: [Unicode.Scalar]) -> (mark: String, lead: Int)? {
    let labels = BoilerplateWords.shared.noteLabels.map { Array($0.unicodeScalars) }
    var at = text.firstIndex { !$0.isBlank } ?? text.count
    if let label = labels.first(where: { text[at...].starts(with: $0) }), at + label.count < text.count,
      ":：".unicodeScalars.contains(text[at + label.count])
    {
      at += label.count + 1
      while at < text.count, text[at].isBlank { at += 1 }
    }
    guard let length = noteMark(text, at: at), at + length < text.count else { return nil }
    let mark = folded(text[at..<at + length])
    at += length
    while at < text.count, text[at].isBlank { at += 1 }
    return at < text.count ? (mark, at) : nil
  }

  private static func isHead(_ text: [Unicode.Scalar]) -> Bool {
    let word = String(scalars: text.filter { !$0.isBlank && $0 != ":" && $0 != "：" }).lowercased()
    return BoilerplateWords.shared.noteHeads.contains(word)
  }

  /// ［2］ and [2] are one mark.
  private static func folded(_ mark: ArraySlice<Unicode.Scalar>) -> String { String(scalars: mark.map(\.halfWidth)) }
}

/// How many scalars a mark takes that begins at a place: [1] to [99], ［1］, 〔1〕, ① to ⑳; nil where none does.
package func noteMark(_ text: [Unicode.Scalar], at start: Int) -> Int? {
  guard start < text.count else { return nil }
  if (0x2460...0x2473).contains(text[start].value) { return 1 }
  let pairs: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "［": "］", "〔": "〕"]
  guard let close = pairs[text[start]] else { return nil }
  var end = start + 1
  while end < text.count, end - start <= 2, text[end].isDigit { end += 1 }
  return end > start + 1 && end < text.count && text[end] == close ? end + 1 - start : nil
}

/// A title or heading without the mark of a note behind it: 统计公报[1].
package func withoutTrailingNoteMark(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
  for length in [1, 3, 4] where text.count > length && noteMark(text, at: text.count - length) == length {
    return Array(text.dropLast(length).reversed().drop(while: \.isBlank).reversed())
  }
  return text
}
