import Geometry

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
  /// Space above each box and what stands there within a page.
  private let openings: [Double]
  /// By box: the first later one that opens a section.
  private let nextHeading: [Int]
  private var notes: [Double] = [0]
  private var floatNotes: [Double] = [0]

  init(_ flow: Flow) {
    self.flow = flow
    for box in flow.boxes {
      notes.append((notes.last ?? 0) + FlowMeasure.noteHeight(box))
      let space = box.spaceBefore.points + FlowMeasure.height(of: box.withinPage)
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
    continuation = flow.boxes.map { FlowMeasure.height(of: $0.continuation) }
    openings = flow.boxes.map { $0.spaceBefore.points + FlowMeasure.height(of: $0.withinPage) }
  }

  private static func height(of boxes: [FlowBox]) -> Double {
    boxes.reduce(0) { $0 + $1.height.natural.points + $1.spaceBefore.points }
  }

  private static func noteHeight(_ box: FlowBox) -> Double {
    box.footnotes.reduce(0) { $0 + $1.height.natural.points }
  }

  /// Heights of a page with these boxes and floats and their notes; the space above its first box is dropped.
  func extent(_ boxes: Range<Int>, floats: Range<Int>) -> FlowBox.Extent {
    var extra = spaces(around: floats, boxes)
    if let first = boxes.first {
      let isAtTop = floats.isEmpty || flow.floats[floats.lowerBound].after >= first
      // Below what a page repeats the first box keeps the space above it.
      if isAtTop { extra -= openings[first] - (flow.boxes[first].continuation.isEmpty ? 0 : flow.boxes[first].spaceBefore.points) }
      if isAtTop || !flow.boxes[first].opensChapter { extra += continuation[first] }
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
  /// page's wait, much where the text has come to another section, or another chapter would begin below them.
  func waitingCost(boxes: Int, placed: Int) -> Double {
    var cost = 0.0
    var k = placed
    let isChapterNext = boxes < flow.boxes.count && flow.boxes[boxes].opensChapter
    while k < flow.floats.count, flow.floats[k].after < boxes {
      cost += isChapterNext || nextHeading[flow.floats[k].after] < boxes ? 600 : 6
      k += 1
    }
    return cost
  }
}
