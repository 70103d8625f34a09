import Geometry
import PageLayout
import Scene
import Typesetting

/// Number, title and lead of a chapter. At a page's top the number stands large above the title; where the chapter begins
/// below another one, a rule and a small number part the two.
///
/// - Parameter isFirst: right below the masthead, which has a rule of its own.
func chapterOpener(
  _ chapter: ReportSource.Chapter, number: String, anchor: String, assembly: BlockAssembly, isFirst: Bool
) -> LayoutBlock {
  let styles = assembly.styles
  let grid = assembly.layout.baseline
  var blocks: [LayoutBlock] = []
  var title = TextBlock(
    styles.keepingWords(
      assembly.inlines.text([.text(chapter.title)], .chapter), width: assembly.layout.measure, clauses: assembly.layout.measure),
    style: styles.paragraph(.chapter, balanced: true),
    element: .heading(1), role: .heading)
  title.keepWithNext = true
  title.spaceAfter = .pt(9)
  blocks.append(.text(title))
  blocks.append(.figure(rule(Size(54, 2.25), color: styles.color("brand"))))
  if !chapter.lead.isEmpty {
    let text = assembly.inlines.text(chapter.lead, .lead)
    var lead =
      styles.keepingStatements(text, width: assembly.layout.measure).map { TextBlock($0, style: styles.paragraph(.lead)) }
      ?? TextBlock(text, style: styles.paragraph(.lead, alignment: .justified))
    lead.spaceBefore = .pt(13.5)
    blocks.append(.text(lead))
  }
  var panel = PanelBlock(blocks, padding: .zero, fill: nil)
  // A line below the number at a page's top; what parts the chapter from the one before has another above it.
  panel.spaceBefore = isFirst ? grid * 2 : grid
  panel.spaceAfter = grid
  panel.anchor = anchor
  panel.keepWithNext = true
  func numeral(_ role: TypeRole, after: Length) -> [LayoutBlock] {
    guard !number.isEmpty else { return [] }
    // Small, it is still the number of a chapter.
    var style = styles.text(.chapterNumber)
    style.size = styles.size(role)
    // Large type may be paler than small type.
    if role != .chapterNumber { style.fill = styles.color("brand") }
    var numeral = TextBlock(
      StyledText(number, style), style: styles.paragraph(role), element: .paragraph, role: .heading)
    numeral.spaceAfter = after
    return [.text(numeral)]
  }
  var hairline = FigureBlock(height: .init(grid), alt: nil) { size in
    var frame = Frame(size: size)
    frame.place(
      .shape(Shape(.rect(Size(width: size.width, height: .pt(0.75)), radius: .zero), fill: styles.color("brand"))), at: .zero,
      role: .background)
    return frame
  }
  hairline.spaceBefore = grid
  func opening(_ role: TypeRole) -> [LayoutBlock] {
    numeral(role, after: role == .chapterNumber ? .zero : .pt(4.5)).beside(chapter.pictogram, role, assembly: assembly)
  }
  let within: [LayoutBlock] = isFirst ? [] : [.figure(hairline)] + opening(.subsection)
  switch styles.theme.furniture.number {
  case .large:
    panel.opening = (atTop: opening(.chapterNumber), withinPage: within)
  // Without a number there is nothing to part from the page's top.
  case .line: panel.opening = (atTop: number.isEmpty ? [] : within, withinPage: within)
  case .band:
    let inset = grid / 2
    let numerals = numeral(.chapterNumber, after: .zero)
      .beside(chapter.pictogram, .chapterNumber, assembly: assembly, inset: inset, color: styles.color("white"))
    let band = PanelBlock(
      numerals, padding: Insets(top: .pt(4.5), right: inset, bottom: .pt(4.5), left: inset), fill: styles.color("brand"))
    var bandBelow = band
    bandBelow.spaceBefore = grid
    // Within a page the title follows without the space that it has at a page's top.
    let gap = FigureBlock(height: .init(grid), alt: nil) { Frame(size: $0) }
    panel.opening = (
      atTop: numerals.isEmpty ? [] : [.panel(band)],
      withinPage: isFirst ? [] : numerals.isEmpty ? [.figure(hairline)] : [.panel(bandBelow), .figure(gap)]
    )
  }
  return .panel(panel)
}

extension [LayoutBlock] {
  /// With a chapter's pictogram at the right end of the same line, right beside a small number; of a chapter without a number the pictogram alone.
  ///
  /// - Parameters:
  ///   - role: of the number, as high as which it is.
  ///   - inset: of the ground on which they stand, at each side.
  fileprivate func beside(
    _ name: String?, _ role: TypeRole, assembly: BlockAssembly, inset: Length = .zero, color: Color? = nil
  ) -> [LayoutBlock] {
    let styles = assembly.styles
    guard styles.theme.furniture.hasPictograms, let pictogram = styles.pictogram(name) else { return self }
    let side = styles.leading(role)
    let color = color ?? styles.color("c2")
    let picture = FigureBlock(height: .init(side), alt: nil) { size in
      var frame = Frame(size: size)
      frame.place(pictogram, size: side, at: .zero, color: color)
      return frame
    }
    guard !isEmpty else { return [.figure(picture)] }
    let gutter = assembly.layout.gutter
    let width = role == .chapterNumber ? assembly.layout.measure - inset * 2 - side - gutter : side * 1.5
    return [.columns(ColumnsBlock([.init(width: width, self), .init(width: side, [.figure(picture)])], gutter: gutter))]
  }
}

private func rule(_ rule: Size, color: Color) -> FigureBlock {
  FigureBlock(height: .init(rule.height), alt: nil) { size in
    var frame = Frame(size: size)
    frame.place(.shape(Shape(.rect(rule, radius: .zero), fill: color)), at: .zero, role: .background)
    return frame
  }
}
