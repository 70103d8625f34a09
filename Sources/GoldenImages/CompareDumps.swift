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
    let matched = matches(actual.map(identity), expected.map(identity))
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

/// For each key of `expected` its partner in `actual`, in rising order (a longest common subsequence); what is left
/// between two partners is paired in order when it is as long on both sides. Long lists that share little are paired
/// by place: the search costs the product of their lengths.
private func matches(_ actual: [String], _ expected: [String]) -> [Int?] {
  var partners = [Int?](repeating: nil, count: expected.count)
  var start = 0
  while start < min(actual.count, expected.count), actual[start] == expected[start] {
    partners[start] = start
    start += 1
  }
  var end = 0
  while end < min(actual.count, expected.count) - start,
    actual[actual.count - 1 - end] == expected[expected.count - 1 - end]
  {
    partners[expected.count - 1 - end] = actual.count - 1 - end
    end += 1
  }
  let a = start..<(actual.count - end)
  let b = start..<(expected.count - end)
  if a.isEmpty || b.isEmpty { return partners }
  if a.count * b.count <= 4_000_000 {
    for (i, j) in commonSubsequence(Array(actual[a]), Array(expected[b])) { partners[start + j] = start + i }
  }
  pairGaps(&partners, a, b)
  return partners
}

/// Pairs runs without partner between two partners, if they are equally long or no common key was found at all.
private func pairGaps(_ partners: inout [Int?], _ a: Range<Int>, _ b: Range<Int>) {
  var i = a.lowerBound
  var j = b.lowerBound
  while j < b.upperBound {
    var stop = j
    while stop < b.upperBound, partners[stop] == nil { stop += 1 }
    let limit = stop < b.upperBound ? partners[stop] ?? a.upperBound : a.upperBound
    if limit - i == stop - j {
      for k in j..<stop { partners[k] = i + k - j }
    }
    i = limit + 1
    j = stop + 1
  }
}

/// Pairs of places of a longest common subsequence, by the usual table.
private func commonSubsequence(_ a: [String], _ b: [String]) -> [(Int, Int)] {
  var numbers: [String: Int32] = [:]
  func number(_ key: String) -> Int32 {
    if let known = numbers[key] { return known }
    let new = Int32(numbers.count)
    numbers[key] = new
    return new
  }
  let a = a.map(number)
  let b = b.map(number)
  let width = b.count + 1
  var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
  for i in a.indices.reversed() {
    for j in b.indices.reversed() {
      lengths[i * width + j] =
        a[i] == b[j]
        ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
  }
  var pairs: [(Int, Int)] = []
  var i = 0
  var j = 0
  while i < a.count, j < b.count {
    if a[i] == b[j] {
      pairs.append((i, j))
      i += 1
      j += 1
    } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
      i += 1
    } else {
      j += 1
    }
  }
  return pairs
}
