import Lingua

/// Names of measures and of their owners, by which figures are put in order; those of Chinese are simplified.
///
/// A class, like ``EnglishWords``: the parsers that hold it are copied for their closures, each list of a structure one by one.
final class MeasureWords: Sendable {
  /// What stands in the accounts of a body, and is its own.
  let accounts: Set<String>
  /// Bodies that speak for themselves.
  let claimants: [String]
  let grants: [String]
  /// What makes a newspaper or station of the place before it.
  let outlets: [String]
  /// What makes a name of the world before it, and no body of the body before it.
  let worldNames: [String]
  let bodyTrades: [String]
  /// What is taken out of a number to compare it.
  let deductions: Set<String>
  /// How a change is reckoned that tells nothing of the base as it was, and what opens a clause of such a reckoning.
  let comparable: [String]
  let exclusions: [String]
  /// What says which part of a measure is told, and needs its name.
  let bareParts: [String]
  let jointWholes: Set<String>
  /// Those who are counted by where they are from.
  let countedPersons: [String]
  /// What sets one before others of its kind, at the end of a clause.
  let superlatives: [String]
  /// What closes a clause that says how a figure stands in its history.
  let records: [String]
  /// How a measure went: 平稳, 两位数; and what goes before that: 恢复, 增势.
  let courses: [String]
  let courseVerbs: [String]
  /// How those moved that are counted: 下降 of 价格下降的城市.
  let turns: [String]
  /// What places and bodies are ranked by, at the end of the clause before.
  let contests: [String]
  /// Nouns of acts with the verbs that count what was acted on: 收案 of 受理案件.
  let actNouns: [(noun: String, verb: String)]
  /// Sides of an account, told one after the other of one owner.
  let accountSides: [String]
  /// Parts of the country as 东、中、西部 lists them.
  let quarters: Set<String>
  /// What makes an average of the act or measure behind it.
  let averaging: Set<String>
  /// What labels end in that name no owner.
  let emptyLabels: [String]
  /// How goods are told by where they go to or come from.
  let tradeDirections: [String]
  /// What a list follows whose members have their figures behind them: 为, 分别为.
  let listMarks: Set<String>
  /// 企业, 航线: whose or of what a measure is, at the end of the words before it.
  let kindsOfOwners: [String]
  /// Branches that companies of a kind are told of by, the longest first; ends of the names of companies; markets they are listed on.
  let kindsOfCompanies: [String]
  let linesOfBusiness: Set<String>, firmEndings: Set<String>
  let markets: [String]
  /// Times that later ones are measured by: 疫前; those of whom a part is told: 游客; verbs that end a run: 终止.
  let epochs: [String], festivals: Set<String>, people: [String], runEnds: Set<String>
  /// Countries by the sign that trade with them is told with: 美 of 对美出口.
  let partnerSigns: Set<String>
  /// Measures that stand for themselves, whatever was told before: 发电量.
  let wholeMeasures: Set<String>
  /// What is published of a year, with the month of it that it tells up to, the longest first.
  let reports: [(name: String, month: Int)]
  /// What a share is called by itself.
  let shareNames: Set<String>
  /// Verbs of whom an action reaches.
  let reachingVerbs: [String]
  /// Measures of what stands at a date.
  let stocks: [String]
  /// Measures of what flows through a period.
  let flows: [String]
  let growths: Set<String>
  /// What a position is told by.
  let positions: Set<String>
  let rateEndings: [String]
  /// The longest first.
  let owned: [String]
  /// What stands in front of a measure and owns none.
  let attributes: Set<String>
  /// Ends of names that are measures themselves.
  let endings: [String]
  /// What a name holds that is an average.
  let averages: [String]
  let owners: [String]
  let shared: [String]
  let halves: [String]
  /// Acts and states that end like a branch of business: 就业.
  let acts: [String]
  /// Who first told a number that was put right since.
  let firstReleases: Set<String>
  /// What was meant to be spent or reached.
  let budgets: [String]
  /// What a count or a size is called by.
  let sizes: Set<String>
  /// What a body does year after year with what it publishes.
  let publishing: Set<String>
  /// What 其余各… sums up.
  let otherPlaces: Set<String>
  /// Those that are counted and then told by a measure of theirs: 公司 of 350家公司净利润.
  let groups: [String]
  /// How a view of figures by places they come from or go to is told: 来源地.
  let partners: [String]
  /// How a view of figures by parts of the country is told, and those who come from elsewhere: 游客.
  let regions: [String]
  let visitors: [String]
  /// Those who come from the place before them, and what is carried to a place, which is of that place.
  let comers: [String]
  let carried: [String]
  /// Those who do what is counted.
  let actors: [String]
  /// How a number stands that leads a ranking: 居首.
  let leads: [String]

  /// What follows the short name of a company in its full one.
  let legalForms: [String]
  /// What a year is known for that others are measured by.
  let peaks: Set<String>
  /// Verbs in front of a time that opens a new stretch of the text.
  let entering: Set<String>
  /// How far from another a figure lies.
  let distances: Set<String>
  /// What a number is a multiple of or far from, and what makes an earlier time of that.
  let standards: [String]
  let aims: [String]
  let earlierTimes: [String]
  /// How members of a list stand in order.
  let orders: Set<String>
  /// How lists of those ranked end, and verbs of coming to stand in one.
  let rankings: [String]
  let entries: Set<String>
  /// Schools, and those who go to them or teach there.
  let schools: [String]
  let schoolMeasures: Set<String>
  /// How one figure stands that is what an earlier was: 持平.
  let alike: Set<String>
  /// Verbs by which an office makes figures known, and what it makes known of a time.
  let announcing: Set<String>
  let announced: [String]
  /// Verbs of what happens to a facility, and facilities.
  let foundings: [String]
  let facilities: [String]
  /// What follows those among whom something is the first or the only one.
  let firsts: [String]
  /// What kind of partner a place is, at the end of the words.
  let partnerKinds: [String]
  /// Ends of the names of lines, ports and zones that are told of one beside the other.
  let lines: [String]
  /// Ends of the names of honours, which places are parts of.
  let honours: [String]
  /// Verbs of leaving another behind in a ranking.
  let outstripping: [String]
  /// Verbs of telling an amount in another currency.
  let conversions: [String]
  /// Offices whose figures are a place's, though they do not name it, with its code.
  let issuers: [(name: String, code: String)]
  let nationalOffices: [String]
  /// Words that hold a thing against another, of which it is no part: 相当于.
  let comparisons: Set<String>
  /// Ratios by name that are no part of anything.
  let ratios: [String]
  /// Times before that no period names.
  let unnamedTimes: [String]
  /// Nouns that an expectation opens: 指数 of 预期指数.
  let expectations: [String]

  init(_ pack: LanguagePack) {
    accounts = Set(pack[.accounts])
    claimants = pack[.claimants]
    grants = pack[.grants]
    outlets = pack[.outlets]
    worldNames = pack[.worldNames]
    bodyTrades = pack[.bodyTrades]
    deductions = Set(pack[.deductions])
    comparable = pack[.comparable]
    exclusions = pack[.exclusions]
    bareParts = pack[.bareParts]
    jointWholes = Set(pack[.jointWholes])
    countedPersons = pack[.countedPersons]
    superlatives = pack[.superlatives]
    records = pack[.records]
    courses = pack[.courses]
    courseVerbs = pack[.courseVerbs]
    turns = pack[.turns]
    contests = pack[.contests]
    actNouns = pack[.actNouns].map { (noun: $0.phrase, verb: $0.value) }
    accountSides = pack[.accountSides].sorted { $0.count > $1.count }
    quarters = Set(pack[.quarters])
    averaging = Set(pack[.averaging])
    emptyLabels = pack[.emptyLabels]
    tradeDirections = pack[.tradeDirections]
    listMarks = Set(pack[.listMarks])
    kindsOfOwners = pack[.kindsOfOwners]
    kindsOfCompanies = pack[.kindsOfCompanies].sorted { $0.count > $1.count }
    linesOfBusiness = Set(pack[.linesOfBusiness])
    firmEndings = Set(pack[.firmEndings])
    epochs = pack[.epochs]
    festivals = Set(pack[.festivals].flatMap { day in [day] + pack.prose.times.holidayEnds.map { day + $0 } })
    people = pack[.people].sorted { $0.count > $1.count }
    runEnds = Set(pack[.endings])
    partnerSigns = Set(pack[.partnerSigns])
    markets = pack[.markets].sorted { $0.count > $1.count }
    wholeMeasures = Set(pack[.wholeMeasures])
    reports = pack[.yearlyReports].compactMap { entry in Int(entry.value).map { (entry.phrase, $0) } }.sorted { $0.0.count > $1.0.count }
    shareNames = Set(pack[.shareNames])
    reachingVerbs = pack[.reachingVerbs]
    stocks = pack[.stockMeasures]
    flows = pack[.flowMeasures]
    growths = Set(pack[.growthNames])
    positions = Set(pack[.positionMeasures])
    rateEndings = pack[.rateEndings]
    owned = pack[.ownedMeasures].sorted { $0.count > $1.count }
    attributes = Set(pack[.measureAttributes])
    endings = pack[.measureEndings]
    averages = pack[.averageMeasures]
    owners = pack[.owners]
    shared = pack[.sharedMeasures]
    halves = pack[.halves]
    acts = pack[.actsLikeBranches]
    firstReleases = Set(pack[.firstReleases])
    budgets = pack[.budgets]
    sizes = Set(pack[.sizes])
    publishing = Set(pack[.publishing])
    otherPlaces = Set(pack[.otherPlaces])
    partners = pack[.partners]
    regions = pack[.regions]
    visitors = pack[.visitors]
    comers = pack[.comers]
    carried = pack[.carried]
    groups = pack[.groups]
    actors = pack[.actors]
    leads = pack[.leads]
    legalForms = pack[.legalForms]
    peaks = Set(pack[.peaks])
    entering = Set(pack[.entering])
    distances = Set(pack[.distances])
    standards = pack[.standards]
    aims = pack[.aims]
    earlierTimes = pack[.earlierTimes]
    orders = Set(pack[.orders])
    rankings = pack[.rankings]
    entries = Set(pack[.entries])
    schools = pack[.schools]
    schoolMeasures = Set(pack[.schoolMeasures])
    alike = Set(pack[.alike])
    announcing = Set(pack[.announcing])
    announced = pack[.announced]
    foundings = pack[.foundings]
    firsts = pack[.firsts]
    conversions = pack[.conversions]
    outstripping = pack[.outstripping]
    partnerKinds = pack[.partnerKinds]
    honours = pack[.honours]
    lines = pack[.lines]
    facilities = pack[.facilities]
    comparisons = Set(pack[.comparisons])
    ratios = pack[.ratios]
    unnamedTimes = pack[.unnamedTimes]
    expectations = pack[.expectations]
    nationalOffices = pack[.nationalOffices]
    issuers = pack[.issuers].map { ($0.phrase, $0.value) }
  }
}
