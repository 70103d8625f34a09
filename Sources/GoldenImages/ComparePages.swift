import Diagnostics
import Foundation

/// Compares two PDF files page by page, as poppler draws them.
///
/// - Throws: `compare.poppler` when `pdftoppm` is not there or cannot draw a file.
func comparePages(actual: String, expected: String, name: String, rules: ComparisonRules, diff: String?)
  throws(Diagnostic) -> ComparisonReport.Entry
{
  let found = try pages(of: actual)
  let wanted = try pages(of: expected)
  var lines: [String] = []
  var pictures: [ComparisonReport.Shown] = []
  var first: Picture?
  if found.count != wanted.count {
    lines.append("\(found.count) page\(found.count == 1 ? "" : "s"), expected \(wanted.count)")
  }
  for (number, pair) in zip(found, wanted).enumerated() where pair.0 != pair.1 {
    let comparison = compareImages(
      actual: try Picture(png: pair.0, named: actual), expected: try Picture(png: pair.1, named: expected), rules: rules)
    if comparison.matches { continue }
    if first == nil { first = comparison.differencePicture() }
    lines.append("page \(number + 1): \(comparison.summary)")
    pictures += ComparisonReport.shown(comparison, before: "page \(number + 1), ")
  }
  for number in min(found.count, wanted.count)..<max(found.count, wanted.count) {
    let isFound = number < found.count
    pictures.append(
      .init(
        "page \(number + 1), \(isFound ? "actual" : "expected")", try Picture(png: isFound ? found[number] : wanted[number], named: actual))
    )
  }
  if lines.isEmpty {
    let count = wanted.count == 1 ? "page is" : "\(wanted.count) pages are"
    return ComparisonReport.Entry(name: name, status: .matches, summary: "the \(count) alike, the files are not")
  }
  var entry = ComparisonReport.Entry(name: name, status: .differs, summary: lines.joined(separator: "\n"), pictures: pictures)
  if let diff, let first { entry.write(first, to: diff.lowercased().hasSuffix(".png") ? diff : diff + ".png") }
  return entry
}

/// PNG files of a PDF's pages, 96 pixels an inch.
func pages(of path: String) throws(Diagnostic) -> [[UInt8]] {
  let span = SourceSpan(document: path)
  let folder = FileManager.default.temporaryDirectory.appending(path: "whitepaper-pages-\(UUID().uuidString)").path
  do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
    throw .error("output.unwritable", "no temporary folder can be made", at: SourceSpan(document: folder))
  }
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let drawing = Process()
  drawing.executableURL = URL(filePath: "/usr/bin/env")
  drawing.arguments = ["pdftoppm", "-png", "-r", "96", path, folder + "/page"]
  drawing.standardError = FileHandle.nullDevice
  do {
    try drawing.run()
    drawing.waitUntilExit()
  } catch {
    throw .error("compare.poppler", "pdftoppm cannot be started", at: span)
  }
  guard drawing.terminationStatus == 0 else {
    let isMissing = drawing.terminationStatus == 127
    throw .error(
      "compare.poppler", isMissing ? "PDF files are compared with poppler, which is not installed" : "poppler cannot draw the file",
      at: span, hint: isMissing ? "install poppler-utils" : nil)
  }
  var pages: [[UInt8]] = []
  // pdftoppm pads the numbers to one width, so that names sort as pages do.
  for name in fileNames(in: folder) { pages.append(try readFile(folder + "/" + name)) }
  return pages
}
