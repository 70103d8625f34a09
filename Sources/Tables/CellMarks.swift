import Articles
import Extraction
import Lingua

/// What stands before and behind the number of a cell and leads to notes, or says how the number came about.
extension CellNumber {
  /// What stands behind a number without the marks of notes and flags: 12.3*, 45①, 7.8 p, 12¹⁾, 5[3], 5 (2).
  static func withoutMarks(_ text: ArraySlice<Unicode.Scalar>, _ words: TableWords) -> ArraySlice<Unicode.Scalar> {
    var rest = text
    while let last = rest.last {
      if last.isBlank || last.isRaised && !isPower(rest) || words.phrases(.footnoteMarks).contains(where: { $0.scalars == [last] }) {
        rest.removeLast()
      } else if let open = openingBracket(rest) {
        rest = rest[..<open]
      } else {
        break
      }
    }
    // One to three letters of flags and nothing else; pp is a unit.
    let letters = String(scalars: rest.filter { !$0.isBlank }).lowercased()
    if !words.holds(.percentagePoints, letters), (1...3).contains(letters.count), letters.allSatisfy({ words.holds(.flags, String($0)) }) {
      return rest.prefix(0)
    }
    return rest
  }

  /// (p)19.5, ⁽p⁾54.2, (2)20.0, [r] 1,204, ¹45, *12.3, r 8.4: without what leads to a note, or says how the number came about. (2) alone is a number.
  static func withoutLeadingMark(_ text: [Unicode.Scalar], _ words: TableWords) -> [Unicode.Scalar] {
    guard let first = text.first?.halfWidth else { return text }
    var rest = text[...]
    if first == "(" || first == "[" || first == "⁽" {
      let closing: Unicode.Scalar = first == "(" ? ")" : first == "[" ? "]" : "⁾"
      guard let close = text.prefix(5).firstIndex(where: { $0.halfWidth == closing }), close > 1,
        case let inner = text[1..<close].map(\.lowercasedHalfWidth),
        inner.count <= 2 && inner.allSatisfy(\.isDigit) || inner.allSatisfy(\.isRaised) || words.holds(.noteLetters, String(scalars: inner))
      else { return text }
      rest = text[(close + 1)...]
    } else if first.isLatinLetter {
      rest = text.dropFirst()
    } else {
      rest = text.drop { $0.isRaised || $0 == "*" || $0 == "†" || $0 == "‡" }
    }
    rest = rest.drop(while: \.isBlank)
    guard rest.count < text.count, let next = rest.first?.halfWidth,
      next.isDigit || "+-−–$€£¥".unicodeScalars.contains(next) && rest.dropFirst().first?.isDigit ?? false
    else { return text }
    return Array(rest)
  }

  /// r 8.4, p1,204: one small letter that flags what stands behind it, a number with a mark in it. Neither q1 nor m2.
  static func isFlagged(_ text: String, _ words: TableWords) -> Bool {
    guard let first = text.first, first.isLowercase, words.holds(.noteLetters, String(first)),
      case let rest = text.dropFirst().drop(while: { $0 == " " }), rest.first?.isNumber == true
    else { return false }
    return rest.allSatisfy { $0.isNumber || $0 == "." || $0 == "," } && rest.contains { $0 == "." || $0 == "," }
  }

  /// 2022 Population, 2023 revenue ($ million): a year and what is measured, and no number of it. 2000 tonnes is one.
  static func isYearBeforeWords(_ text: String, _ words: TableWords) -> Bool {
    guard text.utf8.count > 8, text.utf8.prefix(4).allSatisfy({ (48...57).contains($0) }), text.utf8.dropFirst(4).first == 0x20,
      let year = Int(text.prefix(4)), (1900...2100).contains(year), case let rest = text.dropFirst(5),
      rest.utf8.first.map({ $0 < 128 }) ?? false,
      rest.first?.isLetter ?? false
    else { return false }
    return !words.isLatinUnit(rest) || words.isCounted(rest) && rest.first?.isUppercase ?? false
  }

  /// Up 6%, Down 1.2: a word for the direction before a number, and nothing else.
  static func isDirected(_ text: String, _ words: TableWords) -> Bool {
    let lower = text.lowercased()
    return words.phrases(.directions).contains { word, _ in
      lower.hasPrefix(word.text + " ")
        && lower.dropFirst(word.text.count + 1).allSatisfy { $0.isNumber || ".,% ".contains($0) }
    }
  }

  /// Where the bracket opens whose number or letter ends the text: [3], (2), [a].
  private static func openingBracket(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let last = text.last?.halfWidth, last == "]" || last == ")" || last == "］",
      let open = text.lastIndex(where: { ["[", "(", "［"].contains($0.halfWidth) }), open + 1 < text.endIndex - 1
    else { return nil }
    let inner = text[(open + 1)..<(text.endIndex - 1)]
    return inner.count <= 2 && (inner.allSatisfy { $0.isDigit || $0.isRaised } || inner.count == 1 && inner.allSatisfy(\.isLatinLetter))
      ? open : nil
  }

  /// km², m³: the raised number belongs to the unit.
  private static func isPower(_ text: ArraySlice<Unicode.Scalar>) -> Bool { text.count > 1 && text[text.endIndex - 2].isLatinLetter }
}
