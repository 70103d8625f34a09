extension ReportSource {
  /// The chapters that a layout asks for, in its order of sections; within a section in the report's.
  func arranged(by layout: Layout) -> ReportSource {
    var copy = self
    copy.chapters = layout.sections.flatMap { section in chapters.filter { $0.section == section } }
    return copy
  }

  /// Headings go down one level at a time, also in the parts that are made from the data (ISO 14289-1, 7.4.2).
  func levelled() -> ReportSource {
    var copy = self
    for i in copy.chapters.indices {
      var last = 1
      for k in copy.chapters[i].blocks.indices {
        guard case .heading(let level, let text, let anchor) = copy.chapters[i].blocks[k] else { continue }
        last = max(2, min(level, last + 1))
        copy.chapters[i].blocks[k] = .heading(level: last, text, anchor: anchor)
      }
    }
    return copy
  }
}
