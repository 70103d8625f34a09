package import Geometry
import Scene

/// Breaks stretches into pages of which each within a part is full, and none at a part's end nearly empty.
///
/// A part is what stands on the pages from one that begins with a chapter to the next such one. In parts whose pages of least cost have
/// faults the heights that figures would like are moved towards their least or their greatest, with a little white between the entries of
/// lists, in each by the first way that leaves it fewer; other parts keep theirs. Where that is not enough and the pages are few, figures may
/// stand behind the head of the next section, lines of the text that runs round a figure above it, the last chapter begins a page, or all pages end a line or two early; the first pages with the fewest faults are taken, those of the figures as they would like to be before all others.
///
/// Time: that of ``placed(_:height:)`` for each attempt; the attempts are so many at most, whatever the length.
///
/// - Returns: the stretches with the heights that were chosen, by which they are to be drawn, and where their parts stand.
package func arranged(_ stretches: [Stretch], height: Length, overrun: Length = .zero) -> (stretches: [Stretch], spans: [PlacedSpan]) {
  var best = Arrangement(stretches, height: height, overrun: overrun)
  guard best.count > 0, best.pages.count > 1 else { return (best.stretches, best.spans) }
  best = best.temperedByParts
  // What moves all pages at once helps few of many, and costs as much again each time.
  guard best.pages.count <= Arrangement.fewPages else { return (best.stretches, best.spans) }
  best = best.sunk
  let late = best.stretches.breakingBeforeLastChapter
  for way in [Tempering()] + Tempering.usual where best.count > 0 {
    guard let late else { break }
    let next = Arrangement(late.map { $0.tempered(way) }, height: height, overrun: overrun)
    if next.count < best.count { best = next }
  }
  // Pages a line or two short leave more for the last one.
  for share in [0.97, 0.94, 0.91] {
    for step in [0, -0.5, 0.35] where best.count > 0 {
      let next = Arrangement(stretches.map { $0.tempered(Tempering(step: step)) }, height: height, within: height * share)
      if next.count < best.count { best = next }
    }
  }
  return (best.stretches, best.spans)
}

/// A way to set a part otherwise than it would like.
struct Tempering: Hashable {
  /// -1: figures are as low as they may be; 1: as high, with white between the entries of lists; 0: as they would like to be.
  var step = 0.0
  /// Whether figures may stand behind the head of the next section.
  var isPatient = false

  static let usual = [-0.5, -1, 0.35, 0.7, 1].map { Tempering(step: $0) }
  static let patient = Tempering(isPatient: true)
}

/// A box of a stretch, in the order of the document; a page begins with one.
struct Place: Comparable {
  var stretch: Int
  var box: Int

  static func < (a: Place, b: Place) -> Bool { (a.stretch, a.box) < (b.stretch, b.box) }
}

/// Pages, and what is wrong with them.
struct Arrangement {
  struct Page {
    var first: Place
    /// Over the height of the type area.
    var fill: Double
    /// 1: not full within a part; 2: less than a third at a part's end.
    var faults: Int
    var endsPart: Bool
  }

  let stretches: [Stretch]
  let height: Length
  let overrun: Length
  let spans: [PlacedSpan]
  let pages: [Page]
  var count: Int { pages.reduce(0) { $0 + $1.faults } }

  /// Of a part with more pages the last chapter and the lengths of all pages stay as they are.
  static let fewPages = 24
  /// A little more than a third: the last line's foot counts, and not its leading.
  private static let leastFill = PageCost.leastEnd + 0.02

  /// - Parameter room: what pages are filled to; `height` is what they are held against.
  init(_ stretches: [Stretch], height: Length, overrun: Length = .zero, within room: Length? = nil) {
    self.stretches = stretches
    self.height = height
    self.overrun = overrun
    spans = placed(stretches, height: room ?? height, overrun: room == nil ? overrun : .zero)
    var fills = Array(repeating: 0.0, count: (spans.last?.page ?? -1) + 1)
    var firsts = Array(repeating: Place(stretch: .max, box: .max), count: fills.count)
    var ends = Array(repeating: false, count: fills.count)
    if let last = ends.indices.last { ends[last] = true }
    let measures = stretches.map { FlowMeasure($0.flow) }
    for span in spans where fills.indices.contains(span.page) {
      let need = measures[span.stretch].extent(span.span.boxes, floats: span.span.floats)
      let own = span.isFull ? max(need.natural, min(need.greatest, span.height)) : need.natural
      fills[span.page] = max(fills[span.page], (span.top + own) / height)
      firsts[span.page] = min(firsts[span.page], Place(stretch: span.stretch, box: span.span.boxes.lowerBound))
      // A chapter at a page's top ends the part before it.
      if span.page > 0, span.top == .zero, span.span.floats.isEmpty, let first = span.span.boxes.first,
        stretches[span.stretch].flow.boxes[first].opensChapter
      {
        ends[span.page - 1] = true
      }
    }
    pages = zip(zip(fills, ends), firsts).map { page, first in
      let faults = page.1 ? (page.0 < Arrangement.leastFill ? 2 : 0) : page.0 < PageCost.full ? 1 : 0
      return Page(first: first, fill: page.0, faults: faults, endsPart: page.1)
    }
  }

  /// The parts that have faults, from their first box to the first of the next.
  private var faultyParts: [Range<Place>] {
    var parts: [Range<Place>] = []
    var start = Place(stretch: 0, box: 0)
    var faults = 0
    for (i, page) in pages.enumerated() {
      faults += page.faults
      guard page.endsPart else { continue }
      let end = i + 1 < pages.count ? pages[i + 1].first : Place(stretch: .max, box: .max)
      if faults > 0, start < end { parts.append(start..<end) }
      (start, faults) = (end, 0)
    }
    return parts
  }

  private func faults(in part: Range<Place>) -> Int { pages.reduce(0) { part.contains($1.first) ? $0 + $1.faults : $0 } }

  /// The arrangement with figures of other heights in the parts that have faults, where that leaves fewer.
  var temperedByParts: Arrangement {
    var waiting = faultyParts.map { (part: $0, faults: faults(in: $0), way: Tempering()) }
    let isPatient = pages.count <= Arrangement.fewPages && stretches.contains { !$0.flow.floats.isEmpty }
    for way in Tempering.usual + (isPatient ? [.patient] : [])
    where waiting.contains(where: { $0.faults > 0 }) {
      let tried = Arrangement(tempering(waiting.map { ($0.part, $0.faults > 0 ? way : $0.way) }), height: height, overrun: overrun)
      for i in waiting.indices where waiting[i].faults > 0 {
        let left = tried.faults(in: waiting[i].part)
        if left < waiting[i].faults { (waiting[i].faults, waiting[i].way) = (left, way) }
      }
    }
    guard waiting.contains(where: { $0.way != Tempering() }) else { return self }
    let mended = Arrangement(tempering(waiting.map { ($0.part, $0.way) }), height: height, overrun: overrun)
    return mended.count < count ? mended : self
  }

  /// The arrangement with lines at the foot of pages that are not full, of text that runs round a figure on the next page.
  var sunk: Arrangement {
    var best = self
    for i in pages.indices.dropLast() where pages[i].faults == 1 {
      // What an earlier page has changed may have mended this one, or moved its end.
      guard best.pages.indices.contains(i + 1), best.pages[i].faults == 1, let text = best.textRoundFigure(from: best.pages[i + 1].first)
      else { continue }
      let boxes = best.stretches[text.stretch].flow.boxes
      let head = boxes[best.pages[i + 1].first.box..<text.box].reduce(Length.zero) { $0 + $1.spaceBefore + $1.height.natural }
      let room = height * (1 - best.pages[i].fill) + overrun - head - boxes[text.box].spaceBefore
      let most = min(Arrangement.mostLinesAbove, Int(room / Arrangement.leastLeading))
      for lines in stride(from: most, through: 2, by: -1) {
        guard let stretch = best.stretches[text.stretch].sinking(text.box, lines: lines) else { continue }
        var stretches = best.stretches
        stretches[text.stretch] = stretch
        let next = Arrangement(stretches, height: height, overrun: overrun)
        if next.count < best.count {
          best = next
          break
        }
      }
    }
    return best
  }
  private static let mostLinesAbove = 6
  private static let leastLeading = Length.pt(15)

  /// Text beside a figure with which a page begins, perhaps below headings.
  private func textRoundFigure(from first: Place) -> Place? {
    guard stretches.indices.contains(first.stretch) else { return nil }
    let boxes = stretches[first.stretch].flow.boxes
    for box in first.box..<min(boxes.count, first.box + 6) {
      if boxes[box].sinking != nil { return Place(stretch: first.stretch, box: box) }
      guard boxes[box].role == .heading else { return nil }
    }
    return nil
  }

  private func tempering(_ parts: [(part: Range<Place>, way: Tempering)]) -> [Stretch] {
    var copy = stretches
    for (part, way) in parts where way != Tempering() {
      for i in copy.indices where part.lowerBound.stretch <= i && i <= part.upperBound.stretch {
        let from = i == part.lowerBound.stretch ? part.lowerBound.box : 0
        let to = i == part.upperBound.stretch ? part.upperBound.box : .max
        if from < to { copy[i] = copy[i].tempered(way, from..<to) }
      }
    }
    return copy
  }
}

extension [Stretch] {
  /// The last chapter on a page of its own; nil where there is no other before it.
  fileprivate var breakingBeforeLastChapter: [Stretch]? {
    for (i, stretch) in enumerated().reversed() {
      guard let box = stretch.flow.boxes.lastIndex(where: \.opensChapter) else { continue }
      guard i > 0 || box > 0 else { return nil }
      var copy = self
      if box == 0 { copy[i].startsPage = true } else { copy[i].flow.boxes[box].breakBefore = -.infinity }
      return copy
    }
    return nil
  }
}

extension Stretch {
  /// - Parameter boxes: the boxes that are moved, and the figures mentioned in them.
  fileprivate func tempered(_ way: Tempering, _ boxes: Range<Int> = 0..<Int.max) -> Stretch {
    guard way != Tempering() else { return self }
    func tempered(_ box: FlowBox) -> FlowBox {
      var copy = box
      let (extent, step) = (box.height, way.step)
      // In thirds, so that distances stay on the quarter steps of the grid.
      let white = step > 0 ? box.slack * ((step * 3).rounded() / 3) : .zero
      copy.height.natural =
        step < 0
        ? extent.natural - (extent.natural - extent.least) * -step : extent.natural + (extent.greatest - extent.natural) * step + white
      copy.height.least += white
      copy.height.greatest += white
      return copy
    }
    var copy = self
    for i in boxes.clamped(to: flow.boxes.indices) { copy.flow.boxes[i] = tempered(flow.boxes[i]) }
    for i in flow.floats.indices where boxes.contains(max(0, flow.floats[i].after)) {
      copy.flow.floats[i].box = tempered(flow.floats[i].box)
      copy.flow.floats[i].isPatient = way.isPatient
    }
    return copy
  }
}
