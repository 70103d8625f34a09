package import Diagnostics
import Markdown
package import Scene
import StructuredData

/// What stands above a report's text.
package struct ReportFrontMatter: Sendable {
  package var title: String
  package var subtitle: String?
  package var issuer: String?
  package var date: String?
  package var layout: FileReference?
  package var theme: FileReference?
  package var language: Scene.Language
  package var data: [FileReference]
  package var corrections: [FileReference]
  package var motif: [Double]?
  /// Where the title stands.
  package var titleSpan: SourceSpan

  static let shape = NodeShape<ReportFrontMatter>.record("FrontMatter") { fields in
    let title = fields.required("title", .text, "The report's title.")
    let subtitle = fields.optional("subtitle", .text)
    let issuer = fields.optional("issuer", .text, "Who publishes it.")
    let date = fields.optional("date", .text, "As printed on the cover.")
    let layout = fields.optional("layout", FileReference.shape, "A layout's name or file.")
    let theme = fields.optional("theme", FileReference.shape, "A theme's name or file.")
    let language = fields.optional("lang", .choice(Language.self), default: .simplifiedChinese)
    let data = fields.optional(
      "data", .oneOrMore(of: FileReference.shape), default: [], "Articles and indicator sets it speaks of.")
    let corrections = fields.optional(
      "corrections", .oneOrMore(of: FileReference.shape), default: [], "Correction files for the data.")
    let motif = fields.optional(
      "motif", .list(of: .number(in: 0...1e6), count: 0...200), "Heights of the cover's bars; else from the data.")
    guard let title else { return nil }
    return ReportFrontMatter(
      title: title, subtitle: subtitle, issuer: issuer, date: date, layout: layout, theme: theme, language: language,
      data: data, corrections: corrections, motif: motif, titleSpan: fields.span(of: "title"))
  }
}

/// The front matter of a report source.
///
/// - Throws: `report.front-matter` where there is none, and what is wrong in it.
package func reportFrontMatter(_ text: String, document: String) throws(Diagnostics) -> Warned<ReportFrontMatter> {
  // What follows the front matter is read with the figures that it names.
  try readFrontMatter(parseMarkdown(upToFrontMatter(text), document: document), document: document)
}

/// The text up to the line that closes its front matter; all of it where none does.
private func upToFrontMatter(_ text: String) -> String {
  let bytes = text.utf8
  guard let opening = bytes.firstIndex(of: 0x0A) else { return text }
  var start = bytes.index(after: opening)
  while let end = bytes[start...].firstIndex(of: 0x0A) {
    let line = text[start..<end]
    if line.hasPrefix("---"), line.dropFirst(3).allSatisfy({ $0.isWhitespace }) { return String(text[..<bytes.index(after: end)]) }
    start = bytes.index(after: end)
  }
  return text
}

func readFrontMatter(_ parsed: MarkdownDocument, document: String) throws(Diagnostics) -> Warned<ReportFrontMatter> {
  guard let front = parsed.frontMatter else {
    throw Diagnostics(
      .error(
        "report.front-matter", "the report has no front matter",
        at: SourceSpan(document: document, range: 0..<0, start: .init(line: 1, column: 1)),
        hint: "begin it with lines such as: --- / title: … / layout: annual / ---"))
  }
  return try ReportFrontMatter.shape.read(parseYAML(front.text, document: document, within: front.span))
}
