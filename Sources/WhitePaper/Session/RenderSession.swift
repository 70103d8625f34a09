import CairoExport
package import Diagnostics
import Report
package import Scene
package import StructuredData

/// A report that is rendered again and again while its files change.
package struct RenderSession: Sendable {
  private let workshop: WatchedWorkshop
  private let paths: [String]
  private let options: RenderOptions

  package init(_ workshop: Workshop, paths: [String], options: RenderOptions) {
    self.workshop = WatchedWorkshop(workshop)
    self.paths = paths
    var options = options
    // An edition is looked at; what a file of it would carry with it is not made.
    options.pdfStandard = PDFStandard.none.rawValue
    self.options = options
  }

  /// A state of the report: its pages, and where what is printed on them comes from.
  package struct Edition: Sendable {
    package var document: PagedDocument
    /// The sentences that figures lead to, by anchor.
    package var sentences: [String: Sentence] = [:]
    /// In the order of the text.
    package var figures: [Figure] = []
  }

  package struct Sentence: Hashable, Sendable {
    package var text: String
    package var document: String
    package var line: Int?
    package var column: Int?
  }

  package struct Figure: Hashable, Sendable {
    package var anchor: String?
    package var title: String
    /// What those are told who do not see it, at the sizes it was set at.
    package var descriptions: Set<String>
    package var spec: Node
    package var document: String?
    package var line: Int?
  }

  /// The report as its files are now.
  ///
  /// - Parameter before: the stamps of the edition before.
  /// - Returns: the edition or what hinders it, and the stamps of all files that it asked for.
  package func edition(after before: FileStamps? = nil) -> (result: Result<Warned<Edition>, Diagnostics>, stamps: FileStamps) {
    workshop.edition(of: paths, after: before) { workshop throws(Diagnostics) in try workshop.edition(paths, options: options) }
  }
}

extension Workshop {
  fileprivate func edition(_ paths: [String], options: RenderOptions) throws(Diagnostics) -> Warned<RenderSession.Edition> {
    let laidOut = try layOut(paths, options: options)
    var edition = RenderSession.Edition(document: laidOut.document.value)
    let source = laidOut.prepared.source
    let numbers = SourceNumbers(source.evidence.set.observations, documents: source.evidence.set.documents)
    let places = Dictionary(
      source.evidence.set.observations.compactMap(\.source).flatMap { [$0] + $0.repeats }.map {
        (SourceKey(document: $0.document, start: $0.sentenceRange.lowerBound), $0.position)
      }, uniquingKeysWith: { first, _ in first })
    for entry in numbers.entries {
      let position = places[SourceKey(document: entry.document, start: entry.range.lowerBound)] ?? nil
      edition.sentences[entry.anchor] = RenderSession.Sentence(
        text: entry.sentence, document: entry.document, line: position?.line, column: position?.column)
    }
    for figure in laidOut.prepared.report.figures {
      let span = figure.written?.span
      edition.figures.append(
        RenderSession.Figure(
          anchor: figure.anchor, title: figure.title ?? "",
          descriptions: laidOut.prepared.figures.descriptions(of: figure.spec), spec: figure.spec, document: span?.document ?? source.path,
          line: span?.start?.line))
    }
    return Warned(edition, laidOut.document.diagnostics)
  }
}

private struct SourceKey: Hashable {
  var document: String
  var start: Int
}
