import Fonts
import Geometry
import Scene

/// Underlines, rules through struck text, emphasis dots and link areas. Each ends where its text ends: without the blank of a mark, the gap before
/// another script or a typed space that follows.
extension LineSetter {
  func decorate(_ content: Content, into frame: inout Frame, shift: Double) {
    rule(content, into: &frame, shift: shift, where: \.underline) { style, metrics in
      style.size * max(metrics.descent, -metrics.underlinePosition)
    }
    // A tenth above the middle of the figures, so that 8 stays 8; ideographs have theirs there.
    rule(content, into: &frame, shift: shift, where: \.strikethrough) { style, _ in style.size * -0.33 }
    emphasize(content, into: &frame, shift: shift)
    link(content, into: &frame, shift: shift)
  }

  /// One rule along neighbouring spans of one colour and size.
  ///
  /// - Parameter depth: of the rule's top below the baseline.
  private func rule(
    _ content: Content, into frame: inout Frame, shift: Double, where isRuled: (TextStyle) -> Bool,
    depth: (TextStyle, FontMetrics) -> Length
  ) {
    func look(_ placed: PlacedRun) -> RuleLook? {
      let style = source.spans[placed.span].style
      return isRuled(style) ? RuleLook(size: style.size, fill: style.fill) : nil
    }
    for runs in stretches(content, where: look) {
      let style = source.spans[runs[0].span].style
      let metrics = fonts.typeface(style.font).metrics
      let size = Size(width: runs.inkWidth, height: style.size * max(0.04, metrics.underlineThickness))
      frame.place(
        .shape(Shape(.rect(size, radius: .zero), fill: style.fill)),
        at: Point(x: runs.inkStart(shift), y: frame.baseline + depth(style, metrics)), role: .body)
    }
  }

  /// A dot under the middle of each ideograph, none under marks (CLREQ, "Emphasis dots").
  private func emphasize(_ content: Content, into frame: inout Frame, shift: Double) {
    for placed in content.runs where !placed.dots.isEmpty {
      let style = source.spans[placed.span].style
      let y = frame.baseline + style.size * (fonts.typeface(style.font).metrics.descent + 0.12)
      for dot in placed.dots {
        frame.place(
          .shape(Shape(.symbol(.circle, diameter: style.size * 0.16), fill: style.fill)),
          at: Point(x: .pt(dot + shift), y: y), role: .body)
      }
    }
  }

  /// One area over neighbouring spans that lead to one place, as high as the highest of them.
  private func link(_ content: Content, into frame: inout Frame, shift: Double) {
    for runs in stretches(content, where: { source.spans[$0.span].link }) {
      guard let target = source.spans[runs[0].span].link else { continue }
      let top = runs.map { $0.run.ascent + raise(of: $0) }.max() ?? .zero
      let bottom = runs.map { $0.run.descent - raise(of: $0) }.max() ?? .zero
      frame.place(
        .link(target, Size(width: runs.inkWidth, height: top + bottom)),
        at: Point(x: runs.inkStart(shift), y: frame.baseline - top), role: .body)
    }
  }

  /// Runs beside each other with one key, nil leaves a run out; without those that hold spaces only at either end.
  private func stretches<Key: Equatable>(_ content: Content, where key: (PlacedRun) -> Key?) -> [[PlacedRun]] {
    var result: [[PlacedRun]] = []
    var last: Key?
    for placed in content.runs {
      let key = key(placed)
      if key == nil || key != last { result.append([]) }
      if key != nil { result[result.count - 1].append(placed) }
      last = key
    }
    return result.map { $0.filter { !$0.ink.isEmpty } }.filter { !$0.isEmpty }
  }
}

private struct RuleLook: Equatable {
  var size: Length
  var fill: Color
}

extension [LineSetter.PlacedRun] {
  fileprivate var inkWidth: Length { .pt((last?.ink.upperBound ?? 0) - (first?.ink.lowerBound ?? 0)) }
  fileprivate func inkStart(_ shift: Double) -> Length { .pt((first?.ink.lowerBound ?? 0) + shift) }
}
