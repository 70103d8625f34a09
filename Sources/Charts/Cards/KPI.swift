package import Diagnostics
package import Geometry
package import Scene
import Typesetting

/// One key figure with what qualifies it.
package struct KPI: Hashable, Sendable {
  package var label: String
  /// 超, 约 before the number.
  package var before: String
  package var number: String
  package var unit: String
  /// The growth, signed: +119.25%. A minus turns the arrow.
  package var change: String?
  /// What it is measured against: 较2021年.
  package var base: String?
  /// Shares and ranks: 占全国19.93%, 连续13年居全国首位.
  package var chips: [String]
  /// The number of the source in the appendix.
  package var reference: String?

  package init(
    label: String, before: String = "", number: String, unit: String = "", change: String? = nil, base: String? = nil,
    chips: [String] = [], reference: String? = nil
  ) {
    self.label = label
    self.before = before
    self.number = number
    self.unit = unit
    self.change = change
    self.base = base
    self.chips = chips
    self.reference = reference
  }
}

/// Cards side by side with equal size and the same four baselines: label, figure, change, chip.
///
/// - Returns: a frame of `width` and the height that the tallest card needs.
package func kpiRow(_ cards: [KPI], width: Length, gutter: Length, context: ChartContext) -> Warned<Frame> {
  let theme = context.theme ?? .annual
  let text = ChartText(typesetter: context.typesetter, theme: theme, language: context.language)
  let grid = KPIGrid(cards, width: width.points, gutter: gutter.points, text: text)
  var picture = Picture(size: Size(width.points, grid.height), text: text)
  grid.draw(at: .zero, into: &picture)
  return picture.finished(baseline: .pt(grid.rows.first?.layout.labelBaseline ?? 0))
}

/// Cards in as few rows as their figures allow, all of one width.
struct KPIGrid {
  let rows: [(cards: [KPI], layout: KPILayout)]
  private let cardWidth: Double
  private let gutter: Double
  private let rowGap: Double

  init(_ cards: [KPI], width: Double, gutter: Double, text: ChartText) {
    func cardWidth(_ count: Int) -> Double { max(1, (width - gutter * Double(count - 1)) / Double(count)) }
    func layout(_ cards: [KPI], _ count: Int) -> KPILayout {
      let own = cardWidth(count)
      let fitted = ChartText(
        typesetter: text.typesetter, theme: text.theme.fitting(cardWidth: own), language: text.language)
      return KPILayout(cards, width: own, text: fitted)
    }
    let most = max(1, min(4, cards.count))
    let fits = stride(from: most, to: 1, by: -1).first { count in
      cards.allSatisfy { layout(cards, count).figureWidth($0) <= cardWidth(count) + 0.5 }
    }
    // Rows of equal length: four cards that do not fit side by side stand two by two.
    let columns = fits.map { count in
      let rows = (cards.count + count - 1) / count
      return (cards.count + rows - 1) / max(1, rows)
    }
    let count = columns ?? 1
    rows = stride(from: 0, to: cards.count, by: count).map { start in
      let row = Array(cards[start..<min(cards.count, start + count)])
      return (row, layout(row, count))
    }
    self.cardWidth = cardWidth(count)
    self.gutter = gutter
    rowGap = text.theme.unit * 4
  }

  var height: Double { rows.reduce(-rowGap) { $0 + $1.layout.height + rowGap } }

  func draw(at origin: Point, into picture: inout Picture) {
    var y = origin.y.points
    for row in rows {
      for (i, card) in row.cards.enumerated() {
        row.layout.draw(card, at: Point(origin.x.points + Double(i) * (cardWidth + gutter), y), into: &picture)
      }
      y += row.layout.height + rowGap
    }
  }
}

extension ChartTheme {
  /// Narrow cards take the smaller class of figures; the classes are sizes of their own, nothing is scaled to fit.
  func fitting(cardWidth: Double) -> ChartTheme {
    var theme = self
    if cardWidth < kpiFigure.size * 4.2 {
      theme.kpiFigure = TypeSize((kpiFigure.size * 0.7 * 2).rounded() / 2, (kpiFigure.leading * 0.75 * 2).rounded() / 2)
    }
    return theme
  }
}

/// The levels that all cards of a row share, from the top of the card.
struct KPILayout {
  let width: Double
  let text: ChartText
  private let labelLines: Int
  private let hasChange: Bool
  private let chipRows: Int
  private var theme: ChartTheme { text.theme }

  init(_ cards: [KPI], width: Double, text: ChartText) {
    self.width = width
    self.text = text
    labelLines = cards.map { KPILayout.label($0, width: width, text: text).count }.max() ?? 1
    hasChange = cards.contains { $0.change != nil || $0.base != nil }
    chipRows =
      cards.map { card in card.chips.reduce(0) { $0 + KPILayout.chip($1, width: width, text: text).count } }.max() ?? 0
  }

  /// The lines of a card's label; its reference has room after the last.
  private static func label(_ card: KPI, width: Double, text: ChartText) -> [Line] {
    let room = card.reference.map { text.width($0, .kpiNote) + text.theme.clearance * 1.5 } ?? 0
    return text.lines(card.label, .kpiLabel, width: width - room)
  }

  /// A remark as one chip, or as lines without ground where it is wider than the card.
  private static func chip(_ remark: String, width: Double, text: ChartText) -> [Line] {
    let line = text.line(remark, .kpiNote, text.theme.palette.brand)
    if line.width.points + text.theme.unit * 1.8 <= width { return [line] }
    return text.lines(remark, .kpiNote, width: width, text.theme.palette.brand)
  }

  /// Room for the card's top rule.
  private var labelTop: Double { theme.unit * 2 }
  var labelBaseline: Double { labelTop + theme.kpiLabel.leading * 0.5 + theme.kpiLabel.size * 0.38 }
  private var figureTop: Double { labelTop + Double(labelLines) * theme.kpiLabel.leading + theme.unit }
  private var changeTop: Double { figureTop + theme.kpiFigure.leading + theme.unit }
  private var chipTop: Double { changeTop + (hasChange ? theme.kpiNote.leading + theme.unit : 0) }
  private var chipStep: Double { theme.kpiNote.size + theme.unit * 1.1 + theme.unit }
  var height: Double { chipTop + Double(chipRows) * chipStep + (chipRows == 0 ? 0 : theme.unit * 0.5) }

  func draw(_ card: KPI, at origin: Point, into picture: inout Picture) {
    let (x, y) = (origin.x.points, origin.y.points)
    if theme.brandTag == nil {
      picture.back.place(
        .shape(Shape(.rect(Size(width, theme.baselineWidth * 2), radius: .zero), fill: theme.palette.brand)),
        at: origin, role: .background)
    }
    drawLabel(card, x: x, y: y + labelTop, into: &picture)
    drawFigure(card, x: x, y: y + figureTop, into: &picture)
    drawChange(card, x: x, y: y + changeTop, into: &picture)
    var row = 0
    for chip in card.chips {
      let lines = KPILayout.chip(chip, width: width, text: text)
      let top = y + chipTop + chipStep * Double(row)
      if lines.count == 1 {
        picture.chip(lines[0], x: x, midY: top + (theme.kpiNote.size + theme.unit * 1.1) / 2)
      } else {
        picture.set(lines, x: x, y: top, leading: theme.kpiNote.leading, role: .kpi)
      }
      row += lines.count
    }
  }

  private func drawLabel(_ card: KPI, x: Double, y: Double, into picture: inout Picture) {
    let lines = KPILayout.label(card, width: width, text: text)
    // Short labels stand on the last line, next to their figure.
    let top = y + Double(labelLines - lines.count) * theme.kpiLabel.leading
    picture.set(lines, x: x, y: top, leading: theme.kpiLabel.leading, role: .kpi)
    guard let reference = card.reference, let last = lines.last else { return }
    let mark = text.line(reference, .kpiNote)
    let baseline = top + Double(lines.count - 1) * theme.kpiLabel.leading + last.frame.baseline.points
    picture.set(
      mark, topLeft: Point(x + last.width.points + theme.clearance * 1.5, baseline - mark.ascent.points), role: .kpi)
  }

  /// The number with what stands before it, and its unit.
  private func figure(_ card: KPI) -> (number: Line, gap: Double, unit: Line) {
    var styled = StyledText()
    if !card.before.isEmpty { styled.append(card.before, text.style(.kpiUnit), noBreak: true) }
    styled.append(card.number, text.style(.kpiFigure), noBreak: true)
    return (
      text.typesetter.label(styled), card.unit.isEmpty ? 0 : theme.unit * 0.8, text.line(card.unit, .kpiUnit)
    )
  }

  func figureWidth(_ card: KPI) -> Double {
    let (number, gap, unit) = figure(card)
    return number.width.points + gap + unit.width.points
  }

  private func drawFigure(_ card: KPI, x: Double, y: Double, into picture: inout Picture) {
    let (number, gap, unit) = figure(card)
    let baseline = y + theme.kpiFigure.leading / 2 + theme.kpiFigure.size * 0.36
    number.placed(into: &picture.front, at: Point(x, baseline), role: .kpi)
    unit.placed(into: &picture.front, at: Point(x + number.width.points + gap, baseline), role: .kpi)
    warn(figureWidth(card), card.number + card.unit, into: &picture)
  }

  private func drawChange(_ card: KPI, x: Double, y: Double, into picture: inout Picture) {
    let base = text.line(card.base ?? "", .kpiNote)
    let falls = card.change?.unicodeScalars.first.map { $0 == "\u{2212}" || $0 == "-" } ?? false
    let change = text.line(
      card.change.map { (falls ? "↓ " : "↑ ") + $0 } ?? "", .kpiNote, falls ? theme.palette.red : theme.palette.brand)
    let top = y + (theme.kpiNote.leading - theme.kpiNote.size) / 2
    let gap = card.base == nil ? 0 : theme.kpiNote.size * 0.4
    if card.base != nil { picture.set(base, topLeft: Point(x, top), role: .kpi) }
    if card.change != nil { picture.set(change, topLeft: Point(x + base.width.points + gap, top), role: .kpi) }
    warn(base.width.points + gap + change.width.points, (card.base ?? "") + (card.change ?? ""), into: &picture)
  }

  private func warn(_ needed: Double, _ what: String, into picture: inout Picture) {
    guard needed > width + 0.5 else { return }
    picture.diagnostics.append(
      .warning("chart.card-narrow", "“\(what)” is wider than its card", hint: "put fewer cards in the row"))
  }
}

extension ChartForm {
  /// The rows of a kpi chart as cards side by side, at most four in a row.
  func drawCard(_ layer: Layer, in area: Rect, text: ChartText, into picture: inout Picture) {
    if layer.table.rows.contains(where: { layer.value(.text, $0).text.isEmpty }) {
      picture.diagnostics.append(
        .error(
          "chart.card-empty", "a card has no number", hint: "name its field in the channel “text”, as in text: {field: value}"))
    }
    let grid = cardGrid(layer, width: area.size.width.points, text: text)
    let top = area.minY.points + max(0, area.size.height.points - grid.height) * text.theme.lowering
    if grid.height > area.size.height.points + 0.5 {
      picture.diagnostics.append(
        .warning(
          "chart.card-high",
          "the cards need \(Int(grid.height.rounded(.up))) of height, there are \(Int(area.size.height.points))",
          hint: "make the figure higher or show fewer cards"))
    }
    grid.draw(at: Point(area.minX.points, top), into: &picture)
  }

  func cardGrid(_ layer: Layer, width: Double, text: ChartText) -> KPIGrid {
    KPIGrid(layer.table.rows.map { layer.kpi($0) }, width: width, gutter: text.theme.unit * 8 / 3, text: text)
  }
}

extension Layer {
  /// A row as a card: `label`, `text` or `x` the number, `unit`, `growth`, `badge` (chips parted by a line end).
  func kpi(_ row: DataTable.Row) -> KPI {
    func some(_ channel: Encoding.Channel) -> String? {
      let text = value(channel, row).text
      return text.isEmpty ? nil : text
    }
    return KPI(
      label: some(.label) ?? "", before: some(.qualifier) ?? "", number: some(.text) ?? "", unit: some(.unit) ?? "",
      change: some(.growth), base: some(.detail), chips: some(.badge)?.split(separator: "\n").map(String.init) ?? [],
      reference: some(.order))
  }
}
