/// A row of an infographic page: cells side by side, each so many of the page's twelfths wide.
package struct InfographicRow: Sendable {
  package enum Cell: Sendable {
    /// The figure that leads the page, large on a ground of the brand colour.
    case hero(Card)
    case card(Card)
    /// Cards below each other, as high together as their row.
    case stack([Card])
    case figure(ChartFigure)
    /// What is to be read beside a figure.
    case reading([ReportBlock])

    package var kind: Kind {
      switch self {
      case .hero: .hero
      case .card: .card
      case .stack: .stack
      case .figure: .figure
      case .reading: .reading
      }
    }
  }

  /// What may stand in a cell; the words of row patterns and of report sources.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case hero, card, stack, figure, reading

    /// What a report source calls it.
    var word: String { self == .figure ? "chart" : rawValue }
    init?(word: String) {
      guard let kind = Kind.allCases.first(where: { $0.word == word }) else { return nil }
      self = kind
    }
    static var words: [String] { allCases.map(\.word) }
  }

  /// Twelfths of the measure, one number a cell; their sum is at most twelve.
  package var spans: [Int]
  package var cells: [Cell]

  package init(_ spans: [Int], _ cells: [Cell]) {
    self.spans = spans
    self.cells = cells
  }

  package static let twelfths = 12

  var figures: [ChartFigure] {
    cells.compactMap { cell in if case .figure(let figure) = cell { figure } else { nil } }
  }
  /// The blocks of its readings.
  var texts: [ReportBlock] {
    cells.flatMap { cell -> [ReportBlock] in if case .reading(let blocks) = cell { blocks } else { [] } }
  }
}
