import StructuredData

/// What is said of figures in titles, notes and cards; {…} stands for what is filled in.
package struct FindingPhrases: Sendable {
  package let thisYear, yearBefore, derivedBase, fellLeast, fell, grewMost, grew, growths, fellLeastInAll, grewMostInAll, growthsInAll,
    growthsInAllNote, against, base, timesOf, grewToTimes, oneYear, twoYears, years, total, shareOfWhole, derivedTotal, rest,
    partsOfWhole, sharesOfWhole, mainFigures, firstByAll, firstBySome, amongFirst, places, openPoints, definitionsDiffer,
    close, timesAsMuch, moreDocuments, onYear, onMonth, onQuarter, yearly, onPeriod, since, standsAt, shareAlone, share,
    reaches, ofTheOriginal, nearlyTenths, half, tenths, overTenths: String
  package let numerals: [String]

  init(_ fields: inout Fields) {
    thisYear = fields.printed("this-year")
    yearBefore = fields.printed("year-before")
    derivedBase = fields.printed("derived-base")
    fellLeast = fields.printed("fell-least")
    fell = fields.printed("fell")
    grewMost = fields.printed("grew-most")
    grew = fields.printed("grew")
    growths = fields.printed("growths")
    fellLeastInAll = fields.printed("fell-least-in-all")
    grewMostInAll = fields.printed("grew-most-in-all")
    growthsInAll = fields.printed("growths-in-all")
    growthsInAllNote = fields.printed("growths-in-all-note")
    against = fields.printed("against")
    base = fields.printed("base")
    timesOf = fields.printed("times-of")
    grewToTimes = fields.printed("grew-to-times")
    oneYear = fields.printed("one-year")
    twoYears = fields.printed("two-years")
    years = fields.printed("years")
    total = fields.printed("total")
    shareOfWhole = fields.printed("share-of-whole")
    derivedTotal = fields.printed("derived-total")
    rest = fields.printed("rest")
    partsOfWhole = fields.printed("parts-of-whole")
    sharesOfWhole = fields.printed("shares-of-whole")
    mainFigures = fields.printed("main-figures")
    firstByAll = fields.printed("first-by-all")
    firstBySome = fields.printed("first-by-some")
    amongFirst = fields.printed("among-first")
    places = fields.printed("places")
    openPoints = fields.printed("open-points")
    definitionsDiffer = fields.printed("definitions-differ")
    close = fields.printed("close")
    timesAsMuch = fields.printed("times-as-much")
    moreDocuments = fields.printed("more-documents")
    onYear = fields.printed("on-year")
    onMonth = fields.printed("on-month")
    onQuarter = fields.printed("on-quarter")
    yearly = fields.printed("yearly")
    onPeriod = fields.printed("on-period")
    since = fields.printed("since")
    standsAt = fields.printed("stands-at")
    shareAlone = fields.printed("share-alone")
    share = fields.printed("share")
    reaches = fields.printed("reaches")
    ofTheOriginal = fields.printed("of-the-original")
    nearlyTenths = fields.printed("nearly-tenths")
    half = fields.printed("half")
    tenths = fields.printed("tenths")
    overTenths = fields.printed("over-tenths")
    numerals = fields.words("numerals")
  }
}
