package import Scene
import Typesetting

/// A stretch of running text in one look: what an ``Inline`` tree says, flat and in the form for print.
package struct TextPiece: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case text(String)
    case lineBreak
    /// A mark that leads to a note of the chapter, as printed: `①`.
    case note(anchor: String, mark: String)
  }
  package enum Height: Hashable, Sendable { case normal, raised, lowered }

  package var content: Content
  package var isStrong = false
  package var isEmphasised = false
  package var isStruck = false
  package var isCode = false
  /// A numeral on a marked ground.
  package var isMarked = false
  package var height = Height.normal
  package var link: Destination?

  package init(_ content: Content) { self.content = content }
  package init(_ text: String) { content = .text(text) }

  /// What is read out.
  package var text: String {
    switch content {
    case .text(let text): text
    case .lineBreak: "\n"
    case .note: ""
    }
  }
}

/// Flattens inlines.
struct TextFlattening {
  let language: Language
  /// What is printed for a reference to a figure, table or chapter.
  let labels: [String: String]
  /// Anchors that exist; a reference to another is printed without a link.
  let anchors: Set<String>
  let noteMarks: [String: String]

  func pieces(_ inlines: [Inline]) -> [TextPiece] {
    var out: [TextPiece] = []
    add(inlines, in: TextPiece(""), to: &out)
    return out
  }

  private func add(_ inlines: [Inline], in look: TextPiece, to out: inout [TextPiece]) {
    func put(_ content: TextPiece.Content, _ change: (inout TextPiece) -> Void = { _ in }) {
      var piece = look
      piece.content = content
      change(&piece)
      out.append(piece)
    }
    func inside(_ inner: [Inline], _ change: (inout TextPiece) -> Void) {
      var next = look
      change(&next)
      add(inner, in: next, to: &out)
    }
    for inline in inlines {
      switch inline {
      case .text(let text): put(.text(print(text)))
      case .strong(let inner): inside(inner) { $0.isStrong = true }
      case .emphasis(let inner): inside(inner) { $0.isEmphasised = true }
      case .strikethrough(let inner): inside(inner) { $0.isStruck = true }
      case .superscript(let inner): inside(inner) { $0.height = .raised }
      case .subscripted(let inner): inside(inner) { $0.height = .lowered }
      case .code(let text): put(.text(text)) { $0.isCode = true }
      case .mark(let text): put(.text(print(text))) { $0.isMarked = true }
      case .reference(let inner, let anchor):
        inside(inner.isEmpty ? [.text(labels[anchor] ?? "")] : inner) {
          $0.link = anchors.contains(anchor) ? .anchor(anchor) : nil
        }
      case .link(let inner, let uri):
        // An address is printed as it is.
        if inner.text == uri { put(.text(uri)) { $0.link = .uri(uri) } } else { inside(inner) { $0.link = .uri(uri) } }
      case .noteMark(let text, let anchor): put(.note(anchor: anchor, mark: noteMarks[anchor] ?? text))
      case .lineBreak: put(.lineBreak)
      }
    }
  }

  private func print(_ text: String) -> String { printForm(of: text, language: language) }
}
