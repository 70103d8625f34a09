import Articles
import Indicators
import Scene
import Story

extension Planner {
  /// A chapter for each heading of each article, its paragraphs beside or above the figures they state; one chapter for the
  /// whole article where its sections are too short to fill pages of their own.
  ///
  /// - Parameter shown: cards that stand before them.
  func themes(besides shown: Set<String> = []) -> [ReportSource.Chapter] {
    var charted: Set<Observation.ID> = []
    var chapters: [ReportSource.Chapter] = []
    let (told, others) = chapterDocuments
    for document in told {
      guard let article = evidence.article(document.id) else {
        if let chapter = figuresAlone(document, charted: &charted) { chapters.append(chapter) }
        continue
      }
      let sections = self.sections(of: article)
      if sections.count > 1, sections.reduce(0, { $0 + $1.length }) < sections.count * Section.leastOfAChapter {
        let title = heading(of: document) ?? vocabulary.overview
        if let chapter = chapter(title, sections, of: article, document: document, later: [], besides: shown, charted: &charted) {
          chapters.append(chapter)
        }
        continue
      }
      for (i, section) in sections.enumerated() {
        let later = Array(sections[(i + 1)...])
        let title = section.title ?? (later.isEmpty ? heading(of: document) : nil) ?? vocabulary.overview
        if let chapter = chapter(title, [section], of: article, document: document, later: later, besides: shown, charted: &charted) {
          chapters.append(chapter)
        }
      }
    }
    chapters = chapters.named(by: vocabulary)
    let phrase = sharesOneChapter ? PhraseName.areasChapter : .earlierChapter
    if let chapter = collected(evidence.words.text(phrase, in: figureLanguage), others) { chapters.append(chapter) }
    return chapters
  }

  /// More places than the one have sections of one chapter, not chapters; more than the other where no article fills a page of its own.
  private static let (mostChapters, mostShortChapters) = (8, 4)

  /// Whether all places are told in one chapter.
  private var sharesOneChapter: Bool {
    if areas.count > Planner.mostChapters { return true }
    guard areas.count > Planner.mostShortChapters, areAlike(evidence.set.documents) else { return false }
    return evidence.set.documents.allSatisfy { document in
      let length = evidence.article(document.id)?.blocks.filter { $0.kind != .heading }.reduce(0) { $0 + $1.range.count }
      return length.map { $0 < Section.leastOfAChapter } ?? false
    }
  }

  /// The documents that have chapters of their own, and those that share one: of many places all, of several years all but the latest.
  /// What they have in common is drawn where they are set side by side.
  var chapterDocuments: (told: [SourceDocument], others: [SourceDocument]) {
    let all = documents
    guard !sharesOneChapter else { return ([], all) }
    let latest = Set(latestDocuments.map(\.id))
    return (all.filter { latest.contains($0.id) }, all.filter { !latest.contains($0.id) })
  }

  /// Articles as sections, each with its weightiest figures as cards: in a row where they are of many places, else at the side of the text.
  /// Of many places those that say nothing else are these cards.
  private func collected(_ title: String, _ documents: [SourceDocument]) -> ReportSource.Chapter? {
    guard !documents.isEmpty else { return nil }
    var chapter = ReportSource.Chapter(title: title)
    let isNamedByTitle = !areAlike(documents)
    let hasCards = sharesOneChapter
    for document in documents {
      let own = indicators(of: document.id).filter { weight($0) >= 0 }
      var blocks: [ReportBlock] = []
      for section in evidence.article(document.id).map({ sections(of: $0) }) ?? [] {
        if let title = section.title { blocks.append(.heading(level: 3, [.text(title)], anchor: nil)) }
        guard let article = evidence.article(document.id) else { continue }
        blocks += passages(section.paragraphs).flatMap { text(of: $0, in: article) }
      }
      let cards = hasCards || blocks.isEmpty ? headIndicators(own) : []
      // Of many places, what the cards say is not said again below them; the list of sources has the sentences.
      if areas.count > Planner.mostChapters, sayAll(cards, of: document) { blocks = [] }
      guard !blocks.isEmpty || !cards.isEmpty else { continue }
      let place = document.area.map(chartWords.place)
      let name =
        isNamedByTitle ? heading(of: document) : place.map { placed($0, documents.count > areas.count ? mainYear(of: own) : nil) }
      chapter.blocks.append(.heading(level: 2, [.text(areaNamed(name ?? place ?? vocabulary.overview, document.area))], anchor: nil))
      // Thirty rows of the same drawings say nothing.
      if !cards.isEmpty { chapter.blocks.append(.cards(placedCards(cards, withPictograms: !blocks.isEmpty))) }
      chapter.blocks += withMarginalCards(blocks, of: own.filter { indicator in !cards.contains { $0.id == indicator.id } })
    }
    return chapter.blocks.isEmpty ? nil : chapter
  }

  /// Whether a document states no figure but those that the cards of some indicators show.
  private func sayAll(_ indicators: [Indicator], of document: SourceDocument) -> Bool {
    var shown: Set<Range<Int>> = []
    for indicator in indicators {
      let facts =
        [indicator.lead] + indicator.changes.prefix(1) + indicator.shares.prefix(1) + indicator.ranks.prefix(1)
        + indicator.streaks.prefix(1)
      for source in facts.compactMap(\.source) {
        for place in [source] + source.repeats where place.document == document.id { shown.insert(place.range) }
      }
    }
    let stated = index.sources(of: document.id)
    return !stated.isEmpty && stated.allSatisfy { shown.contains($0.range) }
  }

  /// Whether the titles of at least half of some documents are the same but for place and time: they tell nothing of what is in them.
  private func areAlike(_ documents: [SourceDocument]) -> Bool {
    let rests = documents.compactMap { document -> String? in
      guard let title = document.title, let area = document.area else { return nil }
      return title.replacing(area, with: "").filter { !$0.isNumber && !$0.isWhitespace }
    }
    let most = rests.counted().map(\.1).max() ?? 0
    return most > 1 && most * 2 >= documents.count
  }

  /// What a document is called: its title, or the heading below one that only says what kind of document it is (某处新闻稿). One that
  /// only says that something was held gives way to its place and time.
  func heading(of document: SourceDocument) -> String? {
    guard let title = document.title.map(printed).map({ regrouped($0, figuresOf: document) }) else { return nil }
    if evidence.words.isMeeting(title), let place = document.area.map(chartWords.place),
      let year = mainYear(of: indicators(of: document.id))
    {
      return evidence.words.text(.yearChapter, in: figureLanguage, ["place": place, "period": year])
    }
    guard evidence.words.isGenre(title),
      let next = evidence.article(document.id)?.blocks.prefix(3).first(where: { $0.kind == .heading && $0.level > 1 }),
      let article = evidence.article(document.id)
    else { return title.withoutOrnament }
    let below = printed(article, next).text.withoutOrnament
    return below.isEmpty ? title : below
  }

  /// Area by area as they are given, of one area the latest first.
  var documents: [SourceDocument] {
    func place(_ document: SourceDocument) -> Int { areas.firstIndex { $0 == document.area } ?? areas.count }
    return evidence.set.documents.enumerated().sorted { a, b in
      let (x, y) = (place(a.element), place(b.element))
      if x != y { return x < y }
      guard areas.count > 0, a.element.area != nil, let first = a.element.date, let second = b.element.date, first != second else {
        return a.offset < b.offset
      }
      return first > second
    }.map(\.element)
  }

  struct Section {
    var title: String?
    var paragraphs: [Article.Block]

    /// In code points.
    var length: Int { paragraphs.reduce(0) { $0 + $1.range.count } }
    /// With a figure or two, so many code points fill a page and a half.
    static let leastOfAChapter = 450
  }

  /// The article split at its headings; headings that repeat the title open no section of their own, and what its marks lead to
  /// stands at the foot of their pages. Notes to headings stand in the text.
  func sections(of article: Article) -> [Section] {
    var sections: [Section] = [Section(title: nil, paragraphs: [])]
    let notes = noteAnchors.notes[article.id]
    let apart = Set(((notes?.notes.map(\.block) ?? []) + (notes?.heads ?? [])).map(\.range))
    for block in article.blocks where !apart.contains(block.range) {
      switch block.kind {
      case .heading:
        let text = printed(article, block).text
        if block.level <= 1 || folded(text) == folded(article.title ?? "") { continue }
        // Who publishes it stands between the title and the text, and is no heading of it.
        if sections.count == 1, sections[0].paragraphs.isEmpty, evidence.words.isOffice(text) { continue }
        let bare = String(scalars: withoutTrailingNoteMark(Array(text.unicodeScalars)))
        sections.append(Section(title: bare.withoutOrnament, paragraphs: []))
      case .paragraph, .listItem, .tableRow, .caption:
        sections[sections.count - 1].paragraphs.append(block)
      }
    }
    return sections.filter { !$0.paragraphs.isEmpty }
  }

  /// Paragraphs by themselves, items of a list together.
  private func passages(_ paragraphs: [Article.Block]) -> [[Article.Block]] {
    paragraphs.reduce(into: []) { passages, block in
      if block.kind == .listItem, passages.last?.last?.kind == .listItem {
        passages[passages.count - 1].append(block)
      } else {
        passages.append([block])
      }
    }
  }

  /// - Parameter figures: those that the last paragraph refers to.
  private func text(of passage: [Article.Block], in article: Article, mentioning figures: [ChartFigure] = []) -> [ReportBlock] {
    var bodies = passage.map { body(of: $0, in: article) }
    if let last = bodies.popLast() { bodies.append(mention(figures, in: last)) }
    let texts = bodies.map { ReportBlock.paragraph($0) }
    guard passage.first?.kind == .listItem else { return texts }
    return [.list(ReportList(texts.map { ReportList.Item([$0]) }))]
  }

  /// - Parameters:
  ///   - later: sections of the article that follow in other chapters.
  ///   - shown: cards that stand before.
  private func chapter(
    _ title: String, _ sections: [Section], of article: Article, document: SourceDocument, later: [Section], besides shown: Set<String>,
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
      for passage in passages(section.paragraphs) {
        let stated = indicators.filter { indicator in
          !charted.contains(indicator.id) && passage.contains { isStated(indicator, in: $0, of: article.id) }
            && !rest.contains { isStated(indicator, in: $0, of: article.id) }
        }
        let choice = figures(for: stated)
        for indicator in choice.used { charted.insert(indicator.id) }
        left += choice.left
        if let heading = choice.main.map({ headline($0, context: chartWords) }) ?? choice.headline {
          // What was said of the same thing before is not said again.
          let isNew = !findings.contains(heading)
          if isNew { findings.append(heading) }
          // 家底：发明专利有效量连续13年居全国首位 says it already.
          if isNew, !hasSections || section.title?.says(heading) != true {
            chapter.blocks.append(
              .heading(level: hasSections && sections[...i].contains { $0.title != nil } ? 3 : 2, [.text(heading)], anchor: nil))
          }
        }
        let beside = choice.left.filter { $0.name.count >= 3 && weight($0) >= 0 && !isContradicted($0) }
        let composed =
          passage.count == 1 && passage[0].kind != .listItem
          ? compose(body(of: passage[0], in: article), choice.figures, cards: Array(beside.prefix(2)))
          : (blocks: text(of: passage, in: article, mentioning: choice.figures) + compose([], choice.figures).blocks, hasCards: false)
        if composed.hasCards { left.removeAll { indicator in beside.prefix(2).contains { $0.id == indicator.id } } }
        chapter.blocks += composed.blocks
      }
    }
    chapter.pictogram = pictogram(of: indicators, stated: sections.flatMap(\.paragraphs), in: article.id)
    chapter.blocks = varied(chapter.blocks, left: &left, of: indicators)
    // What stands among the key figures, a page or two before, is no news.
    let cards = headIndicators(left.filter { !shown.contains(card($0).identity) })
    chapter.blocks = withMarginalCards(
      chapter.blocks, of: left.filter { indicator in !cards.contains { $0.id == indicator.id } && weight(indicator) >= 0 })
    if !cards.isEmpty { chapter.blocks.insert(.cards(keyCards(cards)), at: 0) }
    // One finding is its section's heading already.
    chapter.lead = findings.count > 1 ? lead(Array(findings.prefix(3))) : []
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
        chapter.blocks.append(.heading(level: 2, [.text(headline(main, context: chartWords))], anchor: nil))
      }
      chapter.blocks += compose([], choice.figures).blocks
    }
    return chapter
  }

  /// No form of figure stands in a chapter more than twice: what would be the third growth and so on becomes one figure of all
  /// growths, other figures' indicators go to the cards.
  private func varied(_ blocks: [ReportBlock], left: inout [Indicator], of indicators: [Indicator]) -> [ReportBlock] {
    var counts: [String: Int] = [:]
    var dropped: [ChartFigure] = []
    func keep(_ figure: ChartFigure) -> Bool {
      let form = figure.form
      counts[form, default: 0] += 1
      if counts[form, default: 0] <= 2 { return true }
      dropped.append(figure)
      return false
    }
    var out: [ReportBlock] = []
    for block in blocks {
      switch block {
      case .chart(let figure): if keep(figure) { out.append(block) }
      case .beside(let text, let figure): out += keep(figure) ? [block] : text
      case .chartRow(let figures):
        let kept = figures.filter(keep)
        if kept.count == 1 {
          // Alone it has the whole width, where a ring would leave half of it open.
          let bar = kept[0].acrossThePage
          let hasRoom = bar.form != kept[0].form && counts[bar.form, default: 0] < 2
          if hasRoom {
            counts[kept[0].form, default: 0] -= 1
            counts[bar.form, default: 0] += 1
          }
          out.append(.chart(hasRoom ? bar : kept[0]))
        } else if kept.count > 1 {
          out.append(.chartRow(kept))
        }
      case .row(let row):
        guard let figure = row.charts.first, !keep(figure) else {
          out.append(block)
          continue
        }
        // Without the figure they go to the side of the text again.
        let cards = row.cells.flatMap { cell -> [Card] in if case .stack(let cards) = cell { cards } else { [] } }.map(\.figure.identity)
        left += indicators.filter { cards.contains(keyCard($0).figure.identity) }
      default: out.append(block)
      }
    }
    guard !dropped.isEmpty else { return blocks }
    let anchors = Set(dropped.compactMap(\.anchor))
    out = out.map { $0.withoutMentions(of: anchors) }
    let told = indicators.filter { indicator in FigureKind.allCases.contains { anchors.contains(figureLabel(indicator.id, $0)) } }
    left = told + left
    // Of one document the key figures show it.
    guard evidence.set.documents.count > 1 else { return out }
    let changed = indicators.filter { !$0.changes.isEmpty && weight($0) >= 0 && !isContradicted($0) }
    if !changed.isEmpty, let spec = FigureSpec.growth(changed, context: chartWords), spec.comparesEnough {
      out.insert(.chart(ChartFigure(spec, anchor: figureLabel(changed[0].id, .growths))), at: 0)
    }
    return out
  }

  /// `广东：…` where the report speaks of several places and the heading does not name its own.
  private func areaNamed(_ title: String, _ area: String?) -> String {
    guard areas.count > 1, let area, !title.contains(area) else { return title }
    return area + (language.isChinese ? "：" : ": ") + title
  }
}

extension String {
  /// Whether it holds other words, blanks aside.
  fileprivate func says(_ words: String) -> Bool {
    !words.isEmpty && filter { !$0.isWhitespace }.contains(words.filter { !$0.isWhitespace })
  }

  /// Without the marks that set a heading off: ◎批發業, ■ 要点.
  fileprivate var withoutOrnament: String {
    let marks: Set<Character> = ["◎", "●", "○", "◆", "◇", "■", "□", "▲", "△", "★", "☆", "※", "＊", "▌", "►", "▶", "•", "·", " ", "\u{3000}"]
    let bare = String(drop { marks.contains($0) })
    return bare.isEmpty ? self : bare
  }
}

extension Array {
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
  }
}

extension [ReportSource.Chapter] {
  /// Chapters of one title told apart by a number: two articles may have one heading.
  fileprivate func named(by vocabulary: Vocabulary) -> [ReportSource.Chapter] {
    var counts: [String: Int] = [:]
    return map { chapter in
      counts[chapter.title, default: 0] += 1
      guard let count = counts[chapter.title], count > 1 else { return chapter }
      var copy = chapter
      copy.title = vocabulary.again(chapter.title, count)
      return copy
    }
  }
}

extension ReportBlock {
  /// Without the references to figures that are not printed: `（见图2-1、图2-2）`.
  fileprivate func withoutMentions(of anchors: Set<String>) -> ReportBlock {
    switch self {
    case .paragraph(let text): .paragraph(text.withoutMentions(of: anchors))
    case .beside(let text, let figure): .beside(text.map { $0.withoutMentions(of: anchors) }, figure)
    case .marginal(let text, let cards): .marginal(text.map { $0.withoutMentions(of: anchors) }, cards)
    default: self
    }
  }
}

extension [Inline] {
  fileprivate func withoutMentions(of anchors: Set<String>) -> [Inline] {
    func isGone(_ inline: Inline) -> Bool {
      if case .reference(let text, let anchor) = inline { text.isEmpty && anchors.contains(anchor) } else { false }
    }
    func isMention(_ inline: Inline) -> Bool {
      if case .reference(let text, let anchor) = inline { text.isEmpty && anchor.hasPrefix("figure-") } else { false }
    }
    guard let first = firstIndex(where: isMention), let last = lastIndex(where: isMention), first > 0, last + 1 < count,
      contains(where: isGone)
    else { return self }
    let kept = self[first...last].filter { isMention($0) && !isGone($0) }
    guard !kept.isEmpty else { return Array(self[..<(first - 1)]) + Array(self[(last + 2)...]) }
    var mentions: [Inline] = []
    for (i, mention) in kept.enumerated() {
      if i > 0, case .text(let comma) = self[first + 1] { mentions.append(.text(comma)) }
      mentions.append(mention)
    }
    return Array(self[..<first]) + mentions + Array(self[(last + 1)...])
  }
}
