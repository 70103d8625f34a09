/// A row of an infographic page: cells side by side, each so many of the page's twelfths wide.
package struct InfographicRow: Hashable, Sendable {
  package enum Cell: Hashable, Sendable {
    /// The figure that leads the page, large on a ground of the brand colour.
    case hero(Card)
    case card(Card)
    /// Cards below each other, as high together as their row.
    case stack([Card])
    /// Cards of what follows each other, with arrows.
    case steps([Card])
    case chart(ChartFigure)
    /// What is to be read beside a figure.
    case reading([ReportBlock])

    package var kind: Kind {
      switch self {
      case .hero: .hero
      case .card: .card
      case .stack: .stack
      case .steps: .steps
      case .chart: .chart
      case .reading: .reading
      }
    }
  }

  /// What may stand in a cell; the words of row patterns and of report sources.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case hero, card, stack, steps, chart, reading

    static var words: [String] { allCases.map(\.rawValue) }
  }

  /// Twelfths of the measure, one number a cell; their sum is at most twelve.
  package var spans: [Int]
  package var cells: [Cell]

  package init(_ spans: [Int], _ cells: [Cell]) {
    self.spans = spans
    self.cells = cells
  }

  package static let twelfths = 12

  /// Its cards where it has nothing else.
  var cardsAlone: [Card]? {
    var cards: [Card] = []
    for cell in cells {
      switch cell {
      case .card(let card): cards.append(card)
      case .stack(let more): cards += more
      case .hero, .steps, .chart, .reading: return nil
      }
    }
    return cards
  }

  var charts: [ChartFigure] {
    cells.compactMap { cell in if case .chart(let figure) = cell { figure } else { nil } }
  }
  /// The blocks of its readings.
  var texts: [ReportBlock] {
    cells.flatMap { cell -> [ReportBlock] in if case .reading(let blocks) = cell { blocks } else { [] } }
  }
}
