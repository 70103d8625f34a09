import Diagnostics
import Indicators
import Report
import Scene
import StructuredData

extension Workshop {
  /// Does the job that a line of JSON describes, and gives the line of JSON that says what became of it.
  ///
  /// Every line has an answer: one that is no job has the status 1, and its `id` is null where none can be read.
  /// - Parameters:
  ///   - line: as the JSON Schema `job` says.
  ///   - date: of the files that are written, in seconds since 1970; nil: by their inputs.
  public func answer(_ line: String, date: Int? = nil) -> String {
    do throws(Diagnostics) {
      let node = try parseJSON(line, document: "job")
      do throws(Diagnostics) {
        let job = try Job.shape.read(node)
        var result = run(job.value, date: date)
        result.diagnostics = job.diagnostics + result.diagnostics
        return result.line
      } catch {
        let id = node["id"].flatMap { $0.string != nil || $0.numberText != nil ? $0 : nil }
        return JobResult(id: id ?? .null, status: 1, output: node["output"]?.string, diagnostics: error.all).line
      }
    } catch {
      return JobResult(id: .null, status: 1, diagnostics: error.all).line
    }
  }

  /// Does one job. Nothing is thrown: what is wrong is in the result.
  package func run(_ job: Job, date: Int? = nil) -> JobResult {
    var result = JobResult(id: job.id, status: 0, output: job.output)
    do throws(Diagnostics) {
      var workshop = forOneWork()
      for (path, text) in job.files { workshop.files.inMemory[path] = Array(text.utf8) }
      try workshop.carryOut(job, date: date, &result)
      if result.diagnostics.contains(where: { $0.severity == .error }) { result.status = 1 }
    } catch {
      result.status = 1
      result.diagnostics += error.all
    }
    return result
  }

  private func carryOut(_ job: Job, date: Int?, _ result: inout JobResult) throws(Diagnostics) {
    switch job.command {
    case .extract: try extract(job, &result)
    case .check: result.diagnostics += try check(job.inputs, corrections: job.corrections, language: job.languageNamed() ?? .english)
    case .chart, .render: try draw(job, date: date, &result)
    }
  }

  private func extract(_ job: Job, _ result: inout JobResult) throws(Diagnostics) {
    let path = job.output ?? "-"
    let isWorkbook = Workshop.isWorkbook(path, named: job.format)
    if isWorkbook, job.asSeries || job.output == nil {
      throw Diagnostics(
        .error("job.workbook", job.asSeries ? "series are not written as a workbook" : "a workbook needs an `output`"))
    }
    let format =
      isWorkbook ? "" : try Diagnostics.several { () throws(Diagnostic) in try Workshop.indicatorFormat(path, named: job.format) }
    let set = try extract(job.inputs, corrections: job.corrections)
    result.diagnostics += set.diagnostics
    let sources = job.inputs + job.corrections
    if job.asSeries {
      let series = try writeSeries(set.value, format: format)
      result.diagnostics += series.diagnostics
      return try finish(series.value, job, over: sources, &result)
    }
    let joined = job.inputs.count > 1 && format != IndicatorFormat.jsonl.rawValue ? try joiningRepeats(set.value) : set.value
    guard isWorkbook else {
      let text = try Diagnostics.several { () throws(Diagnostic) in try write(joined, format: format) }
      return try finish(text, job, over: sources, &result)
    }
    try Diagnostics.several { () throws(Diagnostic) in try writeWorkbook(joined, to: path, over: sources) }
    result.written = [path]
  }

  private func draw(_ job: Job, date: Int?, _ result: inout JobResult) throws(Diagnostics) {
    let format = try Diagnostics.several { () throws(Diagnostic) in
      try PageFormat(of: job.output ?? (job.command == .chart ? "chart.png" : "paper.pdf"), named: job.format)
    }
    var options = RenderOptions()
    options.layout = job.layout
    options.theme = job.theme
    options.language = try job.languageNamed()
    if let pages = job.pages { options.pages = try Diagnostics.several { () throws(Diagnostic) in try PageSelection(pages) } }
    if let dpi = job.dpi { options.dpi = dpi }
    if let scale = job.scale { options.scale = scale }
    if format == .pdf { options.pdfStandard = job.pdfStandard ?? options.pdfStandard }
    options.withEvidence = format.carriesEvidence && !job.withoutEvidence
    options.corrections = job.corrections
    options.allowed = job.allowed
    options.isTransparent = job.command == .chart && job.isTransparent
    options.date = date
    if !format.isOffice { result.diagnostics += unheeded(job, format) }
    let sources = job.inputs + job.corrections + [job.layout, job.theme].compactMap { $0 }
    if format == .report {
      let text = try reportText(job.inputs, options: options, output: job.output)
      result.diagnostics += text.diagnostics
      return try finish(text.value, job, over: sources, &result)
    }
    if format.isOffice, job.command == .render {
      if !job.pageOptions.isEmpty {
        throw Diagnostics(
          .error(
            "job.without-effect", "pages, dpi, scale, pdf-standard and no-evidence have no effect on .\(format.rawValue)", at: nil,
            hint: "leave them out: the office program makes the pages"))
      }
      let document = try officeDocument(job.inputs, as: format, options: options)
      result.diagnostics += document.diagnostics.filter { $0.severity > .note }
      guard let output = job.output else {
        result.data = .bytes(document.value)
        return
      }
      try Diagnostics.several { () throws(Diagnostic) in try write([(output, document.value)], over: sources) }
      result.written = [output]
      return
    }
    let document: Warned<PagedDocument>
    if job.command == .chart {
      guard let spec = job.inputs.first, job.inputs.count == 1 else {
        throw Diagnostics(.error("job.inputs", "a job draws one chart", hint: "make a job of each spec"))
      }
      let size = try job.size.map { text throws(Diagnostics) in
        try Diagnostics.several { () throws(Diagnostic) in try Workshop.size(text) }
      }
      document = try chart(spec, size: size, options: options)
    } else {
      document = try render(job.inputs, options: options)
    }
    result.diagnostics += document.diagnostics.filter { $0.severity > .note }
    guard !document.diagnostics.contains(where: { $0.severity == .error }) else { return }
    if let output = job.output {
      result.written = try Diagnostics.several { () throws(Diagnostic) in
        try write(document.value, to: output, format: format, options: options, over: sources)
      }
      return
    }
    let bytes = try Diagnostics.several { () throws(Diagnostic) in
      try self.bytes(of: document.value, as: format, named: "-", options: options).first?.bytes ?? []
    }
    result.data = format == .svg || format == .scene ? .text(String(decoding: bytes, as: UTF8.self)) : .bytes(bytes)
  }

  private func finish(_ text: String, _ job: Job, over sources: [String], _ result: inout JobResult) throws(Diagnostics) {
    guard let output = job.output else {
      result.data = .text(text)
      return
    }
    try Diagnostics.several { () throws(Diagnostic) in try write(text, to: output, over: sources) }
    result.written = [output]
  }
}

extension Job {
  fileprivate func languageNamed() throws(Diagnostics) -> Language? {
    try language.map { name throws(Diagnostics) in try Diagnostics.several { () throws(Diagnostic) in try Language(named: name) } }
  }
}

/// A warning for each key that the format of the pages does not heed.
private func unheeded(_ job: Job, _ format: PageFormat) -> [Diagnostic] {
  job.pageOptions.filter { !format.heeds($0) }.map {
    .warning("job.without-effect", "“\($0.rawValue)” has no effect on .\(format.rawValue)")
  }
}

extension Job {
  /// The options of pages that the job names.
  fileprivate var pageOptions: [PageFormat.Option] {
    let named: [(PageFormat.Option, Bool)] = [
      (.pages, pages != nil), (.dpi, dpi != nil), (.scale, scale != nil), (.pdfStandard, pdfStandard != nil),
      (.noEvidence, withoutEvidence),
    ]
    return named.filter(\.1).map(\.0)
  }
}
