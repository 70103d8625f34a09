package import Diagnostics
package import Fonts
package import Geometry
import Scene

/// Sets text to lines with the fonts of one library.
package struct Typesetter: Sendable {
  package let fonts: FontLibrary
  private let labels: LabelCache

  package init(fonts: FontLibrary) {
    self.fonts = fonts
    labels = LabelCache()
  }

  /// One unbroken line at its natural width; line ends in the text count as spaces. Its frame is an em high.
  package func label(_ text: StyledText) -> Line {
    if let known = labels[text] { return known }
    let setter = prepare(text, style: .label).setter
    let content = setter.content(0..<setter.items.items.count, ratio: 0)
    let line = setter.line(content, ratio: 0, width: .pt(content.width), leading: nil, shift: 0)
    labels[text] = line
    return line
  }

  package func label(_ text: String, _ style: TextStyle) -> Line { label(StyledText(text, style)) }

  /// Characters of `text` that no font of the library has, as errors; ``paragraph(_:style:width:)`` reports them itself.
  package func missingGlyphs(in text: StyledText) -> [Diagnostic] {
    missingGlyphDiagnostics(prepare(text, style: .label).setter.text)
  }

  private func prepare(_ text: StyledText, style: ParagraphStyle) -> (setter: LineSetter, missing: [Diagnostic]) {
    let itemized = itemize(text)
    var shaper = TextShaper(fonts: fonts)
    let shaped = shaper.shape(text, itemized)
    let em = shaped.runs.map { text.spans[$0.span].style.size.points }
    let opportunities = simpleOpportunities(itemized)
    let items = paragraphItems(shaped, em: em, opportunities: opportunities, style: style)
    return (
      LineSetter(text: shaped, source: text, items: items, fonts: fonts), missingGlyphDiagnostics(shaped)
    )
  }

  /// Breaks a text into lines of `width` and sets them, in reading order.
  ///
  /// - Returns: no line for a text without characters; diagnostics `font.missing-glyph` and `line.too-wide`.
  package func paragraph(_ text: StyledText, style: ParagraphStyle, width: Length) -> Warned<[Line]> {
    let (setter, missing) = prepare(text, style: style)
    var lines: [Line] = []
    var diagnostics = missing
    let indent = (text.spans.first?.style.size ?? .zero) * style.firstLineIndent.value
    var start = 0
    for end in firstFit(setter.items.items, width: width.points, first: width.points - indent.points) {
      while start < end, setter.items.items[start].kind != .box { start += 1 }
      guard start < end else { continue }
      let range = start..<end
      let x = lines.isEmpty ? indent.points : 0
      var (natural, stretch, shrink) = (x, 0.0, 0.0)
      for item in setter.items.items[range] where item.kind != .penalty {
        natural += item.width
        stretch += item.stretch
        shrink += item.shrink
      }
      let slack = width.points - natural
      var ratio = 0.0
      if slack < 0, shrink > 0 { ratio = max(-1, slack / shrink) }
      if slack > 0, stretch > 0, style.alignment == .justified { ratio = stretch >= 1e7 ? 0 : slack / stretch }
      let content = setter.content(range, ratio: ratio, from: x)
      let free = width.points - content.width
      if free < -0.01 {
        diagnostics.append(.warning("line.too-wide", "the line “\(content.text)” is wider than its column"))
      }
      let shift: Double =
        switch style.alignment {
        case .justified, .start: 0
        case .center: free / 2
        case .end: free
        }
      lines.append(setter.line(content, ratio: ratio, width: width, leading: style.leading, shift: shift))
      start = end
    }
    return Warned(lines, diagnostics)
  }
}

extension ParagraphStyle {
  static let label = ParagraphStyle(leading: .zero, alignment: .start)
}
