import Geometry

extension TextRun {
  /// Whether an exporter draws it: it has glyphs, a size and a colour that shows.
  package var isVisible: Bool { fill.alpha > 0 && size > .zero && !glyphs.isEmpty }
}

extension Frame {
  /// The text that is drawn, in the order in which it is drawn, without white space: what reading the file back gives.
  package var drawnText: String {
    var text = ""
    collectText(into: &text.unicodeScalars)
    return text
  }

  private func collectText(into out: inout String.UnicodeScalarView) {
    for placed in items {
      switch placed.item {
      case .text(let run) where run.isVisible:
        out.append(contentsOf: run.text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace })
      case .group(let group) where group.transform.isInvertible: group.frame.collectText(into: &out)
      default: continue
      }
    }
  }
}
