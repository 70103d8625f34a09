import AllCores
import Diagnostics
import Geometry
import PageLayout
import Scene

/// Stretches that follow each other without a forced page break, with the chapters that begin in them.
struct Part {
  /// As it is on the part's pages.
  let layout: Layout
  fileprivate(set) var stretches: [Stretch] = []
  /// Title of the chapter that begins at a box of a stretch.
  private(set) var titles: [(stretch: Int, box: Int, title: String)] = []
  fileprivate private(set) var chapters: [ChapterMaterial] = []
  /// What it was put together of; nil where something else than chapters stands in it.
  fileprivate private(set) var key: [PartKey]? = []

  init(_ layout: Layout) { self.layout = layout }

  /// Notes that the stretches of a chapter come next.
  mutating func append(_ chapter: ChapterMaterial, isNewSection: Bool) {
    chapters.append(chapter)
    key?.append(PartKey(edition: chapter.edition, isNewSection: isNewSection))
  }

  /// - Parameter title: of the chapter that begins with it.
  mutating func append(_ stretch: Stretch, title: String?) {
    let joins = stretches.last.map { $0.columns == stretch.columns } ?? false
    let box = joins ? stretches[stretches.count - 1].flow.boxes.count : 0
    if joins {
      stretches[stretches.count - 1].flow.append(stretch.flow)
    } else {
      stretches.append(stretch)
    }
    if let title { titles.append((stretches.count - 1, box, title)) } else if chapters.isEmpty { key = nil }
  }

  /// The stretches as they are on their pages, of which some have more boxes.
  mutating func take(_ placed: [Stretch]) {
    stretches = placed
    for (index, stretch) in placed.enumerated() {
      for sunk in stretch.sunk {
        for i in titles.indices where titles[i].stretch == index && titles[i].box > sunk.box { titles[i].box += sunk.growth }
      }
    }
  }

  /// The chapter in which a box stands.
  func title(stretch: Int, box: Int) -> String? {
    titles.last { ($0.stretch, $0.box) <= (stretch, box) }?.title
  }
  func beginsChapter(stretch: Int, box: Int) -> Bool {
    titles.contains { ($0.stretch, $0.box) == (stretch, box) }
  }
}

/// A part on its pages, each text column drawn.
struct PlacedPart: Sendable {
  /// Of the stretches before heights were chosen.
  var measures: [Stretch.Measures]
  /// With the heights that were chosen.
  var stretches: [Stretch]
  var regions: [PlacedSpan]
  var columns: [Frame]
  /// The notes in the margins, by page; there may be pages with nothing else at the end.
  var sideNotes: [Frame] = []
}

/// The pages of the text, numbered from 1, with running heads and folios.
struct PageSequence {
  let styles: Styles
  let title: String
  private(set) var frames: [Frame] = []
  /// Page number by anchor.
  private(set) var pageOfAnchor: [String: Int] = [:]

  init(styles: Styles, title: String) {
    self.styles = styles
    self.title = title
  }

  /// Which pages a part takes, and what stands on them.
  ///
  /// - Parameter earlier: the part as it was in an earlier edition; nil where none is kept.
  private func placed(_ part: Part, earlier: PlacedPart?, isKept: Bool) -> PlacedPart {
    let layout = part.layout
    for chapter in part.chapters { chapter.beginDrawing() }
    let measures = isKept ? part.stretches.map(\.measures) : []
    let (stretches, regions) =
      if let earlier, earlier.measures == measures {
        (zip(part.stretches, earlier.stretches).map { $0.parted(as: $1) }, earlier.regions)
      } else {
        arranged(part.stretches, height: layout.typeArea.height, overrun: layout.isEndless || layout.isSlides ? .zero : layout.baseline)
      }
    // Figures are drawn now that their heights are known: page by page, on all cores.
    let columns = onAllCores(regions.count) { i in
      let region = regions[i]
      let stretch = stretches[region.stretch]
      return composePage(
        stretch.flow, region.span, size: Size(width: layout.measure(textColumns: stretch.columns), height: region.height),
        fill: !layout.isEndless && (region.isFull || layout.isSlides))
    }
    return PlacedPart(
      measures: measures, stretches: stretches, regions: regions, columns: columns,
      sideNotes: layout.noteWidth(styles).map { sideNotes(stretches, regions, layout: layout, width: $0) } ?? [])
  }

  /// The notes in the outer margins of a part's pages.
  private func sideNotes(_ stretches: [Stretch], _ regions: [PlacedSpan], layout: Layout, width: Length) -> [Frame] {
    var notes = Array(repeating: [SideNote](), count: (regions.last?.page ?? -1) + 1)
    for region in regions where notes.indices.contains(region.page) {
      let own = PageLayout.sideNotes(
        stretches[region.stretch].flow, region.span, height: region.height, fill: !layout.isEndless && (region.isFull || layout.isSlides))
      notes[region.page] += own.map { $0.moved(down: region.top) }
    }
    var column = SideNoteColumn(size: Size(width: width, height: layout.typeArea.height), gap: layout.baseline / 4)
    var frames = notes.map { column.page($0) }
    while column.hasMore { frames.append(column.page([])) }
    return frames
  }

  /// Breaks a part into pages; it starts a page of its own.
  ///
  /// - Parameter memory: the parts of earlier editions.
  mutating func append(_ part: Part, memory: SetChapters? = nil) -> [Diagnostic] {
    var part = part
    let layout = part.layout
    let pages =
      if let memory, let key = part.key {
        memory.part(key, after: frames.count) { placed(part, earlier: $0, isKept: true) }
      } else {
        placed(part, earlier: nil, isKept: false)
      }
    let (regions, columns) = (pages.regions, pages.columns)
    part.take(pages.stretches)
    guard let last = regions.last.map({ max($0.page, pages.sideNotes.count - 1) }) else { return [] }
    var diagnostics: [Diagnostic] = []
    let first = frames.count
    var placesOfPages = Array(repeating: [Int](), count: last + 1)
    for (i, region) in regions.enumerated() where region.page <= last { placesOfPages[region.page].append(i) }
    for page in 0...last {
      let own = placesOfPages[page]
      let number = first + page + 1
      var frame = Frame(size: layout.page)
      var foot = Length.zero
      for place in own {
        let region = regions[place]
        let flow = part.stretches[region.stretch].flow
        diagnostics += enter(region, of: part, number: number)
        let width = layout.measure(textColumns: part.stretches[region.stretch].columns)
        // Of facing pages the text begins on a right-hand sheet: pages and sheets are odd together.
        let margins = layout.margins(ofSheet: number)
        let x = margins.left + (width + layout.gutter * 2) * Double(region.column)
        frame.merge(columns[place], at: Point(x: x, y: margins.top + region.top))
        if layout.isEndless { foot = max(foot, region.top + flow.height(of: region.span)) }
      }
      if page < pages.sideNotes.count {
        frame.merge(
          pages.sideNotes[page],
          at: Point(x: layout.noteLeft(ofSheet: number, width: pages.sideNotes[page].size.width), y: layout.margins.top))
      }
      if layout.isEndless {
        frame.size.height = min(layout.page.height, layout.margins.top + foot + layout.margins.bottom)
      }
      finish(&frame, number: number, part: part, first: own.first.map { regions[$0] })
      frames.append(frame)
    }
    return diagnostics
  }

  /// Notes the anchors of a region, and what is higher than its page.
  private mutating func enter(_ region: PlacedSpan, of part: Part, number: Int) -> [Diagnostic] {
    let flow = part.stretches[region.stretch].flow
    let boxes = region.span.boxes.map { flow.boxes[$0] } + region.span.floats.map { flow.floats[$0].box }
    var diagnostics: [Diagnostic] = []
    for box in boxes {
      for anchor in box.anchors where pageOfAnchor[anchor] == nil { pageOfAnchor[anchor] = number }
      if box.height.least > part.layout.typeArea.height {
        let chapter = part.title(stretch: region.stretch, box: region.span.boxes.lowerBound) ?? title
        diagnostics.append(
          .warning("page.overflow", "a block of chapter “\(chapter)” is higher than the page \(number) it stands on"))
      }
    }
    return diagnostics
  }

  /// Ground, running head and folio.
  private func finish(_ frame: inout Frame, number: Int, part: Part, first: PlacedSpan?) {
    let layout = part.layout
    if layout.isPixelDesign {
      var ground = Frame(size: frame.size, baseline: frame.baseline)
      ground.place(
        .shape(Shape(.rect(frame.size, radius: .zero), fill: styles.color("white"))), at: .zero, role: .background)
      ground.merge(frame, at: .zero)
      frame = ground
    }
    guard !layout.isEndless else { return }
    if let first, !part.beginsChapter(stretch: first.stretch, box: first.span.boxes.lowerBound),
      let chapter = part.title(stretch: first.stretch, box: first.span.boxes.lowerBound)
    {
      runningHead(layout: layout, sheet: number, styles: styles, left: title, right: chapter, into: &frame)
    }
    drawFolio("\(number)", sheet: number, layout: layout, styles: styles, into: &frame)
  }
}
