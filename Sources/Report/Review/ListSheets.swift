import Geometry
package import Scene

/// Sheets that only list what was read: the chapters of derived figures and of sources, which tell nothing themselves.
///
/// - Parameter document: of `report`, laid out.
package func listSheets(of document: PagedDocument, report: ReportSource, layout: Layout) -> Set<Int> {
  let chapters = report.arranged(by: layout).chapters
  let heads = document.outline.filter { $0.level == 1 }
  guard chapters.count == heads.count else { return [] }
  var places: [String: (sheet: Int, y: Length)] = [:]
  for page in document.pages {
    for (name, place) in page.frame.anchors where places[name] == nil { places[name] = (page.number, place.y) }
  }
  var sheets: Set<Int> = []
  // Where the list that is open began; nil in chapters that tell.
  var open: (sheet: Int, isShared: Bool)?
  func close(before sheet: Int) {
    guard let first = open.map({ $0.isShared ? $0.sheet + 1 : $0.sheet }), first < sheet else { return }
    sheets.formUnion(first..<sheet)
  }
  for (chapter, head) in zip(chapters, heads) {
    guard let place = places[head.anchor] else { continue }
    let lists = chapter.section == .derived || chapter.section == .sources
    if lists, open == nil {
      let top = (layout.on(chapter.section).margins.top + layout.baseline * 2) * layout.scale
      open = (place.sheet, place.y > top)
    } else if !lists {
      close(before: place.sheet)
      open = nil
    }
  }
  close(before: (document.pages.map(\.number).max() ?? 0) + 1)
  return sheets
}
