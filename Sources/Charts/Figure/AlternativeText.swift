import Dataflow
import Grammar
import Scene

/// What a reader who does not see the chart is told: the headline, what is measured, and the figures in the order of the data.
func alternativeText(
  _ source: ChartSource, _ units: [UnitModel], words: FigureWords, _ encoder: (UnitModel) -> UnitEncoder
) -> String {
  var spoken: [String] = []
  var seen: Set<String> = []
  // The provinces, and what is more than them.
  let most = 36
  for unit in units where ![.text, .rule].contains(unit.mark) {
    let phrases = encoder(unit).phrases(unit: source.unit ?? "", words, most: most).filter { seen.insert($0).inserted }
    spoken += phrases
    let count = unit.table.rowCount
    if count > most, !phrases.isEmpty { spoken.append(words.more(of: count, shown: most)) }
  }
  let title = source.view.title
  let parts = [
    title?.lines.joined(separator: " ") ?? "", title?.subtitle.joined(separator: " ") ?? "",
    spoken.joined(separator: words.semicolon),
  ]
  let whole = parts.filter { !$0.isEmpty }.map { $0 + words.stop }.joined()
  return whole.hasSuffix(" ") ? String(whole.dropLast()) : whole
}

/// What an untitled chart draws by what: the titles of its channels as its axes and legends have them; a word for a chart where it has none.
func measuresDrawn(by units: [UnitModel], _ config: Config, _ words: FigureWords) -> String {
  var titles: [String] = []
  for unit in units {
    for channel in [Channel.y, .x, .theta, .color, .size, .shape, .text] {
      guard let definition = unit.encoding[channel], definition.isField, definition.field?.name?.hasPrefix("_") != true,
        let title = definition.titleLines(config, guide: nil)?.joined(separator: " ") ?? definition.field?.name,
        !title.isEmpty, !titles.contains(title)
      else { continue }
      titles.append(title)
    }
  }
  return titles.isEmpty ? words.chart : titles.joined(separator: words.comma)
}

extension UnitEncoder {
  /// 广东 2022年：970.24亿元（推算）, row by row; empty for marks that stand for no single values.
  fileprivate func phrases(unit name: String, _ words: FigureWords, most: Int) -> [String] {
    let rows = Array(drawnRows.prefix(most))
    switch unit.mark {
    case .kpi: return cards.prefix(most).map { $0.spoken(words) }
    case .entry:
      let (date, head, body) = (remark(.x), remark(.label), remark(.text))
      return rows.map { row in
        [date(row) + words.colon + head(row), body(row)].filter { !$0.isEmpty }.joined(separator: words.comma)
      }
    default: break
    }
    guard
      let measure = [Channel.y, .x, .theta, .size, .color].first(where: { channel in
        guard let definition = unit.encoding[channel] else { return false }
        return definition.isField && definition.type == .quantitative && !definition.isBinned
          && !(channel == .y && unit.orient == .horizontal)
      }), let path = unit.encoding[measure]?.path()
    else { return [] }
    let values = table.values(at: path)
    let stated = stated
    let growth = remark(.growth)
    let naming: [Channel] = [.detail, .color, .x, .y].filter { channel in
      guard channel != measure, let definition = unit.encoding[channel] else { return false }
      // What a mark makes for its own layout is no name.
      return definition.isField && definition.type != .quantitative && definition.field?.name?.hasPrefix("_") != true
    }
    let names = naming.map { spoken($0, words) }
    return rows.compactMap { row in
      guard let digits = values.digits(at: row) else { return nil }
      var unique: [String] = []
      for name in names.map({ $0(row) }) where !name.isEmpty && !unique.contains(name) { unique.append(name) }
      let amount = digits + (words.isEnglish && name != "%" && !name.isEmpty ? " " + name : name)
      let rate = growth(row)
      return (unique.isEmpty ? "" : unique.joined(separator: " ") + words.colon) + stated(amount, row)
        + (rate.isEmpty ? "" : words.comma + words.sinceBefore + rate)
    }
  }

  /// What a row is called by a channel; moments as people write them.
  private func spoken(_ channel: Channel, _ words: FigureWords) -> (Int) -> String {
    let text = remark(channel)
    guard let definition = unit.encoding[channel], definition.isField, definition.value == nil, definition.datum == nil else { return text }
    let values = column(definition.path())
    let times = SpokenTimes(values, definition.timeUnit, words)
    return { row in times(values[row]) ?? text(row) }
  }
}
