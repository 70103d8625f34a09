import Diagnostics
package import StructuredData

/// One piece of work as data: what `extract`, `check`, `chart` or `render` does with its inputs and options.
///
/// Each key has the name and meaning of the command line's option; what has no effect on the job's command is an error.
package struct Job: Sendable {
  package enum Command: String, Hashable, Sendable, CaseIterable { case extract, check, chart, render }

  /// What the result is known by: a text or a number of the caller's, or null.
  package var id: Node = .null
  package var command: Command
  /// Paths, read from this machine's files or from ``files``.
  package var inputs: [String] = []
  /// Texts by the paths that inputs, reports and charts name them by.
  package var files: [String: String] = [:]
  /// Where the result goes; nil: it comes back as ``JobResult/data``.
  package var output: String?
  package var format: String?
  package var layout: String?
  package var theme: String?
  package var language: String?
  package var pages: String?
  package var size: String?
  package var dpi: Double?
  package var scale: Double?
  package var pdfStandard: String?
  package var corrections: [String] = []
  package var allowed: [String] = []
  package var isTransparent = false
  package var withoutEvidence = false
  /// Figures over time (`extract`).
  package var asSeries = false
}

extension Job {
  /// The keys that only some commands heed.
  private static let heeded: [String: Set<Command>] = [
    "format": [.extract, .chart, .render], "output": [.extract, .chart, .render], "layout": [.render], "theme": [.chart, .render],
    "lang": [.check, .chart, .render], "pages": [.render], "size": [.chart], "dpi": [.render], "scale": [.chart, .render],
    "pdf-standard": [.chart, .render], "corrections": [.extract, .check, .render], "allow": [.render], "transparent": [.chart],
    "no-evidence": [.chart, .render], "series": [.extract],
  ]

  static let keys = ["id", "command", "inputs", "text", "name", "files"] + heeded.keys.sorted()

  package static let shape = NodeShape<Job>.record("Job") { fields in
    let id = fields.optional("id", idShape, "What the result is known by: a text or a number.")
    let command = fields.required("command", .choice(Command.self), "What to do.")
    let inputs = fields.optional("inputs", .oneOrMore(of: .text), "Paths of what is read.")
    let text = fields.optional("text", .string, "The one input itself, in place of `inputs`.")
    let name = fields.optional("name", .text, "The name of `text`, whose suffix tells its kind; else article.txt or chart.yaml.")
    let files = fields.optional("files", .dictionary(of: .string), "Texts by the paths that inputs name them by.")
    let output = fields.optional("output", .text, "Where the result goes; without it, it comes back as `data`.")
    let format = fields.optional("format", .text, "As `--format`; else the suffix of `output`.")
    let layout = fields.optional("layout", .text, "As `--layout`.")
    let theme = fields.optional("theme", .text, "As `--theme`.")
    let language = fields.optional("lang", .text, "As `--lang`.")
    let pages = fields.optional("pages", .text, "As `--pages`.")
    let size = fields.optional("size", .text, "As `--size`.")
    let dpi = fields.optional("dpi", .number(in: 10...1200), "As `--dpi`.")
    let scale = fields.optional("scale", .number(in: 0.01...16), "As `--scale`.")
    let pdfStandard = fields.optional("pdf-standard", .text, "As `--pdf-standard`.")
    let corrections = fields.optional("corrections", .oneOrMore(of: .text), "As `--corrections`.")
    let allowed = fields.optional("allow", .oneOrMore(of: .text), "As `--allow`.")
    let isTransparent = fields.optional("transparent", .bool, "As `--transparent`.")
    let withoutEvidence = fields.optional("no-evidence", .bool, "As `--no-evidence`.")
    let asSeries = fields.optional("series", .bool, "As `--series`.")
    guard let command else { return nil }
    let texts = Dictionary((files ?? []).map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    var job = Job(
      id: id ?? .null, command: command, inputs: inputs ?? [], files: texts, output: output, format: format, layout: layout,
      theme: theme, language: language, pages: pages, size: size, dpi: dpi, scale: scale, pdfStandard: pdfStandard,
      corrections: corrections ?? [], allowed: allowed ?? [], isTransparent: isTransparent ?? false,
      withoutEvidence: withoutEvidence ?? false, asSeries: asSeries ?? false)
    for (key, commands) in heeded.sorted(by: { $0.key < $1.key }) where fields.has(key) && !commands.contains(command) {
      fields.findings.add(
        .error("job.without-effect", "“\(key)” has no effect on “\(command.rawValue)”", at: fields.span(ofKey: key)))
    }
    if (inputs == nil) == (text == nil) {
      fields.findings.add(
        .error(
          "job.inputs", "a job has either `inputs` or `text`", at: fields.node.span,
          hint: "name the paths of what is read, or give its text"))
    } else if let text {
      let name = name ?? (command == .chart ? "chart.yaml" : "article.txt")
      if job.files.updateValue(text, forKey: name) != nil {
        fields.findings.add(.error("job.name", "`text` and a file of `files` are both named “\(name)”", at: fields.span(of: "text")))
      }
      job.inputs = [name]
    } else if name != nil {
      fields.findings.add(.error("job.name", "`name` names a `text`, and there is none", at: fields.span(ofKey: "name")))
    }
    if job.inputs.contains("-") || job.corrections.contains("-") || job.output == "-" {
      fields.findings.add(
        .error("job.stream", "a job has no standard input or output", at: fields.node.span, hint: "use `text`, or leave `output` out"))
    }
    return job
  }

  private static var idShape: NodeShape<Node> {
    NodeShape<Node>.either(
      NodeShape<String>.string.map { text, _ in .string(text) }, or: NodeShape<Double>.number.map { _, node in node })
  }
}
