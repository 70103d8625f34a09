import Diagnostics
import Indicators
import Scene
import Story

extension Planner {
  /// What follows from the figures, with its arithmetic, and what contradicts itself.
  func derivedAndChecks() -> ReportSource.Chapter? {
    let derived = evidence.derived
    let findings = evidence.checks.filter { $0.severity >= .warning }
    guard !derived.isEmpty || !findings.isEmpty else { return nil }
    var chapter = ReportSource.Chapter(title: vocabulary.derivedAndChecks, isNumbered: true)
    chapter.section = .derived
    if !derived.isEmpty {
      chapter.blocks.append(.heading(level: 2, [.text(vocabulary.derivedFigures)], anchor: nil))
      chapter.blocks.append(.paragraph([.text(derivedNote)]))
      chapter.blocks.append(.generated(.derived))
    }
    if !findings.isEmpty {
      chapter.blocks.append(.heading(level: 2, [.text(vocabulary.checks)], anchor: nil))
      chapter.blocks.append(.generated(.checks))
    }
    return chapter
  }

  /// The report with the parts that show its data written out.
  func expanded(_ blocks: [ReportBlock]) -> [ReportBlock] {
    blocks.flatMap { block -> [ReportBlock] in
      guard case .generated(let part) = block else { return [block] }
      switch part {
      case .dataTable: return dataTables()
      case .sources: return sourceEntries()
      case .derived: return derivedTable()
      case .checks: return evidence.checks.filter { $0.severity >= .warning }.map { check($0) }
      }
    }
  }

  private func derivedTable() -> [ReportBlock] {
    let derived = evidence.derived
    guard !derived.isEmpty else { return [] }
    let bases = Dictionary(
      derived.compactMap { figure in figure.derivation.flatMap { $0.formula == .base ? (Set($0.inputs), figure) : nil } },
      uniquingKeysWith: { first, _ in first })
    var table = ReportTable(
      title: vocabulary.derivedFigures,
      columns: [
        (vocabulary.indicator, .start), (vocabulary.area, .start), (vocabulary.period, .start), (vocabulary.value, .end),
        (vocabulary.interval, .end), (vocabulary.formula, .start),
      ],
      rows: derived.map { figure in
        let base = figure.derivation.flatMap { bases[Set($0.inputs)] }
        let (name, area) = derivedName(figure)
        return .init([
          [.text(opened(name, in: figureLanguage))], [.text(area ?? "—")], [.text(period(of: figure))],
          [.text(figureText(figure, in: figureLanguage))], [.text(interval(of: figure))],
          [.text(unbrokenWithinBrackets(chartWords.formula(of: figure, base: base) ?? ""))],
        ])
      })
    table.anchor = "table-derived"
    return [.table(withoutCommonArea(table, of: derived.map { derivedName($0).area }))]
  }

  /// What a derived figure is of, and whose. The whole that 占全市的36.8% speaks of is the place's own, and no more of the thing itself.
  private func derivedName(_ figure: Observation) -> (name: String, area: String?) {
    guard figure.derivation?.formula == .total, let scope = figure.area, let part = figure.derivation?.inputs.first.flatMap(fact),
      let own = part.area, scope != own, scopeIsArea(scope), !FigureSpec.isOfPlaces(scope, beside: own)
    else { return (figure.name, figure.area) }
    return (evidence.words.text(.ownTotal, in: figureLanguage, ["whole": chartWords.place(scope), "name": figure.name]), own)
  }

  /// A table of one place without the column that would say it in nearly every row: its title does, and the few other places
  /// stand behind the names of their figures.
  ///
  /// - Parameter areas: of its rows; they stand in the second column.
  private func withoutCommonArea(_ table: ReportTable, of areas: [String?]) -> ReportTable {
    guard let (area, count) = areas.compactMap({ $0 }).counted().max(by: { $0.1 < $1.1 }), count > 1, count * 4 >= areas.count * 3,
      !areas.contains(nil)
    else { return table }
    var copy = table
    copy.columns.remove(at: 1)
    for (i, other) in areas.enumerated() where copy.rows.indices.contains(i) {
      copy.rows[i].cells.remove(at: 1)
      guard let other, other != area else { continue }
      copy.rows[i].cells[0].append(.text(language.isChinese ? "（\(chartWords.place(other))）" : " (\(chartWords.place(other)))"))
    }
    let place = chartWords.place(area)
    if let title = table.title, !title.contains(place) {
      copy.title = language.isChinese ? "\(title)（\(place)）" : "\(title), \(place)"
    }
    return copy
  }

  private var derivedNote: String { vocabulary.derivedNote }

  private func check(_ finding: Diagnostic) -> ReportBlock {
    var text: [Inline] = [.text(finding.message)]
    if let span = finding.span,
      let entry = sources.entries.first(where: {
        $0.document == span.document && $0.range.overlaps(span.range)
      })
    {
      text.append(.reference([.text("[\(entry.number)]")], anchor: entry.anchor))
    }
    return .callout(title: nil, [.paragraph(text)])
  }

  private func period(of figure: Observation) -> String { periodText(of: figure, in: figureLanguage) ?? "—" }

  private func interval(of figure: Observation) -> String {
    guard let derivation = figure.derivation else { return "" }
    func number(_ end: ExactNumber) -> String { end.printed(grouped: true, from: language.isChinese ? 5 : 4) }
    switch (derivation.lower, derivation.upper) {
    case (let low?, let high?) where low.printed() == high.printed(): return number(low)
    case (let low?, let high?):
      // A dash between two signs would be read as a third one.
      let to = language.isChinese ? "～" : low.isNegative || high.isNegative ? " to " : "–"
      return number(low) + to + number(high)
    case (let low?, nil): return "≥ \(number(low))"
    case (nil, let high?): return "≤ \(number(high))"
    default: return "—"
    }
  }

  /// Every figure in one table, and the sentence that states it.
  func dataAndSources() -> ReportSource.Chapter {
    var chapter = ReportSource.Chapter(title: vocabulary.dataAndSources, isNumbered: false)
    chapter.section = .sources
    chapter.blocks = [
      .heading(level: 2, [.text(vocabulary.dataTable)], anchor: nil), .generated(.dataTable),
      .heading(level: 2, [.text(vocabulary.sources)], anchor: nil), .generated(.sources),
      .heading(level: 2, [.text(vocabulary.method)], anchor: nil), .paragraph([.text(methodNote(hasDerived: true))]),
    ]
    return chapter
  }

  private func dataTables() -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    let areas = evidence.set.documents.compactMap(\.area).counted()
    // Of many documents one table: a head for each few rows would be more head than data.
    if evidence.set.documents.count > Planner.mostTables {
      var table = ReportTable(
        title: vocabulary.dataTable, columns: dataColumns, rows: evidence.set.documents.flatMap { indicators(of: $0.id).map(dataRow) })
      table.anchor = "table-data-1"
      return table.rows.isEmpty ? [] : [.table(table)]
    }
    for (number, document) in evidence.set.documents.enumerated() {
      let own = indicators(of: document.id)
      // Of several documents about one place each says of when it is.
      let year = areas.contains { $0.0 == document.area && $0.1 > 1 } ? mainYear(of: own) : nil
      guard !own.isEmpty else { continue }
      var table = ReportTable(
        title: evidence.set.documents.count > 1
          ? named(vocabulary.dataTable, placed(document.area.map(chartWords.place) ?? document.title ?? document.id, year))
          : vocabulary.dataTable,
        columns: dataColumns, rows: own.map(dataRow))
      table.anchor = "table-data-\(number + 1)"
      blocks.append(.table(withoutCommonArea(table, of: own.map(\.lead.area))))
    }
    return blocks
  }

  /// More documents than these share a table.
  private static let mostTables = 4

  private var dataColumns: [(title: String, alignment: ReportTable.Alignment)] {
    [
      (vocabulary.indicator, .start), (vocabulary.area, .start), (vocabulary.period, .start), (vocabulary.value, .end),
      (vocabulary.qualifiers, .start), (vocabulary.source, .end),
    ]
  }

  private func dataRow(_ indicator: Indicator) -> ReportTable.Row {
    let lead = indicator.lead
    let entries = ([lead.source].compactMap { $0 } + (lead.source?.repeats ?? [])).compactMap { sources.entry(for: $0) }
    let marks = entries.reduce(into: [SourceNumbers.Entry]()) { if !$0.contains($1) { $0.append($1) } }
    return .init([
      [.text(opened(lead.name, in: figureLanguage))], [.text(lead.area ?? "—")], [.text(period(of: lead))],
      [.text(lead.kind == .level ? figureText(lead, in: figureLanguage) : "—")],
      [.text(lead.kind == .level ? qualifiers(of: indicator) : allQualifiers(of: indicator))],
      marks.prefix(3).enumerated().flatMap { i, entry -> [Inline] in
        (i == 0 ? [] : [.text(language.isChinese ? "、" : ", ")]) + [.reference([.text("\(entry.number)")], anchor: entry.anchor)]
      },
    ])
  }

  /// A place and when: 江西2020年, Jiangxi 2020.
  func placed(_ place: String, _ period: String?) -> String {
    [place, period ?? ""].filter { !$0.isEmpty }.joined(separator: language.isChinese ? "" : " ")
  }

  /// The year of most of some figures.
  func mainYear(of indicators: [Indicator]) -> String? {
    let years = indicators.compactMap(\.period?.end.year).counted()
    guard let year = years.max(by: { $0.1 < $1.1 })?.0 else { return nil }
    return periodText(Period(year: year), in: figureLanguage)
  }

  private func sourceEntries() -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    for document in evidence.set.documents {
      let own = sources.entries.filter { $0.document == document.id }
      guard !own.isEmpty else { continue }
      blocks.append(.heading(level: 3, [.text(sourceTitle(document))], anchor: nil))
      for entry in own {
        blocks.append(
          .sourceEntry(
            SourceEntry(number: "[\(entry.number)]", sentence: marked(entry), anchors: [entry.anchor])))
      }
    }
    return blocks
  }

  private func allQualifiers(of indicator: Indicator) -> String {
    let all = indicator.changes + indicator.gaps + indicator.shares + indicator.ranks + indicator.streaks
    return all.map { figureText($0, in: figureLanguage) }.joined(separator: language.isChinese ? "，" : ", ")
  }

  /// A document by its title, publisher and day.
  func sourceTitle(_ document: SourceDocument) -> String {
    let parts = [document.title.map(printed), document.publisher, document.date.map(chartWords.day)].compactMap { $0 }
    return parts.isEmpty ? document.id : parts.joined(separator: language.isChinese ? "，" : ", ")
  }

  /// The sentence for print, its numerals marked.
  private func marked(_ entry: SourceNumbers.Entry) -> [Inline] { sentence(entry) { .mark($0) } }

  /// The sentence for print, its numerals leading to the list of sources.
  func stated(_ entry: SourceNumbers.Entry) -> [Inline] {
    let sentence = sentence(entry) { .reference([.text(regrouped($0))], anchor: entry.anchor) }
    // The stop of an English sentence is no part of it; a heading has none.
    let isStopped =
      entry.sentence.unicodeScalars.last.map { !$0.properties.isAlphabetic && !"0123456789%)".unicodeScalars.contains($0) } ?? true
    return isStopped || language.isChinese ? sentence : sentence + [.text(".")]
  }

  private func sentence(_ entry: SourceNumbers.Entry, numeral: (String) -> Inline) -> [Inline] {
    let scalars = printForm(Array(entry.sentence.unicodeScalars), language)
    var inlines: [Inline] = []
    var at = 0
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    // Of a cell the title and the heads stand before what it says.
    if entry.figures == [entry.range], let colon = scalars.lastIndex(where: { $0 == "：" || $0 == ":" }), colon + 1 < scalars.count {
      return [.text(text(0..<(colon + 1))), numeral(text((colon + 1)..<scalars.count))]
    }
    for figure in entry.figures.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let start = figure.lowerBound - entry.range.lowerBound
      let end = figure.upperBound - entry.range.lowerBound
      guard start >= at, end <= scalars.count, end > start else { continue }
      if start > at { inlines.append(.text(text(at..<start))) }
      inlines.append(numeral(text(start..<end)))
      at = end
    }
    if at < scalars.count { inlines.append(.text(text(at..<scalars.count))) }
    return inlines
  }

  /// - Parameter hasDerived: whether a chapter before lists what is derived.
  func methodNote(hasDerived: Bool) -> String {
    let (documents, figures, sentences) = (evidence.set.documents.count, evidence.set.observations.count, sources.entries.count)
    func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    let isChinese = language.isChinese
    return vocabulary.methodNote(
      documents: isChinese ? "\(documents)" : counted(documents, "public text"),
      figures: isChinese ? "\(figures)" : counted(figures, "figure"),
      sentences: isChinese ? "\(sentences)" : counted(sentences, "sentence"), hasDerived: hasDerived)
  }
}

/// A formula that is parted between its terms and not within brackets.
private func unbrokenWithinBrackets(_ formula: String) -> String {
  var depth = 0
  var out = String.UnicodeScalarView()
  for scalar in formula.unicodeScalars {
    if scalar == "(" || scalar == "（" { depth += 1 }
    if scalar == ")" || scalar == "）" { depth -= 1 }
    out.append(scalar == " " && depth > 0 ? "\u{A0}" : scalar)
  }
  return String(out)
}
