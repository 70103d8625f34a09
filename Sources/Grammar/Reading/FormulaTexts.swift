import Dataflow
import Diagnostics
import StructuredData

extension Findings {
  /// Reports each formula of a spec or a look that cannot be read, or that speaks of a param that there is not, wherever it stands: `expr`
  /// and `signal` of properties, values, domains and params, `test` of conditions, `labelExpr` of axes, legends and headers. Keys of data
  /// are data; formulas of transforms are read with them.
  ///
  /// - Parameter params: names that the spec declares.
  mutating func checkFormulas(in node: Node, params: Set<String>) {
    for item in node.sequence ?? [] { checkFormulas(in: item, params: params) }
    for entry in node.mapping?.entries ?? [] where !["data", "datasets", "values", "usermeta", "transform"].contains(entry.key) {
      guard ["expr", "signal", "labelExpr", "test"].contains(entry.key), let formula = entry.value.string else {
        checkFormulas(in: entry.value, params: params)
        continue
      }
      do throws(Diagnostic) {
        for name in try Expression(formula, at: entry.value.span).params where !params.contains(name) && !Self.signals.contains(name) {
          add(
            .error(
              "expression.param", "there is no param “\(name)”", at: entry.value.span,
              hint: nearestName(to: name, among: params.union(Self.signals).sorted()).map { "did you mean “\($0)”?" }
                ?? "columns are written datum.\(name)"))
        }
      } catch {
        // Tests of channels are read where they stand, too.
        if !all.contains(error) { add(error) }
      }
    }
  }

  /// What Vega gives every formula of a view, and what a look's formulas may name.
  private static let signals: Set<String> = ["width", "height", "parent", "item", "event", "index", "value", "label"]
}

extension ViewSpec {
  /// The names of the params that it and its views declare; they are seen everywhere.
  var declaredParams: Set<String> {
    let own = Set(parameters.map(\.name))
    switch content {
    case .unit: return own
    case .layer(let views, _), .concat(let views): return views.reduce(own) { $0.union($1.declaredParams) }
    case .facet(_, let inner), .repeated(_, let inner): return own.union(inner.declaredParams)
    }
  }
}
