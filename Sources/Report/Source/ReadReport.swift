package import Diagnostics
import Indicators
import Markdown
import Scene
import StructuredData

/// Gives a picture by the path that a report names it with.
package typealias PictureLoader = @Sendable (String) throws(Diagnostic) -> Warned<LoadedPicture>

/// Reads a report source.
///
/// - Parameter pictures: nil where there is nothing to read pictures from.
/// - Throws: all errors of the text at once: front matter, fenced blocks, unknown figures, labels, notes.
package func readReport(
  _ text: String, document: String, evidence: Evidence, pictures: PictureLoader? = nil
) throws(Diagnostics) -> Warned<ReportSource> {
  if let problem = ReportLimits.problem(ofDefinitionsIn: text, document: document) { throw Diagnostics(problem) }
  let parsed = parseMarkdown(text, document: document)
  let warned = try readFrontMatter(parsed, document: document)
  let front = warned.value
  var reader = ReportReader(
    evidence: evidence, language: front.language, source: Array(text.unicodeScalars), data: FencedData(parsed.blocks), pictures: pictures)
  reader.diagnostics = warned.diagnostics + parsed.diagnostics
  var report = ReportSource(title: front.title.trimmed, language: front.language)
  report.subtitle = front.subtitle
  report.issuer = front.issuer
  report.date = front.date
  report.layout = front.layout
  report.theme = front.theme
  report.data = front.data
  report.corrections = front.corrections
  report.motif = front.motif
  report.chapters = reader.chapters(parsed.blocks)
  report.footnotes = reader.footnotes
  if report.chapters.isEmpty {
    reader.diagnostics.append(
      .error("report.empty", "the report has no text", at: SourceSpan(document: document), hint: "begin a chapter with “# Title”"))
  }
  if report.title.isEmpty {
    let instead = report.chapters.map(\.title).first { !$0.isEmpty } ?? Vocabulary(front.language).whitePaper
    reader.diagnostics.append(
      .warning("report.title", "the title is blank: the report is called “\(instead)”", at: front.titleSpan))
    report.title = instead
  }
  reader.checkNotes(document: document)
  reader.checkReferences(in: report)
  reader.checkCharacters(document: document)
  guard !reader.diagnostics.contains(where: { $0.severity == .error }) else { throw Diagnostics(reader.diagnostics) }
  return Warned(report, reader.diagnostics)
}

/// Turns the blocks of a Markdown text into those of a report. What it cannot print it reports.
struct ReportReader {
  let evidence: Evidence
  let language: Language
  /// The whole file.
  let source: [Unicode.Scalar]
  let data: FencedData
  let pictures: PictureLoader?
  var diagnostics: [Diagnostic] = []
  /// Names the figures that the report does not name itself.
  var figureCount = 0
  var footnotes: [ReportSource.Footnote] = []
  /// Where each label is given.
  private var labels: [String: SourceSpan] = [:]
  /// Anchors that links lead to.
  var references: [Spanned<String>] = []
  let figures: FigureReferences
  private var headingLevel = 1

  init(evidence: Evidence, language: Language, source: [Unicode.Scalar], data: FencedData, pictures: PictureLoader?) {
    self.evidence = evidence
    self.language = language
    self.source = source
    self.data = data
    self.pictures = pictures
    figures = FigureReferences(evidence, language: language)
  }

  // MARK: Chapters

  mutating func chapters(_ blocks: [MarkdownBlock]) -> [ReportSource.Chapter] {
    var chapters: [ReportSource.Chapter] = []
    var start = 0
    for (i, block) in blocks.enumerated() {
      guard case .heading(1, let inlines) = block.kind else { continue }
      addBody(blocks[start..<i], to: &chapters)
      chapters.append(chapter(inlines, at: block.span))
      start = i + 1
    }
    addBody(blocks[start...], to: &chapters)
    return chapters
  }

  private mutating func chapter(_ inlines: [MarkdownInline], at span: SourceSpan) -> ReportSource.Chapter {
    var chapter = ReportSource.Chapter(title: plainText(inlines, of: "a chapter’s title").trimmed)
    headingLevel = 1
    guard let attributes = attributes(&chapter.title, at: span, ofChapter: true) else { return chapter }
    chapter.isNumbered = !attributes.isUnnumbered
    chapter.section = attributes.section ?? .chapters
    chapter.anchor = attributes.anchor
    chapter.pictogram = attributes.pictogram
    if let name = attributes.pictogram, !evidence.pictograms.contains(name) {
      diagnostics.append(
        .error(
          "pictogram.unknown", "there is no pictogram “\(name)”", at: span,
          hint: nearestName(to: name, among: evidence.pictograms).map { "did you mean “\($0)”?" }))
    }
    return chapter
  }

  private mutating func addBody(_ blocks: ArraySlice<MarkdownBlock>, to chapters: inout [ReportSource.Chapter]) {
    var blocks = blocks
    // A note is no text of a chapter: a report that has nothing else is empty.
    while case .footnoteDefinition? = blocks.first?.kind {
      _ = self.blocks(blocks.prefix(1))
      blocks = blocks.dropFirst()
    }
    guard !blocks.isEmpty else { return }
    if chapters.isEmpty { chapters.append(.init(title: "", isNumbered: false)) }
    let last = chapters.count - 1
    // The first paragraph of a chapter, all of it in emphasis, is its lead.
    if case .paragraph(let inlines)? = blocks.first?.kind, inlines.count == 1, case .emphasis(let inner) = inlines[0].kind {
      chapters[last].lead = self.inlines(inner)
      blocks = blocks.dropFirst()
    }
    chapters[last].blocks = self.blocks(blocks)
  }

  /// Takes the attributes off a heading's title; nil where there are none.
  ///
  /// - Parameter isChapter: false of other headings, tables and pictures, which have a label only.
  mutating func attributes(_ title: inout String, at span: SourceSpan, ofChapter isChapter: Bool = false) -> HeadingAttributes? {
    guard let (text, attributes, unknown) = HeadingAttributes.split(title) else { return nil }
    title = text
    let own = [
      attributes.section.map { ".\($0.rawValue)" }, attributes.pictogram.map { "pictogram=\($0)" }, attributes.isUnnumbered ? "-" : nil,
    ].compactMap { $0 }
    if !isChapter, !own.isEmpty {
      diagnostics.append(
        .warning(
          "report.attribute", "“\(own.joined(separator: " "))” is for chapters only and has no effect here", at: span,
          hint: "write it behind a heading of the first level"))
    }
    let known = Layout.Section.allCases.filter(\.isChapter).map(\.rawValue)
    for word in unknown {
      let near = nearestName(to: String(word.dropFirst()), among: known)
      diagnostics.append(
        .error(
          "report.attribute", "“\(word)” is no attribute of a heading", at: span,
          hint: near.map { "did you mean “.\($0)”?" } ?? "write {-}, {#label} or {.\(known.joined(separator: "}, {."))}"))
    }
    if let anchor = attributes.anchor { label(anchor, at: span) }
    return attributes
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: some Sequence<MarkdownBlock>) -> [ReportBlock] {
    let blocks = Array(blocks)
    var out: [ReportBlock] = []
    var pending: (title: String, anchor: String?)?
    for (i, block) in blocks.enumerated() {
      if case .paragraph(let inlines) = block.kind {
        if i + 1 < blocks.count, case .table = blocks[i + 1].kind, let caption = caption(inlines) {
          pending = caption
          continue
        }
        if let note = tableNote(inlines), case .table(var table)? = out.last, table.note == nil {
          table.note = note
          out[out.count - 1] = .table(table)
          continue
        }
      }
      let read = self.block(block, caption: pending)
      pending = nil
      if case .marginal(let text, let cards)? = read.first, text.isEmpty {
        if case .paragraph? = out.last {
          out.append(.marginal([out.removeLast()], cards))
        } else {
          diagnostics.append(
            .warning(
              "report.place", "no paragraph stands before these cards that they could stand beside", at: block.span,
              hint: "put the cards below their paragraph, or leave place: out"))
          out.append(.cards(cards))
        }
        continue
      }
      if case .beside(let text, let figure)? = read.first, text.isEmpty {
        // The text beside a figure is the paragraph before it.
        if case .paragraph? = out.last {
          out.append(.beside([out.removeLast()], figure))
        } else {
          let place = figure.written?["place"]?.span ?? block.span
          diagnostics.append(
            .warning(
              "report.place", "no paragraph stands before this figure that it could stand beside", at: place,
              hint: "put the figure below its paragraph, or leave place: out"))
          out.append(.chart(figure))
        }
        continue
      }
      out += read
    }
    return out
  }

  private mutating func block(_ block: MarkdownBlock, caption: (title: String, anchor: String?)? = nil) -> [ReportBlock] {
    switch block.kind {
    case .heading(let level, let inlines): return [heading(level, inlines, at: block.span)]
    case .paragraph(let inlines): return paragraph(inlines)
    case .list(let list):
      let items = list.items.map { item in ReportList.Item(blocks(item.blocks), isChecked: item.isChecked) }
      return [.list(ReportList(items, start: list.start, isTight: list.isTight))]
    case .blockQuote(let inner): return quote(inner)
    case .codeBlock(let code): return fenced(code)
    case .table(let table): return [.table(self.table(table, caption: caption, at: block.span))]
    case .thematicBreak: return [.rule]
    case .htmlBlock(let html):
      if html.trimmed.hasPrefix("<!--"), html.trimmed.hasSuffix("-->") { return [] }
      diagnostics.append(
        .warning("report.html", "raw HTML is not printed", at: block.span, hint: "use Markdown or a fenced block"))
      return []
    case .footnoteDefinition(_, let number, let inner):
      footnotes.append(.init(anchor: "footnote-\(number)", text: note(inner)))
      return []
    }
  }

  /// A heading; where a level is left out it stands one below the heading before, as PDF/UA asks (ISO 14289-1, 7.4.2).
  private mutating func heading(_ level: Int, _ inlines: [MarkdownInline], at span: SourceSpan) -> ReportBlock {
    if level > headingLevel + 1 {
      diagnostics.append(
        .warning(
          "report.heading-skip", "a heading of level \(level) follows one of level \(headingLevel): it is set as level \(headingLevel + 1)",
          at: span))
    }
    headingLevel = max(2, min(level, headingLevel + 1))
    var text = self.inlines(inlines)
    guard case .text(var last)? = text.last, let attributes = attributes(&last, at: span) else {
      return .heading(level: headingLevel, text, anchor: nil)
    }
    text[text.count - 1] = .text(last)
    return .heading(level: headingLevel, text, anchor: attributes.anchor)
  }

  /// A paragraph; its pictures stand between its parts.
  private mutating func paragraph(_ inlines: [MarkdownInline]) -> [ReportBlock] {
    guard inlines.contains(where: \.isPicture) else { return [.paragraph(self.inlines(inlines))] }
    var out: [ReportBlock] = []
    var rest = inlines[...]
    while let at = rest.firstIndex(where: \.isPicture) {
      addText(rest[..<at], to: &out)
      if let picture = picture(rest[at]) { out.append(.picture(picture)) }
      rest = rest[(at + 1)...]
    }
    addText(rest, to: &out)
    return out
  }

  private mutating func addText(_ inlines: ArraySlice<MarkdownInline>, to out: inout [ReportBlock]) {
    let text = self.inlines(Array(inlines))
    if !text.text.trimmed.isEmpty || text.contains(where: { $0.text.isEmpty && $0 != .lineBreak }) { out.append(.paragraph(text)) }
  }

  private mutating func picture(_ inline: MarkdownInline) -> ReportPicture? {
    guard case .image(let path, let title, let inner) = inline.kind else { return nil }
    let alt = plain(inner).trimmed
    if alt.isEmpty {
      diagnostics.append(
        .warning(
          "report.picture-alt", "the picture “\(path)” has no alternative text", at: inline.span,
          hint: "write what it shows between the brackets: ![…](\(path))"))
    }
    guard let pictures else {
      diagnostics.append(.warning("report.picture", "the picture “\(path)” cannot be read here and is left out", at: inline.span))
      return nil
    }
    do throws(Diagnostic) {
      var title = title
      let attributes = attributes(&title, at: inline.span)
      let loaded = try pictures(path)
      for var finding in loaded.diagnostics {
        finding.span = inline.span
        diagnostics.append(finding)
      }
      return ReportPicture(
        path: path, alt: alt.isEmpty ? path : alt, title: title.isEmpty ? nil : title, anchor: attributes?.anchor,
        image: loaded.value.image, size: loaded.value.size)
    } catch {
      var problem = error
      problem.span = inline.span
      diagnostics.append(problem)
      return nil
    }
  }

  private mutating func quote(_ blocks: [MarkdownBlock]) -> [ReportBlock] {
    if case .paragraph(let inlines)? = blocks.first?.kind, plain(inlines).hasPrefix("[!") {
      return callout(inlines, rest: blocks.dropFirst())
    }
    var blocks = blocks
    var who: String?
    if case .paragraph(let inlines)? = blocks.last?.kind, blocks.count > 1 {
      let text = plain(inlines)
      if text.hasPrefix("——") || text.hasPrefix("— ") {
        who = String(plainText(inlines, of: "who is quoted").drop { $0 == "—" }).trimmed
        blocks.removeLast()
      }
    }
    let inner = self.blocks(blocks)
    return inner.isEmpty ? [] : [.quote(inner, attribution: who)]
  }

  /// `> [!NOTE] Title`, the text from the next line on.
  private mutating func callout(_ head: [MarkdownInline], rest: ArraySlice<MarkdownBlock>) -> [ReportBlock] {
    let line = head.prefix { if case .softBreak = $0.kind { false } else { true } }
    let title = String(plainText(Array(line), of: "a callout’s title").drop { $0 != "]" }.dropFirst()).trimmed
    var blocks: [ReportBlock] = []
    let text = head.dropFirst(line.count + 1)
    if !text.isEmpty { blocks += paragraph(Array(text)) }
    return [.callout(title: title.isEmpty ? nil : title, blocks + self.blocks(rest))]
  }

  // MARK: Labels

  /// A name that references use stands once in a report.
  mutating func label(_ name: String, at span: SourceSpan) {
    guard let first = labels[name] else {
      labels[name] = span
      return
    }
    var problem = Diagnostic.error("report.label-duplicate", "the label “\(name)” is given twice", at: span)
    problem.related = [first]
    diagnostics.append(problem)
  }

  /// A name for a figure without one.
  mutating func nextFigureLabel() -> String {
    repeat { figureCount += 1 } while labels["figure-\(figureCount)"] != nil
    return "figure-\(figureCount)"
  }

  /// Links of the report lead to something in it, the parts made from the data included.
  fileprivate mutating func checkReferences(in report: ReportSource) {
    guard !references.isEmpty else { return }
    let whole = expanded(report, evidence: evidence)
    let numbers = ChapterNumbers(whole, vocabulary: Vocabulary(language))
    let known = numbers.anchors.union(report.footnotes.map(\.anchor))
    for reference in references where !known.contains(reference.value) {
      let near = nearestName(to: reference.value, among: labels.keys.sorted())
      diagnostics.append(
        .error(
          "report.reference", "nothing here is called “#\(reference.value)”", at: reference.span,
          hint: near.map { "did you mean “#\($0)”?" } ?? "give a heading or table {#\(reference.value)}, or a chart the id"))
    }
  }

  /// Characters that mean nothing outside one program cannot be printed.
  fileprivate mutating func checkCharacters(document: String) {
    diagnostics += strayCharacters(in: source, document: document)
  }
}

extension MarkdownInline {
  var isPicture: Bool { if case .image = kind { true } else { false } }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
