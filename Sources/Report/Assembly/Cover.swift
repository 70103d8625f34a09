import Diagnostics
import Geometry
import PageLayout
import Scene
import Typesetting

/// The cover: a field of the brand colour with the title, a line of bars from the report's own figures, issuer and date.
func cover(
  _ source: ReportSource, layout: Layout, styles: Styles, charts: FigureSetting, pictures: PictureNumbers, tags: inout TagNumbers,
  document: StructureTag
) -> Frame {
  let page = layout.page
  let left = layout.margins.left
  var frame = Frame(size: page)
  // A page that is wider than high has no room for white above the field.
  let isWide = page.width > page.height
  let fieldTop = isWide ? .zero : page.height * 0.2
  let fieldHeight = page.height * (isWide ? 0.72 : 0.44)
  let brand = styles.color("brand")
  let form = styles.theme.furniture.cover
  switch form {
  case .field:
    frame.place(
      .shape(Shape(.rect(Size(width: page.width, height: fieldHeight), radius: .zero), fill: brand)),
      at: Point(x: .zero, y: fieldTop), role: .background)
  case .full: frame.place(.shape(Shape(.rect(page, radius: .zero), fill: brand)), at: .zero, role: .background)
  case .plain:
    frame.place(
      .shape(Shape(.rect(Size(width: layout.measure, height: .pt(4.5)), radius: .zero), fill: brand)),
      at: Point(x: left, y: fieldTop + .pt(27)), role: .background)
  }

  var composer = FrameComposer(size: page)
  func place(_ text: String, _ role: TypeRole, y: Length, width: Length, element: StructureTag.Element) -> Length {
    let styled = styles.keepingWords(
      StyledText(printForm(of: text, language: styles.language), styles.text(role, color: form == .full ? styles.color("white") : nil)),
      width: width)
    let lines = charts.typesetter.paragraph(styled, style: styles.paragraph(role, balanced: true), width: width).value
    let tag = tags.tag(element)
    var y = y
    for line in lines {
      var box = Frame(size: Size(width: width, height: line.frame.size.height))
      line.placed(into: &box, at: Point(x: .zero, y: line.frame.baseline), role: .title)
      var flowBox = FlowBox(box)
      flowBox.tags = [document, tag]
      flowBox.role = .title
      composer.place(flowBox, height: box.size.height, at: Point(x: left, y: y))
      y += line.frame.size.height
    }
    return y
  }

  let width = page.width - left - layout.margins.right
  if let logo = styles.logo {
    // Above the field; on a wide page at the right of the foot, where the field leaves room.
    let isOnBrand = form == .full
    let drawing = pictures.drawing(of: logo, onBrand: isOnBrand, width: width / 2)
    let size = drawing.size
    let corner =
      isWide
      ? Point(x: left + width - size.width, y: (fieldHeight + page.height - size.height) / 2)
      : Point(x: left, y: (fieldTop - size.height) / 2)
    var frame = Frame(size: size)
    frame.group(drawing, at: .zero, role: .figure, tag: tags.tag(.figure), alt: logo.logo.text)
    var box = FlowBox(frame)
    box.tags = [document]
    box.role = .figure
    composer.place(box, height: size.height, at: corner)
  }
  var y = place(source.title, .coverTitle, y: fieldTop + .pt(isWide ? 45 : 63), width: width, element: .heading(1))
  if let subtitle = source.subtitle {
    y = place(subtitle, .coverSubtitle, y: y + .pt(13.5), width: width, element: .paragraph)
  }
  frame.merge(
    motifBars(source, size: Size(width: width, height: min(.pt(90), fieldTop + fieldHeight - y - .pt(36))), styles: styles),
    at: Point(x: left, y: fieldTop + fieldHeight - min(.pt(90), max(.zero, fieldTop + fieldHeight - y - .pt(36)))))
  var foot = isWide ? fieldHeight + .pt(18) : page.height - layout.margins.bottom - .pt(45)
  if let issuer = source.issuer { foot = place(issuer, .coverImprint, y: foot, width: width, element: .paragraph) }
  if let date = source.date { _ = place(date, .coverImprint, y: foot, width: width, element: .paragraph) }
  frame.merge(composer.finished(), at: .zero)
  return frame
}

/// One bar for each level the report states, as high as the root of its rank in the set: a picture of this report alone.
func motifBars(_ source: ReportSource, size: Size, styles: Styles) -> Frame {
  var frame = Frame(size: size)
  let values = source.motif ?? []
  guard values.count >= 3, size.height.points > 18, let greatest = values.max(), greatest > 0 else { return frame }
  let gap = 0.5
  let step = size.width / (Double(values.count) + gap * Double(values.count - 1) / 1)
  for (i, value) in values.enumerated() {
    let height = size.height * max(0.06, value / greatest)
    frame.place(
      .shape(
        Shape(
          .rect(Size(width: step, height: height), radius: .zero),
          fill: motifColor(styles))),
      at: Point(x: step * (1 + gap) * Double(i), y: size.height - height), role: .background)
  }
  return frame
}

/// Of the bars, by their ground.
private func motifColor(_ styles: Styles) -> Color {
  switch styles.theme.furniture.cover {
  case .field: styles.color("c2").mixed(with: styles.color("brand"), 0.45)
  case .full: styles.color("brand").mixed(with: styles.color("white"), 0.3)
  case .plain: styles.color("brand").mixed(with: styles.color("white"), 0.55)
  }
}
