package import Diagnostics

/// A text in CommonMark with GitHub's tables, strikethrough, task lists, bare links and footnotes, as a tree.
///
/// All spans are places of the document as it is, in code points; a block or inline covers its marks too.
package struct MarkdownDocument: Hashable, Sendable {
  package var frontMatter: FrontMatter?
  /// In the document's order; footnote definitions stand at the end, in the order of their first reference.
  package var blocks: [MarkdownBlock]
  /// `markdown.depth` where nesting was cut off, `markdown.front-matter` where it has no end.
  package var diagnostics: [Diagnostic]
}

/// YAML between two lines `---` at the very start.
package struct FrontMatter: Hashable, Sendable {
  /// The lines between the marks.
  package var text: String
  /// The place of `text`, for the YAML reader to count from.
  package var span: SourceSpan
}

/// A part of a document that stands on lines of its own.
package struct MarkdownBlock: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    /// - Parameter level: 1…6.
    case heading(level: Int, [MarkdownInline])
    case paragraph([MarkdownInline])
    case list(List)
    case blockQuote([MarkdownBlock])
    case codeBlock(CodeBlock)
    case table(Table)
    case thematicBreak
    /// Raw HTML.
    case htmlBlock(String)
    /// - Parameter number: counts from 1, as ``MarkdownInline/Kind/footnoteReference(label:number:)``.
    case footnoteDefinition(label: String, number: Int, [MarkdownBlock])
  }
  package var kind: Kind
  package var span: SourceSpan

  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

package struct List: Hashable, Sendable {
  /// The first number of an ordered list; nil for bullets.
  package var start: Int?
  /// No empty lines between the items: set without space between them.
  package var isTight: Bool
  package var items: [Item]

  package struct Item: Hashable, Sendable {
    package var blocks: [MarkdownBlock]
    /// `[ ]` or `[x]` of a task list.
    package var isChecked: Bool?
    package var span: SourceSpan
  }
}

package struct CodeBlock: Hashable, Sendable {
  /// What stands behind the opening fence; empty without it.
  package var info: String
  /// The lines, their common indentation and the fences taken away, each with its line break (`\n`).
  package var text: String
  /// The lines of ``text`` in the document.
  package var textSpan: SourceSpan

  /// The first word of ``info``.
  package var language: String { info.split(separator: " ", maxSplits: 1).first.map(String.init) ?? "" }
}

package struct Table: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case left, center, right }

  /// One for each column; nil where the source asks for none.
  package var alignments: [Alignment?]
  package var header: [Cell]
  /// Each row has as many cells as there are columns.
  package var rows: [[Cell]]

  package struct Cell: Hashable, Sendable {
    package var inlines: [MarkdownInline]
    package var span: SourceSpan
  }
}

/// A part of a paragraph, heading or table cell.
package struct MarkdownInline: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    /// Escapes and entities resolved.
    case text(String)
    case emphasis([MarkdownInline])
    case strong([MarkdownInline])
    case strikethrough([MarkdownInline])
    case code(String)
    case link(destination: String, title: String, [MarkdownInline])
    case image(source: String, title: String, [MarkdownInline])
    /// A line end in the source without meaning of its own: a blank, or nothing between ideographs.
    case softBreak
    case lineBreak
    case footnoteReference(label: String, number: Int)
    /// A raw HTML tag.
    case html(String)
  }
  package var kind: Kind
  package var span: SourceSpan

  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

extension Sequence<MarkdownInline> {
  /// The text without marks; breaks are line feeds, footnote references and HTML are left out.
  package var plainText: String {
    var out = ""
    for inline in self {
      switch inline.kind {
      case .text(let text), .code(let text): out += text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        out += inner.plainText
      case .softBreak, .lineBreak: out += "\n"
      case .footnoteReference, .html: continue
      }
    }
    return out
  }
}
