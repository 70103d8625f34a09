import Diagnostics
import Grammar
import Indicators
import Markdown
import StructuredData

extension ReportReader {
  /// A fenced block: a chart, cards, a part made from the data, or code.
  mutating func fenced(_ code: Markdown.CodeBlock) -> [ReportBlock] {
    let kind = code.language
    if let part = GeneratedPart(rawValue: kind) {
      if !code.text.trimmed.isEmpty {
        diagnostics.append(
          .warning("report.generated", "“\(kind)” is made from the data: what stands in the block is left out", at: code.textSpan))
      }
      return [.generated(part)]
    }
    switch kind {
    case "chart":
      guard let node = yaml(code), let figure = chart(node, isAlone: true, isSound: data[code].isSoundChart) else { return [] }
      return [placed(figure, node)]
    case "charts":
      guard let node = yaml(code) else { return [] }
      let figures = (node.sequence ?? [node]).compactMap { chart($0) }
      return figures.isEmpty ? [] : [.chartRow(figures)]
    case "timeline":
      guard let node = yaml(code), let figure = chart(node, mark: "timeline", isAlone: true) else { return [] }
      return [placed(figure, node)]
    case "kpi":
      guard let node = yaml(code) else { return [] }
      return cards(node)
    case "table":
      guard let node = yaml(code) else { return [] }
      return inputTable(node, at: code.textSpan)
    case "row":
      guard let node = yaml(code), let row = row(node) else { return [] }
      return [.row(row)]
    case "callout":
      let inner = parseMarkdown(code.text, document: code.textSpan.document, within: code.textSpan)
      diagnostics += inner.diagnostics
      return [.callout(title: nil, blocks(inner.blocks))]
    case "", "text": return [.code(code.text, language: kind)]
    default:
      let known = ["chart", "charts", "kpi", "row", "timeline", "table", "callout", "text"] + GeneratedPart.allCases.map(\.rawValue)
      guard let near = nearestName(to: kind, among: known) else { return [.code(code.text, language: kind)] }
      diagnostics.append(
        .error("report.block", "unknown block “\(kind)”", at: code.textSpan, hint: "did you mean “\(near)”?"))
      return []
    }
  }

  private mutating func yaml(_ code: Markdown.CodeBlock) -> Node? {
    switch data[code].node {
    case .success(let node): return node
    case .failure(let error):
      diagnostics += error.all
      return nil
    }
  }

  private func placed(_ figure: ChartFigure, _ node: Node) -> ReportBlock {
    node["place"]?.string == "beside" ? .beside([], figure) : .chart(figure)
  }

  /// Cards in a row, or with `{place: beside, cards: …}` at the side of the paragraph before them.
  private mutating func cards(_ node: Node) -> [ReportBlock] {
    guard node.sequence == nil, node["cards"] != nil || node["place"] != nil else {
      guard allows(cards: node.sequence?.count ?? 1, at: node.span) else { return [] }
      let cards = (node.sequence ?? [node]).compactMap { card($0) }
      return cards.isEmpty ? [] : [.cards(cards)]
    }
    for entry in node.mapping?.entries ?? [] where !["place", "cards"].contains(entry.key) {
      diagnostics.append(
        .error(
          "report.cards", "unknown key “\(entry.key)”", at: entry.keySpan,
          hint: nearestName(to: entry.key, among: ["place", "cards"]).map { "did you mean “\($0)”?" } ?? "write the card under cards:"))
    }
    if let place = node["place"], place.string != "beside" {
      diagnostics.append(.error("report.place", "cards stand “beside” their text, or have no place", at: place.span))
    }
    guard let list = node["cards"] else {
      diagnostics.append(.error("report.cards", "cards beside a text are listed under cards:", at: node.span))
      return []
    }
    guard allows(cards: list.sequence?.count ?? 1, at: list.span) else { return [] }
    let cards = (list.sequence ?? [list]).compactMap { card($0) }
    guard !cards.isEmpty else { return [] }
    return [node["place"]?.string == "beside" ? .marginal([], cards) : .cards(cards)]
  }

  /// A chart with its name; keys of the report (`id`, `place`) are not the chart's.
  ///
  /// - Parameters:
  ///   - isAlone: in a block of its own, where it may stand beside its text.
  ///   - isSound: nothing is wrong in its spec, which is not read again.
  private mutating func chart(_ node: Node, mark: String? = nil, isAlone: Bool = false, isSound: Bool = false) -> ChartFigure? {
    let id = node["id"]?.text
    if let place = node["place"], place.string != "beside" {
      diagnostics.append(.error("report.place", "a figure stands “beside” its text, or has no place", at: place.span))
    } else if let place = node["place"], !isAlone {
      diagnostics.append(
        .warning("report.place", "a figure of a row has its place in the row", at: place.span, hint: "leave place: out"))
    }
    var spec = node.withoutReportKeys
    if let mark, node["mark"] == nil, let own = spec.mapping {
      spec.value = .mapping(Mapping(own.entries + [Mapping.Entry(key: "mark", value: .string(mark))]))
    }
    let isUnnumbered = id == ChartFigure.unnumbered
    if let id, !isUnnumbered { label(id, at: node["id"]?.span ?? node.span) }
    do throws(Diagnostics) {
      let figure = try filled(spec)
      // What is wrong in the spec is said here, what the drawing finds there.
      if !isSound {
        let problems = problems(of: try readSpec(figure).value)
        guard problems.isEmpty else { throw Diagnostics(problems) }
      }
      // It is written as a block `chart`, which needs the mark that the block's name gave.
      let written = mark.flatMap { node["mark"] == nil ? node.replacing("mark", with: .string($0)) : nil } ?? node
      return ChartFigure(figure, anchor: isUnnumbered ? nil : id ?? nextFigureLabel(), written: written)
    } catch {
      diagnostics += error.all.map { problem in
        var problem = problem
        problem.span = problem.span ?? node.span
        return problem
      }
      return nil
    }
  }

  /// The spec with the figures of the report's data where it asks for them.
  private mutating func filled(_ spec: Node) throws(Diagnostics) -> Node {
    guard let data = try IndicatorData(of: spec) else { return spec }
    if let file = data.file, !evidence.set.documents.contains(where: { $0.id == file || $0.id.hasSuffix("/" + file) }) {
      diagnostics.append(
        .error(
          "report.chart-data", "a chart of a report takes its figures from the report’s data, not from “\(file)”",
          at: spec["data"]?.span ?? spec.span, hint: "name the file under `data` above the report and leave `indicators` empty"))
    }
    let words = HeadlineContext(
      language: language, concepts: evidence.concepts, set: evidence.facts, names: evidence.partNames,
      sources: SourceNumbers(evidence.set.observations, documents: evidence.set.documents))
    let indicators = evidence.indicators
    return try Diagnostics.several { () throws(Diagnostic) in try data.filled(spec, with: indicators, context: words) }
  }

  /// Cells, each with its span: `{span: 8, chart: …}`.
  private mutating func row(_ node: Node) -> InfographicRow? {
    guard let nodes = node.sequence, !nodes.isEmpty else {
      diagnostics.append(
        .error("report.row", "a row is a list of cells", at: node.span, hint: "write - {span: 6, card: {label: …, value: …}}"))
      return nil
    }
    var row = InfographicRow([], [])
    for node in nodes {
      let entries = node.mapping?.entries.filter { $0.key != "span" } ?? []
      guard let entry = entries.first, entries.count == 1, let kind = InfographicRow.Kind(rawValue: entry.key) else {
        let near = entries.first.flatMap { nearestName(to: $0.key, among: InfographicRow.Kind.words) }
        diagnostics.append(
          .error(
            "report.row", "a cell has a span and one of \(InfographicRow.Kind.words.joined(separator: ", "))",
            at: entries.first?.keySpan ?? node.span, hint: near.map { "did you mean “\($0)”?" }))
        return nil
      }
      guard let span = node["span"]?.text.flatMap({ Int($0) }), (1...InfographicRow.twelfths).contains(span) else {
        diagnostics.append(.error("report.row", "a cell is 1 to 12 twelfths wide", at: node["span"]?.span ?? node.span))
        return nil
      }
      guard let cell = cell(kind, entry.value) else { return nil }
      row.spans.append(span)
      row.cells.append(cell)
    }
    guard row.spans.reduce(0, +) <= InfographicRow.twelfths else {
      diagnostics.append(
        .error("report.row", "the cells are \(row.spans.reduce(0, +)) twelfths wide", at: node.span, hint: "a row has 12"))
      return nil
    }
    return row
  }

  private mutating func cell(_ kind: InfographicRow.Kind, _ node: Node) -> InfographicRow.Cell? {
    switch kind {
    case .hero: return card(node, leads: true).map { .hero($0) }
    case .card: return card(node).map { .card($0) }
    case .stack:
      let cards = (node.sequence ?? [node]).compactMap { card($0) }
      return cards.isEmpty ? nil : .stack(cards)
    case .steps:
      let cards = (node.sequence ?? [node]).compactMap { card($0) }
      return cards.isEmpty ? nil : .steps(cards)
    case .chart: return chart(node).map { .chart($0) }
    case .reading:
      guard let text = node.text else {
        diagnostics.append(.error("field.type", "a reading is text", at: node.span))
        return nil
      }
      let inner = parseMarkdown(text, document: node.span.document, within: node.span)
      diagnostics += inner.diagnostics
      return .reading(blocks(inner.blocks))
    }
  }

  private mutating func card(_ node: Node, leads: Bool = false) -> Card? {
    do {
      let card = try Card.read(node, pictograms: evidence.pictograms, leads: leads)
      diagnostics += card.diagnostics
      return card.value
    } catch {
      diagnostics += error.all
      return nil
    }
  }
}
