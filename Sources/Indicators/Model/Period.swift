/// A time period: a year, a month, a day, the span from one to another, or one whose end is open.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// An end of a period.
  public struct Mark: Hashable, Comparable, Sendable {
    /// Of the Gregorian calendar.
    public var year: Int { Int(packedYear) }
    /// 1–12; nil for the whole year.
    public var month: Int? { packedMonth == 0 ? nil : Int(packedMonth) }
    /// 1–31, with a month; nil for the whole month. Weeks are spans of days.
    public var day: Int? { packedDay == 0 ? nil : Int(packedDay) }

    /// Every figure holds several marks: they take 8 bytes rather than 40.
    private let packedYear: Int32
    private let packedMonth: Int8
    private let packedDay: Int8

    /// A year, a month or a day.
    public init(year: Int, month: Int? = nil, day: Int? = nil) {
      packedYear = Int32(clamping: year)
      packedMonth = Int8(clamping: month ?? 0)
      packedDay = Int8(clamping: day ?? 0)
    }
    /// The end of a span whose end the article leaves open; later than every other.
    public static let open = Mark(year: 10_000)
    public static func < (a: Mark, b: Mark) -> Bool { (a.year, a.month ?? 13, a.day ?? 32) < (b.year, b.month ?? 13, b.day ?? 32) }
  }

  /// Where it begins.
  public var start: Mark
  /// Where it ends, included.
  public var end: Mark
  /// The days within it that a figure is of: 2024年春节假期 is the year 2024 with the Spring Festival. Nil for all of it.
  public var occasion: Occasion?

  /// From one mark to another, or an occasion between them.
  public init(_ start: Mark, _ end: Mark, occasion: Occasion? = nil) {
    self.start = start
    self.end = end
    self.occasion = occasion
  }
  /// From a mark on, without an end.
  public init(since start: Mark) { self.init(start, .open) }
  /// A whole year.
  public init(year: Int) { self.init(Mark(year: year), Mark(year: year)) }
  /// A month.
  public init(year: Int, month: Int) { self.init(Mark(year: year, month: month), Mark(year: year, month: month)) }

  /// Whether its end is not stated: `2019/`.
  public var isOpen: Bool { end == .open }

  /// Whether it is told to the same mark (year, month, day) and spans as many years and months: 2021 and 2023, 2022-05 and 2024-07.
  package func isAsLong(as other: Period) -> Bool {
    func marks(_ period: Period) -> [Bool] { [period.start.month, period.end.month, period.start.day].map { $0 == nil } }
    return isOpen == other.isOpen && occasion == other.occasion && (isOpen || months == other.months) && marks(self) == marks(other)
  }

  /// The year in which it ends; nil where the end is open.
  package var endYear: Int? { isOpen ? nil : end.year }

  /// A whole year of the calendar.
  package var isYear: Bool { start == end && start.month == nil && occasion == nil }

  /// Without its occasion.
  package var whole: Period { Period(start, end) }

  /// Reads `2022`, `2022-12`, `2022-12-05`, `2019/2021`, `2026-01/2026-06` and `2019/`; nil for anything else.
  public init?(_ text: String) {
    if text.last == "/", let start = Period.mark(text.dropLast()) {
      self.init(since: start)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let marks = parts.compactMap { Period.mark($0) }
    guard marks.count == parts.count else { return nil }
    switch marks.count {
    case 1: self.init(marks[0], marks[0])
    case 2: self.init(marks[0], marks[1])
    default: return nil
    }
  }

  private static func mark(_ text: Substring) -> Mark? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = fields.first, first.count == 4, let year = Int(first), (1000...9999).contains(year) else {
      return nil
    }
    switch fields.count {
    case 1: return Mark(year: year)
    case 2, 3:
      guard fields[1].count == 2, let month = Int(fields[1]), (1...12).contains(month) else { return nil }
      guard fields.count == 3 else { return Mark(year: year, month: month) }
      guard fields[2].count == 2, let day = Int(fields[2]), CivilDay(year: year, month: month, day: day) != nil else { return nil }
      return Mark(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// As it is read, without the occasion.
  public var description: String {
    isOpen ? "\(start)/" : start == end ? start.description : "\(start)/\(end)"
  }

  /// Ordered by end, then start, then occasion.
  public static func < (a: Period, b: Period) -> Bool {
    if a.end != b.end { return a.end < b.end }
    if a.start != b.start { return a.start < b.start }
    return (a.occasion?.rawValue ?? "") < (b.occasion?.rawValue ?? "")
  }
}

extension Period.Mark: CustomStringConvertible {
  public var description: String {
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return ([String(year)] + [month, day].compactMap { $0.map(twoDigits) }).joined(separator: "-")
  }
}
