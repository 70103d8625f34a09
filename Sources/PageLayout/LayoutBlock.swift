package import Geometry
package import Scene
package import Typesetting

/// Gives the structure elements of one document their numbers, in reading order.
package struct TagNumbers: Hashable, Sendable {
  private var last: Int
  /// - Parameter start: the first number; ranges of different parts of a document must not meet.
  package init(from start: Int = 1) { last = start - 1 }
  /// Numbers that those of other ranges do not meet, for a part that is laid out beside others.
  package func range(_ part: Int) -> TagNumbers { TagNumbers(from: last + 1 + part * 1_000_000) }
  package mutating func tag(_ element: StructureTag.Element, language: Language? = nil) -> StructureTag {
    last += 1
    return StructureTag(id: last, element, language: language)
  }
}

/// Running text, a heading, a caption or a note.
package struct TextBlock: Sendable {
  package var text: StyledText
  package var style: ParagraphStyle
  package var element: StructureTag.Element
  package var role: Role
  package var spaceBefore: Length
  package var spaceAfter: Length
  package var indent: Length = .zero
  /// Never parted from the next block, as a heading is not.
  package var keepWithNext: Bool = false
  package var keepTogether: Bool = false
  /// White that may be added below it where that fills a page.
  package var slack: Length = .zero
  package var anchors: [String] = []
  package var anchor: String? {
    get { anchors.first }
    set { anchors = newValue.map { [$0] } ?? [] }
  }
  /// Text in the first colour stands on a ground of the second, as if marked with a pen.
  package var highlight: (text: Color, ground: Color)?
  /// A bullet, a number or a note mark before the first line.
  package var mark: StyledText?
  /// From the mark's left edge to the text; nil: the whole indent.
  package var markWidth: Length?
  /// A rule of this colour and width left of the text (block quotes, pull quotes).
  package var sideRule: Stroke?

  package init(
    _ text: StyledText, style: ParagraphStyle, element: StructureTag.Element = .paragraph, role: Role = .body,
    spaceBefore: Length = .zero, spaceAfter: Length = .zero
  ) {
    self.text = text
    self.style = style
    self.element = element
    self.role = role
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
  }
}

/// Something drawn into a box of the column's width: a chart, a row of cards, a picture.
package struct FigureBlock: Sendable {
  package var height: FlowBox.Extent
  package var draw: @Sendable (Size) -> Frame
  package var alt: String?
  package var anchor: String?
  package var spaceBefore: Length
  package var spaceAfter: Length
  /// May move to the top of a later page.
  package var floats: Bool
  package var keepWithNext: Bool = false
  /// What stands in the margin beside it, where notes stand there, level with a baseline so far below its top.
  package var sideNotes: [TextBlock] = []
  package var sideBaseline = Length.zero

  package init(
    height: FlowBox.Extent, alt: String?, floats: Bool = false, spaceBefore: Length = .zero, spaceAfter: Length = .zero,
    draw: @escaping @Sendable (Size) -> Frame
  ) {
    self.height = height
    self.alt = alt
    self.floats = floats
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.draw = draw
  }
}

/// Blocks on a tinted ground.
package struct PanelBlock: Sendable {
  package var blocks: [LayoutBlock]
  package var padding: Insets
  package var fill: Color?
  /// A rule along the left edge.
  package var sideRule: Stroke?
  package var anchor: String?
  package var spaceBefore: Length
  package var spaceAfter: Length
  /// The head of a chapter: what stands above it at a page's top, and what instead where it begins below another chapter.
  package var opening: (atTop: [LayoutBlock], withinPage: [LayoutBlock])?
  package var keepWithNext = false
  /// How far the ground reaches beyond the block: to the edges of the page.
  package var reach = Insets.zero

  package init(
    _ blocks: [LayoutBlock], padding: Insets, fill: Color?, sideRule: Stroke? = nil, spaceBefore: Length = .zero,
    spaceAfter: Length = .zero
  ) {
    self.blocks = blocks
    self.padding = padding
    self.fill = fill
    self.sideRule = sideRule
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
  }
}

/// Columns side by side, kept on one page; elastic figures grow to the tallest column's height.
package struct ColumnsBlock: Sendable {
  package struct Column: Sendable {
    package var width: Length
    package var blocks: [LayoutBlock]
    package init(width: Length, _ blocks: [LayoutBlock]) {
      self.width = width
      self.blocks = blocks
    }
  }
  package var columns: [Column]
  package var gutter: Length
  package var spaceBefore: Length
  package var spaceAfter: Length
  /// May move to the top of a later page, as a figure does.
  package var floats = false

  package init(_ columns: [Column], gutter: Length, spaceBefore: Length = .zero, spaceAfter: Length = .zero) {
    self.columns = columns
    self.gutter = gutter
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
  }
}

/// A figure at the right edge and the text that runs round it: lines beside it are narrower, those below it are not.
package struct RunaroundBlock: Sendable {
  package var figure: FigureBlock
  package var figureWidth: Length
  /// Measure of the lines beside the figure.
  package var narrowMeasure: Length
  /// Least distance from the figure's foot to a line that runs below it.
  package var clearance: Length
  package var text: [TextBlock]
  package var spaceBefore: Length
  package var spaceAfter: Length

  package init(
    _ text: [TextBlock], figure: FigureBlock, figureWidth: Length, narrowMeasure: Length, clearance: Length,
    spaceBefore: Length = .zero, spaceAfter: Length = .zero
  ) {
    self.text = text
    self.figure = figure
    self.figureWidth = figureWidth
    self.narrowMeasure = narrowMeasure
    self.clearance = clearance
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
  }
}

package indirect enum LayoutBlock: Sendable {
  case text(TextBlock)
  case figure(FigureBlock)
  case runaround(RunaroundBlock)
  case table(TableBlock)
  case panel(PanelBlock)
  case columns(ColumnsBlock)
  case list([[LayoutBlock]], ordered: Bool)
  /// The blocks of a chapter or section, one element of the structure tree.
  case section([LayoutBlock])
  case space(Length)
  case pageBreak
}
