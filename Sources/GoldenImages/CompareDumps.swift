public import Diagnostics
import StructuredData

/// Compares two scene dumps (or any JSON texts) field by field.
///
/// What has moved or grown is said in words, and what stands inside a moved group only where it moved otherwise. Numbers
/// may differ by `tolerance`. Items of a list are matched by what they are (type, role and text), so that one
/// item more or less is one difference and not a shift of all that follow.
/// Messages call the texts by the names given.
///
/// - Throws: `json.syntax` and its kin when a text is no JSON.
public func compareDumps(
  actual: String, expected: String, tolerance: Double = 0.01, actualName: String = "actual",
  expectedName: String = "expected"
) throws(Diagnostics) -> DumpComparison {
  let found = try parseJSON(actual, document: actualName)
  let wanted = try parseJSON(expected, document: expectedName)
  var comparer = DumpComparer(tolerance: tolerance)
  comparer.compare(found, wanted, path: "", shift: (0, 0))
  return DumpComparison(differences: comparer.differences, total: comparer.total)
}

/// How a scene dump differs from the expected one.
public struct DumpComparison: Hashable, Sendable {
  /// In the order of the expected dump; at most a thousand.
  public let differences: [DumpDifference]
  /// All that were found.
  public let total: Int

  /// Whether nothing differs.
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
  /// What differs there.
  public enum Change: Hashable, Sendable {
    /// The expected dump has it, the actual one has not.
    case missing(String)
    /// Only the actual dump has it.
    case unexpected(String)
    /// Both have it, with other values.
    case changed(expected: String, actual: String)
    /// By so many points to the right and down, beyond what the group around it moved.
    case moved(right: Double, down: Double)
    /// By so many points in width and height.
    case grew(width: Double, height: Double)
  }
  /// Where: `page 1 › text axis-label “2022年” › fill`.
  public let path: String
  /// What differs.
  public let change: Change

  public var description: String {
    let place = path.isEmpty ? "" : path + ": "
    return switch change {
    case .missing(let what): "\(place)missing \(what)"
    case .unexpected(let what): "\(place)unexpected \(what)"
    case .changed(let expected, let actual): "\(place)\(actual), expected \(expected)"
    case .moved(let right, let down): place + "moved " + both(amount(right, "right", "left"), amount(down, "down", "up"))
    case .grew(let width, let height): place + both(amount(width, "wider", "narrower"), amount(height, "higher", "lower"))
    }
  }

  private func amount(_ points: Double, _ more: String, _ less: String) -> String? {
    let hundredths = (abs(points) * 100).rounded()
    guard hundredths > 0 else { return nil }
    let whole = Int(hundredths) / 100
    let rest = Int(hundredths) % 100
    let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest < 10 ? "0" : "")\(rest)"
    return "\(whole)\(digits) pt \(points > 0 ? more : less)"
  }

  private func both(_ first: String?, _ second: String?) -> String {
    [first, second].compactMap { $0 }.joined(separator: " and ")
  }
}

private struct DumpComparer {
  let tolerance: Double
  private(set) var differences: [DumpDifference] = []
  private(set) var total = 0

  init(tolerance: Double) { self.tolerance = tolerance }

  /// How far the groups around an item have moved, in points.
  typealias Shift = (right: Double, down: Double)

  mutating func compare(_ actual: Node, _ expected: Node, path: String, shift: Shift) {
    switch (actual.value, expected.value) {
    case (.number(let a), .number(let b)):
      if a == b { return }
      if let x = actual.double, let y = expected.double, isNear(x, y) { return }
      add(.changed(expected: b, actual: a), path)
    case (.mapping(let a), .mapping(let b)):
      var shift = shift
      var places: Set<String> = []
      if let move = move(a, b, path, shift) {
        shift = move
        places = ["x", "y", "w", "h", "baseline"]
      }
      for entry in b.entries where !places.contains(entry.key) {
        if let value = a[entry.key] {
          compare(value, entry.value, path: joined(path, entry.key), shift: shift)
        } else {
          add(.missing(brief(entry.value)), joined(path, entry.key))
        }
      }
      for entry in a.entries where b[entry.key] == nil { add(.unexpected(brief(entry.value)), joined(path, entry.key)) }
    case (.sequence(let a), .sequence(let b)): compare(a, b, path: path, shift: shift)
    default: if actual != expected { add(.changed(expected: brief(expected), actual: brief(actual)), path) }
    }
  }

  /// Says how an item's box has moved and grown.
  ///
  /// - Returns: how far it has moved in all; nil for what is no item with a box.
  private mutating func move(_ a: Mapping, _ b: Mapping, _ path: String, _ shift: Shift) -> Shift? {
    guard let x = a["x"]?.double, let y = a["y"]?.double, let oldX = b["x"]?.double, let oldY = b["y"]?.double else {
      return nil
    }
    var whole = (right: x - oldX, down: y - oldY)
    if isNear(whole.right, shift.right), isNear(whole.down, shift.down) {
      whole = shift
    } else {
      add(.moved(right: kept(whole.right - shift.right), down: kept(whole.down - shift.down)), path)
    }
    let (width, height) = (growth(a, b, "w"), growth(a, b, "h"))
    if width != 0 || height != 0 { add(.grew(width: width, height: height), path) }
    if let line = a["baseline"]?.double, let old = b["baseline"]?.double, !isNear(line - old, whole.down) {
      add(.changed(expected: b["baseline"]?.text ?? "", actual: a["baseline"]?.text ?? ""), joined(path, "baseline"))
    }
    return whole
  }

  private func growth(_ a: Mapping, _ b: Mapping, _ key: String) -> Double {
    guard let new = a[key]?.double, let old = b[key]?.double else { return 0 }
    return kept(new - old)
  }

  private func kept(_ difference: Double) -> Double { isNear(difference, 0) ? 0 : difference }

  // Both are printed with two decimals: forgive the noise of their difference.
  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= tolerance + 1e-9 }

  private mutating func compare(_ actual: [Node], _ expected: [Node], path: String, shift: Shift) {
    let matched = matchingPlaces(actual: actual.map(identity), expected: expected.map(identity))
    let names = path == "items" || path.hasSuffix(" › items") ? labelCounts(expected) : [:]
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
      compare(actual[partner], item, path: step(path, place, item, names), shift: shift)
      next = partner + 1
    }
    for place in next..<max(next, actual.count) { add(.unexpected(brief(actual[place])), "\(path)[\(place)]") }
  }

  private func labelCounts(_ items: [Node]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for item in items { counts[label(item), default: 0] += 1 }
    return counts
  }

  /// The path of an item: its label alone where no other item of the list has the same.
  private func step(_ path: String, _ place: Int, _ item: Node, _ labels: [String: Int]) -> String {
    if path == "pages", let number = item["number"]?.text { return "page \(number)" }
    let label = label(item)
    if labels[label] == 1, !label.isEmpty { return path.dropLast("items".count) + label }
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
