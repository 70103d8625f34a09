public import Diagnostics
import PNG

/// Compares two PNG files, two PDF files, two scene dumps, two texts, or the files of two folders and of those within by name, over all
/// cores.
///
/// What a file is shows in its content: a PNG or PDF signature, or else text: JSON unless its name ends in `.txt` or `.svg`. What is expected
/// and not there yet makes an entry ``ComparisonReport/Entry/Status/extra``. PDF files are compared page by page, as
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
///   nothing. `output.is-input` for a `diff` or `report` that would replace what is compared; `output.unwritable` for the report.
public func compareFiles(
  actual: String, expected: String, rules: ComparisonRules = ComparisonRules(), diff: String? = nil,
  report: String? = nil
) throws(Diagnostics) -> FileComparison {
  for output in [diff, report].compactMap({ $0 }) where [actual, expected].contains(where: { isSame($0, output) }) {
    throw Diagnostics(
      .error("output.is-input", "what is compared would be replaced", at: SourceSpan(document: output), hint: "write it to another place"))
  }
  var comparison: FileComparison
  if isFolder(actual), isFolder(expected) || !fileExists(expected) {
    comparison = try compareFolders(actual: actual, expected: expected, rules: rules, diff: diff)
  } else if isFolder(expected), !isFolder(actual) {
    throw Diagnostics(
      .error(
        fileExists(actual) ? "compare.kinds" : "input.missing",
        fileExists(actual) ? "a file cannot be compared with a folder" : "there is no such folder", at: SourceSpan(document: actual)))
  } else {
    comparison = FileComparison([try compareFile(actual: actual, expected: expected, name: actual, rules: rules, diff: diff)])
  }
  comparison.note(rules)
  if let report {
    let page = ComparisonReport(title: "\(actual) against \(expected)", entries: comparison.entries).html()
    do { try writeFile(Array(page.utf8), to: report) } catch { throw Diagnostics(error) }
  }
  return comparison
}

/// What a comparison of files found.
public struct FileComparison: Sendable {
  /// One a pair of files, and one for each that has no partner.
  public var entries: [ComparisonReport.Entry]
  /// What was asked for and had no effect.
  public private(set) var diagnostics: [Diagnostic] = []
  var isFolder = false
  /// Files of folders that are of no kind that is compared.
  var uncompared = 0
  /// The largest columns and rows of the pictures; nil where none was compared.
  private let pictureSize: (width: Int, height: Int)?

  init(_ files: [ComparedFile]) {
    entries = files.map(\.entry)
    let sizes = files.compactMap(\.size)
    pictureSize = sizes.isEmpty ? nil : (sizes.map(\.width).max() ?? 0, sizes.map(\.height).max() ?? 0)
  }

  /// Says which regions lie beside every picture.
  mutating func note(_ rules: ComparisonRules) {
    guard let size = pictureSize else { return }
    for region in rules.regions where region.extent.x.lowerBound >= size.width || region.extent.y.lowerBound >= size.height {
      let (x, y) = (region.extent.x, region.extent.y)
      diagnostics.append(
        .warning(
          "compare.region-outside", "no picture reaches the box \(x.lowerBound),\(y.lowerBound),\(x.count),\(y.count)",
          hint: "boxes are X,Y,WIDTH,HEIGHT in pixels, counted from the top left"))
    }
  }

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
    let rest = uncompared == 0 ? "" : "; \(uncompared) of other kinds \(uncompared == 1 ? "is" : "are") not compared"
    lines.append("\(entries.count { $0.matches }) of \(entries.count) files match\(others)\(rest)")
    return lines.joined(separator: "\n")
  }
}

/// A pair of files as it was compared.
struct ComparedFile: Sendable {
  var entry: ComparisonReport.Entry
  /// Of a picture.
  var size: (width: Int, height: Int)?

  init(_ entry: ComparisonReport.Entry, size: (width: Int, height: Int)? = nil) {
    self.entry = entry
    self.size = size
  }
}

func compareFile(actual: String, expected: String, name: String, rules: ComparisonRules, diff: String?) throws(Diagnostics) -> ComparedFile
{
  if fileExists(actual), !fileExists(expected) {
    _ = try Diagnostics.several { () throws(Diagnostic) in try readFile(actual) }
    return ComparedFile(
      .init(name: name, status: .extra, summary: "not expected: there is no \(expected)", pictures: shownAlone([(actual, "actual")])))
  }
  let files = try Diagnostics.several { () throws(Diagnostic) in
    (found: try readFile(actual), wanted: try readFile(expected))
  }
  let equal = ComparisonReport.Entry(name: name, status: .matches, summary: "the files are equal")
  switch (kind(files.found), kind(files.wanted)) {
  case (.picture, .picture):
    if files.found == files.wanted { return ComparedFile(equal, size: pictureSize(files.found)) }
    return try Diagnostics.several { () throws(Diagnostic) in
      let comparison = compareImages(
        actual: try Picture(png: files.found, named: actual), expected: try Picture(png: files.wanted, named: expected),
        rules: rules)
      var entry = ComparisonReport.Entry(name: name, comparison)
      if let diff, !comparison.matches { entry.write(comparison.differencePicture(), to: diff) }
      return ComparedFile(entry, size: pictureSize(files.wanted))
    }
  case (.pdf, .pdf):
    if files.found == files.wanted { return ComparedFile(equal) }
    return try Diagnostics.several { () throws(Diagnostic) in
      ComparedFile(try comparePages(actual: actual, expected: expected, name: name, rules: rules, diff: diff))
    }
  case (.text, .text):
    let texts = try Diagnostics.several { () throws(Diagnostic) in
      (found: try text(files.found, actual), wanted: try text(files.wanted, expected))
    }
    if files.found == files.wanted, isPlainText(expected) { return ComparedFile(equal) }
    if isPlainText(expected) {
      return ComparedFile(.init(name: name, status: .differs, summary: firstDifference(texts.found, texts.wanted)))
    }
    let comparison = try compareDumps(
      actual: texts.found, expected: texts.wanted, actualName: actual, expectedName: expected)
    return ComparedFile(.init(name: name, comparison))
  default:
    throw Diagnostics(
      .error(
        "compare.kinds",
        "a picture can only be compared with a picture, a PDF with a PDF, a scene dump with a scene dump",
        at: SourceSpan(document: actual), hint: "the other file is \(expected)"))
  }
}

extension ComparisonReport.Entry {
  /// Writes the picture of the differences; where that fails they are still told.
  mutating func write(_ picture: Picture, to path: String) {
    do throws(Diagnostic) { try writeFile(picture.png(), to: path) } catch { summary += "\n\(error.description)" }
  }
}

/// What a file is compared as.
enum FileKind { case picture, pdf, text }

func kind(_ bytes: [UInt8]) -> FileKind {
  isPNG(bytes) ? .picture : bytes.starts(with: Array("%PDF-".utf8)) ? .pdf : .text
}

/// Whether a text is compared line by line.
func isPlainText(_ path: String) -> Bool { [".txt", ".svg"].contains { path.lowercased().hasSuffix($0) } }

/// Columns and rows as the head of a PNG file says them.
private func pictureSize(_ png: [UInt8]) -> (width: Int, height: Int)? {
  guard png.count >= 24 else { return nil }
  func number(_ at: Int) -> Int { png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
  return (number(16), number(20))
}

func text(_ bytes: [UInt8], _ path: String) throws(Diagnostic) -> String {
  if bytes.isEmpty { throw .error("input.empty", "the file is empty", at: SourceSpan(document: path)) }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw .error("input.encoding", "neither a PNG or PDF file nor UTF-8 text", at: SourceSpan(document: path))
  }
  return text
}
