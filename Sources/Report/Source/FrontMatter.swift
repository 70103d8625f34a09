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
  package var layout: String?
  package var theme: String?
  package var language: Scene.Language
  package var data: [String]

  static let shape = StructuredData.Shape<ReportFrontMatter>.record("FrontMatter") { fields in
    let title = fields.required("title", .text, "The report's title.")
    let subtitle = fields.optional("subtitle", .text)
    let issuer = fields.optional("issuer", .text, "Who publishes it.")
    let date = fields.optional("date", .text, "As printed on the cover.")
    let layout = fields.optional("layout", .text, "A layout's name or file.")
    let theme = fields.optional("theme", .text, "A theme's name or file.")
    let language = fields.optional("lang", .choice(Language.self), default: .simplifiedChinese)
    let data = fields.optional("data", .oneOrMore(of: .text), default: [], "Articles and indicator sets it speaks of.")
    guard let title else { return nil }
    return ReportFrontMatter(
      title: title, subtitle: subtitle, issuer: issuer, date: date, layout: layout, theme: theme, language: language,
      data: data)
  }
}

/// The front matter of a report source.
///
/// - Throws: `report.front-matter` where there is none, and what is wrong in it.
package func reportFrontMatter(_ text: String, document: String) throws(Diagnostics) -> ReportFrontMatter {
  try readFrontMatter(parseMarkdown(text, document: document), document: document)
}

func readFrontMatter(_ parsed: MarkdownDocument, document: String) throws(Diagnostics) -> ReportFrontMatter {
  guard let front = parsed.frontMatter else {
    throw Diagnostics(
      .error(
        "report.front-matter", "the report has no front matter",
        at: SourceSpan(document: document, range: 0..<0, start: .init(line: 1, column: 1)),
        hint: "begin it with lines such as: --- / title: … / layout: annual / ---"))
  }
  let shift = (front.span.start?.line ?? 1) - 1
  do {
    return try ReportFrontMatter.shape.read(parseYAML(front.text, document: document)).value
  } catch {
    throw Diagnostics(error.all.map { $0.shifted(lines: shift, offset: front.span.range.lowerBound) })
  }
}

extension Diagnostic {
  /// The same finding in the document that the text was cut from.
  func shifted(lines: Int, offset: Int) -> Diagnostic {
    func moved(_ span: SourceSpan) -> SourceSpan {
      var copy = span
      copy.range = (span.range.lowerBound + offset)..<(span.range.upperBound + offset)
      copy.start?.line += lines
      return copy
    }
    var copy = self
    copy.span = span.map(moved)
    copy.related = related.map(moved)
    return copy
  }
}
