import AllCores
import Diagnostics

/// Compares the files of two folders and of the folders within by name, over all cores; a folder of goldens that is not there yet is
/// an empty one.
///
/// Files of kinds that are not compared are counted, what failing tests left beside their goldens is passed over.
func compareFolders(actual: String, expected: String, rules: ComparisonRules, diff: String?) throws(Diagnostics) -> FileComparison {
  let (found, others) = comparable(actual)
  let (wanted, otherWanted) = comparable(expected)
  guard !wanted.isEmpty || !found.isEmpty else {
    throw Diagnostics(
      .error("input.empty", "neither folder holds .png, .pdf, .json, .svg or .txt files", at: SourceSpan(document: expected)))
  }
  let foundNames = Set(found)
  let wantedNames = Set(wanted)
  var all = onAllCores(wanted.count) { index -> ComparedFile in
    let name = wanted[index]
    let paths = (found: "\(actual)/\(name)", wanted: "\(expected)/\(name)")
    guard foundNames.contains(name) else {
      return ComparedFile(
        .init(name: name, status: .missing, summary: "missing in \(actual)", pictures: shownAlone([(paths.wanted, "expected")])))
    }
    do throws(Diagnostics) {
      return try compareFile(
        actual: paths.found, expected: paths.wanted, name: name, rules: rules, diff: diff.map { "\($0)/\(name)" })
    } catch {
      return ComparedFile(
        .init(
          name: name, status: .damaged, summary: error.description,
          pictures: shownAlone([(paths.wanted, "expected"), (paths.found, "actual")])))
    }
  }
  let extra = found.filter { !wantedNames.contains($0) }
  all += onAllCores(extra.count) { index in
    let name = extra[index]
    return ComparedFile(
      .init(
        name: name, status: .extra, summary: "not expected: missing in \(expected)",
        pictures: shownAlone([("\(actual)/\(name)", "actual")])))
  }
  var comparison = FileComparison(all)
  comparison.isFolder = true
  comparison.uncompared = Set(others + otherWanted).count
  return comparison
}

/// The names of a folder's files that are compared, and of the others.
private func comparable(_ folder: String) -> (names: [String], others: [String]) {
  let suffixes = [".png", ".json", ".pdf", ".svg", ".txt"]
  var names: [String] = []
  var others: [String] = []
  for path in filePaths(below: folder) {
    let parts = (path.split(separator: "/").last ?? "").split(separator: ".")
    if parts.contains("actual") || parts.contains("diff") { continue }
    if suffixes.contains(where: { path.lowercased().hasSuffix($0) }) { names.append(path) } else { others.append(path) }
  }
  return (names, others)
}

/// Pictures that have no partner, as far as they can be read.
func shownAlone(_ files: [(path: String, caption: String)]) -> [ComparisonReport.Shown] {
  files.compactMap { file in
    guard let bytes = try? readFile(file.path), kind(bytes) == .picture, let picture = try? Picture(png: bytes, named: file.path) else {
      return nil
    }
    return ComparisonReport.Shown(file.caption, picture)
  }
}
