public import Diagnostics
import StructuredData

/// Compares two scene dumps (or any JSON texts) field by field.
///
/// Numbers may differ by `tolerance`. Items of a list are matched by what they are (type, role and text), so that one
/// item more or less is one difference and not a shift of all that follow.
/// - Parameters:
///   - actualName: what messages call the first text; likewise `expectedName`.
/// - Throws: `json.syntax` and its kin when a text is no JSON.
public func compareDumps(
  actual: String, expected: String, tolerance: Double = 0.01, actualName: String = "actual",
  expectedName: String = "expected"
) throws(Diagnostics) -> DumpComparison {
  let found = try parseJSON(actual, document: actualName)
  let wanted = try parseJSON(expected, document: expectedName)
  var comparer = DumpComparer(tolerance: tolerance)
  comparer.compare(found, wanted, path: "")
  return DumpComparison(differences: comparer.differences, total: comparer.total)
}

/// How a scene dump differs from the expected one.
public struct DumpComparison: Hashable, Sendable {
  /// In the order of the expected dump; at most a thousand.
  public let differences: [DumpDifference]
  /// All that were found.
  public let total: Int

  public var matches: Bool { total == 0 }

  /// A difference a line; the first `limit` of them.
  public func summary(limit: Int = 20) -> String {
    if matches { return "the dumps match" }
    var lines = differences.prefix(limit).map(\.description)
    if total > lines.count { lines.append("… and \(total - lines.count) more") }
    return "\(total) difference\(total == 1 ? "" : "s")\n" + lines.joined(separator: "\n")
  }
}

/// One place where two dumps differ.
public struct DumpDifference: Hashable, Sendable, CustomStringConvertible {
  public enum Change: Hashable, Sendable {
    /// The expected dump has it, the actual one has not.
    case missing(String)
    /// Only the actual dump has it.
    case unexpected(String)
    case changed(expected: String, actual: String)
  }
  /// Where: `page 1 › items[3] text axis-label “2022年” › x`.
  public let path: String
  public let change: Change

  public var description: String {
    let place = path.isEmpty ? "" : path + ": "
    return switch change {
    case .missing(let what): "\(place)missing \(what)"
    case .unexpected(let what): "\(place)unexpected \(what)"
    case .changed(let expected, let actual): "\(place)\(actual), expected \(expected)"
    }
  }
}

private struct DumpComparer {
  let tolerance: Double
  private(set) var differences: [DumpDifference] = []
  private(set) var total = 0

  init(tolerance: Double) { self.tolerance = tolerance }

  mutating func compare(_ actual: Node, _ expected: Node, path: String) {
    switch (actual.value, expected.value) {
    case (.number(let a), .number(let b)):
      if a == b { return }
      // Both are printed with two decimals: forgive the noise of their difference.
      if let x = actual.double, let y = expected.double, abs(x - y) <= tolerance + 1e-9 { return }
      add(.changed(expected: b, actual: a), path)
    case (.mapping(let a), .mapping(let b)):
      for entry in b.entries {
        if let value = a[entry.key] {
          compare(value, entry.value, path: joined(path, entry.key))
        } else {
          add(.missing(brief(entry.value)), joined(path, entry.key))
        }
      }
      for entry in a.entries where b[entry.key] == nil { add(.unexpected(brief(entry.value)), joined(path, entry.key)) }
    case (.sequence(let a), .sequence(let b)): compare(a, b, path: path)
    default: if actual != expected { add(.changed(expected: brief(expected), actual: brief(actual)), path) }
    }
  }

  private mutating func compare(_ actual: [Node], _ expected: [Node], path: String) {
    let matched = matchingPlaces(actual: actual.map(identity), expected: expected.map(identity))
    var next = 0
    for (place, item) in expected.enumerated() {
      guard let partner = matched[place] else {
        add(.missing(brief(item)), "\(path)[\(place)]")
        continue
      }
      while next < partner {
        add(.unexpected(brief(actual[next])), "\(path)[\(next)]")
        next += 1
      }
      compare(actual[partner], item, path: step(path, place, item))
      next = partner + 1
    }
    for place in next..<max(next, actual.count) { add(.unexpected(brief(actual[place])), "\(path)[\(place)]") }
  }

  private func step(_ path: String, _ place: Int, _ item: Node) -> String {
    if path == "pages", let number = item["number"]?.text { return "page \(number)" }
    let label = label(item)
    return label.isEmpty ? "\(path)[\(place)]" : "\(path)[\(place)] \(label)"
  }

  private func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + " › " + key }

  private mutating func add(_ change: DumpDifference.Change, _ path: String) {
    total += 1
    if differences.count < 1000 { differences.append(DumpDifference(path: path, change: change)) }
  }
}

/// What an item is, whatever its place and size; a scalar is itself.
private func identity(_ node: Node) -> String {
  guard let mapping = node.mapping else { return node.text ?? "" }
  return ["type", "role", "number", "text"].map { mapping[$0]?.text ?? "" }.joined(separator: "\u{0}")
}

/// `text axis-label “2022年”`.
private func label(_ node: Node) -> String {
  guard let mapping = node.mapping else { return "" }
  var words = ["type", "role"].compactMap { mapping[$0]?.string }
  if let text = mapping["text"] ?? mapping["alt"] { words.append(text.brief) }
  return words.joined(separator: " ")
}

private func brief(_ node: Node) -> String {
  let label = label(node)
  if !label.isEmpty { return label }
  return node.brief
}
