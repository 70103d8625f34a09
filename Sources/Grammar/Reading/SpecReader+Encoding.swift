import Dataflow
import Diagnostics
import StructuredData

extension SpecReader {
  mutating func encoding(_ node: Node) -> Encoding {
    var encoding = Encoding()
    guard let mapping = node.mapping else {
      findings.mismatch(node, expected: "an encoding")
      return encoding
    }
    for entry in mapping.entries {
      guard let channel = Channel(rawValue: entry.key) else {
        findings.unknownKey(entry, among: Channel.allCases.map(\.rawValue), of: "an encoding")
        continue
      }
      if entry.value.isNull {
        encoding.hidden.insert(channel)
        continue
      }
      if [.tooltip, .time, .key].contains(channel) { findings.withoutEffect(entry.key, at: entry.keySpan) }
      let items = entry.value.sequence ?? [entry.value]
      encoding.set(channel, to: items.compactMap { definition($0, of: channel) })
    }
    return encoding
  }

  /// - Parameter channel: what the definition is for: some keys belong to some channels alone.
  mutating func definition(_ node: Node, of channel: Channel) -> ChannelDefinition? {
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "a channel's definition")
      return nil
    }
    var keys = Keys(node, "the channel “\(channel.rawValue)”")
    var definition = ChannelDefinition(at: node.span)
    definition.field = keys.some("field").flatMap { field($0) }
    if let type = keys.some("type") { definition.type = fieldType(type) }
    definition.aggregate = keys.some("aggregate").flatMap { aggregate($0) }
    if let bin = keys.take("bin") { definition.bin = self.bin(bin, of: channel) }
    definition.timeUnit = keys.some("timeUnit").flatMap { timeUnit($0) }
    definition.bandPosition = keys.number("bandPosition", &findings)
    if let title = keys.take("title") {
      definition.title = title.isNull ? .none : findings.lines(title).map { .lines($0) } ?? .automatic
    }
    definition.value = keys.take("value")
    definition.datum = keys.take("datum")
    if let condition = keys.some("condition") {
      definition.conditions = (condition.sequence ?? [condition]).compactMap { self.condition($0, of: channel) }
    }
    if let sort = keys.take("sort") { definition.sort = self.sort(sort) }
    if let stack = keys.take("stack") { definition.stack = self.stack(stack) }
    definition.impute = keys.some("impute")
    definition.scale = optionally(keys.take("scale"), .scale)
    definition.axis = optionally(keys.take("axis"), .axis)
    definition.legend = optionally(keys.take("legend"), .legend)
    definition.header = optionally(keys.take("header"), .header)
    definition.format = keys.some("format").flatMap { format in
      let known = Vocabulary.Entry(kinds: ["text", "times"], words: [])
      if known.takes(format) { return format }
      findings.mismatch(format, expected: known.phrase)
      return nil
    }
    definition.formatType = keys.text("formatType", &findings)
    if channel.isFacet {
      if let columns = keys.number("columns", &findings) { definition.arrangement.columns = max(1, columns.whole) }
      if let align = keys.some("align") {
        definition.arrangement.rowAlign = align.string.flatMap(Arrangement.Alignment.init)
        definition.arrangement.columnAlign = definition.arrangement.rowAlign
      }
      if let spacing = keys.some("spacing") {
        definition.arrangement.rowSpacing = spacing.double ?? spacing["row"]?.double
        definition.arrangement.columnSpacing = spacing.double ?? spacing["column"]?.double
      }
      if let center = keys.some("center") {
        definition.arrangement.rowCenter = center.bool ?? center["row"]?.bool
        definition.arrangement.columnCenter = center.bool ?? center["column"]?.bool
      }
      if let bounds = keys.text("bounds", &findings) { definition.arrangement.isFlush = bounds == "flush" }
    }
    keys.finish(&findings)
    return definition
  }

  private mutating func optionally(_ node: Node?, _ vocabulary: Vocabulary) -> Optionally<Properties> {
    guard let node else { return .unset }
    return node.isNull ? .null : .some(vocabulary.read(node, &findings))
  }

  mutating func fieldType(_ node: Node) -> FieldType? {
    // Short forms are as old as Vega-Lite.
    switch node.string {
    case "Q", "q": .quantitative
    case "T", "t": .temporal
    case "O", "o": .ordinal
    case "N", "n": .nominal
    default: findings.word(node, FieldType.self)
    }
  }

  private mutating func field(_ node: Node) -> ChannelDefinition.FieldName? {
    if let name = node.string { return .name(name) }
    if let repeated = node["repeat"]?.string { return .repeated(repeated) }
    findings.mismatch(node, expected: "the name of a field")
    return nil
  }

  private mutating func aggregate(_ node: Node) -> ChannelDefinition.Aggregate? {
    if let field = node["argmax"]?.string { return .argmax(field) }
    if let field = node["argmin"]?.string { return .argmin(field) }
    return aggregateOp(node).map { .op($0) }
  }

  mutating func aggregateOp(_ node: Node) -> AggregateOp? { findings.word(node, AggregateOp.self) }

  private mutating func bin(_ node: Node, of channel: Channel) -> ChannelDefinition.Bin? {
    let most = channel.mostBins
    if let isBinned = node.bool { return isBinned ? .parameters(BinParameters(maxbins: most)) : ChannelDefinition.Bin.none }
    if node.isNull { return ChannelDefinition.Bin.none }
    if node.string == "binned" { return .binned(step: nil) }
    if node["binned"]?.bool == true { return .binned(step: node["step"]?.double) }
    return binParameters(node).map { parameters in
      var parameters = parameters
      if node["maxbins"] == nil { parameters.maxbins = most }
      return .parameters(parameters)
    }
  }

  private mutating func stack(_ node: Node) -> ChannelDefinition.Stack? {
    if node.isNull || node.bool == false { return ChannelDefinition.Stack.none }
    if node.bool == true { return .zero }
    return findings.word(node, StackWord.self).flatMap { ChannelDefinition.Stack(rawValue: $0.rawValue) }
  }
  private enum StackWord: String, CaseIterable { case zero, normalize, center }

  private mutating func sort(_ node: Node) -> ChannelDefinition.Sort? {
    if node.isNull { return ChannelDefinition.Sort.none }
    if let items = node.sequence { return .values(items) }
    if let text = node.string {
      if text == "ascending" { return .ascending }
      if text == "descending" { return .descending }
      let isDescending = text.hasPrefix("-")
      if let channel = Channel(rawValue: isDescending ? String(text.dropFirst()) : text) {
        return .encoding(channel, descending: isDescending)
      }
      findings.add(
        .error(
          "field.value", "“\(text)” is no order", at: node.span,
          hint: "ascending, descending, or a channel such as -y"))
      return nil
    }
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "an order")
      return nil
    }
    var keys = Keys(node, "an order")
    let order = keys.text("order", &findings)
    let isDescending = order == "descending"
    let result: ChannelDefinition.Sort
    if let name = keys.text("encoding", &findings) {
      guard let channel = Channel(rawValue: name) else {
        findings.add(.error("field.value", "“\(name)” is no channel", at: node["encoding"]?.span ?? node.span))
        return nil
      }
      result = .encoding(channel, descending: isDescending)
    } else {
      let field = keys.some("field").flatMap { self.field($0) }
      let op = keys.some("op").flatMap { aggregateOp($0) }
      result =
        field == nil && op == nil
        ? (isDescending ? .descending : .ascending) : .field(field, op: op, descending: isDescending)
    }
    keys.finish(&findings)
    return result
  }

  private mutating func condition(_ node: Node, of channel: Channel) -> ChannelDefinition.Condition? {
    guard let mapping = node.mapping else {
      findings.mismatch(node, expected: "a condition")
      return nil
    }
    let own = ["test", "param", "selection", "empty"]
    let rest = Node(.mapping(Mapping(mapping.entries.filter { !own.contains($0.key) })), at: node.span)
    guard let definition = definition(rest, of: channel) else { return nil }
    let test: ChannelDefinition.Condition.Test
    if let node = mapping["test"] {
      guard let predicate = predicate(node) else { return nil }
      test = .predicate(predicate)
    } else if let name = (mapping["param"] ?? mapping["selection"])?.string {
      test = .parameter(name, empty: mapping["empty"]?.bool ?? true)
    } else {
      findings.add(.error("field.missing", "a condition needs a “test” or a “param”", at: node.span))
      return nil
    }
    return ChannelDefinition.Condition(test: test, channel: Indirect(definition))
  }
}
