import Indicators
import Lingua
import Scene

extension Planner {
  struct Pair {
    var first: Indicator
    var second: Indicator
    /// Why they are not quite the same, where the names differ.
    var note: String?
  }

  /// Two areas side by side: figures of the same or a kindred concept, with a note where definitions differ.
  func comparison() -> ReportSource.Chapter? {
    guard areas.count == 2 else { return nil }
    let pairs = pairs(areas[0], areas[1])
    guard !pairs.isEmpty else { return nil }
    var chapter = ReportSource.Chapter(title: vocabulary.comparison, isNumbered: true)
    chapter.section = .comparison
    var notes: [String] = []
    var rows: [ReportTable.Row] = []
    for pair in pairs {
      guard let a = pair.first.level, let b = pair.second.level else { continue }
      rows.append(
        .init([
          [.text(pair.first.name == pair.second.name ? a.name : "\(a.name) / \(b.name)")],
          [linked(a)], [.text(qualifiers(of: pair.first))], [linked(b)], [.text(qualifiers(of: pair.second))],
        ]))
      if let note = pair.note { notes.append(note) }
    }
    var figures: [ChartFigure] = []
    for pair in pairs.prefix(4) {
      if var spec = FigureSpec.dumbbell(pair.first, pair.second, context: chartWords) {
        // No multiple of what is not the same.
        if pair.note != nil, let title = sideBySide(pair) { spec.title?.text = title }
        figures.append(ChartFigure(spec, anchor: figureLabel(pair.first.id, .pair)))
      }
    }
    if let spec = growth(of: pairs) { figures.append(ChartFigure(spec, anchor: "figure-pair-growth")) }
    if let multiple = pairs.first.flatMap({ multiple($0) }) {
      chapter.lead = [.text(multiple)]
    }
    var table = ReportTable(
      title: comparisonTitle,
      columns: [
        (vocabulary.indicator, .start), (areas[0], .end), (vocabulary.qualifiers, .start), (areas[1], .end),
        (vocabulary.qualifiers, .start),
      ], rows: rows)
    table.anchor = "table-comparison"
    chapter.blocks.append(.table(table))
    // Two figures stand below each other, as wide as the table: their labels need room. More of them share rows.
    for row in figures.chunks(of: figures.count <= 2 ? 1 : 2) {
      chapter.blocks.append(row.count == 1 ? .chart(row[0]) : .chartRow(row))
    }
    if !notes.isEmpty {
      chapter.blocks.append(
        .callout(
          title: words.definitions,
          [.list(ReportList(notes.map { .init([.paragraph([.text($0)])]) }))]))
    }
    return chapter
  }

  /// The growth rates of both areas on one axis; for one pair the table says it all.
  private func growth(of pairs: [Pair]) -> FigureSpec? {
    func hasRate(_ indicator: Indicator) -> Bool { indicator.changes.contains { $0.unit.written == "%" } }
    let both = pairs.filter { hasRate($0.first) && hasRate($0.second) }
    guard both.count >= 2 else { return nil }
    return FigureSpec.growth(both.prefix(4).flatMap { [$0.first, $0.second] }, context: chartWords)
  }

  private var comparisonTitle: String { words.comparisonTitle.filled(["one": areas[0], "other": areas[1]]) }
  private var words: PageWords { PrintWords.of(language.rawValue).pages }

  /// Each indicator of the first area with the nearest of the second: the same concept, else kindred names of one unit.
  private func pairs(_ a: String, _ b: String) -> [Pair] {
    func own(_ area: String) -> [Indicator] {
      evidence.indicators.filter { indicator in
        guard let level = indicator.level, isPrintable(level) else { return false }
        return foldedArea(level.area) == foldedArea(area)
      }
    }
    var left = own(b)
    var pairs: [Pair] = []
    for first in own(a) {
      guard let level = first.level else { continue }
      var best: (index: Int, score: Double)?
      for (i, second) in left.enumerated() {
        guard let other = second.level, level.unit.isComparable(with: other.unit) else { continue }
        let sameConcept = evidence.concepts.key(for: first.name) == evidence.concepts.key(for: second.name)
        let kindred = evidence.concepts.distinction(between: first.name, and: second.name) != nil
        // A bare 企业 or 专利 says too little to be the same thing in two places.
        let isSpecific = min(first.name.count, second.name.count) >= 4
        let score =
          sameConcept && isSpecific
          ? 1 : kindred ? 0.9 : isSpecific ? Bigrams(Folded(first.name)).resemblance(to: Bigrams(Folded(second.name))) : 0
        if score >= 0.6, score > best?.score ?? 0 { best = (i, score) }
      }
      guard let best else { continue }
      let second = left.remove(at: best.index)
      pairs.append(Pair(first: first, second: second, note: note(first, second)))
    }
    return pairs.sorted { weight($0.first) + weight($0.second) > weight($1.first) + weight($1.second) }
  }

  private func note(_ first: Indicator, _ second: Indicator) -> String? {
    guard folded(first.name) != folded(second.name) else { return nil }
    let names = words.reports.filled([
      "one": areas[0], "name": vocabulary.quoted(first.name), "other": areas[1], "other-name": vocabulary.quoted(second.name),
    ])
    if let reason = evidence.concepts.distinction(between: first.name, and: second.name) {
      return names + (language.isChinese ? "：" : ": ") + reason
    }
    return names + words.definitionsMayDiffer
  }

  private func sideBySide(_ pair: Pair) -> String? {
    guard let a = pair.first.level, let b = pair.second.level else { return nil }
    return words.definitionsDiffer.filled([
      "one": areas[0], "value": figureText(a, in: figureLanguage), "other": areas[1], "other-value": figureText(b, in: figureLanguage),
    ])
  }

  /// The lead: how many times one is the other, where both are exact and of one definition.
  private func multiple(_ pair: Pair) -> String? {
    guard let a = pair.first.level, let b = pair.second.level else { return nil }
    return words.besideEachOther.filled([
      "one": areas[0], "name": a.name, "value": figureText(a, in: figureLanguage), "other": areas[1], "other-name": b.name,
      "other-value": figureText(b, in: figureLanguage),
    ])
  }

  /// The figure, leading to the sentence that states it.
  ///
  /// - Parameter short: what is printed instead of the figure with its unit.
  func linked(_ observation: Observation, _ short: String? = nil) -> Inline {
    let text = short ?? figureText(observation, in: figureLanguage)
    guard let entry = observation.source.flatMap({ sources.entry(for: $0) }) else { return .text(text) }
    return .reference([.text(text)], anchor: entry.anchor)
  }

  /// Growth, share, rank and streak in one line.
  func qualifiers(of indicator: Indicator) -> String {
    let all = indicator.changes.prefix(1) + indicator.shares.prefix(1) + indicator.ranks.prefix(1) + indicator.streaks.prefix(1)
    let texts = all.filter { $0.id != indicator.lead.id }.map { observation -> String in
      let text = figureText(observation, in: figureLanguage)
      guard observation.kind == .share else { return text }
      let whole = chartWords.whole(of: observation, in: indicator)
      return language.isChinese
        ? (whole == nil ? chartWords.phrases.shareAlone : chartWords.phrases.share) + (whole ?? "") + text
        : "\(text) of \(whole ?? "the total")"
    }
    return texts.isEmpty ? "—" : texts.joined(separator: language.isChinese ? "，" : ", ")
  }
}
