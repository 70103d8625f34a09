import Articles
import Indicators
import Lingua

/// Details of a figure, of its owner and of what it is measured against, that its construction leaves to what stands round it.
extension EnglishParser {
  /// down 6% over five years: against the year so many before.
  func yearsOver(_ next: Int) -> TimeExpression? {
    guard text(next) == "over", sentence.contains(next + 2), text(next + 2) == "years",
      chunks[next + 1].isWord || chunks[next + 1].isFigure,
      let years = words.numbers.match(tokens, at: chunks[next + 1].tokens.lowerBound)?.value ?? Int(text(next + 1)),
      (2...50).contains(years)
    else { return nil }
    var base = TimeExpression(year: .inherited, isBase: true)
    base.yearsBefore = years
    return base
  }

  /// up 5.8% at constant currency, grew 2.1% in real terms, at constant prices rose 3%.
  func isAtConstantPrices(_ index: Int, clause: Int) -> Bool {
    func says(_ at: Int) -> Bool { isWord(at) && words.comparable.match(tokens, at: chunks[at].tokens.lowerBound) != nil }
    func excludes(_ at: Int) -> Bool { isWord(at) && words.exclusions.match(tokens, at: chunks[at].tokens.lowerBound) != nil }
    // Excluding acquisitions, sales grew 3.1%: what opens the sentence holds up to its next figure.
    if excludes(sentence.lowerBound), !(sentence.lowerBound..<index).contains(where: { chunks[$0].isFigure }) { return true }
    var at = index + 1
    while at < sentence.upperBound, at - index <= 7, chunks[at].border == nil, !chunks[at].isFigure {
      if says(at) || excludes(at) { return true }
      at += 1
    }
    return (clause..<index).contains { says($0) && !((($0 + 1)..<index).contains { chunks[$0].isFigure }) }
  }

  /// Larkfield Systems plc: without how it is incorporated.
  func withoutLegalForm(_ name: String) -> String {
    let list = name.split(separator: " ")
    guard list.count > 1, let last = list.last, last.first?.isLowercase ?? false, words.legalForms.contains(String(last)) else {
      return name
    }
    return list.dropLast().joined(separator: " ")
  }

  /// The place that goes by a name, with its code; nil for a body.
  func namedPlace(_ name: String) -> NamedPlace? {
    // EU27 has the code of the EU.
    let plain = String(name.reversed().drop { $0.isNumber }.reversed())
    guard let match = gazetteer.match(name) ?? gazetteer.match(plain) ?? gazetteer.match("the " + plain),
      let place = gazetteer.place(of: match)
    else { return nil }
    return NamedPlace(name, .country, code: gazetteer[place].code)
  }

  /// , or 15.0%: a comma, or the figure behind its or.
  func goesOnInOtherMeasure(_ index: Int) -> Bool {
    chunks[index].border == .comma
      ? text(index + 1) == "or" && sentence.contains(index + 2) && chunks[index + 2].isFigure
      : chunks[index].isFigure && text(index - 1) == "or" && sentence.contains(index - 2) && chunks[index - 2].border == .comma
  }
}
