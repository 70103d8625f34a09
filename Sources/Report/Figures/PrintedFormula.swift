import Indicators
import Scales
import Scene

extension HeadlineContext {
  /// The arithmetic of a derived figure, its numbers grouped as figures are: 53,907 ÷ (1 + 4.1%).
  ///
  /// - Parameter base: of a change in units, the level before: 970.24 − 442.53 is shorter than the formula of both. It stands there where
  ///   the numbers as they are printed give the change; one that is rounded would not.
  func formula(of figure: Observation, base: Observation? = nil) -> String? {
    guard let derivation = figure.derivation else { return nil }
    var text = derivation.expression
    if derivation.formula == .absoluteChange, let base, base.qualifier == .exactly, let inner = base.derivation?.expression,
      text.hasSuffix(" − " + inner), let level = ExactNumber(String(text.dropLast(inner.count + 3))), base.unit == figure.unit,
      level.subtracting(base.value)?.hasSameValue(as: figure.value) == true
    {
      text = text.dropLast(inner.count) + base.value.printed()
    }
    return grouped(rooted(text))
  }

  /// A root as it is written by hand: ⁴√(10358 ÷ 4407) for (10358 ÷ 4407)^(1/4).
  private func rooted(_ formula: String) -> String {
    guard formula.hasPrefix("("), let sign = formula.firstRange(of: ")^(1/"),
      let end = formula[sign.upperBound...].firstIndex(of: ")")
    else { return formula }
    let raised = formula[sign.upperBound..<end].map { $0.wholeNumberValue.map { PrintedFormula.raised[$0] } ?? $0 }
    return String(raised) + "√" + formula[..<sign.lowerBound] + ")" + formula[formula.index(after: end)...]
  }

  private func grouped(_ formula: String) -> String {
    var out = ""
    var number = ""
    let least = language.isChinese ? 5 : 4
    for character in formula + " " {
      if character.isASCII, character.isNumber || (character == "." && !number.isEmpty) {
        number.append(character)
        continue
      }
      let whole = number.prefix { $0 != "." }.count
      out += whole >= least ? ExactNumber(number)?.printed(grouped: true, from: least) ?? number : number
      number = ""
      out.append(character)
    }
    return String(out.dropLast())
  }
}

private enum PrintedFormula {
  static let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
