import Articles
public import Diagnostics
import Digest
import Indicators
import StructuredData

/// What verifying a document found.
public struct Verification: Sendable {
  /// Errors for what is not as it was written; warnings for what cannot be told.
  public var findings: [Diagnostic]
  /// How much was compared.
  public var pages: Int
  /// Files in it, the manifest aside.
  public var files: Int
  /// Printed figures that lead to a sentence.
  public var figures: Int
  /// The manifest as it stands in the file, to be signed.
  public var manifest: String

  /// Whether all is as it was written.
  public var isSound: Bool { !findings.contains { $0.severity == .error } }
}

extension Workshop {
  /// Reads a PDF or a PNG back and holds its pages, its files and its figures against its manifest, and its figures against a
  /// new reading of the sources in it.
  ///
  /// - Throws: what is wrong with the file itself, and `verify.no-manifest`.
  public func verify(_ path: String) throws(Diagnostics) -> Verification {
    let span = SourceSpan(document: path)
    let contents = try Diagnostics.several { () throws(Diagnostic) in try EvidenceFile(try readFile(path), document: path) }
    guard let attached = contents.files.first(where: { $0.name == manifestName }) else {
      throw Diagnostics(
        .error(
          "verify.no-manifest", "there is no \(manifestName) in the file", at: span,
          hint: "PDF files of --pdf-standard a-3a and PNG files carry one, unless rendered with --no-evidence"))
    }
    let manifest = try Manifest(read: attached.bytes)
    var check = Verifying(contents: contents, manifest: manifest, span: span)
    check.compareManifest(attached.bytes)
    check.compareInformation()
    check.compareFiles()
    check.comparePages()
    check.comparePicture()
    check.compareParts()
    check.compareBytes()
    check.findings += sentences(of: manifest, in: contents, span)
    check.findings += try facts(of: manifest, in: contents, span)
    return Verification(
      findings: check.findings, pages: contents.pages.count, files: manifest.files.count,
      figures: manifest.figures.count, manifest: String(decoding: attached.bytes, as: UTF8.self))
  }

  /// Whether every sentence that a printed figure leads to still stands in its file.
  private func sentences(of manifest: Manifest, in contents: EvidenceFile, _ span: SourceSpan) -> [Diagnostic] {
    var texts: [String: [Unicode.Scalar]] = [:]
    for file in contents.files {
      guard manifest.files.contains(where: { $0.name == file.name && $0.kind == .article }) else { continue }
      texts[file.name] = (try? article(file.bytes, path: file.name))?.value.scalars
    }
    let printed = Dictionary(grouping: manifest.figures, by: \.sentence)
    var findings: [Diagnostic] = []
    for (number, sentence) in manifest.sentences.enumerated() {
      guard let text = texts[sentence.file] else { continue }
      let found = text.indices.contains(sentence.range.lowerBound) && sentence.range.upperBound <= text.count
      if found, text[sentence.range].elementsEqual(sentence.text.unicodeScalars) { continue }
      // Markup and line ends inside a sentence read otherwise than they stand in the file.
      if found, isSame(text[sentence.range], sentence.text) { continue }
      let figures = (printed[number] ?? []).prefix(3).map { "“\($0.text)” (page \($0.page))" }.joined(separator: ", ")
      findings.append(
        .error(
          "verify.sentence", "\(sentence.file) no longer states “\(sentence.text)”, from which \(figures) comes", at: span))
    }
    return findings
  }

  private func isSame(_ written: ArraySlice<Unicode.Scalar>, _ sentence: String) -> Bool {
    // Every character of the sentence stands in its range, in order; the range may hold markup between them.
    var rest = written
    for scalar in sentence.unicodeScalars where !scalar.properties.isWhitespace {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// Reads the sources again: they must state the figures that the file holds as data.
  private func facts(of manifest: Manifest, in contents: EvidenceFile, _ span: SourceSpan) throws(Diagnostics) -> [Diagnostic] {
    let bytes = Dictionary(contents.files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    guard let told = bytes[indicatorsName + ".json"] else { return [] }
    let sources = manifest.files.compactMap { file in
      file.kind.flatMap { kind in bytes[file.name].map { SourceFile(kind, path: file.name, bytes: $0) } }
    }
    let severity: Diagnostic.Severity = manifest.program == WhitePaperVersion.current ? .error : .warning
    func finding(_ message: String) -> Diagnostic {
      var finding = Diagnostic.error("verify.facts", message, at: span)
      if severity == .warning {
        finding = .warning(
          "verify.facts", message, at: span,
          hint: "it was written by version \(manifest.program), which may read articles otherwise than \(WhitePaperVersion.current)")
      }
      return finding
    }
    let data = String(decoding: told, as: UTF8.self)
    do throws(Diagnostics) {
      let stated = try decodeIndicators(data, document: indicatorsName + ".json", as: .json).value.withPlainIDs
      let read = try set(of: sources).withPlainIDs
      if manifest.picture != nil { return missing(of: stated, in: read).prefix(20).map { finding("the sources do not state \($0)") } }
      guard stated.observations.count == read.observations.count else {
        return [
          finding(
            "the sources state \(read.observations.count) figures, \(indicatorsName).json holds \(stated.observations.count)")
        ]
      }
      let differing = zip(stated.observations, read.observations).filter { encoded($0) != encoded($1) }
      return differing.prefix(20).map { stated, read in
        finding(
          "\(indicatorsName).json holds \(stated.name) \(stated.value)\(stated.unit.written); the sources state "
            + "\(read.name) \(read.value)\(read.unit.written)"
            + (stated.value == read.value && stated.name == read.name ? ", with other period, area, basis or place" : ""))
      }
    } catch {
      return error.all.map { finding("the sources cannot be read again: \($0.message)") }
    }
  }

  /// The figures, as words, that a new reading does not give: a picture carries some of what its sources state, and of its sources only those
  /// that it cites, so that links and repeats may lead out of them.
  private func missing(of stated: IndicatorSet, in read: IndicatorSet) -> [String] {
    func alone(_ observation: Observation) -> String {
      var copy = observation
      (copy.id, copy.of, copy.partOf, copy.derivation) = ("", nil, nil, nil)
      copy.source?.repeats = []
      return encoded(copy)
    }
    var counts: [String: Int] = [:]
    for observation in read.observations { counts[alone(observation), default: 0] += 1 }
    return stated.observations.compactMap { observation in
      let key = alone(observation)
      guard let count = counts[key], count > 0 else { return "\(observation.name) \(observation.value)\(observation.unit.written)" }
      counts[key] = count - 1
      return nil
    }
  }

  /// As a text, so that what one format cannot hold is no difference.
  private func encoded(_ observation: Observation) -> String {
    encode(IndicatorSet(observations: [observation]), as: .json)
  }

  /// The figures of files at hand, as ``read(_:corrections:)`` gives them for files on disk.
  private func set(of files: [SourceFile]) throws(Diagnostics) -> IndicatorSet {
    var sets: [IndicatorSet] = []
    var codes = CodeLists()
    for file in files where file.kind == .codes {
      codes.add(try readCodeLists(String(decoding: file.bytes, as: UTF8.self), document: file.path).value)
    }
    for file in files where file.kind == .article || file.kind == .indicators {
      sets.append(try indicators(of: file, codes: codes))
    }
    var whole = merge(sets).value
    for file in files where file.kind == .corrections {
      let corrections = try readCorrections(String(decoding: file.bytes, as: UTF8.self), document: file.path).value
      whole = apply(corrections, to: whole).value
    }
    return whole
  }
}

extension IndicatorSet {
  /// With ids by place, which no name of a file changes.
  fileprivate var withPlainIDs: IndicatorSet {
    var names: [Observation.ID: Observation.ID] = [:]
    for (index, observation) in observations.enumerated() where names[observation.id] == nil {
      names[observation.id] = "f\(index)"
    }
    return IndicatorSet(documents: documents, observations: observations.map { $0.renamed(names) })
  }
}
