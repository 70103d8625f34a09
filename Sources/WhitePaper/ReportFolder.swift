import Diagnostics
import Digest
import Report

/// The files that a report may read: regular files of its own folder and of folders that the user allows, links resolved. A
/// report may come from a stranger; what it names must not bring other files of this machine into its pages.
struct ReportFolder: Sendable {
  /// The largest data file, in bytes.
  static let dataLimit = 64 << 20
  /// The largest picture file, in bytes.
  static let pictureLimit = 32 << 20

  private let report: String
  private let roots: [String]
  private let files: InputFiles
  /// Whether it is a chart's spec that stands alone.
  private let isOfChart: Bool

  /// - Parameter allowed: further folders.
  /// - Throws: `allow.missing` for a folder that is none.
  init(ofReport report: String, allowing allowed: [String] = [], isOfChart: Bool = false, files: InputFiles = InputFiles())
    throws(Diagnostic)
  {
    self.report = report
    self.files = files
    self.isOfChart = isOfChart
    roots = [realPath(report == "-" ? "." : folderName(report))].compactMap { $0 } + (try Self.folders(allowed))
  }

  /// The folders that the user allows, links resolved.
  ///
  /// - Throws: `allow.missing` for a folder that is none.
  static func folders(_ allowed: [String]) throws(Diagnostic) -> [String] {
    try allowed.map { folder throws(Diagnostic) in
      guard let real = realPath(folder), FileStatus(real)?.kind == .folder else {
        throw .error("allow.missing", "there is no folder “\(folder)” to allow")
      }
      return real
    }
  }

  /// Where a file of the report is.
  ///
  /// - Returns: the path to read; a warning when the file is no longer the one that the report was written from.
  /// - Throws: `report.outside`, `report.network`, `input.missing`, `report.irregular`, `input.too-large`, at `span` or where the report
  ///   names it.
  func path(of file: FileReference, limit: Int = dataLimit) throws(Diagnostic) -> (path: String, changed: Diagnostic?) {
    let path = resolve(file.path, besides: report)
    return (path, try check(path, named: file, limit: limit))
  }

  /// Whether the report may read the file at `path`, which it or a file of it names as `file`.
  ///
  /// - Returns, throws: as ``path(of:limit:)``.
  func check(_ path: String, named file: FileReference, limit: Int = dataLimit) throws(Diagnostic) -> Diagnostic? {
    func problem(_ rule: String, _ message: String, _ hint: String?) -> Diagnostic {
      .error(rule, message, at: file.span, hint: hint)
    }
    files.asked?.add(path)
    if file.path.contains("://") {
      throw problem("report.network", "“\(file.path)” is an address: only files are read", "save it beside the \(owner)")
    }
    let outside = problem(
      "report.outside", "“\(file.path)” lies outside of the \(owner)’s folder",
      "copy it into the \(owner)’s folder" + (isOfChart ? "" : ", or allow its own with --allow"))
    if let bytes = files.inMemory[path] {
      // Whoever put it there means it to be read.
      guard bytes.count <= limit else {
        throw problem("input.too-large", "“\(file.path)” has \(bytes.count) bytes", "at most \(limit >> 20) MiB of it are read")
      }
      return file.digest == nil || file.digest == sha256(bytes) ? nil : changed(file)
    }
    guard let real = realPath(path) else {
      // Of what does not exist, nothing outside is told.
      guard let folder = realPath(folderName(path)), isAllowed(folder) else { throw outside }
      throw problem(
        "input.missing", "there is no such file: “\(file.path)”",
        nearestName(to: fileName(path), among: siblings(of: path)).map { "did you mean “\($0)”?" })
    }
    let isInside = isAllowed(real)
    guard isInside || file.digest != nil else { throw outside }
    guard let attributes = fileAttributes(real), attributes.isRegular else {
      throw isInside ? problem("report.irregular", "“\(file.path)” is no file but a folder or a device", nil) : outside
    }
    guard attributes.size <= limit else {
      throw isInside
        ? problem("input.too-large", "“\(file.path)” has \(attributes.size) bytes", "at most \(limit >> 20) MiB of it are read")
        : outside
    }
    guard let digest = file.digest, sha256(try readFile(path)) != digest else { return nil }
    guard isInside else { throw outside }
    return changed(file)
  }

  private var owner: String { isOfChart ? "spec" : "report" }

  private func changed(_ file: FileReference) -> Diagnostic {
    .warning("report.changed", "“\(file.path)” has changed since the report was written", at: file.span)
  }

  private func isAllowed(_ real: String) -> Bool { roots.contains { isInside(real, $0) } }
}
