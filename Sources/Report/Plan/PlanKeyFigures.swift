import Charts
import Indicators
import Scene

extension Planner {
  /// Cards of the weightiest figures, area by area, then what can be set side by side: growth rates, shares and ranks.
  func keyFigures() -> ReportSource.Chapter? {
    var chapter = ReportSource.Chapter(title: vocabulary.keyFigures, isNumbered: false)
    chapter.section = .keyFigures
    let documents = evidence.set.documents
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
    let ranked = evidence.indicators.filter { weight($0) >= 0 && !isContradicted($0) }
    var figures: [ChartFigure] = []
    if let spec = ChartSpec.growth(ranked, context: chartWords) { figures.append(ChartFigure(spec, anchor: "figure-growth")) }
    if let spec = ChartSpec.shares(ranked, context: chartWords) { figures.append(ChartFigure(spec, anchor: "figure-shares")) }
    if let spec = ChartSpec.ranking(ranked, context: chartWords) {
      figures.append(ChartFigure(spec, anchor: "figure-ranking"))
    }
    chapter.blocks += figures.map { .chart($0) }
    guard !chapter.blocks.isEmpty else { return nil }
    if !findings.isEmpty {
      chapter.lead = [.text(findings.joined(separator: language.isChinese ? "；" : "; ") + (language.isChinese ? "。" : "."))]
    }
    return chapter
  }
}
