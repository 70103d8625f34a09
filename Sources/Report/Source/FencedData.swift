import AllCores
import Diagnostics
import Grammar
import Markdown
import StructuredData

/// The YAML in the fenced blocks of a report, read side by side on all cores before the blocks are gone through in their order.
struct FencedData: Sendable {
  struct Entry: Sendable {
    var node: Result<Node, Diagnostics>
    /// A chart whose spec is sound, as far as can be told before its figures are filled in.
    var isSoundChart: Bool
  }
  /// By the start of a block's text.
  private let entries: [Int: Entry]

  init(_ blocks: [MarkdownBlock]) {
    let codes = blocks.compactMap { block in if case .codeBlock(let code) = block.kind { code } else { nil } }
      .filter { FencedData.kinds.contains($0.language) }
    let read = onAllCores(codes.count) { Entry(codes[$0]) }
    entries = Dictionary(zip(codes.map(\.textSpan.range.lowerBound), read), uniquingKeysWith: { first, _ in first })
  }

  /// What stands in a block, also in one within another block.
  subscript(code: Markdown.CodeBlock) -> Entry { entries[code.textSpan.range.lowerBound] ?? Entry(code) }

  /// Whose text is YAML.
  private static let kinds: Set<String> = ["chart", "charts", "timeline", "kpi", "table", "row"]
}

extension FencedData.Entry {
  fileprivate init(_ code: Markdown.CodeBlock) {
    node = Result { () throws(Diagnostics) in
      try parseYAML(code.text, document: code.textSpan.document, within: code.textSpan)
    }
    isSoundChart = false
    if code.language == "chart", case .success(let node) = node {
      isSoundChart = ((try? IndicatorData(of: node)) ?? nil) == nil && isSound(node)
    }
  }
}

/// Whether nothing is wrong in the spec of a chart that stands in a report.
private func isSound(_ node: Node) -> Bool {
  guard let spec = try? readSpec(node.withoutReportKeys) else { return false }
  return problems(of: spec.value).isEmpty
}

/// What is wrong in a spec that could be read.
func problems(of source: ChartSource) -> [Diagnostic] {
  var normaliser = Normaliser(config: source.config)
  _ = normaliser.normalise(source.view)
  return normaliser.findings.all.filter { $0.severity == .error }
}

extension Node {
  /// A chart's spec: what the report says of the figure, its name and its place, is not the chart's.
  var withoutReportKeys: Node {
    guard let mapping else { return self }
    return Node(.mapping(Mapping(mapping.entries.filter { $0.key != "id" && $0.key != "place" })), at: span)
  }
}
