import Lingua

/// Keeps numbers beside their units: 970.24亿元, 2022年12月, 第3章, 图2-1, 1200 家, $6 billion. Signs, decimal points and % are kept by
/// UAX #14.
func keepNumbers(_ scalars: [Unicode.Scalar], _ result: inout [BreakOpportunity]) {
  func weaken(_ i: Int, to opportunity: BreakOpportunity) {
    if i < result.count, result[i] == .allowed { result[i] = opportunity }
  }
  var i = 0
  while i < scalars.count {
    if words.beforeNumbers.contains(scalars[i]) {
      if i + 1 < scalars.count, isDigit(scalars[i + 1]) { weaken(i + 1, to: .numberUnit) }
      i += 1
      continue
    }
    guard isDigit(scalars[i]) else {
      i += 1
      continue
    }
    if let sign = startOfCurrency(scalars, before: i) { weaken(sign, to: .numberUnit) }
    while i < scalars.count, isDigit(scalars[i]) { i += 1 }
    if i < scalars.count, words.percentSigns.contains(scalars[i]) { i += 1 }
    guard i < scalars.count else { return }
    if scalars[i] == " ", i + 1 < scalars.count { i += 1 }
    let end = endOfUnit(scalars, from: i)
    for place in i..<end { weaken(place, to: place == i ? .numberUnit : .withinUnit) }
    if end > i, end < scalars.count, isDigit(scalars[end]), words.dateParts.contains(scalars[end - 1]) {
      weaken(end, to: .reluctant)
    }
    if scalars[i] == "—" || scalars[i] == "～" || scalars[i] == "–" {
      weaken(i, to: .reluctant)
      weaken(i + 1, to: .reluctant)
    }
    i = max(end, i)
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
}

/// The number's first digit, where a currency and a space stand before it: RMB 6, US$ 6.
private func startOfCurrency(_ scalars: [Unicode.Scalar], before digit: Int) -> Int? {
  guard digit >= 2, scalars[digit - 1] == " " else { return nil }
  return words.currencies.contains { currency in
    let start = digit - 1 - currency.count
    guard start >= 0, scalars[start..<digit - 1].elementsEqual(currency) else { return false }
    return start == 0 || !scalars[start - 1].properties.isAlphabetic
  } ? digit : nil
}

/// The end of the unit that begins at `start`: a magnitude (万, 百亿), then a measure word; `start` itself when there is none.
private func endOfUnit(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
  if scalars[start].value < 0x80 { return scalars[start - 1] == " " ? endOfEnglishUnit(scalars, from: start) : start }
  guard scalars[start].value >= 0x4E00 else { return start }
  var end = start
  if words.more.contains(scalars[end]) { end += 1 }
  while end < scalars.count, end < start + 4, words.magnitudes.contains(scalars[end]) { end += 1 }
  if end < scalars.count, end > start, words.more.contains(scalars[end]) { end += 1 }
  for unit in words.units where end + unit.count <= scalars.count {
    var k = 0
    while k < unit.count, scalars[end + k] == unit[k] { k += 1 }
    if k == unit.count { return end + k }
  }
  return end
}

/// The end of a magnitude (billion, percentage points) behind a number and a space; `start` itself when there is none.
private func endOfEnglishUnit(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
  for unit in words.englishUnits where start + unit.count <= scalars.count {
    let end = start + unit.count
    guard scalars[start..<end].elementsEqual(unit) else { continue }
    if end == scalars.count || !scalars[end].properties.isAlphabetic { return end }
  }
  return start
}

private let words = LineWords.shared
