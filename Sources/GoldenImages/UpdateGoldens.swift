public import Diagnostics

/// Copies files of `actual` over those of `expected` that differ, are missing or damaged there.
///
/// - Parameters:
///   - names: which; `*` stands for any characters. What matches none of the comparison's names is an error.
///   - actual: the new files.
///   - expected: the goldens that they replace.
///   - comparison: of the same two folders, or of two files.
/// - Returns: the names copied.
/// - Throws: `golden.name` with the nearest name, `input.…`, `output.unwritable`.
public func updateGoldens(
  actual: String, expected: String, names: [String], comparison: FileComparison
) throws(Diagnostics) -> [String] {
  var problems: [Diagnostic] = []
  var chosen: Set<String> = []
  for pattern in names {
    let matching = comparison.entries.map(\.name).filter { matches($0, pattern) }
    if matching.isEmpty {
      let near = nearestName(to: pattern, among: comparison.entries.map(\.name))
      problems.append(
        .error("golden.name", "there is no file “\(pattern)” to update", hint: near.map { "did you mean “\($0)”?" }))
    }
    chosen.formUnion(matching)
  }
  guard problems.isEmpty else { throw Diagnostics(problems) }
  var copied: [String] = []
  for entry in comparison.entries where chosen.contains(entry.name) && !entry.matches && entry.status != .missing {
    let paths =
      comparison.isFolder ? (from: "\(actual)/\(entry.name)", to: "\(expected)/\(entry.name)") : (from: actual, to: expected)
    do throws(Diagnostic) {
      try writeFile(readFile(paths.from), to: paths.to)
      copied.append(entry.name)
    } catch {
      problems.append(error)
    }
  }
  guard problems.isEmpty else { throw Diagnostics(problems) }
  return copied
}

/// Whether a name fits a pattern in which `*` stands for any characters.
func matches(_ name: String, _ pattern: String) -> Bool {
  let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
  guard let first = parts.first, let last = parts.last, parts.count > 1 else { return name == pattern }
  guard name.hasPrefix(first), name.hasSuffix(last), name.count >= first.count + last.count else { return false }
  var rest = name.dropFirst(first.count).dropLast(last.count)
  for part in parts.dropFirst().dropLast() where !part.isEmpty {
    guard let found = rest.firstRange(of: part) else { return false }
    rest = rest[found.upperBound...]
  }
  return true
}
