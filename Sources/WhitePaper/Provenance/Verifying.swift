import Diagnostics
import Digest
import PDFFile

/// Compares what a file is with what its manifest says of it.
struct Verifying {
  let contents: EvidenceFile
  let manifest: Manifest
  let span: SourceSpan
  var findings: [Diagnostic] = []

  private mutating func fail(_ rule: String, _ message: String) {
    findings.append(.error("verify." + rule, message, at: span))
  }

  mutating func compareManifest(_ bytes: [UInt8]) {
    if !Manifest.isWhole(bytes) {
      fail("manifest", "\(manifestName) is not what was written")
    } else if contents.matching != nil, manifest.parts.isEmpty {
      fail("manifest", "\(manifestName) tells no parts of the file")
    }
  }

  mutating func compareInformation() {
    if contents.title ?? "" != manifest.title {
      fail("title", "the title is “\(contents.title ?? "")”, it was “\(manifest.title)”")
    }
    if contents.date != manifest.date {
      fail("date", "the creation date is \(contents.date ?? "none"), it was \(manifest.date ?? "none")")
    }
  }

  mutating func compareFiles() {
    let known = Dictionary(manifest.files.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    for file in contents.files where file.name != manifestName {
      guard let digest = known[file.name] else {
        fail("file", "“\(file.name)” was not in the file when it was written")
        continue
      }
      if !seen.insert(file.name).inserted { fail("file", "“\(file.name)” stands in the file twice") }
      if sha256(file.bytes) != digest { fail("file", "“\(file.name)” in the file was changed") }
    }
    for file in manifest.files where !seen.contains(file.name) {
      fail("file", "“\(file.name)” is no longer in the file")
    }
    if contents.files.filter({ $0.name == manifestName }).count > 1 {
      fail("file", "“\(manifestName)” stands in the file twice")
    }
  }

  mutating func comparePicture() {
    if contents.picture != manifest.picture { fail("picture", "the picture, or a text in it, is not what was written") }
  }

  /// The words of the pages.
  mutating func comparePages() {
    guard let matching = contents.matching else { return }
    let figures = Dictionary(grouping: manifest.figures, by: \.page)
    for place in matching.changed {
      let sheet = matching.sheets[place] ?? 0
      let gone = (figures[sheet] ?? []).filter { !contents.pages[place].contains($0.text) }.map { "“\($0.text)”" }
      let which = gone.isEmpty ? "" : "; it no longer prints \(gone.prefix(5).joined(separator: ", "))"
      fail("page", "the text of sheet \(sheet) is not what was written\(which)")
    }
    for sheet in matching.missing { fail("page", "sheet \(sheet) is no longer in the file") }
    for (place, sheet) in matching.sheets.enumerated() where sheet == nil {
      fail("page", "sheet \(place + 1) was not in the file when it was written")
    }
    for place in matching.moved { fail("page", "what is sheet \(place + 1) now was sheet \(matching.sheets[place] ?? 0)") }
  }

  /// All but the words, the files, title and date, which are compared as what they are.
  mutating func compareParts() {
    guard let matching = contents.matching, !manifest.parts.isEmpty else { return }
    let known = Dictionary(manifest.parts.map { ($0.part, $0.digest) }, uniquingKeysWith: { first, _ in first })
    // Of pages that are told of above nothing more is said, nor of what only they led to.
    let told = Set(matching.missing + matching.changed.compactMap { matching.sheets[$0] })
    var seen: Set<PDFPart> = []
    for found in contents.parts {
      seen.insert(found.part)
      if found.part.page == nil, found.part.kind.isOfPage { continue }
      if let page = found.part.page, told.contains(page), found.part.kind != .annotations { continue }
      if let digest = known[found.part] {
        if digest != found.digest { fail(found.part.kind.rule, "\(found.part.words) not what was written") }
      } else {
        fail(found.part.kind.rule, "\(found.part.words) not in the file when it was written")
      }
    }
    let gone = Set(matching.missing)
    for written in manifest.parts where !seen.contains(written.part) {
      if let page = written.part.page, gone.contains(page) || told.contains(page) { continue }
      fail(written.part.kind.rule, "\(written.part.words) no longer in the file")
    }
  }

  /// Where all parts are the same and the bytes are not.
  mutating func compareBytes() {
    guard findings.isEmpty, !contents.isByteForByte else { return }
    findings.append(
      .warning(
        "verify.bytes", "all parts of the file are what was written, but its bytes are not", at: span,
        hint: "a program that packs files anew, or mends them, leaves that behind"))
  }
}

extension PDFPart.Kind {
  /// Of every page; without a page it is that of one put in.
  fileprivate var isOfPage: Bool { self == .content || self == .annotations || self == .picture }

  fileprivate var rule: String {
    switch self {
    case .content, .picture, .font: "drawing"
    case .annotations, .outline, .places: "links"
    case .structure, .labels: "structure"
    case .file: "file"
    case .metadata, .information: "metadata"
    case .catalog, .trailer: "document"
    }
  }
}

extension PDFPart {
  /// As the subject of a sentence, with its verb.
  fileprivate var words: String {
    let place = page.map { " of sheet \($0)" } ?? ""
    let own = name.map { " “\($0)”" } ?? ""
    return switch kind {
    case .content: "what is drawn on sheet \(page ?? 0) is"
    case .annotations: "links or what lies over sheet \(page ?? 0) are"
    case .structure: "tags or alternative texts\(place) are"
    case .picture: "a picture\(place)\(own) is"
    case .font: "the font\(own) is"
    case .outline: "the outline is"
    case .places: "the places that links lead to are"
    case .labels: "the labels of the pages are"
    case .file: "what is said of the file\(own) is"
    case .metadata:
      name == nil ? "what stands around the properties in the metadata (XMP) is" : "the property\(own) in the metadata (XMP) is"
    case .information: "the entry\(own) in the document information is"
    case .catalog: "the entry\(own) in the document’s catalog is"
    case .trailer: "the entry\(own) in the file’s trailer is"
    }
  }
}
