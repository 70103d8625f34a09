import Charts
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
    var hasCharts = false
    for document in documents {
      let top = indicators(of: document.id).enumerated()
        .filter { weight($0.element) >= 2 }
        .sorted { (weight($0.element), -$0.offset) > (weight($1.element), -$1.offset) }
        .map(\.element)
      guard !top.isEmpty else { continue }
      if documents.count > 1 {
        chapter.blocks.append(.heading(level: 2, [.text(document.area ?? document.title.map(printed) ?? document.id)], anchor: nil))
      }
      let isAlone = documents.count == 1
      var modules = PageModules(heroes: [heroCard(top[0])], cards: top.dropFirst().prefix(isAlone ? 8 : 4).map { keyCard($0) })
      if isAlone {
        modules.figures = keyCharts
        hasCharts = true
      }
      // What title and heading leave of the page.
      chapter.blocks += rows(modules, lines: (33 - documents.count) / documents.count)
    }
    if documents.isEmpty {
      findings = evidence.indicators.filter { weight($0) >= 4 }.prefix(2).map { finding($0, context: chartWords) }
    }
    if !hasCharts { chapter.blocks += rows(PageModules(figures: keyCharts), lines: 36) }
    guard !chapter.blocks.isEmpty else { return nil }
    if !findings.isEmpty {
      chapter.lead = [.text(findings.prefix(3).joined(separator: language.isChinese ? "；" : "; ") + (language.isChinese ? "。" : "."))]
    }
    return chapter
  }

  /// What can be set side by side: growths, shares, ranks.
  private var keyCharts: [ChartFigure] {
    let ranked = evidence.indicators.filter { weight($0) >= 0 && !isContradicted($0) }
    return [
      ChartSpec.growth(ranked, context: chartWords).map { ChartFigure($0, anchor: "figure-growth") },
      ChartSpec.shares(ranked, context: chartWords).map { ChartFigure($0, anchor: "figure-shares") },
      ChartSpec.ranking(ranked, context: chartWords).map { ChartFigure($0, anchor: "figure-ranking") },
    ].compactMap { $0 }
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
