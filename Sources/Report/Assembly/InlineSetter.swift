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
    var out = StyledText()
    let base = styles.text(role, color: color)
    add(inlines, to: &out, Look(style: base, heavier: styles.heavier(role), referenceColor: color ?? styles.color("brand")))
    return out
  }

  /// How an inline looks within those round it.
  private struct Look {
    var style: TextStyle
    var heavier: FontID
    var referenceColor: Color
    var link: Destination?

    func with(_ change: (inout TextStyle) -> Void) -> Look {
      var copy = self
      change(&copy.style)
      return copy
    }

    /// Small, and moved by so many ems of its size.
    func moved(by shift: Double, size factor: Double) -> Look {
      with {
        $0.size = max(.pt(6), $0.size * factor)
        $0.baselineShift = Em(shift)
      }
    }
  }

  private func add(_ inlines: [Inline], to out: inout StyledText, _ look: Look) {
    for inline in inlines.joined {
      switch inline {
      case .text(let text): out.append(print(text), look.style, link: look.link)
      // Chinese has no slant: emphasis is weight.
      case .strong(let inner), .emphasis(let inner): add(inner, to: &out, look.with { $0.font = look.heavier })
      case .strikethrough(let inner): add(inner, to: &out, look.with { $0.strikethrough = true })
      case .superscript(let inner): add(inner, to: &out, look.moved(by: 0.55, size: 0.6))
      case .subscripted(let inner): add(inner, to: &out, look.moved(by: -0.25, size: 0.6))
      case .code(let text): out.append(text, look.with { $0.font = styles.text(.tableBody).font }.style, link: look.link)
      // The ground marks it; a further weight would cost a font for a few digits.
      case .mark(let text): out.append(print(text), look.with { $0.fill = styles.color("brand") }.style, link: look.link)
      case .reference(let inner, let anchor):
        var look = look.with { $0.fill = look.referenceColor }
        look.link = anchors.contains(anchor) ? .anchor(anchor) : SourceNumbers.isAnchor(anchor) ? .unprinted(anchor) : nil
        add(inner.isEmpty ? [.text(labels[anchor] ?? "")] : inner, to: &out, look)
      case .link(let inner, let uri):
        var look = look.with { $0.fill = styles.color("brand") }
        look.link = .uri(uri)
        // An address is printed as it is.
        if inner.text == uri { out.append(uri, look.style, link: look.link) } else { add(inner, to: &out, look) }
      case .noteMark(let text, let anchor):
        let mark = noteMarks[anchor] ?? text
        // A circled number needs some size to be read.
        let isCircled = mark.unicodeScalars.allSatisfy { (0x2460...0x24FF).contains($0.value) }
        let moved = look.moved(by: isCircled ? 0.45 : 0.55, size: isCircled ? 0.72 : 0.6)
        out.append(
          mark, moved.with { $0.fill = styles.color("brand") }.style, link: anchors.contains(anchor) ? .anchor(anchor) : nil)
      case .lineBreak: out.append("\n", look.style)
      }
    }
  }

  private func print(_ text: String) -> String { printForm(of: text, language: styles.language) }
}

extension [Inline] {
  /// Texts that follow each other as one, as they are when the report is read from its source: how a text was put together shows nowhere.
  fileprivate var joined: [Inline] {
    reduce(into: []) { joined, inline in
      if case .text(let more) = inline, case .text(let text)? = joined.last {
        joined[joined.count - 1] = .text(text + more)
      } else {
        joined.append(inline)
      }
    }
  }
}
