import Geometry
import PageLayout
import Scene
import Typesetting

/// The contents: chapters and sections with leaders and page numbers, then figures and tables; each line a link.
func contentsPages(
  _ lines: [ContentsLine], figures: [ContentsLine], vocabulary: Vocabulary, layout: Layout, styles: Styles,
  typesetter: Typesetter, tags: inout TagNumbers, document: StructureTag, firstNumber: Int
) -> [Page] {
  let wide = contentsFlow(
    lines, figures: figures, isDense: false, vocabulary: vocabulary, layout: layout, styles: styles, typesetter: typesetter,
    tags: &tags, document: document)
  let area = layout.typeArea
  let heights = PageHeights(first: area.height, others: area.height)
  var (flow, spans) = (wide, paginate(wide, heights: heights))
  if spans.count > 1 {
    // A few lines would stand on a page of their own.
    let dense = contentsFlow(
      lines, figures: figures, isDense: true, vocabulary: vocabulary, layout: layout, styles: styles, typesetter: typesetter,
      tags: &tags, document: document)
    let pages = paginate(dense, heights: heights)
    if pages.count < spans.count { (flow, spans) = (dense, pages) }
  }
  return spans.enumerated().map { k, span in
    var frame = Frame(size: layout.page)
    let margins = layout.margins(ofSheet: firstNumber + k)
    frame.merge(composePage(flow, span, size: area, fill: false), at: Point(x: margins.left, y: margins.top))
    let label = roman(k + 1)
    drawFolio(label, sheet: firstNumber + k, layout: layout, styles: styles, into: &frame)
    return Page(number: firstNumber + k, label: label, frame: frame)
  }
}

/// - Parameter isDense: lines closer together, figures and tables two in a line.
private func contentsFlow(
  _ lines: [ContentsLine], figures: [ContentsLine], isDense: Bool, vocabulary: Vocabulary, layout: Layout, styles: Styles,
  typesetter: Typesetter, tags: inout TagNumbers, document: StructureTag
) -> Flow {
  let width = layout.measure
  let list = tags.tag(.contents)
  var flow = Flow()

  func heading(_ text: String, level: Int) -> FlowBox {
    let role: TypeRole = level == 1 ? .chapter : .section
    let leading = styles.leading(role)
    let height = level == 1 ? layout.baseline * 4 : layout.baseline * 2
    var frame = Frame(size: Size(width: width, height: height), baseline: leading * 0.76)
    let line = typesetter.label(text, styles.text(role))
    line.placed(into: &frame, at: Point(x: .zero, y: frame.baseline), role: .heading)
    if level == 1 {
      frame.place(
        .shape(Shape(.rect(Size(54, 2.25), radius: .zero), fill: styles.color("brand"))),
        at: Point(x: .zero, y: leading + .pt(4.5)), role: .background)
    }
    var box = FlowBox(frame)
    box.role = .heading
    return box
  }

  var title = heading(vocabulary.contents, level: 1)
  title.tags = [document, tags.tag(.heading(1))]
  flow.boxes.append(title)
  var i = 0
  while i < lines.count {
    let line = lines[i]
    let short = shortLines(from: i, of: lines, width: width, styles: styles)
    if short > 0 {
      // Names of many places stand in columns, read down each.
      let own = (width - layout.gutter * 4) / 3
      let parts = lines[i..<(i + short)].map {
        contentsLine($0, width: own, isDense: isDense, layout: layout, styles: styles, typesetter: typesetter)
      }
      let (rows, height) = ((parts.count + 2) / 3, parts[0].height.natural)
      var frame = Frame(size: Size(width: width, height: height * Double(rows)))
      for (k, part) in parts.enumerated() {
        guard case .frame(let inner) = part.content else { continue }
        let corner = Point(x: (own + layout.gutter * 2) * Double(k / rows), y: height * Double(k % rows))
        frame.group(inner, at: corner, role: .toc, tag: tags.tag(.contentsItem))
      }
      var box = FlowBox(frame)
      box.role = .toc
      box.tags = [document, list]
      box.breakBefore = .infinity
      flow.boxes.append(box)
      i += short
      continue
    }
    var box = contentsLine(line, width: width, isDense: isDense, layout: layout, styles: styles, typesetter: typesetter)
    box.tags = [document, list, tags.tag(.contentsItem)]
    if line.level == 1, i > 0 { box.spaceBefore = layout.baseline / 2 }
    // The sections of a chapter stay with it, where that leaves little of the page open.
    box.breakBefore = i == 0 || (line.level == 2 && lines[i - 1].level == 1) || i + 1 == lines.count ? .infinity : line.level == 2 ? 80 : 25
    flow.boxes.append(box)
    i += 1
  }
  if !figures.isEmpty {
    var head = heading(vocabulary.figuresAndTables, level: 2)
    head.spaceBefore = layout.baseline * 2
    head.opensChapter = !isDense
    if isDense { head.breakBefore = 200 }
    head.tags = [document, tags.tag(.heading(2))]
    flow.boxes.append(head)
    let list = tags.tag(.contents)
    // A short list is not parted; a long one in two columns is read down each of them on each page.
    let short = 30
    for (i, lines) in figures.chunks(of: isDense ? short * 2 : 1).enumerated() {
      let own = isDense ? (width - layout.gutter * 2) / 2 : width
      let parts = lines.map {
        contentsLine($0, width: own, isDense: isDense, role: isDense ? .note : nil, layout: layout, styles: styles, typesetter: typesetter)
      }
      guard var box = parts.first else { continue }
      if isDense {
        let (rows, height) = ((parts.count + 1) / 2, box.height.natural)
        var frame = Frame(size: Size(width: width, height: height * Double(rows)))
        for (k, part) in parts.enumerated() {
          guard case .frame(let inner) = part.content else { continue }
          let corner = Point(x: (own + layout.gutter * 2) * Double(k / rows), y: height * Double(k % rows))
          frame.group(inner, at: corner, role: .toc, tag: tags.tag(.contentsItem))
        }
        box = FlowBox(frame)
        box.role = .toc
        box.tags = [document, list]
      } else {
        box.tags = [document, list, tags.tag(.contentsItem)]
      }
      box.breakBefore = figures.count <= short || i < (isDense ? 1 : 2) ? .infinity : 0
      flow.boxes.append(box)
    }
  }
  return flow
}

/// How many sections from a line on, all of one chapter, are so many and so short that three stand in a line; 0 for none.
private func shortLines(from start: Int, of lines: [ContentsLine], width: Length, styles: Styles) -> Int {
  let run = lines[start...].prefix { $0.level == 2 }
  let room = (width / 3 - .pt(54)) / styles.size(.contents2)
  guard (12...90).contains(run.count), run.allSatisfy({ ems($0.title) <= room - 2 }) else { return 0 }
  return run.count
}

/// `01  Title ........ 12`, as a link to its place.
private func contentsLine(
  _ line: ContentsLine, width: Length, isDense: Bool, role: TypeRole? = nil, layout: Layout, styles: Styles, typesetter: Typesetter
) -> FlowBox {
  let isShort = role != nil
  let role = role ?? (line.level == 1 ? .contents1 : .contents2)
  let style = styles.text(role)
  let height = isDense ? (styles.leading(isShort ? .contents2 : role) * 0.75).rounded(upTo: layout.baseline / 4) : styles.leading(role)
  var frame = Frame(size: Size(width: width, height: height), baseline: height * 0.68)
  let page = typesetter.label(line.page > 0 ? "\(line.page)" : "", styles.text(role))
  var x = Length.zero
  if line.level == 1 {
    if !line.number.isEmpty {
      let number = typesetter.label(line.number, styles.text(role, color: styles.color("brand")))
      number.placed(into: &frame, at: Point(x: .zero, y: frame.baseline), role: .toc)
    }
    x = .pt(27)
  } else if line.number.isEmpty {
    x = .pt(27)
  } else {
    let number = typesetter.label(line.number, styles.text(role))
    number.placed(into: &frame, at: Point(x: .zero, y: frame.baseline), role: .toc)
    x = .pt(isShort ? 31.5 : 54)
  }
  let room = width - x - page.width - .pt(isShort ? 13.5 : 27)
  let title = fitted(printForm(of: line.title, language: styles.language), style, room: room, typesetter: typesetter)
  title.placed(into: &frame, at: Point(x: x, y: frame.baseline), role: .toc)
  page.placed(into: &frame, at: Point(x: width - page.width, y: frame.baseline), role: .toc)
  let start = x + title.width + .pt(9)
  let end = width - page.width - .pt(9)
  if end > start {
    var rule = Path()
    rule.move(to: .zero)
    rule.line(to: Point(x: end - start, y: .zero))
    frame.place(
      .shape(
        Shape(.path(rule), stroke: Stroke(styles.color("rule"), width: .pt(0.8), dash: [.zero, .pt(4)], cap: .round))),
      at: Point(x: start, y: frame.baseline - .pt(1)), role: .toc)
  }
  frame.place(.link(.anchor(line.anchor), frame.size), at: .zero, role: .toc)
  var box = FlowBox(frame)
  box.role = .toc
  return box
}

/// The text on one line, shortened where it is longer than `room`.
private func fitted(_ text: String, _ style: TextStyle, room: Length, typesetter: Typesetter) -> Line {
  var ems = room / style.size
  var line = typesetter.label(text, style)
  while line.width > room, ems > 2 {
    line = typesetter.label(shortened(text, ems: ems), style)
    ems -= 0.5
  }
  return line
}

/// Lower-case roman numerals, for the pages in front.
func roman(_ number: Int) -> String {
  let digits = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
  var rest = max(0, number)
  var out = ""
  for (value, text) in digits {
    while rest >= value {
      out += text
      rest -= value
    }
  }
  return out
}
