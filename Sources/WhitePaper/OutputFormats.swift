public import Diagnostics
public import Scene

extension Language {
  /// - Throws: `lang.unknown`, with the nearest name.
  public init(named name: String) throws(Diagnostic) {
    if let language = Language(rawValue: name) {
      self = language
      return
    }
    throw .error("lang.unknown", "unknown language “\(name)”", hint: hint(for: name, among: Language.allCases.map(\.rawValue)))
  }
}

/// A file format of pages.
public enum PageFormat: String, Hashable, Sendable, CaseIterable {
  /// All pages in one file.
  case pdf
  /// A file a page, in pixels.
  case png
  /// A file a page, with text as text.
  case svg
  /// What stands where, as data: for tests.
  case scene = "scene.json"
  /// The report's source, to be edited and rendered again.
  case report = "report.md"
  /// A document, a presentation or a workbook of Office Open XML.
  case docx, pptx, xlsx

  /// What may be asked of pages besides their format; the names are those of options and of a job's keys.
  package enum Option: String {
    case pages, dpi, scale
    case pdfStandard = "pdf-standard"
    case noEvidence = "no-evidence"
    case review, coverage
  }

  /// Whether an option has an effect on files of the format.
  package func heeds(_ option: Option) -> Bool {
    switch option {
    case .pages, .review, .coverage: self != .report && !isOffice
    case .dpi, .scale: self == .png
    case .pdfStandard: self == .pdf
    case .noEvidence: carriesEvidence
    }
  }

  /// Whether a file of the format can hold what it was made of.
  package var carriesEvidence: Bool { self == .pdf || self == .png }

  /// Whether an office program opens it, which lays its pages out itself.
  public var isOffice: Bool { self == .docx || self == .pptx || self == .xlsx }

  /// By the suffix of a path; nil for another suffix.
  public init?(path: String) {
    let name = path.lowercased()
    guard let format = PageFormat.allCases.first(where: { name.hasSuffix("." + $0.rawValue) }) else { return nil }
    self = format
  }

  /// The format of an output: a name given wins over the suffix.
  ///
  /// - Throws: `format.unknown`, with the nearest name.
  public init(of path: String, named name: String?) throws(Diagnostic) {
    let names = PageFormat.allCases.map(\.rawValue)
    if let name {
      guard let format = PageFormat(rawValue: name) else {
        throw .error("format.unknown", "unknown format “\(name)”", hint: hint(for: name, among: names))
      }
      self = format
      return
    }
    guard let format = PageFormat(path: path) else {
      let suffix = path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init)
      throw .error(
        "format.unknown", "the suffix of “\(path)” names no format",
        hint: suffix.flatMap { nearestName(to: $0, among: names) }.map { "did you mean “.\($0)”?" }
          ?? "end the name in one of .\(names.joined(separator: ", .")), or name the format")
    }
    self = format
  }
}

private func hint(for name: String, among names: [String]) -> String {
  nearestName(to: name, among: names).map { "did you mean “\($0)”?" } ?? "one of \(names.joined(separator: ", "))"
}
