import Articles

/// What a word says of a time that is told without its number.
enum RelativeTime: Hashable, Sendable {
  /// 今年, 上年: so many years from the article's own.
  case year(Int)
  /// 上年同期.
  case sameOfYearBefore
  /// 目前.
  case now
  /// 同期, 报告期: the period that holds.
  case samePeriod
  /// 报告期内: the period that the document reports on.
  case reportingPeriod
  /// 近日, 近年来: says nothing of the period of a figure.
  case vague
  /// 当年, 年内.
  case yearThatHolds
  /// 年末: the last month of the year that holds.
  case yearEnd
  /// 期末: the last month of the period that holds.
  case periodEnd
  /// 当月, 上月: so many months from the one that holds.
  case month(Int)
  case wholeYear
  /// 先前三个月.
  case threeMonthsBefore
  /// 上季度.
  case periodBefore

  var expression: TimeExpression {
    var time = TimeExpression(year: .inherited)
    switch self {
    case .year(let years): time.year = .relative(years)
    case .sameOfYearBefore: (time.year, time.isBase) = (.relative(-1), true)
    case .now: (time.year, time.isNow) = (.relative(0), true)
    case .samePeriod: (time.year, time.isSame) = (.relative(0), true)
    case .reportingPeriod: (time.year, time.isSame, time.isReporting) = (.relative(0), true, true)
    case .vague: (time.year, time.isEmpty) = (.relative(0), true)
    case .yearThatHolds: break
    case .yearEnd: (time.part, time.isStock) = (.months(12, 12), true)
    case .periodEnd: (time.isPeriodEnd, time.isStock) = (true, true)
    case .month(let months): time.monthOffset = months
    case .wholeYear: time.isWholeYear = true
    case .threeMonthsBefore: time.isBase = true
    case .periodBefore: (time.isBase, time.isPeriodBefore) = (true, true)
    }
    return time
  }

  /// Simplified and half-width.
  static let words: WordTrie<RelativeTime> = {
    var trie = WordTrie<RelativeTime>()
    trie.insert(all: "今年 本年 本年度 今年度 当前年度", .year(0))
    trie.insert(all: "去年 上年 上年度 上一年 上一年度 去年度", .year(-1))
    trie.insert(all: "前年", .year(-2))
    trie.insert(all: "明年 来年 下一年", .year(1))
    trie.insert(all: "上年同期 去年同期 上年同月 去年同月 上年同季 上年末 去年同日 上年同季度 去年底同期 前一年 前一年度 前一年同期 上学年 上一学年", .sameOfYearBefore)
    trie.insert(all: "上季 上季度 上个季度 上一季 上一季度 上季末 上个季度末 上季度末 上一季末 上一季度末", .periodBefore)
    trie.insert(all: "目前 截至目前 截止目前 到目前 到目前为止 截至目前为止 当前 如今 现今 迄今 至今 迄今为止 现阶段 眼下 截至发稿 现在 现时 现时间 时下 眼下 今 截至日前 截至现在", .now)
    trie.insert(all: "同期 同季 同季度 本季 本季度 今季 今季度 当季 该季 该季度 本期 当期", .samePeriod)
    trie.insert(all: "报告期 报告期内 本报告期 本报告期内", .reportingPeriod)
    trie.insert(all: "近日 日前 近期 昨日 昨天 今日 今天 当日 当天 本周 上周 本月初 此前 当晚 次日 近年来 近年 近些年 近几年 近几年来 最近 这些年 多年来 年来 日后 今后 未来 长期以来 一直以来 原来 原先 当初", .vague)
    trie.insert(all: "全年 过去一年 过去的一年 刚刚过去的一年", .wholeYear)
    trie.insert(all: "当年 同年 年内", .yearThatHolds)
    trie.insert(all: "期末 报告期末 本报告期末", .periodEnd)
    trie.insert(all: "年末 年底", .yearEnd)
    trie.insert(all: "年初", .yearThatHolds)
    trie.insert(all: "先前三个月 对上三个月 之前三个月 此前三个月 前三个月期间 先前3个月 对上3个月 之前3个月 此前3个月", .threeMonthsBefore)
    trie.insert(all: "上月 上个月", .month(-1))
    trie.insert(all: "本月 当月 单月", .month(0))
    return trie
  }()
}
