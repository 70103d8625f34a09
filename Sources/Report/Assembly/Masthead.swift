import Geometry
import PageLayout
import Scene
import Typesetting

/// Title, subtitle, issuer and date on a field of the brand colour that reaches to the edges of the page.
func masthead(_ source: ReportSource, layout: Layout, styles: Styles, pictures: PictureNumbers) -> LayoutBlock {
  func line(_ text: String, _ role: TypeRole, color: Color, element: StructureTag.Element = .paragraph) -> TextBlock {
    let styled = styles.keepingWords(
      StyledText(printForm(of: text, language: styles.language), styles.text(role, color: color)),
      width: layout.measure)
    return TextBlock(styled, style: styles.paragraph(role, balanced: true), element: element, role: .title)
  }
  let white = styles.color("white")
  var blocks = [line(source.title, .chapter, color: white, element: .heading(1))]
  let below = [source.subtitle, source.issuer, source.date].compactMap { $0 }
  for (i, text) in below.enumerated() {
    var next = line(text, i == 0 ? .subsection : .note, color: white)
    next.spaceBefore = .pt(4.5)
    blocks.append(next)
  }
  let margins = layout.margins
  let reach = Insets(top: margins.top, right: margins.right, bottom: .zero, left: margins.left)
  var content = blocks.map { LayoutBlock.text($0) }
  if let logo = styles.logo {
    let drawing = pictures.drawing(of: logo, onBrand: true, width: layout.measure / 2)
    let block = FigureBlock(height: .init(drawing.size.height), alt: logo.logo.text, spaceAfter: layout.baseline) { _ in drawing }
    content.insert(.figure(block), at: 0)
  }
  var panel = PanelBlock(
    content, padding: Insets(top: .zero, right: .zero, bottom: .pt(18), left: .zero), fill: styles.color("brand"))
  panel.reach = reach
  panel.spaceAfter = layout.baseline
  return .panel(panel)
}
