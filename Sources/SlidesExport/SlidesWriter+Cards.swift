import Charts
import Geometry
import Report
import Scene

/// Key figures as boxes that can be moved and written over.
extension SlidesWriter {
  /// Up to eight a slide, in rows of equal cards; below the text before them where both have room.
  mutating func write(_ cards: [Card]) {
    var rest = cards[...]
    while !rest.isEmpty {
      let shown = rest.prefix(8)
      rest = rest.dropFirst(shown.count)
      let perRow = shown.count <= 4 ? shown.count : shown.count <= 6 ? 3 : 4
      let rows = (shown.count + perRow - 1) / perRow
      let least = Length.pt(72) * Double(rows) + design.gutter * Double(rows)
      var top = design.content.minY
      if flowHeight > .zero, flowHeight + least <= design.content.size.height {
        let height = flowHeight
        begin(.free)
        let said = takeFlow().text
        let box = Rect(design.content.minX.points, top.points, design.width.points, height.points)
        place { $0.xml.box($1, "Text", box, paragraphs: said) }
        top += height + design.gutter
      } else {
        finishFlow()
        begin(.free)
      }
      let width = design.width(cellsOf: perRow)
      let height = min(.pt(110), (design.content.maxY - top - design.gutter * Double(rows - 1)) / Double(rows))
      for (index, card) in shown.enumerated() {
        let x = design.content.minX + (width + design.gutter) * Double(index % perRow)
        let y = top + (height + design.gutter) * Double(index / perRow)
        place(card, in: Rect(x.points, y.points, width.points, height.points))
      }
      for card in shown { note(card.spoken) }
      leaveRoom(from: top + (height + design.gutter) * Double(rows))
    }
  }

  mutating func write(_ row: InfographicRow) {
    finishFlow()
    begin(.free)
    var x = design.content.minX
    // A slide is filled by what leads it.
    let isFull = row.hasFigure || manuscript.layout.isSlides
    let height = isFull ? design.content.size.height : min(.pt(150), design.content.size.height)
    var figures: [DrawnFigure] = []
    for (span, cell) in zip(row.spans, row.cells) {
      let width = design.width(twelfths: span)
      let box = Rect(x.points, design.content.minY.points, width.points, height.points)
      switch cell {
      case .hero(let card): placeHero(card, in: box)
      case .card(let card): place(card, in: box)
      case .stack(let cards):
        let each = (height - design.gutter * Double(cards.count - 1)) / Double(max(1, cards.count))
        for (index, card) in cards.enumerated() {
          place(card, in: Rect(x.points, (box.minY + (each + design.gutter) * Double(index)).points, width.points, each.points))
        }
      case .steps(let cards):
        let each = (width - design.gutter * Double(cards.count - 1)) / Double(max(1, cards.count))
        for (index, card) in cards.enumerated() {
          place(card, in: Rect((x + (each + design.gutter) * Double(index)).points, box.minY.points, each.points, height.points))
        }
      case .chart(let figure):
        if let drawn = manuscript.drawn(figure) {
          anchorHere(drawn.anchor)
          showTitled(drawn, at: box.origin, width: width)
          figures.append(drawn)
        }
      case .reading(let blocks):
        holdsFlow = true
        for block in blocks { write(block, level: nil, width: width) }
        holdsFlow = false
        let said = takeFlow().text
        place { $0.xml.box($1, "Text", box, paragraphs: said) }
      }
      x += width + design.gutter
    }
    for cell in row.cells { for card in cell.allCards { note(card.spoken) } }
    tellRow(figures)
    writeRowData(figures)
  }

  private mutating func place(_ card: Card, in box: Rect) {
    let form = manuscript.theme.furniture.card
    place { writer, id in
      writer.xml.box(
        id, "Card", box, .init(fill: form == .rule ? nil : "bg2", anchor: "ctr", padding: .pt(8), description: card.spoken),
        paragraphs: writer.texts(card, width: box.size.width - .pt(16), onBrand: false))
    }
    if form != .disc {
      place {
        $0.xml.box(
          $1, "Rule", Rect(box.minX.points, box.minY.points, box.size.width.points, form == .rule ? 1 : 2.25), .init(fill: "accent1"))
      }
    }
    if let pictogram = manuscript.pictogram(card.pictogram, on: .card), box.size.height > .pt(60) {
      place(picture: pictogram, Rect(box.maxX.points - 28, box.minY.points + 8, 20, 20), description: nil)
    }
    if let share = card.share {
      let track = Rect(box.minX.points + 8, box.maxY.points - 10, box.size.width.points - 16, 3.5)
      place { $0.xml.box($1, "Whole", track, .init(fill: "accent6")) }
      place {
        $0.xml.box(
          $1, "Share", Rect(track.minX.points, track.minY.points, track.size.width.points * share / 100, 3.5), .init(fill: "accent1"))
      }
    }
  }

  private mutating func placeHero(_ card: Card, in box: Rect) {
    place { writer, id in
      writer.xml.box(
        id, "Key figure", box, .init(fill: "accent1", anchor: "ctr", padding: .pt(16), description: card.spoken),
        paragraphs: writer.texts(card, width: box.size.width - .pt(32), onBrand: true))
    }
    if let pictogram = manuscript.pictogram(card.pictogram, on: .hero) {
      place(picture: pictogram, Rect(box.maxX.points - 52, box.minY.points + 14, 38, 38), description: nil)
    }
  }

  /// Label, figure with its unit, change, shares and ranks, and what it means.
  private func texts(_ card: Card, width: Length, onBrand: Bool) -> String {
    let figure = card.figure
    func look(_ size: Length, _ color: String, bold: Bool = false) -> SlideLook {
      SlideLook(size: size, color: onBrand ? "bg1" : color, isBold: bold, usesHeadingFont: true)
    }
    let full = Length.pt(onBrand ? 48 : 24)
    let extent = ems(figure.number) * 1.06 + (ems(figure.before) + ems(figure.unit)) * 0.45 + 0.4
    let size = min(full, width / max(1, extent))
    let small = look(max(.pt(8), size * 0.45), "accent1")
    var reference: [TextPiece] = []
    if let mark = figure.reference {
      var piece = TextPiece(mark)
      piece.height = .raised
      reference = [piece]
    }
    var out = paragraph([TextPiece(printed(figure.label))] + reference, look(.pt(onBrand ? 11 : 8.5), "tx2"))
    var line = "<a:p><a:pPr marL=\"0\" indent=\"0\"><a:buNone/></a:pPr>"
    if !figure.before.isEmpty { line += run(TextPiece(figure.before + "\u{2009}"), small) }
    line += run(TextPiece(figure.number), look(size, "accent1", bold: true))
    if !figure.unit.isEmpty { line += run(TextPiece("\u{2009}" + figure.unit), small) }
    out += line + "</a:p>"
    let falls = GrowthDirection(of: figure.change ?? "") == .down
    let change = [figure.base.map(printed), figure.change.map { growthArrow($0) + $0 }].compactMap { $0 }.joined(separator: " ")
    let note = Length.pt(onBrand ? 10 : 7.5)
    if !change.isEmpty { out += paragraph([TextPiece(change)], look(note, falls ? "accent3" : "accent1", bold: true)) }
    for chip in figure.chips { out += paragraph(chip, look(note, "accent1")) }
    if let sentence = card.sentence { out += paragraph(sentence, look(.pt(onBrand ? 11 : 8), "tx1")) }
    return out
  }
}

extension InfographicRow {
  fileprivate var hasFigure: Bool { cells.contains { if case .chart = $0 { true } else { false } } }
}

extension InfographicRow.Cell {
  fileprivate var allCards: [Card] {
    switch self {
    case .hero(let card), .card(let card): [card]
    case .stack(let cards), .steps(let cards): cards
    case .chart, .reading: []
    }
  }
}
