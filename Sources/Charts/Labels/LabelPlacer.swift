/// Finds room for labels among what is drawn already: marks, guides and the labels placed before.
///
/// Boxes are kept in a grid of cells, so that a question costs what is near, not what there is.
struct LabelPlacer {
  /// The least distance in pixels between a label and anything else.
  var clearance = 1.0
  private var boxes: [Box] = []
  private var owners: [Int?] = []
  private var cells: [Cell: [Int]] = [:]

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }
  private static let side = 64.0

  init() {}

  /// Takes the room of a box.
  ///
  /// - Parameter owner: whose labels may lie in the box all the same.
  mutating func block(_ box: Box, owner: Int? = nil) {
    guard !box.isEmpty, box.width < 1e6, box.height < 1e6 else { return }
    for cell in cells(of: box) { cells[cell, default: []].append(boxes.count) }
    boxes.append(box)
    owners.append(owner)
  }

  /// Takes the room of a line, piece by piece.
  mutating func block(from a: (x: Double, y: Double), to b: (x: Double, y: Double), width: Double) {
    let length = max(abs(b.x - a.x), abs(b.y - a.y))
    guard length.isFinite else { return }
    let pieces = max(1, min(1000, Int((length / 16).rounded(.up))))
    for piece in 0..<pieces {
      let (s, t) = (Double(piece) / Double(pieces), Double(piece + 1) / Double(pieces))
      let box = Box(a.x + (b.x - a.x) * s, a.y + (b.y - a.y) * s, a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
      block(box.expanded(by: width / 2))
    }
  }

  /// Whether nothing of others lies in a box or nearer than the clearance.
  func isFree(_ box: Box, for owner: Int? = nil) -> Bool {
    for cell in cells(of: box.expanded(by: clearance)) {
      for index in cells[cell] ?? [] where owner == nil || owners[index] != owner {
        if boxes[index].meets(box, separation: clearance) { return false }
      }
    }
    return true
  }

  /// Takes the first of the boxes that is free.
  ///
  /// - Returns: its index; nil where none is.
  mutating func place(_ candidates: [Box], for owner: Int? = nil) -> Int? {
    for (index, box) in candidates.enumerated() where isFree(box, for: owner) {
      block(box)
      return index
    }
    return nil
  }

  /// The cell of a place. A mark may reach far out of the picture, whose sides have at most 20,000 pixels; what lies out there holds no label.
  private static func cell(at place: Double) -> Int {
    place.isNaN ? 0 : Int((max(-side, min(20_000 + side, place)) / side).rounded(.down))
  }

  private func cells(of box: Box) -> [Cell] {
    guard !box.isEmpty else { return [] }
    let (x1, x2) = (Self.cell(at: box.x1), Self.cell(at: box.x2))
    let (y1, y2) = (Self.cell(at: box.y1), Self.cell(at: box.y2))
    guard x1 <= x2, y1 <= y2 else { return [] }
    var found: [Cell] = []
    for column in x1...x2 { for row in y1...y2 { found.append(Cell(column: column, row: row)) } }
    return found
  }
}
