import Dataflow
import Diagnostics
import Grammar
import Lingua

/// Compares the numbers of a title with what is drawn: a multiple with the ratios of the values, a percentage with the
/// values, their ratios and the growth rates. 增至3倍 is a ratio of 3, 增长3倍 one of 4; a bare 3倍 may be either. A stated
/// growth counts where no two values are drawn that it could be held against. Levels, years, places and streaks are not
/// looked at.
///
/// - Parameter unit: what the values are counted in.
func checkTitle(_ title: TitleSpec?, _ units: [UnitModel], unit: String?) -> [Diagnostic] {
  guard let title else { return [] }
  let text = title.lines.joined(separator: " ")
  var values: [Double] = []
  var rates: [String] = []
  // A panel of rates says so in its head: 同比增速（%）.
  var hasRates = unit == "%"
  for unit in units where unit.mark != .text && unit.mark != .rule {
    for channel in [Channel.x, .y, .theta] {
      guard let definition = unit.encoding[channel], definition.isField, definition.type == .quantitative, let path = definition.path()
      else { continue }
      values += unit.table.values(at: path).values.compactMap { $0.isValid && $0.asNumber.isFinite ? $0.asNumber : nil }
    }
    if let path = unit.encoding[.detail]?.path(), !hasRates {
      hasRates = unit.table.values(at: path).values.contains { $0.isValid && $0.asText.contains("%") }
    }
    if let path = unit.encoding[.growth]?.path() {
      rates += unit.table.values(at: path).values.filter(\.isValid).map(\.asText)
    }
    // Beyond so many values any number is the ratio of two of them.
    if values.count > 400 { return [] }
  }
  guard !values.isEmpty else { return [] }
  return (numbers(in: text) + wordNumbers(in: text)).compactMap { number in
    if number.isSupported(by: values, rates: rates, areRates: hasRates) { return nil }
    return .warning(
      "chart.title-mismatch", "the title says \(number.words), which the drawn values do not show", at: title.span,
      hint: "correct the title or the data")
  }
}

private struct TitleNumber {
  var text: String
  var value: Double
  /// Half of the last digit.
  var tolerance: Double
  var unit: String
  /// The word in front of it says what is multiplied: 增至 the old level, 增长 what is added.
  var form: Form

  /// As the title has it.
  var words: String { text.contains(where: \.isNumber) ? text + unit : text }

  enum Form {
    case times, increase, either
    func holds(_ ratio: Double, _ near: (Double) -> Bool) -> Bool {
      switch self {
      case .times: near(ratio)
      case .increase: near(ratio - 1)
      case .either: near(ratio) || near(ratio - 1)
      }
    }
  }

  /// - Parameter areRates: values, or some of them, are per cents.
  func isSupported(by values: [Double], rates: [String], areRates: Bool) -> Bool {
    func near(_ x: Double) -> Bool { abs(x - value) <= tolerance + abs(value) * 0.005 }
    switch unit {
    case "倍":
      let ratios = values.flatMap { a in values.filter { $0 > 0 && a > 0 }.map { a / $0 } }
      if ratios.contains(where: { form.holds($0, near) }) { return true }
      return values.count < 2 && rates.compactMap(multiple).contains { form.holds($0, near) }
    case "%":
      if rates.contains(where: { $0.contains(text) }) { return true }
      if areRates { return values.contains { near($0) } }
      let ratios = values.flatMap { a in values.filter { $0 > 0 }.map { a / $0 * 100 } }
      let sum = values.reduce(0, +)
      return ratios.contains { near($0) || near($0 - 100) || near(100 - $0) }
        || values.contains { near($0 / sum * 100) }
    default: return true
    }
  }
}

/// What a growth such as +119.25% or +4.5倍 makes of 1.
private func multiple(_ rate: String) -> Double? {
  let digits = rate.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "." }
  guard let value = Double(String(String.UnicodeScalarView(digits))) else { return nil }
  return 1 + (rate.hasSuffix("%") ? value / 100 : value)
}

/// What the words in front of a multiple say of it.
private func form(before text: ArraySlice<Unicode.Scalar>) -> TitleNumber.Form {
  let known = ChangeWords.shared
  var words = text
  // 增至近3倍, 增长了约3倍
  while let last = words.last, last == " " || known.around.contains(last), words.count > 1 {
    if known.aroundInVerbs.contains(last), words.dropLast().last.map({ !known.beforeThose.contains($0) }) ?? true { break }
    words = words.dropLast()
  }
  func ends(_ endings: [String]) -> Bool { endings.contains { words.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) } }
  if ends(known.reaching) { return .times }
  if ends(known.growing) { return .increase }
  return .either
}

/// Multiples and parts that a title says in words, 翻一番 and 三成; a part is about as much.
private func wordNumbers(in title: String) -> [TitleNumber] {
  let known = ChangeWords.shared
  let text = Array(title.lowercased().unicodeScalars)
  var found: [TitleNumber] = []
  var taken: [Range<Int>] = []
  for (words, isPart) in [(known.multiples, false), (known.parts, true)] {
    for (word, value) in words {
      let scalars = Array(word.unicodeScalars)
      guard text.count >= scalars.count else { continue }
      for start in 0...(text.count - scalars.count) where text[start..<(start + scalars.count)].elementsEqual(scalars) {
        let range = start..<(start + scalars.count)
        // Of 翻一番 and 翻番 the longer stands first; 十二成 is none.
        if taken.contains(where: { $0.overlaps(range) }) || start > 0 && isPart && "十百千点".unicodeScalars.contains(text[start - 1]) {
          continue
        }
        taken.append(range)
        found.append(
          TitleNumber(
            text: word, value: value, tolerance: isPart ? 5 : value * 0.08, unit: isPart ? "%" : "倍", form: isPart ? .either : .times))
      }
    }
  }
  return found
}

/// The numbers of a title that stand before 倍 or %.
private func numbers(in title: String) -> [TitleNumber] {
  let scalars = Array(title.unicodeScalars)
  var found: [TitleNumber] = []
  var i = 0
  while i < scalars.count {
    guard ("0"..."9").contains(scalars[i]) else {
      i += 1
      continue
    }
    var end = i
    while end < scalars.count, ("0"..."9").contains(scalars[end]) || scalars[end] == "." { end += 1 }
    let text = String(String.UnicodeScalarView(scalars[i..<end]))
    let form = form(before: scalars[..<i])
    i = end
    guard let value = Double(text), end < scalars.count, scalars[end] == "倍" || scalars[end] == "%" else { continue }
    let places = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    let tolerance = (0..<places).reduce(0.5) { half, _ in half / 10 }
    found.append(TitleNumber(text: text, value: value, tolerance: tolerance, unit: String(Character(scalars[end])), form: form))
  }
  return found
}
