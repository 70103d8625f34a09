package import Geometry
package import Scene

/// The foot of a page that has notes: a short rule between the text and the notes.
package struct FootnoteArea: Hashable, Sendable {
  package var rule: Stroke
  package var ruleLength: Length
  /// Least space between the text and the rule.
  package var above: Length
  package var below: Length

  package init(
    rule: Stroke = Stroke(.black, width: .pt(0.5)), ruleLength: Length = .pt(54), above: Length = .pt(9),
    below: Length = .pt(4.5)
  ) {
    self.rule = rule
    self.ruleLength = ruleLength
    self.above = above
    self.below = below
  }

  /// What a page's first note takes beside its own lines.
  package var height: Length { above + rule.width + below }
}

extension BlockSetter {
  /// Gives each box the notes whose marks stand in it: links to anchors that ``footnotes`` names, each note at its first mark.
  ///
  /// What does not fit below its line on an empty page goes on at the foot of the next one: it is given to the next line, which
  /// then begins a page if need be.
  mutating func attachFootnotes(to boxes: inout [FlowBox], within path: [StructureTag]) {
    guard !footnotes.isEmpty else { return }
    if let width = sideNoteWidth { return attachSideNotes(to: &boxes, width: width, within: path) }
    var carried: [FlowBox] = []
    var i = 0
    while i < boxes.count || !carried.isEmpty {
      if i == boxes.count {
        var end = FlowBox(Frame(size: Size(width: footnoteWidth, height: .zero)))
        end.tags = path
        boxes.append(end)
      }
      if !carried.isEmpty { boxes[i].breakBefore = min(boxes[i].breakBefore, 0) }
      var lines = carried
      if case .frame(let frame) = boxes[i].content {
        for cited in frame.citedAnchors { lines += notes(cited.name, width: footnoteWidth, within: path).joined() }
      }
      let fitting = pageHeight.map { linesThatFit(lines, under: boxes[i], page: $0) } ?? lines.count
      boxes[i].footnotes = Array(lines[..<fitting])
      carried = Array(lines[fitting...])
      i += 1
    }
  }

  /// The same in the margin, each note level with the line of its mark.
  private mutating func attachSideNotes(to boxes: inout [FlowBox], width: Length, within path: [StructureTag]) {
    for i in boxes.indices {
      guard case .frame(let frame) = boxes[i].content else { continue }
      for cited in frame.citedAnchors {
        boxes[i].sideNotes += notes(cited.name, width: width, within: path).map { SideNote(lines: $0, baseline: cited.baseline) }
      }
    }
  }

  /// The lines of a note, and of each that it cites itself.
  private mutating func notes(_ name: String, width: Length, within path: [StructureTag]) -> [[FlowBox]] {
    var notes: [[FlowBox]] = []
    var waiting = [name]
    while let name = waiting.popLast() {
      guard let note = footnotes[name], placedFootnotes.insert(name).inserted else { continue }
      let boxes = set(note, width: width, within: path).boxes
      notes.append(boxes)
      var cited: [String] = []
      for box in boxes { if case .frame(let frame) = box.content { cited += frame.citedAnchors.map(\.name) } }
      waiting += cited.reversed()
    }
    return notes
  }

  /// How many of `lines` the page holds under `box`; at least one, and no single line apart from the others of its note.
  private func linesThatFit(_ lines: [FlowBox], under box: FlowBox, page: Length) -> Int {
    let head = box.continuation.reduce(box.height.least) { $0 + $1.height.natural + $1.spaceBefore }
    var room = page - head - footnoteArea.height
    var count = 0
    while count < lines.count, lines[count].height.natural <= room + .pt(1e-6) {
      room -= lines[count].height.natural
      count += 1
    }
    while count > 1, count < lines.count, lines[count].breakBefore == .infinity { count -= 1 }
    return min(lines.count, max(1, count))
  }
}

extension Frame {
  /// The anchors of this document that links in the frame lead to, in paint order, with the baselines of their lines.
  var citedAnchors: [(name: String, baseline: Length)] {
    items.flatMap { placed -> [(name: String, baseline: Length)] in
      switch placed.item {
      case .link(.anchor(let name), let size): [(name, baseline(below: placed.origin.y + size.height))]
      case .group(let group): group.frame.citedAnchors.map { ($0.name, $0.baseline + placed.origin.y) }
      default: []
      }
    }
  }

  /// Of the line that ends about so far down: a mark is raised above it.
  private func baseline(below foot: Length) -> Length {
    let baselines = items.compactMap { placed in
      if case .text = placed.item, placed.origin.y > foot - .pt(4), placed.origin.y < foot + .pt(8) {
        placed.origin.y
      } else {
        nil as Length?
      }
    }
    return baselines.max() ?? foot
  }
}
