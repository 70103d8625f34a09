import Charts
import Geometry
import OpenPackaging
import Report
import Scene

/// Key figures as cells of tables, and the rows of infographic pages.
extension WordWriter {
  /// Cards side by side, four in a row at most.
  mutating func write(_ cards: [Card]) {
    let most = page.columns > 1 && cards.count <= 2 ? 2 : min(4, max(1, cards.count == 4 ? 4 : min(cards.count, 3)))
    let measure = section.columns > 1 ? page.textMeasure : page.measure
    let width = (measure - page.gutter * Double(most - 1)) / Double(most)
    var rest = cards[...]
    while !rest.isEmpty {
      var cells: [WordCell] = []
      for place in 0..<most {
        if place > 0 { cells.append(.gap(page.gutter)) }
        if let card = rest.popFirst() { cells.append(cell(card, width: width)) } else { cells.append(.gap(width)) }
      }
      write(rows: [cells])
    }
  }

  mutating func write(_ row: InfographicRow) {
    var cells: [WordCell] = []
    for (span, content) in zip(row.spans, row.cells) {
      if !cells.isEmpty { cells.append(.gap(page.gutter)) }
      let width = page.width(twelfths: span)
      switch content {
      case .hero(let card): cells += hero(card, width: width)
      case .card(let card): cells.append(cell(card, width: width))
      case .stack(let cards), .steps(let cards):
        var cell = WordCell(width: width)
        cell.content = stack(cards, width: width)
        cells.append(cell)
      case .chart(let figure):
        var cell = WordCell(width: width)
        cell.content = self.content { $0.append(figure, width: width) }
        cells.append(cell)
      case .reading(let blocks):
        var cell = WordCell(width: width)
        cell.content = self.content { $0.write(blocks, in: Surroundings(width: width)) }
        cells.append(cell)
      }
    }
    write(rows: [cells])
  }

  private var cardPadding: Length { .pt(manuscript.theme.furniture.card == .rule ? 2 : 9) }

  private mutating func cell(_ card: Card, width: Length) -> WordCell {
    var cell = WordCell(width: width)
    let form = manuscript.theme.furniture.card
    if form != .rule { cell.fill = "tint" }
    if form != .disc { cell.borders = "<w:tcBorders>\(styles.tableBorder("top", "brand", form == .rule ? 0.9 : 2.25))</w:tcBorders>" }
    cell.padding = cardPadding
    cell.content = texts(card, width: width - cardPadding * 2)
    return cell
  }

  /// Cards below each other.
  private mutating func stack(_ cards: [Card], width: Length) -> String {
    var rows: [[WordCell]] = []
    for card in cards {
      if !rows.isEmpty { rows.append([.gap(width)]) }
      rows.append([cell(card, width: width)])
    }
    return table(rows)
  }

  /// From the top: pictogram, label, figure with unit, change, shares and ranks, and a bar of the share.
  private mutating func texts(_ card: Card, width: Length) -> String {
    var out = ""
    if let pictogram = manuscript.pictogram(card.pictogram, on: .card) {
      let side = Length.pt(22.5)
      out += paragraph("Figure", picture(pictogram, size: Size(width: side, height: side), within: width, alternative: nil))
    }
    out += paragraph("CardLabel", run(printed(card.figure.label)) + reference(card, "ink-3"))
    out += paragraph("CardFigure", number(card, role: .cardFigure, width: width, color: "brand"))
    let change = change(card, color: nil)
    if !change.isEmpty { out += paragraph("CardNote", change) }
    for chip in card.figure.chips { out += paragraph("CardNote", run(printed(chip), styles.color("brand"))) }
    if let sentence = card.sentence { out += paragraph("CardNote", run(printed(sentence))) }
    if let share = card.share { out += bar(share, width: width) }
    return out
  }

  /// The number of the source, raised.
  private func reference(_ card: Card, _ color: String) -> String {
    run(card.figure.reference ?? "", styles.color(color) + "<w:vertAlign w:val=\"superscript\"/>")
  }

  /// The number with what stands before it and its unit, as large as its cell lets it.
  private func number(_ card: Card, role: TypeRole, width: Length, color: String) -> String {
    let full = manuscript.size(of: role)
    let small = 0.45
    let extent = ems(card.figure.number) * 1.06 + (ems(card.figure.before) + ems(card.figure.unit)) * small + 0.4
    let size = min(full, width / max(1, extent))
    let digits = styles.letters(role, color: color, size: size)
    let unit = styles.letters(.cardLabel, color: color, size: max(manuscript.size(of: .cardLabel), size * small))
    return run(card.figure.before.isEmpty ? "" : card.figure.before + "\u{2009}", unit) + run(card.figure.number, digits)
      + run(card.figure.unit.isEmpty ? "" : "\u{2009}" + card.figure.unit, unit)
  }

  /// `较2021年 ↑+119.25%`
  private func change(_ card: Card, color: String?) -> String {
    guard card.figure.change != nil || card.figure.base != nil else { return "" }
    let falls = GrowthDirection(of: card.figure.change ?? "") == .down
    let base = card.figure.base.map { $0 + (card.figure.change == nil ? "" : " ") } ?? ""
    return run(printed(base), color.map(styles.color) ?? "")
      + run(card.figure.change.map { growthArrow($0) + $0 } ?? "", "<w:b/>" + styles.color(color ?? (falls ? "c3" : "brand")))
  }

  /// The whole as a track, the share on it.
  private func bar(_ share: Double, width: Length) -> String {
    var cells: [WordCell] = []
    for (part, fill) in [(share / 100, "brand"), (1 - share / 100, "rule")] where part > 0.004 {
      var cell = WordCell(width: width * part)
      cell.fill = fill
      cell.content = paragraph("Break", "", "<w:spacing w:line=\"90\" w:lineRule=\"exact\"/>")
      cells.append(cell)
    }
    return table([cells])
  }

  /// The figure that leads a page, white on the brand colour; what it means stands at its right where there is room.
  private mutating func hero(_ card: Card, width: Length) -> [WordCell] {
    let isWide = width >= .pt(400) && card.sentence != nil
    let side = isWide ? width * 0.58 : width
    func cell(_ width: Length) -> WordCell {
      var cell = WordCell(width: width)
      cell.fill = "brand"
      cell.padding = .pt(isWide ? 14 : 12)
      cell.alignment = "center"
      return cell
    }
    let white = styles.color("white")
    var first = cell(side)
    let inner = side - first.padding * 2
    if let pictogram = manuscript.pictogram(card.pictogram, on: .hero) {
      let side = Length.pt(32)
      first.content += paragraph("Figure", picture(pictogram, size: Size(width: side, height: side), within: inner, alternative: nil))
    }
    first.content += paragraph("CardLabel", run(printed(card.figure.label), white) + reference(card, "white"))
    first.content += paragraph("HeroFigure", number(card, role: .heroFigure, width: inner, color: "white"))
    let facts = [change(card, color: "white")] + card.figure.chips.map { run(printed($0), white) }
    let shown = facts.filter { !$0.isEmpty }.joined(separator: run("　"))
    if !shown.isEmpty { first.content += paragraph("CardNote", shown) }
    guard let sentence = card.sentence else { return [first] }
    let text = paragraph("Lead", run(printed(sentence), white), "<w:spacing w:before=\"120\" w:after=\"0\"/>")
    guard isWide else {
      first.content += text
      return [first]
    }
    var second = cell(width - side)
    second.content = text
    return [first, second]
  }
}
