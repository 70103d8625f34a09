import Articles
import Indicators

/// One figure of a sentence in the roles that its construction gives it: what is measured, whose it is, of which whole,
/// compared with what.
///
/// A statement knows language and nothing of the document: a name may be open, a place or a time is as mentioned. Each
/// language has a front that makes statements; ``Interpreter`` alone makes facts of them.
struct Statement: Hashable, Sendable {
  var kind: Observation.Kind
  /// The name of the construction in the language's table.
  var construction: String
  var head: Head
  /// The number with its sign; a multiplier stays in the unit.
  var number = ExactNumber(0)
  /// A decline or loss, so that the number gets a minus sign.
  var isNegative = false
  var unit = ""
  var qualifier: Observation.Qualifier
  /// The word that carries the qualifier: 余, 多, 以上, 近, 最高, 以内; nil for others.
  var qualifierWord: String?
  /// A change at constant prices: 实际增长, 按可比价格.
  var isAtConstantPrices = false
  /// Where a run began: 自2010年起.
  var since: TimeExpression?
  /// The whole of a share or the field of a rank, in the text's words.
  var scope: String?
  /// Whose figure it is where the figure itself says so: a bracket, a list, an owner.
  var owner: Owner?
  /// A time that binds to this figure alone: the base of a comparison, an end of a movement, a member of a list of times.
  var ownTime: OwnTime?
  /// Its place among figures behind 分别 where the sentence lists no times: of that year of a span that the text told before.
  var yearOfSpan: YearOfSpan?
  var basis: BasisMention?
  /// What the figure stands above or below where that is no earlier time: 全国平均水平.
  var gapFrom: String?
  /// The comparison opens the sentence (On a yearly basis, …), set against how the text compares otherwise.
  var comparesInFront = false
  var form: MultipleForm?
  var modality: Modality?
  /// What the figure is to the statements around it.
  var role: Role = .main
  /// The statement of the paragraph that this one goes on from (a further member of a list, the other end of a movement).
  var continues: Int?
  /// The name is that of a growth (增速), which later statements do not take over.
  var isOfGrowth = false
  /// 其中: a part of the level before.
  var isPart = false
  /// The clause stands after 其中 and a comma.
  var followsWithin = false
  /// Only 、 or 和 stands between it and the statement before.
  var isListedPart = false
  /// 三省合计: of several figures together.
  var isSum = false
  /// Said in passing (11个地区): later statements do not take its name over.
  var isAside = false
  /// The clause names whose figure it is, so that what was told before owns nothing in it.
  var namesSubject = false
  /// 累计 stands in the clause before it: what has come together up to a date.
  var isCumulative = false
  /// Dropped where no name is found in the paragraph.
  var needsName = false
  /// Code points of the file.
  var range: Range<Int> = 0..<0
  /// Which clause of the paragraph it stands in.
  var clause = 0

  enum Role: Hashable, Sendable {
    case main
    /// 较上年的50起: what a change is measured from.
    case base
    /// 从…: the first end of a movement, and 到…: the second.
    case movementStart, movementEnd
    /// 26586千公顷（39879万亩）: the same in another unit.
    case conversion
  }
}

/// What is measured, as far as the clause says it.
enum Head: Hashable, Sendable {
  case own(String)
  /// 金额, 增速: means nothing alone and takes the topic in front.
  case dependent(String)
  /// 收到申请: verbs alone; under a topic the last of them is what is counted.
  case action(String, last: String)
  /// 新增: a verb that stands in front of the topic.
  case verb(String)
  /// The name of an earlier statement of the paragraph.
  case same(Int)
  /// The topic, and these words where there is none.
  case topicElse(String)
  /// 设在农村的, 下降的: says which of those the topic counts.
  case attribute(String)
  /// None: the topic.
  case inherited

  var words: String? {
    switch self {
    case .own(let words), .dependent(let words), .action(let words, _), .verb(let words), .topicElse(let words),
      .attribute(let words):
      words
    case .same, .inherited: nil
    }
  }
  /// Whether the clause names nothing of its own.
  var isOpen: Bool {
    switch self {
    case .same, .inherited: true
    default: false
    }
  }
}

/// A place or body as mentioned.
enum Owner: Hashable, Sendable {
  case place(NamedPlace, words: String)
  /// A company, school, office or thing by its name.
  case named(String)
  /// That of an earlier statement of the paragraph.
  case same(Int)
}

/// A time of one figure only.
struct OwnTime: Hashable, Sendable {
  var time: TimeExpression
  var words: String
  /// Whether it is the base of a comparison, where 上年 means the year before the one that holds.
  var isBase = true
}

/// Which of as many years as figures stand in a list.
struct YearOfSpan: Hashable, Sendable {
  var position: Int
  var count: Int
  /// The years are those of an unbroken run.
  var isOfRun = false
}

/// What a change is measured against, as mentioned.
enum BasisMention: Hashable, Sendable {
  case yearOnYear, periodOnPeriod, monthOnMonth, quarterOnQuarter, averageAnnual, since
  /// 较年初: against the end of the year before.
  case yearStart
  /// 比上年末: the same, which at the end of a year is the year before.
  case yearEndBefore
  case against(TimeExpression)
  /// 比上一旬: against a time that no period names.
  case unnamed
}

/// Whether a figure is one that is, or one that is meant to be.
enum Modality: Hashable, Sendable { case target, plan, forecast }

extension [Statement] {
  /// The words of what a statement measures, past those that only go on from another.
  func words(of index: Int) -> String? {
    var at = index
    while case .same(let before) = self[at].head, before < at { at = before }
    return self[at].head.words
  }
}
