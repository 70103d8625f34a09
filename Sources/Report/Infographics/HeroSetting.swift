import Charts
import Diagnostics
import Geometry
import Scene
import Typesetting

/// The figure that leads a page: on a ground of the brand colour the pictogram, the figure with its label and change, and the sentence
/// that says what it means; in a narrow measure below each other.
struct HeroSetting {
  let styles: Styles
  let width: Length
  let card: Card

  private var white: Color { styles.color("white") }
  private var padding: Length { .pt(18) }
  private var isNarrow: Bool { width < .pt(330) }
  private var pictogramSize: Length { styles.pictogram(card.pictogram) != nil && styles.theme.furniture.hasPictograms ? .pt(54) : .zero }
  private var parts: CardParts { CardParts(styles: styles, color: white) }
  private var textLeft: Length {
    pictogramSize > .zero && !isNarrow ? padding + pictogramSize + .pt(18) : padding
  }
  /// The figure's part of the width.
  private var figureRoom: Length {
    isNarrow || card.sentence == nil ? width - textLeft - padding : (width - padding * 2) * 0.56 + padding - textLeft
  }
  private var sentenceLeft: Length { isNarrow ? padding : padding + (width - padding * 2) * 0.6 }
  private var sentenceRoom: Length { width - sentenceLeft - padding }

  private var figureSize: Length {
    let full = styles.size(.heroFigure)
    let sizes = [1.0, 0.85, 0.7, 0.55, 0.45].map { full * $0 }
    return sizes.first { parts.figure(card, size: $0, role: .heroFigure).width.fits(in: figureRoom) } ?? sizes[4]
  }
  private var sentence: [Line] {
    guard let text = card.sentence else { return [] }
    let styled = styles.keepingWords(StyledText(text, styles.text(.lead, color: white)))
    return styles.typesetter.paragraph(styled, style: styles.paragraph(.lead, balanced: true), width: sentenceRoom).value
  }
  /// Label, change and remarks round the figure.
  private var label: [Line] { parts.label(card, width: figureRoom) }
  private var remarks: [Line] { parts.change(card, width: figureRoom) + parts.remarks(card, width: figureRoom) }

  private func extent(of lines: [Line]) -> Length { lines.reduce(.zero) { $0 + $1.frame.size.height } }
  private var figureHeight: Length {
    extent(of: label) + styles.leading(.heroFigure) * (figureSize / styles.size(.heroFigure)) + extent(of: remarks) + .pt(4.5)
  }

  var height: Length {
    let beside = max(figureHeight, pictogramSize)
    guard isNarrow else { return max(beside, extent(of: sentence)) + padding * 2 }
    let head = pictogramSize > .zero ? pictogramSize + .pt(9) : .zero
    return head + figureHeight + (card.sentence == nil ? .zero : .pt(9) + extent(of: sentence)) + padding * 2
  }

  func frame(height: Length) -> Frame {
    var frame = Frame(size: Size(width: width, height: height))
    frame.place(.shape(Shape(.rect(frame.size, radius: .zero), fill: styles.color("brand"))), at: .zero, role: .background)
    let middle = height / 2
    var y = isNarrow ? padding : middle - figureHeight / 2
    if pictogramSize > .zero, let pictogram = styles.pictogram(card.pictogram) {
      let top = isNarrow ? padding : middle - pictogramSize / 2
      frame.place(pictogram, size: pictogramSize, at: Point(x: padding, y: top), color: white, disc: styles.theme.furniture.card == .disc ? styles.color("brand") : nil)
      if isNarrow { y += pictogramSize + .pt(9) }
    }
    frame.set(label, x: textLeft, y: y)
    y += extent(of: label)
    let line = parts.figure(card, size: figureSize, role: .heroFigure)
    y += styles.leading(.heroFigure) * (figureSize / styles.size(.heroFigure))
    line.placed(into: &frame, at: Point(x: textLeft, y: y - figureSize * 0.2), role: .kpi)
    if let reference = card.figure.reference {
      let mark = styles.typesetter.label(reference, styles.text(.note, color: white))
      mark.placed(into: &frame, at: Point(x: textLeft + line.width + .pt(4.5), y: y - figureSize * 0.2), role: .kpi)
    }
    y += .pt(4.5)
    frame.set(remarks, x: textLeft, y: y)
    let said = sentence
    guard !said.isEmpty else { return frame }
    if isNarrow {
      frame.set(said, x: sentenceLeft, y: y + extent(of: remarks) + .pt(9))
    } else {
      let top = middle - extent(of: said) / 2
      let rule = Size(width: .pt(2.25), height: extent(of: said))
      frame.place(
        .shape(Shape(.rect(rule, radius: .zero), fill: white)), at: Point(x: sentenceLeft - .pt(13.5), y: top), role: .background)
      frame.set(said, x: sentenceLeft, y: top)
    }
    return frame
  }
}
