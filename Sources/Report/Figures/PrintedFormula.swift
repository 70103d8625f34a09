import Indicators
import Scales
import Scene

extension FindingContext {
  /// The arithmetic of a derived figure, its numbers grouped as figures are: 53,907 ÷ (1 + 4.1%).
  ///
  /// - Parameter base: of a change in units, the level before, where it is exact: 970.24 − 442.53 is shorter than the formula of both.
  func formula(of figure: Observation, base: Observation? = nil) -> String? {
    guard let derivation = figure.derivation else { return nil }
    var text = derivation.expression
    if derivation.formula == .absoluteChange, let base, base.qualifier == .exactly, let inner = base.derivation?.expression,
      text.hasSuffix(" − " + inner)
    {
      text = text.dropLast(inner.count) + base.value.printed()
    }
    return grouped(text)
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
