import Geometry
import Scene

/// A document with one of everything: headings, a paragraph that goes on over a page, links of each kind, a table, a
/// list, a figure with text and a link in it, furniture, a turned and a clipped group, an image, all symbols.
func sampleDocument() -> PagedDocument {
  var ids = 0
  func tag(_ element: StructureTag.Element, language: Language? = nil) -> StructureTag {
    ids += 1
    return StructureTag(id: ids, element, language: language)
  }
  let document = tag(.document)
  let section = tag(.section)
  let page = Size(420, 300)

  var first = Frame(size: page)
  first.place(.shape(Shape(.rect(page, radius: .zero), fill: Color(hex: "#F4F7FB"))), at: .zero, role: .background)
  first.merge(line("广东省知识产权数据 running head", size: 7), at: Point(20, 8))
  var body = Frame(size: page)
  body.place(.anchor("chapter-1"), at: Point(20, 30), role: .heading)
  body.group(
    line("一、专利和商标质押", size: 18, font: .bold, number: 1), at: Point(20, 30), role: .heading, tag: tag(.heading(1)))
  var paragraph = line("2022年，广东省专利和商标质押金额970.24亿元，同比增长119.25%。", size: 11)
  var x = 0.0
  for (text, destination) in [
    ("见", nil), ("图1", Destination.anchor("figure-1")), ("和", nil),
    ("国家知识产权局", .uri("https://www.cnipa.gov.cn/a b?q='数据'")), ("网站。", nil),
  ] {
    let piece = line(text, size: 11)
    paragraph.merge(piece, at: Point(x, 18))
    if let destination { paragraph.place(.link(destination, piece.size), at: Point(x, 18), role: .body) }
    x += piece.size.width.points
  }
  body.group(paragraph, at: Point(20, 62), role: .body, tag: tag(.paragraph))
  body.group(table(tag), at: Point(20, 110), role: .body, tag: tag(.table))
  body.group(list(tag), at: Point(220, 110), role: .body, tag: tag(.list(ordered: true)))
  body.group(
    line("An English aside.", size: 9), at: Point(20, 220), role: .body, tag: tag(.paragraph, language: .english))
  let continued = tag(.paragraph)
  body.group(line("一个段落从这一页", size: 11), at: Point(20, 240), role: .body, tag: continued)
  wrap(&first, body, document, section)
  first.merge(line("1", size: 8), at: Point(200, 280))

  var second = Frame(size: page)
  second.merge(line("广东省知识产权数据 running head", size: 7), at: Point(20, 8))
  var rest = Frame(size: page)
  rest.group(line("到下一页：广东的金额居首。", size: 11), at: Point(20, 24), role: .body, tag: continued)
  rest.place(.anchor("figure-1"), at: Point(20, 50), role: .figure)
  rest.group(figure(), at: Point(20, 50), role: .figure, tag: tag(.figure), alt: "柱形图：广东970.24亿元，“同比”增长119.25%")
  rest.group(line("图1 质押金额", size: 9), at: Point(20, 240), role: .caption, tag: tag(.caption))
  rest.group(line("注：按登记口径。", size: 8), at: Point(220, 240), role: .note, tag: tag(.note))
  wrap(&second, rest, document, section)
  second.merge(line("2", size: 8), at: Point(200, 280))

  return PagedDocument(
    info: DocumentInfo(
      title: "广东省知识产权“白皮书” & <数据>", author: "广东省知识产权局", subject: "知识产权", keywords: ["专利", "商标"],
      language: .simplifiedChinese, date: 1_700_000_000),
    pages: [Page(number: 1, label: "i", frame: first), Page(number: 2, label: "1", frame: second)],
    outline: [
      OutlineEntry(level: 1, title: "一、专利和商标质押", anchor: "chapter-1"),
      OutlineEntry(level: 3, title: "图1", anchor: "figure-1"),
      OutlineEntry(level: 1, title: "再看", anchor: "chapter-1"),
    ],
    fonts: [SampleFont.sans.resource, SampleFont.bold.resource],
    images: [ImageResource(width: 2, height: 2, pixels: [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 0, 0, 0, 0])])
}

private func wrap(_ page: inout Frame, _ body: Frame, _ document: StructureTag, _ section: StructureTag) {
  var inner = Frame(size: page.size)
  inner.group(body, at: .zero, role: .body, tag: section)
  page.group(inner, at: .zero, role: .body, tag: document)
}

private func table(_ tag: (StructureTag.Element, Language?) -> StructureTag) -> Frame {
  var table = Frame(size: Size(180, 60))
  table.place(
    .shape(Shape(.rect(Size(180, 20), radius: .zero), fill: Color(hex: "#DCE6F2"))), at: .zero, role: .background)
  for (index, cells) in [["地区", "金额"], ["广东", "970.24"], ["浙江", ""]].enumerated() {
    var row = Frame(size: Size(180, 20))
    for (column, text) in cells.enumerated() {
      let element: StructureTag.Element =
        index == 0
        ? .headerCell(.column, columns: 1, rows: 1)
        : column == 0 ? .headerCell(.row, columns: 1, rows: 1) : .dataCell(columns: 1, rows: 1)
      row.group(line(text), at: Point(Double(column) * 90, 0), role: .tableCell, tag: tag(element, nil))
    }
    table.group(row, at: Point(0, Double(index) * 20), role: .tableCell, tag: tag(.tableRow, nil))
  }
  let rule = Path.polyline([Point(0, 0), Point(180, 0)])
  table.place(.shape(Shape(.path(rule), stroke: Stroke(.black, width: .pt(0.5)))), at: Point(0, 20), role: .axisLine)
  return table
}

private func list(_ tag: (StructureTag.Element, Language?) -> StructureTag) -> Frame {
  var list = Frame(size: Size(180, 40))
  for (index, text) in ["登记金额", "登记件数"].enumerated() {
    var item = Frame(size: Size(180, 16))
    item.group(line("\(index + 1)."), at: .zero, role: .body, tag: tag(.label, nil))
    item.group(line(text), at: Point(14, 0), role: .body, tag: tag(.listBody, nil))
    list.group(item, at: Point(0, Double(index) * 16), role: .body, tag: tag(.listItem, nil))
  }
  return list
}

private func figure() -> Frame {
  var figure = Frame(size: Size(380, 180))
  let blue = Color(red: 10, green: 53, blue: 102)
  figure.place(
    .shape(Shape(.rect(Size(60, 100), radius: .pt(6)), fill: blue, stroke: Stroke(.black, width: .pt(1)))),
    at: Point(10, 60), role: .mark)
  figure.place(
    .shape(Shape(.rect(Size(60, 60), radius: .zero), fill: blue.withAlpha(90))), at: Point(80, 100), role: .mark)
  for (index, symbol) in Shape.Symbol.allCases.enumerated() {
    figure.place(
      .shape(
        Shape(
          .symbol(symbol, diameter: .pt(14)), fill: Color(red: 200, green: 80, blue: 20),
          stroke: Stroke(.black, width: .pt(0.8)))), at: Point(20 + 22 * Double(index), 20), role: .mark)
  }
  var curve = Path()
  curve.move(to: .zero)
  curve.cubic(Point(20, -60), Point(60, 60), to: Point(90, -20))
  let dashes = Stroke(blue, width: .pt(2), dash: [.pt(6), .pt(3)], cap: .round, join: .bevel)
  figure.place(.shape(Shape(.path(curve), stroke: dashes)), at: Point(160, 100), role: .mark)
  figure.place(.image(ImageID(0), Size(40, 40)), at: Point(260, 50), role: .figure)
  figure.group(line("广东970.24亿元"), at: Point(160, 140), role: .valueLabel)
  let turned = Group(frame: line("纵轴标题"), transform: Transform(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 0))
  figure.place(.group(turned), at: Point(320, 120), role: .axisTitle)
  figure.place(.group(Group(frame: line("裁去一半的字"), clip: Rect(0, 0, 30, 15))), at: Point(260, 100), role: .annotation)
  figure.place(.link(.uri("https://example.org/data.csv"), Size(60, 100)), at: Point(10, 60), role: .mark)
  return figure
}
