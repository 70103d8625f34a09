import Articles
import Lingua

/// Years counted from the beginning of an era: 令和5年 is 2023.
struct Eras: Hashable {
  /// The years before the first of the eras that a table names, the last era first.
  private(set) var starts: [Int] = []

  init() {}

  /// - Parameter texts: titles and heads of a table.
  init(in texts: some Sequence<String>, _ words: TableWords) {
    let eras = words.phrases(.eras)
    guard !eras.isEmpty else { return }
    var found: Set<Int> = []
    for text in texts where text.utf8.count <= 600 {
      let folded = Array(text.unicodeScalars).folded
      for (era, value) in eras where folded.place(of: era.scalars) != nil { found.formUnion(Int(value).map { [$0] } ?? []) }
    }
    starts = found.sorted(by: >)
  }

  /// Era, blanks, number or 元, and 年 behind it or nothing: the year, and where the number ends.
  private static func year(_ text: [Unicode.Scalar], at start: Int, _ words: TableWords) -> (year: Int, end: Int)? {
    guard let (era, value) = words.phrases(.eras).first(where: { text[start...].starts(with: $0.phrase.scalars) }), let before = Int(value)
    else { return nil }
    var index = start + era.scalars.count
    while index < text.count, text[index].isBlank { index += 1 }
    let number: Int
    if index < text.count, text[index] == "元" {
      (number, index) = (1, index + 1)
    } else {
      let digits = text[index...].prefix(while: \.isDigit)
      guard (1...3).contains(digits.count), let read = Int(String(scalars: digits)), (1...200).contains(read) else { return nil }
      (number, index) = (read, digits.endIndex)
    }
    // 民國110年=100 is the base of an index.
    let rest = text[index...].prefix(8).filter { !$0.isBlank }
    guard !rest.contains("=") else { return nil }
    if let next = text[index...].firstIndex(where: { !$0.isBlank }), text[next] == "年" { index = next }
    return (before + number, index)
  }

  /// 令和5年 as 2023年, 2023(令和5)年 as 2023年; 5年 alone where the table names the era.
  func inYears(_ text: [Unicode.Scalar], _ words: TableWords) -> [Unicode.Scalar] {
    guard text.count >= 2, text.count <= 400, text.contains(where: \.isHan) else { return text }
    let folded = text.folded
    if let bare = bareYear(folded) { return Array(String(bare.year).unicodeScalars) + text[bare.end...] }
    let first = Set(words.phrases(.eras).compactMap(\.phrase.scalars.first))
    guard folded.contains(where: first.contains) else { return text }
    var out: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      guard first.contains(folded[index]), let (year, end) = Self.year(folded, at: index, words) else {
        out.append(text[index])
        index += 1
        continue
      }
      index = end
      // Beside the same year of the calendar it says nothing: 2023(令和5)年, 令和5(2023)年.
      let digits = Array(String(year).unicodeScalars)
      func skip(_ mark: Unicode.Scalar, _ place: Int) -> Int? { place < folded.count && folded[place] == mark ? place + 1 : nil }
      if out.last?.halfWidth == "(", out.dropLast().filter({ $0 != "年" }).suffix(4).map(\.halfWidth) == digits,
        let close = skip(")", skip("年", index) ?? index)
      {
        out.removeLast()
        index = close
        continue
      }
      out += digits
      if let open = skip("(", index), folded[open...].starts(with: digits), let close = skip(")", open + 4) { index = close }
    }
    return out
  }

  /// 5年, 5年度, 5年1月 and nothing else: of the last era that the table names, or of the one before where it has not lasted so long.
  private func bareYear(_ text: [Unicode.Scalar]) -> (year: Int, end: Int)? {
    guard let last = starts.first else { return nil }
    let digits = text.prefix(while: \.isDigit)
    guard (1...2).contains(digits.count), let number = Int(String(scalars: digits)), number > 0, digits.endIndex < text.count,
      text[digits.endIndex] == "年",
      text[(digits.endIndex + 1)...].allSatisfy({ $0.isDigit || $0.isBlank || "度月期四半第末平均-~〜".unicodeScalars.contains($0) })
    else { return nil }
    let start = number > 19 ? starts.first { $0 < last } ?? last : last
    return (start + number, digits.endIndex)
  }
}
