package import Diagnostics

/// Reads a Markdown text (see ``MarkdownDocument``); never fails, since any text is Markdown.
///
/// - Parameters:
///   - document: how the user named the text, for spans.
///   - place: where the text stands in a larger document (a fenced block), from the start of a line on; spans then count
///     from there.
package func parseMarkdown(_ text: String, document: String, within place: SourceSpan? = nil) -> MarkdownDocument {
  let scalars = Array(text.unicodeScalars)
  let split = place == nil ? splitFrontMatter(scalars) : (text: nil, bodyStart: 0, isOpen: false)
  let source = MarkdownSource(scalars, bodyStart: split.bodyStart, name: document, within: place)
  var builder = BlockBuilder(source: source)
  var blocks: [MarkdownBlock] = []
  if let tree = CMarkTree(source.body) {
    blocks = tree.withRoot { builder.blocks($0.children, depth: 0) }
  }
  var diagnostics = builder.diagnostics + source.lostNotes(kept: builder.noteLabels, literal: builder.literalPlaces)
  if split.isOpen {
    diagnostics.append(
      .warning(
        "markdown.front-matter", "front matter without an end is taken as text",
        at: source.span(0..<min(3, scalars.count)),
        hint: "close it with a line “---”"))
  }
  return MarkdownDocument(
    frontMatter: split.text.map { FrontMatter(text: source.text($0), span: source.span($0)) },
    blocks: blocks, diagnostics: diagnostics)
}
