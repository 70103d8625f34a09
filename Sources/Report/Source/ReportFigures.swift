extension ReportSource {
  /// The charts of all chapters, in the order of the text.
  package var figures: [ChartFigure] { chapters.flatMap { $0.blocks.flatMap(\.figures) } }
}

extension ReportBlock {
  /// In the order of the text, also of blocks within it.
  var figures: [ChartFigure] {
    switch self {
    case .chart(let figure), .beside(_, let figure): [figure]
    case .chartRow(let figures): figures
    case .row(let row): row.charts
    case .quote(let blocks, _), .callout(_, let blocks), .marginal(let blocks, _): blocks.flatMap(\.figures)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.figures) }
    case .heading, .paragraph, .cards, .table, .picture, .sourceEntry, .code, .rule, .generated: []
    }
  }
}
