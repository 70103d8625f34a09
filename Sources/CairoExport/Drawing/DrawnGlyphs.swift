import Scene

/// Which glyphs of which fonts some pages draw.
struct DrawnGlyphs {
  /// Whether a glyph is drawn, by its number, for each font.
  private var drawn: [[Bool]] = []

  init(on pages: [Page]) {
    for page in pages { add(page.frame) }
  }

  func glyphs(of font: FontID) -> [Bool] { drawn.indices.contains(Int(font.index)) ? drawn[Int(font.index)] : [] }

  private mutating func add(_ frame: Frame) {
    for placed in frame.items {
      switch placed.item {
      case .text(let run):
        let font = Int(run.font.index)
        while drawn.count <= font { drawn.append([]) }
        if drawn[font].isEmpty { drawn[font] = Array(repeating: false, count: Int(UInt16.max) + 1) }
        for glyph in run.glyphs { drawn[font][Int(glyph.id)] = true }
      case .group(let group): add(group.frame)
      default: continue
      }
    }
  }
}
