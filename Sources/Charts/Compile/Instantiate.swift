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
  private var unitCount = 0
  private var loaded: [DataSource: Table] = [:]
  private var named: [String: Table] = [:]

  init(_ source: ChartSource, config: Config, fetch: @escaping DataFetch) {
    self.source = source
    self.config = config
    self.fetch = fetch
    environment = Environment()
  }

  var resolver: Resolver { Resolver(params: environment.params) }

  mutating func instantiate(_ view: ViewSpec) throws(Diagnostics) -> ViewModel {
    for (name, lookup) in source.lookups.sorted(by: { $0.key < $1.key }) {
      environment.sources[name] = try table(of: lookup, fields: ImplicitParse())
    }
    declare(view)
    return try instantiate(view, table: nil, origin: nil, facets: [])
  }

  /// Params anywhere in a spec are seen everywhere.
  private mutating func declare(_ view: ViewSpec) {
    for parameter in view.parameters { environment.params[parameter.name] = initial(parameter) }
    switch view.content {
    case .unit: break
    case .layer(let views, _), .concat(let views): for view in views { declare(view) }
    case .facet(_, let inner), .repeated(_, let inner): declare(inner)
    }
  }

  private func initial(_ parameter: Parameter) -> DataValue {
    if let formula = parameter.expression { return resolver.evaluate(formula) }
    if parameter.isSelection { return parameter.value.map { DataValue($0) } ?? .object(Record(names: [])) }
    return parameter.value.map { resolver.value($0) } ?? .undefined
  }

  // MARK: Views

  /// - Parameters:
  ///   - table: rows handed down by the view around.
  ///   - facets: fields by which the rows are parted further out.
  private mutating func instantiate(
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

  private mutating func children(
    _ views: [ViewSpec], of view: ViewSpec, _ table: Table, _ origin: DataSource?, _ facets: [String]
  ) throws(Diagnostics) -> [ViewModel] {
    var children: [ViewModel] = []
    for child in views { children.append(try instantiate(child, table: table, origin: origin, facets: facets)) }
    return children
  }

  private mutating func run(_ transforms: [Transform], on table: Table) throws(Diagnostics) -> Table {
    if transforms.isEmpty { return table }
    let result = try Diagnostics.several { () throws(Diagnostic) in
      try Dataflow.run(transforms, on: table, in: &environment)
    }
    findings += result.diagnostics
    return result.value
  }

  // MARK: Sources

  private mutating func table(of source: DataSource, fields: ImplicitParse) throws(Diagnostics) -> Table {
    var table: Table
    if let known = loaded[source] {
      table = known
    } else {
      table = try load(source)
      loaded[source] = table
    }
    if let name = source.name {
      if case .named = source.origin {} else { named[name] = table }
    }
    table = fields.applied(to: table, &findings)
    return table
  }

  private mutating func load(_ source: DataSource) throws(Diagnostics) -> Table {
    switch source.origin {
    case .none: return Table(rowCount: 1)
    case .values(let node):
      if let text = node.string {
        return try read(text, source, suffix: source.format ?? "json", document: "values")
      }
      let table = try Diagnostics.several { () throws(Diagnostic) in try Table(rows: values(node, at: source.property)) }
      return try parsed(table, source)
    case .url(let url):
      let text = try Diagnostics.several { () throws(Diagnostic) in try fetch(url, source.span) }
      let suffix = url.split(separator: ".").last.map { $0.lowercased() } ?? "json"
      if source.format == nil, ["yaml", "yml"].contains(suffix) {
        let rows = try parseYAML(text, document: url)
        return try parsed(try Diagnostics.several { () throws(Diagnostic) in try Table(rows: values(rows, at: source.property)) }, source)
      }
      return try read(text, source, suffix: source.format ?? (["csv", "tsv", "dsv"].contains(suffix) ? suffix : "json"), document: url)
    case .named(let name):
      if let node = self.source.datasets[name] {
        if let text = node.string { return try read(text, source, suffix: source.format ?? "json", document: name) }
        return try parsed(try Diagnostics.several { () throws(Diagnostic) in try Table(rows: node) }, source)
      }
      if let table = named[name] { return table }
      let known = self.source.datasets.keys.sorted() + named.keys.sorted()
      throw Diagnostics(
        .error(
          "data.name", "there are no data named “\(name)”", at: source.span,
          hint: nearestName(to: name, among: known).map { "did you mean “\($0)”?" }))
    case .sequence(let start, let stop, let step, let name):
      let count = step == 0 ? 0 : ((stop - start) / step).rounded(.up)
      guard count.isFinite, count <= Double(environment.limits.rows) else {
        throw Diagnostics(.error("data.rows", "the sequence has too many values", at: source.span))
      }
      return Table([name: Column(numbers: count > 0 ? (0..<Int(count)).map { start + Double($0) * step } : [])])
    case .indicators:
      throw Diagnostics(.error("data.indicators", "facts are no data of this chart", at: source.span))
    }
  }

  private func values(_ node: Node, at property: String?) -> Node {
    guard let property else { return node }
    return FieldPath(property).steps.reduce(node) { $0[$1] ?? $0 }
  }

  private mutating func read(
    _ text: String, _ source: DataSource, suffix: String, document: String
  ) throws(Diagnostics) -> Table {
    let syntax: DataFormat.Syntax =
      switch suffix {
      case "csv": .csv
      case "tsv": .tsv
      case "dsv": .delimited(source.delimiter?.first ?? ",", header: nil)
      default: .json(property: source.property)
      }
    var isDelimited = true
    if case .json = syntax { isDelimited = false }
    let result = try readTable(
      text, as: DataFormat(syntax, parse: isDelimited && !source.parsesNothing ? .auto : .none), document: document,
      limits: environment.limits)
    findings += result.diagnostics
    return try parsed(result.value, source)
  }

  private mutating func parsed(_ table: Table, _ source: DataSource) throws(Diagnostics) -> Table {
    var types: [DataFormat.FieldType] = []
    for (field, node) in source.parse.sorted(by: { $0.key < $1.key }) {
      guard let name = node.string else { continue }
      guard let kind = DataFormat.Kind(name: name) else {
        throw Diagnostics(.error("data.parse", "“\(name)” is no type of a field", at: node.span, hint: "number, boolean, string or date"))
      }
      types.append(.init(FieldPath(field), kind))
    }
    if types.isEmpty { return table }
    let result = try Diagnostics.several { () throws(Diagnostic) in try table.parsed(.fields(types)) }
    findings += result.diagnostics
    return result.value
  }

  // MARK: Facets

  private mutating func facet(
    _ fields: FacetFields, _ inner: ViewSpec, _ view: ViewSpec, _ table: Table, _ origin: DataSource?, _ outer: [String]
  ) throws(Diagnostics) -> FacetModel {
    var table = table
    let definitions = [fields.row, fields.column, fields.wrapped].compactMap(\.self)
    var encoding = Encoding()
    for (channel, definition) in zip([Channel.row, .column, .facet], [fields.row, fields.column, fields.wrapped]) {
      if let definition { encoding[channel] = definition }
    }
    let typed = encoding.withTypes().encoding
    table = try run(ImplicitTransforms(mark: .point, encoding: typed, stack: nil).binning, on: table)
    for definition in definitions {
      if let path = definition.path() {
        try Diagnostics.several { () throws(Diagnostic) in try table.require(path, at: definition.span) }
      }
    }
    // Row by row steps of a plain inner view see all rows at once, so that every cell has the same bins.
    var inner = inner
    if case .unit(let mark, let own) = inner.content, inner.data == nil, let type = mark.plain {
      table = ImplicitParse(inner).applied(to: table, &findings)
      table = try run(inner.transforms, on: table)
      inner.transforms = []
      let typed = own.withTypes().encoding
      sharedBins = bins(ImplicitTransforms(mark: type, encoding: typed, stack: nil).binning, of: table)
      table = try withoutEmptyCells(table, definitions, inner, mark, own, outer, at: view.span)
    }
    defer { sharedBins = [:] }
    func header(_ channel: Channel) -> (values: [DataValue], path: FieldPath?) {
      guard let definition = typed[channel], let path = definition.path() else { return ([], nil) }
      return (facetValues(definition, path, table), path)
    }
    let (rows, rowPath) = header(.row)
    let (columns, columnPath) = header(.column)
    let (wrapped, wrappedPath) = header(.facet)
    var model = FacetModel(fields: fields, rows: rows, columns: columns, wrapped: wrapped, cells: [], columnCount: nil)
    model.fields.row = typed[.row]
    model.fields.column = typed[.column]
    model.fields.wrapped = typed[.facet]
    model.columnCount = fields.wrapped != nil ? view.arrangement.columns : max(1, columns.count)
    for definition in typed.keys.compactMap({ typed[$0] }) where definition.hasBinParameters {
      guard let start = definition.path(), let end = definition.fieldName().map({ FieldPath(verbatim: $0 + "_end") }) else { continue }
      let (starts, ends) = (table.values(at: start), table.values(at: end))
      for row in 0..<table.rowCount { model.binEnds[starts[row].categoryKey] = ends[row] }
    }
    let names = outer + definitions.compactMap { $0.fieldName() }
    func rowsByKey(_ path: FieldPath?) -> [String] {
      path.map { table.values(at: $0).values.map(\.asText) } ?? Array(repeating: "", count: table.rowCount)
    }
    var groups: [[String]: [Int]] = [:]
    let keys = zip(rowsByKey(rowPath), zip(rowsByKey(columnPath), rowsByKey(wrappedPath)))
    for (index, key) in keys.enumerated() { groups[[key.0, key.1.0, key.1.1], default: []].append(index) }
    func cell(_ key: [String]) throws(Diagnostics) -> ViewModel {
      let bins = sharedBins
      defer { sharedBins = bins }
      return try instantiate(inner, table: table.gathered(groups[key] ?? []), origin: origin, facets: names)
    }
    if wrappedPath != nil {
      for value in wrapped { model.cells.append(try cell(["", "", value.asText])) }
    } else {
      for row in rowPath == nil ? [DataValue.text("")] : rows {
        for column in columnPath == nil ? [DataValue.text("")] : columns {
          model.cells.append(try cell([row.asText, column.asText, ""]))
        }
      }
    }
    if model.cells.count > 1000 {
      throw Diagnostics(.error("facet.cells", "the facet has \(model.cells.count) cells; at most 1000 are drawn", at: view.span))
    }
    return model
  }
  private var sharedBins: [String: Bins] = [:]

  /// The rows of those cells in which a mark is drawn: where every row lacks a measure there is no cell (Vega-Lite parts what its
  /// filter of invalid values leaves).
  private mutating func withoutEmptyCells(
    _ table: Table, _ definitions: [ChannelDefinition], _ inner: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding,
    _ outer: [String], at span: SourceSpan
  ) throws(Diagnostics) -> Table {
    let paths = definitions.compactMap { $0.path() }
    let names = definitions.compactMap { $0.fieldName() }
    let (count, known) = (unitCount, findings)
    let whole = try unit(inner, mark, encoding, table, facets: outer + names)
    (unitCount, findings) = (count, known)
    guard [.filter, .filterShowingDomains].contains(whole.invalidMode), whole.validRows.count < whole.table.rowCount else { return table }
    func keys(_ table: Table, _ paths: [FieldPath]) -> [[String]] {
      let columns = paths.map { table.values(at: $0) }
      return (0..<table.rowCount).map { row in columns.map { $0[row].categoryKey } }
    }
    let drawn = keys(whole.table, whole.table.rowCount == table.rowCount ? paths : names.map { FieldPath(verbatim: $0) })
    let kept = Set(whole.validRows.map { drawn[$0] })
    let rows = keys(table, paths)
    let lost = Set(rows).subtracting(kept).map { $0.joined(separator: ", ") }.sorted()
    guard !lost.isEmpty, !kept.isEmpty else { return table }
    findings.append(
      .warning(
        "facet.empty",
        lost.count == 1
          ? "one cell of the facet has no row with a value and is left out"
          : "\(lost.count) cells of the facet have no row with a value and are left out",
        at: span))
    return table.gathered(rows.indices.filter { kept.contains(rows[$0]) })
  }

  private func facetValues(_ definition: ChannelDefinition, _ path: FieldPath, _ table: Table) -> [DataValue] {
    let column = table.values(at: path)
    var seen: Set<String> = []
    var values: [DataValue] = []
    for row in 0..<table.rowCount {
      let value = column[row]
      if case .undefined = value { continue }
      if seen.insert(value.asText).inserted { values.append(value) }
    }
    switch definition.sort {
    case ChannelDefinition.Sort.none?: return values
    case .descending?: return values.stableSorted { ascending($0, $1) > 0 }
    case .values(let nodes)?:
      var ranks: [String: Int] = [:]
      for (rank, node) in nodes.enumerated() { ranks[resolver.value(node, timeUnit: definition.timeUnit).asText] = rank }
      return values.stableSorted { (ranks[$0.asText] ?? nodes.count) < (ranks[$1.asText] ?? nodes.count) }
    case .field(let field, let op, let isDescending)?:
      let output = Transform.Aggregate([.init(op ?? .min, of: field?.name.map { FieldPath($0) }, as: "order")], groupBy: [path])
      var scratch = environment
      guard let sums = try? Dataflow.run([.aggregate(output)], on: table, in: &scratch).value else { return values }
      var keys: [String: DataValue] = [:]
      for row in 0..<sums.rowCount { keys[sums.values(at: path)[row].asText] = sums[row, "order"] }
      return values.stableSorted { a, b in
        let order = ascending(keys[a.asText] ?? .null, keys[b.asText] ?? .null)
        return isDescending ? order > 0 : order < 0
      }
    default: return values.stableSorted { ascending($0, $1) < 0 }
    }
  }

  // MARK: Units

  /// The rows with a column of its own for each nested field that an encoding reads.
  private func flattened(_ table: Table, _ fields: [ChannelDefinition]) -> Table {
    var table = table
    for name in fields.compactMap(\.field?.name) {
      let path = FieldPath(name)
      if path.steps.count > 1, !table.has(name) { table.set(name, table.values(at: path)) }
    }
    return table
  }

  private func bins(_ transforms: [Transform], of table: Table) -> [String: Bins] {
    var found: [String: Bins] = [:]
    for case .bin(let bin) in transforms { found[bin.start] = bin.bins(of: table) }
    return found
  }

  private mutating func unit(
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
    // Where a look keeps the order of the data, parts are stacked in it too.
    if config.plain.text("categoryOrder") == "data" {
      for channel in [Channel.color, .fill] {
        guard let definition = typed[channel], definition.isField, definition.type == .nominal, definition.sort == nil,
          definition.scale.value?["domain"] == nil, definition.aggregate == nil, let path = definition.path()
        else { continue }
        var seen: Set<String> = []
        let values = table.values(at: path).values.filter { $0.isValid && seen.insert($0.categoryKey).inserted }
        if values.count <= 1000 { typed[channel]?.sort = .values(values.map { Resolver.node($0, at: definition.span) }) }
      }
    }
    for (channel, definition) in untyped
    where ![.tooltip, .detail, .order, .key, .href, .text, .description].contains(channel) && !channel.isRemark {
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
    if table.rowCount == 0, facets.isEmpty {
      findings.append(.warning("data.empty", "there are no rows to draw", at: view.data?.span ?? view.span))
    }
    let unit = UnitModel(
      id: unitCount, mark: type, properties: properties, own: own.properties, encoding: typed, orient: orient, stack: stack,
      config: config, span: view.span, raw: raw, table: rows, bins: bins, width: view.width, height: view.height)
    unitCount += 1
    return unit
  }
}
