package import Geometry

/// Which boxes and floats stand on one page, or in one column of it.
package struct PageSpan: Hashable, Sendable {
  package init(boxes: Range<Int>, floats: Range<Int>) {
    self.boxes = boxes
    self.floats = floats
  }
  package var boxes: Range<Int>
  package var floats: Range<Int>
}

/// The heights that a chain of regions offers: the columns of the first page may be shorter, below what spans them.
package struct PageHeights: Hashable, Sendable {
  package var first: Length
  package var others: Length
  /// Regions of one page, filled one after the other.
  package var columns: Int
  /// How far the text of a page may run over its foot where that spares a page with a hole.
  package var overrun: Length
  package init(first: Length, others: Length, columns: Int = 1, overrun: Length = .zero) {
    self.first = first
    self.others = others
    self.columns = max(1, columns)
    self.overrun = overrun
  }

  /// Regions that differ in what follows: those of the first page, then those of any other.
  var kinds: Int { first == others && columns == 1 ? 1 : columns * 2 }
  func height(_ kind: Int) -> Length { kinds == 1 || kind >= columns ? others : first }
  /// Whether a region is shorter than those of other pages, below what spans its columns: it may stay empty.
  func isShort(_ kind: Int) -> Bool { kinds > 1 && kind < columns && first < others }
  /// What stands above a region on its page.
  func above(_ kind: Int) -> Length { isShort(kind) ? others - first : .zero }
  /// The column of its page, from 0.
  func column(_ kind: Int) -> Int { kind % columns }
  func next(_ kind: Int) -> Int { kinds == 1 ? 0 : kind + 1 < kinds ? kind + 1 : columns }
}

/// Chooses page breaks, and the page of each float, with the least total badness: the idea of Knuth & Plass 1981 one level
/// up, after Plass's thesis (1981) on figures: the state is the number of boxes and of floats already placed, and the region.
///
/// A page costs what ``PageCost`` says; a float that waits for a later page costs a little for each page, and much when it
/// comes after the next section's heading. A page that nothing fits on takes one box all the same: the caller reports the
/// overflow. Short regions of the first page stay empty instead.
///
/// - Parameter isFollowed: other material follows on the last page, so that it may end anywhere.
///
/// Time: states × boxes of a page × floats of a page; a float waits for some boxes only, so that the states are linear.
package func paginate(_ flow: Flow, heights: PageHeights, isFollowed: Bool = false) -> [PageSpan] {
  guard flow.boxes.count + flow.floats.count > 0 else { return [] }
  var breaker = PageBreaker(flow, heights: heights, isFollowed: isFollowed)
  return breaker.pages()
}

private struct PageBreaker {
  private struct Best {
    var cost = Double.infinity
    var box = -1
    var float = -1
    var kind = -1
  }
  private let flow: Flow
  private let heights: PageHeights
  private let isFollowed: Bool
  private let measure: FlowMeasure
  private let n: Int
  private let m: Int
  /// Of each box what is asked for each page that may be: the cost of a break before it, whether it opens a chapter and follows the end of a
  /// part. A box itself is large and holds others.
  private let breaks: [Double]
  private let opensChapter: [Bool]
  private let endsPart: [Bool]
  /// The box behind which each float is mentioned.
  private let mention: [Int]
  /// By box: floats that are certainly placed before it, and those that may be.
  private var placed: [Range<Int>] = []
  private var offsets: [Int] = []
  private var best: [Best] = []

  /// A float waits for so many boxes at most, and with so many others, unless they are mentioned at one place.
  private static let patience = 96
  private static let queue = 6

  init(_ flow: Flow, heights: PageHeights, isFollowed: Bool) {
    self.flow = flow
    self.heights = heights
    self.isFollowed = isFollowed
    measure = FlowMeasure(flow)
    n = flow.boxes.count
    m = flow.floats.count
    breaks = flow.boxes.map(\.breakBefore)
    opensChapter = flow.boxes.map(\.opensChapter)
    endsPart = flow.boxes.map(\.endsPageBefore)
    mention = flow.floats.map(\.after)
    var mentioned: [Int] = []
    var k = 0
    for i in 0...n {
      while k < m, flow.floats[k].after < i || i == n { k += 1 }
      mentioned.append(k)
    }
    var offset = 0
    for i in 0...n {
      let settled = i <= PageBreaker.patience ? 0 : mentioned[i - PageBreaker.patience]
      let waiting = min(max(0, mentioned[i] - PageBreaker.queue), i > 0 ? mentioned[i - 1] : 0)
      let range = max(settled, waiting)..<(mentioned[i] + 1)
      placed.append(range)
      offsets.append(offset)
      offset += range.count * heights.kinds
    }
    best = [Best](repeating: Best(), count: offset)
  }

  private func index(_ i: Int, _ p: Int, _ kind: Int) -> Int {
    offsets[i] + (p - placed[i].lowerBound) * heights.kinds + kind
  }

  mutating func pages() -> [PageSpan] {
    best[index(0, 0, 0)].cost = 0
    // In the order of (boxes, floats) every predecessor of a state is final when it is reached.
    for i in 0...n {
      for p in placed[i] where !(i == n && p == m) {
        for kind in 0..<heights.kinds where best[index(i, p, kind)].cost < .infinity { follow(i, p, kind) }
      }
    }
    let ends = (0..<heights.kinds).filter { best[index(n, m, $0)].cost < .infinity }
    guard let last = ends.min(by: { best[index(n, m, $0)].cost < best[index(n, m, $1)].cost }) else {
      return firstFit(flow, heights: heights, measure: measure)
    }
    var pages: [PageSpan] = []
    var state = (i: n, p: m, kind: last)
    while state.i > 0 || state.p > 0 || state.kind > 0 {
      let from = best[index(state.i, state.p, state.kind)]
      pages.append(PageSpan(boxes: from.box..<state.i, floats: from.float..<state.p))
      state = (from.box, from.float, from.kind)
    }
    return pages.reversed()
  }

  /// The pages that may begin where `i` boxes and `p` floats are placed.
  private mutating func follow(_ i: Int, _ p: Int, _ kind: Int) {
    let start = best[index(i, p, kind)].cost
    let height = heights.height(kind)
    let next = heights.next(kind)
    let isShort = heights.isShort(kind)
    if isShort {
      // Nothing stands here.
      let at = index(i, p, next)
      let cost = start + PageCost.within(FlowBox.Extent(heights.above(kind)), height: heights.others)
      if cost < best[at].cost { best[at] = Best(cost: cost, box: i, float: p, kind: kind) }
    }
    // A chapter that begins within the page.
    var joined = 0.0
    var j = i
    while true {
      // Floats that may stand here are those mentioned on this page or before. Where no page may end nothing is measured.
      let isLegal = j == n || breaks[j] < .infinity
      var q = p
      var fitsAny = j == i || !isLegal
      while isLegal {
        if j > i || q > p {
          let need = measure.extent(i..<j, floats: p..<q)
          let forced = !isShort && (j == i + 1 && q == p || j == i && q == p + 1)
          // With more floats it would fit still less.
          guard need.least.fits(in: height + heights.overrun) || forced else { break }
          fitsAny = true
          if !(j < n && j == i && q == p), placed[j].contains(q) {
            let cost = start + joined + self.cost(need, i..<j, p..<q, kind)
            let at = index(j, q, next)
            if cost < best[at].cost { best[at] = Best(cost: cost, box: i, float: p, kind: kind) }
          }
        }
        guard q < m, n == 0 || mention[q] < j else { break }
        q += 1
      }
      guard fitsAny, j < n else { break }
      if j > i {
        if breaks[j] == -.infinity { break }
        if opensChapter[j] { joined += PageCost.joined }
      }
      j += 1
    }
  }

  private func cost(_ own: FlowBox.Extent, _ boxes: Range<Int>, _ floats: Range<Int>, _ kind: Int) -> Double {
    // A page is judged whole, with what stands above a short region.
    let above = heights.above(kind)
    let need = FlowBox.Extent(least: own.least + above, natural: own.natural + above, greatest: own.greatest + above)
    let height = heights.height(kind) + above
    let j = boxes.upperBound
    let isLast = j == n && floats.upperBound == m
    let endsPart = j < n && self.endsPart[j]
    var cost =
      isLast && isFollowed && need.natural <= height
      ? 0
      : isLast
        ? PageCost.last(need, height: height, column: heights.column(kind), of: heights.columns)
        : endsPart ? PageCost.end(need, height: height) : PageCost.within(need, height: height)
    if !need.least.fits(in: height) { cost += PageCost.overrun }
    if j < n, breaks[j].isFinite { cost += breaks[j] }
    cost += measure.waitingCost(boxes: j, placed: floats.upperBound)
    // A small figure alone on the last page looks forgotten.
    if isLast, !isFollowed, boxes.isEmpty, need.natural / height < 0.3 { cost += 300 }
    return cost
  }
}

/// First fit, for material that the optimum cannot place: every page takes what it can, at least one box.
private func firstFit(_ flow: Flow, heights: PageHeights, measure: FlowMeasure) -> [PageSpan] {
  var pages: [PageSpan] = []
  var i = 0
  var p = 0
  var kind = 0
  while i < flow.boxes.count || p < flow.floats.count {
    let height = heights.height(kind)
    var j = i
    var q = p
    while q < flow.floats.count, flow.floats[q].after < max(i, 1),
      measure.extent(i..<j, floats: p..<(q + 1)).least.fits(in: height) || q == p && j == i
    { q += 1 }
    var legal = j
    while j < flow.boxes.count {
      guard measure.extent(i..<(j + 1), floats: p..<q).least.fits(in: height) || j == i && q == p else { break }
      j += 1
      if j == flow.boxes.count || flow.boxes[j].breakBefore < .infinity { legal = j }
      if j < flow.boxes.count, flow.boxes[j].breakBefore == -.infinity { break }
    }
    if legal == i, q == p { legal = j }
    pages.append(PageSpan(boxes: i..<legal, floats: p..<q))
    i = legal
    p = q
    kind = heights.next(kind)
  }
  return pages
}
