import Geometry

/// A box in pixels of the chart, x to the right and y down; empty until something is added (Vega's `Bounds`).
struct Box: Hashable, Sendable {
  var x1 = Double.infinity
  var y1 = Double.infinity
  var x2 = -Double.infinity
  var y2 = -Double.infinity

  init() {}
  init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    self.x1 = min(x1, x2)
    self.y1 = min(y1, y2)
    self.x2 = max(x1, x2)
    self.y2 = max(y1, y2)
  }

  var isEmpty: Bool { x1 > x2 || y1 > y2 }
  var width: Double { isEmpty ? 0 : x2 - x1 }
  var height: Double { isEmpty ? 0 : y2 - y1 }
  var midX: Double { (x1 + x2) / 2 }
  var midY: Double { (y1 + y2) / 2 }

  mutating func add(_ x: Double, _ y: Double) {
    guard x.isFinite, y.isFinite else { return }
    x1 = min(x1, x)
    y1 = min(y1, y)
    x2 = max(x2, x)
    y2 = max(y2, y)
  }
  mutating func union(_ other: Box) {
    if other.isEmpty { return }
    add(other.x1, other.y1)
    add(other.x2, other.y2)
  }
  func moved(_ dx: Double, _ dy: Double) -> Box {
    if isEmpty { return self }
    var box = self
    box.x1 += dx
    box.x2 += dx
    box.y1 += dy
    box.y2 += dy
    return box
  }
  func expanded(by d: Double) -> Box { isEmpty ? self : Box(x1 - d, y1 - d, x2 + d, y2 + d) }

  func contains(_ x: Double, _ y: Double) -> Bool { x >= x1 && x <= x2 && y >= y1 && y <= y2 }

  /// Whether the boxes are nearer than `separation` in both directions.
  func meets(_ other: Box, separation: Double) -> Bool {
    separation > max(other.x1 - x2, x1 - other.x2, other.y1 - y2, y1 - other.y2)
  }
}
