import Charts
import Diagnostics
import Geometry
import Pictograms
import Scene
import Typesetting

/// Cards of one width side by side: equal height and the same baselines for label, figure, change and remarks.
///
/// At the top the pictogram with the number of the source at the other side, and the label; at the foot the figure with its unit, its
/// change against the base, shares and ranks, and a bar of the share, or a ring at the right where all of a row have a share and room.
/// In a higher row the figure grows as far as its card has room; what is left stands above and below it, or is the columns'.
struct CardSetting {
  let styles: Styles
  let width: Length
  private let form: Theme.Furniture.Card
  private let hasPictograms: Bool
  private let figureSize: Length
  /// The largest figure that all cards have room for.
  private let greatestFigure: Length
  private let labelLines: Int
  /// Of units below their numbers, where they are too long to stand beside them; 0: all stand beside.
  private let unitLines: Int
  /// Of change, shares and ranks together.
  private let remarkLines: Int
  private let hasShare: Bool
  /// Columns of earlier values between label and figure: all of a row have them or none.
  private let hasTrends: Bool
  private let hasRings: Bool
  /// What is wider than its card.
  let diagnostics: [Diagnostic]

  init(_ cards: [Card], width: Length, styles: Styles) {
    self.styles = styles
    self.width = width
    form = styles.theme.furniture.card
    let parts = CardParts(styles: styles)
    let inner = width - CardSetting.padding(form) * 2
    // All of a row or none: a card without one beside others looks forgotten. One and the same on all says nothing.
    hasPictograms =
      styles.theme.furniture.hasPictograms && cards.allSatisfy { styles.pictogram($0.pictogram) != nil }
      && (cards.count == 1 || Set(cards.map(\.pictogram)).count > 1)
    let full = styles.size(.cardFigure)
    let sizes = [1.0, 0.85, 0.72, 0.6].map { full * $0 }
    // A ring stands where no figure would be set smaller for it.
    let besideRing = inner - CardSetting.ringRoom
    let hasRings =
      cards.count > 1
      && cards.allSatisfy { $0.share != nil && parts.figure($0, size: full).width.fits(in: besideRing) }
    self.hasRings = hasRings
    let room = hasRings ? besideRing : inner
    func fits(_ card: Card, _ size: Length, withUnit: Bool) -> Bool {
      parts.figure(card, size: size, withUnit: withUnit).width.fits(in: room)
    }
    let size =
      sizes.first { size in cards.allSatisfy { fits($0, size, withUnit: true) } }
      ?? sizes.first { size in cards.allSatisfy { fits($0, size, withUnit: false) } } ?? sizes[3]
    figureSize = size
    let below = cards.map { !fits($0, size, withUnit: true) }
    greatestFigure =
      [1.5, 1.35, 1.2, 1.1].map { size * $0 }.first { large in zip(cards, below).allSatisfy { fits($0, large, withUnit: !$1) } } ?? size
    unitLines = zip(cards, below).map { $1 ? parts.unit($0, width: room).count : 0 }.max() ?? 0
    let hasCorner = hasPictograms
    labelLines = cards.map { parts.label($0, width: room, beside: !hasCorner && !hasRings).count }.max() ?? 1
    remarkLines = cards.map { parts.change($0, width: room).count + parts.remarks($0, width: room).count }.max() ?? 0
    hasShare = !hasRings && cards.contains { $0.share != nil }
    hasTrends = !hasRings && cards.allSatisfy { $0.trend.count > 2 }
    diagnostics = cards.filter { !fits($0, size, withUnit: false) }.map {
      .warning("card.narrow", "“\($0.figure.number)\($0.figure.unit)” is wider than its card", hint: "put fewer cards in the row")
    }
  }

  private static func padding(_ form: Theme.Furniture.Card) -> Length { form == .rule ? .zero : .pt(9) }

  private static let ringSize = Length.pt(45)
  /// What a ring takes of a card's width.
  private static let ringRoom = ringSize + .pt(9)

  // Distances from the top, in quarter steps of the grid of 18.
  private var step: Length { .pt(4.5) }
  private var padding: Length { CardSetting.padding(form) }
  private var pictogramSize: Length { .pt(22.5) }
  private var top: Length { step * 2 }
  private var labelTop: Length { top + (hasPictograms ? pictogramSize + step : .zero) }
  private var figureTop: Length { labelTop + styles.leading(.cardLabel) * Double(labelLines) + step / 2 }
  private func leading(_ figureSize: Length) -> Length { styles.leading(.cardFigure) * (figureSize / styles.size(.cardFigure)) }
  /// Of change, remarks and bar.
  private var footHeight: Length {
    styles.leading(.note) * Double(remarkLines) + (remarkLines > 0 ? step / 2 : .zero) + (hasShare ? step * 2 : .zero)
  }
  private var unitHeight: Length { styles.leading(.cardLabel) * Double(unitLines) }
  private var trendHeight: Length { hasTrends ? step * 6 : .zero }
  var height: Length { figureTop + trendHeight + leading(figureSize) + unitHeight + step / 2 + footHeight + step * 2 }

  /// - Parameter height: at least ``height``; the ground reaches to the foot.
  func frame(_ card: Card, height: Length) -> Frame {
    let parts = CardParts(styles: styles)
    let whole = width - padding * 2
    let inner = hasRings ? whole - CardSetting.ringRoom : whole
    var frame = Frame(size: Size(width: width, height: height))
    ground(&frame)
    if hasPictograms, let pictogram = styles.pictogram(card.pictogram) {
      frame.place(
        pictogram, size: pictogramSize, at: Point(x: padding, y: top), color: styles.color("brand"),
        disc: form == .disc ? styles.color("white") : nil)
    }
    let spare = max(.zero, height - self.height)
    let figureSize = min(greatestFigure, self.figureSize * (1 + spare / (leading(self.figureSize) * 1.5)))
    if let line = parts.reference(card) {
      let y = (hasPictograms ? top : labelTop) + line.ascent
      line.placed(into: &frame, at: Point(x: width - padding - line.width, y: y), role: .kpi)
    }
    let labels = parts.label(card, width: inner, beside: !hasPictograms && !hasRings)
    frame.set(labels, x: padding, y: labelTop)
    // What is left in a card without columns stands half above and half below what is at its foot.
    let taken = self.height - leading(self.figureSize) + leading(figureSize)
    let air = hasTrends ? Length.zero : max(.zero, height - taken) / 2
    let foot = height - step * 2 - air
    let figureFoot = foot - footHeight - step / 2 - unitHeight
    let hasUnitBelow = unitLines > 0 && !parts.figure(card, size: self.figureSize).width.fits(in: inner)
    parts.figure(card, size: figureSize, withUnit: !hasUnitBelow).placed(
      into: &frame, at: Point(x: padding, y: figureFoot - figureSize * 0.24), role: .kpi)
    if hasUnitBelow { frame.set(parts.unit(card, width: inner), x: padding, y: figureFoot) }
    frame.set(parts.change(card, width: inner) + parts.remarks(card, width: inner), x: padding, y: figureFoot + unitHeight + step / 2)
    if hasTrends {
      // Clear of the last line of the label.
      let room = figureFoot - leading(figureSize) - figureTop - step * 1.5
      columns(
        card.trend, at: Point(x: padding, y: figureTop + step / 2),
        size: Size(width: inner, height: min(max(room, step * 4), step * 14)), into: &frame)
    }
    guard let share = card.share else { return frame }
    if hasRings {
      // Below the number of the source, level with the figure and what qualifies it.
      let middle = (figureFoot - leading(figureSize) + foot) / 2
      let y = max(labelTop + styles.leading(.note), middle - CardSetting.ringSize / 2)
      ring(share, at: Point(x: width - padding - CardSetting.ringSize, y: y), into: &frame)
    } else {
      bar(share, at: Point(x: padding, y: foot - step), width: inner, into: &frame)
    }
    return frame
  }

  private func ground(_ frame: inout Frame) {
    if form != .rule {
      frame.place(.shape(Shape(.rect(frame.size, radius: .zero), fill: styles.color("tint"))), at: .zero, role: .background)
    }
    if form != .disc {
      let rule = Size(width: width, height: .pt(form == .rule ? 0.9 : 2.25))
      frame.place(.shape(Shape(.rect(rule, radius: .zero), fill: styles.color("brand"))), at: .zero, role: .background)
    }
  }

  /// The whole as a ring, the share on it clockwise from the top.
  private func ring(_ share: Double, at corner: Point, into frame: inout Frame) {
    let radius = CardSetting.ringSize.points / 2
    func arc(from start: Double, to end: Double) -> Path {
      sector(
        x: corner.x.points + radius, y: corner.y.points + radius, inner: radius * 0.64, outer: radius, from: start * 2 * .pi,
        to: end * 2 * .pi, corner: 0)
    }
    frame.place(.shape(Shape(.path(arc(from: 0, to: 1)), fill: styles.color("rule"))), at: .zero, role: .background)
    frame.place(.shape(Shape(.path(arc(from: 0, to: share / 100)), fill: styles.color("brand"))), at: .zero, role: .mark)
  }

  /// Values as columns from one zero, the last in the strong colour.
  private func columns(_ values: [Double], at corner: Point, size: Size, into frame: inout Frame) {
    guard let most = values.max(), most > 0 else { return }
    let pitch = min(size.width / Double(values.count), .pt(24))
    for (i, value) in values.enumerated() {
      let height = size.height * (value / most)
      let column = Size(width: pitch * 0.72, height: height)
      let place = Point(x: corner.x + pitch * Double(i), y: corner.y + size.height - height)
      let color = styles.color(i + 1 == values.count ? "brand" : "rule")
      frame.place(.shape(Shape(.rect(column, radius: .zero), fill: color)), at: place, role: .mark)
    }
  }

  /// The whole as a track, the share on it.
  private func bar(_ share: Double, at corner: Point, width: Length, into frame: inout Frame) {
    let whole = Size(width: width, height: step)
    frame.place(.shape(Shape(.rect(whole, radius: .zero), fill: styles.color("rule"))), at: corner, role: .background)
    let part = Size(width: width * (share / 100), height: step)
    frame.place(.shape(Shape(.rect(part, radius: .zero), fill: styles.color("brand"))), at: corner, role: .mark)
  }
}

/// The texts of a card.
struct CardParts {
  let styles: Styles
  var color: Color?

  private func lines(_ text: StyledText, _ role: TypeRole, width: Length) -> [Line] {
    let set = styles.typesetter.paragraph(text, style: styles.paragraph(role), width: width).value
    guard set.contains(where: { $0.width > width }) else { return set }
    // A word longer than the card is parted.
    var style = styles.paragraph(role)
    style.hyphenation = true
    return styles.typesetter.paragraph(text, style: style, width: width).value
  }

  /// The number of the source, which leads to its sentence where the report has it.
  func reference(_ card: Card) -> Line? {
    guard let text = card.figure.reference else { return nil }
    let anchor = SourceNumbers.anchor(ofMark: text).flatMap { styles.anchors.contains($0) ? $0 : nil }
    return styles.typesetter.label(StyledText(spans: [.init(text, styles.text(.note, color: color), link: anchor.map { .anchor($0) })]))
  }

  /// - Parameter beside: the number of the source stands beside the first line.
  func label(_ card: Card, width: Length, beside: Bool = false) -> [Line] {
    let room = beside ? reference(card).map { $0.width + .pt(4.5) } ?? .zero : .zero
    return lines(styles.keepingWords(StyledText(card.figure.label, styles.text(.cardLabel, color: color))), .cardLabel, width: width - room)
  }

  /// The number, what stands before it and its unit on one baseline; the unit at half the size.
  func figure(_ card: Card, size: Length, role: TypeRole = .cardFigure, withUnit: Bool = true) -> Line {
    // A hero's number has the colour of its style, which the theme chooses for the ground.
    var number = styles.text(role, color: role == .heroFigure ? nil : color)
    number.size = size
    var small = styles.text(.cardLabel, color: color ?? styles.color("brand"))
    small.size = max(small.size, size * 0.45)
    var text = StyledText()
    if !card.figure.before.isEmpty { text.append(card.figure.before + "\u{2009}", small, noBreak: true) }
    text.append(card.figure.number, number, link: card.figure.unprintedSource.map { .unprinted($0) }, noBreak: true)
    if withUnit, !card.figure.unit.isEmpty { text.append("\u{2009}" + card.figure.unit, small, noBreak: true) }
    return styles.typesetter.label(text)
  }

  /// The unit by itself, below its number.
  func unit(_ card: Card, width: Length) -> [Line] {
    guard !card.figure.unit.isEmpty else { return [] }
    return lines(StyledText(card.figure.unit, styles.text(.cardLabel, color: color ?? styles.color("brand"))), .cardLabel, width: width)
  }

  /// `较2021年 ↑ +119.25%`
  func change(_ card: Card, width: Length) -> [Line] {
    let text = changeText(card)
    return text.spans.isEmpty ? [] : lines(text, .note, width: width)
  }

  private func changeText(_ card: Card) -> StyledText {
    var text = StyledText()
    if let base = card.figure.base { text.append(base + (card.figure.change == nil ? "" : " "), styles.text(.note, color: color)) }
    if let change = card.figure.change {
      let falls = GrowthDirection(of: change) == .down
      var style = styles.text(.note, color: color ?? styles.color(falls ? "c3" : "brand"))
      style.font = styles.heavier(.note)
      text.append(growthArrow(change) + change, style, noBreak: true)
    }
    return text
  }

  /// Change and remarks in one line, where they have room; else a line ends between two of them.
  func facts(_ card: Card, width: Length) -> [Line] {
    let remarks = card.figure.chips.map { StyledText($0, styles.text(.note, color: color ?? styles.color("brand"))) }
    var texts: [StyledText] = []
    for piece in [changeText(card)] + remarks where !piece.spans.isEmpty {
      guard var text = texts.last else {
        texts.append(piece)
        continue
      }
      // The glyph of a list's bullet, and the character too: a face that has one glyph for both would need text of its own for one of them.
      text.append(" • ", styles.text(.note, color: color))
      for span in piece.spans { text.append(span.text, span.style, noBreak: span.noBreak) }
      if styles.typesetter.label(text).width.fits(in: width) { texts[texts.count - 1] = text } else { texts.append(piece) }
    }
    return texts.flatMap { lines($0, .note, width: width) }
  }

  /// Shares, ranks and other remarks, each from a line of its own.
  func remarks(_ card: Card, width: Length) -> [Line] {
    card.figure.chips.flatMap { lines(StyledText($0, styles.text(.note, color: color ?? styles.color("brand"))), .note, width: width) }
  }
}

extension Frame {
  /// Lines below each other, the first one's top at `y`.
  mutating func set(_ lines: [Line], x: Length, y: Length, role: Role = .kpi) {
    var top = y
    for line in lines {
      line.placed(into: &self, at: Point(x: x, y: top + line.frame.baseline), role: role)
      top += line.frame.size.height
    }
  }

  /// A pictogram in a square, on a disc where a colour is given for it.
  mutating func place(_ pictogram: Pictogram, size: Length, at corner: Point, color: Color, disc: Color? = nil) {
    guard let disc else {
      place(.shape(Shape(.path(pictogram.path(in: size.points, at: .zero)), fill: color)), at: corner, role: .decoration)
      return
    }
    place(
      .shape(Shape(.symbol(.circle, diameter: size), fill: color)),
      at: Point(x: corner.x + size / 2, y: corner.y + size / 2), role: .decoration)
    let inset = size * 0.2
    place(
      .shape(Shape(.path(pictogram.path(in: (size - inset * 2).points, at: .zero)), fill: disc)),
      at: Point(x: corner.x + inset, y: corner.y + inset), role: .decoration)
  }
}
