import Indicators
import Lingua

/// Phrases of one or several words, found at a place of the tokens by the longest match.
struct PhraseTable<Value: Sendable>: Sendable {
  /// By the first word: the further words and the value, the longest first.
  private var phrases: [String: [(rest: [String], value: Value)]] = [:]

  init(_ members: [(phrase: String, value: Value)]) {
    for member in members {
      let words = member.phrase.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      phrases[first, default: []].append((Array(words.dropFirst()), member.value))
    }
    for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  /// - Returns: the number of tokens and the value of the longest phrase that starts at `index`.
  func match(_ tokens: [EnglishToken], at index: Int, limit: Int? = nil) -> (count: Int, value: Value)? {
    let limit = min(limit ?? tokens.count, tokens.count)
    guard index >= 0, index < limit, let known = phrases[tokens[index].text] else { return nil }
    for (rest, value) in known where index + rest.count < limit {
      if rest.indices.allSatisfy({ tokens[index + 1 + $0].text == rest[$0] }) { return (rest.count + 1, value) }
    }
    return nil
  }

  func contains(_ word: String) -> Bool { phrases[word]?.contains { $0.rest.isEmpty } ?? false }
}

/// The words of the English pack in the forms the front looks them up in.
final class EnglishWords: Sendable {
  let numbers: PhraseTable<Int>
  let ordinals: [String: Int]
  let fractions: PhraseTable<String>
  let multipliers: [String: Int]
  let scaledUnits: Set<String>
  let before: PhraseTable<Observation.Qualifier>
  let after: PhraseTable<Observation.Qualifier>
  let months: [String: Int]
  /// Codes of countries by their adjectives.
  let demonyms: [String: String]
  /// Codes of countries by offices whose figures are theirs.
  let issuers: [(name: String, code: String)]
  let rise: PhraseTable<Void>, fall: PhraseTable<Void>
  let riseNouns: Set<String>, fallNouns: Set<String>
  let more: Set<String>, less: Set<String>
  let links: Set<String>, actions: Set<String>
  let shareVerbs: PhraseTable<Void>, shareNouns: PhraseTable<Void>
  let flows: Set<String>, emptyNouns: Set<String>, issues: Set<String>, states: Set<String>, particleVerbs: Set<String>,
    actors: Set<String>, ranked: Set<String>, offices: Set<String>, coverageLabels: Set<String>, coverageWords: Set<String>,
    reports: Set<String>
  /// States of what did not move, nouns of measures that are rates, what a company calls itself.
  let unmoved: Set<String>, rateNouns: Set<String>, selfNames: Set<String>
  let rankVerbs: Set<String>, rankNouns: Set<String>, superlatives: Set<String>
  let runs: PhraseTable<Void>
  /// Verbs of coming to be among the first: entered the top five.
  let reachingTops: Set<String>
  let basis: PhraseTable<BasisMention>
  let modality: PhraseTable<Modality>
  let yearTitles: Set<String>
  let currencies: Set<String>, currencySigns: Set<String>
  let measures: PhraseTable<String>
  let points: PhraseTable<Void>, percent: PhraseTable<Void>
  let times: Set<String>
  let notFigures: Set<String>, shortenedNouns: Set<String>, numberedParts: Set<String>, directions: Set<String>, legalForms: Set<String>
  /// Verbs of what a place or body does with what is weighed or measured; what a company is made up of.
  let handling: Set<String>, partsOfBodies: Set<String>
  /// Words that say which part of a measure is told, and need its noun.
  let bareParts: Set<String>
  /// Verbs of those who look ahead.
  let speakers: Set<String>, hopes: Set<String>
  /// What places and bodies are ranked as; what a growth came from; nouns of a place, of an earlier level, of a figure told before, and of
  /// what a company earned or lost; measures that a noun before them names in full.
  let rankedRoles: Set<String>, contributions: Set<String>, areaNouns: Set<String>, baseNouns: Set<String>, readings: Set<String>,
    results: Set<String>, shortMeasures: Set<String>
  /// Verbs of coming to a turn, of bringing a total about, and of going on from what was before.
  let turningPoints: Set<String>, bringing: Set<String>, following: Set<String>
  let bodies: Set<String>, bodiesOfPlaces: Set<String>, companyEndings: Set<String>,
    accountTitles: Set<String>, reviews: Set<String>
  /// What a company is said to be, what its accounts tell, and phrases that are told of companies alone.
  let companyKinds: Set<String>, companyAccounts: Set<String>, companySigns: [String]
  /// What opens the name of a body before of: Port of Westmere.
  let bodyOpeners: Set<String>
  /// Parts of a country by direction: east, mid.
  let quarters: Set<String>
  /// What opens a clause that names nothing: according, based.
  let settings: Set<String>
  /// Signs of a kind of thing in capitals, where a place might stand: the ends of the names of branches.
  let branchEndings: [String]
  /// Ends of words that say what brought a movement about.
  let causeEndings: [String]
  /// How fast or long something moves: annual, strong.
  let measuresOfPace: Set<String>
  /// What a figure is held against that is an earlier time or a statement, and no other thing: expected, before.
  let standing: Set<String>
  /// How a figure stands in its history or beside others: record-high.
  let degrees: Set<String>
  let aims: Set<String>, revisions: Set<String>, sayings: Set<String>, forecasts: Set<String>
  let countingNouns: Set<String>, issueNotes: Set<String>
  /// Units that may follow a number without a blank.
  let gluedUnits: Set<String>
  /// What is paid or asked for a share, and no earnings of it: dividend.
  let paidPerShare: Set<String>
  /// How a series may be adjusted, and what a heading calls a series.
  let adjustments: Set<String>
  /// Organisations of several countries by the names that titles give them.
  let organisations: Set<String>
  /// What such an organisation publishes of the world.
  let worldReports: [String]
  let namedMeasures: Set<String>
  let priceWords: Set<String>
  let monthly: [String]
  let republics: Set<String>
  /// What a body earns, owns or owes; what tells that a number is a length.
  let accountNouns: Set<String>, lengths: Set<String>
  /// How a change is reckoned that tells nothing of the base as it was, and what opens a clause of such a reckoning.
  let comparable: PhraseTable<Void>, exclusions: PhraseTable<Void>
  /// Words that, with to, hold a thing against another, of which it is no part: equivalent.
  let comparisons: Set<String>
  let seriesNouns: Set<String>

  let prose: ProseWords

  init(_ pack: LanguagePack) {
    prose = pack.prose
    func set(_ list: LanguagePack.List) -> Set<String> { Set(pack[list]) }
    func phrases(_ list: LanguagePack.List) -> PhraseTable<Void> { PhraseTable(pack[list].map { ($0, ()) }) }
    func integers(_ table: LanguagePack.Table) -> [(phrase: String, value: Int)] {
      pack[table].compactMap { member in Int(member.value).map { (member.phrase, $0) } }
    }
    func dictionary(_ table: LanguagePack.Table) -> [String: Int] {
      Dictionary(integers(table).map { ($0.phrase, $0.value) }) { first, _ in first }
    }
    func qualifiers(_ table: LanguagePack.Table) -> PhraseTable<Observation.Qualifier> {
      PhraseTable(pack[table].compactMap { member in Observation.Qualifier(rawValue: member.value).map { (member.phrase, $0) } })
    }
    numbers = PhraseTable(integers(.numbers))
    ordinals = dictionary(.ordinals)
    fractions = PhraseTable(pack[.fractions])
    multipliers = dictionary(.multipliers)
    scaledUnits = set(.scaledUnits)
    before = qualifiers(.qualifiersBefore)
    after = qualifiers(.qualifiersAfter)
    months = dictionary(.months)
    issuers = pack[.issuers].map { ($0.phrase, $0.value) }
    demonyms = Dictionary(pack[.demonyms].map { ($0.phrase, $0.value) }) { first, _ in first }
    standing = set(.earlierTimes)
    degrees = set(.degrees)
    rise = phrases(.rise)
    fall = phrases(.fall)
    riseNouns = set(.riseNouns)
    fallNouns = set(.fallNouns)
    more = set(.more)
    less = set(.less)
    links = set(.links)
    actions = set(.actions)
    shareVerbs = phrases(.shareVerbs)
    shareNouns = phrases(.shareNouns)
    flows = set(.flows)
    emptyNouns = set(.emptyNouns)
    issues = set(.issues)
    states = set(.states)
    unmoved = set(.unmoved)
    rateNouns = set(.rateNouns)
    selfNames = set(.selfNames)
    particleVerbs = set(.particleVerbs)
    actors = set(.actors)
    ranked = set(.ranked)
    offices = set(.offices)
    coverageLabels = set(.coverageLabels)
    coverageWords = set(.coverageWords)
    reports = set(.reports)
    rankVerbs = set(.rankVerbs)
    rankNouns = set(.rankNouns)
    superlatives = set(.superlatives)
    runs = phrases(.run)
    reachingTops = set(.reachingTops)
    let bases: [(LanguagePack.List, BasisMention)] = [
      (.yearOnYear, .yearOnYear), (.monthOnMonth, .monthOnMonth), (.quarterOnQuarter, .quarterOnQuarter), (.averageAnnual, .averageAnnual),
    ]
    basis = PhraseTable(bases.flatMap { list, basis in pack[list].map { ($0, basis) } })
    let modalities: [(LanguagePack.List, Modality)] = [(.plan, .plan), (.forecast, .forecast), (.target, .target)]
    modality = PhraseTable(modalities.flatMap { list, modality in pack[list].map { ($0, modality) } })
    yearTitles = set(.yearTitles)
    currencies = set(.currencies)
    currencySigns = set(.currencySigns)
    measures = PhraseTable(pack[.measures].map { ($0, $0) })
    points = phrases(.points)
    percent = phrases(.percent)
    times = set(.times)
    notFigures = set(.notFigures)
    shortenedNouns = set(.shortenedNouns)
    numberedParts = set(.numberedParts)
    directions = set(.directions)
    legalForms = set(.legalForms)
    rankedRoles = set(.rankedRoles)
    contributions = set(.contributions)
    areaNouns = set(.areaNouns)
    baseNouns = set(.baseNouns)
    readings = set(.readings)
    results = set(.results)
    shortMeasures = set(.shortMeasures)
    turningPoints = set(.turningPoints)
    bringing = set(.bringing)
    following = set(.following)
    bodies = set(.bodies)
    speakers = set(.speakers)
    bareParts = set(.bareParts)
    handling = set(.handling)
    partsOfBodies = set(.partsOfBodies)
    hopes = set(.hopes)
    bodiesOfPlaces = set(.bodiesOfPlaces)
    companyEndings = set(.companyEndings)
    companyKinds = set(.companyKinds)
    companyAccounts = set(.companyAccounts)
    companySigns = pack[.companySigns]
    accountTitles = set(.accountTitles)
    reviews = set(.reviews)
    bodyOpeners = set(.bodyOpeners)
    quarters = set(.quarters)
    settings = set(.settings)
    branchEndings = pack[.branchEndings]
    causeEndings = pack[.causeEndings]
    measuresOfPace = set(.paces)
    aims = set(.aims)
    revisions = set(.revisions)
    sayings = set(.sayings)
    forecasts = Set(pack[.forecast].filter { !$0.contains(" ") }).union(
      pack[.sayings].filter { verb in ["expect", "forecast", "project", "predict"].contains { verb.hasPrefix($0) } })
    countingNouns = set(.countingNouns)
    issueNotes = set(.issueNotes)
    paidPerShare = set(.paidPerShare)
    adjustments = set(.adjustments)
    organisations = set(.organisations)
    worldReports = pack[.worldReports]
    namedMeasures = Set(pack[.namedMeasures])
    priceWords = Set(pack[.priceWords])
    monthly = pack[.monthly]
    republics = Set(pack[.republics])
    accountNouns = set(.accountNouns)
    lengths = set(.lengths)
    comparable = phrases(.comparable)
    exclusions = phrases(.exclusions)
    comparisons = set(.comparisons)
    seriesNouns = set(.seriesNouns)
    gluedUnits = Set(multipliers.keys).union(pack[.points]).union(pack[.times]).union(
      pack[.measures].filter { !$0.contains(" ") && $0.count <= 5 })
  }

  /// growth, increase: the bare noun of a movement, which is no name of what moved.
  func namesMovement(_ name: String) -> Bool { riseNouns.contains(name.lowercased()) || fallNouns.contains(name.lowercased()) }

  /// third, 3rd, 21st.
  func ordinal(_ text: String) -> Int? {
    if let known = ordinals[text] { return known }
    guard text.count > 2, ["st", "nd", "rd", "th"].contains(String(text.suffix(2))) else { return nil }
    return Int(text.dropLast(2))
  }
}
