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

  /// The place that the row over all stands for, as the gazetteer has it.
  static func whole(_ name: String, _ places: PlaceNames) -> NamedPlace { wholePlace(name, places) ?? NamedPlace(name, .world) }
}
