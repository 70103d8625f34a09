package import Geometry
import Scene

/// A stretch of a document that is set in columns of one width; stretches stand below each other, on one page or over several.
package struct Stretch: Sendable {
  package var flow: Flow
  /// Columns of a page, filled one after the other; on the stretch's last page they end level.
  package var columns: Int
  /// Above it, where another stretch stands on its page.
  package var spaceBefore: Length
  /// Whether it begins a page.
  package var startsPage = false
  /// Where boxes were set anew with lines above their figures, in that order, and by how many their number grew.
  package private(set) var sunk: [(box: Int, lines: Int, growth: Int)] = []

  package init(_ flow: Flow, columns: Int = 1, spaceBefore: Length = .zero) {
    self.flow = flow
    self.columns = columns
    self.spaceBefore = spaceBefore
  }
}

extension Stretch {
  /// With some lines of the text beside a figure above it; nil where that cannot be.
  func sinking(_ box: Int, lines: Int) -> Stretch? {
    guard flow.boxes.indices.contains(box), let sinking = flow.boxes[box].sinking, var boxes = sinking.set(lines), !boxes.isEmpty else {
      return nil
    }
    let old = flow.boxes[box]
    (boxes[0].spaceBefore, boxes[0].breakBefore) = (old.spaceBefore, old.breakBefore)
    let end = min(flow.boxes.count, box + sinking.boxes)
    let growth = boxes.count - (end - box)
    var copy = self
    copy.flow.boxes.replaceSubrange(box..<end, with: boxes)
    for i in copy.flow.floats.indices where copy.flow.floats[i].after >= end - 1 { copy.flow.floats[i].after += growth }
    copy.sunk.append((box, lines, growth))
    return copy
  }
}

/// Where a part of a stretch stands.
package struct PlacedSpan: Sendable {
  package var stretch: Int
  package var span: PageSpan
  /// Counted from 0.
  package var page: Int
  package var column: Int
  /// From the top of the type area.
  package var top: Length
  package var height: Length
  /// Whether figures grow to fill the height: not at the end of a part.
  package var isFull: Bool
}

/// Breaks stretches into pages of `height`.
///
/// A stretch goes on below the one before it, unless less than ``leastRoom`` of the page is left there and it needs more. The head
/// of a chapter at a stretch's end goes with the stretch that follows.
package func placed(_ stretches: [Stretch], height: Length, overrun: Length = .zero) -> [PlacedSpan] {
  var out: [PlacedSpan] = []
  var page = 0
  var y = Length.zero
  for (index, stretch) in stretches.enumerated() where !stretch.flow.boxes.isEmpty || !stretch.flow.floats.isEmpty {
    var top = y > .zero ? y + stretch.spaceBefore : .zero
    if top > .zero, stretch.startsPage || height - top < stretch.opening(height) {
      page += 1
      top = .zero
    }
    let heights = PageHeights(
      first: height - top, others: height, columns: stretch.columns, overrun: stretch.columns == 1 ? overrun : .zero)
    let isFollowed = index + 1 < stretches.count
    let room = isFollowed ? stretches[index + 1].spaceBefore + stretches[index + 1].opening(height) : .zero
    var spans = paginate(isFollowed ? stretch.flow.reserving(room) : stretch.flow, heights: heights, isFollowed: isFollowed)
    // The columns of the last page end level.
    let lastPage = max(0, spans.count - 1) / stretch.columns
    let start = lastPage * stretch.columns
    let lastRoom = lastPage == 0 ? height - top : height
    var lastHeight = lastRoom
    if stretch.columns > 1, start < spans.count {
      let level = levelled(stretch.flow, Array(spans[start...]), columns: stretch.columns, height: lastRoom)
      spans = spans[..<start] + level.spans
      lastHeight = level.height
    }
    let measure = FlowMeasure(stretch.flow)
    var end = Length.zero
    for (k, span) in spans.enumerated() {
      let isLastPage = k >= start
      let regionTop = k < stretch.columns ? top : .zero
      let regionHeight = isLastPage ? lastHeight : k < stretch.columns ? height - top : height
      let next = span.boxes.upperBound
      let endsPart = next < stretch.flow.boxes.count && stretch.flow.boxes[next].endsPageBefore
      let isFull = k + 1 < spans.count && !endsPart && (stretch.columns == 1 || !isLastPage)
      out.append(
        PlacedSpan(
          stretch: index, span: span, page: page + k / stretch.columns, column: k % stretch.columns, top: regionTop,
          height: regionHeight, isFull: isFull))
      let need = measure.extent(span.boxes, floats: span.floats)
      if isLastPage { end = max(end, regionTop + min(max(need.natural, need.least), regionHeight)) }
    }
    page += lastPage
    y = end
  }
  return out
}

/// Less of a page than this stays empty below a stretch whose next one does not fit there.
private let leastRoom = 0.15

extension Stretch {
  /// What must be left of a page of a height for the stretch to begin there.
  fileprivate func opening(_ height: Length) -> Length {
    let all = flow.whole
    let need = FlowMeasure(flow).extent(all.boxes, floats: all.floats).least / Double(columns)
    return min(height * leastRoom, need * 1.1)
  }
}

/// The spans of one page parted anew at the least height at which they still fit its columns.
private func levelled(
  _ flow: Flow, _ spans: [PageSpan], columns: Int, height: Length
) -> (spans: [PageSpan], height: Length) {
  guard let first = spans.first, let last = spans.last else { return (spans, height) }
  let boxes = first.boxes.lowerBound..<last.boxes.upperBound
  let floats = first.floats.lowerBound..<last.floats.upperBound
  let part = flow.part(boxes, floats: floats)
  let total = FlowMeasure(part).extent(part.whole.boxes, floats: part.whole.floats)
  var low = (total.least / Double(columns)).points
  var high = height.points
  var best = spans
  guard !part.boxes.isEmpty else { return (spans, height) }
  func attempt(_ height: Double) -> [PageSpan]? {
    let found = paginate(part, heights: PageHeights(first: .pt(height), others: .pt(height), columns: columns))
    let measure = FlowMeasure(part)
    let fits =
      found.count <= columns
      // What fits nowhere is parted anywhere: a heading at a column's foot.
      && found.dropFirst().allSatisfy { $0.boxes.isEmpty || part.boxes[$0.boxes.lowerBound].breakBefore < .infinity }
      && found.allSatisfy { measure.extent($0.boxes, floats: $0.floats).least.fits(in: .pt(height)) }
    return fits ? found : nil
  }
  for _ in 0..<10 where high - low > 2 {
    let middle = (low + high) / 2
    if let found = attempt(middle) {
      high = middle
      best = found.map {
        PageSpan(
          boxes: $0.boxes.lowerBound + boxes.lowerBound..<$0.boxes.upperBound + boxes.lowerBound,
          floats: $0.floats.lowerBound + floats.lowerBound..<$0.floats.upperBound + floats.lowerBound)
      }
    } else {
      low = middle
    }
  }
  return (best, .pt(high))
}

extension Flow {
  /// With room below its last box, where that is the head of a chapter whose text is another stretch.
  fileprivate func reserving(_ room: Length) -> Flow {
    guard let last = boxes.indices.last, boxes[last].opensChapter else { return self }
    var copy = self
    copy.boxes[last].height.least += room
    copy.boxes[last].height.natural += room
    copy.boxes[last].height.greatest += room
    return copy
  }

  /// The natural height of a span.
  package func height(of span: PageSpan) -> Length { FlowMeasure(self).extent(span.boxes, floats: span.floats).natural }

  var whole: PageSpan { PageSpan(boxes: 0..<boxes.count, floats: 0..<floats.count) }

  /// Some boxes and floats as a flow of its own; floats that were mentioned before its first box stand above that.
  fileprivate func part(_ boxes: Range<Int>, floats: Range<Int>) -> Flow {
    var part = Flow()
    part.footnoteArea = footnoteArea
    part.boxes = Array(self.boxes[boxes])
    if !part.boxes.isEmpty { part.boxes[0].breakBefore = 0 }
    part.floats = self.floats[floats].map {
      Float(box: $0.box, after: max(-1, $0.after - boxes.lowerBound), spaceAfter: $0.spaceAfter)
    }
    return part
  }
}
