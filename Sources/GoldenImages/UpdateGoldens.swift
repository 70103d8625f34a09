public import Diagnostics

/// What was taken over as golden, and what was not.
public struct UpdatedGoldens: Sendable {
  /// The names of the files copied.
  public var names: [String] = []
  /// Why others were not: `golden.damaged`, `golden.missing`, `input.…`, `output.unwritable`.
  public var problems: [Diagnostic] = []
}

/// Copies files of `actual` over those of `expected` that differ, are missing there or cannot be read there. A new file that cannot be read
/// itself replaces nothing.
///
/// - Parameters:
///   - names: which; `*` stands for any characters. What matches none of the comparison's names is an error.
///   - actual: the new files.
///   - expected: the goldens that they replace.
///   - comparison: of the same two folders, or of two files.
/// - Throws: `golden.name` with the nearest name; nothing is copied.
public func updateGoldens(
  actual: String, expected: String, names: [String], comparison: FileComparison
) throws(Diagnostics) -> UpdatedGoldens {
  var problems: [Diagnostic] = []
  var chosen: Set<String> = []
  for pattern in names {
    // Two files have two names.
    let matching = comparison.entries.map(\.name).filter { name in
      matches(name, pattern)
        || !comparison.isFolder && [actual, expected].contains { matches($0, pattern) || matches(lastName(of: $0), pattern) }
    }
    if matching.isEmpty {
      let near = nearestName(to: pattern, among: comparison.entries.map(\.name))
      problems.append(
        .error("golden.name", "there is no file “\(pattern)” to update", hint: near.map { "did you mean “\($0)”?" }))
    }
    chosen.formUnion(matching)
  }
  guard problems.isEmpty else { throw Diagnostics(problems) }
  var updated = UpdatedGoldens()
  for entry in comparison.entries where chosen.contains(entry.name) && !entry.matches {
    let paths =
      comparison.isFolder ? (from: "\(actual)/\(entry.name)", to: "\(expected)/\(entry.name)") : (from: actual, to: expected)
    do throws(Diagnostic) {
      if entry.status == .missing {
        throw .error("golden.missing", "there is no new file to take over", at: SourceSpan(document: paths.from), hint: "delete the golden")
      }
      let bytes = try readFile(paths.from)
      try checkSound(bytes, paths.from)
      try writeFile(bytes, to: paths.to)
      updated.names.append(entry.name)
    } catch {
      updated.problems.append(error)
    }
  }
  return updated
}

/// - Throws: `golden.damaged` for a file that could not be compared with anything.
private func checkSound(_ bytes: [UInt8], _ path: String) throws(Diagnostic) {
  var reason: String?
  switch kind(bytes) {
  case .picture:
    do throws(Diagnostic) { _ = try Picture(png: bytes, named: path) } catch { reason = error.message }
  case .pdf:
    do throws(Diagnostic) { _ = try pages(of: path) } catch { reason = error.message }
  case .text:
    do throws(Diagnostics) {
      let written = try Diagnostics.several { () throws(Diagnostic) -> String in try text(bytes, path) }
      if !isPlainText(path) { _ = try compareDumps(actual: written, expected: written, actualName: path, expectedName: path) }
    } catch { reason = error.all.first?.message }
  }
  guard let reason else { return }
  throw .error("golden.damaged", "the new file is not taken over: \(reason)", at: SourceSpan(document: path))
}

private func lastName(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

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
