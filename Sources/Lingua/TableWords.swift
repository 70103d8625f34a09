package import Diagnostics
import StructuredData

/// The words of the heads, titles and cells of tables by what they do there, those of all languages together: heads of one
/// table may be of two.
///
/// `language/tables/<tag>.yaml` lists them. They are compared in one form: half-width, simplified, in lower case.
package final class TableWords: Sendable {
  /// The BCP 47 tags of the files.
  package static let languages = ["zh-Hans", "zh-Hant", "en", "ja"]

  /// Lists of words and phrases.
  package enum List: String, CaseIterable, Hashable, Sendable {
    // Heads of columns, by what these hold.
    case serialHeads = "serial-heads"
    case unitHeads = "unit-heads"
    case areaHeads = "area-heads"
    /// Those of the heads of areas that hold who stands on the other side: partner.
    case partnerHeads = "partner-heads"
    /// Heads of columns that name bodies, whose the figures are: 申请人, applicant.
    case bodyHeads = "body-heads"
    /// Ends of names of bodies in titles: 股份有限公司.
    case bodyEndings = "body-endings"
    /// Kinds of applicants and the like below such a head, which are no bodies: 本国人, residents.
    case bodyKinds = "body-kinds"
    /// Heads that count what the title names: 件数.
    case counts
    /// Before what is counted: number of.
    case countLeads = "count-leads"
    /// Heads that mean nothing without what the title names: 金额.
    case bareMeasures = "bare-measures"
    case periodHeads = "period-heads"
    /// Those of the heads of periods that hold months.
    case monthHeads = "month-heads"
    case indicatorHeads = "indicator-heads"
    /// Names of what is produced or sold, so that the title says what is measured of it.
    case productHeads = "product-heads"
    case categoryHeads = "category-heads"
    /// Further words for what figures are parted by.
    case breakdownWords = "breakdown-words"
    case noteHeads = "note-heads"
    case valueHeads = "value-heads"
    /// 按…分: what stands before and behind a classification.
    case groupingLeads = "grouping-leads"
    case groupingEnds = "grouping-ends"
    /// What names of counts end in, the unit and 数: 件数, 户数.
    case countedEndings = "counted-endings"
    /// After 分 they make another word of it: 分布.
    case breakdownStops = "breakdown-stops"
    /// 甲, 乙: columns that have no number in a row of column numbers.
    case columnLetters = "column-letters"
    /// Rows and columns that sum up the others.
    case totals, subtotals
    /// Words of a head that say nothing of what is measured.
    case emptyNames = "empty-names"
    /// Words that end a change.
    case growth
    /// Those that begin a name, too: 增加就业人数.
    case weakGrowth = "weak-growth"
    /// What makes a name of a growth before it: 增加值.
    case notGrowthBefore = "not-growth-before"
    /// Rates that are levels, and indices.
    case notGrowth = "not-growth"
    case comparing
    /// English words of which comparisons are made: the, of; previous; same; ago.
    case comparedArticles = "compared-articles"
    case earlierWords = "earlier-words"
    case sameWords = "same-words"
    case agoWords = "ago-words"
    case growthMiddles = "growth-middles"
    case constantPrices = "constant-prices"
    /// The same of money: in local currencies.
    case constantMoney = "constant-money"
    /// After a year: 2020年不变价.
    case constantBases = "constant-bases"
    /// What stands round the base of an index, and what it is the base of: 以上月价格为100.
    case baseOpens = "base-opens"
    case baseCloses = "base-closes"
    case baseNouns = "base-nouns"
    case growthTails = "growth-tails"
    case averages
    /// Changes that are amounts and no ratios: 增减额.
    case changeAmounts = "change-amounts"
    /// Before a time that figures are in per cent of: 为上年.
    case ratioLeads = "ratio-leads"
    /// What is planned: 预算 beside what came of it.
    case targets
    /// How much of a target is reached: no level that another figure is of.
    case achievements
    /// Tails of English phrases of growth.
    case phraseTails = "phrase-tails"
    /// Heads of changes in per cent where no unit is given.
    case percentHeads = "percent-heads"
    /// Words for per cent within phrases of growth.
    case percentWords = "percent-words"
    /// Prepositions that a unit taken off leaves at the end of a head.
    case danglingWords = "dangling-words"
    /// Words at the start of what a growth leaves of a head.
    case danglingLeads = "dangling-leads"
    case shareLeads = "share-leads"
    case shareEnds = "share-ends"
    /// At the end of a head.
    case shareNouns = "share-nouns"
    /// The whole follows.
    case sharePhrases = "share-phrases"
    /// All of what a head says.
    case shareWords = "share-words"
    /// Behind a year over columns of years: an index of that year whose bases these are, 2023为以下各年.
    case basesBelow = "bases-below"
    case shareTails = "share-tails"
    case ranks
    case rankFields = "rank-fields"
    case rankLeads = "rank-leads"
    case ordinalLeads = "ordinal-leads"
    case ordinalEnds = "ordinal-ends"
    /// Words that units are made of.
    case units
    /// Nouns of units in Chinese characters or Kana that no measure word is: 円.
    case hanUnits = "han-units"
    /// Those of them that say that things are counted and not which.
    case emptyUnits = "empty-units"
    /// Those that are other words for %.
    case percentUnits = "percent-units"
    /// Words for ‰.
    case perMilleUnits = "per-mille-units"
    /// Those of them that stand right behind a sign of money: $m, £bn.
    case scaleSigns = "scale-signs"
    /// Codes of money: EUR/USD is a rate and no unit.
    case moneyCodes = "money-codes"
    /// Those of them that only say how many.
    case scales
    /// Those of them that, standing alone, name what is counted: persons.
    case unitNouns = "unit-nouns"
    case unitLabels = "unit-labels"
    /// What a line about the base of an index begins with.
    case baseLabels = "base-labels"
    /// Labels of the unit that amounts of money have, whatever units stand beside other figures: 金额单位.
    case moneyUnitLabels = "money-unit-labels"
    /// From the start of the year.
    case cumulative
    /// Beside sums from the start of the year they say that figures are of one month or quarter: 每月, 累计.
    case singleTimes = "single-times"
    /// Sums over all years, and not from the start of one.
    case allTime = "all-time"
    /// Sums from the beginning of a year of business: fiscal year to date.
    case businessCumulative = "business-cumulative"
    /// Years that do not begin in January: fiscal year.
    case businessYears = "business-years"
    case yearBegins = "year-begins"
    case yearEnds = "year-ends"
    case firstQuarters = "first-quarters"
    /// Heads that stand for all of a year: annual.
    case wholeYears = "whole-years"
    /// What says that a bracket behind a figure is spoken of: figures in parentheses.
    case inBrackets = "in-brackets"
    /// What says that changes are in the unit of their level: 标*的指标为绝对量.
    case absoluteChanges = "absolute-changes"
    /// What says that a unit is not that of all figures: unless otherwise stated.
    case unitExceptions = "unit-exceptions"
    /// Units of one of something: per share, 每股.
    /// Labels before the body whose figures a table gives: 编制单位：.
    case bodyLabels = "body-labels"
    /// What stands before rows that are added or taken away: 减：, less:.
    case signLeads = "sign-leads"
    /// Instructions for filling in a form, within names: （亏损以“-”号填列）.
    case fillingNotes = "filling-notes"
    /// Before dollars they say whose: US, Hong Kong.
    case moneyNations = "money-nations"
    case dollars
    /// Ratios that are parts of no whole: 流动性比例.
    case notShare = "not-share"
    /// Words before a share that make no part of a whole of it: per share.
    case shareStops = "share-stops"
    /// In names of amounts that belong to one share, and are in plain money: earnings per share.
    case perShare = "per-share"
    /// What a difference of percentages is counted in.
    case percentagePoints = "percentage-points"
    case prices
    case perLeads = "per-leads"
    /// Parts of months in titles, which no period names: 下旬.
    case partsOfMonths = "parts-of-months"
    /// Behind a number they make a time of it and no amount: 4季度.
    case timeUnits = "time-units"
    /// Ends of periods: a stock.
    case ends
    /// After a number of years they make a name of it: 五年级.
    case yearNames = "year-names"
    /// Ends of names of what lasts: 审理期限（月） is counted in months.
    case durations
    /// After 按年: 按年龄 and 按月份 say what the figures are parted by.
    case breakdownEnds = "breakdown-ends"
    /// Before a time whose last day is meant: end-2023.
    case endLeads = "end-leads"
    /// Between the months of a span: Nov 2025 to Jan 2026.
    case until
    /// Before and behind the base year of constant prices: chained (2009) dollars, constant 2015 prices.
    case priceLeads = "price-leads"
    case priceEnds = "price-ends"
    /// Between a time and the one it is compared with: 2025-Q3 / 2024-Q3.
    case versus
    /// Cells that stand for what is not there.
    case missing
    /// Letters behind a number that say how it came about.
    case flags
    case footnoteMarks = "footnote-marks"
    /// Letters in brackets behind a head that lead to a note, and are no unit.
    case noteLetters = "note-letters"
    /// Words of a sentence that points to the table below it.
    case pointers
    case tableLabels = "table-labels"
    case continued
    case titleLeads = "title-leads"
    /// Words around what a title measures.
    case titleNoise = "title-noise"
    /// Behind the first words of an English head, which say what stands below it: country of residence.
    case headStops = "head-stops"
    /// Ends of names of places that no list has, all in capitals at the start of words: Atlantic County.
    case placeEndings = "place-endings"
    /// Before 年增, 月增 and 季增 they make a time of their first character: 当月增长率.
    case standingStops = "standing-stops"
    /// Behind it a title tells the rows: grants by office.
    case breakdowns
    /// Groups of countries that no gazetteer has: advanced economies.
    case groupsOfPlaces = "groups-of-places"
    /// After a number they say of how many places figures are: 70个大中城市.
    case placeGroups = "place-groups"
    /// What stands behind a place in the title of what tables are published in: 统计月报.
    case publications
    /// Titles that measure nothing of their own.
    case broadTitles = "broad-titles"
    case noteStarts = "note-starts"
    /// Names of sheets that no one gave.
    case sheetNames = "sheet-names"
    case within
    /// Names that take the line above them.
    case dependentNames = "dependent-names"
    /// What a line over rows may measure in them.
    case measures
    case productMeasures = "product-measures"
    /// Which way goods go: exports.
    case flows
    /// Between several things that a title measures.
    case joining
    /// Words that alone name nothing.
    case conjunctions
    case moneyNames = "money-names"
    /// Heads of how much there is and of what it is worth, each with a unit of its own.
    case quantities, worths
    /// Before what brought a change about: due to.
    case causes
    /// What is a change only with what it is counted from: difference.
    case differences
    case rateEndings = "rate-endings"
    /// In names of what does not add up.
    case notAdditive = "not-additive"
    case particles
  }

  /// Lists of words and phrases with a value each.
  package enum Table: String, CaseIterable, Hashable, Sendable {
    /// Ends of heads: indicator, category, area.
    case headEndings = "head-endings"
    /// Totals that name their place.
    case wholePlaces = "whole-places"
    /// Totals that say of what kind their place is: 全市, of a 市.
    case wholeKinds = "whole-kinds"
    /// yoy, mom, qoq, since-year-start.
    case comparedWith = "compared-with"
    /// The same, and before: the period before.
    case standingComparisons = "standing-comparisons"
    case growthPhrases = "growth-phrases"
    /// Words for lengths of time, in months: quarter 3; 0 for a period, -1 for what is shorter than a month.
    case comparedPeriods = "compared-periods"
    /// Signs of money and the month in which all years of business where it is paid begin.
    case yearsOfMoney = "years-of-money"
    /// Scales and the powers of ten that they stand for: million 6.
    case powers
    /// One, two, twelve.
    case smallNumbers = "small-numbers"
    /// Beside a word of growth that does not tell since when: annual, y/y.
    case growthMarkers = "growth-markers"
    /// All of what a head of changes says: annual rate.
    case growthHeads = "growth-heads"
    /// First quarter: the months, 1-3.
    case yearParts = "year-parts"
    /// Three months ended: how many, up to the month that follows.
    case monthsEnded = "months-ended"
    /// 上季度, previous month: a unit and how many of it from the one that holds: quarter-1.
    case relativeTimes = "relative-times"
    /// + or -.
    case directions
    /// Whole names with their numbers.
    case months
    /// Names of eras with the year before their first: 令和.
    case eras
    /// Heads of figures that are none yet: budget, with their status.
    case intendedHeads = "intended-heads"
  }

  /// A word or phrase in the form of comparison.
  package struct Phrase: Hashable, Sendable {
    package let scalars: [Unicode.Scalar]
    /// A bit for each of its scalars: a text without one of them does not hold the phrase.
    package let bits: UInt64

    package let text: String
    /// Without blanks.
    package let key: String

    package init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars
      bits = Self.bits(of: scalars)
      text = String(String.UnicodeScalarView(scalars))
      key = String(String.UnicodeScalarView(scalars.filter { $0 != " " }))
    }

    package static func bits(of scalars: some Sequence<Unicode.Scalar>) -> UInt64 { scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) } }
  }

  private let lists: [List: [Phrase]]
  private let sets: [List: Set<String>]
  private let tables: [Table: [(phrase: Phrase, value: String)]]
  private let values: [Table: [String: String]]

  /// The members of a list, the longest first.
  package func phrases(_ list: List) -> [Phrase] { lists[list] ?? [] }
  /// Whether a text without blanks is a member.
  package func holds(_ list: List, _ key: String) -> Bool { sets[list]?.contains(key) ?? false }
  /// The members of a table, the longest first.
  package func phrases(_ table: Table) -> [(phrase: Phrase, value: String)] { tables[table] ?? [] }
  package func value(_ table: Table, _ key: String) -> String? { values[table]?[key] }

  /// Reads the files.
  ///
  /// - Parameter folded: the form of comparison of a scalar.
  /// - Throws: all that is wrong with them: an unknown key, a member of a table without a value.
  package init(_ files: [(text: String, document: String)], folded: (Unicode.Scalar) -> Unicode.Scalar) throws(Diagnostics) {
    var lists: [List: [Phrase]] = [:]
    var tables: [Table: [(phrase: Phrase, value: String)]] = [:]
    for file in files {
      let words = try Self.shape.read(parseYAML(file.text, document: file.document)).value
      for (list, members) in words.lists { lists[list, default: []] += members.map { Phrase($0.unicodeScalars.map(folded)) } }
      for (table, members) in words.tables {
        tables[table, default: []] += members.map { (Phrase($0.phrase.unicodeScalars.map(folded)), $0.value) }
      }
    }
    // Those of the same length stay in the order of the files.
    func byLength(_ a: (offset: Int, length: Int), _ b: (offset: Int, length: Int)) -> Bool {
      a.length == b.length ? a.offset < b.offset : a.length > b.length
    }
    self.lists = lists.mapValues { phrases in
      phrases.enumerated().sorted { byLength(($0.offset, $0.element.scalars.count), ($1.offset, $1.element.scalars.count)) }.map(\.element)
    }
    self.tables = tables.mapValues { members in
      members.enumerated().sorted { byLength(($0.offset, $0.element.phrase.scalars.count), ($1.offset, $1.element.phrase.scalars.count)) }
        .map(\.element)
    }
    sets = lists.mapValues { Set($0.map(\.key)) }
    values = tables.mapValues { Dictionary($0.map { ($0.phrase.key, $0.value) }, uniquingKeysWith: { first, _ in first }) }
  }

  private struct File {
    var lists: [List: [String]]
    var tables: [Table: [(phrase: String, value: String)]]
  }

  private static let shape = Shape<File>.record("TableWords") { fields in
    _ = fields.required("language", .text, "The BCP 47 tag.")
    var file = File(lists: [:], tables: [:])
    for list in List.allCases {
      file.lists[list] = fields.optional(list.rawValue, LanguagePack.words, default: [], "Words and phrases, parted by commas.")
    }
    for table in Table.allCases {
      file.tables[table] = fields.optional(
        table.rawValue, LanguagePack.valued, default: [], "Words and phrases with their values, parted by commas.")
    }
    return file
  }
}
