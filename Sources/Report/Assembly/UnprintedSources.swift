extension ReportSource {
  /// The anchors of the sentences that it lists.
  var sourceAnchors: Set<String> {
    Set(
      chapters.flatMap(\.blocks).flatMap { block -> [String] in
        if case .sourceEntry(let entry) = block { entry.anchors } else { [] }
      })
  }

  /// Without the numbers of sentences that are not printed: `[14、16]` in a text, `[6]` on a card. What the author numbers otherwise stays.
  func withoutMarks(of sentences: Set<String>) -> ReportSource {
    guard !sentences.isEmpty else { return self }
    let marks = UnprintedMarks(sentences: sentences)
    var copy = self
    for i in copy.chapters.indices { copy.chapters[i].blocks = copy.chapters[i].blocks.map(marks.removed) }
    return copy
  }
}

/// Takes the numbers of sentences out of blocks and texts.
private struct UnprintedMarks {
  let sentences: Set<String>

  func removed(from block: ReportBlock) -> ReportBlock {
    switch block {
    case .heading(let level, let text, let anchor): .heading(level: level, removed(from: text), anchor: anchor)
    case .paragraph(let text): .paragraph(removed(from: text))
    case .quote(let blocks, let attribution): .quote(blocks.map(removed), attribution: attribution)
    case .list(let list): .list(removed(from: list))
    case .cards(let cards): .cards(cards.map(removed))
    case .row(let row): .row(InfographicRow(row.spans, row.cells.map(removed)))
    case .table(let table): .table(removed(from: table))
    case .callout(let title, let blocks): .callout(title: title, blocks.map(removed))
    case .beside(let blocks, let figure): .beside(blocks.map(removed), figure)
    case .marginal(let blocks, let cards): .marginal(blocks.map(removed), cards.map(removed))
    case .chart, .chartRow, .picture, .sourceEntry, .code, .rule, .generated: block
    }
  }

  private func removed(from list: ReportList) -> ReportList {
    var copy = list
    for i in copy.items.indices { copy.items[i].blocks = copy.items[i].blocks.map(removed) }
    return copy
  }

  private func removed(from cell: InfographicRow.Cell) -> InfographicRow.Cell {
    switch cell {
    case .hero(let card): .hero(removed(from: card))
    case .card(let card): .card(removed(from: card))
    case .stack(let cards): .stack(cards.map(removed))
    case .steps(let cards): .steps(cards.map(removed))
    case .chart: cell
    case .reading(let blocks): .reading(blocks.map(removed))
    }
  }

  private func removed(from card: Card) -> Card {
    guard let anchor = card.figure.reference.flatMap(SourceNumbers.anchor), sentences.contains(anchor) else { return card }
    var copy = card
    copy.figure.reference = nil
    copy.figure.unprintedSource = anchor
    return copy
  }

  private func removed(from table: ReportTable) -> ReportTable {
    var copy = table
    for i in copy.rows.indices { copy.rows[i].cells = copy.rows[i].cells.map(removed) }
    copy.note = table.note.map(removed)
    return copy
  }

  private func removed(from text: [Inline]) -> [Inline] {
    guard text.contains(where: isMark) else { return text }
    var kept: [Inline] = []
    for (i, inline) in text.enumerated() {
      if isMark(inline) { continue }
      // What parts two marks goes with them.
      if i > 0, i + 1 < text.count, isMark(text[i - 1]), isMark(text[i + 1]), case .text = inline { continue }
      kept.append(inline)
    }
    return kept
  }

  private func isMark(_ inline: Inline) -> Bool {
    if case .reference(let inner, let anchor) = inline {
      sentences.contains(anchor) && SourceNumbers.anchor(ofMark: inner.text) != nil
    } else {
      false
    }
  }
}
