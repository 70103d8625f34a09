package import Diagnostics
import StructuredData

/// The words of the heads, titles and cells of tables by what they do there, those of all languages together: heads of one
/// table may be of two.
///
/// `language/tables/<tag>.yaml` lists them. They are compared in one form: half-width, simplified, in lower case.
package final class TableWords: Sendable {
  /// The BCP 47 tags of the files.
  package static let languages = ["zh-Hans", "zh-Hant", "en", "ja"]

  /// Lists of words and phrases. Files write `column-letters` for `columnLetters`.
  package enum List: Int, CaseIterable, Hashable, Sendable {
    // Heads of columns, by what these hold.
    case serialHeads
    case unitHeads
    case areaHeads
    /// Those of the heads of areas that may stand over other things: division.
    case openAreaHeads
    /// Those of the heads of areas that hold who stands on the other side: partner.
    case partnerHeads
    /// Heads of columns that name bodies, whose the figures are: 申请人, applicant.
    case bodyHeads
    /// What companies report, behind a time in titles: 4Q24 management report; and what stands before that time and is no name of one.
    case companyReports, reportLeads
    /// Ends of names of bodies in titles: 股份有限公司.
    case bodyEndings
    /// Kinds of applicants and the like below such a head, which are no bodies: 本国人, residents.
    case bodyKinds
    /// Which side of the border: 国内, 国外.
    case homeAndAbroad
    /// Heads that count what the title names: 件数.
    case counts
    /// Before what is counted: number of.
    case countLeads
    /// Heads that mean nothing without what the title names: 金额.
    case bareMeasures
    case periodHeads
    /// Those of the heads of periods that hold months.
    case monthHeads
    case indicatorHeads
    /// Names of what is produced or sold, so that the title says what is measured of it.
    case productHeads
    case categoryHeads
    /// Further words for what figures are parted by.
    case breakdownWords
    case noteHeads
    case valueHeads
    /// 按…分: what stands before and behind a classification.
    case groupingLeads
    case groupingEnds
    /// What names of counts end in, the unit and 数: 件数, 户数.
    case countedEndings
    /// After 分 they make another word of it: 分布.
    case breakdownStops
    /// 甲, 乙: columns that have no number in a row of column numbers.
    case columnLetters
    /// Rows and columns that sum up the others.
    case totals, subtotals
    /// Ends of names of sums: 收入合计.
    case sumEndings
    /// Words of a head that say nothing of what is measured.
    case emptyNames
    /// Words that end a change.
    case growth
    /// Those that begin a name, too: 增加就业人数.
    case weakGrowth
    /// What makes a name of a growth before it: 增加值.
    case notGrowthBefore
    /// What makes a name of a growth behind it: 新增减税.
    case notGrowthBehind
    /// Rates that are levels, and indices.
    case notGrowth
    case comparing
    /// Those behind which a span is one time: change on May to July 2020.
    case comparingTimes
    /// English words of which comparisons are made: the, of; previous; same; ago.
    case comparedArticles
    case earlierWords
    case sameWords
    case agoWords
    case growthMiddles
    case constantPrices
    /// The same of money: in local currencies.
    case constantMoney
    /// After a year: 2020年不变价.
    case constantBases
    /// What stands round the base of an index, and what it is the base of: 以上月价格为100.
    case baseOpens
    case baseCloses
    case baseNouns
    /// What is a hundred where figures are parts of it: 合计=100.
    case totalBases
    case growthTails
    case averages
    /// Changes that are amounts and no ratios: 增减额.
    case changeAmounts
    /// Heads of changes that hold per cent of the earlier figure in some tables: 前年比.
    case ratioHeads
    /// Before a time that figures are in per cent of: 为上年.
    case ratioLeads
    /// What is planned: 预算 beside what came of it.
    case targets
    /// How much of a target is reached: no level that another figure is of.
    case achievements
    /// Tails of English phrases of growth.
    case phraseTails
    /// Heads of changes in per cent where no unit is given.
    case percentHeads
    /// Words for per cent within phrases of growth.
    case percentWords
    /// Prepositions that a unit taken off leaves at the end of a head.
    case danglingWords
    /// Words at the start of what a growth leaves of a head.
    case danglingLeads
    case shareLeads
    case shareEnds
    /// At the end of a head.
    case shareNouns
    /// The whole follows.
    case sharePhrases
    /// All of what a head says.
    case shareWords
    /// Behind a year over columns of years: an index of that year whose bases these are, 2023为以下各年.
    case basesBelow
    case shareTails
    case ranks
    case rankFields
    case rankLeads
    case ordinalLeads
    case ordinalEnds
    /// Words that units are made of.
    case units
    /// Nouns of units in Chinese characters or Kana that no measure word is: 円.
    case hanUnits
    /// Those of them that say that things are counted and not which.
    case emptyUnits
    /// Those that are other words for %.
    case percentUnits
    /// Words for ‰.
    case perMilleUnits
    /// Those of them that stand right behind a sign of money: $m, £bn.
    case scaleSigns
    /// Codes of money: EUR/USD is a rate and no unit.
    case moneyCodes
    /// Those of them that only say how many.
    case scales
    /// Those of them that, standing alone, name what is counted: persons.
    case unitNouns
    case unitLabels
    /// What a line about the base of an index begins with.
    case baseLabels
    /// Labels of the unit that amounts of money have, whatever units stand beside other figures: 金额单位.
    case moneyUnitLabels
    /// Behind two years they make one of a school of them: 2023/2024学年.
    case schoolYears
    /// From the start of the year.
    case cumulative
    /// Beside sums from the start of the year they say that figures are of one month or quarter: 每月, 累计.
    case singleTimes
    /// Sums over all years, and not from the start of one.
    case allTime
    /// Sums from the beginning of a year of business: fiscal year to date.
    case businessCumulative
    /// Years that do not begin in January: fiscal year.
    case businessYears
    case yearBegins
    case yearEnds
    case firstQuarters
    /// Heads that stand for all of a year: annual.
    case wholeYears
    /// What says that a bracket behind a figure is spoken of: figures in parentheses.
    case inBrackets
    /// What says that changes are in the unit of their level: 标*的指标为绝对量.
    case absoluteChanges
    /// What says that a unit is not that of all figures: unless otherwise stated.
    case unitExceptions
    /// Short for growth, and always in per cent: y/y.
    case ratioMarks
    /// Ends of what says how figures were made, beside a unit: prices, adjusted.
    case unitQualities
    /// Before the code of a unit: at which prices.
    case priceCodes
    /// Postal codes of states, behind the name of a place.
    case stateCodes
    /// Heads of lines that name what is measured: dataset.
    case datasetHeads
    /// What an index or a change is counted from beside each other: the month a year ago, the months up to it.
    case monthBases, spanBases
    /// Units of one of something: per share, 每股.
    /// Labels before the body whose figures a table gives: 编制单位：.
    case bodyLabels
    /// What stands before rows that are added or taken away: 减：, less:.
    case signLeads
    /// Instructions for filling in a form, within names: （亏损以“-”号填列）.
    case fillingNotes
    /// Before dollars they say whose: US, Hong Kong.
    case moneyNations
    case dollars
    /// In names of rows that count things among amounts of money, or are ratios: employees; at the end of Chinese ones: 人数.
    case countedRows
    /// Those that are counted on the scale of the amounts.
    case sharesOfStock
    /// In heads of what each part adds to a growth: neither a growth nor a level that others are of.
    case contributions
    /// Ratios that are parts of no whole: 流动性比例.
    case notShare
    /// Words before a share that make no part of a whole of it: per share.
    case shareStops
    /// In names of amounts that belong to one share, and are in plain money: earnings per share.
    case perShare
    /// What a difference of percentages is counted in.
    case percentagePoints
    case prices
    case perLeads
    /// Parts of months in titles, which no period names: 下旬.
    case partsOfMonths
    /// Behind a number they make a time of it and no amount: 4季度.
    case timeUnits
    /// Ends of periods: a stock.
    case ends
    /// After a number of years they make a name of it: 五年级.
    case yearNames
    /// Ends of names of what lasts: 审理期限（月） is counted in months.
    case durations
    /// After 按年: 按年龄 and 按月份 say what the figures are parted by.
    case breakdownEnds
    /// Before a time whose last day is meant: end-2023.
    case endLeads
    /// Between the months of a span: Nov 2025 to Jan 2026.
    case until
    /// Before and behind the base year of constant prices: chained (2009) dollars, constant 2015 prices.
    case priceLeads
    case priceEnds
    /// Between a time and the one it is compared with: 2025-Q3 / 2024-Q3.
    case versus
    /// Cells that stand for what is not there.
    case missing
    /// Letters behind a number that say how it came about.
    case flags
    case footnoteMarks
    /// Letters in brackets behind a head that lead to a note, and are no unit.
    case noteLetters
    /// Words of a sentence that points to the table below it.
    case pointers
    case tableLabels
    case continued
    case titleLeads
    /// Words around what a title measures.
    case titleNoise
    /// Behind the first words of an English head, which say what stands below it: country of residence.
    case headStops
    /// Ends of names of places that no list has, all in capitals at the start of words: Atlantic County.
    case placeEndings
    /// Before 年增, 月增 and 季增 they make a time of their first character: 当月增长率.
    case standingStops
    /// A row below places that is of all of them, and no sum.
    case wholeAverages
    /// Offices behind the name of their place, words before it (Statistics Norway), and capital words there that name none (National).
    case placeOffices, officeLeads, noPlaceNames
    /// Before a noun, the whole of it: all, 全部.
    case wholeLeads
    /// Before the place of which all figures are: in, across.
    case placesOfAll
    /// Before a place within a title: landings into Norway.
    case placeLeads
    /// Words for changes that make no ratio of themselves: change on the quarter, beside a rate.
    case plainChanges
    /// Behind it a title tells the rows: grants by office.
    case breakdowns
    /// Groups of countries that no gazetteer has: advanced economies.
    case groupsOfPlaces
    /// After a number they say of how many places figures are: 70个大中城市.
    case placeGroups
    /// What stands behind a place in the title of what tables are published in: 统计月报.
    case publications
    /// Titles that measure nothing of their own.
    case broadTitles
    case noteStarts
    /// Names of sheets that no one gave.
    case sheetNames
    case within
    /// Names that take the line above them.
    case dependentNames
    /// Parts of people at heads of columns, which need what the title measures: men.
    case kindsOfPeople
    /// What a line over rows may measure in them.
    case measures
    case productMeasures
    /// Which way goods go: exports.
    case flows
    /// Between several things that a title measures.
    case joining
    /// Words that alone name nothing.
    case conjunctions
    case moneyNames
    /// Round a money that says in which one changes are counted: 美元计.
    case standingIn
    /// Ends of names of those who are counted in 人: 毕业生数.
    case peopleEndings
    /// Heads of how much there is and of what it is worth, each with a unit of its own.
    case quantities, worths
    /// Before what brought a change about: due to.
    case causes
    /// What is a change only with what it is counted from: difference.
    case differences
    case rateEndings
    /// In names of what does not add up.
    case notAdditive
    /// Units a hundred of which are a point of per cent: basis points.
    case hundredthsOfPoints
    /// What a note that gives the unit of all figures says of these: 本表, 金额; all, figures, are, shown.
    case noteSubjects
    /// What an index is called: 指数, index.
    case indexNouns
    /// In names of what falls to one of many, which is counted in smaller units than their sum: 人均, per capita.
    case perOne
    case particles
  }

  // By the number of the list: they are asked for very often.
  private let lists: [[Phrase]]
  private let sets: [Set<String>]
  private let tables: [[(phrase: Phrase, value: String)]]
  private let values: [[String: String]]

  /// The members of a list, the longest first.
  package func phrases(_ list: List) -> [Phrase] { lists[list.rawValue] }
  /// Whether a text without blanks is a member.
  package func holds(_ list: List, _ key: String) -> Bool { sets[list.rawValue].contains(key) }
  /// The members of a table, the longest first.
  package func phrases(_ table: Table) -> [(phrase: Phrase, value: String)] { tables[table.rawValue] }
  package func value(_ table: Table, _ key: String) -> String? { values[table.rawValue][key] }

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
    self.lists = List.allCases.map { list in
      (lists[list] ?? []).enumerated()
        .sorted { byLength(($0.offset, $0.element.scalars.count), ($1.offset, $1.element.scalars.count)) }.map(\.element)
    }
    self.tables = Table.allCases.map { table in
      (tables[table] ?? []).enumerated()
        .sorted { byLength(($0.offset, $0.element.phrase.scalars.count), ($1.offset, $1.element.phrase.scalars.count)) }.map(\.element)
    }
    sets = self.lists.map { Set($0.map(\.key)) }
    values = Table.allCases.map { table in
      Dictionary((tables[table] ?? []).map { ($0.phrase.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private struct File {
    var lists: [List: [String]]
    var tables: [Table: [(phrase: String, value: String)]]
  }

  private static let shape = NodeShape<File>.record("TableWords") { fields in
    _ = fields.required("language", .text, "The BCP 47 tag.")
    var file = File(lists: [:], tables: [:])
    for list in List.allCases {
      file.lists[list] = fields.optional(key(of: list), LanguagePack.words, default: [], "Words and phrases, parted by commas.")
    }
    for table in Table.allCases {
      file.tables[table] = fields.optional(
        key(of: table), LanguagePack.valued, default: [], "Words and phrases with their values, parted by commas.")
    }
    return file
  }

  /// `column-letters` for `columnLetters`.
  private static func key(of list: some Any) -> String {
    String(describing: list).map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}
