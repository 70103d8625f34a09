import Charts
import Diagnostics
import Markdown
import StructuredData

extension ReportReader {
  /// A fenced block: a chart, cards, a part made from the data, or code.
  mutating func fenced(_ code: Markdown.CodeBlock) -> [ReportBlock] {
    let kind = code.language
    if let part = GeneratedPart(rawValue: kind) { return [.generated(part)] }
    switch kind {
    case "chart":
      guard let node = yaml(code), let figure = chart(node) else { return [] }
      return [node["place"]?.string == "beside" ? .beside([], figure) : .chart(figure)]
    case "charts":
      guard let node = yaml(code) else { return [] }
      let figures = (node.sequence ?? [node]).compactMap { chart($0) }
      return figures.isEmpty ? [] : [.chartRow(figures)]
    case "timeline":
      guard let node = yaml(code), let figure = chart(node, mark: "timeline") else { return [] }
      return [.chart(figure)]
    case "kpi":
      guard let node = yaml(code) else { return [] }
      let cards = (node.sequence ?? [node]).compactMap { card($0) }
      return cards.isEmpty ? [] : [.cards(cards)]
    case "callout":
      let inner = parseMarkdown(code.text, document: code.textSpan.document)
      return [.callout(title: nil, inner.blocks.flatMap { block($0) })]
    case "", "text": return [.code(code.text)]
    default:
      let known = ["chart", "charts", "kpi", "timeline", "callout", "text"] + GeneratedPart.allCases.map(\.rawValue)
      guard let near = nearestName(to: kind, among: known) else { return [.code(code.text)] }
      diagnostics.append(
        .error("report.block", "unknown block “\(kind)”", at: code.textSpan, hint: "did you mean “\(near)”?"))
      return []
    }
  }

  private mutating func yaml(_ code: Markdown.CodeBlock) -> Node? {
    do {
      return try parseYAML(code.text, document: code.textSpan.document)
    } catch {
      diagnostics += place(error.all, in: code)
      return nil
    }
  }

  private func place(_ found: [Diagnostic], in code: Markdown.CodeBlock) -> [Diagnostic] {
    found.map {
      $0.shifted(lines: (code.textSpan.start?.line ?? 1) - 1, offset: code.textSpan.range.lowerBound)
    }
  }

  /// A chart with its name; keys of the report (`id`, `place`) are not the chart's.
  private mutating func chart(_ node: Node, mark: String? = nil) -> ChartFigure? {
    var entries = node.mapping?.entries.map { (key: $0.key, value: $0.value) } ?? []
    let id = node["id"]?.text
    entries.removeAll { $0.key == "id" || $0.key == "place" }
    if let mark, !entries.contains(where: { $0.key == "mark" }) { entries.append(("mark", .string(mark))) }
    var spec = Node.mapping(entries)
    spec.span = node.span
    do {
      let words = FindingContext(language: language, concepts: evidence.concepts, set: evidence.set)
      let written = try ChartSpec(node: spec)
      let figure = try Diagnostics.several { () throws(Diagnostic) in
        do throws(Diagnostic) { return try written.filled(with: evidence.indicators, context: words) } catch {
          var problem = error
          problem.span = problem.span ?? node.span
          throw problem
        }
      }
      figureCount += 1
      return ChartFigure(figure, anchor: id ?? "figure-\(figureCount)", written: node)
    } catch {
      diagnostics += error.all
      return nil
    }
  }

  private mutating func card(_ node: Node) -> KPI? {
    do {
      let card = try KPI.shape.read(node)
      diagnostics += card.diagnostics
      return card.value
    } catch {
      diagnostics += error.all
      return nil
    }
  }
}
