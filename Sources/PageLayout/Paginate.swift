package import Geometry

/// Which boxes and floats stand on one page.
package struct PageSpan: Hashable, Sendable {
  package init(boxes: Range<Int>, floats: Range<Int>) {
    self.boxes = boxes
    self.floats = floats
  }
  package var boxes: Range<Int>
  package var floats: Range<Int>
}

/// The height that pages offer: the first may have less, below a chapter's title.
package struct PageHeights: Hashable, Sendable {
  package var first: Length
  package var others: Length
  package init(first: Length, others: Length) {
    self.first = first
    self.others = others
  }
  func height(page: Bool) -> Length { page ? first : others }
}

/// Chooses page breaks, and the page of each float, with the least total badness: the idea of Knuth & Plass 1981 one level
/// up, after Plass's thesis (1981) on figures: the state is the number of boxes and of floats already placed.
///
/// A page is bad by the square of what stays empty beyond the stretch of its figures; the last page may end early, but not
/// with a few lines; a float that waits for a later page costs a little for each page, and much when it comes after the next
/// section's heading. A page that nothing fits on takes one
/// box all the same: the caller reports the overflow.
///
/// Time: states × boxes of a page × floats of a page.
package func paginate(_ flow: Flow, heights: PageHeights) -> [PageSpan] {
  let n = flow.boxes.count
  let m = flow.floats.count
  guard n + m > 0 else { return [] }

  struct Best {
    var cost = Double.infinity
    var box = -1
    var float = -1
  }
  let measure = FlowMeasure(flow)
  var best = [Best](repeating: Best(), count: (n + 1) * (m + 1))
  func index(_ i: Int, _ p: Int) -> Int { i * (m + 1) + p }
  best[0].cost = 0

  // In the order of (boxes, floats) every predecessor of a state is final when it is reached.
  for i in 0...n {
    for p in 0...m where best[index(i, p)].cost < .infinity && !(i == n && p == m) {
      let start = best[index(i, p)].cost
      let height = heights.height(page: i == 0 && p == 0)
      var j = i
      while true {
        // Floats that may stand here are those mentioned on this page or before.
        var q = p
        var fitsAny = false
        while true {
          if j > i || q > p {
            let need = measure.extent(i..<j, floats: p..<q)
            let forced = j == i + 1 && q == p || j == i && q == p + 1
            if need.least.fits(in: height) || forced {
              fitsAny = true
              let legal = j == n || flow.boxes[j].breakBefore < .infinity
              if legal, !(j < n && j == i && q == p) {
                let isLast = j == n && q == m
                var cost = start + pageCost(need, height: height, isLast: isLast)
                if j < n, flow.boxes[j].breakBefore.isFinite { cost += flow.boxes[j].breakBefore }
                cost += measure.waitingCost(boxes: j, placed: q)
                // A small figure alone on the last page looks forgotten.
                if isLast, j == i, need.natural / height < 0.3 { cost += 300 }
                if cost < best[index(j, q)].cost {
                  best[index(j, q)] = Best(cost: cost, box: i, float: p)
                }
              }
            }
          } else {
            fitsAny = true
          }
          guard q < m, n == 0 || flow.floats[q].after < j else { break }
          q += 1
        }
        guard fitsAny, j < n else { break }
        if j > i, flow.boxes[j].breakBefore == -.infinity { break }
        j += 1
      }
    }
    // A run of boxes that may not be parted and fits on no page would leave every later state unreachable.
    if i < n, (0...m).allSatisfy({ best[index(i, $0)].cost == .infinity }) { continue }
  }
  guard best[index(n, m)].cost < .infinity else { return fallback(flow, heights: heights, measure: measure) }

  var pages: [PageSpan] = []
  var state = (n, m)
  while state != (0, 0) {
    let from = best[index(state.0, state.1)]
    pages.append(PageSpan(boxes: from.box..<state.0, floats: from.float..<state.1))
    state = (from.box, from.float)
  }
  return pages.reversed()
}

/// Badness of one page: 0 when it is full.
private func pageCost(_ need: FlowBox.Extent, height: Length, isLast: Bool) -> Double {
  let fill = need.greatest / height
  if need.natural > height {
    // Shrinking figures is worse than stretching them.
    return 20 + 200 * (need.natural / height - 1)
  }
  if isLast {
    let natural = need.natural / height
    return natural < 0.2 ? 4000 * (0.2 - natural) : natural < 0.4 ? 200 * (0.4 - natural) : 0
  }
  let empty = max(0, 1 - fill)
  let stretched = max(0, min(1, fill) - need.natural / height)
  return 2000 * empty * empty + 60 * stretched + 1
}

/// First fit, for material that the optimum cannot place: every page takes what it can, at least one box.
private func fallback(_ flow: Flow, heights: PageHeights, measure: FlowMeasure) -> [PageSpan] {
  var pages: [PageSpan] = []
  var i = 0
  var p = 0
  while i < flow.boxes.count || p < flow.floats.count {
    let height = heights.height(page: pages.isEmpty)
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
  }
  return pages
}

/// Heights of ranges of a flow in constant time, by prefix sums.
struct FlowMeasure {
  private let flow: Flow
  private var least: [Double] = [0]
  private var natural: [Double] = [0]
  private var greatest: [Double] = [0]
  private var floatLeast: [Double] = [0]
  private var floatNatural: [Double] = [0]
  private var floatGreatest: [Double] = [0]
  private let continuation: [Double]
  /// By box: the first later one that opens a section.
  private let nextHeading: [Int]
  private var notes: [Double] = [0]
  private var floatNotes: [Double] = [0]

  init(_ flow: Flow) {
    self.flow = flow
    for box in flow.boxes {
      notes.append((notes.last ?? 0) + FlowMeasure.noteHeight(box))
      let space = box.spaceBefore.points
      least.append((least.last ?? 0) + space + box.height.least.points)
      natural.append((natural.last ?? 0) + space + box.height.natural.points)
      greatest.append((greatest.last ?? 0) + space + box.height.greatest.points)
    }
    for float in flow.floats {
      floatNotes.append((floatNotes.last ?? 0) + FlowMeasure.noteHeight(float.box))
      floatLeast.append((floatLeast.last ?? 0) + float.box.height.least.points)
      floatNatural.append((floatNatural.last ?? 0) + float.box.height.natural.points)
      floatGreatest.append((floatGreatest.last ?? 0) + float.box.height.greatest.points)
    }
    var next = [Int](repeating: .max, count: flow.boxes.count)
    for i in flow.boxes.indices.dropLast().reversed() {
      next[i] = flow.boxes[i + 1].opensSection ? i + 1 : next[i + 1]
    }
    nextHeading = next
    continuation = flow.boxes.map { $0.continuation.reduce(0) { $0 + $1.height.natural.points + $1.spaceBefore.points } }
  }

  private static func noteHeight(_ box: FlowBox) -> Double {
    box.footnotes.reduce(0) { $0 + $1.height.natural.points }
  }

  /// Heights of a page with these boxes and floats and their notes; the space above its first box is dropped.
  func extent(_ boxes: Range<Int>, floats: Range<Int>) -> FlowBox.Extent {
    var extra = spaces(around: floats, boxes)
    if let first = boxes.first {
      extra += continuation[first]
      if floats.isEmpty || flow.floats[floats.lowerBound].after >= first { extra -= flow.boxes[first].spaceBefore.points }
    }
    let noted = notes[boxes.upperBound] - notes[boxes.lowerBound] + floatNotes[floats.upperBound] - floatNotes[floats.lowerBound]
    if noted > 0 { extra += noted + flow.footnoteArea.height.points }
    func total(_ sums: [Double], _ floatSums: [Double]) -> Length {
      .pt(
        sums[boxes.upperBound] - sums[boxes.lowerBound] + floatSums[floats.upperBound] - floatSums[floats.lowerBound]
          + extra)
    }
    return .init(
      least: total(least, floatLeast), natural: total(natural, floatNatural), greatest: total(greatest, floatGreatest))
  }

  /// What floats add to the spaces of a page: of two neighbours the larger counts, and none at the page's top or foot.
  private func spaces(around floats: Range<Int>, _ boxes: Range<Int>) -> Double {
    var sum = 0.0
    for k in floats {
      let float = flow.floats[k]
      let isTop = boxes.isEmpty || float.after < boxes.lowerBound
      let joins = k > floats.lowerBound && (isTop || flow.floats[k - 1].after == float.after)
      if joins {
        sum += max(float.box.spaceBefore, flow.floats[k - 1].spaceAfter).points
      } else if !isTop {
        sum += float.box.spaceBefore.points
      }
      let isFollowed =
        k + 1 < floats.upperBound
        && (flow.floats[k + 1].after == float.after || isTop && (boxes.isEmpty || flow.floats[k + 1].after < boxes.lowerBound))
      if !isFollowed, !boxes.isEmpty, isTop || float.after + 1 < boxes.upperBound {
        let next = isTop ? boxes.lowerBound : float.after + 1
        sum += max(0, float.spaceAfter.points - flow.boxes[next].spaceBefore.points)
      }
    }
    return sum
  }

  /// What the floats cost that are mentioned in the first `boxes` boxes and not among the first `placed`: a little for a
  /// page's wait, much where the text has come to another section.
  func waitingCost(boxes: Int, placed: Int) -> Double {
    var cost = 0.0
    var k = placed
    while k < flow.floats.count, flow.floats[k].after < boxes {
      cost += nextHeading[flow.floats[k].after] < boxes ? 400 : 6
      k += 1
    }
    return cost
  }
}
