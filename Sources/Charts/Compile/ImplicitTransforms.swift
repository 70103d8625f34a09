import Dataflow
import Diagnostics
import Grammar
import StructuredData

/// What encodings do to the data, as steps of the dataflow: time units and bins, then aggregates, missing values and stacks.
struct ImplicitTransforms {
  let mark: MarkType
  let encoding: Encoding
  let stack: StackProperties?
  /// Whether a stack follows a list by which its colours are sorted; Vega-Lite's follows a domain alone.
  var stacksAsSorted = false

  /// The definitions that read a field.
  var fields: [ChannelDefinition] { definitions }

  private var definitions: [ChannelDefinition] {
    encoding.keys.flatMap { channel in
      encoding.all(channel).flatMap { [$0] + $0.conditions.map(\.channel.value) }
    }.filter(\.isField)
  }

  /// Row by row: a column for the start and the end of each bin and unit of time.
  var binning: [Transform] {
    var transforms: [Transform] = []
    var known: Set<String> = []
    for definition in definitions {
      guard let field = definition.field?.name, let name = definition.fieldName(), definition.aggregate == nil else { continue }
      if case .parameters(let parameters)? = definition.bin, known.insert(name).inserted {
        transforms.append(.bin(Transform.Bin(FieldPath(field), parameters, as: name)))
      } else if let timeUnit = definition.timeUnit, !timeUnit.isBinned, known.insert(name).inserted {
        transforms.append(.timeUnit(TimeUnitTransform(timeUnit, of: FieldPath(field), as: name)))
      } else if let timeUnit = definition.timeUnit, timeUnit.isBinned, definition.type == .temporal, known.insert(name + "_end").inserted,
        let end = binnedEnd(timeUnit, of: field, as: name)
      {
        transforms.append(end)
      }
    }
    return transforms
  }

  /// The end of a unit of time whose start stands in the data.
  private func binnedEnd(_ timeUnit: TimeUnit, of field: String, as name: String) -> Transform? {
    guard let smallest = timeUnit.units.last else { return nil }
    let datum = FieldPath(field).steps.reduce("datum") { $0 + "[\(literal($1))]" }
    let formula = "timeOffset(\(literal(smallest.rawValue)), toDate(\(datum)), \(timeUnit.step))"
    return (try? Expression(formula)).map { .calculate(Transform.Calculate($0, as: name + "_end")) }
  }

  /// Where colours are written in an order, the stack follows it: a column of the place of each row's category in that order.
  var ranking: [Transform] {
    guard stack != nil, encoding.all(.order).isEmpty, let (path, order) = colorOrder else { return [] }
    let items = order.map { item -> String in
      switch item.value {
      case .number(let text): return text
      case .bool(let value): return value ? "true" : "false"
      case .null: return "null"
      default: return literal(item.text ?? "")
      }
    }
    let formula = "indexof([\(items.joined(separator: ","))], datum[\(literal(path.text))])"
    guard let expression = try? Expression(formula) else { return [] }
    return [.calculate(Transform.Calculate(expression, as: rankName(path)))]
  }

  /// The discrete colour field that parts the stack, and its categories as a domain or a sort lists them.
  private var colorOrder: (FieldPath, [Node])? {
    for channel in [Channel.color, .fill, .stroke] {
      guard let definition = encoding[channel]?.fieldDefinition, definition.isField, definition.aggregate == nil,
        definition.type?.isDiscrete == true, let path = definition.path()
      else { continue }
      if case .values(let items)? = definition.sort, stacksAsSorted { return (path, items) }
      if let domain = definition.scale.value?["domain"]?.sequence { return (path, domain) }
    }
    return nil
  }

  private func rankName(_ path: FieldPath) -> String { "_" + path.name + "_sort_index" }
  private func rankColumn(of path: FieldPath) -> FieldPath? {
    guard let (own, _) = colorOrder, own == path, encoding.all(.order).isEmpty else { return nil }
    return FieldPath(verbatim: rankName(path))
  }
  private func literal(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// - Parameter facets: fields by which the view is parted, kept in the groups.
  func grouping(facets: [String]) throws(Diagnostic) -> [Transform] {
    var transforms: [Transform] = []
    if encoding.isAggregated { transforms.append(.aggregate(aggregate(facets: facets))) }
    transforms += imputes
    if let stack { transforms += stacking(stack, facets: facets) }
    return transforms
  }

  private func aggregate(facets: [String]) -> Transform.Aggregate {
    var dimensions: [String] = facets
    var measures: [Transform.Aggregate.Output] = []
    var known: Set<String> = Set(facets)
    func add(dimension name: String) { if known.insert(name).inserted { dimensions.append(name) } }
    if let (path, _) = colorOrder, stack != nil, !ranking.isEmpty { add(dimension: rankName(path)) }
    for definition in definitions {
      guard let name = definition.fieldName() else { continue }
      switch definition.aggregate {
      case .op(let op):
        if known.insert(name).inserted {
          measures.append(.init(op, of: op == .count ? nil : definition.field?.name.map { FieldPath($0) }, as: name))
        }
      case .argmax(let by):
        if known.insert("argmax_" + by).inserted { measures.append(.init(.argmax, of: FieldPath(by), as: "argmax_" + by)) }
      case .argmin(let by):
        if known.insert("argmin_" + by).inserted { measures.append(.init(.argmin, of: FieldPath(by), as: "argmin_" + by)) }
      case nil:
        if definition.hasBinParameters
          || (definition.timeUnit != nil && (definition.timeUnit?.isBinned == false || definition.type == .temporal))
        {
          add(dimension: name)
          add(dimension: name + "_end")
        } else if let field = definition.field?.name {
          add(dimension: FieldPath(field).text)
        }
      }
    }
    return Transform.Aggregate(measures, groupBy: dimensions.map { encodingPath($0) })
  }

  /// Names made here are taken as they are; names of the spec are paths.
  private func encodingPath(_ name: String) -> FieldPath {
    definitions.contains { $0.field?.name == name } ? FieldPath(name) : FieldPath(verbatim: name)
  }

  private var imputes: [Transform] {
    var transforms: [Transform] = []
    for channel in encoding.keys {
      guard let definition = encoding[channel], let impute = definition.impute, !impute.isNull,
        let field = definition.fieldName()
      else { continue }
      let keyChannel: Channel = channel == .x ? .y : .x
      guard let key = encoding[keyChannel]?.fieldName() else { continue }
      let groups = encoding.keys.filter { !$0.isPosition && $0 != .tooltip && $0 != .order }.flatMap { encoding.all($0) }
        .filter { $0.isField && $0.aggregate == nil }.compactMap { $0.path() }
      if let transform = imputeTransform(
        impute, field: FieldPath(verbatim: field), key: FieldPath(verbatim: key), groupBy: groups)
      {
        transforms.append(.impute(transform))
      }
    }
    return transforms
  }

  private func stacking(_ stack: StackProperties, facets: [String]) -> [Transform] {
    guard let stacked = encoding[stack.fieldChannel], let field = stacked.fieldName() else { return [] }
    var transforms: [Transform] = []
    var stackBy: [FieldPath] = []
    for definition in stack.stackBy {
      if let path = definition.path(), !stackBy.contains(path) { stackBy.append(path) }
    }
    let dimensions = stack.groupChannels.compactMap { encoding[$0]?.path() }
    let facetPaths = facets.map { FieldPath(verbatim: $0) }
    if stack.imputes, let dimension = dimensions.first {
      transforms.append(
        .impute(
          Transform.Impute(
            FieldPath(verbatim: field), key: dimension, groupBy: stackBy + facetPaths, value: .number(0))))
    }
    let order = encoding.all(.order).filter(\.isField)
    let sort: [SortField]
    if order.isEmpty {
      let given: ChannelDefinition.Sort? = encoding[.order]?.sort
      let isDescending =
        given.map { $0 == .descending } ?? (stack.fieldChannel == .y)
      sort = stackBy.map { SortField(rankColumn(of: $0) ?? $0, descending: isDescending) }
    } else {
      sort = order.compactMap { definition in
        definition.path().map { SortField($0, descending: definition.sort?.isDescending == true) }
      }
    }
    let offset: Transform.Stack.Offset =
      switch stack.offset {
      case .normalize: .normalize
      case .center: .center
      default: .zero
      }
    transforms.append(
      .stack(
        Transform.Stack(
          FieldPath(verbatim: field), groupBy: dimensions + facetPaths, offset: offset, sort: sort,
          as: field + "_start", end: field + "_end")))
    return transforms
  }
}
