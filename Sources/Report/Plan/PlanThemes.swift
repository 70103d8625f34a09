import Articles
import Charts
import Indicators
import Scene

extension Planner {
  /// A chapter for each heading of each article, its paragraphs beside or above the figures they state; one chapter for the
  /// whole article where its sections are too short to fill pages of their own.
  func themes() -> [ReportSource.Chapter] {
    var charted: Set<Observation.ID> = []
    var chapters: [ReportSource.Chapter] = []
    for document in evidence.set.documents {
      guard let article = evidence.article(document.id) else {
        if let chapter = figuresAlone(document, charted: &charted) { chapters.append(chapter) }
        continue
      }
      let sections = self.sections(of: article)
      if sections.count > 1, sections.reduce(0, { $0 + $1.length }) < sections.count * Section.leastOfAChapter {
        let title = document.title.map(printed) ?? vocabulary.overview
        if let chapter = chapter(title, sections, of: article, document: document, later: [], charted: &charted) {
          chapters.append(chapter)
        }
        continue
      }
      for (i, section) in sections.enumerated() {
        let later = Array(sections[(i + 1)...])
        let title = section.title ?? (later.isEmpty ? document.title.map(printed) : nil) ?? vocabulary.overview
        if let chapter = chapter(title, [section], of: article, document: document, later: later, charted: &charted) {
          chapters.append(chapter)
        }
      }
    }
    return chapters
  }

  struct Section {
    var title: String?
    var paragraphs: [Article.Block]

    /// In code points.
    var length: Int { paragraphs.reduce(0) { $0 + $1.range.count } }
    /// With a figure or two, so many code points fill a page and a half.
    static let leastOfAChapter = 450
  }

  /// The article split at its headings; headings that repeat the title open no section of their own.
  func sections(of article: Article) -> [Section] {
    var sections: [Section] = [Section(title: nil, paragraphs: [])]
    for block in article.blocks {
      switch block.kind {
      case .heading:
        let text = printed(article, block).text
        if block.level <= 1 || folded(text) == folded(article.title ?? "") { continue }
        sections.append(Section(title: text, paragraphs: []))
      case .paragraph, .listItem, .tableRow, .caption:
        sections[sections.count - 1].paragraphs.append(block)
      }
    }
    return sections.filter { !$0.paragraphs.isEmpty }
  }

  /// - Parameter later: sections of the article that follow in other chapters.
  private func chapter(
    _ title: String, _ sections: [Section], of article: Article, document: SourceDocument, later: [Section],
    charted: inout Set<Observation.ID>
  ) -> ReportSource.Chapter? {
    var chapter = ReportSource.Chapter(title: areaNamed(title, document.area))
    let indicators = indicators(of: document.id)
    var findings: [String] = []
    var left: [Indicator] = []
    let hasSections = sections.count > 1
    for (i, section) in sections.enumerated() {
      if hasSections, let title = section.title {
        chapter.blocks.append(.heading(level: 2, [.text(title)], anchor: nil))
      }
      // What a later section tells in detail is charted there, not in the summary before it.
      let rest = (sections[(i + 1)...] + later).flatMap(\.paragraphs)
      for paragraph in section.paragraphs {
        let stated = indicators.filter { indicator in
          !charted.contains(indicator.id) && isStated(indicator, in: paragraph, of: article.id)
            && !rest.contains { isStated(indicator, in: $0, of: article.id) }
        }
        let text = body(of: paragraph, in: article)
        let choice = figures(for: stated)
        for indicator in choice.used { charted.insert(indicator.id) }
        left += choice.left
        if let main = choice.main {
          let heading = finding(main, context: chartWords)
          findings.append(heading)
          chapter.blocks.append(.heading(level: hasSections ? 3 : 2, [.text(heading)], anchor: nil))
        }
        chapter.blocks += compose(text, choice.figures)
      }
    }
    let cards = headCards(left)
    if !cards.isEmpty { chapter.blocks.insert(.cards(cards), at: 0) }
    if !findings.isEmpty, language.isChinese {
      chapter.lead = [.text(findings.prefix(3).joined(separator: "；") + "。")]
    } else if !findings.isEmpty {
      chapter.lead = [.text(findings.prefix(3).joined(separator: "; ") + ".")]
    }
    return chapter.blocks.isEmpty ? nil : chapter
  }

  /// Figures without an article, from an indicator set.
  private func figuresAlone(_ document: SourceDocument, charted: inout Set<Observation.ID>) -> ReportSource.Chapter? {
    let own = indicators(of: document.id)
    guard !own.isEmpty else { return nil }
    var chapter = ReportSource.Chapter(title: areaNamed(document.title ?? vocabulary.overview, document.area))
    for group in own.filter({ weight($0) >= 3 }).chunks(of: 2) {
      let choice = figures(for: group)
      if let main = choice.main {
        chapter.blocks.append(.heading(level: 2, [.text(finding(main, context: chartWords))], anchor: nil))
      }
      chapter.blocks += compose([], choice.figures)
    }
    return chapter
  }

  /// `广东：…` where the report speaks of several places and the heading does not name its own.
  private func areaNamed(_ title: String, _ area: String?) -> String {
    guard areas.count > 1, let area, !title.contains(area) else { return title }
    return area + (language.isChinese ? "：" : ": ") + title
  }

  private func isStated(_ indicator: Indicator, in paragraph: Article.Block, of document: String) -> Bool {
    guard let source = indicator.lead.source else { return false }
    return ([source] + source.repeats).contains {
      $0.document == document && paragraph.range.contains($0.range.lowerBound)
    }
  }

  /// One row of three or four cards at a chapter's head: the weightiest figures that no chart of it shows.
  private func headCards(_ indicators: [Indicator]) -> [KPI] {
    let ranked = indicators.enumerated()
      .filter { $0.element.name.count >= 3 }
      .sorted { (weight($0.element), -$0.offset) > (weight($1.element), -$1.offset) }
      .map(\.element)
    guard ranked.count >= 3 else { return [] }
    return ranked.prefix(4).map { card($0) }
  }

  // MARK: Composition

  /// Text and figures of one paragraph: it runs round a figure that stands alone, with the paragraphs that follow.
  private func compose(_ text: [Inline], _ figures: [ChartFigure]) -> [ReportBlock] {
    let length = text.reduce(0) { $0 + $1.text.unicodeScalars.count }
    var blocks: [ReportBlock] = []
    let mentioned = mention(figures, in: text)
    if figures.count == 1, length >= 60 {
      blocks.append(.beside([.paragraph(mentioned)], figures[0]))
    } else {
      if !text.isEmpty { blocks.append(.paragraph(mentioned)) }
      for row in figures.chunks(of: 2) {
        blocks.append(row.count == 1 ? .chart(row[0]) : .chartRow(row))
      }
    }
    return blocks
  }

  /// The paragraph with `（见图2-1、图2-2）` before its final stop.
  private func mention(_ figures: [ChartFigure], in text: [Inline]) -> [Inline] {
    let anchors = figures.compactMap(\.anchor)
    guard !anchors.isEmpty, case .text(let last)? = text.last else { return text }
    var note: [Inline] = [.text(language.isChinese ? figureLanguage.furniture("（见") : " (see ")]
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

  // MARK: Text

  func printed(_ text: String) -> String {
    String(String.UnicodeScalarView(printForm(Array(text.unicodeScalars), language)))
  }

  /// A block's text in its form for print.
  func printed(_ article: Article, _ block: Article.Block) -> (text: String, scalars: [Unicode.Scalar], offsets: [Int]) {
    let (raw, offsets) = article.text(of: block)
    let text = printForm(raw, language)
    return (String(String.UnicodeScalarView(text)), text, offsets)
  }

  /// A paragraph of the article, each figure a link to the entry of its sentence.
  func body(of paragraph: Article.Block, in article: Article) -> [Inline] {
    let (_, scalars, offsets) = printed(article, paragraph)
    guard let first = offsets.first, let last = offsets.last else { return [] }
    var stated: [Source] = []
    for source in evidence.set.observations.compactMap(\.source) {
      for place in [source] + source.repeats where place.document == article.id {
        if place.range.lowerBound >= first, place.range.upperBound <= last + 1 { stated.append(place) }
      }
    }
    stated.sort { $0.range.lowerBound < $1.range.lowerBound }
    var inlines: [Inline] = []
    var at = 0
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    func place(_ offset: Int) -> Int { offsets.partitioningIndex { $0 >= offset } }
    for source in stated {
      let start = place(source.range.lowerBound)
      let end = place(source.range.upperBound)
      guard start >= at, end > start, let entry = sources.entry(for: source) else { continue }
      if start > at { inlines.append(.text(text(at..<start))) }
      inlines.append(.reference([.text(text(start..<end))], anchor: entry.anchor))
      at = end
    }
    if at < scalars.count { inlines.append(.text(text(at..<scalars.count))) }
    return inlines.trimmed
  }
}

extension [Inline] {
  /// Without white space at either end.
  fileprivate var trimmed: [Inline] {
    var copy = self
    if case .text(let text)? = copy.first { copy[0] = .text(String(text.drop { $0.isWhitespace })) }
    if case .text(var text)? = copy.last {
      while text.last?.isWhitespace == true { text.removeLast() }
      copy[copy.count - 1] = .text(text)
    }
    return copy
  }
}

extension [Int] {
  /// The first index of a rising array whose element fulfils a condition that all later ones fulfil too.
  fileprivate func partitioningIndex(where belongs: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Array {
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
  }
}
