import Geometry
import Scene
import Typesetting

/// Turns the inlines of a report into styled text.
package struct InlineSetter: Sendable {
  package let styles: Styles
  /// What is printed for a reference to a figure or table: `图2-3`.
  package var labels: [String: String] = [:]
  /// Anchors that exist; a reference to another is printed without a link.
  package var anchors: Set<String> = []
  /// What is printed for a note mark, by the note's anchor: `①`.
  package var noteMarks: [String: String] = [:]

  package init(styles: Styles) { self.styles = styles }

  func text(_ inlines: [Inline], _ role: TypeRole, color: Color? = nil) -> StyledText {
    let base = styles.text(role, color: color)
    var strong = base
    strong.font = styles.heavier(role)
    var out = StyledText()
    for inline in inlines {
      switch inline {
      case .text(let text): out.append(print(text), base)
      case .strong(let text): out.append(print(text), strong)
      case .emphasis(let text):
        // Chinese has no slant: emphasis is weight.
        out.append(print(text), strong)
      case .code(let text):
        var style = base
        style.font = styles.text(.tableBody).font
        out.append(text, style, noBreak: false)
      case .mark(let text):
        // The ground marks it; a further weight would cost a font for a few digits.
        var style = base
        style.fill = styles.color("brand")
        out.append(print(text), style)
      case .reference(let text, let anchor):
        var style = base
        style.fill = color ?? styles.color("brand")
        let link: Destination? = anchors.contains(anchor) ? .anchor(anchor) : nil
        out.append(print(text.isEmpty ? labels[anchor] ?? "" : text), style, link: link)
      case .link(let text, let uri):
        var style = base
        style.fill = styles.color("brand")
        out.append(text, style, link: .uri(uri))
      case .noteMark(let text, let anchor):
        let mark = noteMarks[anchor] ?? text
        var style = base
        // A circled number needs some size to be read.
        let isCircled = mark.unicodeScalars.allSatisfy { (0x2460...0x24FF).contains($0.value) }
        style.size = max(.pt(6), base.size * (isCircled ? 0.72 : 0.6))
        style.baselineShift = Em(isCircled ? 0.45 : 0.55)
        style.fill = styles.color("brand")
        out.append(mark, style, link: anchors.contains(anchor) ? .anchor(anchor) : nil)
      case .lineBreak: out.append("\n", base)
      }
    }
    return out
  }

  private func print(_ text: String) -> String { printForm(of: text, language: styles.language) }
}
