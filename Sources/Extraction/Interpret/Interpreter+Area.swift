import Articles
import Indicators

/// Whose a figure is: what the statement says, else the subject that holds.
extension Interpreter {
  /// Whose figure it is, by which frame.
  struct Area {
    var name: Worded<String>?
    var frame: String?
    var code: String?
    /// A country or several.
    var isForeign = false

    init(name: Worded<String>?, frame: String?, code: String? = nil) {
      self.name = name
      self.frame = frame
      self.code = code
    }
    init(_ subject: SubjectFrame.Subject?) {
      self.init(name: subject?.name, frame: subject?.scope.rawValue, code: subject?.place?.code)
      isForeign = subject?.place?.level == .country
    }
  }

  private func goesOnWithRank(_ statement: Statement) -> Bool {
    guard statement.kind == .rank || statement.kind == .streak, statement.head.isOpen, let last = drafts.last, last.sentence == sentence,
      last.kind == .rank || last.kind == .streak && last.rule == "streak.run" || last.rule == "level.leader"
    else { return false }
    return last.areaFrame == "list" || last.areaFrame == "clause"
  }

  /// 以台积电211件居冠，年增163.8%；鸿海88件居次，年增7.3%; 以日本3115件居首，占45.2%: of the one just ranked by its number.
  private func goesOnFromLeader(_ statement: Statement) -> Bool {
    guard statement.kind == .change || statement.kind == .share, statement.head.isOpen, let last = drafts.last, last.sentence == sentence,
      last.areaFrame == "list" || last.areaFrame == "clause", last.rule == "rank.position" || last.rule == "level.leader",
      last.kind == .rank || last.rule == "level.leader"
    else { return false }
    return last.kind == .level || drafts.dropLast().last.map { $0.area?.value == last.area?.value && $0.sentence == sentence } ?? false
  }

  /// 公司全球市占率为43.4%, 国内收入21.4亿元: the market in which a company has its share or sells what it sells.
  private func isMarket(_ place: NamedPlace, of statement: Statement) -> Bool {
    guard let document = subjects.document, document.place == nil, subjects.standing?.place == nil,
      place.level == .world || place.level == .nation
    else { return false }
    return statement.kind == .share || statement.head.words.map { measures.accounts.contains($0.simplifiedForm) } ?? false
  }

  /// 东莞 opens 东莞光年; Europe does not open European Patent Office.
  private func opens(_ body: String?, _ place: String) -> Bool {
    guard let body, body.hasPrefix(place) else { return false }
    return !(body.unicodeScalars.dropFirst(place.unicodeScalars.count).first?.isLatinLetter ?? false)
  }

  func area(of statement: Statement) -> Area {
    // 最高贴息100万元, told by a company: what is granted at most is the grantor's, the place of the document.
    if statement.qualifier == .atMost, statement.owner == nil, subjects.standing?.place == nil, let place = subjects.document,
      place.place != nil,
      let words = statement.head.words, measures.grants.contains(where: { words.simplifiedForm.hasSuffix($0) })
    {
      return Area(place)
    }
    switch statement.owner {
    case .place(_, let words) where subjects.standing?.place == nil && opens(subjects.standing?.name.value, words):
      // 东莞 of 东莞光年 is no owner.
      return Area(subjects.standing)
    case .place(let named, _) where isMarket(named, of: statement): return Area(subjects.standing)
    case .place(let named, let words):
      let place = subjects.own(named, words: words)
      var area = Area(name: Worded(value: place.name, words: words), frame: "clause", code: place.code)
      area.isForeign = place.level == .country
      return area
    case .named(let name):
      if let own = subjects.document, own.place == nil, name.hasPrefix(own.name.value + " "),
        name.count - own.name.value.count <= 5, !name.dropFirst(own.name.value.count + 1).contains(" ")
      {
        // Tideway Energy ASA of Tideway Energy: with its legal form.
        return Area(own)
      }
      return Area(name: Worded(value: name, words: name), frame: "list")
    case .same(let index):
      if draftOf.indices.contains(index), let before = draftOf[index] {
        return Area(name: drafts[before].area, frame: drafts[before].areaFrame, code: drafts[before].areaCode)
      }
      fallthrough
    case nil where goesOnWithRank(statement):
      // 以某公司1486件居首，连续10年排名第1: of the one that leads.
      return drafts.last.map { Area(name: $0.area, frame: $0.areaFrame, code: $0.areaCode) } ?? Area(subjects.standing)
    case nil where goesOnFromLeader(statement):
      return drafts.last.map { Area(name: $0.area, frame: $0.areaFrame, code: $0.areaCode) } ?? Area(subjects.standing)
    // 香港、澳门居民573万人次，外国人95万人次: several places together are the subject of their clause and of what goes on without a name.
    case nil where statement.clause != subjects.clause && !statement.head.isOpen: return Area(subjects.standingAlone)
    case nil: return Area(subjects.standing)
    }
  }
}
