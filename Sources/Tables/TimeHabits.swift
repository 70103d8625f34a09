import Articles
import Extraction
import Lingua

/// How a table writes its times, where one head alone does not tell.
struct TimeHabits: Hashable {
  /// 112年 is a year of the Republic, and so is 112 in a row of heads.
  var hasRepublicYears = false
  /// Sep 18 is a month of 2018 and no day.
  var hasShortYears = false
  /// II and IV are quarters.
  var hasRomanQuarters = false
  /// 10/25/24 beside 11/01/24: which of the first two numbers is the month, where one date tells.
  enum DateOrder { case dayFirst, monthFirst }
  var dateOrder: DateOrder?
  /// The eras from which years are counted, where it names any.
  var eras = Eras()

  init() {}

  /// - Parameters:
  ///   - texts: titles and heads.
  ///   - isOfTheRepublic: whether the document is.
  ///   - year: that of the document's date.
  init(_ texts: [String], isOfTheRepublic: Bool, year: Int?, _ words: TableWords) {
    eras = Eras(in: texts, words)
    hasRepublicYears = isOfTheRepublic || Self.namesRepublicYears(texts)
    hasShortYears = Self.usesShortYears(texts, year: year, words)
    hasRomanQuarters = Self.usesRomanQuarters(texts)
    dateOrder = Self.dateOrder(of: texts)
  }

  /// The three numbers of 31/10/2024, 11/01/24; nil for anything else.
  static func date(_ text: some StringProtocol) -> [Int]? {
    guard (6...10).contains(text.utf8.count), let mark = text.first(where: { !$0.isNumber }), "/.-".contains(mark) else { return nil }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    guard numbers.count == 3, parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 2 || parts[2].count == 4, (1...31).contains(numbers[0]), (1...31).contains(numbers[1])
    else { return nil }
    return numbers
  }

  private static func dateOrder(of texts: [String]) -> DateOrder? {
    let dates = texts.lazy.filter { $0.utf8.count <= 10 }.compactMap { date($0) }
    let isDayFirst = dates.contains { $0[0] > 12 }
    let isMonthFirst = dates.contains { $0[1] > 12 }
    return isDayFirst == isMonthFirst ? nil : isDayFirst ? .dayFirst : .monthFirst
  }

  static let romanQuarters = ["i", "ii", "iii", "iv"]

  /// Whether roman numbers up to four stand alone in cells, three of them at least, and none beyond, in a table with a year.
  private static func usesRomanQuarters(_ texts: [String]) -> Bool {
    let numbers = Set(
      texts.lazy.filter { $0.utf8.count <= 5 }.map { HeadReading.key($0) }.filter { !$0.isEmpty && $0.allSatisfy { "ivx".contains($0) } })
    guard numbers.isSubset(of: romanQuarters), numbers.count >= 3 else { return false }
    return texts.contains { text in
      text.split { !$0.isNumber }.contains { $0.utf8.count == 4 && (Int($0).map { (1900...2100).contains($0) } ?? false) }
    }
  }

  private static func namesRepublicYears(_ texts: [String]) -> Bool {
    let isNamed = texts.contains { text in
      text.unicodeScalars.contains { $0.isHan } && RepublicYears.isUsed(in: Array(text.unicodeScalars).folded)
    }
    guard isNamed else { return false }
    // Traditional characters somewhere in the table say whose years they are.
    return texts.contains { $0.unicodeScalars.contains { $0.halfWidth != $0.halfWidth.simplified || $0 == "民" } }
  }

  /// Whether the numbers behind names of months are years: one of them is a year that the table or the document names in full, or no
  /// year is named and they stand behind several months, or behind a span of these: Jan–Sep 18 is no day.
  private static func usesShortYears(_ texts: [String], year: Int?, _ words: TableWords) -> Bool {
    func isMonth(_ run: Substring) -> Bool {
      run.utf8.count > 2 && words.phrases(.months).contains { $0.phrase.key.hasPrefix(run.lowercased()) }
    }
    var isBehindSpan = false
    var short: Set<Int> = []
    var months: Set<Substring> = []
    var full: Set<Int> = year.map { [$0 % 100] } ?? []
    // Aug-Oct 24/May-Jul 24 names two.
    for text in texts.lazy.flatMap({ $0.split(separator: "/") }) where text.utf8.count <= 400 {
      let runs = text.split { !$0.isLetter && !$0.isNumber }
      for (index, run) in runs.enumerated() where run.utf8.allSatisfy({ (48...57).contains($0) }) {
        guard let number = Int(run) else { continue }
        if run.utf8.count == 4, (1900...2100).contains(number) { full.insert(number % 100) }
        // Alone in the cell with its month.
        if run.utf8.count == 2, index > 0, index == runs.count - 1, text.utf8.count <= 16,
          runs[..<index].allSatisfy({ $0.first?.isLetter == true })
        {
          short.insert(number)
          months.insert(runs[index - 1])
          isBehindSpan = isBehindSpan || index == 2 && isMonth(runs[0]) && isMonth(runs[1])
        }
      }
    }
    guard !short.isEmpty else { return false }
    return full.isEmpty ? months.count > 1 || isBehindSpan : !short.isDisjoint(with: full)
  }
}
