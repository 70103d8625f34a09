import Lingua

/// A figure in English: multipliers of ten thousand turned into thousands, millions, billions without a digit lost.
func englishFigure(_ figure: Observation) -> FigureText {
  let word = englishQualifier(figure.qualifier)
  switch figure.kind {
  case .level: return englishQuantity(figure, word)
  case .share: return englishProportion(figure, word, signed: false)
  case .change:
    if figure.unit.measure == "位" {
      return FigureText(
        before: figure.value.isNegative ? "down " : "up ", number: figure.value.magnitude.printed(), after: " places")
    }
    if let other = figure.gapFrom {
      var size = figure
      size.value = figure.value.magnitude
      var text = englishProportion(size, word, signed: false)
      text.after += figure.isTimes ? " that of " + other : (figure.value.isNegative ? " below " : " above ") + other
      return text
    }
    return englishProportion(figure, word, signed: !figure.isUnsignedMultiple)
  case .rank:
    let field = figure.scope.map { " in " + englishArea($0) } ?? ""
    if figure.qualifier == .atMost { return FigureText(before: "top ", number: figure.value.printed(), after: field) }
    return FigureText(before: "No. ", number: figure.value.printed(), after: field)
  case .streak:
    let one = figure.value.hasSameValue(as: ExactNumber(1))
    let unit = englishName(figure.unit.measure) ?? "years"
    return FigureText(
      before: word, number: figure.value.printed(), after: " " + (one ? String(unit.dropLast()) : unit) + " running")
  }
}

private func englishProportion(_ figure: Observation, _ word: String, signed: Bool) -> FigureText {
  switch figure.unit.kind.base {
  case "%" where figure.unit.kind.factor == Rational(10):
    let percent = figure.value.shifted(byPowerOfTen: 1) ?? figure.value
    return FigureText(before: word, number: percent.printed(signed: signed), after: "%")
  case "%" where figure.unit.kind.factor == Rational(100):
    return FigureText(before: word, number: figure.value.printed(signed: signed), after: " times")
  case "%": return FigureText(before: word, number: figure.value.printed(signed: signed), after: "%")
  case "个百分点":
    return FigureText(before: word, number: figure.value.printed(signed: signed), after: " percentage points")
  case "番": return FigureText(before: word + "doubled ", number: figure.value.printed(), after: " times over")
  default: return englishQuantity(figure, word, signed: signed)
  }
}

/// A Chinese unit for the head of a column or an axis: CNY 100 million for 亿元, 10,000 people for 万人; counted things have a power
/// of ten alone.
func englishUnit(_ unit: Unit) -> String {
  let power = [4: "10,000", 6: "million", 8: "100 million", 9: "billion", 12: "trillion"][unit.multiplier] ?? ""
  if let money = englishMoney(unit) { return power.isEmpty ? money : money + " " + power }
  let measure = englishName(simplified(unit.measure)) ?? unit.measure
  return [power, measure].filter { !$0.isEmpty }.joined(separator: " ")
}

private func englishQuantity(_ figure: Observation, _ word: String, signed: Bool = false) -> FigureText {
  let money = englishMoney(figure.unit)
  let lead = word + (money.map { $0 + " " } ?? "")
  let measure = money == nil ? englishName(simplified(figure.unit.measure)) ?? figure.unit.measure : ""
  let after = measure.isEmpty || measure == "%" ? measure : " " + measure
  guard figure.unit.multiplier != 0, let full = figure.value.shifted(byPowerOfTen: figure.unit.multiplier) else {
    return FigureText(before: lead, number: figure.value.printed(signed: signed, grouped: true), after: after)
  }
  for (power, name) in [(12, " tn"), (9, " bn"), (6, " m")] {
    guard let bound = powerOfTen(power), full.magnitude.rational >= (Rational(bound) ?? .one),
      let scaled = full.shifted(byPowerOfTen: -power)
    else { continue }
    return FigureText(before: lead, number: scaled.trimmed.printed(signed: signed, grouped: true), after: name + after)
  }
  return FigureText(before: lead, number: full.trimmed.printed(signed: signed, grouped: true), after: after)
}

private func englishQualifier(_ qualifier: Observation.Qualifier) -> String {
  switch qualifier {
  case .exactly: ""
  case .moreThan: "over "
  case .atLeast: "at least "
  case .lessThan: "under "
  case .atMost: "up to "
  case .about: "about "
  }
}

/// English names of the provinces and of the wholes that most shares and ranks speak of; others stay as written.
package func englishArea(_ name: String) -> String { PrintWords.english.areas[simplified(name)] ?? name }

/// What English prints of a measure: CNY, people; nothing for counters, which it does not say; nil for one that stays as written.
private func englishName(_ measure: String) -> String? {
  let units = UnitList.shared
  return units.unsaidInEnglish.contains(measure) ? "" : units.inEnglish[measure]
}
private func englishMoney(_ unit: Unit) -> String? { unit.kind.dimension == .money ? UnitList.shared.inEnglish[unit.kind.base] : nil }
