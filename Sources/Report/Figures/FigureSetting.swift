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
      let known = compiled.known(CompiledFigures.Key(spec: spec, size: .wide(size.width)), at: spec.span)
      if let known, known.value?.size == size { return known }
      natural = known?.value
    }
    return compiled.value(of: CompiledFigures.Key(spec: spec, size: size), at: spec.span) {
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

  /// What those are told of each spec who do not see its figure, at the sizes that were asked for so far.
  package var descriptions: [Node: Set<String>] { compiled.descriptions }

  /// What those are told who do not see the figure, as it is at a width.
  func alternativeText(_ spec: Node, width: Length) -> String { compile(spec, size: .wide(width)).value?.description ?? "" }
}

/// The figures of a document at the sizes that were asked for.
package final class CompiledFigures: Sendable {
  struct Key: Hashable {
    var spec: Node
    var size: ChartSize
  }
  private struct Entry {
    var chart: Warned<BuiltChart?>
    /// Where its spec stood.
    var place: SourceSpan
  }
  private let known = Mutex<[Key: Entry]>([:])
  /// Specs that stand in the report since ``beginEdition()``; nil where no account is kept.
  private let used = Mutex<Set<Node>?>(nil)

  package init() {}

  var descriptions: [Node: Set<String>] {
    known.withLock { known in
      known.reduce(into: [:]) { told, entry in
        if let description = entry.value.chart.value?.description { told[entry.key.spec, default: []].insert(description) }
      }
    }
  }

  /// - Parameter place: where the spec stands now; what was found in it is told of there.
  func known(_ key: Key, at place: SourceSpan) -> Warned<BuiltChart?>? {
    used.withLock { _ = $0?.insert(key.spec) }
    guard let entry = known.withLock({ $0[key] }) else { return nil }
    return Warned(entry.chart.value, entry.chart.diagnostics.map { $0.moved(from: entry.place, to: place) })
  }

  /// From now on account is kept of what is used.
  package func beginEdition() { used.withLock { $0 = [] } }

  /// Keeps the figures of these specs.
  package func use(_ specs: some Sequence<Node>) { used.withLock { $0?.formUnion(specs) } }

  package func forgetUnused() {
    guard let kept = used.withLock({ $0 }) else { return }
    known.withLock { known in known = known.filter { kept.contains($0.key.spec) } }
  }

  func value(of key: Key, at place: SourceSpan, _ make: () -> Warned<BuiltChart?>) -> Warned<BuiltChart?> {
    if let chart = known(key, at: place) { return chart }
    var chart = make()
    known.withLock { known in
      if case .fixed(let size) = key.size {
        // Drawn now, and seldom again: what other heights would begin with is let go.
        let natural = Key(spec: key.spec, size: .wide(size.width))
        if let guess = known[natural]?.chart.value?.precedent.guess { known[natural]?.chart.value?.precedent = guess }
        if let guess = chart.value?.precedent.guess { chart.value?.precedent = guess }
      }
      known[key] = Entry(chart: chart, place: place)
    }
    return chart
  }
}
