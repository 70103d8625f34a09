import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// One key figure with what qualifies it.
struct KPICard: Hashable, Sendable {
  var row: Int
  var label: String
  /// 超, 约 before the number.
  var before: String
  var number: String
  var unit: String
  /// The growth, signed: +119.25%. See ``growthArrow(_:)``.
  var change: String
  /// What it is measured against: 较2021年.
  var base: String
  /// Shares and ranks: 占全国19.93%, 连续13年居全国首位.
  var chips: [String]
  /// The number of the source in the appendix.
  var reference: String

  /// The card in one line, for readers who do not see it.
  func spoken(_ words: FigureWords) -> String {
    let change = [base, change].filter { !$0.isEmpty }.joined(separator: words.isEnglish ? " " : "")
    return ([label + (label.isEmpty ? "" : words.colon) + before + number + unit, change].filter { !$0.isEmpty } + chips)
      .joined(separator: words.comma)
  }
}

extension UnitEncoder {
  /// The rows as cards: `label`, `text` the number, `unit`, `growth`, `detail` (its base), `badge` (chips parted by a line end),
  /// `order` (the number of the source).
  var cards: [KPICard] {
    let words = FigureWords(language: text.language.rawValue)
    let (label, qualifier, unit, growth) = (remark(.label), remark(.qualifier), remark(.unit), remark(.growth))
    let (base, badge, reference) = (remark(.detail), remark(.badge), remark(.order))
    let plain = remark(.text)
    let values = self.unit.encoding[.text]?.path().map { table.values(at: $0) }
    return (0..<rowCount).map { row in
      let sign = qualifier(row)
      return KPICard(
        row: row, label: label(row), before: words.qualifier(sign).isEmpty && sign != "=" ? sign : words.qualifier(sign),
        number: values?.digits(at: row).map(text.digits) ?? plain(row), unit: unit(row), change: growth(row), base: base(row),
        chips: badge(row).split(separator: "\n").map(String.init), reference: reference(row))
    }
  }
}

extension UnitEncoder {
  /// The height that texts need which say themselves how high they are; nil for other marks.
  var neededHeight: Double? {
    switch unit.mark {
    case .kpi: CardGrid(cards, width: size.width, figure: unit.config["figure"], text: text).height
    case .entry: EntryList(self, width: size.width).height
    default: nil
    }
  }

  /// Cards side by side, at most four in a row.
  mutating func cardItems() -> [SceneItem] {
    let cards = cards
    if cards.contains(where: { $0.number.isEmpty }) || unit.encoding[.text] == nil {
      findings.append(
        .error(
          "chart.card-empty", "a card has no number", at: unit.encoding[.text]?.span ?? unit.span,
          hint: "name its field in the channel “text”, as in text: {field: value}"))
    }
    let grid = CardGrid(cards, width: size.width, figure: unit.config["figure"], text: text)
    reportHeight(grid.height, of: "cards")
    findings += grid.tooWide.map { words in
      .warning("chart.card-narrow", "“\(words)” is wider than its card", at: unit.span, hint: "put fewer cards in the row")
    }
    return grid.items(top: max(0, size.height - grid.height) * 0.35) { reference($0.row) }
  }

  /// Dated entries one below the other.
  mutating func entryItems() -> [SceneItem] {
    var list = EntryList(self, width: size.width)
    list.fit(into: size.height)
    reportHeight(list.height, of: "entries")
    return list.items(self)
  }

  private mutating func reportHeight(_ needed: Double, of what: String) {
    guard needed > size.height + 0.5 else { return }
    findings.append(
      .warning(
        "chart.height", "the \(what) need \(needed.rounded(.up).whole) of height, there are \(size.height.whole)", at: unit.span,
        hint: "make the figure higher or show fewer of them"))
  }
}

/// Cards in as few rows as their figures allow, all of one width.
struct CardGrid {
  private let rows: [(cards: [KPICard], layout: CardRow)]
  private let cardWidth: Double
  private let gutter: Double
  private let rowGap: Double

  init(_ cards: [KPICard], width: Double, figure: Properties, text: TextSetter) {
    let gutter = figure.number("kpiGutter") ?? 12
    func cardWidth(_ count: Int) -> Double { max(1, (width - gutter * Double(count - 1)) / Double(count)) }
    func row(_ cards: [KPICard], _ count: Int) -> CardRow { CardRow(cards, width: cardWidth(count), figure: figure, text: text) }
    let most = max(1, min(4, cards.count))
    let fits = stride(from: most, to: 1, by: -1).first { count in
      let layout = row(cards, count)
      return cards.allSatisfy { layout.figureWidth($0) <= cardWidth(count) + 0.5 }
    }
    // Rows of equal length: four cards that do not fit side by side stand two by two.
    let count =
      fits.map { count in
        let rows = (cards.count + count - 1) / count
        return (cards.count + rows - 1) / max(1, rows)
      } ?? 1
    rows = stride(from: 0, to: cards.count, by: max(1, count)).map { start in
      let part = Array(cards[start..<min(cards.count, start + max(1, count))])
      return (part, row(part, max(1, count)))
    }
    self.cardWidth = cardWidth(max(1, count))
    self.gutter = gutter
    rowGap = gutter * 1.5
  }

  var height: Double { max(0, rows.reduce(-rowGap) { $0 + $1.layout.height + rowGap }) }

  /// What is wider than its card.
  var tooWide: [String] {
    rows.flatMap { row in row.cards.compactMap { row.layout.widest($0).width > cardWidth + 0.5 ? row.layout.widest($0).text : nil } }
  }

  func items(top: Double, datum: (KPICard) -> DatumReference) -> [SceneItem] {
    var y = top
    return rows.flatMap { row -> [SceneItem] in
      defer { y += row.layout.height + rowGap }
      return row.cards.enumerated().flatMap { place, card in
        row.layout.items(card, x: Double(place) * (cardWidth + gutter), y: y, datum: datum(card))
      }
    }
  }
}

/// The levels that all cards of a row share: label, figure, change, chips.
private struct CardRow {
  let width: Double
  let text: TextSetter
  private let figure: Properties
  private let number: TextLook
  private let unitLook: TextLook
  private let label: TextLook
  private let note: TextLook
  private let labelLines: Int
  /// How many lines the bases and changes of the cards take.
  private let changeLines: Int
  private let chipRows: Int

  init(_ cards: [KPICard], width: Double, figure: Properties, text: TextSetter) {
    self.width = width
    self.text = text
    self.figure = figure
    var number = TextLook(figure, prefix: "kpi")
    var unit = TextLook(figure, prefix: "kpiUnit")
    // Narrow cards take the smaller class of figures; nothing is scaled to fit.
    if width < number.size * 4.2 {
      number.size = (number.size * 0.7 * 2).rounded() / 2
      unit.size = (unit.size * 0.75 * 2).rounded() / 2
    }
    (self.number, unitLook) = (number, unit)
    label = TextLook(figure, prefix: "kpiLabel")
    note = TextLook(figure, prefix: "kpiNote")
    let (label, note) = (label, note)
    labelLines = cards.map { Self.labelLines($0, width: width, label, note, text).count }.max() ?? 1
    changeLines = cards.map { Self.changeLines($0, width: width, note, text).count }.max() ?? 0
    chipRows = cards.map { card in card.chips.reduce(0) { $0 + Self.chipLines($1, width: width, note, text).count } }.max() ?? 0
  }

  /// The lines of a card's label; its reference has room after the last.
  private static func labelLines(_ card: KPICard, width: Double, _ label: TextLook, _ note: TextLook, _ text: TextSetter) -> [String] {
    let room = card.reference.isEmpty ? 0 : text.width(card.reference, note) + note.size * 0.4
    return text.wrapped(card.label, label, width: width - room)
  }

  /// A remark as one chip, or as lines without ground where it is wider than the card.
  private static func chipLines(_ remark: String, width: Double, _ note: TextLook, _ text: TextSetter) -> [String] {
    text.width(remark, note) + note.size * 0.9 <= width ? [remark] : text.wrapped(remark, note, width: width)
  }

  /// The base on as many lines as it needs, the change after it or below it.
  private static func changeLines(
    _ card: KPICard, width: Double, _ note: TextLook, _ text: TextSetter
  ) -> [(base: String, change: String)] {
    let arrow = growthArrow(card.change)
    let change = card.change.isEmpty ? "" : (arrow.isEmpty ? "" : arrow + " ") + card.change
    var lines = card.base.isEmpty ? [] : text.wrapped(card.base, note, width: width).map { (base: $0, change: "") }
    guard !change.isEmpty else { return lines }
    if let last = lines.last, text.width(last.base, note) + note.size * 0.4 + text.width(change, note) <= width {
      lines[lines.count - 1].change = change
    } else {
      lines.append(("", change))
    }
    return lines
  }

  private func leading(_ key: String, _ look: TextLook, _ factor: Double = 1.4) -> Double { figure.number(key) ?? look.size * factor }
  private var labelLeading: Double { leading("kpiLabelLineHeight", label) }
  private var noteLeading: Double { leading("kpiNoteLineHeight", note) }
  private var figureLeading: Double { number.size * 1.08 }
  private var unit: Double { note.size * 0.55 }
  private var ruleWidth: Double { figure.number("kpiRuleWidth") ?? 0 }
  private var labelTop: Double { ruleWidth > 0 ? unit * 2 : 0 }
  private var figureTop: Double { labelTop + Double(labelLines) * labelLeading + unit }
  private var changeTop: Double { figureTop + figureLeading + unit }
  private var chipTop: Double { changeTop + (changeLines > 0 ? noteLeading * Double(changeLines) + unit : 0) }
  private var chipStep: Double { note.size * 1.55 + unit * 0.8 }
  var height: Double { chipTop + Double(chipRows) * chipStep + (chipRows == 0 ? 0 : unit * 0.5) }

  private func gap(_ card: KPICard) -> Double { card.unit.isEmpty ? 0 : number.size * 0.1 }

  func figureWidth(_ card: KPICard) -> Double {
    text.width(card.before, unitLook) + text.width(card.number, number) + gap(card) + text.width(card.unit, unitLook)
  }

  func widest(_ card: KPICard) -> (text: String, width: Double) {
    let lines = Self.changeLines(card, width: width, note, text).map { line in
      (
        text: line.base + line.change,
        width: text.width(line.base, note) + text.width(line.change, note)
          + (line.base.isEmpty || line.change.isEmpty ? 0 : note.size * 0.4)
      )
    }
    return ([(card.number + card.unit, figureWidth(card))] + lines).max { $0.width < $1.width } ?? ("", 0)
  }

  func items(_ card: KPICard, x: Double, y: Double, datum: DatumReference) -> [SceneItem] {
    var items: [SceneItem] = []
    func put(_ words: String, _ look: TextLook, _ x: Double, _ y: Double, _ baseline: TextBaseline) -> Double {
      guard !words.isEmpty else { return x }
      let placed = text.place([words], look, x: x, y: y, align: .left, baseline: baseline, role: .kpi, datum: datum)
      items += placed.items
      return x + text.width(words, look)
    }
    if ruleWidth > 0 {
      items.append(
        SceneItem(
          content: .shape(Shape(.rect(Size(width, ruleWidth), radius: .zero), fill: number.color), at: Point(x, y)),
          bounds: Box(x, y, x + width, y + ruleWidth), role: .decoration))
    }
    // Short labels stand on the last line, next to their figure.
    let lines = Self.labelLines(card, width: width, label, note, text)
    var top = y + labelTop + Double(labelLines - lines.count) * labelLeading
    for (place, line) in lines.enumerated() {
      let end = put(line, label, x, top + labelLeading / 2, .middle)
      if place == lines.count - 1 { _ = put(card.reference, note, end + note.size * 0.4, top + labelLeading / 2, .middle) }
      top += labelLeading
    }
    let baseline = y + figureTop + figureLeading / 2 + number.size * 0.36
    var end = put(card.before, unitLook, x, baseline, .alphabetic)
    end = put(card.number, number, end, baseline, .alphabetic)
    _ = put(card.unit, unitLook, end + gap(card), baseline, .alphabetic)
    var changeLook = note
    changeLook.color = GrowthDirection(of: card.change) == .down ? figure.color("kpiFallColor") ?? number.color : number.color
    for (place, line) in Self.changeLines(card, width: width, note, text).enumerated() {
      let level = y + changeTop + (Double(place) + 0.5) * noteLeading
      end = put(line.base, note, x, level, .middle)
      _ = put(line.change, changeLook, line.base.isEmpty ? x : end + note.size * 0.4, level, .middle)
    }
    var row = 0
    for remark in card.chips {
      let lines = Self.chipLines(remark, width: width, note, text)
      let top = y + chipTop + chipStep * Double(row)
      var look = note
      look.color = figure.color("chipTextColor") ?? note.color
      if lines.count == 1 {
        items += text.chip(
          lines[0], look, ground: figure.chipGround, x: x,
          y: top + note.size * 0.775, role: .kpi, datum: datum)
      } else {
        for (place, line) in lines.enumerated() { _ = put(line, look, x, top + (Double(place) + 0.5) * noteLeading, .middle) }
      }
      row += lines.count
    }
    return items
  }
}
