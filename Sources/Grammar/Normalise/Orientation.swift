import Dataflow
import StructuredData

package enum Orientation: String, Hashable, Sendable {
  case vertical, horizontal
  var crossed: Orientation { self == .vertical ? .horizontal : .vertical }
}

/// Which way bars, areas, lines, rules and ticks run; nil where it makes no difference (Vega-Lite's `orient`).
package func orientation(_ mark: MarkType, _ encoding: Encoding, given: Orientation?) -> Orientation? {
  switch mark {
  case .bar, .rule, .area, .line, .tick, .trail, .boxplot, .errorbar, .errorband: break
  default: return nil
  }
  let (x, y, x2, y2) = (encoding[.x], encoding[.y], encoding[.x2], encoding[.y2])
  func isBinned(_ d: ChannelDefinition?) -> Bool { if case .binned? = d?.bin { d?.isField == true } else { false } }
  func aggregated(_ d: ChannelDefinition?) -> Bool { d?.isField == true && d?.aggregate != nil }
  if mark == .bar {
    if x?.isField == true, isBinned(x) || (aggregated(y) && x?.aggregate == nil) { return .vertical }
    if y?.isField == true, isBinned(y) || (aggregated(x) && y?.aggregate == nil) { return .horizontal }
    if x2 != nil || y2 != nil {
      if let given { return given }
      if x2 == nil { return x?.isMeasure == true && isBinned(y) ? .horizontal : .vertical }
      if y2 == nil { return y?.isMeasure == true && isBinned(x) ? .vertical : .horizontal }
    }
  }
  if mark == .bar || mark == .rule {
    if x2 != nil, !isBinned(x), y2 != nil, !isBinned(y) { return nil }
  }
  if mark == .bar || mark == .rule || mark == .area {
    if y2 != nil { return isBinned(y) ? .horizontal : .vertical }
    if x2 != nil { return isBinned(x) ? .vertical : .horizontal }
    if mark == .rule {
      if x != nil, y == nil { return .vertical }
      if y != nil, x == nil { return .horizontal }
    }
  }
  if let given { return given }
  func turned(_ orientation: Orientation) -> Orientation { mark == .tick ? orientation.crossed : orientation }
  switch (x?.isMeasure == true, y?.isMeasure == true) {
  case (true, false): return turned(.horizontal)
  case (false, true): return turned(.vertical)
  case (true, true): return .vertical
  // Without a measure time runs along the mark.
  case (false, false): return y?.type == .temporal && x?.type != .temporal ? .horizontal : .vertical
  }
}
