import Diagnostics
import Geometry
import Scales
import Scene

/// One part of a whole.
struct Part {
  var name: String
  /// 0 to 1.
  var share: Double
  /// The share for print, such as 19.93%.
  var label: String
  /// A further line, such as the level behind the share.
  var detail: String
  var color: Color
  var isDerived: Bool
  var isHighlighted: Bool
}

extension ChartForm {
  /// The rows as parts of their sum, in data order; more than `most` are merged into 其他.
  func parts(_ text: ChartText, most: Int, into picture: inout Picture) -> [Part] {
    guard let layer = layers.first else { return [] }
    let theme = text.theme
    let measure: Encoding.Channel = layer.encoding[.theta] != nil ? .theta : layer.encoding[.x] != nil ? .x : .y
    var rows = layer.table.rows.compactMap { row in
      layer.value(measure, row).number.map { (row: row, value: max(0, $0)) }
    }
    let words = ChartWords(text.language)
    var rest: Double?
    if rows.count > most {
      let order = rows.indices.sorted { rows[$0].value != rows[$1].value ? rows[$0].value > rows[$1].value : $0 < $1 }
      let kept = Set(order.prefix(most - 1))
      let merged = rows.indices.filter { !kept.contains($0) }
      rest = merged.reduce(0) { $0 + rows[$1].value }
      picture.diagnostics.append(
        .warning(
          "chart.parts",
          "\(merged.count) of \(rows.count) parts are merged into “\(words.other)”: \(most) are the most that can be told apart"
        ))
      rows = rows.indices.filter { kept.contains($0) }.map { rows[$0] }
    }
    let sum = rows.reduce(rest ?? 0) { $0 + $1.value }
    guard sum > 0 else { return [] }
    let isPercent = spec.unit == "%"
    let stated = FigureNumbers.suited(to: rows.map(\.value), words: .english)
    func percent(_ value: Double) -> String {
      isPercent
        ? FigureNumbers(decimals: stated.decimals).text(value, isPadded: false) + "%"
        : FigureNumbers(decimals: 1).text(value / sum * 100) + "%"
    }
    let highlight =
      spec.highlight.isEmpty ? rows.first.map { [layer.value(.color, $0.row).text] } ?? [] : spec.highlight
    let greys = [theme.palette.rule, theme.palette.context, theme.palette.grid, theme.palette.tint]
    var grey = -1
    var parts = rows.map { entry in
      let name = layer.value(.color, entry.row).text
      let isMain = highlight.contains(name)
      if !isMain { grey += 1 }
      let status = layer.value(.status, entry.row).text
      let sure = words.qualifier(layer.value(.qualifier, entry.row).text)
      return Part(
        name: name, share: entry.value / sum,
        label: sure + percent(entry.value) + (status == "derived" ? words.derived : ""),
        detail: layer.value(.text, entry.row).text, color: isMain ? theme.palette.brand : greys[grey % greys.count],
        isDerived: status == "derived", isHighlighted: isMain)
    }
    if let rest {
      parts.append(
        Part(
          name: words.other, share: rest / sum, label: percent(rest), detail: "",
          color: greys[(grey + 1) % greys.count], isDerived: false, isHighlighted: false))
    }
    return parts
  }
}
