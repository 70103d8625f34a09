package import Geometry
package import Scene

/// Draws the type area of one page: floats from earlier pages at the top, the others after the box that mentions them,
/// elastic figures stretched or shrunk to the page's height, notes at its foot.
///
/// - Parameter fill: whether figures grow to fill the page; not on a chapter's last page.
package func composePage(_ flow: Flow, _ span: PageSpan, size: Size, fill: Bool) -> Frame {
  let page = PageStack(flow, span, height: size.height, fill: fill)
  var composer = FrameComposer(size: size)
  for entry in page.entries {
    composer.place(entry.box, height: entry.height, at: Point(x: entry.box.indent, y: entry.y))
  }
  if !page.notes.isEmpty { place(page.notes, under: flow.footnoteArea, at: page.foot, into: &composer) }
  return composer.finished()
}

/// The notes in the margin beside a page that ``composePage(_:_:size:fill:)`` draws, level with the lines that cite them.
package func sideNotes(_ flow: Flow, _ span: PageSpan, height: Length, fill: Bool) -> [SideNote] {
  guard
    span.boxes.contains(where: { !flow.boxes[$0].sideNotes.isEmpty })
      || span.floats.contains(where: { !flow.floats[$0].box.sideNotes.isEmpty })
  else { return [] }
  return PageStack(flow, span, height: height, fill: fill).entries.flatMap { entry in entry.box.sideNotes.map { $0.moved(down: entry.y) } }
}

/// The boxes of a page below each other, with the heights that they have there.
private struct PageStack {
  private(set) var entries: [(box: FlowBox, y: Length, height: Length)] = []
  private(set) var notes: [FlowBox] = []
  /// Where the area of the notes begins.
  private(set) var foot: Length

  init(_ flow: Flow, _ span: PageSpan, height pageHeight: Length, fill: Bool) {
    let line = Self.line(flow, span)
    var spaces: [Length] = []
    for (i, entry) in line.enumerated() {
      spaces.append(i == 0 ? .zero : max(entry.box.spaceBefore, line[i - 1].spaceAfter))
    }
    let gaps = spaces.reduce(.zero, +)
    let natural = line.reduce(gaps) { $0 + $1.box.height.natural }
    notes = line.flatMap(\.box.footnotes)
    let noteHeight = notes.isEmpty ? .zero : notes.reduce(flow.footnoteArea.height) { $0 + $1.height.natural }
    foot = pageHeight - noteHeight
    let excess = foot - natural
    let give = line.reduce(Length.zero) {
      $0 + (excess > .zero ? $1.box.height.greatest - $1.box.height.natural : $1.box.height.natural - $1.box.height.least)
    }
    let t = give > .zero ? min(1, abs(excess) / give) : 0
    var y = Length.zero
    for (i, entry) in line.enumerated() {
      let extent = entry.box.height
      var height = extent.natural
      if excess < .zero {
        height = extent.natural - (extent.natural - extent.least) * t
      } else if fill {
        height = extent.natural + (extent.greatest - extent.natural) * t
      }
      y += spaces[i]
      entries.append((entry.box, y, height))
      y += height
    }
  }

  /// Boxes and floats in the order in which they stand.
  private static func line(_ flow: Flow, _ span: PageSpan) -> [(box: FlowBox, spaceAfter: Length)] {
    var line: [(box: FlowBox, spaceAfter: Length)] = []
    var floats = span.floats.map { flow.floats[$0] }[...]
    while let float = floats.first, float.after < span.boxes.lowerBound || span.boxes.isEmpty {
      line.append((float.box, float.spaceAfter))
      floats.removeFirst()
    }
    for i in span.boxes {
      var box = flow.boxes[i]
      if i == span.boxes.lowerBound, line.isEmpty || !box.opensChapter {
        for head in box.continuation { line.append((head, .zero)) }
      } else if var opening = box.withinPage.first {
        // It takes the box's place, with the space above it.
        opening.spaceBefore += box.spaceBefore
        box.spaceBefore = .zero
        line += [(opening, .zero)] + box.withinPage.dropFirst().map { ($0, .zero) }
      }
      line.append((box, .zero))
      while let float = floats.first, float.after <= i, isParagraphEnd(flow, i) || i == span.boxes.upperBound - 1 {
        line.append((float.box, float.spaceAfter))
        floats.removeFirst()
      }
    }
    return line
  }
}

/// The rule and the lines of the notes, from `top` down.
private func place(_ notes: [FlowBox], under area: FootnoteArea, at top: Length, into composer: inout FrameComposer) {
  var rule = Frame(size: Size(width: area.ruleLength, height: area.rule.width))
  rule.place(.shape(Shape(.rect(rule.size, radius: .zero), fill: area.rule.color)), at: .zero, role: .background)
  composer.place(FlowBox(rule), height: rule.size.height, at: Point(x: .zero, y: top + area.above))
  var y = top + area.height
  for line in notes {
    composer.place(line, height: line.height.natural, at: Point(x: .zero, y: y))
    y += line.height.natural
  }
}

/// Whether box `i` ends a block: what follows belongs to another element of the structure tree.
private func isParagraphEnd(_ flow: Flow, _ i: Int) -> Bool {
  guard i + 1 < flow.boxes.count else { return true }
  if flow.boxes[i].isContinued { return false }
  // What has no element of its own stands by itself.
  guard let tag = flow.boxes[i].tags.last else { return true }
  return tag.id != flow.boxes[i + 1].tags.last?.id
}
