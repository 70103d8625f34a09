import Articles

/// A text without its marks of notes, for they would cut a number from its unit: 45.6¹亿元, 5.6[2]%, 3%⁽¹⁾.
///
/// What is a power stays: m², 3.2×10⁸.
func withoutNoteMarks(_ text: (scalars: [Unicode.Scalar], offsets: [Int])) -> (scalars: [Unicode.Scalar], offsets: [Int]) {
  let (scalars, offsets) = text
  guard scalars.contains(where: { $0.isRaised || $0.halfWidth == "[" || $0 == "〔" || (0x2460...0x2473).contains($0.value) }) else {
    return text
  }
  var kept: (scalars: [Unicode.Scalar], offsets: [Int]) = ([], [])
  kept.scalars.reserveCapacity(scalars.count)
  kept.offsets.reserveCapacity(scalars.count)
  var index = 0
  while index < scalars.count {
    if let end = endOfNoteMark(in: scalars, at: index) {
      index = end
    } else {
      kept.scalars.append(scalars[index])
      kept.offsets.append(offsets[index])
      index += 1
    }
  }
  return kept
}

/// Where a mark of a note that starts at `start` ends; nil where none does.
private func endOfNoteMark(in text: [Unicode.Scalar], at start: Int) -> Int? {
  guard start > 0, !text[start - 1].isBlank else { return nil }
  if let length = noteMark(text, at: start) { return start + length }
  if text[start].halfWidth == "[" {
    let end = text[start...].prefix(4).firstIndex { $0.halfWidth == "]" } ?? start
    guard end > start + 1, text[(start + 1)..<end].allSatisfy({ $0.isDigit || $0.isRaised }) else { return nil }
    return end + 1
  }
  guard text[start].isRaised, !text[start - 1].isRaised else { return nil }
  let run = text[start...].prefix { $0.isRaised || $0 == "," || $0 == "、" }
  var end = run.endIndex
  while end > start, !text[end - 1].isRaised { end -= 1 }
  guard text[start..<end].contains(where: { $0.raisedDigit != nil }) else { return nil }
  return isPower(behind: text[..<start]) ? nil : end
}

/// m², s⁻¹, 10⁸: what a power is raised to ends the text; a name in capitals (R&D¹) is none.
private func isPower(behind text: ArraySlice<Unicode.Scalar>) -> Bool {
  guard let last = text.last else { return false }
  if last.isLatinLetter { return last == "M" || last.lowercasedHalfWidth == last }
  guard last == "0", text.dropLast().last == "1" else { return false }
  return text.dropLast(2).last.map { !$0.isDigit && $0 != "." && $0 != "," } ?? true
}
