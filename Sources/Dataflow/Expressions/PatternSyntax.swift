/// A regular expression as it is built: what matches one character is left as it is written (ECMA-262, 22.2.1).
indirect enum PatternNode {
  /// One character: a letter, an escape, a class, the point.
  case character(String)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// - most: nil for any number.
  case repetition(PatternNode, least: Int, most: Int?, isLazy: Bool)
  /// Numbered from 1.
  case group(PatternNode, Int)
  case start, end, wholeStart, wholeEnd
  case wordEdge(isWanted: Bool)
  case ahead(PatternNode, isWanted: Bool)
  case back(Int)
}

/// Reads the notation; nil for what it does not know, as looking back and flags in the middle.
struct PatternSyntax {
  private var rest: ArraySlice<Unicode.Scalar>
  private(set) var groups = 0
  private var names: [String: Int] = [:]

  init(_ source: String) { rest = Array(source.unicodeScalars)[...] }

  mutating func whole() -> PatternNode? {
    guard let node = choice(depth: 0), rest.isEmpty else { return nil }
    return node
  }

  private mutating func choice(depth: Int) -> PatternNode? {
    guard depth < 100 else { return nil }
    var ways: [PatternNode] = []
    repeat {
      var parts: [PatternNode] = []
      while let next = rest.first, next != "|", next != ")" {
        guard let part = part(depth: depth) else { return nil }
        parts.append(part)
      }
      ways.append(.sequence(parts))
    } while take("|")
    return ways.count == 1 ? ways[0] : .choice(ways)
  }

  private mutating func part(depth: Int) -> PatternNode? {
    guard let node = unit(depth: depth) else { return nil }
    let bounds: (Int, Int?)
    if take("*") {
      bounds = (0, nil)
    } else if take("+") {
      bounds = (1, nil)
    } else if take("?") {
      bounds = (0, 1)
    } else if let written = braces() {
      bounds = written
    } else {
      return node
    }
    let isLazy = take("?")
    // Possessive repetitions and repetitions of repetitions are none of ECMAScript's.
    guard let next = rest.first else { return .repetition(node, least: bounds.0, most: bounds.1, isLazy: isLazy) }
    guard next != "+", next != "*", next != "?" else { return nil }
    return .repetition(node, least: bounds.0, most: bounds.1, isLazy: isLazy)
  }

  /// `{2}`, `{2,}` or `{2,5}`.
  private mutating func braces() -> (Int, Int?)? {
    guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return nil }
    let parts = rest[rest.index(after: rest.startIndex)..<close].split(separator: ",", omittingEmptySubsequences: false).map {
      String(String.UnicodeScalarView($0))
    }
    let (least, most) = (parts.first.map { Int($0) ?? 0 } ?? 0, parts.last.flatMap { Int($0) })
    let areNumbers = parts.allSatisfy { $0.isEmpty || Int($0) != nil }
    guard areNumbers, (1...2).contains(parts.count), parts != [""], parts != ["", ""], most.map({ $0 >= least }) ?? true else { return nil }
    rest = rest[rest.index(after: close)...]
    return (least, parts.count == 1 ? least : most)
  }

  private mutating func unit(depth: Int) -> PatternNode? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case "^": return .start
    case "$": return .end
    case "(": return group(depth: depth)
    case "[": return characterClass()
    case "\\": return escape()
    case "*", "+", "?", ")", "#": return first == "#" ? .character("#") : nil
    default: return .character(String(first))
    }
  }

  private mutating func group(depth: Int) -> PatternNode? {
    var wrap: ((PatternNode) -> PatternNode)?
    if take("?") {
      if take(":") {
        wrap = { $0 }
      } else if take("=") {
        wrap = { .ahead($0, isWanted: true) }
      } else if take("!") {
        wrap = { .ahead($0, isWanted: false) }
      } else if take("<"), let close = rest.firstIndex(of: ">"), close > rest.startIndex, rest.first != "=", rest.first != "!" {
        groups += 1
        names[String(String.UnicodeScalarView(rest[..<close]))] = groups
        rest = rest[rest.index(after: close)...]
        wrap = { [groups] in .group($0, groups) }
      } else {
        return nil
      }
    } else {
      groups += 1
      wrap = { [groups] in .group($0, groups) }
    }
    guard let inner = choice(depth: depth + 1), take(")"), let wrap else { return nil }
    return wrap(inner)
  }

  /// A class with those within it, as it is written.
  private mutating func characterClass() -> PatternNode? {
    var text: [Unicode.Scalar] = ["["]
    var depth = 1
    while depth > 0 {
      guard let next = rest.popFirst() else { return nil }
      text.append(next)
      switch next {
      case "\\": if let escaped = rest.popFirst() { text.append(escaped) }
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
    }
    return .character(String(String.UnicodeScalarView(text)))
  }

  private mutating func escape() -> PatternNode? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case "b": return .wordEdge(isWanted: true)
    case "B": return .wordEdge(isWanted: false)
    case "A": return .wholeStart
    case "z": return .wholeEnd
    case "1"..."9": return .back(Int(first.value) - 48)
    case "k":
      guard take("<"), let close = rest.firstIndex(of: ">") else { return nil }
      defer { rest = rest[rest.index(after: close)...] }
      return names[String(String.UnicodeScalarView(rest[..<close]))].map { .back($0) }
    case "p", "P", "u", "x", "N":
      var text = "\\" + String(first)
      if rest.first == "{", let close = rest.firstIndex(of: "}") {
        text += String(String.UnicodeScalarView(rest[...close]))
        rest = rest[rest.index(after: close)...]
      } else {
        let count = first == "u" ? 4 : first == "x" ? 2 : first == "p" || first == "P" ? 1 : 0
        text += String(String.UnicodeScalarView(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      return .character(text)
    // They match several characters, or none.
    case "X", "R", "K", "G", "Q", "E", "Z", "y", "Y", "c": return nil
    default: return .character("\\" + String(first))
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }
}
