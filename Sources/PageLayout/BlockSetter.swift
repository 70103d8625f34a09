package import Diagnostics
package import Geometry
package import Scene
package import Typesetting

/// Turns blocks into the boxes of a flow, at a given measure.
package struct BlockSetter: Sendable {
  package let typesetter: Typesetter
  /// Distances between blocks are kept to multiples of this.
  package let grid: Length
  /// Of a page without anything else; lets a table row be parted that is too high for it. Nil where there are no pages.
  package let pageHeight: Length?
  package var tags: TagNumbers
  /// Notes by the anchor that their marks link to.
  package var footnotes: [String: TextBlock] = [:]
  package var footnoteArea = FootnoteArea()
  /// Width of the notes in the margin; nil: they stand at the foot of the page.
  package var sideNoteWidth: Length?
  var placedFootnotes: Set<String> = []
  /// Measure of the notes at the foot: that of the outermost blocks.
  private(set) var footnoteWidth = Length.zero
  package private(set) var diagnostics: [Diagnostic] = []

  /// What a break costs after the first and before the last line of a paragraph.
  static let loneLine = Double.infinity

  package init(typesetter: Typesetter, grid: Length, tags: TagNumbers = TagNumbers(), pageHeight: Length? = nil) {
    self.typesetter = typesetter
    self.grid = grid
    self.tags = tags
    self.pageHeight = pageHeight
  }

  package mutating func report(_ more: [Diagnostic]) { diagnostics += more }

  /// - Parameter within: the open elements of the structure tree.
  package mutating func flow(_ blocks: [LayoutBlock], width: Length, within path: [StructureTag] = []) -> Flow {
    footnoteWidth = width
    return nested(blocks, width: width, within: path)
  }

  mutating func nested(_ blocks: [LayoutBlock], width: Length, within path: [StructureTag]) -> Flow {
    var flow = Flow()
    flow.footnoteArea = footnoteArea
    var space = Length.zero
    var keep = false
    var breakForced = false
    for block in blocks {
      var next = Flow()
      var before = Length.zero
      var after = Length.zero
      var keepNext = false
      switch block {
      case .space(let length):
        space = max(space, length)
        continue
      case .pageBreak:
        breakForced = true
        continue
      case .text(let text):
        next = set(text, width: width, within: path)
        attachFootnotes(to: &next.boxes, within: path)
        before = text.spaceBefore
        after = text.spaceAfter
        keepNext = text.keepWithNext
      case .figure(let figure):
        if figure.floats, !flow.boxes.isEmpty, !keep {
          flow.floats.append(
            .init(box: box(figure, width: width, within: path), after: flow.boxes.count - 1, spaceAfter: figure.spaceAfter))
          continue
        }
        next.boxes = [box(figure, width: width, within: path)]
        before = figure.spaceBefore
        after = figure.spaceAfter
        keepNext = figure.keepWithNext
      case .runaround(let runaround):
        next = set(runaround, width: width, within: path)
        before = runaround.spaceBefore
        after = runaround.spaceAfter
      case .table(let table):
        next = set(table, width: width, within: path)
        attachFootnotes(to: &next.boxes, within: path)
        before = table.spaceBefore
        after = table.spaceAfter
      case .panel(let panel):
        next.boxes = [set(panel, width: width, within: path)]
        before = panel.spaceBefore
        after = panel.spaceAfter
        keepNext = panel.keepWithNext
      case .columns(let columns):
        if columns.floats, !flow.boxes.isEmpty, !keep {
          var box = set(columns, within: path)
          box.spaceBefore = columns.spaceBefore
          flow.floats.append(.init(box: box, after: flow.boxes.count - 1, spaceAfter: columns.spaceAfter))
          continue
        }
        next.boxes = [set(columns, within: path)]
        before = columns.spaceBefore
        after = columns.spaceAfter
      case .list(let items, let ordered):
        next = set(list: items, ordered: ordered, width: width, within: path)
      case .section(let inner):
        next = nested(inner, width: width, within: path + [tags.tag(.section)])
      }
      guard !next.boxes.isEmpty else { continue }
      next.boxes[0].spaceBefore = max(space, max(before, next.boxes[0].spaceBefore))
      if breakForced {
        next.boxes[0].breakBefore = -.infinity
      } else if keep {
        next.boxes[0].breakBefore = .infinity
      }
      flow.append(next)
      space = after
      keep = keepNext
      breakForced = false
    }
    return flow
  }

  mutating func set(
    _ block: TextBlock, width: Length, runaround: Runaround? = nil, within path: [StructureTag]
  ) -> Flow {
    let measure = width - block.indent
    let set = typesetter.paragraph(block.text, style: block.style, width: measure, runaround: runaround)
    diagnostics += set.diagnostics
    let tag = tags.tag(block.element)
    var flow = Flow()
    let count = set.value.count
    for (i, line) in set.value.enumerated() {
      var frame = Frame(size: Size(width: width, height: line.frame.size.height), baseline: line.frame.baseline)
      if let rule = block.sideRule {
        frame.place(
          .shape(Shape(.rect(Size(width: rule.width, height: frame.size.height), radius: .zero), fill: rule.color)),
          at: .zero, role: .background)
      }
      if i == 0, let mark = block.mark {
        let label = typesetter.label(mark)
        let left = block.indent - (block.markWidth ?? block.indent)
        label.placed(into: &frame, at: Point(x: left, y: frame.baseline), role: block.role)
      }
      if let highlight = block.highlight { mark(line, in: &frame, at: block.indent, highlight) }
      line.placed(into: &frame, at: Point(x: block.indent, y: frame.baseline), role: block.role)
      var box = FlowBox(frame)
      box.tags = path + [tag]
      box.role = block.role
      if i > 0 {
        let parted = block.keepTogether || block.keepWithNext || i == 1 || i == count - 1
        box.breakBefore = parted ? BlockSetter.loneLine : 0
      }
      if i == count - 1 { box.slack = block.slack }
      if i == 0 {
        box.anchors = block.anchors
        if case .heading(let level) = block.element, level <= 2 { box.opensSection = true }
      }
      flow.boxes.append(box)
    }
    return flow
  }

  /// Grounds behind the runs of one colour.
  private func mark(_ line: Line, in frame: inout Frame, at indent: Length, _ highlight: (text: Color, ground: Color)) {
    for placed in line.frame.items {
      guard case .text(let run) = placed.item, run.fill == highlight.text else { continue }
      let ground = Size(width: run.width + .pt(1), height: run.size * 1.2)
      frame.place(
        .shape(Shape(.rect(ground, radius: .zero), fill: highlight.ground)),
        at: Point(x: placed.origin.x + indent - .pt(0.5), y: placed.origin.y - run.size * 0.96), role: .background)
    }
  }

  mutating func box(_ figure: FigureBlock, width: Length, within path: [StructureTag]) -> FlowBox {
    let tag = tags.tag(.figure)
    let draw = figure.draw
    let alt = figure.alt
    var box = FlowBox(
      .elastic { height in
        let size = Size(width: width, height: height)
        var frame = Frame(size: size)
        frame.place(.group(Group(frame: draw(size), tag: tag, alt: alt)), at: .zero, role: .figure)
        return frame
      }, height: figure.height)
    box.spaceBefore = figure.spaceBefore
    box.tags = path
    box.role = .figure
    if let anchor = figure.anchor { box.anchors = [anchor] }
    if let width = sideNoteWidth {
      box.sideNotes = figure.sideNotes.map {
        SideNote(lines: set($0, width: width, within: path).boxes, baseline: figure.sideBaseline)
      }
    }
    return box
  }

  private mutating func set(_ panel: PanelBlock, width: Length, within path: [StructureTag]) -> FlowBox {
    let inner = width - panel.padding.left - panel.padding.right
    let content = nested(panel.blocks, width: inner, within: path)
    let stack = BoxStack(content, width: inner)
    let padding = panel.padding
    func around(_ height: Length) -> Length { height + padding.top + padding.bottom }
    let natural = around(stack.extent.natural).rounded(upTo: grid)
    let least = around(stack.extent.least).rounded(upTo: grid)
    var box = FlowBox(
      .elastic { height in
        var frame = Frame(size: Size(width: width, height: height))
        if let fill = panel.fill {
          let ground = Rect(origin: .zero, size: frame.size).inset(by: panel.reach.negated)
          frame.place(.shape(Shape(.rect(ground.size, radius: .zero), fill: fill)), at: ground.origin, role: .background)
        }
        if let rule = panel.sideRule {
          frame.place(
            .shape(Shape(.rect(Size(width: rule.width, height: height), radius: .zero), fill: rule.color)), at: .zero,
            role: .background)
        }
        // What the grid adds is shared between top and bottom, where a ground makes it seen.
        let inside = height - padding.top - padding.bottom
        let rest = panel.fill == nil ? .zero : max(.zero, inside - stack.extent.greatest)
        frame.merge(
          stack.frame(height: inside - rest), at: Point(x: padding.left, y: padding.top + rest / 2))
        return frame
      },
      height: .init(least: least, natural: natural, greatest: max(natural, around(stack.extent.greatest))))
    box.role = .body
    box.anchors = (panel.anchor.map { [$0] } ?? []) + stack.anchors
    box.footnotes = stack.footnotes
    box.sideNotes = stack.sideNotes.map { $0.moved(down: padding.top) }
    if let opening = panel.opening {
      box.opensChapter = true
      box.opensSection = true
      box.continuation = nested(opening.atTop, width: width, within: path).boxes
      box.withinPage = nested(opening.withinPage, width: width, within: path).boxes
    }
    return box
  }

  private mutating func set(_ columns: ColumnsBlock, within path: [StructureTag]) -> FlowBox {
    var stacks: [BoxStack] = []
    var lefts: [Length] = []
    var x = Length.zero
    for column in columns.columns {
      stacks.append(BoxStack(nested(column.blocks, width: column.width, within: path), width: column.width))
      lefts.append(x)
      x += column.width + columns.gutter
    }
    let width = max(.zero, x - columns.gutter)
    let least = stacks.map(\.extent.least).max() ?? .zero
    let natural = stacks.map(\.extent.natural).max() ?? .zero
    let greatest = stacks.map(\.extent.greatest).max() ?? .zero
    let rounded = natural.rounded(upTo: grid)
    let placed = Array(zip(lefts, stacks))
    var box = FlowBox(
      .elastic { height in
        var frame = Frame(size: Size(width: width, height: height))
        for (left, stack) in placed { frame.merge(stack.frame(height: height), at: Point(x: left, y: .zero)) }
        return frame
      }, height: .init(least: min(rounded, least.rounded(upTo: grid)), natural: rounded, greatest: max(rounded, greatest)))
    box.anchors = stacks.flatMap(\.anchors)
    box.footnotes = stacks.flatMap(\.footnotes)
    box.sideNotes = stacks.flatMap(\.sideNotes)
    return box
  }

  private mutating func set(list items: [[LayoutBlock]], ordered: Bool, width: Length, within path: [StructureTag]) -> Flow {
    let list = tags.tag(.list(ordered: ordered))
    var flow = Flow()
    for item in items {
      let inner = path + [list, tags.tag(.listItem), tags.tag(.listBody)]
      flow.append(nested(item, width: width, within: inner))
    }
    return flow
  }
}

extension Length {
  /// The next multiple of `step`, forgiving rounding noise.
  package func rounded(upTo step: Length) -> Length {
    step > .zero ? step * ((self / step) - 1e-6).rounded(.up) : self
  }
}

extension Insets {
  fileprivate var negated: Insets {
    Insets(top: .zero - top, right: .zero - right, bottom: .zero - bottom, left: .zero - left)
  }
}
