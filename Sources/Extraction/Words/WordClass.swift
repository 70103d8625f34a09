import Indicators

/// What a word does in a sentence of figures; a word may do several things.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// Part of a name; listed only so that the signs inside it are not read as something else (发达, 有效, 一系列).
  static let noun = WordClass(rawValue: 1 << 0)
  /// Links a name with its number: 达, 为, 共有.
  static let predicate = WordClass(rawValue: 1 << 1)
  /// 增长, 上升.
  static let rise = WordClass(rawValue: 1 << 2)
  /// 下降, 减少.
  static let fall = WordClass(rawValue: 1 << 3)
  /// 增至, 提升至: the number after it is a level.
  static let reach = WordClass(rawValue: 1 << 4)
  /// 增速, 涨幅: a noun whose number is a change.
  static let growthNoun = WordClass(rawValue: 1 << 5)
  /// 已, 共, 累计, 同比: stands beside a verb, never part of a name.
  static let adverb = WordClass(rawValue: 1 << 6)
  /// 和, 及, 、 between names.
  static let conjunction = WordClass(rawValue: 1 << 7)
  /// 对, 与, 在: what follows is no subject.
  static let preposition = WordClass(rawValue: 1 << 8)
  /// 此外, 据介绍: opens a sentence, says nothing about the figure.
  static let marker = WordClass(rawValue: 1 << 9)
  /// 建设, 拥有: ends the walk to the left, is not part of the name.
  static let verb = WordClass(rawValue: 1 << 10)
  /// 受理, 查获: ends the walk to the left and stays in the name.
  static let action = WordClass(rawValue: 1 << 11)
  /// 居, 位列, 排名.
  static let rank = WordClass(rawValue: 1 << 12)
  /// 占, 占比.
  static let share = WordClass(rawValue: 1 << 13)
  /// 较, 比, 与…相比.
  static let compare = WordClass(rawValue: 1 << 14)
  /// 表示, 介绍: its subject is a speaker.
  static let speech = WordClass(rawValue: 1 << 15)
  /// 力争, 预计: what follows is no fact yet.
  static let plan = WordClass(rawValue: 1 << 16)
  /// 其中.
  static let within = WordClass(rawValue: 1 << 17)
  /// 分别.
  static let respectively = WordClass(rawValue: 1 << 18)
  /// 公司, 大学: ends the name of a body.
  static let body = WordClass(rawValue: 1 << 19)
  /// 局, 厅, 政府: ends the name of an office of a place.
  static let office = WordClass(rawValue: 1 << 20)
  /// 金额, 数量: means nothing without what it measures.
  static let dependent = WordClass(rawValue: 1 << 21)
  /// 率, 指数: its number is a level even with a percent sign or no unit.
  static let rate = WordClass(rawValue: 1 << 22)
  /// 全省, 我区, 该公司: stands for a place or body named before.
  static let selfName = WordClass(rawValue: 1 << 23)
  /// 的.
  static let of = WordClass(rawValue: 1 << 24)
  /// 了.
  static let done = WordClass(rawValue: 1 << 25)
  /// 从, 由.
  static let from = WordClass(rawValue: 1 << 26)
  /// 连续.
  static let unbroken = WordClass(rawValue: 1 << 27)
  /// 方面, 问题: a count of them is no figure.
  static let abstract = WordClass(rawValue: 1 << 28)
  /// 每, 平均每.
  static let each = WordClass(rawValue: 1 << 29)
  /// 等 after a list.
  static let etCetera = WordClass(rawValue: 1 << 30)
  /// 首位, 榜首: a rank in itself.
  static let first = WordClass(rawValue: 1 << 31)
  /// 相当于, 是…的: before 倍.
  static let equals = WordClass(rawValue: 1 << 32)
  /// 在…中, …期间: closes a setting.
  static let setting = WordClass(rawValue: 1 << 33)
  /// 同比, 环比: the comparison is with an earlier period.
  static let yearOnYear = WordClass(rawValue: 1 << 34)
  /// Ends a name on its right side: 以及, 并, 使.
  static let stop = WordClass(rawValue: 1 << 35)
  /// 两者, 前者, 这一比重: stands for a figure before it.
  static let pronoun = WordClass(rawValue: 1 << 36)
}

extension WordClass {
  /// 人民币 before an amount: says what the amount is in, and is no name there.
  static let currency = WordClass(rawValue: 1 << 37)
  /// 公司 of 350家公司净利润…: those counted, whose measure follows.
  static let group = WordClass(rawValue: 1 << 38)
}

struct Word: Hashable, Sendable {
  var classes: WordClass
  /// Before a number: 超过, 近, 约.
  var before: Observation.Qualifier?
  /// After a number: 以上, 左右.
  var after: Observation.Qualifier?
}
