package import Diagnostics
package import StructuredData

/// Rewrites a view into plain ones: no repeat, no `row`, `column` and `facet` channels, no composite marks, no overlays; a layer's
/// shared encoding stands in its units.
package struct Normaliser: Sendable {
  package let config: Config
  package var findings = Findings()
  package var surroundings: Surroundings

  /// What a figure says beside its view.
  package struct Surroundings: Sendable {
    /// Categories or series in the strong colour.
    package var highlight: [String] = []
    /// Width by height of the room of the plot; nil where it is not known yet.
    package var aspect: Double?
    /// Whether there is more room side by side than under one another: all that views make of the proportions.
    package var isFlat: Bool { (aspect ?? 2) > 1.6 }
    /// What the values are counted in.
    package var unit: String?
    package var words = FigureWords(language: "zh-Hans")
    package init() {}
  }

  package init(config: Config, in surroundings: Surroundings = Surroundings()) {
    self.config = config
    self.surroundings = surroundings
  }

  package mutating func normalise(_ view: ViewSpec) -> ViewSpec { normalise(view, inheriting: Encoding(), inLayer: false) }

  /// - Parameter outer: the encoding of the layers around the view.
  mutating func normalise(_ view: ViewSpec, inheriting outer: Encoding, inLayer: Bool) -> ViewSpec {
    var view = annotated(view)
    switch view.content {
    case .unit(let mark, let encoding):
      var merged = encoding.over(outer)
      for channel in merged.keys { merged.set(channel, to: merged.all(channel).filter(\.standsForSomething)) }
      view.content = .unit(mark, merged)
      return normaliseUnit(view, mark, merged, inLayer: inLayer)
    case .layer(let layers, let encoding):
      let merged = encoding.over(outer)
      if !inLayer, let faceted = facetChannelsApart(view, merged, with: { .layer(layers, $0) }) {
        return normalise(faceted, inheriting: Encoding(), inLayer: false)
      }
      view.content = .layer(
        layers.map { layer in normalise(layer, inheriting: merged, inLayer: true) }, Encoding())
    case .facet(let fields, let inner):
      view.content = .facet(fields, normalise(inner, inheriting: Encoding(), inLayer: false))
    case .concat(let views):
      view.content = .concat(views.map { normalise($0, inheriting: Encoding(), inLayer: false) })
    case .repeated(let fields, let inner):
      return normalise(unrolled(view, fields, inner), inheriting: outer, inLayer: inLayer)
    }
    return view
  }

  private mutating func normaliseUnit(
    _ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding, inLayer: Bool
  ) -> ViewSpec {
    if !inLayer, let faceted = facetChannelsApart(view, encoding, with: { .unit(mark, $0) }) {
      return normalise(faceted, inheriting: Encoding(), inLayer: false)
    }
    if inLayer, let channel = encoding.keys.first(where: \.isFacet), let definition = encoding[channel] {
      findings.add(
        .warning(
          "spec.facet-in-layer", "“\(channel.rawValue)” has no effect in a layer", at: definition.span,
          hint: "write it in the encoding of the layered view"))
    }
    guard let rewrite = composite(mark, at: view) else {
      reportIdleRemarks(mark, encoding)
      let encoding = emphasised(mark, encoding)
      var view = view
      view.content = .unit(mark, encoding)
      return overlaid(view, mark, encoding, inLayer: inLayer)
    }
    var layered = rewrite(self, view, mark, encoding)
    findings.add(layered.diagnostics)
    layered.value.span = view.span
    return normalise(layered.value, inheriting: Encoding(), inLayer: inLayer)
  }

  /// A composite mark is a function from a unit view to a layered one.
  package typealias Composite = @Sendable (Normaliser, ViewSpec, MarkDefinition, Encoding) -> Warned<ViewSpec>

  private mutating func composite(_ mark: MarkDefinition, at view: ViewSpec) -> Composite? {
    if let composite = composites[mark.type] { return composite }
    if mark.plain == nil {
      let known = MarkType.allCases.map(\.rawValue) + composites.keys.sorted()
      findings.add(
        .error(
          "spec.mark", "there is no mark “\(mark.type)”", at: mark.span,
          hint: nearestName(to: mark.type, among: known).map { "did you mean “\($0)”?" }
            ?? "one of \(known.joined(separator: ", "))"))
    } else if mark.plain == .geoshape {
      findings.add(.error("spec.geographic", "shapes of maps are not drawn here: the mark “geoshape”", at: mark.span))
    }
    return nil
  }
}

/// The marks that are layers of plain ones, by name.
let composites: [String: Normaliser.Composite] = [
  "boxplot": boxplot,
  "errorbar": errorBar,
  "errorband": errorBand,
].merging(houseMarks) { plain, _ in plain }
