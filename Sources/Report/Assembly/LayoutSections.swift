extension ReportSource {
  /// The chapters that a layout asks for, in its order of sections; within a section in the report's.
  func arranged(by layout: Layout) -> ReportSource {
    var copy = self
    copy.chapters = layout.sections.flatMap { section in chapters.filter { $0.section == section } }
    return copy.withoutMarks(of: sourceAnchors.subtracting(copy.sourceAnchors))
  }

  /// Headings go down one level at a time, also in the parts that are made from the data (ISO 14289-1, 7.4.2).
  func levelled() -> ReportSource {
    var copy = self
    for i in copy.chapters.indices {
      // What stands above a heading: levels as written and as printed. Headings of one level stay of one level.
      var above = [(written: 1, printed: 1)]
      for k in copy.chapters[i].blocks.indices {
        guard case .heading(let level, let text, let anchor) = copy.chapters[i].blocks[k] else { continue }
        while above.count > 1, above[above.count - 1].written >= level { above.removeLast() }
        above.append((level, above[above.count - 1].printed + 1))
        copy.chapters[i].blocks[k] = .heading(level: above[above.count - 1].printed, text, anchor: anchor)
      }
    }
    return copy
  }
}
