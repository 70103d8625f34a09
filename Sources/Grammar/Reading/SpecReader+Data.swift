import Dataflow
import Diagnostics
import StructuredData

extension SpecReader {
  /// - Parameter node: the value of `data`; nil where there is none.
  mutating func dataSource(_ node: Node?) -> DataSource? {
    guard let node else { return nil }
    if node.isNull { return DataSource(.none, at: node.span) }
    if node.kind == .sequence { return DataSource(.values(node), at: node.span) }
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "data")
      return nil
    }
    var keys = Keys(node, "data")
    let name = keys.text("name", &findings)
    var source: DataSource?
    if let values = keys.some("values") {
      source = DataSource(.values(values), at: node.span)
    } else if let url = keys.text("url", &findings) {
      source = DataSource(.url(url), at: node["url"]?.span ?? node.span)
    } else if let sequence = keys.some("sequence") {
      source = self.sequence(sequence).map { DataSource($0, at: node.span) }
    } else if node["indicators"] != nil {
      keys.know(["indicators", "where"])
      source = DataSource(.indicators(node), at: node.span)
    } else if let name {
      source = DataSource(.named(name), at: node.span)
    } else {
      findings.add(.error("field.missing", "data need one of values, url, name and sequence", at: node.span))
    }
    source?.name = name
    if let format = keys.some("format") { readFormat(format, &source) }
    keys.finish(&findings)
    return source
  }

  private mutating func sequence(_ node: Node) -> DataSource.Origin? {
    var keys = Keys(node, "a sequence")
    let start = keys.number("start", &findings)
    let stop = keys.number("stop", &findings)
    let step = keys.number("step", &findings) ?? 1
    let name = keys.text("as", &findings) ?? "data"
    keys.finish(&findings)
    guard let start, let stop else {
      findings.add(.error("field.missing", "a sequence needs “start” and “stop”", at: node.span))
      return nil
    }
    return .sequence(start: start, stop: stop, step: step, name: name)
  }

  private mutating func readFormat(_ node: Node, _ source: inout DataSource?) {
    var keys = Keys(node, "a data format")
    source?.format = keys.text("type", &findings)
    source?.delimiter = keys.text("delimiter", &findings)
    source?.property = keys.text("property", &findings)
    if let parse = keys.take("parse") {
      if parse.isNull { source?.parsesNothing = true }
      for entry in parse.mapping?.entries ?? [] { source?.parse[entry.key] = entry.value }
    }
    keys.know(["feature", "mesh"])
    keys.finish(&findings)
    if let type = source?.format, !["csv", "tsv", "dsv", "json"].contains(type) {
      findings.add(.error("data.format", "data of type “\(type)” cannot be read", at: node.span, hint: "csv, tsv, dsv or json"))
    }
  }
}
