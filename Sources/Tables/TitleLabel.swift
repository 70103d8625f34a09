import Articles
import Extraction
import Indicators
import Lingua

/// The text without 表1, Table 3., 2-1, 续表 and the like in front.
func withoutLabel(_ text: String, _ words: TableWords) -> String {
  let scalars = Array(text.unicodeScalars)
  let folded = scalars.map { $0.lowercasedHalfWidth.simplified }
  var index = 0
  func skip(_ list: TableWords.List) -> Bool {
    for word in words.phrases(list) where folded[index...].starts(with: word.scalars) {
      index += word.scalars.count
      return true
    }
    return false
  }
  func blanks() { while index < folded.count, folded[index].isBlank { index += 1 } }
  blanks()
  let isNamed = skip(.tableLabels)
  blanks()
  let start = index
  while index < folded.count, folded[index].isDigit || "-–—.．".unicodeScalars.contains(folded[index]) { index += 1 }
  // 表一 and an ideographic space
  if isNamed, index == start {
    let numeral = folded[index...].prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
    let next = numeral.endIndex < folded.count ? folded[numeral.endIndex] : " "
    // 表一般公共预算 has no label.
    if next.isBlank || ":、.".unicodeScalars.contains(next) { index = numeral.endIndex } else if start == 1, next.isHan { return text }
  }
  // Table A. Percent changes
  if isNamed, index == start, index > 0, index + 1 < folded.count, folded[index].isLatinLetter, folded[index - 1].isBlank,
    ".:".unicodeScalars.contains(folded[index + 1])
  {
    index += 1
  }
  let hasDash = folded[start..<index].contains { "-–—.".unicodeScalars.contains($0) }
  // 2024年…, 2-1 …, 1. …
  let isYear = index < folded.count && "年月季个".unicodeScalars.contains(folded[index])
  let isSet =
    index == start || isNamed
    || hasDash && index < folded.count && (folded[index].isBlank || folded[index - 1] == "." || folded[index].isHan)
  // 12411-0010, 14-10-0287-01: what an office files a table under.
  let groups = folded[start..<index].split { !$0.isDigit }
  let isCode = groups.count > 2 || groups.count == 2 && groups[0].count > 4
  // 2009.12, 1985.12-2015.12, and no label.
  func isMonth(_ place: Int) -> Bool {
    groups[place].count == 4 && ["19", "20"].contains(String(scalars: groups[place].prefix(2))) && groups[place + 1].count == 2
      && Int(String(scalars: groups[place + 1])).map { (1...12).contains($0) } ?? false
  }
  let isMonth =
    !isNamed && (groups.count == 2 && groups[0].starts(with: ["2", "0"]) && isMonth(0) || groups.count == 4 && isMonth(0) && isMonth(2))
  guard !isYear, !isMonth, isSet, isNamed || index > start, index - start < (isCode ? 18 : isNamed ? 14 : 9) else { return text }
  while index < folded.count, folded[index].isBlank || ".:、,．".unicodeScalars.contains(folded[index]) { index += 1 }
  if skip(.continued) { blanks() }
  return String(scalars: scalars[index...])
}
