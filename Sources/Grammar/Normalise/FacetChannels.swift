import StructuredData

extension Normaliser {
  /// The view as a facet of itself when its encoding has `row`, `column` or `facet`.
  ///
  /// What belongs to the plot stays with the inner view; data, transforms, title and resolve go out.
  func facetChannelsApart(
    _ view: ViewSpec, _ encoding: Encoding, with content: (Encoding) -> ViewSpec.Content
  ) -> ViewSpec? {
    guard encoding.keys.contains(where: \.isFacet) else { return nil }
    var inner = encoding
    var fields = FacetFields()
    var outer = view
    if let wrapped = encoding[.facet] {
      fields.wrapped = wrapped
      outer.arrangement = merged(view.arrangement, wrapped.arrangement)
    } else {
      fields.row = encoding[.row]
      fields.column = encoding[.column]
      if let row = fields.row?.arrangement {
        outer.arrangement.rowAlign = row.rowAlign ?? outer.arrangement.rowAlign
        outer.arrangement.rowSpacing = row.rowSpacing ?? outer.arrangement.rowSpacing
        outer.arrangement.rowCenter = row.rowCenter ?? outer.arrangement.rowCenter
      }
      if let column = fields.column?.arrangement {
        outer.arrangement.columnAlign = column.columnAlign ?? outer.arrangement.columnAlign
        outer.arrangement.columnSpacing = column.columnSpacing ?? outer.arrangement.columnSpacing
        outer.arrangement.columnCenter = column.columnCenter ?? outer.arrangement.columnCenter
      }
    }
    for channel in Channel.allCases where channel.isFacet { inner[channel] = nil }
    var plot = ViewSpec(content(inner), at: view.span)
    plot.width = view.width
    plot.height = view.height
    plot.background = view.background
    plot.parameters = view.parameters
    outer.parameters = []
    outer.width = nil
    outer.height = nil
    outer.background = Properties()
    outer.content = .facet(fields, plot)
    return outer
  }

  private func merged(_ own: Arrangement, _ other: Arrangement) -> Arrangement {
    var result = own
    result.columns = other.columns ?? own.columns
    result.rowAlign = other.rowAlign ?? own.rowAlign
    result.columnAlign = other.columnAlign ?? own.columnAlign
    result.rowSpacing = other.rowSpacing ?? own.rowSpacing
    result.columnSpacing = other.columnSpacing ?? own.columnSpacing
    result.rowCenter = other.rowCenter ?? own.rowCenter
    result.columnCenter = other.columnCenter ?? own.columnCenter
    result.isFlush = other.isFlush ?? own.isFlush
    return result
  }
}
