package import Diagnostics
import StructuredData

/// The words of one language by what they do in a sentence of figures, as `language/<tag>.yaml` lists them.
package struct LanguagePack: Sendable {
  /// Lists of words and phrases.
  package enum List: String, CaseIterable, Hashable, Sendable {
    /// Multipliers that are written out as part of a unit.
    case scaledUnits = "scaled-units"
    case rise, fall
    case riseNouns = "rise-nouns"
    case fallNouns = "fall-nouns"
    /// After a number, before than: 0.4 points lower than.
    case more, less
    case growthNames = "growth-names"
    /// Verbs between a name and its level.
    case links
    /// Verbs whose object is counted.
    case actions
    /// What goes from place to place, so that the place behind from is a partner: imports from Japan.
    case flows
    /// Nouns that stand for what was named before, and what tells one issue of them from another: the early estimate.
    case emptyNouns = "empty-nouns"
    case issues
    /// Adjectives of how a figure stands: flat, unchanged.
    case states
    /// Those of one that did not move; nouns of measures that are rates; what a company calls itself.
    case unmoved
    case rateNouns = "rate-nouns"
    case selfNames = "self-names"
    /// Verbs that take up, down or out as a particle: made up 5%.
    case particleVerbs = "particle-verbs"
    /// Those who do what is counted: countries, firms, applicants.
    case actors, ranked
    /// Offices that issue figures: Department, Bureau.
    case offices
    /// Labels of lines that say whose figures follow: Coverage: Wales.
    case coverageLabels = "coverage-labels"
    /// What such a line says that is no place: Coverage: National.
    case coverageWords = "coverage-words"
    /// Verbs with which a body tells its own figures.
    case reports
    case shareVerbs = "share-verbs"
    case shareNouns = "share-nouns"
    case rankVerbs = "rank-verbs"
    case rankNouns = "rank-nouns"
    /// Verbs of coming to be among the first: entered the top five.
    case reachingTops = "reaching-tops"
    case superlatives
    /// What closes a clause that says how a figure stands in its history: 新高; how a level moved, of those that did: 下降.
    case records, turns
    /// How a measure went (平稳, 两位数), and what goes before that (恢复, 增势).
    case courses
    case courseVerbs = "course-verbs"
    /// What places and bodies are ranked by, at the end of the clause before: 考核.
    case contests
    /// What makes a run of years: consecutive.
    case run
    case yearOnYear = "year-on-year"
    case monthOnMonth = "month-on-month"
    case quarterOnQuarter = "quarter-on-quarter"
    case averageAnnual = "average-annual"
    case plan, forecast, target
    /// What a year after it belongs to: Report 2024.
    case yearTitles = "year-titles"
    case currencies
    case currencySigns = "currency-signs"
    case measures, points, percent, times
    /// Nouns in front of a number that is no figure: page 3.
    case notFigures = "not-figures"
    case shortenedNouns = "shortened-nouns"
    case numberedParts = "numbered-parts"
    case directions
    case legalForms = "legal-forms"
    case accountTitles = "account-titles"
    /// What a title calls the account of a body's year.
    case reviews
    /// What is ranked (the largest filer); what a growth came from; nouns of places, of earlier levels, of figures told before, of what a
    /// company earned or lost; measures that a noun before them names in full.
    case rankedRoles = "ranked-roles"
    case contributions
    case areaNouns = "area-nouns"
    case baseNouns = "base-nouns"
    case readings, results
    case shortMeasures = "short-measures"
    /// Verbs of coming to a turn, of bringing a total about, of going on from what was before.
    case turningPoints = "turning-points"
    case bringing, following
    /// Ends of the names of companies and offices; those that make a body of a place before them: Bank of China; those of companies in
    /// titles.
    case bodies, speakers, hopes, handling
    case partsOfBodies = "parts-of-bodies"
    case bodiesOfPlaces = "bodies-of-places"
    case companyEndings = "company-endings"
    /// What a company is said to be; what its accounts tell; what is told of companies alone.
    case companyKinds = "company-kinds"
    case companyAccounts = "company-accounts"
    case companySigns = "company-signs"
    /// What opens the name of a body before of: port.
    case bodyOpeners = "body-openers"
    /// What opens a clause that names nothing: according, based.
    case settings
    /// Ends of the names of branches of business, which no place has.
    case branchEndings = "branch-endings"
    /// How fast or long something moves: annual, strong.
    case paces
    /// Ends of words that say what brought a movement about: -driven.
    case causeEndings = "cause-endings"
    /// How a figure stands in its history or beside others: record-high.
    case degrees
    /// What a level is meant to reach: target.
    case aims
    /// How a statement is put right: revised.
    case revisions
    /// Verbs that a report of what is said closes with that.
    case sayings
    /// Nouns of counting that name nothing: people, units.
    case countingNouns = "counting-nouns"
    /// How a line opens that says when a text was issued: Released.
    case issueNotes = "issue-notes"
    /// What a year is known for that others are measured by, and verbs in front of a time that opens a new stretch: 进入.
    case peaks, entering
    /// How far from another a figure lies, and how members of a list stand in order.
    case distances, standards, orders
    /// How lists of those ranked end, and verbs of coming to stand in one.
    case rankings, entries
    /// Schools, and those who go to them or teach there.
    case schools
    case schoolMeasures = "school-measures"
    /// How one figure stands that is what an earlier was.
    case alike
    /// What makes an earlier time of words: 疫情前.
    case earlierTimes = "earlier-times"
    /// Who first told a number that was put right since: 初步核算.
    case firstReleases = "first-releases"
    /// What was meant to be spent or reached: 预算.
    case budgets
    /// What a count or a size is called by: 规模.
    case sizes
    /// What a body does year after year with what it publishes.
    case publishing
    /// Those that are counted and then told by a measure of theirs.
    case groups
    /// Offices of the nation, whose figures are its own.
    case nationalOffices = "national-offices"
    /// What 其余各… sums up.
    case otherPlaces = "other-places"
    /// Places that trade, tourism and investment are told with.
    case partners
    /// How figures are looked at by parts of the country, and those who come from elsewhere.
    case regions, visitors, comers, carried
    /// How a number stands that leads a ranking.
    case leads
    /// What stands in the accounts of a body, and is its own.
    case accounts
    /// Bodies that speak for themselves.
    case claimants
    /// What an office grants.
    case grants
    /// What makes a newspaper or station of the place before it: 日报.
    case outlets
    /// What makes a name of its own of the world before it: 创新指数.
    case worldNames = "world-names"
    /// Sides of an account: 收入, 支出.
    case accountSides = "account-sides"
    /// What is taken out of a number to compare it: 扣除.
    case deductions
    /// What makes a trade of the body before it: 业.
    case bodyTrades = "body-trades"
    /// Parts of the country by one sign each, as 东、中、西部 lists them.
    case quarters
    /// What makes an average of the act or measure behind it: 日均.
    case averaging
    /// What labels of items and clauses end in that name no owner of what follows: 情况.
    case emptyLabels = "empty-labels"
    /// How goods are told by where they go to or come from: 输往.
    case tradeDirections = "trade-directions"
    /// What a list follows whose members have their figures behind them: 分别为.
    case listMarks = "list-marks"
    case kindsOfOwners = "kinds-of-owners"
    /// Companies of a kind by their branch (产险), ends of the names of companies that tell it (动力) or that only names have (股份), and
    /// markets on which companies are listed (深市).
    case kindsOfCompanies = "kinds-of-companies"
    case linesOfBusiness = "lines-of-business"
    /// Times before which all was otherwise, that later ones are measured by: 疫前.
    case epochs
    /// Days that travel is told of: 春节.
    case festivals
    /// Those of whom a part is told by what it does: 游客.
    case people
    /// Verbs that end a run: 终止.
    case endings
    /// Countries and regions by the one sign that trade is told with: 美 of 对美出口.
    case partnerSigns = "partner-signs"
    case firmEndings = "firm-endings"
    case markets
    /// What is told of each share that is no earnings: dividend.
    case paidPerShare = "paid-per-share"
    /// How a series may be adjusted (seasonally adjusted), and what a heading calls a series (estimates).
    case adjustments
    case seriesNouns = "series-nouns"
    /// Organisations of several countries, whose own figures are told under their name: WIPO.
    case organisations
    /// What such an organisation publishes of the world: facts and figures.
    case worldReports = "world-reports"
    case namedMeasures = "named-measures"
    case priceWords = "price-words"
    case monthly
    case republics
    /// What a body earns, owns or owes, counted in money; what tells that a number is a length: 403 m long.
    case accountNouns = "account-nouns"
    case lengths
    /// How a change is reckoned that tells nothing of the base as it was: like-for-like, 可比口径; what opens such a reckoning: excluding, 剔除.
    case comparable
    case exclusions
    /// Kinds of traffic and trade that say which part of a measure is told, and need its name: 国内航线, 内贸.
    case bareParts = "bare-parts"
    /// All of a line of business or of a network, whose figures are the document's: 全行业.
    case jointWholes = "joint-wholes"
    /// Those who are counted by where they are from: 居民 of 港澳台居民.
    case countedPersons = "counted-persons"
    /// Verbs by which an office makes figures known, and what it makes known of a time: 通报1月份情况.
    case announcing, announced
    /// Verbs of what happens to a facility, and facilities, which own no figures told beside them: 中心获批筹建.
    case foundings, facilities
    /// What follows those among whom something is the first or the only one: 率先 of 在全省率先.
    case firsts
    /// What kind of partner a place is, at the end of the words: 贸易伙伴.
    case partnerKinds = "partner-kinds"
    /// Ends of the names of lines, ports and zones that are told of one beside the other: 中老铁路, 香港段.
    case lines
    /// Ends of the names of honours, which places are parts of: 金奖.
    case honours
    /// Verbs of leaving another behind in a ranking: 挤下.
    case outstripping
    /// Verbs of telling an amount in another currency: 折算.
    case conversions
    /// What a noun is of that an expectation opens: 预期指数.
    case expectations
    /// What says that a thing is held against another, of which it is no part: 相当于, equivalent (to).
    case comparisons
    case ratios
    case unnamedTimes = "unnamed-times"
    /// Measures that stand for themselves, whatever was told before: 发电量.
    case wholeMeasures = "whole-measures"
    /// What a share is called by itself: 占比.
    case shareNames = "share-names"
    /// Verbs of whom an action reaches.
    case reachingVerbs = "reaching-verbs"
    /// Measures of what stands at a date, and of what flows through a period.
    case stockMeasures = "stock-measures"
    case flowMeasures = "flow-measures"
    /// What a position is told by.
    case positionMeasures = "position-measures"
    case rateEndings = "rate-endings"
    /// What a name holds that is an average, which no parts add up to.
    case averageMeasures = "average-measures"
    /// Measures that a name ends in behind its owner, what stands in front of a measure and owns none, ends of measures.
    case ownedMeasures = "owned-measures"
    case measureAttributes = "measure-attributes"
    case measureEndings = "measure-endings"
    /// Those told of one after the other by one measure, the measures, and the halves that a whole is told in.
    case owners
    case sharedMeasures = "shared-measures"
    case halves
    /// Acts and states that end like a branch of business: 就业.
    case actsLikeBranches = "acts-like-branches"
  }

  /// Lists of words and phrases with a value each.
  package enum Table: String, CaseIterable, Hashable, Sendable {
    /// What is published of a year, with the month of it that it tells up to: 半年报 6.
    case yearlyReports = "yearly-reports"
    case numbers, ordinals, fractions
    /// Powers of ten.
    case multipliers
    /// The sign of a qualifier: >, >=, <, <=, ~, =.
    case qualifiersBefore = "qualifiers-before"
    case qualifiersAfter = "qualifiers-after"
    case months
    /// Nouns of acts with the verbs that count what was acted on: 收案 受理.
    case actNouns = "act-nouns"
    /// Adjectives of countries with the codes of these: Canadian CA.
    case demonyms
    /// Offices whose figures are a country's, with its code.
    case issuers
  }

  /// The BCP 47 tag.
  package var language: String
  private var lists: [List: [String]]
  private var tables: [Table: [(phrase: String, value: String)]]
  /// The words of the sections.
  package let prose: ProseWords

  /// The members of a list in the order of the file.
  package subscript(list: List) -> [String] { lists[list] ?? [] }
  /// The members of a table in the order of the file.
  package subscript(table: Table) -> [(phrase: String, value: String)] { tables[table] ?? [] }

  /// Reads a pack.
  ///
  /// - Parameters:
  ///   - text: of the YAML file.
  ///   - document: its path, for findings.
  /// - Throws: all that is wrong with the file: an unknown key, a member of a table without a value.
  package init(_ text: String, document: String) throws(Diagnostics) {
    self = try Self.shape.read(parseYAML(text, document: document)).value
  }

  private init(language: String, lists: [List: [String]], tables: [Table: [(phrase: String, value: String)]], prose: ProseWords) {
    self.prose = prose
    self.language = language
    self.lists = lists
    self.tables = tables
  }

  private static let shape = NodeShape<LanguagePack>.record("LanguagePack") { fields in
    let language = fields.required("language", .text, "The BCP 47 tag.")
    var lists: [List: [String]] = [:]
    for list in List.allCases {
      lists[list] = fields.optional(list.rawValue, words, default: [], "Words and phrases, parted by commas.")
    }
    var tables: [Table: [(phrase: String, value: String)]] = [:]
    for table in Table.allCases {
      tables[table] = fields.optional(table.rawValue, valued, default: [], "Words and phrases with their values, parted by commas.")
    }
    let prose = ProseWords(&fields)
    guard let language, let prose else { return nil }
    return LanguagePack(language: language, lists: lists, tables: tables, prose: prose)
  }

  static let words = NodeShape<String>.text.map { text, _ throws(Diagnostic) in members(of: text) }

  static let valued = NodeShape<String>.text.map { text, node throws(Diagnostic) in
    var found: [(phrase: String, value: String)] = []
    for member in members(of: text) {
      guard let blank = member.lastIndex(of: " ") else {
        throw .error("language.value", "“\(member)” has no value", at: node.span, hint: "write the value after it, as in “two 2”")
      }
      found.append((String(member[..<blank]), String(member[member.index(after: blank)...])))
    }
    return found
  }

  /// The parts between commas, without blanks round them.
  private static func members(of text: String) -> [String] {
    // By bytes: some thousand words are read before the first article is.
    text.utf8.split(separator: UInt8(ascii: ",")).compactMap { member in
      let words = member.split(separator: UInt8(ascii: " ")).map { Substring($0) }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }
}
