import Diagnostics
import Geometry
import Scene
import Typesetting

/// The figure that leads a page, on a ground of the brand colour.
///
/// Across a page the pictogram stands left, the figure with label and change beside it, and the sentence that says what it means
/// at the right; in half a page the pictogram stands in the corner and the sentence below. A share is a bar below the figure.
struct HeroSetting {
  let styles: Styles
  let width: Length
  let card: Card
  /// The heroes of one width in its row, itself among them: their numbers have one size, and label, number and sentence are level.
  var row: [Card] = []
  /// In a far higher box, as on a slide, the texts stand in its middle; beside another hero the first lines are level.
  var isCentred = false

  private var white: Color { styles.color("white") }
  private var isWide: Bool { width >= .pt(400) }
  private var padding: Length { .pt(isWide ? 18 : 13.5) }
  private var hasPictogram: Bool { styles.pictogram(card.pictogram) != nil && styles.theme.furniture.hasPictograms }
  private var pictogramSize: Length { .pt(isWide ? 54 : 31.5) }
  private var parts: CardParts { CardParts(styles: styles, color: white) }
  private var inner: Length { width - padding * 2 }
  private var textLeft: Length { isWide && hasPictogram ? padding + pictogramSize + .pt(18) : padding }
  /// The figure's part of the width.
  private var figureRoom: Length { isWide && card.sentence != nil ? padding + inner * 0.56 - textLeft : width - padding - textLeft }
  /// In half a page the label leaves room for the pictogram.
  private var labelRoom: Length { isWide || !hasPictogram ? figureRoom : figureRoom - pictogramSize - .pt(9) }
  private var sentenceLeft: Length { isWide ? padding + inner * 0.62 : padding }
  private var sentenceRoom: Length { width - padding - sentenceLeft }

  private var sizes: [Length] { [1.0, 0.85, 0.7, 0.55, 0.45].map { styles.size(.heroFigure) * $0 } }
  private var peers: [Card] { row.isEmpty ? [card] : row }
  private func fits(_ size: Length, _ card: Card) -> Bool {
    // The number of the source follows the figure.
    let room = figureRoom - (card.figure.reference == nil ? .zero : .pt(22.5))
    return parts.figure(card, size: size, role: .heroFigure).width.fits(in: room)
  }
  private var figureSize: Length { sizes.first { size in peers.allSatisfy { fits(size, $0) } } ?? sizes[sizes.count - 1] }

  /// What is wider than its ground at the least size.
  var diagnostics: [Diagnostic] {
    guard !fits(figureSize, card) else { return [] }
    return [
      .warning(
        "card.narrow", "“\(card.figure.number)\(card.figure.unit)” is wider than its ground",
        hint: "give the hero more of the row, or write the number with a larger unit")
    ]
  }
  private var figureLeading: Length { styles.leading(.heroFigure) * (figureSize / styles.size(.heroFigure)) }
  private func sentence(_ card: Card) -> [Line] {
    guard let text = card.sentence else { return [] }
    var styled = styles.keepingWords(StyledText(text, styles.text(.lead, color: white)), clauses: sentenceRoom)
    if let name = name(openingWith: card.figure.label, text) {
      styled.words = [name] + styled.words.filter { $0.lowerBound >= name.upperBound }
    }
    return styles.typesetter.paragraph(styled, style: styles.paragraph(.lead, balanced: true), width: sentenceRoom).value
  }
  /// The name that the sentence opens with, as the label ends in it, where it has room on a line: 专利和商标质押金额 of
  /// 广东专利和商标质押金额 is not parted.
  private func name(openingWith label: String, _ sentence: String) -> Range<Int>? {
    let (label, sentence) = (Array(label.unicodeScalars), Array(sentence.unicodeScalars))
    guard let count = (0...min(label.count, sentence.count)).last(where: { sentence.starts(with: label.suffix($0)) }), count > 1,
      (styles.size(.lead) * ems(sentence[..<count])).fits(in: sentenceRoom)
    else { return nil }
    return 0..<count
  }
  private func label(_ card: Card) -> [Line] { parts.label(card, width: labelRoom) }
  private func facts(_ card: Card) -> [Line] { parts.facts(card, width: figureRoom) }

  private var shareHeight: Length { .pt(4.5) }
  private func extent(of lines: [Line]) -> Length { lines.reduce(.zero) { $0 + $1.frame.size.height } }
  private func greatest(_ lines: (Card) -> [Line]) -> Length { peers.map { extent(of: lines($0)) }.max() ?? .zero }
  private var headHeight: Length { isWide || !hasPictogram ? greatest(label) : max(greatest(label), pictogramSize) }
  private var figureHeight: Length {
    let facts = greatest(facts)
    return headHeight + figureLeading + (facts == .zero ? .zero : facts + .pt(4.5))
      + (peers.allSatisfy { $0.share == nil } ? .zero : shareHeight + .pt(9))
  }

  var height: Length {
    let said = greatest(sentence)
    if isWide { return max(max(figureHeight, said), hasPictogram ? pictogramSize : .zero) + .pt(27) }
    return figureHeight + (said > .zero ? said + .pt(13.5) : .zero) + padding * 2
  }

  func frame(height: Length) -> Frame {
    var frame = Frame(size: Size(width: width, height: height))
    frame.place(.shape(Shape(.rect(frame.size, radius: .zero), fill: styles.color("brand"))), at: .zero, role: .background)
    let over = isCentred ? max(.zero, height - self.height) : .zero
    let start = isWide ? (height - figureHeight) / 2 : padding + over / 2
    if hasPictogram, let pictogram = styles.pictogram(card.pictogram) {
      let corner =
        isWide
        ? Point(x: padding, y: (height - pictogramSize) / 2) : Point(x: width - padding - pictogramSize, y: start)
      frame.place(pictogram, size: pictogramSize, at: corner, color: white)
    }
    var y = start
    frame.set(label(card), x: textLeft, y: y)
    y += headHeight
    let line = parts.figure(card, size: figureSize, role: .heroFigure)
    let baseline = y + figureLeading / 2 + figureSize * 0.36
    line.placed(into: &frame, at: Point(x: textLeft, y: baseline), role: .kpi)
    if let mark = parts.reference(card) {
      mark.placed(into: &frame, at: Point(x: textLeft + line.width + .pt(4.5), y: baseline), role: .kpi)
    }
    y += figureLeading + .pt(4.5)
    let facts = facts(card)
    frame.set(facts, x: textLeft, y: y)
    if let share = card.share {
      y += (facts.isEmpty ? .zero : extent(of: facts)) + .pt(4.5)
      let corner = Point(x: textLeft, y: y)
      let track = Shape(
        .rect(Size(width: figureRoom, height: shareHeight), radius: .zero), fill: styles.color("brand").mixed(with: white, 0.35))
      frame.place(.shape(track), at: corner, role: .background)
      let part = Shape(.rect(Size(width: figureRoom * (share / 100), height: shareHeight), radius: .zero), fill: white)
      frame.place(.shape(part), at: corner, role: .mark)
    }
    let said = sentence(card)
    guard !said.isEmpty else { return frame }
    if isWide {
      let top = (height - extent(of: said)) / 2
      rule(Size(width: .pt(1.5), height: extent(of: said)), at: Point(x: sentenceLeft - .pt(13.5), y: top), &frame)
      frame.set(said, x: sentenceLeft, y: top)
    } else {
      let room = greatest(sentence)
      let top = isCentred ? start + self.height - padding * 2 - room : height - padding - room
      rule(Size(width: inner, height: .pt(0.75)), at: Point(x: padding, y: top - .pt(6.75)), &frame)
      frame.set(said, x: sentenceLeft, y: top)
    }
    return frame
  }

  private func rule(_ size: Size, at corner: Point, _ frame: inout Frame) {
    frame.place(.shape(Shape(.rect(size, radius: .zero), fill: white)), at: corner, role: .background)
  }
}
