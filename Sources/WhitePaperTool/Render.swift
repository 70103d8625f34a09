import ArgumentParser
import Diagnostics
import Scene
import WhitePaper

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", _superCommandName: "whitepaper",
    abstract: "Makes a white paper of articles, indicator sets or one report source.",
    discussion: """
      The suffix of the output decides what is written: .pdf, .png (a file a page), .svg, .scene.json; .docx, .pptx, .xlsx for \
      office programs; or .report.md: the report as editable text, to be rendered again.
      """)

  @Argument(help: "Articles (.txt .md .html), indicator sets (.yaml .json .jsonl .csv), or a .report.md; - is standard input.")
  var inputs: [String]
  @Option(name: .shortAndLong, help: "Where to write; - is standard output.") var output: String
  @Option(help: "A layout's name or file: annual, brief, study, slides, long-image, card, square.") var layout: String?
  @Option(help: "Sheets to keep, such as 3, 2-5 or 1,3-5.") var pages: String?
  @Option(help: "Resolution of PNG pages; 144 when left out.") var dpi: Double?
  @Option(help: "Pixels of PNG for one pixel of a design in pixels; 1 when left out.") var scale: Double?
  @Option(name: .customLong("pdf-standard"), help: "a-3a (what is meant when left out), a-2a (without the sources inside) or none.")
  var pdfStandard: String?
  @Flag(help: "Leave out of PDF and PNG what `whitepaper verify` compares: sources, figures, manifest.") var noEvidence = false
  @Option(help: "pdf, png, svg, scene.json, docx, pptx, xlsx or report.md, whatever the suffix.") var format: String?
  @Option(name: .customLong("allow"), help: "A folder that a report may read beside its own; may be given several times.")
  var allowed: [String] = []
  @Flag(help: "Set beside each page the sentences that its figures come from, and how each figure was read.") var review = false
  @Option(help: "Where to write which figures are told, and on which pages: a .csv or .json file.") var coverage: String?
  @Flag(help: "Say of each claim that the figures prove why it is told or not.") var explain = false
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("no input was given") }
    if let dpi, !(10...1200).contains(dpi) { throw ValidationError("--dpi lies between 10 and 1200") }
    if let scale, !(scale > 0 && scale <= 16) { throw ValidationError("--scale lies between 0 and 16") }
    _ = try (pageFormat(), drawing.language(), selection(), usage { () throws(Diagnostic) in try pdfStandard.map(Workshop.checkStandard) })
    _ = try unheeded()
    if let coverage, !coverage.hasSuffix(".csv"), !coverage.hasSuffix(".json") {
      throw ValidationError("--coverage writes a .csv or a .json file")
    }
    if let coverage, coverage == output { throw ValidationError("--coverage and --output name one file") }
  }

  private func unheeded() throws -> [Diagnostic] {
    let given: [(PageFormat.Option, Bool)] = [
      (.pages, pages != nil), (.dpi, dpi != nil), (.scale, scale != nil), (.pdfStandard, pdfStandard != nil), (.noEvidence, noEvidence),
      (.review, review), (.coverage, coverage != nil),
    ]
    return try warnings(unheeded: given.filter(\.1).map(\.0), in: pageFormat())
  }

  /// Pages of one design have their resolution by `--dpi` or by `--scale`.
  private func unused(on document: PagedDocument) -> [Diagnostic] {
    let inPixels = document.pages.allSatisfy(\.isPixelDesign)
    if inPixels, dpi != nil {
      return [.warning("option.without-effect", "--dpi has no effect: these pages are designed in pixels", hint: "use --scale")]
    }
    if !inPixels, scale != nil {
      return [.warning("option.without-effect", "--scale has no effect: these pages are designed in points", hint: "use --dpi")]
    }
    return []
  }

  private func pageFormat() throws -> PageFormat { try usage { () throws(Diagnostic) in try PageFormat(of: output, named: format) } }
  private func selection() throws -> PageSelection? {
    try usage { () throws(Diagnostic) in try pages.map { text throws(Diagnostic) in try PageSelection(text) } }
  }

  func run() throws {
    common.report(try unheeded())
    let job = try job()
    try common.run { () throws(Diagnostics) in
      let workshop = try Workshop(fontFolders: drawing.fontDirectories, conceptFiles: evidence.concepts, codeFiles: evidence.codes)
        .forOneWork()
      if !evidence.concepts.isEmpty { common.report(try workshop.conceptFindings) }
      try write(job, with: workshop, showsNext: true)
    }
  }

  /// What is written, and how.
  struct Job {
    var format: PageFormat
    var options: RenderOptions
  }

  /// - Throws: wrong usage.
  func job() throws -> Job {
    let (format, language, selection) = try (pageFormat(), drawing.language(), selection())
    var options = RenderOptions()
    options.layout = layout
    options.theme = drawing.theme
    options.language = language
    options.pages = selection ?? options.pages
    options.dpi = dpi ?? options.dpi
    options.scale = scale ?? options.scale
    if format == .pdf { options.pdfStandard = pdfStandard ?? options.pdfStandard }
    options.withEvidence = format.carriesEvidence && !noEvidence
    options.corrections = evidence.corrections
    options.allowed = allowed
    options.explains = explain
    options.isReview = review
    return Job(format: format, options: options)
  }

  /// The pages, and the file that says what they tell.
  private func laidOut(_ workshop: Workshop, _ options: RenderOptions) throws(Diagnostics)
    -> (document: Warned<PagedDocument>, told: [(path: String, bytes: [UInt8])])
  {
    guard let coverage else { return (try workshop.render(inputs, options: options), []) }
    let (document, told) = try workshop.render(inputs, options: options, coverageNamed: coverage)
    return (document, [(coverage, told)])
  }

  func write(_ job: Job, with workshop: Workshop, showsNext: Bool) throws(Diagnostics) {
    let format = job.format
    var options = job.options
    options.date = try Diagnostics.several { () throws(Diagnostic) in try sourceDate() }
    let sources = inputs + evidence.files + drawing.files + (layout.map { [$0] } ?? [])
    let files: [(path: String, bytes: [UInt8])]
    if format == .report {
      let text = try workshop.reportText(inputs, options: options, output: output)
      common.report(text.diagnostics, showsNotes: explain)
      files = [(output, Array(text.value.utf8))]
    } else if format.isOffice {
      let document = try workshop.officeDocument(inputs, as: format, options: options)
      common.report(document.diagnostics, showsNotes: explain)
      files = [(output, document.value)]
    } else {
      let (document, told) = try laidOut(workshop, options)
      common.report(document.diagnostics, showsNotes: explain)
      if format == .png { common.report(unused(on: document.value)) }
      files =
        try Diagnostics.several { () throws(Diagnostic) in
          try workshop.bytes(of: document.value, as: format, named: output, options: options)
        } + told
    }
    let next =
      switch format {
      case .pdf where options.withEvidence && options.pdfStandard == "a-3a": "whitepaper verify \(output)"
      case .report: "edit it, then whitepaper render \(output) -o paper.pdf"
      default: String?.none
      }
    try writing.finish(files, over: sources, workshop, common, next: showsNext ? next : nil)
  }
}
