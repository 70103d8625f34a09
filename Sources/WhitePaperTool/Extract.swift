import ArgumentParser
import Diagnostics
import WhitePaper

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads the figures of articles: name, value, unit, area, period, growth, share, rank, and the place that says so.",
    discussion: """
      Several inputs make one set: a figure that more than one of them states stands once, with all its places. (JSON \
      Lines keep every statement.) With --series they are written over time, by concept and area.
      """)

  @Argument(help: "Articles, documents (.docx), tables (.xlsx, .csv, .tsv, .html, .md) or indicator sets; - is standard input.") var files:
    [String]
  @Option(name: .shortAndLong, help: "Where to write; standard output when left out.") var output: String = "-"
  @Option(help: "yaml, json, jsonl, csv, csv-raw, sdmx-csv, sdmx-csv-1 or xlsx; else the output's suffix, else yaml.") var format: String?
  @Flag(help: "Write the figures as series over time; restated values are flagged.") var series = false
  @Flag(help: "Print for each figure the rule that read it and the words that gave name, area and period.")
  var explain = false
  @Flag(help: "Print the figures in columns, for checking: place, kind, name, value, unit, area, period, what it bears on.")
  var table = false
  @OptionGroup var evidence: EvidenceOptions
  @Flag(help: "Begin CSV with a byte order mark, by which Excel knows that it is UTF-8.") var bom = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if [series, explain, table].count(where: { $0 }) > 1 { throw ValidationError("--series, --explain and --table exclude each other") }
    if table, format != nil { throw ValidationError("--table has no format") }
    if series, Workshop.isWorkbook(output, named: format) { throw ValidationError("series are not written as a workbook") }
    if series, format?.lowercased().hasPrefix("sdmx") ?? false {
      throw ValidationError("series are not written as SDMX-CSV; leave --series out")
    }
    if bom,
      table || explain
        || !["csv", "csv-raw", "sdmx-csv", "sdmx-csv-1"].contains((try? Workshop.indicatorFormat(output, named: format)) ?? "")
    {
      throw ValidationError("--bom is for CSV")
    }
    if Workshop.isWorkbook(output, named: format), output == "-" { throw ValidationError("a workbook needs a file: use -o NAME.xlsx") }
    if !table, !explain, !Workshop.isWorkbook(output, named: format) {
      _ = try usage { () throws(Diagnostic) in try Workshop.indicatorFormat(output, named: format) }
    }
    if explain, format != nil { throw ValidationError("--explain has no format") }
  }

  func run() throws {
    try common.run { () throws(Diagnostics) in
      let workshop = try Workshop(conceptFiles: evidence.concepts, codeFiles: evidence.codes).forOneWork()
      if !evidence.concepts.isEmpty { common.report(try workshop.conceptFindings) }
      let inputs = files + evidence.files
      func finish(_ text: String) throws(Diagnostics) {
        try writing.finish([(output, Array(((bom ? "\u{FEFF}" : "") + text).utf8))], over: inputs, workshop, common)
      }
      if explain { return try finish(try workshop.explain(files)) }
      let isWorkbook = !table && Workshop.isWorkbook(output, named: format)
      let name =
        table || isWorkbook ? "" : try Diagnostics.several { () throws(Diagnostic) in try Workshop.indicatorFormat(output, named: format) }
      let joins = files.count > 1 && name != "jsonl"
      if joins || series { workshop.prepareConcepts() }
      let set = try workshop.extract(files, corrections: evidence.corrections)
      common.report(set.diagnostics)
      if series {
        let written = try workshop.writeSeries(set.value, format: name)
        common.report(written.diagnostics)
        return try finish(written.value)
      }
      let joined = joins ? try workshop.joiningRepeats(set.value) : set.value
      if isWorkbook {
        _ = try Diagnostics.several { () throws(Diagnostic) in try sourceDate() }
        let book = try Diagnostics.several { () throws(Diagnostic) in try workshop.workbook(of: joined) }
        try writing.finish([(output, book)], over: inputs, workshop, common)
      } else if table {
        try finish(workshop.table(of: joined))
      } else if bom || writing.dryRun {
        try finish(try Diagnostics.several { () throws(Diagnostic) in try workshop.write(joined, format: name) })
      } else {
        // Written piece by piece, as long sets are.
        try Diagnostics.several { () throws(Diagnostic) in try workshop.write(joined, format: name, to: output, over: inputs) }
      }
    }
  }
}
