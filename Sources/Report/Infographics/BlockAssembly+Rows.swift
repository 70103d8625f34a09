import Diagnostics
import Geometry
import PageLayout
import Scene
import Typesetting

/// Rows of infographic pages as blocks.
extension BlockAssembly {
  /// The cells side by side; in a measure too narrow for them below each other, cards two by two.
  func row(_ row: InfographicRow, width: Length) -> [LayoutBlock] {
    if isNarrow(width) { return narrow(row, width: width) }
    let twelfth = (width - layout.gutter * Double(InfographicRow.twelfths - 1)) / Double(InfographicRow.twelfths)
    func wide(_ span: Int) -> Length { twelfth * Double(span) + layout.gutter * Double(span - 1) }
    let widths = row.spans.map(wide)
    // Heroes of one width share the size of their numbers, cards of one width their baselines.
    var leading: [Length: [Card]] = [:]
    for case (.hero(let card), let own) in zip(row.cells, widths) { leading[own, default: []].append(card) }
    let settings = cardSettings(row, widths: widths)
    // Grounds of cards are as high as their row may become.
    let stacks = zip(row.cells, widths).compactMap { cell, own in
      settings[own].map { stackHeight(Array(repeating: $0, count: cell.cards.count)) }
    }
    let heroes = zip(row.cells, widths).compactMap { cell, own in
      if case .hero(let card) = cell { HeroSetting(styles: styles, width: own, card: card, row: leading[own] ?? []).height } else { nil }
    }
    let charts = zip(row.cells, widths).map { cell, own in
      if case .chart(let figure) = cell { chartHeights(figure, width: own, beside: stacks) } else { nil as FlowBox.Extent? }
    }
    let heights = heroes + stacks + charts.compactMap { $0?.greatest }
    // A slide is filled by what leads it.
    let least = layout.isSlides && !heroes.isEmpty ? layout.typeArea.height * 0.62 : .zero
    let stretch = !heroes.isEmpty && row.cells.count == 1 ? grid * 3 : cardStretch
    let room = max(least, (heights.max() ?? .zero).rounded(upTo: grid) + stretch)
    var columns: [ColumnsBlock.Column] = []
    for ((cell, own), chart) in zip(zip(row.cells, widths), charts) {
      columns.append(
        .init(width: own, blocks(of: cell, width: own, heroes: leading[own] ?? [], settings: settings, room: room, chart: chart)))
    }
    var block = ColumnsBlock(columns, gutter: layout.gutter, spaceBefore: grid, spaceAfter: grid)
    // A figure with cards at its side may wait for the next page as one without may.
    if case [.chart, .stack] = row.cells.map(\.kind) { block.floats = !layout.isEndless && !layout.isSlides }
    return [.columns(block)]
  }

  /// Below each other, cards two by two.
  private func narrow(_ row: InfographicRow, width: Length) -> [LayoutBlock] {
    var out: [LayoutBlock] = []
    var waiting: [Card] = []
    func finish() {
      if !waiting.isEmpty { out += cardRows(waiting, width: width) }
      waiting = []
    }
    for cell in row.cells {
      switch cell {
      case .card(let card): waiting.append(card)
      case .stack(let cards): waiting += cards
      default: break
      }
      if !cell.cards.isEmpty { continue }
      finish()
      switch cell {
      case .hero, .card, .stack, .steps: out += blocks(of: cell, width: width, heroes: [], settings: [:], room: .zero, chart: nil)
      case .chart(let figure): out += blocks(.chart(figure), width: width, in: Surroundings())
      case .reading(let texts): out += blocks(texts, width: width)
      }
    }
    finish()
    return out
  }

  private func cardSettings(_ row: InfographicRow, widths: [Length]) -> [Length: CardSetting] {
    var cards: [Length: [Card]] = [:]
    for (cell, width) in zip(row.cells, widths) {
      cards[width, default: []] += cell.cards
    }
    return Dictionary(
      uniqueKeysWithValues: cards.filter { !$0.value.isEmpty }.map { ($0.key, CardSetting($0.value, width: $0.key, styles: styles)) })
  }

  /// What a figure of a row needs. Beside stacks of cards it grows a line at most: cards as high as it would have a hole in their middle.
  private func chartHeights(_ figure: ChartFigure, width: Length, beside stacks: [Length]) -> FlowBox.Extent {
    var extent = slideHeights(heights(figure, width: width, isFull: isWide(width)))
    if let stack = stacks.max(), !layout.isSlides {
      extent.greatest = min(extent.greatest, max(extent.natural, stack.rounded(upTo: grid / 4)) + grid)
    }
    return extent
  }

  /// Whether a figure counts as one across the page.
  private func isWide(_ width: Length) -> Bool { width / layout.measure > 0.7 }

  /// - Parameters:
  ///   - heroes: those of the row that are as wide.
  ///   - room: the greatest height of the row.
  ///   - chart: the heights of its figure, if it has one.
  private func blocks(
    of cell: InfographicRow.Cell, width: Length, heroes: [Card], settings: [Length: CardSetting], room: Length, chart: FlowBox.Extent?
  ) -> [LayoutBlock] {
    switch cell {
    case .hero(let card):
      let hero = HeroSetting(styles: styles, width: width, card: card, row: heroes, isCentred: layout.isSlides)
      return [
        .figure(
          cardBlock(card, height: hero.height.rounded(upTo: grid / 4), greatest: room) { [drawn] size in
            drawn.add(hero.diagnostics)
            return hero.frame(height: size.height)
          })
      ]
    case .card(let card):
      guard let setting = settings[width] else { return [] }
      return [
        .figure(
          cardBlock(card, height: setting.height.rounded(upTo: grid / 4), greatest: room) { [drawn] size in
            drawn.add(setting.diagnostics)
            return setting.frame(card, height: size.height)
          })
      ]
    case .stack(let cards):
      guard let setting = settings[width], !cards.isEmpty else { return [] }
      // One card beside a figure is as high as what it says: the ground would be a field without a word.
      let greatest = cards.count == 1 && !layout.isSlides ? .zero : room
      return [.figure(stack(cards, Array(repeating: setting, count: cards.count), greatest: greatest))]
    case .steps(let cards):
      guard !cards.isEmpty else { return [] }
      return [.figure(steps(cards, width: width, greatest: room))]
    case .chart(let figure):
      let heights = chart ?? chartHeights(figure, width: width, beside: [])
      return [.figure(self.figure(figure, width: width, heights: heights, floats: false))]
    case .reading(let texts):
      return reading(texts, width: width)
    }
  }

  /// Text beside a figure: a few characters a line are not stretched to one length.
  func reading(_ texts: [ReportBlock], width: Length) -> [LayoutBlock] {
    blocks(texts, width: width, in: Surroundings(role: .callout, isPanel: true)).map { block in
      guard case .text(var text) = block else { return block }
      text.style.alignment = .start
      text.style.hyphenation = false
      text.style.firstLineIndent = Em(0)
      return .text(text)
    }
  }

  /// Cards at the right edge, a quarter of the measure wide; the text, with the paragraphs that follow it, runs round them. Beside
  /// text that would leave a hole below itself, and in a narrow measure, they are a row below it.
  func marginal(_ text: [ReportBlock], _ cards: [Card], width: Length) -> [LayoutBlock] {
    let lines = text.compactMap { block -> TextBlock? in
      if case .paragraph(let inlines) = block { body(inlines) } else { nil }
    }
    guard layout.columns >= 4, lines.count == text.count, !cards.isEmpty else {
      return blocks(text, width: width) + cardRows(cards, width: width)
    }
    let (stacked, settings) = marginalCards(cards)
    let height = stackHeight(settings).rounded(upTo: grid / 4)
    let isWideEnough = !isNarrow(width) && settings.allSatisfy(\.diagnostics.isEmpty)
    guard isWideEnough, !layout.isSlides, self.height(of: text, characters: marginalCharacters) >= height * 0.6 else {
      return lines.prefix(1).map { .text($0) } + cardRows(cards, width: width) + lines.dropFirst().map { .text($0) }
    }
    return [
      .runaround(
        RunaroundBlock(
          lines, figure: stack(stacked, settings, greatest: height), figureWidth: layout.width(columns: layout.columns / 4),
          narrowMeasure: min(marginalMeasure, styles.size(.body) * marginalCharacters), clearance: marginalClearance, spaceAfter: .zero))
    ]
  }

  /// Whether text would end above the foot of the cards at its side, so that the next has to leave a gap, and the cards of the next can
  /// stand below them.
  func leavesGap(_ text: [ReportBlock], beside cards: [Card], before next: [Card]) -> Bool {
    let settings = marginalCards(cards + next).settings
    return layout.columns >= 4 && settings.count <= 4
      && height(of: text, characters: marginalCharacters) < stackHeight(Array(settings.prefix(cards.count))) + marginalClearance
  }

  /// What keeps lines clear of cards at their side, the measure beside these, and the characters of body text in its lines.
  private var marginalClearance: Length { grid / 2 }
  private var marginalMeasure: Length { layout.width(columns: layout.columns - layout.columns / 4) }
  private var marginalCharacters: Double { (marginalMeasure / styles.size(.body)).rounded(.down) }

  /// Cards at the side of text, each as low as it can be: without the pictogram, a height of its own.
  private func marginalCards(_ cards: [Card]) -> (cards: [Card], settings: [CardSetting]) {
    let bare = cards.map { card in
      var copy = card
      copy.pictogram = nil
      return copy
    }
    let width = layout.width(columns: max(1, layout.columns / 4))
    return (bare, bare.map { CardSetting([$0], width: width, styles: styles) })
  }

  /// How much higher than its text a card may become, so that a page of cards is full.
  private var cardStretch: Length { grid }

  /// Cards below each other, as high together as what stands beside them.
  ///
  /// - Parameter settings: one for each card.
  private func stack(_ cards: [Card], _ settings: [CardSetting], greatest: Length) -> FigureBlock {
    let least = stackHeight(settings)
    let natural = least.rounded(upTo: grid / 4)
    let gutter = layout.gutter
    return FigureBlock(
      height: .init(least: natural, natural: natural, greatest: max(natural, greatest)),
      alt: cards.map(\.spoken).joined(separator: vocabulary.language.isChinese ? "；" : "; "), spaceBefore: grid, spaceAfter: grid
    ) { [drawn] size in
      drawn.add(settings.flatMap(\.diagnostics))
      var frame = Frame(size: size)
      let extra = (size.height - least) / Double(cards.count)
      var top = Length.zero
      for (card, setting) in zip(cards, settings) {
        frame.merge(setting.frame(card, height: setting.height + extra), at: Point(x: .zero, y: top))
        top += setting.height + extra + gutter
      }
      return frame
    }
  }

  private func steps(_ cards: [Card], width: Length, greatest: Length) -> FigureBlock {
    let setting = StepsSetting(cards, width: width, gutter: layout.gutter, styles: styles)
    let natural = setting.height.rounded(upTo: grid / 4)
    return FigureBlock(
      height: .init(least: natural, natural: natural, greatest: max(natural, min(greatest, natural * 1.5))),
      alt: cards.map(\.spoken).joined(separator: vocabulary.language.isChinese ? "；" : "; "), spaceBefore: grid, spaceAfter: grid
    ) { [drawn] size in
      drawn.add(setting.diagnostics)
      return setting.frame(height: size.height)
    }
  }

  private func stackHeight(_ settings: [CardSetting]) -> Length {
    settings.reduce(layout.gutter * Double(max(0, settings.count - 1))) { $0 + $1.height }
  }

  private func cardBlock(_ card: Card, height: Length, greatest: Length, draw: @escaping @Sendable (Size) -> Frame) -> FigureBlock {
    let extent = FlowBox.Extent(least: height, natural: height, greatest: max(height, greatest))
    return FigureBlock(height: extent, alt: card.spoken, spaceBefore: grid, spaceAfter: grid, draw: draw)
  }

  /// Cards that stand by themselves: up to four in a row, rows of equal length.
  func cardRows(_ cards: [Card], width: Length) -> [LayoutBlock] {
    guard !cards.isEmpty else { return [] }
    // Rows of one group are alike: pictograms in all of them or in none.
    var cards = cards
    if cards.contains(where: { styles.pictogram($0.pictogram) == nil }) {
      for i in cards.indices { cards[i].pictogram = nil }
    }
    func rows(most: Int) -> [(row: [Card], width: Length, setting: CardSetting)] {
      let count = (cards.count + most - 1) / most
      return cards.chunks(of: (cards.count + count - 1) / count).map { row in
        // A last row with fewer cards is as wide as the others.
        let own = (width - layout.gutter * Double(row.count - 1)) / Double(row.count)
        return (row, own, CardSetting(row, width: own, styles: styles))
      }
    }
    // Fewer stand beside each other where their numbers need the room.
    let counts = isNarrow(width) ? [] : [4, 3]
    let fitting = counts.lazy.map { rows(most: $0) }.first { $0.allSatisfy(\.setting.diagnostics.isEmpty) }
    return (fitting ?? rows(most: 2)).map { row, own, setting in
      let columns = row.map { card in
        ColumnsBlock.Column(
          width: own,
          [
            .figure(
              cardBlock(card, height: setting.height.rounded(upTo: grid / 4), greatest: setting.height.rounded(upTo: grid) + cardStretch) {
                [drawn] size in
                drawn.add(setting.diagnostics)
                return setting.frame(card, height: size.height)
              })
          ])
      }
      return .columns(ColumnsBlock(columns, gutter: layout.gutter, spaceBefore: grid, spaceAfter: grid))
    }
  }
}

extension InfographicRow.Cell {
  /// The cards that share their baselines with those of the row.
  fileprivate var cards: [Card] {
    switch self {
    case .card(let card): [card]
    case .stack(let cards): cards
    case .hero, .steps, .chart, .reading: []
    }
  }
}
