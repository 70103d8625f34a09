import Diagnostics
package import Indicators
package import Scene
import StructuredData

/// Which figures of the sources a paper tells, and on which pages: what an editor asks before it is printed.
package struct Coverage: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var figure: Observation
    /// As a page prints it.
    package var text: String
    /// Labels of the pages that tell it and lead to its sentence, without those that list all figures and their sources.
    package var pages: [String]
  }
  /// In the order of the sources.
  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }

  package var told: Int { entries.count { !$0.pages.isEmpty } }

  /// - Parameters:
  ///   - document: whole, without review notes.
  ///   - lists: sheets that only list what was read.
  package init(of document: PagedDocument, evidence: Evidence, language: FigureLanguage, lists: Set<Int>) {
    let numbers = SourceNumbers(evidence.set.observations, documents: evidence.set.documents)
    let anchors = numbers.byAnchor
    let pages = document.pages.filter { !lists.contains($0.number) }.map { (label: $0.label, cited: CitedPage($0, sentences: anchors)) }
    var pagesOfSentence: [Int: [Int]] = [:]
    for (i, page) in pages.enumerated() {
      for sentence in page.cited.sentences { pagesOfSentence[sentence, default: []].append(i) }
    }
    entries = evidence.set.observations.map { figure in
      let text = figureText(figure, in: language)
      var told: Set<Int> = []
      for source in [figure.source].compactMap({ $0 }) + (figure.source?.repeats ?? []) {
        guard let sentence = numbers.entry(for: source)?.number else { continue }
        told.formUnion((pagesOfSentence[sentence] ?? []).filter { pages[$0].cited.tells([text, source.text], of: sentence) })
      }
      return Entry(figure: figure, text: text, pages: told.sorted().map { pages[$0].label })
    }
  }
}

extension Coverage {
  /// A line a figure: what it is, where it is stated, and the pages that tell it.
  package var csv: String {
    let head = ["id", "name", "text", "area", "period", "kind", "status", "document", "line", "pages"]
    let rows = entries.map { entry -> [String?] in
      let (figure, source) = (entry.figure, entry.figure.source)
      return [
        figure.id, figure.name, entry.text, figure.area, figure.period?.description, figure.kind.rawValue, figure.status.rawValue,
        source?.document, source?.position.map { String($0.line) }, entry.pages.joined(separator: "; "),
      ]
    }
    return ([head] + rows).map { $0.map { csvCell($0) }.joined(separator: ",") + "\n" }.joined()
  }

  package var json: String {
    let rows = entries.map { entry -> Node in
      let (figure, source) = (entry.figure, entry.figure.source)
      func text(_ value: String?) -> Node { value.map { .string($0) } ?? .null }
      return .mapping([
        ("id", .string(figure.id)), ("name", .string(figure.name)), ("text", .string(entry.text)), ("area", text(figure.area)),
        ("period", text(figure.period?.description)), ("kind", .string(figure.kind.rawValue)), ("status", .string(figure.status.rawValue)),
        ("document", text(source?.document)), ("line", source?.position.map { .number($0.line) } ?? .null),
        ("pages", .sequence(entry.pages.map { .string($0) })),
      ])
    }
    return Node.mapping([("read", .number(entries.count)), ("told", .number(told)), ("figures", .sequence(rows))]).json() + "\n"
  }
}
