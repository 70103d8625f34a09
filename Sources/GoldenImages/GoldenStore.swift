public import Diagnostics

/// A folder of golden files: what tests expect, kept beside them and looked at before it is committed.
///
/// A golden that is missing is a failure, never a silent first record. A failing check writes `NAME.actual.png` (and
/// `NAME.diff.png`) beside the golden; a passing one removes them. Goldens are recorded when ``GoldenMode`` says so:
/// run the tests with `GOLDENS=record`, or `GOLDENS=record:PART` for the goldens whose name contains PART. With `GOLDENS=unused` the
/// goldens that no test named are listed when the tests end.
public struct GoldenStore: Sendable {
  /// Where the goldens lie.
  public let folder: String
  /// Whether they are compared or written.
  public let mode: GoldenMode

  /// A folder by its path.
  public init(folder: String, mode: GoldenMode = .fromEnvironment()) {
    self.folder = folder
    self.mode = mode
  }

  /// The folder `Goldens` beside a test's source file, which is named as `#filePath`.
  public init(besideFile filePath: String, mode: GoldenMode = .fromEnvironment()) {
    let parent = parentFolder(of: filePath)
    self.init(folder: parent.isEmpty ? "Goldens" : parent + "/Goldens", mode: mode)
  }

  /// Compares a picture with the golden `NAME.png`.
  /// - Throws: `golden.name`, `png.…` for a damaged golden, `output.unwritable`.
  public func check(_ actual: Picture, named name: String, tolerance: Int = 1) throws(Diagnostic) -> GoldenOutcome {
    try check(actual, named: name, rules: .tolerance(tolerance))
  }

  /// As ``check(_:named:tolerance:)``, with regions, smoothed edges and other measures.
  public func check(_ actual: Picture, named name: String, rules: ComparisonRules) throws(Diagnostic) -> GoldenOutcome {
    let files = try files(name, suffix: "png")
    return try check(files, actual.png()) { golden throws(Diagnostic) in
      let comparison = compareImages(
        actual: actual, expected: try Picture(png: golden, named: files.golden), rules: rules)
      return Verdict(
        difference: comparison.matches ? nil : comparison.summary,
        picture: comparison.matches ? nil : comparison.differencePicture())
    }
  }

  /// Compares a scene dump with the golden `NAME.scene.json`.
  /// - Throws: `golden.name`, `json.…` for a damaged golden or dump, `output.unwritable`.
  public func check(dump actual: String, named name: String, tolerance: Double = 0.01) throws(Diagnostic)
    -> GoldenOutcome
  {
    let files = try files(name, suffix: "scene.json")
    return try check(files, Array(actual.utf8)) { golden throws(Diagnostic) in
      do throws(Diagnostics) {
        let comparison = try compareDumps(
          actual: actual, expected: String(decoding: golden, as: UTF8.self), tolerance: tolerance,
          actualName: files.actual, expectedName: files.golden)
        return Verdict(difference: comparison.matches ? nil : comparison.summary())
      } catch {
        throw error.all.first ?? .error("json.syntax", "not a scene dump", at: SourceSpan(document: files.golden))
      }
    }
  }

  /// Compares a text with the golden `NAME.txt`, exactly.
  /// - Throws: `golden.name`, `output.unwritable`.
  public func check(text actual: String, named name: String) throws(Diagnostic) -> GoldenOutcome {
    let bytes = Array(actual.utf8)
    return try check(files(name, suffix: "txt"), bytes) { golden throws(Diagnostic) in
      Verdict(difference: golden == bytes ? nil : firstDifference(actual, String(decoding: golden, as: UTF8.self)))
    }
  }

  /// Files of the folder that are no golden of `names` and no trace of a failure: to be looked at and deleted. A name with a suffix,
  /// `bars.png`, keeps that file, one without all that are called so.
  public func unused(keeping names: some Sequence<String>) -> [String] {
    let kept = Set(names)
    return fileNames(in: folder).filter { file in
      let parts = file.split(separator: ".", omittingEmptySubsequences: false)
      let isTrace = parts.contains("actual") || parts.contains("diff")
      return !isTrace && !kept.contains(file) && !kept.contains(parts.first.map(String.init) ?? "")
    }
  }

  private struct Files {
    var name: String
    /// The golden's name within its folder.
    var file: String
    var golden: String
    var actual: String
    var difference: String
  }

  /// - Throws: `golden.name` for a name that is no plain file name: letters, digits, `-` and `_`.
  private func files(_ name: String, suffix: String) throws(Diagnostic) -> Files {
    let isPlain =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    guard isPlain else {
      throw .error("golden.name", "the name of a golden “\(name)” may have letters, digits, - and _ only")
    }
    let stem = "\(folder)/\(name)"
    return Files(
      name: name, file: "\(name).\(suffix)", golden: "\(stem).\(suffix)", actual: "\(stem).actual.\(suffix)", difference: "\(stem).diff.png"
    )
  }

  private struct Verdict {
    /// What differs; nil when nothing does.
    var difference: String?
    var picture: Picture?
  }

  private func check(
    _ files: Files, _ actual: [UInt8], against compare: ([UInt8]) throws(Diagnostic) -> Verdict
  ) throws(Diagnostic) -> GoldenOutcome {
    NamedGoldens.note(files.file, in: folder)
    let isThere = fileExists(files.golden)
    if isThere {
      let verdict: Verdict
      do throws(Diagnostic) {
        verdict = try compare(readFile(files.golden))
      } catch {
        guard mode.records(files.name) else { throw error }
        verdict = Verdict(difference: "damaged")
      }
      guard let difference = verdict.difference else {
        removeFile(files.actual)
        removeFile(files.difference)
        return .matches
      }
      if !mode.records(files.name) {
        try writeFile(actual, to: files.actual)
        if let picture = verdict.picture { try writeFile(picture.png(), to: files.difference) }
        return .differs(difference, actual: files.actual, difference: verdict.picture.map { _ in files.difference })
      }
    } else if !mode.records(files.name) {
      try writeFile(actual, to: files.actual)
      return .missing(golden: files.golden, actual: files.actual)
    }
    try writeFile(actual, to: files.golden)
    removeFile(files.actual)
    removeFile(files.difference)
    return .recorded(golden: files.golden)
  }
}

/// The first line in which two texts differ, with the one before for orientation.
func firstDifference(_ actual: String, _ expected: String) -> String {
  let found = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let common = zip(found, wanted).prefix { $0 == $1 }.count
  var lines = ["line \(common + 1) differs"]
  if common > 0 { lines.append("  \(found[common - 1])") }
  lines.append("- \(common < wanted.count ? String(wanted[common]) : "(the end)")")
  lines.append("+ \(common < found.count ? String(found[common]) : "(the end)")")
  return lines.joined(separator: "\n")
}
