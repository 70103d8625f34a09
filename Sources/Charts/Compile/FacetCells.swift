import Dataflow
import Diagnostics
import Grammar
import StructuredData

/// A facet parted into the cells that have data.
extension Instantiation {
  mutating func facet(
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
  /// The rows of those cells in which a mark is drawn: where every row lacks a measure there is no cell (Vega-Lite parts what its
  /// filter of invalid values leaves).
  mutating func withoutEmptyCells(
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

  func facetValues(_ definition: ChannelDefinition, _ path: FieldPath, _ table: Table) -> [DataValue] {
    let column = table.values(at: path)
    var seen: Set<String> = []
    var values: [DataValue] = []
    for row in 0..<table.rowCount {
      let value = column[row]
      if case .undefined = value { continue }
      if seen.insert(value.asText).inserted { values.append(value) }
    }
    // A look may leave names in the order of the data, as it does along axes.
    let isInOrder = definition.sort == nil && definition.type == .nominal && config.plain.text("categoryOrder") == "data"
    switch isInOrder ? ChannelDefinition.Sort.none : definition.sort {
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
}
