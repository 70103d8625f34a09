import Dataflow
package import Diagnostics
package import StructuredData

/// Reads a chart spec in Vega-Lite's words.
///
/// - Throws: every finding, when one of them is an error.
package func readSpec(_ node: Node) throws(Diagnostics) -> Warned<ChartSource> {
  var reader = SpecReader()
  let source = reader.source(node)
  guard let source, !reader.findings.hasErrors else {
    if !reader.findings.hasErrors { reader.findings.mismatch(node, expected: "a chart spec") }
    throw Diagnostics(reader.findings.all)
  }
  return Warned(source, reader.findings.all)
}

/// Reads a spec's nodes into its types; what is wrong is collected.
struct SpecReader {
  var findings = Findings()
  /// Sources that lookups name.
  var lookups: [String: DataSource] = [:]

  mutating func source(_ node: Node) -> ChartSource? {
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "a mapping")
      return nil
    }
    findings.checkFormatWidths(in: node)
    var keys = Keys(node, "a chart spec")
    keys.know(["$schema"])
    keys.withoutEffect("usermeta", findings: &findings)
    var config = keys.some("config").map { Config.read($0, &findings) } ?? Config()
    var datasets: [String: Node] = [:]
    for entry in keys.some("datasets")?.mapping?.entries ?? [] { datasets[entry.key] = entry.value }
    let background = keys.take("background")
    let padding = keys.some("padding").flatMap { self.padding($0) }
    let autosize = keys.some("autosize").map { self.autosize($0) } ?? config.plain["autosize"].map { self.autosize($0) }
    let note = keys.lines("note", &findings) ?? []
    let sourceLines = keys.lines("source", &findings) ?? []
    let unit = keys.text("unit", &findings)
    let highlight = keys.lines("highlight", &findings) ?? []
    let alternative = keys.text("alt", &findings)
    guard var view = view(node, &keys) else {
      keys.finish(&findings)
      return nil
    }
    keys.finish(&findings)
    findings.checkFormulas(in: node, params: view.declaredParams)
    workOutTitles(of: &view)
    config.plain["autosize"] = nil
    var source = ChartSource(view: view, config: config, span: node.span)
    source.datasets = datasets
    source.description = node["description"]?.string
    source.background = background
    source.padding = padding
    source.autosize = autosize ?? Autosize()
    source.note = note
    source.source = sourceLines
    source.unit = unit
    source.highlight = highlight
    source.alternative = alternative
    source.lookups = lookups
    return source
  }

  private mutating func padding(_ node: Node) -> (left: Double, top: Double, right: Double, bottom: Double)? {
    if let all = node.double { return (all, all, all, all) }
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "a number or a mapping")
      return nil
    }
    var keys = Keys(node, "a padding")
    let sides = (
      keys.number("left", &findings) ?? 0, keys.number("top", &findings) ?? 0, keys.number("right", &findings) ?? 0,
      keys.number("bottom", &findings) ?? 0
    )
    keys.finish(&findings)
    return sides
  }

  private mutating func autosize(_ node: Node) -> Autosize {
    var result = Autosize()
    if node.string != nil {
      result.kind = findings.word(node, Autosize.Kind.self)
      return result
    }
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "a text or a mapping")
      return result
    }
    var keys = Keys(node, "an autosize")
    result.kind = keys.word("type", Autosize.Kind.self, &findings)
    result.containsPadding = keys.text("contains", &findings) == "padding"
    keys.withoutEffect("resize", findings: &findings)
    keys.finish(&findings)
    return result
  }

  /// A view without the keys of a whole spec.
  mutating func view(_ node: Node) -> ViewSpec? {
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "a view")
      return nil
    }
    var keys = Keys(node, "a view")
    let view = view(node, &keys)
    keys.finish(&findings)
    return view
  }

  private mutating func view(_ node: Node, _ keys: inout Keys) -> ViewSpec? {
    let content = content(node, &keys)
    var view = ViewSpec(content ?? .concat([]), at: node.span)
    view.name = keys.text("name", &findings)
    _ = keys.text("description", &findings)
    view.data = dataSource(keys.take("data"))
    if let transforms = keys.some("transform") {
      view.transforms = transforms.sequence.map { items in items.compactMap { self.transform($0) } } ?? []
      if transforms.sequence == nil { findings.mismatch(transforms, expected: "a list of transforms") }
    }
    view.title = keys.some("title").flatMap { title($0) }
    view.width = size(keys.some("width"), discrete: "width")
    view.height = size(keys.some("height"), discrete: "height")
    if let background = keys.some("view") { view.background = Vocabulary.view.read(background, &findings) }
    if let resolve = keys.some("resolve") { view.resolve = self.resolve(resolve) }
    if let annotations = keys.some("annotations") { view.annotations = self.annotations(annotations) }
    if let parameters = keys.some("params") { view.parameters = self.parameters(parameters) }
    readArrangement(&view.arrangement, &keys)
    if let projection = keys.some("projection") { view.projection = Vocabulary.projection.read(projection, &findings) }
    return content == nil ? nil : view
  }

  private mutating func content(_ node: Node, _ keys: inout Keys) -> ViewSpec.Content? {
    let shared = keys.some("encoding").map { encoding($0) }
    if let mark = keys.some("mark") {
      return self.mark(mark).map { .unit($0, shared ?? Encoding()) }
    }
    if let layers = keys.some("layer") {
      guard let items = layers.sequence else {
        findings.mismatch(layers, expected: "a list of views")
        return nil
      }
      return .layer(items.compactMap { self.view($0) }, shared ?? Encoding())
    }
    if let facet = keys.some("facet") {
      guard let inner = keys.some("spec") else {
        findings.add(.error("field.missing", "a facet needs a “spec”", at: node.span))
        return nil
      }
      let fields = facetFields(facet)
      return view(inner).map { .facet(fields, $0) }
    }
    if let repeated = keys.some("repeat") {
      guard let inner = keys.some("spec") else {
        findings.add(.error("field.missing", "a repeat needs a “spec”", at: node.span))
        return nil
      }
      let fields = repeatFields(repeated)
      return view(inner).map { .repeated(fields, $0) }
    }
    for key in ["concat", "hconcat", "vconcat"] {
      guard let list = keys.some(key) else { continue }
      guard let items = list.sequence else {
        findings.mismatch(list, expected: "a list of views")
        return nil
      }
      return .concat(items.compactMap { self.view($0) })
    }
    findings.add(
      .error(
        "spec.content", "a view needs one of mark, layer, facet, repeat, concat, hconcat and vconcat", at: node.span))
    return nil
  }

  private mutating func readArrangement(_ arrangement: inout Arrangement, _ keys: inout Keys) {
    if let columns = keys.number("columns", &findings) { arrangement.columns = max(1, columns.whole) }
    if keys.node["hconcat"] != nil { arrangement.columns = nil }
    if keys.node["vconcat"] != nil { arrangement.columns = 1 }
    if let align = keys.some("align") {
      let both = align.string == nil ? nil : findings.word(align, Arrangement.Alignment.self)
      arrangement.rowAlign = both ?? align["row"].flatMap { findings.word($0, Arrangement.Alignment.self) }
      arrangement.columnAlign = both ?? align["column"].flatMap { findings.word($0, Arrangement.Alignment.self) }
    }
    if let spacing = keys.some("spacing") {
      arrangement.rowSpacing = spacing.double ?? spacing["row"]?.double
      arrangement.columnSpacing = spacing.double ?? spacing["column"]?.double
    }
    if let center = keys.some("center") {
      arrangement.rowCenter = center.bool ?? center["row"]?.bool
      arrangement.columnCenter = center.bool ?? center["column"]?.bool
    }
    if let bounds = keys.text("bounds", &findings) { arrangement.isFlush = bounds == "flush" }
  }

  private mutating func size(_ node: Node?, discrete: String) -> ViewSize? {
    guard let node else { return nil }
    if let number = node.double, number >= 0 { return .pixels(number) }
    if node.string == "container" { return .container }
    if let step = node["step"]?.double, step > 0 {
      return .step(step, forOffset: node["for"]?.string.map { $0 == "offset" })
    }
    findings.mismatch(node, expected: "a number that is not negative, “container” or a step greater than 0")
    return nil
  }

  mutating func title(_ node: Node) -> TitleSpec? {
    if node.kind == .mapping {
      let properties = Vocabulary.title.read(node, &findings)
      func isFormula(_ node: Node) -> Bool { node["expr"] != nil || node["signal"] != nil }
      let lines = properties["text"].flatMap { $0.isNull || isFormula($0) ? nil : findings.lines($0) } ?? []
      let subtitle = properties["subtitle"].flatMap { $0.isNull || isFormula($0) ? nil : findings.lines($0) } ?? []
      return TitleSpec(lines: lines, subtitle: subtitle, properties: properties, at: node.span)
    }
    return findings.lines(node).map { TitleSpec(lines: $0, at: node.span) }
  }

  /// Properties of a mark that are the properties of a mark within it; nil: of one that hangs on its channels.
  private static let parts: [(String, MarkType?)] = [
    ("band", nil), ("borders", nil), ("box", .bar), ("line", .line), ("median", .tick), ("outliers", .point), ("point", .point),
    ("rule", .rule), ("ticks", .tick),
  ]

  private mutating func mark(_ node: Node) -> MarkDefinition? {
    if let type = node.string { return MarkDefinition(type, at: node.span) }
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "a mark")
      return nil
    }
    guard let type = node["type"]?.string else {
      findings.add(.error("field.missing", "a mark needs a “type”", at: node.span))
      return nil
    }
    var properties = Vocabulary.mark.read(node, &findings, of: MarkType(rawValue: type))
    for (part, mark) in Self.parts {
      guard let own = properties[part], own.kind == .mapping else { continue }
      let read = Vocabulary.mark.read(own, &findings, of: mark)
      properties[part] = Node(.mapping(Mapping((own.mapping?.entries ?? []).filter { read[$0.key] != nil })), at: own.span)
    }
    return MarkDefinition(type, properties, at: node.span)
  }

  private mutating func resolve(_ node: Node) -> Resolve {
    var keys = Keys(node, "a resolve")
    var resolve = Resolve()
    resolve.scale = modes(keys.some("scale"))
    resolve.axis = modes(keys.some("axis"))
    resolve.legend = modes(keys.some("legend"))
    keys.finish(&findings)
    return resolve
  }

  private mutating func modes(_ node: Node?) -> [Channel: Resolve.Mode] {
    var modes: [Channel: Resolve.Mode] = [:]
    for entry in node?.mapping?.entries ?? [] {
      guard let channel = Channel(rawValue: entry.key) else {
        findings.unknownKey(entry, among: Channel.scaled.map(\.rawValue), of: "a resolve")
        continue
      }
      modes[channel] = findings.word(entry.value, Resolve.Mode.self)
    }
    return modes
  }

  private mutating func parameters(_ node: Node) -> [Parameter] {
    guard let items = node.sequence else {
      findings.mismatch(node, expected: "a list of parameters")
      return []
    }
    var parameters: [Parameter] = []
    for item in items {
      var keys = Keys(item, "a parameter")
      let name = keys.text("name", &findings)
      let value = keys.take("value")
      let expression = keys.text("expr", &findings)
      let select = keys.some("select")
      keys.know(["views"])
      keys.withoutEffect("bind", "react", findings: &findings)
      keys.finish(&findings)
      guard let name else {
        findings.add(.error("field.missing", "a parameter needs a “name”", at: item.span))
        continue
      }
      if let entry = item.mapping?.entry("select") { findings.withoutEffect("select", at: entry.keySpan) }
      parameters.append(
        Parameter(name: name, value: value, expression: expression, isSelection: select != nil, span: item.span))
    }
    return parameters
  }

  mutating func facetFields(_ node: Node) -> FacetFields {
    var fields = FacetFields()
    if node["row"] != nil || node["column"] != nil {
      var keys = Keys(node, "a facet")
      fields.row = keys.some("row").flatMap { definition($0, of: .row) }
      fields.column = keys.some("column").flatMap { definition($0, of: .column) }
      keys.finish(&findings)
    } else {
      fields.wrapped = definition(node, of: .facet)
    }
    return fields
  }

  private mutating func repeatFields(_ node: Node) -> RepeatFields {
    var fields = RepeatFields()
    if let list = names(node) {
      fields.wrapped = list
      return fields
    }
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "a list of fields, or one each for row, column and layer")
      return fields
    }
    var keys = Keys(node, "a repeat")
    fields.row = keys.some("row").flatMap { names($0) }
    fields.column = keys.some("column").flatMap { names($0) }
    fields.layer = keys.some("layer").flatMap { names($0) }
    keys.finish(&findings)
    return fields
  }

  private func names(_ node: Node) -> [String]? {
    guard let items = node.sequence else { return nil }
    let names = items.compactMap(\.string)
    return names.count == items.count ? names : nil
  }
}
