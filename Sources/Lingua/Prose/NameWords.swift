import StructuredData

/// What belongs to the name of what is measured, and what does not. What each list holds, the file of the language says with an
/// example.
package struct NameWords: Sendable {
  package let owning, domestic, abroad, reaching, estimates, ofTheTime, judgements, ranksInTopics, orderMeasures, alikeInRates,
    sharedTails, asked, partMeasures, goingOn, openingSigns, signsBeforeDigits, businesses: [String]
  package let amongThem, weights, kindsOfPlaces, carryingOut, holding, ratioNouns, secondNouns, carriedOut, summing, registering, paces,
    takenUp, revised, wholes, sexes, bareTotals, grossProfits, notBranches, manners, adjectivesInLy, growthWords, wordsOfGrowth,
    kindsOfMembers, arrivals: Set<String>
  package let earned, joinedMeasures: [(phrase: String, value: String)]
  package let industries, domains, during, using, indices, firms, prices, mostlyOf, incomes, keptOwners, seasons, atHome: [String]

  init(_ fields: inout Fields) {
    amongThem = fields.set("among-them")
    weights = fields.set("weights")
    kindsOfPlaces = fields.set("kinds-of-places")
    carryingOut = fields.set("carrying-out")
    holding = fields.set("holding")
    ratioNouns = fields.set("ratio-nouns")
    secondNouns = fields.set("second-nouns")
    owning = fields.words("owning")
    carriedOut = fields.set("carried-out")
    summing = fields.set("summing")
    registering = fields.set("registering")
    domestic = fields.words("domestic")
    abroad = fields.words("abroad")
    paces = fields.set("paces")
    takenUp = fields.set("taken-up")
    reaching = fields.words("reaching")
    estimates = fields.words("estimates")
    ofTheTime = fields.words("of-the-time")
    revised = fields.set("revised")
    judgements = fields.words("judgements")
    ranksInTopics = fields.words("ranks-in-topics")
    orderMeasures = fields.words("order-measures")
    alikeInRates = fields.words("alike-in-rates")
    sharedTails = fields.words("shared-tails")
    signsBeforeDigits = fields.words("signs-before-digits")
    businesses = fields.words("businesses")
    openingSigns = fields.words("opening-signs")
    wholes = fields.set("wholes")
    asked = fields.words("asked")
    sexes = fields.set("sexes")
    partMeasures = fields.words("part-measures")
    bareTotals = fields.set("bare-totals")
    grossProfits = fields.set("gross-profits")
    goingOn = fields.words("going-on")
    earned = fields.pairs("earned")
    joinedMeasures = fields.pairs("joined-measures")
    notBranches = fields.set("not-branches")
    manners = fields.set("manners")
    adjectivesInLy = fields.set("adjectives-in-ly")
    growthWords = fields.set("growth-words")
    wordsOfGrowth = fields.set("words-of-growth")
    kindsOfMembers = fields.set("kinds-of-members")
    arrivals = fields.set("arrivals")
    industries = fields.words("industries")
    domains = fields.words("domains")
    during = fields.words("during")
    using = fields.words("using")
    indices = fields.words("indices")
    firms = fields.words("firms")
    prices = fields.words("prices")
    mostlyOf = fields.words("mostly-of")
    incomes = fields.words("incomes")
    keptOwners = fields.words("kept-owners")
    seasons = fields.words("seasons")
    atHome = fields.words("at-home")
  }
}
