import Scene

/// Numbers and anchors of chapters, sections, figures and tables, given before anything is laid out.
struct ChapterNumbers {
  struct Entry: Hashable {
    /// `1`, `2`; `A`, `B` for what is not a numbered chapter.
    var number: String
    var anchor: String
    var title: String
  }
  struct Section {
    var title: String
    var anchor: String
    var chapter: Int
  }

  private(set) var chapters: [Entry] = []
  private(set) var sections: [Section] = []
  private(set) var labels: [String: String] = [:]
  private(set) var anchors: Set<String> = []
  private(set) var outline: [OutlineEntry] = []
  private var figures: FigureNumbering

  init(_ source: ReportSource, vocabulary: Vocabulary) {
    figures = FigureNumbering(vocabulary)
    var count = 0
    for (i, chapter) in source.chapters.enumerated() {
      if chapter.isNumbered { count += 1 }
      let entry = Entry(
        number: chapter.isNumbered ? (count < 10 ? "0\(count)" : "\(count)") : "",
        anchor: chapter.anchor ?? "chapter-\(i + 1)", title: chapter.title)
      chapters.append(entry)
      anchors.insert(entry.anchor)
      labels[entry.anchor] = entry.title
      // What stands before the first heading is of the whole report.
      let title = [chapter.title, source.title].first(where: isPrinted) ?? vocabulary.whitePaper
      outline.append(OutlineEntry(level: 1, title: title.exchangeable, anchor: entry.anchor))
      figures.begin(chapter: chapter.isNumbered ? "\(count)" : "")
      var section = 0
      var unnamed = 0
      number(chapter.blocks, chapter: i, section: &section, unnamed: &unnamed)
    }
  }

  private mutating func number(_ blocks: [ReportBlock], chapter: Int, section: inout Int, unnamed: inout Int) {
    for block in blocks {
      switch block {
      case .heading(let level, let text, let anchor):
        guard level == 2 else {
          if let anchor {
            anchors.insert(anchor)
            labels[anchor] = text.text
          }
          continue
        }
        section += 1
        let name = anchor ?? "section-\(chapter + 1)-\(section)"
        let title = text.text
        labels[name] = title
        sections.append(Section(title: title, anchor: name, chapter: chapter))
        anchors.insert(name)
        if isPrinted(title) { outline.append(OutlineEntry(level: 2, title: title.exchangeable, anchor: name)) }
      case .chart(let figure): name(figure)
      case .chartRow(let row): for figure in row { name(figure) }
      case .row(let row):
        for figure in row.charts { name(figure) }
        number(row.texts, chapter: chapter, section: &section, unnamed: &unnamed)
      case .beside(let text, let figure):
        number(text, chapter: chapter, section: &section, unnamed: &unnamed)
        name(figure)
      case .marginal(let text, _): number(text, chapter: chapter, section: &section, unnamed: &unnamed)
      case .table(let table):
        if let anchor = table.anchor {
          anchors.insert(anchor)
          if let title = table.title { labels[anchor] = figures.table(title: title, anchor: anchor) }
        }
        for row in table.rows { if let anchor = row.anchor { anchors.insert(anchor) } }
      case .sourceEntry(let entry): anchors.formUnion(entry.anchors)
      case .picture(let picture):
        guard let anchor = picture.anchor else { continue }
        anchors.insert(anchor)
        labels[anchor] = figures.figure(title: picture.title ?? picture.alt, anchor: anchor)
      case .callout(_, let inner), .quote(let inner, _): number(inner, chapter: chapter, section: &section, unnamed: &unnamed)
      case .list(let list):
        for item in list.items { number(item.blocks, chapter: chapter, section: &section, unnamed: &unnamed) }
      case .paragraph, .cards, .code, .rule, .generated: continue
      }
    }
  }

  private mutating func name(_ figure: ChartFigure) {
    guard let anchor = figure.anchor else { return }
    anchors.insert(anchor)
    labels[anchor] = figures.figure(title: figure.title ?? "", anchor: anchor)
  }

  /// The chapter's blocks with an anchor on each section heading.
  func anchored(_ chapter: ReportSource.Chapter, at index: Int) -> [ReportBlock] {
    var names = sectionAnchors(ofChapter: index)[...]
    return chapter.blocks.map { block in
      guard case .heading(2, let text, _) = block, let name = names.popFirst() else { return block }
      return .heading(level: 2, text, anchor: name)
    }
  }

  /// The anchors of a chapter's section headings.
  func sectionAnchors(ofChapter index: Int) -> [String] { sections.filter { $0.chapter == index }.map(\.anchor) }

  /// The lines of the contents, with the page each stands on.
  func contents(pages: [String: Int]) -> [ContentsLine] {
    var lines: [ContentsLine] = []
    for (i, chapter) in chapters.enumerated() {
      lines.append(
        ContentsLine(
          level: 1, number: chapter.number, title: chapter.title, page: pages[chapter.anchor] ?? 0, anchor: chapter.anchor))
      for section in sections where section.chapter == i {
        lines.append(
          ContentsLine(
            level: 2, number: "", title: section.title, page: pages[section.anchor] ?? 0, anchor: section.anchor))
      }
    }
    return lines
  }

  /// Figures and tables with a name, in reading order.
  var figureEntries: [(label: String, title: String, anchor: String)] { figures.entries }

  /// The list of figures and tables.
  func figureList(pages: [String: Int]) -> [ContentsLine] {
    figures.entries.map {
      ContentsLine(level: 2, number: $0.label, title: $0.title, page: pages[$0.anchor] ?? 0, anchor: $0.anchor)
    }
  }
}

struct ContentsLine: Equatable {
  var level: Int
  var number: String
  var title: String
  var page: Int
  var anchor: String
}

/// Whether something is left of a title without what cannot be exchanged.
private func isPrinted(_ title: String) -> Bool {
  title.unicodeScalars.contains { $0.isExchangeable && !$0.properties.isWhitespace }
}
