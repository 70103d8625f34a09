import Diagnostics
import StructuredData

extension SpecReader {
  /// Reads `annotations`: a list of mappings, each with one of line, band, event, callout, difference, growth, multiple, cagr,
  /// bracket and totals.
  mutating func annotations(_ node: Node) -> [Annotation] {
    guard let items = node.sequence else {
      findings.mismatch(node, expected: "a list of annotations")
      return []
    }
    return items.compactMap { annotation($0) }
  }

  private mutating func annotation(_ node: Node) -> Annotation? {
    guard node.kind == .mapping else {
      findings.mismatch(node, expected: "an annotation")
      return nil
    }
    var keys = Keys(node, "an annotation")
    let text = keys.lines("text", &findings) ?? []
    let color = keys.some("color")
    var kinds: [Annotation.Kind] = []
    if let line = keys.some("line") { kinds += level(line).map { [$0] } ?? [] }
    if let event = keys.some("event") { kinds.append(.line(.x, .value(event))) }
    if let band = keys.some("band") { kinds += self.band(band).map { [$0] } ?? [] }
    if let callout = keys.some("callout") { kinds += self.callout(callout).map { [$0] } ?? [] }
    if let bracket = keys.some("bracket") { kinds += pair(bracket, "x").map { [.bracket($0.0, $0.1)] } ?? [] }
    for change in Annotation.Change.allCases {
      guard let places = keys.some(change.rawValue) else { continue }
      kinds += pair(places, "x").map { [.change(from: $0.0, to: $0.1, change)] } ?? []
    }
    if keys.bool("totals", &findings) == true { kinds.append(.totals) }
    keys.finish(&findings)
    guard kinds.count == 1 else {
      if kinds.count > 1 || !findings.hasErrors {
        findings.add(
          .error(
            "spec.annotation",
            "an annotation is one of line, event, band, callout, bracket, difference, growth, multiple, cagr and totals",
            at: node.span))
      }
      return nil
    }
    switch kinds[0] {
    case .change, .totals:
      if let entry = node.mapping?.entry("text") {
        findings.add(
          .error(
            "spec.annotation", "what this annotation says is reckoned from the data and cannot be written",
            at: entry.keySpan, hint: "a callout takes a text"))
      }
    case .callout:
      if text.isEmpty { findings.add(.error("field.missing", "a callout needs a “text”", at: node.span)) }
    default: break
    }
    return Annotation(kind: kinds[0], text: text, color: color, span: node.span)
  }

  private mutating func level(_ node: Node) -> Annotation.Kind? {
    var keys = Keys(node, "a reference line")
    let (x, y) = (keys.some("x"), keys.some("y"))
    keys.finish(&findings)
    guard (x == nil) != (y == nil), let value = x ?? y else {
      findings.add(.error("field.missing", "a reference line stands at one value of x or of y", at: node.span))
      return nil
    }
    return .line(x != nil ? .x : .y, value.string == "mean" ? .mean : .value(value))
  }

  private mutating func band(_ node: Node) -> Annotation.Kind? {
    for channel in [Channel.x, .y] where node[channel.rawValue] != nil {
      return pair(node, channel.rawValue).map { .band(channel, $0.0, $0.1) }
    }
    findings.add(.error("field.missing", "a band needs two values of x or of y", at: node.span))
    return nil
  }

  private mutating func callout(_ node: Node) -> Annotation.Kind? {
    var keys = Keys(node, "a callout")
    let (x, y) = (keys.some("x"), keys.some("y"))
    let (dx, dy) = (keys.number("dx", &findings) ?? 16, keys.number("dy", &findings) ?? -24)
    keys.finish(&findings)
    guard let x, let y else {
      findings.add(.error("field.missing", "a callout needs “x” and “y”", at: node.span))
      return nil
    }
    return .callout(x: x, y: y, dx: dx, dy: dy)
  }

  /// `{x: [from, to]}`, or the two values alone.
  private mutating func pair(_ node: Node, _ key: String) -> (Node, Node)? {
    if let inner = node[key], node.mapping?.count == 1 { return pair(inner, key) }
    if let items = node.sequence, items.count == 2 { return (items[0], items[1]) }
    findings.mismatch(node, expected: "two values")
    return nil
  }
}
