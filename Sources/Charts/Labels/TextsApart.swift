import Scene

extension TextRoom {
  mutating func placeApart(_ texts: [RowText]) -> Bool {
    let columns = Dictionary(grouping: texts.indices) { index in [texts[index].x.rounded(), texts[index].align == .right ? 0 : 1] }
    for key in columns.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      let rows = (columns[key] ?? []).map { texts[$0] }.sorted { ($0.y, $0.lines.joined()) < ($1.y, $1.lines.joined()) }
      // A value, or a place in a ranking, stands at the line's end and the name beyond it.
      let pairs = rows.map { row -> (value: RowText?, name: RowText) in
        guard row.lines.count == 2, row.roles.first == .legendLabel, row.roles[1] != .legendLabel else {
          return (nil, wrapped(row, to: width * 0.26))
        }
        var (value, name) = (row, row)
        (value.lines, value.roles) = ([row.lines[1]], [row.roles[1]])
        (name.lines, name.roles) = ([row.lines[0]], [.legendLabel])
        let shift = text.width(row.lines[1], row.look) + row.look.size * 0.5
        name.dx += row.align == .right ? -shift : shift
        return (value, wrapped(name, to: width * 0.22))
      }
      let heights = pairs.map { Double(max(1, $0.name.lines.count)) * $0.name.look.size * 1.2 }
      let sum = heights.reduce(0, +)
      if sum > size.height, size.height > 0 { result.stretch = max(result.stretch, sum / size.height * 1.02) }
      for (pair, y) in zip(pairs, spread(rows.map(\.y), heights: heights, within: 0...max(0, size.height))) {
        for var row in [pair.value, pair.name].compactMap({ $0 }) {
          row.y = y
          row.baseline = .middle
          row.lineHeight = row.look.size * 1.2
          let set = text.place(row)
          placer.block(set.bounds)
          result.items += set.items
        }
      }
    }
    return true
  }
}

/// Rising places moved as little as may be so that boxes of these heights about them do not meet: the least squares of the moves, by
/// pooling adjacent violators.
func spread(_ wanted: [Double], heights: [Double], within range: ClosedRange<Double>) -> [Double] {
  // Less the boxes before it, each place must not lie below the one before: an isotonic regression.
  var offsets: [Double] = []
  var offset = 0.0
  for index in wanted.indices {
    if index > 0 { offset += (heights[index - 1] + heights[index]) / 2 }
    offsets.append(offset)
  }
  var pools: [(sum: Double, count: Double)] = []
  for (index, place) in wanted.enumerated() {
    pools.append((place - offsets[index], 1))
    while pools.count > 1, let last = pools.last {
      let before = pools[pools.count - 2]
      guard before.sum / before.count > last.sum / last.count else { break }
      pools.removeLast(2)
      pools.append((before.sum + last.sum, before.count + last.count))
    }
  }
  var places: [Double] = []
  for pool in pools { for _ in 0..<Int(pool.count) { places.append(pool.sum / pool.count + offsets[places.count]) } }
  guard let top = heights.first, let bottom = heights.last, let whole = offsets.last else { return [] }
  // Within bounds it is the same regression cut off at them.
  let (low, high) = (range.lowerBound + top / 2, range.upperBound - bottom / 2 - whole)
  return zip(places, offsets).map { max(low, min(high, $0 - $1)) + $1 }
}
