import Diagnostics

/// Reads a Markdown text (see ``MarkdownDocument``); never fails, since any text is Markdown.
/// - Parameter document: how the user named the text, for spans.
package func parseMarkdown(_ text: String, document: String) -> MarkdownDocument {
  let scalars = Array(text.unicodeScalars)
  let split = splitFrontMatter(scalars)
  let source = MarkdownSource(text, scalars, bodyStart: split.bodyStart, name: document)
  var builder = BlockBuilder(source: source)
  var blocks: [Block] = []
  if let tree = CMarkTree(source.body) {
    blocks = tree.withRoot { builder.blocks($0.children, depth: 0) }
  }
  var diagnostics = builder.diagnostics
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
