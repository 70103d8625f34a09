/// The figure as it is read aloud, for alternative text: 九百七十点二四亿元, 增长百分之一百一十九点二五, 全国第十四位, 连续十三年.
package func spokenChinese(_ figure: Observation, in language: FigureLanguage = .simplifiedChinese) -> String {
  let parts = figureParts(figure, in: language.isChinese ? language : .simplifiedChinese)
  let size = figure.value.magnitude
  let percent = figure.unit.kind.base == "%" && figure.unit.kind.factor == .one
  var number = spokenNumber(size, in: language)
  if size.hasSameValue(as: ExactNumber(2)), !percent, figure.kind != .rank, size.scale == 0 {
    number = language.inItsScript("两")
  }
  let after = parts.after
  if percent {
    number = "百分之" + number
    let tail = String(after.drop { $0 == "%" || $0 == "％" })
    return spokenSign(figure, language) + withoutSign(parts.before) + number + tail
  }
  if figure.kind == .rank, parts.number == "首位" { return parts.before + "首位" }
  return spokenSign(figure, language) + withoutSign(parts.before) + number + after
}

private func withoutSign(_ text: String) -> String { String(text.filter { $0 != "+" && $0 != "\u{2212}" }) }

private func spokenSign(_ figure: Observation, _ language: FigureLanguage) -> String {
  guard figure.kind == .change, figure.gapFrom == nil, !["位", "番"].contains(figure.unit.measure), !figure.isUnsignedMultiple else {
    return figure.value.isNegative && figure.kind != .change ? language.inItsScript("负") : ""
  }
  return language.inItsScript(figure.value.isNegative ? "下降" : "增长")
}

/// A number in Chinese words: 九百七十点二四, 五千三百一十八, 三分之一, 一万零五.
package func spokenNumber(_ number: ExactNumber, in language: FigureLanguage = .simplifiedChinese) -> String {
  let sign = number.isNegative ? "负" : ""
  if number.denominator > 1 {
    let words = spokenInteger(String(number.denominator)) + "分之" + spokenInteger(String(number.significand.magnitude))
    return language.inItsScript(sign + words)
  }
  let parts = number.magnitude.description.split(separator: ".")
  var words = sign + spokenInteger(String(parts.first ?? "0"))
  if parts.count == 2 { words += "点" + parts[1].map { digitNames[$0.wholeNumberValue ?? 0] }.joined() }
  return language.inItsScript(words)
}

private let digitNames = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

/// - Parameter digits: ASCII digits. Groups of four take 万 and 亿; beyond 10¹⁶ the digits are read one by one.
private func spokenInteger(_ digits: String) -> String {
  let values = digits.compactMap(\.wholeNumberValue)
  guard values.count <= 16 else { return values.map { digitNames[$0] }.joined() }
  var groups: [ArraySlice<Int>] = []
  var end = values.count
  while end > 0 {
    groups.append(values[max(0, end - 4)..<end])
    end -= 4
  }
  let names = ["", "万", "亿", "万亿"]
  var words = ""
  var owesZero = false
  for (index, group) in groups.enumerated().reversed() {
    if group.allSatisfy({ $0 == 0 }) {
      owesZero = !words.isEmpty
      continue
    }
    if owesZero || (!words.isEmpty && (group.first ?? 0) == 0) { words += "零" }
    owesZero = false
    // 两万 and 两千, but 二十 and 二百.
    words += index > 0 && group.drop { $0 == 0 } == [2] ? "两" : spokenGroup(group)
    // 万亿 takes its 亿 only when no group of 亿 follows.
    words += index == 3 && groups[2].contains { $0 != 0 } ? "万" : names[index]
  }
  if words.isEmpty { return "零" }
  return words.hasPrefix("一十") ? String(words.dropFirst()) : words
}

private func spokenGroup(_ group: ArraySlice<Int>) -> String {
  let places = ["", "十", "百", "千"]
  var words = ""
  var owesZero = false
  for (offset, digit) in group.enumerated() {
    if digit == 0 {
      owesZero = !words.isEmpty
    } else {
      let place = group.count - 1 - offset
      words += (owesZero ? "零" : "") + (digit == 2 && place == 3 ? "两" : digitNames[digit]) + places[place]
      owesZero = false
    }
  }
  return words
}
