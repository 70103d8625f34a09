import Indicators

/// What the words round a figure tell of how it is meant: basis, form, stock, prices, the word of its qualifier, the start of
/// a streak. The last stage that reads them; all later ones go by the fields that are set here.
struct Circumstances {
  private let clause: String
  private let lead: String
  private let trail: String
  private let sentence: Sentence

  /// What a sentence says to all its figures, found once.
  struct Sentence {
    let scalars: [Unicode.Scalar]
    let isOfStock: Bool
    let isYearOnYear: Bool
    /// The year in 自2010年起, 从2010年开始, 2010年以来, since 2010.
    let origin: Int?

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
      isOfStock = stockWords.contains { text.contains($0) }
      isYearOnYear = yearOnYearWords.contains { text.contains($0) }
      origin = years(in: scalars) { before, after in
        before.hasSuffix("自") || before.hasSuffix("从") || before.hasSuffix("since ") || after.hasPrefix("年以来")
          || after.hasPrefix("年起")
      }
    }
  }

  init(_ source: Source, _ sentence: Sentence) {
    let scalars = sentence.scalars
    let start = min(max(source.range.lowerBound - source.sentenceRange.lowerBound, 0), scalars.count)
    let end = min(max(source.range.upperBound - source.sentenceRange.lowerBound, start), scalars.count)
    let before = scalars[..<start].suffix(24)
    let comma = before.lastIndex { clauseEnds.contains($0) }.map { $0 + 1 } ?? before.startIndex
    clause = string(before[comma...])
    lead = string(scalars[..<start].suffix(12))
    trail = string(scalars[end...].prefix(16))
    self.sentence = sentence
  }

  /// - Parameter isParsed: basis, form and status are those of its statement.
  func complete(_ observation: inout Observation, isParsed: Bool) {
    observation.qualifierWord = qualifierWord(of: observation)
    switch observation.kind {
    case .level:
      if let period = observation.period, period.start == period.end, period.end.month != nil {
        observation.isStock = sentence.isOfStock
      }
    case .change:
      if !isParsed { observation.basis = basis(over: observation.period) }
      observation.isAtConstantPrices = clause.contains("实际") || clause.contains("可比价格") || clause.contains("实际增")
      if !isParsed { observation.form = form(of: observation) }
    case .rank, .streak:
      observation.isOfGrowth = ["增长率", "增速", "增幅", "增長率"].contains { clause.contains($0) }
      if observation.kind == .streak { observation.since = sentence.origin.map { Period(year: $0) } }
    case .share: break
    }
    if observation.status == .plan, !isParsed {
      if ["预计", "預計", "预测", "預測", "有望", "is expected"].contains(where: { clause.contains($0) }) {
        observation.status = .forecast
      } else if ["力争", "目标", "目標", "争取", "爭取", "达到", "達到", "aims to"].contains(where: { clause.contains($0) }) {
        observation.status = .target
      }
    }
  }

  private func basis(over period: Period?) -> Basis? {
    if ["年均", "平均每年", "annual average"].contains(where: { clause.contains($0) }) { return .averageAnnual }
    let months = period.map { $0.isOpen ? 0 : $0.months } ?? 0
    if let year = namedYear(in: clause), let period, year < period.end.year {
      return .period(clause.contains("同期") ? period.moved(years: year - period.end.year) : Period(year: year))
    }
    if ["环比", "環比"].contains(where: { clause.contains($0) }) { return months == 3 ? .quarterOnQuarter : .monthOnMonth }
    if ["上月", "上個月", "上个月"].contains(where: { clause.contains($0) }) { return .monthOnMonth }
    if ["上季", "上一季"].contains(where: { clause.contains($0) }) { return .quarterOnQuarter }
    if ["年初", "上年末", "上年底", "去年底", "去年末"].contains(where: { clause.contains($0) }) {
      return period.map { .period(Period(year: $0.end.year - 1, month: 12)) }
    }
    if clause.contains("以来") { return .since }
    if yearOnYearWords.contains(where: { clause.contains($0) || trail.contains($0) }) { return .yearOnYear }
    // 比上年增长3%、下降2%: what stands once in a sentence holds for its further changes.
    return sentence.isYearOnYear ? .yearOnYear : nil
  }

  private func form(of observation: Observation) -> MultipleForm? {
    if observation.unit.measure == "番" { return .doubled }
    guard observation.isMultiple else { return nil }
    var words = Array(lead.unicodeScalars)
    let skipped = Set("约近超过逾達达 的約過了".unicodeScalars)
    var sawOf = false
    while let last = words.last, skipped.contains(last) {
      if last == "的" { sawOf = true }
      words.removeLast()
    }
    if sawOf { return .times }
    if let last = words.last, ["至", "到", "为", "為", "是"].contains(last) { return .times }
    let after = trail.lowercased()
    return [" as ", " the ", " that of"].contains { after.hasPrefix($0) } ? .times : .increase
  }

  private func qualifierWord(of observation: Observation) -> String? {
    let written = observation.source?.text ?? ""
    let before = String(lead.unicodeScalars.suffix(6))
    switch observation.qualifier {
    case .exactly, .about: return nil
    case .moreThan: return ["余", "多", "餘"].first { written.contains($0) }
    case .atLeast: return trail.hasPrefix("以上") ? "以上" : nil
    case .lessThan: return ["逼近", "接近", "近"].first { before.hasSuffix($0) }
    case .atMost: return trail.hasPrefix("以内") ? "以内" : before.contains("最高") ? "最高" : nil
    }
  }
}

/// The year in 比2019年, 较2020年, 是2015年的, from 2019, than in 2019.
private func namedYear(in clause: String) -> Int? {
  years(in: Array(clause.unicodeScalars)) { before, _ in
    let words = before.hasSuffix(" ") ? String(before.dropLast()) : before
    return ["比", "较", "較", "是", "为", "為", "于", "於", "从", "from", "than", "than in"].contains { words.hasSuffix($0) }
  }
}

/// The first year from 1900 to 2200 whose six characters before and after fit.
private func years(in text: [Unicode.Scalar], where fits: (String, String) -> Bool) -> Int? {
  var index = 0
  while index + 4 <= text.count {
    let digits = text[index..<index + 4]
    if digits.allSatisfy({ ("0"..."9").contains($0) }), let year = Int(string(digits)), (1900...2200).contains(year),
      fits(string(text[max(0, index - 8)..<index]), string(text[(index + 4)..<min(text.count, index + 9)]))
    {
      return year
    }
    index += 1
  }
  return nil
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}

private let clauseEnds: Set<Unicode.Scalar> = ["，", ",", "。", "；", ";", "！", "!"]
private let stockWords = ["截至", "截止", "月末", "月底", "年底", "年末", "至今", "累计", "有效量", "as of", "by the end"]
private let yearOnYearWords = [
  "同比", "比上年", "较上年", "較上年", "比去年", "较去年", "較去年", "比上一年", "较上一年", "上年同期", "去年同期", "按年", "year on year",
  "year-on-year", "from a year earlier", "over the previous year",
]
