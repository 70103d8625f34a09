import Articles
import Extraction
import Indicators
import Lingua

/// What the words at the head of a row or column, or of a title, say: 2024年比上年增长（%） is a change of 2024 on the year before.
struct HeadReading: Hashable {
  enum Against: Hashable {
    case yearBefore, periodBefore, monthBefore, quarterBefore, yearStart, average
    case year(Int)
  }

  /// As written.
  var text: String
  var unit: String?
  /// 单位：万元、件 names several.
  var units: [String] = []
  var time: HeadTime?
  /// Nil where the head says nothing of it: a level.
  var kind: Observation.Kind?
  /// What a change is counted from, where that is said.
  var against: Against?
  /// The whole of a share, the field of a rank.
  var scope: String?
  /// 比重比上年提高: a change of the share.
  var isOfShare = false
  /// 增速位次: a rank of the growth.
  var isOfGrowth = false
  var isAtConstantPrices = false
  /// What is left: what is measured, or of whom. Empty where nothing is.
  var name: String
  /// ``name`` half-width, simplified, lower case and without blanks.
  var key: String

  /// - Parameter hasRepublicYears: whether 112年 is a year of the Republic.
  init(_ text: String, _ words: TableWords, hasRepublicYears: Bool = false) {
    self.text = text
    // A paragraph in a cell is no head.
    guard text.utf8.count <= 1200 else {
      (name, key) = (text, Self.key(text))
      return
    }
    let written = Array(text.unicodeScalars).filter { $0.value != 0xAD && $0.value != 0x200B }
    var scan = HeadScan(written.withoutTranslation, words)
    (unit, units) = scan.takeUnit()
    if let time = HeadTime(code: scan.visible(lowercased: true), words) {
      self.time = time
      name = ""
      key = ""
      return
    }
    let change = scan.takeChange()
    if change == nil, let share = scan.takeShare() { (kind, scope) = (.share, share.scope) }
    let hasRank = scan.takeRank()
    time = scan.takeTimes(hasRepublicYears: hasRepublicYears)
    if let change {
      kind = .change
      against = change.against
      isAtConstantPrices = change.isAtConstantPrices
      if let share = scan.takeShare() { (isOfShare, scope) = (true, share.scope) }
      // 2024年比2020年增长: the year compared with is no time of the figure.
      if change.against == .average, time?.endYear == nil { against = .average }
    }
    if hasRank.found {
      isOfGrowth = kind == .change
      kind = .rank
      scope = hasRank.scope
      against = nil
    }
    name = scan.rest()
    key = Self.key(name)
    if words.holds(.emptyNames, key) {
      name = ""
      key = ""
    }
  }

  static func key(_ text: String) -> String {
    String(scalars: text.unicodeScalars.lazy.map { $0.halfWidth.simplified }.filter { !$0.isBlank && !$0.isLineEnd }).lowercased()
  }

  /// What the text says beside its words: nothing but them.
  static func plain(_ text: String) -> HeadReading {
    var reading = HeadReading()
    reading.text = text
    return reading
  }

  private init() { (text, name, key) = ("", "", "") }

  /// Whether nothing but blanks, units and times was said.
  var isBare: Bool { name.isEmpty && kind == nil }
}

extension [Unicode.Scalar] {
  /// 進口 Imports (百萬港元 HK$ million) without what says the same in English again: Latin words with small letters right behind Chinese
  /// ones, to the end or to a bracket.
  var withoutTranslation: [Unicode.Scalar] {
    guard contains(where: \.isHan), contains(where: { $0.isLatinLetter }) else { return self }
    var out: [Unicode.Scalar] = []
    var index = 0
    while index < count {
      // A stretch up to a bracket.
      var end = index
      while end < count, !"()（）[]".unicodeScalars.contains(self[end]) { end += 1 }
      out += Self.chinesePart(self[index..<end])
      if end < count { out.append(self[end]) }
      index = end + 1
    }
    return out
  }

  private static func chinesePart(_ stretch: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let last = stretch.lastIndex(where: { $0.isHan }), stretch.prefix(through: last).count(where: { $0.isHan }) > 1 || stretch.prefix(through: last).allSatisfy({ !$0.isDigit }) else {
      return stretch
    }
    let tail = stretch[(last + 1)...]
    guard let first = tail.first, first.isBlank || first.isLineEnd else { return stretch }
    // A word of three small letters and more, or a unit behind a sign of money: HK$ million.
    var run = 0
    var isWords = false
    for scalar in tail {
      run = scalar.isLatinLetter && scalar.properties.isLowercase ? run + 1 : 0
      isWords = isWords || run >= 3
    }
    return isWords ? stretch[...last] : stretch
  }
}
