/// Which labels of a guide give way to others (Vega's `Overlap` transform).
enum LabelOverlap: String, Sendable {
  /// Every other label goes until no two neighbours meet.
  case parity
  /// A label goes when it meets the last that stayed.
  case greedy

  /// - Parameters:
  ///   - boxes: of the labels in order; empty ones have no say.
  ///   - separation: the least distance in pixels.
  /// - Returns: whether each label stays.
  func visible(_ boxes: [Box], separation: Double) -> [Bool] {
    var stays = [Bool](repeating: true, count: boxes.count)
    let all = boxes.indices.filter { boxes[$0].width > 1 && boxes[$0].height > 1 }
    var items = all
    func overlaps(_ items: [Int]) -> Bool {
      zip(items, items.dropFirst()).contains { boxes[$0].meets(boxes[$1], separation: separation) }
    }
    guard items.count >= 3, overlaps(items) else { return stays }
    repeat {
      switch self {
      case .parity:
        for (place, index) in items.enumerated() where place % 2 == 1 { stays[index] = false }
        items = items.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      case .greedy:
        var kept: [Int] = []
        for index in items {
          if let last = kept.last, boxes[last].meets(boxes[index], separation: separation) {
            stays[index] = false
          } else {
            kept.append(index)
          }
        }
        items = kept
      }
    } while items.count >= 3 && overlaps(items)
    if items.count < 3, let last = all.last, !stays[last] {
      if items.count > 1, let peek = items.last { stays[peek] = false }
      stays[last] = true
    }
    return stays
  }
}
