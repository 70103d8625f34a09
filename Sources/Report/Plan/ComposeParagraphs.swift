import Indicators
import Scene
import StructuredData
import Typesetting

/// Paragraphs with the figures and cards of what they state.
extension Planner {
  /// For a row of three or four cards at a chapter's head: the weightiest figures that no chart of it shows.
  func headIndicators(_ indicators: [Indicator]) -> [Indicator] {
    let ranked = toldOnce(indicators).enumerated()
      .filter { $0.element.name.count >= 3 && !index.isContradicted($0.element.lead) }
      .sorted { (weight($0.element), -$0.offset) > (weight($1.element), -$1.offset) }
      .map(\.element)
    return ranked.count >= 3 ? Array(ranked.prefix(4)) : []
  }

  /// Without those that cards would show as two values of one thing: operating profit 540 and operating profit 260, both of a quarter. What
  /// tells them apart stands in their sentences.
  private func toldOnce(_ indicators: [Indicator]) -> [Indicator] {
    struct Thing: Hashable {
      var name: Folded
      var area: Folded
      var scope: Folded
      var period: Period?
      var kind: Observation.Kind
    }
    func thing(_ figure: Observation) -> Thing {
      Thing(
        name: Folded(figure.name), area: foldedArea(figure.area), scope: Folded(figure.scope ?? ""), period: figure.period,
        kind: figure.kind)
    }
    let values = Dictionary(grouping: indicators.map(\.lead), by: thing).mapValues {
      Set($0.map { "\($0.value) \($0.unit.written)" }).count
    }
    return indicators.filter { values[thing($0.lead)] == 1 }
  }

  /// Paragraphs that stand by themselves with the cards of figures that they state at their side, as many as the text is high.
  func withMarginalCards(_ blocks: [ReportBlock], of indicators: [Indicator]) -> [ReportBlock] {
    var byEntry: [String: [Indicator]] = [:]
    for indicator in indicators where indicator.name.count >= 3 && !isContradicted(indicator) {
      guard let entry = indicator.lead.source.flatMap({ sources.entry(for: $0) }) else { continue }
      byEntry[entry.anchor, default: []].append(indicator)
    }
    guard !byEntry.isEmpty else { return blocks }
    var done: Set<Observation.ID> = []
    var out: [ReportBlock] = []
    var i = 0
    while i < blocks.count {
      guard case .paragraph(let first) = blocks[i] else {
        out.append(blocks[i])
        i += 1
        continue
      }
      // As many paragraphs as a card is high, about five lines; in few lines there is no room for one.
      var end = i
      var lines = 0
      var stated: [Indicator] = []
      while end < blocks.count, lines < 5, case .paragraph(let text) = blocks[end] {
        lines += Int(((2 + ems(text.text)) / 33).rounded(.up))
        for inline in text {
          // One sentence is referred to by each of its figures.
          guard case .reference(_, let anchor) = inline else { continue }
          for indicator in byEntry[anchor] ?? [] where !stated.contains(where: { $0.id == indicator.id }) { stated.append(indicator) }
        }
        end += 1
      }
      let shown = stated.filter { indicator in !done.contains(indicator.id) }.enumerated()
        .sorted { (weight($0.element), -$0.offset) > (weight($1.element), -$1.offset) }.prefix(min(2, lines / 5))
        .sorted { $0.offset < $1.offset }.map(\.element)
      done.formUnion(stated.map(\.id))
      out.append(shown.isEmpty ? blocks[i] : .marginal([.paragraph(first)], shown.map { keyCard($0) }))
      out += blocks[(i + 1)..<end]
      i = end
    }
    return out
  }

  // MARK: Composition

  /// Text and figures of one paragraph: it runs round a figure that stands alone, with the paragraphs that follow. Below a text too short
  /// for that the figure has cards of further figures at its side, where there are any.
  func compose(_ text: [Inline], _ figures: [ChartFigure], cards: [Indicator] = []) -> (blocks: [ReportBlock], hasCards: Bool) {
    let length = ems(text.text)
    var blocks: [ReportBlock] = []
    let mentioned = mention(figures, in: text)
    // Plots with the same rows have the page's width.
    if figures.contains(where: \.hasWidePanels) {
      if !text.isEmpty { blocks.append(.paragraph(mentioned)) }
      blocks += figures.filter(\.hasWidePanels).map { .chart($0) }
      let others = figures.filter { !$0.hasWidePanels }
      for row in others.chunks(of: 2) { blocks.append(row.count == 1 ? .chart(row[0].acrossThePage) : .chartRow(row)) }
      return (blocks, false)
    }
    if figures.count == 1, length < 150, !cards.isEmpty {
      if !text.isEmpty { blocks.append(.paragraph(mentioned)) }
      return (blocks + [.row(InfographicRow([8, 4], [.chart(figures[0]), .stack(keyCards(cards))]))], true)
    }
    if figures.count == 1, length >= 64 {
      blocks.append(.beside([.paragraph(mentioned)], figures[0]))
    } else {
      if !text.isEmpty { blocks.append(.paragraph(mentioned)) }
      for row in figures.chunks(of: 2) {
        blocks.append(row.count == 1 ? .chart(row[0].acrossThePage) : .chartRow(row))
      }
    }
    return (blocks, false)
  }

  /// A chapter whose lead refers to the figures that none of its paragraphs refers to.
  func mentioningAll(_ chapter: ReportSource.Chapter) -> ReportSource.Chapter {
    guard chapter.isNumbered, !chapter.lead.isEmpty else { return chapter }
    let written = chapter.blocks.reduce(into: Set<String>()) { $0.formUnion($1.mentions) }
    var copy = chapter
    copy.lead = mention(chapter.blocks.flatMap(\.figures).filter { $0.anchor.map { !written.contains($0) } ?? false }, in: chapter.lead)
    return copy
  }

  /// The paragraph with `（见图2-1、图2-2）` before its final stop.
  func mention(_ figures: [ChartFigure], in text: [Inline]) -> [Inline] {
    let anchors = figures.compactMap(\.anchor)
    guard !anchors.isEmpty, case .text(let last)? = text.last else { return text }
    var note: [Inline] = [.text(language.isChinese ? figureLanguage.inItsScript("（见") : " (see ")]
    for (i, anchor) in anchors.enumerated() {
      if i > 0 { note.append(.text(language.isChinese ? "、" : ", ")) }
      note.append(.reference([], anchor: anchor))
    }
    note.append(.text(language.isChinese ? "）" : ")"))
    let stops: Set<Unicode.Scalar> = ["。", "！", "？", ".", "”", "」"]
    var head = Array(last.unicodeScalars)
    var tail: [Unicode.Scalar] = []
    if let stop = head.last, stops.contains(stop), stop == "。" || stop == "." {
      tail.append(stop)
      head.removeLast()
    }
    var out = Array(text.dropLast())
    out.append(.text(String(String.UnicodeScalarView(head))))
    out += note
    if !tail.isEmpty { out.append(.text(String(String.UnicodeScalarView(tail)))) }
    return out
  }
}

extension ReportBlock {
  /// What its paragraphs refer to.
  fileprivate var mentions: [String] {
    switch self {
    case .paragraph(let text): text.compactMap { if case .reference(_, let anchor) = $0 { anchor } else { nil } }
    case .beside(let text, _), .marginal(let text, _): text.flatMap(\.mentions)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.mentions) }
    default: []
    }
  }
}
