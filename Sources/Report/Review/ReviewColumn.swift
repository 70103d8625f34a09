import Diagnostics
import Geometry
import PageLayout
import Scene
import Typesetting

extension ReviewEdition {
  private static let width = Length.pt(186)
  private static let padding = Length.pt(12)
  private static let gap = Length.pt(9)
  /// Lines of a sentence, tried in this order where a page has many notes.
  private static let lineCounts = [5, 3, 2, 1, 0]

  /// The page with the column at its right side, each note as near to its figures as the others let it.
  func withColumn(_ page: Page, _ notes: [ReviewNote], head: String?, tags: TagNumbers) -> Warned<Page> {
    var tags = tags
    let scale = layout.scale
    let size = page.frame.size
    let height = size.height / scale
    var columnFrame = Frame(size: Size(width: Self.width, height: height))
    columnFrame.place(
      .shape(Shape(.rect(columnFrame.size, radius: .zero), fill: styles.color("tint"))), at: .zero, role: .background)
    var composer = FrameComposer(size: columnFrame.size)
    let document = StructureTag(id: 0, .document)
    var top = min(layout.head, height / 2)
    if !notes.isEmpty || head != nil {
      for line in paragraph(
        [(vocabulary.reviewCopy + (page.label.isEmpty ? "" : " \(page.label)"), .strong)] + (head.map { [("\n" + $0, .plain)] } ?? []))
      {
        place(line, at: &top, &composer, path: [document, tags.tag(.paragraph)])
      }
      top += Self.gap
    }
    var findings: [Diagnostic] = []
    let room = height - top - Self.padding
    var lines = notes.map { _ in [Line]() }
    for count in Self.lineCounts {
      lines = notes.map { set($0, sentenceLines: count) }
      if totalHeight(lines) <= room { break }
    }
    var shown = notes.count
    while shown > 0, totalHeight(lines[..<shown]) > room - (shown < notes.count ? styles.leading(.note) : .zero) { shown -= 1 }
    if shown < notes.count {
      findings.append(
        .warning(
          "review.crowded", "\(notes.count - shown) of \(notes.count) notes have no room beside page \(page.number)",
          hint: "--coverage lists all figures"))
    }
    let tops = settledTops(
      notes[..<shown].map { $0.top / scale }, heights: lines[..<shown].map { self.height($0) }, gap: Self.gap, from: top,
      to: height - Self.padding)
    var frame = Frame(size: Size(width: size.width + Self.width * scale, height: size.height), baseline: page.frame.baseline)
    frame.merge(page.frame, at: .zero)
    let edge = (page.cut?.trim.minX ?? .zero) + (layout.page.width - layout.margins(ofSheet: page.number).right) * scale
    for k in 0..<shown {
      var y = tops[k]
      drawLeader(
        of: notes[k], from: edge, to: Point(x: size.width + Self.padding * (scale * 0.6), y: (y + styles.leading(.note) * 0.5) * scale),
        into: &frame)
      let tag = tags.tag(.note)
      for line in lines[k] { place(line, at: &y, &composer, path: [document, tag]) }
    }
    columnFrame.merge(composer.finished(), at: .zero)
    if shown < notes.count {
      let line = styles.typesetter.label(vocabulary.more(notes.count - shown), styles.text(.note, color: styles.color("c3")))
      line.placed(into: &columnFrame, at: Point(x: Self.padding, y: height - Self.padding), role: .annotation)
    }
    frame.merge(columnFrame.scaled(by: scale), at: Point(x: size.width, y: .zero))
    var copy = page
    copy.frame = frame
    return Warned(copy, findings)
  }

  private func height(_ lines: [Line]) -> Length { lines.reduce(.zero) { $0 + $1.frame.size.height } }
  private func totalHeight(_ notes: some Sequence<[Line]>) -> Length { notes.reduce(.zero) { $0 + height($1) + Self.gap } }

  private func place(_ line: Line, at y: inout Length, _ composer: inout FrameComposer, path: [StructureTag]) {
    var frame = Frame(size: Size(width: Self.width, height: line.frame.size.height))
    line.placed(into: &frame, at: Point(x: Self.padding, y: line.frame.baseline), role: .annotation)
    var box = FlowBox(frame)
    box.tags = path
    box.role = .annotation
    composer.place(box, height: frame.size.height, at: Point(x: .zero, y: y))
    y += line.frame.size.height
  }

  /// A line under each figure, and from the side of the first of them one to its note.
  ///
  /// - Parameter edge: the right side of the type area: no leader runs through it.
  private func drawLeader(of note: ReviewNote, from edge: Length, to end: Point, into frame: inout Frame) {
    let color = styles.color("c3")
    let width = Length.pt(0.5) * layout.scale
    for area in note.areas {
      frame.place(
        .shape(Shape(.rect(Size(width: area.size.width, height: width), radius: .zero), fill: color)),
        at: Point(x: area.minX, y: area.maxY + width * 2), role: .annotation)
    }
    guard let first = note.areas.min(by: { ($0.minY, $0.minX) < ($1.minY, $1.minX) }) else { return }
    let start = Point(x: max(first.maxX, edge) + width * 8, y: first.maxY + width * 2.5)
    var path = Path()
    path.move(to: .zero)
    path.line(to: end - start)
    frame.place(
      .shape(Shape(.path(path), stroke: Stroke(color, width: width * 0.6, dash: [width * 3, width * 3]))), at: start, role: .leader)
  }

  private enum Weight { case plain, strong, doubt }

  /// Number and figures, how each was read, then the sentence.
  private func set(_ note: ReviewNote, sentenceLines: Int) -> [Line] {
    var lines: [Line] = []
    // Whose and when is said once for readings that follow each other.
    var ground = ""
    lines += paragraph([("[\(note.number)] ", .strong), (note.readings.first?.ground ?? "", .plain)])
    for (i, reading) in note.readings.enumerated() {
      let own = i > 0 && reading.ground != ground && !reading.ground.isEmpty ? vocabulary.comma + reading.ground : ""
      let doubts = reading.doubts.isEmpty ? "" : vocabulary.comma + reading.doubts.joined(separator: vocabulary.comma)
      lines += paragraph([(reading.figure + " ", .strong), (reading.words + own, .plain), (doubts, .doubt)])
      ground = reading.ground
    }
    guard sentenceLines > 0 else { return lines }
    let style = styles.text(.note, color: styles.color("ink-2"))
    let all = quotation(note.sentence, style)
    if all.count <= sentenceLines { return lines + all }
    // What is cut off ends in an ellipsis.
    let kept = all[..<sentenceLines].map(\.text).joined()
    return lines + quotation(String(kept.dropFirst().dropLast(2)) + "…", style).prefix(sentenceLines)
  }

  private func quotation(_ text: String, _ style: TextStyle) -> [Line] {
    paragraph(StyledText(vocabulary.quoted(text), style))
  }

  private func paragraph(_ spans: [(text: String, weight: Weight)]) -> [Line] {
    var text = StyledText()
    for span in spans where !span.text.isEmpty {
      var style = styles.text(.note, color: span.weight == .doubt ? styles.color("c3") : styles.color("ink"))
      if span.weight == .strong { style.font = styles.heavier(.note) }
      text.append(span.text, style)
    }
    return paragraph(text)
  }
  private func paragraph(_ text: StyledText) -> [Line] {
    styles.typesetter.paragraph(text, style: styles.paragraph(.note), width: Self.width - Self.padding * 2).value
  }
}
