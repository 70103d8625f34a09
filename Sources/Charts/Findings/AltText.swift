import Diagnostics
import Scene

/// What a reader who does not see the chart is told: the finding, what is measured, and the figures in data order.
package func altText(_ spec: ChartSpec, context: ChartContext) -> String {
  if let alt = spec.alt { return alt }
  let isChinese = context.language.isChinese
  let words = ChartWords(context.language)
  var diagnostics: [Diagnostic] = []
  let layers = spec.layers(in: context, diagnostics: &diagnostics)
  var figures: [String] = []
  for layer in layers where layer.mark.kind != .text && layer.mark.kind != .rule {
    let measure: Encoding.Channel =
      layer.encoding[.rank] != nil && layer.encoding[.x] == nil
      ? .rank : layer.type(of: .y) == .quantitative ? .y : layer.encoding[.theta] != nil ? .theta : .x
    let values = ValueLabels(
      layer.table.rows.compactMap { layer.value(measure, $0).number }, unit: spec.unit, words: words)
    for row in layer.table.rows.prefix(24) {
      figures.append(layer.spoken(row, measure: measure, values: values, unit: spec.unit ?? "", isChinese: isChinese))
    }
    if layer.table.rows.count > 24 {
      figures.append(isChinese ? "等\(layer.table.rows.count)项" : "and \(layer.table.rows.count - 24) more")
    }
  }
  let stop = isChinese ? "。" : ". "
  let parts = [
    spec.title?.text ?? "", spec.title?.subtitle ?? "",
    figures.filter { !$0.isEmpty }.joined(separator: isChinese ? "；" : "; "),
  ]
  return parts.filter { !$0.isEmpty }.map { $0 + stop }.joined().trimmingEnd()
}

extension Layer {
  /// 广东 2022年：970.24亿元（推算）.
  fileprivate func spoken(
    _ row: DataTable.Row, measure: Encoding.Channel, values: ValueLabels, unit: String, isChinese: Bool
  ) -> String {
    let colon = isChinese ? "：" : ": "
    switch mark.kind {
    case .kpi:
      let chips = value(.badge, row).text.split(separator: "\n").joined(separator: isChinese ? "，" : ", ")
      let change = [value(.detail, row).text, value(.growth, row).text].filter { !$0.isEmpty }.joined(
        separator: isChinese ? "" : " ")
      let figure = value(.qualifier, row).text + value(.text, row).text + value(.unit, row).text
      return ([value(.label, row).text + colon + figure, change, chips].filter { !$0.isEmpty }).joined(
        separator: isChinese ? "，" : ", ")
    case .timeline:
      return [value(.x, row).text + colon + value(.label, row).text, value(.text, row).text].filter { !$0.isEmpty }
        .joined(separator: isChinese ? "，" : ", ")
    default: break
    }
    let names = [Encoding.Channel.color, measure == .y ? .x : .y].map { value($0, row) }.filter {
      $0 != .null && $0.number == nil || ($0.number != nil && measure == .y)
    }.map(\.text)
    var unique: [String] = []
    for name in names where !unique.contains(name) && !name.isEmpty { unique.append(name) }
    guard let number = value(measure, row).number else { return unique.joined(separator: " ") }
    if measure == .rank {
      let badge = value(.badge, row).text
      return unique.joined(separator: " ") + colon + (isChinese ? "第\(Int(number))位" : "No. \(Int(number))")
        + (badge.isEmpty ? "" : (isChinese ? "，" : ", ") + badge)
    }
    let exact = DataValue.number(number).text
    let qualifier = ChartWords(isChinese ? .simplifiedChinese : .english).qualifier(value(.qualifier, row).text)
    let derived =
      value(.status, row).text == "derived" ? ChartWords(isChinese ? .simplifiedChinese : .english).derived : ""
    let growth = value(.growth, row).text
    return unique.joined(separator: " ") + colon + qualifier + exact
      + (isChinese ? unit : unit.isEmpty || unit == "%" ? unit : " " + unit) + derived
      + (growth.isEmpty ? "" : (isChinese ? "，较前期" : ", ") + growth)
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
