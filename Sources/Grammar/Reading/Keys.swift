import Diagnostics
import StructuredData

/// The entries of one mapping while they are read: what is never asked for is unknown.
struct Keys {
  let node: Node
  let phrase: String
  private var asked: [String] = []

  init(_ node: Node, _ phrase: String) {
    self.node = node
    self.phrase = phrase
  }

  /// The value of a key, also null.
  mutating func take(_ key: String) -> Node? {
    asked.append(key)
    return node[key]
  }
  /// The value of a key that is not null.
  mutating func some(_ key: String) -> Node? { take(key).flatMap { $0.isNull ? nil : $0 } }

  mutating func number(_ key: String, _ findings: inout Findings) -> Double? {
    guard let value = some(key) else { return nil }
    if let number = value.double { return number }
    findings.mismatch(value, expected: "a number")
    return nil
  }
  mutating func text(_ key: String, _ findings: inout Findings) -> String? {
    guard let value = some(key) else { return nil }
    if let text = value.string { return text }
    findings.mismatch(value, expected: "a text")
    return nil
  }
  mutating func bool(_ key: String, _ findings: inout Findings) -> Bool? {
    guard let value = some(key) else { return nil }
    if let bool = value.bool { return bool }
    findings.mismatch(value, expected: "true or false")
    return nil
  }
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type, _ findings: inout Findings
  ) -> Word? where Word.RawValue == String {
    guard let value = some(key) else { return nil }
    return findings.word(value, type)
  }
  /// A text, or lines of text.
  mutating func lines(_ key: String, _ findings: inout Findings) -> [String]? {
    guard let value = some(key) else { return nil }
    return findings.lines(value)
  }
  /// Known keys without effect in a picture.
  mutating func withoutEffect(_ keys: String..., findings: inout Findings) {
    for key in keys {
      asked.append(key)
      if let entry = node.mapping?.entry(key) { findings.withoutEffect(key, at: entry.keySpan) }
    }
  }
  mutating func know(_ keys: [String]) { asked += keys }

  func finish(_ findings: inout Findings) {
    for entry in node.mapping?.entries ?? [] where !asked.contains(entry.key) {
      findings.unknownKey(entry, among: asked, of: phrase)
    }
  }
}

extension Findings {
  mutating func word<Word: RawRepresentable & CaseIterable>(_ node: Node, _ type: Word.Type) -> Word?
  where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    guard let text = node.string else {
      mismatch(node, expected: words.count > 8 ? "a text" : words.map { "“\($0)”" }.joined(separator: " or "))
      return nil
    }
    if let word = Word(rawValue: text) { return word }
    let near = nearestName(to: text, among: words)
    add(
      .error(
        "field.value", "“\(text)” is not known here", at: node.span,
        hint: near.map { "did you mean “\($0)”?" } ?? "one of \(words.joined(separator: ", "))"))
    return nil
  }

  mutating func lines(_ node: Node) -> [String]? {
    if let text = node.string { return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    if let text = node.numberText { return [text] }
    if let items = node.sequence {
      let lines = items.compactMap(\.text)
      if lines.count == items.count { return lines }
    }
    mismatch(node, expected: "a text or lines of text")
    return nil
  }
}

extension Double {
  /// The whole number towards zero, within ±10⁹: a count that a spec writes, whatever its size; 0 for NaN.
  package var whole: Int { isNaN ? 0 : Int(max(-1e9, min(1e9, self))) }
}
