import Indicators
import Scene
import Story
import StructuredData

/// What a slide is made of, before those that a card would be alone on are joined.
private struct Slide {
  var title: String
  var text: [ReportBlock]
  var leading: InfographicRow.Cell?
  /// The one figure that it tells, if it tells one.
  var lead: Indicator?
  /// Figures beside it.
  var others: [Indicator] = []

  /// Whether its figure is low, as a bar of parts is, so that a card beside it leaves it its size.
  var hasRoomBeside: Bool { if case .chart(let figure)? = leading { figure.mark != "ring" } else { false } }
  /// Whether a card is all it has.
  var isLone: Bool { if case .hero? = leading { others.isEmpty } else { false } }
}

extension Planner {
  /// A slide for each chosen claim, with the figures that its sentence states besides. What would be a card alone is joined by the nearest
  /// such claim of its place; what tells one figure and nothing else, by what the article says beside it.
  func claimSlides(count: Int) -> [ReportSource.Chapter] {
    var forms = FigureForms()
    var sentences: Set<Int> = []
    let chosen = chosenGroups(count: count)
    var together = placesTogether(chosen, most: mostRows)
    var slides: [Slide] = []
    for group in chosen {
      guard together.shown.contains(group.lead.id) else {
        slides.append(slide(group, forms: &forms, sentences: &sentences))
        continue
      }
      slides += together.figures.map { figure in
        Slide(title: figure.title ?? "", text: [], leading: .chart(figure.below(headline: figure.title ?? "")))
      }
      together.figures = []
    }
    return joined(slides).map { slide in
      var chapter = ReportSource.Chapter(title: slide.title, isNumbered: false)
      chapter.blocks = slide.leading.map { [row($0, slide.text, cards(of: slide))] } ?? slide.text
      return chapter
    }
  }

  /// The documents that the figures come from: slides list no sentences of theirs.
  func documentsSlide() -> ReportSource.Chapter {
    let documents = evidence.set.documents
    var chapter = ReportSource.Chapter(title: vocabulary.documents, isNumbered: false)
    let shown = documents.prefix(Planner.mostDocuments)
    var lines = shown.map(sourceTitle)
    if shown.count < documents.count { lines.append(vocabulary.documents(shown.count, of: documents.count)) }
    chapter.blocks = [.row(InfographicRow([InfographicRow.twelfths], [.reading(lines.map { .paragraph([.text($0)]) })]))]
    return chapter
  }

  /// Documents that a slide has room for.
  private static let mostDocuments = 5

  private func slide(_ group: ClaimGroup, forms: inout FigureForms, sentences: inout Set<Int>) -> Slide {
    if let (headline, table) = trendsTable(group) { return Slide(title: headline, text: [.table(table)]) }
    let told = told(group.lead)
    var slide = Slide(
      title: naming(group.lead.area, told.headline),
      text: sentence(of: group.lead, told, sentences: &sentences).map { [.paragraph($0)] } ?? [])
    if case .steps(let steps) = group.lead.subject {
      slide.leading = .steps(cards(of: steps))
    } else if let first = group.indicators.first {
      slide.lead = first
      slide.others = completed(group).companions
      let figure = forms.least(figures(for: [first]).figures)?.below(headline: told.headline)
      slide.leading = figure.map { .chart($0) } ?? .hero(keyCard(first))
    } else {
      // What several facts prove fills its slide with a figure in any case, of the form that was drawn least.
      slide.leading = forms.least(figures(of: group.lead, told: told), most: .max).map { .chart($0.below(headline: told.headline)) }
    }
    return slide
  }

  /// A headline that says whose, where the paper is of several places.
  func naming(_ area: String?, _ headline: String) -> String {
    guard areas.count > 1, let area else { return headline }
    let place = figureLanguage.inItsScript(area)
    return headline.contains(place) ? headline : language.isChinese ? place + headline : "\(place): \(headline)"
  }

  private func joined(_ slides: [Slide]) -> [Slide] {
    var waiting = slides[...]
    var joined: [Slide] = []
    var shown = Set(slides.flatMap { $0.others + [$0.lead].compactMap { $0 } }.map(\.id))
    while var slide = waiting.popFirst() {
      if slide.isLone,
        let next = waiting.indices.filter({ waiting[$0].isLone && waiting[$0].lead?.area == slide.lead?.area })
          .min(by: { distance(slide, waiting[$0]) < distance(slide, waiting[$1]) })
      {
        let other = waiting.remove(at: next)
        slide.others += [other.lead].compactMap { $0 }
        if length(slide.text + other.text) <= Planner.mostSlideText { slide.text += other.text }
      } else if let lead = slide.lead, slide.others.isEmpty, slide.hasRoomBeside || slide.isLone {
        slide.others = nearby(lead, besides: shown)
        shown.formUnion(slide.others.map(\.id))
      }
      joined.append(slide)
    }
    return joined
  }

  /// In sentences that state figures.
  private func distance(_ a: Slide, _ b: Slide) -> Int {
    guard let first = a.lead.flatMap({ statement(of: $0.lead) }), let second = b.lead.flatMap({ statement(of: $0.lead) }),
      first.document == second.document
    else { return .max }
    return abs(first.number - second.number)
  }

  /// In full characters; a third of a slide has about ten lines of twelve.
  private static let mostSlideText = 110.0
  /// Of a headline.
  private static let longestLine = 22.0

  private func length(_ text: [ReportBlock]) -> Double {
    text.reduce(0) { sum, block in if case .paragraph(let inlines) = block { sum + ems(inlines.text) } else { sum } }
  }

  /// Other figures of a place that stand at most two sentences from one.
  private func nearby(_ indicator: Indicator, besides shown: Set<Indicator.ID>) -> [Indicator] {
    guard let entry = statement(of: indicator.lead) else { return [] }
    let others = indicators(of: entry.document).enumerated().compactMap { offset, other -> (Indicator, Int, Int)? in
      guard other.area == indicator.area, other.name.count >= 3, weight(other) >= 0, !isContradicted(other), !shown.contains(other.id),
        let place = statement(of: other.lead), case let distance = abs(place.number - entry.number), distance <= 2
      else { return nil }
      return (other, distance, offset)
    }
    return others.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.prefix(2).map(\.0)
  }

  /// What else a slide shows: a card, or two below each other where these are low and the headline leaves them room.
  private func cards(of slide: Slide) -> [Card] {
    var cards = slide.others.prefix(2).map { keyCard($0) }
    guard cards.count == 2 else { return cards }
    guard !cards.contains(where: \.isQualified), ems(slide.title) <= Planner.longestLine else { return [cards[0]] }
    for i in cards.indices { cards[i].pictogram = nil }
    return cards
  }

  /// What is said at the left, the figure or card that leads, and cards at the right.
  private func row(_ leading: InfographicRow.Cell, _ text: [ReportBlock], _ cards: [Card]) -> ReportBlock {
    switch (text.isEmpty, cards.isEmpty, leading) {
    case (false, true, .chart(let figure)): .beside(text, figure)
    case (true, true, .chart(let figure)): .chart(figure)
    case (true, true, _): .row(InfographicRow([12], [leading]))
    case (false, true, _): .row(InfographicRow([4, 8], [.reading(text), leading]))
    case (true, false, _): .row(InfographicRow([8, 4], [leading, .stack(cards)]))
    case (false, false, _): .row(InfographicRow([4, 5, 3], [.reading(text), leading, .stack(cards)]))
    }
  }
}
