package import Charts
package import Diagnostics
import Geometry
package import Grammar
package import Scene
package import StructuredData
import Synchronization
package import Typesetting

/// What the figures of a report are drawn with; each is compiled once for each size.
package struct FigureSetting: Sendable {
  package let look: Config
  package let typesetter: Typesetter
  package let language: Language
  /// Reads what `data.url` names.
  package let fetch: DataFetch
  /// Whether the document carries what its figures draw as files: ``dataAttachments(_:)``.
  package var givesData = false
  private let compiled: CompiledFigures

  /// - Parameter compiled: figures of an earlier document in the same look and language, which the new one need not make again.
  package init(
    look: Config, typesetter: Typesetter, language: Language, compiled: CompiledFigures = CompiledFigures(), fetch: @escaping DataFetch
  ) {
    self.compiled = compiled
    self.look = look
    self.typesetter = typesetter
    self.language = language
    self.fetch = fetch
  }

  /// - Returns: the chart, with all findings; nil with an error among them where it cannot be drawn.
  package func compile(_ spec: Node, size: ChartSize) -> Warned<BuiltChart?> {
    var natural: BuiltChart?
    if case .fixed(let size) = size {
      let known = compiled.known(spec, size: .wide(size.width))
      if let known, known.value?.size == size { return known }
      natural = known?.value
    }
    return compiled.value(of: spec, size: size) {
      do throws(Diagnostics) {
        let source = try readSpec(spec)
        var setting = ChartSetting(theme: look, typesetter: typesetter, language: language, size: size, fetch: fetch)
        setting.precedent = natural?.precedent
        setting.givesTables = givesData
        let built = try BuiltChart.compile(source.value, in: setting)
        return Warned(built.value, source.diagnostics + built.diagnostics)
      } catch {
        return Warned(nil, error.all)
      }
    }
  }

  /// Keeps what is known of the figures of a report, though their chapters are set no more.
  func use(_ figures: [ChartFigure]) { compiled.use(figures.lazy.map(\.spec)) }

  /// Heights in which a figure of some width looks well, the natural one among them.
  func heights(_ spec: Node, width: Length) -> (least: Length, natural: Length, greatest: Length) {
    guard let chart = compile(spec, size: .wide(width)).value else { return (.pt(72), .pt(72), .pt(72)) }
    return (.pt(chart.heights.lowerBound), chart.size.height, .pt(chart.heights.upperBound))
  }

  /// What those are told who do not see the figure of a spec, at the sizes that were asked for so far.
  package func descriptions(of spec: Node) -> Set<String> { compiled.descriptions(of: spec) }

  /// What those are told who do not see the figure, as it is at a width.
  func alternativeText(_ spec: Node, width: Length) -> String { compile(spec, size: .wide(width)).value?.description ?? "" }
}
