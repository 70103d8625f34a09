import Articles
import Indicators

/// A sentence taken apart: its mentions in the order of its text.
struct Sentence: Hashable, Sendable {
  /// Code points of the file.
  var range: Range<Int>
  var mentions: [Mention] = []
  /// 其次, 其中: it goes on with what the sentence before compares.
  var continues = false
  /// Whether a figure stands in it.
  var hasFigure = false
}

/// What a paragraph consists of for the interpreter.
struct Paragraph: Hashable, Sendable {
  /// Companies and schools it names anywhere, so that their short names are known.
  var bodies: [String] = []
  /// The company that a line without a figure names, which a heading opens a section about.
  var headed: String?
  /// How the figures of the section below were adjusted, as a heading says.
  var adjustment: String?
  /// The place that is all a line names, which a heading opens a section about.
  var headedPlace: NamedPlace?
  /// 二、本国人申请: the words of a short line without a figure, behind its number.
  var label: String?
  /// Short names that the paragraph gives to bodies.
  var aliases: [Alias] = []
  var sentences: [Sentence] = []

  struct Alias: Hashable, Sendable {
    var body: String
    var short: String
  }
}

/// Indirect, for a paragraph holds many and its figures are large.
indirect enum Mention: Hashable, Sendable {
  /// What a clause opens with: whose figures follow.
  case subject(SubjectMention)
  /// 光伏方面，: what the clauses that follow are about.
  case topic(String, ofActions: Bool)
  /// 工业机器人：: what an item or clause is labelled with, which owns the bare measures that follow.
  case label(String)
  case time(TimeMention)
  /// 从环比看，: what the bare changes of the paragraph are measured against from there on.
  case basis(BasisMention)
  /// 从来源地看，: by what the figures are looked at from there on in the paragraph.
  case view(View)
  /// changed little over the month: a comparison told of what has no figure.
  case comparison(BasisMention)
  case bracketOpens, bracketCloses
  case quoteOpens, quoteCloses
  case figure(Statement)
}

/// By what a clause says that the figures after it are looked at.
enum View: Hashable, Sendable {
  /// The places they come from or go to.
  case partners
  /// Parts of the country.
  case regions
  /// Parts of the time that the text is of, each told of for itself: 分季度看.
  case periods
  case other
}

struct SubjectMention: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    case place(NamedPlace)
    /// Several places or bodies as one: 甲、乙.
    case list(String)
    case body(String)
    /// The words a clause opens with, in case the document knows a body by them.
    case opening(String)
    /// 全省, 该公司: a place or body named before.
    case selfName(String)
    /// Who says what follows: a body, a person, or the words before the verb of saying.
    case speaker(body: String?, person: String?, words: String)
  }
  var subject: Subject
  var words: String
  /// The words the clause opens with from there on, in case the document knows a body by them (东莞光年 is no 东莞).
  var opening = ""
  /// It may hold beyond its sentence.
  var lasts: Bool
  /// The clause it stands in.
  var clause = -1
}

/// A time in a sentence with what its place there makes of it.
struct TimeMention: Hashable, Sendable {
  var time: TimeExpression
  var words: String
  var clause: Int
  /// Only markers, places and adverbs stand before it in its clause.
  var opensClause: Bool
  /// No figure stands before it in its sentence.
  var opensSentence = true
  /// 提出的到2025年达到12件的目标: the year is that of the target only.
  var isOfTarget = false
  /// Of the title of a plan, of a ranking or of an average: it holds for its sentence and no longer.
  var holdsForSentence = false
  /// 而“十三五”末: set against what the sentence is about.
  var isContrast = false
  /// 恢复至疫前同期的七成，2019年为7.8亿人次: a year told behind a figure that was measured by it.
  var isOfBase = false
  /// A word of planning stands near.
  var isNearPlan = false
  /// Months and parts of years that the sentence names without a year.
  var otherParts: [TimeExpression] = []
}
