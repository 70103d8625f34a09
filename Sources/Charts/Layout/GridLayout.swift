import Grammar

/// Places boxes in rows and columns (Vega's `gridLayout`).
///
/// - Parameters:
///   - boxes: what each takes around its own origin.
///   - columns: of the grid; nil for a single row.
/// - Returns: the origin of each.
struct GridArrangement {
  var columns: Int?
  var rowAlign = Arrangement.Alignment.each
  var columnAlign = Arrangement.Alignment.each
  var rowPadding = 0.0
  var columnPadding = 0.0
  var rowCenter = false
  var columnCenter = false

  func origins(of boxes: [Box]) -> [(x: Double, y: Double)] {
    let n = boxes.count
    guard n > 0 else { return [] }
    // More columns than there are boxes stay empty, however many were asked for.
    let columns = max(1, min(self.columns ?? n, n + 1))
    let rows = (n + columns - 1) / columns
    var xOffset = [Double](repeating: 0, count: n)
    var yOffset = xOffset
    var xExtent = [Double](repeating: 0, count: columns)
    var yExtent = [Double](repeating: 0, count: rows)
    var xMax = 0.0
    var yMax = 0.0
    for i in 0..<n {
      let (c, r) = (i % columns, i / columns)
      let (right, bottom) = (boxes[i].x2.rounded(.up), boxes[i].y2.rounded(.up))
      xMax = max(xMax, right)
      yMax = max(yMax, bottom)
      xExtent[c] = max(xExtent[c], right)
      yExtent[r] = max(yExtent[r], bottom)
      xOffset[i] = c == 0 ? 0 : columnPadding + (-boxes[i].x1).rounded(.up)
      yOffset[i] = r == 0 ? 0 : rowPadding + (-boxes[i].y1).rounded(.up)
    }
    switch columnAlign {
    case .each:
      for c in 1..<max(1, columns) where columns > 1 {
        let offset = stride(from: c, to: n, by: columns).map { xOffset[$0] }.max() ?? 0
        for i in stride(from: c, to: n, by: columns) { xOffset[i] = max(0, offset) + xExtent[c - 1] }
      }
    case .all:
      let offset = (0..<n).filter { $0 % columns != 0 }.map { xOffset[$0] }.max() ?? 0
      for i in 0..<n where i % columns != 0 { xOffset[i] = max(0, offset) + xMax }
    case .none:
      for i in 0..<n where i % columns != 0 { xOffset[i] += boxes[i - 1].x2.rounded(.up) }
    }
    switch rowAlign {
    case .each:
      for r in 1..<max(1, rows) where rows > 1 {
        let line = r * columns..<min(n, (r + 1) * columns)
        let offset = max(0, line.map { yOffset[$0] }.max() ?? 0)
        for i in line { yOffset[i] = offset + yExtent[r - 1] }
      }
    case .all:
      let offset = max(0, (min(columns, n)..<n).map { yOffset[$0] }.max() ?? 0)
      for i in min(columns, n)..<n { yOffset[i] = offset + yMax }
    case .none:
      for i in min(columns, n)..<n { yOffset[i] += boxes[i - columns].y2.rounded(.up) }
    }
    var origins = [(x: Double, y: Double)](repeating: (0, 0), count: n)
    var x = 0.0
    for i in 0..<n {
      x = xOffset[i] + (i % columns == 0 ? 0 : x)
      origins[i].x = x
    }
    for c in 0..<min(columns, n) {
      var y = 0.0
      for i in stride(from: c, to: n, by: columns) {
        y += yOffset[i]
        origins[i].y = y
      }
    }
    if columnCenter, columnAlign != .none, rows > 1 {
      for i in 0..<n {
        let free = (columnAlign == .all ? xMax : xExtent[i % columns]) - boxes[i].x2
        if free > 0 { origins[i].x += free / 2 }
      }
    }
    if rowCenter, rowAlign != .none, columns != 1 {
      for i in 0..<n {
        let free = (rowAlign == .all ? yMax : yExtent[i / columns]) - boxes[i].y2
        if free > 0 { origins[i].y += free / 2 }
      }
    }
    return origins
  }
}
