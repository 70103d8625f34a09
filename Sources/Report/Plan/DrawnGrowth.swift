import Charts

extension ChartSpec {
  /// Whether two bars show the growth that stands at their arrow. A derived base has only as many digits as rounding allows, so
  /// that a small growth of a small number may look like another one; such a pair is not drawn.
  var showsItsGrowth: Bool {
    guard mark?.kind == .change, case .values(let table)? = data, table.rows.count == 2,
      let before = table.rows[0]["value"]?.number, let now = table.rows[1]["value"]?.number, before > 0,
      let growth = table.rows[1]["growth"]?.text, growth.hasSuffix("%")
    else { return true }
    let digits = growth.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "." }
    guard let size = Double(String(String.UnicodeScalarView(digits))) else { return true }
    let isFall = growth.unicodeScalars.contains { $0 == "\u{2212}" || $0 == "-" || $0 == "↓" }
    let stated = isFall ? -size : size
    // As the chart's own check: a percent, or two in a hundred of the growth.
    return abs((now / before - 1) * 100 - stated) <= max(1, size * 0.02)
  }
}
