package import Geometry
package import Scene

/// A note in the outer margin, beside the line that cites it.
package struct SideNote: Sendable {
  package var lines: [FlowBox]
  /// Of the line that cites it, from the top of the box or column in which that stands: the note's first line stands level with it.
  package var baseline: Length

  var height: Length { lines.reduce(.zero) { $0 + $1.height.natural } }
  /// Where it would like to begin.
  var top: Length {
    guard case .frame(let first)? = lines.first?.content else { return baseline }
    return baseline - first.baseline
  }

  package func moved(down distance: Length) -> SideNote { SideNote(lines: lines, baseline: baseline + distance) }
}

/// The notes in the outer margins of pages that follow each other.
///
/// Each stands beside its line, or below the note before it; at the page's end they are moved up. What has no room then goes on at the top of
/// the next page's column.
package struct SideNoteColumn: Sendable {
  private let size: Size
  private let gap: Length
  private var waiting: [SideNote] = []

  /// - Parameters:
  ///   - size: of the column on each page.
  ///   - gap: between two notes.
  package init(size: Size, gap: Length) {
    self.size = size
    self.gap = gap
  }

  package var hasMore: Bool { !waiting.isEmpty }

  /// The column of the next page.
  ///
  /// - Parameter notes: those that lines of the page cite.
  package mutating func page(_ notes: [SideNote]) -> Frame {
    // What comes from the page before stands above all.
    var all = waiting + notes.sorted { $0.top < $1.top }
    waiting = []
    part(&all)
    let tops = settledTops(all.map(\.top), heights: all.map(\.height), gap: gap, from: .zero, to: size.height)
    var composer = FrameComposer(size: size)
    for (note, top) in zip(all, tops) {
      var y = top
      for line in note.lines {
        composer.place(line, height: line.height.natural, at: Point(x: .zero, y: y))
        y += line.height.natural
      }
    }
    return composer.finished()
  }

  /// Keeps what the column holds. Of a note that does not end in it no single line stands alone.
  private mutating func part(_ notes: inout [SideNote]) {
    var room = size.height
    for (k, note) in notes.enumerated() {
      guard note.height > room + .pt(1e-6) else {
        room -= note.height + gap
        continue
      }
      var count = 0
      while count < note.lines.count, note.lines[count].height.natural <= room + .pt(1e-6) {
        room -= note.lines[count].height.natural
        count += 1
      }
      while count > 0, count < note.lines.count, note.lines[count].breakBefore == .infinity { count -= 1 }
      // A line higher than the column stands on it all the same.
      if count == 0, k == 0 { count = 1 }
      let rest = SideNote(lines: Array(note.lines[count...]), baseline: .zero)
      waiting = (rest.lines.isEmpty ? [] : [rest]) + notes[(k + 1)...].map { SideNote(lines: $0.lines, baseline: .zero) }
      notes.removeSubrange((k + 1)...)
      notes[k].lines = Array(note.lines[..<count])
      if count == 0 { notes.removeLast() }
      return
    }
  }
}

/// Upper edges of notes beside a page: each where it would like to be, or below the one before; what would leave the column moves those
/// above it up.
package func settledTops(_ wanted: [Length], heights: [Length], gap: Length, from top: Length, to bottom: Length) -> [Length] {
  var tops: [Length] = []
  var free = top
  for (want, height) in zip(wanted, heights) {
    tops.append(max(want, free))
    free = max(want, free) + height + gap
  }
  var limit = bottom
  for k in tops.indices.reversed() {
    tops[k] = min(tops[k], limit - heights[k])
    limit = tops[k] - gap
  }
  return tops
}
