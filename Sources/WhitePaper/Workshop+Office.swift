import AllCores
import CairoExport
public import Diagnostics
import Fonts
import Foundation
import Geometry
import Indicators
import OpenPackaging
import PNG
import Report
import SVGExport
import Scene
import SlidesExport
import StructuredData
import WordExport
import WorkbookExport

extension Workshop {
  /// Makes a report as a document for an office program: `docx`, `pptx` or `xlsx`.
  ///
  /// A presentation of articles has the layout `slides` unless another is asked for.
  /// - Throws: all that is wrong, what a figure finds wrong while it is drawn included.
  public func officeDocument(_ paths: [String], as format: PageFormat, options: RenderOptions = RenderOptions()) throws(Diagnostics)
    -> Warned<[UInt8]>
  {
    var options = options
    if format == .pptx, options.layout == nil, !paths.contains(where: { $0.hasSuffix(".report.md") || $0.hasSuffix(".report.markdown") }) {
      options.layout = "slides"
    }
    guard options.pages == nil else {
      throw Diagnostics(
        .error("pages.office", "pages of .\(format.rawValue) cannot be chosen: the office program makes them", hint: "leave --pages out"))
    }
    if let damaged = fonts.problems.first { throw Diagnostics(damaged) }
    let prepared = try prepare(paths, options: options)
    let layout = prepared.layout
    let report = layout.sections == [.card] ? try cardReport(prepared) : expanded(prepared.report, evidence: prepared.source.evidence)
    var unprinted: [Diagnostic] = []
    if layout.bleed > .zero || layout.hasCropMarks {
      unprinted.append(
        .warning(
          "layout.bleed", "documents of office programs have no bleed and no crop marks", hint: "write a PDF for the printers"))
    }
    if prepared.styles.logo != nil {
      unprinted.append(
        .warning("theme.logo", "documents of office programs are made without the logo of the theme", hint: "set it there, or write a PDF"))
    }
    let made = Manuscript.make(
      of: report, layout: layout, styles: prepared.styles, charts: prepared.figures, date: prepared.date
    ) { place, figure in
      format == .pptx ? SlideDesign(layout).figureSize(place, figure) : WordPage(layout).figureSize(place)
    }
    var findings = prepared.findings + unprinted + made.diagnostics + pageFiles.pictogramProblems
    guard !findings.contains(where: { $0.severity == .error }) else { throw Diagnostics(findings) }
    guard !made.value.source.chapters.isEmpty else {
      throw Diagnostics(.error("layout.empty", "the report has nothing for the sections of the layout “\(layout.name)”"))
    }
    let program = ("WhitePaper", WhitePaperVersion.current)
    let set = prepared.source.evidence.set
    let data = set.observations.isEmpty ? nil : (figuresXML(set), figuresNamespace)
    let document = try Diagnostics.several { () throws(Diagnostic) -> Warned<[UInt8]> in
      switch format {
      case .pptx:
        let pictures = try mediaPictures(of: made.value, scale: 3.5)
        return try slides(made.value, pictures: pictures, program: program, data: data)
      case .xlsx:
        return try workbook(made.value, set: set)
      default:
        let pictures = try mediaPictures(of: made.value, scale: 2)
        return try wordDocument(made.value, pictures: pictures, program: program, data: data)
      }
    }
    findings += document.diagnostics
    return Warned(document.value, findings)
  }

  /// The one chart of a card as a report of its own.
  private func cardReport(_ prepared: PreparedReport) throws(Diagnostics) -> ReportSource {
    guard var figure = planCard(prepared.source.evidence, language: prepared.report.language) else {
      throw Diagnostics(.error("card.none", "none of the figures makes a chart", hint: "write a chart spec and use `chart`"))
    }
    figure.anchor = nil
    var chapter = ReportSource.Chapter(title: "", blocks: [.chart(figure)], isNumbered: false)
    chapter.section = .card
    var report = prepared.report
    report.title = figure.title ?? report.title
    report.chapters = [chapter]
    return report
  }

  private func workbook(_ manuscript: Manuscript, set: IndicatorSet) throws(Diagnostic) -> Warned<[UInt8]> {
    let temporary = FileManager.default.temporaryDirectory.appending(path: "whitepaper-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let findings = try writeReportWorkbook(manuscript, set: set, to: temporary)
    return Warned(try readFile(temporary), findings)
  }

  /// The pictures of a manuscript as vectors and pixels, drawn on all cores.
  ///
  /// - Parameter scale: pixels for a point.
  private func mediaPictures(of manuscript: Manuscript, scale: Double) throws(Diagnostic) -> [MediaPicture] {
    let pictures = manuscript.pictures
    let (fonts, language) = (self.fonts.resources, manuscript.language)
    let results = onAllCores(pictures.count) { media(of: pictures[$0], scale: scale, fonts: fonts, language: language) }
    return try results.map { result throws(Diagnostic) in try result.get() }
  }
}

private func media(of picture: Manuscript.Picture, scale: Double, fonts: [FontResource], language: Language) -> Result<
  MediaPicture, Diagnostic
> {
  do throws(Diagnostic) {
    switch picture {
    case .photograph(let image):
      return .success(MediaPicture(svg: nil, png: encodePNG(PixelImage(width: image.width, height: image.height, pixels: image.pixels))))
    case .drawing(let frame, let images, let isOpaque):
      let page = Page(number: 1, label: "", frame: frame, isPixelDesign: true)
      var renderer = PixelRenderer(fonts: fonts, images: images)
      let png = try renderer.png(of: page, scale: scale, background: isOpaque ? .white : nil)
      let vectors = svg(page, fonts: fonts, images: images, options: SVGOptions(language: language) { _ in nil })
      return .success(MediaPicture(svg: Array(vectors.utf8), png: png))
    }
  } catch {
    return .failure(error)
  }
}
