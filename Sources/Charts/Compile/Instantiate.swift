import Dataflow
package import Diagnostics
import Grammar
import StructuredData

/// Reads the text at an address that a spec names.
///
/// - Throws: what is wrong with the address or the file.
package typealias DataFetch = @Sendable (_ url: String, _ span: SourceSpan) throws(Diagnostic) -> String

/// Gives the views of a spec their rows: sources are read once, transforms run, facets are parted into cells.
struct Instantiation {
  let source: ChartSource
  let config: Config
  let fetch: DataFetch
  var environment: Environment
  var findings: [Diagnostic] = []
  var unitCount = 0
  var loaded: [DataSource: Table] = [:]
  var named: [String: Table] = [:]
  var sharedBins: [String: Bins] = [:]
  let faults: FormulaFaults

  init(_ source: ChartSource, config: Config, fetch: @escaping DataFetch) {
    self.source = source
    self.config = config
    self.fetch = fetch
    faults = FormulaFaults(in: source.span)
    environment = Environment()
  }

  var resolver: Resolver { Resolver(params: environment.params, faults: faults) }

  mutating func instantiate(_ view: ViewSpec) throws(Diagnostics) -> ViewModel {
    for (name, lookup) in source.lookups.sorted(by: { $0.key < $1.key }) {
      environment.sources[name] = try table(of: lookup, fields: ImplicitParse())
    }
    declare(view)
    return try instantiate(view, table: nil, origin: nil, facets: [])
  }

  /// Params anywhere in a spec are seen everywhere.
  mutating func declare(_ view: ViewSpec) {
    for parameter in view.parameters { environment.params[parameter.name] = initial(parameter) }
    switch view.content {
    case .unit: break
    case .layer(let views, _), .concat(let views): for view in views { declare(view) }
    case .facet(_, let inner), .repeated(_, let inner): declare(inner)
    }
  }

  func initial(_ parameter: Parameter) -> DataValue {
    if let formula = parameter.expression { return resolver.evaluate(formula) }
    if parameter.isSelection { return parameter.value.map { DataValue($0) } ?? .object(Record(names: [])) }
    return parameter.value.map { resolver.value($0) } ?? .undefined
  }

  // MARK: Views

  /// - Parameters:
  ///   - table: rows handed down by the view around.
  ///   - facets: fields by which the rows are parted further out.
  mutating func instantiate(
    _ view: ViewSpec, table: Table?, origin: DataSource?, facets: [String]
  ) throws(Diagnostics) -> ViewModel {
    var rows = table
    var origin = origin
    let implicit = ImplicitParse(view)
    if let data = view.data {
      rows = try self.table(of: data, fields: implicit)
      origin = data
    } else if let known = rows {
      rows = implicit.applied(to: known, &findings)
    }
    var current = rows ?? Table(rowCount: origin == nil ? 1 : 0)
    if rows == nil, view.data == nil { current = Table(rowCount: 1) }
    current = try run(view.transforms, on: current)
    switch view.content {
    case .unit(let mark, let encoding):
      return ViewModel(content: .unit(try unit(view, mark, encoding, current, facets: facets)), spec: view)
    case .layer(let views, _):
      return ViewModel(content: .layer(try children(views, of: view, current, origin, facets)), spec: view)
    case .concat(let views):
      return ViewModel(content: .concat(try children(views, of: view, current, origin, facets)), spec: view)
    case .facet(let fields, let inner):
      return ViewModel(content: .facet(try facet(fields, inner, view, current, origin, facets)), spec: view)
    case .repeated:
      throw Diagnostics(.error("spec.repeat", "a repeat stands where none can", at: view.span))
    }
  }

  mutating func children(
    _ views: [ViewSpec], of view: ViewSpec, _ table: Table, _ origin: DataSource?, _ facets: [String]
  ) throws(Diagnostics) -> [ViewModel] {
    var children: [ViewModel] = []
    for child in views { children.append(try instantiate(child, table: table, origin: origin, facets: facets)) }
    return children
  }

  mutating func run(_ transforms: [Transform], on table: Table) throws(Diagnostics) -> Table {
    if transforms.isEmpty { return table }
    let result = try Diagnostics.several { () throws(Diagnostic) in
      try Dataflow.run(transforms, on: table, in: &environment)
    }
    findings += result.diagnostics
    return result.value
  }

  // MARK: Units

  /// The rows with a column of its own for each nested field that an encoding reads.
  func flattened(_ table: Table, _ fields: [ChannelDefinition]) -> Table {
    var table = table
    for name in fields.compactMap(\.field?.name) {
      let path = FieldPath(name)
      if path.steps.count > 1, !table.has(name) { table.set(name, table.values(at: path)) }
    }
    return table
  }

  func bins(_ transforms: [Transform], of table: Table) -> [String: Bins] {
    var found: [String: Bins] = [:]
    for case .bin(let bin) in transforms { found[bin.start] = bin.bins(of: table) }
    return found
  }

  mutating func unit(
    _ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding, _ table: Table, facets: [String]
  ) throws(Diagnostics) -> UnitModel {
    guard let type = mark.plain else {
      throw Diagnostics(.error("spec.mark", "there is no mark “\(mark.type)”", at: mark.span))
    }
    var (typed, untyped) = encoding.withTypes()
    for channel in [Channel.size, .shape, .strokeDash] {
      guard let definition = typed[channel] else { continue }
      // One line has one width.
      let isVarying = type == .line && channel == .size && definition.aggregate != nil
      guard !type.draws(channel) || isVarying else { continue }
      typed[channel] = nil
      untyped.removeAll { $0.0 == channel }
      findings.append(
        .warning("spec.no-effect", "the channel “\(channel.rawValue)” has no effect on the mark “\(type.rawValue)”", at: definition.span))
    }
    try checkMap(type, &typed)
    // Where a look keeps the order of the data, parts are stacked in it too.
    if config.plain.text("categoryOrder") == "data" {
      for channel in [Channel.color, .fill] {
        guard let definition = typed[channel], definition.isField, definition.type == .nominal,
          definition.sort == nil || definition.sort == ChannelDefinition.Sort.none, definition.scale.value?["domain"] == nil,
          definition.aggregate == nil, let path = definition.path()
        else { continue }
        var seen: Set<String> = []
        let values = table.values(at: path).values.filter { $0.isValid && seen.insert($0.categoryKey).inserted }
        if values.count <= 1000 { typed[channel]?.sort = .values(values.map { Resolver.node($0, at: definition.span) }) }
      }
    }
    for (channel, definition) in untyped
    where ![.tooltip, .detail, .order, .key, .href, .text, .description].contains(channel) && !channel.isRemark && !channel.isGeographic {
      findings.append(
        .warning(
          "spec.type",
          "the field “\(definition.field?.name ?? "")” has no type and is taken as \(typed[channel]?.type?.rawValue ?? "nominal")",
          at: definition.span, hint: "add “type: quantitative”, temporal, ordinal or nominal"))
    }
    var own = mark
    own.properties = resolver.resolved(mark.properties)
    var properties = config.properties(of: own, type: type)
    properties = resolver.resolved(properties)
    let given = properties.text("orient").flatMap(Orientation.init)
    let orient = orientation(type, typed, given: given)
    let stack = stackProperties(type, properties, typed)
    let implicit = ImplicitTransforms(
      mark: type, encoding: typed, stack: stack, stacksAsSorted: config.plain.text("categoryOrder") == "data")
    let binning = implicit.binning
    var rows = table
    for definition in implicit.fields where definition.aggregate == nil || definition.field != nil {
      guard let name = definition.field?.name, name != "*", definition.aggregate != .op(.count) else { continue }
      try Diagnostics.several { () throws(Diagnostic) in try rows.require(FieldPath(name), at: definition.span) }
    }
    rows = flattened(rows, implicit.fields)
    var bins = bins(binning, of: rows)
    bins.merge(sharedBins) { _, shared in shared }
    // Bins that all cells of a facet share have the extent of all rows.
    let fixed = binning.map { transform in
      guard case .bin(var bin) = transform, let shared = sharedBins[bin.start] else { return transform }
      bin.parameters.extent = (shared.start, shared.stop)
      bin.parameters.step = shared.step
      bin.parameters.nice = false
      return .bin(bin)
    }
    rows = try run(fixed + implicit.ranking, on: rows)
    let raw = rows
    let grouping = try Diagnostics.several { () throws(Diagnostic) in try implicit.grouping(facets: facets.filter { rows.has($0) }) }
    rows = try run(grouping, on: rows)
    if table.rowCount == 0, facets.isEmpty, own.properties["placement"] == nil {
      findings.append(.warning("data.empty", "there are no rows to draw", at: view.data?.span ?? view.span))
    }
    let unit = UnitModel(
      id: unitCount, mark: type, properties: properties, own: own.properties, encoding: typed, orient: orient, stack: stack,
      config: config, span: view.span, raw: raw, table: rows, bins: bins, width: view.width, height: view.height)
    unitCount += 1
    return unit
  }

  /// Longitudes and latitudes come in pairs, on marks that stand at points, and leave no position to `x` and `y`.
  mutating func checkMap(_ mark: MarkType, _ encoding: inout Encoding) throws(Diagnostics) {
    guard let geographic = Channel.allCases.first(where: { $0.isGeographic && encoding[$0] != nil }), let definition = encoding[geographic]
    else { return }
    guard encoding[.longitude] != nil, encoding[.latitude] != nil else {
      throw Diagnostics(.error("spec.geographic", "a place on a map needs both “longitude” and “latitude”", at: definition.span))
    }
    let onMap: [MarkType] = [.point, .circle, .square, .text, .line, .trail, .rule, .image]
    guard onMap.contains(mark) else {
      throw Diagnostics(
        .error(
          "spec.geographic", "the mark “\(mark.rawValue)” has no place on a map", at: definition.span,
          hint: "one of \(onMap.map(\.rawValue).joined(separator: ", "))"))
    }
    for channel in [Channel.x, .y, .x2, .y2, .xOffset, .yOffset] {
      guard let other = encoding[channel] else { continue }
      encoding[channel] = nil
      findings.append(
        .warning("spec.no-effect", "“\(channel.rawValue)” has no effect: the mark stands at its place on the map", at: other.span))
    }
  }
}
