import AllCores
package import Diagnostics
import Geometry
import Indicators
import PageLayout
package import Scene
import Typesetting

/// A copy of a paper for those who check it: beside each page stand the sentences that its figures come from, and how each
/// figure was read.
package struct ReviewEdition {
  let layout: Layout
  let styles: Styles
  let evidence: Evidence
  private let language: FigureLanguage
  let vocabulary: Vocabulary
  private let entries: [Int: SourceNumbers.Entry]
  private let anchors: [String: Int]
  /// Figures by the number of the sentence that states them.
  private var figures: [Int: [Observation]] = [:]

  package init(layout: Layout, styles: Styles, evidence: Evidence) {
    (self.layout, self.styles, self.evidence) = (layout, styles, evidence)
    language = FigureLanguage(tag: styles.language.rawValue)
    vocabulary = Vocabulary(styles.language)
    let numbers = SourceNumbers(evidence.set.observations, documents: evidence.set.documents)
    entries = Dictionary(numbers.entries.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    anchors = numbers.byAnchor
    for figure in evidence.set.observations {
      for source in [figure.source].compactMap({ $0 }) + (figure.source?.repeats ?? []) {
        if let entry = numbers.entry(for: source) { figures[entry.number, default: []].append(figure) }
      }
    }
  }

  /// The document with a column of notes beside each page that leads to sentences.
  ///
  /// - Parameters:
  ///   - coverage: of the document; the first column says how much of what was read is told.
  ///   - lists: sheets that only list what was read: they have no notes.
  /// - Returns: with `review.crowded` for each page that has more notes than room.
  package func edition(of document: PagedDocument, coverage: Coverage, lists: Set<Int>) -> Warned<PagedDocument> {
    var copy = document
    let cited = onAllCores(document.pages.count) { i in CitedPage(document.pages[i], sentences: anchors) }
    let first = document.pages.indices.first { !lists.contains(document.pages[$0].number) && !cited[$0].citations.isEmpty }
    let made = onAllCores(document.pages.count) { i -> Warned<Page> in
      let page = document.pages[i]
      let notes = lists.contains(page.number) ? [] : notes(of: cited[i])
      // Those of the document itself count from 0.
      let tags = TagNumbers(from: -(i + 1) * 100_000)
      return withColumn(page, notes, head: i == first ? vocabulary.told(coverage.told, of: coverage.entries.count) : nil, tags: tags)
    }
    copy.pages = made.map(\.value)
    return Warned(copy, made.flatMap(\.diagnostics))
  }

  /// A note for each sentence, in the order in which the page comes to them.
  private func notes(of page: CitedPage) -> [ReviewNote] {
    var order: [Int] = []
    var areas: [Int: [Rect]] = [:]
    for citation in page.citations {
      if areas[citation.sentence] == nil { order.append(citation.sentence) }
      areas[citation.sentence, default: []] += citation.areas
    }
    return order.compactMap { number -> ReviewNote? in
      guard let entry = entries[number], let places = areas[number], let top = places.map(\.minY).min() else { return nil }
      let own = (figures[number] ?? []).filter { page.tells([figureText($0, in: language), $0.source?.text ?? ""], of: number) }
      return ReviewNote(
        number: number, sentence: printForm(of: entry.sentence, language: styles.language), readings: own.map(reading), areas: places,
        top: top)
    }.enumerated().sorted { ($0.element.top, $0.offset) < ($1.element.top, $1.offset) }.map(\.element)
  }

  /// The figure, and what it was taken for.
  private func reading(_ figure: Observation) -> ReviewNote.Reading {
    let words = [figure.name, figure.scope, figure.gapFrom, vocabulary.kind(figure.kind)].compactMap { $0 }
    var doubts: [String] = []
    if figure.status != .fact { doubts.append(vocabulary.status(figure.status)) }
    if figure.periodIsAssumed { doubts.append(vocabulary.assumedPeriod) }
    if let confidence = figure.confidence { doubts.append(vocabulary.confidence(confidence.printed())) }
    let ground = [figure.area, periodText(of: figure, in: language)].compactMap { $0 }
    return ReviewNote.Reading(
      figure: figureText(figure, in: language), words: words.joined(separator: vocabulary.comma),
      ground: ground.joined(separator: vocabulary.comma), doubts: doubts)
  }
}

/// A sentence in the margin of a page, with the figures of the page that it states.
struct ReviewNote {
  struct Reading {
    var figure: String
    var words: String
    /// Whose it is, and when.
    var ground: String
    /// What an editor should look at twice.
    var doubts: [String]
  }
  var number: Int
  var sentence: String
  var readings: [Reading]
  /// Of what leads to the sentence, in the coordinates of the page.
  var areas: [Rect]
  /// The upper edge of the first.
  var top: Length
}
