import Dataflow
import Diagnostics
import StructuredData

extension SpecReader {
  /// Titles whose text or subtitle is a formula, worked out with the params in their initial state.
  mutating func workOutTitles(of view: inout ViewSpec) {
    var params: [String: DataValue] = [:]
    collectParams(of: view, into: &params)
    workOutTitles(of: &view, params)
  }

  private func collectParams(of view: ViewSpec, into params: inout [String: DataValue]) {
    for parameter in view.parameters where !parameter.isSelection {
      if let formula = parameter.expression {
        params[parameter.name] = (try? Expression(formula)).flatMap { try? $0.value(params: params) }
      } else {
        params[parameter.name] = parameter.value.map { DataValue($0) }
      }
    }
    switch view.content {
    case .unit: break
    case .layer(let views, _), .concat(let views): for view in views { collectParams(of: view, into: &params) }
    case .facet(_, let inner), .repeated(_, let inner): collectParams(of: inner, into: &params)
    }
  }

  private mutating func workOutTitles(of view: inout ViewSpec, _ params: [String: DataValue]) {
    if var title = view.title {
      if let lines = lines(of: title.properties["text"], params) { title.lines = lines }
      if let lines = lines(of: title.properties["subtitle"], params) { title.subtitle = lines }
      view.title = title
    }
    switch view.content {
    case .unit: break
    case .layer(var views, let encoding):
      for index in views.indices { workOutTitles(of: &views[index], params) }
      view.content = .layer(views, encoding)
    case .concat(var views):
      for index in views.indices { workOutTitles(of: &views[index], params) }
      view.content = .concat(views)
    case .facet(let fields, var inner):
      workOutTitles(of: &inner, params)
      view.content = .facet(fields, inner)
    case .repeated(let fields, var inner):
      workOutTitles(of: &inner, params)
      view.content = .repeated(fields, inner)
    }
  }

  /// The lines that a formula gives; nil where `node` is none.
  private mutating func lines(of node: Node?, _ params: [String: DataValue]) -> [String]? {
    guard let node, let formula = (node["expr"] ?? node["signal"])?.text else { return nil }
    // One that cannot be read is reported where formulas are.
    guard let expression = try? Expression(formula) else { return nil }
    do throws(Diagnostic) {
      let value = try expression.value(params: params)
      if case .list(let items) = value { return items.map(\.asText) }
      return value.asText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    } catch {
      findings.add(.error("spec.expression", "the formula of the title has no value: \(error.message)", at: node.span))
      return nil
    }
  }
}
