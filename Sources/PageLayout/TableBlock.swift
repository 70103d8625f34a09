package import Geometry
package import Scene
package import Typesetting

/// A three-line table: rules above and below, a thin one under the head, no verticals.
package struct TableBlock: Sendable {
  package enum ColumnAlignment: Hashable, Sendable {
    case start, center, end
    /// On the decimal point; what has none ends where the point would stand.
    case decimal
  }

  package struct Cell: Sendable {
    package var text: StyledText
    package var columns: Int
    package var rows: Int
    package init(_ text: StyledText, columns: Int = 1, rows: Int = 1) {
      self.text = text
      self.columns = columns
      self.rows = rows
    }
  }

  package struct Column: Sendable {
    package var alignment: ColumnAlignment
    /// Never narrower or wider than this.
    package var least: Length
    package var greatest: Length
    package init(_ alignment: ColumnAlignment, least: Length = .zero, greatest: Length = .pt(10000)) {
      self.alignment = alignment
      self.least = least
      self.greatest = greatest
    }
  }

  package struct Row: Sendable {
    package var cells: [Cell]
    package var anchor: String?
    package var fill: Color?
    /// A thin rule above this row (a sum).
    package var ruleAbove: Bool = false
    package init(_ cells: [Cell], anchor: String? = nil, fill: Color? = nil) {
      self.cells = cells
      self.anchor = anchor
      self.fill = fill
    }
  }

  package var columns: [Column]
  package var head: [Row]
  package var rows: [Row]
  package var style: ParagraphStyle
  package var cellPadding: Length
  package var rowHeight: Length
  package var outerRule: Stroke
  package var innerRule: Stroke
  /// The first cell of each row names the row.
  package var headerColumn: Bool
  package var caption: [LayoutBlock]
  /// What stands above the head on the next page: 续表 2-1.
  package var continuation: StyledText?
  package var notes: [LayoutBlock]
  package var alt: String?
  package var anchor: String?
  package var spaceBefore: Length
  package var spaceAfter: Length

  package init(
    columns: [Column], head: [Row], rows: [Row], style: ParagraphStyle, cellPadding: Length, rowHeight: Length,
    outerRule: Stroke, innerRule: Stroke, headerColumn: Bool = true, caption: [LayoutBlock] = [],
    continuation: StyledText? = nil, notes: [LayoutBlock] = [], spaceBefore: Length = .zero, spaceAfter: Length = .zero
  ) {
    self.columns = columns
    self.head = head
    self.rows = rows
    self.style = style
    self.cellPadding = cellPadding
    self.rowHeight = rowHeight
    self.outerRule = outerRule
    self.innerRule = innerRule
    self.headerColumn = headerColumn
    self.caption = caption
    self.continuation = continuation
    self.notes = notes
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
  }
}
