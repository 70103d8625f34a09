/// A paragraph as boxes, glue and penalties, and which units each of them holds.
struct ParagraphItems {
  var items: [ParagraphItem] = []
  /// For each item the end of its units; they begin where those of the item before end. Only boxes and word spaces hold any.
  var unitEnds: [Int32] = []
  /// The tier of each glue.
  var tiers: [SpacingTier] = []

  mutating func append(_ item: ParagraphItem, unitEnd: Int, tier: SpacingTier = .characters) {
    items.append(item)
    unitEnds.append(Int32(unitEnd))
    tiers.append(tier)
  }

  func units(of item: Int) -> Range<Int> { (item == 0 ? 0 : Int(unitEnds[item - 1]))..<Int(unitEnds[item]) }
}

/// Writes a shaped paragraph as items. Between two units stands a glue wherever there is blank to squeeze or room for
/// justification; a glue where no line may end has an infinite penalty before it.
struct ParagraphItemBuilder {
  let text: ShapedText
  let style: ParagraphStyle
  /// Of each run, in points.
  let em: [Double]
  /// Width of a hyphen for each run.
  let hyphens: [Double]
  private let costs = BreakCosts()
  /// Whether spaces stretch and shrink; lines that are not justified keep their natural width.
  let isElastic: Bool
  private var result = ParagraphItems()
  private var boxWidth = 0.0
  private var boxStart = 0

  init(_ text: ShapedText, style: ParagraphStyle, em: [Double], hyphens: [Double]) {
    self.text = text
    self.style = style
    self.em = em
    self.hyphens = hyphens
    isElastic = style.alignment == .justified
  }

  /// - Parameter opportunities: for each character whether a line may end before it; empty for a text that stays on one line.
  consuming func build(_ opportunities: [BreakOpportunity]) -> ParagraphItems {
    let count = text.contentEnd
    result.items.reserveCapacity(count * 2 + 4)
    result.unitEnds.reserveCapacity(count * 2 + 4)
    result.tiers.reserveCapacity(count * 2 + 4)
    for i in 0..<count {
      let unit = text.units[i]
      let size = em[Int(unit.run)]
      let isLast = i + 1 == count
      let next = text.units[i + 1]
      var opportunity = isLast || opportunities.isEmpty ? .prohibited : opportunities[Int(next.scalar)]
      if unit.kind == .space {
        if opportunity != .mandatory { opportunity = spaceOpportunity(i, count, opportunities) }
        closeBox(at: i)
        let endsLine = opportunity == .mandatory || isFollowedByForcedBreak(i, count, opportunities)
        let space = endsLine ? .none : text.wordSpacing(i, em: size)
        appendBreak(opportunity, space, unit: i, unitEnd: i + 1)
        boxStart = i + 1
        continue
      }
      boxWidth += unit.width
      if isLast { break }
      if next.kind == .space, opportunity == .prohibited { continue }
      var space = next.kind == .space ? .none : text.spacing(after: i, style: style.punctuation, em: size)
      if opportunity.isWithinNumber { space = space.withinNumber }
      if space.isRigid, opportunity == .prohibited { continue }
      closeBox(at: i + 1)
      appendBreak(opportunity, space, unit: i, unitEnd: i + 1)
    }
    closeBox(at: count)
    appendForcedBreak(at: count)
    return result
  }

  /// Of several spaces running a line may end at the first one.
  private func spaceOpportunity(_ i: Int, _ count: Int, _ opportunities: [BreakOpportunity]) -> BreakOpportunity {
    if opportunities.isEmpty || i > 0 && text.units[i - 1].kind == .space { return .prohibited }
    var j = i + 1
    while j < count, text.units[j].kind == .space { j += 1 }
    guard j < count else { return .prohibited }
    let verdict = opportunities[Int(text.units[j].scalar)]
    return verdict == .mandatory ? .prohibited : verdict
  }

  private func isFollowedByForcedBreak(_ i: Int, _ count: Int, _ opportunities: [BreakOpportunity]) -> Bool {
    var j = i + 1
    while j < count, text.units[j].kind == .space || text.units[j].kind == .invisible {
      if j + 1 < count, !opportunities.isEmpty, opportunities[Int(text.units[j + 1].scalar)] == .mandatory {
        return true
      }
      j += 1
    }
    return false
  }

  private mutating func closeBox(at end: Int) {
    if end > boxStart { result.append(.box(boxWidth), unitEnd: end) }
    boxStart = end
    boxWidth = 0
  }

  /// The space after the units before `unitEnd`, and how the line may end there; `unit` is the last one before the space.
  private mutating func appendBreak(_ opportunity: BreakOpportunity, _ space: Spacing, unit: Int, unitEnd: Int) {
    let isWordSpace = text.units[unit].kind == .space
    let before = isWordSpace ? unit : unitEnd
    var cost: Float?
    switch opportunity {
    case .prohibited: cost = .infinity
    case .allowed:
      let endsAtGlue = (!space.isRigid || isWordSpace) && isAfterBox && text.blankAtLineEnd(unit) == 0
      cost = endsAtGlue ? nil : 0
    case .mandatory: cost = nil
    case .numberUnit: cost = costs.numberUnit
    case .reluctant: cost = costs.reluctant
    case .withinUnit: cost = costs.withinUnit
    case .shortLastLine: cost = costs.shortLastLine
    case .stubLastLine: cost = costs.stubLastLine
    case .hyphen: cost = costs.hyphen
    }
    if style.hangingPunctuation, opportunity == .allowed, mayHang(unit) {
      result.append(.penalty(costs.hanging, width: -text.units[unit].width), unitEnd: before)
      cost = 0
    }
    if let cost {
      let isHyphen = opportunity == .hyphen
      let width = isHyphen ? hyphens[Int(text.units[unit].run)] : text.blankAtLineEnd(unit)
      result.append(.penalty(cost, width: width, flagged: isHyphen), unitEnd: before)
      if cost < .infinity, !space.isRigid { result.append(.penalty(.infinity), unitEnd: before) }
    }
    if isWordSpace || !space.isRigid {
      let item: ParagraphItem =
        isElastic ? .glue(space.width, stretch: space.stretch, shrink: space.shrink) : .glue(space.width)
      result.append(item, unitEnd: unitEnd, tier: space.tier)
    }
    if opportunity == .mandatory { appendForcedBreak(at: unitEnd) }
  }

  private var isAfterBox: Bool { result.items.last?.kind == .box }

  /// Pausing and stopping marks that are drawn at the left of their box (CLREQ, "Hanging punctuation").
  private func mayHang(_ unit: Int) -> Bool {
    switch text.scalars[Int(text.units[unit].scalar)] {
    case "，", "。", "、", "．": text.units[unit].blankBefore == 0
    default: false
    }
  }

  private mutating func appendForcedBreak(at unit: Int) {
    result.append(.penalty(.infinity), unitEnd: unit)
    result.append(.glue(0, stretch: ParagraphItem.filler), unitEnd: unit)
    result.append(.penalty(-.infinity), unitEnd: unit)
  }
}

extension ParagraphItem {
  /// Stretch of the glue that fills a last line; a line with it is not justified.
  static let filler = 1e7
}

extension ShapedText {
  /// The number of units without the spaces and line ends at the end.
  var contentEnd: Int {
    var end = units.count - 1
    while end > 0, units[end - 1].kind == .space || units[end - 1].kind == .invisible { end -= 1 }
    return end
  }
}
