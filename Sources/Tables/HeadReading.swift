import Articles
import Extraction
import Indicators

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
  /// 增速位次: a rank of the growth.
  var isOfGrowth = false
  var isAtConstantPrices = false
  /// What is left: what is measured, or of whom. Empty where nothing is.
  var name: String
  /// ``name`` half-width, simplified, lower case and without blanks.
  var key: String

  /// - Parameter hasRepublicYears: whether 112年 is a year of the Republic.
  init(_ text: String, hasRepublicYears: Bool = false) {
    self.text = text
    let written = Array(text.unicodeScalars).filter { $0.value != 0xAD && $0.value != 0x200B }
    var scan = HeadScan(written)
    (unit, units) = scan.takeUnit()
    if let time = HeadTime(code: scan.visible(lowercased: true)) {
      self.time = time
      name = ""
      key = ""
      return
    }
    let change = scan.takeChange()
    if change == nil { (kind, scope) = scan.takeShare() ?? (nil, nil) }
    let hasRank = scan.takeRank()
    time = scan.takeTimes(hasRepublicYears: hasRepublicYears)
    if let change {
      kind = .change
      against = change.against
      isAtConstantPrices = change.isAtConstantPrices
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
    if HeadWords.generic.contains(key) {
      name = ""
      key = ""
    }
  }

  static func key(_ text: String) -> String {
    String(scalars: text.unicodeScalars.lazy.map { $0.halfWidth.simplified }.filter { !$0.isBlank && !$0.isLineEnd }).lowercased()
  }

  /// Whether nothing but blanks, units and times was said.
  var isBare: Bool { name.isEmpty && kind == nil }
}
