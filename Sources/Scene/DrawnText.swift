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
        for scalar in run.text.unicodeScalars where !scalar.isSpace { out.append(scalar) }
      case .group(let group) where group.transform.isInvertible: group.frame.collectText(into: &out)
      default: continue
      }
    }
  }
}

extension Unicode.Scalar {
  /// White space as Unicode has it (White_Space), which no letter of Latin and no Han character is asked the tables for.
  fileprivate var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case 0..<0x1680, 0x3001...: false
    default: properties.isWhitespace
    }
  }
}
