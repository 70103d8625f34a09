import StructuredData

/// How levels, shares, changes, ranks, averages and plans are told. What each list holds, the file of the language says with an
/// example.
package struct FactWords: Sendable {
  package let nearing, averages, durations, bareMeasures, bareNouns, estimated, plannedThings, forecasts, targets, alls, lessSigns,
    converting, restating, below, standardEnds, monthly, rateCopulas, keepingRates, following, countedActs, shareEnds, copulas, amounts,
    countedAlone, contributionEnds, multipleNames, rankingLists, rateEnds, unitsOfTime, threeIndustries, industryNames: [String]
  package let boundsInNames, adding, plansInNames, aimNouns, allowing, eachOne, distanceSigns, growthNouns, states, reachingAmounts,
    netAdding, averageOpenings, having, multipleVerbs, positionNouns, enteringRanks, together, shareVerbs, staying, belonging, keptOn,
    estimating, resultsOfActs, indexNouns, standardNouns, showing, keeping, rateNouns, leading, wayNouns, levelInfinitives,
    undergoing: Set<String>
  package let currencyCodes, dollarSigns, currencyNames, periodUnits: [(phrase: String, value: String)]

  init(_ fields: inout Fields) {
    nearing = fields.words("nearing")
    averages = fields.words("averages")
    boundsInNames = fields.set("bounds-in-names")
    durations = fields.words("durations")
    bareMeasures = fields.words("bare-measures")
    bareNouns = fields.words("bare-nouns")
    adding = fields.set("adding")
    estimated = fields.words("estimated")
    plansInNames = fields.set("plans-in-names")
    aimNouns = fields.set("aim-nouns")
    plannedThings = fields.words("planned-things")
    forecasts = fields.words("forecasts")
    targets = fields.words("targets")
    allowing = fields.set("allowing")
    eachOne = fields.set("each-one")
    alls = fields.words("alls")
    lessSigns = fields.words("less-signs")
    converting = fields.words("converting")
    restating = fields.words("restating")
    distanceSigns = fields.set("distance-signs")
    below = fields.words("below")
    standardEnds = fields.words("standard-ends")
    growthNouns = fields.set("growth-nouns")
    monthly = fields.words("monthly")
    rateCopulas = fields.words("rate-copulas")
    keepingRates = fields.words("keeping-rates")
    following = fields.words("following")
    countedActs = fields.words("counted-acts")
    shareEnds = fields.words("share-ends")
    states = fields.set("states")
    copulas = fields.words("copulas")
    amounts = fields.words("amounts")
    reachingAmounts = fields.set("reaching-amounts")
    countedAlone = fields.words("counted-alone")
    contributionEnds = fields.words("contribution-ends")
    netAdding = fields.set("net-adding")
    averageOpenings = fields.set("average-openings")
    having = fields.set("having")
    multipleVerbs = fields.set("multiple-verbs")
    multipleNames = fields.words("multiple-names")
    positionNouns = fields.set("position-nouns")
    rankingLists = fields.words("ranking-lists")
    enteringRanks = fields.set("entering-ranks")
    together = fields.set("together")
    shareVerbs = fields.set("share-verbs")
    staying = fields.set("staying")
    belonging = fields.set("belonging")
    rateEnds = fields.words("rate-ends")
    unitsOfTime = fields.words("units-of-time")
    currencyCodes = fields.pairs("currency-codes")
    dollarSigns = fields.pairs("dollar-signs")
    currencyNames = fields.pairs("currency-names")
    periodUnits = fields.pairs("period-units")
    keptOn = fields.set("kept-on")
    estimating = fields.set("estimating")
    threeIndustries = fields.words("three-industries")
    industryNames = fields.words("industry-names")
    resultsOfActs = fields.set("results-of-acts")
    indexNouns = fields.set("index-nouns")
    standardNouns = fields.set("standard-nouns")
    showing = fields.set("showing")
    keeping = fields.set("keeping")
    rateNouns = fields.set("rate-nouns")
    leading = fields.set("leading")
    wayNouns = fields.set("way-nouns")
    levelInfinitives = fields.set("level-infinitives")
    undergoing = fields.set("undergoing")
  }
}
