package import Geometry

extension TextRun {
  /// Whether an exporter draws it: it has glyphs, a size and a colour that shows.
  package var isVisible: Bool { fill.alpha > 0 && size > .zero && !glyphs.isEmpty }

  /// Whether any of its letters lies on a page, as far as their middle tells. What lies beyond is in no file.
  ///
  /// - Parameters:
  ///   - origin: the left end of its baseline, in coordinates that `toPage` maps to the page's.
  package func isOn(_ page: Size, at origin: Point, _ toPage: Transform) -> Bool {
    let middle = toPage.apply(Rect(origin: Point(x: origin.x, y: origin.y - size * 0.35), size: Size(width: width, height: .zero)))
    return middle.maxX > .zero && middle.minX < page.width && middle.maxY > .zero && middle.minY < page.height
  }
}

extension Frame {
  /// The text that is drawn of a page, in the order in which it is drawn, without white space and what is never seen: what reading the file
  /// back gives.
  package var drawnText: String {
    var text = ""
    collectText(into: &text.unicodeScalars, page: size, .identity)
    return text
  }

  private func collectText(into out: inout String.UnicodeScalarView, page: Size, _ toPage: Transform) {
    for placed in items {
      switch placed.item {
      case .text(let run) where run.isVisible && run.isOn(page, at: placed.origin, toPage):
        for scalar in run.text.unicodeScalars where scalar.isReadBack { out.append(scalar) }
      case .group(let group) where group.transform.isInvertible:
        group.frame.collectText(into: &out, page: page, group.transform.then(.translation(placed.origin)).then(toPage))
      default: continue
      }
    }
  }
}

extension Unicode.Scalar {
  /// Neither white space as Unicode has it (White_Space) nor a character that is not seen (Default_Ignorable_Code_Point), which no letter of
  /// Latin and no Han character is asked the tables for.
  package var isReadBack: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0xAD: false
    case 0..<0x34F, 0x3165..<0xFE00, 0x3001..<0x3164: true
    default: !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
    }
  }
}
