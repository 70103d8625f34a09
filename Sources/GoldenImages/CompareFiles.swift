public import Diagnostics

/// Compares two PNG files, two scene dumps, or the files of two folders by name.
///
/// What a file is shows in its content: a PNG signature, or else JSON.
/// - Parameters:
///   - tolerance: the largest difference of one channel that is forgiven, 0 to 255. Numbers of dumps may differ by 0.01.
///   - diff: where to write the difference picture, if there is a difference; for folders a folder.
///   - report: where to write a page with everything side by side, as HTML.
/// - Throws: `input.…` for what cannot be read, `compare.kinds` for a picture against a dump, `png.…` and `json.…` for
///   damaged files, `output.unwritable`.
public func compareFiles(
  actual: String, expected: String, tolerance: Int = 1, diff: String? = nil, report: String? = nil
) throws(Diagnostics) -> FileComparison {
  var comparison: FileComparison
  if isFolder(actual), isFolder(expected) {
    comparison = try compareFolders(actual: actual, expected: expected, tolerance: tolerance, diff: diff)
  } else {
    comparison = FileComparison(entries: [
      try compareFile(actual: actual, expected: expected, name: actual, tolerance: tolerance, diff: diff)
    ])
  }
  if let report {
    let page = ComparisonReport(title: "\(actual) against \(expected)", entries: comparison.entries).html()
    do { try writeFile(Array(page.utf8), to: report) } catch { throw Diagnostics(error) }
  }
  comparison.isFolder = isFolder(actual)
  return comparison
}

/// What a comparison of files found.
public struct FileComparison: Sendable {
  public var entries: [ComparisonReport.Entry]
  var isFolder = false

  public var matches: Bool { entries.allSatisfy(\.matches) }

  /// For a terminal: what was found, for folders with a name before each finding and matching files only counted.
  public var summary: String {
    guard isFolder else { return entries.map(\.summary).joined(separator: "\n") }
    var lines = entries.filter { !$0.matches }.map { "\($0.name): \($0.summary)" }
    lines.append("\(entries.count { $0.matches }) of \(entries.count) files match")
    return lines.joined(separator: "\n")
  }
}

private func compareFolders(actual: String, expected: String, tolerance: Int, diff: String?) throws(Diagnostics)
  -> FileComparison
{
  func isComparable(_ name: String) -> Bool { name.hasSuffix(".png") || name.hasSuffix(".json") }
  let found = fileNames(in: actual).filter(isComparable)
  let wanted = fileNames(in: expected).filter(isComparable)
  guard !wanted.isEmpty || !found.isEmpty else {
    throw Diagnostics(
      .error("input.empty", "neither folder holds .png or .json files", at: SourceSpan(document: expected)))
  }
  var entries: [ComparisonReport.Entry] = []
  let foundNames = Set(found)
  let wantedNames = Set(wanted)
  for name in wanted {
    guard foundNames.contains(name) else {
      entries.append(ComparisonReport.Entry(name: name, matches: false, summary: "missing in \(actual)"))
      continue
    }
    entries.append(
      try compareFile(
        actual: "\(actual)/\(name)", expected: "\(expected)/\(name)", name: name, tolerance: tolerance,
        diff: diff.map { "\($0)/\(name)" }))
  }
  for name in found where !wantedNames.contains(name) {
    entries.append(ComparisonReport.Entry(name: name, matches: false, summary: "not expected: missing in \(expected)"))
  }
  return FileComparison(entries: entries)
}

private func compareFile(actual: String, expected: String, name: String, tolerance: Int, diff: String?)
  throws(Diagnostics) -> ComparisonReport.Entry
{
  do {
    let found = try readFile(actual)
    let wanted = try readFile(expected)
    switch (isPNG(found), isPNG(wanted)) {
    case (true, true):
      let comparison = compareImages(
        actual: try Picture(png: found, named: actual), expected: try Picture(png: wanted, named: expected),
        tolerance: tolerance)
      if let diff, !comparison.matches { try writeFile(comparison.differencePicture().png(), to: diff) }
      return ComparisonReport.Entry(name: name, comparison)
    case (false, false):
      let comparison = try compareDumps(
        actual: text(found, actual), expected: text(wanted, expected), actualName: actual, expectedName: expected)
      return ComparisonReport.Entry(name: name, comparison)
    default:
      throw Diagnostic.error(
        "compare.kinds", "a picture can only be compared with a picture, a scene dump with a scene dump",
        at: SourceSpan(document: actual), hint: "the other file is \(expected)")
    }
  } catch let problem as Diagnostic {
    throw Diagnostics(problem)
  } catch let problems as Diagnostics {
    throw problems
  } catch {
    throw Diagnostics(.error("input.unreadable", "the files cannot be compared", at: SourceSpan(document: actual)))
  }
}

private func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) }

private func text(_ bytes: [UInt8], _ path: String) throws(Diagnostic) -> String {
  if bytes.isEmpty { throw .error("input.empty", "the file is empty", at: SourceSpan(document: path)) }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw .error("input.encoding", "neither a PNG file nor UTF-8 text", at: SourceSpan(document: path))
  }
  return text
}
