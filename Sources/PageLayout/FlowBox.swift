package import Geometry
package import Scene

/// One unbreakable piece of a column's vertical material: a line, a figure, a table row, a row of cards.
package struct FlowBox: Sendable {
  package enum Content: Sendable {
    /// Of fixed height.
    case frame(Frame)
    /// Drawn once its height is known; the height given lies within `height`.
    case elastic(@Sendable (Length) -> Frame)
  }

  /// Least, natural and greatest height.
  package struct Extent: Hashable, Sendable {
    package var least: Length
    package var natural: Length
    package var greatest: Length
    package init(least: Length, natural: Length, greatest: Length) {
      self.least = least
      self.natural = natural
      self.greatest = greatest
    }
    package init(_ fixed: Length) { self.init(least: fixed, natural: fixed, greatest: fixed) }
  }

  package var content: Content
  package var height: Extent
  /// Space above, dropped at the top of a page.
  package var spaceBefore: Length = .zero
  /// White that may be added below it where that fills a page: between the entries of a list.
  package var slack: Length = .zero
  /// What a page break above this box costs: `infinity` forbids it, `-infinity` forces it.
  package var breakBefore: Double = 0
  /// Distance from the column's left edge.
  package var indent: Length = .zero
  /// The open elements of the structure tree, outermost first; empty for an artifact.
  package var tags: [StructureTag] = []
  package var role: Role = .body
  /// Named places at the top of this box.
  package var anchors: [String] = []
  /// The first line of a section's heading: figures of the section before do not like to come after it.
  package var opensSection = false
  /// The paragraph that ends in it goes on in the next box: no figure stands between them.
  package var isContinued = false
  /// The first box of a chapter that may begin below another one: the page before it may end early.
  package var opensChapter = false
  /// Set above this box when a page's text starts with it: a table's head, with 续表; a chapter's large number, if no figure
  /// stands above it.
  package var continuation: [FlowBox] = []
  /// Set above this box when no page starts with it: what parts a chapter from the one before.
  package var withinPage: [FlowBox] = []
  /// Lines of notes at the foot of the page on which this box stands.
  package var footnotes: [FlowBox] = []
  /// Notes in the margin beside it, which take no room of the page.
  package var sideNotes: [SideNote] = []

  /// How text beside a figure is set with lines above it.
  var sinking: Sinking?

  /// Boxes that may be set anew: lines of text above a figure beside which they would stand.
  struct Sinking: Sendable {
    /// How many boxes are replaced, from the one that has it.
    var boxes: Int
    /// Nil where too few lines would be left beside the figure.
    var set: @Sendable (_ linesAbove: Int) -> [FlowBox]?
  }

  package init(_ content: Content, height: Extent) {
    self.content = content
    self.height = height
  }

  package init(_ frame: Frame) {
    self.init(.frame(frame), height: Extent(frame.size.height))
  }

  /// Whether a page that ends above this box ends a part.
  var endsPageBefore: Bool { opensChapter || breakBefore == -.infinity }

  package func frame(height: Length) -> Frame {
    switch content {
    case .frame(let frame): frame
    case .elastic(let draw): draw(height)
    }
  }
}

/// The material of one column: boxes in reading order, and figures that may move to the top of a later page.
package struct Flow: Sendable {
  /// A figure that is mentioned in, and wants to stand after, the box `after`; -1: it stands above all.
  package struct Float: Sendable {
    package var box: FlowBox
    package var after: Int
    /// Space below it, towards text.
    package var spaceAfter: Length
    /// Whether it may as well stand behind the next section's heading, at the top of a page.
    package var isPatient = false
    package init(box: FlowBox, after: Int, spaceAfter: Length) {
      self.box = box
      self.after = after
      self.spaceAfter = spaceAfter
    }
  }

  package var boxes: [FlowBox] = []
  package var floats: [Float] = []
  package var footnoteArea = FootnoteArea()

  package init() {}

  package mutating func append(_ other: Flow) {
    let offset = boxes.count
    boxes += other.boxes
    for float in other.floats {
      floats.append(Float(box: float.box, after: max(0, float.after + offset), spaceAfter: float.spaceAfter))
    }
  }
}
