import StructuredData

/// What the layout of a page says; {…} stands for what is filled in.
package struct PageWords: Sendable {
  package let contents, figuresAndTables, keyFigures, overview, comparison, derivedAndChecks, derivedFigures, checks, dataAndSources,
    notes, dataTable, sources, method, continued, continuedAlone, listMark, comma, documents, documentsShown, sourcePrefix,
    derivedMark, qualifiers, number, source, formula, interval, figureData, rowsShown, reviewCopy, told, more, assumedPeriod,
    confidence, page, whitePaper, figure, table, chapter, again, againBeyond, quoted, derivedNote, methodNote,
    derivationBefore, derivationAlone, definitions, comparisonTitle, reports, definitionsMayDiffer, definitionsDiffer,
    besideEachOther: String
  /// Heads of columns by the names of fields; kinds of figures and how they are told, by their raw values.
  package let columns, kinds, statuses: [String: String]
  package let numerals: [String]

  init(_ fields: inout Fields) {
    contents = fields.printed("contents")
    figuresAndTables = fields.printed("figures-and-tables")
    keyFigures = fields.printed("key-figures")
    overview = fields.printed("overview")
    comparison = fields.printed("comparison")
    derivedAndChecks = fields.printed("derived-and-checks")
    derivedFigures = fields.printed("derived-figures")
    checks = fields.printed("checks")
    dataAndSources = fields.printed("data-and-sources")
    notes = fields.printed("notes")
    dataTable = fields.printed("data-table")
    sources = fields.printed("sources")
    method = fields.printed("method")
    continued = fields.printed("continued")
    continuedAlone = fields.printed("continued-alone")
    listMark = fields.printed("list-mark")
    comma = fields.printed("comma")
    documents = fields.printed("documents")
    documentsShown = fields.printed("documents-shown")
    sourcePrefix = fields.printed("source-prefix")
    derivedMark = fields.printed("derived-mark")
    qualifiers = fields.printed("qualifiers")
    number = fields.printed("number")
    source = fields.printed("source")
    formula = fields.printed("formula")
    interval = fields.printed("interval")
    figureData = fields.printed("figure-data")
    rowsShown = fields.printed("rows-shown")
    reviewCopy = fields.printed("review-copy")
    told = fields.printed("told")
    more = fields.printed("more")
    assumedPeriod = fields.printed("assumed-period")
    confidence = fields.printed("confidence")
    page = fields.printed("page")
    whitePaper = fields.printed("white-paper")
    figure = fields.printed("figure")
    table = fields.printed("table")
    chapter = fields.printed("chapter")
    again = fields.printed("again")
    againBeyond = fields.printed("again-beyond")
    quoted = fields.printed("quoted")
    derivedNote = fields.printed("derived-note")
    methodNote = fields.printed("method-note")
    derivationBefore = fields.printed("derivation-before")
    derivationAlone = fields.printed("derivation-alone")
    definitions = fields.printed("definitions")
    comparisonTitle = fields.printed("comparison-title")
    reports = fields.printed("reports")
    definitionsMayDiffer = fields.printed("definitions-may-differ")
    definitionsDiffer = fields.printed("definitions-differ")
    besideEachOther = fields.printed("beside-each-other")
    columns = fields.printedByName("columns")
    kinds = fields.printedByName("kinds")
    statuses = fields.printedByName("statuses")
    numerals = fields.words("numerals")
  }
}
