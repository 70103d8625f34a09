/// Which page of a document was which when it was written, by the words on them.
struct PageMatching {
  /// For each page as it is now, the sheet that it was, from 1; nil for one that was put in.
  private(set) var sheets: [Int?]
  /// Pages, by their places now, that say other words than the sheet in whose place they stand.
  private(set) var changed: [Int] = []
  /// Sheets that are no longer there.
  private(set) var missing: [Int] = []

  /// - Parameters:
  ///   - written: a digest of each page when the document was written.
  ///   - found: a digest of each page now.
  init(written: [String], found: [String]) {
    sheets = Array(repeating: nil, count: found.count)
    for (old, new) in commonPlaces(written, found) { sheets[new] = old + 1 }
    moveTogether(written, found)
    pairChanged(written.count)
  }

  /// A page that stands elsewhere now is still that page.
  private mutating func moveTogether(_ written: [String], _ found: [String]) {
    let kept = Set(sheets.compactMap(\.self))
    var left: [String: [Int]] = [:]
    for old in written.indices.reversed() where !kept.contains(old + 1) { left[written[old], default: []].append(old) }
    for new in found.indices where sheets[new] == nil { sheets[new] = left[found[new]]?.popLast().map { $0 + 1 } }
  }

  /// Between two pages that stayed, what stands in the place of another is that one, changed.
  private mutating func pairChanged(_ count: Int) {
    var lost = Set(1...max(1, count)).subtracting(sheets.compactMap(\.self)).intersection(1...max(1, count))
    if count == 0 { lost = [] }
    var last = 0
    for new in sheets.indices {
      if let sheet = sheets[new] {
        last = sheet
      } else if lost.remove(last + 1) != nil {
        last += 1
        sheets[new] = last
        changed.append(new)
      }
    }
    missing = lost.sorted()
  }

  /// Pages that stand in another order than they did.
  var moved: [Int] {
    var highest = 0
    return sheets.indices.filter { new in
      guard let sheet = sheets[new] else { return false }
      defer { highest = max(highest, sheet) }
      return sheet < highest
    }
  }
}

/// Pairs of places of a longest common subsequence; of long documents that differ much, only what they begin and end with alike.
private func commonPlaces(_ old: [String], _ new: [String]) -> [(Int, Int)] {
  let head = zip(old, new).prefix { $0 == $1 }.count
  let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
  var pairs = (0..<head).map { ($0, $0) } + (0..<tail).map { (old.count - 1 - $0, new.count - 1 - $0) }
  let (oldMiddle, newMiddle) = (Array(old[head..<old.count - tail]), Array(new[head..<new.count - tail]))
  guard !oldMiddle.isEmpty, !newMiddle.isEmpty, oldMiddle.count * newMiddle.count <= 4_000_000 else { return pairs }
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in newMiddle.difference(from: oldMiddle) {
    switch change {
    case .remove(let place, _, _): removed.insert(place)
    case .insert(let place, _, _): inserted.insert(place)
    }
  }
  let kept = zip(oldMiddle.indices.filter { !removed.contains($0) }, newMiddle.indices.filter { !inserted.contains($0) })
  pairs += kept.map { ($0 + head, $1 + head) }
  return pairs
}
