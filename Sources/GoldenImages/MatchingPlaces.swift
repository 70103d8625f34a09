/// For each key of `expected` its partner in `actual`, in rising order (a longest common subsequence); what is left
/// between two partners is paired in order when it is as long on both sides. Long lists that share little are only
/// paired by place, since the search costs the product of their lengths.
func matchingPlaces(actual: [String], expected: [String]) -> [Int?] {
  var partners = [Int?](repeating: nil, count: expected.count)
  var start = 0
  while start < min(actual.count, expected.count), actual[start] == expected[start] {
    partners[start] = start
    start += 1
  }
  var end = 0
  while end < min(actual.count, expected.count) - start,
    actual[actual.count - 1 - end] == expected[expected.count - 1 - end]
  {
    partners[expected.count - 1 - end] = actual.count - 1 - end
    end += 1
  }
  let a = start..<(actual.count - end)
  let b = start..<(expected.count - end)
  if a.isEmpty || b.isEmpty { return partners }
  guard a.count * b.count <= 4_000_000 else {
    for (i, j) in zip(a, b) { partners[j] = i }
    return partners
  }
  for (i, j) in commonSubsequence(Array(actual[a]), Array(expected[b])) { partners[start + j] = start + i }
  pairGaps(&partners, a, b)
  return partners
}

/// Pairs the items without partner that stand between two partners, where both sides have as many.
private func pairGaps(_ partners: inout [Int?], _ a: Range<Int>, _ b: Range<Int>) {
  var i = a.lowerBound
  var j = b.lowerBound
  while j < b.upperBound {
    var stop = j
    while stop < b.upperBound, partners[stop] == nil { stop += 1 }
    let limit = stop < b.upperBound ? partners[stop] ?? a.upperBound : a.upperBound
    if limit - i == stop - j {
      for k in j..<stop { partners[k] = i + k - j }
    }
    i = limit + 1
    j = stop + 1
  }
}

/// Pairs of places of a longest common subsequence, by the usual table.
private func commonSubsequence(_ a: [String], _ b: [String]) -> [(Int, Int)] {
  var numbers: [String: Int32] = [:]
  func number(_ key: String) -> Int32 {
    if let known = numbers[key] { return known }
    let new = Int32(numbers.count)
    numbers[key] = new
    return new
  }
  let a = a.map(number)
  let b = b.map(number)
  let width = b.count + 1
  var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
  for i in a.indices.reversed() {
    for j in b.indices.reversed() {
      lengths[i * width + j] =
        a[i] == b[j]
        ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
  }
  var pairs: [(Int, Int)] = []
  var i = 0
  var j = 0
  while i < a.count, j < b.count {
    if a[i] == b[j] {
      pairs.append((i, j))
      i += 1
      j += 1
    } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
      i += 1
    } else {
      j += 1
    }
  }
  return pairs
}
