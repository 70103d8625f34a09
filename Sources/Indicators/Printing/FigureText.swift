import Lingua

/// A figure for print in its parts, so that a card can set the unit smaller than the number.
package struct FigureText: Hashable, Sendable {
  /// What stands before the number: 超, 约, 全国第, `CNY `.
  package var before: String
  package var number: String
  /// What stands after it, the unit included: 亿元, 多场, `%`.
  package var after: String

  package init(before: String = "", number: String, after: String = "") {
    self.before = before
    self.number = number
    self.after = after
  }

  package var text: String { before + number + after }
}

/// The figure as it is printed: `970.24亿元`, `+119.25%`, `超42亿元`, `30多场`, `全国首位`, `全国第2位`, `连续13年`;
/// in English `CNY 97.024 bn`, `539,200`, `No. 1 in China`, `13 years running`. Digits are those of the source.
///
/// - Parameter grouped: levels of five and more digits have commas, as on charts (`5318次`, `480,060件`); in English all have.
package func figureText(_ figure: Observation, in language: FigureLanguage, grouped: Bool = true) -> String {
  figureParts(figure, in: language, grouped: grouped).text
}

/// ``figureText(_:in:grouped:)`` in its parts.
package func figureParts(_ figure: Observation, in language: FigureLanguage, grouped: Bool = true) -> FigureText {
  guard let phrases = PrintWords.of(language.rawValue).values else { return englishFigure(figure) }
  let figure = figure.inChineseUnit
  let unit = printedUnit(figure, in: language)
  let words = QualifierWords(figure, phrases)
  let before = words.before
  var after = words.among(unit, of: figure, language) + language.inItsScript(words.after)
  switch figure.kind {
  case .level:
    return FigureText(before: before, number: figure.value.printed(grouped: grouped, from: 5), after: after)
  case .share:
    return FigureText(before: before, number: figure.value.printed(), after: after)
  case .change:
    return chineseChange(figure, before: before, after: after, phrases, grouped: grouped)
  case .rank:
    let scope = language.inItsScript(figure.scope ?? "")
    let growth = figure.growthWord.map { language.inItsScript($0) } ?? ""
    let lead = growth + scope
    if figure.value.hasSameValue(as: ExactNumber(1)), figure.qualifier == .exactly {
      return FigureText(before: lead, number: phrases.first)
    }
    let among = figure.qualifier == .atMost || figure.qualifier == .lessThan
    return FigureText(
      before: lead + (among ? phrases.among : phrases.number), number: figure.value.printed(), after: unit.isEmpty ? phrases.place : unit)
  case .streak:
    if after.isEmpty { after = phrases.years }
    return FigureText(before: phrases.running + before, number: figure.value.printed(), after: after)
  }
}

private func chineseChange(
  _ figure: Observation, before: String, after: String, _ phrases: ValueWords, grouped: Bool
) -> FigureText {
  let size = figure.value.magnitude.printed(grouped: grouped, from: 5)
  if let other = figure.gapFrom {
    // 高于全国平均水平8.8个百分点, 全国平均水平的1.3倍: no growth.
    let lead =
      figure.isTimes ? phrases.timesOf.filled(["other": other]) : (figure.value.isNegative ? phrases.below : phrases.above) + other
    return FigureText(before: lead + before, number: size, after: after)
  }
  switch figure.unit.kind.base {
  case "位":
    return FigureText(
      before: (figure.value.isNegative ? phrases.movedBack : phrases.movedForward) + before, number: size, after: after)
  case "番":
    return FigureText(before: phrases.doubled + before, number: size, after: after)
  default:
    if figure.isUnsignedMultiple { return FigureText(before: before, number: size, after: after) }
    // 增超3800万元 rather than 超+3800万元.
    if !before.isEmpty {
      return FigureText(before: (figure.value.isNegative ? phrases.less : phrases.more) + before, number: size, after: after)
    }
    return FigureText(before: before, number: figure.value.printed(signed: true, grouped: grouped, from: 5), after: after)
  }
}

/// The unit in the script of the language; a fraction or an index has none.
package func printedUnit(_ figure: Observation, in language: FigureLanguage) -> String {
  // $ billion is what English reads.
  if language == .english, figure.unit.written.unicodeScalars.allSatisfy({ $0.value < 0x2E80 }) { return figure.unit.written }
  if language == .english { return englishUnit(figure.unit) }
  let written = figure.inChineseUnit.unit.written
  return language.isTraditional ? traditional(written) : written
}

extension Observation {
  /// With million, billion and trillion turned into 万 and 亿 and English money into Chinese; other units as they are.
  fileprivate var inChineseUnit: Observation {
    let words = unit.written.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(where: { chineseMultipliers[$0.lowercased()] != nil }),
      let (word, power) = chineseMultipliers[words[place].lowercased()],
      let shifted = value.shifted(byPowerOfTen: unit.multiplier - power)
    else { return self }
    let rest = words.enumerated().filter { $0.offset != place }.map(\.element).joined(separator: " ")
    let measure = Measure(rest)
    let isKnown = measure.dimension == .money || measure.dimension == .proportion
    var copy = self
    copy.value = shifted.trimmed
    copy.unit = Unit(
      written: word + (isKnown ? measure.base : UnitList.shared.inChinese[rest] ?? rest), multiplier: power, measure: unit.measure
    )
    return copy
  }
}

/// The multiplier of Chinese that an English one is printed with: 亿 for billion, none for thousand.
private let chineseMultipliers: [String: (String, Int)] = {
  let units = UnitList.shared
  var table: [String: (String, Int)] = [:]
  for (word, power) in units.multipliers where word.utf8.first.map({ $0 < 0x80 }) ?? false {
    table[word] = units.chineseMultipliers.last { $0.value <= power } ?? ("", 0)
  }
  return table
}()

/// 增速, 增幅 or 增长率 at the end of a name: the figure is about the growth of what is named.
package func growthSuffix(of name: String) -> String? {
  growthWords.first { word in
    name.utf8.count > word.utf8.count && name.utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
  }
}

private let growthWords = FigureNameWords.shared.growths

extension Observation {
  /// The word for growth where a rank or a streak is one of growth (增速居全国第一位), which must not be printed as a
  /// place by size: the word that ends its name, else 增速.
  package var growthWord: String? {
    if let suffix = growthSuffix(of: name) { return suffix }
    return isOfGrowth && (kind == .rank || kind == .streak) ? growthWords.dropFirst().first : nil
  }
}

/// The words round a number that carry its qualifier: the article's own where it is known and stands in print.
private struct QualifierWords {
  var before = ""
  /// Between number and unit: 多, 余.
  var infix = ""
  var after = ""

  init(_ figure: Observation, _ phrases: ValueWords) {
    let told = FigureNameWords.shared
    let word = figure.qualifierWord.map(simplified)
    switch figure.qualifier {
    case .exactly: break
    case .moreThan: if let word, told.between.contains(word) { infix = word } else { before = phrases.over }
    case .atLeast: if let word, told.orMore.contains(word) { after = word } else { before = phrases.atLeast }
    case .lessThan: before = told.comingNear.contains { $0 == word } ? phrases.nearly : phrases.shortOf
    case .atMost:
      if let word, told.orLess.contains(word) {
        after = word
      } else {
        before = told.highest.contains { $0 == word } ? phrases.highest : phrases.atMost
      }
    case .about: before = phrases.about
    }
  }

  /// The unit with 余 or 多 in its place: 30余万件 of a round number, 2.6万余件 of any other.
  func among(_ unit: String, of figure: Observation, _ language: FigureLanguage) -> String {
    let infix = language.inItsScript(infix)
    let isRound = figure.value.scale == 0 && figure.value.denominator == 1 && figure.value.significand % 10 == 0
    guard !infix.isEmpty, !isRound,
      let multiplier = UnitList.shared.chineseMultipliers.map(\.phrase).filter({ simplified(unit).hasPrefix($0) }).max(by: {
        $0.count < $1.count
      })
    else { return infix + unit }
    return unit.prefix(multiplier.count) + infix + unit.dropFirst(multiplier.count)
  }
}
