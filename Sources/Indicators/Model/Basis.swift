/// What a change is counted from.
public enum Basis: Hashable, Sendable {
  /// The same time of the year before: 同比, 比上年.
  case yearOnYear
  /// The month before: 环比 of a month.
  case monthOnMonth
  /// The quarter before: 环比 of a quarter.
  case quarterOnQuarter
  /// A stated period: 比2019年, 较年初.
  case period(Period)
  /// An average a year over the change's period: 年均增长.
  case averageAnnual
  /// An origin (以来), which ``Observation/since`` names where it is known.
  case since
}

extension Basis {
  /// A change of an occasion is counted from that of another year, which the year alone tells.
  package var ofWholePeriod: Basis {
    if case .period(let period) = self { .period(period.whole) } else { self }
  }
}

extension Basis: CustomStringConvertible {
  /// Reads `yoy`, `mom`, `qoq`, `average-annual`, `since` and periods; nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "yoy": self = .yearOnYear
    case "mom": self = .monthOnMonth
    case "qoq": self = .quarterOnQuarter
    case "average-annual": self = .averageAnnual
    case "since": self = .since
    default:
      guard let period = Period(text) else { return nil }
      self = .period(period)
    }
  }

  /// As it is written in files.
  public var description: String {
    switch self {
    case .yearOnYear: "yoy"
    case .monthOnMonth: "mom"
    case .quarterOnQuarter: "qoq"
    case .period(let period): period.description
    case .averageAnnual: "average-annual"
    case .since: "since"
    }
  }
}

/// The senses of 倍 and 番.
public enum MultipleForm: String, Hashable, Sendable, CaseIterable {
  /// 增长4.5倍: the difference is 4.5 times the base, the level 5.5 times.
  case increase
  /// 是2015年的4.5倍, 增至4.5倍: the level is 4.5 times the base.
  case times
  /// 翻两番: the level is 2² times the base.
  case doubled
}
