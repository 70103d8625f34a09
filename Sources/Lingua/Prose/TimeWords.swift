import StructuredData

/// What makes a time of the words round it, and how long something lasts. What each list holds, the file of the language says with
/// an example.
package struct TimeWords: Sendable {
  package let ofDay, lastingBefore, lastingBehind, settings, baseVerbs, wholes, closingComparisons, quarterLists, priceBases,
    reckoningMeasures, yearOpenings, sinceEnds: [String]
  package let within, runUnits, firstTimes, disclosing, lengths, orders, baseNouns, records, reportNouns, yearly: Set<String>
  package let singledOut, occasions, holidayEnds: [String]

  init(_ fields: inout Fields) {
    within = fields.set("within")
    ofDay = fields.words("of-day")
    lastingBefore = fields.words("lasting-before")
    lastingBehind = fields.words("lasting-behind")
    runUnits = fields.set("run-units")
    settings = fields.words("settings")
    disclosing = fields.set("disclosing")
    baseVerbs = fields.words("base-verbs")
    firstTimes = fields.set("first-times")
    wholes = fields.words("wholes")
    closingComparisons = fields.words("closing-comparisons")
    quarterLists = fields.words("quarter-lists")
    priceBases = fields.words("price-bases")
    reckoningMeasures = fields.words("reckoning-measures")
    yearOpenings = fields.words("year-openings")
    sinceEnds = fields.words("since-ends")
    lengths = fields.set("lengths")
    orders = fields.set("orders")
    baseNouns = fields.set("base-nouns")
    records = fields.set("records")
    reportNouns = fields.set("report-nouns")
    yearly = fields.set("yearly")
    singledOut = fields.words("singled-out")
    occasions = fields.words("occasions")
    holidayEnds = fields.words("holiday-ends")
  }
}
