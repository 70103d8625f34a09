import AllCores
public import Diagnostics
import PNG

/// Compares two PNG files, two PDF files, two scene dumps, or the files of two folders by name, over all cores.
///
/// What a file is shows in its content: a PNG or PDF signature, or else JSON. PDF files are compared page by page, as
/// poppler's `pdftoppm` draws them, at 96 pixels an inch.
/// - Parameters:
///   - actual: a file or a folder.
///   - expected: as `actual`.
///   - rules: for pictures and pages. Numbers of dumps may differ by 0.01.
///   - diff: where to write the difference picture, if there is a difference; for folders a folder. The difference of
///     a PDF's first differing page.
///   - report: where to write a page with everything side by side, as HTML.
/// - Throws: what is wrong with the two paths themselves: `input.…`, `compare.kinds`, `png.…`, `json.…`,
///   `compare.poppler`; of folders `input.empty`. A damaged file within a folder is an entry of the result and stops
///   nothing. `output.unwritable`.
public func compareFiles(
  actual: String, expected: String, rules: ComparisonRules = ComparisonRules(), diff: String? = nil,
  report: String? = nil
) throws(Diagnostics) -> FileComparison {
  var comparison: FileComparison
  if isFolder(actual), isFolder(expected) {
    comparison = try compareFolders(actual: actual, expected: expected, rules: rules, diff: diff)
  } else {
    comparison = FileComparison(entries: [
      try compareFile(actual: actual, expected: expected, name: actual, rules: rules, diff: diff)
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
  /// One a pair of files, and one for each that has no partner.
  public var entries: [ComparisonReport.Entry]
  var isFolder = false

  /// Whether all of them match.
  public var matches: Bool { entries.allSatisfy(\.matches) }

  /// For a terminal: what was found, for folders with a name before each finding and matching files only counted.
  public var summary: String {
    guard isFolder else { return entries.map(\.summary).joined(separator: "\n") }
    var lines = entries.filter { !$0.matches }.map { "\($0.name): \($0.summary)" }
    var counts: [String] = []
    for status in ComparisonReport.Entry.Status.allCases where status != .matches {
      let count = entries.count { $0.status == status }
      if count > 0 { counts.append("\(count) \(status.words)") }
    }
    let others = counts.isEmpty ? "" : "; " + counts.joined(separator: ", ")
    lines.append("\(entries.count { $0.matches }) of \(entries.count) files match\(others)")
    return lines.joined(separator: "\n")
  }
}

private let suffixes = [".png", ".json", ".pdf"]

private func compareFolders(actual: String, expected: String, rules: ComparisonRules, diff: String?)
  throws(Diagnostics) -> FileComparison
{
  func comparable(_ folder: String) -> [String] {
    fileNames(in: folder).filter { name in suffixes.contains { name.hasSuffix($0) } }
  }
  let found = comparable(actual)
  let wanted = comparable(expected)
  guard !wanted.isEmpty || !found.isEmpty else {
    throw Diagnostics(
      .error("input.empty", "neither folder holds .png, .pdf or .json files", at: SourceSpan(document: expected)))
  }
  let foundNames = Set(found)
  let wantedNames = Set(wanted)
  var all = onAllCores(wanted.count) { index in
    let name = wanted[index]
    var entry = ComparisonReport.Entry(name: name, status: .missing, summary: "missing in \(actual)")
    if foundNames.contains(name) {
      do throws(Diagnostics) {
        entry = try compareFile(
          actual: "\(actual)/\(name)", expected: "\(expected)/\(name)", name: name, rules: rules,
          diff: diff.map { "\($0)/\(name)" })
      } catch {
        entry = ComparisonReport.Entry(name: name, status: .damaged, summary: error.description)
      }
    }
    return entry
  }
  for name in found where !wantedNames.contains(name) {
    all.append(ComparisonReport.Entry(name: name, status: .extra, summary: "not expected: missing in \(expected)"))
  }
  return FileComparison(entries: all)
}

private func compareFile(actual: String, expected: String, name: String, rules: ComparisonRules, diff: String?)
  throws(Diagnostics) -> ComparisonReport.Entry
{
  let files = try Diagnostics.several { () throws(Diagnostic) in
    (found: try readFile(actual), wanted: try readFile(expected))
  }
  switch (kind(files.found), kind(files.wanted)) {
  case (.picture, .picture):
    if files.found == files.wanted {
      return ComparisonReport.Entry(name: name, status: .matches, summary: "the files are equal")
    }
    return try Diagnostics.several { () throws(Diagnostic) in
      let comparison = compareImages(
        actual: try Picture(png: files.found, named: actual), expected: try Picture(png: files.wanted, named: expected),
        rules: rules)
      if let diff, !comparison.matches { try writeFile(comparison.differencePicture().png(), to: diff) }
      return ComparisonReport.Entry(name: name, comparison)
    }
  case (.pdf, .pdf):
    if files.found == files.wanted {
      return ComparisonReport.Entry(name: name, status: .matches, summary: "the files are equal")
    }
    return try Diagnostics.several { () throws(Diagnostic) in
      try comparePages(actual: actual, expected: expected, name: name, rules: rules, diff: diff)
    }
  case (.text, .text):
    let texts = try Diagnostics.several { () throws(Diagnostic) in
      (found: try text(files.found, actual), wanted: try text(files.wanted, expected))
    }
    let comparison = try compareDumps(
      actual: texts.found, expected: texts.wanted, actualName: actual, expectedName: expected)
    return ComparisonReport.Entry(name: name, comparison)
  default:
    throw Diagnostics(
      .error(
        "compare.kinds",
        "a picture can only be compared with a picture, a PDF with a PDF, a scene dump with a scene dump",
        at: SourceSpan(document: actual), hint: "the other file is \(expected)"))
  }
}

private enum FileKind { case picture, pdf, text }

private func kind(_ bytes: [UInt8]) -> FileKind {
  isPNG(bytes) ? .picture : bytes.starts(with: Array("%PDF-".utf8)) ? .pdf : .text
}

private func text(_ bytes: [UInt8], _ path: String) throws(Diagnostic) -> String {
  if bytes.isEmpty { throw .error("input.empty", "the file is empty", at: SourceSpan(document: path)) }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw .error("input.encoding", "neither a PNG or PDF file nor UTF-8 text", at: SourceSpan(document: path))
  }
  return text
}
