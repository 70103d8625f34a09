package import Diagnostics
import Fonts
package import Geometry
import Scene

extension Typesetter {
  /// Breaks a text into lines of `width` and sets them, in reading order.
  ///
  /// - Parameter runaround: some lines are narrower; not for balanced lines.
  /// - Returns: no line for a text without characters. Diagnostics: `font.missing-glyph`, `line.too-wide` for a line that no
  ///   choice of breaks fits into the width, `line.too-loose` for one that had to be stretched beyond measure,
  ///   `hyphenation.no-patterns` when English words should be parted and the system has no patterns.
  package func paragraph(_ text: StyledText, style: ParagraphStyle, width: Length, runaround: Runaround? = nil)
    -> Warned<[Line]>
  {
    let em = max(0.1, text.spans.first?.style.size.points ?? 10)
    let runaround = runaround.flatMap { $0.lines > 0 ? $0 : nil }
    // In a narrow column a last line of a few characters is nothing special.
    let isWide = style.alignment == .justified && (runaround?.width ?? width).points >= 16 * em
    let (setter, missing) = prepare(text, style: style, isBroken: true, stub: isWide ? 4 : 0)
    if setter.text.contentEnd == 0 { return Warned([], missing) }
    var arranger = LineArranger(setter: setter, style: style, width: width, runaround: runaround, em: em)
    arranger.arrange()
    return Warned(arranger.lines, missing + hyphenationNote(text, style) + arranger.diagnostics)
  }

  private func hyphenationNote(_ text: StyledText, _ style: ParagraphStyle) -> [Diagnostic] {
    guard style.hyphenation, hyphenator == nil, text.spans.first?.style.language == .english else { return [] }
    return [
      .note(
        "hyphenation.no-patterns", "English words are not parted: no hyphenation patterns were found",
        hint: "install the package hyphen-en-us")
    ]
  }

  /// The narrowest measure in which `text` can be set without a line that is too wide, a parted number or a parted word.
  package func leastMeasure(of text: StyledText, style: ParagraphStyle) -> Length {
    var style = style
    style.hyphenation = false
    style.alignment = .start
    style.minimumLastLine = 1
    var (widest, width, pending) = (0.0, 0.0, 0.0)
    let items = self.items(of: text, style: style)
    for (i, item) in items.enumerated() {
      switch item.kind {
      case .box:
        width += pending + item.width
        pending = 0
        widest = max(widest, width)
      case .glue:
        if i > 0, items[i - 1].kind == .box { width = 0 } else if width > 0 { pending += item.width }
      case .penalty: if item.cost <= BreakCosts.keepingNumbers { (width, pending) = (0, 0) }
      }
    }
    return .pt(widest)
  }

  /// The boxes, glue and penalties of a paragraph, in points, as the breaker sees them; without the indent.
  package func items(of text: StyledText, style: ParagraphStyle) -> [ParagraphItem] {
    prepare(text, style: style, isBroken: true).setter.items.items
  }
}

/// Breaks one paragraph's items and sets the lines.
private struct LineArranger {
  let setter: LineSetter
  let style: ParagraphStyle
  let width: Length
  let runaround: Runaround?
  let em: Double
  var lines: [Line] = []
  var diagnostics: [Diagnostic] = []

  private var items: [ParagraphItem] { setter.items.items }
  private var indent: Double { style.firstLineIndent.value * em }

  mutating func arrange() {
    var measure = width.points
    var broken = breaks(measure)
    if style.balanced, runaround == nil, broken.breaks.count > 1 {
      measure = balancedMeasure(lineCount: broken.breaks.count)
      broken = breaks(measure)
    }
    var start = 0
    lines.reserveCapacity(broken.breaks.count)
    for end in broken.breaks {
      while start < end.item, items[start].kind != .box { start += 1 }
      appendLine(start..<end.item, ratio: end.ratio)
      start = end.item
    }
  }

  /// The best breaks of the strictest attempt that succeeds.
  private func breaks(_ measure: Double) -> BrokenParagraph {
    let narrowest = runaround?.width.points ?? measure
    let first = runaround.map { $0.isNarrow(0) ? narrowest : measure } ?? measure
    for pass in breakPasses(justified: style.alignment == .justified, ems: narrowest / em, em: em) {
      if let best = optimalBreaks(
        items, width: measure, firstWidth: first - indent,
        runaround: runaround.map { ($0.start..<$0.start + $0.lines, $0.width.points) }, parameters: pass)
      {
        return best
      }
    }
    return BrokenParagraph(breaks: [ParagraphBreak(item: items.count - 1, ratio: 0)], demerits: 0)
  }

  /// The narrowest measure that needs no more lines, to a tenth of an em.
  private func balancedMeasure(lineCount: Int) -> Double {
    var low = width.points / Double(lineCount) / 2
    var high = width.points
    while high - low > em / 10 {
      let middle = (low + high) / 2
      let broken = breaks(middle)
      let fits = broken.breaks.count <= lineCount && broken.breaks.allSatisfy { $0.ratio >= -1 }
      if fits { high = middle } else { low = middle }
    }
    return high
  }

  private func measure(ofLine line: Int) -> Length {
    if let runaround, runaround.isNarrow(line) { return runaround.width }
    return width
  }

  private mutating func appendLine(_ range: Range<Int>, ratio: Double) {
    let width = measure(ofLine: lines.count)
    let x = lines.isEmpty ? indent : 0
    let end = items[range.upperBound]
    var (natural, stretch, shrink) = (x, 0.0, 0.0)
    for item in items[range] where item.kind != .penalty {
      natural += item.width
      stretch += item.stretch
      shrink += item.shrink
    }
    if end.kind == .penalty { natural += end.width }
    let isLast = stretch >= ParagraphItem.filler
    let slack = width.points - natural
    var setRatio = 0.0
    var adjustment = LineAdjustment.natural
    if slack < 0 || style.alignment == .justified && !isLast {
      adjustment = LineAdjustment(
        slack: slack, items: setter.items, range: range, tightening: SpacingRules.tightening * em)
      setRatio = slack < 0 ? (shrink > 0 ? max(-1, slack / shrink) : 0) : stretch > 0 ? slack / stretch : 0
    }
    var content = setter.content(range, adjustment, from: x, hyphenated: end.flagged)
    // A mark outside the edge, or the blank of a mark that keeps it.
    if end.kind == .penalty, !end.flagged { content.width += end.width }
    let free = width.points - content.width
    if free < -0.01 {
      diagnostics.append(
        .warning(
          "line.too-wide", "the line “\(content.text)” is wider than its column",
          hint: "widen the column, set the text smaller or allow a break"))
    } else if setRatio > 7.5 {
      diagnostics.append(
        .note("line.too-loose", "the spaces of the line “\(content.text)” are stretched beyond what looks even"))
    }
    let shift: Double =
      switch style.alignment {
      case .justified, .start: 0
      case .center: max(0, free) / 2
      case .end: max(0, free)
      }
    lines.append(setter.line(content, ratio: setRatio, width: width, leading: style.leading, shift: shift))
  }
}
