import Articles
import Extraction
import Indicators
import Lingua

/// What words at the heads of rows stand for: sums, wholes, units in two columns.
extension TableGrid {
  /// Dollars in one column and thousands in another; units alone count one by one.
  func joinedUnit(_ known: String?, _ unit: String) -> String {
    // Magnitude 6 beside dollars: a power of ten.
    if let power = Int(unit), (0...12).contains(power) {
      let scale = words.phrases(.powers).first { $0.value == unit }?.phrase.text
      return [scale, known].compactMap { $0 }.joined(separator: " ")
    }
    guard let known else { return unit }
    func isScale(_ text: String) -> Bool {
      words.isScale(text) || words.holds(.emptyUnits, text.lowercased()) || words.holds(.unitLabels, text.lowercased())
    }
    let scale = isScale(unit) ? unit : isScale(known) ? known : ""
    let rest = isScale(unit) ? known : unit
    return words.isScale(scale) ? scale + " " + rest : rest
  }

  /// 合计, and 全省总计 of a word for the whole and one for the sum.
  func isTotal(_ key: String) -> Bool {
    if words.holds(.totals, key) { return true }
    // 3-Month Total, behind the months.
    let length = key.drop(while: \.isNumber).drop { $0 == "-" }
    if length.count < key.count,
      words.phrases(.comparedPeriods).contains(where: {
        $0.value == "1" && length.hasPrefix($0.phrase.key) && words.holds(.totals, String(length.dropFirst($0.phrase.key.count)))
      })
    {
      return true
    }
    let code = key.utf8
    return words.phrases(.totals).contains { total in
      let end = total.key.utf8
      return code.count > end.count && code.suffix(end.count).elementsEqual(end)
        && words.holds(.totals, String(Substring(code.dropLast(end.count))))
    }
  }

  /// All species below Species, 全部商品 below 商品: the whole of what the head over the names speaks of.
  func isTotal(_ key: String, of head: String) -> Bool {
    guard head.utf8.count > 2, key.utf8.count > head.utf8.count else { return false }
    return (words.phrases(.totals) + words.phrases(.wholeLeads)).contains { total in
      guard key.hasPrefix(total.key) else { return false }
      let rest = key.dropFirst(total.key.count)
      return rest == head || rest == head + "s" || head.hasSuffix("y") && rest == head.dropLast() + "ies"
    }
  }

  /// The place of 全球合计, 亚洲小计, OECD - Total and Total EU: that of which the sum is; nil where no place is left.
  func placeOfSum(_ label: String, _ places: PlaceNames) -> NamedPlace? {
    let key = HeadReading.key(label)
    let lower = label.lowercased()
    for word in words.phrases(.totals) + words.phrases(.subtotals) {
      var rest: Substring?
      if word.scalars.first?.isHan ?? false {
        // 合计 and the like are as long traditional as simplified.
        if key.hasSuffix(word.key) { rest = label.dropLast(word.key.count) }
      } else if lower.hasSuffix(word.text), lower.count == label.count {
        rest = label.dropLast(word.text.count)
        // A part of a word is none.
        if rest?.last?.isLetter ?? true { rest = nil }
      } else if lower.hasPrefix(word.text + " "), lower.count == label.count {
        rest = label.dropFirst(word.text.count)
      }
      guard let name = rest.map({ String($0.filter { !"()（）,，:：".contains($0) }).trimming(while: { " -–—　".contains($0) }) }), !name.isEmpty
      else { continue }
      if let whole = words.value(.wholePlaces, HeadReading.key(name)) {
        return Self.whole(whole, places).named(Array(whole.unicodeScalars))
      }
      if let place = wholePlace(name, places) { return place }
    }
    return nil
  }

  /// The place that the row over all stands for, as the gazetteer has it.
  static func whole(_ name: String, _ places: PlaceNames) -> NamedPlace { wholePlace(name, places) ?? NamedPlace(name, .world) }
}

extension String {
  /// Without the characters at either end that fit.
  fileprivate func trimming(while isOuter: (Character) -> Bool) -> String {
    String(String(drop(while: isOuter)).reversed().drop(while: isOuter).reversed())
  }
}
