import Charts
import StructuredData

extension FigureSpec {
  /// Whether two bars show the growth that stands at their arrow. A derived base has only as many digits as rounding allows, so
  /// that a small growth of a small number may look like another one; such a pair is not drawn.
  var showsItsGrowth: Bool {
    guard mark == "change", rows.count == 2, let before = rows[0]["value"]?.double, let now = rows[1]["value"]?.double,
      let stated = rows[1]["growth"]?.string.flatMap(statedPercent)
    else { return true }
    return isGrowth(stated, from: before, to: now)
  }
}
