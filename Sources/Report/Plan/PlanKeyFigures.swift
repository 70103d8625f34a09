import Indicators
import Scene

extension Planner {
  /// Cards of the weightiest figures, area by area, then what can be set side by side: growth rates, shares and ranks.
  func keyFigures() -> ReportSource.Chapter? {
    var chapter = ReportSource.Chapter(title: vocabulary.keyFigures, isNumbered: false)
    chapter.section = .keyFigures
    // Of each place the latest document; more places than four are told side by side in a chapter of their own.
    let documents = areas.count > 4 ? [] : latestDocuments
    var findings: [String] = []
    for document in documents {
      let top = indicators(of: document.id).enumerated()
        .filter { weight($0.element) >= 2 }
        .sorted { (weight($0.element), -$0.offset) > (weight($1.element), -$1.offset) }
        .map(\.element)
      guard !top.isEmpty else { continue }
      if documents.count > 1 {
        chapter.blocks.append(.heading(level: 2, [.text(document.area ?? document.title.map(printed) ?? document.id)], anchor: nil))
      }
      // Rows of equal length: one of up to four cards, or two of four.
      let count = top.count >= 8 ? 8 : min(top.count, 4)
      let row = min(4, count)
      for cards in Array(top[..<min(count, top.count)]).chunks(of: row) {
        chapter.blocks.append(.cards(cards.map { card($0) }))
      }
      if let first = top.first { findings.append(finding(first, context: chartWords)) }
    }
    if documents.isEmpty {
      findings = evidence.indicators.filter { weight($0) >= 4 }.prefix(2).map { finding($0, context: chartWords) }
    }
    let ranked = evidence.indicators.filter { weight($0) >= 0 && !isContradicted($0) }
    var figures: [ChartFigure] = []
    if let spec = FigureSpec.growth(ranked, context: chartWords) { figures.append(ChartFigure(spec, anchor: "figure-growth")) }
    if let spec = FigureSpec.shares(ranked, context: chartWords) { figures.append(ChartFigure(spec, anchor: "figure-shares")) }
    if let spec = FigureSpec.ranking(ranked, context: chartWords) {
      figures.append(ChartFigure(spec, anchor: "figure-ranking"))
    }
    chapter.blocks += figures.map { .chart($0) }
    guard !chapter.blocks.isEmpty else { return nil }
    if !findings.isEmpty {
      chapter.lead = [.text(findings.prefix(3).joined(separator: language.isChinese ? "；" : "; ") + (language.isChinese ? "。" : "."))]
    }
    return chapter
  }

  private var latestDocuments: [SourceDocument] {
    var latest: [SourceDocument] = []
    for document in documents {
      // The order is area by area, of one area the latest first.
      if let area = document.area, latest.contains(where: { $0.area == area }), isOfSeveralYears(area) { continue }
      latest.append(document)
    }
    return latest
  }

  /// Whether documents of one place are dated to several years.
  private func isOfSeveralYears(_ area: String) -> Bool {
    Set(evidence.set.documents.filter { $0.area == area }.compactMap { $0.date?.prefix(4) }).count > 1
  }
}
