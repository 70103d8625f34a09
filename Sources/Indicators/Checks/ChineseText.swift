/// Words of a finding in Chinese. What is written in the literal takes the script and the quotation marks of the
/// language; names, places and scopes keep the characters of their article.
///
/// `"\(figure)"` is the figure with its name: “质押金额”增长119.25%. `"\(amount: figure)"` is its number with its unit, for
/// arithmetic.
struct ChineseText: ExpressibleByStringInterpolation, Sendable {
  fileprivate enum Part: Sendable {
    case written(String)
    case read(String)
    case amount(Observation)
    case unit(Observation)
    case phrase(Observation)
  }

  private let parts: [Part]

  init(stringLiteral value: String) { parts = [.written(value)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { parts.append(.written(literal)) }
    /// Words of an article, as they are.
    mutating func appendInterpolation(_ text: String) { parts.append(.read(text)) }
    /// Words of ours in simplified characters.
    mutating func appendInterpolation(prose text: String) { parts.append(.written(text)) }
    mutating func appendInterpolation(_ number: Int) { parts.append(.read(String(number))) }
    mutating func appendInterpolation(_ text: ChineseText) { parts += text.parts }
    /// The name in quotation marks, with the area where `inArea` is set.
    mutating func appendInterpolation(named figure: Observation, inArea: Bool = false) {
      parts += [.written("“"), .read(figure.name), .written("”")]
      if inArea, let area = figure.area { parts += [.written("（"), .read(area), .written("）")] }
    }
    mutating func appendInterpolation(_ figure: Observation) {
      appendInterpolation(named: figure)
      parts.append(.phrase(figure))
    }
    /// What is said of the name: 增长119.25%, 占全国19.93%, 居全国首位.
    mutating func appendInterpolation(phrase figure: Observation) { parts.append(.phrase(figure)) }
    /// The number as its article writes it.
    mutating func appendInterpolation(size figure: Observation) {
      parts.append(.read(figure.source?.text ?? figure.value.magnitude.printed() + figure.unit.written))
    }
    mutating func appendInterpolation(amount figure: Observation) { parts.append(.amount(figure)) }
    /// A result of arithmetic, in the unit of a figure where one is given.
    mutating func appendInterpolation(_ value: Rational?, in figure: Observation? = nil) {
      parts.append(.read(shown(value)))
      if let figure { parts.append(.unit(figure)) }
    }
    /// Terms of a sum.
    mutating func appendInterpolation(sum figures: [Observation]) {
      for (index, figure) in figures.enumerated() { parts += (index == 0 ? [] : [.written("＋")]) + [.amount(figure)] }
    }
    /// Arithmetic in the signs of Chinese print: `970.24 ÷ (1 + 119.25%)` is 970.24÷（1＋119.25%）.
    mutating func appendInterpolation(arithmetic text: String) {
      let signs: [Character: String] = ["(": "（", ")": "）", "+": "＋", "=": "＝", " ": ""]
      parts.append(.read(text.reduce(into: "") { $0 += signs[$1] ?? String($1) }))
    }
    mutating func appendInterpolation(_ period: Period?) {
      parts.append(.written(period.map { periodText($0, in: .simplifiedChinese) } ?? "同期"))
    }
  }

  func text(in language: FigureLanguage) -> String {
    parts.reduce(into: "") { out, part in
      switch part {
      case .written(let text): out += prose(text, language)
      case .read(let text): out += text
      case .amount(let figure): out += figure.value.printed() + printedUnit(figure, in: language)
      case .unit(let figure): out += printedUnit(figure, in: language)
      case .phrase(let figure): out += phrase(figure, language)
      }
    }
  }
}

/// Prose in the script of a language. The table for units and boilerplate leaves out what is ambiguous in names; here
/// 后 is never the empress.
private func prose(_ text: String, _ language: FigureLanguage) -> String {
  guard language.isTraditional else { return text }
  return String(language.inItsScript(text).map { traditionalForms[$0] ?? $0 })
}

private let traditionalForms: [Character: Character] = [
  "“": "「", "”": "」", "后": "後", "于": "於", "两": "兩", "误": "誤", "错": "錯", "叠": "疊", "担": "擔", "状": "狀", "册": "冊",
]

/// What stands after a name: the printed figure with the words that join it.
private func phrase(_ figure: Observation, _ language: FigureLanguage) -> String {
  let printed = figureText(figure, in: language, grouped: false)
  switch figure.kind {
  case .level, .streak: return printed
  case .share: return prose(figure.scope == nil ? "占比" : "占", language) + (figure.scope ?? "") + printed
  case .rank:
    let word = figure.growthWord.map { language.inItsScript($0) } ?? ""
    let place = printed.hasPrefix(word) ? String(printed.dropFirst(word.count)) : printed
    return (growthSuffix(of: figure.name) == nil ? word : "") + "居" + place
  case .change:
    if figure.gapFrom != nil { return (figure.isTimes ? "为" : "") + printed }
    if figure.isTimes { return prose("为原来的", language) + printed }
    if figure.isUnsignedMultiple { return printed }
    guard let first = printed.first, first.isNumber || first == "+" || first == "\u{2212}" else { return printed }
    let verb = prose(figure.growthVerb(isNegative: figure.value.isNegative), language)
    return verb + printed.drop { $0 == "+" || $0 == "\u{2212}" }
  }
}

extension Observation {
  /// The verb of a change: rates go up by points, quantities by a part of themselves or by an amount.
  package func growthVerb(isNegative: Bool) -> String {
    switch unit.kind.dimension {
    case .proportion: isNegative ? "下降" : "增长"
    case .points: isNegative ? "下降" : "提高"
    default: isNegative ? "减少" : "增加"
    }
  }
}
