/// The breaks with the least sum of demerits: Knuth & Plass 1981, "Breaking Paragraphs into Lines".
///
/// Numbers only, no fonts. Glue and penalties after a break and at the start are dropped. Linear in the number of items where
/// widths do not fall along the text, which typeset text fulfils.
///
/// - Parameters:
///   - items: end with a penalty of cost −∞; others of that cost are forced breaks.
///   - width: of the lines, `firstWidth` of the first one; in the unit of the items.
///   - runaround: which lines are narrower, counted from 0. Where lines of different numbers can end at one break, the way with fewer
///     demerits decides which number the next line has; TeX would keep both.
/// - Returns: nil when a line is worse than the tolerance allows and `parameters.isFinal` is not set.
package func optimalBreaks(
  _ items: [ParagraphItem], width: Double, firstWidth: Double? = nil, runaround: (lines: Range<Int>, width: Double)? = nil,
  parameters: BreakParameters
) -> BrokenParagraph? {
  if items.isEmpty { return BrokenParagraph(breaks: [], demerits: 0) }
  var breaker = Breaker(
    items, width: width, firstWidth: firstWidth ?? (runaround.map { $0.lines.contains(0) ? $0.width : width } ?? width),
    runaround: runaround,
    parameters: parameters)
  return breaker.run()
}

/// How tight a line is; neighbours more than one class apart look uneven.
enum Fitness: Int { case tight, decent, loose, veryLoose }

private struct Breaker {
  /// The best way to one break that ends with a line of one fitness.
  struct Node {
    var item: Int32
    /// Lines that end up to here.
    var lines: Int32
    var previous: Int32
    var fitness: Int32
    var isFlagged: Bool
    /// Sums of all items before the first one of the next line.
    var width: Double
    var stretch: Double
    var shrink: Double
    var tightening: Double
    var demerits: Double
    var ratio: Double
  }
  struct Candidate {
    var demerits = Double.infinity
    var ratio = 0.0
    var previous: Int32 = -1
  }

  /// Counts for a line that is too short and has nothing to stretch.
  static let shortLineRatio = 100.0

  /// Counts for a line that is about to use its ``BreakParameters/tightening``; twice as much for one that uses all of it.
  static let tightLineRatio = 2.5

  let items: [ParagraphItem]
  let lineWidth: Double
  let firstWidth: Double
  let narrowWidth: Double
  /// The number of the first line from which all have the full width, at least 1: the first line has a width of its own. Before
  /// `firstNarrowLine` they have it too.
  let firstFullLine: Int32
  let firstNarrowLine: Int32
  let parameters: BreakParameters
  /// Whether a line only gets longer, and no looser, when more items join it.
  let isMonotone: Bool
  let ratioLimit: Double
  /// Active ones are those from `head` on; they are in the order of their items.
  var nodes: [Node] = []
  /// Only filled where the text is not monotone.
  let leastWidthAfter: [Double]
  var head = 0
  var (width, stretch, shrink, tightening) = (0.0, 0.0, 0.0, 0.0)

  init(
    _ items: [ParagraphItem], width: Double, firstWidth: Double, runaround: (lines: Range<Int>, width: Double)?,
    parameters: BreakParameters
  ) {
    self.items = items
    lineWidth = width
    self.firstWidth = firstWidth
    narrowWidth = runaround?.width ?? width
    firstFullLine = Int32(clamping: max(1, runaround?.lines.upperBound ?? 1))
    firstNarrowLine = Int32(clamping: runaround?.lines.lowerBound ?? 0)
    self.parameters = parameters
    isMonotone = Breaker.isMonotone(items)
    leastWidthAfter =
      isMonotone
      ? []
      : Breaker.leastWidths(
        items, dearest: parameters.dearestPenalty, tightening: parameters.tightening)
    ratioLimit = parameters.tolerance.isInfinite ? .infinity : Breaker.cubeRoot(parameters.tolerance / 100)
  }

  mutating func run() -> BrokenParagraph? {
    nodes.reserveCapacity(items.count + 8)
    appendNode(at: -1, Candidate(demerits: 0), fitness: .decent, isFlagged: false)
    var afterBox = false
    for i in items.indices {
      let item = items[i]
      switch item.kind {
      case .box:
        width += item.width
        afterBox = true
        continue
      case .glue:
        if afterBox, !tryBreak(at: i, item) { return nil }
        width += item.width
        stretch += item.stretch
        shrink += item.shrink
        if item.stretch > 0 { tightening += parameters.tightening }
      case .penalty:
        if item.cost <= parameters.dearestPenalty, !tryBreak(at: i, item) { return nil }
      }
      afterBox = false
    }
    return trace()
  }

  /// Of the line that begins at a node.
  @inline(__always) private func measure(from node: Node) -> Double {
    node.lines >= firstFullLine ? lineWidth : node.lines == 0 ? firstWidth : node.lines < firstNarrowLine ? lineWidth : narrowWidth
  }

  /// Enters the best lines that end at item `i`.
  /// - Returns: false when no way leads on.
  private mutating func tryBreak(at i: Int, _ item: ParagraphItem) -> Bool {
    let isForced = item.kind == .penalty && item.cost == -.infinity
    let isPenalty = item.kind == .penalty
    let end = width + (isPenalty ? item.width : 0)
    let cost = isPenalty ? Double(item.cost) : 0
    let isTeX = parameters.formula == .tex
    let isLast = i == items.count - 1
    var best = (Candidate(), Candidate(), Candidate(), Candidate())
    var least = Double.infinity
    var j = head
    let count = nodes.count
    var tooWide = 0
    while j < count {
      let node = nodes[j]
      let slack = measure(from: node) - (end - node.width)
      let offered: Double
      if slack < -1e-9 {
        offered = shrink - node.shrink
        if -slack > offered + (tightening - node.tightening) + 1e-9 {
          tooWide += 1
          if j == head, isMonotone { head += 1 }
          j += 1
          continue
        }
      } else {
        offered = stretch - node.stretch + parameters.extraStretch
        if !isTeX, slack > ratioLimit * offered, slack > 1e-9 {
          // A later start is looser still, where all lines have one width.
          if isMonotone, firstFullLine == 1 { break }
          j += 1
          continue
        }
      }
      var ratio = abs(slack) <= 1e-9 ? 0 : offered > 0 ? slack / offered : slack < 0 ? -1 : Double.infinity
      if ratio == .infinity, !isTeX {
        guard parameters.allowsShortLines else {
          j += 1
          continue
        }
        ratio = Breaker.shortLineRatio
      } else if slack < 0, -slack > offered + 1e-9 {
        let share = (-slack - offered) / max(1e-9, tightening - node.tightening)
        ratio = -Breaker.tightLineRatio * (1 + share)
      }
      let fitness: Fitness
      var demerits: Double
      if isTeX {
        let bad = slack == 0 ? 0 : texBadness(Int(abs(slack)), Int(offered))
        if bad > parameters.tolerance {
          j += 1
          continue
        }
        fitness = slack < 0 ? (bad > 12 ? .tight : .decent) : bad > 99 ? .veryLoose : bad > 12 ? .loose : .decent
        demerits = texDemerits(bad, cost, isForced)
      } else {
        let bad = badness(ratio: ratio)
        fitness = ratio < -0.5 ? .tight : ratio <= 0.5 ? .decent : ratio <= 1 ? .loose : .veryLoose
        demerits = parameters.linePenalty + bad + max(0, cost)
        demerits *= demerits
        if cost < 0, !isForced { demerits -= cost * cost }
      }
      if node.isFlagged {
        if isPenalty, item.flagged, !isLast { demerits += parameters.flaggedDemerits }
        if isLast { demerits += parameters.finalFlaggedDemerits }
      }
      if abs(Int(node.fitness) - fitness.rawValue) > 1 { demerits += parameters.fitnessDemerits }
      demerits += node.demerits
      if demerits < least { least = demerits }
      let candidate = Candidate(demerits: demerits, ratio: ratio, previous: Int32(j))
      switch fitness {
      case .tight: if demerits < best.0.demerits { best.0 = candidate }
      case .decent: if demerits < best.1.demerits { best.1 = candidate }
      case .loose: if demerits < best.2.demerits { best.2 = candidate }
      case .veryLoose: if demerits < best.3.demerits { best.3 = candidate }
      }
      j += 1
    }
    if isForced { head = count }
    if least < .infinity {
      let limit = least + parameters.fitnessDemerits
      let flagged = isPenalty && item.flagged
      if best.0.demerits <= limit { appendNode(at: i, best.0, fitness: .tight, isFlagged: flagged) }
      if best.1.demerits <= limit { appendNode(at: i, best.1, fitness: .decent, isFlagged: flagged) }
      if best.2.demerits <= limit { appendNode(at: i, best.2, fitness: .loose, isFlagged: flagged) }
      if best.3.demerits <= limit { appendNode(at: i, best.3, fitness: .veryLoose, isFlagged: flagged) }
    } else if head == nodes.count || !isMonotone && tooWide == count - head && isDeadEnd(after: i) {
      guard parameters.isFinal else { return false }
      appendEmergencyNode(at: i, end: end, isFlagged: isPenalty && item.flagged)
    }
    return true
  }

  /// Whether every line that is open at item `i` is too wide at all breaks that follow.
  private func isDeadEnd(after i: Int) -> Bool {
    nodes[head...].allSatisfy { node in
      leastWidthAfter[i] - (node.width - node.shrink - node.tightening) > measure(from: node) + 1e-9
    }
  }

  /// For each item the least squeezed width, from the start, of the breaks behind it.
  private static func leastWidths(
    _ items: [ParagraphItem], dearest: Float, tightening: Double
  ) -> [Double] {
    var squeezed: [Double] = []
    var sum = 0.0
    for item in items {
      squeezed.append(item.kind == .penalty ? (item.cost <= dearest ? sum + item.width : .infinity) : sum)
      if item.kind != .penalty { sum += item.width - item.shrink - (item.stretch > 0 ? tightening : 0) }
    }
    var least = Double.infinity
    var result = [Double](repeating: least, count: items.count)
    for i in items.indices.reversed() {
      result[i] = least
      if items[i].kind != .box { least = min(least, squeezed[i]) }
    }
    return result
  }

  private func texDemerits(_ bad: Double, _ cost: Double, _ isForced: Bool) -> Double {
    let base = parameters.linePenalty + bad
    let squared = abs(base) >= 10_000 ? 100_000_000 : base * base
    if cost > 0 { return squared + cost * cost }
    return isForced ? squared : squared - cost * cost
  }

  /// The line from the latest start, whatever its ratio; the only way on when all others end here.
  private mutating func appendEmergencyNode(at i: Int, end: Double, isFlagged: Bool) {
    let node = nodes[nodes.count - 1]
    let slack = measure(from: node) - (end - node.width)
    let offered = slack < 0 ? shrink - node.shrink : stretch - node.stretch
    let ratio = offered > 0 ? slack / offered : slack < 0 ? -Double.infinity : Double.infinity
    head = nodes.count
    appendNode(
      at: i, Candidate(demerits: node.demerits, ratio: ratio, previous: Int32(nodes.count - 1)),
      fitness: slack < 0 ? .tight : .veryLoose, isFlagged: isFlagged)
  }

  private mutating func appendNode(at i: Int, _ candidate: Candidate, fitness: Fitness, isFlagged: Bool) {
    var node = Node(
      item: Int32(i), lines: candidate.previous < 0 ? 0 : nodes[Int(candidate.previous)].lines + 1,
      previous: candidate.previous, fitness: Int32(fitness.rawValue), isFlagged: isFlagged,
      width: width, stretch: stretch, shrink: shrink, tightening: tightening, demerits: candidate.demerits,
      ratio: candidate.ratio)
    var j = i < 0 && parameters.formula == .tex ? items.count : max(i, 0)
    scan: while j < items.count {
      let item = items[j]
      switch item.kind {
      case .box: break scan
      case .glue:
        node.width += item.width
        node.stretch += item.stretch
        node.shrink += item.shrink
        if item.stretch > 0 { node.tightening += parameters.tightening }
      case .penalty: if item.cost == -.infinity, j > i { break scan }
      }
      j += 1
    }
    nodes.append(node)
  }

  private func trace() -> BrokenParagraph? {
    guard let last = nodes.indices[head...].min(by: { nodes[$0].demerits < nodes[$1].demerits }) else { return nil }
    var breaks: [ParagraphBreak] = []
    var index = last
    while nodes[index].item >= 0 {
      breaks.append(ParagraphBreak(item: Int(nodes[index].item), ratio: nodes[index].ratio))
      index = Int(nodes[index].previous)
    }
    return BrokenParagraph(breaks: breaks.reversed(), demerits: nodes[last].demerits)
  }

  private static func isMonotone(_ items: [ParagraphItem]) -> Bool {
    var box = 0.0
    for item in items {
      switch item.kind {
      case .box:
        if item.width < 0 { return false }
        box = item.width
      case .glue: if item.width < item.shrink || item.stretch < 0 || item.shrink < 0 { return false }
      case .penalty: if item.width < -box { return false }
      }
    }
    return true
  }

  /// Newton's method: no platform mathematics, the same bits everywhere.
  private static func cubeRoot(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    var root = max(1, value)
    for _ in 0..<200 { root -= (root * root * root - value) / (3 * root * root) }
    return root
  }
}
