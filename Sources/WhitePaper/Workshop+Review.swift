import Diagnostics
import Indicators
import Report
import Scene

extension Workshop {
  /// Which figures some pages tell, and the pages with a column beside each that shows where its figures come from.
  ///
  /// - Parameters:
  ///   - report: what the pages were made of.
  ///   - withColumns: false: the pages stay as they are.
  func reviewed(
    _ document: PagedDocument, of report: ReportSource, _ prepared: PreparedReport, withColumns: Bool
  ) -> (document: Warned<PagedDocument>, coverage: Coverage) {
    let (layout, evidence) = (prepared.layout, prepared.source.evidence)
    let lists = listSheets(of: document, report: report, layout: layout)
    let coverage = Coverage(
      of: document, evidence: evidence, language: FigureLanguage(tag: prepared.styles.language.rawValue), lists: lists)
    var findings: [Diagnostic] = []
    if !layout.sections.contains(.sources) {
      findings.append(
        .warning(
          "review.none", "the layout “\(layout.name)” has no sentences of the sources, to which its figures could lead",
          hint: "add `sources` to its sections"))
    }
    guard withColumns else { return (Warned(document, findings), coverage) }
    let edition = ReviewEdition(layout: layout, styles: prepared.styles, evidence: evidence)
      .edition(of: document, coverage: coverage, lists: lists)
    return (Warned(edition.value, findings + edition.diagnostics), coverage)
  }

  func nothingToReview(inPictureOf layout: Layout) -> Diagnostic {
    .warning("review.none", "a picture of the layout “\(layout.name)” leads to no sentences that could be reviewed")
  }
}
