/// A paragraph as boxes, glue and penalties, and which units each of them holds.
struct ParagraphItems {
  var items: [ParagraphItem] = []
  /// For each item the end of its units; they begin where those of the item before end. Only boxes and word spaces hold any.
  var unitEnds: [Int32] = []

  mutating func append(_ item: ParagraphItem, unitEnd: Int) {
    items.append(item)
    unitEnds.append(Int32(unitEnd))
  }

  func units(of item: Int) -> Range<Int> { (item == 0 ? 0 : Int(unitEnds[item - 1]))..<Int(unitEnds[item]) }
}

/// What the prohibition of a break between a number and its unit costs where it must be broken.
let numberUnitCost: Float = 1000
/// What a hyphen costs.
let hyphenCost: Float = 50

/// Writes a shaped paragraph as items. Between two units stands a glue wherever there is blank to squeeze or room for
/// justification; a glue where no line may end has an infinite penalty before it.
///
/// - Parameter opportunities: for each character whether a line may end before it.
func paragraphItems(
  _ text: ShapedText, em: [Double], opportunities: [BreakOpportunity], style: ParagraphStyle
) -> ParagraphItems {
  var result = ParagraphItems()
  var count = text.units.count - 1
  while count > 0, text.units[count - 1].kind == .space || text.units[count - 1].kind == .invisible { count -= 1 }
  result.items.reserveCapacity(count * 2 + 4)
  result.unitEnds.reserveCapacity(count * 2 + 4)
  var boxWidth = 0.0
  var boxStart = 0
  func close(at end: Int, _ result: inout ParagraphItems) {
    if end > boxStart { result.append(.box(boxWidth), unitEnd: end) }
    boxStart = end
    boxWidth = 0
  }
  for i in 0..<count {
    let unit = text.units[i]
    let size = em[Int(unit.run)]
    let isLast = i + 1 == count
    let opportunity = isLast ? .prohibited : opportunities[Int(text.units[i + 1].scalar)]
    if unit.kind == .space {
      close(at: i, &result)
      let space = text.wordSpacing(i, em: size)
      if opportunity != .allowed || boxStart == 0 { result.append(.penalty(.infinity), unitEnd: i) }
      let ends = opportunity == .mandatory || i + 2 < count && opportunities[Int(text.units[i + 2].scalar)] == .mandatory
      result.append(
        ends ? .glue(0) : .glue(space.width, stretch: space.stretch, shrink: space.shrink), unitEnd: i + 1)
      boxStart = i + 1
      if opportunity == .mandatory { appendForcedBreak(at: i + 1, &result) }
      continue
    }
    boxWidth += unit.width
    if isLast { break }
    let next = text.units[i + 1]
    let space = next.kind == .space ? .none : text.spacing(after: i, style: style.punctuation, em: size)
    let isRigid = space.width == 0 && space.stretch == 0 && space.shrink == 0
    if next.kind == .space || isRigid && opportunity == .prohibited { continue }
    close(at: i + 1, &result)
    switch opportunity {
    case .prohibited: result.append(.penalty(.infinity), unitEnd: i + 1)
    case .allowed: if isRigid { result.append(.penalty(0), unitEnd: i + 1) }
    case .discouraged: result.append(.penalty(numberUnitCost), unitEnd: i + 1)
    case .hyphen: result.append(.penalty(hyphenCost, width: 0, flagged: true), unitEnd: i + 1)
    case .mandatory: appendForcedBreak(at: i + 1, &result)
    }
    if opportunity == .discouraged, !isRigid { result.append(.penalty(.infinity), unitEnd: i + 1) }
    if !isRigid { result.append(.glue(space.width, stretch: space.stretch, shrink: space.shrink), unitEnd: i + 1) }
  }
  close(at: count, &result)
  appendForcedBreak(at: count, &result)
  return result
}

private func appendForcedBreak(at unit: Int, _ result: inout ParagraphItems) {
  result.append(.penalty(.infinity), unitEnd: unit)
  result.append(.glue(0, stretch: 1e7), unitEnd: unit)
  result.append(.penalty(-.infinity), unitEnd: unit)
}
