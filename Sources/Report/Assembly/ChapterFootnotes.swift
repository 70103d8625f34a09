import Geometry
import PageLayout
import Scene
import Typesetting

/// The notes of one chapter: numbered from 1 in the order of their first marks, each set once, at the foot of its first mark's page.
struct ChapterFootnotes: Hashable {
  /// As printed, by anchor.
  let marks: [String: String]
  let notes: [ReportSource.Footnote]
  /// Anchors of notes that no chapter before has; a note has one place.
  fileprivate(set) var placed: Set<String> = []

  /// - Parameter texts: the notes of the document by anchor.
  fileprivate init(_ chapter: ReportSource.Chapter, texts: [String: ReportSource.Footnote], language: Language) {
    var seen: Set<String> = []
    var order: [ReportSource.Footnote] = []
    var marks: [String: String] = [:]
    // A note that another one cites comes after it, as it stands at the foot.
    var waiting = Array((chapter.lead.noteAnchors + chapter.blocks.flatMap(\.noteAnchors)).reversed())
    while let anchor = waiting.popLast() {
      guard let note = texts[anchor], seen.insert(anchor).inserted else { continue }
      order.append(note)
      marks[anchor] = footnoteMark(order.count, language: language)
      waiting += note.text.noteAnchors.reversed()
    }
    notes = order
    self.marks = marks
  }

  /// The notes as blocks by anchor: 8 on 11 points, the mark in the margin of the text.
  ///
  /// - Parameter isBeside: set in the narrow column beside the text.
  func blocks(_ inlines: InlineSetter, isBeside: Bool = false) -> [String: TextBlock] {
    let styles = inlines.styles
    var blocks: [String: TextBlock] = [:]
    for note in notes {
      var style = styles.paragraph(.note, alignment: isBeside ? .start : .justified)
      style.firstLineIndent = Em(0)
      var block = TextBlock(inlines.text(note.text, .note), style: style, element: .note, role: .note)
      block.indent = styles.size(.note) * 1.5
      block.mark = StyledText(marks[note.anchor] ?? "", styles.text(.note))
      if placed.contains(note.anchor) { block.anchor = note.anchor }
      blocks[note.anchor] = block
    }
    return blocks
  }
}

/// The notes of each chapter in their order.
func chapterFootnotes(of source: ReportSource) -> [ChapterFootnotes] {
  let texts = Dictionary(source.footnotes.map { ($0.anchor, $0) }, uniquingKeysWith: { _, last in last })
  var known: Set<String> = []
  return source.chapters.map { chapter in
    var notes = ChapterFootnotes(chapter, texts: texts, language: source.language)
    notes.placed = Set(notes.notes.map(\.anchor)).subtracting(known)
    known.formUnion(notes.placed)
    return notes
  }
}

/// ① to ⑳ in Chinese, as books of the mainland and of Taiwan count the notes of a page or chapter; then [21]. Plain numbers in
/// English.
func footnoteMark(_ number: Int, language: Language) -> String {
  guard language.isChinese else { return "\(number)" }
  guard (1...20).contains(number), let mark = Unicode.Scalar(UInt32(0x245F + number)) else { return "[\(number)]" }
  return String(Character(mark))
}

extension [Inline] {
  fileprivate var noteAnchors: [String] {
    flatMap(\.all).compactMap { if case .noteMark(_, let anchor) = $0 { anchor } else { nil } }
  }
}

extension ReportBlock {
  /// Anchors of the note marks in the block, in reading order.
  fileprivate var noteAnchors: [String] {
    switch self {
    case .heading(_, let text, _), .paragraph(let text): text.noteAnchors
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.noteAnchors) }
    case .quote(let blocks, _), .callout(_, let blocks), .beside(let blocks, _), .marginal(let blocks, _): blocks.flatMap(\.noteAnchors)
    case .table(let table):
      table.columns.flatMap(\.head.noteAnchors) + table.rows.flatMap { $0.cells.flatMap(\.noteAnchors) }
        + (table.note ?? []).noteAnchors
    case .sourceEntry(let entry): entry.sentence.noteAnchors
    case .row(let row): row.texts.flatMap(\.noteAnchors)
    case .chart, .chartRow, .cards, .picture, .code, .rule, .generated: []
    }
  }
}
