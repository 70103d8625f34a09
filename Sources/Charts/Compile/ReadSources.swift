import Dataflow
import Diagnostics
import Grammar
import StructuredData

/// The tables of the data sources, each read once.
extension Instantiation {
  mutating func table(of source: DataSource, fields: ImplicitParse) throws(Diagnostics) -> Table {
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

  mutating func load(_ source: DataSource) throws(Diagnostics) -> Table {
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

  func values(_ node: Node, at property: String?) -> Node {
    guard let property else { return node }
    return FieldPath(property).steps.reduce(node) { $0[$1] ?? $0 }
  }

  mutating func read(
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

  mutating func parsed(_ table: Table, _ source: DataSource) throws(Diagnostics) -> Table {
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
}
