package import Dataflow
import Diagnostics
package import StructuredData

extension SpecReader {
  /// One transform; which it is, its own key says.
  mutating func transform(_ node: Node) -> Transform? {
    guard let mapping = node.mapping else {
      findings.mismatch(node, expected: "a transform")
      return nil
    }
    let readers: [(key: String, read: (inout SpecReader, Node, inout Keys) -> Transform?)] = [
      ("lookup", { $0.lookup($1, &$2) }), ("filter", { $0.filter($1, &$2) }), ("calculate", { $0.calculate($1, &$2) }),
      ("joinaggregate", { $0.joinAggregate($1, &$2) }), ("pivot", { $0.pivot($1, &$2) }),
      ("density", { $0.density($1, &$2) }), ("regression", { $0.regression($1, &$2) }),
      ("loess", { $0.loess($1, &$2) }), ("quantile", { $0.quantile($1, &$2) }), ("extent", { $0.extent($1, &$2) }),
      ("treemap", { $0.treemap($1, &$2) }),
      ("impute", { $0.impute($1, &$2) }), ("window", { $0.window($1, &$2) }), ("stack", { $0.stackTransform($1, &$2) }),
      ("fold", { $0.fold($1, &$2) }), ("flatten", { $0.flatten($1, &$2) }), ("sample", { $0.sample($1, &$2) }),
      ("bin", { $0.binTransform($1, &$2) }), ("timeUnit", { $0.timeUnitTransform($1, &$2) }),
      ("aggregate", { $0.aggregateTransform($1, &$2) }),
    ]
    guard let reader = readers.first(where: { mapping[$0.key] != nil }) else {
      let near = mapping.keys.lazy.compactMap { key in nearestName(to: key, among: readers.map(\.key)) }.first
      findings.add(
        .error(
          "transform.unknown", "this is no transform that is known", at: node.span,
          hint: near.map { "did you mean “\($0)”?" } ?? "one of \(readers.map(\.key).joined(separator: ", "))"))
      return nil
    }
    var keys = Keys(node, "a \(reader.key) transform")
    let transform = reader.read(&self, node, &keys)
    keys.finish(&findings)
    return transform
  }

  private mutating func path(_ key: String, _ keys: inout Keys) -> FieldPath? {
    guard let text = keys.text(key, &findings) else { return nil }
    return FieldPath(text)
  }
  private mutating func paths(_ key: String, _ keys: inout Keys) -> [FieldPath] {
    guard let node = keys.some(key) else { return [] }
    if let items = node.sequence {
      let names = items.compactMap(\.string)
      if names.count == items.count { return names.map { FieldPath($0) } }
    } else if let name = node.string {
      return [FieldPath(name)]
    }
    findings.mismatch(node, expected: "a list of fields")
    return []
  }
  /// `as`: a name, or a list of names.
  private mutating func outputs(_ keys: inout Keys) -> [String] {
    guard let node = keys.some("as") else { return [] }
    return node.string.map { [$0] } ?? node.sequence?.compactMap(\.string) ?? []
  }
  private mutating func sortFields(_ keys: inout Keys) -> [SortField] {
    (keys.some("sort")?.sequence ?? []).compactMap { item in
      item["field"]?.string.map { SortField(FieldPath($0), descending: item["order"]?.string == "descending") }
    }
  }
  private func range(_ node: Node?) -> (low: Double, high: Double)? {
    guard let items = node?.sequence, items.count == 2, let low = items[0].double, let high = items[1].double else { return nil }
    return (low, high)
  }

  private mutating func filter(_ node: Node, _ keys: inout Keys) -> Transform? {
    keys.some("filter").flatMap { predicate($0) }.map { .filter($0) }
  }

  private mutating func calculate(_ node: Node, _ keys: inout Keys) -> Transform? {
    let name = keys.text("as", &findings)
    guard let text = keys.some("calculate"), let expression = expression(text), let name else {
      if name == nil { findings.add(.error("field.missing", "a calculate transform needs “as”", at: node.span)) }
      return nil
    }
    return .calculate(Transform.Calculate(expression, as: name))
  }

  mutating func expression(_ node: Node) -> Expression? {
    guard let text = node.text else {
      findings.mismatch(node, expected: "a formula")
      return nil
    }
    do throws(Diagnostic) { return try Expression(text, at: node.span) } catch {
      findings.add(error)
      return nil
    }
  }

  private mutating func aggregateOutputs(_ items: Node?) -> [Transform.Aggregate.Output] {
    (items?.sequence ?? []).compactMap { item in
      var keys = Keys(item, "an aggregate")
      let op = keys.some("op").flatMap { aggregateOp($0) }
      var field = path("field", &keys)
      if field?.text == "*" { field = nil }
      let name = keys.text("as", &findings)
      keys.finish(&findings)
      guard let op else { return nil }
      return Transform.Aggregate.Output(op, of: field, as: name)
    }
  }
  private mutating func aggregateTransform(_ node: Node, _ keys: inout Keys) -> Transform? {
    .aggregate(Transform.Aggregate(aggregateOutputs(keys.some("aggregate")), groupBy: paths("groupby", &keys)))
  }
  private mutating func joinAggregate(_ node: Node, _ keys: inout Keys) -> Transform? {
    .joinAggregate(Transform.Aggregate(aggregateOutputs(keys.some("joinaggregate")), groupBy: paths("groupby", &keys)))
  }

  private mutating func window(_ node: Node, _ keys: inout Keys) -> Transform? {
    let outputs: [Transform.Window.Output] = (keys.some("window")?.sequence ?? []).compactMap { item in
      var keys = Keys(item, "a window")
      let name = keys.text("op", &findings) ?? ""
      var field = path("field", &keys)
      if field?.text == "*" { field = nil }
      let parameter = keys.number("param", &findings)
      let output = keys.text("as", &findings)
      keys.finish(&findings)
      guard let op = Transform.Window.Op(name: name) else {
        findings.add(
          .error(
            "field.value", "“\(name)” is no window operation", at: item["op"]?.span ?? item.span,
            hint: nearestName(to: name, among: Transform.Window.Op.names).map { "did you mean “\($0)”?" }))
        return nil
      }
      return Transform.Window.Output(op, of: field, parameter: parameter, as: output ?? name)
    }
    var before: Int?
    var after: Int? = 0
    if let frame = keys.some("frame")?.sequence, frame.count == 2 {
      before = frame[0].double.map { (-$0).whole }
      after = frame[1].double.map(\.whole)
    }
    return .window(
      Transform.Window(
        outputs, groupBy: paths("groupby", &keys), sort: sortFields(&keys), before: before, after: after,
        ignorePeers: keys.bool("ignorePeers", &findings) ?? false))
  }

  private mutating func stackTransform(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("stack", &keys) else { return nil }
    let names = outputs(&keys)
    let offset = keys.word("offset", Transform.Stack.Offset.self, &findings) ?? .zero
    return .stack(
      Transform.Stack(
        field, groupBy: paths("groupby", &keys), offset: offset, sort: sortFields(&keys), as: names.first ?? "stack_start",
        end: names.count > 1 ? names[1] : names.first.map { $0 + "_end" } ?? "stack_end"))
  }

  private mutating func fold(_ node: Node, _ keys: inout Keys) -> Transform? {
    let fields = paths("fold", &keys)
    let names = outputs(&keys)
    return .fold(Transform.Fold(fields, key: names.first ?? "key", value: names.count > 1 ? names[1] : "value"))
  }
  private mutating func flatten(_ node: Node, _ keys: inout Keys) -> Transform? {
    let fields = paths("flatten", &keys)
    return .flatten(Transform.Flatten(fields, as: outputs(&keys), index: keys.text("index", &findings)))
  }
  private mutating func sample(_ node: Node, _ keys: inout Keys) -> Transform? {
    keys.number("sample", &findings).map { .sample(size: max(0, Int(min($0, 1e9)))) }
  }
  private mutating func pivot(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("pivot", &keys), let value = path("value", &keys) else {
      findings.add(.error("field.missing", "a pivot transform needs “pivot” and “value”", at: node.span))
      return nil
    }
    let op = keys.some("op").flatMap { aggregateOp($0) } ?? .sum
    return .pivot(
      Transform.Pivot(
        field, value: value, groupBy: paths("groupby", &keys), op: op, limit: (keys.number("limit", &findings) ?? 0).whole))
  }

  private mutating func binTransform(_ node: Node, _ keys: inout Keys) -> Transform? {
    let setting = keys.some("bin") ?? .bool(true)
    let parameters = setting.bool == true ? BinParameters() : binParameters(setting)
    let names = outputs(&keys)
    guard let field = path("field", &keys), let parameters, let name = names.first else {
      findings.add(.error("field.missing", "a bin transform needs “field” and “as”", at: node.span))
      return nil
    }
    return .bin(Transform.Bin(field, parameters, as: name, end: names.count > 1 ? names[1] : nil))
  }

  mutating func binParameters(_ node: Node) -> BinParameters? {
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "true, false, “binned” or parameters of bins")
      return nil
    }
    var keys = Keys(node, "the parameters of bins")
    var parameters = BinParameters()
    if let value = keys.number("maxbins", &findings) { parameters.maxbins = value }
    if let value = keys.number("base", &findings) { parameters.base = value }
    if let value = keys.some("divide") { parameters.divide = value.sequence?.compactMap(\.double) ?? parameters.divide }
    if let extent = keys.some("extent") { parameters.extent = range(extent) }
    parameters.anchor = keys.number("anchor", &findings)
    parameters.step = keys.number("step", &findings)
    parameters.steps = keys.some("steps")?.sequence?.compactMap(\.double)
    if let value = keys.number("minstep", &findings) { parameters.minstep = value }
    if let value = keys.bool("nice", &findings) { parameters.nice = value }
    keys.know(["binned"])
    keys.finish(&findings)
    do throws(Diagnostic) { try parameters.check(at: node.span) } catch {
      findings.add(error)
      return nil
    }
    return parameters
  }

  private mutating func timeUnitTransform(_ node: Node, _ keys: inout Keys) -> Transform? {
    let unit = keys.some("timeUnit").flatMap { timeUnit($0) }
    guard let field = path("field", &keys), let name = outputs(&keys).first else {
      findings.add(.error("field.missing", "a timeUnit transform needs “field” and “as”", at: node.span))
      return nil
    }
    return unit.map { .timeUnit(TimeUnitTransform($0, of: field, as: name)) }
  }

  mutating func timeUnit(_ node: Node) -> TimeUnit? {
    do throws(Diagnostic) {
      if let name = node.string { return try TimeUnit(name: name, at: node.span) }
      guard node.kind == .mapping else {
        findings.mismatch(node, expected: "a time unit")
        return nil
      }
      var keys = Keys(node, "a time unit")
      let name = keys.text("unit", &findings)
      let step = keys.number("step", &findings).map { Int(max(1, min($0, 1e6))) } ?? 1
      let maxbins = keys.number("maxbins", &findings).map { Int(max(1, min($0, 1e6))) }
      let isUTC = keys.bool("utc", &findings) ?? false
      let isBinned = keys.bool("binned", &findings) ?? false
      keys.finish(&findings)
      var unit = try TimeUnit(name: name ?? "", step: step, maxbins: maxbins, at: node.span)
      unit.isUTC = unit.isUTC || isUTC
      unit.isBinned = unit.isBinned || isBinned
      return unit
    } catch {
      findings.add(error)
      return nil
    }
  }

  private mutating func impute(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("impute", &keys), let key = path("key", &keys) else {
      findings.add(.error("field.missing", "an impute transform needs “impute” and “key”", at: node.span))
      return nil
    }
    let groups = paths("groupby", &keys)
    keys.know(["method", "value", "keyvals", "frame"])
    return imputeTransform(node, field: field, key: key, groupBy: groups, &findings).map { .impute($0) }
  }

  private mutating func lookup(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("lookup", &keys), let from = keys.some("from") else {
      findings.add(.error("field.missing", "a lookup transform needs “from”", at: node.span))
      return nil
    }
    let names = outputs(&keys)
    let missing = keys.take("default").map(dataValue) ?? .null
    var inner = Keys(from, "the source of a lookup")
    guard let source = dataSource(inner.take("data")), let key = path("key", &inner) else {
      if from["param"] != nil {
        findings.add(.error("spec.selection", "a lookup in a selection needs interaction", at: from.span))
      } else {
        findings.add(.error("field.missing", "the source of a lookup needs “data” and “key”", at: from.span))
      }
      return nil
    }
    let fields = paths("fields", &inner)
    inner.finish(&findings)
    let name = "lookup \(lookups.count)"
    lookups[name] = source
    return .lookup(Transform.Lookup(field, from: name, key: key, fields: fields, as: names, default: missing))
  }

  private mutating func density(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("density", &keys) else { return nil }
    let names = outputs(&keys)
    let resolve = keys.text("resolve", &findings)
    return .density(
      Transform.Density(
        field, groupBy: paths("groupby", &keys), isCumulative: keys.bool("cumulative", &findings) ?? false,
        counts: keys.bool("counts", &findings) ?? false, bandwidth: keys.number("bandwidth", &findings) ?? 0,
        extent: range(keys.some("extent")), minsteps: (keys.number("minsteps", &findings) ?? 25).whole,
        maxsteps: (keys.number("maxsteps", &findings) ?? 200).whole, steps: keys.number("steps", &findings).map(\.whole),
        isShared: resolve != "independent", value: names.first ?? "value", density: names.count > 1 ? names[1] : "density"))
  }
  private mutating func regression(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("regression", &keys), let on = path("on", &keys) else { return nil }
    let names = outputs(&keys)
    let method = keys.word("method", Transform.Regression.Method.self, &findings) ?? .linear
    return .regression(
      Transform.Regression(
        field, on: on, method: method, groupBy: paths("groupby", &keys),
        order: Int(max(0, min(20, keys.number("order", &findings) ?? 3))), extent: range(keys.some("extent")),
        givesParameters: keys.bool("params", &findings) ?? false,
        as: names.count > 1 ? (names[0], names[1]) : nil))
  }
  private mutating func loess(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("loess", &keys), let on = path("on", &keys) else { return nil }
    let names = outputs(&keys)
    return .loess(
      Transform.Loess(
        field, on: on, groupBy: paths("groupby", &keys), bandwidth: keys.number("bandwidth", &findings) ?? 0.3,
        as: names.count > 1 ? (names[0], names[1]) : nil))
  }
  private mutating func quantile(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("quantile", &keys) else { return nil }
    let names = outputs(&keys)
    return .quantile(
      Transform.Quantile(
        field, groupBy: paths("groupby", &keys), probabilities: keys.some("probs")?.sequence?.compactMap(\.double),
        step: keys.number("step", &findings) ?? 0.01, probability: names.first ?? "prob",
        value: names.count > 1 ? names[1] : "value"))
  }
  private mutating func extent(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("extent", &keys), let name = keys.text("param", &findings) else { return nil }
    return .extent(Transform.Extent(field, param: name))
  }
  private mutating func treemap(_ node: Node, _ keys: inout Keys) -> Transform? {
    guard let field = path("treemap", &keys) else { return nil }
    let names = outputs(&keys)
    return .treemap(
      Transform.Treemap(
        field, groupBy: paths("groupby", &keys), aspect: keys.number("aspect", &findings) ?? 1.5,
        as: names.isEmpty ? ["x0", "x1", "y0", "y1"] : names))
  }
}

/// The impute that a transform or a channel writes.
func imputeTransform(
  _ node: Node, field: FieldPath, key: FieldPath, groupBy: [FieldPath], _ findings: inout Findings
) -> Transform.Impute? {
  var method = Transform.Impute.Method.value
  if let word = node["method"] { method = findings.word(word, Transform.Impute.Method.self) ?? .value }
  var before: Int?
  var after: Int?
  if let frame = node["frame"]?.sequence, frame.count == 2 {
    before = frame[0].double.map { (-$0).whole }
    after = frame[1].double.map(\.whole)
  }
  var keyvals: [DataValue] = node["keyvals"]?.sequence?.map(dataValue) ?? []
  if let sequence = node["keyvals"], let stop = sequence["stop"]?.double {
    let start = sequence["start"]?.double ?? 0
    let step = sequence["step"]?.double ?? 1
    if step != 0, (stop - start) / step < 100_000 {
      keyvals = stride(from: start, to: stop, by: step).map { .number($0) }
    }
  }
  return Transform.Impute(
    field, key: key, keyvals: keyvals, groupBy: groupBy, method: method, value: node["value"].map(dataValue) ?? .null,
    before: before, after: after)
}

/// As above, for a channel whose impute has been read before.
package func imputeTransform(_ node: Node, field: FieldPath, key: FieldPath, groupBy: [FieldPath]) -> Transform.Impute? {
  var findings = Findings()
  return imputeTransform(node, field: field, key: key, groupBy: groupBy, &findings)
}

/// A node of plain data as a value.
package func dataValue(_ node: Node) -> DataValue {
  switch node.value {
  case .null: .null
  case .bool(let value): .boolean(value)
  case .number(let text): .number(Double(text) ?? .nan)
  case .string(let text): .text(text)
  case .sequence(let items): .list(items.map(dataValue))
  case .mapping(let mapping):
    .object(Record(names: mapping.keys, values: mapping.entries.map { dataValue($0.value) }))
  }
}
