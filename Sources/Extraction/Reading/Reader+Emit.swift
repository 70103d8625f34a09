import Articles
import Indicators

/// What a rule found; the reader adds what holds around it.
struct Finding {
  var kind: Observation.Kind
  var rule: String
  var name: String?
  var qualifier: Observation.Qualifier
  var isNegative = false
  var unit: String?
  var scope: String?
  var place: Worded<String>?
  var period: Worded<Period>?
  var isPlan = false
  /// The name is that of an earlier figure and this one qualifies it.
  var inheritsName = false
  /// The name is that of a growth (某某增速), which further figures do not take over.
  var isOfGrowth = false
  /// The last token of a name that follows the number.
  var nounEnd: Int?
  /// A part opened by 其中.
  var isPart = false
  /// Said in passing: 对经济增长的贡献率, 11个地区; further figures do not take its name over.
  var isAside = false
}

extension Reader {
  mutating func emit(_ finding: Finding, at index: Int, _ quantity: Quantity, token: Int? = nil) {
    let name = finding.name ?? lastName ?? ""
    let number = signed(quantity.numeral.number, negative: finding.isNegative)
    let area = finding.place ?? places.standing
    let period = finding.period ?? period(at: index)
    var draft = Draft(
      kind: finding.kind, name: name, nameWords: name.isEmpty ? nil : name, number: number,
      unit: finding.unit ?? quantity.unit, qualifier: finding.qualifier, area: area, period: period, scope: finding.scope ?? wholeOfPart(finding, at: index),
      status: status(finding, area: area?.value), rule: finding.rule, range: block.place(of: block.tokens[index].range),
      sentence: block.place(of: sentenceRange))
    draft.isHeading = isHeading
    draft.areaIsSaid = finding.place != nil || places.isSaid
    draft.periodIsSaid = calendar.isSaid
    if finding.kind == .level {
      if finding.isPart {
        draft.partOf = whole
      } else if let known = lastFact.flatMap({ continuedWhole($0, index, draft) }) ?? wholeBeforeWithin(index, draft) {
        draft.partOf = known
      }
      let isPart = finding.isPart || draft.partOf != nil
      if !finding.isAside { lastName = name }
      lastLevel = drafts.count
      if !isPart { whole = drafts.count }
    } else {
      let named = drafts.indices.suffix(16).last { drafts[$0].kind == .level && drafts[$0].name == name && $0 >= firstOfBlock }
      draft.qualifies = named ?? (finding.inheritsName ? lastLevel : nil)
      if finding.name != nil, !finding.inheritsName, !finding.isOfGrowth { lastName = name }
      if finding.kind == .rank, let last = drafts.last, last.kind == .streak, last.sentence == draft.sentence,
        let before = lastFact, block.clauseStart[before.token] == block.clauseStart[index]
      {
        drafts[drafts.count - 1].scope = finding.scope
        if finding.name != nil { drafts[drafts.count - 1].name = name }
      }
    }
    lastFact = Fact(
      token: index, kind: finding.kind, isNegative: finding.isNegative, scope: finding.scope, qualifier: finding.qualifier,
      draft: drafts.count)
    drafts.append(draft)
  }

  /// Whether the clause stands after 其中 and a comma.
  private func followsWithin(_ index: Int) -> Bool {
    let start = block.clauseStart[index]
    return start > 1 && block.tokens[start - 1].punctuation == .comma && block.tokens[start - 2].has(.within)
  }

  /// 受理案件1000件，其中，民事案件600件: the last level of the sentence in the same unit.
  private func wholeBeforeWithin(_ index: Int, _ draft: Draft) -> Int? {
    guard followsWithin(index) else { return nil }
    return drafts.lastIndex { $0.kind == .level && $0.partOf == nil && $0.sentence == draft.sentence && $0.unit == draft.unit }
  }

  /// 其中民事案件600件、刑事案件450件: what 、 joins to a part, in the same unit, is a part of the same whole.
  private func continuedWhole(_ before: Fact, _ index: Int, _ draft: Draft) -> Int? {
    guard drafts.indices.contains(before.draft), let whole = drafts[before.draft].partOf, before.token < index,
      drafts[before.draft].sentence == draft.sentence, drafts[before.draft].unit == draft.unit
    else { return nil }
    let between = block.tokens[before.token..<index]
    let isJoined =
      between.contains { $0.punctuation == .enumeration }
      && !between.contains { [.comma, .semicolon, .stop].contains($0.punctuation) }
    return isJoined ? whole : nil
  }

  /// 其中高价值发明专利占比…: the whole is the level before, where nothing else is named.
  private func wholeOfPart(_ finding: Finding, at index: Int) -> String? {
    guard finding.kind == .share, finding.rule == "share.of", let whole else { return nil }
    guard finding.isPart || followsWithin(index) else { return nil }
    return drafts[whole].name
  }

  var sentenceRange: Range<Int> {
    guard let first = block.tokens[sentence].first, let last = block.tokens[sentence].last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  private func signed(_ number: ExactNumber, negative: Bool) -> ExactNumber {
    guard negative, !number.isNegative, number.significand != .min else { return number }
    return ExactNumber(significand: -number.significand, scale: number.scale, denominator: number.denominator) ?? number
  }

  private func status(_ finding: Finding, area: String?) -> Observation.Status {
    if finding.isPlan || isAheadNow { return .plan }
    if let area, ["公司", "集团", "大学", "学院"].contains(where: { area.hasSuffix($0) }) { return .claim }
    return isQuoted ? .quoted : .fact
  }

  private var isAheadNow: Bool {
    guard let year = calendar.year, let current = calendar.current else { return false }
    return current.value.end.year > year
  }
}
