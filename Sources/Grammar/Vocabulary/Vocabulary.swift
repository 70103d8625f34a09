package import Diagnostics
package import StructuredData

/// The keys that one kind of mapping may have, what each takes, and which of them show in a still picture.
///
/// Written as a table: a line is a key and what it takes, alternatives parted by `|`. `number`, `pixels` (a length), `area` (in
/// square pixels), `dashes` (lengths), `bool`, `text`, `texts` (a text or lines of text), `color`, `numbers`, `list`, `map`, `times` (texts by
/// units of time), `any` are kinds; `null` is the null value; every other word stands for itself. `@bar,rect` after it
/// are the marks that the key concerns, on others it has no effect. `-` makes it a key without effect here: known, and warned of, with the
/// reason that follows, or as what shows only while somebody points at the picture.
package struct Vocabulary: Sendable {
  /// What the mapping is, with its article: `an axis`.
  package let phrase: String
  package let entries: [String: Entry]
  /// The keys as the table lists them.
  package let keys: [String]

  package struct Entry: Hashable, Sendable {
    package var kinds: [String]
    package var words: [String]
    /// The marks that it concerns, by name; empty: all.
    package var marks: Set<String> = []
    /// Why it changes nothing here; nil where it does.
    package var idleReason: String?

    package var hasEffect: Bool { idleReason == nil }
    func concerns(_ mark: String) -> Bool { marks.isEmpty || marks.contains(mark) }
  }

  /// Units that a moment on an axis may begin, each with a format of its own.
  package static let timeUnits = ["year", "quarter", "month", "week", "date", "day", "hours", "minutes", "seconds", "milliseconds"]

  private static let kinds: Set<String> = [
    "number", "pixels", "area", "dashes", "bool", "text", "texts", "color", "numbers", "list", "map", "times", "any", "null",
  ]

  package init(_ phrase: String, _ table: String, including others: [Vocabulary] = []) {
    self.phrase = phrase
    var entries: [String: Entry] = [:]
    var keys: [String] = []
    for other in others {
      entries.merge(other.entries) { own, _ in own }
      keys += other.keys
    }
    for line in table.split(at: "\n") {
      var parts = line.split(at: " ")[...]
      guard let key = parts.popFirst().map(String.init) else { continue }
      let takes = (parts.first.map { $0 != "-" && $0.utf8.first != UInt8(ascii: "@") } == true ? parts.removeFirst() : "any")
        .split(at: "|").map(String.init)
      var entry = Entry(kinds: takes.filter { Self.kinds.contains($0) }, words: takes.filter { !Self.kinds.contains($0) })
      if let marks = parts.first, marks.utf8.first == UInt8(ascii: "@") {
        entry.marks = Set(marks.dropFirst().split(at: ",").map(String.init))
        parts.removeFirst()
      }
      if parts.popFirst() == "-" { entry.idleReason = parts.isEmpty ? "a picture has no interaction" : parts.joined(separator: " ") }
      entries[key] = entry
      keys.append(key)
    }
    self.entries = entries
    self.keys = keys
  }
}

extension StringProtocol {
  /// The pieces between two ASCII characters, empty ones left out. Tables are split by bytes: every run reads many of them.
  fileprivate func split(at separator: Unicode.Scalar) -> [Substring] {
    Substring(self).utf8.split(separator: UInt8(ascii: separator)).map { Substring($0) }
  }
}

extension Vocabulary.Entry {
  /// Whether `node` is one of the things the key takes. Mappings with `expr`, `signal` or `condition` stand for a value.
  func takes(_ node: Node) -> Bool {
    if case .mapping(let mapping) = node.value,
      mapping["expr"] != nil || mapping["signal"] != nil || mapping["condition"] != nil
    {
      return true
    }
    for kind in kinds {
      switch (kind, node.value) {
      case ("any", _), ("number", .number), ("pixels", .number), ("area", .number), ("bool", .bool), ("text", .string), ("texts", .string),
        ("color", .string),
        ("color", .null), ("list", .sequence), ("map", .mapping), ("null", .null), ("texts", .null), ("color", .mapping),
        ("text", .null), ("number", .null), ("pixels", .null), ("area", .null):
        return true
      case ("texts", .sequence(let lines)):
        if lines.allSatisfy({ $0.string != nil }) { return true }
      case ("numbers", .sequence(let items)), ("dashes", .sequence(let items)):
        if items.allSatisfy({ $0.numberText != nil }) { return true }
      case ("times", .mapping(let formats)):
        if formats.entries.allSatisfy({ Vocabulary.timeUnits.contains($0.key) && $0.value.string != nil }) { return true }
      case ("texts", .number), ("text", .number): return true
      default: continue
      }
    }
    return node.string.map(words.contains) ?? false
  }

  var phrase: String {
    let phrases = kinds.map { kind in
      switch kind {
      case "number", "pixels", "area": "a number"
      case "bool": "true or false"
      case "text", "texts": "a text"
      case "color": "a colour"
      case "numbers", "dashes": "a list of numbers"
      case "list": "a list"
      case "map": "a mapping"
      case "times": "texts by units of time (\(Vocabulary.timeUnits.joined(separator: ", ")))"
      default: "null"
      }
    }
    return (phrases + words.map { "“\($0)”" }).joined(separator: " or ")
  }
}

/// The properties of one mapping as they stand in a spec, checked against a ``Vocabulary``.
package struct Properties: Hashable, Sendable {
  package private(set) var values: [String: Node]
  /// Where the mapping stands.
  package var span: SourceSpan

  package init(_ values: [String: Node] = [:], at span: SourceSpan = SourceSpan(document: "")) {
    self.values = values
    self.span = span
  }

  package subscript(key: String) -> Node? {
    get { values[key] }
    set { values[key] = newValue }
  }

  package var isEmpty: Bool { values.isEmpty }

  /// These properties over those of `lower`.
  package func over(_ lower: Properties?) -> Properties {
    guard let lower else { return self }
    return Properties(lower.values.merging(values) { _, own in own }, at: span)
  }

  package func number(_ key: String) -> Double? { values[key]?.double }
  package func bool(_ key: String) -> Bool? { values[key]?.bool }
  package func text(_ key: String) -> String? { values[key]?.string }
  package func properties(_ key: String) -> Properties? {
    values[key]?.mapping.map { mapping in
      Properties(
        Dictionary(mapping.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }),
        at: values[key]?.span ?? span)
    }
  }
}

extension Vocabulary {
  /// Reads a mapping: an unknown key is an error with the nearest name, a wrong kind of value an error, a key without effect a
  /// warning.
  ///
  /// - Parameter mark: the mark whose properties they are; those of others have no effect and are left out.
  package func read(_ node: Node, _ findings: inout Findings, ignoring: Set<String> = [], of mark: MarkType? = nil) -> Properties {
    guard let mapping = node.mapping else {
      if !node.isNull { findings.mismatch(node, expected: phrase) }
      return Properties([:], at: node.span)
    }
    var values: [String: Node] = [:]
    for entry in mapping.entries where !ignoring.contains(entry.key) {
      guard let known = entries[entry.key] else {
        findings.unknownKey(entry, among: keys, of: phrase)
        continue
      }
      if !known.takes(entry.value) {
        findings.mismatch(entry.value, expected: known.phrase)
        continue
      }
      if let reason = known.idleReason { findings.withoutEffect(entry.key, at: entry.keySpan, because: reason) }
      if let mark, !known.concerns(mark.rawValue) {
        findings.withoutEffect(entry.key, at: entry.keySpan, onMark: mark.rawValue)
        continue
      }
      values[entry.key] = entry.value
    }
    return Properties(values, at: node.span)
  }
}

extension Vocabulary {
  /// `spec.no-effect`: a property that is another mark's.
  static func withoutEffect(_ key: String, at span: SourceSpan, onMark mark: String) -> Diagnostic {
    let marks = Self.mark.entries[key]?.marks.sorted() ?? []
    return .warning(
      "spec.no-effect", "“\(key)” has no effect on the mark “\(mark)”", at: span,
      hint: marks.isEmpty ? nil : "it is a property of \(marks.joined(separator: ", "))")
  }
}

extension Findings {
  package mutating func unknownKey(_ entry: Mapping.Entry, among keys: [String], of phrase: String) {
    let near = nearestName(to: entry.key, among: keys)
    add(
      .error(
        "field.unknown", "unknown key “\(entry.key)” of \(phrase)", at: entry.keySpan,
        hint: near.map { "did you mean “\($0)”?" }))
  }

  /// `spec.no-effect`: a key that is known and changes nothing in a still picture.
  package mutating func withoutEffect(_ key: String, at span: SourceSpan, because reason: String = "a picture has no interaction") {
    add(.warning("spec.no-effect", "“\(key)” has no effect: \(reason)", at: span))
  }

  package mutating func withoutEffect(_ key: String, at span: SourceSpan, onMark mark: String) {
    add(Vocabulary.withoutEffect(key, at: span, onMark: mark))
  }
}
