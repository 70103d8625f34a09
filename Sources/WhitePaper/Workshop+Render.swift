import CairoExport
import Charts
public import Diagnostics
import Digest
import Fonts
import Geometry
import Grammar
import Indicators
import Lingua
import Report
import SVGExport
public import Scene
import StructuredData
import Tables
import Typesetting

/// How a report is rendered.
public struct RenderOptions: Sendable {
  /// A name of ``Workshop/layoutNames`` or a file; nil: what the report asks for, else `annual`.
  public var layout: String?
  /// A name of ``Workshop/themeNames`` or a file; nil: what the report or the layout asks for.
  public var theme: String?
  /// nil: the report's own; of articles, the language that most of them are written in.
  public var language: Language?
  /// Sheets to keep, counted from 1; nil: all.
  public var pages: PageSelection?
  /// Resolution of PNG pages that are designed in millimetres.
  public var dpi: Double = 144
  /// Pixels of PNG for one pixel of a design in pixels.
  public var scale: Double = 1
  /// `a-3a` (PDF/A-3a and PDF/UA-1, in which files can be attached), `a-2a` (in which none can), or `none`.
  public var pdfStandard: String = "a-3a"
  /// Whether PDF/A-3 and PNG files carry the sources, figures and manifest that `whitepaper verify` compares.
  public var withEvidence = true
  /// Correction files for the figures of the inputs.
  public var corrections: [String] = []
  /// Folders that a report may read beside its own.
  public var allowed: [String] = []
  /// Seconds since 1970 for the file's dates; nil: the day of the newest article; without one, none is written.
  public var date: Int?
  /// Notes about each claim that the figures prove, how strong it is and why it is told or not; of a chart, what each pass made of it.
  public var explains = false
  /// Beside each page the sentences that its figures come from, and how each figure was read.
  public var isReview = false
  /// Leaves the background of a chart out.
  public var isTransparent = false

  /// The defaults of the command line.
  public init() {}

  /// Whether documents are given what they were made of: PDF/A-2 cannot hold it.
  var carriesEvidence: Bool { withEvidence && pdfStandard == PDFStandard.a3a.rawValue }
}

extension Workshop {
  /// Makes a report of articles and indicator sets, or of one `.report.md`.
  ///
  /// - Throws: all that is wrong, what a figure finds wrong while it is drawn included.
  public func render(_ paths: [String], options: RenderOptions = RenderOptions()) throws(Diagnostics)
    -> Warned<PagedDocument>
  { try layOut(paths, options: options).document }

  /// The same with a file that says which of the figures read are told, and on which pages.
  ///
  /// - Parameter name: of that file; `.csv` for a table, else JSON.
  package func render(_ paths: [String], options: RenderOptions, coverageNamed name: String) throws(Diagnostics)
    -> (document: Warned<PagedDocument>, coverage: [UInt8])
  {
    let (document, _, counted) = try layOut(paths, options: options, withCoverage: true)
    let coverage = counted ?? Coverage(entries: [])
    return (document, Array((name.hasSuffix(".csv") ? coverage.csv : coverage.json).utf8))
  }

  /// The pages with what they were made of.
  ///
  /// - Parameter withCoverage: whether it is reckoned which figures are told.
  func layOut(_ paths: [String], options: RenderOptions, withCoverage: Bool = false) throws(Diagnostics)
    -> (document: Warned<PagedDocument>, prepared: PreparedReport, coverage: Coverage?)
  {
    var prepared = try prepare(paths, options: options)
    prepared.figures.givesData = options.carriesEvidence
    let (layout, source, date) = (prepared.layout, prepared.source, prepared.date)
    var document: Warned<PagedDocument>
    var findings = prepared.findings
    var coverage: Coverage?
    if layout.sections == [.card] {
      document = try card(source.evidence, layout: layout, setting: prepared.figures, date: date)
      if options.isReview || withCoverage { findings.append(nothingToReview(inPictureOf: layout)) }
    } else {
      let report = expanded(prepared.report, evidence: source.evidence)
      document = assemble(
        report, layout: layout, styles: prepared.styles, charts: prepared.figures, fonts: fonts.resources, date: date,
        memory: memory?.chapters)
      if options.isReview || withCoverage {
        let reviewed = reviewed(document.value, of: report, prepared, withColumns: options.isReview)
        (document.value, coverage) = (reviewed.document.value, reviewed.coverage)
        document.diagnostics += reviewed.document.diagnostics
      }
    }
    // Stray characters of a file are reported with their place.
    let areLocated = findings.contains { $0.rule == "text.character" }
    findings += document.diagnostics.filter { !areLocated || $0.rule != "text.character" } + pageFiles.pictogramProblems
    guard !findings.contains(where: { $0.severity == .error }) else { throw Diagnostics(findings) }
    guard !document.value.pages.isEmpty else {
      throw Diagnostics(.error("layout.empty", "the report has nothing for the sections of the layout “\(layout.name)”"))
    }
    if let pages = options.pages {
      document.value = try document.value.keeping(pages)
    }
    if options.carriesEvidence {
      document.value.attachments = evidenceAttachments(source.files, set: source.evidence.set, document: document.value)
    }
    return (Warned(document.value, findings), prepared, coverage)
  }

  /// A report with all that it is laid out with.
  struct PreparedReport {
    var source: PlannedReport
    /// In the language that is asked for; the parts that show its data are not written out yet.
    var report: ReportSource
    var layout: Layout
    var styles: Styles
    var figures: FigureSetting
    var date: Int?
    /// Of the inputs, the layout and the theme.
    var findings: [Diagnostic]
  }

  /// Reads or plans a report, and what it is to be drawn with.
  func prepare(_ paths: [String], options: RenderOptions) throws(Diagnostics) -> PreparedReport {
    let source = try reportSource(paths, options: options)
    let design = try design(of: source.value, options: options)
    var report = source.value.report
    if let language = options.language { report.language = language }
    report.motif = report.motif ?? coverMotif(source.value.evidence, language: report.language)
    var styles = try Styles(design.theme, fonts: fonts, language: report.language)
    let lexicon = try Diagnostics.several { () throws(Diagnostic) in try languageFiles.lexicon() }
    styles.pictograms = pageFiles.pictogram
    styles.logo = design.logo
    styles.typesetter.words = { lexicon.words(in: $0, range: 0..<$0.count).map(\.range) }
    memory?.heed(.init(layout: source.value.report.layout, theme: source.value.report.theme, language: report.language))
    let figures = try figureSetting(styles, layout: design.layout, folder: paths.first ?? ".", reportFolder: source.value.folder)
    return PreparedReport(
      source: source.value, report: report, layout: design.layout, styles: styles, figures: figures,
      date: options.date ?? source.value.evidence.day, findings: source.diagnostics + design.findings + styles.findings)
  }

  /// The layout and theme of a report: what the user asks for, else what the report, else what the layout names.
  private func design(of planned: PlannedReport, options: RenderOptions) throws(Diagnostics)
    -> (layout: Layout, theme: Theme, logo: LoadedLogo?, findings: [Diagnostic])
  {
    var files = designs
    if options.layout == nil { files.reportFolder = planned.folder }
    let (layoutName, besides) =
      options.layout.map { (FileReference($0), nil) } ?? (planned.report.layout ?? FileReference("annual"), planned.path)
    let layoutPlace = try Diagnostics.several { () throws(Diagnostic) in
      try files.place(of: layoutName, .layout, beside: besides)
    }
    let layout = try files.read(layoutPlace, .layout, shape: Layout.shape)
    let themePlace: DesignFiles.Place
    if let named = options.theme {
      files.reportFolder = nil
      themePlace = try Diagnostics.several { () throws(Diagnostic) in
        try files.place(of: FileReference(named), .theme, beside: nil)
      }
    } else if let named = planned.report.theme {
      files.reportFolder = planned.folder
      themePlace = try Diagnostics.several { () throws(Diagnostic) in try files.place(of: named, .theme, beside: planned.path) }
    } else {
      themePlace = try Diagnostics.several { () throws(Diagnostic) in
        try files.place(of: layout.value.theme, .theme, beside: layoutPlace.path)
      }
    }
    let theme = try files.read(themePlace, .theme, shape: Theme.shape)
    let logo = try files.logo(of: theme.value)
    return (
      layout.value, theme.value.scaled(layout.value.typeScale), logo?.value,
      layout.diagnostics + theme.diagnostics + (logo?.diagnostics ?? [])
    )
  }

  /// The report as editable text: what the planner decided, in Markdown.
  ///
  /// The files it names are seen from `output`, where it will stand; without one they are named as the inputs are.
  public func reportText(_ paths: [String], options: RenderOptions = RenderOptions(), output: String? = nil)
    throws(Diagnostics) -> Warned<String>
  {
    let source = try reportSource(paths, options: options)
    let report = try written(source.value, options: options, output: output)
    return Warned(report.markdown(), source.diagnostics)
  }

  /// The report with all that decides how its pages look, files named as seen from `output`.
  private func written(_ planned: PlannedReport, options: RenderOptions, output: String?) throws(Diagnostics) -> ReportSource {
    var report = planned.report
    if let language = options.language { report.language = language }
    if let layout = options.layout { report.layout = FileReference(layout) }
    if let theme = options.theme { report.theme = FileReference(theme) }
    let base = output.flatMap { $0 == "-" ? nil : folderName($0) }
    func moved(_ file: FileReference, from owner: String?) throws(Diagnostic) -> FileReference {
      let path = owner.map { resolve(file.path, besides: $0) } ?? file.path
      guard let base else { return FileReference(path) }
      let seen = relativePath(of: path, from: base)
      // The digest lets the report read what lies outside of its folder.
      return seen.hasPrefix("../") ? FileReference(seen, digest: sha256(try files.bytes(path))) : FileReference(seen)
    }
    func design(_ file: FileReference, _ kind: DesignFiles.Kind, isAskedFor: Bool) throws(Diagnostic) -> FileReference {
      var files = designs
      if !isAskedFor { files.reportFolder = planned.folder }
      let place = try files.place(of: file, kind, beside: isAskedFor ? nil : planned.path)
      return place.isShipped ? FileReference(file.path) : try moved(FileReference(place.path), from: nil)
    }
    return try Diagnostics.several { () throws(Diagnostic) in
      report.theme = try report.theme.map { file throws(Diagnostic) in
        try design(file, .theme, isAskedFor: options.theme != nil)
      }
      if report.theme == nil, let theme = try themeOfOwnLayout(report.layout, planned, isAskedFor: options.layout != nil), base != nil {
        // The theme that stands beside a layout must be readable from the report too.
        let seen = try moved(FileReference(theme.path), from: nil)
        if seen.digest != nil { report.theme = seen }
      }
      report.layout = try report.layout.map { file throws(Diagnostic) in
        try design(file, .layout, isAskedFor: options.layout != nil)
      }
      report.data =
        try report.data.map { file throws(Diagnostic) in try moved(file, from: planned.path) }
        + planned.others.map { path throws(Diagnostic) in try moved(FileReference(path), from: nil) }
      report.corrections =
        try report.corrections.map { file throws(Diagnostic) in try moved(file, from: planned.path) }
        + options.corrections.map { path throws(Diagnostic) in try moved(FileReference(path), from: nil) }
      return report
    }
  }

  /// Where the theme of a layout file is, if it is a file too.
  private func themeOfOwnLayout(_ layout: FileReference?, _ planned: PlannedReport, isAskedFor: Bool) throws(Diagnostic) -> DesignFiles
    .Place?
  {
    guard let layout else { return nil }
    var files = designs
    if !isAskedFor { files.reportFolder = planned.folder }
    let place = try files.place(of: layout, .layout, beside: isAskedFor ? nil : planned.path)
    guard !place.isShipped else { return nil }
    do throws(Diagnostics) {
      let theme = try files.read(place, .layout, shape: Layout.shape).value.theme
      let found = try Diagnostics.several { () throws(Diagnostic) in try files.place(of: theme, .theme, beside: place.path) }
      return found.isShipped ? nil : found
    } catch {
      throw error.all.first ?? .error("layout.unreadable", "the layout cannot be read", at: layout.span)
    }
  }

  struct PlannedReport {
    var report: ReportSource
    var evidence: Evidence
    /// The `.report.md`; nil where it was planned from the inputs.
    var path: String?
    /// Data that were given beside the report.
    var others: [String] = []
    var folder: ReportFolder?
    /// What was read, the report itself first.
    var files: [SourceFile] = []
  }

  private func reportSource(_ paths: [String], options: RenderOptions) throws(Diagnostics) -> Warned<PlannedReport> {
    guard !paths.isEmpty else { throw Diagnostics(.error("input.none", "no input was given")) }
    // Said for articles too, which read nothing beside themselves.
    _ = try Diagnostics.several { () throws(Diagnostic) in try ReportFolder.folders(options.allowed) }
    let reports = paths.filter { $0.hasSuffix(".report.md") || $0.hasSuffix(".report.markdown") }
    if let path = reports.first {
      guard reports.count == 1 else {
        throw Diagnostics(
          .error("input.reports", "one report is rendered at a time", at: SourceSpan(document: reports[1]), hint: "name its data only"))
      }
      return try editedReport(path, others: paths.filter { $0 != path }, options: options)
    }
    conceptFiles.readAhead()
    let reading = try read(paths, corrections: options.corrections)
    let language = options.language ?? mainLanguage(of: reading.value.articles)
    var evidence = Evidence(
      articles: reading.value.articles, set: reading.value.set, concepts: try concepts, words: try languageFiles.story(),
      language: FigureLanguage(tag: language.rawValue))
    evidence.rows = try pageFiles.rows()
    evidence.pictograms = pageFiles.pictogramNames
    guard !evidence.set.observations.isEmpty else {
      throw Diagnostics(.error("figures.none", "no figures were found in the inputs"))
    }
    // What is told depends on the layout; its own findings come when it is read for the pages.
    let layout = try self.layout(options.layout ?? "annual")
    var findings = located(reading.diagnostics, in: reading.value.articles)
    let report: ReportSource
    switch layout.telling {
    case .articles: report = planAnnual(evidence, language: language, pageLines: layout.on(.keyFigures).pageLines)
    case .claims:
      report = planClaims(
        evidence, language: language, count: layout.mostClaims, isSlides: layout.chapterStart == .page,
        pageLines: layout.on(.keyFigures).pageLines, panelColumns: layout.on(.chapters).panelColumns)
    }
    if options.explains { findings += explainClaims(evidence, language: language, count: layout.mostClaims) }
    return Warned(PlannedReport(report: report, evidence: evidence, files: reading.value.files), findings)
  }

  private func editedReport(_ path: String, others: [String], options: RenderOptions) throws(Diagnostics)
    -> Warned<PlannedReport>
  {
    let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(path) }
    let front = try reportFrontMatter(text, document: path).value
    let folder = try Diagnostics.several { () throws(Diagnostic) in
      try ReportFolder(ofReport: path, allowing: options.allowed, files: files)
    }
    var problems: [Diagnostic] = []
    func paths(_ files: [FileReference]) -> [String] {
      files.compactMap { file in
        do throws(Diagnostic) {
          let found = try folder.path(of: file)
          if let changed = found.changed { problems.append(changed) }
          return found.path
        } catch {
          problems.append(error)
          return nil
        }
      }
    }
    let data = paths(front.data) + others
    let corrections = paths(front.corrections) + options.corrections
    guard !problems.contains(where: { $0.severity == .error }) else { throw Diagnostics(problems) }
    if !data.isEmpty { conceptFiles.readAhead() }
    let reading = data.isEmpty ? Warned(Reading()) : try read(data, corrections: corrections)
    var evidence = Evidence(
      articles: reading.value.articles, set: reading.value.set, concepts: data.isEmpty ? ConceptBook() : try concepts,
      words: try languageFiles.story(),
      language: FigureLanguage(tag: (options.language ?? front.language).rawValue))
    for article in reading.value.articles {
      guard let words = try languageFiles.tableWords(for: article) else { continue }
      evidence.tables += displayedTables(of: article, words)
    }
    evidence.rows = try pageFiles.rows()
    evidence.pictograms = pageFiles.pictogramNames
    let report = try readReport(text, document: path, evidence: evidence) { name throws(Diagnostic) in
      let file = try folder.path(of: FileReference(name), limit: ReportFolder.pictureLimit)
      return try loadPicture(files.bytes(file.path), named: file.path)
    }
    return Warned(
      PlannedReport(
        report: report.value, evidence: evidence, path: path, others: others, folder: folder,
        files: [SourceFile(.report, path: path, bytes: Array(text.utf8))] + reading.value.files),
      problems + located(reading.diagnostics, in: reading.value.articles) + report.diagnostics)
  }

  /// What the figures of a report are drawn with, in the look of its pages.
  ///
  /// - Parameter reportFolder: what a report may read; nil: the user names the files.
  private func figureSetting(
    _ styles: Styles, layout: Layout, folder: String, reportFolder: ReportFolder?
  ) throws(Diagnostics) -> FigureSetting {
    let isPicture = layout.isPixelDesign && layout.scale == 1
    let look = try shippedLook(isPicture ? lookName(for: layout.page) : "page", values: styles.theme.lookValues)
    let compiled = memory?.figures ?? CompiledFigures()
    return FigureSetting(look: look, typesetter: styles.typesetter, language: styles.language, compiled: compiled) {
      url, span throws(Diagnostic) in
      guard let reportFolder else { return try data(url, at: span, besides: folder) }
      return try files.text(reportFolder.path(of: FileReference(url, at: span)).path)
    }
  }

  /// The weightiest chart of the figures on a card.
  private func card(_ evidence: Evidence, layout: Layout, setting: FigureSetting, date: Int?) throws(Diagnostics)
    -> Warned<PagedDocument>
  {
    guard let figure = planCard(evidence, language: setting.language) else {
      throw Diagnostics(.error("card.none", "none of the figures makes a chart", hint: "write a chart spec and use `chart`"))
    }
    let chart = setting.compile(figure.spec, size: .fixed(layout.page))
    guard let built = chart.value else { throw Diagnostics(chart.diagnostics) }
    var card = document(of: built, source: figure.spec["source"]?.string, language: setting.language, date: date)
    card.attachments = dataAttachments([
      FigureData(label: nil, title: built.title, tables: built.tables, unit: built.unit, language: setting.language)
    ])
    return Warned(card, chart.diagnostics)
  }
}
