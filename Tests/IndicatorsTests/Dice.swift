import Indicators

/// Deterministic random sets with awkward texts.
struct Dice {
  var state: UInt64

  mutating func roll(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func text() -> String {
    let pieces = [
      "专利", "\"", ",", "\n", " ", "1.50", "#", ": ", "- ", "null", "é", "\t", "'", "|", "亿", "\u{3000}", "x", "\\", "%",
    ]
    return (0..<roll(5)).map { _ in pieces[roll(pieces.count)] }.joined()
  }

  mutating func maybe(_ make: (inout Dice) -> String) -> String? { roll(2) == 0 ? nil : make(&self) }

  mutating func place() -> Source {
    let start = roll(500)
    return Source(
      document: ["a", "b", "c"][roll(3)], range: start..<start + roll(9), text: text(), sentenceRange: 0..<roll(900),
      sentence: text())
  }

  mutating func set() -> IndicatorSet {
    let documents = ["b", "a", "c"].prefix(roll(4)).map {
      SourceDocument(id: $0, title: maybe { $0.text() }, area: maybe { $0.text() })
    }
    let observations = (0..<1 + roll(5)).map { index in
      var source = roll(3) == 0 ? nil : place()
      if roll(3) == 0 { source?.repeats = [place(), place()] }
      var observation = Observation(
        id: "o\(index)", kind: Observation.Kind.allCases[roll(5)], name: text(),
        value: roll(5) == 0
          ? ExactNumber(significand: Int128(roll(9)) - 4, denominator: Int128(2 + roll(7))) ?? ExactNumber(0)
          : ExactNumber(significand: Int128(roll(100_000)) - 50_000, scale: roll(6)) ?? ExactNumber(0),
        unit: Unit(text()),
        qualifier: Observation.Qualifier.allCases[roll(6)], area: maybe { $0.text() },
        period: [nil, Period(year: 1990 + roll(50), month: 1 + roll(12)), Period("2019/2021"), Period("2026-01/2026-06")][
          roll(4)], periodIsAssumed: roll(3) == 0,
        scope: maybe { $0.text() }, status: Observation.Status.allCases[roll(Observation.Status.allCases.count)],
        of: roll(4) == 0 ? "o0" : nil,
        partOf: roll(4) == 0 ? "o0" : nil, source: source, derivation: roll(3) == 0 ? derivation() : nil, rule: maybe { $0.text() })
      if roll(2) == 0 { complete(&observation) }
      return observation
    }
    return IndicatorSet(documents: Array(documents), observations: observations)
  }

  mutating func complete(_ observation: inout Observation) {
    let bases: [Basis] = [.yearOnYear, .monthOnMonth, .quarterOnQuarter, .averageAnnual, .since, .period(Period(year: 2019))]
    observation.basis = bases[roll(bases.count)]
    observation.form = MultipleForm.allCases[roll(3)]
    observation.isStock = roll(2) == 0
    observation.isOfGrowth = roll(2) == 0
    observation.isAtConstantPrices = roll(2) == 0
    observation.since = Period(since: .init(year: 2000 + roll(20)))
    observation.qualifierWord = maybe { $0.text() }
    observation.areaCode = maybe { $0.text() }
    observation.topic = maybe { $0.text() }
    observation.confidence = ExactNumber(significand: Int128(roll(101)), scale: 2)
    observation.source?.isHeading = roll(2) == 0
    observation.cell = TableCell(
      sheet: maybe { $0.text() }, row: 1 + roll(9), column: 1 + roll(9), rowHead: maybe { $0.text() },
      columnHead: maybe { $0.text() })
  }

  mutating func derivation() -> Derivation {
    Derivation(
      formula: Derivation.Formula.allCases[roll(Derivation.Formula.allCases.count)], inputs: ["o0"].filter { _ in roll(2) == 0 },
      expression: text(), lower: roll(2) == 0 ? nil : ExactNumber(significand: Int128(roll(900)), scale: 1), upper: nil)
  }

  /// Figures that are likely to meet: few names, areas and periods, every kind, unit and extreme of number.
  mutating func crowd() -> IndicatorSet {
    let names = ["专利", "专利质押融资金额", "专利权质押登记金额", "质押金额增速", "合格率", "授权量、申请量增速"]
    let units = ["亿元", "万件", "%", "倍", "番", "个百分点", "位", "年", "件", "", "成", "$ billion", "万亿元", "‰", "月"]
    let words = ["增长了", "是2015年的", "占", "环比", "力争到2030年", "年均", "自2009年起", "增速", "比2020年同期", "减少"]
    let observations = (0..<2 + roll(30)).map { index in
      let text = "数\(index)"
      let sentence = words[roll(words.count)] + words[roll(words.count)] + text + "。"
      let start = sentence.unicodeScalars.count - 1 - text.unicodeScalars.count
      let source = Source(
        document: ["a", "b"][roll(2)], range: start..<start + text.unicodeScalars.count, text: text,
        sentenceRange: 0..<start + 3, sentence: sentence)
      var observation = Observation(
        id: "o\(index)", kind: Observation.Kind.allCases[roll(5)], name: names[roll(names.count)], value: number(),
        unit: Unit(units[roll(units.count)]), qualifier: Observation.Qualifier.allCases[roll(6)],
        area: ["广东", "广西", "全国", nil][roll(4)],
        period: ["2021", "2022", "2022-12", "2019/2022", "2019/", "x"].map { Period($0) }[roll(6)],
        scope: ["全国", "GDP", nil][roll(3)], status: Observation.Status.allCases[roll(Observation.Status.allCases.count)],
        of: roll(2) == 0 ? "o\(roll(30))" : nil, partOf: roll(3) == 0 ? "o\(roll(30))" : nil, source: source)
      if roll(2) == 0 { complete(&observation) }
      return observation
    }
    return IndicatorSet(
      documents: [SourceDocument(id: "a", title: "数1", date: "2022-01-01")], observations: observations)
  }

  /// Figures as articles have them: levels of two measures in two areas and years with their changes and shares.
  mutating func village() -> IndicatorSet {
    var observations: [Observation] = []
    for index in 0..<3 + roll(5) {
      let name = ["专利质押融资金额", "发明专利授权量"][roll(2)]
      let isAmount = name.hasSuffix("金额")
      let (area, period) = (["广东", "广西"][roll(2)], Period(year: 2019 + roll(4)))
      func add(_ kind: Observation.Kind, _ value: ExactNumber, _ unit: String, scope: String? = nil) {
        observations.append(
          Observation(
            id: "v\(observations.count)", kind: kind, name: name, value: value, unit: Unit(unit),
            qualifier: [.exactly, .exactly, .exactly, .moreThan, .lessThan, .about][index % 6], area: area,
            period: period,
            scope: scope, status: index % 5 == 4 ? .quoted : .fact))
      }
      let value = ExactNumber(significand: Int128(1 + roll(99999)), scale: isAmount ? roll(3) : 0) ?? ExactNumber(1)
      add(.level, value, isAmount ? ["亿元", "万元"][roll(2)] : ["件", "万件"][roll(2)])
      if roll(2) == 0 {
        add(.change, ExactNumber(significand: Int128(roll(3000) - 800), scale: 1) ?? ExactNumber(1), "%")
      }
      if roll(3) == 0 {
        add(.change, ExactNumber(significand: Int128(roll(60)), scale: 1) ?? ExactNumber(1), "倍")
        observations[observations.count - 1].form = MultipleForm.allCases[roll(2)]
      }
      if roll(2) == 0 {
        add(.share, ExactNumber(significand: Int128(1 + roll(999)), scale: 1) ?? ExactNumber(1), "%", scope: "全国")
      }
    }
    return IndicatorSet(observations: observations)
  }

  mutating func number() -> ExactNumber {
    let digits: Int128 =
      roll(3) == 0 ? Int128(roll(4)) : roll(2) == 0 ? .max - Int128(roll(3)) : Int128(roll(1_000_000))
    let sign: Int128 = roll(4) == 0 ? -1 : 1
    if roll(8) == 0 {
      return ExactNumber(significand: sign * digits, denominator: .max - Int128(roll(9))) ?? ExactNumber(1)
    }
    return ExactNumber(significand: sign * digits, scale: roll(3) == 0 ? 30 : roll(4)) ?? ExactNumber(1)
  }
}
