/// What the Unicode Line Breaking Algorithm says of a boundary.
package enum LineBreak: UInt8, Hashable, Sendable { case prohibited, allowed, mandatory }

/// The boundaries of a text by UAX #14 of Unicode 17, untailored: element `i` speaks of the place before character `i`, the
/// last one of the end. Linear in the length.
package func lineBreaks(_ scalars: [Unicode.Scalar]) -> [LineBreak] {
  let table = LineBreakLookup.unicode17
  var classes: [UInt8] = []
  classes.reserveCapacity(scalars.count)
  for scalar in scalars { classes.append(table[scalar]) }
  var result = [LineBreak](repeating: .prohibited, count: scalars.count + 1)
  if !scalars.isEmpty { result[scalars.count] = .mandatory }
  var state = LineBreakState()
  for i in classes.indices { result[i] = state.next(classes, i) }
  return result
}

private typealias C = LineBreakClass

/// What the rules have to know of the text before a boundary. A character is meant together with the combining marks that
/// follow it (LB9).
struct LineBreakState {
  /// The last two characters, and the last one that is no space with the one before it.
  private var last: UInt8 = C.edge
  private var beforeLast: UInt8 = C.edge
  private var lastInk: UInt8 = C.edge
  private var beforeInk: UInt8 = C.edge
  /// The very last code point, combining or not.
  private var raw: UInt8 = C.edge
  private var number = Number.none
  private var regionalIndicators = 0

  /// Whether the text before ends with NU (SY | IS)*, or with that and a closing bracket.
  private enum Number { case none, digits, closed }

  /// The verdict on the boundary before `classes[i]`; then moves past it.
  mutating func next(_ classes: [UInt8], _ i: Int) -> LineBreak {
    let current = classes[i] & C.mask
    if current == C.id, raw & C.mask == C.id {  // LB31 between ideographs
      push(classes[i])
      raw = classes[i]
      return .allowed
    }
    defer { raw = classes[i] }
    if i > 0 {
      switch raw & C.mask {
      case C.bk, C.lf, C.nl:  // LB4, LB5
        push(normalized(classes[i]))
        return .mandatory
      case C.cr:
        push(normalized(classes[i]))
        return current == C.lf ? .prohibited : .mandatory
      default: break
      }
    }
    if current == C.cm || current == C.zwj, i > 0, !lineBreakNoBase.contains(raw) { return .prohibited }  // LB9
    let kind = normalized(classes[i])
    let verdict: LineBreak = i > 0 && isAllowed(kind, classes, i) ? .allowed : .prohibited
    push(kind)
    return verdict
  }

  /// A combining mark without a base is a letter (LB10).
  private func normalized(_ value: UInt8) -> UInt8 {
    let kind = value & C.mask
    return kind == C.cm || kind == C.zwj ? C.al : value
  }

  private mutating func push(_ value: UInt8) {
    let kind = value & C.mask
    if kind != C.sp {
      beforeInk = last
      lastInk = value
    }
    beforeLast = last
    last = value
    switch kind {
    case C.nu: number = .digits
    case C.sy, C.is: if number != .digits { number = .none }
    case C.cl, C.cp: number = number == .digits ? .closed : .none
    default: number = .none
    }
    regionalIndicators = kind == C.ri ? regionalIndicators + 1 : 0
  }

  /// The first character after `i` that is no combining mark of an earlier one; `edge` at the end.
  private func following(_ classes: [UInt8], _ i: Int) -> (value: UInt8, index: Int) {
    var j = i + 1
    if !lineBreakNoBase.contains(classes[i]) {
      while j < classes.count, classes[j] & C.mask == C.cm || classes[j] & C.mask == C.zwj { j += 1 }
    }
    return j < classes.count ? (normalized(classes[j]), j) : (C.edge, j)
  }

  /// LB6 to LB31 for a boundary between `last` and `value`, which stands at `i`.
  private func isAllowed(_ value: UInt8, _ classes: [UInt8], _ i: Int) -> Bool {
    let (a, b) = (last & C.mask, value & C.mask)
    let ink = lastInk & C.mask
    if lineBreakNeverBefore.contains(b) { return false }  // LB6, LB7
    if ink == C.zw { return true }  // LB8
    if raw & C.mask == C.zwj { return false }  // LB8a
    if a == C.wj || b == C.wj || a == C.gl { return false }  // LB11, LB12
    if b == C.gl, a != C.sp, a != C.ba, a != C.hy, a != C.hh { return false }  // LB12a
    if lineBreakClosing.contains(b) || ink == C.op { return false }  // LB13, LB14
    if ink == C.qi, lineBreakBeforeOpeningQuote.contains(beforeInk) { return false }  // LB15a
    if b == C.qf, lineBreakAfterClosingQuote.contains(following(classes, i).value) { return false }  // LB15b
    if b == C.is { return a == C.sp && following(classes, i).value & C.mask == C.nu }  // LB15c, LB15d
    if b == C.ns, ink == C.cl || ink == C.cp { return false }  // LB16
    if b == C.b2, ink == C.b2 { return false }  // LB17
    if a == C.sp { return true }  // LB18
    if isQuote(a) || isQuote(b), !isAllowedBesideQuote(value, classes, i) { return false }
    if a == C.cb || b == C.cb { return true }  // LB20
    if a == C.hy || a == C.hh {
      if isLetter(b), lineBreakWordStart.contains(beforeLast) { return false }  // LB20a
      if beforeLast & C.mask == C.hl, b != C.hl { return false }  // LB21a
    }
    if lineBreakNoStart.contains(b) || a == C.bb { return false }  // LB21, LB22
    if a == C.sy, b == C.hl { return false }  // LB21b
    return !isJoined(a, b, value, classes, i)
  }

  /// LB19, LB19a.
  private func isAllowedBesideQuote(_ value: UInt8, _ classes: [UInt8], _ i: Int) -> Bool {
    let (a, b) = (last & C.mask, value & C.mask)
    if b == C.qu || b == C.qf || a == C.qu || a == C.qi { return false }
    if isQuote(b) { return last & C.wide != 0 && following(classes, i).value & C.wide != 0 }
    return value & C.wide != 0 && beforeLast & C.wide != 0
  }

  /// LB23 to LB30b.
  private func isJoined(_ a: UInt8, _ b: UInt8, _ value: UInt8, _ classes: [UInt8], _ i: Int) -> Bool {
    let isAffix = b == C.po || b == C.pr
    switch a {
    case C.al, C.hl, C.dc, C.xa:
      if a == C.xa, b == C.em { return true }  // LB30b
      if b == C.nu || isAffix || isLetter(b) { return true }  // LB23, LB24, LB28
      if b == C.op { return value & C.wide == 0 }  // LB30
    case C.nu:
      if isLetter(b) || b == C.nu || isAffix { return true }  // LB23, LB25
      if b == C.op { return value & C.wide == 0 }  // LB30
    case C.pr, C.po:
      if a == C.pr, isIdeograph(b) || lineBreakHangul.contains(b) { return true }  // LB23a, LB27
      if isLetter(b) || b == C.nu { return true }  // LB24, LB25
      if b == C.op {  // LB25
        let after = following(classes, i)
        return after.value & C.mask == C.nu
          || after.value & C.mask == C.is && following(classes, after.index).value & C.mask == C.nu
      }
    case C.id, C.eb, C.em, C.xp:
      if b == C.po { return true }  // LB23a
      return b == C.em && (a == C.eb || a == C.xp)  // LB30b
    case C.hy: if b == C.nu { return true }  // LB25
    case C.is: if b == C.nu || isLetter(b) { return true }  // LB25, LB29
    case C.sy: if b == C.nu, number == .digits { return true }  // LB25
    case C.cp: if last & C.wide == 0, isLetter(b) || b == C.nu { return true }  // LB30
    case C.jl: if b == C.jl || b == C.jv || b == C.h2 || b == C.h3 { return true }  // LB26
    case C.jv, C.h2: if b == C.jv || b == C.jt { return true }
    case C.jt, C.h3: if b == C.jt { return true }
    case C.ri: return b == C.ri && regionalIndicators % 2 == 1  // LB30a
    default: break
    }
    if isAffix, number != .none { return true }  // LB25
    if b == C.po, lineBreakHangul.contains(a) { return true }  // LB27
    return isJoinedInSyllable(a, b, classes, i)
  }

  /// LB28a.
  private func isJoinedInSyllable(_ a: UInt8, _ b: UInt8, _ classes: [UInt8], _ i: Int) -> Bool {
    if a == C.ap { return lineBreakAksara.contains(b) }
    if a == C.vi { return lineBreakAksara.contains(beforeLast) && (b == C.ak || b == C.dc) }
    guard lineBreakAksara.contains(a) else { return false }
    if b == C.vf || b == C.vi { return true }
    return lineBreakAksara.contains(b) && following(classes, i).value & C.mask == C.vf
  }

  private func isQuote(_ a: UInt8) -> Bool { a >= C.qu && a <= C.qf }
  private func isLetter(_ a: UInt8) -> Bool { a == C.al || a == C.hl || a == C.dc || a == C.xa }
  private func isIdeograph(_ a: UInt8) -> Bool { a == C.id || a == C.eb || a == C.em || a == C.xp }
}

/// Classes after which a combining mark has no base (LB9).
private let lineBreakNoBase = LineBreakClassSet(C.bk, C.cr, C.lf, C.nl, C.sp, C.zw, C.edge)
private let lineBreakNeverBefore = LineBreakClassSet(C.bk, C.cr, C.lf, C.nl, C.sp, C.zw)
private let lineBreakClosing = LineBreakClassSet(C.cl, C.cp, C.ex, C.sy)
private let lineBreakBeforeOpeningQuote = LineBreakClassSet(
  C.edge, C.bk, C.cr, C.lf, C.nl, C.op, C.qu, C.qi, C.qf, C.gl, C.sp, C.zw)
private let lineBreakAfterClosingQuote = LineBreakClassSet(
  C.sp, C.gl, C.wj, C.cl, C.qu, C.qi, C.qf, C.cp, C.ex, C.is, C.sy, C.bk, C.cr, C.lf, C.nl, C.zw, C.edge)
private let lineBreakWordStart = LineBreakClassSet(C.edge, C.bk, C.cr, C.lf, C.nl, C.sp, C.zw, C.cb, C.gl)
private let lineBreakNoStart = LineBreakClassSet(C.ba, C.hy, C.hh, C.ns, C.in)
private let lineBreakHangul = LineBreakClassSet(C.jl, C.jv, C.jt, C.h2, C.h3)
private let lineBreakAksara = LineBreakClassSet(C.ak, C.as, C.dc)
