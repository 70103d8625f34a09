import Geometry

/// Heights of ranges of a flow in constant time, by prefix sums; held by reference, being asked for every page that may be.
final class FlowMeasure {
  /// Of the line above the notes, with its spaces.
  private let footnoteArea: Double
  /// Of each float: the box behind which it is mentioned, and the space above and below it. What is asked for each page that may be
  /// stands in arrays of its own.
  private let after: [Int]
  private let isPatient: [Bool]
  private let spaceAbove: [Double]
  private let spaceBelow: [Double]
  /// Space above each box, and what of it stays at the top of a page.
  private let boxSpace: [Double]
  private let topSpace: [Double]
  private let opensChapter: [Bool]
  private var least: [Double] = [0]
  private var natural: [Double] = [0]
  private var greatest: [Double] = [0]
  private var floatLeast: [Double] = [0]
  private var floatNatural: [Double] = [0]
  private var floatGreatest: [Double] = [0]
  private let continuation: [Double]
  /// Space above each box and what stands there within a page.
  private let openings: [Double]
  /// By box: the first later one that opens a section; the first of all for what is mentioned before all boxes.
  private let nextHeading: [Int]
  private let firstHeading: Int
  private var notes: [Double] = [0]
  private var floatNotes: [Double] = [0]

  init(_ flow: Flow) {
    footnoteArea = flow.footnoteArea.height.points
    after = flow.floats.map(\.after)
    isPatient = flow.floats.map(\.isPatient)
    spaceAbove = flow.floats.map(\.box.spaceBefore.points)
    spaceBelow = flow.floats.map(\.spaceAfter.points)
    boxSpace = flow.boxes.map(\.spaceBefore.points)
    // Below what a page repeats the first box keeps the space above it.
    topSpace = flow.boxes.map { $0.continuation.isEmpty ? 0 : $0.spaceBefore.points }
    opensChapter = flow.boxes.map(\.opensChapter)
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
    firstHeading = flow.boxes.firstIndex(where: \.opensSection) ?? .max
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
      let isAtTop = floats.isEmpty || after[floats.lowerBound] >= first
      if isAtTop { extra -= openings[first] - topSpace[first] }
      if isAtTop || !opensChapter[first] { extra += continuation[first] }
    }
    let noted = notes[boxes.upperBound] - notes[boxes.lowerBound] + floatNotes[floats.upperBound] - floatNotes[floats.lowerBound]
    if noted > 0 { extra += noted + footnoteArea }
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
      let isTop = boxes.isEmpty || after[k] < boxes.lowerBound
      let joins = k > floats.lowerBound && (isTop || after[k - 1] == after[k])
      if joins {
        sum += max(spaceAbove[k], spaceBelow[k - 1])
      } else if !isTop {
        sum += spaceAbove[k]
      }
      let isFollowed =
        k + 1 < floats.upperBound && (after[k + 1] == after[k] || isTop && (boxes.isEmpty || after[k + 1] < boxes.lowerBound))
      if !isFollowed, !boxes.isEmpty, isTop || after[k] + 1 < boxes.upperBound {
        let next = isTop ? boxes.lowerBound : after[k] + 1
        sum += max(0, spaceBelow[k] - boxSpace[next])
      }
    }
    return sum
  }

  /// What the floats cost that are mentioned in the first `boxes` boxes and not among the first `placed`: a little for a page's wait, much
  /// where the text has come to another section, or another chapter would begin below them.
  func waitingCost(boxes: Int, placed: Int) -> Double {
    var cost = 0.0
    var k = placed
    let isChapterNext = boxes < opensChapter.count && opensChapter[boxes]
    while k < after.count, after[k] < boxes {
      let isPassed = (after[k] < 0 ? firstHeading : nextHeading[after[k]]) < boxes
      cost += isChapterNext || isPassed && !isPatient[k] ? PageCost.astray : isPassed ? PageCost.passed : PageCost.wait
      k += 1
    }
    return cost
  }
}
